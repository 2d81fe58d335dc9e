"""A person's noun or name in a sentence, and the age beside it."""

import re
from collections.abc import Mapping
from decimal import Decimal

from xref.extract.people import Group, Kind, People
from xref.extract.words import Words
from xref.lexicon.nouns import singular
from xref.quantity.figure import Figure

AGED = frozenset(["ages", "aged", "age"])
_CAPITAL = re.compile(r"[A-Z][\w'’.-]*$")
_AGE = re.compile(r"\d{1,3}$")
_BEHIND_AGE = frozenset([",", ".", ";", ":", ")", "and"])
_MOST_MODIFIERS = 8
_LONGEST_NAME = 6
_YEARS = (("year",), ("years",))
_JOINED = (("and",), ("or",), ("to",), (",",), ("-",))
_NONE: Mapping[int, Figure] = {}


def person_noun(words: Words, k: int, people: People) -> tuple[str, int]:
    """The person noun in which the phrase at token `k` ends, and the token behind it."""
    head, end = "", k
    for at in range(k, min(k + _MOST_MODIFIERS, len(words.lower))):
        low = words.lower[at]
        if singular(low) in people.nouns:
            head, end = singular(low), at + 1
        elif head or low in people.stops or not (low[0].isalnum()):
            break
    return head, end


def person_name(
    words: Words, k: int, people: People, figures: Mapping[int, Figure] = _NONE
) -> Group | None:
    """A person's name of two words or more at token `k`, with an age behind it."""
    raw, lower = words.raw, words.lower
    last = k
    while last < len(raw) and last - k < _LONGEST_NAME:
        if last > k and _hyphened(words, last):
            last += 1  # "Ana Rill-Varr"
        if not _CAPITAL.match(raw[last]):
            break
        if last in figures:
            return None
        if lower[last] in people.names_no or (last > k and lower[last] in people.stops):
            return None
        last += 1
        if raw[last - 1].endswith(("'s", "’s")):
            return None
    if last - k < 2 or all(word.isupper() for word in raw[k:last]):
        return None  # "NEW PORT HARROW, Elst (AP) -": a dateline
    return Group(k, past_age(words, last), Decimal(1), Kind.NAME)


def _hyphened(words: Words, k: int) -> bool:
    """Whether token `k` is a hyphen within a name."""
    if words.raw[k] != "-" or k + 1 >= len(words.raw):
        return False
    close = words.ends[k - 1] == words.starts[k] and words.ends[k] == words.starts[k + 1]
    return close and _CAPITAL.match(words.raw[k + 1]) is not None


def past_age(words: Words, k: int) -> int:
    """Behind the age at token `k` (", 24"), else `k`."""
    lower = words.lower
    aged = k + 1 < len(lower) and lower[k] == "," and _AGE.match(lower[k + 1]) is not None
    if aged and (k + 2 >= len(lower) or lower[k + 2] in _BEHIND_AGE):
        return k + 2
    return k


def age_of_name(words: Words, k: int, people: People) -> bool:
    """Whether the bare number at token `k` is somebody's age ("Ana Rill, 24", "ages 8 and 13")."""
    lower = words.lower
    if not AGED.isdisjoint(lower[max(0, k - 4) : k]):
        return True
    if lower[k + 3 : k + 4] in _YEARS and lower[k + 1 : k + 2] in _JOINED:
        return True  # "8 and 13 years old", "8- and 13-year-olds"
    if k < 2:
        return False
    if lower[k - 1] == "both" and lower[k].isdigit():
        return True
    if not lower[k].isdigit():
        apart = lower[k - 1] == "," and lower[k + 1 : k + 2] in ((",",), (".",), (";",))
        return apart and bool(_CAPITAL.match(words.raw[k - 2]))  # "Ana Rill, three, was"
    if lower[k - 1] == "and" and lower[k - 2].isdigit():
        return age_of_name(words, k - 2, people)
    if lower[k - 1] != ",":
        return False
    at = k - 3 if lower[k - 2] == "." and k > 2 else k - 2  # "Ana Rill Jr., 24"
    return bool(_CAPITAL.match(words.raw[at])) or singular(lower[at]) in people.nouns
