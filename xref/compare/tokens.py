"""The words of a rendering in the form that two renderings are compared in.

What house style decides (marks, case, contractions, number words, British or American spelling)
does not reach the form; what was said does.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

from xref.lexicon import table
from xref.text.fold import fold, fold_marks

_TOKEN = re.compile(
    r"(?P<gap>\[(?: ?\.){2,4} ?\]|\.(?: ?\.){1,3}|\u2026|\[ ?\u2026 ?\])"
    r"|(?P<edit>\[[^\[\]]{0,120}\]|\([^()]{0,120}\))"
    r"|(?P<number>[$£€]?\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th|s|m|bn|k)?\b%?)"
    r"|(?P<initials>(?:[^\W\d_]\.){2,})"
    r"|(?P<masked>[^\W\d_]+(?:\*+|-{2,})[^\W\d_]*)"
    r"|(?P<word>'?[^\W\d_]+(?:'[^\W\d_]+)*'?)"
    r"|(?P<sign>[%&])"
)
_RESPELT = re.compile(r"\[(\w)\](?=\w)")
_SUFFIXED = re.compile(r"(?<=\w)\[('?\w{1,4})\]")
_ENDS = re.compile(r"[.!?;:][\"'\u2019\u201d)\]]?\s|--|\s?[\u2013\u2014]|\s-\s")
_MASK = re.compile(r"[*-]+")
_TAILS = frozenset({"'", "'s", "'d", "'m", "'ve", "'re", "'ll", "n't"})
_NESTED = re.compile(
    r"""(?:(?<=\s)|(?<=^)|(?<=\())(?:''|["'])(\S[^"]{8,600}?\S)(?:''|["'])(?=[\s.,;:!?)]|$)"""
)
_LONG = 5_000
"""Characters of a stretch in which no inner marks are looked for: no speaker quotes in a book."""
_SIC = frozenset({"sic", "ph", "phonetic"})
_SCALES = {"k": 3, "m": 6, "bn": 9, "hundred": 2, "thousand": 3, "million": 6, "billion": 9}
_CURRENCIES = {"$": "dollar", "£": "pound", "€": "euro"}
_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_NUMBERS = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
}
_ORDINALS = {
    word: f"{value}th"
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
        ],
        start=1,
    )
}


class Word(NamedTuple):
    """One word: the form that is compared, the word as printed, whether a sentence ends here."""

    form: str
    text: str
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Tokens:
    """A rendering as words.

    `breaks` are the positions at which the outlet shows that something may be missing: an ellipsis,
    or marks closed and opened again; position i lies before ``words[i]``. `edits` are the words
    that the outlet put inside the marks by itself, by the position that they stand at. `nested` are
    the stretches that stand between inner marks: words of yet another.
    """

    words: tuple[Word, ...]
    breaks: frozenset[int] = frozenset()
    edits: tuple[tuple[int, str], ...] = ()
    nested: tuple[tuple[int, int], ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The compared form of each word."""
        return tuple(word.form for word in self.words)


@cache
def _contractions() -> dict[str, tuple[str, ...]]:
    lexicon = table("wording")
    return {short: tuple(str(full).split()) for short, full in lexicon["contractions"].items()}


@cache
def _endings() -> dict[str, str]:
    return dict(table("wording")["endings"])


@cache
def word_set(name: str) -> frozenset[str]:
    """A list of the wording lexicon, for looking words up in."""
    return frozenset(str(word) for word in table("wording")[name])


def is_content(form: str) -> bool:
    """Whether a word carries news, not grammar."""
    return form not in word_set("function")


def plain(form: str) -> str:
    """A folded word without accents: "calderón" is "calderon".

    >>> plain("são"), plain("1½")
    ('sao', '1½')
    """
    if form.isascii():
        return form
    return "".join(c for c in normalize("NFD", form) if not combining(c))


def _expanded(low: str) -> tuple[str, ...]:
    """The forms that a lower-case word stands for: "don't" is "do not", "ISIS'" is "isis 's"."""
    known = _contractions().get(low)
    if known is not None:
        return known
    bare = low.strip("'")
    if "'" not in bare:
        known = _contractions().get(bare)
        if known is not None:
            return known
        if low.endswith("s'") and not low.startswith("'"):
            return (bare, "'s")
        return (bare,) if bare else ()
    head, _, tail = bare.rpartition("'")
    if tail == "t" and head.endswith("n"):
        return (head[:-1], "not")
    full = _endings().get("'" + tail)
    if full is not None:
        return (*_expanded(head), full)
    if tail in ("s", "d", "m"):
        return (*_expanded(head), "am" if tail == "m" else "'" + tail)
    return (bare.replace("'", ""),)


def _digits(text: str) -> tuple[str, ...]:
    """The forms of a number in digits: "$1.50" is "1.5 dollar", "5m" is "5000000"."""
    currency = _CURRENCIES.get(text[0], "")
    body = text[1:] if currency else text
    percent = body.endswith("%")
    body = body.rstrip("%").replace(",", "")
    tail = body.lstrip("0123456789.")
    body = body[: len(body) - len(tail)]
    if tail in _SCALES:
        body, tail = _scaled(body, _SCALES[tail]), ""
    elif tail in ("st", "nd", "rd", "th"):
        tail = "th"
    if "." in body:
        body = body.rstrip("0").rstrip(".")
    return (body + tail, *(["%"] if percent else []), *([currency] if currency else []))


def _scaled(digits: str, zeros: int) -> str:
    """`digits` times ten to the power of `zeros`, as digits; exact."""
    whole, _, part = digits.partition(".")
    part = part.ljust(zeros, "0")
    head, rest = whole + part[:zeros], part[zeros:].rstrip("0")
    return (head.lstrip("0") or "0") + ("." + rest if rest else "")


def _is_number(form: str) -> bool:
    return form[:1].isdigit() and form.replace(".", "", 1).isdigit()


def _numbered(words: Iterable[Word]) -> list[Word]:
    """Number words as digits: "twenty-five" is "25", "five thousand" and "5,000" are "5000".

    "one" alone stays a word: it is a pronoun more often than a figure.
    """
    out: list[Word] = []
    for word in words:
        form = word.form
        value = _NUMBERS.get(form)
        last = out[-1] if out else None
        if last is not None and not last.ends:
            if value is not None and 0 < value < 10 and last.text.lower().endswith(tuple(_TENS)):
                out[-1] = Word(str(int(last.form) + value), f"{last.text} {word.text}", word.ends)
                continue
            zeros = _SCALES.get(form) if len(form) > 2 else None
            if zeros is not None:
                at = -2 if last.form in _CURRENCIES.values() and len(out) > 1 else -1
                base = "1" if out[at].form == "one" else out[at].form
                if _is_number(base):
                    text = f"{out[at].text} {word.text}"
                    out[at] = Word(_scaled(base, zeros), text, word.ends)
                    continue
        if value is not None and form != "one":
            out.append(Word(str(value), word.text, word.ends))
        elif form in _ORDINALS:
            out.append(Word(_ORDINALS[form], word.text, word.ends))
        elif form in ("dollars", "pounds", "euros"):
            out.append(Word(form[:-1], word.text, word.ends))
        else:
            out.append(word)
    return out


class _Reader:
    """The words of a rendering while its stretches are read one by one."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.breaks: set[int] = set()
        self.edits: list[tuple[int, str]] = []
        self.nested: list[tuple[int, int]] = []
        self._found: list[Word] = []

    def segment(self, segment: str, asides: bool) -> None:
        """Append the words of one stretch between marks."""
        text = _SUFFIXED.sub(r"\1", _RESPELT.sub(r"\1", segment))
        if asides:
            text = text.replace("(", " ").replace(")", " ")
        low = fold(text)
        inner = [match.span(1) for match in _NESTED.finditer(low)] if len(low) < _LONG else []
        for start, end in inner:
            # No apostrophe: "books'" at the end of inner marks is no possessive.
            low = f"{low[: start - 1]} {low[start:end]} {low[end + 1 :]}"
        inner.reverse()
        first: int | None = None
        for match in _TOKEN.finditer(low):
            while inner and match.start() >= inner[-1][0]:
                self._settle()
                first = len(self.words) if first is None else first
                if match.start() < inner[-1][1]:
                    break
                self.nested.append((first, len(self.words)))
                first = None
                inner.pop()
            self._token(match, text)
        self._settle()
        if first is not None:
            self.nested.append((first, len(self.words)))

    def _token(self, match: re.Match[str], text: str) -> None:
        kind, form = match.lastgroup, match[0]
        printed = text[match.start() : match.end()]
        if kind == "gap":
            self._settle()
            self.breaks.add(len(self.words))
        elif kind == "edit":
            self._settle()
            inside = printed[1:-1].strip()
            if inside and inside.lower() not in _SIC:
                self.edits.append((len(self.words), inside))
        else:
            after = text[match.end() : match.end() + 4]
            ends = kind != "initials" and _ENDS.match(after + " ") is not None
            if form[0] == "'" and form not in _contractions():
                form, printed = form[1:], printed[1:]
            forms = _forms(kind, form)
            parts = _parts(printed, len(forms))
            last = len(forms) - 1
            self._found.extend(
                Word(plain(one), parts[n], ends and n == last) for n, one in enumerate(forms)
            )

    def _settle(self) -> None:
        """Take what was found as words; a number does not reach across a mark of the outlet's."""
        self.words.extend(_numbered(self._found))
        self._found.clear()


def _parts(printed: str, count: int) -> list[str]:
    """A printed word in as many parts as it has forms: "don't" is "do" and "n't"."""
    if count == 1:
        return [printed]
    folded = fold_marks(printed).lower()
    at = folded.rfind("n't") if folded.endswith("n't") else folded.rfind("'")
    if count == 2 and at > 0:
        return [printed[:at], printed[at:]]
    return [printed, *[""] * (count - 1)]


def printed(words: Iterable[Word]) -> str:
    """Words as the outlet printed them."""
    out = ""
    for word in words:
        glue = (
            "" if fold_marks(word.text[:1]) == "'" or word.text.lower() in ("n't", "n’t") else " "
        )
        out += glue + word.text if word.text else ""
    return out.strip()


def _forms(kind: str | None, form: str) -> tuple[str, ...]:
    if kind == "number":
        return _digits(form)
    if kind == "initials":
        return (form.replace(".", ""),)
    if kind == "masked":
        return (_MASK.sub("*", form),)
    if kind == "sign":
        return ("and" if form == "&" else "%",)
    return _expanded(form)


@lru_cache(maxsize=20_000)
def read(segments: tuple[str, ...], *, asides: bool = False) -> Tokens:
    """The words of a rendering whose stretches between marks are `segments`, in order.

    With `asides` words in round brackets are part of the text, not put in by the outlet.

    >>> read(("We can't wait [for them] ... any longer.",)).forms
    ('we', 'can', 'not', 'wait', 'any', 'longer')
    """
    reader = _Reader()
    for number, segment in enumerate(segments):
        if number:
            reader.breaks.add(len(reader.words))
        reader.segment(segment, asides)
    reader.breaks -= {0, len(reader.words)}
    return Tokens(
        tuple(reader.words),
        frozenset(reader.breaks),
        tuple(reader.edits),
        tuple(reader.nested),
    )
