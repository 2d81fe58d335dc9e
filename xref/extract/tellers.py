"""What tells of a figure, and how it stands by that: denied, asked, supposed, open or planned."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from xref.language import Chunk, Clause, Governor, Reading
from xref.lexicon.nouns import singular
from xref.model.claim import Standing
from xref.model.span import Span

_CONTENT_LINKS = frozenset({"that", "to", "reported", "whether", "if", "participle", "of"})
"""Links of a clause to the one that may tell of it."""
_NONE = frozenset({"no", "neither", "none", "nobody"})


class Teller(NamedTuple):
    """What tells of a figure: its own clause or one that holds it, or a noun that it hangs on.

    `told`: another clause tells of the figure's.
    """

    clause: Clause
    noun: Chunk | None
    told: bool


Found = tuple[Standing, Span]


class Tellers:
    """All that tells of one figure, asked for what it makes of it."""

    def __init__(
        self,
        reading: Reading,
        roles: Mapping[str, frozenset[str]],
        governor: Governor,
        own: Clause,
    ) -> None:
        self._reading = reading
        self._roles = roles
        self._governor = governor
        self._own = own
        self._tellers = list(self._listed())

    def standing(self) -> tuple[Standing, Span | None]:
        """The standing, with the words that say so; the first that holds."""
        tests = (
            self._unconfirmed,
            self._denied,
            self._questioned,
            self._supposed,
            self._planned,
        )
        for test in tests:
            found = test()
            if found is not None:
                return found
        return Standing.ASSERTED, None

    def _listed(self) -> Iterator[Teller]:
        """What tells of the figure, inmost first."""
        chunk, seen = self._governor.chunk, set[int]()
        while chunk is not None and chunk.on is not None and id(chunk) not in seen:
            seen.add(id(chunk))
            chunk = chunk.on
            yield Teller(self._own, chunk, told=False)
        yield Teller(self._own, None, told=False)
        clause = self._own
        for holder in clause.around():
            if clause.link not in _CONTENT_LINKS:
                return
            if clause.antecedent is not None and clause.link in ("that", "to"):
                yield Teller(holder, clause.antecedent, told=True)
            elif clause.link == "participle" and not self._follows_on(clause, holder):
                return  # it describes a noun or goes along with a deed, and is nobody's words
            yield Teller(holder, None, told=True)
            clause = holder

    def _denied(self) -> Found | None:
        for clause, noun, told in self._tellers:
            if noun is not None:
                if self._says("deny", self._head(noun)):
                    return Standing.DENIED, self._reading.chars(noun)
                taken_back = self._says("deny", clause.lemma) and not self._negated(clause)
                if taken_back and self._says("content", self._head(noun)):
                    return Standing.DENIED, self._verb(clause)
                if noun.determiner == "no" and not told:
                    return Standing.DENIED, self._reading.chars(noun)
            elif told and self._says("deny", clause.lemma):
                if self._negated(clause):
                    return Standing.ASSERTED, self._verb(clause)
                return Standing.DENIED, self._verb(clause)
            subject = self._governor.outer == "subject"
            figure = subject and (bool(self._governor.nouns) or self._mistaken(clause))
            if (told or figure) and self._untrue(clause):
                return Standing.DENIED, self._verb(clause)
        verb = self._own.verb
        governor = self._governor
        done = governor.acted_on or governor.outer == "complement"
        if verb is not None and verb.negated and not verb.modal and done and not governor.nouns:
            return Standing.DENIED, self._verb(self._own)
        return None

    def _untrue(self, clause: Clause) -> bool:
        """Whether a clause says of what it tells that it is not so ("was false", "is not true")."""
        said = {self._reading.low[k] for k in clause.state}
        said |= {self._head(chunk) for chunk in clause.objects if chunk.role == "complement"}
        role = "true" if self._negated(clause) else "untrue"
        return not said.isdisjoint(self._roles[role])

    def _mistaken(self, clause: Clause) -> bool:
        """Whether a clause calls many things one ("the 212 grams was |an error|"): the figure."""
        return any(c.role == "complement" and c.number == "one" for c in clause.objects)

    def _questioned(self) -> Found | None:
        low = self._reading.low
        asked = next((k for k in range(self._first(), len(low)) if low[k] == "?"), None)
        if asked is not None:
            return Standing.QUESTIONED, self._span(asked, asked + 1)
        clause = self._own
        for holder in clause.around():
            open_ = clause.link == "whether" or (
                clause.link == "if" and self._follows(clause, holder)
            )
            if open_ and (clause.link == "whether" or self._says("ask", holder.lemma)):
                return Standing.QUESTIONED, self._verb(holder)
            clause = holder
        return None

    def _unconfirmed(self) -> Found | None:
        for clause, noun, told in self._tellers:
            if noun is not None:
                unborne = self._says("confirm", self._head(noun)) and noun.determiner == "no"
                word = self._open(noun)
                if word or unborne:
                    return Standing.UNCONFIRMED, word or self._reading.chars(noun)
                continue
            open_ = self._says("confirm", clause.lemma) and self._negated(clause)
            if open_ and (told or self._is_argument()):
                return Standing.UNCONFIRMED, self._verb(clause)
            passive = clause.passive and self._says("open", clause.lemma)
            if passive and (told or self._governor.also):
                return Standing.UNCONFIRMED, self._verb(clause)
            subject = clause.subject
            word = self._open(subject) if subject and subject is not self._outer() else None
            if word:
                return Standing.UNCONFIRMED, word
        return self._adverb("openly", Standing.UNCONFIRMED)

    def _open(self, chunk: Chunk) -> Span | None:
        """The word by which a noun is one of what nobody stands behind."""
        for k in range(chunk.first, chunk.head + 1):
            if self._says("open", singular(self._reading.low[k])):
                return self._span(k, k + 1)
        return None

    def _supposed(self) -> Found | None:
        clause = self._own
        for holder in (clause, *clause.around()):
            if self._says("conditions", holder.link):
                return Standing.SUPPOSED, self._span(holder.first, holder.first + 1)
            if holder.link not in _CONTENT_LINKS and holder.link != "and":
                break
        verb = clause.verb
        if verb is not None and self._says("modals", verb.modal):
            return Standing.SUPPOSED, self._verb(clause)
        if verb is not None and verb.modal == "would":
            hung = next((c for c in self._reading.clauses if self._conditional(c)), None)
            if hung is not None:
                return Standing.SUPPOSED, self._span(hung.first, hung.first + 1)
        if self._says("opens", self._reading.low[0]):
            return Standing.SUPPOSED, self._span(0, 1)
        for holder, noun, told in self._tellers:
            if noun is not None and self._says("suppose", self._head(noun)):
                return Standing.SUPPOSED, self._reading.chars(noun)
            thought = noun is None and self._says("suppose", holder.lemma)
            if thought and (told or holder.passive):
                return Standing.SUPPOSED, self._verb(holder)
        return self._adverb("perhaps", Standing.SUPPOSED)

    def _conditional(self, clause: Clause) -> bool:
        return clause.parent is self._own and self._says("conditions", clause.link)

    def _planned(self) -> Found | None:
        verb = self._own.verb
        if verb is not None and (verb.tense == "future" or verb.modal == "would"):
            return Standing.PLANNED, self._verb(self._own)
        clause = self._own
        for holder, noun, told in self._tellers:
            if noun is not None:
                if self._says("intend", self._head(noun)):
                    return Standing.PLANNED, self._reading.chars(noun)
                continue
            to = clause.link == "to" or bool(self._governor.also)
            intended = self._says("intend", holder.lemma) and (to or not told)
            due = any(self._says("intend", self._reading.low[k]) for k in holder.state)
            if intended or (to and told and (due or holder.lemma == "be")):
                return Standing.PLANNED, self._verb(holder)
            if told:
                clause = holder
        return self._headed()

    def _headed(self) -> Found | None:
        """The "to" of a headline without a verb: "Airline to Cut 350 Pilots"."""
        chunk = self._governor.chunk
        if chunk is None or self._own.verb is not None or chunk.prep != "to":
            return None
        return Standing.PLANNED, self._reading.chars(chunk)

    def _first(self) -> int:
        chunk = self._governor.chunk
        return chunk.first if chunk is not None else 0

    def _outer(self) -> Chunk | None:
        """The outermost chunk that holds the figure."""
        chunk, seen = self._governor.chunk, set[int]()
        while chunk is not None and chunk.on is not None and id(chunk) not in seen:
            seen.add(id(chunk))
            chunk = chunk.on
        return chunk

    def _is_argument(self) -> bool:
        """Whether the figure itself is what its verb is done by or to."""
        governor = self._governor
        return not governor.nouns and governor.outer in ("subject", "object", "complement")

    def _negated(self, clause: Clause) -> bool:
        """Whether what a clause tells is not so: its verb, its subject, or what it is able to."""
        for each in (clause, clause.parent if clause.link == "to" else None):
            if each is None:
                continue
            if each.verb is not None and each.verb.negated:
                return True
            subject = each.subject
            if subject is not None and self._reading.low[subject.first] in _NONE:
                return True
        return False

    def _follows_on(self, clause: Clause, holder: Clause) -> bool:
        """Whether a clause stands right behind the verb that it belongs to ("denied |killing|")."""
        described = clause.antecedent is not None
        return not described and holder.verb is not None and clause.first == holder.verb.last

    def _follows(self, clause: Clause, holder: Clause) -> bool:
        return holder.verb is not None and clause.first > holder.verb.first

    def _adverb(self, role: str, standing: Standing) -> Found | None:
        for k, word in enumerate(self._reading.low):
            if self._says(role, word) and self._reading.clause_at[k] is self._own:
                return standing, self._span(k, k + 1)
        return None

    def _head(self, chunk: Chunk) -> str:
        return self._reading.head(chunk)

    def _says(self, role: str, word: str) -> bool:
        return word in self._roles[role]

    def _verb(self, clause: Clause) -> Span:
        if clause.verb is None:
            return self._span(clause.first, clause.first + 1)
        return self._span(clause.verb.first, clause.verb.last)

    def _span(self, first: int, last: int) -> Span:
        return Span(self._reading.starts[first], self._reading.ends[last - 1])
