"""A text cut into words, numbers and signs, with what stands between them."""

import re
from collections.abc import Callable, Container, Sequence
from itertools import accumulate

_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞%‰°℃℉$£¥¢¤৳৲฿៛₠-₿﷼′″"
_LETTER = rf"[^\W\d_{_SIGNS}]"
# Plain letters are tried before all others: a class of one range is read several times faster.
_WORD = rf"(?:[a-z]++{_LETTER}*+|{_LETTER}++)"
_TOKEN = re.compile(
    rf"([a-z]++{_LETTER}*+(?:'{_WORD})*+|\d+(?:[.,]\d+)*|[{_SIGNS}]|{_LETTER}++(?:'{_WORD})*+)"
)
_PAD = 12
_INNER = frozenset({" ", ", ", "", "-", " $", "’", "'"})
"""What stands between two tokens of one sentence, most of the time."""
_BREAK = re.compile(r"[.!?…]['\"’”)\]]*\s|\n\s*\n")

DASHES = frozenset({"-", "‐", "‑", "–", "—", "−"})


def is_digits(word: str) -> bool:
    """Whether a token is a number in digits."""
    return word[:1].isdecimal()


class Tokens:
    """The tokens of a text.

    `words[i]` is token `i` in lower case and with straight apostrophes,
    ``text[starts[i]:ends[i]]`` as written, `gaps[i]` what stands before it. Past either end
    of the text tokens are empty, so that a reader may look a few tokens around without
    asking for the length.
    """

    __slots__ = ("_keys", "_told", "ends", "gaps", "size", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        low = text.lower()
        if len(low) != len(text):
            # A few capitals ("İ") are longer in lower case: those stay as they are.
            low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
        parts = _TOKEN.split(low.replace("’", "'"))
        edges = list(accumulate(map(len, parts)))
        self.text = text
        self._keys: list[int] | None = None
        self._told: dict[Callable[[Tokens], bool], bool] = {}
        self.words: list[str] = parts[1::2]
        self.gaps: list[str] = parts[::2]
        self.starts: list[int] = edges[:-1:2]
        self.ends: list[int] = edges[1::2]
        self.size = len(self.words)
        end = len(text)
        self.words += [""] * _PAD
        self.gaps += ["\n\n"] * _PAD
        self.starts += [end] * _PAD
        self.ends += [end] * _PAD

    def where(self, triggers: Container[str], among: Container[str]) -> list[int]:
        """The tokens in `triggers` or that begin with a digit (or a sign that sorts like one).

        `among` holds these triggers and all others that are asked for: all tokens are looked
        through once.
        """
        words = self.words
        if self._keys is None:
            self._keys = [i for i, word in enumerate(words) if word in among or "" < word < ":"]
        return [i for i in self._keys if words[i] in triggers or words[i] < ":"]

    def told(self, by: Callable[["Tokens"], bool]) -> bool:
        """What the whole text tells, which `by` finds in it: asked once."""
        if by not in self._told:
            self._told[by] = by(self)
        return self._told[by]

    def numbers(self) -> list[str]:
        """The tokens that begin with a digit."""
        places = range(self.size) if self._keys is None else self._keys
        return [word for i in places if is_digits(word := self.words[i])]

    def written(self, i: int) -> str:
        """Token `i` as the text has it."""
        return self.text[self.starts[i] : self.ends[i]]

    def capital(self, i: int) -> bool:
        """Whether token `i` begins with a capital letter."""
        start = self.starts[i]
        return self.text[start : start + 1].isupper()

    def spaced(self, i: int) -> bool:
        """Whether token `i` follows the one before it in running text.

        That is after a space, or a line break that no new paragraph begins at.
        """
        gap = self.gaps[i]
        if gap == " ":
            return i > 0 and self.words[i] != ""
        if i <= 0 or not gap.isspace() or not self.words[i]:
            return False
        return "\n" not in gap or (gap.count("\n") == 1 and not self.capital(i))

    def hyphened(self, i: int) -> bool:
        """Whether token `i` is tied to the one before it by a hyphen or dash without spaces."""
        return self.gaps[i] in DASHES and i > 0

    def joined(self, i: int) -> bool:
        """Whether there is a token `i` behind the one before and a space, a hyphen or nothing."""
        gap = self.gaps[i]
        if i <= 0 or not self.words[i]:
            return False
        return gap in (" ", "") or gap in DASHES or self.spaced(i)

    def added(self, i: int) -> bool:
        """Whether a plus stands between token `i` and the one before ("30+ products")."""
        return self.gaps[i] == "+ " and self.words[i] != ""

    def opens_sentence(self, i: int) -> bool:
        """Whether a sentence begins at token `i`, as far as marks tell."""
        gap = self.gaps[i]
        return i == 0 or (gap not in _INNER and _BREAK.search(gap) is not None)

    def front(self, i: int) -> str:
        """The word before token `i` in its sentence; empty where the sentence begins."""
        return "" if i <= 0 or self.opens_sentence(i) else self.words[i - 1]

    def ahead(self, i: int) -> str:
        """The word at token `i`, where the sentence goes on; empty where a new one begins."""
        return "" if self.opens_sentence(i) else self.words[i]

    def near(self, i: int, count: int) -> list[str]:
        """Up to `count` words before token `i` in its paragraph."""
        first = i
        while first > max(i - count, 0) and self.gaps[first].count("\n") < 2:
            first -= 1
        return self.words[first:i]

    def follows(self, i: int, phrase: Sequence[str]) -> bool:
        """Whether the words of `phrase` stand at token `i`, one space or hyphen apart.

        A point may stand behind a word of one or two letters ("sq. miles").
        """
        words = self.words
        for k, word in enumerate(phrase):
            if words[i + k] != word:
                return False
            if k == 0 or self.joined(i + k):
                continue
            if self.gaps[i + k] != ". " or len(phrase[k - 1]) > 2:
                return False
        return True

    def precedes(self, i: int, phrase: Sequence[str]) -> bool:
        """Whether the words of `phrase` stand just before token `i`."""
        start = i - len(phrase)
        return start >= 0 and self.follows(start, phrase) and self.gaps[i].count("\n") < 2
