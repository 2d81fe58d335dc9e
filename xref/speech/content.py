"""Where the words lie that a cue reports."""

from itertools import pairwise

from xref.language.phrases import Range
from xref.language.subjects import after_dateline
from xref.speech.adjuncts import opening_medium, skip_adjuncts, softens
from xref.speech.extent import bound
from xref.speech.fronting import fronted, introduces
from xref.speech.grammar import SpeechGrammar
from xref.speech.report import Report
from xref.speech.tokens import Unit

_NEAR = 14
"""Tokens within which a parenthesis after a cue must close."""
_FAR_QUOTE = 30
_CLAUSE = 5
"""Tokens that a clause has at least, where it could as well be a phrase."""
_TO = frozenset(("attempt", "willing", "addressee", "clause", "naming", "thought"))
_ASKING = frozenset(("clause", "addressee", "thought", "finding", "manner"))
"""Constructions of the verbs that a question can follow."""
_OPEN_QUESTIONS = frozenset(("when", "where", "who", "if"))


def settle(unit: Unit, reports: list[Report], grammar: SpeechGrammar) -> None:
    """Set `left`, `right` and `complement` of every report, then end each where the next begins."""
    for report in reports:
        if report.kind == "according":
            _according(unit, report, grammar)
        elif report.kind == "colon":
            report.right, report.complement = (report.after, len(unit.tags)), "quote"
        elif report.kind == "noun":
            _lead_in(unit, report, grammar)
        elif report.kind in ("dash", "unlisted"):
            report.left, report.complement = _before(unit, report.start), "quote"
            if report.kind == "unlisted" and "q" in unit.tags[report.after :]:
                report.right = (report.after, len(unit.tags))
        elif report.kind != "passive":
            _beside_verb(unit, report, grammar)
            if report.medium is None:
                report.medium = opening_medium(unit, report, grammar)
        if _is_label(unit, report):
            report.left = report.right = None
    _part(unit, reports)
    bound(unit, reports, grammar)
    _pass_on(reports)


def _is_label(unit: Unit, report: Report) -> bool:
    """Whether a noun that could be a verb labels the line: "Origin rules: …", "Peace calls: …"."""
    verb, end = report.verb, report.cue[1]
    if verb is None or not verb.noun or verb.form != "s" or report.kind != "verb":
        return False
    led = unit.tags[end : end + 2]
    return led[:1] == ":" and led != ":q" and report.subject is not None and report.start == 0


def _part(unit: Unit, reports: list[Report]) -> None:
    """End what a cue reports where the quotation of the next begins that stands right before it.

    "“It was loud,” said Pell, and |“we ran,” added Orr|": each has a quotation and a speaker.
    """
    tags = unit.tags
    for one, other in pairwise(reports):
        if one.left is None or other.left is None or one.subject is None or other.shared:
            continue
        told = one.kind in ("verb", "unlisted") and tags[one.left[1] - 1] == "q"
        if not (told and tags[other.left[1] - 1] == "q"):
            continue
        ends = max(one.cue[1], one.subject[1])
        mark = tags.find("q", ends, other.left[1])
        if mark == -1 or other.left[0] >= mark or other.subject is None:
            continue
        other.left = (mark, other.left[1])
        one.right = _until(one.right, mark) if one.right and one.right[0] < mark else None


def _pass_on(reports: list[Report]) -> None:
    """Note who passes on what another is told to say ("…, Lee said, according to the Post")."""
    for report in reports:
        told = report.verb is not None and report.verb.lemma == "report" and not report.right
        if report.kind != "according" and not told:
            continue
        for other in reports:
            if other is report or other.kind != "verb" or other.through is not None:
                continue
            left, right = report.left, report.right
            if left and other.left and left[0] <= other.cue[0] < left[1] <= other.after + 1:
                other.through, report.left = report.subject, None
            elif left and told and left[0] <= other.start <= left[0] + 1 and _tells(other):
                other.through, report.left = report.subject, None
                other.right = _until(other.right, report.start)
            elif right and not left and other.start == right[0]:
                other.through, report.right = report.subject, None


def _until(tokens: Range | None, end: int) -> Range | None:
    return (tokens[0], min(tokens[1], end)) if tokens else None


def _tells(report: Report) -> bool:
    """Whether a cue reports a clause or a quotation that follows it."""
    return (
        report.right is not None
        and report.left is None
        and not report.relative
        and "clause" in report.frames
        and report.complement in ("that", "clause", "quote")
    )


def _before(unit: Unit, end: int) -> Range | None:
    """All of the sentence (from the last semicolon) before `end`, without its closing mark."""
    tags = unit.tags
    while end > 0 and tags[end - 1] in ",-":
        end -= 1
    begin = max(tags.rfind(";", 0, end) + 1, after_dateline(unit))
    return (begin, end) if end > begin else None


def _according(unit: Unit, report: Report, grammar: SpeechGrammar) -> None:
    tags, low = unit.tags, unit.low
    size = len(tags)
    k, stop = report.start, report.after
    report.complement = "clause"
    lead = tags[:k].strip("rc,")
    if tags[stop : stop + 1] == "," and not lead:
        closing = tags.find(",", stop + 1)
        near = closing != -1 and closing - stop < 20
        aside = tags[stop + 1] in "dsCghv" and "x" not in tags[stop:closing]
        named = low[stop - 1] in grammar.roles and not tags[stop + 1 : closing].strip("P")
        if near and (aside or named):
            stop = closing
    elif tags[stop : stop + 1] == ",":
        closing = tags.find(",", stop + 1)
        closing = size if closing == -1 else closing
        if tags[stop + 1 : stop + 2] in ("d", "P") and not set(tags[stop:closing]) & set("xvbseq"):
            stop = closing
    if not lead or tags[k - 1] == "s":
        if stop < size:
            report.right = (stop + 1 if tags[stop] == "," else stop, size)
    else:
        report.left = _before(unit, k)
        if tags[stop : stop + 1] == "," and tags[k - 1] == ",":
            report.right = (stop + 1, size)


def _lead_in(unit: Unit, report: Report, grammar: SpeechGrammar) -> None:
    """What a noun reports: a that-clause, a quotation, a quotation at the end of its own phrase."""
    tags, low = unit.tags, unit.low
    size = len(tags)
    at = report.after
    if tags[at : at + 1] == "x" and tags[at + 1 : at + 2] in (":", "s"):
        at += 1
    if at < size and (low[at] == "that" or tags[at] in "q:"):
        report.right = (at + 1 if tags[at] == ":" else at, size)
        report.complement = "that" if low[at] == "that" else "quote"
    elif at < size and tags[at] in "ptn" and low[report.cue[0]] in grammar.calls:
        end = at + 1
        within = "PdnCryegpox" if tags[at] == "t" else "PdnCryegpo"
        while end < size and tags[end] in within:
            end += 1
        if end < size and tags[end] == "q" and end - at < 8:
            report.right, report.complement = (at, end + 1), "quote"


def _beside_verb(unit: Unit, report: Report, grammar: SpeechGrammar) -> None:
    tags, low = unit.tags, unit.low
    size = len(tags)
    _particle(unit, report)
    frames = report.frames
    if not frames:
        return
    at = skip_adjuncts(unit, report, grammar)
    following = tags[at] if at < size else "."
    if at < size and softens(unit, at):
        following = "C"
    left = _parenthetical(unit, report, at, grammar)
    quoted_left = left is not None and tags[left[1] - 1] == "q"
    if report.kind == "participle" and not report.shared and not quoted_left:
        left = None
    if following == "q":
        report.right, report.complement = (at, size), "quote"
        report.left = left if quoted_left else None
    elif following == ":" and not (quoted_left and "q" not in tags[at:]):
        report.right = (at + 1, size)
        report.complement = "quote" if "q" in tags[at:] else "clause"
    elif quoted_left and report.kind == "verb" and following != ",":
        report.left, report.complement = left, "quote"
    elif _complementiser(unit, report, at, left, grammar):
        report.right, report.complement = (at, size), "that"
    elif left is not None and report.start and (following in ".-;)(?" or report.inverted):
        report.left, report.complement = left, "clause"
        if report.inverted and tags[at : at + 2] == ",q":
            report.right = (at + 1, size)
    elif following == ",":
        _comma(unit, report, at, left)
    elif following == "s" and low[at] in grammar.words.time_clauses:
        _time_clause(unit, report, at, left)
    elif left is not None and (following in "csgtp" or tags[at - 1] == "T"):
        report.left, report.complement = left, "clause"
    elif following == "t" and tags[at + 1 : at + 2] in tuple("dPChy"):
        report.right, report.complement = (at, size), "object"
    elif following == "t" and frames & _TO:
        report.right, report.complement = (at, size), "infinitive"
    elif following in "hdPnCxoergbQvy" and not report.inverted:
        _forward(unit, report, at, left if quoted_left else None)
    elif following in "pc" and not report.inverted:
        report.right, report.complement = (at, size), "object"
    if report.left is None and report.right is None and left is not None:
        report.left, report.complement = left, "clause"
    if report.left is None and report.right is None and (colon := tags.find(":q", at)) != -1:
        report.right, report.complement = (colon + 1, size), "quote"
    report.after = at


def _complementiser(
    unit: Unit, report: Report, at: int, left: Range | None, grammar: SpeechGrammar
) -> bool:
    """Whether a reported clause begins at `at` with "that", "whether", "how" ..."""
    word = unit.low[at] if at < len(unit.low) else ""
    if word not in grammar.words.complementisers or unit.tags[at] != "s":
        return False
    placed = "p" in unit.tags[report.after : at]
    if word == "that" and placed and unit.tags[at + 1 : at + 2] == "x":
        return False
    asks = not report.frames.isdisjoint(_ASKING)
    return word not in _OPEN_QUESTIONS or (left is None and asks)


def _forward(unit: Unit, report: Report, at: int, quoted_left: Range | None) -> None:
    """Plain words follow: a reported clause, or what is talked about."""
    tags = unit.tags
    if quoted_left is not None and "q" not in tags[at:]:
        report.left, report.complement = quoted_left, "quote"
        return
    report.right = (at, len(tags))
    telling = bool(report.frames & {"clause", "addressee", "thought", "finding"})
    telling = telling or ("manner" in report.frames and not report.frames & {"attempt", "willing"})
    report.complement = "clause" if telling else "object"


def _time_clause(unit: Unit, report: Report, at: int, left: Range | None) -> None:
    """A time clause ("said as she left"): the report stands before, or in a later quotation."""
    tags, low = unit.tags, unit.low
    size = len(tags)
    comma = tags.find(",", at)
    mark = tags.find("q", at)
    if left is not None:
        report.left, report.complement = left, "clause"
    elif comma != -1 and tags[comma + 1 : comma + 2] == "q":
        report.right, report.complement = (comma + 1, size), "quote"
    elif low[at] == "as" and report.frames & {"naming", "judgement"}:
        report.right, report.complement = (report.cue[1], size), "object"
    elif mark != -1 and tags[mark - 1] in ",:":
        report.right, report.complement = (mark, size), "quote"


def _comma(unit: Unit, report: Report, at: int, left: Range | None) -> None:
    """A comma after the cue: a quotation follows, a parenthesis ends, or all stands before."""
    tags, low = unit.tags, unit.low
    size = len(tags)
    mark = tags.find("q", at)
    if mark == at + 1:
        report.right, report.complement = (mark, size), "quote"
        report.left = left if left is not None and "q" in tags[left[0] : left[1]] else None
        return
    if left is not None:
        report.left, report.complement = left, "clause"
        if not report.inverted and (tags[left[1] - 1] != "q" or mark != -1):
            report.right = (at + 1, size)
        return
    if (
        not report.inverted
        and report.start
        and (tags[report.start - 1] == "," or low[report.start - 1] == "as")
    ):
        report.right, report.complement = (at + 1, size), "clause"
        return
    closing = tags.find(",", at + 1)
    if closing != -1 and closing - at < _NEAR:
        if low[closing + 1 : closing + 2] == ["that"]:
            report.right, report.complement = (closing + 1, size), "that"
        elif tags[closing + 1 : closing + 2] == "q":
            report.right, report.complement = (closing + 1, size), "quote"
    if report.right is None and mark != -1 and mark - at < _FAR_QUOTE and tags[mark - 1] in ",:":
        report.right, report.complement = (mark, size), "quote"


def _particle(unit: Unit, report: Report) -> None:
    """Take a verb's particle into the cue ("called for", "pointed out"), and settle its frames."""
    low = unit.low
    verb = report.verb
    assert verb is not None
    report.frames = verb.takes
    at = report.cue[1]
    for size in (1, 2):
        particle = "-".join(low[at : at + size])
        if particle in verb.phrasal and at + size <= len(low):
            report.frames = verb.phrasal[particle] | verb.takes
            report.cue = (report.cue[0], at + size)
            if not report.inverted:
                report.after = at + size


def _parenthetical(unit: Unit, report: Report, at: int, grammar: SpeechGrammar) -> Range | None:
    """The text before a cue that can be what it reports: the cue stands inside or after it."""
    tags, low = unit.tags, unit.low
    end = report.start
    if end == 0 or report.relative or tags[end - 1] not in ",q-":
        return None
    if report.shared and (tags[end] in "c," or tags[end - 1] != "q"):
        return None
    stop = end - 1 if tags[end - 1] in ",-" else end
    begin = max(tags.rfind(";", 0, stop) + 1, after_dateline(unit))
    body = tags[begin:stop]
    if not body:
        return None
    if body[-1] == "q" and ":" in body:
        return begin + body.rindex(":") + 1, stop
    goes_on = not report.inverted and tags[at : at + 1] in tuple("hdPnCxosebQvytr")
    if report.shared and body[0] != "q" and (goes_on or tags[at : at + 1] in ("p", "t")):
        return None
    if "q" in body and (body[-1] == "q" or body[0] not in "pseg"):
        return None if goes_on and fronted(body) else (begin, stop)
    lead = body.lstrip("c")
    if tags[at : at + 1] == "," == tags[end - 1] and lead[:1] in ("s", "p") and not report.inverted:
        return begin, stop
    ends = at >= len(tags) or tags[at] == "."
    if ends and len(lead) >= _CLAUSE and set(lead) & set("xbe"):
        return begin, stop
    if not lead or introduces(lead, low[begin + len(body) - len(lead)], grammar):
        return None
    if len(lead) >= 3 and set(lead) & set("xvbe"):
        return begin, stop
    return (begin, stop) if tags[at : at + 1] == "," else None
