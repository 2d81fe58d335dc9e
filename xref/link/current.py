"""Which of an article's statements of one figure stands, and which speak against it."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from xref.compare import DEFAULT
from xref.compare.amounts import Fit, compare_quantities
from xref.link.statements import Statement
from xref.model.amount import Bound
from xref.model.article import Zone
from xref.model.claim import SourceType

_REPEATED = 0.5
_FAR_DOWN = 6
_RIVAL = 4.5
_CAREFUL = 3.5
_BELOW = 2.5
_PAST = 4.0
_LEAD = 4
_TAKEN_OFF = 1.5
_ADDED = 1.0
"""What is taken off a sum that was added up, where a number is written."""
_COMPOUND = re.compile(r"[\w,.]+-[A-Za-z]+\b")
_WHOLE = 1.5
"""What speaks for a figure that is part of a name for its subject ("the 30-nation alliance")."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The statement that stands; those that it outdates; those in its own rank that differ.

    `same` are those that give the same number, `second` other figures for the same question (of
    another source, mostly), `aside` all the rest. `weight` is how much speaks
    for the figure being that of the article's own event.
    """

    current: Statement
    outdated: tuple[Statement, ...]
    rivals: tuple[Statement, ...]
    same: tuple[Statement, ...]
    aside: tuple[Statement, ...]
    weight: float
    second: tuple[Statement, ...] = ()


def standing(
    found: Sequence[Statement],
    *,
    parts: bool = False,
    seconds: Collection[str] | None = (),
) -> Standing | None:
    """The article's own figure among its statements of one measure, or ``None``.

    The best placed statement wins: title and lead before the body, figures before totals that
    were added up, what is repeated before what is said once; words that place a figure elsewhere
    count against it. Parts of the whole ("two of them", "the children") never stand for it, unless
    `parts` asks for them. The article's other figures are kept as well where
    they count one of the nouns `seconds`; all of them where it is ``None``.
    """
    open_ = [
        s for s in found if s.outdated is None and (parts or not s.part) and s.claim.repeats is None
    ]
    open_ = [s for s in open_ if not s.of_others and s.weight >= 0] or open_
    if not open_:
        return None
    # "Several were hurt" says little beside a number, unless that stands far down.
    numbered = max((s.weight for s in open_ if s.nominal is not None), default=-_BELOW)
    open_ = [s for s in open_ if s.nominal is not None or s.weight > numbered + _BELOW] or open_
    written = any(not s.derived for s in open_)
    said = Counter(s.nominal for s in open_)

    def score(s: Statement) -> tuple[float, Decimal, int]:
        weight = s.weight + _REPEATED * min(3, said[s.nominal] - 1)
        weight -= 1.0 if s.claim.zone is Zone.CAPTION else 0.0
        weight += _WHOLE if _COMPOUND.match(s.claim.text) else 0.0
        weight -= _TAKEN_OFF if s.derived and s.value.counted == "survivor" else 0.0
        weight -= _ADDED if s.derived and written else 0.0
        return weight, s.nominal or Decimal(0), -s.number

    best = max(open_, key=score)
    if score(best)[0] < 0 or (best.derived and best.nominal == 1 and best.number > _FAR_DOWN):
        return None
    best = _whole(best, found, open_)
    outdated = tuple(s for s in found if s.outdated is not None)
    gone = {s.claim.id for s in outdated}
    same = tuple(s for s in found if s.nominal == best.nominal and s.claim.id not in gone)
    best = min(same, key=lambda s: _plainness(s, best))
    rivals = tuple(s for s in open_ if _rival(s, best))
    kept = {s.claim.id for s in (*same, *outdated, *rivals)}
    aside = tuple(s for s in found if s.claim.id not in kept)
    # An article that tells of its event as past throughout is a later one, not about another.
    past = all(s.elsewhere is not None and not s.of_others for s in open_)
    weight = best.weight + (_PAST if past and best.number <= _LEAD else 0.0)
    second = tuple(
        s
        for s in open_
        if s.claim.id not in kept
        and (seconds is None or (s.value.counted in seconds and _differs(s, best)))
    )
    return Standing(best, outdated, rivals, same, aside, weight, second)


def _whole(best: Statement, found: Sequence[Statement], open_: Sequence[Statement]) -> Statement:
    """The total into which the article adds this very figure ("6 grandchildren" and two more)."""
    parts = {
        s.claim.id
        for s in found
        if s.nominal == best.nominal and s.value.counted == best.value.counted
    }
    totals = [s for s in open_ if not parts.isdisjoint(s.claim.derived_from)]
    return max(totals, key=lambda s: s.weight, default=best)


def _plainness(s: Statement, best: Statement) -> tuple[bool, bool, bool, bool, int]:
    """Of equal figures the most careful stands: with its bound, in the text before the title."""
    as_good = s.weight >= min(best.weight, _CAREFUL) and not s.part and s.derived <= best.derived
    exact = s.value.amount.bound is Bound.EXACT
    source = s.claim.attribution
    own_voice = source.type is SourceType.NONE or source.carried
    return not as_good, exact, not own_voice, s.number == 0, s.number


def _differs(s: Statement, best: Statement) -> bool:
    return compare_quantities(s.value, best.value, DEFAULT).fit is Fit.APART


def _rival(s: Statement, best: Statement) -> bool:
    """Whether a statement claims the same rank with another figure: both plain, both high up."""
    return _differs(s, best) and (
        s.nominal != best.nominal
        and not s.derived
        and not best.derived
        and s.elsewhere is None
        and s.weight >= _RIVAL
        and best.weight >= _RIVAL
        and s.value.measure == best.value.measure
        and s.value.scope.subset == best.value.scope.subset
    )
