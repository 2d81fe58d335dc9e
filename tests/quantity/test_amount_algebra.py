"""Each field of what the algebra of amounts makes, by itself."""

from decimal import Decimal

import pytest

from xref.model.amount import Amount, Bound, Unit, total

METRE = Unit("metre", "length", Decimal(1))
KILOMETRE = Unit("kilometre", "length", Decimal(1000))


def amount(
    low: str | None,
    high: str | None,
    nominal: str | None = None,
    bound: Bound = Bound.RANGE,
    unit: Unit | None = METRE,
    step: str | None = None,
) -> Amount:
    """An amount of these ends; ``None`` is an open end, or a number that was not said."""
    told = [None if each is None else Decimal(each) for each in (low, high, nominal, step)]
    return Amount(told[0], told[1], told[2], bound, unit, told[3])


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        (("1", "2"), ("3", "4"), False),
        (("3", "4"), ("1", "2"), False),
        (("1", "3"), ("3", "4"), True),
        (("3", "4"), ("1", "3"), True),
        (("1", None), ("3", "4"), True),
        ((None, "2"), ("3", "4"), False),
        (("5", None), ("3", "4"), False),
        ((None, None), ("3", "4"), True),
        (("5", None), (None, "4"), False),
    ],
)
def test_two_intervals_meet_where_a_value_satisfies_both(
    a: tuple[str | None, str | None], b: tuple[str | None, str | None], meet: bool
) -> None:
    assert amount(*a).overlaps(amount(*b)) is meet
    assert amount(*b).overlaps(amount(*a)) is meet


def test_a_factor_scales_every_field() -> None:
    made = amount("2", "6", "4", Bound.AT_LEAST, METRE, "0.5")
    assert made.scaled(Decimal(3)) == amount("6", "18", "12", Bound.AT_LEAST, METRE, "1.5")
    assert made.scaled(Decimal("0.5")) == amount("1", "3", "2", Bound.AT_LEAST, METRE, "0.25")
    assert made.scaled(Decimal(-1)) == amount("-6", "-2", "-4", Bound.AT_MOST, METRE, "0.5")
    assert made.scaled(Decimal(0)) == amount("0", "0", "0", Bound.AT_LEAST, METRE, "0")


def test_a_factor_leaves_open_what_is_open() -> None:
    at_least = amount("2", None, None, Bound.MORE_THAN)
    assert at_least.scaled(Decimal(3)) == amount("6", None, None, Bound.MORE_THAN)
    assert at_least.scaled(Decimal(-3)) == amount(None, "-6", None, Bound.LESS_THAN)
    about = amount("2", "3", "2.5", Bound.ABOUT)
    assert about.scaled(Decimal(-1)).bound is Bound.ABOUT


def test_widening_moves_both_ends_and_nothing_else() -> None:
    made = amount("10", "20", "15", Bound.RANGE, METRE, "5")
    assert made.widened(Decimal(1)) == amount("9", "21", "15", Bound.RANGE, METRE, "5")
    assert made.widened(rel=Decimal("0.1")) == amount("9", "22", "15", Bound.RANGE, METRE, "5")
    assert made.widened(Decimal(1), Decimal("0.1")) == amount(
        "8", "23", "15", Bound.RANGE, METRE, "5"
    )
    assert amount("-10", "-5").widened(rel=Decimal("0.1")) == amount("-11", "-4.5")
    assert amount("10", None).widened(Decimal(1)) == amount("9", None)
    assert amount(None, "20").widened(Decimal(1)) == amount(None, "21")


def test_a_sum_adds_every_field() -> None:
    one = amount("1", "3", "2", Bound.RANGE, METRE, "0.1")
    other = amount("10", "30", "20", Bound.RANGE, METRE, "10")
    assert one.plus(other) == amount("11", "33", "22", Bound.RANGE, METRE, "10")
    assert other.plus(one) == one.plus(other)
    unwritten = amount("10", "30", "20")
    assert one.plus(unwritten).step == Decimal("0.1")
    assert unwritten.plus(unwritten).step is None
    assert one.plus(amount("10", None)).high is None
    assert amount("10", None).plus(one).high is None
    assert one.plus(amount("0.01", "0.03", "0.02", Bound.RANGE, KILOMETRE)).high == 33


@pytest.mark.parametrize(
    ("a", "b", "bound"),
    [
        (Bound.EXACT, Bound.EXACT, Bound.EXACT),
        (Bound.EXACT, Bound.ABOUT, Bound.ABOUT),
        (Bound.ABOUT, Bound.ABOUT, Bound.ABOUT),
        (Bound.AT_LEAST, Bound.MORE_THAN, Bound.MORE_THAN),
        (Bound.AT_MOST, Bound.LESS_THAN, Bound.LESS_THAN),
        (Bound.AT_LEAST, Bound.AT_MOST, Bound.VAGUE),
        (Bound.ABOUT, Bound.AT_LEAST, Bound.VAGUE),
    ],
)
def test_the_bound_of_a_sum(a: Bound, b: Bound, bound: Bound) -> None:
    one, other = amount("1", "1", "1", a), amount("2", "2", "2", b)
    assert one.plus(other).bound is bound
    assert other.plus(one).bound is bound
    assert total([one, other, amount("3", "3", "3", Bound.EXACT)]).bound is bound


def test_a_number_without_a_written_place_rounds_to_itself_alone() -> None:
    said = amount("5", "5", "5", Bound.EXACT)
    assert amount("5", "5", "5", Bound.EXACT).rounds_to(said)
    assert not amount("6", "6", "6", Bound.EXACT).rounds_to(said)
    unsaid = amount("4", "6")
    assert not unsaid.rounds_to(said)
    assert not said.rounds_to(unsaid)
    assert not unsaid.rounds_to(unsaid)
    assert not unsaid.rounds_to(amount("5", "5", "5", Bound.EXACT, METRE, "1"))
    assert not amount("5", "5", "5", Bound.EXACT, METRE, "1").rounds_to(
        amount("4", "6", None, Bound.RANGE, METRE, "1")
    )


def test_a_number_of_many_places_rounds_as_one_of_few() -> None:
    long = amount("1", "1", "1" + "0" * 40, Bound.EXACT, METRE, "1")
    assert long.rounds_to(amount("1", "1", "1" + "0" * 40, Bound.EXACT, METRE, "1"))
