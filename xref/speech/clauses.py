"""What the clauses of a unit tell of its cues: whose verb a cue is."""

from bisect import bisect_left, bisect_right

from xref.language import Chunk, Clause, Reading, Readings
from xref.language.phrases import Range
from xref.speech.grammar import SpeechGrammar
from xref.speech.tokens import Unit


def reading_of(unit: Unit, grammar: SpeechGrammar) -> Reading:
    """The reading of the unit's sentence, made when it is first asked for."""
    if unit.reading is None:
        unit.reading = Readings(unit.text, grammar.classes).of(unit.span)
    return unit.reading


def clause_of(unit: Unit, k: int, grammar: SpeechGrammar) -> Clause | None:
    """The clause whose verb is the token `k`, if one is."""
    reading = reading_of(unit, grammar)
    first, last = reading.tokens(unit.starts[k], unit.ends[k])
    if first >= last or first >= len(reading.clause_at):
        return None
    for clause in reading.clauses:
        verb = clause.verb
        if verb is not None and verb.first <= first < verb.last:
            return clause
    return None


def subject_told(unit: Unit, k: int, grammar: SpeechGrammar) -> Range | None:
    """The tokens of the subject of the verb at `k`, with what "of" hangs on it; none behind it."""
    clause = clause_of(unit, k, grammar)
    if clause is None or clause.subject is None or clause.passive:
        return None
    reading = reading_of(unit, grammar)
    chunk: Chunk | None = clause.subject
    start = reading.starts[clause.subject.first]
    end = 0
    while chunk is not None:
        end = max(end, reading.ends[chunk.last - 1])
        chunk = chunk.of
    first = bisect_right(unit.starts, start) - 1
    last = bisect_left(unit.starts, end)
    return (first, last) if 0 <= first < last <= k else None
