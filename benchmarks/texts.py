"""Texts to measure on: the sample stories, or any file of records."""

import json
from pathlib import Path

from xref.load import load
from xref.model.article import Document

INPUTS = Path(__file__).parent.parent / "inputs"


def documents(file: Path | None, characters: int) -> list[Document]:
    """Documents of about `characters` in all; the sample stories are repeated to fill them."""
    if file is None:
        base = [d for d in load([str(INPUTS)], None) if isinstance(d, Document)]
    else:
        lines = file.read_text(encoding="utf-8").splitlines()
        base = [
            Document(id=str(n), path=str(file), text=json.loads(line)["text"])
            for n, line in enumerate(lines)
            if line.strip()
        ]
    out: list[Document] = []
    total = 0
    while total < characters:
        for document in base:
            out.append(document)
            total += len(document.text)
            if total >= characters:
                break
    return out
