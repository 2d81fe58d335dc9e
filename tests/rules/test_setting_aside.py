"""Findings set aside: by an entry with a reason, or by a baseline."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.golden.making import Newsroom, article, count, exact
from tests.rules.making import findings
from xref.model.report import Finding
from xref.rules import RuleErrors
from xref.rules.baseline import BaselineError, apply_baseline, baseline_of, read_baseline
from xref.rules.ignores import EXPIRED, UNUSED, Ignored, Names, apply_ignores, load_ignores

TODAY = date(2031, 5, 2)


def newsroom() -> Newsroom:
    room = Newsroom(
        article("argus", "Argus", "Police held 300 people and 50 boats.", title="T"),
        article("courier", "Courier", "Police held 40 people.", title="T"),
    )
    for id_, text, number in (
        ("argus", "300 people", 300),
        ("argus", "50 boats", 50),
        ("courier", "40 people", 40),
    ):
        room.claim(id_, text, count(exact(number), text.split()[1].rstrip("s")))
    return room


ARTICLES = newsroom().articles


def some() -> list[Finding]:
    rules = """
    - {id: figure, type: claim, select: {kind: quantity}, report: warning}
    """
    return findings(rules, newsroom())


def applied(folder: Path, entries: str, today: date = TODAY) -> Ignored:
    file = folder / "xref-ignore.yaml"
    file.write_text(f"xref: 1\nignore:\n{entries}", encoding="utf-8")
    return apply_ignores(some(), load_ignores(file), today)


def test_a_fingerprint_or_its_head_sets_one_finding_aside(tmp_path: Path) -> None:
    wanted = some()[1]
    for name in (wanted.fingerprint, wanted.fingerprint[:8]):
        done = applied(tmp_path, f"- {{fingerprint: '{name}', reason: known}}\n")
        assert done.suppressed == [wanted]
        assert len(done.kept) == 2
        assert done.extra == []


def test_a_rule_and_an_article_set_all_of_both_aside(tmp_path: Path) -> None:
    done = applied(tmp_path, "- {rule: figure, article: argus, reason: known}\n")
    assert [found.primary.article for found in done.suppressed] == ["argus", "argus"]
    assert [found.primary.article for found in done.kept] == ["courier"]


@pytest.mark.parametrize(("until", "number"), [("2031-05-02", 2), ("2031-05-01", 0)])
def test_an_entry_holds_through_its_last_day(tmp_path: Path, until: str, number: int) -> None:
    done = applied(tmp_path, f"- {{rule: figure, article: argus, reason: known, until: {until}}}\n")
    assert len(done.suppressed) == number
    assert [found.rule for found in done.extra] == ([] if number else [EXPIRED])


def test_entries_that_match_nothing_are_findings(tmp_path: Path) -> None:
    done = applied(
        tmp_path,
        "- {rule: figure, article: argus, reason: r}\n- {rule: gone, article: argus, reason: left over}\n",
    )
    (found,) = done.extra
    assert found.rule == UNUSED
    assert found.level.label == "warning"
    assert found.message == "the entry for gone in argus matches no finding: left over"
    assert found.primary.article.endswith("xref-ignore.yaml")
    assert found.primary.at == (4, 10)
    assert found.id


@pytest.mark.parametrize(
    ("entry", "number"),
    [
        ("{rule: '*', article: argus, reason: r}", 2),
        ("{rule: fig*, article: '*', reason: r}", 3),
        ("{rule: '*ig*e', article: a*g*s, reason: r}", 2),
        ("{rule: figure*figure, article: argus, reason: r}", 0),
        ("{rule: fig, article: argus, reason: r}", 0),
    ],
)
def test_a_star_stands_for_anything(tmp_path: Path, entry: str, number: int) -> None:
    assert len(applied(tmp_path, f"- {entry}\n").suppressed) == number


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (
            "{rule: figur, article: argus, reason: r}",
            'the entry for figur in argus matches nothing, since there is no rule "figur" '
            '(did you mean "figure"?): r',
        ),
        (
            "{rule: figure, article: argos, reason: r}",
            'the entry for figure in argos matches nothing, since there is no article "argos" '
            '(did you mean "argus"?): r',
        ),
    ],
)
def test_an_entry_that_names_nothing_is_told_what_it_may_mean(
    tmp_path: Path, entry: str, told: str
) -> None:
    file = tmp_path / "xref-ignore.yaml"
    file.write_text(f"xref: 1\nignore:\n- {entry}\n", encoding="utf-8")
    names = Names(frozenset(["figure"]), frozenset(ARTICLES))
    (found,) = apply_ignores(some(), load_ignores(file), TODAY, names).extra
    assert found.message == told


ENTRY_ERRORS = [
    ("- {fingerprint: 3f9a0c12aa}\n", 'the entry misses "reason"', (3, 3)),
    ("- {fingerprint: 3f9a0c12aa, reason: ' '}\n", "is no reason", (3, 37)),
    ("- {reason: r}\n", "an entry names a fingerprint, or a rule and an article", (3, 3)),
    ("- {rule: a, reason: r}\n", "an entry names a fingerprint, or a rule and an article", (3, 3)),
    ("- {rule: a, article: b, fingerprint: 3f9a0c12aa, reason: r}\n", "an entry names", (3, 3)),
    ("- {rule: a, article: b, reason: r, until: soon}\n", '"soon" is no day', (3, 43)),
    ("- {rule: a, article: b, reason: r, till: soon}\n", 'unknown key "till"', (3, 36)),
    ("- {fingerprint: xyz, reason: r}\n", '"xyz" is no fingerprint', (3, 17)),
]


@pytest.mark.parametrize(("entry", "message", "place"), ENTRY_ERRORS)
def test_a_wrong_entry_is_told_with_its_place(
    tmp_path: Path, entry: str, message: str, place: tuple[int, int]
) -> None:
    with pytest.raises(RuleErrors) as caught:
        applied(tmp_path, entry)
    error = caught.value.errors[0]
    assert message in error.message
    assert (error.mark.line, error.mark.column) == place


def test_a_file_that_is_no_list_of_entries_shows_one(tmp_path: Path) -> None:
    file = tmp_path / "xref-ignore.yaml"
    file.write_text("xref: 1\nignored: []\n", encoding="utf-8")
    with pytest.raises(RuleErrors) as caught:
        load_ignores(file)
    assert 'did you mean "ignore"?' in str(caught.value)
    assert "a valid example" in str(caught.value)


def test_a_baseline_accepts_what_it_was_made_of() -> None:
    found = some()
    text = baseline_of(found, ARTICLES).text()
    done = apply_baseline(found, read_baseline(text), ARTICLES)
    assert (done.new, done.accepted) == ([], found)


def test_a_baseline_is_the_same_in_any_order_and_has_a_line_for_each() -> None:
    found = some()
    text = baseline_of(found, ARTICLES).text()
    assert baseline_of(reversed(found), ARTICLES).text() == text
    assert json.loads(text)["schema"] == "xref.baseline/2"
    assert sum('"fingerprint"' in line for line in text.splitlines()) == 3


def test_what_a_baseline_lacks_is_new() -> None:
    found = some()
    done = apply_baseline(found, baseline_of(found[1:], ARTICLES), ARTICLES)
    assert done.new == found[:1]


def test_an_article_that_joins_an_accepted_finding_makes_it_new() -> None:
    one = some()[0]
    joined = Finding(
        one.id,
        one.rule,
        one.level,
        one.relation,
        one.message,
        one.primary,
        (some()[2].primary,),
        one.reason,
        one.fingerprint,
    )
    assert apply_baseline([joined], baseline_of([one], ARTICLES), ARTICLES).new == [joined]
    assert apply_baseline([one], baseline_of([joined], ARTICLES), ARTICLES).new == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"schema": "xref.baseline/3", "findings": []}',
        '{"schema": "xref.baseline/2"}',
        '{"schema": "xref.baseline/2", "findings": [{}]}',
        '{"schema": "xref.baseline/2", "findings": [1]}',
    ],
)
def test_what_is_no_baseline_is_told(text: str) -> None:
    with pytest.raises(BaselineError):
        read_baseline(text)
