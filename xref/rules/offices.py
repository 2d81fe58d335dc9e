"""How two titles of one person relate: whether both can be held at one time."""

import re
from functools import cache
from typing import NamedTuple

from xref.lexicon import table
from xref.text.fold import fold

_WORD = re.compile(r"[^\W_]+")
_GRAMMAR = frozenset(("the", "a", "an", "of", "for", "to", "in", "on", "and", "at", "s", "its"))


class Title(NamedTuple):
    """A title taken apart.

    `office` is (family, head) where the head is an office of the lexicon; `rank` holds words such
    as "deputy"; `rest` what else qualifies it ("foreign"); `held` is now, past or coming.
    """

    office: tuple[str, str] | None
    rank: frozenset[str]
    rest: frozenset[str]
    held: str
    words: frozenset[str]


@cache
def _offices() -> tuple[tuple[tuple[str, ...], tuple[str, str]], ...]:
    found = [
        (tuple(name.split()), (family, heads[0]))
        for family, lines in table("offices")["offices"].items()
        for heads in lines
        for name in heads
    ]
    # Longest first: "prime minister" before "minister".
    return tuple(sorted(found, key=lambda each: (-len(each[0]), each[0])))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word for entry in table("offices")[name] for word in _WORD.findall(entry))


@cache
def read_title(text: str) -> Title:
    """Take a title apart."""
    words = [word for word in _WORD.findall(fold(text)) if word not in _GRAMMAR]
    office: tuple[str, str] | None = None
    head: tuple[str, ...] = ()
    for name, known in _offices():
        width = len(name)
        at = next(
            (i for i in range(len(words) - width + 1) if tuple(words[i : i + width]) == name), None
        )
        if at is not None:
            office, head = known, name
            del words[at : at + width]
            break
    held = "now"
    if _listed("past").intersection(words):
        held = "past"
    elif _listed("coming").intersection(words):
        held = "coming"
    rank = frozenset(words) & _listed("ranks")
    rest = frozenset(words) - rank - _listed("past") - _listed("coming")
    canonical = office[1].split() if office else head
    return Title(office, rank, rest, held, frozenset((*words, *canonical)))


def relate_titles(a: str, b: str) -> tuple[str, str]:
    """The relation of two titles given to one person, and the reason.

    Returns:
        ``agree``, ``compatible`` (both can be held, or one says less), ``update`` (one says that it
        is past or to come) or ``conflict`` (two offices that one person does not hold at one time).
    """
    one, two = read_title(a), read_title(b)
    if one.held != two.held and one.office == two.office:
        which = a if one.held != "now" else b
        return "update", f"“{which}” says that the office is not held at the time"
    if one.words == two.words:
        return "agree", "the same title"
    if one.office is None or two.office is None or one.held != "now" or two.held != "now":
        return "compatible", "one person can be both"
    if one.office[0] != two.office[0]:
        return "compatible", "offices of different kinds"
    if one.office != two.office:
        short, long = sorted((one.office[1], two.office[1]), key=len)
        if long.endswith(" " + short):
            return "compatible", f"“{short}” is the short form of “{long}”"
        return "conflict", f"“{a}” and “{b}” are two offices"
    if one.rank != two.rank:
        words = " ".join(sorted(one.rank ^ two.rank))
        return "conflict", f"only one of them says “{words}”"
    if one.rest and two.rest and not (one.rest <= two.rest or two.rest <= one.rest):
        return "conflict", f"“{a}” and “{b}” are two offices"
    return "compatible", "one says more than the other"
