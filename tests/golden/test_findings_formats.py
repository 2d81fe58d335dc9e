"""Findings for machines: linter text, GitHub annotations, SARIF, JUnit."""

import json
import re
from dataclasses import replace

import jsonschema
import pytest
from junitparser import JUnitXml

from tests.golden.making import Newsroom, article
from tests.golden.sample import report
from xref.model.article import Skipped
from xref.model.report import Finding, Level, Linked, Report, RuleNote
from xref.render import FORMATS, Options

NOTHING = Linked((), (), (), (), (), (), ())


def _one(text, words, related=(), message="m", reason="", level=Level.ERROR, **more):
    """A report with one finding at `words` of one article."""
    room = Newsroom(article("a", "The A", text, **more))
    places = tuple(room.place("a", each) for each in related)
    finding = Finding(
        "f1", "the-rule", level, "conflict", message, room.place("a", words), places, reason, "fp1"
    )
    return Report(tuple(room.articles.values()), (), NOTHING, (finding,), (), ())


def _render(name, found, **options):
    return FORMATS[name].render(found, Options(**options))


# ------------------------------------------------------------------ GitHub


def test_an_annotation_to_the_letter():
    found = _one("One.\nAt least 12 died.\n", "12 died", message="A says 12, B says 14")
    assert _render("github", found) == (
        "::error file=inputs/a.txt,line=2,col=10,endColumn=17,title=the-rule%3A conflict::A says 12, B says 14 [f1]\n"
    )


def test_an_annotation_escapes_what_would_end_it():
    found = _one(
        "1: 50%\n", "50%", ["1: 50%"], message="50% of 1::2, so\r\n::error::no", reason="why,\nso",
        level=Level.WARNING, path="in puts/a,b:c%.txt",
    )  # fmt: skip
    assert _render("github", found) == (
        "::warning file=in puts/a%2Cb%3Ac%25.txt,line=1,col=4,endColumn=7,title=the-rule%3A conflict"
        "::50%25 of 1::2, so ::error::no [f1]%0Awhy, so%0AThe A: “1: 50%25”\n"
    )


def test_an_annotation_of_several_lines_has_no_columns():
    found = _one("He said: “One\nand two.”\n", "One\nand two.", level=Level.INFO)
    assert _render("github", found) == (
        "::notice file=inputs/a.txt,line=1,endLine=2,title=the-rule%3A conflict::m [f1]\n"
    )


def test_an_annotation_in_a_record_points_to_its_line():
    found = _one("\n\nTwelve died.\n", "Twelve", path="in/x.jsonl", first_line=7, as_file=False)
    assert (
        _render("github", found)
        == "::error file=in/x.jsonl,line=7,title=the-rule%3A conflict::m [f1]\n"
    )


def test_front_matter_moves_the_lines():
    found = _one("Twelve died.\n", "Twelve", path="in/x.md", first_line=6)
    assert ",line=6,col=1,endColumn=7," in _render("github", found)


def test_a_title_of_its_own_is_the_head_of_the_file():
    found = _one("Text.\n", "Twelve", title="Twelve die", first_line=6)
    assert ",line=1,title=" in _render("github", found)


def test_paths_are_relative_to_the_root():
    found = _one("Twelve.\n", "Twelve", path="/home/desk/stories/a.txt")
    assert "file=stories/a.txt," in _render("github", found, root="/home/desk")
    assert "file=/home/desk/stories/a.txt," in _render("github", found, root="/home/des")


def test_a_skipped_input_is_a_warning():
    found = Report((), (), NOTHING, (), (), (Skipped("in/b.txt", "it is\nempty"),))
    assert (
        _render("github", found) == "::warning title=xref skipped an input::in/b.txt: it is empty\n"
    )


# ------------------------------------------------------------------ text


def test_linter_text_to_the_letter():
    found = _one(
        "One.\nAt least 12 died, 14 there.\n",
        "12 died",
        ["14 there"],
        "A says 12",
        "Nothing explains it.",
    )
    assert _render("text", found).splitlines() == [
        "inputs/a.txt:2:10: error the-rule: A says 12 [f1]",
        "    Nothing explains it.",
        "    inputs/a.txt:2:19: “14 there”",
        "1 error in 1 article",
    ]


@pytest.mark.parametrize("name", ["text", "github"])
def test_findings_below_the_level_asked_for_are_counted_and_not_listed(name):
    found = _one("At least 12 died.\n", "12", level=Level.INFO)
    shown = _render(name, found, show=Level.INFO)
    assert "[f1]" in shown
    hidden = _render(name, found, show=Level.WARNING)
    assert "[f1]" not in hidden
    assert ("1 info (1 not listed: --show info) in 1 article" in hidden) == (name == "text")


@pytest.mark.parametrize(("note", "shown"), [("The A says", ""), ("a part", " (a part)")])
def test_a_note_that_only_names_the_outlet_is_left_out(note, shown):
    found = _one("12 died, 14 there.\n", "12 died", ["14 there"])
    related = replace(found.findings[0].related[0], note=note)
    found = replace(found, findings=(replace(found.findings[0], related=(related,)),))
    assert f"“14 there”{shown}\n" in _render("text", found)
    assert _render("github", found).endswith(f"“14 there”{shown}\n")


def test_linter_text_of_nothing_says_so():
    assert _render("text", Report((), (), NOTHING, (), (), ())) == "no findings in 0 articles\n"


# ------------------------------------------------------------------ SARIF

_TEXT = {"type": "string", "minLength": 1}


def _closed(required, **properties):
    """An object of the SARIF specification with the properties that xref writes, and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


_MESSAGE = _closed(["text"], text=_TEXT)
_REGION = _closed(
    ["startLine", "startColumn", "endLine", "endColumn"],
    startLine={"type": "integer", "minimum": 1},
    startColumn={"type": "integer", "minimum": 1},
    endLine={"type": "integer", "minimum": 1},
    endColumn={"type": "integer", "minimum": 1},
    snippet=_closed(["text"], text={"type": "string"}),
)
_PHYSICAL = _closed(
    ["artifactLocation"],
    artifactLocation=_closed(
        ["uri"],
        uri={
            "type": "string",
            "pattern": r"^(?:file://)?(?:[A-Za-z0-9/\-._~!$&'()*+,;=@]|%[0-9A-F]{2})+$",
        },
    ),
    region=_REGION,
)
_LOCATION = _closed(
    ["physicalLocation"],
    id={"type": "integer", "minimum": 0},
    message=_MESSAGE,
    physicalLocation=_PHYSICAL,
)
_RESULT = _closed(
    ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
    ruleId=_TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level={"enum": ["none", "note", "warning", "error"]},
    message=_MESSAGE,
    locations={"type": "array", "items": _LOCATION, "minItems": 1, "maxItems": 1},
    relatedLocations={"type": "array", "items": _LOCATION, "uniqueItems": True},
    partialFingerprints={"type": "object", "additionalProperties": _TEXT},
    rank={"type": "number", "minimum": 0, "maximum": 100},
    suppressions={
        "type": "array",
        "items": _closed(["kind"], kind={"enum": ["inSource", "external"]}),
        "uniqueItems": True,
    },
    properties={"type": "object"},
)
_SAID = _closed(["text"], text=_TEXT | {"maxLength": 1024})
_RULE = _closed(
    ["id", "shortDescription", "fullDescription", "help"],
    id=_TEXT,
    name=_TEXT | {"maxLength": 255},
    shortDescription=_SAID,
    fullDescription=_SAID,
    help=_MESSAGE,
)
_DRIVER = _closed(
    ["name"],
    name=_TEXT,
    semanticVersion={"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
    rules={"type": "array", "items": _RULE, "uniqueItems": True},
)
_NOTIFICATION = _closed(
    ["message"],
    level={"enum": ["warning"]},
    message=_MESSAGE,
    locations={"type": "array", "items": _LOCATION},
)
_RUN = _closed(
    ["tool", "results"],
    tool=_closed(["driver"], driver=_DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    invocations={
        "type": "array",
        "items": _closed(
            ["executionSuccessful"],
            executionSuccessful={"type": "boolean"},
            toolExecutionNotifications={"type": "array", "items": _NOTIFICATION},
        ),
    },
    results={"type": "array", "items": _RESULT},
)
SARIF = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | _closed(
    ["version", "runs"],
    **{
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": _RUN},
    },
)
"""What SARIF 2.1.0 (sections 3.13 to 3.58), and GitHub, ask of the properties that xref writes."""


@pytest.fixture(scope="module")
def log():
    return json.loads(_render("sarif", report()))


def test_sarif_has_the_shape_of_the_specification(log):
    jsonschema.Draft202012Validator(SARIF).validate(log)


def test_sarif_results_point_to_their_rules(log):
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(set(rules))
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    assert len(run["results"]) == len(report().findings) + len(report().suppressed)
    assert [r["ruleId"] for r in run["results"] if "suppressions" in r] == ["vague-figure"]


def test_sarif_bears_the_fingerprint_that_github_reads(log):
    hashes = [
        result["partialFingerprints"]["primaryLocationLineHash"]
        for result in log["runs"][0]["results"]
    ]
    assert len(set(hashes)) == len(hashes)


def test_sarif_tells_what_a_rule_is_for():
    note = RuleNote("the-rule", "Tolls must agree", "Two tolls of one event.")
    found = replace(_one("At least 12 died.\n", "12"), rules=(note,))
    (rule,) = json.loads(_render("sarif", found))["runs"][0]["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "Tolls must agree"
    assert rule["fullDescription"]["text"] == "Two tolls of one event."


def test_sarif_leaves_out_what_is_below_the_level_asked_for():
    found = _one("At least 12 died.\n", "12", level=Level.INFO)
    for show, number in ((Level.INFO, 1), (Level.WARNING, 0)):
        log = json.loads(_render("sarif", found, show=show))
        assert len(log["runs"][0]["results"]) == number


def test_sarif_regions_find_the_words(log):
    texts = {each.path: each for each in report().articles}
    seen = 0
    for result in log["runs"][0]["results"]:
        for location in (*result["locations"], *result.get("relatedLocations", [])):
            place = location["physicalLocation"]
            region, source = place["region"], texts[place["artifactLocation"]["uri"]]
            if "snippet" not in region:
                continue
            lines = source.text.split("\n")[
                region["startLine"] - source.first_line : region["endLine"] - source.first_line + 1
            ]
            lines[-1] = lines[-1][: region["endColumn"] - 1]
            lines[0] = lines[0][region["startColumn"] - 1 :]
            assert "\n".join(lines) == region["snippet"]["text"]
            seen += 1
    assert seen > 10


def test_sarif_messages_hold_no_placeholder_and_no_link():
    found = _one("{0} [a](b)\n", "{0}", ["[a](b)"], message="{0} and [a](1)", path="ü b.txt")
    log = json.loads(_render("sarif", found))
    result = log["runs"][0]["results"][0]
    assert result["message"]["text"] == "{{0}} and [a\\](1)"
    assert result["relatedLocations"][0]["message"]["text"] == "The A: “[a\\](b)”"
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%C3%BC%20b.txt"
    jsonschema.Draft202012Validator(SARIF).validate(log)


def test_sarif_tells_what_was_skipped(log):
    notes = log["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert [note["message"]["text"] for note in notes] == ["skipped: the file is empty"]


# ------------------------------------------------------------------ JUnit


def test_a_junit_reader_understands_it():
    suite = next(iter(JUnitXml.fromstring(_render("junit", report()).encode())))
    failing = [
        case for case in suite if any(type(result).__name__ == "Failure" for result in case.result)
    ]
    assert (suite.tests, suite.failures, suite.skipped) == (15, 3, 1)
    assert len(list(suite)) == suite.tests
    assert [case.name for case in failing] == [
        "passenger-count",
        "quote-wording",
        "single-anonymous-source",
    ]


@pytest.mark.parametrize(
    ("level", "failures"), [(Level.INFO, 9), (Level.WARNING, 8), (Level.ERROR, 3), (None, 0)]
)
def test_junit_failures_follow_the_level(level, failures):
    text = _render("junit", report(), fail_on=level)
    assert re.search(r'failures="(\d+)"', text)[1] == str(failures)
    assert text.count("<failure ") == failures


def test_junit_survives_what_xml_forbids():
    found = _one("a\x0bb ]]> & <i> \ud800\n", "a\x0bb ]]> & <i> \ud800", message="“\x00” <b>&\"'")
    suite = next(iter(JUnitXml.fromstring(_render("junit", found).encode("utf-8"))))
    assert next(iter(suite)).result[0].message == "“�” <b>&\"'"
