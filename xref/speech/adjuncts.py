"""Time, place, medium and hearer between a cue and what it reports."""

from xref.language.phrases import Range, phrase_after
from xref.speech.grammar import SpeechGrammar
from xref.speech.report import Report
from xref.speech.tokens import Unit

_SOFT = frozenset(
    (
        *("about", "around", "over", "under", "nearly", "almost", "roughly", "some", "only"),
        *("just", "between", "up to", "at least", "at most", "as many as", "as few as"),
        *("approximately", "close to", "well over", "an estimated", "more than"),
        *("fewer than", "less than"),
    )
)
"""Words that only soften the number behind them: "said |about 40| boats sank"."""
_SOFT_STARTS = frozenset(words.split()[0] for words in _SOFT)
_CHANNELS = frozenset(("in", "on", "at", "during", "via"))
_ASKING = frozenset(("ask", "warn", "urge", "promise"))


def skip_adjuncts(unit: Unit, report: Report, grammar: SpeechGrammar) -> int:
    """Step over time, place, medium and hearer between a cue and what it reports."""
    tags = unit.tags
    size = len(tags)
    at = report.after
    if report.inverted and tags[at : at + 1] == ",":
        at = _after_apposition(unit, at)
    while at < size and not softens(unit, at):
        reached = _adjunct_end(unit, report, at, grammar)
        if reached == at:
            break
        at = reached
    return at


def softens(unit: Unit, at: int) -> bool:
    """Whether words at `at` only soften the number right behind them ("at least 40")."""
    if unit.low[at] not in _SOFT_STARTS:
        return False
    return any(
        " ".join(unit.low[at : at + size]) in _SOFT and unit.tags[at + size : at + size + 1] == "C"
        for size in (1, 2, 3)
    )


def _adjunct_end(unit: Unit, report: Report, at: int, grammar: SpeechGrammar) -> int:
    """The end of the one adjunct that begins at `at`; `at` where none does."""
    tags, low = unit.tags, unit.low
    tag = tags[at]
    frames = report.frames
    speaking = bool(frames & {"clause", "manner"}) and not frames & {"naming", "topic"}
    if tag == "r" and (low[at] == "there" or tags[at + 1 : at + 2] == "g"):
        return at  # "called for |immediately closing| it"
    if tag in "rT":
        end = at + 1
        while end < len(tags) and tags[end] in "TC" and tags[end - 1] == "T":
            end += 1
        return end
    if tag == "d" and low[at] == "this" and tags[at + 1 : at + 2] == "T":
        return at + 2
    if tag == "," and tags[at - 1] == "P" and "p" in tags[report.after : at]:
        return _region_end(tags, at)
    if tag == "-" and tags[at + 1 : at + 3] == "r-":
        return at + 3
    if tag == "(":
        closing = tags.find(")", at)
        return closing + 1 if closing != -1 and closing - at < 12 else at
    if (
        report.addressee is None
        and not report.inverted
        and tag in "oPndQ"
        and "addressee" in frames
    ):
        return _hearer_end(unit, report, at, grammar)
    if tag == "t" and speaking and tags[at + 1 : at + 2] in ("o", "P", "d", "n"):
        end = at + 2 if tags[at + 1] == "o" else phrase_after(unit, at + 1, grammar)
        head = end - 1
        if end > at + 1 and (tags[head] in "oP" or grammar.speaks(low[head])):
            report.addressee = (at + 1, end)
            return end
    elif tag == "p" and speaking and low[at] in grammar.words.adjuncts:
        end = _prepositional_end(unit, at, grammar)
        inside = tags[at + 1 : end]
        when = not inside.strip("TC,")
        where = low[at] in ("in", "at") and not inside.strip("P")
        if end > at and report.medium is None and low[at] in _CHANNELS and not (when or where):
            report.medium = (at, end)
        return end
    return at


def opening_medium(unit: Unit, report: Report, grammar: SpeechGrammar) -> Range | None:
    """The medium that opens the sentence, before the speaker ("In a letter, residents said …")."""
    if not unit.low or unit.low[0] not in _CHANNELS or report.subject is None:
        return None
    end = _prepositional_end(unit, 0, grammar)
    before = end <= min(report.start, report.subject[0])
    return (0, end) if before and not grammar.media.isdisjoint(unit.low[1:end]) else None


def _region_end(tags: str, comma: int) -> int:
    """The end of the region after a place ("in Salem, New Hampshire, on Monday"), else `comma`."""
    end = comma + 1
    while tags[end : end + 1] == "P":
        end += 1
    if end == comma + 1 or tags[end : end + 1] not in tuple("pTs,"):
        return comma
    return end + 1 if tags[end] == "," and tags[end + 1 : end + 2] in tuple("pTs") else end


def _hearer_end(unit: Unit, report: Report, at: int, grammar: SpeechGrammar) -> int:
    """The end of whoever is told something; `at` where nobody is."""
    tags, low = unit.tags, unit.low
    assert report.verb is not None
    pronoun = tags[at] == "o"
    end = at + 1 if pronoun or tags[at] == "Q" else phrase_after(unit, at, grammar)
    hears = pronoun or report.verb.lemma in grammar.words.telling
    clear = low[end : end + 1] == ["that"] or tags[end : end + 1] in tuple("qt,:spT")
    if end == at or not (hears or clear):
        return at
    if report.verb.lemma in _ASKING and not clear and not pronoun:
        return at
    report.addressee = (at, end)
    while end < len(tags) and tags[end] in "yQ":
        end += 1
    return end


def _prepositional_end(unit: Unit, at: int, grammar: SpeechGrammar) -> int:
    """The end of the prepositional phrase at `at`; `at` where it is none."""
    tags = unit.tags
    size = len(tags)
    begin = at + 1
    if tags[begin : begin + 1] == "g":
        begin += 1
        while begin < size and tags[begin] in "rp":
            begin += 1
    elif tags[begin : begin + 1] == "T":
        if tags[begin + 1 : begin + 2] != "y":
            return begin + 1
        begin += 2
    end = phrase_after(unit, begin, grammar)
    if end == begin and tags[begin : begin + 1] == "o":
        end = begin + 1
    if end == begin and begin == at + 1:
        return at
    while end < size and tags[end] in "yQ":
        end += 1
    return end


def _after_apposition(unit: Unit, comma: int) -> int:
    """Step over ", a professor of law," after an inverted speaker."""
    tags = unit.tags
    size = len(tags)
    if tags[comma + 1 : comma + 2] not in tuple("dCPnrcehs") and unit.low[
        comma + 1 : comma + 2
    ] != ["of"]:
        return comma
    end = comma + 1
    for _ in range(4):
        while end < size and tags[end] not in ",q.;:":
            end += 1
        if not (tags[end : end + 1] == "," and tags[end + 1 : end + 2] in ("P", "d", "n")):
            break
        end += 1
    return end
