"""The page about reports names every relation as the code does, and every format."""

from pathlib import Path

from xref.render import FORMATS, Options
from xref.render.page.budget import BUDGET
from xref.render.relations import FIGURES, OTHERS, WORDINGS

DOC = (Path(__file__).parents[2] / "docs" / "reports.md").read_text(encoding="utf-8")
LINES = [line.strip("|").split("|") for line in DOC.splitlines() if line.startswith("| `")]
ROWS = [[cell.strip() for cell in line] for line in LINES]


def test_every_relation_is_explained_under_its_name_in_order():
    figures = [(kind.value, name.label) for kind, name in FIGURES.items()]
    wordings = [(kind.value, name.label) for kind, name in WORDINGS.items()]
    others = [(kind, name.label) for kind, name in OTHERS.items()]
    told = [(name.strip("`"), label) for name, label, *_ in ROWS if name.strip("`") not in FORMATS]
    assert told == figures + wordings + others
    assert all(meaning for _, _, meaning, *_ in ROWS)


def test_every_format_is_listed_with_its_file_and_commands():
    names = {row[0].strip("`"): row for row in ROWS}
    told = {name: (row[1].strip("`"), row[2]) for name, row in names.items() if name in FORMATS}
    assert set(told) == set(FORMATS)
    for name, (file, commands) in told.items():
        each = FORMATS[name]
        place = "pages/index.html" if each.folder else f"report{each.suffix}"
        assert file == (place if "report" in each.commands else "")
        said = set(commands.replace("extract `--articles`", "articles").split(", "))
        assert said == set(each.commands)


def test_the_limits_are_those_of_the_code():
    assert (
        f"at most {Options().limit} items of a section and {Options().limit * BUDGET:,} in all"
        in DOC
    )
