"""What an index keeps of an article, as a row of a table that tells when it is damaged."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b


class DamagedError(Exception):
    """An entry is not what was written; the message names it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index says of an article.

    `document` is the key of what it was read as, `apart` a note on the story that it stayed out of,
    `weights` what its names and figures weighed when it came.
    """

    id: str
    n: int
    path: str
    document: str
    story: str
    origin: str | None
    apart: str | None
    weights: tuple[float, float]


def hash_of(kind: str, mark: str) -> int:
    """A number for a mark, as a database holds it best."""
    raw = blake2b(f"{kind} {mark}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(raw, "big", signed=True)


def row_of(entry: Entry) -> tuple[object, ...]:
    """An entry as a row, but for its digest."""
    weights = json.dumps(entry.weights)
    return (
        *(entry.id, entry.n, entry.path, entry.document, entry.story),
        *(entry.origin, entry.apart, weights),
    )


def entry_of(row: Sequence[object]) -> Entry:
    """The entry that a row holds.

    Raises:
        DamagedError: when the row is not what was written.
    """
    if digest_of(row[:-1]) != row[-1]:
        raise DamagedError(f"article {row[0]}")
    id_, n, path, document, story, origin, apart, weights, _ = row
    named, figured = json.loads(str(weights))
    return Entry(
        str(id_),
        int(str(n)),
        str(path),
        str(document),
        str(story),
        None if origin is None else str(origin),
        None if apart is None else str(apart),
        (named, figured),
    )


def digest_of(row: Sequence[object]) -> bytes:
    """What tells that a row is as it was written."""
    return blake2b(repr(tuple(row)).encode("utf-8", "replace"), digest_size=12).digest()
