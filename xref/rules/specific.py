"""Of two rules that look at one pair of figures the more specific one speaks."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from xref.rules.models import CompareRule, Rule
from xref.rules.outcome import Outcome

_NARROWING = ("counted", "subject", "event", "place", "near", "unit", "value", "outlet", "speaker")
_FIGURES = ("amount", "date")


class _Told(NamedTuple):
    """What a rule came to in one slot."""

    rule: str
    rank: tuple[int, int]
    relation: str
    articles: frozenset[str]
    reported: bool


def rank(rule: Rule, taught: Collection[str]) -> tuple[int, int]:
    """How closely a rule names what it looks at: by its measure, then by its other keys.

    A measure that a rule file teaches is closer than one of the lexicon, a name closer than a
    family of names, anything closer than none.
    """
    select = rule.select
    names = select.measure.any if select.measure is not None else ()
    closest = 0
    if names:
        whole = all("." in name and "*" not in name for name in names)
        closest = 3 if any(name in taught for name in names) else 2 if whole else 1
    narrowing = sum(getattr(select, key) is not None for key in _NARROWING)
    return closest, narrowing


def silent(
    rules: Sequence[Rule], outcomes: Mapping[str, Sequence[Outcome]], taught: Collection[str]
) -> frozenset[tuple[str, str, str]]:
    """The (rule, slot, relation) that a more specific rule answers instead.

    It answers for the articles that it came to anything for: by its own finding, or by another
    relation, which it need not report. Rules of one rank each speak for themselves.
    """
    by_slot: defaultdict[str, list[_Told]] = defaultdict(list)
    for rule in rules:
        if isinstance(rule, CompareRule) and rule.comparison in _FIGURES:
            own = rank(rule, taught)
            for each in outcomes[rule.id]:
                told = frozenset(each.articles)
                reported = each.finding is not None
                by_slot[each.about].append(_Told(rule.id, own, each.relation, told, reported))
    found: set[tuple[str, str, str]] = set()
    for slot, all_told in by_slot.items():
        for mine in all_told:
            if mine.reported and any(_answers(other, mine) for other in all_told):
                found.add((mine.rule, slot, mine.relation))
    return frozenset(found)


def _answers(other: _Told, mine: _Told) -> bool:
    """Whether another rule's outcome stands for one of this rule."""
    return (
        other.rule != mine.rule
        and other.rank > mine.rank
        and mine.articles <= other.articles
        and (other.reported or other.relation != mine.relation)
    )
