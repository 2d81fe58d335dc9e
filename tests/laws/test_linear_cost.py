"""The work done on hostile text grows as its length does, from reading to the rules.

Work is counted in function calls, which are the same on every machine; time is measured in the
benchmarks only.
"""

import cProfile

import pytest

from tests.long import few
from xref import pipeline, rules
from xref.model.article import Document

HEAD = "A storm hit the town of Dunmere and killed 3 people, the mayor said.\n\n"
SHORT = 2_000
MOST = 2.5
"""A doubled text costs twice the calls and a little more; a quadratic one four times."""

RULES = rules.load(rules.default_packs())
WORDS = pipeline.words(RULES)


def calls(piece: str, size: int) -> int:
    """The function calls that it takes to extract about `size` characters of `piece`."""
    text = HEAD + piece * (size // len(piece))
    document = Document(id="a", path="a", text=text, language="en")
    counter = cProfile.Profile()
    counter.enable()
    found = list(pipeline.extracted([document], WORDS))
    counter.disable()
    assert isinstance(found[0], pipeline.Extracted)
    return sum(entry.callcount for entry in counter.getstats())


PIECES = (
    *("1", "1 ", "3;3(", "and ", "(", '"', "\u201c", '"a" ', "'a ", "\n", "a\n\n", "A", "."),
    *("one hundred ", "Aaa Bbb ", "3 killed, ", "3 killed in Aaa and Bbb ", "1 January "),
    *("the man said that a house was there ", "Aaa denied killing, ", "Ann Lee, 24, "),
    *("3 days of talks, ", '"We go," Aaa said.\n\n', "3% ", "the Aaa of the ", "said that "),
)


@pytest.mark.parametrize("piece", few(PIECES, ["1", "\u201c", "and ", "(", "\n", "Ann Lee, 24, "]))
def test_twice_the_text_costs_twice_the_calls(piece: str) -> None:
    calls(piece, SHORT // 10)
    assert calls(piece, 2 * SHORT) < MOST * calls(piece, SHORT)


def run_calls(piece: str, size: int) -> int:
    """The function calls of a whole run on two articles of one story, each of `size` characters."""
    text = HEAD + piece * (size // len(piece))
    documents = [
        Document(id=id_, path=id_, text=text, title=title, language="en", outlet=id_, story="s")
        for id_, title in (("a", "Storm Hits Dunmere Town Hall"), ("b", "A storm hits the town"))
    ]
    counter = cProfile.Profile()
    counter.enable()
    pipeline.run(documents, RULES, WORDS)
    counter.disable()
    return sum(entry.callcount for entry in counter.getstats())


@pytest.mark.parametrize(
    "piece",
    few(
        ["9,000 troops ", "12 people were hurt and ", '"We go," Aaa said. ', "Ann Lee, 24, "],
        ['"We go," Aaa said. '],
    ),
)
def test_a_whole_run_on_twice_the_text_costs_twice_the_calls(piece: str) -> None:
    run_calls(piece, SHORT // 10)
    assert run_calls(piece, 2 * SHORT) < MOST * run_calls(piece, SHORT)
