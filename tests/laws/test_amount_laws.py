"""Laws of amounts: symmetry, widening, exact conversion, and numbers that read back as they were printed."""

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st
from num2words import num2words

from xref.model.amount import Amount, Bound, Unit
from xref.quantity import parse
from xref.quantity.grammar import packaged

EXACT = st.decimals(min_value=-(10**12), max_value=10**12, places=4)
POSITIVE = st.decimals(min_value=0, max_value=10**9, places=3)
CONVERTIBLE = [u for u in packaged().units.named.values() if u.factor is not None]


@st.composite
def amounts(draw: st.DrawFn, unit: Unit | None = None) -> Amount:
    ends = sorted((draw(EXACT), draw(EXACT)))
    low: Decimal | None = ends[0]
    high: Decimal | None = ends[1]
    shape = draw(st.sampled_from(["closed", "floor", "ceiling", "point"]))
    if shape == "point":
        step = draw(st.sampled_from([Decimal(1), Decimal(100), Decimal("0.01")]))
        return Amount(low, low, low, Bound.EXACT, unit, step)
    if shape == "floor":
        return Amount(low, None, low, Bound.AT_LEAST, unit)
    if shape == "ceiling":
        return Amount(None, high, high, Bound.AT_MOST, unit)
    return Amount(low, high, None, Bound.RANGE, unit)


@given(amounts(), amounts())
def test_overlap_is_symmetric(a: Amount, b: Amount) -> None:
    assert a.overlaps(b) == b.overlaps(a)


@given(amounts())
def test_an_amount_overlaps_and_contains_itself(a: Amount) -> None:
    assert a.overlaps(a)
    assert a.contains(a)


@given(amounts(), amounts())
def test_containment_implies_overlap(a: Amount, b: Amount) -> None:
    if a.contains(b):
        assert a.overlaps(b)


@given(amounts(), amounts(), POSITIVE, POSITIVE)
def test_widening_never_makes_a_disjointness(
    a: Amount, b: Amount, by: Decimal, rel: Decimal
) -> None:
    wide = a.widened(by, rel)
    assert wide.contains(a)
    if a.overlaps(b):
        assert wide.overlaps(b)


@given(st.data(), st.sampled_from(CONVERTIBLE))
def test_a_conversion_there_and_back_changes_nothing(data: st.DataObject, unit: Unit) -> None:
    others = [u for u in CONVERTIBLE if u.convertible(unit)]
    other = data.draw(st.sampled_from(others))
    amount = data.draw(amounts(unit))
    back = amount.to(other).to(unit)
    assert (back.low, back.high, back.nominal) == (amount.low, amount.high, amount.nominal)
    assert back.step == amount.step


def test_nought_degrees_stay_nought() -> None:
    units = {unit.name: unit for unit in CONVERTIBLE}
    cold, warm = units["degree fahrenheit"], units["degree celsius"]
    nought = Amount(Decimal(0), Decimal(0), Decimal(0), Bound.EXACT, cold)
    assert nought.to(warm).to(cold).low == 0


@given(amounts(), amounts())
def test_a_sum_does_not_depend_on_the_order(a: Amount, b: Amount) -> None:
    one, other = a.plus(b), b.plus(a)
    assert (one.low, one.high, one.nominal, one.bound, one.step) == (
        other.low, other.high, other.nominal, other.bound, other.step,
    )  # fmt: skip


@given(amounts(), st.decimals(min_value=-1000, max_value=1000, places=2))
def test_scaling_keeps_what_lies_inside(a: Amount, factor: Decimal) -> None:
    assume(factor != 0)
    scaled = a.scaled(factor)
    if a.nominal is not None and scaled.nominal is not None:
        inside = Amount(scaled.nominal, scaled.nominal, scaled.nominal, Bound.EXACT)
        assert scaled.contains(inside)
    back = scaled.scaled(Decimal(-1)).scaled(Decimal(-1))
    assert (back.low, back.high, back.bound) == (scaled.low, scaled.high, scaled.bound)


@given(st.integers(0, 10**9), st.integers(0, 8))
def test_a_number_rounds_to_its_own_rounding(value: int, places: int) -> None:
    step = Decimal(10) ** places
    rounded = (Decimal(value) / step).quantize(Decimal(1), "ROUND_HALF_UP") * step
    finer = Amount(Decimal(value), Decimal(value), Decimal(value), Bound.EXACT, None, Decimal(1))
    coarser = Amount(rounded, rounded, rounded, Bound.EXACT, None, step)
    assert finer.rounds_to(coarser)
    assert coarser.equal_as_rounded(finer)


COUNTS = st.one_of(st.integers(2, 5000), st.integers(2, 10**12))


@given(COUNTS)
def test_a_count_in_digits_reads_back(value: int) -> None:
    texts = [f"Then {value:,} boats sank."]
    if value < 10**15 and not 1000 <= value <= 2100:
        texts.append(f"Then {value} boats sank.")
    for text in texts:
        (figure,) = parse(text)
        assert figure.amount.nominal == value
        assert figure.counted == "boat"


@given(COUNTS)
def test_a_count_in_words_reads_back(value: int) -> None:
    text = f"Then {num2words(value)} boats sank."
    (figure,) = parse(text)
    assert figure.amount.nominal == value
    assert figure.number_span.of(text) == num2words(value)


@given(st.decimals(min_value="0.01", max_value=10**9, places=2), st.sampled_from("$€£"))
def test_money_reads_back(value: Decimal, sign: str) -> None:
    (figure,) = parse(f"It cost {sign}{value:,}.")
    assert figure.amount.nominal == value
    assert figure.dimension == "money"


@given(
    st.decimals(min_value="0.1", max_value=999, places=1),
    st.sampled_from([("million", 6), ("m", 6), ("bn", 9), ("billion", 9), ("trillion", 12)]),
)
def test_a_scaled_sum_reads_back(value: Decimal, scale: tuple[str, int]) -> None:
    word, power = scale
    gap = " " if len(word) > 2 else ""
    (figure,) = parse(f"It cost ${value}{gap}{word} at last.")
    assert figure.amount.nominal == value * 10**power


PLAIN_UNITS = [
    "kilometre",
    "hour",
    "tonne",
    "litre",
    "acre",
    "mile",
    "percentage point",
    "megawatt",
]


@given(
    st.decimals(min_value="1.1", max_value=10**6, places=1),
    st.sampled_from(PLAIN_UNITS),
    st.sampled_from([("", Bound.EXACT), ("more than ", Bound.MORE_THAN), ("about ", Bound.ABOUT)]),
)
def test_a_measure_reads_back_with_its_bound(
    value: Decimal, unit: str, hedge: tuple[str, Bound]
) -> None:
    text = f"It measured {hedge[0]}{value} {unit}s."
    (figure,) = parse(text)
    assert (figure.amount.nominal, figure.amount.bound) == (value, hedge[1])
    assert figure.amount.unit is not None
    assert figure.amount.unit.name == unit
    assert figure.span.of(text) == f"{hedge[0]}{value} {unit}s"


@given(st.integers(2, 10**6), st.integers(1, 10**6))
def test_a_range_reads_back(low: int, more: int) -> None:
    text = f"It took between {low:,} and {low + more:,} stitches."
    (figure,) = parse(text)
    assert (figure.amount.low, figure.amount.high) == (low, low + more)
    assert figure.amount.bound is Bound.RANGE
