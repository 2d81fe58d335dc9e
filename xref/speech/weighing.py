"""How sure a cue is of what stands beside it: which quotation is whose, what counts as reported."""

from bisect import bisect_left
from collections.abc import Sequence

from xref.language.phrases import phrase_after
from xref.model.claim import SourceType
from xref.speech.grammar import SpeechGrammar
from xref.speech.report import Report
from xref.speech.tokens import Unit
from xref.speech.voice import Voice

FIRM = 4
"""Points of a claim below which a cue reaches a quotation only weakly."""

_NEAR = 8
_REACH = 20
"""How many cues on either side of a quotation may claim it."""
_SPEAKING = frozenset(("clause", "addressee", "naming"))
_DOING = frozenset(("judgement", "attempt", "willing"))
_THAT = frozenset(("clause", "addressee", "finding", "attempt", "willing", "judgement"))
_RELATIVES = frozenset(("what", "which", "that"))


def assign(unit: Unit, reports: Sequence[Report]) -> list[int]:
    """Give each quotation of the unit to the cue that reports it; those left over come back."""
    free = []
    cues = [report.cue for report in reports]
    for q in sorted(unit.quotes):
        best: Report | None = None
        score = 0
        at = bisect_left(cues, (q, q))
        for report in reports[max(0, at - _REACH) : at + _REACH]:
            points = claim(unit, report, q)
            opens = report.kind == "noun" and points > FIRM and _opens_clause(report, reports)
            if opens or _is_judged(unit, report, q):
                points = min(points, FIRM - 1)
            if points and points >= score:
                best, score = report, points
        if best is None:
            free.append(q)
        else:
            best.quotes.append(q)
    _rejoin(unit, reports)
    return free


def _is_judged(unit: Unit, report: Report, q: int) -> bool:
    """Whether the quotation tells what a claim is, not what it says ("the claim that X is “Y”")."""
    if report.kind != "noun" or report.complement != "that" or report.right is None:
        return False
    inside = unit.tags[report.right[0] : q - 1]
    return unit.tags[q - 1] == "x" and not set("xvb").isdisjoint(inside)


def _opens_clause(report: Report, reports: Sequence[Report]) -> bool:
    """Whether a noun is the subject of what is reported ("said that Lee's remarks “show bias”")."""
    return any(
        other.right is not None
        and other.kind == "verb"
        and report.start - other.right[0] == (other.complement == "that")
        for other in reports
    )


def claim(unit: Unit, report: Report, q: int) -> int:
    """How strongly a cue claims the quotation `q`; 0 where it does not reach it."""
    left, right, frames = report.left, report.right, report.frames
    speaking = bool(frames & _SPEAKING) and not report.modal
    if left is not None and left[0] <= q < left[1]:
        return 9 if q == left[1] - 1 else 3 if speaking else 1
    if right is None or not right[0] <= q < right[1]:
        return 0
    beside = q == right[0]
    if frames == {"manner"} and ((not beside and report.complement != "that") or report.modal):
        return 0
    bounded = unit.tags[report.start - 1 : report.start] == ","
    direct = beside and right[0] == report.cue[1]
    if report.relative and not (direct or bounded or report.complement == "that"):
        return 1
    before = unit.tags[q - 1] if q else "^"
    if beside and "naming" in frames:
        lead = unit.low[report.start - 1] if report.start else ""
        if lead not in _RELATIVES:
            return FIRM if before != "v" else 1
    if beside and (speaking or (before in ",:" and not report.modal) or not frames):
        return 8
    return FIRM if speaking else 3 if beside or frames & _DOING else 2


def _rejoin(unit: Unit, reports: Sequence[Report]) -> None:
    """Join a quotation that an aside interrupts: "“We are,” she paused, “not …,” said Lee"."""
    for report in reports:
        if report.kind != "unlisted" or len(report.quotes) != 1:
            continue
        q = report.quotes[0]
        for other in reports:
            goes_on = other is not report and other.kind == "verb" and q < report.cue[0]
            if goes_on and other.quotes and min(other.quotes) > report.cue[0]:
                between = unit.tags[report.after : min(other.quotes)]
                if between in (",", ""):
                    other.left, other.right = (q, q + 1), (min(other.quotes), max(other.quotes) + 1)
                    other.quotes.insert(0, q)
                    report.quotes.clear()
                    break


def thinks(report: Report) -> bool:
    """Whether the cue tells a belief, a hope or an estimate."""
    if "thought" not in report.frames or "clause" in report.frames:
        return False
    return report.complement in ("that", "clause")


def nested(report: Report, reports: Sequence[Report]) -> Report | None:
    """The cue in whose reported words this one stands, if any."""
    at = next((n for n, other in enumerate(reports) if other is report), 0)
    for other in reports[max(0, at - _NEAR) : at + _NEAR]:
        if other is report or other.right is None or other.start >= report.start:
            continue
        inside = other.right[0] <= report.cue[0] < other.right[1]
        if inside and other.complement in ("that", "clause", "quote"):
            return other
    return None


def _names(unit: Unit, report: Report, grammar: SpeechGrammar) -> bool:
    """Whether a cue tells what somebody calls a thing: "called the vote a farce"."""
    if "naming" not in report.frames or report.complement != "object" or report.right is None:
        return False
    at, stop = report.right
    pronoun = unit.tags[at] in "oh"
    end = at + 1 if pronoun else phrase_after(unit, at, grammar)
    if not at < end < stop:
        return False
    return unit.low[end] == "as" or (report.verb is not None and unit.tags[end] in "d")


def reports_plainly(
    unit: Unit, report: Report, voice: Voice | None, grammar: SpeechGrammar
) -> bool:
    """Whether the cue reports unquoted words for sure enough."""
    if report.kind == "according":
        return True
    if report.verb is None or voice is None or report.kind == "passive":
        return False
    if voice.type is SourceType.NONE or voice.speaker.text.lower() in ("i", "we", "you"):
        return False
    frames, complement = report.frames, report.complement
    if report.modal and not ("clause" in frames and complement == "that"):
        return False
    right, left = report.right, report.left
    if right is not None and left is None and right[1] - right[0] < 2:
        return False
    finding = "finding" in frames and "clause" not in frames
    if finding and voice.type is SourceType.NAMED:
        return False
    if (
        right is not None
        and (unit.tags[right[0]] == "x" or complement == "object")
        and unit.low[report.start - 1] in _RELATIVES
    ):
        return False
    if report.relative:
        bounded = unit.tags[report.start - 1 : report.start] == ","
        if complement in ("object", "infinitive") or not bounded:
            return False
    if complement == "that":
        return bool(frames & _THAT)
    if complement == "clause":
        if finding:
            return left is not None and voice.type is SourceType.DOCUMENT
        clear = left is not None or report.verb.lemma in ("say", "tell") or _finite(unit, report)
        if ("clause" in frames or report.verb.lemma == "tell") and clear:
            return True
        return "disclosure" in frames and left is None and report.kind == "verb"
    if complement == "infinitive":
        return bool(frames & {"attempt", "willing", "addressee"})
    if complement == "object" and frames & {"judgement", "attempt"}:
        return True
    return _names(unit, report, grammar)


def _finite(unit: Unit, report: Report) -> bool:
    """Whether what follows the cue can be a clause: a verb stands in it before the first comma."""
    if report.right is None:
        return False
    body = unit.tags[report.right[0] : report.right[1]]
    comma = body.find(",")
    if comma >= 3:
        body = body[:comma]
    return body[0] == "h" or any(tag in "xb" for tag in body[1:])
