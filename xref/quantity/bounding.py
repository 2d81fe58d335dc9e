"""The bound words on either side of a figure, as far as the sentence lets them bound it."""

from xref.model.amount import Bound
from xref.quantity import bounds, syntax, units
from xref.quantity.draft import Draft
from xref.quantity.grammar import Grammar
from xref.quantity.tokens import Tokens

_HEDGED = (Bound.EXACT, Bound.ABOUT)
"""Bounds that another bound word may replace."""
_EXTENTS = frozenset({"long", "high", "far"})
_ROUND = 10
"""What is over a bound is a number that is round for its size: no count below this is."""


def take_in(t: Tokens, d: Draft, g: Grammar) -> None:
    """Take in the bound words on either side."""
    front = d.first
    led = front > 0 and t.words[front - 1] in ("between", "from") and t.gaps[front][:1] == " "
    if d.bound is Bound.RANGE and led:
        front -= 1
    if d.unit is not None and front and t.words[front - 1] == "magnitude" == d.unit.name:
        front -= 1  # "about magnitude 4"
    found = bounds.before(t, front, g.bounds, d.last if d.dimension == "duration" else 0)
    if found is not None and (_of_verb(t, d, found, g) or _likens(t, d, found)):
        found = None
    if found is not None and (d.bound in _HEDGED or front == d.first):
        if d.bound in _HEDGED and found.bound is not Bound.EXACT:
            d.bound = found.bound
        d.first = min(found.at, d.first)
        d.start = min(t.starts[found.at] - found.sign, d.start)
    elif front < d.first and t.words[front] == "between":
        d.first, d.start = front, t.starts[front]
    if found is None and d.dimension == "age" and t.front(d.first) in ("not", "never", "n't"):
        d.bound, d.first = Bound.LESS_THAN, d.first - 1  # "not a month old"
        d.start = t.starts[d.first]
    behind(t, d, g)
    if d.unit is None and d.last > d.numeral.last:
        # "four-plus months", "30-odd miles"
        named = units.read(t, d.last, g.units, False)
        if named is not None:
            d.measured(named.unit, t, named.last)


def behind(t: Tokens, d: Draft, g: Grammar) -> None:
    """Take in the bound words behind."""
    found = bounds.after(t, d.last, g.bounds, g.numbers.starters)
    if found is None:
        return
    if d.bound in _HEDGED:
        d.bound = found.bound
    d.last = found.at
    d.end = max(d.end, t.ends[found.at - 1] + found.sign)


def _likens(t: Tokens, d: Draft, found: bounds.Found) -> bool:
    """As in "as long as three buses", which bounds no number of buses."""
    at = found.at
    long = t.words[at] == "as" and t.words[at + 1] in _EXTENTS
    return long and d.unit is None


def _of_verb(t: Tokens, d: Draft, found: bounds.Found, g: Grammar) -> bool:
    """As in "knocked over three cones", "flew over two towns", "handed over 30 guns".

    Behind a verb "over" is the particle that the verb needs, or leads to what it passes. A
    count is bounded there only where it is round: nobody writes "hit over three homes".
    """
    at = found.at
    if found.sign or at != d.first - 1 or t.words[at] not in g.bounds.spanning:
        return False
    front = t.front(at)
    form = g.classes.verbs.form(front) if front else None
    if form is None or (form.noun and not syntax.is_verb(t, at - 1, g.classes)):
        return False
    if t.words[at] == "over" and form.lemma in g.bounds.over_verbs:
        return True
    nominal = d.nominal
    few = nominal is not None and nominal < _ROUND and d.numeral.scale == 1
    return few and d.unit is None and d.dimension == "count"
