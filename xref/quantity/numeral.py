"""What a numeral is, alone and with its unit, and a number on the way to one."""

from decimal import Decimal
from typing import NamedTuple

from xref.model.amount import Unit
from xref.quantity.tokens import Tokens

_ONE = Decimal(1)
_LARGE = Decimal(10) ** 24


class Numeral(NamedTuple):
    """A number as written.

    Tokens ``first`` to ``last`` (exclusive), characters ``start`` to ``end``; the sign is
    inside. A vague number is an interval without `nominal`. `form` is digits, words, share
    ("two-thirds"), vague, small ("several"), pair ("a couple"), article ("an hour"),
    multiple or ordinal. `scale` is the power that was said in words or letters.
    """

    first: int
    last: int
    start: int
    end: int
    low: Decimal
    high: Decimal
    nominal: Decimal | None
    step: Decimal | None
    form: str
    scale: Decimal = _ONE

    def times(self, factor: Decimal) -> "Numeral":
        """The same numeral of a `factor` times larger unit."""
        return self._replace(
            low=tidy(self.low * factor),
            high=tidy(self.high * factor),
            nominal=None if self.nominal is None else tidy(self.nominal * factor),
            step=None if self.step is None else self.step * factor,
        )

    def negative(self) -> "Numeral":
        """The numeral below zero."""
        return self.times(Decimal(-1))._replace(low=-self.high, high=-self.low, step=self.step)


class Measure(NamedTuple):
    """A numeral with the unit beside it, over tokens ``first`` to ``last`` (exclusive)."""

    numeral: Numeral
    unit: Unit | None
    first: int
    last: int


class Whole(NamedTuple):
    """A number without its share and sign.

    Its value, the token after it, its scale and its smallest place.
    `digits`: it began in digits; `letter`: its scale is a letter ("4bn"), after which
    nothing is added.
    """

    value: Decimal
    last: int
    scale: Decimal
    step: Decimal
    digits: bool
    letter: bool = False

    def times(self, factor: Decimal, last: int) -> "Whole":
        """The number of a scale that ends before token `last`."""
        return self._replace(
            value=self.value * factor, last=last, scale=factor, step=self.step * factor
        )

    def plus(self, rest: "Whole") -> "Whole":
        """The number with what is added below its scale."""
        return self._replace(
            value=self.value + rest.value, last=rest.last, step=rest.step, scale=rest.scale
        )


def tidy(value: Decimal) -> Decimal:
    """A whole number without the zeros behind the point that a scale left ("0.75 million")."""
    whole = value == value.to_integral_value() and abs(value) < _LARGE
    return value.quantize(_ONE) if whole else value


def numeral(t: Tokens, first: int, whole: Whole, form: str) -> Numeral:
    """The numeral that a number makes from token `first` on."""
    value = tidy(whole.value) if whole.scale > 1 else whole.value
    return Numeral(
        first, whole.last, t.starts[first], t.ends[whole.last - 1], value, value, value, whole.step,
        form, whole.scale,
    )  # fmt: skip
