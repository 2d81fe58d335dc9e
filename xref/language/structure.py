"""What a sentence is read into: items, chunks, verb groups, clauses."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

_DEEPEST = 12
"""Clauses around a clause that are looked at: no sentence that is understood holds more."""

Kind = Literal["noun", "name", "pronoun", "number", "time"]
Role = Literal["subject", "object", "complement", "adjunct", "of", "apposition", "time", ""]
Shape = Literal["finite", "infinitive", "ing", "participle", "open", "base"]
"""`open`: past or participle, as its clause tells; `base`: present or bare infinitive."""


class Item(NamedTuple):
    """A stretch of a sentence: ``V`` verb group, ``N`` or ``T`` chunk, else a letter of its own."""

    kind: str
    first: int
    last: int
    letters: str


@dataclass(slots=True, eq=False)
class Chunk:
    """A noun phrase without what follows its head: tokens ``[first, last)``, `head` among them.

    `number` is ``one``, ``many`` or nothing. `prep` is the preposition before it, `role` its place
    in `clause`. `on` is the chunk that it hangs on (after "of", in apposition, or as a phrase with
    a preposition right behind it), `hanging` those that hang on it. `joined` is the first of the
    chunks that "and" or a list joins it to. `determiner` is its article or the like ("no", "both"),
    or a "not" before it.
    """

    first: int
    last: int
    head: int
    kind: Kind
    number: Literal["one", "many", ""]
    determiner: str = ""
    prep: str = ""
    role: Role = ""
    clause: "Clause | None" = None
    on: "Chunk | None" = None
    joined: "Chunk | None" = None
    hanging: "list[Chunk]" = field(default_factory=list)

    @property
    def of(self) -> "Chunk | None":
        """The chunk behind its "of"."""
        return next((chunk for chunk in self.hanging if chunk.role == "of"), None)


class VerbGroup(NamedTuple):
    """A verb group: tokens ``[first, last)``, `lemma` of its verb and all that its words tell.

    `tense` is ``past``, ``present``, ``future`` or nothing; `modal` the modal as written ("may"),
    the future's left out. `passive` where be and a participle say so.
    """

    first: int
    last: int
    lemma: str
    shape: Shape
    tense: str
    modal: str
    passive: bool
    negated: bool
    perfect: bool


@dataclass(slots=True, eq=False)
class Clause:
    """A clause: its verb group, and what stands in which place.

    `link` is what ties it to `parent`: ``that`` (what is said, thought, known; `antecedent` is the
    noun that it is the content of: "the |claim| that it fell"), ``who`` (a relative
    clause on `antecedent`), ``to``, ``participle``, a subordinator ("if", "when", "whether"), a
    preposition before a form in -ing, ``and``, ``(``, ``reported`` (its parent follows it: "…,
    police said"), or nothing. `passive` holds for participles alone too ("five hurt in a crash").
    `state` are the adjectives that are said of the subject, or of the object where one stands.
    """

    first: int
    verb: VerbGroup | None = None
    subject: Chunk | None = None
    objects: list[Chunk] = field(default_factory=list)
    adjuncts: list[Chunk] = field(default_factory=list)
    parent: "Clause | None" = None
    link: str = ""
    antecedent: Chunk | None = None
    particle: str = ""
    passive: bool = False
    inverted: bool = False
    state: list[int] = field(default_factory=list)

    @property
    def lemma(self) -> str:
        """The lemma of its verb; empty where it has none."""
        return self.verb.lemma if self.verb else ""

    def around(self) -> "Iterator[Clause]":
        """The clauses that hold it, inmost first; those too far out are left off."""
        clause = self.parent
        for _ in range(_DEEPEST):
            if clause is None:
                return
            yield clause
            clause = clause.parent

    @property
    def lacks_verb(self) -> bool:
        """Whether it has a subject and waits for its verb."""
        return self.verb is None and self.subject is not None

    @property
    def held(self) -> bool:
        """Whether its verb may yet be found to be a participle."""
        verb = self.verb
        return (
            self.passive and verb is not None and verb.shape == "open" and self.link in ("", "that")
        )
