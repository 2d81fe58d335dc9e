"""Which unnamed sources are kept out of sight, so that nobody can tell who stands behind it.

"Officials said" is an office that speaks; "a senior official said" is somebody with a name that
the outlet does not give. A mention that points back ("the official", "they") is whatever it
points back to.
"""

import re
from collections import deque
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from xref.lexicon.nouns import singular
from xref.model.article import Article, Field
from xref.model.claim import Attribution, SourceType
from xref.model.span import Span
from xref.speech import Saying
from xref.text.fold import fold

_WORD = re.compile(r"[\w.&'-]+")
_PHRASE_ENDS = frozenset(
    ["with", "at", "from", "of", "for", "in", "on", "to", "who", "that", "and"]
)
_OFFICE = frozenset(["with", "at", "from", "of", "for"])
_NATION = re.compile(r"[a-z]{3,}(?:an|ese|ish)|[a-z](?:\.[a-z])+\.?")
_DEFINITE = frozenset(["the", "that", "those", "these", "this", "both", "all"])
_REMEMBERED = 6
"""How many sayings back a mention that points back looks for whom it means."""


@dataclass(frozen=True, slots=True)
class Anonymity:
    """The anonymity lexicon, compiled; what each set holds is said there.

    `known` are all nouns of unnamed sources together.
    """

    leaks: frozenset[str]
    insiders: frozenset[str]
    people: frozenset[str]
    known: frozenset[str]
    ranked: frozenset[str]
    bodies: frozenset[str]
    again: frozenset[str]
    knowing: re.Pattern[str]
    told: re.Pattern[str]
    nations: frozenset[str]

    def kept_back(self, mention: str) -> bool:
        """Whether a mention by itself ("a senior official") is of somebody whose name is kept."""
        words = _WORD.findall(fold(mention))
        own = _WORD.findall(mention)
        head = self._head(words)
        if head is None:
            return False
        noun, behind = singular(words[head]), " ".join(words[head + 1 :])
        if noun in self.people:
            return self.knowing.match(behind) is not None
        if noun in self.leaks or self.knowing.match(behind):
            return True
        office = not _OFFICE.isdisjoint(words[head + 1 : head + 2])
        if noun not in self.insiders or office:
            return False
        before = words[:head]
        if head > 1 and words[head - 1] in self.ranked:
            return True
        if not self.bodies.isdisjoint(before) or any(map(self._is_body, own[:head])):
            return False
        return any(word in self.ranked or word.isdigit() for word in before) or any(
            self._is_nation(word) for word in before
        )

    def _head(self, words: list[str]) -> int | None:
        """The index of the noun that the mention is about."""
        for at, word in enumerate(words):
            if word in _PHRASE_ENDS and at:
                return None
            known = singular(word) in self.known
            last = at + 1 == len(words) or words[at + 1] in _PHRASE_ENDS
            if known and (last or self.knowing.match(" ".join(words[at + 1 :]))):
                return at
        return None

    def _is_body(self, word: str) -> bool:
        """Whether a capitalised word before the noun names an office ("NYPD", "Pentagon")."""
        low = fold(word)
        plain = low in self.ranked or low in self.again or self._is_nation(low)
        return word[0].isupper() and not plain

    def _is_nation(self, word: str) -> bool:
        return word in self.nations or _NATION.fullmatch(word) is not None

    def noun(self, mention: str) -> str | None:
        """The noun that a mention is about, singular; ``None`` for "they" and people in general."""
        words = _WORD.findall(fold(mention))
        head = self._head(words)
        noun = singular(words[head]) if head is not None else None
        return None if noun in self.people else noun

    def points_back(self, mention: str) -> bool:
        """Whether a mention is of such a source told before ("the official", "they", "some")."""
        words = _WORD.findall(fold(mention))
        if not words or words[0] not in self.again:
            return False
        definite = words[0] in _DEFINITE and self._head(words) is not None
        return definite or len(words) == 1


def compile_anonymity(lexicon: Mapping[str, Any], demonyms: Mapping[str, Any]) -> Anonymity:
    """Compile the anonymity lexicon; `demonyms` tell nations, whose officials are no one office."""
    countries = demonyms["countries"]
    nations = {fold(word) for forms in countries.values() for word in forms}
    leaks, insiders = frozenset(lexicon["leaks"]), frozenset(lexicon["insiders"])
    people = frozenset(map(singular, lexicon["people"]))
    return Anonymity(
        leaks=leaks,
        insiders=insiders,
        people=people,
        known=leaks | insiders | people,
        ranked=frozenset(map(str, lexicon["ranked"])),
        bodies=frozenset(lexicon["bodies"]),
        again=frozenset(lexicon["again"]),
        knowing=_any(lexicon["knowing"]),
        told=_any(lexicon["told"]),
        nations=frozenset(nations),
    )


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


Withheld = Mapping[tuple[Field, Span], bool]
"""For each mention of an unnamed source, by field and place: whether its name is kept back."""


def withheld(article: Article, sayings: Iterable[Saying], anonymity: Anonymity) -> Withheld:
    """Which unnamed sources of an article's sayings are kept out of sight, in one reading."""
    found: dict[tuple[Field, Span], bool] = {}
    recent: deque[tuple[str | None, bool]] = deque(maxlen=_REMEMBERED)
    for saying in sayings:
        source = saying.attribution
        if source.type is not SourceType.ANONYMOUS or source.speaker is None:
            continue
        mention = source.speaker.text
        noun = anonymity.noun(mention)
        sentence = fold(saying.sentence.of(article.part(saying.field)))
        if anonymity.told.search(sentence) or anonymity.kept_back(mention):
            kept = True
        elif anonymity.points_back(mention):
            alike = (k for n, k in reversed(recent) if noun is None or n == noun)
            kept = next(alike, False)
        else:
            kept = False
        recent.append((noun, kept))
        found[saying.field, source.speaker.span] = kept
    return found


def marked(
    source: Attribution, field: Field, known: Withheld, anonymity: Anonymity, names: Container[str]
) -> Attribution:
    """The attribution, marked where its source is kept out of sight.

    What a person of `names` passes on from an unnamed source has that person behind it.
    """
    if source.type is not SourceType.ANONYMOUS or source.speaker is None:
        return source
    if source.via is not None and source.via.name in names:
        return source
    kept = known.get((field, source.speaker.span))
    if kept is None:
        kept = anonymity.kept_back(source.speaker.text)
    return replace(source, withheld=True) if kept else source
