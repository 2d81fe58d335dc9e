"""People counted by a number: "four others", "five of his companions", "2 16-year-old boys"."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from xref.extract.people import Group, Kind, People
from xref.extract.person_phrases import AGED, age_of_name, person_name, person_noun
from xref.extract.words import Words
from xref.quantity.figure import Figure, Part

_DETERMINERS = frozenset(["a", "an", "another", "one", "his", "her", "their", "its", "the"])
_THEIRS = frozenset(["his", "her", "their", "its"])
_PARTS = frozenset(["the", "them", "those", "these", "whom"])
_WHOLES = _PARTS | _THEIRS
_EACH = (("both",), ("all",), ("each",))
_YEARS_OLD = ("years", "old")
_OF_WHOLE = frozenset(["one", "which", "some", "none", "any", "each", "most", "several"])
"""Words before "of five people" that pick some of them."""


def figure_group(
    words: Words, k: int, figure: Figure, figures: Mapping[int, Figure], people: People
) -> Group | None:
    """The people counted by the figure at token `k`; ``None`` where it counts something else.

    `figures` are those of the sentence, by token.
    """
    nominal = figure.amount.nominal
    last = max(k + 1, words.between(figure.span)[1])
    if figure.dimension == "age":
        head, end = person_noun(words, last, people)
        name = person_name(words, last, people) if last < len(words.raw) else None
        if name is not None:
            end = name.last
        elif not head and not AGED.isdisjoint(words.lower[max(0, k - 3) : k]):
            return None  # "two of the men, ages 41 and 28": told of those before
        if not head and name is None and words.lower[max(0, k - 1) : k] in _EACH:
            return None  # "the boys, both 12, were hurt"
        first = k - 1 if k and words.lower[k - 1] in _DETERMINERS else k
        if name is None and not head and first == k and words.lower[last - 2 : last] == _YEARS_OLD:
            return None  # "two boys, 8 and 13 years old": told of those before
        return Group(
            first, max(end, last), Decimal(1), Kind.SINGLE, head or "person", called=bool(name)
        )
    if figure.dimension != "count":
        return None
    if words.lower[max(0, k - 1) : k] == ("of",) and words.lower[k - 2] in people.parents:
        return None  # "a father of five"
    count = nominal if nominal is not None else figure.amount.low
    if not count or count % 1:
        return None
    noun = (figure.counted_text or "").lower()
    # "one fatally": no noun is one that ends so.
    bare = figure.counted is None or noun in people.fates or noun.endswith("ly")
    if bare:
        last = max(k + 1, words.between(figure.number_span)[1])
    head, end = _aged(words, last, figures, people)
    if head:
        return Group(k, end, count, Kind.FIGURE, head, figure)
    if not bare and figure.counted not in people.nouns:
        head, end = person_noun(words, last, people)
        if not head:
            return None
        return _of_whole(words, Group(k, end, count, Kind.FIGURE, head, figure), figures, people)
    aged = figure.of is None and not fated(words, last, people)
    if bare and aged and age_of_name(words, k, people):
        return None
    head = "" if bare else figure.counted or ""
    first = k - 1 if k and words.lower[k - 1] in _THEIRS else k
    # "five of his companions" are no part of any told before.
    part = figure.of is Part.OF and not bare and _THEIRS.isdisjoint(words.lower[k:last])
    part = part or not people.parts.isdisjoint(words.lower[first:last])
    group = Group(first, last, count, Kind.FIGURE, head, figure, bare, part)
    return replace(_of_whole(words, group, figures, people), whole=_picked(words, first))


def _of_whole(words: Words, group: Group, figures: Mapping[int, Figure], people: People) -> Group:
    """The group with "of the victims", "of his grandchildren" behind it taken in."""
    k, lower = group.last, words.lower
    if k + 1 >= len(lower) or lower[k] != "of":
        return group
    part = lower[k + 1] in _PARTS
    head, end = person_noun(words, k + 2 if lower[k + 1] in _WHOLES else k + 1, people)
    if not head and not part:
        return group
    at = k + 2 if lower[k + 1] in _WHOLES else k + 1
    if head and at in figures:
        # "18 of the 52 people on board died" are all who died, "two of the 14 wounded" are not.
        part = head in people.victims
    return replace(group, last=max(end, k + 2), part=part, head=group.head or head)


def _picked(words: Words, first: int) -> bool:
    """Whether words before a phrase pick some of those it counts ("one of the five people")."""
    lower, at = words.lower, first - 1
    if at >= 0 and lower[at] in _WHOLES:
        at -= 1
    return at >= 1 and lower[at] == "of" and lower[at - 1] in _OF_WHOLE


def _aged(words: Words, k: int, figures: Mapping[int, Figure], people: People) -> tuple[str, int]:
    """The plural behind an age at token `k` ("2 16-year-old boys"), and the token behind it."""
    age = figures.get(k)
    if age is None or age.dimension != "age":
        return "", k
    head, end = person_noun(words, words.between(age.span)[1], people)
    if not head:
        head, end = person_noun(words, words.between(age.number_span)[1], people)
    return (head, end) if head and words.lower[end - 1] != head else ("", k)


def fated(words: Words, k: int, people: People) -> bool:
    """Whether token `k` says what befell those counted before it ("3 wounded", "3 found dead")."""
    k += words.lower[k : k + 1] in (("found",), ("now",))
    return k < len(words.lower) and words.lower[k] in people.fates
