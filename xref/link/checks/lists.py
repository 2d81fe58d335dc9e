"""A count that differs from the list that it introduces."""

import re
from collections.abc import Iterator
from functools import cache

from xref.lexicon import table
from xref.link.checks.desk import Desk, exact
from xref.model.claim import Claim, Quantity
from xref.model.link import Check

_OPENING = re.compile(r"[^.;:,—–()\n]{0,40}?(?::|\s?[—–]|\s--?|\s\()\s?")
_COMMA = re.compile(r", ")
_PART_OF = re.compile(
    r"\b(?:of|in|among|from|between|outside) "
    r"(?:the |its |his |her |their |our |my |these |those |all )?$"
)
"""Words before a count that is the whole of which a list names some ("two of the six towns")."""
_CLOSING = re.compile(r"[—–)]|\s--?\s|\.(?=\s|[\"'”’]|$)|\n|$")
_ITEM = re.compile(r"(?:the )?[A-Z][\w.'’-]*(?: (?:of |the |and the )?[A-Z][\w.'’-]*){0,4}")
_PARTING = re.compile(r",\s+and\s+|\s+and\s+|,\s+|;\s+")
_ROW = re.compile(rf"{_ITEM.pattern}(?:, {_ITEM.pattern}){{0,20}},? and {_ITEM.pattern}(?=[,.]|$)")
"""Names behind a comma, up to the last: "Kelm, Hask and Dorn"."""
_MORE = re.compile(r",? (?:and )?[A-Z]|,? and ")
"""What follows such a list where it goes on, or is none of names alone."""
_MOST = 20


def check(desk: Desk) -> Iterator[Check]:
    """Counts followed by a colon, dash or bracket and a closed list of names."""
    for mine in desk.claims.values():
        for claim in mine:
            value = claim.value
            if not isinstance(value, Quantity) or claim.repeats is not None:
                continue
            number = exact(value)
            if value.dimension != "count" or number is None or not 2 <= number <= _MOST:
                continue
            names = _listed(desk, claim)
            if names and len(names) != number:
                yield desk.failed(
                    "list",
                    f"the count differs from the list it introduces: “{claim.text}”, and "
                    f"{len(names)} names follow ({', '.join(names)})",
                    claim,
                )


def _listed(desk: Desk, claim: Claim) -> list[str]:
    """The names of the list behind a figure; none where it is not plainly one."""
    text = desk.articles[claim.article].part(claim.field)
    opening = _OPENING.match(text, claim.span.end, claim.sentence.end)
    if opening is not None:
        closing = _CLOSING.search(text, opening.end(), claim.sentence.end)
        end = closing.start() if closing else claim.sentence.end
        return _names(text[opening.end() : end].strip())
    opening = _COMMA.match(text, claim.span.end, claim.sentence.end)
    if (
        opening is None
        or " of " in claim.text
        or _PART_OF.search(text[claim.sentence.start : claim.span.start].lower())
    ):
        return []
    found = _ROW.match(text, opening.end(), claim.sentence.end)
    if found is None or _MORE.match(text, found.end(), claim.sentence.end):
        return []
    names = _names(found[0].rstrip("."))
    # "Kelm, Norvania, and Hask, Elst" gives each town with its country.
    places = names and len(names) == 2 * (exact(_quantity(claim)) or 0)
    return [] if places or any(name in _countries() for name in names) else names


def _names(listed: str) -> list[str]:
    if " and " not in listed:
        return []
    names = [name.strip() for name in _PARTING.split(listed)]
    return names if len(names) > 1 and all(_ITEM.fullmatch(name) for name in names) else []


def _quantity(claim: Claim) -> Quantity:
    assert isinstance(claim.value, Quantity)
    return claim.value


@cache
def _countries() -> frozenset[str]:
    return frozenset(table("demonyms")["countries"])
