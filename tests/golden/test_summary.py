"""The summary after a run: short, the gravest first, nothing left out in silence."""

from dataclasses import replace

from tests.golden.sample import report
from xref.model.report import Level
from xref.render import FORMATS, Options


def summary(**options: int) -> str:
    return FORMATS["summary"].render(report(), Options(**options))


def test_it_shows_as_many_findings_as_asked_for_and_counts_the_rest():
    levels = (" · error [", " · warning [")
    for worst in (0, 1, 3):
        told = " ".join(summary(worst=worst).split())
        assert sum(told.count(level) for level in levels) == worst
        assert f"… and {12 - worst} more to look at: --limit 12 shows them here" in told
    assert "more to look at" not in summary(worst=12)


def test_errors_come_before_warnings():
    told = " ".join(summary(worst=12).split())
    assert told.rindex("· error [") < told.index("· warning [")


def test_the_two_passages_are_those_that_part():
    """Of three outlets two agree: the one that differs is shown, and one of the others."""
    told = summary(worst=12).partition("another speaker:")[2].partition("\n\n")[0]
    assert "Harbour Herald, 4 March 2031 · Tamsin Orrelby" in told
    assert "· Bram Quillfether" in told


def test_a_large_run_has_a_short_summary():
    found = report()
    findings = tuple(
        replace(found.findings[0], id=f"f{n}", slot=None, level=Level.ERROR) for n in range(3000)
    )
    told = FORMATS["summary"].render(replace(found, findings=findings), Options())
    assert len(told.splitlines()) < 90
    assert "… and 3," in told
