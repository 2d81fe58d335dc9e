"""The report on the sample stories is held to the list of what is planted in them, both ways."""

import functools

import pytest

from tests.e2e.planted import INPUTS, Planted, Reading, explained, planted
from xref import pipeline, rules
from xref.load import load

ROWS = planted()


@functools.cache
def reading() -> Reading:
    ruleset = rules.load(rules.default_packs())
    return Reading(pipeline.run(load([str(INPUTS)], None), ruleset))


def test_the_list_names_every_relation():
    assert len(ROWS) >= 36
    assert {row.relation for row in ROWS} >= {
        "agree", "compatible", "update", "correction", "scope", "attributed", "conflict",
        "verbatim", "typography", "excerpt", "omission", "altered", "reassigned",
        "copy", "apart", "unattributed", "anonymous",
    }  # fmt: skip


NOT_YET = {
    "flood-06": "the dead of one place stand for those of the event",
    "budget-11": "no rule asks for a source of this figure",
    "budget-12": "no rule asks for a source of this figure",
    "budget-15": "one word in nine differs, and nothing else ties the two quotes",
    "flood-07": "a later count of all, given besides, is taken for the explanation",
}
CASES = [
    pytest.param(
        row,
        id=row.id,
        marks=pytest.mark.xfail(reason=NOT_YET[row.id]) if row.id in NOT_YET else (),
    )
    for row in ROWS
]


@pytest.mark.parametrize("row", CASES)
def test_what_is_planted_is_found(row: Planted):
    assert reading().missing(row) is None, f"{row.what}: {reading().missing(row)}"


def test_nothing_else_is_called_a_conflict():
    copies = {"brackwater": "tricorn"}
    strange = [
        (relation, message)
        for relation, message, places in reading().alarms()
        if not explained((relation, message, places), ROWS, copies)
    ]
    assert strange == []


def test_the_three_stories_stay_three_and_the_earlier_summit_stands_alone():
    stories = [set(s.articles) for s in reading().report.linked.stories if len(s.articles) > 1]
    assert sorted(map(sorted, stories)) == [
        ["argus", "gazette", "marrin-live", "millrace", "ravelin", "tribune"],
        ["borough-record", "northern-ledger", "valley-post", "whinmoor-echo"],
        ["brackwater", "courier", "messenger", "sable-bay-now", "tricorn"],
    ]


def test_page_furniture_yields_no_claim():
    found = reading()
    for article, words in (
        ("sable-bay-now", "200,000 soldiers"),
        ("marrin-live", "over 100 dead"),
    ):
        assert not found.at(article, words)
