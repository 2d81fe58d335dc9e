"""The reading of one sentence, and what governs a stretch of it."""

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from xref.language.clauses import Parse
from xref.language.letters import classified
from xref.language.structure import Chunk, Clause, Role
from xref.language.tokens import cut
from xref.language.word_classes import WordClasses
from xref.lexicon.nouns import singular
from xref.model.span import Span

_SIGNS = frozenset("$£€¥%")
_LONGEST = 400
"""Tokens of a sentence that are read; no sentence of running text is so long."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One sentence as read: columns of tokens, the chunks and clauses over them.

    `text` is the whole text, `span` the sentence in it. `low` are the words lower-cased, `letters`
    one letter for each (see `letters`), `starts` and `ends` count in the text. `chunk_at` and
    `clause_at` tell for each token where it stands.
    """

    text: str
    span: Span
    low: list[str]
    letters: str
    starts: list[int]
    ends: list[int]
    chunks: list[Chunk]
    clauses: list[Clause]
    chunk_at: list[Chunk | None]
    clause_at: list[Clause | None]

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of tokens that touch ``text[start:end]``."""
        first = bisect_left(self.ends, start + 1)
        return first, max(first, bisect_left(self.starts, end))

    def chars(self, chunk: Chunk) -> Span:
        """The span of a chunk in the text."""
        return Span(self.starts[chunk.first], self.ends[chunk.last - 1])

    def head(self, chunk: Chunk) -> str:
        """The head of a chunk, lower case and singular."""
        return singular(self.low[chunk.head])

    def modifiers(self, chunk: Chunk) -> tuple[str, ...]:
        """The nouns and adjectives before the head, lower case."""
        return tuple(
            self.low[k] for k in range(chunk.first, chunk.head) if self.letters[k] in "JNSP"
        )

    @property
    def asks(self) -> bool:
        """Whether the sentence is a question."""
        return self.low[-1:] == ["?"] or self.low[-2:-1] == ["?"]


class Governor(NamedTuple):
    """What governs a stretch of a sentence, as a figure's.

    `chunk` is the noun chunk that the stretch stands in; `head` its head (for "three of the
    victims" the noun behind "of"), lower case and singular; `within`: the stretch only modifies the
    head ("a |$40m| deal"). `nouns` are the heads that the chunk hangs on, inmost first ("a toll of
    40": "toll"); the last may only stand before it ("put the toll at 40"). `role` is the chunk's
    own role, `outer` that of the outermost chunk that it is surely a part of; `prep` and
    `outer_prep` the prepositions before them.

    `clause` is the clause of the outermost chunk; `acted_on`: the outermost chunk is the object of
    its verb, or the subject of its passive. `relatives` are the clauses that describe the chunk.
    `also` are the other clauses that the outermost chunk is the subject of ("40 people are believed
    |to have drowned|"), `above` those that hold the clause, inmost first.
    """

    chunk: Chunk | None = None
    head: str = ""
    modifiers: tuple[str, ...] = ()
    determiner: str = ""
    within: bool = False
    role: Role = ""
    prep: str = ""
    nouns: tuple[str, ...] = ()
    outer: Role = ""
    outer_prep: str = ""
    clause: Clause | None = None
    acted_on: bool = False
    adjuncts: tuple[Chunk, ...] = ()
    relatives: tuple[Clause, ...] = ()
    also: tuple[Clause, ...] = ()
    above: tuple[Clause, ...] = ()

    @property
    def lemma(self) -> str:
        """The verb of the clause, as in a dictionary, with its particle: "lay off"."""
        clause = self.clause
        if clause is None:
            return ""
        return f"{clause.lemma} {clause.particle}".rstrip()


def read(text: str, span: Span, classes: WordClasses) -> Reading:
    """The reading of the sentence ``text[span]``; linear in its tokens."""
    words, starts, ends = cut(text, span.start, span.end, _LONGEST)
    _trim_final_dot(words, ends)
    low, letters = classified(words, classes)
    parse = Parse(low, letters, classes)
    parse.run()
    return Reading(
        text,
        span,
        low,
        letters,
        starts,
        ends,
        parse.chunks,
        parse.clauses,
        parse.chunk_at,
        parse.clause_at,
    )


def _trim_final_dot(words: list[str], ends: list[int]) -> None:
    """Take the full stop off the last word."""
    for k in range(len(words) - 1, -1, -1):
        word = words[k]
        if word[0].isalnum():
            plain = word[0].isdigit() or (len(word) > 2 and "." not in word[:-1])
            if plain and word[-1] == ".":
                words[k] = word[:-1]
                ends[k] -= 1
            return


@dataclass(slots=True)
class Readings:
    """The sentences of one text, each read when it is first asked for."""

    text: str
    classes: WordClasses
    made: dict[Span, Reading] = field(default_factory=dict)

    def of(self, sentence: Span) -> Reading:
        """The reading of a sentence of the text."""
        reading = self.made.get(sentence)
        if reading is None:
            reading = self.made[sentence] = read(self.text, sentence, self.classes)
        return reading


def governing(reading: Reading, start: int, end: int) -> Governor:
    """What governs ``text[start:end]``: its chunk, the nouns and the clause above it."""
    first, last = reading.tokens(start, end)
    chunk = next((c for c in reading.chunk_at[first:last] if c is not None), None)
    if chunk is None:
        clause = next((c for c in reading.clause_at[first:last] if c is not None), None)
        return Governor(clause=clause, above=tuple(clause.around()) if clause else ())
    counted = _counted(reading, chunk)
    outer, nouns = chunk, []
    adjuncts = [c for c in chunk.hanging if c.role in ("adjunct", "time")]
    if counted is chunk.of:
        adjuncts += [c for c in counted.hanging if c.role == "adjunct"]
    seen = {id(chunk)}
    while outer.on is not None and id(outer.on) not in seen:
        nouns.append(reading.head(outer.on))
        if outer.role == "adjunct" and outer.clause and outer in outer.clause.adjuncts:
            break  # behind its verb, a phrase may as well hang on that
        outer = outer.on
        seen.add(id(outer))
        adjuncts += [c for c in outer.hanging if c.role == "adjunct" and id(c) not in seen]
    clause = outer.clause
    acted_on = False
    if clause is not None:
        adjuncts += [c for c in clause.adjuncts if c.on is None and c is not outer]
        subject = _is_subject(outer, clause)
        acted_on = outer.role == "object" or (subject and clause.passive)
    described = {id(chunk), id(counted)}
    return Governor(
        chunk=chunk,
        head=reading.head(counted),
        modifiers=reading.modifiers(counted),
        determiner=chunk.determiner,
        within=last <= chunk.head and chunk.kind != "number",
        role=chunk.role,
        prep=chunk.prep,
        nouns=tuple(nouns),
        outer=outer.role,
        outer_prep=outer.prep,
        clause=clause,
        acted_on=acted_on,
        adjuncts=tuple(adjuncts),
        relatives=tuple(
            c
            for c in reading.clauses
            if c.antecedent is not None
            and id(c.antecedent) in described
            and c.link in ("who", "participle", "to", "(")
        ),
        also=tuple(
            c for c in reading.clauses if c is not clause and c.subject is outer and c.link != "who"
        ),
        above=tuple(clause.around()) if clause else (),
    )


def _is_subject(chunk: Chunk, clause: Clause) -> bool:
    return clause.subject is not None and (chunk.joined or chunk) is (
        clause.subject.joined or clause.subject
    )


def _counted(reading: Reading, chunk: Chunk) -> Chunk:
    """The chunk whose head a number counts: behind "of" where the number stands alone."""
    if chunk.kind != "number":
        return chunk
    if chunk.of is not None:
        return chunk.of
    money = not _SIGNS.isdisjoint(reading.low[chunk.first : chunk.last])
    if chunk.joined is not None and chunk.joined.kind != "number" and not money:
        return chunk.joined  # "12 people in Orra, |four| in Tolva"
    return chunk
