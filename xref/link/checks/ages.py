"""Ages of one person that differ, between articles or within one."""

import re
from collections.abc import Iterator
from decimal import Decimal

from xref.link.checks.desk import Desk, exact, plain
from xref.model.claim import Claim, Quantity
from xref.model.link import Check

_BEFORE = re.compile(r"((?:[A-Z][\w'’-]+ ){1,3}[A-Z][\w'’-]+),? (?:\(|the )?$")
_BEHIND = re.compile(r" ((?:[A-Z][\w'’-]+ ){1,3}[A-Z][\w'’-]+)")
_ADJECTIVE = re.compile(r" (?:man|woman|boy|girl|male|female|resident|native|teen|officer)\b")
"""What follows a name that tells where somebody is from ("a 21-year-old Port Ansel woman")."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_REACH = 60
_BIRTHDAY = 1
"""Years that a birthday between two articles explains."""
_KIN = 12
"""Years that lie between parent and child: two ages so far apart are two persons of one name."""


def check(desk: Desk) -> Iterator[Check]:
    """A full name with two ages more than a birthday apart."""
    told: dict[str, list[tuple[Decimal, Claim]]] = {}
    for mine in desk.claims.values():
        for claim in mine:
            if not isinstance(claim.value, Quantity) or claim.value.measure != "person.age":
                continue
            age, name = exact(claim.value), _name(desk, claim)
            if _YEAR.search(desk.articles[claim.article].part(claim.field), *claim.sentence):
                continue  # a sentence with a year may tell of an age long ago
            if age is not None and name is not None and claim.repeats is None:
                told.setdefault(name.lower(), []).append((age, claim))
    for ages in told.values():
        low, high = min(ages, key=lambda a: a[0]), max(ages, key=lambda a: a[0])
        if _contradict(low[0], high[0]):
            first, second = sorted((low, high), key=lambda a: a[1].id)
            yield desk.failed(
                "age",
                f"the ages of one person differ: {plain(first[0])} in {first[1].outlet}, "
                f"{plain(second[0])} in {second[1].outlet}",
                first[1],
                second[1],
            )


def _contradict(low: Decimal, high: Decimal) -> bool:
    years = high - low
    swapped = f"{low:02.0f}" == f"{high:02.0f}"[::-1]
    return years > _BIRTHDAY and (years <= _KIN or swapped)


def _name(desk: Desk, claim: Claim) -> str | None:
    """The full name that an age stands beside: behind "34-year-old", before ", 34"."""
    text = desk.articles[claim.article].part(claim.field)
    if "-" in claim.text or claim.text.endswith("old"):
        found = _BEHIND.match(text, claim.span.end, claim.sentence.end)
    else:
        before = text[max(claim.sentence.start, claim.span.start - _REACH) : claim.span.start]
        found = _BEFORE.search(before)
    if found is None or found[1].isupper() or _ADJECTIVE.match(text, found.end()):
        return None
    return found[1]
