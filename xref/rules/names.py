"""Names in a rule file that have to be known: measures, dimensions, units; words that are none."""

import re
from collections.abc import Collection, Iterator, Mapping

from xref.rules import known
from xref.rules.errors import nearest
from xref.rules.marks import Node, Path
from xref.rules.models import (
    ArithmeticRule,
    ClaimRule,
    CompareRule,
    Measure,
    Rule,
    Select,
    SupportRule,
)
from xref.rules.problem import Problem, word_path
from xref.rules.values import Words

_PATTERN = re.compile(r"[*^$|?+{}\[\]\\\\]")
_TAUGHT = "a rule file teaches new ones under measures:"
_PLAIN = "a word stands as it is; every inflection of it counts"
_EXAMPLES = {
    "duration": "hour",
    "money": "dollar",
    "percentage": "percentage point",
    "length": "metre",
    "age": "year",
}
"""A unit of a dimension, for a hint."""
_OPEN = (
    "counted",
    "subject",
    "event",
    "place",
    "subset",
    "period",
    "what",
    "speaker",
    "near",
    "name",
)
"""Keys of `select` that take any word."""


def names_in(rule: Rule, node: Node, taught: Collection[str]) -> Iterator[Problem]:
    """Names in `select` and `unless` that nothing bears, and patterns that are taken for words."""
    selects: list[tuple[Select, Path]] = [(rule.select, ("select",))]
    if isinstance(rule, CompareRule) and rule.against is not None:
        selects.append((rule.against, ("against",)))
    if isinstance(rule, ArithmeticRule):
        selects.append((rule.equals, ("equals",)))
        if rule.times is not None:
            selects.append((rule.times, ("times",)))
    if isinstance(rule, ClaimRule | SupportRule) and rule.unless is not None:
        selects.append((rule.unless, ("unless",)))
    while selects:
        select, path = selects.pop()
        for key, part in (("all", select.all), ("any", select.any), ("not", select.not_)):
            selects.extend((each, (*path, key, at)) for at, each in enumerate(part))
        for key, words in _words(select):
            for word in (*words.any, *words.not_):
                told = _wrong(key, word, taught)
                if told is not None:
                    message, *hints = told
                    place = word_path(node, (*path, key), word)
                    yield Problem(place, message, tuple(hints))


def unit_selected(select: Select) -> str | None:
    """The one unit that a selector asks for."""
    words = () if select.unit is None else select.unit.any
    return words[0] if len(words) == 1 and words[0] in known.units() else None


def distance_told(rule: Rule, node: Node, taught: Mapping[str, str]) -> Iterator[Problem]:
    """A tolerance without its unit where there is one, or, of dates, with one that is no time."""
    if not isinstance(rule, CompareRule | ArithmeticRule) or rule.compare.tolerance is None:
        return
    far, select = rule.compare.tolerance.abs, rule.select
    path: Path = ("compare", "tolerance")
    if far is None:
        return
    if node.at(path).get("abs") is not None:
        path = (*path, "abs")
    if isinstance(rule, CompareRule) and rule.comparison == "date":
        if far.unit is not None and far.unit.dimension != "duration":
            yield Problem(path, f"dates lie days apart, not {far.said}")
        return
    if far.unit is not None or unit_selected(select) is not None:
        return
    own = known.measured()
    asked = set(() if select.dimension is None else select.dimension.any)
    for name in () if select.measure is None else select.measure.any:
        asked.add(taught.get(name) or known.dimension_of(name))
    for dimension in sorted(asked & own):
        unit = _EXAMPLES.get(dimension)
        words = f"(a unit of {dimension})" if unit is None else f"{unit}{'s' * (far.number != 1)}"
        hint = f"write it with its unit: {path[-1]}: {far.said} {words}"
        yield Problem(path, f"{far.said} of what? figures of {dimension} have units", (hint,))


def _words(select: Select) -> Iterator[tuple[str, Words]]:
    for key in ("measure", "dimension", "unit", *_OPEN):
        words = getattr(select, key)
        if words is not None:
            yield key, words


def _wrong(key: str, word: str, taught: Collection[str]) -> tuple[str, ...] | None:
    """What is wrong with a word, and hints."""
    if word in ("none", "any"):
        return None
    if key == "measure":
        return _no_measure(word, known.measures() | frozenset(taught))
    if key == "dimension" and word not in known.dimensions():
        return (f'"{word}" is no dimension', *_meant(word, known.dimensions()), _listed())
    if key == "unit" and not known.is_unit(word):
        return (f'"{word}" is no unit', *_meant(word, known.units()))
    if key in _OPEN and _PATTERN.search(word):
        return (f'"{word}" looks like a pattern, and would match itself alone', _PLAIN)
    return None


def _no_measure(word: str, names: frozenset[str]) -> tuple[str, ...] | None:
    if "*" in word:
        stem = word.removesuffix(".*")
        if stem != word and any(name.startswith(f"{stem}.") for name in names):
            return None
        families = {f"{name.split('.')[0]}.*" for name in names}
        return (f'no measure is called "{word}"', *_meant(word, families), _TAUGHT)
    if "." in word and word not in names:
        return (f'no measure is called "{word}"', *_meant(word, names), _TAUGHT)
    return None


def _meant(word: str, names: Collection[str]) -> tuple[str, ...]:
    guess = nearest(word, names)
    return () if guess is None else (f'did you mean "{guess}"?',)


def _listed() -> str:
    return f"allowed: {', '.join(sorted(known.dimensions()))}"


def in_measure(name: str, measure: Measure) -> Iterator[Problem]:
    """What is wrong with a measure that a rule file teaches; places count from the measure."""
    parts = name.split(".")
    if len(parts) != 2 or not all(part.replace("_", "").isalnum() for part in parts):
        example = "allowed: two words and a dot: military.troops"
        yield Problem((), f'"{name}" is no name of a measure', (example,))
        return
    if not (measure.model_fields_set & {"heads", "counted", "dimension", "per"}):
        yield Problem(
            (),
            f"{name} could never be recognised",
            (
                "give heads, counted, dimension or per, "
                "e.g. {counted: [troop, soldier], near: [deploy]}",
            ),
        )
    for key in ("heads", "counted", "near", "without", "per", "of"):
        if key in measure.model_fields_set and not getattr(measure, key):
            yield Problem((key,), f"{key}: an empty list names nothing", key=True)
        yield from _in_words(key, getattr(measure, key))
    dimension, unit = measure.dimension, measure.unit
    if measure.per and (dimension or unit):
        key = "dimension" if dimension else "unit"
        yield Problem((key,), "a figure per something is a rate: per: says all", key=True)
        return
    if dimension is not None and dimension not in known.dimensions():
        hints = (*_meant(dimension, known.dimensions()), _listed())
        yield Problem(("dimension",), f'"{dimension}" is no dimension', hints)
    elif unit is not None and not known.is_unit(unit):
        yield Problem(("unit",), f'"{unit}" is no unit', _meant(unit, known.units()))
    elif unit is not None and dimension is not None:
        own = known.units().get(unit, dimension)
        if own != dimension:
            yield Problem(("unit",), f"{unit} is a unit of {own}, not of {dimension}")


def _in_words(key: str, words: tuple[str, ...]) -> Iterator[Problem]:
    for at, word in enumerate(words):
        if not word.strip() and key != "counted":
            yield Problem((key, at), "an empty word names nothing")
        elif _PATTERN.search(word):
            message = f'"{word}" looks like a pattern, and would match itself alone'
            yield Problem((key, at), message, (_PLAIN,))
