"""Unnamed people who speak for the body that they are of: "officials at the ministry"."""

from xref.language.phrases import Range
from xref.speech.grammar import SpeechGrammar
from xref.speech.tokens import Unit

_OF = frozenset(("at", "with", "of", "from", "for", "in"))


def body_spoken_for(unit: Unit, a: int, b: int, limit: int, grammar: SpeechGrammar) -> Range | None:
    """The tokens of the body in a phrase of people who speak for it, else ``None``.

    A body speaks through people in the plural whom nothing sets apart; "two officials at the
    ministry" and "senior officials" are sources of their own. `limit` is the end of the
    phrase's head.
    """
    low, tags = unit.low, unit.tags
    if low[limit - 1] not in grammar.collectives:
        return None
    if limit - 1 == a:
        if low[limit : limit + 1] and low[limit] in _OF:
            return _body(unit, limit + 1, b, low[limit] != "in", grammar)
        return None
    manned = low[limit - 2] == "'s" and f"{low[limit - 3]}'s" in grammar.manned
    manned = manned or low[limit - 2] in grammar.manned
    return (a, limit - 1) if manned and not set(tags[a : limit - 1]) - set("Pny") else None


def _body(unit: Unit, start: int, end: int, name: bool, grammar: SpeechGrammar) -> Range | None:
    """The body at ``[start, end)``: a noun for one, or (where it can be) the `name` of one."""
    low, tags = unit.low, unit.tags
    while start < end and tags[start] == "d":
        start += 1
    if start == end:
        return None
    stop = start
    while stop < end and tags[stop] in "PCyn":
        stop += 1
    words = low[start:stop]
    known = not grammar.name_words.isdisjoint(words) or low[start] in grammar.known_low
    named = name and tags[start] == "P" and known
    common = words and words[-1] in grammar.organisations and words[-1] not in grammar.anonymous
    return (start, stop) if named or common else None
