"""A figure in the making, by tokens."""

from dataclasses import dataclass
from decimal import Decimal

from xref.model.amount import Amount, Bound, Unit
from xref.model.claim import Mode
from xref.model.span import Span
from xref.quantity import bounds, nouns
from xref.quantity.figure import Figure, Pair, Part
from xref.quantity.grammar import Grammar
from xref.quantity.nouns import Counted
from xref.quantity.numeral import Measure, Numeral
from xref.quantity.tokens import Tokens

_FORM_BOUNDS = {"vague": Bound.VAGUE, "small": Bound.VAGUE, "pair": Bound.ABOUT}


@dataclass(slots=True)
class Draft:
    """A figure over tokens ``first`` to ``last`` (exclusive) and characters ``start`` to ``end``.

    `low` and `high` are what was said, before the bound opens or softens an end.
    """

    numeral: Numeral
    low: Decimal
    high: Decimal
    nominal: Decimal | None
    step: Decimal | None
    bound: Bound
    unit: Unit | None
    dimension: str
    first: int
    last: int
    start: int
    end: int
    number_end: int
    noun: Counted | None = None
    mode: Mode = Mode.LEVEL
    trend: str | None = None
    part: Part | None = None
    also: Amount | None = None
    pair: Pair | None = None
    parts: tuple[Decimal, ...] = ()

    @property
    def headed(self) -> bool:
        """Whether a noun is counted."""
        return self.noun is not None and self.noun.head >= 0

    @property
    def bare(self) -> bool:
        """Whether the number has neither a unit nor a noun."""
        return self.unit is None and self.noun is None and not self.parts

    def measured(self, unit: Unit, t: Tokens, last: int) -> None:
        """Give the figure a unit that ends before token `last`."""
        self.unit, self.dimension = unit, unit.dimension
        self.reach(t, last)

    def reach(self, t: Tokens, last: int) -> None:
        """Let the figure reach to token `last` (exclusive)."""
        if last > self.last:
            self.last, self.end = last, max(self.end, t.ends[last - 1])

    def share_with(self, other: "Draft") -> None:
        """Take the unit and the noun of another figure."""
        self.unit, self.noun, self.dimension = other.unit, other.noun, other.dimension

    def amount(self, bound: Bound | None = None) -> Amount:
        """The amount as an interval, with its own bound or another."""
        said = bound or self.bound
        low, high = bounds.interval(said, self.low, self.high)
        return Amount(low, high, self.nominal, said, self.unit, self.step)


def draft(t: Tokens, m: Measure) -> Draft:
    """The figure that a measure begins."""
    n = m.numeral
    dimension = m.unit.dimension if m.unit is not None else "count"
    if n.form == "share" and m.unit is None:
        dimension = "share"
    return Draft(
        numeral=n, low=n.low, high=n.high, nominal=n.nominal, step=n.step,
        bound=_FORM_BOUNDS.get(n.form, Bound.EXACT), unit=m.unit, dimension=dimension,
        first=m.first, last=m.last, start=min(t.starts[m.first], n.start),
        end=max(t.ends[m.last - 1], n.end), number_end=n.end,
    )  # fmt: skip


def add(d: Draft, drafts: list[Draft]) -> int:
    """Append a figure, and say where to read on; what the one before took stays its own."""
    if drafts and d.start < drafts[-1].end:
        d.start, d.first = drafts[-1].end, max(d.first, drafts[-1].last)
    drafts.append(d)
    return d.last


def finished(t: Tokens, d: Draft, g: Grammar) -> Figure:
    """The figure as a value."""
    counted: str | None = None
    counted_text: str | None = None
    modifiers: tuple[str, ...] = ()
    noun_span: Span | None = None
    if d.noun is not None and d.noun.head >= 0:
        counted, counted_text, modifiers = nouns.name_of(t, d.noun, g.nouns)
        noun_span = Span(t.starts[d.noun.start], t.ends[d.noun.head])
    return Figure(
        span=Span(d.start, max(d.end, d.number_end)),
        number_span=Span(min(d.numeral.start, d.number_end), d.number_end),
        amount=d.amount(),
        dimension=d.dimension,
        counted=counted,
        counted_text=counted_text,
        modifiers=modifiers,
        noun_span=noun_span,
        mode=d.mode,
        trend=d.trend,
        also=d.also,
        of=d.part,
        pair=d.pair,
        parts=d.parts,
    )
