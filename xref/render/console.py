"""Lines for a terminal: indented, wrapped, coloured, and readable without colour."""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from xref.render import words
from xref.render.options import Options
from xref.render.page.cards import Card, Reading, Reason
from xref.render.page.passages import SAID, Passage

TONES = {"conflict": "red", "quotes": "red", "internal": "red", "sanity": "yellow"}
"""The sections that are shown in full, each with the colour of its labels."""

_MARKS = {"": "", "said": "bold", "why": "italic"}


class Line(Text):
    """A line of a page, indented by so many columns also where it wraps."""

    def __init__(self, text: str = "", style: str = "", indent: int = 0) -> None:
        super().__init__(text, style)
        self.indent = indent

    def add(self, text: str, style: str = "") -> "Line":
        """This line with more text."""
        self.append(text, style or None)
        return self

    def add_id(self, id_: str) -> "Line":
        """This line with the id of a finding, where there is one."""
        return self.add(f" [{id_}]", "dim") if id_ else self


def passage(shown: Passage, indent: int) -> Line:
    """The words of a passage; the claim's own are bold, and in brackets for who sees no bold."""
    line = Line(indent=indent)
    for run in shown.runs:
        line.add(f"[{run.text}]" if run.mark == SAID else run.text, _MARKS[run.mark])
    return line


def byline(reading: Reading) -> str:
    """Which outlets print a passage, when and in which part of the page."""
    zone = f", {reading.passage.zone}" if reading.passage.zone else ""
    return f"{words.listed(reading.outlets)}, {reading.passage.date}{zone}"


def differences(card: Card, indent: int = 4) -> Iterable[Line]:
    """The word diffs of a card, as ``[-gone-]`` and ``{+new+}``."""
    for diff in card.diffs:
        line = Line(f"{diff.a} → {diff.b}: ", indent=indent)
        for op, a, b in diff.steps:
            if op == "equal":
                line.add(f"{a} ")
                continue
            if a:
                line.add(f"[-{a}-] ", "red")
            if b:
                line.add(f"{{+{b}+}} ", "green")
        line.rstrip()
        yield line


def reasons(card: Card, told: Iterable[Reason], indent: int = 4) -> Iterable[Line]:
    """Why the passages of a card relate as they do: those of its reasons that are `told`."""
    for reason in told:
        label = f"{reason.label}, " if reason.label != card.label else ""
        between = f"{label}{reason.between}: " if reason.between else ""
        yield Line("Why: ", "bold", indent=indent).add(f"{between}{reason.text}")


def printed(lines: Iterable[Line], options: Options) -> str:
    """The lines wrapped to ``options.width`` columns, coloured if asked."""
    out = StringIO()
    console = Console(
        file=out,
        width=options.width,
        force_terminal=options.color,
        color_system="standard" if options.color else None,
        legacy_windows=False,
        _environ={},
    )
    for line in lines:
        console.print(Padding(line, (0, 0, 0, line.indent)) if line.indent else line)
    whole = out.getvalue().split("\n")
    return "\n".join(each.rstrip() for each in whole).rstrip("\n") + "\n"
