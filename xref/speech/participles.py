"""Verb forms that report without being finite: infinitives and participles."""

from xref.language.phrases import Range, phrase_after, phrase_before
from xref.language.subjects import left_subject
from xref.language.verbs import Verb
from xref.speech.grammar import SpeechGrammar
from xref.speech.report import Report
from xref.speech.tokens import Unit

_QUOTED_REACH = 12


def infinitive(unit: Unit, k: int, to: int, verb: Verb, grammar: SpeechGrammar) -> Report | None:
    """An infinitive ("went on to say"): only beside a quotation or a that-clause."""
    tags, low = unit.tags, unit.low
    reach = 10 if verb.takes & {"naming", "judgement"} else 3
    beside = "q" in tags[k + 1 : k + 1 + reach] or tags[k + 1 : k + 2] == ":"
    if not (beside or low[k + 1 : k + 2] == ["that"]):
        return None
    if not verb.takes & {"clause", "naming", "judgement"}:
        return None
    if to and low[to - 1] in grammar.words.no_report_to:
        return None
    return Report((k, k + 1), verb, "participle", None, to, k + 1, shared=True)


def participle(
    unit: Unit, k: int, j: int, before: str, verb: Verb, grammar: SpeechGrammar
) -> Report | None:
    """A participle in -ing; where it has no subject of its own, the sentence lends it one."""
    low = unit.low
    if before == "s" and low[j] == "as" and verb.lemma == "say":
        quoted = _quoted_as(unit, k, j, verb, grammar)
        if quoted is not None:
            return quoted
    if before == "v" and (heard := _heard(unit, k, j, verb, grammar)) is not None:
        return heard
    if before in "dyvot" or (before in "ps" and low[j] not in grammar.words.before_participles):
        return None
    report = Report((k, k + 1), verb, "participle", None, j + 1, k + 1, shared=True)
    if before in "pcs":
        report.start = j
    elif before in "Pnh" and j > 0:
        phrase = (j, j + 1) if before == "h" else phrase_before(unit, j + 1, grammar)
        if phrase is not None:
            _own_subject(unit, k, j, phrase, before, report, grammar)
    return report


def _heard(unit: Unit, k: int, j: int, verb: Verb, grammar: SpeechGrammar) -> Report | None:
    """Words that somebody is heard to say ("a man can be heard shouting, “Go back”")."""
    first = j
    while first > 0 and unit.tags[first - 1] in "xr":
        first -= 1
    if grammar.verbs[unit.low[j]].lemma != "hear" or first in (0, j):
        return None
    subject = left_subject(unit, first - 1, grammar)
    return Report((k, k + 1), verb, "verb", subject, subject[0], k + 1) if subject else None


def _own_subject(
    unit: Unit, k: int, j: int, phrase: Range, before: str, report: Report, grammar: SpeechGrammar
) -> None:
    """Give a participle the phrase right before it: "with Lee saying", "a sign reading"."""
    tags, low = unit.tags, unit.low
    lead = low[phrase[0] - 1] if phrase[0] else ""
    mark = tags.find(",q", k, k + _QUOTED_REACH)
    quote = "q" in tags[k + 1 : k + 4] or (mark != -1 and not set(tags[k + 1 : mark]) & set("vxb"))
    if quote and before == "P" and "of" in low[phrase[0] : phrase[1]]:
        name = j - low[phrase[0] : phrase[1]][::-1].index("of") + 1
        phrase, lead = (name, phrase[1]), "of"  # "footage of |Ann Lee| saying"
    issued = low[j] in grammar.noun_cues or low[j].removesuffix("s") in grammar.noun_cues
    speaks = low[j] in grammar.documents or (quote and grammar.speaks(low[j]))
    if lead == "with":
        begin = _outer_with(unit, phrase[0] - 1)
        report.start = begin
        if begin + 1 < phrase[0]:
            phrase = (begin + 1, phrase_after(unit, begin + 1, grammar))
    elif (quote and before == "P" and lead == "of") or (speaks and not issued):
        report.start = phrase[0]
    else:
        return
    report.subject, report.shared = phrase, False


def _outer_with(unit: Unit, at: int) -> int:
    """The "with" that opens the clause ("— |with| its envoy at the talks with Ostria saying")."""
    for k in range(at - 1, max(0, at - _QUOTED_REACH), -1):
        if unit.tags[k] in ",;-q":
            break
        if unit.low[k] == "with" and unit.tags[k - 1] in ",-":
            return k
    return at


def _quoted_as(unit: Unit, k: int, j: int, verb: Verb, grammar: SpeechGrammar) -> Report | None:
    """Words that somebody passes on: "Meridian quoted the general as saying"."""
    low, words = unit.low, grammar.words
    for at in range(j - 1, max(-1, j - _QUOTED_REACH), -1):
        if low[at] not in ("quoted", "cited", "quotes", "quoting"):
            continue
        if at and low[at - 1] in words.passive_auxiliaries:
            subject = left_subject(unit, at - 2, grammar) if at > 1 else None
            through = None
            if low[at + 1 : at + 2] == ["by"]:
                through = (at + 2, phrase_after(unit, at + 2, grammar))
        elif phrase_after(unit, at + 1, grammar) > at + 1:
            subject = (at + 1, phrase_after(unit, at + 1, grammar))
            through = left_subject(unit, at - 1, grammar) if at else None
        else:
            return None
        if subject is None:
            return None
        start = min(at, subject[0])
        return Report((at, k + 1), verb, "verb", subject, start, k + 1, through=through)
    return None
