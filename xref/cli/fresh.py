"""New articles: which they are, and the findings that touch them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from xref.cli.inputs import STDIN, real
from xref.cli.streams import tell

if TYPE_CHECKING:
    from xref.cli.changes import Change
    from xref.model.article import Document, Skipped
    from xref.model.relation import Place
    from xref.model.report import Finding, Report


def with_new(inputs: Sequence[str], new: Sequence[str]) -> list[str]:
    """The inputs, and each new file or folder that does not lie in one of them."""
    known = [real(path) for path in inputs if path != STDIN]
    out = list(inputs)
    for name in new:
        inside = name != STDIN and any(at in known for at in (real(name), *real(name).parents))
        if not inside and name not in out:
            out.append(name)
    return out


def new_articles(report: "Report", new: Sequence[str]) -> frozenset[str]:
    """The ids of the articles that came from files and folders of `new`.

    A name that brought none is told on standard error: it may be misspelt.
    """
    places = {name: name if name == STDIN else real(name) for name in new}
    found: dict[str | Path, list[str]] = {place: [] for place in places.values()}
    for article in report.articles:
        here = real(article.path)
        for place in (STDIN,) if article.path == STDIN else (here, *here.parents):
            if place in found:
                found[place].append(article.id)
    for name, place in places.items():
        if not found[place]:
            tell(f"xref: {name} holds no article that was read")
    return frozenset(id_ for ids in found.values() for id_ in ids)


def noting(
    documents: "Iterable[Document | Skipped]",
    wanted: "Callable[[Document], bool]",
    into: set[str],
) -> "Iterator[Document | Skipped]":
    """The documents as they come, with the ids of those `wanted` put into a set."""
    from xref.model.article import Skipped

    for document in documents:
        if not isinstance(document, Skipped) and wanted(document):
            into.add(document.id)
        yield document


def touching(report: "Report", ids: Collection[str]) -> "Report":
    """The report with only those findings that rest on a new article, led by a place in it."""
    return replace(
        report,
        findings=tuple(f for each in report.findings if (f := _led(each, ids)) is not None),
        suppressed=tuple(f for each in report.suppressed if (f := _led(each, ids)) is not None),
    )


def _led(finding: "Finding", ids: Collection[str]) -> "Finding | None":
    """The finding with its first place in a new article as the primary one; ``None`` without."""
    places = [finding.primary, *finding.related]
    first = next((place for place in places if place.article in ids), None)
    if first is None:
        return None
    places.remove(first)
    return replace(finding, primary=first, related=tuple(places))


def changed_passages(report: "Report", change: "Change", fresh: Collection[str]) -> "Report":
    """The report with only those findings that a place on an edited line bears.

    What shows no lines of its own, a record or a title, is edited where its article is `fresh`.
    """
    from xref.render.places import Index

    index = Index(report)

    def edited(place: "Place") -> bool:
        where = index.locate(place)
        if where.column is None:
            return place.article in fresh
        path = index.articles[place.article].path
        return change.touches(path, where.line, where.end_line)

    def borne(finding: "Finding") -> bool:
        return any(map(edited, (finding.primary, *finding.related)))

    return replace(
        report,
        findings=tuple(filter(borne, report.findings)),
        suppressed=tuple(filter(borne, report.suppressed)),
    )
