"""Where the keys and values of a TOML table stand, which the parser does not tell."""

import re
from typing import NamedTuple

_HEADER = re.compile(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*=\s*""")
_TEXT = re.compile(r""""(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s,\[\]#"']+""")


class At(NamedTuple):
    """A line and a column, which count from 1, and how wide what stands there is."""

    line: int
    column: int
    width: int = 1


class Places:
    """The places of one table of a file; `table` is its dotted name, empty for the top."""

    def __init__(self, text: str, table: str = "") -> None:
        self.lines = text.split("\n")
        self._keys: dict[str, At] = {}
        self._values: dict[str, At] = {}
        self._top = At(1, 1, max(1, len(self.lines[0].rstrip())))
        here, inside = "", table == ""
        for number, line in enumerate(self.lines, start=1):
            header = _HEADER.match(line)
            if header is not None:
                here = header[1].strip()
                inside = here == table
                below = here.removeprefix(f"{table}." if table else "")
                at = At(number, line.index("[") + 1, len(line.strip()))
                if inside:
                    self._top = at
                elif here.startswith(f"{table}.") or not table:
                    self._keys.setdefault(below.split(".")[0], at)
                continue
            found = _KEY.match(line)
            if found is None:
                continue
            key = next(part for part in found.groups() if part is not None)
            name = key if inside else f"{here.rpartition('.')[2]}.{key}"
            start = found.start(found.lastindex or 0) + 1
            self._keys.setdefault(name, At(number, start, len(key)))
            value = line[found.end() :].rstrip()
            self._values.setdefault(name, At(number, found.end() + 1, max(1, len(value))))

    def key(self, name: str) -> At:
        """Where a key stands ("limits.money" for one of a table below); else the table itself."""
        return self._keys.get(name, self._top)

    def value(self, name: str, member: str | None = None) -> At:
        """Where the value of a key stands, or the `member` of a list of texts."""
        at = self._values.get(name)
        if at is None or member is None:
            return at or self.key(name)
        for number in range(at.line, len(self.lines) + 1):
            line = self.lines[number - 1]
            for text in _TEXT.finditer(line, at.column - 1 if number == at.line else 0):
                if text[0][1:-1] == member:
                    return At(number, text.start() + 1, len(text[0]))
            if "]" in line:
                break
        return at

    def excerpt(self, at: At) -> str:
        """The line of a place."""
        return self.lines[at.line - 1].rstrip("\r") if at.line <= len(self.lines) else ""
