"""Times of day: "5.30pm", "09.40", "twenty to three", "shortly after five in the morning".

They measure and count nothing, so they are no figures. A time with a full stop looks like a
decimal; it is one where words of a time stand beside it, or other times of the text are so written.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from xref.quantity import nouns, numerals, scores, units
from xref.quantity.numeral import Measure, Numeral
from xref.quantity.tokens import Tokens, is_digits
from xref.text.days import WEEKDAYS

if TYPE_CHECKING:
    from xref.quantity.grammar import Grammar

_DOTTED = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_SURE = re.compile(
    r"(?<![\d.,$€£])(?:0\d\.[0-5]\d(?!\d|\.\d|%)|\d{1,2}\.[0-5]\d ?(?:[ap]\.?m\b|gmt|bst|cet))",
    re.IGNORECASE,
)
_STAMP = re.compile(r"^[ \t*•-]*(?:[01]?\d|2[0-3])\.[0-5]\d[ \t:–-]", re.MULTILINE)
_LEADS = frozenset({"at", "after", "before", "about", "around", "by", "until"})
"""Words before a number that may be a time although nothing behind it says so."""
_OPENING = frozenset({"at", "by", "before", "after", "until"})
"""Words before an hour that opens a sentence."""
_BESIDE = 12
"""How many words back another time may stand that is marked as one."""
_HOURS, _MINUTES, _DAY = 12, 60, 24


@dataclass(frozen=True, slots=True)
class ClockWords:
    """The lexicon of times of day, compiled; the file says what each entry is for.

    `behind` are all words that make a time of the number before them.
    """

    marks: frozenset[str]
    before: frozenset[str]
    between: frozenset[str]
    soon: frozenset[str]
    parts: tuple[tuple[str, ...], ...]
    behind: frozenset[str]


def compile_clock(table: Mapping[str, Any]) -> ClockWords:
    """Compile the lexicon `clock_times`."""
    parts = tuple(tuple(phrase.split()) for phrase in table["parts"])
    return ClockWords(
        marks=frozenset(table["marks"]),
        before=frozenset(table["before"]),
        between=frozenset(table["between"]),
        soon=frozenset(table["soon"]),
        parts=parts,
        behind=frozenset([*table["marks"], "a", "p", "past", "to", *(part[0] for part in parts)]),
    )


def past(t: Tokens, m: Measure, g: "Grammar") -> int:
    """The token after the time of day that a number begins or is; 0 where it is none."""
    n, words = m.numeral, t.words
    if n.nominal is None or n.scale != 1 or m.first < n.first:
        return 0
    beside = words[n.last] in g.clock.behind or words[m.last] in g.clock.behind
    led = n.first > 0 and words[n.first - 1] in _LEADS
    if not beside and not led and "." not in words[n.first]:
        return 0
    if _mark_at(t, n.last, g):
        return max(n.last + 1, m.last)
    if n.form == "share" or (m.unit is not None and m.unit.name == "minute"):
        return _spoken(t, m, g)
    if m.unit is not None:
        hours = m.unit.name == "hour" and t.gaps[n.last] == "" and t.words[n.last] == "h"
        return m.last if hours and t.front(n.first) == "at" else 0
    if n.form == "digits" and _DOTTED.fullmatch(t.words[n.first]):
        whole = n.last == n.first + 1 and t.size > 1
        return n.last if whole and _dotted(t, n, g) else 0
    spoken = _spoken(t, m, g)
    return spoken or (n.last if _hour(n) and _on_the_hour(t, n, g) else 0)


def _mark_at(t: Tokens, j: int, g: "Grammar") -> bool:
    """What makes a time of a number before token `j`: "5.30pm", "2 a.m.", "10 o'clock"."""
    word = t.words[j]
    if not (t.joined(j) and word):
        return False
    dotted = word in ("a", "p") and t.gaps[j + 1] == "." and t.words[j + 1] == "m"
    return word in g.clock.marks or dotted


def _spoken(t: Tokens, m: Measure, g: "Grammar") -> int:
    """As in "half past nine", "twenty to three", "ten minutes to six"."""
    n, k = m.numeral, m.last
    if t.words[k] not in ("past", "to") or not t.joined(k) or n.nominal is None:
        return 0
    hour = numerals.read(t, k + 1, g.numbers) if t.joined(k + 1) else None
    if hour is None or not _hour(hour) or _counts(t, hour, g):
        return 0
    if n.form == "share":
        fits = n.nominal * 4 in (1, 2) and (t.words[k] == "past" or n.nominal * 4 == 1)
        return hour.last if fits else 0
    if not 0 < n.nominal < _MINUTES or (n.step is not None and n.step < 1):
        return 0
    if t.words[k] == "past" or m.unit is not None:
        return hour.last
    # Five to nine may as well be a range; twenty to nine is none.
    falls = n.nominal % 5 == 0 and n.nominal > hour.high and t.front(n.first) != "from"
    if falls and scores.said(t, m, Measure(hour, None, hour.first, hour.last), g.scores):
        return 0
    return hour.last if falls or _led(t, n, g, ("at",)) else 0


def _hour(n: Numeral) -> bool:
    return n.nominal is not None and 0 < n.nominal <= _DAY and n.scale == 1 and n.form != "share"


def _counts(t: Tokens, n: Numeral, g: "Grammar") -> bool:
    """Whether a unit or a noun stands behind a number."""
    if units.read(t, n.last, g.units, n.form == "digits") is not None:
        return True
    noun = nouns.read(t, n.last, g.nouns)
    return noun is not None and noun.head >= 0


def _led(t: Tokens, n: Numeral, g: "Grammar", by: tuple[str, ...] | frozenset[str]) -> bool:
    """Whether a word of time stands before a number, maybe with "about" between."""
    k = n.first
    while k and t.front(k) in g.clock.between and t.front(k) not in by:
        k -= 1
    return t.front(k) in by


def _on_the_hour(t: Tokens, n: Numeral, g: "Grammar") -> bool:
    """As in "shortly after nine", "five in the morning", "on Monday at twelve", "By 10 the …"."""
    if _part_behind(t, n, g):
        return True
    front, before = t.front(n.first), t.front(n.first - 1)
    soon = front in ("after", "before") and before in g.clock.soon
    dated = front == "at" and (before in WEEKDAYS or _marked_near(t, n, g))
    opens = front in _OPENING and n.first > 0 and t.opens_sentence(n.first - 1)
    if opens and not t.spaced(n.last) and not t.gaps[n.last].startswith(", "):
        return False
    return (soon or dated or opens) and n.high <= _HOURS and not _counts(t, n, g)


def _marked_near(t: Tokens, n: Numeral, g: "Grammar") -> bool:
    """As in "came at 8 a.m. and left at 9": the other time of the sentence is marked as one."""
    for k in range(n.first - 1, max(n.first - _BESIDE, 0), -1):
        if is_digits(t.words[k]) and _mark_at(t, k + 1, g):
            return True
        if t.opens_sentence(k) and t.capital(k):
            break
    return False


def _part_behind(t: Tokens, n: Numeral, g: "Grammar") -> bool:
    """Whether a part of a day stands behind a number."""
    word = t.words[n.last]
    if not t.spaced(n.last):
        return False
    return any(part[0] == word and t.follows(n.last, part) for part in g.clock.parts)


def _dotted(t: Tokens, n: Numeral, g: "Grammar") -> bool:
    """Whether digits written as a time with a full stop are one."""
    word = t.words[n.first]
    opens = n.first == 0 or "\n" in t.gaps[n.first]
    if opens and t.capital(n.last) and shown(t):
        return True  # "14.05 Crews are at the gate."
    if t.gaps[n.first].endswith(("$", "€", "£")) or _counts(t, n, g):
        return word[0] == "0" and word[1] != "." and not _measured(t, n, g)
    if (word[0] == "0" and word[1] != ".") or _part_behind(t, n, g) or _timetabled(t, n):
        return True
    led = _led(t, n, g, g.clock.before)
    if led and word.endswith(".00"):
        return True
    return (led or opens or t.front(n.first) == "the") and shown(t)


def _measured(t: Tokens, n: Numeral, g: "Grammar") -> bool:
    return units.read(t, n.last, g.units, True) is not None


def _timetabled(t: Tokens, n: Numeral) -> bool:
    """As in "the packed 17.42 from Brisk"."""
    places = t.words[n.last] in ("from", "to") and t.capital(n.last + 1) and t.spaced(n.last + 1)
    return places and "the" in t.words[max(n.first - 2, 0) : n.first]


def shown(t: Tokens) -> bool:
    """Whether some times of the text are surely written with a full stop."""
    return t.told(_dots)


def _dots(t: Tokens) -> bool:
    return _SURE.search(t.text) is not None or len(_STAMP.findall(t.text)) > 1
