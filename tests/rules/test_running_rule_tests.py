"""How the outcome of a rule's test is judged, and how it is told."""

from collections.abc import Sequence

import pytest
from junitparser import JUnitXml

from xref import pipeline, ruletests
from xref.model.article import Document
from xref.model.relation import Place
from xref.model.report import Finding, Level, Report
from xref.model.span import Span
from xref.rules import RuleSet, load
from xref.rules.outcome import Outcome
from xref.rules.packs import named
from xref.rules.samples import RuleTest, Sample
from xref.ruletests import RuleResult, Status, Verdict, documents, junit, matches, told


def outcome(relation: str, message: str | None = None) -> Outcome:
    place = Place("01", "text", Span(0, 1), "x")
    finding = None
    if message is not None:
        finding = Finding("1", "r", Level.WARNING, relation, message, place, (), "", "f")
    return Outcome("r", relation, "given", "slot", ("01",), finding)


def expect(value: object) -> RuleTest:
    return RuleTest.model_validate({"name": "n", "given": "x", "expect": value})


CASES = [
    ("conflict", [outcome("conflict")], True),
    ("conflict", [outcome("conflict", "told")], True),
    ("conflict", [], False),
    ("conflict", [outcome("agree")], False),
    ("conflict", [outcome("conflict"), outcome("agree")], False),
    ("conflict", [outcome("conflict"), outcome("conflict")], False),
    (["conflict", "agree"], [outcome("agree"), outcome("conflict")], True),
    (["agree", "agree"], [outcome("agree"), outcome("agree")], True),
    ({"relation": "agree", "count": 2}, [outcome("agree"), outcome("agree")], True),
    ({"relation": "agree", "count": 2}, [outcome("agree")], False),
    ("none", [], True),
    ("none", [outcome("agree")], True),
    ("none", [outcome("agree", "told")], False),
    ([], [outcome("agree", "told")], False),
    ({"relation": "agree", "level": "warning"}, [outcome("agree", "told")], True),
    ({"relation": "agree", "level": "error"}, [outcome("agree", "told")], False),
    ({"relation": "agree", "level": "none"}, [outcome("agree")], True),
    ({"relation": "agree", "level": "none"}, [outcome("agree", "told")], False),
    ({"relation": "agree", "message": "14 people"}, [outcome("agree", "says 14 people")], True),
    ({"relation": "agree", "message": "14 people"}, [outcome("agree", "says 41 people")], False),
]


@pytest.mark.parametrize(("expected", "found", "right"), CASES)
def test_what_matches(expected: object, found: list[Outcome], right: bool) -> None:
    assert matches(expect(expected).expect, found) is right


def test_samples_become_documents_of_one_story() -> None:
    given = [Sample(text="One."), Sample(text="Two.", outlet="Quay Lantern", id="q", origin="wire")]
    first, second = documents(given)
    assert (first.id, first.outlet, first.text) == ("01", "Outlet A", "One.")
    assert (second.id, second.outlet, second.origin) == ("q", "Quay Lantern", "wire")
    assert first.story == second.story


def test_what_is_told_of_results() -> None:
    results = (
        RuleResult(
            "toll",
            (
                Verdict("fine", Status.PASSED, "agree", "agree", ("A: “14 people”",)),
                Verdict(
                    *(
                        "off",
                        Status.FAILED,
                        "conflict",
                        "agree (not reported)",
                        ("A: “14 people”",),
                    ),
                    *("mine.yaml:9", "nothing came through “selected”: measure: does not hold (2)"),
                ),
                Verdict("soon", Status.TODO, "update", "nothing", ()),
                Verdict("at last", Status.DONE, "agree", "agree", ()),
            ),
            ("agree",),
            ("conflict",),
            (),
            ("select.is",),
        ),
        RuleResult("bare", (), (), (), ("has no tests",)),
    )
    assert not results[0].good
    assert not results[1].good
    assert told(results, coverage=True) == (
        "mine.yaml:9: toll: “off” failed\n"
        "  expected   conflict\n"
        "  came out   agree (not reported)\n"
        "  looked at  A: “14 people”\n"
        "  stopped    nothing came through “selected”: measure: does not hold (2)\n"
        '  more       xref rules trace toll --test "off"\n'
        "toll: “at last” passes now; take its todo away\n"
        "bare: has no tests\n"
        "\n"
        "coverage (tests; relations shown; reported, but shown by no test)\n"
        "  toll: 4; agree; not shown: conflict; turn nothing away: select.is\n"
        "  bare: 0; none\n"
        "\n"
        "2 rules: 1 passed, 1 failed, 1 todo, 1 done\n"
    )


def test_results_as_junit() -> None:
    results = (
        RuleResult(
            "toll",
            (
                Verdict("fine", Status.PASSED, "agree", "agree", (), "mine.yaml:9"),
                Verdict("off < on", Status.FAILED, "conflict", "nothing", ()),
                Verdict("soon", Status.TODO, "update", "nothing", ()),
            ),
            (),
            (),
            (),
        ),
        RuleResult("bare", (), (), (), ("has no tests",)),
    )
    suites = list(JUnitXml.fromstring(junit(results).encode()))
    assert [(suite.name, suite.tests, suite.failures) for suite in suites] == [
        ("toll", 3, 1),
        ("bare", 1, 1),
    ]
    fine, off, soon = suites[0]
    assert (fine.name, fine.result, fine._elem.get("line")) == ("fine", [], "9")
    assert off.result[0].message == "toll: “off < on” failed"
    assert "expected   conflict" in off.result[0].text
    assert soon.result[0].message == "todo"


def test_how_often_the_pipeline_runs_is_known_beforehand() -> None:
    rules = load(named("sports"))
    ran: list[int] = []

    def run(articles: Sequence[Document], ruleset: RuleSet) -> Report:
        ran.append(len(articles))
        return pipeline.run(articles, ruleset)

    ruletests.run(rules, run)
    assert len(ran) == ruletests.calls(rules) > sum(len(rule.tests) for rule in rules.rules)
    ran.clear()
    ruletests.run(rules, run, "score")
    assert len(ran) == ruletests.calls(rules, "score")
