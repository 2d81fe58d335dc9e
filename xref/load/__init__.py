"""Bytes to documents: files, folders and standard input, decoded and taken apart into records.

Nothing is judged here. What cannot be read is handed on as `Skipped`, and the rest goes on.
"""

from xref.load.errors import MissingInput
from xref.load.fields import FieldsError, field_map, known_field
from xref.load.formats import ALSO, FORMATS
from xref.load.inputs import load, reads
from xref.load.record import Broken, Record
from xref.load.source import Source
from xref.load.walk import KNOWN

__all__ = [
    "ALSO",
    "FORMATS",
    "KNOWN",
    "Broken",
    "FieldsError",
    "MissingInput",
    "Record",
    "Source",
    "field_map",
    "known_field",
    "load",
    "reads",
]
