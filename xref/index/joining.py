"""New articles among those of an index: which stories they may belong to, and how these sort anew.

An article is looked up by its marks as `xref.link.bonds` weighs them; the stories whose articles
are near enough are sorted again, together with it, by what all marks weigh in the whole index.
All other stories stay what they are.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log
from typing import NamedTuple

from xref import link
from xref.index.rows import DamagedError, Entry, hash_of
from xref.index.tables import Elsewhere, Index
from xref.keeping import Keeping
from xref.link.bonds import BACKGROUND, COMMON, MOST, RESEMBLES, WORTH, Shared, odds_of
from xref.link.clusters import standing
from xref.link.footers import footers, line_of
from xref.link.marks import Marks, listed, marks
from xref.link.origins import shingles_of
from xref.model.article import Article
from xref.model.link import Story
from xref.pipeline import read_as
from xref.stages import Extracted

_REACH = 12
"""Articles on either side in time that one mark brings near."""
_UNDATED = 0
_LATEST = 4_000_000
"""A moment behind all days."""


class Seen(NamedTuple):
    """An article with its claims, and with its marks."""

    item: Extracted
    marks: Marks


@dataclass(frozen=True, slots=True)
class Joined:
    """The stories that new articles may belong to, sorted anew, and what stood there before.

    `fresh` are the ids of new articles with the keys of what they were read as, `gone` the entries
    that make room: withdrawn, or in another wording, which `parted` has as they were read.
    """

    seen: Mapping[str, Seen]
    found: link.Sorted
    fresh: Mapping[str, str]
    gone: Mapping[str, Entry]
    entries: Mapping[str, Entry]
    before: Mapping[str, tuple[int, Story]]
    origins: Collection[str]
    parted: Mapping[str, Seen]
    generation: int


def join(
    index: Index,
    keeping: Keeping,
    fresh: Mapping[str, tuple[str, Extracted]],
    withdrawn: Collection[str] = (),
) -> Joined:
    """Sort new articles, by id with their keys, into the stories of an index; writes nothing.

    Raises:
        DamagedError: when what is kept of an article beside them is not what was written.
    """
    generation = index.generation
    gone = {e.id: e for e in index.entries("id", [*fresh, *withdrawn])}
    seen = {id_: _seen(item) for id_, (_, item) in fresh.items()}
    near = set(index.alike(h for _, item in fresh.values() for h in _same(item.article)))
    for one in seen.values():
        near |= _near(index, one.marks)
    touched = {e.story for e in index.entries("n", sorted(near))} | {e.story for e in gone.values()}
    entries, origins = _closed(index, touched)
    before = index.told_stories({e.story for e in entries.values()})
    parted: dict[str, Seen] = {}
    for id_, entry in entries.items():
        item = _kept(keeping, entry, id_ in gone)
        if item is not None:
            (parted if id_ in gone else seen)[id_] = _seen(item)
    outside = Elsewhere(
        index,
        index.stories - len(before),
        Counter(h for _, story in before.values() for h in _borne(_as_it_was(story, seen, parted))),
        Counter(h for _, story in before.values() for h in _told(_as_it_was(story, seen, parted))),
    )
    seen = dict(sorted(seen.items()))
    articles = {id_: one.item.article for id_, one in seen.items()}
    claims = {id_: one.item.claims for id_, one in seen.items()}
    return Joined(
        seen,
        link.sort(articles, claims, outside),
        {id_: key for id_, (key, _) in fresh.items()},
        gone,
        entries,
        before,
        origins,
        parted,
        generation,
    )


def add(index: Index, joined: Joined) -> bool:
    """Write what was sorted anew; false, and nothing written, where another run was faster."""
    index.store.flush()
    with index.changing(joined.generation) as mine:
        if mine:
            write(index, joined)
        return mine


def write(index: Index, joined: Joined) -> None:
    """Write what was sorted anew, inside a change of the index."""
    kept = {
        story.id
        for story in joined.found.stories
        if joined.before.get(story.id, (0, None))[1] == story
        and not any(a in joined.gone or a in joined.fresh for a in story.articles)
    }
    changes: Counter[int] = Counter()
    for id_, (n, story) in joined.before.items():
        if id_ not in kept:
            was = _as_it_was(story, joined.seen, joined.parted)
            changes.subtract(_borne(was))
            index.take("shingle", ("hash", "story"), [(h, n) for h in sorted(_told(was))])
    index.drop("story", [id_ for id_ in joined.before if id_ not in kept])
    number = index.next_number("story")
    for story in joined.found.stories:
        if story.id not in kept:
            now = [joined.seen[a] for a in story.articles]
            changes.update(_borne(now))
            index.place("shingle", [(h, number) for h in _told(now)])
            index.put_stories([(number, story)])
            number += 1
    index.count(changes)
    index.drop("origin", joined.origins)
    index.put_origins(joined.found.origins)
    _write_articles(index, joined)


def _write_articles(index: Index, joined: Joined) -> None:
    for id_, entry in joined.gone.items():
        was = joined.parted.get(id_)
        if was is not None:
            index.take("mark", ("hash", "moment", "article"), _stands(was.marks, entry.n))
            index.take("same", ("hash", "article"), [(h, entry.n) for h in _same(was.item.article)])
    index.drop("article", joined.gone)
    story_of = {a: story.id for story in joined.found.stories for a in story.articles}
    origin_of = {a: origin.id for origin in joined.found.origins for a in origin.articles}
    total = max(index.stories, BACKGROUND)
    number = index.next_number("article")
    rows = []
    for id_, (item, seen) in joined.seen.items():
        note = joined.found.apart.get(id_)
        old = joined.entries.get(id_)
        if old is None or id_ in joined.fresh:
            index.place("mark", _stands(seen, number))
            index.place("same", [(h, number) for h in _same(item.article)])
            sums = _sums(index, seen, total)
            path, key = item.article.path, joined.fresh[id_]
            old = Entry(id_, number, path, key, "", None, None, sums)
            number += 1
        now = replace(
            old,
            story=story_of[id_],
            origin=origin_of.get(id_),
            apart=None if note is None else note.reason,
        )
        rows.append(now)
    index.put(rows)
    ordered = [one.item for one in joined.seen.values()]
    ends = {
        hash_of("line", line_of(ordered[n].article, block))
        for n, spans in footers([item.article for item in ordered]).items()
        for block in ordered[n].article.blocks
        if block.span in spans
    }
    index.place("ending", [(each,) for each in ends])


def _closed(index: Index, touched: Iterable[str]) -> tuple[dict[str, Entry], set[str]]:
    """The articles of stories, and of those that share a text with one of them; their origins."""
    entries: dict[str, Entry] = {}
    origins: set[str] = set()
    stories: set[str] = set()
    waiting = set(touched)
    while waiting:
        stories |= waiting
        new = list(index.entries("story", sorted(waiting)))
        entries.update((entry.id, entry) for entry in new)
        shared = {entry.origin for entry in new if entry.origin is not None} - origins
        origins |= shared
        waiting = {e.story for e in index.entries("origin", sorted(shared))} - stories
    return entries, origins


def _kept(keeping: Keeping, entry: Entry, may_miss: bool) -> Extracted | None:
    item = keeping.known(entry.document, read_as())
    keeping.note(entry.id, entry.document)
    if isinstance(item, Extracted):
        return item
    if may_miss:
        return None
    raise DamagedError(f"article {entry.id}")


def _near(index: Index, seen: Marks) -> set[int]:
    """The numbers of articles that share so much that their stories are sorted anew."""
    hashes = {
        **{hash_of("name", name): ("name", name) for name in seen.names},
        **{hash_of("rest", mark): ("figure", mark) for mark in seen.figures},
        **{hash_of("rest", mark): ("day", mark) for mark in seen.days},
        **{hash_of("quote", mark): ("quote", mark) for mark in seen.quotes},
    }
    units = index.stories + 1
    borne = index.counts("borne", hashes)
    total = max(units, BACKGROUND)
    moment = _moment(seen)
    met: defaultdict[int, dict[str, float]] = defaultdict(dict)
    when: dict[int, int] = {}
    own: defaultdict[str, float] = defaultdict(float)
    common = listed("common")
    for hash_, (kind, mark) in hashes.items():
        n = borne.get(hash_, 0)
        weight = log(total / (n + 1)) * (COMMON if mark in common and kind == "name" else 1)
        own[kind] += weight
        if (kind == "name" and mark in common) or n > max(MOST, units // 100):
            continue
        for at in {moment, _UNDATED, _LATEST if moment == _UNDATED else moment}:
            for there, number in index.near(hash_, at, _REACH):
                when[number] = there
                met[number][f"{kind} {mark}"] = WORTH if kind == "quote" else weight
    sums = {number: _by_kind(shared) for number, shared in met.items()}
    worth = [n for n, mine in sums.items() if sum(mine.values()) >= WORTH]
    return {
        entry.n
        for entry in index.entries("n", sorted(worth))
        if _odds(seen, own, sums[entry.n], entry, when[entry.n], met[entry.n]) >= RESEMBLES
    }


def _by_kind(shared: Mapping[str, float]) -> defaultdict[str, float]:
    out: defaultdict[str, float] = defaultdict(float)
    for mark, weight in shared.items():
        out[mark.partition(" ")[0]] += weight
    return out


def _odds(
    seen: Marks,
    own: Mapping[str, float],
    mine: Mapping[str, float],
    entry: Entry,
    moment: int,
    met: Collection[str],
) -> float:
    here = _moment(seen)
    gap = None if _UNDATED in (here, moment) else abs(here - moment)
    return odds_of(
        Shared(
            mine["name"],
            (own["name"], max(entry.weights[0], 1.0)),
            mine["figure"],
            (own["figure"], entry.weights[1]),
            sum(mark.startswith("quote ") for mark in met),
            mine["day"],
            0.0,
            gap,
        )
    )


def _sums(index: Index, seen: Marks, total: int) -> tuple[float, float]:
    """What an article's names weigh, and its figures."""
    common = listed("common")
    names = {hash_of("name", name): COMMON if name in common else 1.0 for name in seen.names}
    figures = {hash_of("rest", mark) for mark in seen.figures}
    borne = index.counts("borne", {*names, *figures})
    return (
        round(sum(f * log(total / max(1, borne.get(h, 1))) for h, f in names.items()), 3),
        round(sum(log(total / max(1, borne.get(h, 1))) for h in figures), 3),
    )


def _seen(item: Extracted) -> Seen:
    return Seen(item, marks(item.article, item.claims))


def _as_it_was(story: Story, seen: Mapping[str, Seen], parted: Mapping[str, Seen]) -> list[Seen]:
    """The articles of a story before others joined; those that cannot be told are left out."""
    known = (parted.get(id_) or seen.get(id_) for id_ in story.articles)
    return [one for one in known if one is not None]


def _moment(seen: Marks) -> int:
    return _UNDATED if seen.published is None else seen.published[0].toordinal()


def _same(article: Article) -> list[int]:
    """What makes articles one story or one origin whatever they bear."""
    out = [hash_of("content", article.content_id)]
    out += [hash_of("origin", article.origin)] if article.origin else []
    return [*out, hash_of("story", article.story)] if article.story else out


def _stands(seen: Marks, number: int) -> list[tuple[int, int, int]]:
    """Where the marks of an article stand that may bring others near."""
    common = listed("common")
    hashes = {hash_of("name", name) for name in seen.names if name not in common}
    hashes |= {hash_of("rest", mark) for mark in (*seen.figures, *seen.days)}
    hashes |= {hash_of("quote", mark) for mark in seen.quotes}
    return [(hash_, _moment(seen), number) for hash_ in sorted(hashes)]


def _borne(articles: Sequence[Seen]) -> set[int]:
    """The marks that a story bears, by those of its articles that stand for it."""
    out: set[int] = set()
    for _, seen in standing(articles):
        out |= {hash_of("name", name) for name in seen.names}
        out |= {hash_of("rest", mark) for mark in (*seen.figures, *seen.days)}
        out |= {hash_of("word", word) for word in seen.words}
    return out


def _told(articles: Iterable[Seen]) -> set[int]:
    """The shingles of a story."""
    return {
        hash_of("shingle", shingle)
        for item, _ in articles
        for shingle in shingles_of(item.article, item.claims)
    }
