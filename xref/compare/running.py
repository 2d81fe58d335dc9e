"""Counts that run, and when on its day a figure was taken."""

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from xref.compare.around import Phrases, clause, distance, found, phrases, sentence_before, text_of
from xref.compare.kept import kept
from xref.compare.reading import Reading
from xref.lexicon import table
from xref.model.claim import Quantity
from xref.model.relation import Place
from xref.model.span import Span


class Stage(NamedTuple):
    """How late on its day, or how far into a count, a figure was taken, with the words for it."""

    rank: int
    place: Place


def runs(reading: Reading, *, up: bool) -> bool:
    """Whether what a figure counts grows (or falls, unless `up`) while an event lasts."""
    value = reading.claim.value
    if not isinstance(value, Quantity):
        return False
    way = "up" if up else "down"
    words = table("running")[way]
    if value.measure in words["measures"] or value.counted in words["nouns"]:
        return True
    if value.dimension == "ordinal":
        return value.counted in words.get("ordinals", ())
    if value.dimension == "money":
        return bool(found(reading, clause(reading), phrases("running", way, "money")))
    if value.dimension not in ("count", "mass", "area"):
        return False
    return bool(found(reading, clause(reading), phrases("running", way, "words")))


@cache
def _stages(group: str) -> tuple[Phrases, ...]:
    return tuple(map(Phrases, table("clock")[group]))


@kept
def stage_of(reading: Reading) -> Stage | None:
    """When a figure was taken, by the nearest words of its sentence, else of the one before.

    The hour belongs to its own sentence; how far a count has come holds for those behind as well.
    """
    for span, groups, patterns in (
        (reading.sentence, ("hours", "counts"), (*_COUNTS, *_HOURS)),
        (sentence_before(reading), ("counts",), _COUNTS),
    ):
        told = [
            (rank, at)
            for group in groups
            for rank, stage in enumerate(_stages(group))
            for at in found(reading, span, stage)
        ]
        text, start = text_of(reading, span), max(span.start, reading.context_start)
        for pattern, rank_of in patterns:
            told += [
                (rank_of(match), Span(start + match.start(), start + match.end()))
                for match in pattern.finditer(text)
            ]
        figure = reading.claim.span
        told = [(rank, at) for rank, at in told if not figure.covers(at)]
        if told:
            rank, at = min(told, key=lambda one: (distance(reading, one[1]), one))
            return Stage(rank, reading.place(at, "says when it was counted"))
    return None


def _by_share(match: re.Match[str]) -> int:
    """The rank of a count of so much of the vote."""
    told = match["share"].replace(",", ".")
    share = _SHARES.get(told)
    return bisect_right(_COUNTED, float(told) if share is None else share)


def _by_hour(match: re.Match[str]) -> int:
    """The rank of an hour of the day."""
    hour = int(match[1]) % 24
    if match["half"] and match["half"].startswith("p") and hour < _NOON:
        hour += _NOON
    return bisect_right(_DAY, hour)


_COUNTED = (1, 50, 75, 97, 100)
_NOON = 12
_DAY = (5, 12, 13, 18)
"""Shares of the vote, and hours, at which the next of the stages begins."""
_SHARES = {
    "a quarter": 25, "a third": 33, "half": 50, "two thirds": 66, "two-thirds": 66, "most": 75,
    "three quarters": 75, "three-quarters": 75, "nearly all": 98, "almost all": 98, "all": 100,
}  # fmt: skip
_COUNTS = (
    (
        re.compile(
            rf"(?:(?P<share>(?<!\d)\d++(?:[.,]\d++)?+|{'|'.join(_SHARES)}) ?(?:per ?cent|pct|%)? ?"
            r"(?:of )?(?:the )?"
            r"(?:ballots|votes?|districts|precincts|polling stations|returns|constituencies)"
            r" (?:were |had been |are )?(?:counted|in|reporting|declared|tallied))"
        ),
        _by_share,
    ),
)
_HOURS = (
    (
        re.compile(r"\b(?:by|at|as of) (\d\d?)(?:[.:]?\d\d)? ?(?:(?P<half>[ap])\.?m\b|gmt\b)"),
        _by_hour,
    ),
)
