"""The table of formats and the folder of formats say the same."""

import ast
from pathlib import Path

import pytest

import xref.render.formats
from tests.golden.sample import report
from xref.model.report import Linked, Report
from xref.render import FORMATS, Options, names

FOLDER = Path(xref.render.formats.__file__).parent
EMPTY = Report((), (), Linked((), (), (), (), (), (), ()), (), (), ())


def test_every_file_is_a_format_and_every_format_a_file():
    assert {file.stem for file in FOLDER.glob("*.py")} - {"__init__"} == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_has_one_public_function(name):
    tree = ast.parse((FOLDER / f"{name}.py").read_text(encoding="utf-8"))
    public = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert public == (["files", "render"] if FORMATS[name].folder else ["render"])


def test_every_command_is_served():
    assert names("report")[:3] == ("html", "markdown", "json")
    assert set(names("check")) == {
        *("text", "json", "sarif", "github", "gitlab"),
        *("junit", "checkstyle", "teamcity", "comment"),
    }
    assert set(names("extract")) == {"table", "jsonl", "csv"}
    assert names("articles") == ("articles", "articles_csv", "articles_html")


def test_names_and_suffixes_are_files_names():
    for command in ("report", "check"):
        files = [f"{name}{FORMATS[name].suffix}" for name in names(command)]
        assert len(set(files)) == len(files)
    assert all(each.suffix.startswith(".") for each in FORMATS.values())


@pytest.mark.parametrize("name", FORMATS)
def test_a_run_that_found_nothing_is_rendered_too(name):
    text = FORMATS[name].render(EMPTY, Options())
    assert text == "" or text.endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
def test_every_output_ends_with_one_newline(name):
    text = FORMATS[name].render(report(), Options())
    assert text.endswith("\n") and not text.endswith("\n\n")
