"""Why two figures that could be compared were not: the field that spoke most against it."""

from collections.abc import Mapping

from xref.link.match.entries import Entry
from xref.model.article import Article
from xref.model.match import Match

_AGAINST: Mapping[str, str] = {
    "value": "the values lie too far apart to be told of one thing by so little",
    "frame": "something else is said of what is counted",
    "counted": "something else is counted",
    "measure": "they are of two measures",
    "near": "the words around them differ",
    "sentence": "their sentences share too little",
    "context": "the passages share too little",
    "names": "their sentences name others",
    "whose": "they are told of two subjects",
    "dimension": "they are told in units that do not convert",
    "mode": "one tells how much there is, the other by how much it moved",
    "event": "one is told of another event",
    "place": "they stand in different parts of their articles",
    "order": "they stand in different parts of their articles",
    "rivals": "another figure may stand in the place of one of them as well",
}


def refused(match: Match, a: Entry, b: Entry, articles: Mapping[str, Article]) -> str:
    """The reason for which two entries stay apart, with their words and outlets."""
    against = min(
        (e for e in match.evidence if e.field in _AGAINST), key=lambda e: e.bits, default=None
    )
    one, other = a.side.claim, b.side.claim
    outlets = articles[a.article].outlet, articles[b.article].outlet
    said = f"“{one.text}” in {outlets[0]} and “{other.text}” in {outlets[1]}"
    if against is None or against.bits >= 0:
        return f"{said}: too little shows that both are of one thing"
    return f"{said}: {_AGAINST[against.field]}"
