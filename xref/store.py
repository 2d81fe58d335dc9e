"""Bytes by key in one SQLite file: what was worked out once, kept for the next run.

Nothing in it is believed: each value bears a digest of its key and itself, and what does not fit
is as if it were not there. A file that SQLite cannot read is made anew. Several runs may use one
store at a time; one that finds it busy goes on without.
"""

import sqlite3
import time
import zlib
from collections.abc import Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Self

NAME = "store.sqlite"
_DAY = 86_400
_WAIT = 2.0
"""Seconds that a busy store is waited for."""
_PATIENCE = 60.0
"""Seconds that another run is waited for that writes into a store by name."""
_OURS = 0x78726566
"""What SQLite's header says of whose database it is: "xref"."""
_BATCH = 200
_KEPT = 0.8
"""The share of the room that is left in use when it had run out."""
_TABLE = """\
CREATE TABLE IF NOT EXISTS kept (
  key TEXT PRIMARY KEY, value BLOB NOT NULL, digest BLOB NOT NULL,
  size INTEGER NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID
"""


class NotAStoreError(Exception):
    """A file that a user named is no store, or cannot be opened as one."""


class Store:
    """Values by key in one file, at most `most` bytes of them.

    A context: what was put is written when it ends, however it ends. Values that were not asked
    for the longest make room for others. Nothing here raises: where nothing can be written nothing
    is held.
    """

    def __init__(self, folder: Path, most: int = 500_000_000) -> None:
        """The store of a folder that xref made for it."""
        self._file = folder / NAME
        self._most: int | None = most
        self._waiting: dict[str, bytes] = {}
        self._asked: set[str] = set()
        self._connection = self._opened(folder)

    @classmethod
    def named(cls, file: Path, new: bool = False) -> Self:
        """The store in a file of a user's, of any size; made if it is to be `new`.

        Raises:
            NotAStoreError: when there is none, or the file holds anything else.
        """
        if not new and not file.exists():
            raise NotAStoreError("there is no such file")
        self = cls.__new__(cls)
        self._file, self._most, self._waiting, self._asked = file, None, {}, set()
        connection = None
        try:
            connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
            (mine,) = connection.execute("PRAGMA application_id").fetchone()
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            if mine != _OURS and (tables or not new):
                raise NotAStoreError("the file is no store of xref's")
            if mine != _OURS:
                connection.execute(f"PRAGMA application_id = {_OURS}")
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(_TABLE)
        except (sqlite3.Error, NotAStoreError) as error:
            if connection is not None:
                connection.close()
            raise NotAStoreError(str(error)) from None
        self._connection = connection
        return self

    @property
    def connection(self) -> sqlite3.Connection:
        """The database of a named store, which also holds its index."""
        assert self._connection is not None
        return self._connection

    def flush(self) -> None:
        """Write what waits."""
        self._write()

    def __enter__(self) -> Self:
        """Start."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write what waits, and close."""
        self._write()
        self._settle()
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def get(self, key: str) -> bytes | None:
        """The value of a key, ``None`` where there is none or it is damaged."""
        if key in self._waiting:
            return self._waiting[key]
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(
                "SELECT value, digest FROM kept WHERE key = ?", (key,)
            ).fetchone()
            if row is None or _digest(key, row[0]) != row[1]:
                return None
            value = zlib.decompress(row[0])
        except (sqlite3.Error, zlib.error, TypeError):
            return None
        self._asked.add(key)
        return value

    def is_sound(self, key: str) -> bool:
        """Whether a value is there and is what was put."""
        row = self.connection.execute(
            "SELECT value, digest FROM kept WHERE key = ?", (key,)
        ).fetchone()
        return row is not None and isinstance(row[0], bytes) and _digest(key, row[0]) == row[1]

    def put(self, key: str, value: bytes) -> None:
        """Keep a value; one that was there is replaced."""
        if self._connection is None:
            return
        self._waiting[key] = value
        if len(self._waiting) >= _BATCH:
            self._write()

    def _opened(self, folder: Path) -> sqlite3.Connection | None:
        """The store of a folder, made anew where it is none; ``None`` where that cannot be."""
        for again in (False, True):
            connection = None
            try:
                folder.mkdir(parents=True, exist_ok=True)
                ignored = folder / ".gitignore"
                if not ignored.exists() or not ignored.stat().st_size:
                    ignored.write_text("*\n", encoding="utf-8")
                if again:
                    for end in ("", "-wal", "-shm"):
                        self._file.with_name(NAME + end).unlink(missing_ok=True)
                connection = sqlite3.connect(self._file, timeout=_WAIT, isolation_level=None)
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = OFF")
                connection.execute(_TABLE)
                connection.execute("SELECT key, value, digest, size, used FROM kept LIMIT 1")
            except sqlite3.OperationalError as error:
                if connection is not None:
                    connection.close()
                if "no such column" not in str(error):
                    return None  # busy, or not to be written to: somebody else's run goes on
            except sqlite3.DatabaseError:
                if connection is not None:
                    connection.close()
            except OSError:
                return None
            else:
                return connection
        return None

    def _write(self) -> None:
        if self._connection is None or not self._waiting:
            self._waiting.clear()
            return
        today = int(time.time()) // _DAY
        rows = []
        for key, value in self._waiting.items():
            packed = zlib.compress(value, 1)
            rows.append((key, packed, _digest(key, packed), len(packed), today))
        self._waiting.clear()
        self._run("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?)", rows)

    def _settle(self) -> None:
        """Note what was asked for, and make room, where room is scarce."""
        if self._most is None:
            return
        today = int(time.time()) // _DAY
        self._run(
            "UPDATE kept SET used = ? WHERE key = ? AND used < ?",
            [(today, key, today) for key in sorted(self._asked)],
        )
        if self._connection is None:
            return
        try:
            (size,) = self._connection.execute("SELECT coalesce(sum(size), 0) FROM kept").fetchone()
            if size <= self._most:
                return
            gone: list[tuple[str]] = []
            for key, each in self._connection.execute(
                "SELECT key, size FROM kept ORDER BY used, key"
            ).fetchall():
                if size <= self._most * _KEPT:
                    break
                size -= each
                gone.append((key,))
        except (sqlite3.Error, TypeError):
            return
        self._run("DELETE FROM kept WHERE key = ?", gone)

    def _run(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        """Run a statement for several rows at once; not at all where the store is busy."""
        if self._connection is None or not rows:
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany(statement, rows)
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            if self._most is None:
                raise  # an index rests on what its store holds


def _digest(key: str, packed: bytes) -> bytes:
    return blake2b(packed, digest_size=16, key=key.encode()[:64]).digest()
