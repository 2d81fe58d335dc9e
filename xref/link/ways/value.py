"""One value that several articles give beside the same words; such figures only agree."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xref.compare import DEFAULT
from xref.compare.amounts import Fit, compare_quantities
from xref.link.anchors import anchors, stem
from xref.link.current import Standing
from xref.link.filled import Filled, Told
from xref.link.questions import Question, apart, family, generic, plainly, size, value_question
from xref.link.same_event import joined
from xref.link.statements import Statement
from xref.model.amount import Bound
from xref.model.claim import Quantity

_RANK = 3
_SMALL = 12
_VAGUE = 10
_COUNTS = frozenset({"count", "duration"})
_MANY = 3
_OF_SUBJECT = frozenset({"percentage", "share"})
_LOOSE = frozenset({"duration", "percentage", "share", "multiple"})
"""Of these one story tells many of one value: two are the same only with the same things said."""


class _Said(NamedTuple):
    """A figure with its words: those near it, those of its sentence, the names right by it.

    `plain` is the number said, without its bound; `needed` so many words it must share; `called`
    are the stems of all names of its sentence.
    """

    article: str
    statement: Statement
    plain: Quantity
    needed: float
    near: frozenset[str]
    sentence: frozenset[str]
    names: frozenset[str]
    called: frozenset[str]


def fill(told: Told) -> Iterator[Filled]:
    """One slot for each value that several articles give beside the same words."""
    asked: dict[tuple[Question, str], list[_Said]] = defaultdict(list)
    for id_, found in told.stated.items():
        for s in found:
            if s.claim.id not in told.used and _telling(s):
                words = anchors(s.claim, told.articles[id_])
                about = value_question(s.value)
                plain, needed = plainly(s.value), _needed(s)
                called = frozenset(map(stem, words.all_names | words.names))
                near, sentence = words.near, words.sentence
                said = _Said(id_, s, plain, needed, near, sentence, words.names, called)
                asked[about, family(s.value)].append(said)
    for about, kind in sorted(asked):
        items = sorted(
            asked[about, kind],
            key=lambda said: (size(said.statement.value.amount), said.statement.claim.id),
        )
        for group in joined(items, _same):
            if len({said.article for said in group}) > 1:
                yield _slot(about, group, told)


def _telling(s: Statement) -> bool:
    """Whether a figure says enough to be looked for elsewhere: not "one", "a day", "several"."""
    if s.claim.repeats is not None or s.derived:
        return False
    amount = s.value.amount
    if amount.nominal is None:
        return amount.low is not None and amount.low >= _VAGUE
    return amount.nominal > 1 or s.value.dimension not in _COUNTS


def _same(a: _Said, b: _Said) -> bool:
    if compare_quantities(a.plain, b.plain, DEFAULT).fit is not Fit.EQUAL:
        return False
    if a.plain.dimension == "age" and not a.names & b.names:
        return False
    mine, theirs = a.statement.value, b.statement.value
    if mine.dimension in _OF_SUBJECT and apart(mine, theirs):
        return False
    near, sentence = a.near & b.near, a.sentence & b.sentence
    plain = (near | sentence) - a.called - b.called
    if mine.dimension in _LOOSE and not plain and len(near) < _MANY:
        return False  # all that a story tells of its person stands beside that name
    return len(near) + len(sentence) / 2 >= a.needed


def _needed(s: Statement) -> float:
    """How many words two equal figures must share: few where the value or the noun tells a lot."""
    nominal = s.nominal
    noun = s.value.counted or (s.value.amount.unit.name if s.value.amount.unit else "")
    needed = 1.0 if noun and noun not in generic() else 2.0
    if nominal is None:
        return needed
    if len(nominal.normalize().as_tuple().digits) >= 3:
        return 0.5
    return needed - 0.5 if nominal > _SMALL else needed


def _slot(about: Question, group: Sequence[_Said], told: Told) -> Filled:
    own: dict[str, list[Statement]] = defaultdict(list)
    for said in group:
        own[said.article].append(said.statement)
    standings = {}
    for id_, mine in own.items():
        ids = {s.claim.id for s in mine}
        copies = [s for s in told.stated[id_] if s.claim.repeats in ids]
        exact = (s for s in mine if s.value.amount.bound is Bound.EXACT)
        current = next(exact, mine[0])
        standings[id_] = Standing(current, (), (), (*mine, *copies), (), current.weight)
    shared = " ".join(sorted(group[0].near & group[1].near)[:3])
    named = f"{size(group[0].statement.value.amount):f} {shared}"
    why = f"the same value beside the same words ({shared})"
    return Filled(about._replace(subset=named), why, standings, _RANK, only_agree=True)
