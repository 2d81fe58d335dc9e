"""Ages, also where no unit says so: "Marta Lind, 66, ...", "she was 10", "in her 60s"."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from xref.lexicon.nouns import singular
from xref.model.amount import Bound, Unit
from xref.quantity import nouns
from xref.quantity.numeral import Numeral
from xref.quantity.tokens import Tokens

if TYPE_CHECKING:
    from xref.quantity.draft import Draft
    from xref.quantity.grammar import Grammar

_OLDEST = 115
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_DOERS = ("er", "or", "ist", "ian", "ant", "eer", "man", "woman", "ee")
"""Endings of nouns for whoever does something."""
_CHILDREN = ("child", "baby", "teenager")
_UNITS = {
    name: Unit(f"{name} of age", "age", factor)
    for name, factor in (
        ("year", Decimal(31536000)),
        ("month", Decimal(2628000)),
        ("week", Decimal(604800)),
        ("day", Decimal(86400)),
        ("hour", Decimal(3600)),
        ("decade", Decimal(315360000)),
    )
}
YEAR_OF_AGE = _UNITS["year"]


@dataclass(frozen=True, slots=True)
class AgeWords:
    """The lexicon of ages, compiled."""

    old: frozenset[str]
    marks: frozenset[str]
    aged: frozenset[str]
    life_leads: frozenset[str]
    life_parts: frozenset[str]
    persons: frozenset[str]
    be: frozenset[str]
    always: frozenset[str]
    followers: frozenset[str]
    people: frozenset[str]
    between: frozenset[str]
    verbs: frozenset[str]
    groups: frozenset[str]
    younger: frozenset[str]
    things: frozenset[str]
    children: frozenset[str]


def compile_ages(table: Mapping[str, Any], kinds: Mapping[str, Any]) -> AgeWords:
    """Compile the lexicon `ages`; of `kinds`, which nouns are things and which are children."""
    nouns: dict[bool, set[str]] = {True: set(), False: set()}
    for name, kind in kinds.items():
        if name != "examples":
            lives = _is(name, ("person", "animal"), kinds)
            nouns[lives] |= {noun.rpartition(" ")[2] for noun in kind["nouns"]}
    children = (kind["nouns"] for name, kind in kinds.items() if name in _CHILDREN)
    return AgeWords(
        things=frozenset(nouns[False] - nouns[True]),
        children=frozenset(noun for each in children for noun in each),
        old=frozenset(table["old"]),
        marks=frozenset(table["marks"]),
        aged=frozenset(table["aged"]),
        life_leads=frozenset(table["life_leads"]),
        life_parts=frozenset(table["life_parts"]),
        persons=frozenset(table["persons"]),
        be=frozenset(table["be"]),
        always=frozenset(table["always"]),
        followers=frozenset(table["followers"]),
        people=frozenset(table["people"].split()),
        between=frozenset(table["between"]),
        verbs=frozenset(table["verbs"]),
        groups=frozenset(table["groups"].split()),
        younger=frozenset(table["younger"]),
    )


def _is(name: str, wider: tuple[str, ...], kinds: Mapping[str, Any]) -> bool:
    """Whether a kind of thing is, or belongs to, one of `wider`."""
    while name and name not in wider:
        name = kinds[name].get("is", "")
    return name in wider


def unit_of(
    t: Tokens, n: Numeral, unit: Unit, last: int, grammar: "Grammar"
) -> tuple[Unit, int] | None:
    """The unit of an age said as a duration that ends before token `last`, and where the age ends.

    "30 years old", "19-year-old", "30 years of age", "aged 30 years", "a boy of four weeks". A
    thing's age is a duration.
    """
    g, duration = grammar.ages, unit.name
    if t.words[last] in g.old and t.joined(last):
        last += 1
        if (duration == "year" and not personal(n)) or _of_thing(t, n.first, last, grammar):
            return unit, last
    elif t.precedes(n.first, ("of",)) and t.words[n.first - 2] in g.children:
        pass
    elif t.follows(last, ("of", "age")) and t.spaced(last):
        last += 2
    else:
        aged = n.first > 0 and t.words[n.first - 1] in g.aged and t.spaced(n.first)
        if not aged and not t.precedes(n.first, ("age", "of")):
            return None
    told = _UNITS.get(duration)
    return None if told is None else (told, last)


def _of_thing(t: Tokens, first: int, last: int, g: "Grammar") -> bool:
    """As in "a 12-year-old lawsuit", "the bridge is 40 years old"."""
    if t.hyphened(last - 1):
        noun = nouns.read(t, last, g.nouns, one=True) if t.spaced(last) else None
        head = t.words[noun.head] if noun is not None and noun.head >= 0 else ""
    else:
        front = t.front(first)
        head = t.front(first - 1) if front in g.ages.be else ""
    return singular(head) in g.ages.things if head else False


def marked(t: Tokens, n: Numeral, g: AgeWords) -> int:
    """The token after the mark of an age ("12 y/o", "30yo"); 0 without one."""
    j = n.last
    if not personal(n) or n.form != "digits" or not t.joined(j):
        return 0
    if t.words[j] in g.marks:
        return j + 1
    return (
        j + 2 if t.words[j] == "y" and t.words[j + 1] == "o" and t.gaps[j + 1] in ("/", ".") else 0
    )


def personal(n: Numeral) -> bool:
    """Whether a number can be the age of a person."""
    return n.nominal is not None and 0 < n.nominal <= _OLDEST and n.scale == 1


def said_before(t: Tokens, i: int, g: AgeWords) -> bool:
    """Whether "aged" or the like stands before token `i`."""
    return t.spaced(i) and (t.words[i - 1] in g.aged or t.precedes(i, ("age", "of")))


def is_age(t: Tokens, d: "Draft", g: "Grammar") -> bool:
    """Whether a bare number is the age of a person."""
    n, words = d.numeral, g.ages
    if not personal(n) or n.form not in ("digits", "words"):
        return False
    if (
        said_before(t, n.first, words)
        or said_before(t, d.first, words)
        or t.precedes(d.first, ("ages", "of"))
    ):
        return True
    if d.bound not in (Bound.EXACT, Bound.RANGE, Bound.ABOUT) and _of_group(t, d, words):
        return True
    if n.form == "digits" and (_between_commas(t, d, g) or _in_brackets(t, d)):
        return True
    return _was(t, d, words)


def _of_group(t: Tokens, d: "Draft", g: AgeWords) -> bool:
    """As in "voters under 30", "younger than 14", "17 or younger"."""
    if t.words[d.first] in g.younger or t.words[d.last - 1] in g.younger:
        return True
    under = t.words[d.first] in ("under", "over") and t.spaced(d.first)
    front = t.front(d.first)
    if under and front in ("were", "are") and not t.joined(d.last):
        return not g.groups.isdisjoint(t.near(d.first, 6))  # "most members were under 20"
    return under and front in g.groups and not t.joined(d.last + 1)


def _between_commas(t: Tokens, d: "Draft", g: "Grammar") -> bool:
    """As in "Marta Lind, 66, leads", "his daughter, 9, was hurt", "the boys, both 12, were"."""
    i, after = d.first, t.gaps[d.last]
    if t.words[i - 1] in g.ages.between and t.spaced(i) and after[:1] == ",":
        i -= 1
        if t.words[i] in ("both", "all") and t.gaps[i] == ", " and t.words[i - 1].isalpha():
            return True  # "the accused, both 19, were"
    front = t.words[i - 1]
    if t.gaps[i] != ", " or not front.isalpha():
        return False
    person = singular(front) in g.ages.people or _one_being(t, i - 1, g)
    if not person and (not t.capital(i - 1) or front in g.refusals.not_names):
        return False
    if after[:2] in (", ", "; ") or after[:1] == ",":
        return True
    named = person or t.capital(i - 2)
    return named and (after[:1] in (".", ";", ")") or t.words[d.last] in g.ages.verbs)


def _one_being(t: Tokens, k: int, g: "Grammar") -> bool:
    """As in "the striker, 23, has": a noun in the singular with its article, of no thing."""
    word = t.words[k]
    led = t.front(k) if t.front(k) in _ARTICLES else t.front(k - 1)
    if led not in _ARTICLES or not word.endswith(_DOERS) or t.capital(k):
        return False
    if word.endswith(("er", "or")):
        stems = [word[:-1], word[:-2]] + [word[:-3]] * (word[-3:-2] == word[-4:-3])
        if not any(g.classes.verbs.form(stem) for stem in stems):
            return False  # "the answer, 42, was wrong"
    return word not in g.ages.things and word not in g.calendar.amount_nouns


def _in_brackets(t: Tokens, d: "Draft") -> bool:
    """As in "The pilot, Ivo Marsh (34)"."""
    i, n = d.first, d.numeral
    if t.gaps[i] != " (" or t.gaps[d.last][:1] != ")" or n.low <= 14:
        return False
    return i > 1 and t.capital(i - 1) and t.capital(i - 2) and t.spaced(i - 1)


def _was(t: Tokens, d: "Draft", g: AgeWords) -> bool:
    """As in "she was 10", "who will be 66 in June"."""
    i = d.first
    if t.words[i - 1] not in g.be or not t.spaced(i):
        return False
    near = t.near(i, 4)
    if not any(word in g.persons or word in g.always for word in near):
        return False
    ended = t.gaps[d.last][:1] in (",", ".", ";") or not t.words[d.last]
    return ended or t.words[d.last] in g.followers


def decade_of_life(t: Tokens, n: Numeral, before: "Draft | None", g: AgeWords) -> bool | None:
    """Whether digits with an "s" are a decade of a life ("in her 60s"); ``None`` without the "s".

    `before` is the figure read last: "in their 20s or 30s" says "their" once. "Under-18s" are
    none: the name of a group.
    """
    j = n.last
    word = t.words[n.first]
    if t.words[j] != "s" or t.gaps[j] != "":
        return None
    front = t.words[n.first - 1] if n.first else ""
    if t.hyphened(n.first) and front in ("under", "over"):
        return False
    if len(word) != 2 or word[1] != "0":
        return None
    if front in g.life_parts:
        front = t.words[n.first - 2]
    if front in g.life_leads:
        return True
    again = before is not None and before.dimension == "age" and before.last == n.first - 1
    return again and front in ("or", "and", "to")
