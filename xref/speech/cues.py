"""Cues in a sentence: which words report, and who their subject is."""

from xref.language.phrases import Range, phrase_after, phrase_before
from xref.language.subjects import subject_of
from xref.speech.clauses import clause_of, subject_told
from xref.speech.grammar import SpeechGrammar
from xref.speech.report import Report
from xref.speech.tokens import Unit
from xref.speech.verbal import verbal

_LONGEST_SOURCE = 16
_CLAUSE_REACH = 14
_CLOSED = ("p", "", ".", ",", "c", "t")
"""Tags behind a verb that reports no clause there."""
_FINITE = frozenset(("verb", "participle", "unlisted"))
_VERBAL = frozenset(("verb", "participle", "according", "noun"))


def find_cues(unit: Unit, grammar: SpeechGrammar) -> list[Report]:
    """The cues of a unit from left to right, each with its subject where one is found."""
    reports: list[Report] = []
    tags, low = unit.tags, unit.low
    for k, tag in enumerate(tags):
        report = None
        if tag == "v":
            report = verbal(unit, k, grammar) or _by_clause(unit, k, grammar)
            if report is not None and low[report.start - 1] == "as" and report.start > 1:
                report.start -= tags[report.start - 2] == "q"
        elif low[k] == "according":
            report = _according(unit, k, grammar)
        elif tag == "n" and low[k] in grammar.noun_cues:
            report = _view(unit, k, grammar) or _nominal(unit, k, grammar)
        elif tag == ":" and tags[k + 1 : k + 2] == "q":
            report = _colon(unit, k, reports, grammar)
        elif tag == "-" and k and tags[k - 1] == "q":
            report = _sign_off(unit, k, grammar)
        if report is not None:
            reports.append(report)
    _unlisted(unit, reports, grammar)
    _share_subjects(unit, reports, grammar)
    return reports


def _by_clause(unit: Unit, k: int, grammar: SpeechGrammar) -> Report | None:
    """The report of a verb whose subject only the sentence's clauses tell.

    "|Fishermen| trying to save the harbour in Dalby say …", "the ferry, |which| he said …".
    """
    verb = grammar.verbs[unit.low[k]]
    if "clause" not in verb.takes or verb.form not in "dsb" or unit.tags[k + 1 : k + 2] in _CLOSED:
        return None
    if verb.noun and verb.form in "sb" and unit.tags[k + 1] not in "hs":
        return None  # "the yard's |rules| allow it"
    clause = clause_of(unit, k, grammar)
    if clause is None or clause.verb is None or clause.verb.shape in ("infinitive", "ing"):
        return None
    subject = subject_told(unit, k, grammar)
    if subject is None or clause.verb.modal or clause.verb.negated:
        return None
    return Report(
        (k, k + 1), verb, "verb", subject, subject[0], k + 1, relative=clause.link == "who"
    )


def _according(unit: Unit, k: int, grammar: SpeechGrammar) -> Report | None:
    low, tags = unit.low, unit.tags
    if low[k + 1 : k + 2] != ["to"]:
        return None
    end = phrase_after(unit, k + 2, grammar)
    if end == k + 2:
        return None
    while tags[end : end + 1] in ("n", "P"):
        end += 1
    after = end
    if tags[end : end + 1] in ("h", "s", "e", "g", "p", "t", "v") and low[end] != "that":
        while after < len(tags) and tags[after] not in ",.;:q-":
            after += 1
    longer = after if tags[end - 1] != "P" and after - k < _LONGEST_SOURCE else end
    return Report((k, k + 2), None, "according", (k + 2, longer), k, after)


def _view(unit: Unit, k: int, grammar: SpeechGrammar) -> Report | None:
    """Somebody's view that a sentence tells ("in her view", "in the words of Ann Lee")."""
    low = unit.low
    if low[k] not in grammar.views:
        return None
    if low[max(0, k - 2) : k + 2] == ["in", "the", low[k], "of"]:
        end = phrase_after(unit, k + 2, grammar)
        if end > k + 2:
            return Report((k, k + 1), None, "according", (k + 2, end), k - 2, end)
    report = _nominal(unit, k, grammar)
    if report is None or report.start == 0 or low[report.start - 1] != "in":
        return None
    report.kind, report.start = "according", report.start - 1
    return report


def _colon(unit: Unit, k: int, reports: list[Report], grammar: SpeechGrammar) -> Report | None:
    """A colon that leads in a quotation where no verb does: "The verdict of Ann Lee: “…”"."""
    if reports and reports[-1].kind in _VERBAL:
        return None
    tags = unit.tags
    sender = sender_told(unit, grammar)
    if sender is not None:
        return Report((k, k + 1), None, "colon", sender, k, k + 1)
    subject = phrase_before(unit, k, grammar) if tags[k - 1 : k] == "P" else None
    if subject is None or (subject[0] and tags[subject[0] - 1] not in "-.q"):
        subject = subject_of(unit, grammar)
    if subject is None or subject[0] >= k:
        return None
    return Report((k, k + 1), None, "colon", subject, k, k + 1)


def sender_told(unit: Unit, grammar: SpeechGrammar) -> Range | None:
    """Whoever is told to send what follows: "And this from |Ann Lee|: “…”"."""
    at = 0
    while unit.tags[at : at + 1] in ("c", "d", "r"):
        at += 1
    if unit.low[at : at + 1] != ["from"]:
        return None
    end = phrase_after(unit, at + 1, grammar)
    return (at + 1, end) if end > at + 1 else None


def _sign_off(unit: Unit, k: int, grammar: SpeechGrammar) -> Report | None:
    """A name after a dash that signs a quotation."""
    tags = unit.tags
    end = phrase_after(unit, k + 1, grammar)
    if end == k + 1 or "P" not in tags[k + 1 : end] or tags[0] != "q":
        return None
    if end < len(tags) and tags[end] not in ".,q(":
        return None
    return Report((k, k + 1), None, "dash", (k + 1, end), k, end)


def _nominal(unit: Unit, k: int, grammar: SpeechGrammar) -> Report | None:
    """A noun that reports ("her claim that …", "his call for “…”"), with its owner as subject."""
    tags, low = unit.tags, unit.low
    j = k - 1
    while j >= 0 and tags[j] in "nregPT" and k - j < 4:
        j -= 1
    if j < 0:
        return None
    if tags[j] == "y":
        owner = phrase_before(unit, j, grammar)
        if owner is not None and tags[j - 1] == "P":
            first = j
            while first > owner[0] and tags[first - 1] == "P":
                first -= 1
            owner = (first, j)
    elif tags[j] == "d" and low[j] in grammar.words.owners:
        owner = (j, j + 1)
    elif tags[j] == "d" and low[k + 1 : k + 2] == ["of"]:
        end = phrase_after(unit, k + 2, grammar)
        said = end > k + 2 and low[end : end + 1] == ["that"]
        return Report((k, k + 1), None, "noun", (k + 2, end), j, end) if said else None
    else:
        return None
    return Report((k, k + 1), None, "noun", owner, owner[0], k + 1) if owner else None


def _unlisted(unit: Unit, reports: list[Report], grammar: SpeechGrammar) -> None:
    """Take a short clause that follows a closing quotation for its cue, whatever its verb."""
    tags = unit.tags
    size = len(tags)
    for q in sorted(unit.closing):
        if tags[q] != "q" or (q and tags[q - 1] not in ",-;.)"):
            continue
        at = q + 2 if tags[q + 1 : q + 2] == "," else q + 1
        if at >= size or tags[at] not in "Pdhn":
            continue
        end = phrase_after(unit, at, grammar)
        verb = end
        while verb < size and tags[verb] in "xr":
            verb += 1
        if end == at or verb >= size or tags[verb] not in "ebn":
            continue
        if any(at <= r.cue[0] <= verb + 1 for r in reports):
            continue
        if tags[verb] == "n" and unit.low[verb][-1] not in "std":
            continue
        reports.append(Report((verb, verb + 1), None, "unlisted", (at, end), at, verb + 1))
    reports.sort(key=lambda r: r.cue)


def _share_subjects(unit: Unit, reports: list[Report], grammar: SpeechGrammar) -> None:
    """Give each cue without a subject that of the finite cue before it, else of the sentence."""
    for n, report in enumerate(reports):
        if report.subject is not None:
            continue
        earlier = [r for r in reports[:n] if r.subject is not None and r.kind in _FINITE]
        earlier = [r for r in earlier if not r.relative] or earlier
        if unit.tags[report.start] == "c":
            if earlier and _goes_on(unit, report, earlier[-1], grammar):
                continue
            joined = _clause_subject(unit, report.start, grammar)
            if joined is not None and not (earlier and earlier[-1].start >= joined[0]):
                report.subject = joined
                continue
        elif report.kind == "participle":
            earlier = [r for r in earlier if not _in_clause(unit, r)] or earlier
        if earlier:
            report.subject = earlier[-1].subject
            continue
        later = (r for r in reports[n + 1 :] if r.subject and r.kind in ("verb", "unlisted"))
        following = next(later, None)
        if following is not None and report.start <= 1:
            report.subject = following.subject
            continue
        subject = subject_of(unit, grammar)
        if subject is not None and (subject[1] <= report.cue[0] or report.start <= 1):
            report.subject = subject  # perhaps behind it: "After saying “…,” |she| left"


def _goes_on(unit: Unit, report: Report, earlier: Report, grammar: SpeechGrammar) -> bool:
    """Whether a cue behind "and" goes on with what the one before reports: "said he |refused|"."""
    if report.verb is None or earlier.verb is None or "q" in unit.tags[report.cue[1] :]:
        return False  # quoted words are rather the outlet's speaker's
    if (report.verb.form == "d") == (earlier.verb.form == "d"):
        return False  # "said he had won |and thanked|"
    own = subject_told(unit, report.cue[1] - 1, grammar)
    if own is None or own[0] < earlier.cue[1] or earlier.inverted:
        return False
    report.subject, report.inside = own, True
    return True


def _in_clause(unit: Unit, report: Report) -> bool:
    """Whether the cue's clause begins with "that" after another verb ("said that Lee decided")."""
    at = report.start
    while at > 2 and unit.tags[at - 1] == "r":
        at -= 1
    return at > 1 and unit.low[at - 1] == "that" and unit.tags[at - 2] in "vT"


def _clause_subject(unit: Unit, end: int, grammar: SpeechGrammar) -> Range | None:
    """The subject of the clause with a conjunction that "and" at `end` continues."""
    tags, low = unit.tags, unit.low
    for k in range(end - 1, max(0, end - _CLAUSE_REACH), -1):
        if tags[k] in ";:q":
            return None
        if tags[k] == "s" and low[k] in grammar.words.time_clauses:
            subject = phrase_after(unit, k + 1, grammar)
            finite = subject > k + 1 and tags[subject : subject + 1] in ("x", "v", "b", "e")
            return (k + 1, subject) if finite else None
    return None
