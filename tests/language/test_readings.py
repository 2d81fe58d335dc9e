"""The corpus of sentences: what is read in each, line by line."""

from typing import Any

import pytest

from tests.language.made import clause_lines, corpus, figure_lines, reading_of

ENTRIES = corpus("readings")


@pytest.mark.parametrize("entry", ENTRIES, ids=[e["text"][:60] for e in ENTRIES])
def test_a_sentence_is_read_as_written_down(entry: dict[str, Any]) -> None:
    reading = reading_of(entry["text"])
    if entry.get("missed"):
        read = (clause_lines(reading), figure_lines(reading, entry))
        written = (entry["clauses"], entry.get("figures", []))
        assert read != written, "read right now: it is no longer missed"
        return
    assert clause_lines(reading) == entry["clauses"]
    assert figure_lines(reading, entry) == entry.get("figures", [])
