"""Numbers that measure and count nothing: names, addresses, clock times, codes, list numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from xref.quantity.numeral import Numeral
from xref.quantity.tokens import Tokens, is_digits

_AREA_CODE = 3
_DIALLED = 4
_AROUND = 8
"""How many words on either side tell whether a line is a headline."""
_CODE_GAPS = frozenset({"-", "/", ".", "–", ") ", ")-"})


@dataclass(frozen=True, slots=True)
class Refusals:
    """The lexicon of what is no figure, compiled. `idioms` are phrases by each of their words.

    Of one word they are kept by the word beside it: the one before, or behind the first.
    """

    names: frozenset[str]
    ranked: frozenset[str]
    loose_names: frozenset[str]
    abbreviations: frozenset[str]
    word_names: frozenset[str]
    prefixes: frozenset[str]
    not_names: frozenset[str]
    streets: frozenset[str]
    idioms: Mapping[str, Mapping[tuple[int, str], list[tuple[tuple[str, ...], int]]]]
    hyphened: frozenset[str]
    half_before: frozenset[str]
    share_before: frozenset[str]
    pointers: frozenset[str]
    zeros: frozenset[str]
    calls: frozenset[str]
    calling: frozenset[str]
    uncounted: frozenset[str]
    bores: frozenset[str]


def compile_refusals(table: Mapping[str, Any]) -> Refusals:
    """Compile the lexicon `not_figures`."""
    idioms: dict[str, dict[tuple[int, str], list[tuple[tuple[str, ...], int]]]] = {}
    for phrase in table["idioms"]:
        words = tuple(phrase.replace("-", " ").split())
        for at, word in enumerate(words):
            beside = (-1, words[at - 1]) if at else (1, "".join(words[1:2]))
            idioms.setdefault(word, {}).setdefault(beside, []).append((words, at))
    return Refusals(
        names=frozenset(table["names"].split()),
        ranked=frozenset(table["ranked"]),
        loose_names=frozenset(table["loose_names"]),
        abbreviations=frozenset(table["abbreviations"]),
        word_names=frozenset(table["word_names"]),
        prefixes=frozenset(table["prefixes"]),
        not_names=frozenset(table["not_names"].split()),
        streets=frozenset(table["streets"]),
        idioms=idioms,
        hyphened=frozenset(table["hyphened"].split()),
        half_before=frozenset(table["half_before"]),
        share_before=frozenset(table["share_before"]),
        pointers=frozenset(table["pointers"]),
        zeros=frozenset(table["zeros"]),
        calls=frozenset(table["calls"]),
        calling=frozenset(table["calling"]),
        uncounted=frozenset(table["uncounted"] + table["bores"]),
        bores=frozenset(table["bores"]),
    )


def idiom(t: Tokens, i: int, g: Refusals) -> int:
    """The token after the fixed phrase that token `i` stands in; 0 where it stands in none."""
    beside = g.idioms[t.words[i]]
    for key in ((-1, t.words[i - 1] if i else ""), (1, t.words[i + 1]), (1, "")):
        for phrase, at in beside.get(key, ()):
            first = i - at
            if first >= 0 and all(
                t.words[first + k] == word
                and (not k or t.joined(first + k) or t.gaps[first + k] == "/")
                for k, word in enumerate(phrase)
            ):
                return first + len(phrase)
    return 0


def identifier(t: Tokens, n: Numeral, g: Refusals, money: bool, measured: bool) -> bool:
    """Whether a number is part of a name or code: "T-72B3", "5G", "No. 4", "BBC One".

    `money`: a currency stands before it; `measured`: it has a unit.
    """
    if not is_digits(t.words[n.first]):
        return n.form != "digits" and _named_word(t, n, g)
    letter = t.gaps[n.last] == "" and len(t.words[n.last]) == 1
    bare = n.first > 0 and not money
    return (
        (bare and _coded(t, n, g))
        or (bare and (letter or not measured) and _named(t, n, g))
        or _marked(t, n)
        or _coordinate(t, n)
        or _noughted(t, n)
        or (not measured and _glued(t, n))
        or (len(t.words[n.first]) == _AREA_CODE and _spelt_phone(t, n))
        or (letter and t.written(n.last) == "D")  # "3D"
        or (t.hyphened(n.last) and len(t.words[n.last]) == 1 and t.capital(n.last))  # "8-K"
        or _grouped_code(t, n)
        or _address(t, n, g)
    )


def _coded(t: Tokens, n: Numeral, g: Refusals) -> bool:
    """Letters right before the digits: "TV3", "COVID-19", "ID.4"; not "sub-7", "5k-20k"."""
    i = n.first
    gap, prev = t.gaps[i], t.words[i - 1]
    if not prev or not prev[-1].isalpha():
        return False
    if gap == "" or (gap == "." and n.start == t.starts[i]):
        return True
    if gap not in ("-", "‑") or prev in g.prefixes:
        return False
    # "5k-20k": the letter belongs to a number of its own.
    return t.gaps[i - 1] != "" or not is_digits(t.words[i - 2])


def _named(t: Tokens, n: Numeral, g: Refusals) -> bool:
    """A noun that names by number right before: "Section 230", "page 12"."""
    i = n.first
    gap, prev = t.gaps[i], t.words[i - 1]
    if n.step is not None and n.step < 1:
        return prev in g.word_names and t.spaced(i)  # "version 3.2 of the model"
    if gap.strip() not in ("", ".", "-", ":") or "\n" in gap:
        return False
    if prev in g.abbreviations:
        return "." in gap or t.capital(i - 1)
    if gap.strip() == ".":
        return prev in g.names and len(prev) <= 4
    if prev in g.loose_names:
        return t.capital(i - 1) or not t.spaced(n.last)
    return prev in g.names or (prev in g.ranked and not t.spaced(n.last))


def _marked(t: Tokens, n: Numeral) -> bool:
    """Signs of a code, an address or a ratio: "#3", "4/5/20", "pqdweb?RQT=305", "3:1"."""
    gap, after = t.gaps[n.first], t.gaps[n.last]
    prev, following = t.words[n.first - 1] if n.first else "", t.words[n.last]
    if gap.endswith(("#", "@", "_", "\\", "&", "|", '="', "='")):
        return True
    if after[:1] == "|" or (after == "(" and t.words[n.last].isalpha()):
        # "401(k)"
        return True
    if gap.endswith(("'", "‘")) and len(t.words[n.first]) == 2 and after[:1] not in ("'", "’"):
        # "'08"
        return True
    if gap.endswith(("/", "=", ":")) and prev and len(gap) == 1:
        return True
    if prev == "p" and gap.strip() in ("<", ">", "=", "≤", "≥"):
        # "p < 0.05"
        return True
    return after in (":", "/", "_", "\\") and is_digits(following)


def _coordinate(t: Tokens, n: Numeral) -> bool:
    """Degrees and minutes of a place: "32°34′S", "51.5° N"."""
    i, k = n.first, n.last
    if t.words[k] in ("′", "″") or t.gaps[k] in ("'", "’", '"', "”"):
        return i > 1 and t.words[i - 1] in ("°", "º", "′") and t.gaps[i] in ("", " ")
    if t.words[k] not in ("°", "º"):
        return False
    after = t.words[k + 1]
    if after in ("n", "s", "e", "w") and t.gaps[k + 1] in ("", " ") and t.capital(k + 1):
        return True
    return is_digits(after) and (t.words[k + 2] == "′" or t.gaps[k + 2][:1] in ("'", "’"))


def _noughted(t: Tokens, n: Numeral) -> bool:
    """Digits with a nought before them, which count nothing in a sentence: "at 0745", "007"."""
    word = t.words[n.first]
    coded = word[0] == "0" and word.isdecimal() and word.strip("0") != "" and len(word) > 1
    return coded and t.gaps[n.first][-1:] != "." and (t.spaced(n.first) or t.joined(n.last))


def _glued(t: Tokens, n: Numeral) -> bool:
    """A letter right behind that is no unit: "5G", "4x4", "M21 9AB"."""
    word = t.words[n.last]
    return t.gaps[n.last] == "" and word[:1].isalpha()


def _spelt_phone(t: Tokens, n: Numeral) -> bool:
    """Digits before a word in capitals: "555-ANSWER"."""
    k = n.last
    word = t.written(k)
    return t.gaps[k] == "-" and len(word) >= _DIALLED and word.isupper() and word.isalpha()


def _named_word(t: Tokens, n: Numeral, g: Refusals) -> bool:
    """Number words in names: "chapter two", "the Five Eyes", "BBC One"."""
    i = n.first
    prev = t.words[i - 1] if i else ""
    if not prev or not t.spaced(i):
        return False
    if not t.capital(i) or t.opens_sentence(i):
        return prev in g.word_names and not t.capital(i)
    if prev in g.names or prev in g.word_names:
        return True
    if t.capital(i - 1) and prev.isalpha() and not t.opens_sentence(i - 1) and not _titled(t, i):
        # "the coach of the Copper Nine"
        return prev not in g.not_names
    return not t.capital(i - 1) and prev.isalpha() and t.capital(n.last) and t.spaced(n.last)


def _titled(t: Tokens, i: int) -> bool:
    """Whether token `i` stands in a line whose words all begin with a capital, as headlines do."""
    for way in (-1, 1):
        for k in range(i, i + way * _AROUND, way):
            if k < 0 or (way > 0 and k > i and t.opens_sentence(k)):
                break
            if len(t.words[k]) > 3 and t.words[k].isalpha() and not t.capital(k):
                return False
            if way < 0 and t.opens_sentence(k):
                break
    return True


def _grouped_code(t: Tokens, n: Numeral) -> bool:
    """Three or more groups of digits, or two after a plus: phone numbers, addresses of machines."""
    first, last = n.first, n.last
    while (
        first > 0
        and last - first < 5
        and is_digits(t.words[first - 1])
        and t.gaps[first] in _CODE_GAPS
    ):
        first -= 1
    while last - first < 5 and is_digits(t.words[last]) and t.gaps[last] in _CODE_GAPS:
        last += 1
    if len(t.words[n.first]) == 3 and t.gaps[n.last] in (" ", ") ") and _dialled(t, n.last):
        return True
    dialled = first
    while (
        dialled > 0
        and first - dialled < 4
        and is_digits(t.words[dialled - 1])
        and t.spaced(dialled)
    ):
        dialled -= 1
    if t.gaps[dialled].endswith("+") and is_digits(t.words[dialled + 1]):
        return True
    groups = last - first - (n.last - n.first - 1)
    return groups >= 3 or (groups == 2 and t.gaps[first].endswith("+"))


def _dialled(t: Tokens, k: int) -> bool:
    """As in "555-0199" after an area code."""
    return (
        len(t.words[k]) == 3
        and is_digits(t.words[k])
        and t.gaps[k + 1] == "-"
        and len(t.words[k + 1]) == 4
    )


def _address(t: Tokens, n: Numeral, g: Refusals) -> bool:
    """As in "575 Alder Road", "the 1600 block of", "42 W. Main St."."""
    k = n.last
    if "," in t.words[n.first] or not t.spaced(k):
        return False
    if t.words[k] == "block":
        return n.nominal is not None and n.nominal >= 100
    for at in range(k, k + 4):
        if at > k and t.gaps[at].strip() not in ("", "."):
            return False
        if t.gaps[at] == "" and is_digits(t.words[at - 1]):
            continue  # "59th"
        if not (t.capital(at) or is_digits(t.words[at])):
            return False
        if at > k and t.words[at] in g.streets:
            return True
    return False


def bare_name(t: Tokens, n: Numeral, g: Refusals) -> bool:
    """Whether a number that counts nothing follows a name: "Studio 54", "Windows 11"."""
    i = n.first
    prev = t.words[i - 1] if i else ""
    if not prev or not t.spaced(i) or n.scale != 1 or prev in g.not_names or n.form != "digits":
        return False
    return t.capital(i - 1) and not t.opens_sentence(i - 1) and prev.isalpha()


def listed(t: Tokens, n: Numeral) -> bool:
    """Whether the number numbers a list or is in brackets: "3. Buy", "[12]", "Image 3 of 11"."""
    if t.words[n.last] == "of" and is_digits(t.words[n.last + 1]) and not t.joined(n.last + 2):
        return True
    if (
        n.first > 1
        and t.words[n.first - 1] == "of"
        and is_digits(t.words[n.first - 2])
        and not t.joined(n.last)
    ):
        return True
    gap, after = t.gaps[n.first], t.gaps[n.last]
    opens = n.first == 0 or "\n" in gap
    if opens and after[:2] in (". ", ") ", ".\t") and t.words[n.last]:
        return True
    if "\n" in gap and after.startswith("\n"):
        return True
    return (gap.endswith("[") and after.startswith("]")) or (
        gap.endswith("(") and after.startswith(")")
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
