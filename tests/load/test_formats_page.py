"""docs/formats.md names every format and field, and its reasons are those that are told."""

from pathlib import Path

import pytest

from tests.load.test_skipped import FILES, RECORDS
from xref.load import ALSO, FORMATS
from xref.load.fields import ALIASES
from xref.load.page.metadata import META
from xref.load.record import NAMED

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", [*FORMATS, *ALSO])
def test_every_format_is_described(suffix):
    cells = [row.split("|")[1] for row in PAGE.splitlines() if row.startswith("|")]
    assert any(f"`{suffix}`" in cell for cell in cells)


@pytest.mark.parametrize("name", NAMED)
def test_every_field_is_described(name):
    assert f"| `{name}` |" in PAGE


@pytest.mark.parametrize("name", ALIASES)
def test_every_name_of_a_field_is_on_the_page(name):
    (row,) = [row for row in PAGE.splitlines() if row.startswith(f"| `{name}` = |")]
    assert row.split("|")[2].strip() == ", ".join(f"`{each}`" for each in ALIASES[name][1:])


def test_the_order_of_what_a_page_tells_is_on_the_page():
    for names in META.values():
        assert all(f"`{each}`" in PAGE for each in names)


def test_reasons_on_the_page_are_told():
    rows = [row for row in PAGE.splitlines() if row.startswith("|") and row.count("|") == 4]
    reasons = [row.split("|")[3].strip() for row in rows]
    told = {reason for _, reason in FILES.values()} | set(RECORDS.values())
    known = [reason for reason in reasons if reason in told]
    assert len(known) >= 6
