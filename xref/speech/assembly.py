"""Quotations and cues joined to sayings."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from xref.model.article import Field
from xref.model.claim import NO_SOURCE, Attribution, Cue, QuotationType, SourceType
from xref.model.span import Span
from xref.speech.grammar import SpeechGrammar
from xref.speech.marks import Marked
from xref.speech.content import settle
from xref.speech.cues import Report, find_cues
from xref.speech.phrases import subject_of
from xref.speech.saying import Saying
from xref.speech.speakers import Speakers, Voice
from xref.speech.terms import is_term
from xref.speech.tokens import Unit


@dataclass(slots=True)
class Draft:
    """A saying while later sentences may still add segments to it."""

    type: QuotationType
    segments: list[Span]
    content: list[Span]
    attribution: Attribution
    sentence: Span
    unit: int
    block: int
    voice: Voice | None = None


@dataclass(slots=True)
class Assembly:
    """Builds the sayings of one field, unit by unit."""

    part: Field
    text: str
    marked: Sequence[Marked]
    units: Sequence[Unit]
    speakers: Speakers
    grammar: SpeechGrammar
    drafts: list[Draft] = field(default_factory=list)
    last_quoted: Draft | None = None

    def run(self) -> list[Saying]:
        """The sayings of the field in order."""
        for unit in self.units:
            if unit.tags:
                self._unit(unit)
        out = [self._saying(d) for d in self.drafts]
        out.sort(key=lambda s: (s.content[0], s.content[-1].end))
        return out

    def _saying(self, draft: Draft) -> Saying:
        edited = any("[" in s.of(self.text) or "…" in s.of(self.text) or "..." in s.of(self.text) for s in draft.segments)
        return Saying(
            self.part, draft.type, tuple(draft.segments), tuple(draft.content), draft.attribution, draft.sentence, edited
        )

    def _unit(self, unit: Unit) -> None:
        reports = find_cues(unit, self.grammar)
        settle(unit, reports, self.grammar)
        free = self._assign(unit, reports)
        if free and not reports and not unit.tags.replace("q", "").strip(".,;:-?()'"):
            self._floating(unit, free)
            return
        for report in reports:
            self._report(unit, report)
        for q in free:
            self._unreported(unit, q, reports)

    def _assign(self, unit: Unit, reports: list[Report]) -> list[int]:
        """Give each quotation to the cue that reports it; those left over come back."""
        free = []
        for q in sorted(unit.quotes):
            best: Report | None = None
            score = -1
            for report in reports:
                points = -1
                if report.left and report.left[0] <= q < report.left[1]:
                    points = 5 if report.start - q <= 2 else 1
                elif report.right and report.right[0] <= q < report.right[1]:
                    points = 4 if q - report.right[0] <= 0 else 3
                if points >= score and points > 0:
                    best, score = report, points
            if best is None:
                free.append(q)
            else:
                best.quotes.append(q)
        return free

    def _inner(self, unit: Unit, q: int) -> Span:
        return self.marked[unit.quotes[q]].inner

    def _report(self, unit: Unit, report: Report) -> None:
        if report.subject is None and not report.quotes:
            return
        quotes = []
        for q in report.quotes:
            if is_term(unit, q, self._inner(unit, q).of(self.text), report, self.grammar):
                self._term(unit, q)
            else:
                quotes.append(q)
        voice = self.speakers.who(unit, report.subject) if report.subject else None
        if not quotes and not _indirect(unit, report):
            if voice is not None and report.kind == "verb":
                self.speakers.note(unit, voice)
            return
        ranges = [r for r in (report.left, report.right) if r is not None and r[1] > r[0]]
        attribution = self._attribution(unit, report, voice)
        segments = [self._inner(unit, q) for q in quotes]
        content, direct = self._content(unit, ranges, quotes)
        if not content:
            return
        kind = QuotationType.INDIRECT if not segments else QuotationType.DIRECT if direct else QuotationType.MIXED
        draft = Draft(kind, segments, content, attribution, unit.span, unit.number, unit.block, voice)
        self.drafts.append(draft)
        if voice is not None:
            self.speakers.note(unit, voice)
        if segments:
            self.last_quoted = draft

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
            body = tags[a:b]
            if not body.replace("q", "").strip(".,;:-?()'c"):
                spans.extend(self._inner(unit, q) for q in quotes if a <= q < b)
                continue
            while b > a and tags[b - 1] in ",;-.:":
                b -= 1
            while a < b and tags[a] in ",;-.:":
                a += 1
            if b > a:
                direct = direct and not quotes
                span = unit.chars(a, b)
                if tags[a] == "q" and tags[a:b] == "q":
                    span = self._inner(unit, a)
                spans.append(span)
        if quotes and not spans:
            spans = [self._inner(unit, q) for q in quotes]
        return spans, direct

    def _floating(self, unit: Unit, free: list[int]) -> None:
        """A sentence that is all quotation goes on with what was said before it."""
        last = self.last_quoted
        segments = [self._inner(unit, q) for q in free]
        if last is not None and unit.block - last.block <= 1 and last.voice is not None:
            resumed = self.marked[unit.quotes[free[0]]].resumes
            if last.block == unit.block or resumed:
                last.segments.extend(segments)
                last.content.extend(segments)
                last.sentence = Span(last.sentence.start, unit.span.end)
                last.unit, last.block = unit.number, unit.block
                return
        previous = self.drafts[-1] if self.drafts else None
        voice = None
        attribution = NO_SOURCE
        if previous is not None and unit.block - previous.block <= 1 and previous.voice is not None:
            voice, attribution = previous.voice, previous.attribution
        draft = Draft(QuotationType.DIRECT, segments, list(segments), attribution, unit.span, unit.number, unit.block, voice)
        self.drafts.append(draft)
        self.last_quoted = draft

    def _unreported(self, unit: Unit, q: int, reports: list[Report]) -> None:
        """A quotation that no cue of its sentence reaches: the subject's words, or a mere term."""
        inner = self._inner(unit, q)
        words = inner.of(self.text)
        count = len(words.split())
        if is_term(unit, q, words, None, self.grammar) or count <= 2:
            self._term(unit, q)
            return
        subject = subject_of(unit, self.grammar)
        voice = None
        attribution = NO_SOURCE
        if subject is not None and subject[0] < q:
            voice = self.speakers.who(unit, subject)
            attribution = Attribution(voice.type, voice.speaker)
        draft = Draft(QuotationType.MIXED, [inner], [inner], attribution, unit.span, unit.number, unit.block, voice)
        self.drafts.append(draft)

    def _term(self, unit: Unit, q: int) -> None:
        inner = self._inner(unit, q)
        self.drafts.append(Draft(QuotationType.TERM, [inner], [inner], NO_SOURCE, unit.span, unit.number, unit.block))


def _indirect(unit: Unit, report: Report) -> bool:
    """Whether the cue reports unquoted words for sure enough."""
    if report.kind == "according":
        return True
    if report.verb is None or report.subject is None:
        return False
    frames = report.verb.frames
    if report.left is None and report.right is None:
        return False
    if report.complement == "that":
        return bool(frames & {"clause", "addressee", "thought", "finding", "attempt", "judgement"})
    if report.complement == "clause":
        return bool(frames & {"clause", "thought"}) or report.verb.lemma == "tell"
    if report.complement == "infinitive":
        return "attempt" in frames
    if report.complement == "object":
        return bool(frames & {"judgement", "naming", "attempt", "addressee"})
    return False
