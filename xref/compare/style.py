"""Whether the same words stand on both sides in two house styles."""

from collections.abc import Sequence
from functools import cache

from xref.compare.forms import word_set
from xref.compare.names import name_parts, same_part
from xref.compare.tokens import Word
from xref.lexicon import table


def same_words(mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether two stretches say the same words in two spellings, contractions or romanisations.

    Sounds of hesitation are no words: a stretch of them is the same as none.
    """
    mine, theirs = _apart(mine, theirs)
    one, two = [word.form for word in mine], [word.form for word in theirs]
    if word_set("hesitations").issuperset(one + two):
        return True
    if {tuple(one), tuple(two)} == _HALVES:
        return True
    return _alike(one, two) or _one_name(mine, theirs)


_HALVES = {("and", "a", "half"), ("1", "2")}
"""What "two and a half" and "2 1/2" say of the half."""


def told_of_a_third(mine: Sequence[Word], theirs: Sequence[Word], leads: tuple[str, str]) -> bool:
    """Whether one side speaks as "I" and the other, in a sentence of the outlet's, of "he".

    A sentence that runs into the marks bends the first words: ``He “looks forward”`` for "I look
    forward". `leads` are the outlets' words before the first marks.
    """
    one, two = ([word.form for word in side] for side in (mine, theirs))
    first = [not _PERSONS.keys().isdisjoint(side) for side in (one, two)]
    if first[0] == first[1]:
        return False
    told, lead = (one, leads[0]) if first[1] else (two, leads[1])
    spoken = two if first[1] else one
    if not lead.strip() or lead.rstrip()[-1:] in ",:":
        return False
    bent = [_PERSONS.get(form, form) for form in spoken]
    if bent and bent[0] == "he" and told[:1] not in (["he"], ["she"], ["they"]):
        bent = bent[1:]
    return len(bent) == len(told) and all(map(_bends, bent, told))


_PERSONS = {"i": "he", "me": "him", "my": "his", "mine": "his", "myself": "himself", "we": "they"}
_PERSONS |= {"us": "them", "our": "their", "ours": "theirs", "ourselves": "themselves"}
_THIRD = {"she": "he", "her": "his", "hers": "his", "herself": "himself", "they": "he"}
_THIRD |= {"is": "am", "was": "am", "were": "are", "has": "have", "had": "have", "does": "do"}


def _bends(said: str, told: str) -> bool:
    """Whether a word of a speaker may be told so of another: "look" as "looks"."""
    bare = (told.removesuffix(end) for end in ("s", "es", "d", "ed"))
    forms = {told, _THIRD.get(told, told), *bare}
    return said in forms or _THIRD.get(said, said) in forms


def _apart(mine: Sequence[Word], theirs: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    """Two stretches without the words that both begin and both end with."""
    least, head, tail = min(len(mine), len(theirs)), 0, 0
    while head < least and mine[head].form == theirs[head].form:
        head += 1
    while tail < least - head and mine[-1 - tail].form == theirs[-1 - tail].form:
        tail += 1
    return mine[head : len(mine) - tail], theirs[head : len(theirs) - tail]


@cache
def _spellings() -> dict[str, str]:
    return {
        str(form).replace(" ", ""): str(group[0]).replace(" ", "")
        for group in table("wording")["spellings"]
        for form in group
    }


@cache
def _spelling_endings() -> tuple[tuple[str, str], ...]:
    return tuple((str(one), str(two)) for one, two in table("wording")["spelling_endings"])


@cache
def _either() -> dict[str, frozenset[str]]:
    return {short: frozenset(full) for short, full in table("wording")["either"].items()}


def _alike(one: Sequence[str], two: Sequence[str]) -> bool:
    mine, theirs = "".join(one), "".join(two)
    if not mine or not theirs:
        return False
    if mine == theirs or _spellings().get(mine, mine) == _spellings().get(theirs, theirs):
        return True
    if len(one) != len(two):
        return False
    return all(_alike_word(x, y) for x, y in zip(one, two, strict=True))


def _one_name(mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether two spellings of a name stand opposite each other: "al-Hourani", "Hourani"."""
    if not all(word.text[:1].isupper() for side in (mine, theirs) for word in side[:1]):
        return False
    one, two = (name_parts(" ".join(w.form for w in side)) for side in (mine, theirs))
    return len(one) == len(two) > 0 and all(map(same_part, one, two))


def _alike_word(one: str, two: str) -> bool:
    if one == two or _spellings().get(one, one) == _spellings().get(two, two):
        return True
    either = _either()
    if two in either.get(one, ()) or one in either.get(two, ()):
        return True
    for masked, word in ((one, two), (two, one)):
        if "*" in masked:
            head, _, tail = masked.partition("*")
            return word.startswith(head) and word.endswith(tail) and len(word) >= len(masked)
    if min(len(one), len(two)) < 5:
        return False
    for x, y in _spelling_endings():
        for short, long in ((x, y), (y, x)):
            if (
                one.endswith(short)
                and two.endswith(long)
                and (one[: len(one) - len(short)] == two[: len(two) - len(long)])
            ):
                return True
    return False
