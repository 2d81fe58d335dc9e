"""Findings for build servers: GitLab, Checkstyle, TeamCity, a comment; each by its own reader's rules."""

import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import jsonschema
import pytest
from markdown_it import MarkdownIt

from tests.golden.making import Newsroom, article
from tests.golden.sample import report
from xref.model.article import Skipped
from xref.model.report import Finding, Level, Linked, Report
from xref.render import FORMATS, Options

NOTHING = Linked((), (), (), (), (), (), ())

CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""What GitLab's "Code Quality report format" asks of each issue; a path is relative, without ./."""


def made(message: str = "m", reason: str = "", level: Level = Level.ERROR, words: str = "12 died"):
    """A report with one finding."""
    room = Newsroom(article("a", "The A", "One.\nAt least 12 died, 14 there.\n"))
    finding = Finding(
        *("f1", "the-rule", level, "conflict", message, room.place("a", words)),
        *((room.place("a", "14 there"),), reason, "fp1"),
    )
    skipped = (Skipped("in/b.txt", "it is\nempty"),)
    return Report(tuple(room.articles.values()), (), NOTHING, (finding,), (), skipped)


def rendered(name: str, found: Report, **options: object) -> str:
    return FORMATS[name].render(found, Options(**options))


def test_code_quality_has_the_shape_that_gitlab_asks_for_and_no_fingerprint_twice():
    issues = json.loads(rendered("gitlab", report()))
    jsonschema.Draft202012Validator(CODE_QUALITY).validate(issues)
    prints = [each["fingerprint"] for each in issues]
    assert len(prints) == len(set(prints)) >= len(report().findings)


def test_code_quality_to_the_letter():
    first, skipped = json.loads(rendered("gitlab", made("A says 12")))
    assert first == {
        "check_name": "xref/the-rule",
        "description": "A says 12 [f1]",
        "fingerprint": "fp1",
        "severity": "critical",
        "location": {"path": "inputs/a.txt", "lines": {"begin": 2, "end": 2}},
    }
    assert skipped["description"] == "skipped: it is empty"
    assert skipped["location"]["path"] == "in/b.txt"


@pytest.mark.parametrize(
    ("level", "gitlab", "checkstyle", "teamcity"),
    [
        (Level.ERROR, "critical", "error", "ERROR"),
        (Level.WARNING, "minor", "warning", "WARNING"),
        (Level.INFO, "info", "info", "INFO"),
    ],
)
def test_levels_are_those_of_each_format(level: Level, gitlab: str, checkstyle: str, teamcity: str):
    found = made(level=level)
    assert json.loads(rendered("gitlab", found))[0]["severity"] == gitlab
    tree = ElementTree.fromstring(rendered("checkstyle", found))
    assert tree.find("file[@name='inputs/a.txt']/error").get("severity") == checkstyle
    assert f" SEVERITY='{teamcity}']" in rendered("teamcity", found)


def test_checkstyle_lists_errors_by_file():
    tree = ElementTree.fromstring(rendered("checkstyle", made('50% < "12" & so', "why, so")))
    assert tree.tag == "checkstyle"
    assert [each.get("name") for each in tree] == ["in/b.txt", "inputs/a.txt"]
    assert dict(tree[1][0].attrib) == {
        "line": "2",
        "column": "10",
        "severity": "error",
        "message": '50% < "12" & so. why, so [f1]',
        "source": "xref.the-rule",
    }


def test_checkstyle_holds_each_finding_once():
    tree = ElementTree.fromstring(rendered("checkstyle", report()))
    assert len(tree.findall("file/error")) == len(report().findings) + len(report().unread)


def messages(text: str) -> list[tuple[str, dict[str, str]]]:
    """Service messages as TeamCity reads them; anything that is none fails."""
    out = []
    for line in text.splitlines():
        whole = re.fullmatch(r"##teamcity\[(\w+)((?: \w+='(?:[^|'\[\]]|\|[|'nr\[\]])*')+)\]", line)
        assert whole, line
        values = re.findall(r"(\w+)='((?:[^|']|\|.)*)'", whole[2])
        out.append((whole[1], {key: re.sub(r"\|(.)", r"\1", value) for key, value in values}))
    return out


def test_teamcity_is_told_a_type_before_its_inspections():
    told = messages(rendered("teamcity", report()))
    types: set[str] = set()
    for kind, values in told:
        if kind == "inspectionType":
            types.add(values["id"])
        elif kind == "inspection":
            assert values["typeId"] in types
    assert sum(kind == "inspection" for kind, _ in told) == len(report().findings)


def test_teamcity_escapes_what_would_end_a_value():
    told = messages(rendered("teamcity", made("it's [12] | 50%\n##teamcity[x]")))
    assert told[1][1]["message"] == "it's [12] | 50% ##teamcity[x] [f1]"
    assert told[2] == (
        "message",
        {"text": "xref skipped in/b.txt: it is empty", "status": "WARNING"},
    )


def test_a_comment_to_the_letter():
    assert rendered("comment", made("A says 12 *here*", "why so")) == (
        "<!-- xref -->\n"
        "## Consistency: 1 error\n\n"
        "1 article compared.\n\n"
        "### Error (1)\n\n"
        "- A says 12 \\*here\\* · `the-rule` `[f1]`\n"
        "  why so\n"
        "  - **The A** “12 died” · `inputs/a.txt:2`\n"
        "  - **The A** “14 there” · `inputs/a.txt:2`\n\n"
        "### Skipped (1)\n\n"
        "- `in/b.txt` it is empty\n"
    )


def test_a_comment_makes_neither_html_nor_a_mention():
    shown = rendered("comment", made("<img src=x> @desk [a](http://b)"))
    html = MarkdownIt("commonmark").render(shown)
    assert "<img" not in html
    assert "href" not in html
    assert "@desk" not in shown


def test_a_comment_keeps_within_what_github_takes_and_says_what_is_left():
    one = made("x" * 500)
    many = replace(one, findings=one.findings * 400)
    shown = rendered("comment", many)
    assert len(shown) < 65_536
    listed = shown.count("`the-rule`")
    assert shown.endswith(f"\n… and {400 - listed + 1} more: the log holds them all.\n")


@pytest.mark.parametrize("name", ["gitlab", "checkstyle", "teamcity", "comment"])
def test_what_is_below_the_level_asked_for_is_left_out(name: str):
    found = made(level=Level.INFO)
    assert "the-rule" in rendered(name, found, show=Level.INFO)
    assert "the-rule" not in rendered(name, found, show=Level.WARNING)
