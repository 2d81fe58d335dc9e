"""Reports from an index: on all that it holds, or on new articles and the stories they touch."""

from xref.index.joining import Joined
from xref.index.rows import DamagedError
from xref.index.tables import Index
from xref.keeping import Keeping
from xref.link import Sorted
from xref.model.link import NotCompared
from xref.model.report import Report
from xref.pipeline import Progress, compared, read_as, silent, uncollected
from xref.rules import RuleSet
from xref.stages import Engine, Extracted, Words


@uncollected()
def whole_report(
    index: Index,
    keeping: Keeping,
    ruleset: RuleSet,
    words: Words,
    engine: Engine,
    progress: Progress = silent,
    profiled: bool = True,
) -> Report:
    """The report on all articles of an index.

    Raises:
        DamagedError: when anything of it is not what was written.
    """
    found: list[Extracted] = []
    apart: dict[str, NotCompared] = {}
    for done, entry in enumerate(index.entries(), start=1):
        item = keeping.known(entry.document, read_as())
        if not isinstance(item, Extracted):
            raise DamagedError(f"article {entry.id}")
        keeping.note(entry.id, entry.document)
        found.append(item)
        if entry.apart is not None:
            apart[entry.id] = NotCompared((), entry.apart)
        progress("reading", done, None)
    stories = tuple(story for _, story in index.told_stories().values())
    if {a for story in stories for a in story.articles} != {each.article.id for each in found}:
        raise DamagedError("the list of stories")
    origins = sorted(index.told_origins().values(), key=lambda origin: origin.articles[0])
    known = Sorted(stories, tuple(origins), apart)
    return compared(
        found, index.skipped(), ruleset, words, progress, profiled, keeping, engine, known
    )


@uncollected()
def joined_report(
    joined: Joined,
    keeping: Keeping,
    ruleset: RuleSet,
    words: Words,
    engine: Engine,
    progress: Progress = silent,
    profiled: bool = True,
) -> Report:
    """The report on new articles and on all articles of the stories that they may belong to."""
    found = [one.item for one in joined.seen.values()]
    return compared(found, (), ruleset, words, progress, profiled, keeping, engine, joined.found)
