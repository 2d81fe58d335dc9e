"""Questions as a spreadsheet: a row for what each article says to each, with how it relates."""

from collections.abc import Iterator

from xref.model.claim import Claim
from xref.model.link import Cell, Slot
from xref.model.relation import SEVERITY
from xref.model.report import Finding, Report
from xref.render import words
from xref.render.cells import spreadsheet
from xref.render.encoding import number
from xref.render.options import Options
from xref.render.page.naming import Titles, slot_context
from xref.render.page.slot_card import cell_relations
from xref.render.places import Index
from xref.render.rows import Row

_COLUMNS = (
    "question", "story", "title", "of", "kind", "measure", "unit", "relation", "certainty",
    "independent_texts", "finding", "level", "article", "outlet", "published", "words", "read_as",
    "low", "high", "standing", "as_of", "source", "cell_relation", "reason", "claim", "sentence",
)  # fmt: skip


def render(report: Report, options: Options) -> str:
    """The questions of `report`, the gravest first, under a header row."""
    return spreadsheet(_COLUMNS, _rows(report, Index(report, options.root)))


def _rows(report: Report, index: Index) -> Iterator[Row]:
    titles = Titles(index, report.linked.slots)
    found: dict[str, Finding] = {}
    for finding in sorted(report.findings, key=lambda each: -each.level):
        if finding.slot is not None:
            found.setdefault(finding.slot, finding)
    for slot in sorted(report.linked.slots, key=lambda slot: -SEVERITY[slot.relation]):
        told: Row = {
            "question": slot.id,
            "story": slot.story,
            "title": titles.of(slot),
            "of": slot_context(slot),
            "kind": slot.kind,
            "measure": slot.measure,
            "unit": slot.unit,
            "relation": slot.relation.value,
            "certainty": slot.certainty.value if slot.certainty else None,
            "independent_texts": slot.origins,
        }
        if slot.id in found:
            told |= {"finding": found[slot.id].id, "level": found[slot.id].level.label}
        relations, reasons = cell_relations(slot), _reasons(slot)
        for cell in slot.cells:
            claim = index.claims.get(cell.current)
            if claim is not None:
                row = {"cell_relation": relations.get(cell.article, slot.relation.value)}
                yield told | row | {"reason": reasons.get(cell.article)} | _cell(index, cell, claim)


def _reasons(slot: Slot) -> dict[str, str]:
    """Why each article relates to the gravest other as it does."""
    out: dict[str, str] = {}
    for pair in sorted(slot.pairs, key=lambda pair: -SEVERITY[pair.relation.kind]):
        for article in (pair.a, pair.b):
            out.setdefault(article, words.one_line(pair.relation.reason))
    return out


def _cell(index: Index, cell: Cell, claim: Claim) -> Row:
    article = index.articles[cell.article]
    return {
        "article": cell.article,
        "outlet": words.one_line(article.outlet),
        "published": article.published_on.isoformat() if article.published_on else None,
        "words": words.one_line(claim.text),
        "read_as": words.value(claim),
        "low": None if cell.low is None else number(cell.low),
        "high": None if cell.high is None else number(cell.high),
        "standing": claim.standing.value,
        "as_of": cell.as_of.isoformat() if cell.as_of else None,
        "source": words.source(claim.attribution),
        "claim": claim.id,
        "sentence": words.cut(words.one_line(claim.sentence.of(article.part(claim.field))), 600),
    }
