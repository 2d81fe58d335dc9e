"""The published JSON: records of claims, articles and reports, and their schemas."""

from functools import cache
from typing import Any

from xref.render.claim_records import article_record, claim_record
from xref.render.claim_shapes import ClaimRecord, ReadArticleRecord
from xref.render.encoding import line
from xref.render.report_records import report_record
from xref.render.report_shapes import ReportRecord


@cache
def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of ``claim``, ``article`` or ``report``.

    Raises:
        KeyError: for any other name.
    """
    from pydantic import TypeAdapter

    shape, published = {
        "claim": (ClaimRecord, "xref.claim/1"),
        "article": (ReadArticleRecord, "xref.article/1"),
        "report": (ReportRecord, "xref.report/1"),
    }[name]
    made = TypeAdapter(shape).json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{published.replace('/', ':').replace('.', ':')}",
        **made,
        "title": published,
    }


SCHEMAS = ("claim", "article", "report")
"""The names that `schema` knows."""

__all__ = [
    "SCHEMAS",
    "ClaimRecord",
    "ReadArticleRecord",
    "ReportRecord",
    "article_record",
    "claim_record",
    "line",
    "report_record",
    "schema",
]
