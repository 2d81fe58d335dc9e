"""Quotations and cues joined to sayings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from xref.model.article import Field
from xref.model.claim import NO_SOURCE, Attribution, Cue, QuotationType, SourceType
from xref.model.span import Span
from xref.speech.content import settle
from xref.speech.cues import Report, find_cues
from xref.speech.grammar import SpeechGrammar
from xref.speech.marks import Marked
from xref.speech.phrases import subject_of
from xref.speech.saying import Saying
from xref.speech.speakers import Speakers, Voice
from xref.speech.terms import TITLE, is_term, is_title_case, mark_titles
from xref.speech.tokens import Unit

_LABEL = re.compile(r"([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,3}|[QA]): *")
_EDITED = ("[", "…", "...", ". . .")
_MARKS = ".,;:-?()'"


@dataclass(slots=True)
class Draft:
    """A saying while later sentences may still add segments to it; a `thought` stands behind its words, but said none;
    a `free` one stood without a cue of its own."""

    type: QuotationType
    segments: list[Span]
    content: list[Span]
    attribution: Attribution
    sentence: Span
    unit: int
    block: int
    voice: Voice | None = None
    thought: bool = False
    free: bool = False


@dataclass(slots=True)
class Lead:
    """Whoever the sentence before a free quotation leads in."""

    attribution: Attribution
    voice: Voice
    block: int
    colon: bool


@dataclass(slots=True)
class Assembly:
    """Builds the sayings of one field, unit by unit.

    `reports` are the cues of the unit at hand, `last` is the last saying with quoted words; `lead` the speaker whom a sentence without a quotation of
    its own introduces.
    """

    part: Field
    text: str
    marked: Sequence[Marked]
    units: Sequence[Unit]
    speakers: Speakers
    grammar: SpeechGrammar
    drafts: list[Draft] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    last: Draft | None = None
    lead: Lead | None = None

    def run(self) -> tuple[list[Saying], list[Saying]]:
        """The sayings of the field in order, and in the same shape the thoughts that somebody is said to hold."""
        for unit in self.units:
            if unit.tags:
                self._unit(unit)
            else:
                self.lead = None
        said = [self._saying(d) for d in self.drafts if not d.thought]
        said.sort(key=lambda s: (s.content[0], s.content[-1].end))
        return said, [self._saying(d) for d in self.drafts if d.thought]

    def _saying(self, draft: Draft) -> Saying:
        edited = any(mark in s.of(self.text) for s in draft.segments for mark in _EDITED)
        segments = tuple(sorted(draft.segments))
        return Saying(
            self.part, draft.type, segments, tuple(sorted(draft.content)), draft.attribution, draft.sentence, edited
        )

    def _inner(self, unit: Unit, q: int) -> Span:
        return self.marked[unit.quotes[q]].inner

    def _unit(self, unit: Unit) -> None:
        mark_titles(unit, {q: self._inner(unit, q).of(self.text) for q in unit.quotes}, self.grammar)
        if "q" in unit.tags and not unit.tags.replace("q", "").strip(_MARKS):
            self._floating(unit)
            return
        reports = find_cues(unit, self.grammar)
        settle(unit, reports, self.grammar)
        self.reports = reports
        free = _assign(unit, reports)
        if self._signs_off(unit):
            return
        for report in reports:
            self._report(unit, report)
        for q in free:
            if not self._joined(unit, q, reports):
                self._unreported(unit, q)
        self._leads_in(unit, reports)

    def _report(self, unit: Unit, report: Report) -> None:
        if report.subject is None and not report.quotes:
            return
        voice = self.speakers.who(unit, report.subject) if report.subject else None
        quotes = [q for q in report.quotes if not self._only_named(unit, report, q)]
        ranges = [r for r in (report.left, report.right) if r is not None and r[1] > r[0]]
        thought = not quotes and bool(ranges) and (_thought(report) or self._nested(report))
        if not quotes and not thought and not (ranges and _indirect(unit, report, voice)):
            if voice is not None and report.kind == "verb":
                self.speakers.note(unit, voice)
            return
        attribution = self._attribution(unit, report, voice)
        segments = [self._inner(unit, q) for q in quotes]
        content, direct = self._content(unit, ranges, quotes)
        if not content:
            return
        kind = QuotationType.INDIRECT if not segments else QuotationType.DIRECT if direct else QuotationType.MIXED
        draft = Draft(kind, segments, content, attribution, unit.span, unit.number, unit.block, voice, thought)
        self.drafts.append(draft)
        if voice is not None:
            self.speakers.note(unit, voice)
        if segments:
            self.last = draft

    def _joined(self, unit: Unit, q: int, reports: list[Report]) -> bool:
        """Whether "and" or a comma joins `q` to a quotation that is told as somebody's words; it is then theirs too."""
        at = q - 1
        while at >= 0 and unit.tags[at] in "d,cr" and q - at < 5:
            at -= 1
        if at < 0 or unit.tags[at] != "q" or at == q - 1 or self.last is None or unit.tags[q] != "q":
            return False
        if self._inner(unit, at) not in self.last.segments:
            return False
        inner = self._inner(unit, q)
        self.last.segments.append(inner)
        self.last.content.append(inner)
        return True

    def _only_named(self, unit: Unit, report: Report, q: int) -> bool:
        """Whether a cue reaches `q` so weakly that a title or a label in it stays one; it is then told as a term."""
        inner = self._inner(unit, q)
        parts = inner.of(self.text).split()
        if not parts or (_claim(unit, report, q) < 3 and len(parts) < 5 and is_title_case(parts, self.grammar)):
            self._add(QuotationType.TERM, [inner], NO_SOURCE, unit, None)
            return True
        return False

    def _nested(self, report: Report) -> bool:
        """Whether the cue itself stands in what another cue reports."""
        return any(
            other is not report and other.right is not None and other.right[0] <= report.cue[0] < other.right[1]
            and other.start < report.start and other.complement in ("that", "clause", "quote")
            for other in self.reports
        )  # fmt: skip

    def _attribution(self, unit: Unit, report: Report, voice: Voice | None) -> Attribution:
        cue_span = unit.chars(*report.cue)
        cue = Cue(cue_span.of(self.text), cue_span)
        medium = unit.chars(*report.medium).of(self.text) if report.medium else None
        addressee = unit.chars(*report.addressee).of(self.text) if report.addressee else None
        if voice is None:
            return Attribution(SourceType.NONE, None, cue, medium=medium, addressee=addressee)
        return Attribution(voice.type, voice.speaker, cue, medium=medium, addressee=addressee)

    def _content(self, unit: Unit, ranges: list[tuple[int, int]], quotes: list[int]) -> tuple[list[Span], bool]:
        """The reported text as spans, and whether nothing but quotations is reported."""
        spans: list[Span] = []
        direct = True
        tags = unit.tags
        for a, b in ranges:
            if not tags[a:b].replace("q", "").strip(_MARKS + "c"):
                spans.extend(self._inner(unit, q) for q in quotes if a <= q < b)
                continue
            while b > a and tags[b - 1] in ",;-.:":
                b -= 1
            while a < b and tags[a] in ",;-.:":
                a += 1
            if b > a:
                direct = direct and not quotes
                spans.append(unit.chars(a, b))
        if quotes and not spans:
            spans = [self._inner(unit, q) for q in quotes]
        return spans, direct

    def _floating(self, unit: Unit) -> None:
        """A sentence that is all quotation: it goes on with what was said, or is led in by what was told."""
        quotes = sorted(unit.quotes)
        segments = [self._inner(unit, q) for q in quotes]
        if self._labelled(unit, segments):
            return
        last, lead = self.last, self.lead
        resumed = self.marked[unit.quotes[quotes[0]]].resumes
        if lead is not None and (lead.colon or lead.block == unit.block) and unit.block - lead.block <= 1 and not resumed:
            attribution, voice = lead.attribution, lead.voice
        elif last is not None and last.voice is not None and (
            last.block == unit.block or (resumed and unit.block - last.block == 1)
        ):
            last.segments.extend(segments)
            last.content.extend(segments)
            last.sentence = Span(last.sentence.start, unit.span.end)
            last.unit, last.block = unit.number, unit.block
            return
        elif lead is not None and unit.block - lead.block <= 1:
            attribution, voice = lead.attribution, lead.voice
        elif last is not None and last.voice is not None and unit.block - last.block <= 1:
            attribution, voice = last.attribution, last.voice
        else:
            attribution, voice = NO_SOURCE, None
        self._add(QuotationType.DIRECT, segments, attribution, unit, voice)
        self.drafts[-1].free = True
        self.lead = None

    def _labelled(self, unit: Unit, segments: list[Span]) -> bool:
        """A transcript's quotation that begins with its speaker's name in capitals ("LEE: …")."""
        label = _LABEL.match(self.text, *segments[0])
        if label is None or label.end() >= segments[0].end:
            return False
        where = Span(*label.span(1))
        voice = self.speakers.labelled(label[1], where)
        colon = Span(label.end(1), label.end(1) + 1)
        segments[0] = Span(label.end(), segments[0].end)
        self._add(QuotationType.DIRECT, segments, Attribution(voice.type, voice.speaker, Cue(":", colon)), unit, voice)
        return True

    def _add(
        self, kind: QuotationType, segments: list[Span], attribution: Attribution, unit: Unit, voice: Voice | None
    ) -> None:
        draft = Draft(kind, segments, list(segments), attribution, unit.span, unit.number, unit.block, voice)
        self.drafts.append(draft)
        if kind is not QuotationType.TERM:
            self.last = draft

    def _signs_off(self, unit: Unit) -> bool:
        """A line that is a dash and a name signs the free quotation before it."""
        last = self.last
        tags = unit.tags
        if last is None or not last.free or tags[0] != "-" or len(tags) > 12 or tags[1:2] != "P":
            return False
        if unit.number - last.unit != 1 or unit.block == last.block:
            return False
        end = 1
        while end < len(tags) and tags[end] == "P":
            end += 1
        voice = self.speakers.who(unit, (1, end))
        cue = unit.chars(0, 1)
        last.voice, last.attribution = voice, Attribution(voice.type, voice.speaker, Cue(cue.of(self.text), cue))
        return True

    def _leads_in(self, unit: Unit, reports: list[Report]) -> None:
        """Remember whom a sentence without a quotation introduces for one that stands free."""
        self.lead = None
        colon = unit.tags[-1] == ":"
        if "q" in unit.tags and not colon:
            return
        told = [r for r in reports if r.subject is not None and not self._nested(r)]
        subject = told[-1].subject if told else subject_of(unit, self.grammar)
        if subject is None:
            return
        voice = self.speakers.who(unit, subject)
        if voice.type is SourceType.ANONYMOUS and not colon and not told:
            return
        cue = None
        if told:
            span = unit.chars(*told[-1].cue)
            cue = Cue(span.of(self.text), span)
        self.lead = Lead(Attribution(voice.type, voice.speaker, cue), voice, unit.block, colon)

    def _unreported(self, unit: Unit, q: int) -> None:
        """A quotation that no cue of its sentence reaches: of whoever spoke before, or of the sentence's subject."""
        inner = self._inner(unit, q)
        words = inner.of(self.text)
        if not words.strip() or unit.tags[q] == TITLE or is_term(unit, q, words, self.grammar):
            self._add(QuotationType.TERM, [inner], NO_SOURCE, unit, None)
            return
        last = self.last
        voice = None
        attribution = NO_SOURCE
        if last is not None and last.block == unit.block and last.voice is not None:
            voice, attribution = last.voice, last.attribution
        else:
            subject = subject_of(unit, self.grammar)
            if subject is not None and subject[0] < q:
                voice = self.speakers.who(unit, subject)
                if voice.type is SourceType.ANONYMOUS and unit.tags[subject[0]] != "h":
                    voice = None
                else:
                    attribution = Attribution(voice.type, voice.speaker)
        self._add(QuotationType.MIXED, [inner], attribution, unit, voice)


def _assign(unit: Unit, reports: list[Report]) -> list[int]:
    """Give each quotation to the cue that reports it; those left over come back."""
    free = []
    for q in sorted(unit.quotes):
        best: Report | None = None
        score = 0
        for report in reports:
            points = _claim(unit, report, q)
            if points and points >= score:
                best, score = report, points
        if best is None:
            free.append(q)
        else:
            best.quotes.append(q)
    return free


def _claim(unit: Unit, report: Report, q: int) -> int:
    """How strongly a cue claims the quotation `q`; 0 where it does not reach it."""
    left, right = report.left, report.right
    frames = report.frames
    speaking = bool(frames & {"clause", "addressee", "naming"}) and not report.modal
    comma = unit.tags[q - 1] in ",:" if q else False
    if left is not None and left[0] <= q < left[1]:
        return 9 if q == left[1] - 1 else 3 if speaking else 1
    if right is None or not right[0] <= q < right[1]:
        return 0
    if frames == {"manner"} and (q != right[0] or report.modal):
        return 0
    if report.relative and q != right[0] and report.complement != "that":
        return 1
    if q == right[0] and "naming" in frames and unit.low[report.start - 1 : report.start] not in (["what"], ["which"], ["that"]):
        return 4 if unit.tags[q - 1] != "v" else 1
    if q == right[0] and (speaking or (comma and not report.modal) or not frames):
        return 8
    return 4 if speaking else 3 if q == right[0] else 2


def _thought(report: Report) -> bool:
    """Whether the cue tells a belief, a hope or an estimate."""
    return "thought" in report.frames and "clause" not in report.frames and report.complement in ("that", "clause")


def _indirect(unit: Unit, report: Report, voice: Voice | None) -> bool:
    """Whether the cue reports unquoted words for sure enough."""
    if report.kind == "according":
        return True
    if report.verb is None or voice is None or report.kind == "passive":
        return False
    if voice.speaker.text.lower() in ("i", "we", "you") or voice.type is SourceType.NONE:
        return False
    frames, complement = report.frames, report.complement
    if report.modal and not (frames & {"clause"} and complement == "that"):
        return False
    if report.right is not None and report.left is None and report.right[1] - report.right[0] < 2:
        return False
    if "finding" in frames and "clause" not in frames and voice.type is SourceType.NAMED:
        return False
    if report.relative and (complement in ("object", "infinitive") or unit.tags[report.start - 1 : report.start] != ","):
        return False
    if complement == "that":
        return bool(frames & {"clause", "addressee", "finding", "attempt", "judgement"})
    if complement == "clause":
        clear = report.left is not None or report.verb.lemma in ("say", "tell") or _finite(unit, report)
        return ("clause" in frames or report.verb.lemma == "tell") and clear
    if complement == "infinitive":
        return bool(frames & {"attempt", "addressee"})
    return complement == "object" and bool(frames & {"judgement", "attempt"})


def _finite(unit: Unit, report: Report) -> bool:
    """Whether what follows the cue can be a clause: a verb stands in it before the first comma."""
    assert report.right is not None
    a, b = report.right
    tags = unit.tags[a:b]
    comma = tags.find(",")
    body = tags if comma < 3 else tags[:comma]
    return body[0] == "h" or any(tag in "xb" for tag in body[1:])
