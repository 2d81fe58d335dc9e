"""Where the words lie that a cue reports."""

from xref.speech.cues import Report
from xref.speech.grammar import SpeechGrammar
from xref.speech.phrases import phrase_after
from xref.speech.tokens import Unit

_ADJUNCT = frozenset(
    "in on at during after before from through via of outside by about for with following to since until near "
    "against over under among between amid inside without".split()
)
_COMPLEMENTISERS = frozenset(("that", "whether", "how", "why", "what", "if", "when", "where", "who"))
_TIME_CLAUSE = frozenset(("as", "when", "while", "after", "before", "since", "once", "where"))
_TELLING = frozenset(("tell", "inform", "remind", "assure", "notify", "reassure", "brief", "ask", "warn", "urge", "text", "email"))


def settle(unit: Unit, reports: list[Report], grammar: SpeechGrammar) -> None:
    """Set `left`, `right` and `complement` of every report of the unit, then end each where the next begins."""
    for report in reports:
        if report.kind == "according":
            _according(unit, report)
        elif report.kind in ("colon", "noun"):
            _lead_in(unit, report)
        elif report.kind in ("dash", "unlisted"):
            report.left, report.complement = _before(unit, report.start), "quote"
            if report.kind == "unlisted" and "q" in unit.tags[report.after :]:
                report.right = (report.after, len(unit.tags))
        elif report.kind != "passive":
            _beside_verb(unit, report, grammar)
    _bound(unit, reports)


def _before(unit: Unit, end: int) -> tuple[int, int] | None:
    """All of the sentence (from the last semicolon) before `end`, without the mark that closes it."""
    tags = unit.tags
    stop = end
    while stop > 0 and tags[stop - 1] in ",-":
        stop -= 1
    begin = tags.rfind(";", 0, stop) + 1
    return (begin, stop) if stop > begin else None


def _according(unit: Unit, report: Report) -> None:
    tags = unit.tags
    size = len(tags)
    k, stop = report.cue[0], report.after
    report.complement = "clause"
    lead = tags[:k].strip("rc,")
    if tags[stop : stop + 1] == ",":
        closing = tags.find(",", stop + 1)
        if not lead and closing != -1 and tags[stop + 1] in "dsCgh" and closing - stop < 16 and "x" not in tags[stop:closing]:
            stop = closing
        elif not lead and closing != -1 and tags[stop + 1 : stop + 2] == "g" and closing - stop < 20:
            stop = closing
    if not lead or tags[k - 1] == "s":
        if stop < size:
            report.right = (stop + 1 if tags[stop] == "," else stop, size)
    else:
        report.left = _before(unit, k)
        if tags[stop : stop + 1] == "," and tags[k - 1] == ",":
            report.right = (stop + 1, size)


def _lead_in(unit: Unit, report: Report) -> None:
    tags, low = unit.tags, unit.low
    size = len(tags)
    at = report.after
    if report.kind == "noun" and tags[at : at + 1] == "x" and tags[at + 1 : at + 2] in (":", "s"):
        at += 1
    if report.kind == "colon":
        report.right, report.complement = (at, size), "quote"
        return
    if at < size and (low[at] == "that" or tags[at] in "q:"):
        report.right = (at + 1 if tags[at] == ":" else at, size)
        report.complement = "that" if low[at] == "that" else "quote"
    elif at < size and tags[at] in "pt" or tags[at : at + 1] == "n":
        end = at + 1
        while end < size and tags[end] in "PdnCryegpo":
            end += 1
        if end < size and tags[end] == "q" and end - at < 8:
            report.right, report.complement = (at, end + 1), "quote"


def _beside_verb(unit: Unit, report: Report, grammar: SpeechGrammar) -> None:
    tags, low = unit.tags, unit.low
    size = len(tags)
    verb = report.verb
    assert verb is not None
    _particle(unit, report)
    if not report.frames:
        return
    at = _skip_adjuncts(unit, report, grammar)
    following = tags[at] if at < size else "."
    word = low[at] if at < size else ""
    left = _parenthetical(unit, report)
    frames = report.frames
    speaking = bool(frames & {"clause", "manner", "addressee"})
    if following == "q":
        report.right, report.complement = (at, size), "quote"
        if left is not None and tags[left[1] - 1] == "q":
            report.left = left
    elif following == ":":
        report.right, report.complement = (at + 1, size), "quote"
    elif following == "s" and word in _COMPLEMENTISERS and not (left and word in ("when", "where", "who", "if")):
        report.right, report.complement = (at, size), "that"
    elif left is not None and report.start and (following in ".-;)(?" or report.inverted):
        report.left, report.complement = left, "clause"
        if report.inverted and following == "," and "q" in tags[at:] and tags[at + 1 : at + 2] == "q":
            report.right = (at + 1, size)
    elif following == ",":
        _comma(unit, report, at, left)
    elif following == "s" and word in _TIME_CLAUSE:
        comma = tags.find(",", at)
        if left is not None:
            report.left, report.complement = left, "clause"
        elif comma != -1 and tags[comma + 1 : comma + 2] == "q":
            report.right, report.complement = (comma + 1, size), "quote"
        elif word == "as" and "naming" in frames | {"naming" if "judgement" in frames else ""}:
            report.right, report.complement = (report.cue[1], size), "object"
        elif (mark := tags.find("q", at)) != -1 and tags[mark - 1] in ",:":
            report.right, report.complement = (mark, size), "quote"
    elif left is not None and (following in "csgt" or at > 0 and tags[at - 1] in "T"):
        report.left, report.complement = left, "clause"
    elif following == "t" and frames & {"attempt", "addressee", "clause", "naming", "thought"}:
        report.right, report.complement = (at, size), "infinitive"
    elif following in "hdPnCxoserbgQvy" and not report.inverted:
        report.right = (at, size)
        report.complement = "clause" if speaking or frames & {"thought", "finding"} else "object"
        if left is not None and tags[left[1] - 1] == "q" and "q" not in tags[at:]:
            report.left, report.right, report.complement = left, None, "quote"
    elif following in "pc" and not report.inverted:
        if left is not None:
            report.left, report.complement = left, "clause"
        else:
            report.right, report.complement = (at, size), "object"
    if report.left is None and report.right is None and left is not None:
        report.left, report.complement = left, "clause"
    report.after = at


def _comma(unit: Unit, report: Report, at: int, left: tuple[int, int] | None) -> None:
    """A comma after the cue: a quotation follows, a parenthesis closes, or the content stands before."""
    tags, low = unit.tags, unit.low
    size = len(tags)
    if tags[at + 1 : at + 2] == "q":
        report.right, report.complement = (at + 1, size), "quote"
        if left is not None and "q" in tags[left[0] : left[1]]:
            report.left = left
        return
    if left is not None:
        report.left, report.complement = left, "clause"
        if not report.inverted and (tags[left[1] - 1] != "q" or "q" in tags[at:]):
            report.right = (at + 1, size)
        return
    if not report.inverted and report.start and (tags[report.start - 1] == "," or low[report.start - 1] == "as"):
        report.right, report.complement = (at + 1, size), "clause"
        return
    closing = tags.find(",", at + 1)
    if closing != -1 and closing - at < 14:
        if low[closing + 1 : closing + 2] == ["that"]:
            report.right, report.complement = (closing + 1, size), "that"
        elif tags[closing + 1 : closing + 2] == "q":
            report.right, report.complement = (closing + 1, size), "quote"
    if report.right is None:
        mark = tags.find("q", at)
        if mark != -1 and mark - at < 16 and tags[mark - 1] in ",:":
            report.right, report.complement = (mark, size), "quote"


def _particle(unit: Unit, report: Report) -> None:
    """Take a verb's particle into the cue ("called for", "pointed out") and settle the verb's constructions."""
    low = unit.low
    verb = report.verb
    assert verb is not None
    report.frames = verb.frames
    at = report.cue[1]
    if verb.phrasal and at < len(low) and low[at] in verb.phrasal:
        report.frames = verb.phrasal[low[at]] | verb.frames
        report.cue = (report.cue[0], at + 1)
        if not report.inverted:
            report.after = at + 1


def _skip_adjuncts(unit: Unit, report: Report, grammar: SpeechGrammar) -> int:
    """Step over time, place, medium and hearer between a cue and what it reports."""
    tags, low = unit.tags, unit.low
    size = len(tags)
    at = report.after
    verb = report.verb
    assert verb is not None
    speaking = bool(report.frames & {"clause", "manner"}) and not report.frames & {"naming", "topic"}
    if report.inverted and tags[at : at + 1] == ",":
        at = _after_apposition(unit, at)
    while at < size:
        tag = tags[at]
        if tag in "rT":
            at += 1
            while at < size and tags[at] in "TC" and tags[at - 1] == "T":
                at += 1
        elif tag == "(":
            closing = tags.find(")", at)
            if closing == -1 or closing - at > 12:
                break
            at = closing + 1
        elif report.addressee is None and not report.inverted and tag in "oPnd" and "addressee" in report.frames:
            end = at + 1 if tag == "o" else phrase_after(unit, at, grammar)
            hears = verb.lemma in _TELLING or tag == "o"
            clear = low[end : end + 1] == ["that"] or tags[end : end + 1] in ("q", "t", ",", ":", "s", "p", "T")
            if end == at or not (hears or clear) or (verb.lemma in ("ask", "warn", "urge", "promise") and not clear and tag != "o"):
                break
            report.addressee = (at, end)
            at = end
            while at < size and tags[at] in "yQ":
                at += 1
        elif tag == "t" and tags[at + 1 : at + 2] in ("o", "P", "d", "n") and speaking:
            end = at + 2 if tags[at + 1] == "o" else phrase_after(unit, at + 1, grammar)
            if end == at + 1 or not _hears(unit, end - 1, grammar):
                break
            report.addressee = (at + 1, end)
            at = end
        elif tag == "p" and low[at] in _ADJUNCT and speaking:
            end = _phrase_end(unit, at, grammar)
            if end == at:
                break
            if report.medium is None and low[at] in ("in", "on", "at", "during", "via"):
                report.medium = (at, end)
            at = end
        else:
            break
    return at


def _hears(unit: Unit, head: int, grammar: SpeechGrammar) -> bool:
    """Whether the noun at `head` can be told something."""
    word = unit.low[head]
    return unit.tags[head] in "oP" or word in grammar.anonymous or word.removesuffix("s") in grammar.commons


def _phrase_end(unit: Unit, at: int, grammar: SpeechGrammar) -> int:
    """The end of the prepositional phrase at `at`; `at` where it is none."""
    tags = unit.tags
    size = len(tags)
    begin = at + 1
    if begin < size and tags[begin] == "g":
        begin += 1
        while begin < size and tags[begin] in "rp":
            begin += 1
    elif begin < size and tags[begin] in "T":
        if tags[begin + 1 : begin + 2] != "y":
            return begin + 1
        begin += 2
    end = phrase_after(unit, begin, grammar)
    if end == begin and begin < size and tags[begin] == "o":
        end = begin + 1
    if end == begin and begin == at + 1:
        return at
    while end < size and tags[end] in "yQ":
        end += 1
    return end


def _after_apposition(unit: Unit, comma: int) -> int:
    """Step over ", a professor of law," after an inverted speaker."""
    tags, low = unit.tags, unit.low
    size = len(tags)
    first = tags[comma + 1 : comma + 2]
    if not first or first in "q":
        return comma
    if first not in "dCPnrceh" and low[comma + 1] not in ("who", "which", "whose", "of"):
        return comma
    end = comma + 1
    for _ in range(4):
        while end < size and tags[end] not in ",q.;:":
            end += 1
        if end < size and tags[end] == "," and tags[end + 1 : end + 2] not in ("q", "g") and tags[end + 1 : end + 2] in ("P", "d", "n"):
            end += 1
            continue
        break
    return end


def _parenthetical(unit: Unit, report: Report) -> tuple[int, int] | None:
    """The text before a cue that can be what it reports: the cue stands inside or after it."""
    tags, low = unit.tags, unit.low
    end = report.start
    if end == 0 or report.relative or (report.shared and tags[end] == "c") or (report.shared and tags[end - 1 : end] != "q" and tags[end : end + 1] != ","):
        return None
    if report.shared and tags[end : end + 1] == ",":
        return None
    if tags[end - 1] not in ",q-":
        return None
    stop = end - 1 if tags[end - 1] in ",-" else end
    begin = tags.rfind(";", 0, stop) + 1
    body = tags[begin:stop]
    if not body:
        return None
    if body[-1] == "q" and ":" in body:
        return (begin + body.rindex(":") + 1, stop)
    if "q" in body and (body[-1] == "q" or tags[begin] not in "pseg"):
        return (begin, stop)
    lead = body.lstrip("c")
    if not lead:
        return None
    introduction = lead[0] in "pTrgte" and lead.count(",") == 0
    if lead[0] == "s" and low[begin + len(body) - len(lead)] in ("as", "when", "while", "after", "if", "because", "since", "although", "though", "once", "where"):
        introduction = lead.count(",") == 0
    if introduction:
        return None
    if len(lead) >= 3 and set(lead) & set("xvbe"):
        return (begin, stop)
    return (begin, stop) if report.after < len(tags) and tags[report.after] == "," else None


_BOUNDING = frozenset(("clause", "addressee", "attempt", "judgement", "naming"))
_SUBORDINATE = frozenset(("while", "when", "after", "although", "though", "as", "if", "because", "since", "once", "before", "whereas", "until"))
_ASIDE = frozenset(("while", "whereas", "although", "though", "which", "who", "whose", "whom", "where"))


def _bound(unit: Unit, reports: list[Report]) -> None:
    """End each report's text where the next cue of the same level begins, or the outlet speaks on."""
    tags = unit.tags
    for n, report in enumerate(reports):
        if report.right is None:
            continue
        begin, end = report.right
        if report.relative:
            end = _relative_end(unit, report, begin, end)
        end = _own_end(unit, report, begin, end)
        for later in reports[n + 1 :]:
            cut = later.start
            if not begin < cut < end or later.kind == "noun":
                continue
            if not _same_form(unit, report, later) and (not later.frames & _BOUNDING or not later.complement):
                continue
            coordinate = later.shared and tags[cut] != "t" or _same_form(unit, report, later)
            joined = tags[cut - 1] in ";c" and later.left is None and later.right is not None
            if coordinate or joined or later.kind == "dash":
                end = cut
                break
        while end > begin and tags[end - 1] in ",;-.c:":
            end -= 1
        report.right = (begin, end) if end > begin else None


def _same_form(unit: Unit, report: Report, later: Report) -> bool:
    """Whether a later cue is joined to this one by "and", in the same form ("said … and accused")."""
    if not later.shared or unit.tags[later.start] != "c" or report.verb is None or later.verb is None:
        return False
    return report.verb.form == later.verb.form in ("d", "s")


def _speaks_on(tags: str, k: int) -> bool:
    """Whether the conjunction at `k` joins a verb or a new subject pronoun."""
    at = k + 1
    while at < len(tags) and tags[at] in "rx":
        at += 1
    return tags[at : at + 1] in ("v", "b", "e") or (tags[at : at + 1] == "h" and k > 0 and tags[k - 1] == ",")


def _relative_end(unit: Unit, report: Report, begin: int, end: int) -> int:
    """The end of what a cue in a relative clause reports: the comma before the main verb."""
    tags = unit.tags
    if report.start == 0 or tags[report.start - 1] != ",":
        return end
    comma = tags.find(",", begin, end)
    while comma != -1:
        if tags[comma + 1 : comma + 2] not in ("q", "s", "c", "P", "n", "C") or comma + 1 == end:
            return comma
        comma = tags.find(",", comma + 1, end)
    return end


def _own_end(unit: Unit, report: Report, begin: int, end: int) -> int:
    """Where the outlet's own words go on: after the first comma of an object, before ", while", ", which"."""
    tags, low = unit.tags, unit.low
    lead = 1 if tags[:1] == "c" else 0
    subordinate = tags[lead : lead + 1] == "s" and low[lead] in _SUBORDINATE and "," not in tags[lead : report.start]
    for k in range(begin + 1, end - 1):
        if tags[k] == "," and report.complement in ("object", "infinitive") and "q" not in tags[k:end]:
            return k
        if low[k] == "but" and "q" not in tags[k:end] and _speaks_on(tags, k):
            return k
        if subordinate and tags[k] == "," and tags[k + 1] in "hPdnC" and "q" not in tags[k:end]:
            return k
        if tags[k] in ",-" and low[k + 1] in _ASIDE and "q" not in tags[k:end] and k - begin > 3:
            return k
        if tags[k] == "s" and report.complement == "object" and low[k] in _TIME_CLAUSE - {"as"} and "q" not in tags[k:end]:
            return k
    return end
