"""The picture of a slot: every outlet's figure at its place on one axis."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.sample import report
from xref.render import FORMATS, Options
from xref.render.page.plot import WIDTH, Interval, plot_of, worth_plotting


def _interval(low, high, outlet="O"):
    return Interval(outlet, low, high, "conflict", "says", "read")


_ENDS = st.one_of(
    st.none(),
    st.floats(1e-9, 1e12) | st.floats(-1e12, -1e-9),
    st.integers(0, 1000).map(float),
)
_INTERVALS = st.lists(
    st.tuples(_ENDS, _ENDS).map(
        lambda ends: _interval(*sorted(ends)) if None not in ends else _interval(*ends)
    ),
    min_size=2,
    max_size=8,
)


@given(_INTERVALS)
def test_everything_lies_inside_and_in_order(intervals):
    plot = plot_of("t", intervals)
    if plot is None:
        return
    assert all(0 <= row.x1 <= row.x2 <= WIDTH for row in plot.rows)
    assert all(0 <= tick.x <= WIDTH for tick in plot.ticks)
    assert [tick.x for tick in plot.ticks] == sorted(tick.x for tick in plot.ticks)
    known = [
        (each.low, row.x1)
        for each, row in zip(intervals, plot.rows, strict=True)
        if each.low is not None
    ]
    assert [x for _, x in sorted(known)] == sorted(x for _, x in known)


@given(_INTERVALS)
def test_labels_never_touch(intervals):
    plot = plot_of("t", intervals)
    ends = 0.0
    for tick in plot.ticks if plot else ():
        half = len(tick.label) * 3.3
        left = {"start": tick.x, "middle": tick.x - half, "end": tick.x - 2 * half}[tick.anchor]
        assert left >= ends
        ends = left + 2 * half


@pytest.mark.parametrize(
    ("intervals", "worth"),
    [
        ([(5, 5), (5, 5), (5, 5)], False),
        ([(5, 5), (6, 6)], False),
        ([(5, 5), (6, 6), (6, 6)], True),
        ([(5, 5), (4, None)], True),
        ([(12, 120), (30, None)], True),
        ([(None, None), (None, None)], False),
    ],
)
def test_a_picture_is_drawn_where_looking_beats_reading(intervals, worth):
    assert worth_plotting([_interval(*each) for each in intervals]) is worth


def test_orders_of_magnitude_are_drawn_on_a_logarithmic_scale():
    plot = plot_of("Troops", [_interval(10_000.0, 100_000.0), _interval(100.0, None)])
    assert plot.title == "Troops (logarithmic scale)"
    assert [tick.label for tick in plot.ticks] == ["100", "1,000", "10,000", "100,000"]


def test_the_first_label_names_the_unit():
    plot = plot_of("Length", [_interval(1.0, 4.0), _interval(2.0, None)], unit="hour")
    assert [tick.label for tick in plot.ticks] == ["1 hour", "2", "3", "4"]


def test_days_are_labelled_as_days():
    first, last = (float(date(2031, 1, day).toordinal()) for day in (1, 31))
    plot = plot_of("Day", [_interval(first, last), _interval(first, first)], of_days=True)
    assert all(re.fullmatch(r"\d+ [A-Z][a-z]{2} \d{4}", tick.label) for tick in plot.ticks)
    assert len(plot.ticks) >= 2


def test_open_ends_are_arrows_and_points_are_dots():
    plot = plot_of("t", [_interval(8.0, None), _interval(9.0, 9.0), _interval(None, 12.0)])
    assert [(row.left, row.right, row.point) for row in plot.rows] == [
        (False, True, False),
        (False, False, True),
        (True, False, False),
    ]


def test_the_picture_stands_beside_a_table_of_the_same_figures():
    page = FORMATS["html"].render(report(), Options())
    figures = re.findall(r'<figure class="plot">.*?</figure>', page, re.S)
    assert len(figures) == 5
    for figure in figures:
        title, desc = re.search(
            r"<title[^>]*>([^<]+)</title><desc[^>]*>([^<]+)</desc>", figure
        ).groups()
        rows = re.findall(
            r'<th scope="row" dir="auto">([^<]+)</th>(?:<td dir="auto">[^<]+</td>)?<td>([^<]+)</td>',
            figure,
        )
        assert title
        assert desc == "; ".join(f"{outlet}: {says}" for outlet, says in rows)
