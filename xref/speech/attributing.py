"""Whom a cue names for the words: the speaker, who passes them on, the hearer, the medium."""

from collections.abc import Sequence
from dataclasses import dataclass

from xref.language.phrases import Range, phrase_after
from xref.model.claim import Attribution, Cue, SourceType, Speaker
from xref.speech.grammar import SpeechGrammar
from xref.speech.report import Report
from xref.speech.speakers import Speakers
from xref.speech.tokens import Unit
from xref.speech.voice import Voice


@dataclass(frozen=True, slots=True)
class Attributing:
    """Makes the attributions of one field, whose text is `text`."""

    text: str
    speakers: Speakers
    grammar: SpeechGrammar

    def of(
        self,
        unit: Unit,
        report: Report,
        voice: Voice | None,
        outer: Report | None,
        reports: Sequence[Report],
    ) -> Attribution:
        """The attribution that a cue makes to a voice.

        Args:
            unit: the sentence.
            report: the cue.
            voice: whoever its subject is.
            outer: the cue in whose reported words it stands.
            reports: all cues of the sentence.
        """
        span = unit.chars(*report.cue)
        cue = Cue(span.of(self.text), span)
        medium, addressee = self._words(unit, report.medium), self._words(unit, report.addressee)
        if voice is None:
            return Attribution(SourceType.NONE, None, cue, None, None, medium, addressee)
        source = self._source_cited(unit, report, reports) if voice.person is None else None
        source = source or self._cited_through(unit, report, voice, reports)
        if source is not None and report.through is not None:
            via: Speaker | None = self.speakers.who(unit, report.through).speaker
        elif source is not None:
            via = voice.speaker
        else:
            source = voice
            through = report.through or (outer.subject if outer is not None else None)
            via = self.speakers.who(unit, through).speaker if through is not None else None
            if via is not None and via.span == voice.speaker.span:
                via = None
        return Attribution(source.type, source.speaker, cue, via, None, medium, addressee)

    def _cited_through(
        self, unit: Unit, report: Report, voice: Voice, reports: Sequence[Report]
    ) -> Voice | None:
        """Whom an outlet cites for what people without a name believe."""
        if report.through is None or voice.type is not SourceType.ANONYMOUS:
            return None
        passed = (r for r in reports if r.kind == "according" and r.subject == report.through)
        return next(filter(None, (self._source_cited(unit, r, reports) for r in passed)), None)

    def _words(self, unit: Unit, tokens: Range | None) -> str | None:
        return unit.chars(*tokens).of(self.text) if tokens else None

    def _source_cited(self, unit: Unit, report: Report, reports: Sequence[Report]) -> Voice | None:
        """Whom an outlet's own report cites ("Meridian reported, citing two officials")."""
        if report.kind not in ("according", "verb") or report.subject is None:
            return None
        for other in reports:
            beside = other.kind == "participle" and other.verb is not None
            if not (beside and other.verb and other.verb.lemma == "cite"):
                continue
            same = other.subject == report.subject or other.subject is None
            near = abs(other.cue[0] - report.cue[0]) < 16
            end = phrase_after(unit, other.cue[1], self.grammar)
            if (same or report.kind == "according") and near and end > other.cue[1]:
                stop = other.right[1] if other.right else end
                tail = unit.tags.find(",", end, stop)
                whole = max(end, tail if tail != -1 else stop)
                cited = self.speakers.who(unit, (other.cue[1], whole))
                told = cited.type is not SourceType.DOCUMENT or not report.quotes
                return cited if told else None
        return None
