"""Where reported words end: at the next cue of the same level, or where the outlet speaks on."""

from xref.speech.clauses import subject_told
from xref.speech.grammar import SpeechGrammar
from xref.speech.report import Report
from xref.speech.tokens import Unit

_NEAR = 12
"""How many cues further on one can end what another reports."""
_RELATIVES = frozenset(("which", "who", "whom"))
_BOUNDING = frozenset(("clause", "addressee", "attempt", "willing", "judgement", "naming"))


def bound(unit: Unit, reports: list[Report], grammar: SpeechGrammar) -> None:
    """End what each cue reports after it; what remains of it may be nothing."""
    tags = unit.tags
    for n, report in enumerate(reports):
        if report.right is None:
            continue
        begin, end = report.right
        if report.shared and report.subject and begin < report.subject[0] < end:
            end = report.subject[0]
        if report.relative or unit.low[report.start - 1] in _RELATIVES:
            end = _relative_end(unit, report, begin, end)
        end = _own_end(unit, report, begin, end, grammar)
        for later in reports[n + 1 : n + _NEAR]:
            if begin <= later.start < end and _ends(unit, report, later):
                end = later.start
                break
            if report.relative and later.subject == report.subject and not later.shared:
                end = min(end, later.cue[0])
        while end > begin and tags[end - 1] in ",;-.c:":
            end -= 1
        if report.left is not None and tags[report.left[1] - 1] == "q":
            mark = tags.find("q", begin, end)
            begin = mark if mark != -1 else end
        report.right = (begin, end) if end > begin else None


def _ends(unit: Unit, report: Report, later: Report) -> bool:
    """Whether a later cue stands beside this one, not inside what it reports."""
    if later.kind == "noun" or later.inside:
        return False
    if _same_form(unit, report, later):
        return True
    tags = unit.tags
    if later.left is not None and later.kind == "verb" and tags[later.start - 1] == ",":
        return True
    if later.kind == "participle" and later.verb is not None and later.verb.lemma == "cite":
        return True
    with_subject = later.kind == "participle" and not later.shared
    if with_subject and tags[later.start] == "p" and unit.low[later.start] != "by":
        return True
    if not later.frames & _BOUNDING or not later.complement:
        return False
    if later.shared:
        return tags[later.start] != "t"
    joined = tags[later.start - 1] in ";c" and later.left is None and later.right is not None
    return joined or later.kind == "dash"


def _same_form(unit: Unit, report: Report, later: Report) -> bool:
    """Whether a later cue is joined to this one by "and", in the same form ("said and accused")."""
    if not later.shared or unit.tags[later.start] != "c":
        return False
    if report.verb is None or later.verb is None:
        return False
    return report.verb.form == later.verb.form in ("d", "s")


def _relative_end(unit: Unit, report: Report, begin: int, end: int) -> int:
    """The end of what a cue in a relative clause reports: the comma before the main verb."""
    tags = unit.tags
    at = report.start - (not report.relative)
    if at < 1 or tags[at - 1] != ",":
        return end
    comma = tags.find(",", begin, end)
    while comma != -1:
        if tags[comma + 1 : comma + 2] not in ("q", "s", "c", "P", "n", "C"):
            return comma
        comma = tags.find(",", comma + 1, end)
    return end


def _own_end(unit: Unit, report: Report, begin: int, end: int, grammar: SpeechGrammar) -> int:
    """Where the outlet's own words go on: after an object's first comma, before ", while"."""
    tags, low, words = unit.tags, unit.low, grammar.words
    quoted = max(begin, tags.rfind("q", begin, end))
    subordinate = _is_subordinate(unit, report, grammar)
    short = report.complement in ("object", "infinitive")
    for k in range(begin + 1, end - 1):
        if tags[k] == "," and subordinate and tags[k + 1] in "hPdnCp":
            return k
        if k <= quoted:
            continue
        if tags[k] == "," and short:
            return k
        if low[k] == "but" and _speaks_on(tags, k) and not _within(unit, report, k, grammar):
            return k
        aside = low[k + 1] in words.asides and tags[k + 2 : k + 3] != "g"
        if tags[k] in ",-" and aside and k - begin > 3:
            closing = tags.find(",", k + 1, end) if low[k + 1] in _RELATIVES else -1
            if closing == -1 or tags[closing + 1 : closing + 2] not in ("x", "v", "b"):
                return k
        timed = tags[k] == "s" and low[k] in words.time_clauses and low[k] != "as"
        if timed and report.complement == "object":
            return k
    return end


def _within(unit: Unit, report: Report, k: int, grammar: SpeechGrammar) -> bool:
    """Whether the verb behind "but" goes on with what is reported, told in another tense."""
    at = k + 1
    while at < len(unit.tags) and unit.tags[at] in "rx":
        at += 1
    verb = grammar.classes.verbs.form(unit.low[at]) if at < len(unit.tags) else None
    if at > k + 1 or verb is None or report.verb is None:
        return False
    past = not frozenset("ef").isdisjoint(verb.kinds)
    if past == (report.verb.form == "d"):
        return False
    own = subject_told(unit, at, grammar)
    return own is not None and own[0] >= report.cue[1]


def _is_subordinate(unit: Unit, report: Report, grammar: SpeechGrammar) -> bool:
    """Whether the cue stands in a clause that the main one follows ("While Lee said …, they …")."""
    tags, low = unit.tags, unit.low
    for k in range(report.start - 1, max(-1, report.start - _NEAR), -1):
        if tags[k] == "s" and low[k] in grammar.words.subordinate:
            return k == 0 or tags[k - 1] in ",;:-c"
        if tags[k] in ",;:-q":
            return False
    return False


def _speaks_on(tags: str, k: int) -> bool:
    """Whether the conjunction at `k` joins a verb or a new subject pronoun."""
    at = k + 1
    while at < len(tags) and tags[at] in "rx":
        at += 1
    if tags[at : at + 1] in ("v", "b", "e"):
        return True
    return tags[at : at + 1] == "h" and k > 0 and tags[k - 1] == ","
