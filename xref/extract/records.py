"""Records: what each figure and date of an article tells of itself, for linking to compare."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from xref.extract.frames import Frames, Kinds, compile_frames, compile_kinds
from xref.lexicon.words import family, idle
from xref.model.article import Article, Field
from xref.model.claim import Claim, Date, Quantity, When
from xref.model.record import Record
from xref.model.span import Span
from xref.text.days import WEEKDAYS
from xref.text.fold import fold

_TOKEN = re.compile(r"[^\W\d_][\w']*|[;:()\u2013\u2014]|--|(?<= )-(?= )")
_FADING, _BEYOND, _FAINT = 0.92, 0.5, 0.15
_OFFSETS = frozenset({"after", "before", "since", "ago", "earlier", "later"})
"""The words that stand behind a length of time which tells when, not how long."""
_EVENTS = frozenset({"after", "before"})
"""Of these, those that an event stands behind: "for six weeks after the storm" tells how long."""
_BESIDE = 6
"""So many figures on either side of a claim can stand between it and a word."""
_WINDOW = 60
"""Words on either side of a claim that are asked for frames; more is no one sentence."""
_NEAR = 8
"""Words on either side of a figure that can belong to its own stretch of the sentence."""
_FAMILY = 6
"""Letters of a stem that tell its family of words ("vaccinated" is of "vaccination")."""
_LEAD = 2
"""Sentences at the head of an article that tell what it is about."""


@dataclass(frozen=True, slots=True)
class RecordWords:
    """The compiled lexicons that records are read with.

    `idle` are words that tell nothing of what a figure is about; `bits` says how rare a stem is in
    news, `rarest` stands for every stem that it lacks.
    """

    idle: frozenset[str]
    prepositions: frozenset[str]
    bits: Mapping[str, float]
    rarest: float
    frames: Frames
    kinds: Kinds
    lengths: frozenset[str]


def compile_records(table: Callable[[str], dict[str, Any]]) -> RecordWords:
    """Compile the lexicons that `table` hands out."""
    frequencies = table("frequencies")
    bits: dict[str, float] = {}
    for band, words in frequencies["bits"].items():
        for word in words.split():
            key = family(word)[:_FAMILY]
            bits[key] = min(float(band), bits.get(key, float(band)))
    return RecordWords(
        idle=idle(),
        prepositions=frozenset(table("function_words")["prepositions"].split()),
        bits=bits,
        rarest=float(frequencies["rarest"]),
        frames=compile_frames(table("frames"), idle() | {family(word) for word in idle()}),
        kinds=compile_kinds(table("kinds")),
        lengths=frozenset(table("changes")["lengths"]),
    )


class _Cut(NamedTuple):
    """A sentence cut into words: where each starts and ends, its stem ("" for a mark), its capital.

    `said` is the stem of a word of content, "" of any other.
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    stems: list[str]
    said: list[str]
    names: frozenset[str]
    days: frozenset[str]


def records(article: Article, claims: Sequence[Claim], words: RecordWords) -> dict[str, Record]:
    """The records of an article's figures and dates, by claim id.

    A later printing of a claim (`Claim.repeats`) has none.
    """
    told = [c for c in claims if isinstance(c.value, Quantity | Date) and c.repeats is None]
    beside: defaultdict[tuple[Field, Span], list[Claim]] = defaultdict(list)
    for claim in told:
        beside[claim.field, claim.sentence].append(claim)
    sentences, headline = article.running, article.headline
    starts = [s.start for s in sentences]
    cuts: dict[tuple[Field, Span], _Cut] = {}

    def cut_of(field: Field, sentence: Span) -> _Cut:
        known = cuts.get((field, sentence))
        if known is None:
            known = cuts[field, sentence] = _cut(article.part(field), sentence, words)
        return known

    out: dict[str, Record] = {}
    for (field, sentence), group in beside.items():
        cut = cut_of(field, sentence)
        number = 0 if field == "title" else bisect_right(starts, sentence.start)
        ahead: _Cut | None = None
        if number > 1:
            ahead = cut_of(field, sentences[number - 2])
        elif number == 1 and headline:
            ahead = _cut(headline, Span(0, len(headline)), words)
        said = _content(cut.said, words)
        context = said if ahead is None else {**_content(ahead.said, words), **said}
        whole = _Sentence(cut, said, context, number, number / max(1, len(starts)))
        group.sort(key=lambda c: (c.span, c.id))
        for place, claim in enumerate(group):
            beside_it = group[max(0, place - _BESIDE) : place + _BESIDE + 1]
            out[claim.id] = _record(claim, beside_it, whole, words, article.published)
    return out


class _Sentence(NamedTuple):
    """A sentence with the words of content of it, and of it and the one before."""

    cut: _Cut
    said: Mapping[str, float]
    context: Mapping[str, float]
    number: int
    place: float


def _content(said: Iterable[str], words: RecordWords) -> dict[str, float]:
    return {word: words.bits.get(word, words.rarest) for word in said if word}


def _cut(text: str, span: Span, words: RecordWords) -> _Cut:
    raw = span.of(text)
    found = list(_TOKEN.finditer(fold(raw)))
    stems: list[str] = []
    said: list[str] = []
    names: set[str] = set()
    days: set[str] = set()
    for place, match in enumerate(found):
        word = match[0]
        if not word[0].isalpha():
            stems.append("")
            said.append("")
            continue
        if word in WEEKDAYS:
            days.add(word)
        whole = family(word)
        telling = len(word) > 2 and word not in words.idle
        stems.append(whole)
        said.append(whole[:_FAMILY] if telling else "")
        # A capital at the head of a sentence names somebody where the word is none of news's own.
        if (
            telling
            and raw[match.start()].isupper()
            and (place or whole[:_FAMILY] not in words.bits)
        ):
            names.add(whole[:_FAMILY])
    starts = [span.start + m.start() for m in found]
    ends = [span.start + m.end() for m in found]
    return _Cut(starts, ends, [m[0] for m in found], stems, said, frozenset(names), frozenset(days))


def _record(
    claim: Claim,
    group: Sequence[Claim],
    whole: _Sentence,
    words: RecordWords,
    published: tuple[date, date] | None,
) -> Record:
    cut, value = whole.cut, claim.value
    first, last = _own(claim, cut)
    low, high = _stretch(claim, group, cut, first, last)
    counted: str | None = None
    kinds: tuple[str, ...] = ()
    counts: frozenset[str] = frozenset()
    if isinstance(value, Quantity):
        if value.counted:
            noun = family(value.counted.split()[-1])
            kinds = words.kinds.of(value.counted) or words.kinds.of(noun)
            counted = noun[:_FAMILY]
        counts = frozenset(kinds) if value.dimension == "count" else frozenset([value.dimension])
    start = max(0, first - _WINDOW)
    said = cut.stems[start : last + _WINDOW]
    if isinstance(value, Quantity) and value.dimension != "count":
        said[first - start : last - start] = [""] * (last - first)  # units say no frame
    close = _closeness(claim, group, cut, (first, last))
    return Record(
        claim=claim.id,
        near={w: c * words.bits.get(w, words.rarest) for w, c in close.items()},
        sentence=whole.said,
        context=whole.context,
        names={name: close.get(name, 0.0) for name in cut.names},
        days=cut.days,
        counted=counted,
        kinds=kinds,
        frames=words.frames.said(said[max(0, low - start) : high - start], counts),
        told=words.frames.said(said, counts),
        ahead=_ahead(value.when, published) if isinstance(value, Date) else None,
        led_by=_led_by(cut, first, words) if isinstance(value, Date) else None,
        offset="duration" in counts and _is_offset(cut, first, last, words),
        place=whole.place,
        lead=whole.number <= _LEAD,
    )


def _is_offset(cut: _Cut, first: int, last: int, words: RecordWords) -> bool:
    """Whether a time tells how far from something else it was: "reopened six weeks after"."""
    behind = cut.words[last] if last < len(cut.words) else ""
    governed = first > 0 and cut.words[first - 1] in words.lengths
    return behind in _OFFSETS and not (governed and behind in _EVENTS)


def _ahead(when: When, published: tuple[date, date] | None) -> str | None:
    """Whether a date lies ahead of an article's publication, behind it, or on that day."""
    if published is None or when.earliest is None or when.latest is None:
        return None
    if when.latest < published[0]:
        return "behind"
    return "ahead" if when.earliest > published[1] else "now"


def _led_by(cut: _Cut, first: int, words: RecordWords) -> str | None:
    """The preposition before a date, an article between them left out."""
    for word in reversed(cut.words[max(0, first - 2) : first]):
        if word in words.prepositions:
            return word
    return None


def _closeness(
    claim: Claim, group: Sequence[Claim], cut: _Cut, own: tuple[int, int]
) -> dict[str, float]:
    """How close the words of content of the sentence stand to the claim, from 0 to 1 (its own).

    What stands beyond another figure, or beyond a mark that parts clauses, is mostly of another
    thing.
    """
    edges = {bisect_left(cut.starts, c.span.end) for c in group if c.span.end <= claim.span.start}
    edges |= {bisect_right(cut.ends, c.span.start) for c in group if c.span.start >= claim.span.end}
    out = {cut.said[place]: 1.0 for place in range(*own)}
    for places in (range(own[0] - 1, -1, -1), range(own[1], len(cut.stems))):
        closeness = 1.0
        for place in places:
            closeness *= _FADING * (_BEYOND if place in edges or not cut.stems[place] else 1.0)
            if closeness <= _FAINT:
                break
            word = cut.said[place]
            out[word] = max(closeness, out.get(word, 0.0))
    out.pop("", None)
    return out


def _own(claim: Claim, cut: _Cut) -> tuple[int, int]:
    """The half-open range of words that the claim's own phrase holds."""
    first = bisect_right(cut.ends, claim.span.start)
    return first, max(first, bisect_left(cut.starts, claim.span.end))


def _stretch(
    claim: Claim, group: Sequence[Claim], cut: _Cut, first: int, last: int
) -> tuple[int, int]:
    """The words of the claim's own stretch: to the next figure or mark on either side."""
    low, high = max(0, first - _NEAR), min(len(cut.stems), last + _NEAR)
    for other in group:
        if other.span.end <= claim.span.start:
            low = max(low, bisect_left(cut.starts, other.span.end))
        elif other.span.start >= claim.span.end:
            high = min(high, bisect_right(cut.ends, other.span.start))
    marks = (k for k in range(first - 1, low - 1, -1) if cut.stems[k] == "")
    low = next(marks, low - 1) + 1
    high = next((k for k in range(last, high) if cut.stems[k] == ""), high)
    return low, high
