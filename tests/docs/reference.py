"""Writes the pages of docs/reference from the program itself: ``python -m tests.docs.reference``."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from xref import rules
from xref.lexicon import table
from xref.render import FORMATS
from xref.rules.describe import listed_as_json

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "reference"
HEAD = "<!-- Written by `make reference`; do not edit. -->\n\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


def commands() -> str:
    """The help of every command, as `xref help` prints it."""
    plain = {**os.environ, "COLUMNS": "90", "NO_COLOR": "1", "TERM": "dumb"}
    told = subprocess.run(
        [sys.executable, "-m", "xref", "help"],
        capture_output=True,
        check=True,
        encoding="utf-8",
        cwd=ROOT,
        env=plain,
    ).stdout
    out = ["# Commands", "", "What `xref help` prints, command by command."]
    for page in told.strip("\n").split("\n\n\n"):
        name = re.match(r"Usage: (xref(?: [a-z]+)*)", page)
        assert name is not None, page
        out += ["", f"## {name[1]}", "", "```text", page, "```"]
    return "\n".join(out) + "\n"


def rule_list() -> str:
    """Every rule of the packaged pack."""
    ruleset = rules.load(rules.default_packs())
    out = ["# Rules of the default pack", ""]
    out += [
        "Each has its tests beside it: `xref rules show ID` prints one, `xref rules test` runs them all.",
        "",
    ]
    rows = [
        (
            f"`{rule['id']}`",
            rule["type"],
            ", ".join(rule["looks_at"]),
            ", ".join(rule["reports"]),
            _said(rule),
        )
        for rule in json.loads(listed_as_json(ruleset))
    ]
    out += _table(("rule", "type", "looks at", "reports", "what it is for"), rows)
    return "\n".join(out) + "\n"


def _said(rule: dict[str, Any]) -> str:
    return " ".join(": ".join(part for part in (rule["title"], rule["about"]) if part).split())


def measures() -> str:
    """Every measure and every frame of the lexicon."""
    out = ["# Measures and frames", ""]
    out += [
        "A *measure* names a question by the noun that is counted and the words near it; `xref rules` and JSON use its name.",
        "",
    ]
    rows = []
    for name, entry in table("measures")["measures"].items():
        counted = [*entry.get("heads", ()), *entry.get("counted", ())]
        near = entry.get("near", ())
        rows.append((f"`{name}`", _few(counted), _few(near)))
    out += _table(("measure", "counted", "near"), rows)
    out += ["", "## Frames", ""]
    out += [
        "A *frame* is what is said of what is counted. Two figures answer one question only where their frames can be one.",
        "",
    ]
    frames = {name: entry for name, entry in table("frames").items() if "title" in entry}
    rows = [
        (
            f"`{name}`",
            entry["title"],
            _few(entry.get("counts", ())),
            entry.get("moves", "no"),
            _few([*entry.get("verbs", ()), *entry.get("nouns", ())]),
        )
        for name, entry in frames.items()
    ]
    out += _table(("frame", "question", "counts", "moves", "words, among them"), rows)
    return "\n".join(out) + "\n"


def _few(words: Iterable[Any], number: int = 8) -> str:
    every = [str(word) or "(a bare number)" for word in words]
    return ", ".join(every[:number]) + (" …" if len(every) > number else "")


def formats() -> str:
    """Every output format, with the commands that it serves."""
    out = ["# Output formats", "", "[Reading a report](../reports.md) tells what each is for.", ""]
    rows = [
        (
            f"`{each.name}`",
            ", ".join(sorted(each.commands)),
            f"`{'a folder' if each.folder else each.suffix}`",
            each.about,
        )
        for each in FORMATS.values()
    ]
    out += _table(("format", "commands", "file", "what it is"), rows)
    return "\n".join(out) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands,
    "rules.md": rule_list,
    "measures.md": measures,
    "formats.md": formats,
}
"""File name to what it should hold."""


def main() -> None:
    """Write every page."""
    FOLDER.mkdir(exist_ok=True)
    for name, page in PAGES.items():
        (FOLDER / name).write_text(HEAD + page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
