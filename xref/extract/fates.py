"""What befell the people of a sentence, as its clauses and nouns tell one after the other."""

from dataclasses import dataclass, field
from typing import NamedTuple

from xref.extract.fate_words import CASUALTIES, HOSPITALISED, INJURED, KILLED, FateWords
from xref.extract.people import Crowd
from xref.language import Chunk, Reading

RANK = {HOSPITALISED: 1, CASUALTIES: 2, INJURED: 3, KILLED: 4}
"""What befell people last is what counts; all other outcomes rank 0."""
_VERBS = frozenset("efkvz")
_HEARD = frozenset(["he", "she", "they", "both", "all"])


class Fate(NamedTuple):
    """What a clause says: the outcome, and whether of its object; `loosely`: of beasts as well."""

    outcome: str
    acted: bool
    loosely: bool = False


@dataclass(slots=True)
class Fates:
    """What befell the chunks of one sentence.

    `told` maps the first token of a chunk to what befell those that it counts. `strict` holds those
    that must be people by their noun, `graded` those with wounds of one kind.
    """

    crowd: Crowd
    told: dict[int, str] = field(default_factory=dict)
    strict: set[int] = field(default_factory=set)
    graded: set[int] = field(default_factory=set)

    @property
    def reading(self) -> Reading:
        """The sentence."""
        return self.crowd.reading

    @property
    def words(self) -> FateWords:
        """The lexicon."""
        return self.crowd.words

    def tell(self, chunk: Chunk, fate: Fate, *, whole: bool, before: int | None = None) -> None:
        """Note what befell those whom a chunk counts, and with `whole` those joined to it.

        A clause that describes them tells of those `before` it alone.
        """
        low = self.reading.low
        if chunk.kind == "pronoun" and low[chunk.head] in _HEARD:
            heard = self._heard(chunk)
            if heard is None:
                return
            chunk = heard
        chunk = self._counted(chunk)
        if self.reading.head(chunk) in self.words.made:
            return
        for each in self.members(chunk) if whole else [chunk]:
            if before is not None and each.first > before:
                break
            if each is not chunk:
                group = self.crowd.group(each, joined=True)
                held = each.role in ("subject", "object") and each.determiner != "the"
                if group is None or not (group.known or held):
                    continue  # "hit in the elbow and a boy shot": the boy alone
            old = self.told.get(each.first)
            if old is None or rank(fate.outcome) > rank(old):
                self.told[each.first] = fate.outcome
                if fate.loosely:
                    self.strict.add(each.first)
                else:
                    self.strict.discard(each.first)

    def _counted(self, chunk: Chunk) -> Chunk:
        """Those whom a chunk stands for: "a total of |42|", "a nurse among |three killed|"."""
        of = chunk.of
        if of is not None and self.reading.head(chunk) in self.words.words["groups"]:
            return of
        clause = chunk.clause
        verb = clause.verb if clause is not None else None
        for among in chunk.hanging:
            if among.prep == "among" and verb is not None and among.last == verb.first:
                return among
        return chunk

    def _heard(self, pronoun: Chunk) -> Chunk | None:
        """Whom "he" or "they" takes up: those to whom something happened before in the sentence."""
        for chunk in reversed(self.reading.chunks):
            if chunk.first < pronoun.first and chunk.first in self.told:
                root = self.root(chunk)
                many = root.number == "many" or len(list(self.members(root))) > 1
                return root if many == (pronoun.number == "many") else None
        return None

    def root(self, chunk: Chunk) -> Chunk:
        """The chunk that begins the list that a chunk is of.

        In "the bodies of a man, his wife and their son" it is the man, not the bodies.
        """
        on = chunk.on
        if self.crowd.headline and chunk.role == "apposition" and on is not None:
            between = self.reading.letters[on.last : chunk.first]
            if chunk.kind != "number" and _VERBS.isdisjoint(between):
                return self.root(on)  # "Woman, 3-year-old dead"
        first = chunk.joined or chunk
        deed = self.reading.head(first) in self.words.deeds and first is not chunk
        if deed and first.of is not None:
            return first.of
        counted = first.role == "of" and first is not chunk and first.on is not None
        if counted and first.on is not None and first.on.kind == "number":
            return first.on  # "killed six of his pupils, a guard and himself"
        return first

    def members(self, chunk: Chunk) -> list[Chunk]:
        """The chunks of the list that a chunk is of, and what describes them, in order."""
        root = self.root(chunk)
        held: set[int] = set()
        out = []
        for each in self.reading.chunks:
            listed = self.root(each) is root
            if listed or (each.role == "apposition" and id(each.on) in held):
                held.add(id(each))
                out.append(each)
        return out


def rank(outcome: str) -> int:
    """How much an outcome outweighs others."""
    return RANK.get(outcome, 0)
