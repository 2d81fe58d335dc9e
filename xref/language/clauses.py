"""A sentence's clauses: who does what, where its phrases hang; one pass from left to right."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from xref.language.chunks import Chunk, Item, Role, chunk_of, items
from xref.language.verb_groups import VerbGroup, verb_group
from xref.language.word_classes import WordClasses

_AHEAD = 10
"""Items looked ahead for the verb of a noun chunk."""
_JOINED = 3
"""Verbs joined by "and" that may share an object."""
_PASSED = frozenset("pNTrqya")
_THAT = frozenset(("that", "whether", "how", "why", "what", "if"))
_MIXED = frozenset(("ago", "later", "earlier", "before", "after"))
_TELLING_WHEN = frozenset(
    (
        "last",
        "next",
        "this",
        "that",
        "each",
        "every",
        "same",
        "past",
        "previous",
        "following",
        "late",
        "early",
    )
)


@dataclass(slots=True, eq=False)
class Clause:
    """A clause: its verb group, and what stands in which place.

    `link` is what ties it to `parent`: ``that`` (what is said, thought, known), ``who`` (a relative
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


class Parse:
    """The one pass over the items of a sentence; `chunks` and `clauses` are what it finds."""

    def __init__(self, low: Sequence[str], letters: str, classes: WordClasses) -> None:
        self.low, self.letters, self.classes = low, letters, classes
        self.items = list(items(letters))
        self.chunks: list[Chunk] = []
        self.clauses: list[Clause] = []
        self.chunk_at: list[Chunk | None] = [None] * len(low)
        self.clause_at: list[Clause | None] = [None] * len(low)
        self.begin = 0
        self.cur = self._open(0)
        self.last: Chunk | None = None
        self.prep = ""
        self.comma = self.conj = self.adjacent = self.quoted = False
        self._saved: list[tuple[Clause, Chunk | None, str]] = []
        self._groups: dict[int, VerbGroup] = {}

    def run(self) -> None:
        """Read the items in their order."""
        at = self._after_dateline()
        for i in range(at, len(self.items)):
            item = self.items[i]
            self._item(i, item)
            for k in range(item.first, item.last):
                self.clause_at[k] = self.cur

    # --- items ------------------------------------------------------------------------------

    def _item(self, i: int, item: Item) -> None:
        kind = item.kind
        if kind in ("N", "T"):
            self._chunk(i, item)
        elif kind == "V":
            self._verb(i, item)
        elif kind == "p":
            self._preposition(i, item)
        elif kind in ",-":
            self._comma()
        elif kind == "c":
            self.conj = True
            self.adjacent = False
        elif kind in "su":
            if self._kind(i + 1) == "V" and self._group(i + 1).shape == "ing":
                self.prep = self.low[item.first]
            elif kind == "s" or self._clause_follows(i):
                self._subordinator(i, item)
            else:
                self._preposition(i, item)
        elif kind == "w":
            self._relative(item)
        elif kind == "J":
            self.cur.state.append(item.first)
            self.adjacent = False
        elif kind == "r":
            self._adverb(item)
        elif kind == "(":
            self._saved.append((self.cur, self.last, self.prep))
            on = self.last
            self.cur = self._open(item.first, self.cur, "(")
            self.cur.antecedent = on
            self._reset()
        elif kind == ")":
            if self._saved:
                self.cur, self.last, self.prep = self._saved.pop()
            self.comma = self.conj = False
        elif kind in ".;:":
            if kind == "." and item.last >= len(self.low):
                return
            told = kind == ":" and self.cur.lemma in self.classes.verbs.reports
            self.cur = self._open(item.first, self.cur if told else None, "that" if told else "")
            self.last = None
            self.begin = len(self.clauses) - 1
            self._reset()
        elif kind == '"':
            self.quoted = self.comma

    def _reset(self) -> None:
        self.prep, self.comma, self.conj, self.adjacent = "", False, False, False

    def _open(self, first: int, parent: Clause | None = None, link: str = "") -> Clause:
        clause = Clause(first, parent=parent, link=link)
        self.clauses.append(clause)
        return clause

    def _after_dateline(self) -> int:
        """The item where the text of a wire story begins ("PORT ALBA, March 3 (Orra) - ")."""
        for i, item in enumerate(self.items[:12]):
            if item.kind == "-":
                front = self.letters[: item.first]
                named = front[:1] in "PT" and not front.strip("PTC,().r")
                return i + 1 if named and i else 0
        return 0

    def _preposition(self, i: int, item: Item) -> None:
        word = self.low[item.first]
        cur = self.cur
        verb = cur.verb
        if verb is not None and f"{verb.lemma}-{word}" in self.classes.verbs.phrasal:
            ends = self._kind(i + 1) not in ("N", "T", "V")
            moves = verb.lemma in self.classes.verbs.no_object and not ends
            if (self.items[i - 1].kind == "V" or ends) and not moves:
                cur.particle = word
                return
        self.prep = f"{self.prep} {word}" if self.prep else word
        self.comma = self.quoted = False

    def _adverb(self, item: Item) -> None:
        word = self.low[item.first]
        verb = self.cur.verb
        if word in _MIXED and self.adjacent:
            if self.chunks[-1].role != "time":
                self._when(self.chunks[-1])
        elif verb is not None and f"{verb.lemma}-{word}" in self.classes.verbs.phrasal:
            self.cur.particle = word

    def _comma(self) -> None:
        self.comma, self.adjacent = True, False
        self.prep = ""
        if self.cur.link == "says":
            back = next((c for c in self.clauses if c.parent is self.cur), None)
            if back is not None and back.verb is None:
                self.cur = back

    def _subordinator(self, i: int, item: Item) -> None:
        word = self.low[item.first]
        if self._kind(i + 1) == "p" and self.low[item.last] == "of":
            self.prep = word  # "because of"
            return
        parent: Clause | None = self.cur
        if self.conj and self.cur.link == word and self.cur.parent is not None:
            parent = self.cur.parent
        link = "that" if word == "that" else word
        self.cur = self._open(item.first, parent, link)
        self._reset()

    def _relative(self, item: Item) -> None:
        antecedent = self.last
        if antecedent and antecedent.role == "apposition" and antecedent.kind == "number":
            antecedent = antecedent.on  # "Lee, 39, whose …"
        part = antecedent if self.prep == "of" and antecedent and antecedent.joined else None
        if part is not None:
            antecedent = part.joined
            self._withdraw(part)
        self.cur = self._open(item.first, self.cur, "who")
        self.cur.antecedent = antecedent
        if part is not None:
            self._subject(part)  # "45 patients, |12| of whom …"
        self._reset()

    # --- looking ahead ----------------------------------------------------------------------

    def _kind(self, i: int) -> str:
        return self.items[i].kind if 0 <= i < len(self.items) else "."

    def _group(self, i: int) -> VerbGroup:
        group = self._groups.get(i)
        if group is None:
            group = verb_group(self.items[i], self.low, self.classes.verbs)
            self._groups[i] = group
        return group

    def _verb_after(self, i: int) -> int:
        """The finite verb whose subject the chunk at item `i` is; -1 where none follows it."""
        for k in range(i + 1, min(i + _AHEAD, len(self.items))):
            kind = self.items[k].kind
            if kind == "V":
                shape = self._group(k).shape
                if shape in ("finite", "base"):
                    return k
                if shape != "open" or (self._describes(k, seen=True) and not self._finite_later(k)):
                    return -1
                return k
            if kind not in _PASSED or (kind == "N" and self.items[k - 1].kind != "p"):
                return -1
        return -1

    def _clause_follows(self, i: int) -> bool:
        """Whether a clause stands behind a word like "after"."""
        kind = self._kind(i + 1)
        if kind == "V":
            return self._group(i + 1).shape in ("open", "participle", "finite")
        return kind in ("N", "T") and self._verb_after(i + 1) >= 0

    def _finite_later(self, i: int) -> bool:
        """Whether a surely finite verb follows item `i` before its stretch of the sentence ends."""
        for k in range(i + 1, min(i + _AHEAD, len(self.items))):
            kind = self.items[k].kind
            if kind == "V":
                group, verbs = self._group(k), self.classes.verbs
                if group.shape != "open" or self._group(i).lemma in verbs.reports:
                    return group.shape == "finite"
                objectless = self._kind(k + 1) != "N"
                return not (objectless and group.lemma in verbs.needs_object)
            if kind in ",.;:swc-(":
                return False
            if kind == "u" and self._kind(k + 1) == "N" and self._kind(k + 2) == "V":
                return False
        return False

    def _describes(self, i: int, seen: bool = False) -> bool:
        """Whether a form in -ed describes the noun before it ("five people |hurt| in a crash").

        `seen`: the clause that it would describe something in has its verb already.
        """
        group = self._group(i)
        verbs = self.classes.verbs
        for _ in range(_JOINED):
            if self._kind(i + 1) != "c" or self._kind(i + 2) != "V":
                break
            i += 2  # "found and arrested a suspect"
        following = self._kind(i + 1)
        if group.lemma in verbs.no_object or following == "a":
            return False
        if following == "V" and self._group(i + 1).shape == "ing":
            return False
        if following == "p" and self.low[self.items[i + 1].first] == "by":
            measure = self._kind(i + 2) == "N" and self.items[i + 2].letters[0] in "qC"
            return not measure or group.lemma in verbs.needs_object
        if following == "p" and self._kind(i + 2) == "N":
            particle = self.low[self.items[i + 1].first]
            if f"{group.lemma}-{particle}" in verbs.phrasal:
                return False  # "put out the blaze"
        if following in "Nw":
            return False
        if following == "s" and self.low[self.items[i + 1].first] in _THAT:
            return False
        if self._finite_later(i):
            return True
        return seen and group.lemma in verbs.needs_object

    # --- chunks -----------------------------------------------------------------------------

    def _chunk(self, i: int, item: Item) -> None:
        chunk = chunk_of(item, self.low, self.letters)
        chunk.clause = self.cur
        self.chunks.append(chunk)
        for k in range(item.first, item.last):
            self.chunk_at[k] = chunk
        if self.prep:
            self._with_preposition(chunk)
        elif item.kind == "T" or self._tells_when(i, chunk):
            self._when(chunk)
        elif self.cur.link == "(" and self.cur.subject is None and self.cur.antecedent:
            self.cur.subject = chunk
            self._put(chunk, "apposition", on=self.cur.antecedent)
        elif (self.comma or self.conj) and self.last is not None:
            self._beside(i, chunk)
        else:
            self._bare(i, chunk)
        if chunk.role != "time":
            self.last = chunk
        self.prep = ""
        self.comma = self.conj = self.quoted = False
        self.adjacent = True

    def _put(self, chunk: Chunk, role: Role, on: Chunk | None = None) -> None:
        chunk.role, chunk.on = role, on
        if on is not None:
            on.hanging.append(chunk)

    def _with_preposition(self, chunk: Chunk) -> None:
        cur = self.cur
        chunk.prep = self.prep
        last = self.last if self.adjacent else None
        if self.prep == "of" and last is not None:
            self._put(chunk, "of", on=last)
            return
        if last is not None and (last.kind == "pronoun" or (last.role == "adjunct" and cur.verb)):
            last = None
        if last is not None and (cur.verb is None or last.clause is cur):
            self._put(chunk, "adjunct", on=last)
            if cur.verb is not None:
                cur.adjuncts.append(chunk)
        else:
            self._put(chunk, "adjunct")
            cur.adjuncts.append(chunk)

    def _tells_when(self, i: int, chunk: Chunk) -> bool:
        """Whether a chunk without a preposition tells when: "last week", "two days later"."""
        if self.low[chunk.head] not in self.classes.spans:
            return False
        if self._kind(i + 1) == "p" and self.low[self.items[i + 1].first] == "of":
            return False
        following = self.low[chunk.last : chunk.last + 1]
        if following and following[0] in _MIXED:
            return True
        if self.cur.verb is not None and self.low[chunk.head] == "times" and self._counts(chunk):
            return True  # "was seen 12 million times"
        if self.adjacent and self.cur.verb is not None and chunk.determiner in ("a", "an", "each"):
            return self.last is not None and self._counts(self.last)  # "22 trains a day"
        front = self.low[chunk.first : chunk.head]
        return (not _TELLING_WHEN.isdisjoint(front) and self._kind(i + 1) != "V") or (
            not _TELLING_WHEN.isdisjoint(front) and self.cur.verb is not None
        )

    def _withdraw(self, chunk: Chunk) -> None:
        """Take a chunk out of the places that it was put in."""
        cur = self.cur
        if cur.subject is chunk:
            cur.subject = None
        for places in (cur.objects, cur.adjuncts, chunk.on.hanging if chunk.on else []):
            if chunk in places:
                places.remove(chunk)

    def _when(self, chunk: Chunk) -> None:
        cur = self.cur
        self._withdraw(chunk)
        self._put(chunk, "time")
        cur.adjuncts.append(chunk)

    def _bare(self, i: int, chunk: Chunk) -> None:
        """Place a chunk that no mark, conjunction or preposition precedes."""
        cur = self.cur
        if cur.verb is None or (cur.inverted and cur.subject is None):
            if cur.subject is None:
                self._subject(chunk)
            elif self._verb_after(i) >= 0:
                inner = self._open(chunk.first, cur, "who")  # "the man police arrested"
                inner.antecedent = cur.subject
                self.cur = inner
                self._subject(chunk)
            else:
                self._put(chunk, "apposition", on=self.last)
            return
        if self.letters[chunk.first : chunk.last] == "d" and self.adjacent:
            self._put(chunk, "apposition", on=self.last)  # "$40,000 each"
        elif cur.link == "says" and cur.subject is None:
            self._subject(chunk)
        elif self._verb_after(i) >= 0 and not cur.inverted and not self._awaited():
            takes = cur.lemma in self.classes.verbs.takes_clause
            if not takes and self.adjacent and self._kind(i - 1) == "N":
                self.cur = self._open(chunk.first, cur, "who")  # "at a home |she was visiting|"
                self.cur.antecedent = self.last
                self._subject(chunk)
            elif not takes and self._kind(i - 1) == "V":
                self._object(chunk)
            else:
                self.cur = self._open(chunk.first, cur, "that")
                self._subject(chunk)
        else:
            self._object(chunk)

    def _awaited(self) -> bool:
        """Whether a clause around this one still lacks its verb, which comes next."""
        if self.cur.lemma in self.classes.verbs.reports:
            return False
        outer = self.cur.parent
        while outer is not None and not (_held(outer) or _lacks_verb(outer)):
            outer = outer.parent
        return outer is not None

    def _subject(self, chunk: Chunk) -> None:
        chunk.clause = self.cur
        self.cur.subject = chunk
        self._put(chunk, "subject")

    def _object(self, chunk: Chunk) -> None:
        cur = self.cur
        linking = cur.lemma in self.classes.verbs.links and not cur.passive
        self._put(chunk, "complement" if linking else "object")
        cur.objects.append(chunk)

    def _beside(self, i: int, chunk: Chunk) -> None:
        """Place a chunk behind a comma or "and"."""
        cur, last = self.cur, self.last
        assert last is not None
        verb = self._verb_after(i)
        if self._alone(i, chunk):
            self.cur = self._open(chunk.first, cur.parent, cur.link or "and")
            self._subject(chunk)
        elif self.conj and verb >= 0 and (_lacks_verb(cur) or self._awaited()):
            self._join(chunk)
        elif verb >= 0 and not (_lacks_verb(cur) and not self._attributes(verb)):
            self._opens_clause(i, chunk, verb)
        elif cur.verb is None and cur.subject is None:
            self._subject(chunk)
        elif self.conj or self._listed(i, chunk):
            self._join(chunk)
        else:
            self._put(chunk, "apposition", on=last)

    def _alone(self, i: int, chunk: Chunk) -> bool:
        """Whether a count makes a clause with what is said of it: "…, |12| missing"."""
        if not self._counts(chunk) or (self.cur.verb is None and not self.cur.state):
            return False
        kind = self._kind(i + 1)
        if kind == "V":
            return self._group(i + 1).shape == "open" and self._describes(i + 1, seen=True)
        return kind == "J" and self._kind(i + 2) in ",.cp;" and chunk.kind in ("number", "noun")

    def _opens_clause(self, i: int, chunk: Chunk, verb: int) -> None:
        """Place a chunk behind a comma or "and" that is the subject of a verb behind it."""
        cur = self.cur
        outer: Clause | None = cur
        while outer is not None and (outer.verb is not None or outer.subject is not None):
            outer = outer.parent
        if outer is not None:
            participles = [c for c in self.clauses if c.parent is outer and c.subject is None]
            self.cur = outer
            self._subject(chunk)
            for clause in participles:
                if clause.link == "participle":
                    clause.subject = chunk
            return
        if self.comma and not self.conj and self._attributes(verb):
            self.cur = self._report(chunk.first)
            self._subject(chunk)
            return
        base = cur
        while base.parent is not None and base.link in ("participle", "to", "who", "("):
            base = base.parent
        self.cur = self._open(chunk.first, base.parent, base.link if base.parent else "and")
        self._subject(chunk)

    def _report(self, first: int) -> Clause:
        """Open the clause that reports what stands before it: "…, police said"."""
        says = self._open(first, None, "says")
        for clause in self.clauses[self.begin : -1]:
            if clause.parent is None and clause.link != "says":
                clause.parent, clause.link = says, "reported"
        return says

    def _attributes(self, verb: int) -> bool:
        """Whether the verb at an item closes an attribution ("…, police |said|.")."""
        lemma = self._group(verb).lemma
        if self.quoted:
            return lemma in self.classes.verbs.reports or lemma in self.classes.verbs.passes_on
        return lemma in self.classes.verbs.reports and self._kind(verb + 1) not in ("N", "s", "w")

    def _listed(self, i: int, chunk: Chunk) -> bool:
        """Whether a chunk behind a comma goes on with a list."""
        if chunk.kind == "number" or self._counts(chunk):
            return any(self._counts(c) for c in self.chunks[-4:-1])
        for k in range(i + 1, min(i + _AHEAD, len(self.items))):
            kind = self.items[k].kind
            if kind == "c":
                return self._kind(k + 1) in ("N", "T")
            if kind not in ("N", ",", "p", "T"):
                return False
        return False

    def _counts(self, chunk: Chunk) -> bool:
        return "C" in self.letters[chunk.first : chunk.last]

    def _join(self, chunk: Chunk) -> None:
        """Join a chunk to the one before it that it is like: numbers to numbers."""
        counts = self._counts(chunk)
        partner = self.last
        assert partner is not None
        if counts and not self._counts(partner):
            partner = next((c for c in reversed(self.chunks[-7:-1]) if self._counts(c)), partner)
        elif not counts and partner.kind != chunk.kind and partner.on is not None:
            alike = (c for c in reversed(self.chunks[-5:-1]) if c.kind == chunk.kind)
            partner = next(alike, partner)
        if self.comma and partner.role == "apposition" and partner.on is not None:
            partner = partner.on  # "the driver, 51, |and two passengers|"
        first = partner.joined or partner
        clause = first.clause or self.cur
        chunk.joined, chunk.prep, chunk.clause = first, first.prep, clause
        self._put(chunk, first.role, on=first.on)
        if first in clause.objects:
            clause.objects.append(chunk)
        elif first in clause.adjuncts:
            clause.adjuncts.append(chunk)

    # --- verbs ------------------------------------------------------------------------------

    def _verb(self, i: int, item: Item) -> None:
        group = self._group(i)
        shape = group.shape
        if self._completes(group, i):
            pass
        elif shape in ("open", "participle") and self._auxiliary(i - 1):
            self.cur.state.append(group.last - 1)  # "are feared drowned"
        elif shape == "open":
            if self._is_participle(i, group):
                self._non_finite(group, "participle", passive=True)
            else:
                self._finite(i, group)
        elif shape == "participle":
            headline = self.cur.verb is None and self.cur.subject and not self._finite_later(i)
            if headline and not self.comma:
                self._finite(i, group)
                self.cur.passive = True
            else:
                self._non_finite(group, "participle", passive=True)
        elif shape == "ing":
            self._ing(group)
        elif shape == "infinitive" or (shape == "base" and self._is_bare(group)):
            self._infinitive(i, group)
        else:
            self._finite(i, group)
        self.prep = ""
        self.comma = self.conj = self.adjacent = False

    def _auxiliary(self, i: int) -> bool:
        """Whether item `i` is a verb that says what its subject is: "are feared", "remained"."""
        verb = self.cur.verb
        if self._kind(i) != "V" or verb is None:
            return False
        return (self.cur.passive and verb.passive) or verb.lemma in self.classes.verbs.links

    def _completes(self, group: VerbGroup, i: int) -> bool:
        """Whether a verb goes on with the group before it: "did … kill", "got killed"."""
        cur = self.cur
        verb = cur.verb
        if verb is None:
            return False
        alone = self.letters[verb.last - 1] in "mO" and group.shape == "base"
        if alone and not cur.inverted:
            cur.verb = verb._replace(lemma=group.lemma, last=group.last)
            return True
        got = verb.lemma == "get" and self._kind(i - 1) == "V" and group.shape != "infinitive"
        if got and group.shape in ("open", "participle"):
            cur.verb = verb._replace(lemma=group.lemma, last=group.last, passive=True)
            cur.passive = True
            return True
        if (
            cur.inverted
            and cur.subject is not None
            and group.shape in ("base", "open", "participle", "ing")
        ):
            cur.passive = verb.lemma == "be" and group.shape in ("open", "participle")
            cur.verb = verb._replace(lemma=group.lemma, last=group.last, passive=cur.passive)
            cur.inverted = False
            return True
        return False

    def _is_participle(self, i: int, group: VerbGroup) -> bool:
        cur = self.cur
        if self.conj and cur.verb is not None and self.last is not None and not self.adjacent:
            return False
        if self.adjacent and cur.verb is None and cur.subject is None:
            return True  # "With most votes counted, …"
        if cur.link == "who" and cur.verb is None:
            return False
        if self.adjacent and cur.verb is not None and self._awaited():
            says = group.lemma in self.classes.verbs.takes_clause
            return self._finite_later(i) and not says
        takes = cur.verb is None or cur.lemma in self.classes.verbs.takes_clause
        if self.adjacent and not takes:
            return group.lemma not in self.classes.verbs.no_object
        if self.adjacent:
            return self._describes(i, seen=cur.verb is not None) and (
                cur.verb is not None or self._finite_later(i)
            )
        if self.last is None and cur.subject is None:
            return True
        if cur.verb is None and cur.subject is not None:
            return self.comma and self.last is cur.subject
        return self.comma and self._describes(i, seen=True)

    def _is_bare(self, group: VerbGroup) -> bool:
        """Whether a base is an infinitive without "to": "let him go", "to cut jobs and close"."""
        cur = self.cur
        if cur.verb is None:
            return False
        if self.conj and cur.verb.shape in ("infinitive", "base"):
            return True
        return cur.lemma in self.classes.verbs.bare and (self.adjacent or cur.lemma == "help")

    def _set(self, group: VerbGroup, i: int) -> None:
        cur = self.cur
        cur.verb, cur.passive = group, group.passive
        active = cur.link in ("says", "who")
        if group.shape == "open" and not active and self._describes(i, seen=True):
            cur.passive = True
        if cur.subject is None and cur.link == "who":
            cur.subject = cur.antecedent

    def _finite(self, i: int, group: VerbGroup) -> None:
        cur = self.cur
        if self.conj and not self.adjacent and cur.verb is not None:
            base = cur
            while base.verb is not None and base.verb.shape in ("infinitive", "ing", "participle"):
                if base.parent is None:
                    break
                base = base.parent
            if base.verb is None:
                self.cur = base
            else:
                self.cur = self._open(group.first, base.parent, base.link or "and")
                self.cur.subject, self.cur.antecedent = base.subject, base.antecedent
            self._set(group, i)
            shared = base.passive and group.shape in ("open", "participle")
            if shared and self._kind(i + 1) != "N":
                self.cur.passive = group.lemma not in self.classes.verbs.no_object
            return
        if cur.verb is None:
            cur.inverted = cur.subject is None and cur.link != "who" and self._kind(i + 1) == "N"
            self._set(group, i)
            return
        outer = cur.parent
        while outer is not None and not _lacks_verb(outer):
            outer = outer.parent
        if outer is not None:
            self.cur = outer
            self._set(group, i)
            return
        gerund = cur.parent if cur.verb.shape == "ing" and cur.subject is None else None
        if gerund is not None and gerund.verb is None and gerund.subject is None:
            self.cur = gerund  # "Replacing it |will cost| …"
            self._set(group, i)
            return
        if self._retake(i, group):
            return
        last = self.last
        if self.comma and group.lemma in self.classes.verbs.reports:
            self.cur = self._report(group.first)
            self._set(group, i)
            return
        if self.adjacent and last is not None and last in cur.objects:
            cur.objects.remove(last)
            self.cur = self._open(group.first, cur, "that")
            self._subject(last)
            self._set(group, i)
            return
        self.cur = self._open(group.first, cur.parent, cur.link or "and")
        self.cur.subject, self.cur.antecedent = cur.subject, cur.antecedent
        self._set(group, i)

    def _retake(self, i: int, group: VerbGroup) -> bool:
        """Take a form in -ed that was held for the verb for a participle, where a verb follows.

        "40 homes |destroyed| in the fire, which began on Monday, |have been rebuilt|".
        """
        outer: Clause | None = self.cur
        takes_clause = self.classes.verbs.takes_clause
        while outer is not None and not _held(outer):
            outer = outer.parent
        cur = self.cur
        if outer is None and not self.comma and cur.verb is not None:
            held = cur.verb.shape == "open" and cur.link in ("", "that")
            outer = cur if held and cur.lemma not in takes_clause else None
        beside = self._kind(i - 1) == "V"
        if outer is None or self.conj or beside or (self.adjacent and cur.lemma in takes_clause):
            return False
        inner = self._open(outer.first, outer, "participle")
        inner.subject = inner.antecedent = outer.subject
        inner.verb, inner.passive, inner.particle = outer.verb, True, outer.particle
        inner.adjuncts, outer.adjuncts = outer.adjuncts, []
        inner.objects, outer.objects = outer.objects, []
        for chunk in (*inner.adjuncts, *inner.objects):
            chunk.clause = inner
        self.cur = outer
        self._set(group, i)
        return True

    def _non_finite(self, group: VerbGroup, link: str, passive: bool = False) -> None:
        """Open a clause of a participle or form in -ing, with the subject that it borrows."""
        cur = self.cur
        if cur.verb is None and cur.subject is None and cur.link not in ("", "who", "("):
            cur.subject = cur.parent.subject if cur.parent else None
            cur.verb, cur.passive = group, passive or group.passive
            return  # "if confirmed", "when asked"
        subject = cur.subject
        antecedent = None
        if self.adjacent and link == "participle":
            subject = antecedent = self.last
        elif self.conj and cur.link == link and cur.verb is not None:
            subject, antecedent = cur.subject, cur.antecedent
            cur = cur.parent or cur
        inner = self._open(group.first, cur, link)
        inner.subject, inner.antecedent = subject, antecedent
        inner.verb, inner.passive = group, passive or group.passive
        self.cur = inner

    def _ing(self, group: VerbGroup) -> None:
        self._non_finite(group, self.prep or "participle")

    def _infinitive(self, i: int, group: VerbGroup) -> None:
        cur = self.cur
        if cur.verb is None and cur.subject is not None and not self._finite_later(i):
            self._set(group._replace(tense="future"), i)  # a headline: "Firm to cut 300 jobs"
            return
        if self.conj and cur.link == "to" and cur.parent is not None:
            subject, cur = cur.subject, cur.parent
        else:
            passes = (
                cur.lemma in self.classes.verbs.passes_on or cur.lemma in self.classes.verbs.bare
            )
            subject = cur.objects[-1] if passes and cur.objects else cur.subject
        inner = self._open(group.first, cur, "to")
        inner.subject = subject
        inner.antecedent = self.last if self.adjacent else None
        inner.verb, inner.passive = group, group.passive
        self.cur = inner


def _lacks_verb(clause: Clause) -> bool:
    return clause.verb is None and clause.subject is not None


def _held(clause: Clause) -> bool:
    """Whether the verb of a clause may yet be found to be a participle."""
    verb = clause.verb
    return (
        clause.passive and verb is not None and verb.shape == "open" and clause.link in ("", "that")
    )
