"""Whether two articles, or two figures, are told of one event."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple, TypeVar

from xref.lexicon import table
from xref.model.article import Article, Zone
from xref.model.claim import Event

_FEW = 3
"""An article with fewer names than this says too little to be told apart by names."""
_WEEK = timedelta(days=7)
_LOOKED_AT = 30
_ASKED = 60
"""Of how many members of a group it is asked whether they clash with another group."""

T = TypeVar("T")


_NAME = re.compile(r"(?<=[\w,;)(—–-] )[^\W\d_a-z][\w'’-]*\w")
_DATELINE = re.compile(r"[A-Z]{2}[A-Z .,'-]*(?=[^\n]{0,40}[—–-])")
_WORD = re.compile(r"[^\W\d_][\w'’-]*\w")
_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Oo]ff) ((?:[A-Z][\w'’-]+ ?){1,4})")
_LEAD = 400
_NO_BODY = frozenset({Zone.FURNITURE, Zone.CREDIT, Zone.HEADLINE})


@cache
def _no_names() -> frozenset[str]:
    return frozenset([*table("questions")["idle"], *table("questions")["no_names"]])


def names_of(article: Article) -> frozenset[str]:
    """An article's names as lower-case words: its dateline, and capitals within sentences."""
    found: set[str] = set()
    for block in article.blocks:
        if block.zone in _NO_BODY:
            continue
        found.update(_bare(m[0]) for m in _NAME.finditer(article.text, *block.span))
        dateline = _DATELINE.match(article.text, block.span.start)
        if dateline is not None:
            found.update(_bare(m[0]) for m in _WORD.finditer(dateline[0]))
    return frozenset(found - _no_names())


def _bare(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s")


def one_event(a: "Known", b: "Known") -> bool:
    """Whether two articles' names allow that they tell of one event.

    One shared name is enough for articles of one week; with more time between, two are needed.
    """
    mine, theirs = a.places & (b.names | b.title | b.places), b.places & (a.names | a.title)
    if a.places and b.places and not mine and not theirs:
        return False
    if min(len(a.names), len(b.names)) < _FEW:
        return True
    shared = len(a.names & b.names) + len(a.names & b.title) + len(a.title & b.names)
    return shared >= (1 if _one_week(a.published, b.published) else 2)


class Known(NamedTuple):
    """What an article shows of its event: names, the words of its title, when it appeared.

    `places` are the names behind "in", "at", "near" in its title and its first lines.
    """

    names: frozenset[str]
    title: frozenset[str]
    places: frozenset[str]
    published: tuple[date, date] | None


def known(article: Article) -> Known:
    """What an article shows of its event."""
    title = frozenset(_bare(m[0]) for m in _WORD.finditer(article.title or ""))
    lead = f"{article.title or ''}\n{article.text[:_LEAD]}"
    places = {
        _bare(word) for m in _PLACE.finditer(lead) for word in _WORD.findall(m[1])
    } - _no_names()
    return Known(names_of(article), title - _no_names(), frozenset(places), article.published)


def _one_week(a: tuple[date, date] | None, b: tuple[date, date] | None) -> bool:
    if a is None or b is None:
        return True
    return b[0] - a[1] <= _WEEK and a[0] - b[1] <= _WEEK


def event_evidence(a: Event | None, b: Event | None) -> float:
    """How much speaks for two figures being told of one event; below zero: they are not.

    A shared day, place or person counts one each, a shared country or body half; another day or
    place rules it out.
    """
    if a is None or b is None:
        return 0
    if a.weekday and b.weekday and a.weekday != b.weekday:
        return -1
    if a.on and b.on and a.on != b.on:
        return -1
    found = float(a.weekday is not None and a.weekday == b.weekday)
    found = max(found, float(a.on is not None and a.on == b.on))
    if a.place and b.place:
        same = bool(set(a.place.lower().split()) & set(b.place.lower().split()))
        if not same and not _among(a.place, b) and not _among(b.place, a):
            return -1
        found += float(same)
    shared = _called(a) & _called(b)
    return found + sum(0.5 if name in _bodies() else 1.0 for name in shared)


def _among(place: str, event: Event) -> bool:
    words = {w for name in event.participants for w in name.lower().split()}
    return bool(set(place.lower().split()) & words)


def _called(event: Event) -> set[str]:
    """The last word of each participant's name: a surname, or the whole name of a country."""
    return {name.lower().split()[-1] for name in event.participants if name}


@cache
def _bodies() -> frozenset[str]:
    countries: Mapping[str, Sequence[str]] = table("demonyms")["countries"]
    known = table("organisations")
    names = [*countries, *(form for forms in countries.values() for form in forms)]
    names += [str(word) for words in known.values() if isinstance(words, list) for word in words]
    return frozenset(name.lower().split()[-1] for name in names)


def joined(
    items: Sequence[T],
    touch: Callable[[T, T], float],
    clash: Callable[[T, T], bool] | None = None,
) -> list[list[T]]:
    """The items in groups that touch, in order; each is held against the nearest before it.

    `touch` says how strongly two belong together, 0 or ``False`` for not at all; the strongest
    are joined first. Two groups stay apart where a member of one clashes with one of the other;
    of a large group so many members are asked that the cost stays linear in the items.
    """
    bonds = [
        (-strength, j, k)
        for k in range(len(items))
        for j in range(max(0, k - _LOOKED_AT), k)
        if (strength := float(touch(items[j], items[k]))) > 0
    ]
    groups = {k: [k] for k in range(len(items))}
    group_of = {k: k for k in range(len(items))}
    apart: dict[int, set[int]] = {}
    for _, j, k in sorted(bonds):
        mine, other = group_of[k], group_of[j]
        if mine == other or other in apart.get(mine, ()):
            continue
        if clash is not None and any(
            clash(items[a], items[b]) for a in groups[mine][:_ASKED] for b in groups[other][:_ASKED]
        ):
            apart.setdefault(mine, set()).add(other)
            apart.setdefault(other, set()).add(mine)
            continue
        small, large = sorted((mine, other), key=lambda g: (len(groups[g]), -g))
        for moved in groups[small]:
            group_of[moved] = large
        for third in apart.pop(small, ()):
            apart[third].discard(small)
            apart[third].add(large)
            apart.setdefault(large, set()).add(third)
        groups[large].extend(groups.pop(small))
    return [[items[k] for k in group] for group in sorted(map(sorted, groups.values()))]
