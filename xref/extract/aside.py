"""Which figures are told of another event than the article's own, of an earlier time, or as sums.

An event noun or a time counts where it belongs to the figure: in its clause, in a noun that it
hangs on, or in what its clause describes. A time beside another figure is that figure's.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from xref.language import Chunk, Clause, Governor, Reading
from xref.lexicon.nouns import singular
from xref.model.claim import Aside, Elsewhere
from xref.model.span import Span
from xref.text.days import WEEKDAYS

_YEAR = re.compile(r"(?:19|20)\d\d")
_DESCRIBING = frozenset({"who", "participle"})
_PLACING = frozenset({"when", "where"})


class Asides:
    """What places the figures of one sentence outside of the article's own event.

    `roles` is the lexicon of standing, `events` are nouns of events, `present` is the year of
    writing.
    """

    def __init__(
        self,
        reading: Reading,
        roles: Mapping[str, frozenset[str]],
        events: AbstractSet[str],
        present: int,
    ) -> None:
        self._reading = reading
        self._roles = roles
        self._events = events
        self._present = present

    def of(self, governor: Governor, own: Clause) -> Elsewhere | None:
        """The words that place a figure elsewhere, given what governs it."""
        mine = self._chain(governor.chunk)
        beside = (self._another(c) for c in self._event_nouns(own) if c is not governor.chunk)
        found = [*map(self.named, mine[1:]), *beside, self._described(own)]
        for each in found:
            if each is not None:
                return each
        for clause in self._placed(own):
            for chunk in self._times(clause):
                if clause is own and not self._belongs(chunk, mine, own):
                    continue
                if clause is not own and chunk.prep == "since":
                    continue  # "since Monday, when shells killed two": the day itself
                kind = self._when(chunk, clause)
                if kind is not None:
                    return self._aside(kind, chunk)
        if own.link == "since":
            return Elsewhere(Aside.EARLIER, self._span(own.first, own.first + 1))
        if own.link == "where" and own.first and self._reading.letters[own.first - 1] in "pu":
            return Elsewhere(Aside.OTHER, self._span(own.first - 1, own.first + 1))
        return self._adverb(own) or self._counted_events(governor, own)

    def named(self, chunk: Chunk) -> Elsewhere | None:
        """What a noun phrase names outside of the article's own event, or of its time."""
        found = self._another(chunk)
        kind = self._when(chunk, None) if found is None else None
        return found if kind is None else self._aside(kind, chunk)

    def _another(self, chunk: Chunk) -> Elsewhere | None:
        """Another event that a noun phrase names, or what was before."""
        reading = self._reading
        head = reading.head(chunk)
        before = reading.low[chunk.first : chunk.head]
        if head in self._events and any(self._says("other", w) for w in before):
            return self._aside(Aside.OTHER, chunk)
        former = any(self._says("former", w) for w in before)
        if former and not self._says("content", head) and not self._says("units", head):
            return self._aside(Aside.EARLIER, chunk)
        return None

    def _chain(self, chunk: Chunk | None) -> list[Chunk]:
        """A chunk and those that it hangs on, inmost first."""
        out: list[Chunk] = []
        while chunk is not None and chunk not in out:
            out.append(chunk)
            chunk = chunk.on
        return out

    def _event_nouns(self, own: Clause) -> Iterator[Chunk]:
        """The chunks of a clause that can name its event; what it is likened to is none."""
        if own.subject is not None:
            yield own.subject
        yield from own.objects
        yield from (c for c in own.adjuncts if not self._says("beside", c.prep))

    def _described(self, own: Clause) -> Elsewhere | None:
        """What the noun that the figure's clause describes stands for: "the one of 2018, which"."""
        told = own.antecedent if own.link in _DESCRIBING else None
        if told is None:
            return None
        for chunk in self._chain(told):
            if chunk.prep == "since":
                return self._aside(Aside.EARLIER, chunk)
            if self._reading.head(chunk) == "one":
                return self._aside(Aside.OTHER, chunk)
            if self._several(chunk):
                return self._aside(Aside.MANY, chunk)
            found = self.named(chunk)
            if found is not None:
                return found
        return None

    def _placed(self, own: Clause) -> Iterator[Clause]:
        """The clause and those whose time or place it tells of."""
        clause = own
        yield clause
        for holder in own.around():
            if clause.link not in _PLACING:
                return
            yield holder
            clause = holder

    def _times(self, clause: Clause) -> Iterator[Chunk]:
        for chunk in self._reading.chunks:
            told = chunk.kind == "time" or chunk.role == "time"
            told = told or self._says("units", self._reading.head(chunk))
            if told and self._reading.clause_at[chunk.first] is clause:
                yield chunk

    def _belongs(self, chunk: Chunk, mine: Sequence[Chunk], own: Clause) -> bool:
        """Whether a time of the figure's clause is the figure's own."""
        if chunk in mine:
            return False
        likened = self._likened(chunk)
        if likened is not None:
            return likened in mine
        above = self._chain(chunk.on)
        if not above or any(each in mine for each in above):
            return True
        return any(each is own.subject or self._is_event(each) for each in above)

    def _likened(self, chunk: Chunk) -> Chunk | None:
        """The figure right before a time, where it is what another is held against."""
        for k in (chunk.first - 1, chunk.first - 2 if chunk.prep else -1):
            before = self._reading.chunk_at[k] if k >= 0 else None
            if before is not None:
                return before if self._says("beside", before.prep) else None
        return None

    def _when(self, chunk: Chunk, clause: Clause | None) -> Aside | None:
        """Where in time a chunk lies, seen from the year of writing; ``None``: the present."""
        low = self._reading.low
        words = low[chunk.first : chunk.last]
        behind = low[chunk.last] if chunk.last < len(low) else ""
        since = chunk.prep == "since"
        if since and clause is not None:
            verb = clause.verb
            running = verb is not None and verb.perfect and verb.tense == "present"
            running = running and not any(w in WEEKDAYS for w in words)  # days ago it was one event
            return Aside.MANY if running else None
        years = [int(w) for w in words if _YEAR.fullmatch(w)]
        if years and not since and max(years) < self._present:
            return Aside.EARLIER
        if not any(self._says("units", w.removesuffix("'s").removesuffix("s")) for w in words):
            return None
        if self._says("ago", behind):
            return Aside.EARLIER
        if any(self._says("last", w) for w in words[:-1]):
            many = clause is not None and self._says("over", chunk.prep)
            return Aside.MANY if many else Aside.EARLIER
        if self._says("each", words[0]) and (not chunk.prep or words[0] not in ("a", "an")):
            return Aside.MANY  # "12 a year"; "for a year" is a length
        this = words[0] == "this" and self._says("long", singular(words[-1]))
        return Aside.MANY if this and clause is not None else None

    def _adverb(self, own: Clause) -> Elsewhere | None:
        reading = self._reading
        for k, word in enumerate(reading.low):
            if reading.chunk_at[k] is None and reading.clause_at[k] is own:
                for role, kind in (("sums", Aside.MANY), ("away", Aside.OTHER)):
                    if self._says(role, word):
                        return Elsewhere(kind, self._span(k, k + 1))
        return None

    def _counted_events(self, governor: Governor, own: Clause) -> Elsewhere | None:
        """Events that are counted beside the figure: then it sums over them."""
        reading = self._reading
        for chunk in reading.chunks:
            clause = reading.clause_at[chunk.first]
            along = clause is not None and clause.link == "and" and chunk.role == "adjunct"
            along = along and clause is not None and clause.parent in (own, own.parent)
            if chunk is not governor.chunk and (clause is own or along) and self._several(chunk):
                return self._aside(Aside.MANY, chunk)
        return None

    def _several(self, chunk: Chunk) -> bool:
        """Whether a noun phrase counts several events: "two crashes"."""
        reading = self._reading
        if chunk.number != "many" or not self._is_event(chunk):
            return False
        return any(
            reading.letters[k] == "C" and not _YEAR.fullmatch(reading.low[k])
            for k in range(chunk.first, chunk.head)
        )

    def _is_event(self, chunk: Chunk) -> bool:
        return self._reading.head(chunk) in self._events

    def _says(self, role: str, word: str) -> bool:
        return word in self._roles[role]

    def _aside(self, kind: Aside, chunk: Chunk) -> Elsewhere:
        return Elsewhere(kind, self._reading.chars(chunk))

    def _span(self, first: int, last: int) -> Span:
        return Span(self._reading.starts[first], self._reading.ends[last - 1])
