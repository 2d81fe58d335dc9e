"""Labelled stories: which figures and dates of their articles are of one thing.

Three kinds of file are read. A YAML list of stories with articles `a` and `b` (and `c`), the
figures that two of them share under `same` and look-alikes under `apart`, each figure as its
words; the story tests of this project (`words` and `expect`), of which one pair is labelled; and
JSON Lines with `articles` and `pairs`, whose places are offsets.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from xref.model.article import Document

Place = tuple[str, str, int, int]
"""Article id, title or text, start and end offsets."""


@dataclass(frozen=True)
class Label:
    """Places of two articles that tell of one thing, or of two that look alike.

    Where one phrase bears several figures, `measure` says which is meant; `relation` is how the
    two relate, where that was judged.
    """

    a: tuple[Place, ...]
    b: tuple[Place, ...]
    same: bool
    measure: str | None = None
    relation: str | None = None


@dataclass(frozen=True)
class Story:
    """The articles of one story with their labels.

    `complete` names the kinds of claim of which every shared one is labelled.
    """

    id: str
    articles: tuple[Document, ...]
    labels: tuple[Label, ...]
    complete: frozenset[str]


def stories(paths: list[Path]) -> list[Story]:
    """The stories of some files.

    Raises:
        ValueError: when the words of a label do not stand in their article.
    """
    return [story for path in paths for story in _of_file(path)]


def _of_file(path: Path) -> Iterator[Story]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        for line in text.splitlines():
            if line.strip():
                yield _exact(json.loads(line))
        return
    for number, entry in enumerate(yaml.safe_load(text)):
        yield _tested(entry, f"{path.stem}-{number}") if "expect" in entry else _told(entry)


def _exact(entry: Mapping[str, Any]) -> Story:
    return Story(
        entry["id"],
        tuple(_document(a, entry["id"]) for a in entry["articles"]),
        tuple(
            Label(
                tuple(tuple(p) for p in label["a"]),
                tuple(tuple(p) for p in label["b"]),
                label["same"],
                label.get("measure"),
                label.get("relation"),
            )
            for label in entry["pairs"]
        ),
        frozenset(entry["complete"]),
    )


def _document(record: Mapping[str, Any], story: str) -> Document:
    return Document(
        id=record["id"],
        path=record["id"],
        text=record["text"],
        title=record.get("title"),
        outlet=record.get("outlet"),
        published=record.get("published"),
        story=story,
        as_file=False,
    )


def _told(entry: Mapping[str, Any]) -> Story:
    records = {
        side: {
            **entry[side],
            "id": f"{entry['id']}.{side}",
            "published": str(entry["published"][side]),
            "text": entry[side]["text"].strip("\n"),
        }
        for side in "abc"
        if side in entry
    }
    labels = [
        Label(
            *(_found(records[k], str(label[k]).strip()) for k in sides),
            same,
            None,
            label.get("relation"),
        )
        for name, same in (("same", True), ("apart", False))
        for label in entry.get(name) or ()
        for sides in [[k for k in "abc" if k in label]]
    ]
    documents = tuple(_document(record, entry["id"]) for record in records.values())
    return Story(entry["id"], documents, tuple(labels), frozenset({"figure", "date"}))


def _tested(entry: Mapping[str, Any], id_: str) -> Story:
    records = {
        side: {
            "id": f"{id_}.{side}",
            "outlet": side.upper(),
            "published": str(entry.get(f"{side}_published", "2031-03-20")),
            "text": str(entry[side]),
        }
        for side in "ab"
    }
    label = Label(
        _found(records["a"], entry["words"][0]),
        _found(records["b"], entry["words"][1]),
        entry["expect"] != "apart",
        None,
        None if entry["expect"] == "apart" else entry["expect"],
    )
    documents = tuple(_document(record, id_) for record in records.values())
    return Story(id_, documents, (label,), frozenset())


def _found(record: Mapping[str, Any], words: str) -> tuple[Place, ...]:
    for field in ("text", "title"):
        at = (record.get(field) or "").find(words)
        if at >= 0:
            return ((record["id"], field, at, at + len(words)),)
    raise ValueError(f"“{words}” stands nowhere in {record['id']}")
