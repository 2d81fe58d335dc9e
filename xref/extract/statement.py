"""Statement claims: intents, denials, accusations, assessments, forecasts and grave assertions.

Precision first: a clause is a statement only when it holds a word of consequence and the
words of an act, and is no condition, question or wish.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from xref.extract.acts import ActWords, StatementGrammar
from xref.extract.draft import Draft, Passage
from xref.extract.grammars import Grammars
from xref.model.article import Zone
from xref.model.claim import Act, Attribution, SourceType, Speaker, Statement
from xref.model.span import Span
from xref.text.fold import fold

_CLAUSE = re.compile(r"[;:]\s|\s--?\s|,[\"']?\s(?:(?:and|but|while|although|though|as)\s)?")
_WORD = re.compile(r"[\w'’.&-]+|,")
_BETWEEN = frozenset(
    [",", "which", "who", "has", "have", "had", "also", "again", "repeatedly", "strongly", "flatly"]
)
_PASSIVE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_MODALS = frozenset(["may", "can", "could", "will", "might"])
_IN_NAMES = frozenset(["the", "of"])
_ZONES = frozenset({Zone.HEADLINE, Zone.STANDFIRST, Zone.BODY, Zone.LIST})
_SHORTEST = 4
"""Words of a clause below which it says too little to stand alone."""


def statements(passage: Passage, grammars: Grammars) -> Iterator[Draft]:
    """The statements of consequence of a passage, at most one for each clause."""
    grammar = grammars.statements
    folded = fold(passage.text)
    cues = _cues(passage)
    for number in sorted(_candidates(folded, passage, grammar)):
        sentence = passage.sentences[number]
        zone = passage.zones[number]
        if zone not in _ZONES or sentence.of(folded).rstrip("\"' ").endswith("?"):
            continue
        for clause in _clauses(folded, sentence):
            found = _statement(folded, clause, grammar)
            if found is not None:
                source = _source(passage, found, clause, cues, grammar)
                if source is not None:
                    yield Draft(clause, sentence, zone, found.value, source)


def _candidates(folded: str, passage: Passage, grammar: StatementGrammar) -> set[int]:
    """The numbers of the sentences that hold a stem of consequence or charge."""
    hits: set[int] = set()
    for stem in grammar.stems:
        at = folded.find(stem)
        while at >= 0:
            number = bisect_right(passage.starts, at) - 1
            if number >= 0 and at < passage.sentences[number].end:
                hits.add(number)
                at = folded.find(stem, passage.sentences[number].end)
            else:
                at = folded.find(stem, at + 1)
    return hits


def _clauses(folded: str, sentence: Span) -> Iterator[Span]:
    """A sentence cut at the marks and conjunctions that part its clauses; short bits join on."""
    start = sentence.start
    for cut in _CLAUSE.finditer(folded, sentence.start, sentence.end):
        if folded.count(" ", start, cut.start()) + 1 >= _SHORTEST:
            yield _trimmed(folded, start, cut.start())
            start = cut.end()
    if start < sentence.end:
        yield _trimmed(folded, start, sentence.end)


def _trimmed(folded: str, start: int, end: int) -> Span:
    while start < end and folded[start] in " \"'\n-":
        start += 1
    while end > start and folded[end - 1] in " \"'.,\n":
        end -= 1
    return Span(start, end)


class _Found(NamedTuple):
    """A statement, the place of the words of its act, and that of the words of consequence."""

    value: Statement
    act: Span
    grave: int
    agent: bool


def _statement(folded: str, clause: Span, grammar: StatementGrammar) -> _Found | None:
    words = folded[clause.start : clause.end]
    for act in grammar.acts:
        made = act.words.search(words)
        if made is None:
            continue
        grave = _grave(words, made, act, grammar)
        if grave is None or _idle(words, made, act, grammar):
            continue
        denies = act.act is Act.DENIES
        before = words[: made.start() if denies else grave]
        if grammar.unreal.search(before):
            return None
        denied = denies or grammar.negators.search(before) is not None
        hedges = tuple(dict.fromkeys(h[0] for h in grammar.hedges.finditer(words)))
        value = Statement(act.act, "denied" if denied else "affirmed", hedges, clause)
        place = Span(clause.start + made.start(), clause.start + made.end())
        return _Found(value, place, clause.start + grave, act.agent)
    return None


def _grave(words: str, made: re.Match[str], act: ActWords, grammar: StatementGrammar) -> int | None:
    """Where the words of consequence stand; the act's own place where it needs none."""
    if not act.consequence:
        return made.start()
    found = grammar.consequence.search(words, made.end())
    if found is None or words.count(" ", made.end(), found.start()) > act.within:
        return None
    return found.start()


def _idle(words: str, made: re.Match[str], act: ActWords, grammar: StatementGrammar) -> bool:
    """Whether the words make no act here: a passive, a procedure, or somebody in general."""
    before = words[: made.start()].split()[-2:]
    if act.agent and (not before or not _PASSIVE.isdisjoint(before)):
        return True
    if not grammar.nobody.isdisjoint(before[-1:]) and act.act is not Act.DENIES:
        return True
    behind = words[made.end() :].split(maxsplit=1)
    return made[0] in _MODALS and bool(behind) and behind[0] in grammar.procedure


def _cues(passage: Passage) -> list[tuple[int, int, Attribution]]:
    """Start and end of every cue of the passage, with the attribution that it makes, in order."""
    return sorted(
        (
            (cue.span.start, cue.span.end, saying.attribution)
            for saying in passage.speech.sayings
            if saying.field == passage.field and (cue := saying.attribution.cue) is not None
        ),
        key=lambda c: c[:2],
    )


def _source(
    passage: Passage,
    found: _Found,
    clause: Span,
    cues: list[tuple[int, int, Attribution]],
    grammar: StatementGrammar,
) -> Attribution | None:
    """Who stands behind a statement: whoever the act's own verb names, else whoever is reported.

    ``None`` where somebody accuses or finds and the sentence does not tell who.
    """
    k = bisect_right(cues, found.act.end, key=lambda c: c[0]) - 1
    if k >= 0 and cues[k][1] > found.act.start:
        return cues[k][2]
    told = passage.speech.attribution_at(passage.field, Span(found.grave, found.grave + 1))
    if told.type is not SourceType.NONE and not found.agent:
        return told
    own = found.agent or found.value.act is Act.DENIES
    doer = _subject(passage, clause, found.act) if own else None
    if doer is not None:
        return doer
    said = grammar.sources.search(fold(passage.text[clause.start : found.grave]))
    if said is not None:
        span = Span(clause.start + said.start(1), clause.start + said.end(1))
        return Attribution(SourceType.ANONYMOUS, Speaker(span.of(passage.text), span))
    return None if own else told


def _subject(passage: Passage, clause: Span, verb: Span) -> Attribution | None:
    """The name before the verb, with its noun ("Elst officials"), also across ", which"."""
    start = passage.sentences[passage.sentence_number(clause.start) or 0].start
    words = list(_WORD.finditer(passage.text, start, verb.start))
    while words and words[-1][0] in _BETWEEN:
        words.pop()
    if not words or words[-1][0] in _PASSIVE:
        return None
    last = len(words)
    first = last - 1 if words and words[-1][0].islower() else last
    while first > 0 and (words[first - 1][0][0].isupper() or words[first - 1][0] in _IN_NAMES):
        first -= 1
    while first < last and words[first][0] == "of":
        first += 1
    if not any(word[0][0].isupper() for word in words[first:last]):
        return None
    span = Span(words[first].start(), words[last - 1].end())
    return Attribution(SourceType.ORGANISATION, Speaker(span.of(passage.text), span))
