"""Counted people: how many a noun phrase counts, as its head, its determiner and its number say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from xref.extract.fate_words import FateWords
from xref.language import Chunk, Reading
from xref.lexicon.nouns import singular
from xref.quantity.figure import Figure

_ONE = frozenset(["a", "an", "another", "one", "each"])
_THEIRS = frozenset(["his", "her", "their", "its", "my", "our", "your", "whose"])
_THOSE = frozenset(["them", "whom", "these", "those", "us", "which"])
_NONE = frozenset(["nobody", "none"])
_NOBODY = frozenset(["no", "neither"])
_SELF = frozenset(["himself", "herself", "themselves"])
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_SHORT = re.compile(r"[1-9]\d?$")
_NUMBERED = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")


class Kind(Enum):
    """How people are counted."""

    FIGURE = "figure"
    SINGLE = "single"
    NAME = "name"
    NAMED = "named"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Group:
    """People counted by one phrase: its tokens, how many they are, and the figure that says so.

    `head` is the noun, singular; "" for a bare number, and for a name. `part`: the phrase says
    itself that it counts part of a whole ("two of the victims"). `open`: there may be more
    ("triple murder-suicide"). `definite`: somebody told of before ("the man"), who counts in
    a list only. `itself`: "himself", who is added to those told of before. `ordinal`: which one
    it is ("a fourth man" is 4), else 0. `others`: they come beside those told of before. `known`:
    a lexicon knows the noun for people. `theirs`: "his", "her" or the like stands before it. Of a
    group of kind ``UNTOLD`` ("and their daughters", "a family") nobody says how many they are.
    """

    first: int
    last: int
    count: Decimal
    kind: Kind
    head: str = ""
    figure: Figure | None = None
    bare: bool = False
    part: bool = False
    open: bool = False
    definite: bool = False
    itself: bool = False
    ordinal: int = 0
    others: bool = False
    known: bool = True
    theirs: bool = False


Figures = Mapping[int, Figure]
"""The figures of a sentence, by the first token of each number."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """The people of one sentence: `figures` are its own; in a `headline` nouns need no article."""

    reading: Reading
    figures: Figures
    words: FateWords
    headline: bool

    def group(self, chunk: Chunk, *, joined: bool = False) -> Group | None:
        """The people that a chunk counts; ``None`` where it counts none.

        `joined`: "and" joins it to people before it, and it needs no article.
        """
        low, head = self.reading.low, self.reading.head(chunk)
        if low[chunk.head] in _SELF:
            return replace(self._group(chunk, 1, Kind.SINGLE, "self"), itself=True)
        unread = self.headline and chunk.kind == "number" and chunk.head not in self.figures
        if unread and chunk.of is None and _SHORT.match(low[chunk.head]):
            count = int(low[chunk.head])  # "5 Shot In Old Town"
            return replace(self._group(chunk, count, Kind.FIGURE, ""), bare=True)
        at = next((k for k in range(chunk.first, chunk.head + 1) if self._counts(k)), None)
        if at is not None:
            return self._numbered(chunk, self.figures[at])
        known = self.words.person(head)
        if head in self.words.made and chunk.determiner in _ONE:
            return self._group(chunk, 1, Kind.SINGLE, head)
        if low[chunk.head] in _NONE or (chunk.determiner == "no" and head == "one"):
            besides = low[chunk.last : chunk.last + 1] == ["else"]
            return None if besides else self._group(chunk, 0, Kind.FIGURE, "")
        if chunk.kind in ("pronoun", "time") or known is False or chunk.determiner in _NOBODY:
            return None
        if (
            known is None
            and chunk.kind == "noun"
            and any(k in self.figures for k in range(chunk.first, chunk.last))
        ):
            return None  # "13 years"
        if chunk.kind == "name" and not self.words.chain(head):
            return self._named(chunk)
        many = chunk.number == "many" and singular(low[chunk.head]) != low[chunk.head]
        if many and low[chunk.first] == "both":
            return replace(self._group(chunk, 2, Kind.SINGLE, head), part=True)
        plain = self._alone(chunk)
        if many or head in self.words.words["untold"]:
            told = joined or chunk.determiner in _ONE | _THEIRS
            return self._group(chunk, 1, Kind.UNTOLD, head) if told else None
        if chunk.kind == "number":
            if low[chunk.head] not in ("one", "another") and not ordinal(low[chunk.head]):
                return None
            part = self._of_part(chunk)
            return replace(self._group(chunk, 1, Kind.SINGLE, ""), part=part, bare=True)
        if not (plain or joined or (self.headline and known) or (chunk.first == 0 and known)):
            return None
        if known is None and chunk.determiner in _THEIRS:
            return None  # "declared her brain dead"
        definite = chunk.determiner == "the" and "'s" not in low[chunk.first : chunk.last]
        count = self.words.sizes.get(head, 1)
        alone = self._group(chunk, count, Kind.SINGLE, head)
        return replace(alone, definite=definite, known=known is not None)

    def _counts(self, k: int) -> bool:
        figure = self.figures.get(k)
        decade = self.reading.low[k + 1 : k + 2] == ["'s"]  # "men in their 20's"
        return figure is not None and figure.dimension == "count" and not decade

    def _alone(self, chunk: Chunk) -> bool:
        """Whether a chunk's determiner makes it one ("a man", "the man", "the girl's father")."""
        determiner = chunk.determiner
        whose = self.reading.low[max(0, chunk.first - 1) : chunk.first] == ["whose"]
        letters = self.reading.letters[chunk.first : chunk.last]
        owned = whose or ("y" in letters and letters[0] != "T")  # not "Monday's violence"
        return determiner in _ONE or determiner in _THEIRS or determiner == "the" or owned

    def _group(self, chunk: Chunk, count: int, kind: Kind, head: str) -> Group:
        low = self.reading.low
        inside = low[chunk.first : chunk.last]
        around = low[max(0, chunk.first - 1) : chunk.last + 1]
        others = head in ("other", "another") or not self.words.words["besides"].isdisjoint(around)
        which = max((ordinal(word) for word in inside), default=0)
        return Group(
            *(chunk.first, chunk.last, Decimal(count), kind, head),
            ordinal=which,
            others=others,
            theirs=chunk.determiner in _THEIRS,
        )

    def _named(self, chunk: Chunk) -> Group | None:
        """A name that nothing says to be of a body, a place or a thing."""
        reading, words = self.reading, self.words
        names = [singular(w) for w in reading.low[chunk.first : chunk.last] if w[0].isalpha()]
        loud = reading.text[reading.starts[chunk.first] : reading.ends[chunk.last - 1]].isupper()
        if chunk.determiner or loud or chunk.number == "many":
            return None  # "NEW PORT HARROW - Two men …": a dateline
        aged = any(word.endswith("-old") for word in reading.low[chunk.first : chunk.head])
        person = aged or not words.given.isdisjoint(names[:-1])
        things = any(words.person(name) is False or name in words.bodies for name in names)
        if things and not person:
            return None
        known = person or (len(names) > 1 and not self.headline)
        return replace(self._group(chunk, 1, Kind.NAME, ""), known=known)

    def _numbered(self, chunk: Chunk, figure: Figure) -> Group | None:
        """The people that the number of a chunk counts."""
        reading, words = self.reading, self.words
        nominal = figure.amount.nominal
        count = nominal if nominal is not None else figure.amount.low
        if count is None or count % 1:
            return None
        bare = chunk.kind == "number"
        of = chunk.of if bare else None
        head = "" if bare and of is None else reading.head(of or chunk)
        known = True if not head or (of and of.kind == "pronoun") else words.person(head)
        if of is not None and of.kind == "number":
            head, known = "", True
        if known is False and head not in words.made and head not in words.counted:
            return None
        if of is None and _parents(reading, chunk, words):
            return None
        inside = reading.low[chunk.first : chunk.last]
        return replace(
            self._group(chunk, 1, Kind.FIGURE, head),
            count=count,
            figure=figure,
            bare=bare and of is None,
            part=self._of_part(chunk) or not words.words["parts"].isdisjoint(inside),
            known=known is not None,
        )

    def _of_part(self, chunk: Chunk) -> bool:
        """Whether a phrase counts some of those told of before ("two of them, of the men")."""
        reading = self.reading
        of = chunk.of
        if of is None:
            return reading.low[chunk.last : chunk.last + 2] in (["of", "whom"], ["of", "which"])
        if reading.head(of) in self.words.states:
            return True  # "three of the dead"
        if any(self._counts(k) for k in range(of.first, of.last)):
            return False
        described = any(c.role == "adjunct" for c in of.hanging) or any(
            c.antecedent is of for c in reading.clauses
        )
        described = described or reading.letters[of.last : of.last + 1] in ("p", "r")  # "aboard"
        if described and reading.low[of.head] in _THOSE:
            return False
        return reading.low[of.head] in _THOSE or (of.determiner == "the" and not described)


def ordinal(word: str) -> int:
    """Which one an ordinal from the second on names; 0 for any other word."""
    if word in _ORDINALS:
        return _ORDINALS.index(word) + 2
    found = _NUMBERED.match(word)
    return int(found[1]) if found is not None else 0


def _parents(reading: Reading, chunk: Chunk, words: FateWords) -> bool:
    """Whether a bare number says how many children somebody has ("a mother of three")."""
    on = chunk.on
    if chunk.role != "of" or on is None or chunk.kind != "number":
        return False
    return on.number == "one" and on.kind != "number" and words.person(reading.head(on)) is True
