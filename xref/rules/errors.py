"""What is wrong with a rule file, told so that it can be put right without the manual."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap

from rapidfuzz import fuzz, process

from xref.rules.vocabulary import MEANT

_WIDTH = 98


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of one line of a file. `line` and `column` count from 1, in code points."""

    file: str
    line: int
    column: int
    width: int = 1

    @property
    def start(self) -> tuple[str, int, int]:
        """File, line and column."""
        return self.file, self.line, self.column


@dataclass(frozen=True, slots=True)
class RuleError:
    """One thing wrong at one place.

    `excerpt` is the line of the file, unchanged; `hints` follow it, a line each; `example` is
    a valid piece of YAML to learn from, or empty.
    """

    mark: Mark
    message: str
    excerpt: str = ""
    hints: tuple[str, ...] = ()
    example: str = ""

    def __str__(self) -> str:
        return self.told()

    def told(self, width: int = _WIDTH) -> str:
        """The error with its excerpt and hints, in lines of at most `width` columns."""
        mark = self.mark
        lines = [f"{mark.file}:{mark.line}:{mark.column}: {self.message}"]
        if self.excerpt.strip():
            number = str(mark.line)
            shown, indent, carets = self._excerpt(width - len(number) - 5)
            lines.append(f"  {number} | {shown}")
            lines.append(f"  {' ' * len(number)} | {indent}{carets}")
        for hint in self.hints:
            lines += wrap(
                hint,
                width,
                initial_indent="  ",
                subsequent_indent="    ",
                break_long_words=False,
                break_on_hyphens=False,
            )
        if self.example:
            lines.append("  a valid example:")
            lines.extend(f"    {line}".rstrip() for line in self.example.rstrip().splitlines())
        return "\n".join(lines)

    def _excerpt(self, room: int) -> tuple[str, str, str]:
        """The part of the line around the mark that fits, the indent below it, and the carets."""
        at = self.mark.column - 1
        line = "".join(c if c.isprintable() or c == "\t" else "\ufffd" for c in self.excerpt)
        start, end = 0, len(line)
        if end > room:
            start = max(0, min(at - room // 3, end - room))
            end = start + room
        head, tail = "…" * (start > 0), "…" * (end < len(line))
        shown = head + line[start + len(head) : end - len(tail)] + tail
        before = shown[: at - start]
        indent = "".join("\t" if char == "\t" else " " for char in before)
        return shown, indent, "^" * max(1, min(self.mark.width, len(shown) - len(before)))


class RuleErrors(Exception):  # noqa: N818 - it is several errors, and its name says so
    """Everything wrong with the rules of a run, in the order of files and lines."""

    def __init__(self, errors: Iterable[RuleError]) -> None:
        self.errors: tuple[RuleError, ...] = tuple(
            sorted(set(errors), key=lambda error: (error.mark, error.message))
        )
        super().__init__(str(self))

    def __str__(self) -> str:
        return self.told()

    def told(self, width: int = _WIDTH) -> str:
        """All errors, a blank line between them, in lines of at most `width` columns."""
        shown: set[str] = set()
        told: list[str] = []
        for error in self.errors:
            # One example teaches all who lack it.
            example = "" if error.example in shown else error.example
            shown.add(error.example)
            told.append(replace(error, example=example).told(width))
        return "\n\n".join(told)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` is most likely a slip for, ``None`` if none is near."""
    names = sorted(set(known))
    best = process.extractOne(
        word.lower(), names, scorer=fuzz.ratio, processor=str.lower, score_cutoff=66
    )
    return None if best is None else str(best[0])


def one_of(word: str, known: Sequence[str]) -> tuple[str, ...]:
    """Hints for a word that is not among `known`: the likely one, then all."""
    guess = nearest(word, known)
    meant = MEANT.get(word.lower())
    if (guess is None or guess == word) and meant in known:
        guess = meant
    hints = () if guess is None else (f'did you mean "{guess}"?',)
    return (*hints, f"allowed: {', '.join(known)}")
