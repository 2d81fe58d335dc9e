"""Transcripts: lines whose label names the speaker of what follows ("HEST: …", "Q: … A: …")."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from xref.model.article import Field
from xref.model.claim import Attribution, Cue, QuotationType, SourceType, Speaker
from xref.model.span import Span
from xref.speech.draft import Draft
from xref.speech.speakers import Speakers
from xref.speech.tokens import Unit
from xref.speech.voice import Voice

_NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
_LABEL = re.compile(rf"\**({_NAME})(?: \([^()\n]{{1,40}}\))?\**[:.] *\**(?=\s|$|[A-Z\"“‘¿\[])")
_ASKS = frozenset({"Q", "QUESTION"})
_ANSWERS = frozenset({"A", "ANSWER"})
_LEAST = 3
"""Labelled lines below which a text is no transcript."""


class _Turn(NamedTuple):
    """A line with its label: the index of its unit, the label's place, where the words begin."""

    unit: int
    label: str
    where: Span
    words: int


def turns(part: Field, text: str, units: Sequence[Unit], speakers: Speakers) -> list[Draft]:
    """What is said in the lines of a transcript; empty where the text is none.

    It is one where several lines bear labels that recur, and one of them is "Q", "A" or the name of
    a person of the article. Lines without a label between two that have one go on with the first.
    What asks the outlet itself ("Q") is no saying.
    """
    found = _labelled(text, units)
    counts = Counter(turn.label for turn in found)
    if len(found) < _LEAST or not 2 <= len(counts) < len(found):
        return []
    voices = {label: _voice(label, part, found, speakers) for label in counts}
    if not any(v is not None and v.person is not None for v in voices.values()):
        return []
    drafts = []
    for k, turn in enumerate(found):
        voice = voices[turn.label]
        if voice is None:
            continue
        last = units[turn.unit].block
        if k + 1 < len(found):
            last = max(last, units[found[k + 1].unit].block - 1)
        drafts.append(_said(turn, voice, units, last))
    return [draft for draft in drafts if draft.content]


def _labelled(text: str, units: Sequence[Unit]) -> list[_Turn]:
    found: list[_Turn] = []
    for k, unit in enumerate(units):
        if k and units[k - 1].block == unit.block:
            continue
        label = _LABEL.match(text, *unit.span)
        if label is None:
            continue
        name = label[1]
        if ":" in label[0] or name.rstrip(".") in _ASKS | _ANSWERS:
            found.append(_Turn(k, name, Span(*label.span(1)), label.end()))
    return found


def _voice(label: str, part: Field, found: Sequence[_Turn], speakers: Speakers) -> Voice | None:
    """Whose lines bear a label; ``None`` for questions of the outlet, and for no speaker."""
    plain = label.rstrip(".").upper()
    if plain in _ASKS:
        return None
    where = next(turn.where for turn in found if turn.label == label)
    if plain in _ANSWERS:
        named = {m.person for m in speakers.registry.within(part, 0, found[0].where.start)}
        person = named.pop() if len(named) == 1 else None
        name = speakers.registry.persons[person].name if person is not None else None
        return Voice(SourceType.NAMED, Speaker(label, where, name), person)
    voice = speakers.labelled(label, where)
    return voice if voice.person is not None or label.isupper() else None


def _said(turn: _Turn, voice: Voice, units: Sequence[Unit], last: int) -> Draft:
    """The words of one turn, which reach to the end of the block `last`: one segment a block."""
    segments: list[Span] = []
    k, block, at = turn.unit, units[turn.unit].block, turn.words
    while k < len(units) and units[k].block <= last:
        if units[k].block != block:
            block, at = units[k].block, units[k].span.start
        end = units[k].span.end
        if segments and segments[-1].start == at:
            segments.pop()
        if at < end:
            segments.append(Span(at, end))
        k += 1
    first = units[turn.unit]
    speaker = replace(voice.speaker, text=turn.label, span=turn.where)
    cue = Cue(":", Span(turn.where.end, turn.where.end + 1))
    return Draft(
        QuotationType.DIRECT, segments, list(segments), Attribution(voice.type, speaker, cue),
        Span(first.span.start, units[k - 1].span.end), units[k - 1].number, last, voice,
    )  # fmt: skip
