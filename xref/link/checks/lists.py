"""A count that differs from the list that it introduces."""

import re
from collections.abc import Iterator

from xref.link.checks.desk import Desk, exact
from xref.model.claim import Claim, Quantity
from xref.model.link import Check

_OPENING = re.compile(r"[^.;:,—–()\n]{0,40}?(?::|\s?[—–]|\s--?|\s\()\s?")
_CLOSING = re.compile(r"[—–)]|\s--?\s|\.(?=\s|[\"'”’]|$)|\n|$")
_ITEM = re.compile(r"(?:the )?[A-Z][\w.'’-]*(?: (?:of |the |and the )?[A-Z][\w.'’-]*){0,4}")
_PARTING = re.compile(r",\s+and\s+|\s+and\s+|,\s+|;\s+")
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
    if opening is None:
        return []
    closing = _CLOSING.search(text, opening.end(), claim.sentence.end)
    end = closing.start() if closing else claim.sentence.end
    listed = text[opening.end() : end].strip()
    if " and " not in listed:
        return []
    names = [name.strip() for name in _PARTING.split(listed)]
    return names if len(names) > 1 and all(_ITEM.fullmatch(name) for name in names) else []
