"""The values of a rule file that may be written short, and what each short form stands for.

Each function takes the plain value from the file and gives the full form, or raises `told(...)`,
an error that pydantic carries with hints and the position inside a list.
"""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation

from pydantic_core import PydanticCustomError

from xref.rules.errors import one_of

_PERCENT = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*(?:%|per ?cent)\s*\Z")
_POINTS = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*(?:percentage )?(?:points?|pp|pts?)\s*\Z")
_NEGATIVE = re.compile(r"\s*-\s*[0-9.]+\s*(?:%|per ?cent)?\s*\Z")
_COMPARED = re.compile(
    r"\s*(>=|<=|>|<|=|at least|at most|over|under|from|up to)\s*([0-9.,_]+)\s*\Z"
)
_BETWEEN = re.compile(r"\s*([0-9.,_]+)\s*(?:-|–|to|\.\.)\s*([0-9.,_]+)\s*\Z")
_LEAST = (">=", ">", "at least", "over", "from")
_SHARES = "allowed: 0% to 100%, or a fraction from 0 to 1"
_RANGE = "allowed: {min: 10}, {max: 20}, {min: 10, max: 20}, or one number"
_DAY = re.compile(
    r"[12][0-9]{3}(?:-[01][0-9](?:-[0-3][0-9](?:[T ][0-9:.]+(?:Z|[-+][0-9:]+)?)?)?)?\Z"
)
_WITHIN = re.compile(r"([1-9][0-9]{0,3})([dw])\Z")
_SPOKEN = re.compile(r"\s*([0-9]+)\s*([a-zA-Z]+)\s*\Z")
_DAYS = {"d": 1, "w": 7}
_UNIT_LETTERS = {"day": "d", "days": "d", "week": "w", "weeks": "w", "d": "d", "w": "w"}


def told(message: str, *hints: str, path: Sequence[str | int] = ()) -> PydanticCustomError:
    """An error for `raise`; `path` leads from the field to the wrong part of its value."""
    # Pydantic fills {…} of a message from its context, so the message goes in as context.
    return PydanticCustomError("told", "{text}", {"text": message, "hints": hints, "path": path})


def text(value: object) -> str:
    """Text; a number that stands for itself ("12") is taken as text."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    hints = ("quotes make it text",) if isinstance(value, bool) else ()
    raise told(f"expected text, not {shown(value)}", *hints)


def shown(value: object) -> str:
    """A value as a person would name it."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def listed(value: object) -> list[object]:
    """A list; anything else is a list of one."""
    return value if isinstance(value, list) else [value]


def words(value: object) -> dict[str, tuple[str, ...]]:
    """A word, a list of words, or ``{any: …, not: …}``, as the last of these."""
    if isinstance(value, dict):
        unknown = [key for key in value if key not in ("any", "not")]
        if unknown:
            known = one_of(str(unknown[0]), ("any", "not"))
            raise told(f'unknown key "{unknown[0]}"', *known, path=unknown[:1])
        if not value:
            raise told("an empty mapping says nothing", "write a word, a list, or {not: …}")
        return {key: _texts(part, (key,)) for key, part in value.items()}
    return {"any": _texts(value, ())}


def _texts(value: object, path: tuple[str | int, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for position, member in enumerate(listed(value)):
        here = (*path, position) if isinstance(value, list) else path
        try:
            word = text(member)
        except PydanticCustomError as error:
            assert error.context is not None
            raise told(error.context["text"], *error.context["hints"], path=here) from None
        if not word.strip():
            raise told("an empty word matches nothing", path=here)
        found.append(word)
    if not found:
        raise told("an empty list matches nothing", path=path)
    return tuple(found)


def choice(
    known: Sequence[str], what: str, every: Sequence[str] | None = None
) -> Callable[[object], frozenset[str]]:
    """A reader of one, several or all but some of the words in `known`.

    `every` is what "all but some" starts from, where that is not all of `known`.
    """

    def read(value: object) -> frozenset[str]:
        full = words(value)
        for key, members in full.items():
            for position, member in enumerate(members):
                if member not in known:
                    path: list[str | int] = []
                    part = value
                    if isinstance(value, dict):
                        path.append(key)
                        part = value[key]
                    if isinstance(part, list):
                        path.append(position)
                    raise told(f'"{member}" is no {what}', *one_of(member, known), path=path)
        wanted = frozenset(full.get("any", known if every is None else every))
        return wanted - frozenset(full.get("not", ()))

    return read


def way(known: Sequence[str], more: Callable[[], Sequence[str]]) -> Callable[[object], str]:
    """A reader of one of `known`, or of what `more` gives when it is asked."""

    def read(value: object) -> str:
        allowed = (*known, *more())
        if value not in allowed:
            raise told(f"as: {shown(value)} is not allowed", *one_of(str(value), allowed))
        return str(value)

    return read


def span(value: object) -> object:
    """``{min, max}``; a number alone is both."""
    if isinstance(value, dict):
        return value
    if isinstance(value, str):
        guess = None
        if (one := _COMPARED.match(value)) is not None:
            end = "min" if one[1] in _LEAST else "max"
            guess = f"{{{end}: {one[2]}}}" if one[1] != "=" else one[2]
        elif (two := _BETWEEN.match(value)) is not None:
            guess = f"{{min: {two[1]}, max: {two[2]}}}"
        if guess is not None:
            raise told(f"{shown(value)} is no range", f"did you mean {guess}?", _RANGE)
    return {"min": value, "max": value}


def share(value: object) -> Decimal:
    """A relative tolerance: "10%", or a fraction such as 0.1; never above the whole."""
    if isinstance(value, str):
        match = _PERCENT.match(value)
        if match is None:
            raise told(f'"{value}" is no share', "write it as 10% or 0.1")
        found = Decimal(match[1]) / 100
    elif isinstance(value, int | float) and not isinstance(value, bool):
        found = Decimal(str(value))
    else:
        raise told(f"expected a share, not {shown(value)}", "write it as 10% or 0.1")
    if found > 1:
        percent = f"{(found * 100).normalize():f}"
        guess = () if isinstance(value, str) else (f"did you mean {value}%?",)
        raise told(
            f"a relative tolerance of {value} means {percent} %",
            *guess,
            _SHARES,
        )
    if found < 0:
        raise told("a tolerance cannot be negative", _SHARES)
    return found


def number(value: object) -> Decimal:
    """A number, exact as written."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise told(f"expected a number, not {shown(value)}")
    try:
        found = Decimal(str(value).replace(",", "").replace("_", ""))
    except InvalidOperation:
        raise told(f"expected a number, not {shown(value)}") from None
    if not found.is_finite():
        raise told(f"expected a number, not {shown(value)}")
    return found


def tolerance(value: object) -> object:
    """``{rel, abs, points}``; "10%" alone is `rel`, "2 points" `points`, all else `abs`."""
    if isinstance(value, dict):
        given = value.get("abs")
        if isinstance(given, str) and _PERCENT.match(given):
            guess = f"did you mean rel: {given}?"
            raise told("abs is a number, or one with its unit", guess, path=("abs",))
        if isinstance(given, str) and (points := _POINTS.match(given)):
            guess = f"did you mean points: {points[1]}?"
            raise told("abs is a number, or one with its unit", guess, path=("abs",))
        given = value.get("points")
        if isinstance(given, str) and _PERCENT.match(given):
            guess = f"did you mean rel: {given}?"
            raise told("points are percentage points, a number", guess, path=("points",))
        return value
    if isinstance(value, str) and _PERCENT.match(value):
        return {"rel": value}
    if isinstance(value, str) and (points := _POINTS.match(value)):
        return {"points": points[1]}
    if isinstance(value, str) and _NEGATIVE.match(value):
        raise told("a tolerance cannot be negative", _SHARES)
    return {"abs": value}


def least(value: object) -> Decimal:
    """A number that is not negative."""
    found = number(value)
    if found < 0:
        raise told("a tolerance cannot be negative", "allowed: 0 and more")
    return found


def day(value: object) -> str:
    """A day or a time as ISO 8601 writes it, or a month or year alone."""
    said = text(value)
    if not _DAY.match(said):
        raise told(f"{shown(value)} is no day", "write it as 2031-03-04, or 2031-03-04T09:30")
    return said


def days(value: object) -> int:
    """A number of days from "7d" or "2w"."""
    match = _WITHIN.match(value) if isinstance(value, str) else None
    if match is not None:
        return int(match[1]) * _DAYS[match[2]]
    guess: tuple[str, ...] = ()
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        guess = (f'did you mean "{value}d"?',)
    elif isinstance(value, str):
        spoken = _SPOKEN.match(value)
        letter = _UNIT_LETTERS.get(spoken[2].lower()) if spoken else None
        if spoken and letter:
            guess = (f'did you mean "{spoken[1]}{letter}"?',)
    raise told(
        f"{shown(value)} is no length of time",
        *guess,
        "allowed: days or weeks, written 7d or 2w",
    )
