"""Message templates: text with placeholders from a whitelist, never `str.format`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_SIDE = ("outlet", "text", "article", "sentence", "speaker", "published")
_A = tuple(f"a.{name}" for name in _SIDE)
_B = tuple(f"b.{name}" for name in _SIDE)
_COUNTS = ("n.origins", "n.outlets", "n.articles")
_FIGURE = ("measure", "subject", "event")
_OWN = ("text", "outlet", "article", "sentence", "speaker", "published")

PLACEHOLDERS: dict[str, tuple[str, ...]] = {
    "amount": (*_A, *_B, "gap.rel", "gap.abs", *_COUNTS, *_FIGURE, "relation", "reason"),
    "date": (*_A, *_B, "gap.days", *_COUNTS, "event", "relation", "reason"),
    "words": (*_A, *_B, *_COUNTS, "speaker", "diff", "relation", "reason"),
    "names": (*_A, *_B, *_COUNTS, "diff", "relation", "reason"),
    "titles": (*_A, *_B, *_COUNTS, "name", "relation", "reason"),
    "headline": (*_A, *_B, "gap.rel", "gap.abs", *_FIGURE, "relation", "reason"),
    "claim": (*_OWN, *_FIGURE, "reason"),
    "backed": (*_OWN, *_B, *_FIGURE, "reason"),
    "check": ("text", "outlet", "article", "check", "reason"),
    "support": (*_OWN, *_A, *_COUNTS, "n.needed", *_FIGURE, "reason"),
    "arithmetic": (*_OWN, "reckoning", "result", "total", "reason"),
}
"""What may stand in braces, by what the rule works on."""

DEFAULTS: dict[str, str] = {
    "amount": "{a.outlet} says “{a.text}”, {b.outlet} says “{b.text}”: {reason}",
    "date": "{a.outlet} says “{a.text}”, {b.outlet} says “{b.text}”: {reason}",
    "words": "{speaker}: {a.outlet} has “{a.text}”, {b.outlet} has “{b.text}”: {reason}",
    "names": "{a.outlet} lists “{a.text}”, {b.outlet} “{b.text}”: {reason}",
    "headline": "{a.outlet}: {reason}",
    "arithmetic": "{outlet}: {reason}",
    "titles": "{name} is “{a.text}” in {a.outlet}, “{b.text}” in {b.outlet}",
    "claim": "{outlet}: “{text}”",
    "backed": "{outlet}: “{text}”; {b.outlet} cites {b.speaker}",
    "check": "{reason}",
    "support": "“{text}” is reported by {n.origins} independent of {n.articles} texts",
}
"""The message of a report that names none."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a template: where (0-based, and how wide) and what."""

    at: int
    width: int
    message: str
    placeholder: str | None = None


class Part(NamedTuple):
    """A piece of a template: its text, or the name of a placeholder, and where it starts."""

    text: str
    is_placeholder: bool
    at: int


@lru_cache(maxsize=1024)
def parse(template: str) -> tuple[tuple[Part, ...], tuple[Fault, ...]]:
    """Cut a template into its parts and tell what is wrong with its braces.

    ``{{`` and ``}}`` stand for the braces themselves.
    """
    parts: list[Part] = []
    faults: list[Fault] = []
    text: list[str] = []
    at = 0
    while at < len(template):
        char = template[at]
        if template[at : at + 2] in ("{{", "}}"):
            text.append(char)
            at += 2
        elif char == "{":
            end = template.find("}", at)
            if end < 0:
                message = "a brace is never closed; write {{ for the brace itself"
                faults.append(Fault(at, 1, message))
                break
            parts.append(Part("".join(text), False, at))
            text = []
            parts.append(Part(template[at + 1 : end].strip(), True, at))
            at = end + 1
        elif char == "}":
            faults.append(Fault(at, 1, "a brace was never opened; write }} for the brace itself"))
            break
        else:
            text.append(char)
            at += 1
    parts.append(Part("".join(text), False, at))
    return tuple(part for part in parts if part.text or part.is_placeholder), tuple(faults)


def faults(template: str, allowed: Sequence[str]) -> tuple[Fault, ...]:
    """All that is wrong with a template whose placeholders must be among `allowed`."""
    parts, found = parse(template)
    unknown = [
        Fault(
            part.at,
            template.find("}", part.at) + 1 - part.at,
            f"no placeholder {{{part.text}}} here",
            part.text,
        )
        for part in parts
        if part.is_placeholder and part.text not in allowed
    ]
    return (*unknown, *found)


def fill(template: str, values: Mapping[str, str]) -> str:
    """The message: each placeholder replaced by its value, whatever that value holds.

    Raises:
        KeyError: for a placeholder that `values` lacks; loaded templates have none.
    """
    parts, _ = parse(template)
    return "".join(values[part.text] if part.is_placeholder else part.text for part in parts)
