"""What a field of the matcher says of two figures, and that it says so whichever comes first."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from xref import pipeline
from xref.lexicon import table
from xref.link import Weigh
from xref.model.article import Document
from xref.model.claim import Claim, Date, Quantity
from xref.model.match import Match
from xref.model.report import Report
from xref.rules.ruleset import RuleSet

RULES = RuleSet((), (), {})
WORDS = pipeline.words(RULES)
CASES = yaml.safe_load((Path(__file__).parent / "levels.yaml").read_text(encoding="utf-8"))


def compared(case: dict[str, Any]) -> tuple[Report, Weigh]:
    documents = [
        Document(id_, id_, case[id_], outlet=f"Outlet {id_}", published="2031-03-17", story="s")
        for id_ in "ab"
    ]
    report = pipeline.run(documents, RULES, WORDS)
    return report, pipeline.weighing(report, WORDS)


def figure(report: Report, article: str, words: str) -> Claim:
    return next(
        claim
        for claim in sorted(report.claims, key=lambda each: each.span)
        if claim.article == article
        and isinstance(claim.value, Quantity | Date)
        and words in claim.text
    )


def levels(match: Match | str) -> dict[str, str]:
    assert isinstance(match, Match), match
    return {each.field: each.level for each in match.evidence}


@cache
def weighed() -> dict[str, dict[str, set[str]]]:
    found = table("matching")
    return {
        kind: {name: set(told) for name, told in found[kind]["fields"].items()}
        for kind in ("figure", "date")
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_field_says_what_lies_between_two_figures(case: dict[str, Any]) -> None:
    report, weigh = compared(case)
    one, other = (
        figure(report, id_, words) for id_, words in zip("ab", case["figures"], strict=True)
    )
    told = levels(weigh(one, other))
    assert told.get(case["field"]) == case["level"]
    assert levels(weigh(other, one)) == told
    kind = "date" if isinstance(one.value, Date) else "figure"
    for name, level in told.items():
        if name in weighed()[kind]:
            assert level in weighed()[kind][name], name
