"""The profiles of a run by outlet: what its articles count, added up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from statistics import median

from xref.model.article import Article
from xref.model.report import Count, Fact, Profile


def by_outlet(profiles: Iterable[Profile], articles: Mapping[str, Article]) -> tuple[Profile, ...]:
    """One profile for each outlet, by name: counts added up, facts by how many articles tell them.

    Indices of readability are the median of those that have one; lengths are sums.
    """
    mine: defaultdict[str, list[Profile]] = defaultdict(list)
    for each in profiles:
        mine[articles[each.subject].outlet].append(each)
    return tuple(_together(outlet, mine[outlet]) for outlet in sorted(mine))


def _together(outlet: str, profiles: Sequence[Profile]) -> Profile:
    counts = zip(*(each.counts for each in profiles), strict=True)
    facts = zip(*(each.facts for each in profiles), strict=True)
    return Profile(
        subject=outlet,
        articles=tuple(chain.from_iterable(each.articles for each in profiles)),
        counts=tuple(map(_added, counts)),
        facts=tuple(_told(same, len(profiles)) for same in facts),
        speakers=_speakers(profiles),
        readability=_medians(profiles),
    )


def _added(counts: Sequence[Count]) -> Count:
    first = counts[0]
    return Count(
        name=first.name,
        value=sum(each.value for each in counts),
        claims=tuple(chain.from_iterable(each.claims for each in counts)),
        of=None if first.of is None else sum(each.of or 0 for each in counts),
        group=first.group,
        likely=sum(each.likely for each in counts),
    )


def _told(facts: Sequence[Fact], articles: int) -> Fact:
    """A fact of several articles: a sum where it is a length, else how many tell it."""
    name = facts[0].name
    if name in ("words", "sentences"):
        total = sum(each.number or 0 for each in facts)
        return Fact(name, f"{total:,}", total)
    told = sum(each.value is not None for each in facts)
    if not told:
        return Fact(name, None)
    return Fact(name, f"{told} of {articles} article{'' if articles == 1 else 's'}", told)


def _speakers(profiles: Sequence[Profile]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, dict[str, str]] = {}
    for kind, names in chain.from_iterable(each.speakers for each in profiles):
        for name in names:
            found.setdefault(kind, {}).setdefault(name.casefold().removeprefix("the "), name)
    return tuple((kind, tuple(sorted(names.values()))) for kind, names in found.items())


def _medians(profiles: Sequence[Profile]) -> tuple[tuple[str, float], ...]:
    values: defaultdict[str, list[float]] = defaultdict(list)
    for name, value in chain.from_iterable(each.readability for each in profiles):
        values[name].append(value)
    return tuple((name, round(median(mine), 1)) for name, mine in values.items())
