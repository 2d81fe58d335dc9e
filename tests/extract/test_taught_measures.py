"""Measures that a rule file teaches: they come before those of the lexicon, by noun, word, rate and whole."""

from pathlib import Path

import pytest

from xref import pipeline, ruletests
from xref.model.article import Document
from xref.model.claim import Quantity
from xref.rules import RuleSet, load

HEAD = "xref: 1\nrules: [{id: a, type: claim, select: {kind: quantity}, report: info, tests: [{name: n, given: '12 boats sank.', expect: claim}]}]\nmeasures:\n"
TAUGHT = """
  match.attendance: {counted: [fan, spectator, person, ""], near: [match, stadium], without: [protest]}
  ferry.daily: {counted: [passenger], near: [ferry, carry], per: day}
  crime.rate: {near: [crime, burglary], per: "100,000 people"}
  library.spending: {dimension: money, near: [library]}
  budget.share: {dimension: percentage, of: budget}
  walk.length: {dimension: length, unit: kilometre, near: [walk]}
  crane.count: {heads: [tower crane]}
"""


def rules(folder: Path, taught: str = TAUGHT) -> RuleSet:
    file = folder / "mine.yaml"
    file.write_text(HEAD + taught, encoding="utf-8")
    return load([file])


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("A crowd of 41,200 watched the match in Hollin.", ["match.attendance"]),
        ("The match drew 41,200 fans.", ["match.attendance"]),
        ("A crowd of 9,000 gathered to protest in Hollin.", ["people.protesting"]),
        ("A crowd of 9,000 gathered to protest after the match.", ["people.protesting"]),
        ("The ferry carries 300 passengers a day.", ["ferry.daily"]),
        ("The ferry carries 300 passengers per trip.", [None]),
        ("The ferry had 214 passengers aboard.", [None]),
        ("Burglary fell to 12 per 100,000 people.", ["crime.rate"]),
        ("The council will spend $4 million on the library.", ["library.spending"]),
        ("Schools take 40% of the budget of Hollin.", ["budget.share"]),
        ("Schools take 40% of the money.", [None]),
        ("Turnout was 40% in Hollin.", [None]),
        ("The walk is 12 kilometres long.", ["walk.length"]),
        ("The walk is 12 miles long.", [None]),
        ("Nine tower cranes stand in Hollin.", ["crane.count"]),
        ("Nine cranes stand in Hollin.", [None]),
        ("Police said 14 people were killed at the match.", ["people.killed"]),
    ],
)
def test_what_a_figure_is_of(tmp_path: Path, text: str, measures: list[str | None]):
    report = pipeline.run([Document("a", "a", text)], rules(tmp_path))
    found = [c.value for c in report.claims if isinstance(c.value, Quantity)]
    assert [value.measure for value in found] == measures


def test_whose_a_taught_figure_is(tmp_path: Path):
    text = "The ferry Saddle Star carries 300 passengers a day."
    report = pipeline.run([Document("a", "a", text)], rules(tmp_path))
    assert [c.value.subject for c in report.claims if isinstance(c.value, Quantity)] == [
        "Saddle Star"
    ]


def test_examples_for_and_against_are_run_as_tests(tmp_path: Path):
    taught = """
  hospital.beds:
    counted: [bed]
    near: [ward, hospital]
    for: [The new ward has 45 beds., The shop has 45 beds.]
    against: [The shop sold 45 beds., The hospital sold 45 beds.]
"""
    found = rules(tmp_path, taught)
    measure, rule = ruletests.run(found, pipeline.run)
    assert (measure.rule, rule.rule) == ("measure hospital.beds", "a")
    assert [(test.name, test.good) for test in measure.tests] == [
        ("The new ward has 45 beds.", True),
        ("The shop has 45 beds.", False),
        ("The shop sold 45 beds.", True),
        ("The hospital sold 45 beds.", False),
    ]
    told = ruletests.told([measure])
    assert "measure hospital.beds: “The shop has 45 beds.” failed" in told
    assert "  expected   a figure of hospital.beds\n  came out   “45 beds” is bed\n" in told
