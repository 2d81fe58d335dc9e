"""The lines of an explanation, in the order in which one asks."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple

from xref.explain.ledger import ledger
from xref.explain.naming import asked
from xref.explain.passages import marked, passage
from xref.explain.reading import rows
from xref.model.article import Field
from xref.model.link import RenderingPair, Slot, Utterance
from xref.model.relation import SEVERITY, Place, Tried
from xref.model.report import Finding, Report
from xref.model.span import Span
from xref.render import words
from xref.render.places import Index
from xref.text.display import visible

PAIRS = 12
"""Pairs that are told; of more, the gravest."""


class _Two(NamedTuple):
    """How two articles relate, whether in figures or in words."""

    a: str
    b: str
    relation: str
    reason: str
    rests_on: tuple[Place, ...]
    tried: tuple[Tried, ...]
    more: tuple[str, ...] = ()
    ledger: tuple[str, ...] = ()


class Page:
    """Writes explanations of one report, wrapped to `width` columns."""

    def __init__(self, report: Report, root: str | None, width: int) -> None:
        self._report = report
        self._index = Index(report, root)
        self._width = width
        self._lines: list[str] = []

    def text(self) -> str:
        """All that was written, with its last newline."""
        return "\n".join(self._lines).rstrip() + "\n"

    def finding(self, finding: Finding) -> None:
        """A finding: what it says, then the slot or utterance that it is about, or its places."""
        aside = ", suppressed" if finding in self._report.suppressed else ""
        self._add(f"finding {finding.id} · {finding.level.label} · {finding.rule}{aside}", 0)
        self._add(finding.message)
        places = (finding.primary, *finding.related)
        only = {place.article for place in places}
        for slot in self._report.linked.slots:
            if slot.id == finding.slot and len(only) > 1:
                return self.slot(slot, only)
        for utterance in self._report.linked.utterances:
            if utterance.id == finding.utterance and len(only) > 1:
                return self.utterance(utterance, only)
        if finding.reason and finding.reason not in finding.message:
            self._add(f"why: {finding.reason}")
        self._head("The passages")
        for place in places:
            self._place(place)
        return None

    def slot(self, slot: Slot, only: set[str] | None = None) -> None:
        """A slot: its question, what each article says, how each two relate.

        `only` narrows it to some articles.
        """
        self._head(f"The question: {asked(slot)}")
        self._joined(slot, (cell.article for cell in slot.cells))
        self._head("What each article says")
        for cell in slot.cells:
            if only is None or cell.article in only:
                for claim in dict.fromkeys((cell.current, *cell.claims)):
                    self._claim(claim, "" if claim == cell.current else "not the one compared")
        self._pairs(
            [
                _Two(
                    p.a,
                    p.b,
                    p.relation.kind,
                    p.relation.reason,
                    p.relation.words,
                    p.relation.tried,
                    ledger=tuple(ledger(p.match)),
                )
                for p in slot.pairs
            ],
            only,
        )

    def utterance(self, utterance: Utterance, only: set[str] | None = None) -> None:
        """An utterance: what joined its renderings, each of them, how each two relate.

        `only` narrows it to some articles.
        """
        self._head(f"The words: {asked(utterance)}")
        self._joined(utterance, (each.article for each in utterance.renderings))
        self._head("What each article prints")
        for rendering in utterance.renderings:
            if only is None or rendering.article in only:
                self._claim(rendering.claim)
        self._pairs(
            [
                _Two(
                    p.a,
                    p.b,
                    p.relation.relation,
                    p.relation.reason,
                    (),
                    p.relation.tried,
                    tuple(self._wording(p)),
                )
                for p in utterance.pairs
            ],
            only,
        )

    def _wording(self, pair: RenderingPair) -> Iterator[str]:
        relation = pair.relation
        if any(step != "equal" for step, _, _ in relation.diff):
            yield f"{self._outlet(pair.a)} → {self._outlet(pair.b)}: {_difference(relation.diff)}"
        if relation.moved:
            yield f"touches the sense: {words.listed(relation.moved)}"
        same = {True: "the same", False: "another", None: "not known for both"}
        yield f"wording: {relation.wording}; speaker: {same[relation.same_speaker]}"
        if relation.same_date is not None:
            yield f"day: {same[relation.same_date]}"

    def _joined(self, named: Slot | Utterance, articles: Iterable[str]) -> None:
        """The id, what put the claims together, and which articles are one voice."""
        self._add(f"id: {named.id}")
        if named.why:
            self._add(f"joined by: {named.why}")
        for story in self._report.linked.stories:
            if story.id == named.story and story.why:
                self._add(f"one story, as {words.dated(story.why)}")
        here = set(articles)
        for origin in self._report.linked.origins:
            copies = [self._outlet(each) for each in origin.articles if each in here]
            if len(copies) > 1:
                self._add(f"one text: {words.listed(copies)}; {origin.evidence}")

    def _claim(self, id_: str, remark: str = "") -> None:
        """A claim: its passage, how it was read, who stands behind it."""
        claim = self._index.claims[id_]
        self._passage(claim.article, claim.field, marked(claim), claim.id, remark)
        for label, told in rows(claim):
            self._add(f"{label:<9} {told}", 6, 16)
        self._lines.append("")

    def _place(self, place: Place) -> None:
        """A place, as a claim where it is one."""
        if place.claim in self._index.claims:
            self._claim(str(place.claim))
        elif place.article in self._index.articles:
            note = self._index.note(place)
            self._passage(place.article, place.field, (place.span,), place.claim, note)
            self._lines.append("")
        else:
            self._add(place.note or place.text)

    def _passage(
        self, id_: str, field: Field, marks: Sequence[Span], claim: str | None, remark: str
    ) -> None:
        article = self._index.articles[id_]
        told = f" ({remark})" if remark else ""
        self._add(f"{article.outlet}, {words.published(article)}{told}")
        where = Place(id_, field, Span(marks[0].start, marks[-1].end), "", claim)
        self._add(self._where(where), 4)
        self._add(passage(article, field, marks), 4)

    def _pairs(self, pairs: list[_Two], only: set[str] | None) -> None:
        """Each two, the gravest first: the relation, its reason and words, what was tried."""
        mine = [two for two in pairs if only is None or {two.a, two.b} <= only]
        mine.sort(key=lambda two: (-SEVERITY[two.relation], two.a, two.b))
        if mine:
            self._head("How they relate")
        for two in mine[:PAIRS]:
            self._add(f"{self._outlet(two.a)} and {self._outlet(two.b)}: {two.relation}")
            for line in (two.reason, *two.more):
                self._add(line, 4)
            for place in two.rests_on:
                note = f", {place.note}" if place.note else ""
                self._add(f"rests on “{place.text}”{note}, in {self._where(place)}", 4)
            for each in two.tried:
                self._add(f"not {each.relation}: {each.failed}", 4)
            for line in two.ledger:
                self._add(line, 4, 4)
            self._lines.append("")
        if len(mine) > PAIRS:
            self._add(f"and {words.count(len(mine) - PAIRS, 'more pair')}")

    def _outlet(self, article: str) -> str:
        return words.one_line(self._index.articles[article].outlet)

    def _where(self, place: Place) -> str:
        at = self._index.locate(place)
        title = ", in its title" if place.field == "title" else ""
        return f"{at.path}:{at.line}{f':{at.column}' if at.column else ''}{title}"

    def _head(self, text: str) -> None:
        if self._lines and self._lines[-1]:
            self._lines.append("")
        self._lines.append(words.one_line(text))

    def _add(self, text: str, indent: int = 2, hang: int | None = None) -> None:
        self._lines += wrap(
            visible(words.spaced(text)) if hang is None else visible(text),
            self._width,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent if hang is None else hang),
            break_long_words=False,
            break_on_hyphens=False,
        )


def _difference(steps: Sequence[tuple[str, str, str]]) -> str:
    """The words of both, what only the first has in [-…-], what only the second has in {+…+}."""
    out = []
    for step, a, b in steps:
        if step == "equal":
            out.append(a)
        else:
            out += [f"[-{a}-]"] * bool(a) + [f"{{+{b}+}}"] * bool(b)
    return " ".join(out)
