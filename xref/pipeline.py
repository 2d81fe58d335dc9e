"""The one file that knows the order of the stages.

Documents are read and extracted one by one; links are made over all of them; relations,
checks and rules run per story. Nothing here reads a clock, a locale or the order of its input.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from xref import link, rules
from xref.as_given import as_given
from xref.extract import Grammars, RecordWords, compile_grammars, compile_records, extract, records
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


def extracted(
    documents: Iterable[Document | Skipped], lexicons: Words, progress: Progress = _silent
) -> Iterator[Extracted | Skipped]:
    """Read and extract, one document at a time; what cannot be read comes with its reason."""
    for done, document in enumerate(documents, start=1):
        article = document if isinstance(document, Skipped) else read(document, lexicons.reading)
        if isinstance(article, Skipped):
            yield article
        else:
            found = extract(article, lexicons.claims)
            persons = tuple(Named(article.id, p.name, p.aliases, p.titles) for p in found.persons)
            yield Extracted(article, found.claims, persons)
        progress("reading", done, None)


@uncollected()
def run(
    documents: Iterable[Document | Skipped],
    ruleset: RuleSet,
    lexicons: Words | None = None,
    progress: Progress = _silent,
    profiled: bool = True,
) -> Report:
    """The report on a set of documents under a set of rules.

    What writes no credibility profile need not pay for one: `profiled` says whether to make them.
    """
    lexicons = lexicons or words(ruleset)
    articles: dict[str, Article] = {}
    claims: dict[str, tuple[Claim, ...]] = {}
    persons: dict[str, tuple[Named, ...]] = {}
    skipped: list[Skipped] = []
    for item in extracted(documents, lexicons, progress):
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
    documents: Iterable[Document | Skipped], ruleset: RuleSet, progress: Progress = _silent
) -> Report:
    """The articles and claims of a set of documents, with nothing compared."""
    articles: list[Article] = []
    claims: list[Claim] = []
    skipped: list[Skipped] = []
    for item in extracted(documents, words(ruleset), progress):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            articles.append(item.article)
            claims.extend(item.claims)
    return as_given(Report(tuple(articles), tuple(claims), Linked(), (), (), tuple(skipped)))
