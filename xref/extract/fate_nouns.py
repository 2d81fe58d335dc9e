"""What nouns say befell whom: "23 deaths", "the murder of two", "a toll of 40", "six dead"."""

from xref.extract.fate_words import KILLED
from xref.extract.fates import Fate, Fates
from xref.language import Chunk

_MOVES_TO = frozenset(["to", "at", "of", "from"])


def tell_noun(fates: Fates, chunk: Chunk) -> None:
    """What the words of a chunk say of those it counts, and of those that hang on it."""
    reading, words = fates.reading, fates.words
    head = reading.head(chunk)
    inside = reading.low[chunk.first : chunk.head + 1]
    if not words.words["unreal"].isdisjoint(inside):
        return
    end = (chunk.of or chunk).last
    if chunk.kind == "number" and reading.low[end : end + 1] == ["fatally"]:
        fates.tell(chunk, Fate(KILLED, False), whole=False)
    of = chunk.of
    if of is not None and chunk.kind == "number" and reading.head(of) in words.states:
        fates.tell(chunk, Fate(words.states[reading.head(of)], False), whole=False)
    if head in words.counted:
        group = fates.crowd.group(chunk)
        if group is not None and group.figure is not None:
            fates.told[chunk.first] = words.counted[head]
    elif head in words.made:
        _made(fates, chunk)
    else:
        _modified(fates, chunk)
    deed = words.deeds.get(head)
    of = next((c for c in chunk.hanging if c.role == "of" or c.prep in ("of", "to")), None)
    if deed is not None and of is not None:
        fatal = not words.words["deadly"].isdisjoint(inside)
        outcome = KILLED if fatal or "death" in inside[:-1] else deed
        fates.tell(of, Fate(outcome, True), whole=True)


def _modified(fates: Fates, chunk: Chunk) -> None:
    """Those whom an adjective stands before: "sixty wounded people", "one dead man"."""
    reading = fates.reading
    for k in range(chunk.first, chunk.last):
        outcome = fates.words.states.get(reading.low[k])
        if outcome is None or reading.letters[k] not in "JNSek":
            continue
        group = fates.crowd.group(chunk)
        if chunk.determiner != "the" or (group is not None and group.figure is not None):
            fates.tell(chunk, Fate(outcome, False), whole=False)


def _made(fates: Fates, chunk: Chunk) -> None:
    """Those whom a verb and a noun tell: "claimed 14 lives", "the bodies of two were found"."""
    reading, clause = fates.reading, chunk.clause
    makers = fates.words.made[reading.head(chunk)]
    outcome = None
    if clause is not None:
        acted = clause.passive if chunk.role == "subject" else True
        outcome = makers.get(clause.lemma) if acted else None
    if outcome is None:
        return
    if chunk.of is not None:
        fates.tell(chunk.of, Fate(outcome, True), whole=True)
    if fates.crowd.group(chunk) is not None and chunk.of is None:
        fates.told[chunk.first] = outcome


def tell_toll(fates: Fates, chunk: Chunk) -> None:
    """The bare numbers that a noun like "toll" gives: behind its "of", or beside its verb."""
    outcome = _counts_fates(fates, chunk)
    if outcome is None:
        return
    of, clause = chunk.of, chunk.clause
    if of is not None and of.kind == "number":
        fates.tell(of, Fate(outcome, False), whole=True)
    if clause is None or chunk.role not in ("subject", "object", "complement"):
        return
    for other in (*clause.objects, *clause.adjuncts):
        prep = other.prep
        if other is chunk or other.first < chunk.first or (prep and prep not in _MOVES_TO):
            continue
        group = fates.crowd.group(other)
        if group is not None and group.figure is not None and (group.bare or not prep):
            fates.tell(other, Fate(outcome, False), whole=True)


def _counts_fates(fates: Fates, chunk: Chunk) -> str | None:
    """What befell those whom a noun like "toll" or "number of dead" counts."""
    reading, words = fates.reading, fates.words
    head = reading.head(chunk)
    before = reading.low[chunk.head - 1] if chunk.head > chunk.first else ""
    outcome = words.tolls.get(head) or words.tolls.get(f"{before} {head}")
    if outcome is not None or head not in ("number", "total", "figure", "count"):
        return outcome
    of = chunk.of
    if of is None:
        return None
    noun = reading.head(of)
    return words.counted.get(noun) or words.states.get(noun) or fates.told.get(of.first)
