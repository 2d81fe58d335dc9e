"""A sentence's clauses: who does what, where its phrases hang; one pass from left to right."""

from collections.abc import Sequence

from xref.language.places import BEFORE_NOW, Places
from xref.language.structure import Chunk, Clause, Item, VerbGroup
from xref.language.word_classes import WordClasses


class Parse(Places):
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
            self._verb(i, item)
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
            ends = self.kind(i + 1) not in ("N", "T", "V")
            moves = verb.lemma in self.classes.verbs.no_object and not ends
            if (self.items[i - 1].kind == "V" or ends) and not moves:
                cur.particle = word
                return
        self.prep = f"{self.prep} {word}" if self.prep else word
        self.comma = self.quoted = False

    def _adverb(self, item: Item) -> None:
        word = self.low[item.first]
        verb = self.cur.verb
        if word in BEFORE_NOW and self.adjacent:
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
        link = "that" if word == "that" else word
        self.cur = self.open(item.first, parent, link)
        self.reset()

    def _relative(self, item: Item) -> None:
        antecedent = self.last
        if antecedent and antecedent.role == "apposition" and antecedent.kind == "number":
            antecedent = antecedent.on  # "Lee, 39, whose …"
        part = antecedent if self.prep == "of" and antecedent and antecedent.joined else None
        if part is not None:
            antecedent = part.joined
            self.withdraw(part)
        self.cur = self.open(item.first, self.cur, "who")
        self.cur.antecedent = antecedent
        if part is not None:
            self.subject(part)  # "45 patients, |12| of whom …"
        self.reset()

    def _verb(self, i: int, item: Item) -> None:
        group = self.group(i)
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
            headline = self.cur.verb is None and self.cur.subject and not self.finite_later(i)
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
        if self.kind(i) != "V" or verb is None:
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
        got = verb.lemma == "get" and self.kind(i - 1) == "V" and group.shape != "infinitive"
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
        if self.adjacent and cur.verb is not None and self.awaited():
            says = group.lemma in self.classes.verbs.takes_clause
            return self.finite_later(i) and not says
        takes = cur.verb is None or cur.lemma in self.classes.verbs.takes_clause
        if self.adjacent and not takes:
            return group.lemma not in self.classes.verbs.no_object
        if self.adjacent:
            return self.describes(i, seen=cur.verb is not None) and (
                cur.verb is not None or self.finite_later(i)
            )
        if self.last is None and cur.subject is None:
            return True
        if cur.verb is None and cur.subject is not None:
            return self.comma and self.last is cur.subject
        return self.comma and self.describes(i, seen=True)

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
        if group.shape == "open" and not active and self.describes(i, seen=True):
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
                self.cur = self.open(group.first, base.parent, base.link or "and")
                self.cur.subject, self.cur.antecedent = base.subject, base.antecedent
            self._set(group, i)
            shared = base.passive and group.shape in ("open", "participle")
            if shared and self.kind(i + 1) != "N":
                self.cur.passive = group.lemma not in self.classes.verbs.no_object
            return
        if cur.verb is None:
            cur.inverted = cur.subject is None and cur.link != "who" and self.kind(i + 1) == "N"
            self._set(group, i)
            return
        outer = next((clause for clause in cur.around() if clause.lacks_verb), None)
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
            self.cur = self.report(group.first)
            self._set(group, i)
            return
        if self.adjacent and last is not None and last in cur.objects:
            cur.objects.remove(last)
            self.cur = self.open(group.first, cur, "that")
            self.subject(last)
            self._set(group, i)
            return
        self.cur = self.open(group.first, cur.parent, cur.link or "and")
        self.cur.subject, self.cur.antecedent = cur.subject, cur.antecedent
        self._set(group, i)

    def _retake(self, i: int, group: VerbGroup) -> bool:
        """Take a form in -ed that was held for the verb for a participle, where a verb follows.

        "40 homes |destroyed| in the fire, which began on Monday, |have been rebuilt|".
        """
        cur = self.cur
        takes_clause = self.classes.verbs.takes_clause
        outer = next((clause for clause in (cur, *cur.around()) if clause.held), None)
        if outer is None and not self.comma and cur.verb is not None:
            held = cur.verb.shape == "open" and cur.link in ("", "that")
            outer = cur if held and cur.lemma not in takes_clause else None
        beside = self.kind(i - 1) == "V"
        if outer is None or self.conj or beside or (self.adjacent and cur.lemma in takes_clause):
            return False
        inner = self.open(outer.first, outer, "participle")
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
        inner = self.open(group.first, cur, link)
        inner.subject, inner.antecedent = subject, antecedent
        inner.verb, inner.passive = group, passive or group.passive
        self.cur = inner

    def _ing(self, group: VerbGroup) -> None:
        self._non_finite(group, self.prep or "participle")

    def _infinitive(self, i: int, group: VerbGroup) -> None:
        cur = self.cur
        if cur.verb is None and cur.subject is not None and not self.finite_later(i):
            self._set(group._replace(tense="future"), i)  # a headline: "Firm to cut 300 jobs"
            return
        if self.conj and cur.link == "to" and cur.parent is not None:
            subject, cur = cur.subject, cur.parent
        else:
            passes = (
                cur.lemma in self.classes.verbs.passes_on or cur.lemma in self.classes.verbs.bare
            )
            subject = cur.objects[-1] if passes and cur.objects else cur.subject
        inner = self.open(group.first, cur, "to")
        inner.subject = subject
        inner.antecedent = self.last if self.adjacent else None
        inner.verb, inner.passive = group, group.passive
        self.cur = inner
