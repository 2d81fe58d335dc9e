"""The one file that knows the order of the stages.

Documents are read and extracted one by one; links are made over all of them; relations,
checks and rules run per story. Nothing here reads a clock, a locale or the order of its input.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from xref import link, rules, stages
from xref.as_given import as_given
from xref.keeping import Bytes, Keeping
from xref.link import OfStory
from xref.link.origins import credit
from xref.model.article import Article, Document, Skipped
from xref.model.claim import Claim
from xref.model.report import Linked, Profile, Report, RuleNote
from xref.profile import by_outlet, profile, shared
from xref.rules import RuleSet
from xref.stages import (
    Alone,
    Engine,
    Extracted,
    Stage,
    Words,
    map_documents,
    reduce_buckets,
    uncollected,
)

if TYPE_CHECKING:
    from pydantic import TypeAdapter

__all__ = [
    "ALONE",
    "Extracted",
    "Progress",
    "Words",
    "compared",
    "extracted",
    "read_as",
    "run",
    "run_extract",
    "silent",
    "uncollected",
    "weighing",
    "words",
]

Item = TypeVar("Item")
Made = TypeVar("Made")

ALONE = Alone()
_MOST = 64
"""Items of a partition, however little work they are."""
_A_CLAIM = 100
"""Characters of reading that are as much work as linking a claim."""

Progress = Callable[[str, int, int | None], None]
"""Called with (stage, how many are done, of how many if known)."""


def silent(stage: str, done: int, of: int | None) -> None:
    """Tell nobody."""


def words(ruleset: RuleSet) -> Words:
    """Compile the packaged lexicons with the measures that the rule files add."""
    return stages.words(ruleset.measures)


Documents = Iterable[Document | Skipped]


class Kind(NamedTuple, Generic[Item, Made]):
    """How the items of a stage are kept: by what key, as what; and how much work each is."""

    stage: Stage[Item, Made]
    key: Callable[[Keeping, Item], str | None]
    kept_as: "Callable[[], TypeAdapter[Made]]"
    size: Callable[[Item], int]


@cache
def read_as() -> "TypeAdapter[Extracted | Skipped]":
    """As what an article is kept."""
    from pydantic import TypeAdapter

    return TypeAdapter(Extracted | Skipped)


@cache
def _linked_as() -> "TypeAdapter[OfStory]":
    from pydantic import TypeAdapter

    return TypeAdapter(OfStory)


def _document_key(keeping: Keeping, document: Document | Skipped) -> str | None:
    return None if isinstance(document, Skipped) else keeping.document(document)


def _length(document: Document | Skipped) -> int:
    return 0 if isinstance(document, Skipped) else len(document.text)


_READING = Kind(map_documents, _document_key, read_as, _length)
_LINKING = Kind(
    reduce_buckets,
    Keeping.story,
    _linked_as,
    lambda bucket: _A_CLAIM * sum(map(len, bucket.claims.values())),
)


def worked(
    items: Iterable[Item],
    kind: Kind[Item, Made],
    lexicons: Words,
    engine: Engine,
    keeping: Keeping | None = None,
) -> Iterator[Made]:
    """What a stage makes of each item, in their order: kept, else worked out by the engine."""
    waiting: deque[list[tuple[Item, str | None, Made | None]]] = deque()

    def parts() -> Iterator[list[Item]]:
        batch: list[tuple[Item, str | None, Made | None]] = []
        size = 0
        for item in items:
            key = None if keeping is None else kind.key(keeping, item)
            found = None if keeping is None else keeping.known(key, kind.kept_as())
            batch.append((item, key, found))
            size += kind.size(item) if found is None else 0
            if size >= engine.size or len(batch) == _MOST:
                waiting.append(batch)
                yield [item for item, _, found in batch if found is None]
                batch, size = [], 0
        if batch:
            waiting.append(batch)
            yield [item for item, _, found in batch if found is None]

    for made in engine.each(kind.stage, parts(), lexicons):
        fresh = iter(made)
        for _, key, found in waiting.popleft():
            if found is None:
                result = next(fresh)
                if keeping is not None:
                    keeping.keep(key, kind.kept_as(), result)
                yield result
            else:
                yield found


def extracted(
    documents: Documents,
    lexicons: Words,
    progress: Progress = silent,
    keeping: Keeping | None = None,
    engine: Engine = ALONE,
) -> Iterator[Extracted | Skipped]:
    """Read and extract, in their order; what cannot be read comes with its reason.

    What `keeping` knows of a document is taken from there.
    """
    found = worked(documents, _READING, lexicons, engine, keeping)
    for done, each in enumerate(found, start=1):
        yield each
        progress("reading", done, None)


@uncollected()
def run(
    documents: Iterable[Document | Skipped],
    ruleset: RuleSet,
    lexicons: Words | None = None,
    progress: Progress = silent,
    profiled: bool = True,
    store: Bytes | None = None,
    engine: Engine = ALONE,
) -> Report:
    """The report on a set of documents under a set of rules.

    What writes no credibility profile need not pay for one: `profiled` says whether to make them.
    What `store` holds of an earlier run is not worked out again, and `engine` says where the work
    is done; the report is the same.
    """
    keeping = None if store is None else Keeping(store, ruleset.measures)
    lexicons = lexicons or words(ruleset)
    found: list[Extracted] = []
    skipped: list[Skipped] = []
    for item in extracted(documents, lexicons, progress, keeping, engine):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            found.append(item)
    return compared(found, skipped, ruleset, lexicons, progress, profiled, keeping, engine)


def compared(
    found: Iterable[Extracted],
    skipped: Iterable[Skipped],
    ruleset: RuleSet,
    lexicons: Words,
    progress: Progress = silent,
    profiled: bool = True,
    keeping: Keeping | None = None,
    engine: Engine = ALONE,
    stories: link.Sorted | None = None,
) -> Report:
    """The report on articles that were read; their stories are found, where they are not known."""
    items = {item.article.id: item for item in sorted(found, key=lambda item: item.article.id)}
    articles = {id_: item.article for id_, item in items.items()}
    claims = {id_: item.claims for id_, item in items.items()}
    linked, claims = link.link(
        articles,
        claims,
        {id_: item.persons for id_, item in items.items()},
        stories or link.sort(articles, claims),
        lambda buckets: worked(buckets, _LINKING, lexicons, engine, keeping),
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
    progress: Progress = silent,
    store: Bytes | None = None,
    engine: Engine = ALONE,
) -> Report:
    """The articles and claims of a set of documents, with nothing compared."""
    keeping = None if store is None else Keeping(store, ruleset.measures)
    articles: list[Article] = []
    claims: list[Claim] = []
    skipped: list[Skipped] = []
    for item in extracted(documents, words(ruleset), progress, keeping, engine):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            articles.append(item.article)
            claims.extend(item.claims)
    return as_given(Report(tuple(articles), tuple(claims), Linked(), (), (), tuple(skipped)))
