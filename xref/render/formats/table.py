"""Claims as a table for reading, grouped by article."""

from itertools import groupby

from xref.model.claim import Claim, Quotation, Statement
from xref.model.report import Report
from xref.render import words
from xref.render.options import Options


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _meaning(claim: Claim) -> str:
    if isinstance(claim.value, Quotation):
        return claim.value.type
    if isinstance(claim.value, Statement):
        return f"{claim.value.act}, {claim.value.polarity}"
    return words.read_as(claim)


def render(report: Report, options: Options) -> str:
    """The claims of `report`: place, kind, words, what they were read as, and who says so."""
    wide = max(24, options.width - 70)
    lines: list[str] = []
    for _, claims in groupby(report.claims, key=lambda claim: claim.article):
        mine = list(claims)
        lines += [words.one_line(f"{mine[0].article}  ({mine[0].outlet})")]
        for claim in mine:
            place = f"{'title ' if claim.field == 'title' else ''}{claim.span.start}"
            text = _cut(words.one_line(claim.text), wide)
            meaning = _cut(words.one_line(_meaning(claim)), 26)
            source = _cut(words.source(claim.attribution), 26)
            lines.append(
                f"{place:>8}  {claim.kind:<9}  {text:<{wide}}  {meaning:<26}  {source}".rstrip()
            )
        lines.append("")
    total = words.count(len(report.claims), "claim")
    return "\n".join([*lines, f"{total} in {words.count(len(report.articles), 'article')}", ""])
