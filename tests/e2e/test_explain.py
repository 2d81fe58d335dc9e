"""`xref explain`: why a finding says what it says."""

import json
from pathlib import Path

import pytest

from tests.e2e.command import run
from tests.e2e.ferry import CLASHING, write
from tests.golden.sample import report as sample
from xref.explain import UnknownIdError, explain, find

REPORT = sample()
EVERYTHING = (
    *REPORT.findings,
    *REPORT.suppressed,
    *REPORT.linked.slots,
    *REPORT.linked.utterances,
)


@pytest.mark.parametrize("named", EVERYTHING, ids=lambda named: named.id)
def test_everything_with_an_id_is_explained(named):
    text = explain(REPORT, named.id, width=80)
    assert named.id in text.splitlines()[0] + text.splitlines()[1]
    assert all(len(line) <= 80 or " " not in line.strip() for line in text.splitlines())


def test_a_slot_shows_every_claim_and_every_pair_with_what_was_tried():
    for slot in REPORT.linked.slots:
        text = " ".join(explain(REPORT, slot.id, width=10_000).split())
        claims = {c.id: c for c in REPORT.claims}
        for cell in slot.cells:
            assert f"[{' '.join(claims[cell.current].text.split())}]" in text
        for pair in slot.pairs:
            assert pair.relation.reason in text
            for tried in pair.relation.tried:
                assert f"not {tried.relation}: {tried.failed}" in text
            for place in pair.relation.words:
                assert f"rests on “{place.text}”" in text


def test_an_utterance_shows_the_difference_in_words():
    for utterance in REPORT.linked.utterances:
        text = explain(REPORT, utterance.id, width=10_000)
        for pair in utterance.pairs:
            for step, a, b in pair.relation.diff:
                if step != "equal":
                    assert not a or f"[-{a}-]" in text
                    assert not b or f"{{+{b}+}}" in text


def test_the_beginning_of_an_id_is_enough_where_it_fits_one():
    finding = REPORT.findings[0]
    assert find(REPORT, finding.id) is finding
    assert find(REPORT, finding.fingerprint) is finding
    assert find(REPORT, REPORT.linked.utterances[0].id) is REPORT.linked.utterances[0]
    several = [f for f in REPORT.findings if f.id.startswith(finding.id[:1])]
    if len(several) > 1:
        with pytest.raises(UnknownIdError, match="begins several ids"):
            find(REPORT, finding.id[:1])


@pytest.mark.parametrize("wrong", ["", "zzzz", "no-such-rule"])
def test_an_unknown_id_lists_some(wrong: str):
    with pytest.raises(UnknownIdError) as error:
        find(REPORT, wrong)
    assert any(REPORT.findings[0].id in line for line in error.value.near)


def test_a_rule_lists_its_findings():
    rule = REPORT.findings[0].rule
    with pytest.raises(UnknownIdError) as error:
        find(REPORT, rule)
    assert error.value.near
    assert all(f" {rule}: " in line for line in error.value.near if not line.startswith("and "))


def test_the_command_explains_a_conflict(corpus: Path, tmp_path: Path):
    write(corpus, echo=CLASHING)
    done = run("report", corpus, "-o", "-", "-f", "json", "-q", cwd=tmp_path)
    report = json.loads(done.out)
    finding = next(f for f in report["findings"] if f["relation"] == "conflict")
    done = run("explain", finding["id"][:6], corpus, cwd=tmp_path)
    assert done.status == 0
    told = " ".join(done.out.split())
    assert f"finding {finding['id']} · error · death-toll" in told
    assert "that [41 people] were killed and 30 were rescued." in told
    assert "articles/echo.md:6:90" in told
    assert "read as 41 counts people (person) measure people.killed" in told
    assert "The Dunmere Mail and The Tarn Echo: conflict" in told
    assert "not agree: the values are not equal" in told


def test_the_command_says_what_an_unknown_id_may_mean(corpus: Path, tmp_path: Path):
    write(corpus, echo=CLASHING)
    done = run("explain", "zzzz", corpus, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith('xref: the report holds no id "zzzz"\n  ')
    assert " error death-toll: " in done.err
