"""Statement claims: intents, denials, accusations, assessments, forecasts, assertions that matter."""

from collections.abc import Iterator

from xref.extract.draft import Draft, Passage
from xref.extract.grammars import Grammars


def statements(passage: Passage, grammars: Grammars) -> Iterator[Draft]:
    """The statements of consequence of a passage."""
    return iter(())
