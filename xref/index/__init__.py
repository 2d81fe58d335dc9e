"""An index of articles that grows: what joins it touches only the stories that it may belong to."""

from xref.index.growing import Grown, grow, kept, told_apart
from xref.index.joining import Joined, add, join
from xref.index.reading import joined_report, whole_report
from xref.index.rows import DamagedError
from xref.index.tables import Index, OtherIndexError

__all__ = [
    "DamagedError",
    "Grown",
    "Index",
    "Joined",
    "OtherIndexError",
    "add",
    "grow",
    "join",
    "joined_report",
    "kept",
    "told_apart",
    "whole_report",
]
