"""docs/formats.md names every format and field, and its reasons are those that are told."""

from pathlib import Path

import pytest

from tests.load.test_skipped import FILES, RECORDS
from xref.load import FORMATS
from xref.load.record import NAMED
from xref.load.walk import NOT_YET

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_is_described(suffix):
    assert f"| `{suffix}` |" in PAGE


@pytest.mark.parametrize("name", NAMED)
def test_every_field_is_described(name):
    assert f"| `{name}` |" in PAGE


@pytest.mark.parametrize("what", sorted(set(NOT_YET.values())))
def test_what_is_not_read_yet_is_said(what):
    assert what in next(line for line in PAGE.splitlines() if "are not read yet" in line)


def test_reasons_on_the_page_are_told():
    rows = [row for row in PAGE.splitlines() if row.startswith("|") and row.count("|") == 4]
    reasons = [row.split("|")[3].strip() for row in rows]
    told = {reason for _, reason in FILES.values()} | set(RECORDS.values())
    known = [reason for reason in reasons if reason in told]
    assert len(known) >= 6
