"""Numbers that measure and count nothing: names, addresses, clock times, scores, years."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from xref.quantity.numerals import Numeral, is_digits
from xref.quantity.tokens import DASHES, Tokens


@dataclass(frozen=True, slots=True)
class Refusals:
    """The lexicon of what is no figure, compiled. `idioms` are phrases by each of their words."""

    names: frozenset[str]
    not_names: frozenset[str]
    streets: frozenset[str]
    directions: frozenset[str]
    clock: frozenset[str]
    score_nouns: frozenset[str]
    idioms: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]
    hyphened: frozenset[str]


def compile_refusals(table: Mapping[str, Any]) -> Refusals:
    """Compile the lexicon `not_figures`."""
    idioms: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for phrase in table["idioms"]:
        words = tuple(phrase.replace("-", " ").split())
        for at, word in enumerate(words):
            idioms.setdefault(word, []).append((words, at))
    return Refusals(
        names=frozenset(table["names"].split()),
        not_names=frozenset(table["not_names"].split()),
        streets=frozenset(table["streets"]),
        directions=frozenset(table["directions"]),
        clock=frozenset(table["clock"]),
        score_nouns=frozenset(table["score_nouns"]),
        idioms={word: tuple(found) for word, found in idioms.items()},
        hyphened=frozenset(table["hyphened"].split()),
    )


def idiom(t: Tokens, i: int, g: Refusals) -> int:
    """The token after the fixed phrase that token `i` stands in; 0 where it stands in none."""
    for phrase, at in g.idioms.get(t.words[i], ()):
        if i >= at and t.follows(i - at, phrase):
            return i - at + len(phrase)
    return 0


def identifier(t: Tokens, n: Numeral, g: Refusals, money: bool, measured: bool) -> bool:
    """Whether the digits are part of a name or code: "T-72B3", "5G", "192.168.1.2", "+1-222", "No. 4"."""
    if n.form != "digits" and not is_digits(t.words[n.first]):
        return _named_word(t, n, g)
    i = n.first
    gap, prev = t.gaps[i], t.words[i - 1] if i else ""
    after, following = t.gaps[n.last], t.words[n.last]
    if prev and not money:
        if gap == "" and prev[-1].isalpha() and prev not in ("°",):
            return True
        if gap in DASHES and not is_digits(prev) and _codes(t, i, prev):
            return True
        if gap == "." and prev[-1].isalpha() and n.start == t.starts[i]:
            return True
        if prev in g.names and not (measured or (n.step and n.step < 1)) and gap.strip() in ("", ".", "#", "-") and _names(t, i, n, prev):
            return True
    if "#" in gap or gap.endswith(("/", "@", "_", "\\", "&", "=")) and prev and gap.strip() != "=":
        return True
    if (
        gap.endswith(":")
        and is_digits(prev)
        or after.startswith(":")
        and is_digits(following)
        and after == ":"
    ):
        return True
    if following in g.clock or (
        following in ("a", "p")
        and after.strip() == ""
        and t.gaps[n.last + 1] == "."
        and t.words[n.last + 1] == "m"
    ):
        return True
    if (
        after == ""
        and following
        and following[0].isalpha()
        and t.gaps[n.last + 1] == ""
        and is_digits(t.words[n.last + 1])
    ):
        return True
    if after in ("/", "_", "\\") and is_digits(following) or gap == "/" and is_digits(prev):
        return True
    return _grouped_code(t, n) or _address(t, n, g)


def _codes(t: Tokens, i: int, prev: str) -> bool:
    """Whether what hangs before the hyphen makes a name: "COVID-19", "F-16", not "sub-7", "minus-5"."""
    if prev in (
        "sub",
        "minus",
        "negative",
        "over",
        "under",
        "nearly",
        "almost",
        "about",
        "to",
        "and",
        "or",
        "mid",
        "pre",
        "post",
        "non",
        "plus",
        "up",
    ):
        return prev in ("mid", "pre", "post", "non")
    return t.capital(i - 1) or len(prev) <= 3 or prev in ("top", "last", "magnitude")


def _names(t: Tokens, i: int, n: Numeral, prev: str) -> bool:
    if prev in ("no", "nos", "nr", "nrs") and "." not in t.gaps[i] and not t.capital(i - 1):
        return prev in ("nr", "nrs")
    if prev in (
        "line",
        "lines",
        "question",
        "group",
        "class",
        "type",
        "bill",
        "form",
        "title",
        "model",
        "top",
        "big",
        "stage",
        "step",
        "box",
        "code",
        "row",
    ):
        return t.spaced(n.last) is False or t.capital(i - 1) or prev in ("top", "big")
    return True


def _named_word(t: Tokens, n: Numeral, g: Refusals) -> bool:
    """Number words in names: "Chapter Two", "the Five Eyes", "BBC One"."""
    i = n.first
    if not i or not t.capital(i) or t.opens_sentence(i):
        return (
            i > 0
            and t.words[i - 1] in g.names
            and t.spaced(i)
            and not t.capital(i)
            and t.words[i - 1]
            in (
                "chapter",
                "phase",
                "stage",
                "category",
                "version",
                "page",
                "tier",
                "channel",
                "radio",
                "number",
                "room",
                "platform",
                "season",
                "episode",
                "grade",
                "level",
                "article",
                "section",
            )
        )
    if t.words[i - 1] in g.names:
        return True
    lower_before = not t.capital(i - 1) and t.words[i - 1].isalpha()
    return lower_before and t.capital(n.last) and t.spaced(n.last)


def _grouped_code(t: Tokens, n: Numeral) -> bool:
    """Three or more groups of digits: phone numbers, addresses of machines, dates in digits."""
    groups = 1
    k = n.first
    while (
        k > 0
        and is_digits(t.words[k - 1])
        and t.gaps[k] in ("-", "/", ".", "–", ") ", ")-")
        and groups < 4
    ):
        k -= 1
        groups += 1
    k = n.last
    while is_digits(t.words[k]) and t.gaps[k] in ("-", "/", ".", "–", ") ") and groups < 4:
        k += 1
        groups += 1
    if groups >= 3:
        return True
    return groups == 2 and t.gaps[n.first].endswith("+")


def _address(t: Tokens, n: Numeral, g: Refusals) -> bool:
    """ "575 Wilbraham Road", "1600 block of", "42 W. Main St."."""
    k = n.last
    if "," in t.words[n.first] or not (t.spaced(k) and (t.capital(k) or is_digits(t.words[k]))):
        return t.words[k] == "block" and t.spaced(k) and n.nominal is not None and n.nominal >= 100
    for at in range(k, k + 4):
        if not t.words[at] or at > k and t.gaps[at].strip() not in ("", "."):
            return False
        if t.words[at] in g.streets and t.capital(at) and at > k:
            return True
        if not t.capital(at) and not is_digits(t.words[at]):
            return False
    return False


def bare_name(t: Tokens, n: Numeral, g: Refusals) -> bool:
    """Whether a number that counts nothing follows a name: "FTSE 100", "Windows 11", "Ballpark 40"."""
    i = n.first
    prev = t.words[i - 1]
    if not i or not prev or not t.spaced(i) or n.scale != 1 or prev in g.not_names:
        return False
    return (
        t.capital(i - 1) and not t.opens_sentence(i - 1) and prev.isalpha() and n.form == "digits"
    )


def listed(t: Tokens, n: Numeral) -> bool:
    """Whether the number opens a list item or stands in brackets: "3. Buy", "[12]", "(2)"."""
    gap, after = t.gaps[n.first], t.gaps[n.last]
    opens = n.first == 0 or "\n" in gap
    if opens and after[:2] in (". ", ") ", ".\t") and t.words[n.last]:
        return True
    return (
        gap.endswith("[") and after.startswith("]") or gap.endswith("(") and after.startswith(")")
    )


def year_like(n: Numeral, t: Tokens) -> bool:
    """Whether the digits could be a year."""
    word = t.words[n.first]
    return (
        n.last == n.first + 1
        and len(word) == 4
        and word.isdecimal()
        and n.nominal is not None
        and Decimal(1000) <= n.nominal <= Decimal(2100)
    )
