"""Verbs that report, each with its subject: left of it, across an apposition, or right of it."""

from xref.language.phrases import Range, phrase_after, phrase_before
from xref.language.subjects import left_subject, subject_across_commas
from xref.language.verbs import Verb
from xref.speech.grammar import SpeechGrammar
from xref.speech.participles import infinitive, participle
from xref.speech.report import Report
from xref.speech.terms import TITLE
from xref.speech.tokens import Unit

_AGENT_REACH = 14


def verbal(unit: Unit, k: int, grammar: SpeechGrammar) -> Report | None:
    """The report that the verb at `k` makes, or ``None`` where it makes none."""
    tags, low, words = unit.tags, unit.low, grammar.words
    verb = grammar.verbs[low[k]]
    j = k - 1
    passive = modal = aux = False
    while j >= 0 and tags[j] in "xr":
        if tags[j] == "x":
            aux = True
            passive = passive or low[j] in words.passive_auxiliaries
            modal = modal or low[j] in words.modals
        j -= 1
    if j > 0 and tags[j] == "T":
        while j > 0 and tags[j] in "TC":
            j -= 1
        j -= tags[j] == "p" or (tags[j] == "e" and tags[j - 1] == "n")
    if j == k - 1 and j > 0 and tags[j] == "y" and tags[j - 1] == "h":
        j, passive = j - 1, True
    if verb.form in "dn" and passive:
        return _passive(unit, k, max(j, 0), verb, grammar)
    if (verb.form == "n" and not aux) or (verb.form == "s" and aux):
        return None
    before = tags[j] if j >= 0 else "^"
    if before == "t":
        return infinitive(unit, k, j, verb, grammar) if verb.form == "b" else None
    if verb.form == "g" and not passive:
        return participle(unit, k, j, before, verb, grammar)
    first = j + 1
    while first < k and tags[first] in "rpTCe":
        first += 1
    report = _finite(unit, k, j, before, (first, k + 1), verb, aux, grammar)
    if report is not None:
        report.modal = modal
    return report


def _finite(
    unit: Unit,
    k: int,
    j: int,
    before: str,
    cue: Range,
    verb: Verb,
    aux: bool,
    grammar: SpeechGrammar,
) -> Report | None:
    """A finite verb: where its subject stands depends on what is `before` it, at `j`."""
    tags, low = unit.tags, unit.low
    if before in "hPnCeQ)" or (before == "d" and low[j] in grammar.words.quantifiers):
        return _after_subject(unit, k, j, cue, verb, aux, grammar)
    if before == "o" and j and low[j] in ("himself", "herself", "themselves"):
        return _after_subject(unit, k, j - 1, cue, verb, True, grammar)
    if before in "q,-.^:;" or (before == "s" and low[j] == "as"):
        return _beside_mark(unit, k, j, before, cue, verb, grammar)
    if before == "c":
        if verb.form == "b" and not aux:
            return None
        return Report(cue, verb, "verb", None, j, k + 1, shared=True)
    if before == "s" and low[j] in ("which", "that") and j:
        end = j - 1 if tags[j - 1] == "," else j
        while end > 1 and tags[end - 1] == "T":
            end -= 1
        subject = phrase_before(unit, end, grammar)
        bare = verb.form in "sb" and not aux
        if subject is None or (bare and not _agrees(unit, subject, k, verb, grammar)):
            return None
        return Report(cue, verb, "verb", subject, j, k + 1, relative=True)
    return None


def _passive(unit: Unit, k: int, j: int, verb: Verb, grammar: SpeechGrammar) -> Report | None:
    """A passive ("was called a “menace” by Lee"): only where the agent is told."""
    if not verb.takes & {"naming", "judgement"}:
        return None
    tags, low = unit.tags, unit.low
    for at in range(k + 1, min(k + _AGENT_REACH, len(low))):
        if low[at] == "by" and tags[at] == "p":
            end = phrase_after(unit, at + 1, grammar)
            if end > at + 1:
                report = Report((k, k + 1), verb, "passive", (at + 1, end), j, k + 1)
                report.right = (k + 1, at) if at > k + 1 else None
                report.complement = "quote" if "q" in tags[k + 1 : at] else ""
                return report
        if tags[at] in ";:s":
            break
    return None


def _after_subject(
    unit: Unit, k: int, j: int, cue: Range, verb: Verb, aux: bool, grammar: SpeechGrammar
) -> Report | None:
    tags, low = unit.tags, unit.low
    subject = left_subject(unit, j, grammar)
    if subject is None and tags[j] == TITLE:
        subject = subject_across_commas(unit, j + 1, grammar)
    who = tags[j] == "h" and low[j] == "who"
    if subject is None:
        beside = who and "q" in tags[k : k + 3]
        return Report(cue, verb, "verb", None, j, k + 1, shared=True) if beside else None
    if _says_where(unit, subject, grammar):
        return Report(cue, verb, "verb", None, subject[0] - 2, k + 1, shared=True)
    start = j if who else subject[0]
    closing = start > 0 and tags[start - 1] == "q"
    if verb.form in "sb" and not (aux or closing or _agrees(unit, subject, k, verb, grammar)):
        return None
    if verb.form == "d" and not closing and _is_participle(unit, k, j, aux, verb, grammar):
        return None
    return Report(cue, verb, "verb", subject, start, k + 1, relative=who)


def _says_where(unit: Unit, subject: Range, grammar: SpeechGrammar) -> bool:
    """Whether what seems the subject only tells when or where ("but in a later interview said")."""
    at = subject[0] - 2
    if at < 0 or unit.tags[at : at + 2] != "cp" or unit.tags[subject[1] - 1] != "n":
        return False
    return unit.low[at + 1] == "in" or not grammar.speaks(unit.low[subject[1] - 1])


def _is_participle(
    unit: Unit, k: int, j: int, aux: bool, verb: Verb, grammar: SpeechGrammar
) -> bool:
    """Whether a form in -ed only describes the noun before or after it ("the plan proposed")."""
    tags, low = unit.tags, unit.low
    following = tags[k + 1 : k + 2]
    if tags[j] == "C" and following in ("n", "P"):
        return True
    if low[k + 1 : k + 2] == ["by"] and tags[j] != "h" and verb.lemma != "say":
        return True
    if tags[j] != "n" or aux or grammar.speaks(low[j]) or low[k] in ("said", "told"):
        return False
    return following not in ("q", ":", "", "o", "h", "d") and low[k + 1 : k + 2] != ["that"]


def _agrees(unit: Unit, subject: Range, k: int, verb: Verb, grammar: SpeechGrammar) -> bool:
    """Whether a form that can be a noun ("claims", "report") is a verb of this subject."""
    tags, low, words = unit.tags, unit.low, grammar.words
    following = tags[k + 1] if k + 1 < len(tags) else "."
    word = low[k + 1] if k + 1 < len(low) else ""
    head, head_tag = low[subject[1] - 1], tags[subject[1] - 1]
    plural = head.endswith("s") or head_tag == "C" or "and" in low[subject[0] : subject[1]]
    plural = plural or head in words.quantifiers or head in words.plural_people
    pronoun = head in words.speaking_pronouns
    if verb.form == "b" and not plural and not pronoun:
        return False
    if pronoun or low[k] in ("says", "tells", "say"):
        return True
    if verb.form == "s" and verb.noun and _counts(unit, subject, grammar):
        return False
    if verb.form == "s" and word in verb.phrasal and tags[k + 2 : k + 3] == "q":
        return grammar.speaks(head) and not plural
    if following in "qho:" or (following == "s" and word in words.complementisers):
        return True
    if "that" in low[k + 1 : k + 7] and following == "p" and grammar.speaks(head):
        return True
    if subject[0] and tags[subject[0] - 1] == "," and following in ".,":
        return grammar.speaks(head) or head_tag == "P"
    if verb.noun and (head_tag == "n" or following != "d"):
        return False
    if verb.form == "s" and head_tag == "P":
        return following in "dPnCt," or (following == "p" and "judgement" in verb.takes)
    return following in ("d" if verb.form == "s" else "dPCn")


def _counts(unit: Unit, phrase: Range, grammar: SpeechGrammar) -> bool:
    """Whether a spelled number stands in the phrase ("the three Baltic |states|")."""
    return not grammar.words.numerals.isdisjoint(unit.low[phrase[0] : phrase[1]])


def _beside_mark(
    unit: Unit, k: int, j: int, before: str, cue: Range, verb: Verb, grammar: SpeechGrammar
) -> Report | None:
    """A verb after a quotation, comma or dash: inverted, across an apposition, or a second one."""
    if verb.form in "ds":
        right = _inverted(unit, k, before, verb, grammar)
        if right is not None:
            return Report(cue, verb, "verb", right, cue[0], right[1], inverted=True)
    elif verb.form == "b":
        across = subject_across_commas(unit, j, grammar) if before in ",-" else None
        if across is None or not unit.low[across[1] - 1].endswith("s"):
            return None
    if before in "s^.:;":
        return None
    if before == "q":
        return Report(cue, verb, "verb", None, cue[0], k + 1, shared=True)
    subject = subject_across_commas(unit, j, grammar) if j > 0 else None
    if subject is not None:
        return Report(cue, verb, "verb", subject, subject[0], k + 1)
    return Report(cue, verb, "verb", None, j, k + 1, shared=True) if before == "," else None


def _inverted(unit: Unit, k: int, before: str, verb: Verb, grammar: SpeechGrammar) -> Range | None:
    """The subject right of the verb: "…,” said Ann Lee, a professor"."""
    tags, low = unit.tags, unit.low
    at = k + 1
    while at < len(tags) and tags[at] == "r":
        at += 1
    described = tags[at : at + 1] == "g" and tags[at + 1 : at + 2] in ("n", "P")
    if at >= len(tags) or not (tags[at] in "PndChe" or described) or low[k + 1] in verb.phrasal:
        return None
    end = phrase_after(unit, at, grammar)
    if end == at and low[at] in grammar.words.quantifiers:
        end = at + 1
    if end == at:
        return None
    following = tags[end] if end < len(tags) else "."
    if before == "q":
        taken = low[end : end + 1] == ["as"] and "naming" in verb.takes and tags[at] != "P"
        return (at, end) if not (taken or (following in "xbv" and tags[at] == "h")) else None
    if before == "^":
        return (at, end) if following in ":.q" else None
    if verb.lemma == "tell" or low[end : end + 1] == ["that"]:
        return None
    ends = following in ".,-q;:)(Tps" or (following in "gcrh" and tags[at] == "P")
    if not ends or (before == "," and _closes_apposition(unit, k, grammar)):
        return None
    if before in ",-" and tags[at] != "P" and verb.lemma != "say":
        return (at, end) if any(grammar.speaks(word) for word in low[at:end]) else None
    if before == "," and tags[at] != "P" and following not in ".,:(":
        clause = set(tags[:k]) & set("xvb")
        known = tags[end - 1] == "P" or grammar.speaks(low[end - 1])
        return (at, end) if clause and known and verb.lemma == "say" else None
    return at, end


def _closes_apposition(unit: Unit, k: int, grammar: SpeechGrammar) -> bool:
    """Whether the comma before the verb closes an interpolation after the sentence's subject."""
    tags = unit.tags
    comma = tags.rfind(",", 0, k)
    if comma and tags[comma - 1] == "q":
        return False
    subject = subject_across_commas(unit, comma, grammar)
    if subject is None or subject[1] >= comma:
        return False
    relative = unit.low[subject[1] + 1 : subject[1] + 2] == ["who"]
    return tags[subject[1]] in ",-(" and (subject[0] <= 1 or relative)
