"""Documents into an index: what is new or was edited is read and joined, what is gone withdrawn.

So many articles are held at once, however many there are; a run that is killed leaves the index
as the last so many left it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from xref.index.joining import add, join, write
from xref.index.rows import Entry
from xref.index.tables import Index
from xref.keeping import Keeping
from xref.model.article import Document, Skipped
from xref.pipeline import Progress, extracted, read_as, silent
from xref.stages import Engine, Extracted, Words

AT_ONCE = 1_000
"""Articles that join at once: they and the stories that they may belong to are in memory."""

T = TypeVar("T")

Fresh = Mapping[str, tuple[str, Extracted]]


@dataclass(slots=True)
class Grown:
    """How many articles came, changed, went and stayed; what could not be read."""

    added: int = 0
    changed: int = 0
    withdrawn: int = 0
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = ()
    repaired: bool = False


def grow(
    index: Index,
    keeping: Keeping,
    documents: Iterable[Document | Skipped],
    covered: Callable[[str], bool],
    words: Words,
    engine: Engine,
    progress: Progress = silent,
    at_once: int = AT_ONCE,
) -> Grown:
    """Let an index hold these documents, in the place of all whose paths are `covered`.

    What is damaged is taken out first, all others are sorted anew; it comes back as it is read.
    """
    entries, whole = index.sound()
    if not whole:
        _repair(index, keeping, entries, at_once)
    known = {entry.id: entry for entry in entries}
    grown = Grown(repaired=not whole)
    skipped: list[Skipped] = []
    seen: set[str] = set()

    def new() -> Iterator[Document | Skipped]:
        for document in documents:
            if isinstance(document, Skipped):
                yield document
                continue
            named = told_apart(document, known, covered)
            old = known.get(named.id)
            if old is not None and old.document == keeping.document(named):
                seen.add(named.id)
                grown.unchanged += 1
            else:
                yield named

    coming = extracted(new(), words, progress, keeping, engine)
    for some in _slices(coming, at_once):
        skipped += [each for each in some if isinstance(each, Skipped)]
        fresh = kept([each for each in some if isinstance(each, Extracted)], keeping)
        grown.changed += sum(id_ in known for id_ in fresh)
        grown.added += sum(id_ not in known for id_ in fresh)
        seen |= fresh.keys()
        if fresh:
            _joined(index, keeping, fresh, ())
        progress("indexing", len(seen), None)
    gone = [e.id for e in known.values() if e.id not in seen and covered(e.path)]
    if gone:
        _joined(index, keeping, {}, gone)
    with index.changing(index.generation):
        index.put_skipped(skipped, covered)
    grown.withdrawn = len(gone)
    grown.skipped = tuple(skipped)
    return grown


def told_apart(
    document: Document, known: Mapping[str, Entry], covered: Callable[[str], bool]
) -> Document:
    """A document whose id no article of another path bears; its path stands in for it."""
    old = known.get(document.id)
    if old is None or old.path == document.path or covered(old.path):
        return document
    return replace(document, id=document.path)


def kept(items: Iterable[Extracted], keeping: Keeping) -> Fresh:
    """Articles that were read, with the keys under which they are kept."""
    return {item.article.id: (keeping.key_of(item.article.id), item) for item in items}


def _joined(index: Index, keeping: Keeping, fresh: Fresh, gone: Collection[str]) -> None:
    """Join, again where another run changed the index meanwhile."""
    while not add(index, join(index, keeping, fresh, gone)):
        pass


def _repair(index: Index, keeping: Keeping, entries: Sequence[Entry], at_once: int) -> None:
    """Make the index anew of the articles that are sound, as one change."""
    with index.changing(index.generation) as mine:
        if not mine:
            return
        index.clear()
        for some in _slices(entries, at_once):
            fresh = {}
            for entry in some:
                item = keeping.known(entry.document, read_as())
                if isinstance(item, Extracted):
                    keeping.note(entry.id, entry.document)
                    fresh[entry.id] = entry.document, item
            write(index, join(index, keeping, fresh))


def _slices(items: Iterable[T], size: int) -> Iterator[list[T]]:
    some: list[T] = []
    for item in items:
        some.append(item)
        if len(some) == size:
            yield some
            some = []
    if some:
        yield some
