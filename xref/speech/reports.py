"""Cues in a sentence: what reports, who is its subject, where the reported words lie."""

from dataclasses import dataclass, field

from xref.speech.grammar import CueVerb, SpeechGrammar
from xref.speech.phrases import phrase_after, phrase_before, subject_across_commas
from xref.speech.tokens import Unit

_BE = frozenset(("is", "was", "are", "were", "be", "been", "being", "am", "'s", "'re", "'m"))
_TO_BE_PASSIVE = frozenset(("is", "was", "are", "were", "be", "been", "being", "get", "got"))
_MODAL = frozenset(
    "will would can could may might must should shall do does did don't doesn't didn't won't wouldn't can't couldn't 'd 'll".split()
)
_RIGHT_OF_PARTICIPLE = frozenset(("by", "while", "before", "after", "in", "when", "and", "but", "then"))


@dataclass(slots=True)
class Report:
    """One cue of a unit.

    Token ranges are half-open. `subject` is the speaker's phrase, ``None`` where none was found; `left` is the
    reported text before the cue, `right` after it. `complement` tells what follows: ``that``, ``quote``, ``clause``,
    ``object``, ``infinitive`` or nothing. `shared` says that the subject was taken over from elsewhere in the sentence.
    """

    cue: tuple[int, int]
    verb: CueVerb | None
    kind: str
    subject: tuple[int, int] | None
    start: int
    left: tuple[int, int] | None = None
    right: tuple[int, int] | None = None
    complement: str = ""
    shared: bool = False
    inverted: bool = False
    addressee: tuple[int, int] | None = None
    medium: tuple[int, int] | None = None
    after: int = 0
    quotes: list[int] = field(default_factory=list)


def find_reports(unit: Unit, grammar: SpeechGrammar) -> list[Report]:
    """The cues of a unit from left to right, with the reach of their reported text settled."""
    reports: list[Report] = []
    tags, low = unit.tags, unit.low
    for k, tag in enumerate(tags):
        if tag == "v":
            report = _verbal(unit, k, reports, grammar)
        elif low[k] == "according" and k + 1 < len(low) and low[k + 1] == "to":
            report = _according(unit, k, grammar)
        elif tag == ":" and k + 1 < len(tags) and tags[k + 1] == "q":
            report = _colon(unit, k, reports, grammar)
        else:
            continue
        if report is not None:
            reports.append(report)
    _settle_participles(unit, reports)
    _bound(unit, reports)
    return reports


def _according(unit: Unit, k: int, grammar: SpeechGrammar) -> Report | None:
    end = phrase_after(unit, k + 2, grammar)
    if end == k + 2:
        return None
    tags = unit.tags
    report = Report((k, k + 2), None, "according", (k + 2, end), k, after=end)
    stop = end
    if stop < len(tags) and tags[stop] == ",":
        nearest = tags.find(",", stop + 1)
        while nearest != -1 and tags[stop + 1] in "dsCg" and nearest - stop < 12 and k == 0:
            stop = nearest
            break
    if k <= 1:
        if stop < len(tags) and tags[stop] in ",":
            report.right = (stop + 1, len(tags))
            report.complement = "clause"
        elif stop < len(tags):
            report.right = (stop, len(tags))
            report.complement = "clause"
    else:
        report.left = (0, k)
        if tags[stop : stop + 1] == "," and k > 1 and tags[k - 1] == ",":
            report.right = (stop + 1, len(tags))
    return report


def _colon(unit: Unit, k: int, reports: list[Report], grammar: SpeechGrammar) -> Report | None:
    """A colon that leads in a quotation, where no verb does."""
    if reports and reports[-1].right is not None and not reports[-1].left:
        reports[-1].right = (min(reports[-1].right[0], k + 1), len(unit.tags))
        return None
    subject = unit_subject(unit, grammar)
    if subject is None or subject[0] >= k:
        return None
    return Report((k, k + 1), None, "colon", subject, k, right=(k + 1, len(unit.tags)), complement="quote", after=k + 1)


def unit_subject(unit: Unit, grammar: SpeechGrammar, start: int = 0) -> tuple[int, int] | None:
    """The first noun phrase of the sentence that is no part of an introduction."""
    tags, low = unit.tags, unit.low
    size = len(tags)
    at = start
    for _ in range(4):
        while at < size and tags[at] in "cr-.,:":
            at += 1
        if at >= size:
            return None
        if tags[at] in "psrgeTt" or (tags[at] == "v" and at == 0):
            comma = tags.find(",", at)
            if comma == -1 or comma - at > 25:
                if tags[at] == "s" and low[at] in ("as", "while", "when", "if", "though", "although"):
                    at += 1
                    continue
                return None
            if tags[at] == "s" and comma - at > 2:
                inner = phrase_after(unit, at + 1, grammar)
                if inner > at + 1 and tags[comma + 1 : comma + 2] in ("h",):
                    at = comma + 1
                    continue
            at = comma + 1
            continue
        end = phrase_after(unit, at, grammar)
        return (at, end) if end > at else None
    return None


def _verbal(unit: Unit, k: int, reports: list[Report], grammar: SpeechGrammar) -> Report | None:
    tags, low = unit.tags, unit.low
    verb = grammar.verbs[low[k]]
    j = k - 1
    be = modal = False
    while j >= 0 and tags[j] in "xr":
        if low[j] in _TO_BE_PASSIVE or low[j] in ("'s", "'re", "'m", "am"):
            be = be or tags[j] == "x"
        modal = modal or low[j] in _MODAL
        j -= 1
    if j >= 0 and tags[j] == "y" and j == k - 1 and verb.form in "dg" and tags[j - 1 : j] == "h":
        j -= 1
        be = True
    if verb.form in "dn" and be and verb.form != "g":
        return None
    if verb.form == "n" and j == k - 1:
        return None
    before = tags[j] if j >= 0 else "^"
    cue_start = j + 1
    while cue_start < k and tags[cue_start] == "r":
        cue_start += 1
    if before == "t" and verb.form == "b":
        return _infinitive(unit, k, j, verb, reports, grammar)
    if verb.form == "g" and not be:
        return _participle(unit, k, j, before, verb, grammar)
    if verb.form == "b" and not modal and before not in "hnPvC,qcs":
        return None
    subject: tuple[int, int] | None = None
    shared = inverted = False
    start = cue_start
    if before in "hPnCye":
        subject = _left_subject(unit, j, grammar)
        if subject is not None:
            start = subject[0]
            if verb.form in "sb" and not _agrees(unit, subject, k, verb, modal, grammar):
                return None
            if verb.form == "d" and tags[k + 1 : k + 2] == "p" and low[k + 1] == "by":
                return None
    elif before == "o" and low[j] in ("himself", "herself", "themselves"):
        subject = _left_subject(unit, j - 1, grammar) if j else None
        start = subject[0] if subject else cue_start
    elif before in "q,-).^:" and verb.form in "ds":
        right = _inverted(unit, k, before, grammar)
        if right is not None:
            return _with_content(
                unit, Report((cue_start, k + 1), verb, "verb", right, cue_start, inverted=True, after=right[1]), grammar
            )
        if before in ",-)" and j > 0:
            subject = subject_across_commas(unit, j if before in ",-" else j + 1, grammar)
            if subject is not None:
                start = subject[0]
            elif before == ",":
                subject, shared = _shared(unit, k, reports, grammar), True
        elif before == "q":
            subject, shared = _shared(unit, k, reports, grammar), True
    elif before == "c":
        subject, shared = _shared(unit, k, reports, grammar), True
        start = j
    elif before == "s":
        if low[j] in ("which", "that") and j > 0:
            end = j - 1 if tags[j - 1] == "," else j
            subject = phrase_before(unit, end, grammar)
            start = subject[0] if subject else j
        elif low[j] == "as":
            right = _inverted(unit, k, ",", grammar)
            if right is None:
                return None
            return _with_content(
                unit, Report((cue_start, k + 1), verb, "verb", right, j, inverted=True, after=right[1]), grammar
            )
    if subject is None:
        if before in "pdt":
            return None
        if not _quote_near(unit, k):
            return None
    report = Report((cue_start, k + 1), verb, "verb", subject, start, shared=shared, inverted=inverted, after=k + 1)
    return _with_content(unit, report, grammar)


def _quote_near(unit: Unit, k: int) -> bool:
    return "q" in unit.tags[max(0, k - 3) : k + 4]


def _left_subject(unit: Unit, j: int, grammar: SpeechGrammar) -> tuple[int, int] | None:
    """The subject whose last token is `j`."""
    tags, low = unit.tags, unit.low
    if tags[j] == "h":
        if low[j] == "who":
            if j and tags[j - 1] in ",-":
                if tags[j - 2 : j - 1] == "q":
                    return None
                return phrase_before(unit, j - 1, grammar) or subject_across_commas(unit, j - 1, grammar)
            return phrase_before(unit, j, grammar) or (j, j + 1)
        return (j, j + 1)
    if tags[j] == "e":
        phrase = phrase_before(unit, j + 1, grammar)
        if phrase is None or phrase[1] - phrase[0] < 2:
            return None
    phrase = phrase_before(unit, j + 1, grammar)
    if phrase is None:
        return None
    a = phrase[0]
    if a > 0 and (low[a - 1] in ("who", "that", "which")) and tags[a - 1] in "hs":
        end = a - 2 if tags[a - 2 : a - 1] == "," else a - 1
        antecedent = phrase_before(unit, end, grammar)
        if low[a - 1] == "who" and antecedent is not None:
            return antecedent
    return phrase


def _agrees(
    unit: Unit, subject: tuple[int, int], k: int, verb: CueVerb, modal: bool, grammar: SpeechGrammar
) -> bool:
    """Whether a form that doubles as a noun ("claims", "report") is a verb here."""
    tags, low = unit.tags, unit.low
    following = tags[k + 1] if k + 1 < len(tags) else "."
    head = low[subject[1] - 1]
    if modal:
        return True
    if head in ("he", "she", "it", "they", "we", "i", "you", "who", "everyone", "one"):
        return True
    if following == "s" and low[k + 1] in ("that", "how", "why", "whether") or following in "q:":
        return True
    if low[k] in ("says", "tells", "say"):
        return True
    if verb.form == "s":
        return tags[subject[1] - 1] == "P" and following in "dhPnoCx," or following in "dho"
    plural = head.endswith("s") or head in ("people", "police", "men", "women", "many", "some", "others", "critics")
    return plural and following in "dhoPCn"


def _inverted(unit: Unit, k: int, before: str, grammar: SpeechGrammar) -> tuple[int, int] | None:
    """The subject right of the verb: "…,” said Ann Lee, a professor"."""
    tags = unit.tags
    at = k + 1
    while at < len(tags) and tags[at] == "r":
        at += 1
    if at >= len(tags) or tags[at] not in "PndCh":
        return None
    end = phrase_after(unit, at, grammar)
    if end == at:
        return None
    following = tags[end] if end < len(tags) else "."
    if before == "q" or before == "^":
        return (at, end) if following not in "xv" or before == "q" else None
    if following in ".,-q;:)(" or following in "Tps" or (following in "gcrh" and tags[at] == "P"):
        if before in "-)." or not _comma_is_appositive(unit, k, grammar):
            return (at, end)
    return None


def _comma_is_appositive(unit: Unit, k: int, grammar: SpeechGrammar) -> bool:
    """Whether the comma before the verb closes an interpolation after its subject."""
    comma = unit.tags.rfind(",", 0, k)
    subject = subject_across_commas(unit, comma, grammar)
    if subject is None:
        return False
    between = unit.tags[subject[1] : comma]
    return between.startswith((",", "-")) and subject[0] <= 1 and len(between) > 1


def _shared(
    unit: Unit, k: int, reports: list[Report], grammar: SpeechGrammar
) -> tuple[int, int] | None:
    """The subject that a second predicate takes over."""
    for report in reversed(reports):
        if report.subject is not None and report.kind == "verb":
            return report.subject
    subject = unit_subject(unit, grammar)
    return subject if subject is not None and subject[0] < k else None


def _infinitive(
    unit: Unit, k: int, to: int, verb: CueVerb, reports: list[Report], grammar: SpeechGrammar
) -> Report | None:
    """ "went on to say", "took the stage to declare": only beside a quotation or a that-clause."""
    tags, low = unit.tags, unit.low
    following = tags[k + 1 : k + 2]
    if following not in ("q", ":") and low[k + 1 : k + 2] != ["that"]:
        return None
    if to > 0 and low[to - 1] in ("declined", "refused", "fail", "failed", "want", "wants", "wanted", "have", "has", "had", "going"):
        return None
    subject = _shared(unit, k, reports, grammar)
    report = Report((k, k + 1), verb, "verb", subject, to, shared=True, after=k + 1)
    return _with_content(unit, report, grammar)


def _participle(
    unit: Unit, k: int, j: int, before: str, verb: CueVerb, grammar: SpeechGrammar
) -> Report | None:
    """A participle in -ing: its subject is settled when all cues of the sentence are known."""
    tags, low = unit.tags, unit.low
    if before in "dyvo":
        return None
    if before == "p" and low[j] not in _RIGHT_OF_PARTICIPLE:
        return None
    if before == "t":
        return None
    subject = None
    start = j + 1
    if before in "Pnh" and j > 0:
        phrase = phrase_before(unit, j + 1, grammar) if before != "h" else (j, j + 1)
        if phrase is not None and phrase[0] > 0 and low[phrase[0] - 1] == "with":
            subject, start = phrase, phrase[0] - 1
        elif "clause" not in verb.frames and not _quote_near(unit, k):
            return None
    elif before in "pc":
        start = j
    report = Report((k, k + 1), verb, "participle", subject, start, shared=subject is None, after=k + 1)
    return _with_content(unit, report, grammar)


def _settle_participles(unit: Unit, reports: list[Report]) -> None:
    """Give each participle the subject of the finite cue before it, else after it."""
    for n, report in enumerate(reports):
        if report.kind != "participle" or report.subject is not None:
            continue
        earlier = [r for r in reports[:n] if r.subject is not None]
        later = [r for r in reports[n + 1 :] if r.subject is not None and r.kind == "verb"]
        if earlier:
            report.subject = earlier[-1].subject
        elif later and report.start <= 1:
            report.subject = later[0].subject


_ADJUNCT = frozenset(("in", "on", "at", "during", "after", "before", "from", "through", "via", "of", "outside", "by", "about", "while", "as", "for", "with", "following", "to"))


def _with_content(unit: Unit, report: Report, grammar: SpeechGrammar) -> Report:
    """Find the reported words beside the cue."""
    tags, low = unit.tags, unit.low
    size = len(tags)
    at = report.after
    verb = report.verb
    assert verb is not None
    frames = verb.frames
    reporting = bool(frames & {"clause", "manner"})
    if at < size and verb.particle and low[at] == verb.particle:
        at += 1
        report.cue = (report.cue[0], at)
    elif at < size and low[at] in ("for", "on", "out", "off", "up", "that") and low[at] != "that" and verb.lemma in ("call", "point", "lash", "hit", "go", "lay", "speak"):
        at += 1
        report.cue = (report.cue[0], at)
    if report.inverted and at < size and tags[at] == ",":
        closing = _after_apposition(unit, at)
        at = closing
    moved = True
    while moved and at < size:
        moved = False
        tag = tags[at]
        if tag in "rT":
            at += 1
            moved = True
        elif tag in "oPnd" and "addressee" in frames and report.addressee is None and not report.inverted:
            end = at + 1 if tag == "o" else phrase_after(unit, at, grammar)
            if end > at and (verb.lemma in ("tell", "inform", "remind", "assure", "notify", "reassure") or tag == "o" or low[end : end + 1] == ["that"] or tags[end : end + 1] in ("q", "t", ",", "s")):
                report.addressee = (at, end)
                at = end
                moved = True
        elif tag == "t" and at + 1 < size and tags[at + 1] in "oPdn" and reporting:
            end = at + 2 if tags[at + 1] == "o" else phrase_after(unit, at + 1, grammar)
            if end > at + 1:
                report.addressee = (at + 1, end)
                at = end
                moved = True
        elif tag == "p" and low[at] in _ADJUNCT and reporting and verb.lemma not in ("call", "refer"):
            end = phrase_after(unit, at + 1, grammar)
            if end > at + 1:
                if low[at] in ("in", "on", "at", "during", "via") and report.medium is None:
                    report.medium = (at, end)
                at = end
                moved = True
            elif at + 1 < size and tags[at + 1] in "T":
                at += 2
                moved = True
    report.after = at
    following = tags[at] if at < size else "."
    parenthetical = _parenthetical(unit, report)
    if following == "q":
        report.right, report.complement = (at, size), "quote"
        if parenthetical and report.inverted:
            report.left = parenthetical
    elif following == ":":
        report.right, report.complement = (at + 1, size), "quote"
    elif following == "s" and low[at] in ("that", "whether", "how", "why", "what", "if", "when", "where", "who"):
        report.right, report.complement = (at, size), "that"
    elif following == "s" and low[at] == "as" and "naming" in frames | frames:
        report.right, report.complement = (report.cue[1], size), "object"
    elif following == ",":
        if tags[at + 1 : at + 2] == "q":
            report.right, report.complement = (at + 1, size), "quote"
            if parenthetical:
                report.left = parenthetical
        elif parenthetical:
            report.left = parenthetical
            report.right = (at + 1, size) if not report.inverted else None
            report.complement = "clause"
        else:
            end = tags.find(",", at + 1)
            if end != -1 and end - at < 12 and (low[end + 1 : end + 2] == ["that"] or tags[end + 1 : end + 2] == "q"):
                report.right, report.complement = (end + 1, size), "that"
    elif parenthetical and (following in ".-;)(" or report.inverted or following in "cspg" or tags[at - 1] in "T"):
        report.left, report.complement = parenthetical, "clause"
    elif following == "t" and "attempt" in frames:
        report.right, report.complement = (at, size), "infinitive"
    elif following in "hdPnCxoserbg" and not report.inverted:
        report.right = (at, size)
        report.complement = "clause" if reporting or "thought" in frames or "finding" in frames else "object"
    elif following in "pt" and not report.inverted:
        report.right, report.complement = (at, size), "object"
    if report.left is None and report.right is None and parenthetical:
        report.left = parenthetical
    return report


def _after_apposition(unit: Unit, comma: int) -> int:
    """Step over ", a professor of law," after an inverted speaker."""
    tags = unit.tags
    first = tags[comma + 1 : comma + 2]
    if first and (first in "dCPnrce" or unit.low[comma + 1] in ("who", "which", "whose")):
        end = comma + 1
        while end < len(tags) and tags[end] not in ",q.;-:":
            end += 1
        if end < len(tags) and tags[end] in ".,;-:" or end >= len(tags):
            return end
    return comma


def _parenthetical(unit: Unit, report: Report) -> tuple[int, int] | None:
    """The text before a cue that stands inside or after what it reports."""
    tags, low = unit.tags, unit.low
    end = report.start
    if end == 0:
        return None
    if tags[end - 1] == "," or tags[end - 1] == "q" or tags[end - 1] in "-":
        stop = end - 1 if tags[end - 1] in ",-" else end
        begin = stop
        while begin > 0 and tags[begin - 1] not in ";":
            begin -= 1
        body = tags[begin:stop]
        if "q" in body:
            return (begin, stop)
        if len(body) >= 3 and not (tags[begin] in "psTgrte" and body.count(",") == 0) and ("x" in body or "v" in body or "b" in body or "e" in body):
            return (begin, stop)
        if len(body) >= 4 and tags[begin] in "s" and low[begin] not in ("as", "when", "while", "after", "if") and "," in body:
            return (begin, stop)
    return None


def _bound(unit: Unit, reports: list[Report]) -> None:
    """End each report's text where the next cue of the same level begins."""
    tags = unit.tags
    for n, report in enumerate(reports):
        if report.right is None:
            continue
        begin, end = report.right
        for later in reports[n + 1 :]:
            cut = later.start
            if cut <= begin:
                continue
            coordinate = later.shared or (cut > 0 and tags[cut - 1] in ",;-c" and later.right is not None and later.left is None)
            if coordinate and cut < end:
                end = cut
                break
        while end > begin and tags[end - 1] in ",;-.c:":
            end -= 1
        report.right = (begin, end) if end > begin else None
