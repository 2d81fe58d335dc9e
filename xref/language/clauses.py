"""A sentence's clauses: who does what, where its phrases hang; one pass from left to right."""

from collections.abc import Sequence

from xref.language.places import BEFORE_NOW
from xref.language.predicates import Predicates
from xref.language.structure import Chunk, Clause, Item
from xref.language.word_classes import WordClasses


class Parse(Predicates):
    """The one pass over the items of a sentence; `chunks` and `clauses` are what it finds."""

    def __init__(self, low: Sequence[str], letters: str, classes: WordClasses) -> None:
        super().__init__(low, letters, classes)
        self.clause_at: list[Clause | None] = [None] * len(low)
        self._saved: list[tuple[Clause, Chunk | None, str]] = []

    def run(self) -> None:
        """Read the items in their order."""
        at = self.after_dateline()
        for i in range(at, len(self.items)):
            item = self.items[i]
            self._item(i, item)
            for k in range(item.first, item.last):
                self.clause_at[k] = self.cur

    def _item(self, i: int, item: Item) -> None:
        kind = item.kind
        if kind in ("N", "T"):
            self.chunk(i, item)
        elif kind == "V":
            self.predicate(i)
        elif kind == "p":
            self._preposition(i, item)
        elif kind in ",-":
            self._comma()
        elif kind == "c":
            self.conj = True
            self.adjacent = False
        elif kind in "su":
            if self.kind(i + 1) == "V" and self.group(i + 1).shape == "ing":
                self.prep = self.low[item.first]
            elif kind == "s" or self.clause_follows(i):
                self._subordinator(i, item)
            else:
                self._preposition(i, item)
        elif kind == "w":
            self._relative(item)
        elif kind == "J":
            self.cur.state.append(item.first)
            self.adjacent = False
            self.prep = "" if self.prep == "as" else self.prep  # "dismissed as false a report"
        elif kind == "n":
            self.negation = self.low[item.first]
        elif kind == "r":
            self._adverb(item)
        elif kind == "(":
            self._saved.append((self.cur, self.last, self.prep))
            on = self.last
            self.cur = self.open(item.first, self.cur, "(")
            self.cur.antecedent = on
            self.reset()
        elif kind == ")":
            if self._saved:
                self.cur, self.last, self.prep = self._saved.pop()
            self.comma = self.conj = False
        elif kind in ".;:":
            if kind == "." and item.last >= len(self.low):
                return
            told = kind == ":" and self.cur.lemma in self.classes.verbs.reports
            self.cur = self.open(item.first, self.cur if told else None, "that" if told else "")
            self.last = None
            self.begin = len(self.clauses) - 1
            self.reset()
        elif kind == '"':
            self.quoted = self.comma

    def _preposition(self, i: int, item: Item) -> None:
        word = self.low[item.first]
        cur = self.cur
        verb = cur.verb
        if verb is not None and f"{verb.lemma}-{word}" in self.classes.verbs.phrasal:
            beside = self.items[i - 1].kind == "V"
            ends = self.kind(i + 1) not in ("N", "T", "V")
            moves = verb.lemma in self.classes.verbs.no_object or cur.passive
            if (beside and (ends or not moves)) or (ends and self.adjacent and cur.objects):
                cur.particle = word
                return
        self.prep = f"{self.prep} {word}" if self.prep else word
        self.comma = self.quoted = False

    def _adverb(self, item: Item) -> None:
        word = self.low[item.first]
        verb = self.cur.verb
        if word in BEFORE_NOW and self.adjacent and self.chunks[-1].kind != "pronoun":
            if self.chunks[-1].role != "time":
                self.when(self.chunks[-1])
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
        if self.kind(i + 1) == "p" and self.low[item.last] == "of":
            self.prep = word  # "because of"
            return
        parent: Clause | None = self.cur
        if self.conj and self.cur.link == word and self.cur.parent is not None:
            parent = self.cur.parent
        noun = self.last if self.adjacent and word == "that" else None
        self.cur = self.open(item.first, parent, word)
        self.cur.antecedent = noun
        self.reset()

    def _relative(self, item: Item) -> None:
        antecedent = self.last
        part: Chunk | None = None
        if self.prep == "of" and antecedent is not None:
            beside = antecedent.role == "apposition" and antecedent.kind == "number"
            part = antecedent if antecedent.joined or beside else None
        if part is not None:
            antecedent = part.joined or part.on
        elif antecedent and antecedent.role == "apposition" and antecedent.kind == "number":
            antecedent = antecedent.on  # "Lee, 39, whose …"
        if part is not None:
            self.withdraw(part)
        self.cur = self.open(item.first, self.cur, "who")
        self.cur.antecedent = antecedent
        if part is not None:
            self.subject(part)  # "45 patients, |12| of whom …"
        self.reset()
