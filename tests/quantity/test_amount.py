"""The algebra of amounts, on amounts that were read."""

from decimal import Decimal

import pytest

from xref.model.amount import Amount, Bound, Unit, total
from xref.quantity import parse


def read(text: str) -> Amount:
    return parse(text)[0].amount


@pytest.mark.parametrize(
    ("finer", "coarser"),
    [
        ("104,300 seals", "104,000 seals"),
        ("104,300 seals", "100,000 seals"),
        ("1.24 million seals", "1.2 million seals"),
        ("$3.95bn", "$4bn"),
        ("11.3 km", "11 km"),
        ("6.8 miles", "11 km"),
        ("90 days", "three months"),
        ("25 seals", "20 seals"),
        ("25 seals", "30 seals"),
    ],
)
def test_a_finer_number_rounds_to_a_coarser(finer: str, coarser: str) -> None:
    assert read(finer).rounds_to(read(coarser))
    assert read(coarser).equal_as_rounded(read(finer))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("104,300 seals", "105,000 seals"),
        ("14 seals", "15 seals"),
        ("$3.9bn", "$5bn"),
        ("11 km", "9 miles"),
        ("40 euros", "40 dollars"),
        ("40 seals", "40 km"),
        ("-4 degrees", "4 degrees"),
    ],
)
def test_what_rounding_does_not_excuse(one: str, other: str) -> None:
    assert not read(one).equal_as_rounded(read(other))
    assert not read(other).equal_as_rounded(read(one))


def test_a_sum_of_parts() -> None:
    parts = [read(text) for text in ("12 boats", "30 boats", "two boats")]
    assert total(parts).nominal == 44
    assert total(parts).bound is Bound.EXACT


def test_a_sum_keeps_what_is_open() -> None:
    joint = read("at least 12 boats").plus(read("30 boats"))
    assert (joint.low, joint.high, joint.bound) == (42, None, Bound.AT_LEAST)
    vague = read("at least 12 boats").plus(read("fewer than 30 boats"))
    assert (vague.low, vague.high, vague.bound) == (None, None, Bound.VAGUE)


def test_a_sum_converts() -> None:
    joint = read("1 km").plus(read("500 metres"))
    assert joint.unit is not None
    assert (joint.nominal, joint.unit.name) == (Decimal("1.5"), "kilometre")


def test_a_sum_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^a sum of nothing$"):
        total([])


def test_counts_and_measures_do_not_mix() -> None:
    with pytest.raises(ValueError, match=r"^kilometre does not convert to a count$"):
        read("12 boats").plus(read("12 km"))
    with pytest.raises(ValueError, match=r"^a count does not convert to kilometre$"):
        read("12 km").plus(read("12 boats"))
    with pytest.raises(ValueError, match=r"^euro does not convert to dollar$"):
        read("40 dollars").plus(read("40 euros"))


def test_a_unit_of_the_same_name_is_taken_as_it_is_given() -> None:
    given = Unit("kilometre", "length", Decimal(1000), family="road")
    stated = read("12 km").to(given)
    assert (stated.nominal, stated.unit) == (12, given)


def test_a_minor_coin_converts_within_its_currency() -> None:
    assert read("63 cents").like(read("$5")).nominal == Decimal("0.63")
    assert read("40 pence").like(read("£5")).nominal == Decimal("0.4")


def test_temperatures_convert_with_their_offset() -> None:
    assert read("100 degrees Celsius").like(read("32 degrees Fahrenheit")).nominal == 212
    assert read("212 degrees Fahrenheit").like(read("0 degrees Celsius")).nominal == 100


def test_durations_convert_as_newsrooms_count() -> None:
    assert read("24 months").like(read("two years")).nominal == 2
    assert read("a quarter century").like(read("two years")).nominal == 25
    assert read("48 hours").like(read("two days")).nominal == 2


def test_an_empty_interval_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="empty interval"):
        Amount(Decimal(2), Decimal(1), None, Bound.RANGE)


def test_widening_takes_nothing_away() -> None:
    with pytest.raises(ValueError, match=r"^an interval is widened by something, not narrowed$"):
        read("12 boats").widened(Decimal(-1))


@pytest.mark.parametrize(
    ("text", "step"),
    [("100,000 seals", 100000), ("104,300 seals", 100), ("7.25 km", "0.01"), ("1.2 million seals", 100000),
     ("three hundred seals", 100), ("a dozen seals", 12), ("31 seals", 1)],
)  # fmt: skip
def test_the_last_written_place_is_kept(text: str, step: object) -> None:
    assert read(text).step == Decimal(str(step))
