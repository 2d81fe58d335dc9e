"""The funnel of a rule as text: what was left after each step, what fell out of it and why."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from textwrap import wrap

from xref.explain.ledger import ledger
from xref.explain.reading import rows
from xref.model.article import Article, Field
from xref.model.claim import Claim, Date, Quantity
from xref.model.report import Report
from xref.model.span import Span
from xref.render import words
from xref.rules.models import Rule
from xref.rules.steps import Dropped, Example, Funnel
from xref.text.fold import fold

_READ_AS = ("read as", "counts", "measure", "of", "event", "quoted", "stated")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w])")
_WORD = re.compile(r"\w+")
_UNREAD = 5
_CUT = 110
_WIDE = 46


def traced(rule: Rule, way: Funnel, report: Report, about: Collection[str], width: int) -> str:
    """The trace of one rule, wrapped to `width` columns.

    `about` are words of what the rule measures: of the numbers that were not read, those beside
    such a word are told first.
    """
    lines = [f"{rule.id} ({rule.type}), {words.count(len(report.articles), 'article')}", ""]
    claims = {claim.id: claim for claim in report.claims}
    page = _Page(claims, width)
    before: tuple[Example, ...] = ()
    for step in way.steps:
        page.add(f"{step.name:<{_WIDE}} {step.count:>6}")
        for example in step.examples if step.examples != before else ():
            page.example(example, 4)
        before = step.examples
        for dropped in step.dropped:
            page.dropped(dropped)
    if any(isinstance(claim.value, Quantity | Date) for claim in report.claims) or about:
        page.unread(list(_never_read(report, about)))
    page.lines.append("")
    page.add(_verdict(way))
    return "\n".join([*lines, *page.lines]).rstrip() + "\n"


def _verdict(way: Funnel) -> str:
    if way.steps[-1].count:
        return f"{words.count(way.steps[-1].count, 'finding')}."
    stopped = way.stopped
    assert stopped is not None
    return f"Nothing is found: no claim came through “{stopped.name}”."


class _Page:
    """Writes lines, wrapped."""

    def __init__(self, claims: Mapping[str, Claim], width: int) -> None:
        self.lines: list[str] = []
        self._claims = claims
        self._width = width

    def add(self, text: str, indent: int = 0) -> None:
        self.lines += wrap(
            text,
            self._width,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + 2),
            break_long_words=False,
            break_on_hyphens=False,
        )

    def dropped(self, dropped: Dropped) -> None:
        """A reason, how many fell out by it, and the first of them with how each was read."""
        self.add(f"  - {dropped.count:,} {words.one_line(dropped.why)}")
        for example in dropped.examples:
            self.example(example, 6)

    def example(self, example: Example, indent: int) -> None:
        told = [self._claims[id_] for id_ in example.claims if id_ in self._claims]
        if not told:
            self.add(words.cut(words.one_line(example.text), 2 * _CUT), indent)
            return
        if len(told) == 1:
            self.add(f"{_said(told[0])}: {_read(told[0])}", indent)
            return
        both = " · ".join(_said(claim) for claim in told)
        self.add(f"{both}{f': {example.text}' if example.text else ''}", indent)
        for line in ledger(example.match):
            self.lines.append(" " * (indent + 2) + line)

    def unread(self, found: Sequence[tuple[bool, str]]) -> None:
        """The numbers that are in no claim, those beside words of the rule first."""
        if not found:
            return
        near = sum(beside for beside, _ in found)
        beside = f", {near:,} of them beside words of this rule" if near else ""
        self.lines.append("")
        self.add(
            f"{'numbers that are read as no figure and no date':<{_WIDE}} {len(found):>6}{beside}"
        )
        for _, text in sorted(found, key=lambda each: not each[0])[:_UNREAD]:
            self.add(text, 4)


def _said(claim: Claim) -> str:
    return words.one_line(f"{claim.outlet} “{words.cut(words.one_line(claim.text), _CUT)}”")


def _read(claim: Claim) -> str:
    """How a claim was read, in a line."""
    told = dict(rows(claim))
    parts = [f"{label} {told[label]}" for label in _READ_AS if label in told]
    return words.one_line(", ".join(parts)) or f"a {claim.kind}"


def _never_read(report: Report, about: Collection[str]) -> Iterator[tuple[bool, str]]:
    """Numbers in digits that stand in no figure, date or quotation, each with its sentence.

    With each, whether its sentence holds a word of `about`.
    """
    taken: dict[tuple[str, Field], list[Span]] = {}
    for claim in report.claims:
        if isinstance(claim.value, Quantity | Date):
            taken.setdefault((claim.article, claim.field), []).append(claim.span)
    wanted = {fold(word) for word in about}
    for article in report.articles:
        for field in ("title", "text"):
            spans = sorted(taken.get((article.id, field), ()))
            yield from _of_part(article, field, spans, wanted)


def _of_part(
    article: Article, field: Field, spans: Sequence[Span], wanted: Collection[str]
) -> Iterator[tuple[bool, str]]:
    text = article.part(field)
    for block in article.blocks_of(field):
        for sentence in block.sentences if block.zone != "furniture" else ():
            said = sentence.of(text)
            for number in _NUMBER.finditer(said):
                at = Span(sentence.start + number.start(), sentence.start + number.end())
                behind = bisect_left(spans, Span(at.end, at.end))
                # Figures do not nest deep: the few before this place are all that can reach it.
                if any(span.overlaps(at) for span in spans[max(0, behind - 4) : behind + 1]):
                    continue
                beside = any(fold(word) in wanted for word in _WORD.findall(said))
                shown = words.cut(words.one_line(said), _CUT)
                yield beside, f"{article.outlet} “{number[0]}” in “{shown}”"
