"""The one file that knows the order of the stages.

Documents are read and extracted one by one; links are made over all of them; relations,
checks and rules run per story. Nothing here reads a clock, a locale or the order of its input.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from xref import link, rules
from xref.as_given import as_given
from xref.extract import Grammars, RecordWords, compile_grammars, compile_records, extract, records
from xref.keeping import Bytes, Keeping
from xref.lexicon import table
from xref.link import Named, Weights, compile_weights
from xref.link.origins import credit
from xref.model.article import Article, Document, Skipped
from xref.model.claim import Claim
from xref.model.record import Record
from xref.model.report import Linked, Profile, Report, RuleNote
from xref.profile import by_outlet, profile, shared
from xref.read import ReadGrammar, read
from xref.read import grammar as read_grammar
from xref.rules import RuleSet

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Progress = Callable[[str, int, int | None], None]
"""Called with (stage, how many are done, of how many if known)."""


def _silent(stage: str, done: int, of: int | None) -> None:
    """Tell nobody."""


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


@dataclass(frozen=True, slots=True)
class Words:
    """Every lexicon that a run reads with, compiled."""

    reading: ReadGrammar
    claims: Grammars
    records: RecordWords
    weights: Mapping[str, Weights]

    def recording(self, article: Article, claims: Sequence[Claim]) -> Mapping[str, Record]:
        """What the figures and dates of an article tell of themselves, by claim id."""
        return records(article, claims, self.records)


def words(ruleset: RuleSet) -> Words:
    """Compile the packaged lexicons with the measures that the rule files add."""
    return Words(
        read_grammar(table),
        compile_grammars(table, ruleset.measures),
        compile_records(table),
        compile_weights(table("matching")),
    )


@dataclass(frozen=True, slots=True)
class Extracted:
    """One article with its claims."""

    article: Article
    claims: tuple[Claim, ...]
    persons: tuple[Named, ...] = ()


@cache
def _read_as() -> "TypeAdapter[Extracted | Skipped]":
    from pydantic import TypeAdapter

    return TypeAdapter(Extracted | Skipped)


def extracted(
    documents: Iterable[Document | Skipped],
    lexicons: Words,
    progress: Progress = _silent,
    keeping: Keeping | None = None,
) -> Iterator[Extracted | Skipped]:
    """Read and extract, one document at a time; what cannot be read comes with its reason.

    What `keeping` knows of a document is taken from there.
    """
    for done, document in enumerate(documents, start=1):
        if isinstance(document, Skipped):
            yield document
        elif keeping is None:
            yield _extracted(document, lexicons)
        else:
            yield keeping.document(document, _read_as(), partial(_extracted, document, lexicons))
        progress("reading", done, None)


def _extracted(document: Document, lexicons: Words) -> Extracted | Skipped:
    article = read(document, lexicons.reading)
    if isinstance(article, Skipped):
        return article
    found = extract(article, lexicons.claims)
    persons = tuple(Named(article.id, p.name, p.aliases, p.titles) for p in found.persons)
    return Extracted(article, found.claims, persons)


@uncollected()
def run(
    documents: Iterable[Document | Skipped],
    ruleset: RuleSet,
    lexicons: Words | None = None,
    progress: Progress = _silent,
    profiled: bool = True,
    store: Bytes | None = None,
) -> Report:
    """The report on a set of documents under a set of rules.

    What writes no credibility profile need not pay for one: `profiled` says whether to make them.
    What `store` holds of an earlier run is not worked out again; the report is the same.
    """
    keeping = None if store is None else Keeping(store, ruleset.measures)
    lexicons = lexicons or words(ruleset)
    articles: dict[str, Article] = {}
    claims: dict[str, tuple[Claim, ...]] = {}
    persons: dict[str, tuple[Named, ...]] = {}
    skipped: list[Skipped] = []
    for item in extracted(documents, lexicons, progress, keeping):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            articles[item.article.id] = item.article
            claims[item.article.id] = item.claims
            persons[item.article.id] = item.persons
    articles = dict(sorted(articles.items()))
    linked, claims = link.link(
        articles,
        claims,
        persons,
        link.Means(lexicons.claims.numbers, lexicons.recording, lexicons.weights),
        progress,
        link.unkept if keeping is None else keeping.story,
    )
    by_id = {c.id: c for id_ in articles for c in claims[id_]}
    findings = rules.apply(ruleset, articles, by_id, linked)
    profiles = _profiles(articles, claims, linked, progress) if profiled else ()
    return as_given(
        Report(
            articles=tuple(articles.values()),
            claims=tuple(by_id.values()),
            linked=linked,
            findings=tuple(findings),
            profiles=profiles,
            skipped=tuple(sorted(skipped, key=lambda s: (s.path, s.reason))),
            rules=tuple(RuleNote(r.id, r.title or "", r.about or "") for r in ruleset.rules),
            outlets=by_outlet(profiles, articles),
        )
    )


def weighing(report: Report, lexicons: Words) -> link.Weigh:
    """What tells of two figures or dates of a report how likely they are of one thing."""
    articles = {article.id: article for article in report.articles}
    claims: dict[str, list[Claim]] = {id_: [] for id_ in articles}
    for claim in report.claims:
        claims[claim.article].append(claim)
    return link.weighing(articles, claims, lexicons.recording, lexicons.weights)


def _profiles(
    articles: Mapping[str, Article],
    claims: Mapping[str, Sequence[Claim]],
    linked: Linked,
    progress: Progress,
) -> tuple[Profile, ...]:
    """The credibility profile of every article."""
    told = shared(linked)
    out = []
    for done, article in enumerate(articles.values()):
        progress("profiling", done, len(articles))
        found = credit(article)
        out.append(profile(article, claims[article.id], told, found.words if found else None))
    return tuple(out)


@uncollected()
def run_extract(
    documents: Iterable[Document | Skipped],
    ruleset: RuleSet,
    progress: Progress = _silent,
    store: Bytes | None = None,
) -> Report:
    """The articles and claims of a set of documents, with nothing compared."""
    keeping = None if store is None else Keeping(store, ruleset.measures)
    articles: list[Article] = []
    claims: list[Claim] = []
    skipped: list[Skipped] = []
    for item in extracted(documents, words(ruleset), progress, keeping):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            articles.append(item.article)
            claims.extend(item.claims)
    return as_given(Report(tuple(articles), tuple(claims), Linked(), (), (), tuple(skipped)))
