"""The words of a rendering in the form that two renderings are compared in.

What house style decides (marks, case, contractions, number words, British or American spelling)
does not reach the form; what was said does.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from xref.compare.forms import (
    CURRENCIES,
    cardinals,
    contractions,
    digits,
    expanded,
    is_number,
    ordinals,
    plain,
    scaled,
    scales,
    tens,
)
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


def _numbered(words: Iterable[Word]) -> list[Word]:
    """Number words as digits: "twenty-five" is "25", "five thousand" and "5,000" are "5000"."""
    out: list[Word] = []
    for word in words:
        value = cardinals().get(word.form)
        if out and not out[-1].ends and _grown(out, word, value):
            continue
        form = ordinals().get(word.form, word.form) if value is None else str(value)
        if form.endswith("s") and form[:-1] in CURRENCIES.values():
            form = form[:-1]
        out.append(Word(form, word.text, word.ends))
    return out


def _grown(out: list[Word], word: Word, value: int | None) -> bool:
    """Add a word to the number before it, if it is a part of that."""
    last = out[-1]
    if value is not None and 0 < value < 10 and last.text.lower().endswith(tens()):
        out[-1] = Word(str(int(last.form) + value), f"{last.text} {word.text}", word.ends)
        return True
    zeros = scales().get(word.form)
    if zeros is None:
        return False
    at = -2 if last.form in CURRENCIES.values() and len(out) > 1 else -1
    base = "1" if out[at].form == "one" else out[at].form
    if not is_number(base):
        return False
    out[at] = Word(scaled(base, zeros), f"{out[at].text} {word.text}", word.ends)
    return True


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
            if form[0] == "'" and form not in contractions():
                form, printed = form[1:], printed[1:]
            forms = _forms(kind, form)
            if len(forms) == 1:
                self._found.append(Word(plain(forms[0]), printed, ends))
                return
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
        return digits(form)
    if kind == "initials":
        return (form.replace(".", ""),)
    if kind == "masked":
        return (_MASK.sub("*", form),)
    if kind == "sign":
        return ("and" if form == "&" else "%",)
    return expanded(form)


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
