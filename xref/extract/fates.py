"""What befell whom in a sentence: the roles of its clauses, and the nouns that say it themselves.

The subject of "die" and of a passive of harm, the object of its active, those of whom somebody is
"left dead", the people behind "the murder of", each of "23 deaths", the number that "a toll" gives.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from xref.extract.fate_words import CASUALTIES, HOSPITALISED, INJURED, KILLED, FateWords
from xref.extract.people import Crowd
from xref.language import Chunk, Clause, Reading

RANK = {HOSPITALISED: 1, CASUALTIES: 2, INJURED: 3, KILLED: 4}
"""What befell people last is what counts; all other outcomes rank 0."""
_MANY = frozenset(["were", "are", "have"])
_SUPPOSING = frozenset(["if", "unless", "whether", "until"])
_HEARD = frozenset(["he", "she", "they", "both", "all"])
_MOVES_TO = frozenset(["to", "at", "of", "from"])


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

    def read(self) -> None:
        """Find what is told of all chunks."""
        for chunk in self.reading.chunks:
            self._chunk(chunk)
        for clause in self.reading.clauses:
            self._clause(clause)
        for chunk in self.reading.chunks:
            self._toll(chunk)

    # ---- clauses -------------------------------------------------------------------------------

    def _clause(self, clause: Clause) -> None:
        self._states(clause)
        self._listing(clause)
        fate = self._fate(clause)
        if fate is None or self._unreal(clause):
            return
        fate = self._either(clause, fate)
        if fate.acted and not _passive(clause) and clause.link != "as":
            for chunk in clause.objects:
                self._done_to(chunk, clause, fate)
        elif clause.subject is not None and not self._nobody_if(clause):
            self._tell_subject(clause, fate)

    def _tell_subject(self, clause: Clause, fate: Fate) -> None:
        """Note what a clause says of its subject."""
        assert clause.subject is not None
        describes = clause.link in ("who", "participle") and clause.subject.first < clause.first
        before = clause.first if describes else None
        self._tell(clause.subject, fate, whole=self._of_all(clause), before=before)

    def _nobody_if(self, clause: Clause) -> bool:
        """Whether it is only supposed that it happened to nobody ("if nobody is killed")."""
        subject = clause.subject
        group = self.crowd.group(subject) if subject is not None else None
        if group is None or group.count:
            return False
        return any(c.link in _SUPPOSING for c in (clause, *clause.around()))

    def _fate(self, clause: Clause) -> Fate | None:
        """What the verb of a clause, with what stands beside it, says of whom."""
        verb, words = clause.verb, self.words
        if verb is None:
            return None
        if clause.link == "as" and verb.lemma == "be" and not (clause.state or clause.objects):
            return self._fate(clause.parent) if clause.parent is not None else None
        key = f"{verb.lemma} {clause.particle}".rstrip()
        found: Fate | None = None
        if key in words.subjects and not (
            _passive(clause) or (clause.objects and key in words.objects)
        ):
            found = Fate(words.subjects[key], False)
        elif key in words.objects:
            found = Fate(words.objects[key], True)
        elif key in words.loosely:
            found = Fate(words.loosely[key], True, True)
        beside = self._beside(clause)
        if beside is not None and (found is None or _rank(beside.outcome) > _rank(found.outcome)):
            found = beside
        return self._deadly(clause, found)

    def _done_to(self, chunk: Chunk, clause: Clause, fate: Fate) -> None:
        """Note what was done to an object: "among them 12" are some of those before."""
        low = self.reading.low
        reflexive = chunk.kind == "pronoun" and low[chunk.head].endswith(("self", "selves"))
        if reflexive and self._befallen(clause.subject):
            return  # "the death of his son, who killed |himself|"
        if low[max(0, chunk.first - 2) : chunk.first - 1] != ["among"]:
            self._tell(chunk, fate, whole=False)

    def _either(self, clause: Clause, fate: Fate) -> Fate:
        """Two verbs with "or" between them tell one or the other: "hurt or killed"."""
        low = self.reading.low
        for one in self.reading.clauses:
            verb, other = one.verb, clause.verb
            if verb is None or other is None or one.subject is not clause.subject:
                continue
            first, second = sorted((verb, other), key=lambda v: v.first)
            if low[first.last : second.first] == ["or"]:
                both = {self._outcome(one), fate.outcome}
                if both <= RANK.keys():
                    return fate._replace(outcome=CASUALTIES)
        return fate

    def _outcome(self, clause: Clause) -> str:
        fate = self._fate(clause)
        return fate.outcome if fate is not None else ""

    def _listing(self, clause: Clause) -> None:
        """ "The dead are two nurses": those whom a clause with "be" lists."""
        subject, words = clause.subject, self.words
        if subject is None or clause.lemma != "be" or subject.determiner != "the":
            return
        head = self.reading.head(subject)
        outcome = words.states.get(head)
        if head in words.words["victims"]:
            deadly = any(words.states.get(w) == KILLED for w in self.reading.low)
            deadly = deadly or not words.words["deadly"].isdisjoint(self.reading.low)
            outcome = KILLED if deadly else CASUALTIES
        if outcome is not None:
            listed = clause.objects
            behind = clause.verb.last if clause.verb is not None else 0
            if self.reading.low[behind : behind + 1] == [":"]:
                chunks = self.reading.chunks
                first = next((c for c in chunks if c.first > behind), subject)
                listed = [c for c in self.members(first) if c.first > behind]
            for chunk in listed:
                if chunk.kind != "number":  # "the victims are 16 and 19"
                    self._tell(chunk, Fate(outcome, False), whole=False)

    def _deadly(self, clause: Clause, fate: Fate | None) -> Fate | None:
        """ "Fatally shot", "stabbed to death": killed, whatever the verb."""
        reading, words = self.reading, self.words
        verb = clause.verb
        assert verb is not None
        around = (
            reading.low[verb.first - 1 : verb.last + 1]
            if verb.first
            else reading.low[: verb.last + 1]
        )
        deadly = not words.words["deadly"].isdisjoint(around)
        deadly = deadly or any(self._place(a) == KILLED for a in self._adjuncts(clause))
        if not deadly:
            return fate
        acted = fate.acted if fate is not None else clause.passive or bool(clause.objects)
        return Fate(KILLED, acted)  # "shot to death", "fell to their deaths"

    def _adjuncts(self, clause: Clause) -> Iterator[Chunk]:
        """The phrases of a clause: those on its verb, and those right behind its object."""
        yield from clause.adjuncts
        for chunk in clause.objects:
            yield from (
                c for c in chunk.hanging if c.role == "adjunct" and c not in clause.adjuncts
            )

    def _place(self, chunk: Chunk) -> str | None:
        """What a phrase with a preposition says: "in hospital", "with gunshot wounds"."""
        places, noun = self.words.places, self.reading.head(chunk)
        before = self.reading.low[chunk.head - 1] if chunk.head > chunk.first else ""
        return places.get((chunk.prep, f"{before} {noun}")) or places.get((chunk.prep, noun))

    def _beside(self, clause: Clause) -> Fate | None:
        """What a verb says with the noun or verb beside it ("took to hospital", "lost lives")."""
        reading = self.reading
        assert clause.verb is not None
        for one in self.words.beside.get(clause.verb.lemma, ()):
            if one.prep:
                beside = any(
                    a.prep == one.prep and self._is(a, one.word) for a in self._adjuncts(clause)
                )
                beside = beside or any(
                    c.parent is clause and c.link == "to" and c.lemma == one.word
                    for c in reading.clauses
                )
            else:
                beside = any(self._is(chunk, one.word) for chunk in clause.objects)
            if beside:
                return Fate(one.outcome, one.sends)
        return None

    def _is(self, chunk: Chunk, noun: str) -> bool:
        """Whether a chunk ends in a noun, or in that noun and the one before it."""
        head = self.reading.head(chunk)
        before = self.reading.low[chunk.head - 1] if chunk.head > chunk.first else ""
        return noun in (head, f"{before} {head}")

    def _states(self, clause: Clause) -> None:
        """Adjectives: of the number right before them, else of the object, else of the subject."""
        words, reading = self.words, self.reading
        if self._unreal(clause):
            return
        for k in clause.state:
            outcome = words.states.get(reading.low[k])
            if outcome is None:
                continue
            if outcome == KILLED and self._supposed(clause) and self._befallen(clause.subject):
                continue
            beside = reading.chunk_at[k - 1] if k else None
            counted = beside is not None and beside.last == k and self.crowd.group(beside)
            if counted and beside is not None:
                noun = beside.kind != "number"
                self._tell(beside, Fate(outcome, False), whole=noun, before=k)
            elif clause.objects:
                for chunk in clause.objects:
                    self._tell(chunk, Fate(outcome, True), whole=False)
            elif clause.subject is not None:
                self._tell_subject(clause, Fate(outcome, False))
        verb = clause.verb
        linking = verb is None or verb.lemma in self._links or clause.passive
        for chunk in self._adjuncts(clause):
            outcome = self._place(chunk)
            if outcome is None or outcome == KILLED:
                continue
            if outcome == HOSPITALISED and clause.lemma == "leave":
                outcome = INJURED  # "left two in critical condition" tells of all left so
            on = chunk.on
            if on is not None and on.last == chunk.first - 1 and self.crowd.group(on):
                self._tell(on, Fate(outcome, False), whole=True, before=chunk.first)
            elif clause.objects:
                for each in clause.objects:
                    self._tell(each, Fate(outcome, True), whole=False)
            elif linking and clause.subject is not None:
                self._tell_subject(clause, Fate(outcome, False))

    _links = frozenset(["be", "remain", "stay", "lie", "take"])

    def _supposed(self, clause: Clause) -> bool:
        return clause.lemma in self.words.words["supposed"]

    def _befallen(self, chunk: Chunk | None) -> bool:
        return chunk is not None and chunk.first in self.told

    def _of_all(self, clause: Clause) -> bool:
        """Whether a clause tells of all people of a list, not only of the one that it stands by.

        "Two men and a woman who |were| hurt" are all hurt.
        """
        verb, subject = clause.verb, clause.subject
        if clause.link != "who" or verb is None or subject is None:
            return True
        return subject.number == "one" and self.reading.low[verb.first] in _MANY

    def _unreal(self, clause: Clause) -> bool:
        """Whether a clause tells what did not happen, is planned, tried or only possible."""
        verb = clause.verb
        if verb is None:
            return False
        if verb.negated or verb.tense == "future":
            return True
        if verb.perfect:
            return False
        if verb.modal:
            return True
        if clause.link == "to" and clause.parent is not None:
            parent = clause.parent
            nested = parent.link == "to" and self._unreal(parent)
            return nested or parent.lemma not in self.words.words["achieve"]
        return False

    # ---- nouns ---------------------------------------------------------------------------------

    def _chunk(self, chunk: Chunk) -> None:
        """What the words of a chunk say of those it counts, and of those that hang on it."""
        reading, words = self.reading, self.words
        head = reading.head(chunk)
        inside = reading.low[chunk.first : chunk.head + 1]
        if not words.words["unreal"].isdisjoint(inside):
            return
        end = (chunk.of or chunk).last
        if chunk.kind == "number" and reading.low[end : end + 1] == ["fatally"]:
            self._tell(chunk, Fate(KILLED, False), whole=False)
        of = chunk.of
        if of is not None and chunk.kind == "number" and reading.head(of) in words.states:
            self._tell(chunk, Fate(words.states[reading.head(of)], False), whole=False)
        if head in words.counted:
            group = self.crowd.group(chunk)
            if group is not None and group.figure is not None:
                self.told[chunk.first] = words.counted[head]
        elif head in words.made:
            self._made(chunk)
        else:
            self._modified(chunk)
        deed = words.deeds.get(head)
        of = next((c for c in chunk.hanging if c.role == "of" or c.prep in ("of", "to")), None)
        if deed is not None and of is not None:
            fatal = not words.words["deadly"].isdisjoint(inside)
            outcome = KILLED if fatal or "death" in inside[:-1] else deed
            self._tell(of, Fate(outcome, True), whole=True)

    def _modified(self, chunk: Chunk) -> None:
        """ "Sixty wounded people", "one dead man"."""
        reading = self.reading
        for k in range(chunk.first, chunk.last):
            outcome = self.words.states.get(reading.low[k])
            if outcome is not None and reading.letters[k] in "JNSek" and chunk.determiner != "the":
                self._tell(chunk, Fate(outcome, False), whole=False)

    def _made(self, chunk: Chunk) -> None:
        """ "Claimed 14 lives", "recovered nine bodies", "the bodies of two were found"."""
        reading, clause = self.reading, chunk.clause
        makers = self.words.made[reading.head(chunk)]
        outcome = None
        if clause is not None:
            acted = clause.passive if chunk.role == "subject" else True
            outcome = makers.get(clause.lemma) if acted else None
        if outcome is None:
            return
        if chunk.of is not None:
            self._tell(chunk.of, Fate(outcome, True), whole=True)
        if self.crowd.group(chunk) is not None and chunk.of is None:
            self.told[chunk.first] = outcome

    def _toll(self, chunk: Chunk) -> None:
        """The bare numbers that a noun like "toll" gives: behind its "of", or beside its verb."""
        outcome = self._counts_fates(chunk)
        if outcome is None:
            return
        of, clause = chunk.of, chunk.clause
        if of is not None and of.kind == "number":
            self._tell(of, Fate(outcome, False), whole=True)
        if clause is None or chunk.role not in ("subject", "object", "complement"):
            return
        for other in (*clause.objects, *clause.adjuncts):
            prep = other.prep
            if other is chunk or other.first < chunk.first or (prep and prep not in _MOVES_TO):
                continue
            group = self.crowd.group(other)
            if group is not None and group.figure is not None and (group.bare or not prep):
                self._tell(other, Fate(outcome, False), whole=True)

    def _counts_fates(self, chunk: Chunk) -> str | None:
        """What befell those whom a noun like "toll" or "number of dead" counts."""
        reading, words = self.reading, self.words
        head = reading.head(chunk)
        before = reading.low[chunk.head - 1] if chunk.head > chunk.first else ""
        outcome = words.tolls.get(head) or words.tolls.get(f"{before} {head}")
        if outcome is not None or head not in ("number", "total", "figure", "count"):
            return outcome
        of = chunk.of
        if of is None:
            return None
        noun = reading.head(of)
        return words.counted.get(noun) or words.states.get(noun) or self.told.get(of.first)

    # ---- those told of -------------------------------------------------------------------------

    def _tell(self, chunk: Chunk, fate: Fate, *, whole: bool, before: int | None = None) -> None:
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
                held = each.role in ("subject", "object") and not each.determiner == "the"
                if group is None or not (group.known or held):
                    continue  # "hit in the elbow and a boy shot": the boy alone
            old = self.told.get(each.first)
            if old is None or _rank(fate.outcome) > _rank(old):
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
        noun = chunk.kind != "number"
        if self.crowd.headline and noun and chunk.role == "apposition" and chunk.on is not None:
            return self.root(chunk.on)  # "Woman, 3-year-old dead"
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


def _passive(clause: Clause) -> bool:
    """Whether something is done to the subject; a verb in -ed that has an object is active."""
    verb = clause.verb
    done_by = (verb is not None and verb.passive) or any(a.prep == "by" for a in clause.adjuncts)
    return clause.passive and (not clause.objects or done_by)


def _rank(outcome: str) -> int:
    return RANK.get(outcome, 0)
