"""What reading and linking worked out, kept by all that it rests on.

A key is a digest of the document or of the story, of the measures that rules teach, and of the
program and its lexicons. So nothing that is found under a key has to be asked whether it is still
true.
"""

import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Protocol, TypeVar

from pydantic import TypeAdapter, ValidationError

from xref import __version__
from xref.link import Bucket
from xref.model.article import Document

T = TypeVar("T")

_SUFFIXES = (".py", ".yaml")
_FOREIGN = frozenset({"cli", "render", "explain", "rules", "packs", "__pycache__"})
"""Parts of the package that neither read nor link."""


class Bytes(Protocol):
    """Where values are kept."""

    def get(self, key: str) -> bytes | None:
        """The value of a key."""

    def put(self, key: str, value: bytes) -> None:
        """Keep a value."""


@cache
def program() -> str:
    """A digest of the program as far as it reads and links, and of what it runs on."""
    whole = blake2b(digest_size=16)
    for part in (__version__, sys.version, unicodedata.unidata_version):
        whole.update(part.encode() + b"\0")
    _add(whole.update, resources.files("xref"))
    return whole.hexdigest()


def _add(update: Callable[[bytes], None], folder: Traversable) -> None:
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if each.is_dir():
            if each.name not in _FOREIGN:
                _add(update, each)
        elif each.name.endswith(_SUFFIXES):
            update(each.name.encode() + b"\0" + each.read_bytes() + b"\0")


class Keeping:
    """What is kept of one run's documents and stories, under the measures that its rules teach."""

    def __init__(self, store: Bytes, measures: Sequence[Mapping[str, object]]) -> None:
        self._store = store
        self._program = f"{program()} {measures!r}"
        self._documents: dict[str, str] = {}

    def document(self, document: Document) -> str:
        """The key of what a document is read as."""
        key = self._key("document", repr(document))
        self._documents[document.id] = key
        return key

    @property
    def program(self) -> str:
        """All that what is kept rests on but the articles."""
        return blake2b(self._program.encode(), digest_size=24).hexdigest()

    def key_of(self, id_: str) -> str:
        """The key of a document that was asked for before, by its id."""
        return self._documents[id_]

    def note(self, id_: str, key: str) -> None:
        """Take note of a document by its key alone."""
        self._documents[id_] = key

    def story(self, bucket: Bucket) -> str | None:
        """The key of what a story comes to; ``None`` where its articles are not known by key."""
        story = bucket.story
        known = [self._documents.get(id_, "") for id_ in story.articles]
        if not all(known):
            return None
        mine = sorted((id_, bucket.voices.get(id_)) for id_ in story.articles)
        return self._key("story", f"{story!r} {known} {mine}")

    def known(self, key: str | None, kind: "TypeAdapter[T]") -> T | None:
        """What is kept under a key, of a kind that is never ``None``."""
        raw = None if key is None else self._store.get(key)
        if raw is None:
            return None
        try:
            return kind.validate_json(raw)
        except ValidationError:
            return None

    def keep(self, key: str | None, kind: "TypeAdapter[T]", value: T) -> None:
        """Keep a value."""
        if key is not None:
            self._store.put(key, kind.dump_json(value))

    def _key(self, kind: str, rest: str) -> str:
        text = f"{kind} {self._program} {rest}".encode("utf-8", "surrogatepass")
        return blake2b(text, digest_size=24).hexdigest()
