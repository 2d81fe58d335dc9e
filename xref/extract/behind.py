"""Who stands behind a statement: whoever its own verb names, else whoever is reported."""

import re
from bisect import bisect_right
from collections.abc import Container, Sequence
from typing import NamedTuple

from xref.extract.acts import StatementGrammar
from xref.extract.draft import Passage
from xref.model.claim import Act, Attribution, SourceType, Speaker, Statement
from xref.model.span import Span

_WORD = re.compile(r"[\w'’.&-]+|[,;:()\"“”]")
_BETWEEN = frozenset(
    [",", "which", "who", "has", "have", "had", "also", "again", "repeatedly", "strongly", "flatly"]
)
_PASSIVE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_IN_NAMES = frozenset(["the", "of"])
_DAY = re.compile(r"\s+(?:on |late |early )?(?:[A-Z][a-z]+day|this week|this month)\s*$")
_AUXILIARY = re.compile(r"\s+(?:has|have|had|also|again|now|repeatedly|[a-z]+ly)\s*$")
_OPENING = re.compile(
    r"(?:(?:But|And|Yet|Meanwhile|Still),? )?"
    r"((?:The )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*) (?=[a-z])"
)
"""The capitalised subject that opens a sentence."""
_NO_NAMES = frozenset(
    ["He", "She", "It", "They", "We", "I", "You", "But", "And", "Yet", "When", "While", "As", "In"]
)
_PREPOSITIONS = frozenset(["for", "of", "by", "in", "from", "without", "after", "before", "with"])
_CONTRACTED = re.compile(r"['’](?:re|m|s|ve)$")
_MARKS = frozenset([",", ";", ":", "(", ")", '"', "“", "”"])
_STOPS = _MARKS | {"that", "when", "while", "because", "but", "as", "and", "where"}
_LONGEST = 8
_NEAR = 3
"""Words behind "will" within which a word of consequence is what will be."""
_REACH = 160
"""Characters between a verb that passes something on and its words of consequence."""


class Found(NamedTuple):
    """A statement, the place of the words of its act, and that of the words of consequence.

    `agent`: its verb has somebody before it who does it; `told`: it is one only where it is
    reported.
    """

    value: Statement
    act: Span
    grave: int
    agent: bool
    told: bool


def source(
    passage: Passage,
    folded: str,
    found: Found,
    clause: Span,
    cues: Sequence[tuple[int, int, Attribution]],
    grammar: StatementGrammar,
) -> Attribution | None:
    """Who stands behind a statement.

    ``None`` where somebody accuses, finds or is passed on and the sentence does not tell who.

    Args:
        passage: that the statement stands in.
        folded: its text, folded.
        found: the statement.
        clause: its clause.
        cues: start, end and attribution of every cue of the passage, in order.
        grammar: the statement lexicon.
    """
    told = passage.speech.attribution_at(passage.field, Span(found.grave, found.grave + 1))
    if found.told:
        return None if told.type is SourceType.NONE else told
    own = found.agent or found.value.act is Act.DENIES
    k = bisect_right(cues, found.act.end, key=lambda c: c[0]) - 1
    cited = cues[k][2] if k >= 0 and cues[k][1] > found.act.start else None
    if cited is not None and cited.type is SourceType.NAMED:
        return cited
    doer = _subject(passage, clause, found.act, grammar.bodies) if own else None
    if doer is not None or cited is not None:
        return doer or cited
    doing = told.cue is not None and told.cue.span.overlaps(found.act)
    if told.type is not SourceType.NONE and (doing or not found.agent):
        return told
    said = grammar.sources.search(folded, clause.start, found.grave)
    if said is not None:
        return as_source(passage, Span(*said.span(1)), grammar.bodies)
    number = passage.sentence_number(clause.start)
    start = passage.sentences[number].start if number is not None else clause.start
    for teller in grammar.tellers.finditer(folded, max(start, found.grave - _REACH), found.grave):
        passed_on = phrase_before(passage, start, teller.start())
        if passed_on is not None:
            return as_source(passage, passed_on, grammar.bodies)
    if folded[found.act.start : found.act.end].split(maxsplit=1)[0].endswith("ing"):
        whose = _of_participle(passage, start, found.act.start)
        if whose is not None:
            return as_source(passage, whose, grammar.bodies)
    if own or grammar.reported.search(folded, start, found.grave):
        return None
    if told.type is SourceType.NONE and _said_of_much(passage, folded, found, grammar):
        return None
    return told


def _said_of_much(passage: Passage, folded: str, found: Found, grammar: StatementGrammar) -> bool:
    """Whether words that are said of much else are all that makes it grave.

    A word of little weight counts where it is right what is meant ("plans to attack"), and with
    "will" or "could" only where a state or a body does it. What may have been is no forecast, and
    what stands far behind "will" is none of what will be.
    """
    modal = folded[found.act.start : found.act.end] in grammar.modals
    if modal and (folded.startswith(" have ", found.act.end) or _far(folded, found)):
        return True
    if grammar.soft.match(folded, found.grave) is None:
        return False
    if found.grave != found.act.end + 1:
        return True
    if not modal:
        return found.value.act is not Act.INTENDS
    doer = _subject(passage, found.value.text_span, found.act, grammar.bodies)
    if doer is None or doer.speaker is None:
        return True
    last = doer.speaker.text.rsplit(maxsplit=1)[-1]
    return doer.type is not SourceType.ORGANISATION or last[0].islower()


def _far(folded: str, found: Found) -> bool:
    """Whether a word of consequence stands far behind "will", so that it is another's."""
    will = folded.startswith("will", found.act.start)
    return will and folded.count(" ", found.act.end, found.grave) > _NEAR


def _subject(
    passage: Passage, clause: Span, verb: Span, bodies: Container[str]
) -> Attribution | None:
    """The name before the verb, with its noun ("Elst officials"), also across ", which"."""
    start = passage.sentences[passage.sentence_number(clause.start) or 0].start
    end = _without_adjuncts(passage.text, start, verb.start)
    words = list(_WORD.finditer(passage.text, max(start, end - 400), end))
    while words and words[-1][0] in _BETWEEN:
        words.pop()
    if not words or words[-1][0] in _PASSIVE or words[-1][0] in _NO_NAMES:
        return None
    last = len(words)
    first = last - 1 if words and words[-1][0].islower() else last
    while first > 0 and (words[first - 1][0][0].isupper() or words[first - 1][0] in _IN_NAMES):
        first -= 1
    while first < last and words[first][0] == "of":
        first += 1
    if not any(word[0][0].isupper() for word in words[first:last]):
        return None
    if first > 0 and words[first - 1][0] in _PREPOSITIONS:
        return None
    return as_source(passage, Span(words[first].start(), words[last - 1].end()), bodies)


def _without_adjuncts(text: str, start: int, end: int) -> int:
    """Where a phrase ends that a verb at `end` follows, without "on Friday", "have", "flatly"."""
    for between in (_AUXILIARY, _DAY, _AUXILIARY):
        found = between.search(text, max(start, end - 40), end)
        end = found.start() + 1 if found else end
    return end


def phrase_before(passage: Passage, start: int, verb: int) -> Span | None:
    """The noun phrase before a verb, without what stands between ("on Friday", "have")."""
    end = _without_adjuncts(passage.text, start, verb)
    words = list(_WORD.finditer(passage.text, max(start, end - 120), end))
    first = len(words)
    while first > 0 and len(words) - first < _LONGEST and not _stops(words[first - 1][0]):
        first -= 1
    return Span(words[first].start(), words[-1].end()) if first < len(words) else None


def _stops(word: str) -> bool:
    """Whether no noun phrase goes on across a word: a mark, a dash, "that"."""
    return word in _STOPS or not any(map(str.isalnum, word))


def _of_participle(passage: Passage, start: int, verb: int) -> Span | None:
    """Whose participle it is: of the phrase right before, else of what opens the sentence."""
    near = phrase_before(passage, start, verb)
    last = _WORD.findall(passage.text, near.start, near.end)[-1].lower() if near else ""
    if near is not None and last not in _PREPOSITIONS and not _CONTRACTED.search(last):
        return near
    opening = _OPENING.match(passage.text, start, verb)
    return Span(*opening.span(1)) if opening and opening[1] not in _NO_NAMES else None


def as_source(passage: Passage, mention: Span, bodies: Container[str]) -> Attribution:
    """Whoever a mention is: a person of the article, a body, unnamed people.

    `bodies` are the nouns that speak as one.
    """
    words = mention.of(passage.text)
    owned = "'s " in words or "’s " in words
    name = None if owned else passage.person_in(mention)
    if name is not None:
        return Attribution(SourceType.NAMED, Speaker(words, mention, name))
    last = words.rsplit(maxsplit=1)[-1]
    plural = last.endswith("s") and last == words
    unnamed = plural or (last[0].islower() and last not in bodies)
    kind = SourceType.ANONYMOUS if unnamed else SourceType.ORGANISATION
    return Attribution(kind, Speaker(words, mention))
