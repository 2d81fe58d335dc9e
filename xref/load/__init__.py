"""Bytes to documents: files, folders and standard input, decoded and taken apart into records.

Nothing is judged here. What cannot be read is handed on as `Skipped`, and the rest goes on.
"""

from xref.load.errors import MissingInput
from xref.load.formats import FORMATS
from xref.load.inputs import load

__all__ = ["FORMATS", "MissingInput", "load"]
