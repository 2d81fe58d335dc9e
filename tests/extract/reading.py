"""Reads a short text into its claims."""

from functools import cache

from xref import pipeline, rules
from xref.model.article import Document
from xref.model.claim import Claim


@cache
def lexicons() -> pipeline.Words:
    return pipeline.words(rules.load(rules.default_packs()))


def claims(text: str, **record: str) -> tuple[Claim, ...]:
    document = Document(id="a", path="a.txt", text=text, **record)
    item = next(iter(pipeline.extracted([document], lexicons())))
    assert isinstance(item, pipeline.Extracted), item
    return item.claims
