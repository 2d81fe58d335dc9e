"""The stages as plain functions over partitions: documents to claims, a story's claims to links.

Neither knows of other partitions, so the same functions run here, in processes and on a cluster.
What they take and give is picklable and compact; a partition's result does not depend on where it
was made.
"""

import gc
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from xref import link
from xref.extract import Grammars, RecordWords, compile_grammars, compile_records, extract, records
from xref.lexicon import table
from xref.link import Bucket, Named, OfStory, Weights, compile_weights
from xref.model.article import Article, Document, Skipped
from xref.model.claim import Claim
from xref.model.record import Record
from xref.read import ReadGrammar, read
from xref.read import grammar as read_grammar

Measures = Sequence[Mapping[str, Mapping[str, Any]]]
"""The measures that rules teach."""

Part = TypeVar("Part")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Words:
    """Every lexicon that a run reads with, compiled, and the measures that its rules taught."""

    reading: ReadGrammar
    claims: Grammars
    records: RecordWords
    weights: Mapping[str, Weights]
    measures: Measures = ()

    def recording(self, article: Article, claims: Sequence[Claim]) -> Mapping[str, Record]:
        """What the figures and dates of an article tell of themselves, by claim id."""
        return records(article, claims, self.records)


def words(measures: Measures = ()) -> Words:
    """Compile the packaged lexicons with the measures that the rule files add."""
    return Words(
        read_grammar(table),
        compile_grammars(table, measures),
        compile_records(table),
        compile_weights(table("matching")),
        measures,
    )


@dataclass(frozen=True, slots=True)
class Extracted:
    """One article with its claims."""

    article: Article
    claims: tuple[Claim, ...]
    persons: tuple[Named, ...] = ()


def map_documents(
    documents: Sequence[Document | Skipped], words: Words
) -> list[Extracted | Skipped]:
    """Each document read, with its claims; what cannot be read comes with its reason."""
    return [
        document if isinstance(document, Skipped) else _extracted(document, words)
        for document in documents
    ]


def reduce_buckets(buckets: Sequence[Bucket], words: Words) -> list[OfStory]:
    """What linking makes of each of some stories."""
    means = link.Means(words.claims.numbers, words.recording, words.weights)
    return [link.of_story(bucket, means) for bucket in buckets]


def _extracted(document: Document, words: Words) -> Extracted | Skipped:
    article = read(document, words.reading)
    if isinstance(article, Skipped):
        return article
    found = extract(article, words.claims)
    persons = tuple(Named(article.id, p.name, p.aliases, p.titles) for p in found.persons)
    return Extracted(article, found.claims, persons)


Stage = Callable[[Sequence[Part], Words], list[Made]]
"""A stage over one partition."""


class Engine(Protocol):
    """What runs a stage over partitions, in their order."""

    size: int
    """Characters of a partition; 0 where each item is one."""

    def each(
        self, stage: "Stage[Part, Made]", parts: Iterable[Sequence[Part]], words: Words
    ) -> Iterator[list[Made]]:
        """The result of each partition; empty partitions give empty results."""


class Alone:
    """Runs every stage in this process, item by item."""

    size = 0

    def each(
        self, stage: "Stage[Part, Made]", parts: Iterable[Sequence[Part]], words: Words
    ) -> Iterator[list[Made]]:
        """The result of each partition, made when it is asked for."""
        for part in parts:
            yield stage(part, words) if part else []


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave the search for cycles of objects out while a run works.

    What the stages make and keep holds no cycles: reference counts free it all, and each search
    of millions of values that stay alive would find nothing.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


_compiled: dict[bytes, Words] = {}
"""The lexicons that this process, or the one that it is a copy of, works with."""


def packed(words: Words) -> bytes:
    """What the lexicons are compiled from, as it travels to other processes."""
    measures = pickle.dumps(words.measures)
    _compiled.clear()
    _compiled[measures] = words
    return measures


def words_for(measures: bytes) -> Words:
    """The lexicons of measures that `packed` gave, compiled once in a process."""
    if measures not in _compiled:
        _compiled[measures] = words(pickle.loads(measures))
    return _compiled[measures]


def run_elsewhere(stage: "Stage[Part, Made]", part: Sequence[Part], measures: bytes) -> list[Made]:
    """A stage over one partition, in a process that may know nothing yet."""
    with uncollected():
        return stage(part, words_for(measures))
