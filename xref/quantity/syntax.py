"""What the reading of a sentence tells of a word beside a number, where its form leaves it open."""

from xref.language import Readings, WordClasses
from xref.model.span import Span
from xref.quantity.tokens import Tokens

_VERBS = frozenset("vzefkg")
_NOUNS = frozenset("N")
_REACH = 40
"""How many words on either side are read at most."""


def is_verb(t: Tokens, i: int, classes: WordClasses) -> bool:
    """Whether token `i` is a verb in its sentence ("will |issue| 300 permits")."""
    return _letter(t, i, classes) in _VERBS


def is_noun(t: Tokens, i: int, classes: WordClasses) -> bool:
    """Whether token `i` is a noun in the singular in its sentence ("in |courtroom| 6")."""
    return _letter(t, i, classes) in _NOUNS


def _letter(t: Tokens, i: int, classes: WordClasses) -> str:
    """The letter that the reading of its sentence gives token `i`; "" where it has none."""
    first, last = i, i + 1
    while first > max(i - _REACH, 0) and not t.opens_sentence(first):
        first -= 1
    while last < min(i + _REACH, t.size) and not t.opens_sentence(last):
        last += 1
    sentence = Span(t.starts[first], t.ends[last - 1])
    reading = Readings(t.text, classes).of(sentence)
    at, _ = reading.tokens(t.starts[i], t.ends[i])
    return reading.letters[at : at + 1]
