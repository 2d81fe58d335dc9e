"""Where a sentence's noun chunks stand: subject, object, phrase, apposition, list."""

from xref.language.chunks import chunk_of
from xref.language.structure import Chunk, Clause, Item
from xref.language.unfinished import Unfinished

_AHEAD = 10
"""Items looked ahead for the "and" of a list."""
BEFORE_NOW = frozenset(("ago", "later", "earlier", "before", "after"))
"""They make a length of time before them tell when ("two days |later|")."""
_OTHERS = frozenset(("another", "others"))
_LEAVING = frozenset(("leave", "find"))
_WITH_CLAUSE = frozenset(("if", "unless", "when", "while", "because", "although", "though"))
"""A second clause that "and" joins is as much under them: "if it fell |and he died|, …"."""
_SUPPOSING = frozenset(("had", "were", "should"))
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


class Places(Unfinished):
    """Chunks put in their places."""

    def chunk(self, i: int, item: Item) -> None:
        """Place the chunk that item `i` is."""
        chunk = chunk_of(item, self.low, self.letters)
        chunk.clause = self.cur
        chunk.determiner, self.negation = chunk.determiner or self.negation, ""
        self.chunks.append(chunk)
        for k in range(item.first, item.last):
            self.chunk_at[k] = chunk
        if self.prep:
            self._with_preposition(chunk)
        elif item.kind == "T" or self._tells_when(i, chunk):
            self.when(chunk)
        elif self.cur.link == "(" and self.cur.subject is None and self.cur.antecedent:
            self.cur.subject = chunk
            self.put(chunk, "apposition", on=self.cur.antecedent)
        elif (self.comma or self.conj) and self.last is not None:
            self._beside(i, chunk)
        elif self.comma and (verb := self.verb_after(i)) >= 0:
            self._opens_clause(i, chunk, verb)  # "If confirmed, |the find| would …"
        else:
            self._bare(i, chunk)
        if chunk.role != "time":
            self.last = chunk
        self.prep = ""
        self.comma = self.conj = self.quoted = False
        self.adjacent = True

    def _with_preposition(self, chunk: Chunk) -> None:
        cur = self.cur
        chunk.prep = self.prep
        last = self.last if self.adjacent else None
        if self.prep == "of" and last is not None:
            self.put(chunk, "of", on=last)
            return
        if last is not None and (last.kind == "pronoun" or (last.role == "adjunct" and cur.verb)):
            last = None
        if last is not None and (cur.verb is None or last.clause is cur):
            self.put(chunk, "adjunct", on=last)
            if cur.verb is not None:
                cur.adjuncts.append(chunk)
        else:
            self.put(chunk, "adjunct")
            cur.adjuncts.append(chunk)

    def _tells_when(self, i: int, chunk: Chunk) -> bool:
        """Whether a chunk without a preposition tells when: "last week", "two days later"."""
        if self.low[chunk.head] not in self.classes.spans:
            return False
        if self.kind(i + 1) == "p" and self.low[self.items[i + 1].first] == "of":
            return False
        following = self.low[chunk.last : chunk.last + 1]
        if following and following[0] in BEFORE_NOW:
            return True
        if self.cur.verb is not None and self.low[chunk.head] == "times" and self.counts(chunk):
            return True  # "was seen 12 million times"
        if self.adjacent and self.cur.verb is not None and chunk.determiner in ("a", "an", "each"):
            return self.last is not None and self.counts(self.last)  # "22 trains a day"
        front = self.low[chunk.first : chunk.head]
        if _TELLING_WHEN.isdisjoint(front):
            return False
        # "|Last year| was dry", but "the slide |last year| killed 12"
        bare = self.cur.verb is None and self.cur.subject is None
        return not bare or self.kind(i + 1) != "V"

    def when(self, chunk: Chunk) -> None:
        """Take a chunk for one that tells when."""
        cur = self.cur
        self.withdraw(chunk)
        self.put(chunk, "time")
        cur.adjuncts.append(chunk)

    def _bare(self, i: int, chunk: Chunk) -> None:
        """Place a chunk that no mark, conjunction or preposition precedes."""
        cur = self.cur
        if self.adjacent and self._goes_on(chunk):
            self._join(chunk)  # "9 minutes |12 seconds|"
            return
        if cur.verb is None or (cur.inverted and cur.subject is None):
            if cur.subject is None:
                self.subject(chunk)
            elif self.verb_after(i) >= 0:
                inner = self.open(chunk.first, cur, "who")  # "the man police arrested"
                inner.antecedent = cur.subject
                self.cur = inner
                self.subject(chunk)
            else:
                self.put(chunk, "apposition", on=self.last)
            return
        if self.letters[chunk.first : chunk.last] == "d" and self.adjacent:
            self.put(chunk, "apposition", on=self.last)  # "$40,000 each"
        elif cur.link == "says" and cur.subject is None:
            self.subject(chunk)
        elif self._has_verb(i) and not cur.inverted and not self.awaited():
            takes = cur.lemma in self.classes.verbs.takes_clause
            if not takes and self.adjacent and self.kind(i - 1) == "N":
                self.cur = self.open(chunk.first, cur, "who")  # "at a home |she was visiting|"
                self.cur.antecedent = self.last
                self.subject(chunk)
            elif not takes and self.kind(i - 1) == "V":
                self._object(chunk)
            else:
                self.cur = self.open(chunk.first, cur, "that")
                self.subject(chunk)
        else:
            self._object(chunk)

    def _has_verb(self, i: int) -> bool:
        """Whether a chunk has a verb of its own; behind "say", with those that are joined to it."""
        takes = self.cur.lemma in self.classes.verbs.takes_clause and self.kind(i - 1) == "V"
        return self.verb_after(i) >= 0 or (takes and self.list_verb_after(i) >= 0)

    def _goes_on(self, chunk: Chunk) -> bool:
        """Whether a length of time goes on with one in a smaller unit."""
        last, spans = self.last, self.classes.spans
        return last is not None and all(
            self.counts(c) and self.low[c.head] in spans for c in (last, chunk)
        )

    def awaited(self) -> bool:
        """Whether a clause around this one still lacks its verb, which comes next."""
        if self.cur.lemma in self.classes.verbs.reports:
            return False
        return any(clause.held or clause.lacks_verb for clause in self.cur.around())

    def _object(self, chunk: Chunk) -> None:
        cur = self.cur
        linking = cur.lemma in self.classes.verbs.links and not cur.passive
        if cur.verb is not None and cur.link != "participle" and not cur.objects:
            cur.passive = cur.verb.passive or cur.verb.shape == "participle"
        self.put(chunk, "complement" if linking else "object")
        cur.objects.append(chunk)

    def _beside(self, i: int, chunk: Chunk) -> None:
        """Place a chunk behind a comma or "and"."""
        cur, last = self.cur, self.last
        assert last is not None
        verb = self.verb_after(i)
        if self._alone(i, chunk):
            link = "and" if cur.link in ("", "says", "who") else cur.link
            self.cur = self.open(chunk.first, cur.parent, link)
            self.subject(chunk)
        elif self.conj and verb >= 0 and (cur.lacks_verb or self.awaited()):
            self._join(chunk)
        elif verb >= 0 and not (cur.lacks_verb and not self.attributes(verb)):
            self._opens_clause(i, chunk, verb)
        elif cur.verb is None and cur.subject is None:
            self.subject(chunk)
        elif self.conj or self._listed(i, chunk):
            if self.conj and cur.verb is not None:
                self.awaiting = chunk
            self._join(chunk)
        else:
            self.put(chunk, "apposition", on=last)

    def _alone(self, i: int, chunk: Chunk) -> bool:
        """Whether a count makes a clause with what is said of it: "…, |12| missing"."""
        cur = self.cur
        counts = self.counts(chunk) or self.low[chunk.head] in _OTHERS
        if not counts or (cur.verb is None and not cur.state):
            return False
        if cur.lemma in _LEAVING and cur.objects and not cur.state:
            return False  # "leaves one, |two others| hurt"
        k = i + 2 if self.kind(i + 1) == "r" else i + 1
        kind = self.kind(k)
        if kind == "V":
            return self.group(k).shape == "open" and self.describes(k, seen=True)
        if not (self.comma or self.cur.state or self.cur.passive):
            return False  # "found a man and |two boys| dead"
        return kind == "J" and self.kind(k + 1) in ",.cp;" and chunk.kind in ("number", "noun")

    def _opens_clause(self, i: int, chunk: Chunk, verb: int) -> None:
        """Place a chunk behind a comma or "and" that is the subject of a verb behind it."""
        cur = self.cur
        around = (cur, *cur.around())
        outer = next((c for c in around if c.verb is None and c.subject is None), None)
        goes_on = self.conj and not self.comma and cur.verb is not None and cur.link in _WITH_CLAUSE
        if outer is not None and not goes_on:
            participles = [c for c in self.clauses if c.parent is outer and c.subject is None]
            self.cur = outer
            self.subject(chunk)
            for clause in participles:
                if clause.link == "participle":
                    clause.subject = chunk
            return
        if self.comma and not self.conj and self.attributes(verb):
            self.cur = self.report(chunk.first)
            self.subject(chunk)
            return
        base = cur
        while base.parent is not None and base.link in ("participle", "to", "who", "("):
            base = base.parent
        if self.comma and base.parent is None and self._supposes(base):
            self.cur = base.parent = self.open(chunk.first)
            base.link = "if"
            self.subject(chunk)
            return
        self.cur = self.open(chunk.first, base.parent, base.link if base.parent else "and")
        self.subject(chunk)

    def _supposes(self, clause: Clause) -> bool:
        """Whether a clause begins like "Had the dam failed, …"."""
        verb, subject = clause.verb, clause.subject
        if verb is None or subject is None or subject.first < verb.first:
            return False
        return self.low[verb.first] in _SUPPOSING

    def attributes(self, verb: int) -> bool:
        """Whether the verb at an item closes an attribution ("…, police |said|.")."""
        lemma = self.group(verb).lemma
        if self.quoted:
            return lemma in self.classes.verbs.reports or lemma in self.classes.verbs.passes_on
        return lemma in self.classes.verbs.reports and self.kind(verb + 1) not in ("N", "s", "w")

    def _listed(self, i: int, chunk: Chunk) -> bool:
        """Whether a chunk behind a comma goes on with a list."""
        beside = any(self.counts(c) for c in self.chunks[-4:-1])
        if chunk.kind == "number" or (beside and self.counts(chunk)):
            return beside
        for k in range(i + 1, min(i + _AHEAD, len(self.items))):
            kind = self.items[k].kind
            if kind == "c":
                return self.kind(k + 1) in ("N", "T")
            if kind not in ("N", ",", "p", "T"):
                return False
        return False

    def _join(self, chunk: Chunk) -> None:
        """Join a chunk to the one before it that it is like: numbers to numbers."""
        counts = self.counts(chunk)
        partner, cur = self.last, self.cur
        behind = self.comma and self.conj and cur.link == "who" and cur.verb is not None
        if behind and cur.antecedent is not None and partner in cur.adjuncts:
            partner = cur.antecedent  # "a man, who was found at the inn, |and two boys|"
            self.cur = cur.parent or cur
        assert partner is not None
        if counts and not self.counts(partner):
            partner = next((c for c in reversed(self.chunks[-7:-1]) if self.counts(c)), partner)
        elif not counts and chunk.kind not in (partner.kind, "pronoun") and partner.on is not None:
            alike = (c for c in reversed(self.chunks[-5:-1]) if c.kind == chunk.kind)
            partner = next(alike, partner)
        if self.comma and partner.role == "apposition" and partner.on is not None:
            partner = partner.on  # "the driver, 51, |and two passengers|"
        first = partner.joined or partner
        clause = first.clause or self.cur
        chunk.joined, chunk.prep, chunk.clause = first, first.prep, clause
        self.put(chunk, first.role, on=first.on)
        if first in clause.objects:
            clause.objects.append(chunk)
        elif first in clause.adjuncts:
            clause.adjuncts.append(chunk)
