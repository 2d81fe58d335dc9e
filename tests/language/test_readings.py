"""The corpus of sentences: what is read in each, line by line."""

from typing import Any

import pytest

from tests.language.made import clause_lines, corpus, figure_line, reading_of

MISSED = {
    "Fishermen who break the ban risk fines of up to $5,000.",
    "Building the tunnel has cost $3 billion so far.",
    "The zoo is home to 600 animals, including four lions.",
    "Children under five are most at risk.",
    "Just 900 people saw the match, played in driving rain.",
}
"""Sentences of the corpus that are not read right."""

ENTRIES = corpus("readings")


def _read_right(entry: dict[str, Any]) -> bool:
    reading = reading_of(entry["text"])
    figures = [line.split(" | ")[0] for line in entry.get("figures", ())]
    return clause_lines(reading) == entry["clauses"] and [
        figure_line(reading, figure) for figure in figures
    ] == entry.get("figures", [])


@pytest.mark.parametrize("entry", ENTRIES, ids=[e["text"][:60] for e in ENTRIES])
def test_a_sentence_is_read_as_written_down(entry: dict[str, Any]) -> None:
    if entry["text"] in MISSED:
        assert not _read_right(entry), "read right now: take it off the list of the missed"
        return
    reading = reading_of(entry["text"])
    assert clause_lines(reading) == entry["clauses"]
    for line in entry.get("figures", ()):
        assert figure_line(reading, line.split(" | ")[0]) == line
