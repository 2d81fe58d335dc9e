"""Where a sentence's verbs stand: which clause each is the verb of, or opens."""

from xref.language.places import Places
from xref.language.structure import Clause, VerbGroup

_AHEAD = 10
"""Items looked ahead."""
_WHOLE = frozenset(("whether", "that", "how", "why", "what"))
"""They open a clause that may be the subject of the verb behind it."""


class Predicates(Places):
    """Verb groups put in their clauses."""

    def predicate(self, i: int) -> None:
        """Place the verb group that item `i` is."""
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
            self._non_finite(group, self.prep or "participle")
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
        outer = cur.parent
        if (
            group.lemma == "be"
            and self._auxiliary_follows(i)
            and cur.subject is None
            and outer is not None
            and outer.verb is None
            and outer.subject is None
        ):
            self.clauses.remove(outer)  # "|Killed were| two men"
            cur.parent, cur.link = outer.parent, outer.link
            cur.adjuncts = [*outer.adjuncts, *cur.adjuncts]
            cur.verb = group._replace(first=verb.first, lemma=verb.lemma, passive=True)
            cur.passive = cur.inverted = True
            return True
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

    def _auxiliary_follows(self, i: int) -> bool:
        """Whether item `i` follows a participle at once, and its subject comes next."""
        return (
            self.kind(i - 1) == "V"
            and self.group(i - 1).shape in ("open", "participle")
            and self.kind(i + 1) == "N"
        )

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
            last = self.last
            beside = last is not None and last.role != "apposition" and last.on is cur.subject
            alone = group.lemma in self.classes.verbs.no_object and not any(
                self.kind(k) == "V" and self.group(k).shape == "finite"
                for k in range(i + 1, min(i + _AHEAD, len(self.items)))
            )  # "Her sons, aged 5 and 8, |died|."
            return self.comma and not alone and (last is cur.subject or beside)
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
        self.awaiting = None
        active = cur.link in ("says", "who") or self.closes(i)
        if group.shape == "open" and not active and self.describes(i, seen=True):
            cur.passive = True
        if cur.subject is None and cur.link == "who":
            cur.subject = cur.antecedent

    def _reports_on(self, base: Clause, group: VerbGroup) -> bool:
        """Whether a verb goes on with the report that a clause is told in, not with the clause.

        "denied that there were any |and said| …", "admitted that he had left |and added| …"
        """
        holder, reports = base.parent, self.classes.verbs.reports
        if holder is None or base.verb is None or group.lemma not in reports:
            return False
        nobody = base.subject is not None and self.low[base.subject.head] in ("there", "it")
        return holder.lemma in reports and (nobody or (base.verb.perfect and not group.perfect))

    def _finite(self, i: int, group: VerbGroup) -> None:
        cur = self.cur
        if self.conj and not self.adjacent and cur.verb is not None:
            base = cur
            while base.verb is not None and base.verb.shape in ("infinitive", "ing", "participle"):
                if base.parent is None:
                    break
                base = base.parent
            shifted = base.verb is not None and base.verb.modal and group.tense == "past"
            if (self.comma or shifted or self._reports_on(base, group)) and base.link in (
                "that",
                "who",
            ):
                # "rejected the claim that it fell, |and put| …", "said it would hire |but fired|"
                base = next((c for c in base.around() if c.link in ("", "and")), base)
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
        whole = cur.parent if cur.link in _WHOLE or self._is_gerund(cur) else None
        if whole is not None and whole.verb is None and whole.subject is None:
            self.cur = whole  # "Replacing it |will cost| …", "Whether he fell |is not known|"
            self._set(group, i)
            return
        if self._retake(i, group):
            return
        takes = self.classes.verbs.takes_clause
        saying = next((c for c in (cur, *cur.around()) if c.lemma in takes and c.objects), None)
        if saying is not None and not self.conj and not self.adjacent:
            subject = saying.objects.pop()  # "say the dam, finished in 1961, |leaks|"
            self.cur = self.open(group.first, saying, "that")
            self.subject(subject)
            self._set(group, i)
            return
        last = self.last
        if self.comma and group.lemma in self.classes.verbs.reports:
            self.cur = self.report(group.first)
            self._set(group, i)
            return
        if self.awaiting is not None and self.awaiting.clause is cur:
            self.withdraw(self.awaiting)  # "and |the other man|, Lee, 30, was taken"
            self.cur = self.open(group.first, cur.parent, cur.link or "and")
            self.awaiting.joined = None
            self.subject(self.awaiting)
            self._set(group, i)
            return
        if self.adjacent and last is not None and last in cur.objects:
            cur.objects.remove(last)
            self.cur = self.open(group.first, cur, "that")
            self.subject(last)
            self._set(group, i)
            return
        while cur.link == "to" and cur.parent is not None and group.tense == "past":
            cur = cur.parent  # "used it to open the door, |crossed| the hall and left"
        self.cur = self.open(group.first, cur.parent, cur.link or "and")
        self.cur.subject, self.cur.antecedent = cur.subject, cur.antecedent
        self._set(group, i)

    def _is_gerund(self, clause: Clause) -> bool:
        """Whether a clause in -ing stands for a noun: it has no subject."""
        verb = clause.verb
        return verb is not None and verb.shape == "ing" and clause.subject is None

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
        if self.comma and cur.link == "participle" and cur.antecedent and cur.parent:
            cur = cur.parent  # "people changing a tyre, |killing one|"
        subject = cur.subject
        antecedent = None
        if self.adjacent and link == "participle":
            subject = antecedent = self.last
        elif self.comma and passive and self.last in cur.objects:
            subject = antecedent = self.last  # "sold the plant, |built in 1970|"
        elif self.conj and cur.link == link and cur.verb is not None:
            subject, antecedent = cur.subject, cur.antecedent
            cur = cur.parent or cur
        inner = self.open(group.first, cur, link)
        inner.subject, inner.antecedent = subject, antecedent
        inner.verb, inner.passive = group, passive or group.passive
        self.cur = inner

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
