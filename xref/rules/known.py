"""Names that the lexicons know, so that a slip in a rule is told: measures, dimensions, units."""

from functools import cache

from xref.lexicon import table
from xref.model.amount import Unit

_PLAIN = ("count", "money", "age", "ordinal", "share", "score")
"""Dimensions of figures that have no unit of measurement."""


@cache
def measures() -> frozenset[str]:
    """The names of the measure lexicon."""
    return frozenset(table("measures")["measures"])


def dimension_of(measure: str) -> str:
    """What the figures of a measure of the lexicon are measured in; "count" where it has none."""
    return str(table("measures")["measures"].get(measure, {}).get("dimension", "count"))


@cache
def dimensions() -> frozenset[str]:
    """What figures are measured in."""
    return frozenset((*_PLAIN, *table("units")["dimensions"]))


@cache
def units() -> dict[str, str]:
    """The dimension of each unit that has a name of its own, prefixed ones among them."""
    found: dict[str, str] = {}
    for dimension, named in table("units")["dimensions"].items():
        for name, entry in named.items():
            found[name] = dimension
            found.update((f"{prefix}{name}", dimension) for prefix in entry.get("si", ()))
            found[f"{name} of age"] = "age"
    currencies = table("currencies")
    for entries in currencies.values():
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict) and "name" in entry:
                found[entry["name"]] = "money"
    return found


def measured() -> frozenset[str]:
    """Dimensions whose figures come in units of measurement, money among them."""
    return frozenset((*table("units")["dimensions"], "money", "age"))


def unit(name: str) -> Unit | None:
    """The unit of a name, with what it converts by."""
    from xref.quantity.grammar import packaged

    return packaged().units.named.get(name)


def is_unit(name: str) -> bool:
    """Whether a unit can be called so; one unit per another is made while reading."""
    return name in units() or " per " in f" {name} " or " " in name
