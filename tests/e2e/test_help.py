"""Help: every command has examples, every line of it is true."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from tests.e2e.command import ROOT, run
from xref.cli import app
from xref.cli.inputs import report_files
from xref.render import FORMATS, names

_SHORT = {"markdown": "md"}


def commands() -> dict[tuple[str, ...], object]:
    """Every command by its words, groups included."""
    found: dict[tuple[str, ...], object] = {}

    def walk(words: tuple[str, ...], one: object) -> Iterator[None]:
        found[words] = one
        if isinstance(one, TyperGroup):
            for name, inner in one.commands.items():
                yield from walk((*words, name), inner)

    list(walk((), typer.main.get_command(app)))
    return found


COMMANDS = commands()


def helped(words: tuple[str, ...]) -> str:
    done = run(*words, "--help", cwd=ROOT)
    assert (done.status, done.err) == (0, "")
    return done.out


def examples(text: str) -> list[list[str]]:
    """The words of each command of xref among the examples, up to a pipe or a comment."""
    block = text.partition("Example")[2].partition("\n\n")[0]
    lines = [re.split(r" \| | > |   +", line.strip())[:2] for line in block.splitlines()[1:]]
    told = [part for line in lines for part in line if part.startswith("xref ")]
    return [shlex.split(part)[1:] for part in told]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_help_has_examples_of_commands_and_options_that_there_are(words: tuple[str, ...]):
    text = helped(words)
    told = examples(text)
    assert told
    assert any(tuple(example[: len(words)]) == words for example in told)
    for example in told:
        key = tuple(example[:2]) if tuple(example[:2]) in COMMANDS else tuple(example[:1])
        assert key in COMMANDS
        known = helped(key)
        for word in example:
            if re.fullmatch("--?[a-z][a-z-]*", word):
                assert re.search(rf"(?m)^  .*{word}\b", known), f"{key} has no {word}"


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_usage_shows_names_and_no_types_of_python(words: tuple[str, ...]):
    text = helped(words)
    assert not re.search(r"list\[|<str>|\{|\(default\)", text)
    assert all(len(line) <= 100 for line in text.splitlines())


def test_each_line_of_the_lists_of_commands_is_whole():
    for words in ((), ("rules",)):
        listed = helped(words).partition("Commands:\n")[2].splitlines()
        assert listed
        assert all(line.endswith(".") and not line.endswith("...") for line in listed)


@pytest.mark.parametrize("command", ["report", "check", "extract"])
def test_help_names_the_formats_that_there_are(command: str):
    options = helped((command,)).partition("\nOptions:")[2]
    offered = " ".join(options.partition("--format")[2].split())
    listed = re.match(r"[A-Z., ]*([a-z, ]+?(?: or [a-z]+))[.;]", offered)
    assert listed, offered
    told = re.split(", | or ", listed[1])
    assert sorted(told) == sorted(_SHORT.get(n, n) for n in names(command))  # type: ignore[arg-type]


def test_the_files_that_a_report_may_write_are_those_of_its_formats():
    suffixes = {FORMATS[name].suffix for name in names("report")}
    assert {f"report{suffix}" for suffix in suffixes} == {p.name for p in report_files(Path())}


def test_the_version_is_told_and_nothing_is_no_command():
    done = run("--version", cwd=ROOT)
    assert re.fullmatch(r"xref \d+\.\d+\.\d+\n", done.out)
    done = run(cwd=ROOT)
    assert (done.status, done.out) == (2, "")
    assert "Commands:" in done.err


def test_the_shell_completes_commands_and_options(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("_XREF_COMPLETE", "complete_bash")
    for typed, wanted in (("xref re", "report\n"), ("xref report --fail", "--fail-on\n")):
        monkeypatch.setenv("COMP_WORDS", typed)
        monkeypatch.setenv("COMP_CWORD", str(typed.count(" ")))
        assert run(cwd=ROOT).out == wanted
