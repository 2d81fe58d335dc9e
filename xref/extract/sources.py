"""Who stands behind each claim of a passage, and when it was said."""

from collections.abc import Container
from dataclasses import replace
from datetime import date

from xref.extract.draft import Draft, Passage
from xref.extract.grammars import Grammars
from xref.extract.reach import Reach
from xref.extract.said_on import said_on
from xref.extract.withheld import Withheld, marked
from xref.model.claim import Attribution, Quantity, SourceType
from xref.model.span import Span


class Sources:
    """The attributions of one passage.

    `kept` tells which unnamed sources are kept out of sight; `names` are the article's persons.
    """

    def __init__(
        self, passage: Passage, grammars: Grammars, kept: Withheld, names: Container[str]
    ) -> None:
        self._passage = passage
        self._grammars = grammars
        self._kept = kept
        self._names = names
        self._reach = Reach(passage, grammars.reach, grammars.classes, grammars.standing)
        self._content = {
            saying.attribution.cue.span: saying.content or saying.segments
            for saying in passage.speech.sayings
            if saying.field == passage.field and saying.attribution.cue is not None
        }
        self._days: dict[Span, date | None] = {}

    def of(self, draft: Draft) -> Attribution:
        """Who stands behind a draft: whoever it names, else whoever its place tells."""
        passage = self._passage
        found = draft.attribution
        if found is None:
            found = passage.speech.attribution_at(passage.field, draft.span)
            if found.type is SourceType.NONE and isinstance(draft.value, Quantity):
                found = self._reach.at(draft.span)
        found = marked(found, passage.field, self._kept, self._grammars.anonymity, self._names)
        day = self._day(found)
        return found if day is None else replace(found, said_on=day)

    def _day(self, source: Attribution) -> date | None:
        """The day that the clause of the cue tells."""
        cue = source.cue
        if source.said_on is not None or cue is None:
            return None
        if cue.span not in self._days:
            passage = self._passage
            number = passage.sentence_number(cue.span.start)
            content = self._content.get(cue.span)
            dated = passage.dated(self._grammars.numbers)
            self._days[cue.span] = (
                said_on(passage.text, source, passage.sentences[number], content, dated)
                if number is not None and content is not None
                else None
            )
        return self._days[cue.span]
