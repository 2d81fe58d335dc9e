"""Slots of dates: what articles say about the day of one happening.

Two dates are of one happening when the clauses that they stand in tell it in mostly the same
words, names among them. Different days need more in common than equal ones. Each clause is compared
as it stands in its own article, so that taking an article away changes nothing else.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from xref.compare import DEFAULT, Policy, Reading, reading_of, relate
from xref.lexicon import table
from xref.lexicon.nouns import singular
from xref.link.marks import listed
from xref.model.article import Article, Zone
from xref.model.claim import Claim, Date, Scope
from xref.model.link import Cell, Pair, Slot, Story
from xref.model.relation import SEVERITY, Kind
from xref.text.fold import fold

_WORD = re.compile(r"[^\W_][\w'’-]*")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
"""A second date in the clause: it tells of two days, or of a period."""
_LONGEST = 18
"""Words of content of a clause above which it tells too much to be one happening."""
_LEAST = 3
"""Words of content that two clauses share at least, one of them a name."""
_SAME, _OTHER = 0.5, 0.65
"""Share of the words of both clauses that is common: for equal days, and for different ones."""
_CROWD = 40
"""A word that more clauses of a story hold leads no clause to another."""
_EXACT = frozenset(["day", "month", "year"])


class _Told(NamedTuple):
    """A date claim with the words of its clause: all that tell something, and the names."""

    claim: Claim
    words: frozenset[str]
    names: frozenset[str]


def date_slots(
    story: Story,
    articles: Mapping[str, Article],
    claims: Mapping[str, Sequence[Claim]],
    origins: Mapping[str, str],
    policy: Policy = DEFAULT,
) -> tuple[Slot, ...]:
    """The happenings of a story that at least two articles date, in order of their ids."""
    told = [one for a in sorted(story.articles) for one in _told(claims.get(a, ()))]
    found: list[Slot] = []
    for group in _groups(told):
        first: dict[str, _Told] = {}
        for one in group:
            first.setdefault(one.claim.article, one)
        if len(first) > 1:
            readings = [reading_of(o.claim, articles[a]) for a, o in sorted(first.items())]
            found.append(_slot(story, group, readings, origins, policy))
    return tuple(sorted(found, key=lambda slot: slot.id))


def _told(claims: Sequence[Claim]) -> Iterator[_Told]:
    for claim in claims:
        value = claim.value
        if not isinstance(value, Date) or value.when.earliest is None or not value.what:
            continue
        if claim.repeats is not None or claim.zone in (Zone.FURNITURE, Zone.CREDIT):
            continue
        if value.when.precision not in _EXACT or _YEAR.search(value.what):
            continue
        words, names = _content(value.what)
        if _LEAST <= len(words) <= _LONGEST and names:
            yield _Told(claim, words, names)


def _content(clause: str) -> tuple[frozenset[str], frozenset[str]]:
    words: set[str] = set()
    names: set[str] = set()
    for match in _WORD.finditer(clause):
        low = singular(fold(match[0]).removesuffix("'s"))
        if len(low) < 3 or low in _idle():
            continue
        words.add(low)
        if match[0][0].isupper() and match.start() > 0:
            names.add(low)
    return frozenset(words), frozenset(names or {w for w in words if w[0].isdigit()})


@cache
def _idle() -> frozenset[str]:
    return frozenset([*table("questions")["idle"], *table("questions")["no_names"]])


def _groups(told: Sequence[_Told]) -> Iterator[list[_Told]]:
    """Dates of one happening; each joins the first group whose every member it fits."""
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    groups: list[list[_Told]] = []
    for one in told:
        near: dict[int, None] = {}
        for word in sorted(one.words):
            if len(by_word[word]) <= _CROWD:
                near.update(dict.fromkeys(by_word[word]))
        home = next((g for g in sorted(near) if all(_fit(one, o) for o in groups[g])), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(one)
        for word in one.words:
            if not by_word[word] or by_word[word][-1] != home:
                by_word[word].append(home)
    yield from (g for g in groups if len(g) > 1)


def _fit(a: _Told, b: _Told) -> bool:
    """Whether two dated clauses tell of one happening."""
    shared = a.words & b.words
    if len(shared) < _LEAST or not (shared & (a.names | b.names)):
        return False
    if _subjects(a, b) and _subjects(b, a):
        return False
    assert isinstance(a.claim.value, Date) and isinstance(b.claim.value, Date)
    one, other = a.claim.value.when, b.claim.value.when
    same = one.earliest == other.earliest or one.latest == other.latest
    if not same and (a.claim.article == b.claim.article or not (_numbered(a) and _numbered(b))):
        return False
    return len(shared) / len(a.words | b.words) >= (_SAME if same else _OTHER)


def _subjects(one: _Told, other: _Told) -> frozenset[str]:
    """The names of a clause that the other lacks: where both have such, they tell of two."""
    return one.names - other.words - listed("titles")


def _numbered(one: _Told) -> bool:
    """Whether a date tells a number: a bare weekday is too easily the one of another week."""
    return any(char.isdigit() for char in one.claim.text)


def _slot(
    story: Story,
    group: Sequence[_Told],
    readings: Sequence[Reading],
    origins: Mapping[str, str],
    policy: Policy,
) -> Slot:
    pairs = tuple(
        Pair(a.article, b.article, relate(a, b, policy))
        for k, a in enumerate(readings)
        for b in readings[k + 1 : k + _CROWD]
    )
    worst = max(pairs, key=lambda p: SEVERITY[p.relation.kind])
    common = frozenset.intersection(*(one.words for one in group))
    return Slot(
        id=f"{story.id}:date/{'-'.join(sorted(common))}",
        story=story.id,
        kind="date",
        measure=None,
        counted=None,
        unit=None,
        subject=None,
        event=None,
        scope=Scope(),
        cells=tuple(_cell(r, group) for r in readings),
        pairs=pairs,
        relation=Kind(worst.relation.kind),
        reason=worst.relation.reason,
        origins=len({origins.get(r.article, r.article) for r in readings}),
        why=f"the clauses share the words {', '.join(sorted(common))}",
    )


def _cell(reading: Reading, group: Sequence[_Told]) -> Cell:
    value = reading.claim.value
    assert isinstance(value, Date)
    when = value.when
    mine = tuple(o.claim.id for o in group if o.claim.article == reading.article)
    return Cell(
        article=reading.article,
        claims=mine,
        current=reading.claim.id,
        low=when.earliest.toordinal() if when.earliest else None,
        high=when.latest.toordinal() if when.latest else None,
        scope=Scope(),
        as_of=None,
    )
