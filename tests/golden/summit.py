"""An invented story: two states talk at a summit, and three outlets were there."""

from datetime import date

from xref.model.article import Evidence
from xref.model.claim import Event, Scope
from xref.model.link import Story
from xref.model.span import Span

from .making import (
    MINUTE,
    Newsroom,
    article,
    bounded,
    cell,
    count,
    exact,
    pair,
    rendered,
    slot,
    utterance,
    vague,
)

STORY = "kessmar-talks"
MONDAY, TUESDAY = date(2031, 5, 12), date(2031, 5, 13)

_COURIER = """The talks in Kessmar lasted an hour and 20 minutes on Monday. Norvane keeps more than 100,000 troops along the Sollen line, Talmere’s defence ministry said.
The 12-nation Lowland League meets next week.
“Nothing was agreed and nothing was broken, and we will talk again in June,” foreign minister Ilka Sorvane said on Monday.
“We are not going to wait for ever for an answer from Talmere,” she said. “Our door is open.”
"""
_BELLWETHER = """The delegations of Norvane and Talmere met for 80 minutes. Tens of thousands of troops stand on Norvane’s border.
The Lowland League has 12 members.
'Nothing was agreed … we will talk again in June,' said Ilka Sorvane.
'We're not going to wait for ever for an answer from Talmere,' she told the press. 'Our door is open.'
"""
_LEDGER = """Foreign minister Ilka Sorvane said on Tuesday: “Nothing was agreed and nothing was broken, and we will talk again in June.”
“We are not going to wait for an answer from Talmere,” she said. Sorvane also said that Norvane’s door remained open.
The sides had agreed to “a season of silence”, she added.
"""

courier = article(
    "kessmar-courier",
    "Kessmar Courier",
    _COURIER,
    title="Norvane and Talmere end talks without a deal",
    published=(MONDAY, MONDAY),
    published_from=Evidence("record"),
)
bellwether = article(
    "bellwether",
    "The Bellwether",
    _BELLWETHER,
    title="No deal in Kessmar",
    published=(date(2031, 1, 1), date(2031, 12, 31)),
    published_from=Evidence("copyright line", Span(0, 6), "© 2031"),
)
ledger = article("northern-ledger", "Northern Ledger", _LEDGER, title="Sorvane: talks to go on")

room = Newsroom(courier, bellwether, ledger)
K, B, N = (each.id for each in (courier, bellwether, ledger))
TALKS = Event("talks", ("Norvane", "Talmere"), "Kessmar", MONDAY)

_lasted = {
    K: room.claim(
        K, "an hour and 20 minutes", count(exact(80, MINUTE), "minute", "event.length", event=TALKS)
    ),
    B: room.claim(B, "80 minutes", count(exact(80, MINUTE), "minute", "event.length", event=TALKS)),
}
_troops = {
    K: room.claim(
        K,
        "more than 100,000 troops",
        count(bounded("more_than", 100_000), "troop", "military.troops", subject="Norvane"),
        room.said(K, "Talmere’s defence ministry", "said", "organisation"),
    ),
    B: room.claim(
        B,
        "Tens of thousands of troops",
        count(vague(10_000, 100_000), "troop", "military.troops", subject="Norvane"),
    ),
}
_members = {
    K: room.claim(
        K, "12-nation", count(exact(12), "nation", "organisation.members", subject="Lowland League")
    ),
    B: room.claim(
        B,
        "12 members",
        count(exact(12), "member", "organisation.members", subject="Lowland League"),
    ),
}
_who = {"name": "Ilka Sorvane"}
_june = {
    K: room.quote(
        K,
        "Nothing was agreed and nothing was broken, and we will talk again in June,",
        room.said(K, "foreign minister Ilka Sorvane", "said", role="foreign minister", **_who),
    ),
    B: room.quote(
        B,
        "Nothing was agreed … we will talk again in June,",
        room.said(B, "Ilka Sorvane", "said", **_who),
    ),
    N: room.quote(
        N,
        "Nothing was agreed and nothing was broken, and we will talk again in June.",
        room.said(N, "Foreign minister Ilka Sorvane", "said", **_who),
    ),
}
_wait = {
    K: room.quote(
        K,
        "We are not going to wait for ever for an answer from Talmere,",
        room.said(K, "she", "said", **_who),
    ),
    B: room.quote(
        B,
        "We're not going to wait for ever for an answer from Talmere,",
        room.said(B, "she", "told", **_who),
    ),
    N: room.quote(
        N,
        "We are not going to wait for an answer from Talmere,",
        room.said(N, "she", "said", **_who),
    ),
}
_door = {
    K: room.quote(K, "Our door is open.", room.said(K, "she", **_who)),
    B: room.quote(B, "Our door is open.", room.said(B, "she", **_who)),
    N: room.quote(
        N, "Norvane’s door remained open", room.said(N, "Sorvane", "said", **_who), "indirect"
    ),
}
_silence = room.quote(N, "a season of silence", room.said(N, "she", "added", **_who), "mixed")

slots = (
    slot(
        "talks-length",
        STORY,
        [cell(_lasted[K]), cell(_lasted[B])],
        [pair(K, B, "agree", "An hour and 20 minutes are 80 minutes.")],
        _lasted[K],
    ),
    slot(
        "talks-troops",
        STORY,
        [cell(_troops[K]), cell(_troops[B])],
        [
            pair(
                K,
                B,
                "compatible",
                "“Tens of thousands” is vague and “more than 100,000” a lower bound; the first is the lower of the two.",
                room.place(B, "Tens of thousands"),
                room.place(K, "more than"),
            )
        ],
        _troops[K],
        scope=Scope(place="the border"),
    ),
    slot(
        "talks-members",
        STORY,
        [cell(_members[K]), cell(_members[B])],
        [pair(K, B, "agree", "Both say 12.")],
        _members[K],
    ),
)
_all = (
    ("equal", "We are not going to wait", "We are not going to wait"),
    ("delete", "for ever", ""),
    ("equal", "for an answer from Talmere", "for an answer from Talmere"),
)
utterances = (
    utterance(
        "talks-june",
        STORY,
        "Ilka Sorvane",
        list(_june.values()),
        [
            rendered(
                _june[K],
                _june[B],
                "excerpt",
                "The Bellwether leaves words out and marks the place.",
            ),
            rendered(
                _june[K],
                _june[N],
                "redated",
                "Kessmar Courier has it said on Monday, Northern Ledger on Tuesday.",
                "verbatim",
            ),
        ],
    ),
    utterance(
        "talks-wait",
        STORY,
        "Ilka Sorvane",
        list(_wait.values()),
        [
            rendered(_wait[K], _wait[B], "typography", "Only the marks and a contraction differ."),
            rendered(
                _wait[K],
                _wait[N],
                "omission",
                "Northern Ledger drops “for ever” without a mark.",
                diff=_all,
            ),
        ],
    ),
    utterance(
        "talks-door",
        STORY,
        "Ilka Sorvane",
        list(_door.values()),
        [
            rendered(_door[K], _door[B], "verbatim", "The words are the same."),
            rendered(
                _door[K],
                _door[N],
                "paraphrase",
                "Northern Ledger reports the words without quoting them.",
            ),
        ],
    ),
    utterance("talks-silence", STORY, "Ilka Sorvane", [_silence], []),
)
story = Story(
    STORY, (B, K, N), "They share Kessmar, Ilka Sorvane, the Lowland League and two quotations."
)
