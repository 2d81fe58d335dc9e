"""A sentence's noun chunks and verb groups, cut out of its letters by two patterns."""

import re
from collections.abc import Iterator, Sequence

from xref.language.structure import Chunk, Item, Kind
from xref.text.days import WEEKDAYS

_TIME = (
    r"(?P<T>(?:d[dJ]?T+(?![yNST])|q*J?(?:C(?=T))?T+)(?:C(?![NSJPC,])|C,C(?![NSJPC])|C(?=,))?(?!y))"
)
"""A day or date: "last Monday", "on |3 May|", "|June 12, 2024|"; none where a noun follows."""
_VERB = (
    r"(?P<V>(?:t[rn]*)?(?:[mHbO][rn]*)*[vzefkg]"
    r"|(?:t[rn]*)?[mHbO](?:[rn]*[mHbO])*n?)"
)
"""Auxiliaries with their adverbs and a verb, or auxiliaries alone."""
_INNER = r"[CPJ]|N(?![CJ])|N(?=C(?![CNSJ]))|N(?=CN)|S(?=y)|T(?=T*[NSy])|y|r(?=J[NSJ])"
_INNER += r"|(?<=J)[c,](?=J+[NS])|(?<=[dJ])\"(?=[CJNSP])|(?<=[JNP])\"(?=[NS])"
_NOUN = (
    rf"(?P<N>[ho]|(?:q+(?=[dC]))?d+(?:[rq]*(?=[CJNSP]))?(?:{_INNER})*[NS]?"
    rf"|(?:q+(?=C))?(?:(?:{_INNER})+[NS]?|[NS]))"
)
"""A pronoun; or a determiner, numbers, adjectives and nouns, in which no noun stands before an
adjective, and none before a number but a name's ("Flight 370")."""
_ITEM = re.compile(f"{_TIME}|{_VERB}|{_NOUN}|(?P<o>.)", re.S)
_PLURAL_WORDS = frozenset(
    ("they", "them", "we", "us", "these", "those", "both", "several", "many", "few")
)
_SINGULAR_WORDS = frozenset(
    ("a", "an", "this", "that", "each", "every", "another", "either", "neither")
)


def items(letters: str, low: Sequence[str]) -> Iterator[Item]:
    """The sentence as verb groups, chunks and what stands between them."""
    at = 0
    for match in _ITEM.finditer(letters):
        first, last = match.span()
        if first < at:
            continue
        kind = match.lastgroup or ""
        found = match[0]
        if found[:2] == "CT" and low[first + 1] in WEEKDAYS:
            yield Item("N", first, first + 1, "C")  # "wounded |three| Saturday night"
            first, found = first + 1, found[1:]
        if kind == "N":
            end = _end_of_noun(letters, first, last)
            if end <= first:
                kind = "o"
                end = last if set(found) <= set("Jrq") else first + 1
            if end < last and kind == "N":
                yield Item("N", first, end, letters[first:end])
                yield from (Item(letters[k], k, k + 1, letters[k]) for k in range(end, last))
                at = last
                continue
        yield Item(kind if kind != "o" else found[0], first, last, found)
        at = last


def _end_of_noun(letters: str, first: int, last: int) -> int:
    """Where the chunk that begins at `first` ends; `first` where no head stands in it."""
    end = last
    while end > first and letters[end - 1] not in "NSPCho":
        tag = letters[end - 1]
        if tag == "J" and letters[first] == "d" and set(letters[first:end]) <= set("dJrqC"):
            return end  # "the dead", "the third"
        if tag in "dy" and end - first >= 1 and letters[first] == "d" and end - first <= 2:
            return end  # "all", "many", "these"
        if tag == "y":
            return end
        end -= 1
    return end


def chunk_of(item: Item, low: Sequence[str], letters: str) -> Chunk:
    """The chunk that an item is."""
    first, last = item.first, item.last
    head = last - 1
    if item.kind == "T":
        return Chunk(first, last, head, "time", "one")
    tag = letters[head]
    while tag == "C" and head > first and letters[head - 1] in "NP":
        head -= 1  # "Flight 370"
        tag = letters[head]
    at = first
    while at < last and letters[at] == "q":
        at += 1
    determiner = low[at] if letters[at] == "d" else ""
    word = low[head]
    if tag in "ho":
        plural = word in _PLURAL_WORDS
        return Chunk(first, last, head, "pronoun", "many" if plural else "one", word)
    counts = letters[at:head].replace("d", "").startswith("C") or tag == "C"
    kind: Kind = "name" if tag == "P" else "number" if tag in "Cd" else "noun"
    one = low[at + bool(determiner)] in ("1", "one") if at + bool(determiner) < last else False
    many = tag == "S" or word in _PLURAL_WORDS or (tag == "C" and word not in ("1", "one"))
    many = many or (counts and not one and determiner not in _SINGULAR_WORDS)
    return Chunk(first, last, head, kind, "many" if many else "one", determiner)
