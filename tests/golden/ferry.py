"""An invented story: a ferry burns, and five outlets tell it differently."""

from datetime import date

from xref.model.article import Evidence
from xref.model.claim import NO_SOURCE, Event, Scope, Standing
from xref.model.link import Check, NotCompared, Origin, Person, PersonTitle, Story
from xref.model.report import Count, Fact, Finding, Level, Profile, Weighed
from xref.model.span import Span

from .making import (
    DOLLAR,
    HOUR,
    Newsroom,
    article,
    bounded,
    cell,
    count,
    exact,
    on,
    pair,
    rendered,
    slot,
    utterance,
    vague,
)

STORY = "ferry-fire"
MONDAY, TUESDAY, WEDNESDAY = date(2031, 3, 3), date(2031, 3, 4), date(2031, 3, 5)

_HERALD = """Nine dead as ferry burns off Port Ansel
PORT ANSEL, March 4, 2031 — Nine people died when the ferry Grey Heron caught fire outside Port Ansel on Monday night, the harbour police said. It carried 214 passengers, according to the company’s list.
Crews pulled 180 passengers from the water. Six people are still missing, the coastguard said.
“We did not see any sign that the alarm had failed,” fire chief Tamsin Orrelby told reporters. “Every boat that could float went out.”
The fire burned for two hours. Damage is put at $4 million. The ferry was last inspected in January. Dozens of small boats joined the rescue.
"""
_WIRE = """A fire on the ferry Grey Heron killed nine people off Port Ansel on Monday night. The ship carried 214 passengers.
Rescuers brought 203 passengers and crew ashore. Damage is estimated at four million dollars. More than 30 boats took part in the rescue.
“We saw no sign that the alarm had failed,” said Tamsin Orrelby, the deputy fire chief. “Every boat that could float went out,” she added.
The engine room had been locked from outside, a person briefed on the inquiry said.
"""
_COAST = """At least eight people died on Monday when fire swept the ferry Grey Heron. The company’s list has 241 passengers.
Four people are missing, the ferry line Ansel Marine said. “We did see a sign that the alarm had failed,” Orrelby said.
The fire burned for two hours; an earlier version of this article said twelve hours. Damage is put at $4m. The ferry was last inspected on 14 January.
The ship carried 60 cars, twice the number that its licence allows.
"""
_UPLAND = """Forty hurt in ferry fire as toll rises
The number of dead in Monday’s ferry fire rose to 11 on Wednesday, among them six passengers and four crew. The harbour reopened on Thursday, March 5.
Hospitals said 14 people were injured.
“Every boat that could float went out,” said the harbour master, Bram Quillfether.
Ansel Marine denied that there were 60 cars on deck.
"""

herald = article(
    "harbour-herald",
    "Harbour Herald",
    _HERALD,
    published=(TUESDAY, TUESDAY),
    published_from=Evidence("dateline", Span(40, 65), "PORT ANSEL, March 4, 2031"),
    outlet_from=Evidence("file name"),
)
wire = article(
    "meridian-wire",
    "Meridian Wire",
    _WIRE,
    title="Ferry fire kills nine",
    published=(TUESDAY, TUESDAY),
    published_from=Evidence("record"),
    url="https://wire.example/ferry",
    path="inputs/wire.jsonl",
    first_line=1,
    as_file=False,
)
tidewater = article(
    "tidewater-times",
    "Tidewater Times",
    _WIRE + "(Meridian Wire)\n",
    title="Ferry fire kills nine",
    published=(TUESDAY, TUESDAY),
    published_from=Evidence("record"),
    path="inputs/wire.jsonl",
    first_line=2,
    as_file=False,
)
coast = article(
    "coast-daily",
    "The Coast Daily",
    _COAST,
    title="Eight feared dead on Grey Heron",
    author="Ode Marrable",
    published=(TUESDAY, TUESDAY),
    published_from=Evidence("record"),
    path="inputs/coast-daily.md",
    first_line=6,
)
upland = article(
    "upland-post",
    "Upland Post",
    _UPLAND,
    published=(WEDNESDAY, WEDNESDAY),
    published_from=Evidence("record"),
    notes=("read as windows-1252",),
)

room = Newsroom(herald, wire, tidewater, coast, upland)
H, M, T, C, U = (each.id for each in (herald, wire, tidewater, coast, upland))
FIRE = Event("fire", (), "Port Ansel", MONDAY)


def _people(amount, measure, **more):
    return count(amount, "person", measure, event=FIRE, **more)


_police = room.said(H, "the harbour police", "said", "organisation")
_dead = {
    H: room.claim(H, "Nine people died", _people(exact(9), "people.killed"), _police),
    M: room.claim(M, "killed nine people", _people(exact(9), "people.killed")),
    T: room.claim(T, "killed nine people", _people(exact(9), "people.killed")),
    C: room.claim(
        C, "At least eight people died", _people(bounded("at_least", 8), "people.killed")
    ),
    U: room.claim(
        U, "rose to 11 on Wednesday", _people(exact(11), "people.killed", as_of=WEDNESDAY)
    ),
}
_aboard = {
    name: room.claim(
        name,
        f"{number} passengers",
        count(exact(number), "passenger", "people.aboard", subject="Grey Heron"),
        room.said(H, "the company’s list", "according to", "document") if name == H else NO_SOURCE,
    )
    for name, number in ((H, 214), (M, 214), (T, 214), (C, 241))
}
_saved = {
    H: room.claim(
        H,
        "180 passengers",
        count(exact(180), "passenger", "people.rescued", scope=Scope(subset="passengers")),
    ),
    M: room.claim(
        M,
        "203 passengers and crew",
        count(exact(203), "passenger", "people.rescued", scope=Scope(subset="passengers and crew")),
    ),
}
_missing = {
    H: room.claim(
        H,
        "Six people are still missing",
        _people(exact(6), "people.missing"),
        room.said(H, "the coastguard", "said", "organisation"),
    ),
    C: room.claim(
        C,
        "Four people are missing",
        _people(exact(4), "people.missing"),
        room.said(C, "the ferry line Ansel Marine", "said", "organisation", name="Ansel Marine"),
    ),
}
_burned = {
    H: [room.claim(H, "two hours", count(exact(2, HOUR), "hour", "event.length", event=FIRE))],
    C: [
        room.claim(C, "two hours", count(exact(2, HOUR), "hour", "event.length", event=FIRE)),
        room.claim(C, "twelve hours", count(exact(12, HOUR), "hour", "event.length", event=FIRE)),
    ],
}
_damage = {
    name: room.claim(
        name, text, count(exact(4_000_000, DOLLAR), "dollar", "money.damage", event=FIRE)
    )
    for name, text in (
        (H, "$4 million"),
        (M, "four million dollars"),
        (T, "four million dollars"),
        (C, "$4m"),
    )
}
_boats = {
    H: room.claim(H, "Dozens of small boats", count(vague(12, 120), "boat", None)),
    M: room.claim(M, "More than 30 boats", count(bounded("more_than", 30), "boat", None)),
}
_inspected = {
    H: room.claim(
        H, "in January", on(date(2031, 1, 1), date(2031, 1, 31), anchor="the publication date")
    ),
    C: room.claim(C, "on 14 January", on(date(2031, 1, 14), anchor="the publication date")),
}
_hurt = [
    room.claim(U, "Forty hurt", _people(exact(40), "people.injured")),
    room.claim(
        U,
        "14 people were injured",
        _people(exact(14), "people.injured"),
        room.said(U, "Hospitals", "said", "organisation"),
    ),
]
_cars = room.claim(C, "60 cars", count(exact(60), "car", None))
_no_cars = room.claim(
    U,
    "60 cars",
    count(exact(60), "car", None),
    standing=Standing.DENIED,
    stands_by=room.place(U, "denied").span,
)
_parts = (
    room.claim(U, "six passengers", count(exact(6), "passenger", "people.killed")),
    room.claim(U, "four crew", count(exact(4), "crew", "people.killed")),
)
_reopened = room.claim(U, "Thursday, March 5", on(WEDNESDAY, weekday="thursday"))

_chief = {"name": "Tamsin Orrelby"}
_alarm = {
    H: room.quote(
        H,
        "We did not see any sign that the alarm had failed,",
        room.said(H, "fire chief Tamsin Orrelby", "told", role="fire chief", **_chief),
    ),
    M: room.quote(
        M,
        "We saw no sign that the alarm had failed,",
        room.said(M, "Tamsin Orrelby", "said", role="deputy fire chief", **_chief),
    ),
    C: room.quote(
        C, "We did see a sign that the alarm had failed,", room.said(C, "Orrelby", "said", **_chief)
    ),
}
_boat = {
    H: room.quote(
        H,
        "Every boat that could float went out.",
        room.said(H, "fire chief Tamsin Orrelby", **_chief),
    ),
    M: room.quote(
        M, "Every boat that could float went out,", room.said(M, "she", "added", **_chief)
    ),
    U: room.quote(
        U,
        "Every boat that could float went out,",
        room.said(
            U,
            "the harbour master, Bram Quillfether",
            "said",
            name="Bram Quillfether",
            role="harbour master",
        ),
    ),
}
_locked = room.claim(
    M,
    "The engine room had been locked from outside",
    count(exact(1), "room", None),
    room.said(M, "a person briefed on the inquiry", "said", "anonymous"),
)

_equal = "Both say nine."
slots = (
    slot(
        "ferry-killed",
        STORY,
        [cell(_dead[name]) for name in (H, M, T, C, U)],
        [
            pair(H, M, "agree", _equal),
            pair(H, T, "agree", _equal),
            pair(M, T, "agree", _equal),
            pair(H, C, "compatible", "“At least eight” leaves room for nine."),
            pair(C, M, "compatible", "“At least eight” leaves room for nine."),
            pair(
                H,
                U,
                "update",
                "A day later the Upland Post says that the number “rose to” 11.",
                room.place(U, "rose to"),
            ),
            pair(
                C,
                U,
                "update",
                "A day later the Upland Post says that the number “rose to” 11.",
                room.place(U, "rose to"),
            ),
        ],
        _dead[H],
        origins=4,
    ),
    slot(
        "ferry-aboard",
        STORY,
        [cell(_aboard[name]) for name in (H, M, T, C)],
        [
            pair(H, M, "agree", "Both say 214."),
            pair(
                H,
                C,
                "conflict",
                "214 and 241 passengers for one sailing, each from the company’s list; the last two digits are swapped.",
            ),
            pair(
                C,
                M,
                "conflict",
                "214 and 241 passengers for one sailing; the last two digits are swapped.",
            ),
        ],
        _aboard[H],
        origins=3,
    ),
    slot(
        "ferry-rescued",
        STORY,
        [cell(_saved[H]), cell(_saved[M])],
        [
            pair(
                H,
                M,
                "scope",
                "180 counts passengers alone, 203 “passengers and crew”.",
                room.place(M, "and crew"),
            )
        ],
        _saved[H],
    ),
    slot(
        "ferry-missing",
        STORY,
        [cell(_missing[H]), cell(_missing[C])],
        [
            pair(
                H,
                C,
                "attributed",
                "Six is the coastguard’s figure, four is Ansel Marine’s.",
                room.place(H, "the coastguard said"),
                room.place(C, "the ferry line Ansel Marine said"),
            )
        ],
        _missing[H],
    ),
    slot(
        "ferry-deck",
        STORY,
        [cell(_cars), cell(_no_cars)],
        [
            pair(
                C,
                U,
                "denial",
                "The Upland Post reports 60 cars as denied, The Coast Daily as a fact.",
                room.place(U, "denied"),
            )
        ],
        _cars,
    ),
    slot(
        "ferry-length",
        STORY,
        [cell(*_burned[H]), cell(*_burned[C], current=0)],
        [
            pair(
                H,
                C,
                "correction",
                "The Coast Daily withdraws its “twelve hours” and now says two.",
                room.place(C, "an earlier version of this article said twelve hours"),
            )
        ],
        _burned[H][0],
    ),
    slot(
        "ferry-damage",
        STORY,
        [cell(_damage[name]) for name in (H, M, T, C)],
        [
            pair(H, M, "agree", "$4 million and four million dollars are one figure."),
            pair(H, C, "agree", "$4 million and $4m are one figure."),
        ],
        _damage[H],
        origins=3,
    ),
    slot(
        "ferry-boats",
        STORY,
        [cell(_boats[H]), cell(_boats[M])],
        [
            pair(
                H,
                M,
                "compatible",
                "“Dozens” and “more than 30” can both hold; the Meridian Wire is the more exact.",
                room.place(H, "Dozens"),
                room.place(M, "More than"),
            )
        ],
        _boats[H],
    ),
    slot(
        "ferry-inspected",
        STORY,
        [cell(_inspected[H]), cell(_inspected[C])],
        [
            pair(
                H, C, "compatible", "14 January lies in January; The Coast Daily is the more exact."
            )
        ],
        _inspected[H],
        counted="last inspection",
    ),
    slot(
        "ferry-injured",
        STORY,
        [cell(*_hurt)],
        [
            pair(
                U,
                U,
                "internal",
                "The headline says forty were hurt, the body that 14 were injured.",
            )
        ],
        _hurt[0],
    ),
    slot("ferry-cars", STORY, [cell(_cars)], [], _cars),
)

utterances = (
    utterance(
        "ferry-alarm",
        STORY,
        "Tamsin Orrelby",
        [_alarm[name] for name in (H, M, C)],
        [
            rendered(
                _alarm[H],
                _alarm[M],
                "altered",
                "“did not see any” became “saw no”: other words, the same sense.",
                diff=(
                    ("equal", "We", "We"),
                    ("replace", "did not see any", "saw no"),
                    ("equal", "sign that the alarm had failed", "sign that the alarm had failed"),
                ),
            ),
            rendered(
                _alarm[H],
                _alarm[C],
                "altered",
                "The negation is gone: “did not see any sign” became “did see a sign”.",
                diff=(
                    ("equal", "We did", "We did"),
                    ("delete", "not", ""),
                    ("equal", "see", "see"),
                    ("replace", "any", "a"),
                    ("equal", "sign that the alarm had failed", "sign that the alarm had failed"),
                ),
            ),
        ],
    ),
    utterance(
        "ferry-boat",
        STORY,
        "Tamsin Orrelby",
        [_boat[name] for name in (H, M, U)],
        [
            rendered(_boat[H], _boat[M], "verbatim", "The words are the same."),
            rendered(
                _boat[H],
                _boat[U],
                "reassigned",
                "Harbour Herald gives the words to Tamsin Orrelby, the Upland Post to Bram Quillfether.",
                "verbatim",
            ),
            rendered(
                _boat[M],
                _boat[U],
                "reassigned",
                "Meridian Wire gives the words to Tamsin Orrelby, the Upland Post to Bram Quillfether.",
                "verbatim",
            ),
        ],
    ),
)

findings = (
    Finding(
        "f-aboard", "passenger-count", Level.ERROR, "conflict",
        "Harbour Herald says 214 passengers, The Coast Daily says 241 passengers (13 % apart)",
        room.place(C, "241 passengers", claim=_aboard[C].id),
        (room.place(H, "214 passengers", "A says", _aboard[H].id), room.place(M, "214 passengers", "A says", _aboard[M].id)),
        "214 and 241 passengers for one sailing; the last two digits are swapped.", "fp-aboard", STORY, "ferry-aboard",
    ),
    Finding(
        "f-alarm", "quote-wording", Level.ERROR, "altered",
        "Tamsin Orrelby: Harbour Herald “We did not see any sign …”, The Coast Daily “We did see a sign …”",
        room.place(C, "We did see a sign that the alarm had failed,", claim=_alarm[C].id),
        (room.place(H, "We did not see any sign that the alarm had failed,", claim=_alarm[H].id),),
        "The negation is gone.", "fp-alarm", STORY, None, "ferry-alarm",
    ),
    Finding(
        "f-boat", "quote-wording", Level.WARNING, "reassigned",
        "Two speakers are given for “Every boat that could float went out”",
        room.place(U, "Every boat that could float went out,", claim=_boat[U].id),
        (room.place(H, "Every boat that could float went out.", claim=_boat[H].id),),
        "", "fp-boat", STORY, None, "ferry-boat",
    ),
    Finding(
        "f-hurt", "self-consistency", Level.WARNING, "internal",
        "Upland Post says “Forty hurt” and “14 people were injured”",
        room.place(U, "Forty hurt", claim=_hurt[0].id), (room.place(U, "14 people were injured", claim=_hurt[1].id),),
        "The headline says forty were hurt, the body that 14 were injured.", "fp-hurt", STORY, "ferry-injured",
    ),
    Finding(
        "f-sum", "parts-and-whole", Level.WARNING, "sanity",
        "The parts of 11 dead add up to 10",
        room.place(U, "rose to 11", claim=_dead[U].id),
        (room.place(U, "six passengers", "a part", _parts[0].id), room.place(U, "four crew", "a part", _parts[1].id)),
        "parts do not sum: six passengers and four crew are ten.", "fp-sum", STORY,
    ),
    Finding(
        "f-title", "person-title", Level.WARNING, "conflict",
        "Tamsin Orrelby is “fire chief” in Harbour Herald and “deputy fire chief” in Meridian Wire",
        room.place(H, "fire chief"), (room.place(M, "the deputy fire chief"),),
        "Two offices are given for one day.", "fp-title", STORY,
    ),
    Finding(
        "f-killed", "casualties", Level.INFO, "update",
        "Upland Post revises 9 to 11", room.place(U, "rose to 11", claim=_dead[U].id),
        (room.place(H, "Nine people died", claim=_dead[H].id),), "", "fp-killed", STORY, "ferry-killed",
    ),
    Finding(
        "f-cars", "unattributed-figure", Level.WARNING, "claim",
        "“60 cars” is given with no source", room.place(C, "60 cars", claim=_cars.id), (),
        "No speaker or document is named in the sentence or beside it.", "fp-cars", STORY,
    ),
    Finding(
        "f-locked", "single-anonymous-source", Level.ERROR, "support",
        "only Meridian Wire reports “The engine room had been locked from outside”, from a person briefed on the inquiry",
        room.place(M, "The engine room had been locked from outside", claim=_locked.id), (),
        "One anonymous source, one independent text.", "fp-locked", STORY,
    ),
)  # fmt: skip
suppressed = (
    Finding(
        "f-boats", "vague-figure", Level.INFO, "compatible", "“Dozens” could be told more exactly",
        room.place(H, "Dozens of small boats", claim=_boats[H].id), (), "", "fp-boats", STORY, "ferry-boats",
    ),
)  # fmt: skip

story = Story(
    STORY,
    (C, H, M, T, U),
    "They share the ferry Grey Heron, Port Ansel and Tamsin Orrelby within two days.",
)
origin = Origin(
    "wire-text",
    (M, T),
    "99 % of the sentences are the same; “(Meridian Wire)” stands at the end of one",
)
person = Person(
    "p-orrelby", STORY, "Tamsin Orrelby", ("Orrelby",),
    (PersonTitle("fire chief", room.place(H, "fire chief")), PersonTitle("deputy fire chief", room.place(M, "deputy fire chief"))),
)  # fmt: skip
checks = (
    Check(
        "a weekday that is not that date",
        STORY,
        "5 March 2031 is a Wednesday.",
        (room.place(U, "Thursday, March 5", claim=_reopened.id),),
    ),
    Check(
        "parts do not sum",
        STORY,
        "Six passengers and four crew are ten.",
        (room.place(U, "rose to 11", claim=_dead[U].id),),
    ),
)
not_compared = (
    NotCompared(
        (_cars.id, _aboard[H].id),
        "Cars and passengers are counted by the same ship, and are different things.",
    ),
)
profiles = (
    Profile(
        H,
        (H,),
        (
            Count("figures attributed", 2, (_dead[H].id, _missing[H].id), 8),
            Count(
                "figures institutional", 2, (_dead[H].id, _missing[H].id), 8, "figures by source"
            ),
            Count(
                "figures unsourced",
                6,
                tuple(c.id for c in room.claims if c.article == H and c.kind == "quantity")[:6],
                8,
                "figures by source",
            ),
            Count(
                "quotes verbatim", 2, (_alarm[H].id, _boat[H].id), 2, "quotes beside other texts", 1
            ),
        ),
        (Fact("byline", "Odo Felk"), Fact("dateline", None), Fact("words", "212", 212)),
        (
            ("named", ("Tamsin Orrelby",)),
            ("institutional", ("the coastguard", "the harbour police")),
        ),
        (("automated readability index", 6.31), ("lix", 34.0)),
        (Weighed("share of figures attributed", 0.25, 40.0), Weighed("quotes altered", None, 2.0)),
    ),
    Profile(
        C,
        (C,),
        (
            Count("figures attributed", 0, (), 6),
            Count("figures unsourced", 1, (_cars.id,), 6, "figures by source"),
        ),
        (Fact("byline", None),),
        (("named", ("Ansel Marine", "Tamsin Orrelby")),),
        (("lix", 5.0),),
    ),
)
