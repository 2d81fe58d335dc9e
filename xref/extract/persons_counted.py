"""Counted people in a sentence: "four others", "a woman", "Ana Rill, 24", "his two sons"."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from xref.extract.people import Group, Kind, People
from xref.extract.person_phrases import past_age, person_name, person_noun
from xref.extract.persons_numbered import fated, figure_group
from xref.extract.words import Words
from xref.lexicon.nouns import singular
from xref.quantity.figure import Figure

_THEIRS = frozenset(["his", "her", "their", "its", "whose"])
_DETERMINERS = frozenset(["a", "an", "another", "one", "the"]) | _THEIRS
_SAYING = frozenset((verb,) for verb in ("said", "says", "reported", "confirmed", "announced"))
_CAPITAL = re.compile(r"[A-Z][\w'’.-]*$")
_MODIFIER = re.compile(r"[a-z0-9][\w'’./-]*$")
_MOST_MODIFIERS = 8
_FURTHER = (("other",), ("others",), ("more",))
_AND = (("and",), (",", "and"))
_SHORT = re.compile(r"[1-9]\d?$")
_MOST_JOINED = 2
_ORDINALS = {
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
}
_NUMBERED = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")


def groups(
    words: Words, figures: Sequence[Figure], people: People, *, headline: bool
) -> list[Group]:
    """The counted people of a sentence, in order, none overlapping another.

    `figures` are those of the sentence in order. In a headline a noun needs no article
    ("Woman killed").
    """
    lower = words.lower
    at_figure = {words.index_at(f.number_span.start): f for f in figures}
    found: list[Group] = []
    k, joins = 0, -1
    while k < len(lower):
        group = _group_at(words, k, at_figure, people, headline)
        if group is None and k <= joins and _goes_on(words, k, found[-1], people):
            group = _joined(words, k, found[-1], at_figure, people)
        if group is None:
            k += 1
        else:
            found.append(group)
            k = max(k + 1, group.last)
            joins = group.last + len(_AND[-1])
    return found


def _goes_on(words: Words, k: int, before: Group, people: People) -> bool:
    """Whether a list goes on at token `k` without an article: "a man, woman and child"."""
    lower = words.lower
    glue = lower[before.last : k]
    if glue in _AND:
        return True
    plain = lower[before.first] in _DETERMINERS and not before.definite
    theirs = glue == (",",) and plain and lower[k] in people.added
    return theirs and lower[k + 1 : k + 2] in (("and",), (",",))


def _group_at(
    words: Words, k: int, figures: Mapping[int, Figure], people: People, headline: bool
) -> Group | None:
    figure = figures.get(k)
    if figure is not None:
        return figure_group(words, k, figure, figures, people)
    low = words.lower[k]
    if headline and _SHORT.match(low):
        last = k + 2 if words.lower[k + 1 : k + 2] in _FURTHER else k + 1
        if fated(words, last, people):  # "5 Shot In Old Town", "5 Other Shot"
            return Group(k, last, Decimal(low), Kind.FIGURE, bare=True)
    if low == "both":
        head, end = person_noun(words, k + 1, people)
        plural = head and words.lower[end - 1] != head
        return Group(k, end, Decimal(2), Kind.SINGLE, head, part=True) if plural else None
    if low in _DETERMINERS:
        single = _single(words, k, figures, people)
        if single is not None and words.lower[single.last : single.last + 1] in _SAYING:
            return None  # "killing 14 people, the coast guard said"
        return single
    behind_number = k > 0 and words.lower[k - 1].isdigit()
    if (headline or k == 0) and low in people.nouns and singular(low) == low and not behind_number:
        return _bare(words, k, people)
    if _CAPITAL.match(words.raw[k]) and low not in people.stops and not _reporting(words, k):
        name = person_name(words, k, people, figures)
        # In a headline every word may be a capital; only an age shows that it is a name.
        return name if name is None or not headline or "," in words.lower[k : name.last] else None
    return None


def _reporting(words: Words, k: int) -> bool:
    """Whether a name at token `k` is a source's, or goes on ("According to Kelm-Ware Fire")."""
    return words.lower[max(0, k - 2) : k] == ("according", "to") or words.raw[k - 1 : k] == ("-",)


def _bare(words: Words, k: int, people: People) -> Group | None:
    """The one person of a noun without an article ("Teen daughter", "Third victim")."""
    lower, last = words.lower, k + 1
    if lower[k] in people.articled:
        return None
    while (
        last < len(lower) and lower[last] in people.nouns and singular(lower[last]) == lower[last]
    ):
        last += 1
    head = lower[last - 1]
    kind = Kind.UNTOLD if head in people.untold else Kind.SINGLE
    ordinal = _ordinal(lower[k - 1]) if k else 0
    return Group(k, past_age(words, last), Decimal(1), kind, head, ordinal=ordinal)


def _ordinal(word: str) -> int:
    """Which one an ordinal from the second on names; 0 for any other word."""
    found = _NUMBERED.match(word)
    return int(found[1]) if found is not None else _ORDINALS.get(word, 0)


def _joined(
    words: Words, k: int, before: Group, figures: Mapping[int, Figure], people: People
) -> Group | None:
    """Whom a noun behind "and" adds: "his wife and son", "a man and his daughters"."""
    lower = words.lower
    at = k + 1 if lower[k] in _THEIRS else k
    last = at + _MOST_JOINED
    last = min(last, len(lower))
    while at < last and singular(lower[at]) not in people.added and at not in figures:
        at += 1
    if at >= last or at in figures:
        return None
    head = singular(lower[at])
    if head in people.untold or head != lower[at]:
        return Group(k, at + 1, Decimal(1), Kind.UNTOLD, head)
    if before.kind is Kind.SINGLE and lower[k] not in _THEIRS:
        return Group(k, at + 1, Decimal(1), Kind.SINGLE, head)
    return None


def _single(words: Words, k: int, figures: Mapping[int, Figure], people: People) -> Group | None:
    low = words.lower[k]
    head, end, plural, ordinal = "", k, False, 0
    for at in range(k + 1, min(k + 1 + _MOST_MODIFIERS, len(words.lower))):
        word = words.lower[at]
        one = singular(word)
        ordinal = ordinal or _ordinal(word)
        if one in people.nouns or (_ordinal(word) and word != "second"):
            head, end, plural = one, at + 1, one != word
            continue
        figure = figures.get(at)
        if figure is not None and figure.dimension not in ("age", "ordinal"):
            return None
        if word == "-" and at > k + 1 and not head:
            continue  # "his ex-wife"
        if head or word in people.stops or word in _DETERMINERS or not _MODIFIER.match(word):
            break
    if head and not plural and head not in people.deeds:
        name = person_name(words, end, people) if end < len(words.raw) else None
        count = Decimal(2) if head == "couple" else Decimal(1)
        end = past_age(words, name.last if name else end)
        kind = Kind.UNTOLD if head in people.untold else Kind.SINGLE
        return Group(
            k, end, count, kind, head, definite=low == "the", ordinal=ordinal, called=bool(name)
        )
    if low == "another" and not head:
        return Group(k, k + 1, Decimal(1), Kind.SINGLE, "other")
    return None
