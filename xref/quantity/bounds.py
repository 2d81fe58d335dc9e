"""Words beside a number that say how exact it is."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from xref.model.amount import Bound
from xref.quantity.tokens import Tokens

_NEAR = Decimal("0.9")
_FAR = Decimal("1.1")
_OPEN_LOW = frozenset({Bound.LESS_THAN, Bound.AT_MOST})
_OPEN_HIGH = frozenset({Bound.MORE_THAN, Bound.AT_LEAST})
_COMPARES = frozenset({Bound.MORE_THAN, Bound.LESS_THAN})
_NEGATIONS = frozenset({"not", "never", "nor", "no", "cannot"})
_OPPOSITE = {Bound.MORE_THAN: Bound.AT_MOST, Bound.LESS_THAN: Bound.AT_LEAST}
_SOFT = frozenset({Bound.ABOUT, Bound.NEARLY})

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Bound], ...]]


@dataclass(frozen=True, slots=True)
class BoundWords:
    """The lexicon of bounds: phrases by their word next to the number, the longest first."""

    before: Phrases
    after: Phrases
    signs: Mapping[str, Bound]
    spanning: frozenset[str]
    span_governors: frozenset[str]
    topic: frozenset[str]
    up_to_verbs: frozenset[str]
    over_verbs: frozenset[str]
    between: frozenset[str]
    marks: frozenset[str]


class Found(NamedTuple):
    """A bound and the token (`at`) where its words begin, or after which they end."""

    bound: Bound
    at: int
    sign: int = 0
    """How many characters of sign stand before the number, or after it."""


def compile_bounds(table: Mapping[str, Any]) -> BoundWords:
    """Compile the lexicon `bounds`."""
    return BoundWords(
        before=_phrases(table["before"], -1),
        after=_phrases(table["after"], 0),
        signs={sign: Bound(bound) for sign, bound in table["signs"].items()},
        spanning=frozenset(table["spanning"]),
        span_governors=frozenset(table["span_governors"]),
        topic=frozenset(table["topic"]),
        up_to_verbs=frozenset(table["up_to_verbs"]),
        over_verbs=frozenset(table["over_verbs"]),
        between=frozenset(table["between"]),
        marks=frozenset(table["marks"]),
    )


def _phrases(table: Mapping[str, Iterable[str]], key: int) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for bound, phrases in table.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[key], []).append((words, Bound(bound)))
    return {w: tuple(sorted(p, key=lambda each: -len(each[0]))) for w, p in found.items()}


def before(t: Tokens, i: int, g: BoundWords, last: int = 0) -> Found | None:
    """The bound whose words stand before token `i`.

    `last`: the number is a duration and ends before that token. Of two bounds in a row the
    limit wins over the approximation ("no more than about 50").
    """
    found = _sign(t, i, g) or _turned(t, _one_before(t, i, g, last))
    if found is None:
        return None
    if t.words[found.at] == "within":
        return found  # "passes within 20 miles"
    outer = _one_before(t, found.at, g, last) if not found.sign else None
    if outer is None:
        return found
    if outer.bound in _SOFT or outer.bound is Bound.EXACT:
        return found._replace(at=outer.at)
    return outer


def _turned(t: Tokens, found: Found | None) -> Found | None:
    """A bound that a negation turns round: "never above 21", "not below 12"."""
    front = "" if found is None else t.front(found.at)
    if found is None or not (front in _NEGATIONS or front.endswith("n't")):
        return found
    bound = _OPPOSITE.get(found.bound)
    return found if bound is None else Found(bound, found.at - 1)


def _one_before(t: Tokens, i: int, g: BoundWords, last: int) -> Found | None:
    k = i
    while k and t.words[k - 1] in g.between and t.joined(k) and i - k < 2:
        if _match(t, k, g) is not None:
            break
        k -= 1
    for at in (i, k) if k != i else (i,):
        found = _match(t, at, g)
        if found is not None and t.joined(at):
            if found.bound in _COMPARES and "the" in t.words[at:i]:
                return None  # "more than the 40 boats of last year" are not the 40
            if t.words[at - 1] in ("about", "around") and "the" in t.words[at:i]:
                marked = g.marks.isdisjoint(t.words[i + 1 : i + 4])
                return None if marked else found  # "around the 300 jobs", "around the 300 mark"
            return found if _holds(t, found, g, last) else None
    return None


def _match(t: Tokens, i: int, g: BoundWords) -> Found | None:
    for phrase, bound in g.before.get(t.words[i - 1], ()) if i else ():
        if t.precedes(i, phrase):
            return Found(bound, i - len(phrase))
    return None


def _holds(t: Tokens, found: Found, g: BoundWords, last: int) -> bool:
    """Whether words that can bound a number do so here."""
    word, governor = t.words[found.at], t.front(found.at)
    if word in ("about", "around"):
        return governor not in g.topic
    if word == "up":
        return governor not in g.up_to_verbs
    if last and word in g.spanning:
        return governor in g.span_governors
    if last and t.words[found.at + 1] == "than" and word not in ("more", "less", "fewer"):
        # "higher than a year ago" compares with a time.
        return t.words[last] not in ("ago", "earlier", "before", "later")
    return True


def _sign(t: Tokens, i: int, g: BoundWords) -> Found | None:
    gap = t.gaps[i]
    if not gap or gap == " " or len(gap) > 8:
        return None
    kept = gap.rstrip(" -−$")
    if "<>" in gap or "=<" in gap or "\n" in gap[len(kept) :]:
        return None
    for length in (3, 2, 1):
        bound = g.signs.get(kept[-length:]) if len(kept) >= length else None
        if bound is not None:
            return Found(bound, i, len(gap) - len(kept) + length)
    return None


def after(t: Tokens, j: int, g: BoundWords, numbers: Container[str]) -> Found | None:
    """The bound whose words stand right after a number or its noun, at token `j`.

    `numbers` are the words that begin a number: words before one bound that one instead.
    """
    if t.gaps[j][:1] == "+" and t.gaps[j][1:2] in ("", " ", ",", ".", ")"):
        return Found(Bound.AT_LEAST, j, 1)
    for phrase, bound in g.after.get(t.words[j], ()):
        last = j + len(phrase)
        apart = t.gaps[j] == ", " and not t.joined(last)  # "300 people, give or take"
        if not (t.joined(j) or apart):
            continue
        if t.follows(j, phrase) and not (t.capital(j) and t.joined(j + 1)):
            if len(phrase) == 1 and phrase[0] in ("plus", "odd", "ish") and not t.hyphened(j):
                continue
            following = t.ahead(last)
            if following[:1].isdecimal() or following in numbers or following == "a":
                continue
            if phrase[-1] == "than" and t.spaced(last) and following:
                continue
            return Found(bound, last)
    return None


def interval(bound: Bound, low: Decimal, high: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """The ends that a bound gives to a number (`low` equals `high`) or a range."""
    if bound in _OPEN_HIGH:
        return low, None
    if bound in _OPEN_LOW:
        return None, high
    if bound in _SOFT:
        near, far = low * _NEAR, high if bound is Bound.NEARLY else high * _FAR
        if low < 0:
            near, far = low if bound is Bound.NEARLY else low * _FAR, high * _NEAR
        return near, far
    return low, high
