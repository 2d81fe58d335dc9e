"""What the extractors share: the passage they read, and the claim before it has an id."""

import dataclasses
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from xref.extract.names import ArticleNames, NameWords, article_names
from xref.language import Reading, Readings, WordClasses
from xref.model.article import Article, Block, Field, Zone
from xref.model.claim import KINDS, Attribution, Value, When
from xref.model.span import Span
from xref.quantity import Grammar, Numbers, read, resolve
from xref.speech import Speech

_LONGEST = 10_000
"""Characters above which a stretch without a full stop is cut: no sentence is so long."""


@dataclass(slots=True)
class Passage:
    """The text or title of one article, with its claim-bearing blocks and what is said in it."""

    article: Article
    field: Field
    text: str
    blocks: tuple[Block, ...]
    speech: Speech
    sentences: list[Span] = dataclasses.field(init=False)
    zones: list[Zone] = dataclasses.field(init=False)
    starts: list[int] = dataclasses.field(init=False)
    _names: ArticleNames | None = dataclasses.field(init=False, default=None)
    _numbers: Numbers | None = dataclasses.field(init=False, default=None)
    _dated: list[tuple[Span, When]] | None = dataclasses.field(init=False, default=None)
    _mentions: list[tuple[Span, str]] | None = dataclasses.field(init=False, default=None)
    _readings: Readings | None = dataclasses.field(init=False, default=None)

    def __post_init__(self) -> None:
        zoned = [(p, b.zone) for b in self.blocks for s in b.sentences for p in _cut(self.text, s)]
        self.sentences = [piece for piece, _ in zoned]
        self.zones = [zone for _, zone in zoned]
        self.starts = [s.start for s in self.sentences]

    def names(self, words: NameWords) -> ArticleNames:
        """What short names stand for in the article; read once."""
        if self._names is None:
            self._names = article_names(self.article.text, words)
        return self._names

    def numbers(self, grammar: Grammar) -> Numbers:
        """The figures and dates of the passage; read once."""
        if self._numbers is None:
            running = [block.span for block in self.blocks if block.zone is not Zone.HEADLINE]
            self._numbers = read(self.text, grammar, running)
        return self._numbers

    def reading(self, sentence: Span, classes: WordClasses) -> Reading:
        """The reading of a sentence of the passage; read once."""
        if self._readings is None:
            self._readings = Readings(self.text, classes)
        return self._readings.of(sentence)

    def dated(self, grammar: Grammar) -> list[tuple[Span, When]]:
        """The dates of the passage, in order, resolved against publication; read once."""
        if self._dated is None:
            published = self.article.published
            self._dated = [
                (mention.span, resolve(mention, published))
                for mention in self.numbers(grammar).dates
            ]
        return self._dated

    def person_in(self, span: Span) -> str | None:
        """The name of the last person mentioned in `span`, ``None`` where none is."""
        if self._mentions is None:
            self._mentions = sorted(
                (place, person.name)
                for person in self.speech.persons
                for field, place in person.mentions
                if field == self.field
            )
        k = bisect_right(self._mentions, span.end - 1, key=lambda m: m[0].start) - 1
        found = self._mentions[k] if k >= 0 else None
        return found[1] if found is not None and found[0].start >= span.start else None

    def sentence_number(self, offset: int) -> int | None:
        """The index of the sentence that holds `offset`; ``None`` in furniture."""
        k = bisect_right(self.starts, offset) - 1
        return k if k >= 0 and offset < self.sentences[k].end else None


def _cut(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence, in pieces where it is longer than any sentence, cut behind a space if it can."""
    start, stop = sentence
    while stop - start > _LONGEST:
        end = text.rfind(" ", start, start + _LONGEST) + 1 or start + _LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, stop)


class Draft(NamedTuple):
    """A claim's place and value; `attribution` is ``None`` where the place decides it.

    `parts` are the places of the claims of the same kind that a total was added up from.
    """

    span: Span
    sentence: Span
    zone: Zone
    value: Value
    attribution: Attribution | None = None
    parts: tuple[Span, ...] = ()

    @property
    def kind(self) -> str:
        """The published name of the claim's kind."""
        return KINDS[type(self.value)]
