"""Compare rules over lists of names: whom or what articles name, in any order."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from xref.model.link import NameList, Roster
from xref.rules.finding import sentence_of
from xref.rules.models import CompareRule
from xref.rules.scene import Scene
from xref.rules.select import holds_for_list
from xref.text.fold import fold


class NamesPair(NamedTuple):
    """Two lists of one thing, the earlier article's first, with their relation and its reason.

    `diff` has the names of one alone, those of the first marked "−", those of the second "+".
    """

    a: NameList
    b: NameList
    relation: str
    reason: str
    diff: str


def groups(rule: CompareRule, scene: Scene) -> Iterator[tuple[Roster, list[NameList]]]:
    """Each roster with the lists that the rule selects, the earliest article's first."""
    for roster in scene.linked.rosters:
        chosen = [each for each in roster.lists if takes(rule, each, scene)]
        if chosen:
            yield roster, sorted(chosen, key=lambda each: scene.order(each.place.article))


def takes(rule: CompareRule, listed: NameList, scene: Scene) -> bool:
    """Whether the rule selects a list."""
    article = scene.articles[listed.place.article]
    sentence = sentence_of(article, listed.place).of(article.part(listed.place.field))
    return holds_for_list(listed, rule.select, article.outlet, sentence)


def pairs(rule: CompareRule, lists: list[NameList], scene: Scene) -> list[NamesPair]:
    """The lists set against each other.

    Two articles that name the same are told by the first of them, so that each wording is set
    against each other wording once.
    """
    firsts: dict[tuple[frozenset[str], bool], list[NameList]] = {}
    for each in lists:
        firsts.setdefault((frozenset(each.keys), each.open), []).append(each)
    found: list[NamesPair] = []
    for same in firsts.values():
        found += [
            NamesPair(same[0], other, "agree", "the same names", "")
            for other in same[1:]
            if _kept(same[0], other, rule, scene)
        ]
    for ones, twos in combinations(firsts.values(), 2):
        pair = next(
            ((one, two) for one in ones for two in twos if _kept(one, two, rule, scene)), None
        )
        if pair is not None:
            found.append(_related(*pair))
    return found


def _related(a: NameList, b: NameList) -> NamesPair:
    only_a = [name for name, key in zip(a.names, a.keys, strict=True) if key not in b.keys]
    only_b = [name for name, key in zip(b.names, b.keys, strict=True) if key not in a.keys]
    if not only_a and not only_b:
        return NamesPair(a, b, "agree", "the same names", "")
    diff = " ".join([f"−“{name}”" for name in only_a] + [f"+“{name}”" for name in only_b])
    told = []
    if only_a:
        told.append(f"the first alone names {_listed(only_a)}")
    if only_b:
        told.append(f"the second alone names {_listed(only_b)}")
    reason = "; ".join(told)
    if only_a and only_b and not (a.open or b.open):
        return NamesPair(a, b, "conflict", reason, diff)
    why = "one has all names of the other" if not (only_a and only_b) else "one names but some"
    return NamesPair(a, b, "compatible", f"{why}: {reason}", diff)


def _listed(names: list[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


def _kept(one: NameList, two: NameList, rule: CompareRule, scene: Scene) -> bool:
    a, b = one.place.article, two.place.article
    if rule.group.collapse == "origin" and scene.origin(a) == scene.origin(b):
        return False
    if rule.group.across == "outlet":
        return fold(scene.articles[a].outlet) != fold(scene.articles[b].outlet)
    return a != b
