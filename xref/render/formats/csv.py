"""Claims as a spreadsheet: one row a claim, the fields that a reader sorts and filters by."""

import csv
from io import StringIO

from xref.model.claim import Claim
from xref.model.report import Report
from xref.render import records
from xref.render.claim_shapes import EventRecord
from xref.render.options import Options
from xref.text.display import visible

COLUMNS = (
    "id", "kind", "article", "outlet", "in", "start", "end", "text", "zone", "repeats",
    "low", "high", "nominal", "bound", "unit", "dimension", "counted", "measure", "is", "trend",
    "subject", "event", "place", "subset", "period", "as_of",
    "earliest", "latest", "precision", "what",
    "quotation", "act", "polarity",
    "source", "speaker", "name", "role", "cue", "via", "said_on", "sentence",
)  # fmt: skip

_AROUND = 500
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # fmt: skip


def _cell(value: object) -> object:
    """`value`, fit for a terminal and kept from being read as a formula.

    Text that begins like a formula gets an apostrophe.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        safe = visible(value)
        return f"'{safe}" if safe.startswith(_FORMULA) else safe
    return value


def _event(event: EventRecord | None) -> str | None:
    if event is None:
        return None
    words = [event["kind"], *event["participants"], event["place"], event["date"]]
    return "; ".join(word for word in words if word)


def _row(claim: Claim, sentence: str) -> dict[str, object]:
    record = records.claim_record(claim)
    row: dict[str, object] = {**record, "sentence": sentence}
    if quantity := record["quantity"]:
        row |= quantity
        row |= quantity["scope"]
        row["event"] = _event(quantity["event"])
    if day := record["date"]:
        row |= day
    quotation, statement, said = record["quotation"], record["statement"], record["attribution"]
    row["quotation"] = quotation["type"] if quotation else None
    if statement:
        row |= {"act": statement["act"], "polarity": statement["polarity"]}
    speaker, cue, via = said["speaker"], said["cue"], said["via"]
    row["source"], row["said_on"] = said["type"], said["said_on"]
    if speaker:
        row |= {"speaker": speaker["text"], "name": speaker["name"], "role": speaker["role"]}
    row["cue"] = cue["text"] if cue else None
    row["via"] = via["text"] if via else None
    return {column: _cell(row.get(column)) for column in COLUMNS}


def _sentence(claim: Claim, text: str) -> str:
    """The claim's sentence, of a very long one what stands around the claim."""
    start = max(claim.sentence.start, claim.span.start - _AROUND)
    end = min(claim.sentence.end, claim.span.start + _AROUND)
    before = "… " if start > claim.sentence.start else ""
    return f"{before}{text[start:end]}{' …' if end < claim.sentence.end else ''}"


def render(report: Report, options: Options) -> str:
    """The claims of `report`, in order, under a header row."""
    articles = {article.id: article for article in report.articles}
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for claim in report.claims:
        text = articles[claim.article].part(claim.field)
        writer.writerow(_row(claim, _sentence(claim, text)))
    return out.getvalue()
