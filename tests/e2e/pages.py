"""Runs a page of the documentation: writes its files, gives its commands, compares what is told.

A comment ``<!-- file: NAME -->`` names the file that the block below it holds. In a block of the
console a line that begins with ``$`` is a command, and what follows it is what it prints on
both streams; ``…`` stands for anything. ``git`` may be given too. A word in capitals such as CONFLICT stands for the id that
it first stood for.
"""

import os
import re
import shlex
import subprocess
from pathlib import Path
from typing import NamedTuple

from tests.e2e.command import NOBODY, run

_BLOCK = re.compile(r"(?:<!-- file: (\S+) -->\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PLACEHOLDER = re.compile(r"\bCONFLICT\b")
_ID = "[0-9a-f]{10}"
_PROGRESS = re.compile(
    r"^xref: (?:new|note on|reading|comparing|testing|profiling|writing)[^\n]*\n", re.MULTILINE
)


class Step(NamedTuple):
    """A command and what the page says that it prints."""

    command: str
    told: str


class Page:
    """A page that is followed in an empty folder."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.text = path.read_text(encoding="utf-8")
        self.folder = folder
        self.status = 0
        self.id = ""

    def follow(self) -> int:
        """Do all that the page says, in order; the number of commands that were given."""
        given = 0
        for name, kind, body in _BLOCK.findall(self.text):
            if name:
                self._write(name, body)
            elif kind == "console":
                for step in _steps(body):
                    self._take(step)
                    given += 1
        return given

    def _write(self, name: str, body: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_PLACEHOLDER.sub(self.id, body), encoding="utf-8")

    def _take(self, step: Step) -> None:
        printed = self._given(_PLACEHOLDER.sub(self.id, step.command))
        found = re.fullmatch(self._pattern(step.told), printed, re.DOTALL)
        assert found, f"$ {step.command}\nprints\n{printed}\nand not\n{step.told}"
        self.id = self.id or found.groupdict().get("id") or ""

    def _given(self, command: str) -> str:
        if command == "echo $?":
            return f"{self.status}\n"
        line, _, target = command.partition(" > ")
        line, _, source = line.partition(" < ")
        name, *arguments = shlex.split(line)
        if name == "git":
            return self._git(arguments)
        assert name == "xref", command
        stdin = (self.folder / source).read_bytes() if source else b""
        done = run(*arguments, cwd=self.folder, stdin=stdin)
        self.status = done.status
        if target:
            (self.folder / target).write_text(done.out, encoding="utf-8")
            return _PROGRESS.sub("", done.err)
        return _PROGRESS.sub("", done.err) + done.out

    def _git(self, arguments: list[str]) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=os.environ | NOBODY,
            check=False,
            capture_output=True,
            encoding="utf-8",
        )
        self.status = done.returncode
        return done.stderr + done.stdout

    def _pattern(self, told: str) -> str:
        pattern = re.escape(told).replace("…\n", ".*").replace("…", ".*")
        wanted = self.id or f"(?P<id>{_ID})"
        return _PLACEHOLDER.sub(lambda _: wanted, pattern, count=0 if self.id else 1)


def _steps(body: str) -> list[Step]:
    parts = re.split(r"^\$ (.*)\n", body, flags=re.MULTILINE)[1:]
    return [Step(*pair) for pair in zip(parts[::2], parts[1::2], strict=True)]
