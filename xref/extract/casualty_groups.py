"""What the words of a counted phrase itself say: "two wounded soldiers", "others", "a body"."""

from collections.abc import Iterator
from decimal import Decimal

from xref.extract.casualty_words import CASUALTIES, KILLED, Casualties
from xref.extract.people import Group, Kind
from xref.extract.words import Words

_LIFE_REACH = 4
_LOST_REACH = 3
_FOUND_BEFORE, _FOUND_BEHIND = 4, 6


def inside(words: Words, group: Group, lexicon: Casualties) -> str | None:
    """What the words in a phrase and right by it say befell those whom it counts."""
    lower, sets = words.lower, lexicon.words
    if group.head in sets["bodies"]:
        near = lower[max(0, group.first - _FOUND_BEFORE) : group.last + _FOUND_BEHIND]
        return None if sets["recovered"].isdisjoint(near) else KILLED
    if group.figure is None:
        return None
    if group.head == "life":
        before = lower[max(0, group.first - _LIFE_REACH) : group.first]
        behind = lower[group.last : group.last + _LOST_REACH]
        claimed = not sets["claims_lives"].isdisjoint(before)
        return KILLED if claimed or not sets["lost"].isdisjoint(behind) else None
    if group.head in lexicon.heads:
        return lexicon.heads[group.head]
    for k in range(group.first, group.last):
        trigger = lexicon.trigger(lower, k)
        if trigger is not None and trigger.state and trigger.last <= group.last:
            return trigger.state
    return None


def besides(words: Words, group: Group, lexicon: Casualties) -> bool:
    """Whether a phrase counts people besides those told of before ("three others")."""
    around = words.lower[max(0, group.first - 1) : group.last + 1]
    return group.head == "other" or not lexicon.words["besides"].isdisjoint(around)


def multiples(words: Words, lexicon: Casualties) -> Iterator[tuple[str, Group]]:
    """Names that hold a number of people ("triple homicide"), each with what befell them."""
    lower, sets = words.lower, lexicon.words
    for k, word in enumerate(lower):
        count = lexicon.multiples.get(word)
        if count is None:
            continue
        at = k + 2 if lower[k + 1 : k + 2] == ("-",) else k + 1
        noun = lower[at] if at < len(lower) else ""
        outcome = KILLED if noun in sets["homicide"] else CASUALTIES
        if outcome == KILLED or noun in sets["shooting"]:
            open_ = lower[at + 1 : at + 3] == ("-", "suicide")
            yield outcome, Group(k, at + 1, Decimal(count), Kind.NAMED, noun, open=open_)
