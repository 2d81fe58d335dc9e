"""Article to claims: what is counted, where, and who says so.

`EXTRACTORS` is the visible table: one file per kind of claim.
"""

from xref.extract.claims import EXTRACTORS, Extraction, extract
from xref.extract.grammars import Grammars, compile_grammars

__all__ = ["EXTRACTORS", "Extraction", "Grammars", "compile_grammars", "extract"]
