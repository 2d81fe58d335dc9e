"""A figure that is declared corrected, by its own outlet or by whoever gave it out."""

import re
from functools import cache

from xref.compare.amounts import Fit
from xref.compare.around import Phrases, found, phrases, sentence_before, sentence_behind
from xref.compare.case import Case, Holds, compare_readings, compare_told, quoted, value_words
from xref.compare.kept import kept
from xref.compare.reading import Reading
from xref.lexicon import table
from xref.model.claim import Claim, Standing
from xref.model.relation import Place
from xref.model.span import Span

_AHEAD = 16
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def holds(case: Case) -> Holds | str:
    """Whether words beside one figure, or a notice that names either, declare a correction."""
    for later, earlier in case.both_ways:
        words = _declared(case, later, earlier)
        if words:
            return Holds(
                f"{case.says}: {case.name(later)} declares a correction ({quoted(words[0])}).",
                words,
            )
    return "neither article declares a correction of the figure"


def corrected(case: Case) -> bool:
    """Whether either article declares a correction of the figure."""
    return any(_declared(case, later, earlier) for later, earlier in case.both_ways)


@kept
def _declared(case: Case, later: Reading, earlier: Reading) -> tuple[Place, ...]:
    said = phrases("relations", "corrected", "said")
    for word in found(later, later.sentence, said):
        return (later.place(word, "declares a correction"),)
    for other in later.others:
        denied = other.claim.standing is Standing.DENIED and other.claim.stands_by
        if denied and compare_readings(other, earlier, case.policy).fit is Fit.EQUAL:
            return (other.place(denied, "takes a figure back"), other.figure)
    for claim in later.beside:
        ahead = Span(max(later.context_start, claim.span.start - _AHEAD), claim.span.start)
        for word in found(later, ahead, phrases("relations", "corrected", "not")):
            if claim.span.start - word.end <= 1 and _same(case, later, claim, earlier):
                return (later.place(Span(word.start, claim.span.end), "takes a figure back"),)
    for beside in (later.sentence, sentence_before(later), sentence_behind(later)):
        for word in found(later, beside, _said_or_own()):
            if any(beside.covers(o.span) and _same(case, later, o, earlier) for o in later.beside):
                return (later.place(word, "declares a correction"),)
    for notice in later.notices:
        if notice.role != "correction":
            continue
        for other in later.others:
            inside = other.claim.text in notice.line
            if inside and compare_readings(other, earlier, case.policy).fit is not Fit.APART:
                return (notice.place, other.figure)
        if _told(earlier, notice.line):
            return (notice.place,)
    return ()


@cache
def _said_or_own() -> Phrases:
    lexicon = table("relations")["corrected"]
    return Phrases([*lexicon["said"], *lexicon["own"]])


def _same(case: Case, later: Reading, other: Claim, earlier: Reading) -> bool:
    """Whether an article gives the other's figure as well."""
    if type(other.value) is not type(earlier.claim.value):
        return False
    return compare_told(later, other, earlier, case.policy).fit is Fit.EQUAL


def _told(reading: Reading, line: str) -> bool:
    """Whether a line gives the figure of a reading, in its digits or in words."""
    digits = _DIGITS.findall(reading.claim.text)
    if digits:
        return set(digits) <= set(_DIGITS.findall(line))
    return value_words(reading) in line.split() or reading.claim.text in line
