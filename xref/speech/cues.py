"""Cues in a sentence: which words report, and who their subject is."""

from dataclasses import dataclass, field

from xref.speech.grammar import CueVerb, SpeechGrammar
from xref.speech.phrases import phrase_after, phrase_before, subject_across_commas, subject_of
from xref.speech.tokens import Unit

_PASSIVE = frozenset(("is", "was", "are", "were", "be", "been", "being", "get", "got", "'s", "'re", "am", "'m"))
_MODAL = frozenset(
    "will would can could may might must should shall do does did don't doesn't didn't won't wouldn't "
    "can't couldn't 'd 'll cannot".split()
)
_PRONOUNS = frozenset("he she they it we i you who everyone one others".split())
_QUANTIFIERS = frozenset(("both", "some", "many", "most", "others", "all", "few", "several", "those", "another", "either", "neither"))
_BESIDE_PARTICIPLE = frozenset(("by", "while", "before", "after", "in", "when", "and", "but", "then", "with"))
_COMPLEMENTISERS = frozenset(("that", "whether", "how", "why", "what", "if", "when", "where", "who"))


@dataclass(slots=True)
class Report:
    """One cue of a unit; token ranges are half-open.

    `subject` is the speaker's phrase, ``None`` where none was found; `start` where the cue's clause begins.
    `left` is the reported text before the cue, `right` after it; `complement` tells what follows: ``that``,
    ``quote``, ``clause``, ``object``, ``infinitive`` or nothing. `shared`: the subject was taken over from
    elsewhere in the sentence; `inverted`: it follows the verb. `frames` are the constructions that hold here,
    `relative` tells a cue in a relative clause, `modal` one that is not told as a fact ("would say"). `after` is where the cue's own words end.
    """

    cue: tuple[int, int]
    verb: CueVerb | None
    kind: str
    subject: tuple[int, int] | None
    start: int
    after: int
    shared: bool = False
    inverted: bool = False
    left: tuple[int, int] | None = None
    right: tuple[int, int] | None = None
    complement: str = ""
    addressee: tuple[int, int] | None = None
    medium: tuple[int, int] | None = None
    quotes: list[int] = field(default_factory=list)
    frames: frozenset[str] = frozenset(("clause",))
    relative: bool = False
    modal: bool = False


def find_cues(unit: Unit, grammar: SpeechGrammar) -> list[Report]:
    """The cues of a unit from left to right, each with its subject where one is found."""
    reports: list[Report] = []
    tags, low = unit.tags, unit.low
    closer = -1
    for k, tag in enumerate(tags):
        report = None
        if tag == "v":
            report = _verbal(unit, k, reports, grammar)
        elif tag == "n" and low[k] in grammar.noun_cues:
            report = _nominal(unit, k, grammar)
        elif tag == "q":
            closer = k
        elif tag == ":" and tags[k + 1 : k + 2] == "q":
            report = _colon(unit, k, reports, grammar)
        elif tag == "-" and k and tags[k - 1] == "q":
            report = _sign_off(unit, k, grammar)
        elif tag not in "PdhnC" or closer < 0:
            if low[k] == "according" and low[k + 1 : k + 2] == ["to"]:
                report = _according(unit, k, grammar)
            elif tag == "n" and low[k] == "according":
                continue
        if report is None and low[k] == "according" and low[k + 1 : k + 2] == ["to"]:
            report = _according(unit, k, grammar)
        if report is not None and (not reports or reports[-1].cue != report.cue):
            reports.append(report)
    _unlisted(unit, reports, grammar)
    _settle_shared(unit, reports, grammar)
    return reports


def _according(unit: Unit, k: int, grammar: SpeechGrammar) -> Report | None:
    end = phrase_after(unit, k + 2, grammar)
    if end == k + 2:
        return None
    after = end
    if unit.tags[end : end + 1] in ("h", "s", "e", "g", "p", "t", "v") and unit.low[end] != "that":
        while after < len(unit.tags) and unit.tags[after] not in ",.;:q-":
            after += 1
    return Report((k, k + 2), None, "according", (k + 2, end), k, after)


def _colon(unit: Unit, k: int, reports: list[Report], grammar: SpeechGrammar) -> Report | None:
    """A colon that leads in a quotation where no verb does: "The verdict of Ann Lee: “…”"."""
    if reports and reports[-1].kind in ("verb", "participle", "according", "noun"):
        return None
    tags = unit.tags
    subject = phrase_before(unit, k, grammar) if tags[k - 1 : k] == "P" else None
    if subject is None or (subject[0] and tags[subject[0] - 1] not in "-.q"):
        subject = subject_of(unit, grammar)
    if subject is None or subject[0] >= k:
        return None
    return Report((k, k + 1), None, "colon", subject, k, k + 1)


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
    while j >= 0 and tags[j] in "nregP" and k - j < 4:
        j -= 1
    if j < 0:
        return None
    if tags[j] == "y":
        owner = phrase_before(unit, j, grammar)
    elif tags[j] == "d" and low[j] in ("his", "her", "their", "its", "my", "our"):
        owner = (j, j + 1)
    else:
        return None
    if owner is None:
        return None
    return Report((k, k + 1), None, "noun", owner, owner[0], k + 1)


def _verbal(unit: Unit, k: int, reports: list[Report], grammar: SpeechGrammar) -> Report | None:
    tags, low = unit.tags, unit.low
    verb = grammar.verbs[low[k]]
    if not verb.frames and (k + 1 >= len(low) or low[k + 1] not in verb.phrasal):
        return None
    j = k - 1
    be = modal = aux = False
    while j >= 0 and tags[j] in "xr":
        if tags[j] == "x":
            aux = True
            be = be or low[j] in _PASSIVE
            modal = modal or low[j] in _MODAL
        j -= 1
    if j > 0 and tags[j] == "T":
        while j > 0 and tags[j] in "TC":
            j -= 1
        j -= tags[j] == "p"
    if j == k - 1 and j > 0 and tags[j] == "y" and tags[j - 1] == "h":
        j, be = j - 1, True
    if verb.form in "dn" and be:
        return _passive(unit, k, j, verb, grammar)
    if verb.form == "n" and not aux:
        return None
    before = tags[j] if j >= 0 else "^"
    first = j + 1
    while first < k and tags[first] in "rpTC":
        first += 1
    if before == "t":
        return _infinitive(unit, k, j, verb, grammar) if verb.form == "b" else None
    if verb.form == "g" and not be:
        return _participle(unit, k, j, before, verb, grammar)
    cue = (first, k + 1)
    if before in "hPnCeQ)" or (before == "d" and low[j] in _QUANTIFIERS):
        report = _with_left_subject(unit, k, j, cue, verb, modal or aux, grammar)
        if report is not None:
            report.modal = modal
        return report
    if before == "o" and j and low[j] in ("himself", "herself", "themselves"):
        return _with_left_subject(unit, k, j - 1, cue, verb, True, grammar)
    if before in "q,-.^:;" or (before == "s" and low[j] == "as"):
        return _beside_mark(unit, k, j, before, cue, verb, grammar)
    if before == "c":
        if verb.form == "b" and not modal:
            return None
        return Report(cue, verb, "verb", None, j, k + 1, shared=True)
    if before == "s" and low[j] in ("which", "that") and j:
        end = j - 1 if tags[j - 1] == "," else j
        while end > 1 and tags[end - 1] == "T":
            end -= 1
        subject = phrase_before(unit, end, grammar)
        if subject is None or (verb.form in "sb" and not aux and not _agrees(unit, subject, k, verb, grammar)):
            return None
        return Report(cue, verb, "verb", subject, j, k + 1, relative=True)
    return None


def _passive(unit: Unit, k: int, j: int, verb: CueVerb, grammar: SpeechGrammar) -> Report | None:
    """ "was called a “menace” by Lee": only where the agent is told."""
    if "naming" not in verb.frames and "judgement" not in verb.frames:
        return None
    tags, low = unit.tags, unit.low
    for at in range(k + 1, min(k + 14, len(low))):
        if low[at] == "by" and tags[at] == "p":
            end = phrase_after(unit, at + 1, grammar)
            if end > at + 1:
                report = Report((k, k + 1), verb, "passive", (at + 1, end), max(j, 0), k + 1)
                report.right = (k + 1, at)
                report.complement = "quote" if "q" in tags[k + 1 : at] else ""
                return report
        if tags[at] in ";:s":
            break
    return None


def _with_left_subject(
    unit: Unit, k: int, j: int, cue: tuple[int, int], verb: CueVerb, aux: bool, grammar: SpeechGrammar
) -> Report | None:
    tags, low = unit.tags, unit.low
    subject = _left_subject(unit, j, grammar)
    if subject is None:
        if tags[j] == "h" and low[j] == "who" and "q" in tags[k : k + 3]:
            return Report(cue, verb, "verb", None, j, k + 1, shared=True)
        return None
    start = subject[0] if tags[j] != "h" or low[j] != "who" else j
    closing = start > 0 and tags[start - 1] == "q"
    if verb.form in "sb" and not aux and not closing and not _agrees(unit, subject, k, verb, grammar):
        return None
    if verb.form == "d":
        if tags[j] == "C" and tags[k + 1 : k + 2] in ("n", "P"):
            return None
        if low[k + 1 : k + 2] == ["by"] and tags[j] != "h" and not closing and verb.lemma != "say":
            return None
        if tags[j] in "n" and not aux and not closing and not _can_speak(unit, j, k, grammar):
            return None
    return Report(cue, verb, "verb", subject, start, k + 1, relative=low[j] == "who" or (subject[1] <= j and tags[j] != ")"))


def _can_speak(unit: Unit, j: int, k: int, grammar: SpeechGrammar) -> bool:
    """Whether the noun before a past tense can be its subject, so that this is no participle ("the plan proposed")."""
    low, tags = unit.low, unit.tags
    word = low[j]
    known = (
        word in grammar.anonymous
        or word in grammar.roles
        or word in grammar.organisations
        or word in grammar.documents
        or word in grammar.spokespersons
    )
    following = tags[k + 1 : k + 2]
    if known:
        return True
    return following in ("q", ":", "", "o", "h", "d") or low[k + 1 : k + 2] == ["that"] or low[k] in ("said", "told")


def _left_subject(unit: Unit, j: int, grammar: SpeechGrammar) -> tuple[int, int] | None:
    """The subject whose last token is `j`; a relative "who" stands for its antecedent."""
    tags, low = unit.tags, unit.low
    if tags[j] == ")":
        opening = tags.rfind("(", 0, j)
        return _left_subject(unit, opening - 1, grammar) if opening > 0 else None
    if tags[j] == "h" and low[j] == "who":
        if j and tags[j - 1] in ",-":
            if tags[j - 2 : j - 1] == "q":
                return None
            return _nearest(unit, phrase_before(unit, j - 1, grammar)) or subject_across_commas(unit, j - 1, grammar)
        return _nearest(unit, phrase_before(unit, j, grammar)) or (j, j + 1)
    if tags[j] == "h":
        return (j, j + 1)
    end = j + 1
    while end > 1 and tags[end - 1] == "e" and tags[end - 2] in "nPdC":
        end -= 1
    if tags[end - 1] == "d":
        return (end - 1, end) if low[end - 1] in _QUANTIFIERS else None
    phrase = phrase_before(unit, end, grammar)
    if phrase is None:
        return None
    return _antecedent(unit, phrase[0], grammar) or phrase


def _nearest(unit: Unit, phrase: tuple[int, int] | None) -> tuple[int, int] | None:
    """The part of a phrase that a following "who" means: the name that ends it, else the whole."""
    if phrase is None or unit.tags[phrase[1] - 1] != "P":
        return phrase
    for k in range(phrase[1] - 1, phrase[0], -1):
        if unit.tags[k] in "pt":
            return (k + 1, phrase[1]) if phrase[1] - k > 2 else phrase
    return phrase


def _antecedent(unit: Unit, at: int, grammar: SpeechGrammar) -> tuple[int, int] | None:
    """The noun phrase before the relative clause that the phrase at `at` ends ("an aide who knows the plan said")."""
    tags, low = unit.tags, unit.low
    if at < 2 or tags[at - 1] not in "vtbgexprhs":
        return None
    for k in range(at - 1, max(0, at - 14), -1):
        if tags[k] in ",;:q-":
            return None
        relative = low[k] in ("who", "that", "which") and k < at - 1
        if relative and tags[k - 1] in "nPC,":
            return phrase_before(unit, k - 1 if tags[k - 1] == "," else k, grammar)
        if tags[k] == "s" or (tags[k] == "h" and low[k] != "who"):
            return None
    return None


def _agrees(unit: Unit, subject: tuple[int, int], k: int, verb: CueVerb, grammar: SpeechGrammar) -> bool:
    """Whether a form that doubles as a noun ("claims", "report") is a verb here."""
    tags, low = unit.tags, unit.low
    following = tags[k + 1] if k + 1 < len(tags) else "."
    head, head_tag = low[subject[1] - 1], tags[subject[1] - 1]
    plural = head.endswith("s") or head_tag == "C" or head in _QUANTIFIERS or head in ("people", "police", "men", "women", "media")
    plural = plural or "and" in low[subject[0] : subject[1]]
    if verb.form == "b" and not plural and head not in _PRONOUNS:
        return False
    if head in _PRONOUNS or low[k] in ("says", "tells", "say"):
        return True
    if following in "qho:" or (following == "s" and low[k + 1] in _COMPLEMENTISERS):
        return True
    if verb.noun and (head_tag == "n" or following not in "d"):
        return False
    if verb.form == "s":
        if head_tag == "P":
            return following in "dPnCt" or (following in "p" and "judgement" in verb.frames) or (following == "," and unit.title_case)
        return following == "d"
    return following in "dPCn"


def _beside_mark(
    unit: Unit, k: int, j: int, before: str, cue: tuple[int, int], verb: CueVerb, grammar: SpeechGrammar
) -> Report | None:
    """A verb right after a quotation, a comma or a dash: inverted, across an apposition, or a second predicate."""
    tags = unit.tags
    if verb.form in "ds":
        right = _inverted(unit, k, before, verb, grammar)
        if right is not None:
            start = cue[0]
            return Report(cue, verb, "verb", right, start, right[1], inverted=True)
    elif verb.form == "b" and not (before in ",-" and _plural_across(unit, j, grammar)):
        return None
    if before in "s^.:;":
        return None
    if before == "q":
        return Report(cue, verb, "verb", None, cue[0], k + 1, shared=True)
    if j > 0:
        subject = subject_across_commas(unit, j, grammar)
        if subject is not None:
            return Report(cue, verb, "verb", subject, subject[0], k + 1)
    if before == ",":
        return Report(cue, verb, "verb", None, j, k + 1, shared=True)
    return None


def _inverted(unit: Unit, k: int, before: str, verb: CueVerb, grammar: SpeechGrammar) -> tuple[int, int] | None:
    """The subject right of the verb: "…,” said Ann Lee, a professor"."""
    tags = unit.tags
    at = k + 1
    while at < len(tags) and tags[at] == "r":
        at += 1
    if at >= len(tags) or tags[at] not in "PndChe":
        return None
    end = phrase_after(unit, at, grammar)
    if end == at:
        return None
    following = tags[end] if end < len(tags) else "."
    if before == "q":
        return (at, end) if not (following in "xbv" and tags[at] == "h") else None
    if before == "^":
        return (at, end) if following in ":.q" else None
    ends = following in ".,-q;:)(Tps" or (following in "gcrh" and tags[at] == "P")
    if unit.low[end : end + 1] == ["that"] or verb.lemma == "tell":
        return None
    if not ends or (before == "," and _closes_apposition(unit, k, grammar)):
        return None
    if before == "," and tags[at] != "P" and following not in ".,:(":
        clause = set(unit.tags[:k]) & set("xvb")
        return (at, end) if clause and _speaks(unit, end - 1, grammar) and verb.lemma == "say" else None
    return (at, end)


def _speaks(unit: Unit, head: int, grammar: SpeechGrammar) -> bool:
    """Whether the noun at `head` is one of people or bodies."""
    word = unit.low[head]
    return unit.tags[head] == "P" or word in grammar.commons or word.removesuffix("s") in grammar.commons


def _plural_across(unit: Unit, mark: int, grammar: SpeechGrammar) -> bool:
    """Whether the subject before an interpolation that ends at `mark` is plural."""
    subject = subject_across_commas(unit, mark, grammar)
    return subject is not None and unit.low[subject[1] - 1].endswith("s")


def _closes_apposition(unit: Unit, k: int, grammar: SpeechGrammar) -> bool:
    """Whether the comma before the verb closes an interpolation after its subject."""
    tags = unit.tags
    comma = tags.rfind(",", 0, k)
    if comma and tags[comma - 1] == "q":
        return False
    subject = subject_across_commas(unit, comma, grammar)
    if subject is None or subject[1] >= comma:
        return False
    return tags[subject[1]] in ",-(" and subject[0] <= 1


def _infinitive(unit: Unit, k: int, to: int, verb: CueVerb, grammar: SpeechGrammar) -> Report | None:
    """ "went on to say", "took the stage to declare": only beside a quotation or a that-clause."""
    tags, low = unit.tags, unit.low
    reach = 10 if verb.frames & {"naming", "judgement"} else 3
    beside = "q" in tags[k + 1 : k + 1 + reach] or low[k + 1 : k + 2] == ["that"] or tags[k + 1 : k + 2] == ":"
    if not beside or not verb.frames & {"clause", "naming", "judgement"}:
        return None
    if to and low[to - 1] in (
        "declined", "refused", "failed", "wants", "wanted", "want", "have", "has", "had", "going", "not", "need", "needs"
    ):  # fmt: skip
        return None
    return Report((k, k + 1), verb, "participle", None, to, k + 1, shared=True)


def _participle(
    unit: Unit, k: int, j: int, before: str, verb: CueVerb, grammar: SpeechGrammar
) -> Report | None:
    """A participle in -ing; where it has no subject of its own, one is found when all cues are known."""
    tags, low = unit.tags, unit.low
    if before in "dyvot" or (before == "p" and low[j] not in _BESIDE_PARTICIPLE):
        return None
    if before == "s" and low[j] not in ("while", "when", "as", "than"):
        if low[j] == "as" and j and low[j - 1] == "quoted":
            return Report((k, k + 1), verb, "participle", None, j, k + 1, shared=True)
        return None
    subject = None
    start = j + 1
    if before in "Pnh" and j > 0:
        phrase = (j, j + 1) if before == "h" else phrase_before(unit, j + 1, grammar)
        if phrase is not None and phrase[0] > 0 and low[phrase[0] - 1] == "with":
            subject, start = phrase, phrase[0] - 1
        elif phrase is not None and before == "P" and low[phrase[0] - 1] == "of" and "q" in tags[k + 1 : k + 4]:
            subject, start = phrase, phrase[0]
        elif phrase is not None and low[j] not in grammar.noun_cues and low[j].removesuffix("s") not in grammar.noun_cues:
            if low[j] in grammar.documents or ("q" in tags[k + 1 : k + 3] and before == "n"):
                subject, start = phrase, phrase[0]
    elif before in "pcs":
        start = j
    return Report((k, k + 1), verb, "participle", subject, start, k + 1, shared=subject is None)


def _unlisted(unit: Unit, reports: list[Report], grammar: SpeechGrammar) -> None:
    """Take a short clause that follows a closing quotation for its cue, whatever its verb."""
    tags = unit.tags
    size = len(tags)
    for q in unit.quotes:
        if tags[q] != "q" or q not in unit.closing or (q and tags[q - 1] not in ",-;.)"):
            continue
        at = q + 1
        if at < size and tags[at] == ",":
            at += 1
        if at >= size or tags[at] not in "Pdhn":
            continue
        end = at + 1 if tags[at] == "h" else phrase_after(unit, at, grammar)
        if end <= at or end >= size:
            continue
        verb = end
        while verb < size and tags[verb] in "xr":
            verb += 1
        if verb >= size or tags[verb] not in "ebn" or any(at <= r.cue[0] <= verb + 1 for r in reports):
            continue
        if tags[verb] == "n" and not unit.low[verb].endswith(("s", "t", "d")):
            continue
        report = Report((verb, verb + 1), None, "unlisted", (at, end), at, verb + 1)
        reports.append(report)
    reports.sort(key=lambda r: r.cue)


def _settle_shared(unit: Unit, reports: list[Report], grammar: SpeechGrammar) -> None:
    """Give each cue without a subject that of the finite cue before it, else of the sentence."""
    for n, report in enumerate(reports):
        if report.subject is not None:
            continue
        earlier = [r for r in reports[:n] if r.subject is not None and r.kind in ("verb", "participle", "unlisted")]
        earlier = [r for r in earlier if not r.relative] or earlier
        later = [r for r in reports[n + 1 :] if r.subject is not None and r.kind in ("verb", "unlisted")]
        if earlier:
            report.subject = earlier[-1].subject
        elif later and report.start <= 1:
            report.subject = later[0].subject
        else:
            subject = subject_of(unit, grammar)
            if subject is not None and subject[1] <= report.cue[0]:
                report.subject = subject
