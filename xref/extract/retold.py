"""Whether a figure is what was told before: "it had first given 48", "the 48 it reported"."""

from collections.abc import Iterator

from xref.extract.standing_words import StandingWords
from xref.language import Chunk, Clause, Governor, Reading, governing
from xref.lexicon.nouns import singular
from xref.model.span import Span

_DEFINITE = frozenset({"the", "that", "this", "its", "their", "his", "her"})
_CONTENT_LINKS = frozenset({"that", "reported"})


def retold(reading: Reading, span: Span, words: StandingWords) -> Span | None:
    """The words by which a sentence calls the figure at `span` what was told before, or ``None``.

    It was told in the past of the past ("had issued"), or first, or by an earlier report; or it is
    known already, and a clause says who told it ("the 48 that it gave"); or it was told wrongly.
    """
    governor = governing(reading, *span)
    if governor.clause is None:
        return None
    return (
        _known(reading, governor, words)
        or _in_earlier_words(reading, governor, words)
        or _told_before(reading, governor.clause, words)
    )


def _known(reading: Reading, governor: Governor, words: StandingWords) -> Span | None:
    """The verb of a clause that says who told the figure, which the reader knows by its "the"."""
    if governor.determiner not in _DEFINITE:
        return None
    for clause in governor.relatives:
        told = clause.verb is not None and clause.verb.tense == "past" and clause.subject
        if clause.link == "who" and told and clause.lemma in words.telling:
            return _verb(reading, clause)
    return None


def _in_earlier_words(reading: Reading, governor: Governor, words: StandingWords) -> Span | None:
    """The earlier report or figure that the figure hangs on: "an earlier toll of 40"."""
    chunk, seen = governor.chunk, set[int]()
    while chunk is not None and chunk.on is not None and id(chunk) not in seen:
        seen.add(id(chunk))
        chunk = chunk.on
        if _earlier(reading, chunk, words):
            return reading.chars(chunk)
    return None


def _told_before(reading: Reading, own: Clause, words: StandingWords) -> Span | None:
    for clause in _tellers(own):
        subject, verb = clause.subject, clause.verb
        if verb is None:
            continue
        if clause.lemma in words.roles["mistell"]:
            return _verb(reading, clause)
        if clause.lemma not in (words.roles["give"] if clause is own else words.telling):
            continue
        if subject is not None and _earlier(reading, subject, words):
            return reading.chars(subject)
        if verb.tense != "past":
            continue
        if verb.perfect and not verb.modal and not _shifted_back(clause):
            return _verb(reading, clause)
        for k in range(max(0, verb.first - 1), min(len(reading.low), verb.last + 1)):
            if reading.low[k] in words.roles["first"] | words.roles["wrongly"]:
                return _verb(reading, clause)
    return None


def _shifted_back(clause: Clause) -> bool:
    """Whether a clause stands in the past of the past only as it is told in the past.

    "She said that he |had given| 40" was "He gave 40".
    """
    holder = clause.parent.verb if clause.parent is not None else None
    return clause.link in _CONTENT_LINKS and holder is not None and holder.tense == "past"


def _tellers(own: Clause) -> Iterator[Clause]:
    """The figure's own clause, and those that tell what it says."""
    yield own
    clause = own
    for holder in own.around():
        if clause.link not in _CONTENT_LINKS:
            return
        yield holder
        clause = holder


def _earlier(reading: Reading, chunk: Chunk, words: StandingWords) -> bool:
    """Whether a noun is of what is told, and of an earlier time: "an earlier version"."""
    before = words.roles["former"] | words.roles["initial"]
    return reading.head(chunk) in words.roles["content"] and any(
        singular(reading.low[k]) in before for k in range(max(0, chunk.first - 1), chunk.head)
    )


def _verb(reading: Reading, clause: Clause) -> Span:
    assert clause.verb is not None
    return Span(reading.starts[clause.verb.first], reading.ends[clause.verb.last - 1])
