"""What the clauses of a sentence say befell whom.

The subject of "die" and of a passive of harm, the object of its active, those "left dead".
"""

from collections.abc import Iterator

from xref.extract.fate_words import CASUALTIES, HOSPITALISED, INJURED, KILLED
from xref.extract.fates import RANK, Fate, Fates, rank
from xref.language import Chunk, Clause

_MANY = frozenset(["were", "are", "have"])
_SUPPOSING = frozenset(["if", "unless", "whether", "until"])
_LINKS = frozenset(["be", "remain", "stay", "lie", "take"])


def tell_clause(fates: Fates, clause: Clause) -> None:
    """Note what a clause says of its subject and its objects."""
    _states(fates, clause)
    _listing(fates, clause)
    fate = _fate(fates, clause)
    if fate is None or _unreal(fates, clause):
        return
    fate = _either(fates, clause, fate)
    if fate.acted and not _passive(clause) and clause.link != "as":
        for chunk in clause.objects:
            _done_to(fates, chunk, clause, fate)
    elif clause.subject is not None and not _nobody_if(fates, clause):
        _tell_subject(fates, clause, fate)


def _tell_subject(fates: Fates, clause: Clause, fate: Fate) -> None:
    """Note what a clause says of its subject."""
    assert clause.subject is not None
    describes = clause.link in ("who", "participle") and clause.subject.first < clause.first
    before = clause.first if describes else None
    fates.tell(clause.subject, fate, whole=_of_all(fates, clause), before=before)


def _nobody_if(fates: Fates, clause: Clause) -> bool:
    """Whether it is only supposed that it happened to nobody ("if nobody is killed")."""
    subject = clause.subject
    group = fates.crowd.group(subject) if subject is not None else None
    if group is None or group.count:
        return False
    return any(c.link in _SUPPOSING for c in (clause, *clause.around()))


def _fate(fates: Fates, clause: Clause) -> Fate | None:
    """What the verb of a clause, with what stands beside it, says of whom."""
    verb, words = clause.verb, fates.words
    if verb is None:
        return None
    if clause.link == "as" and verb.lemma == "be" and not (clause.state or clause.objects):
        return _fate(fates, clause.parent) if clause.parent is not None else None
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
    beside = _beside(fates, clause)
    if beside is not None and (found is None or rank(beside.outcome) > rank(found.outcome)):
        found = beside
    return _deadly(fates, clause, found)


def _done_to(fates: Fates, chunk: Chunk, clause: Clause, fate: Fate) -> None:
    """Note what was done to an object: "among them 12" are some of those before."""
    low = fates.reading.low
    reflexive = chunk.kind == "pronoun" and low[chunk.head].endswith(("self", "selves"))
    if reflexive and _befallen(fates, clause.subject):
        return  # "the death of his son, who killed |himself|"
    if low[max(0, chunk.first - 2) : chunk.first - 1] != ["among"]:
        fates.tell(chunk, fate, whole=chunk.of is not None)


def _either(fates: Fates, clause: Clause, fate: Fate) -> Fate:
    """Two verbs with "or" between them tell one or the other: "hurt or killed"."""
    low = fates.reading.low
    for one in fates.reading.clauses:
        verb, other = one.verb, clause.verb
        if verb is None or other is None or one.subject is not clause.subject:
            continue
        first, second = sorted((verb, other), key=lambda v: v.first)
        if low[first.last : second.first] == ["or"]:
            both = {_outcome(fates, one), fate.outcome}
            if both <= RANK.keys():
                return fate._replace(outcome=CASUALTIES)
    return fate


def _outcome(fates: Fates, clause: Clause) -> str:
    fate = _fate(fates, clause)
    return fate.outcome if fate is not None else ""


def _listing(fates: Fates, clause: Clause) -> None:
    """Those whom a clause with "be" lists: "the dead are two nurses"."""
    subject, words = clause.subject, fates.words
    if subject is None or clause.lemma != "be" or subject.determiner != "the":
        return
    head = fates.reading.head(subject)
    outcome = words.states.get(head)
    if head in words.words["victims"]:
        deadly = any(words.states.get(w) == KILLED for w in fates.reading.low)
        deadly = deadly or not words.words["deadly"].isdisjoint(fates.reading.low)
        outcome = KILLED if deadly else CASUALTIES
    if outcome is not None:
        listed = clause.objects
        behind = clause.verb.last if clause.verb is not None else 0
        if fates.reading.low[behind : behind + 1] == [":"]:
            chunks = fates.reading.chunks
            first = next((c for c in chunks if c.first > behind), subject)
            listed = [c for c in fates.members(first) if c.first > behind]
        for chunk in listed:
            if chunk.kind != "number":  # "the victims are 16 and 19"
                fates.tell(chunk, Fate(outcome, False), whole=False)


def _deadly(fates: Fates, clause: Clause, fate: Fate | None) -> Fate | None:
    """Killed, whatever the verb: "fatally shot", "stabbed to death"."""
    reading, words = fates.reading, fates.words
    verb = clause.verb
    assert verb is not None
    around = (
        reading.low[verb.first - 1 : verb.last + 1] if verb.first else reading.low[: verb.last + 1]
    )
    deadly = not words.words["deadly"].isdisjoint(around)
    deadly = deadly or any(_place(fates, a) == KILLED for a in _adjuncts(fates, clause))
    if not deadly:
        return fate
    acted = fate.acted if fate is not None else clause.passive or bool(clause.objects)
    return Fate(KILLED, acted)  # "shot to death", "fell to their deaths"


def _adjuncts(fates: Fates, clause: Clause) -> Iterator[Chunk]:
    """The phrases of a clause: those on its verb, and those right behind its object."""
    yield from clause.adjuncts
    for chunk in clause.objects:
        yield from (c for c in chunk.hanging if c.role == "adjunct" and c not in clause.adjuncts)


def _place(fates: Fates, chunk: Chunk) -> str | None:
    """What a phrase with a preposition says: "in hospital", "with gunshot wounds"."""
    places, noun = fates.words.places, fates.reading.head(chunk)
    before = fates.reading.low[chunk.head - 1] if chunk.head > chunk.first else ""
    return places.get((chunk.prep, f"{before} {noun}")) or places.get((chunk.prep, noun))


def _beside(fates: Fates, clause: Clause) -> Fate | None:
    """What a verb says with the noun or verb beside it ("took to hospital", "lost lives")."""
    reading = fates.reading
    assert clause.verb is not None
    for one in fates.words.beside.get(clause.verb.lemma, ()):
        if one.prep:
            beside = any(
                a.prep == one.prep and _is(fates, a, one.word) for a in _adjuncts(fates, clause)
            )
            beside = beside or any(
                c.parent is clause and c.link == "to" and c.lemma == one.word
                for c in reading.clauses
            )
        else:
            beside = any(_is(fates, chunk, one.word) for chunk in clause.objects)
        if beside:
            return Fate(one.outcome, one.sends)
    return None


def _is(fates: Fates, chunk: Chunk, noun: str) -> bool:
    """Whether a chunk ends in a noun, or in that noun and the one before it."""
    head = fates.reading.head(chunk)
    before = fates.reading.low[chunk.head - 1] if chunk.head > chunk.first else ""
    return noun in (head, f"{before} {head}")


def _states(fates: Fates, clause: Clause) -> None:
    """Adjectives: of the number right before them, else of the object, else of the subject."""
    words, reading = fates.words, fates.reading
    if _unreal(fates, clause):
        return
    for k in clause.state:
        outcome = words.states.get(reading.low[k])
        if outcome is None:
            continue
        if outcome == KILLED and _supposed(fates, clause) and _befallen(fates, clause.subject):
            continue
        beside = reading.chunk_at[k - 1] if k else None
        some = beside is not None and beside.prep == "including"
        counted = beside is not None and beside.last == k and fates.crowd.group(beside) and not some
        if counted and beside is not None:
            noun = beside.kind != "number"
            fates.tell(beside, Fate(outcome, False), whole=noun, before=k)
        elif clause.objects:
            for chunk in clause.objects:
                fates.tell(chunk, Fate(outcome, True), whole=False)
        elif clause.subject is not None:
            _tell_subject(fates, clause, Fate(outcome, False))
    verb = clause.verb
    linking = verb is None or verb.lemma in _LINKS or clause.passive
    for chunk in _adjuncts(fates, clause):
        outcome = _place(fates, chunk)
        if outcome is None or outcome == KILLED:
            continue
        if outcome == HOSPITALISED and clause.lemma == "leave":
            outcome = INJURED  # "left two in critical condition" tells of all left so
        on = chunk.on
        if on is not None and on.last == chunk.first - 1 and fates.crowd.group(on):
            fates.tell(on, Fate(outcome, False), whole=True, before=chunk.first)
        elif clause.objects:
            for each in clause.objects:
                fates.tell(each, Fate(outcome, True), whole=False)
        elif linking and clause.subject is not None:
            _tell_subject(fates, clause, Fate(outcome, False))


def _supposed(fates: Fates, clause: Clause) -> bool:
    return clause.lemma in fates.words.words["supposed"]


def _befallen(fates: Fates, chunk: Chunk | None) -> bool:
    return chunk is not None and chunk.first in fates.told


def _of_all(fates: Fates, clause: Clause) -> bool:
    """Whether a clause tells of all people of a list, not only of the one that it stands by.

    "Two men and a woman who |were| hurt" are all hurt.
    """
    verb, subject = clause.verb, clause.subject
    if clause.link != "who" or verb is None or subject is None:
        return True
    return subject.number == "one" and fates.reading.low[verb.first] in _MANY


def _unreal(fates: Fates, clause: Clause) -> bool:
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
        nested = parent.link == "to" and _unreal(fates, parent)
        return nested or parent.lemma not in fates.words.words["achieve"]
    return False


def _passive(clause: Clause) -> bool:
    """Whether something is done to the subject; a verb in -ed that has an object is active."""
    verb = clause.verb
    done_by = (verb is not None and verb.passive) or any(a.prep == "by" for a in clause.adjuncts)
    return clause.passive and (not clause.objects or done_by)
