"""The tables of an index: articles, stories, and where each mark stands, so that a look-up is one.

All that changes an index is one transaction: a run that is killed leaves it as it was.
"""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from typing import Any

from xref.index.rows import DamagedError, Entry, digest_of, entry_of, hash_of, row_of
from xref.link.outside import MarkKind
from xref.model.article import Skipped
from xref.model.link import Origin, Story
from xref.store import Store

_TABLES = """
CREATE TABLE IF NOT EXISTS noted (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS article (
  id TEXT PRIMARY KEY, n INTEGER UNIQUE NOT NULL, path TEXT NOT NULL, document TEXT NOT NULL,
  story TEXT NOT NULL, origin TEXT, apart TEXT, weights TEXT NOT NULL, digest BLOB NOT NULL)
  WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS article_story ON article (story);
CREATE INDEX IF NOT EXISTS article_origin ON article (origin);
CREATE INDEX IF NOT EXISTS article_path ON article (path);
CREATE TABLE IF NOT EXISTS story (
  id TEXT PRIMARY KEY, n INTEGER UNIQUE NOT NULL, told TEXT NOT NULL, digest BLOB NOT NULL)
  WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS origin (
  id TEXT PRIMARY KEY, told TEXT NOT NULL, digest BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS same (
  hash INTEGER, article INTEGER, PRIMARY KEY (hash, article)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mark (
  hash INTEGER, moment INTEGER, article INTEGER, PRIMARY KEY (hash, moment, article))
  WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS borne (hash INTEGER PRIMARY KEY, stories INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS shingle (
  hash INTEGER, story INTEGER, PRIMARY KEY (hash, story)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ending (hash INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS skipped (
  path TEXT, reason TEXT, expected INTEGER, PRIMARY KEY (path, reason)) WITHOUT ROWID;
"""
_AT_ONCE = 500
"""Values that one statement asks for."""


class OtherIndexError(Exception):
    """The index was made by another version, or with other measures; nothing in it holds."""


class Index:
    """The index in a named store, for one program and one set of measures."""

    def __init__(self, store: Store, program: str) -> None:
        """Open it.

        Raises:
            OtherIndexError: when it is of another program or of other measures.
        """
        self.store = store
        self._connection = store.connection
        self._connection.executescript(_TABLES)
        known = self.noted("program")
        if known is not None and known != program:
            raise OtherIndexError
        self._program = program

    def noted(self, name: str) -> str | None:
        """A note on the index as a whole."""
        row = self._connection.execute("SELECT value FROM noted WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    @property
    def generation(self) -> int:
        """How often the index was changed."""
        return int(self.noted("generation") or 0)

    def __len__(self) -> int:
        """How many articles there are."""
        return int(self._connection.execute("SELECT count(*) FROM article").fetchone()[0])

    @property
    def stories(self) -> int:
        """How many stories there are."""
        return int(self._connection.execute("SELECT count(*) FROM story").fetchone()[0])

    @contextmanager
    def changing(self, since: int) -> Iterator[bool]:
        """One change as a whole; false where another run changed the index after `since`."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            if self.generation != since:
                yield False
            else:
                yield True
                self._note("program", self._program)
                self._note("generation", str(since + 1))
            self._connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise

    def _note(self, name: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO noted VALUES (?, ?)", (name, value))

    # --- reading

    def entries(self, column: str | None = None, values: Iterable[object] = ()) -> Iterator[Entry]:
        """The articles whose column has one of some values, or all; sorted by id within a batch.

        Raises:
            DamagedError: when an entry is not as it was written.
        """
        chosen = "id, n, path, document, story, origin, apart, weights, digest"
        if column is None:
            rows = self._connection.execute(f"SELECT {chosen} FROM article ORDER BY id")
            yield from map(entry_of, rows)
            return
        for some in _batches(values):
            marks = ",".join("?" * len(some))
            rows = self._connection.execute(
                f"SELECT {chosen} FROM article WHERE {column} IN ({marks}) ORDER BY id", some
            )
            yield from map(entry_of, rows.fetchall())

    def sound(self) -> tuple[list[Entry], bool]:
        """The entries of which all is as it was written, and whether that is all there is."""
        rows = self._connection.execute(
            "SELECT id, n, path, document, story, origin, apart, weights, digest FROM article"
        ).fetchall()
        entries = [entry_of(row) for row in rows if digest_of(row[:-1]) == row[-1]]
        sound = [entry for entry in entries if self.store.is_sound(entry.document)]
        try:
            stories = self.told_stories()
            self.told_origins()
        except (DamagedError, ValueError):
            return sound, False
        held = {a for _, story in stories.values() for a in story.articles}
        return sound, len(sound) == len(rows) and held == {entry.id for entry in sound}

    def told_stories(self, ids: Iterable[str] | None = None) -> dict[str, tuple[int, Story]]:
        """Stories with their numbers by id, those of some ids or all, in the order of ids."""
        out: dict[str, tuple[int, Story]] = {}
        for id_, number, told, digest in self._rows("story", "id, n, told, digest", ids):
            if digest_of((id_, number, told)) != digest:
                raise DamagedError(f"story {id_}")
            name, articles, joined = json.loads(told)
            out[id_] = number, Story(name, tuple(articles), joined)
        return dict(sorted(out.items()))

    def told_origins(self, ids: Iterable[str] | None = None) -> dict[str, Origin]:
        """Origins by id, those of some ids or all."""
        out: dict[str, Origin] = {}
        for id_, told, digest in self._rows("origin", "id, told, digest", ids):
            if digest_of((id_, told)) != digest:
                raise DamagedError(f"origin {id_}")
            name, articles, evidence = json.loads(told)
            out[id_] = Origin(name, tuple(articles), evidence)
        return out

    def _rows(
        self, table: str, columns: str, ids: Iterable[str] | None
    ) -> Iterator[tuple[Any, ...]]:
        if ids is None:
            yield from self._connection.execute(f"SELECT {columns} FROM {table}").fetchall()
            return
        for some in _batches(ids):
            marks = ",".join("?" * len(some))
            yield from self._connection.execute(
                f"SELECT {columns} FROM {table} WHERE id IN ({marks})", some
            ).fetchall()

    def counts(self, table: str, hashes: Iterable[int]) -> dict[int, int]:
        """How many stories bear each mark (`borne`), or tell each shingle (`shingle`)."""
        column = "stories" if table == "borne" else "count(*)"
        grouped = "" if table == "borne" else "GROUP BY hash"
        out: dict[int, int] = {}
        for some in _batches(hashes):
            marks = ",".join("?" * len(some))
            out.update(
                self._connection.execute(
                    f"SELECT hash, {column} FROM {table} WHERE hash IN ({marks}) {grouped}", some
                ).fetchall()
            )
        return out

    def endings(self, hashes: Iterable[int]) -> set[int]:
        """Which of some lines are known to stand under articles of many stories."""
        out: set[int] = set()
        for some in _batches(hashes):
            marks = ",".join("?" * len(some))
            rows = self._connection.execute(
                f"SELECT hash FROM ending WHERE hash IN ({marks})", some
            )
            out.update(row[0] for row in rows)
        return out

    def near(self, mark: int, moment: int, reach: int) -> list[tuple[int, int]]:
        """Moment and number of the articles next to a moment that bear a mark, on either side."""
        before = self._connection.execute(
            "SELECT moment, article FROM mark WHERE hash = ? AND moment <= ?"
            " ORDER BY moment DESC LIMIT ?",
            (mark, moment, reach),
        ).fetchall()
        after = self._connection.execute(
            "SELECT moment, article FROM mark WHERE hash = ? AND moment > ?"
            " ORDER BY moment LIMIT ?",
            (mark, moment, reach),
        ).fetchall()
        return [*before, *after]

    def alike(self, hashes: Iterable[int]) -> set[int]:
        """The numbers of articles of the same text, declared origin or given story."""
        out: set[int] = set()
        for some in _batches(hashes):
            marks = ",".join("?" * len(some))
            rows = self._connection.execute(
                f"SELECT article FROM same WHERE hash IN ({marks})", some
            )
            out.update(row[0] for row in rows)
        return out

    def skipped(self) -> tuple[Skipped, ...]:
        """What could not be read."""
        rows = self._connection.execute("SELECT path, reason, expected FROM skipped")
        return tuple(Skipped(path, reason, bool(expected)) for path, reason, expected in rows)

    # --- writing, inside `changing`

    def next_number(self, table: str) -> int:
        """A number that no row of a table has."""
        query = f"SELECT coalesce(max(n), 0) + 1 FROM {table}"
        return int(self._connection.execute(query).fetchone()[0])

    def put(self, entries: Iterable[Entry]) -> None:
        """Write articles, in the place of those of their ids."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(*row, digest_of(row)) for row in map(row_of, entries)],
        )

    def put_stories(self, stories: Iterable[tuple[int, Story]]) -> None:
        """Write stories with their numbers."""
        rows = [(s.id, n, json.dumps([s.id, s.articles, s.why])) for n, s in stories]
        self._connection.executemany(
            "INSERT OR REPLACE INTO story VALUES (?, ?, ?, ?)",
            [(*row, digest_of(row)) for row in rows],
        )

    def put_origins(self, origins: Iterable[Origin]) -> None:
        """Write origins."""
        rows = [(o.id, json.dumps([o.id, o.articles, o.evidence])) for o in origins]
        self._connection.executemany(
            "INSERT OR REPLACE INTO origin VALUES (?, ?, ?)",
            [(*row, digest_of(row)) for row in rows],
        )

    def put_skipped(self, skipped: Iterable[Skipped], covered: Callable[[str], bool]) -> None:
        """Write what could not be read, in the place of all that is covered by its path."""
        self.drop("skipped", [each.path for each in self.skipped() if covered(each.path)])
        self._connection.executemany(
            "INSERT OR REPLACE INTO skipped VALUES (?, ?, ?)",
            [(each.path, each.reason, each.expected) for each in skipped],
        )

    def clear(self) -> None:
        """Take out everything."""
        for table in ("article", "story", "origin", "same", "mark", "borne", "shingle", "ending"):
            self._connection.execute(f"DELETE FROM {table}")

    def drop(self, table: str, ids: Iterable[str]) -> None:
        """Take rows out of a table by their ids, or by their paths where it has no ids."""
        column = "path" if table == "skipped" else "id"
        self._connection.executemany(
            f"DELETE FROM {table} WHERE {column} = ?", [(each,) for each in ids]
        )

    def place(self, table: str, rows: Iterable[tuple[int, ...]]) -> None:
        """Write where marks stand."""
        ordered = sorted(rows)
        if ordered:
            marks = ",".join("?" * len(ordered[0]))
            self._connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", ordered)

    def take(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[int]]) -> None:
        """Take out where marks stood."""
        chosen = " AND ".join(f"{column} = ?" for column in columns)
        self._connection.executemany(f"DELETE FROM {table} WHERE {chosen}", rows)

    def count(self, changes: Mapping[int, int]) -> None:
        """Add to the numbers of stories that bear marks, or take from them."""
        self._connection.executemany(
            "INSERT INTO borne VALUES (?, ?) ON CONFLICT DO UPDATE SET stories = stories + ?",
            [(hash_, n, n) for hash_, n in sorted(changes.items()) if n],
        )


class Elsewhere:
    """The stories of an index but those that are sorted anew, whose marks are taken off."""

    def __init__(
        self, index: Index, units: int, without: Mapping[int, int], untold: Mapping[int, int]
    ) -> None:
        self.units = units
        self._index = index
        self._without = without
        self._untold = untold
        self._known: dict[str, dict[int, int]] = {"borne": {}, "shingle": {}}

    def bearing(self, kind: MarkKind, marks: Collection[str]) -> Mapping[str, int]:
        """How many stories elsewhere bear each mark."""
        return self._counted("borne", kind, marks, self._without)

    def telling(self, shingles: Collection[str]) -> Mapping[str, int]:
        """In texts of how many stories elsewhere words stand."""
        return self._counted("shingle", "shingle", shingles, self._untold)

    def _counted(
        self, table: str, kind: str, marks: Collection[str], without: Mapping[int, int]
    ) -> Mapping[str, int]:
        if not self.units:
            return {}
        hashes = {mark: hash_of(kind, mark) for mark in marks}
        known = self._known[table]
        new = [hash_ for hash_ in hashes.values() if hash_ not in known]
        known.update(dict.fromkeys(new, 0))
        known.update(self._index.counts(table, new))
        counted = {mark: known[hash_] - without.get(hash_, 0) for mark, hash_ in hashes.items()}
        return {mark: n for mark, n in counted.items() if n > 0}

    def ending(self, lines: Collection[str]) -> Collection[str]:
        """The lines that are known to stand under articles of many stories."""
        hashes = {line: hash_of("line", line) for line in lines}
        known = self._index.endings(hashes.values())
        return {line for line, hash_ in hashes.items() if hash_ in known}


def _batches(values: Iterable[object]) -> Iterator[list[object]]:
    coming = iter(values)
    while some := list(islice(coming, _AT_ONCE)):
        yield some
