"""How many people are told of in one breath: lists without those that only describe others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from xref.extract.fate_words import CASUALTIES, HOSPITALISED, INJURED, KILLED, FateWords
from xref.extract.people import Group, Kind
from xref.language import Reading

_COMMA = [","]
_PAUSES = frozenset([",", "-", "--", "—", "–", "("])
_ANDS = frozenset(["and", "&", "plus"])
_YOUNG = frozenset(["child", "baby", "teenager"])
_GROWN = frozenset(["man", "woman"])


class Toll(NamedTuple):
    """People to whom one thing happened, told in one breath.

    `total` is their number; `others`: they come beside those told before ("another child");
    `of_hit`: they are some of those told before ("four shot, one fatally"); `graded`: only those
    with wounds of one kind ("with serious injuries"), or a part otherwise.
    """

    outcome: str
    groups: tuple[Group, ...]
    total: Decimal
    others: bool = False
    of_hit: bool = False
    graded: bool = False


@dataclass(slots=True)
class Listed:
    """People told in one breath, and what befell them; `of_hit` and `graded` as in `Toll`."""

    groups: list[Group]
    outcome: str | None
    of_hit: bool = False
    graded: bool = False


def summed(
    reading: Reading, lists: Sequence[Listed], words: FateWords, *, headline: bool
) -> list[Toll]:
    """The lists that something befell; "others" of the same fate add to those before."""
    out: list[Toll] = []
    for before, told in zip([None, *lists], lists, strict=False):
        groups = described(reading, told.groups, words, headline=headline)
        outcome = told.outcome or _gapped(before, groups[0])
        if outcome is None or all(g.definite for g in groups):
            continue
        if all(g.itself for g in groups) and (outcome != KILLED or "them" in reading.low):
            continue  # "before shooting them and killing herself"
        previous = next((n for n, t in enumerate(out) if t.outcome == outcome), None)
        first = groups[0]
        others = all(g.others for g in groups)
        if first.ordinal and len(groups) == 1:
            if previous is not None and out[previous].total == first.ordinal - 1:
                groups = out.pop(previous).groups + groups
            elif all(t.total != first.ordinal - 1 for t in out):
                continue  # "a fourth victim died": one of how many who died, nobody says here
        elif previous is not None and (others or first.itself):
            groups = out.pop(previous).groups + groups
        kinds = {g.kind for g in groups}
        graded = told.graded or (
            first.part and first.figure is None and not told.of_hit
        )  # "both women"
        if Kind.UNTOLD in kinds:
            if Kind.FIGURE not in kinds:
                continue
            rest = [g for g in groups if g.kind is not Kind.UNTOLD]
            groups, graded = (replace(rest[0], open=True), *rest[1:]), True
        if outcome == CASUALTIES and others and first.kind is Kind.FIGURE:
            outcome = INJURED  # "three others were shot": the others of those who died
        total = sum((g.count for g in groups), Decimal(0))
        bare = previous is not None and first.bare and not others
        if bare and outcome == HOSPITALISED:
            graded = True  # "12 in hospital, four in critical condition"
        out.append(Toll(outcome, groups, total, others, told.of_hit, graded))
    return out


def _gapped(before: Listed | None, group: Group) -> str | None:
    """What befell "a fourth at a hospital", behind three who "died at the scene"."""
    if before is None or not group.ordinal or before.outcome is None:
        return None
    told = sum((g.count for g in before.groups), Decimal(0))
    return before.outcome if told == group.ordinal - 1 else None


def described(
    reading: Reading, groups: Sequence[Group], words: FateWords, *, headline: bool
) -> tuple[Group, ...]:
    """The groups of a list without those that only describe the one before.

    "His father, Ansel Varr", "two children, a boy and a girl", "a clerk, a woman of 40". What
    follows a bare comma with no "and" behind it is no part of a list, outside headlines.
    """
    glue = [reading.low[a.last : b.first] for a, b in pairwise(groups)]
    kept: list[Group] = []
    k = 0
    while k < len(groups):
        kept.append(groups[k])
        k += 1 + _describing(groups, glue, k, words, headline)
    if headline or len(kept) < 2:
        return tuple(kept)
    return tuple(kept[: _closed(reading, kept)])


def _closed(reading: Reading, groups: Sequence[Group]) -> int:
    """How many groups a list has: up to the one that "and" joins."""
    for k in range(len(groups) - 1, 0, -1):
        between = reading.low[groups[k - 1].last : groups[k].first]
        if not _ANDS.isdisjoint(between):
            return k + 1
    return 1


def _describing(
    groups: Sequence[Group],
    glue: Sequence[Sequence[str]],
    k: int,
    words: FateWords,
    headline: bool,
) -> int:
    """How many groups right behind group `k` describe it."""
    whole, rest = groups[k], groups[k + 1 :]
    if not rest or not glue[k] or glue[k][-1] not in _PAUSES or not _ANDS.isdisjoint(glue[k]):
        return 0
    if whole.kind is Kind.FIGURE and whole.count > 1:
        count = Decimal(0)
        for n, part in enumerate(rest, start=1):
            count += part.count
            if count > whole.count or not _fits(whole, part, words):
                return 0
            if count == whole.count:
                return n
        return 0
    part = rest[0]
    closed = k + 1 >= len(glue) or glue[k + 1][0] in _PAUSES
    if not closed or part.count != 1 or whole.kind is Kind.FIGURE:
        return 0
    if part.kind is Kind.NAME:
        return int(whole.kind is Kind.SINGLE)
    if part.kind is not Kind.SINGLE:
        return 0
    if whole.kind is Kind.NAME:
        return int(not part.theirs)
    last = k + 1 >= len(glue) and not headline and not _told_apart(whole, words)
    return int(last and _fits(whole, part, words) and part.head != whole.head)


def _told_apart(group: Group, words: FateWords) -> bool:
    """Whether a noun tells the sex or the age of those whom it counts."""
    return group.head in words.sexes or words.kind(group.head) in _YOUNG | _GROWN


def _fits(whole: Group, part: Group, words: FateWords) -> bool:
    """Whether people of the one noun can be described by the other."""
    if part.kind is Kind.NAME or part.head in ("person", "", whole.head):
        return True
    mine, theirs = words.sexes.get(whole.head), words.sexes.get(part.head)
    if mine and theirs and mine != theirs:
        return False
    kinds = words.kind(whole.head), words.kind(part.head)
    young = [kind in _YOUNG for kind in kinds]
    grown = [kind in _GROWN for kind in kinds]
    grown = [
        old or head == "adult" for old, head in zip(grown, (whole.head, part.head), strict=True)
    ]
    grown = [old and not child for old, child in zip(grown, young, strict=True)]
    if (young[0] and grown[1]) or (grown[0] and young[1]):
        return False
    return kinds[0] in ("person", "victim", "") or _told_apart(part, words)
