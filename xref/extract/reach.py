"""How far an attribution reaches beyond the words that its cue reports.

Within its sentence: "According to police, …" holds to the end; a coroner who identifies a boy
stands behind his age. Over the sentences that follow: what goes on about the dead and the hurt
behind the report of whoever counts them is theirs, until somebody else speaks, another event is
told of, or a paragraph begins with something else.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from xref.extract.behind import as_source, phrase_before
from xref.extract.draft import Passage
from xref.extract.fate_words import FateWords
from xref.extract.standing import turns_away
from xref.extract.standing_words import StandingWords
from xref.language import WordClasses
from xref.model.article import Zone
from xref.model.claim import NO_SOURCE, Attribution, QuotationType, SourceType
from xref.model.span import Span
from xref.speech import Saying
from xref.text.fold import fold

_LONGEST = 3
"""Sentences over which an attribution reaches."""
_ZONES = frozenset({Zone.BODY, Zone.LIST})
_WORD = re.compile(r"[\w'-]+")
_NEAR = 200
"""Characters behind a verb that establishes, or a document's, within which a figure is its own."""
_TAIL = 60
"""Characters behind the cue that ends a sentence, at most."""
_ACCORDING = re.compile(r"(?:\W*(?:but|and)\s)?according to ([^,;:()\n]{2,90}),\s")
_SILENT = re.compile(r"\b(?:not|never)\b|n't\b")
_MARKS = '"“”'


@dataclass(frozen=True, slots=True)
class ReachWords:
    """The lexicon of reach, compiled; what each holds is said there."""

    bodies: frozenset[str]
    authorities: frozenset[str]
    narrow: frozenset[str]
    opens: re.Pattern[str]
    establish: re.Pattern[str]
    document: re.Pattern[str]
    casualties: re.Pattern[str]

    def authority(self, source: Attribution, titles: Mapping[str, str]) -> bool:
        """Whether a source counts and establishes: police, a coroner, a ministry.

        `titles` are those that the article gives its persons.
        """
        if source.speaker is None or source.type is SourceType.NONE:
            return False
        return not self.authorities.isdisjoint(self._words(source, titles))

    def wide(self, source: Attribution) -> bool:
        """Whether a source's reach goes beyond its paragraph: no coroner's or document's does."""
        document = source.type is SourceType.DOCUMENT
        return not document and self.narrow.isdisjoint(self._words(source, {}))

    def _words(self, source: Attribution, titles: Mapping[str, str]) -> list[str]:
        """All words that tell who a source is."""
        if source.speaker is None:
            return []
        name = source.speaker.name or ""
        told = f"{source.speaker.role or ''} {source.speaker.text} {name} {titles.get(name, '')}"
        return _WORD.findall(fold(told))


def compile_reach(
    lexicon: Mapping[str, Any],
    sources: Mapping[str, Any],
    bodies: frozenset[str],
    casualties: FateWords,
) -> ReachWords:
    """Compile the lexicon of reach.

    Args:
        lexicon: of reach.
        sources: the lexicon that lists documents.
        bodies: nouns that speak as one.
        casualties: the casualty lexicon.
    """
    hurt = casualties.triggers - frozenset(lexicon["loose"])
    tell, verbs = _either(lexicon["tell"]), _either(lexicon["establish"])
    active = "".join(rf"(?<!{word} )" for word in lexicon["passive"])
    return ReachWords(
        bodies=bodies,
        narrow=frozenset(lexicon["narrow"]),
        authorities=frozenset(lexicon["authorities"]),
        opens=re.compile(rf"(?:\d|(?:{_either(lexicon['opens'])})(?!\w))"),
        establish=re.compile(rf"(?<!\w){active}(?:{verbs})(?!\w)"),
        document=re.compile(
            r"(?<!\w)((?:an?|the|another) (?:[\w'-]+ ){0,3}?"
            rf"(?:{_either(sources['documents'].split())})) (?:that|which) (?:{tell})(?!\w)"
        ),
        casualties=re.compile(rf"(?<!\w)(?:{_either(hurt)})(?!\w)"),
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


class Reach:
    """Who stands behind the figures of one passage that no cue reports by itself."""

    def __init__(
        self, passage: Passage, words: ReachWords, classes: WordClasses, standing: StandingWords
    ) -> None:
        self._passage = passage
        self._words = words
        self._classes = classes
        self._standing = standing
        self._folded = fold(passage.text)
        self._told = _told(passage)
        starts = [block.span.start for block in passage.blocks]
        self._blocks = [bisect_right(starts, s.start) for s in passage.sentences]
        self._titles = {
            person.name: " ".join(title for title, _, _ in person.titles)
            for person in passage.speech.persons
        }
        self._carried: dict[int, Attribution] = {}

    def at(self, span: Span) -> Attribution:
        """Whoever stands behind the figure at `span`; ``NO_SOURCE`` where the outlet does."""
        number = self._passage.sentence_number(span.start)
        if number is None:
            return NO_SOURCE
        own = self._within(number, span)
        return own if own is not None else self._over(number)

    def _within(self, number: int, span: Span) -> Attribution | None:
        """The source that the figure's own sentence names for it, outside reported words."""
        passage, folded, words = self._passage, self._folded, self._words
        sentence = passage.sentences[number]
        opening = _ACCORDING.match(folded, sentence.start, sentence.end)
        if opening is not None and opening.end() <= span.start:
            if not set(_MARKS).isdisjoint(folded[opening.end() : span.start]):
                return None
            known = passage.speech.attribution_at(
                passage.field, Span(opening.end(), opening.end() + 1)
            )
            return (
                known
                if known.cue is not None
                else as_source(passage, Span(*opening.span(1)), words.bodies)
            )
        listed = self._of_list(number, span)
        if listed is not None:
            return listed
        near = max(sentence.start, span.start - _NEAR)
        for verb in words.establish.finditer(folded, near, span.start):
            mention = phrase_before(passage, sentence.start, verb.start())
            source = as_source(passage, mention, words.bodies) if mention is not None else NO_SOURCE
            if words.authority(source, self._titles):
                return source
        document = words.document.search(folded, near, span.start)
        if document is not None:
            return replace(
                as_source(passage, Span(*document.span(1)), words.bodies), type=SourceType.DOCUMENT
            )
        return None

    def _of_list(self, number: int, span: Span) -> Attribution | None:
        """The source behind the last part of a list ("a man was hit; a boy fell, police said")."""
        end = self._passage.sentences[number].end
        last = self._folded.rfind("; ", span.end, end)
        told = self._told.get(number)
        if last == -1 or told is None or not set(_MARKS).isdisjoint(self._folded[span.start : end]):
            return None
        cue, content = told.attribution.cue, told.content
        if cue is None or content[0].start < last or cue.span.start < content[-1].start:
            return None
        return told.attribution if cue.span.end > end - _TAIL else None

    def _over(self, number: int) -> Attribution:
        """The source of the sentences before that the figure's sentence goes on from."""
        if number not in self._carried:
            self._carried[number] = self._before(number)
        return self._carried[number]

    def _before(self, number: int) -> Attribution:
        if not self._goes_on(number):
            return NO_SOURCE
        for back in range(number - 1, max(-1, number - 1 - _LONGEST), -1):
            if self._blocks[back + 1] - self._blocks[back] > 1:
                return NO_SOURCE
            told = self._told.get(back)
            if told is not None:
                source = told.attribution
                near = self._blocks[back] == self._blocks[number]
                near = near or (self._words.wide(source) and told.type is QuotationType.INDIRECT)
                known = near and self._states(source) and self._hurts(back)
                return replace(source, carried=True) if known else NO_SOURCE
            inside = self._blocks[back] == self._blocks[number] and self._stays(back)
            if not (inside or self._goes_on(back)):
                return NO_SOURCE
        return NO_SOURCE

    def _states(self, source: Attribution) -> bool:
        """Whether an authority says something, not that it has "not said" it."""
        if source.speaker is None or source.cue is None:
            return False
        between = self._folded[source.speaker.span.end : source.cue.span.end]
        silent = _SILENT.search(between) is not None
        return not silent and self._words.authority(source, self._titles)

    def _goes_on(self, number: int) -> bool:
        """Whether a sentence names no source and goes on about those just told of."""
        start, end = self._passage.sentences[number]
        opens = self._words.opens.match(self._folded, start, end) is not None
        return opens and self._hurts(number) and self._stays(number)

    def _stays(self, number: int) -> bool:
        """Whether a sentence of running text names no source, quotes nobody and tells of now."""
        passage = self._passage
        if number in self._told or passage.zones[number] not in _ZONES:
            return False
        start, end = passage.sentences[number]
        quoted = any(mark in passage.text[start:end] for mark in _MARKS)
        whole = passage.text[start:end].rstrip().endswith((".", "!", ")"))
        if not whole or quoted:
            return False
        return not turns_away(passage, passage.sentences[number], self._classes, self._standing)

    def _hurts(self, number: int) -> bool:
        sentence = self._passage.sentences[number]
        return self._words.casualties.search(self._folded, *sentence) is not None


def _told(passage: Passage) -> dict[int, Saying]:
    """The last saying of each sentence that names its source, by the sentence's number."""
    found: dict[int, Saying] = {}
    for saying in passage.speech.sayings:
        source = saying.attribution
        if saying.field != passage.field or source.type is SourceType.NONE:
            continue
        spans = (*saying.content, source.cue.span) if source.cue else saying.content
        for span in spans:
            number = passage.sentence_number(span.start)
            if number is not None:
                found[number] = saying
    return found
