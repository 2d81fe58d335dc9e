"""Who was killed, hurt, missing, rescued: the counted people of a sentence and their fates."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from xref.extract.fate_clauses import tell_clause
from xref.extract.fate_nouns import tell_noun, tell_toll
from xref.extract.fate_sums import Listed, Toll, summed
from xref.extract.fate_words import CASUALTIES, INJURED, KILLED, FateWords
from xref.extract.fates import Fates
from xref.extract.people import Crowd, Group, Kind, ordinal
from xref.language import Chunk, Reading
from xref.quantity.figure import Figure

_PARTS = frozenset(["-", "–", "—", "|", ":", ";"])


def tolls(
    reading: Reading, figures: Sequence[Figure], words: FateWords, *, headline: bool = False
) -> list[Toll]:
    """What befell the counted people of a sentence; `figures` are the sentence's, in order."""
    at = {reading.tokens(*f.number_span)[0]: f for f in figures}
    fates = Fates(Crowd(reading, at, words, headline))
    for chunk in reading.chunks:
        tell_noun(fates, chunk)
    for clause in reading.clauses:
        tell_clause(fates, clause)
    for chunk in reading.chunks:
        tell_toll(fates, chunk)
    lists = sorted(_lists(fates), key=lambda told: told.groups[0].first)
    return [*summed(reading, lists, words, headline=headline), *_multiples(reading, words)]


def _lists(fates: Fates) -> Iterator[Listed]:
    """The people told of, list by list, parted where another fate begins."""
    done: set[int] = set()
    for chunk in fates.reading.chunks:
        if chunk.first in done:
            continue
        if chunk.first not in fates.told:
            yield from _gap(fates, chunk)
            continue
        members = fates.members(chunk)
        done.update(c.first for c in members)
        yield from _parted(fates, members)


def _gap(fates: Fates, chunk: Chunk) -> Iterator[Listed]:
    """Whoever is told of by the verb before: "a fourth at a hospital"."""
    if chunk.kind != "name" and ordinal(fates.reading.low[chunk.head]):
        group = fates.crowd.group(chunk)
        if group is not None:
            yield Listed([group], None)


def _parted(fates: Fates, members: Sequence[Chunk]) -> Iterator[Listed]:
    reading, crowd = fates.reading, fates.crowd
    current: Listed | None = None
    aged = False
    for chunk in members:
        outcome = fates.told.get(chunk.first)
        before = reading.low[chunk.first - 1] if chunk.first else ""
        placed = any(c.role == "adjunct" for c in chunk.hanging)
        apart = (before == "," or (aged and before == "and")) and not placed
        own = current is None or (outcome is not None and outcome != current.outcome)
        if chunk.kind == "number" and apart and not own and chunk is not members[0]:
            aged = True  # "Ana Rill, 24": an age, not one more
            continue
        group = crowd.group(chunk, joined=current is not None and not own)
        if group is None or not (group.known or _may_be(fates, chunk, group)):
            continue
        parted = current is not None and not _PARTS.isdisjoint(
            reading.low[current.groups[-1].last : group.first]
        )
        if parted and fates.crowd.headline:
            break  # "One dead, two hurt - Harrow Post"
        if current is not None and group.bare and placed and outcome:
            yield current  # "killed 12 people in Orra, |four in Tolva| and two in Marn"
            current = _listed(fates, chunk, group, outcome)
        elif current is not None and (outcome is None or outcome == current.outcome):
            if group.part or (outcome is None and chunk.role != "apposition"):
                continue
            current.groups.append(group)
        elif outcome is not None:
            if current is not None:
                yield current
            current = _listed(fates, chunk, group, outcome)
        aged = False
    if current is not None:
        yield current


def _may_be(fates: Fates, chunk: Chunk, group: Group) -> bool:
    """Whether what no lexicon knows may be people: whatever is killed or hurt, who does a thing."""
    outcome = fates.told.get(chunk.first)
    sure = outcome in (None, KILLED, INJURED) or group.head.endswith(("er", "or"))
    return sure and chunk.first not in fates.strict


def _listed(fates: Fates, chunk: Chunk, group: Group, outcome: str) -> Listed:
    low = fates.reading.low
    end = (chunk.of or chunk).last
    of = low[chunk.last : chunk.last + 2] in (["of", "whom"], ["of", "them"])
    fatal = chunk.kind == "number" and low[end : end + 1] == ["fatally"]
    of_hit = outcome == KILLED and (of or fatal)
    return Listed([group], outcome, of_hit, chunk.first in fates.graded)


def _multiples(reading: Reading, words: FateWords) -> Iterator[Toll]:
    """Names that hold a number of people ("triple homicide")."""
    low = reading.low
    for k, word in enumerate(low):
        count = words.multiples.get(word.partition("-")[0])
        if count is None:
            continue
        noun = word.rpartition("-")[2] if "-" in word else low[k + 1] if k + 1 < len(low) else ""
        noun, _, suicide = noun.partition("-")
        outcome = words.deeds.get(noun)
        if outcome in (KILLED, CASUALTIES):
            last = k + 1 if "-" in word else k + 2
            named = Group(k, last, Decimal(count), Kind.NAMED, noun, open=bool(suicide))
            yield Toll(outcome, (named,), Decimal(count))
