"""Article to claims: what is counted, where, and who says so.

`EXTRACTORS` is the visible table: one file per kind of claim. `records` are what linking compares.
"""

from xref.extract.claims import EXTRACTORS, Extraction, extract
from xref.extract.grammars import Grammars, compile_grammars
from xref.extract.records import RecordWords, compile_records, records

__all__ = [
    "EXTRACTORS",
    "Extraction",
    "Grammars",
    "RecordWords",
    "compile_grammars",
    "compile_records",
    "extract",
    "records",
]
