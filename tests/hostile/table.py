"""The table of hostile inputs in docs/limits.md."""

from collections.abc import Mapping
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "limits.md"
BEGIN = "<!-- hostile inputs: written by make limits -->\n"
END = "<!-- end of the hostile inputs -->\n"

Row = tuple[str, str]
"""A part of xref that is attacked, and by what."""


def table(tried: Mapping[Row, int], held: Mapping[Row, int]) -> str:
    """The table's lines, sorted."""
    rows = ["| into | by | tried | held |\n", "|---|---|---|---|\n"]
    rows += [
        f"| {into} | {what} | {tried[into, what]} | {held[into, what]} |\n"
        for into, what in sorted(tried)
    ]
    total = sum(tried.values()), sum(held.values())
    return "".join([*rows, f"| all | | {total[0]} | {total[1]} |\n"])


def written() -> str:
    """The table as the page has it."""
    return PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]


def write(text: str) -> None:
    """Put a table into the page."""
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}{text}{END}{after}", encoding="utf-8", newline="\n")
