"""Quotations and cues joined to sayings, sentence by sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from xref.language.phrases import Range
from xref.language.subjects import subject_of
from xref.model.article import Field
from xref.model.claim import NO_SOURCE, Attribution, Cue, QuotationType, SourceType, Speaker
from xref.model.span import Span
from xref.speech.attributing import Attributing
from xref.speech.content import settle
from xref.speech.crowd import called_out
from xref.speech.cues import find_cues, sender_told
from xref.speech.draft import Draft, Lead, saying
from xref.speech.grammar import SpeechGrammar
from xref.speech.marks import Marked
from xref.speech.report import Report
from xref.speech.saying import Saying
from xref.speech.speakers import Speakers
from xref.speech.terms import TITLE, is_heading, mark_titles, terms_among
from xref.speech.tokens import Unit
from xref.speech.transcripts import turns
from xref.speech.voice import Voice
from xref.speech.weighing import assign, nested, reports_plainly, thinks

_LABEL = re.compile(r"([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,3}|[QA]): *")
_MARKS = ".,;:-?()'"


@dataclass(slots=True)
class Assembly:
    """Builds the sayings of one field.

    `reports` are the cues of the unit at hand, `terms` its quotations that are no speech; `last`
    is the last saying with quoted words; `lead` the speaker whom a sentence without a quotation of
    its own introduces. Who that is is asked only where a quotation follows: till then the sentence
    is `leading`, with its cues.
    """

    part: Field
    text: str
    marked: Sequence[Marked]
    units: list[Unit]
    speakers: Speakers
    grammar: SpeechGrammar
    attributing: Attributing
    drafts: list[Draft] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    terms: set[int] = field(default_factory=set)
    last: Draft | None = None
    lead: Lead | None = None
    leading: tuple[Unit, list[Report]] | None = None

    def run(self) -> tuple[list[Saying], list[Saying]]:
        """The sayings of the field in order; in the same shape, what somebody is told to think."""
        for unit in self.units:
            if unit.tags:
                self._unit(unit)
            else:
                self.lead = self.leading = None
        self.drafts.extend(turns(self.part, self.text, self.units, self.speakers))
        said = [saying(d, self.part, self.text) for d in self.drafts if not d.thought]
        said.sort(key=lambda s: (s.content[0], s.content[-1].end))
        return said, [saying(d, self.part, self.text) for d in self.drafts if d.thought]

    def _inner(self, unit: Unit, q: int) -> Span:
        return self.marked[unit.quotes[q]].inner

    def _unit(self, unit: Unit) -> None:
        texts: dict[int, str] = {}
        if unit.quotes:
            self._leads_in()
            texts = {q: self._inner(unit, q).of(self.text) for q in unit.quotes}
            mark_titles(unit, texts, self.grammar)
            if "q" in unit.tags and not unit.tags.replace("q", "").strip(_MARKS):
                self._free(unit)
                return
        self.reports = find_cues(unit, self.grammar)
        settle(unit, self.reports, self.grammar)
        free: list[int] = []
        called: frozenset[int] = frozenset()
        if unit.quotes:
            called = called_out(unit, self.reports, self.grammar)
            free = [q for q in assign(unit, self.reports) if q not in called]
            spoken = self.last is not None and self.last.block == unit.block
            self.terms = terms_among(unit, texts, self.reports, spoken, self.grammar)
        if self._signs_off(unit):
            return
        for report in self.reports:
            report.quotes = [q for q in report.quotes if q not in called]
            self._report(unit, report)
        for q in sorted(called):
            self._call(unit, self._inner(unit, q))
        for q in free:
            if not self._joined(unit, q):
                self._unreported(unit, q)
        self.lead, self.leading = None, (unit, self.reports)

    # --- words that a cue reports

    def _report(self, unit: Unit, report: Report) -> None:
        if report.subject is None and not report.quotes:
            return
        voice = self.speakers.who(unit, report.subject) if report.subject else None
        if voice is None and report.start == 0 and self.last and self.last.block == unit.block:
            voice = self.last.voice
        if voice is not None and voice.person is not None and unit.low[report.start] == "who":
            span = unit.chars(report.start, report.start + 1)
            voice = voice.again(Speaker(span.of(self.text), span))
        quotes = [q for q in report.quotes if q not in self.terms]
        for q in report.quotes:
            if q in self.terms:
                self._add(QuotationType.TERM, [self._inner(unit, q)], NO_SOURCE, unit, None)
        ranges = [r for r in (report.left, report.right) if r is not None and r[1] > r[0]]
        outer = nested(report, self.reports)
        if outer is not None and outer.subject and voice is not None and voice.is_thing:
            voice = self.speakers.who(unit, outer.subject)  # "she says |it| shows that he is “…”"
        plain = bool(ranges) and reports_plainly(unit, report, voice, self.grammar)
        silent = (outer is not None and plain) or thinks(report)
        silent = silent or (report.kind == "noun" and report.complement == "that")
        thought = not quotes and bool(ranges) and silent
        if voice is not None and (quotes or thought or plain or report.kind == "verb"):
            self.speakers.note(unit, voice)
        if not (quotes or thought or plain):
            return
        segments = [self._inner(unit, q) for q in quotes]
        content, direct = self._content(unit, ranges, quotes)
        if not content:
            return
        kind = QuotationType.DIRECT if direct else QuotationType.MIXED
        attribution = self.attributing.of(unit, report, voice, outer, self.reports)
        draft = Draft(
            kind if segments else QuotationType.INDIRECT,
            segments, content, attribution, unit.span, unit.number, unit.block, voice, thought,
        )  # fmt: skip
        if segments:
            self._take_over(unit, quotes[0], draft)
            self.last = draft
        self.drafts.append(draft)

    def _take_over(self, unit: Unit, first: int, draft: Draft) -> None:
        """Prepend the free quotations of the paragraphs before that the first quotation resumes."""
        last = self.last
        if last is None or not last.free or last.unit != unit.number - 1:
            return
        if self.marked[unit.quotes[first]].resumes and self.drafts and self.drafts[-1] is last:
            draft.segments[:0], draft.content[:0] = last.segments, last.segments
            draft.sentence = Span(last.sentence.start, draft.sentence.end)
            self.drafts.pop()

    def _content(
        self, unit: Unit, ranges: list[Range], quotes: list[int]
    ) -> tuple[list[Span], bool]:
        """The reported text as spans, and whether nothing but quotations is reported."""
        spans: list[Span] = []
        direct = True
        tags = unit.tags
        for first, last in ranges:
            a, b = first, last
            if not tags[a:b].replace("q", "").strip(_MARKS + "c"):
                spans.extend(self._inner(unit, q) for q in quotes if a <= q < b)
                continue
            while b > a and tags[b - 1] in ",;-.:":
                b -= 1
            while a < b and tags[a] in ",;-.:c":
                a += 1
            if b > a:
                direct = direct and not quotes
                spans.append(unit.chars(a, b))
        if quotes and not spans:
            spans = [self._inner(unit, q) for q in quotes]
        return spans, direct

    def _joined(self, unit: Unit, q: int) -> bool:
        """Add `q` to the last saying where "and" or a comma joins it to words of that."""
        at = q - 1
        while at >= 0 and unit.tags[at] in "d,cr" and q - at < 5:
            at -= 1
        last = self.last
        if at < 0 or at == q - 1 or unit.tags[at] != "q" or unit.tags[q] != "q" or last is None:
            return False
        if self._inner(unit, at) not in last.segments:
            return False
        inner = self._inner(unit, q)
        last.segments.append(inner)
        last.content.append(inner)
        return True

    # --- quotations without a cue of their own

    def _free(self, unit: Unit) -> None:
        """A sentence that is all quotation: it goes on with what was said, or is led in."""
        quotes = sorted(unit.quotes)
        segments = [self._inner(unit, q) for q in quotes]
        words = segments[0].of(self.text)
        if self._labelled(unit, segments):
            return
        single = self.marked[unit.quotes[quotes[0]]].single
        if self._is_block(unit) and is_heading(words, single, self.grammar):
            self._add(QuotationType.TERM, segments, NO_SOURCE, unit, None)
            return
        resumes = self.marked[unit.quotes[quotes[0]]].resumes
        last, lead = self.last, self.lead
        near = lead is not None and unit.block - lead.block <= 1
        led = near and lead is not None and (lead.colon or lead.block == unit.block)
        goes_on = last is not None and (
            (last.block == unit.block and last.voice is not None)
            or (resumes and unit.block - last.block == 1)
        )
        if goes_on and last is not None and not (led and not resumes):
            last.extend(segments, unit)
            return
        source: Lead | Draft | None = None
        if near:
            source = lead
        elif last is not None and unit.block - last.block <= 1:
            source = last
        attribution = source.attribution if source is not None else NO_SOURCE
        voice = source.voice if source is not None else None
        self._add(QuotationType.DIRECT, segments, attribution, unit, voice)
        self.drafts[-1].free = True
        self.lead = None

    def _is_block(self, unit: Unit) -> bool:
        """Whether the unit is one quotation and all of its paragraph."""
        k = unit.number
        beside = self.units[max(0, k - 1) : k] + self.units[k + 1 : k + 2]
        return unit.tags == "q" and all(other.block != unit.block for other in beside)

    def _labelled(self, unit: Unit, segments: list[Span]) -> bool:
        """A transcript's quotation that begins with its speaker's name in capitals ("LEE: …")."""
        label = _LABEL.match(self.text, *segments[0])
        if label is None or label.end() >= segments[0].end:
            return False
        where = Span(*label.span(1))
        voice = self.speakers.labelled(label[1], where)
        cue = Cue(":", Span(where.end, where.end + 1))
        segments[0] = Span(label.end(), segments[0].end)
        attribution = Attribution(voice.type, voice.speaker, cue)
        self._add(QuotationType.DIRECT, segments, attribution, unit, voice)
        return True

    def _add(
        self,
        kind: QuotationType,
        segments: list[Span],
        attribution: Attribution,
        unit: Unit,
        voice: Voice | None,
    ) -> None:
        draft = Draft(
            kind, segments, list(segments), attribution, unit.span, unit.number, unit.block, voice
        )
        self.drafts.append(draft)
        if kind is not QuotationType.TERM:
            self.last = draft

    def _call(self, unit: Unit, inner: Span) -> None:
        """Words that others call out; whoever spoke before speaks on."""
        said = Draft(
            QuotationType.DIRECT, [inner], [inner],
            NO_SOURCE, unit.span, unit.number, unit.block, None,
        )  # fmt: skip
        self.drafts.append(said)

    def _signs_off(self, unit: Unit) -> bool:
        """A line that is a dash and a name signs the free quotation before it."""
        last, tags = self.last, unit.tags
        if last is None or not last.free or tags[0] != "-" or len(tags) > 12 or tags[1:2] != "P":
            return False
        if unit.number - last.unit != 1 or unit.block == last.block:
            return False
        end = 1
        while end < len(tags) and tags[end] == "P":
            end += 1
        voice = self.speakers.who(unit, (1, end))
        cue = unit.chars(0, 1)
        last.voice = voice
        last.attribution = Attribution(voice.type, voice.speaker, Cue(cue.of(self.text), cue))
        return True

    def _leads_in(self) -> None:
        """Settle whom the sentence before, which was read, introduces for a quotation."""
        if self.leading is None:
            return
        (unit, reports), self.leading = self.leading, None
        colon = unit.tags[-1] == ":"
        if "q" in unit.tags and not colon:
            return
        told = [r for r in reports if r.subject and nested(r, reports) is None]
        sender = sender_told(unit, self.grammar) if colon else None
        subject = told[-1].subject if told else sender or subject_of(unit, self.grammar)
        if subject is None:
            return
        voice = self.speakers.who(unit, subject)
        if voice.type is SourceType.ANONYMOUS and not colon and not told:
            return
        cue = None
        if told:
            span = unit.chars(*told[-1].cue)
            cue = Cue(span.of(self.text), span)
        attribution = Attribution(voice.type, voice.speaker, cue)
        self.lead = Lead(attribution, voice, unit.block, colon)

    def _unreported(self, unit: Unit, q: int) -> None:
        """A quotation that no cue reaches: of whoever spoke before it, or of the subject."""
        inner = self._inner(unit, q)
        if unit.tags[q] == TITLE or q in self.terms:
            self._add(QuotationType.TERM, [inner], NO_SOURCE, unit, None)
            return
        last = self.last
        voice: Voice | None = None
        attribution = NO_SOURCE
        if last is not None and last.block == unit.block and last.voice is not None:
            voice, attribution = last.voice, last.attribution
        elif self.lead is not None and q == 0 and self.lead.block == unit.block:
            voice, attribution = self.lead.voice, self.lead.attribution
        else:
            subject = subject_of(unit, self.grammar)
            if subject is not None and subject[0] < q:
                voice = self.speakers.who(unit, subject)
                if voice.type is SourceType.ANONYMOUS and unit.tags[subject[0]] != "h":
                    voice = None
                else:
                    attribution = Attribution(voice.type, voice.speaker)
        self._add(QuotationType.MIXED, [inner], attribution, unit, voice)
