"""A total that a user asks for: weights of their own, and the sum line by line.

xref gives no score. Whoever wants one writes what each counted fact is worth to them, and reads
what each of them added.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

import yaml

from xref.model.report import Profile, Weighed

_SHARE = "share of "
_KNOWN = " known"
_EXAMPLE = "weights:\n    share of figures attributed: 40\n    byline known: 5"

_MOST = 1e12


class WeightError(Exception):
    """A file of weights that cannot be used; the message says where, why and what to do."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each measure is worth, in the order of the file, with the line that says so.

    A measure is the name of a count; ``share of`` a count that is a part of a whole, from 0 to 1;
    a fact with `` known``, 1 or 0; or an index of readability. `name` is the file's.
    """

    name: str
    lines: tuple[tuple[str, float, int], ...]


def weights(text: str, name: str) -> Weights:
    """Read the weights of a YAML file called `name`.

    Raises:
        WeightError: when it is no mapping ``weights`` of measures to numbers.
    """
    try:
        root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f":{mark.line + 1}" if mark else ""
        raise WeightError(f"{name}{where}: this is not valid YAML") from error
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    found = [value for key, value in pairs if getattr(key, "value", None) == "weights"]
    if len(pairs) != 1 or len(found) != 1 or not isinstance(found[0], yaml.MappingNode):
        raise WeightError(f"{name}: it holds one table, weights, as in\n  {_EXAMPLE}")
    lines: dict[str, tuple[str, float, int]] = {}
    for key, value in found[0].value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise WeightError(f"{name}:{line}: a measure is a name, as in\n  {_EXAMPLE}")
        if key.value in lines:
            raise WeightError(f'{name}:{line}: "{key.value}" is weighed twice')
        lines[key.value] = (key.value, _number(value, name, key.value, line), line)
    if not lines:
        raise WeightError(f"{name}: weights names no measure, as in\n  {_EXAMPLE}")
    return Weights(name, tuple(lines.values()))


def _number(node: yaml.Node, name: str, measure: str, line: int) -> float:
    try:
        number = float(node.value) if isinstance(node, yaml.ScalarNode) else _MOST * 2
    except ValueError:
        number = _MOST * 2
    if not abs(number) <= _MOST:
        raise WeightError(f'{name}:{line}: the weight of "{measure}" must be a number')
    return number


def weigh(profiles: Sequence[Profile], asked: Weights) -> tuple[Profile, ...]:
    """The profiles, each with the lines of its total.

    Raises:
        WeightError: when a measure is none that a profile has.
    """
    out = []
    for each in profiles:
        measured = dict(_measured(each))
        for measure, _, line in asked.lines:
            if measure not in measured:
                raise WeightError(_unknown(asked.name, line, measure, measured))
        weighed = tuple(Weighed(m, measured[m], weight) for m, weight, _ in asked.lines)
        out.append(replace(each, weighed=weighed))
    return tuple(out)


_INDICES = ("automated readability index", "coleman-liau index", "lix")


def _measured(profile: Profile) -> Iterator[tuple[str, float | None]]:
    """Everything that can be weighed; ``None`` where a profile has nothing to measure it by."""
    for count in profile.counts:
        yield count.name, count.value
        if count.of is not None:
            yield f"{_SHARE}{count.name}", count.value / count.of if count.of else None
    articles = len(profile.articles)
    for fact in profile.facts:
        told = fact.number if fact.number is not None and articles > 1 else 1
        yield f"{fact.name}{_KNOWN}", 0 if fact.value is None else min(told / articles, 1)
    yield from ((name, None) for name in _INDICES)
    yield from profile.readability


def _unknown(name: str, line: int, measure: str, measured: Mapping[str, object]) -> str:
    near = get_close_matches(measure, measured, 1)
    guess = f'did you mean "{near[0]}"?' if near else ""
    hint = guess or f"measures are {', '.join(measured)}"
    return f'{name}:{line}: there is no measure "{measure}"\n  {hint}'
