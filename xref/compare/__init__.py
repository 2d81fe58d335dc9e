"""How two readings of one figure or date relate, and why: pure, and knows no article store."""

from xref.compare.ladder import relate
from xref.compare.policy import DEFAULT, Policy
from xref.compare.reading import Beside, Reading, reading_of

__all__ = ["DEFAULT", "Beside", "Policy", "Reading", "reading_of", "relate"]
