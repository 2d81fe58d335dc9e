"""Counted people in a sentence: "four others", "a woman", "Ana Rill, 24", "his two sons"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Any

from xref.extract.words import Words
from xref.lexicon.nouns import singular
from xref.quantity.figure import Figure, Part

_DETERMINERS = frozenset(["a", "an", "another", "one", "his", "her", "their", "its", "the"])
_THEIRS = frozenset(["his", "her", "their", "its"])
_ARTICLES = frozenset(["a", "an", "another"])
_SAYING = frozenset((verb,) for verb in ("said", "says", "reported", "confirmed", "announced"))
_CAPITAL = re.compile(r"[A-Z][\w'’.-]*$")
_MODIFIER = re.compile(r"[a-z0-9][\w'’./-]*$")
_MOST_MODIFIERS = 8
_AGE = re.compile(r"\d{1,3}$")
_AGES = frozenset(["ages", "aged", "age"])
_PARTS = frozenset(["the", "them", "those", "these", "whom"])
_WHOLES = _PARTS | {"his", "her", "their", "its"}
_NONE: Mapping[int, Figure] = {}
_FURTHER = (("other",), ("others",), ("more",))
_YEARS_OLD = ("years", "old")
_YEARS = (("year",), ("years",))
_JOINED = (("and",), ("or",), ("to",), (",",), ("-",))
_SHORT = re.compile(r"[1-9]\d?$")
_ORDINALS = frozenset(["third", "fourth", "fifth", "sixth", "seventh", "eighth"])


class Kind(Enum):
    """How a group of people is counted."""

    FIGURE = "figure"
    SINGLE = "single"
    NAME = "name"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Group:
    """People counted by one phrase: its tokens, how many they are, and the figure that says so.

    `head` is the noun, singular; "" for a bare number, and for a name. `part`: the phrase says
    itself that it counts part of a whole ("two of the victims"). `open`: there may be more
    ("triple murder-suicide"). `definite`: somebody told of before ("the man"), who counts in
    a list only. `itself`: "himself", who is added to those told of before. `one_of`: the sentence
    goes on about one of them ("one of six people who were hurt").
    """

    first: int
    last: int
    count: Decimal
    kind: Kind
    head: str = ""
    figure: Figure | None = None
    bare: bool = False
    part: bool = False
    open: bool = False
    definite: bool = False
    itself: bool = False
    one_of: bool = False


@dataclass(frozen=True, slots=True)
class People:
    """Nouns that mean people, words that no name holds, what befalls people, nouns of that."""

    nouns: frozenset[str]
    names_no: frozenset[str]
    fates: frozenset[str]
    deeds: frozenset[str]
    stops: frozenset[str]


def compile_people(
    casualties: Mapping[str, Any], measures: Mapping[str, Any], demonyms: Mapping[str, Any]
) -> People:
    """The nouns of the casualty, measure and demonym lexicons, compiled."""
    nouns = {*casualties["persons"], *measures["classes"]["person"], *casualties["bodies"]}
    nouns |= {form.lower() for forms in demonyms["countries"].values() for form in forms}
    stops = {
        *casualties["auxiliaries"],
        *casualties["prepositions"],
        *casualties["breaks"],
        *casualties["including"],
        *casualties["leave"],
        *casualties["carried"],
        "and",
        "or",
        "who",
        "the",
    }
    return People(
        frozenset(singular(n) for n in nouns),
        frozenset(casualties["names_no"]),
        frozenset(p for o in casualties["outcomes"].values() for p in o["state"]),
        frozenset(casualties["heads"]),
        frozenset(stops),
    )


def groups(
    words: Words, figures: Sequence[Figure], people: People, *, headline: bool
) -> list[Group]:
    """The counted people of a sentence, in order, none overlapping another.

    `figures` are those of the sentence in order. In a headline a noun needs no article
    ("Woman killed").
    """
    at_figure = {words.index_at(f.number_span.start): f for f in figures}
    found: list[Group] = []
    k = 0
    while k < len(words.lower):
        whole = _whole_of_one(words, k, at_figure)
        group = _group_at(words, whole or k, at_figure, people, headline)
        if group is None:
            k += 1
        elif whole:
            found.append(replace(group, one_of=True))
            k = group.last
        else:
            found.append(group)
            k = max(k + 1, group.last)
    return found


def _whole_of_one(words: Words, k: int, figures: Mapping[int, Figure]) -> int | None:
    """The token of the number behind "one of", "one of the"."""
    if words.lower[k : k + 2] != ("one", "of"):
        return None
    at = k + 3 if words.lower[k + 2 : k + 3] == ("the",) else k + 2
    return at if at in figures else None


def _group_at(
    words: Words, k: int, figures: Mapping[int, Figure], people: People, headline: bool
) -> Group | None:
    figure = figures.get(k)
    if figure is not None:
        return _figure_group(words, k, figure, people)
    low = words.lower[k]
    if headline and _SHORT.match(low):
        last = k + 2 if words.lower[k + 1 : k + 2] in _FURTHER else k + 1
        if _fated(words, last, people):  # "5 Shot In Old Town", "5 Other Shot"
            return Group(k, last, Decimal(low), Kind.FIGURE, bare=True)
    if low in _DETERMINERS:
        single = _single(words, k, figures, people)
        if single is not None and words.lower[single.last : single.last + 1] in _SAYING:
            return None  # "killing 14 people, the coast guard said"
        return single
    behind_number = k > 0 and words.lower[k - 1].isdigit()
    if (headline or k == 0) and low in people.nouns and singular(low) == low and not behind_number:
        return Group(k, _past_age(words, k + 1), Decimal(1), Kind.SINGLE, low)
    if _CAPITAL.match(words.raw[k]) and low not in people.stops and not _reporting(words, k):
        name = _name(words, k, people, figures)
        # In a headline every word may be a capital; only an age shows that it is a name.
        return name if name is None or not headline or "," in words.lower[k : name.last] else None
    return None


def _reporting(words: Words, k: int) -> bool:
    """Whether a name at token `k` is a source's, or goes on ("According to Kelm-Ware Fire")."""
    return words.lower[max(0, k - 2) : k] == ("according", "to") or words.raw[k - 1 : k] == ("-",)


def _figure_group(words: Words, k: int, figure: Figure, people: People) -> Group | None:
    nominal = figure.amount.nominal
    last = max(k + 1, words.between(figure.span)[1])
    if figure.dimension == "age":
        head, end = _head(words, last, people)
        name = _name(words, last, people) if last < len(words.raw) else None
        if name is not None:
            end = name.last
        elif not head and not _AGES.isdisjoint(words.lower[max(0, k - 3) : k]):
            return None  # "two of the men, ages 30 and 19": told of those before
        first = k - 1 if k and words.lower[k - 1] in _ARTICLES else k
        if name is None and not head and first == k and words.lower[last - 2 : last] == _YEARS_OLD:
            return None  # "two boys, 6 and 11 years old": told of those before
        kind = Kind.SINGLE if name is None else Kind.NAME
        return Group(first, max(end, last), Decimal(1), kind, head or "person")
    if figure.dimension != "count":
        return None
    count = nominal if nominal is not None else figure.amount.low
    if not count or count % 1:
        return None
    noun = (figure.counted_text or "").lower()
    # "one fatally": no noun is one that ends so.
    bare = figure.counted is None or noun in people.fates or noun.endswith("ly")
    if bare:
        last = max(k + 1, words.between(figure.number_span)[1])
    if not bare and figure.counted not in people.nouns:
        head, end = _head(words, last, people)
        if not head:
            return None
        return _of_whole(words, Group(k, end, count, Kind.FIGURE, head, figure), people)
    aged = figure.of is None and not _fated(words, last, people)
    if bare and aged and _age_of_name(words, k, people):
        return None
    head = "" if bare else figure.counted or ""
    first = k - 1 if k and words.lower[k - 1] in _THEIRS else k
    part = figure.of is Part.OF and not bare
    return _of_whole(
        words, Group(first, last, count, Kind.FIGURE, head, figure, bare, part), people
    )


def _fated(words: Words, k: int, people: People) -> bool:
    """Whether token `k` says what befell those counted right before it ("3 wounded")."""
    return k < len(words.lower) and words.lower[k] in people.fates


def _age_of_name(words: Words, k: int, people: People) -> bool:
    """Whether the bare number at token `k` is somebody's age ("Ana Rill, 24", "ages 6 and 11")."""
    lower = words.lower
    if not _AGES.isdisjoint(lower[max(0, k - 4) : k]):
        return True
    if lower[k + 3 : k + 4] in _YEARS and lower[k + 1 : k + 2] in _JOINED:
        return True  # "6 and 11 years old", "6- and 11-year-olds"
    if k < 2 or not lower[k].isdigit():
        return False
    if lower[k - 1] == "and" and lower[k - 2].isdigit():
        return _age_of_name(words, k - 2, people)
    if lower[k - 1] != ",":
        return False
    at = k - 3 if lower[k - 2] == "." and k > 2 else k - 2  # "Ana Rill Jr., 24"
    return bool(_CAPITAL.match(words.raw[at])) or singular(lower[at]) in people.nouns


def _past_age(words: Words, k: int) -> int:
    """Behind the age at token `k` (", 24"), else `k`."""
    lower = words.lower
    aged = k + 1 < len(lower) and lower[k] == "," and _AGE.match(lower[k + 1]) is not None
    if aged and (k + 2 >= len(lower) or not lower[k + 2][0].isalnum() or lower[k + 2] == "and"):
        return k + 2
    return k


def _of_whole(words: Words, group: Group, people: People) -> Group:
    """The group with "of the victims", "of his grandchildren" behind it taken in."""
    k, lower = group.last, words.lower
    if k + 1 >= len(lower) or lower[k] != "of":
        return group
    part = lower[k + 1] in _PARTS
    head, end = _head(words, k + 2 if lower[k + 1] in _WHOLES else k + 1, people)
    if not head and not part:
        return group
    if head and k + 2 < len(lower) and lower[k + 2][0].isdigit():
        part = False  # "18 of the 52 people on board died": all who died
    return replace(group, last=max(end, k + 2), part=part, head=group.head or head)


def _head(words: Words, k: int, people: People) -> tuple[str, int]:
    """The person noun in which the phrase at token `k` ends, and the token behind it."""
    head, end = "", k
    for at in range(k, min(k + _MOST_MODIFIERS, len(words.lower))):
        low = words.lower[at]
        if singular(low) in people.nouns:
            head, end = singular(low), at + 1
        elif head or low in people.stops or not (low[0].isalnum()):
            break
    return head, end


def _single(words: Words, k: int, figures: Mapping[int, Figure], people: People) -> Group | None:
    low = words.lower[k]
    head, end, plural = "", k, False
    for at in range(k + 1, min(k + 1 + _MOST_MODIFIERS, len(words.lower))):
        word = words.lower[at]
        one = singular(word)
        if one in people.nouns or one in _ORDINALS:
            head, end, plural = one, at + 1, one != word
            continue
        figure = figures.get(at)
        if figure is not None and figure.dimension != "age":
            return None
        if head or word in people.stops or not _MODIFIER.match(word):
            break
    if head and not plural and head not in people.deeds:
        name = _name(words, end, people) if end < len(words.raw) else None
        count = Decimal(2) if head == "couple" else Decimal(1)
        end = _past_age(words, name.last if name else end)
        return Group(k, end, count, Kind.SINGLE, head, definite=low == "the")
    if low == "another" and not head:
        return Group(k, k + 1, Decimal(1), Kind.SINGLE, "other")
    return None


def _name(
    words: Words, k: int, people: People, figures: Mapping[int, Figure] = _NONE
) -> Group | None:
    """A person's name of two words or more at token `k`, with an age behind it."""
    raw, lower = words.raw, words.lower
    last = k
    while last < len(raw) and last - k < 5 and _CAPITAL.match(raw[last]):
        if last in figures:
            return None
        if lower[last] in people.names_no or (last > k and lower[last] in people.stops):
            return None
        last += 1
        if raw[last - 1].endswith(("'s", "’s")):
            return None
    if last - k < 2:
        return None
    return Group(k, _past_age(words, last), Decimal(1), Kind.NAME)
