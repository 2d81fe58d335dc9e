"""Claims and articles as rows of a table: the fields that a reader sorts and filters by."""

from collections.abc import Iterator

from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.report import Report
from xref.render import records, words
from xref.render.claim_shapes import EventRecord

Row = dict[str, object]

CLAIM_COLUMNS = (
    "id", "kind", "article", "outlet", "in", "start", "end", "text", "zone", "repeats",
    "low", "high", "nominal", "bound", "unit", "dimension", "counted", "measure", "is", "trend",
    "subject", "event", "place", "subset", "period", "as_of",
    "earliest", "latest", "precision", "what",
    "quotation", "act", "polarity",
    "source", "speaker", "name", "role", "cue", "via", "said_on", "sentence",
)  # fmt: skip
ARTICLE_COLUMNS = (
    "article", "path", "outlet", "outlet_from", "title", "published", "published_from", "author",
    "url", "zone", "start", "end", "text",
)  # fmt: skip

_AROUND = 500


def _event(event: EventRecord | None) -> str | None:
    if event is None:
        return None
    words = [event["kind"], *event["participants"], event["place"], event["date"]]
    return "; ".join(word for word in words if word)


def _row(claim: Claim, sentence: str) -> Row:
    record = records.claim_record(claim)
    row: Row = {**record, "sentence": sentence}
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
    return {column: row.get(column) for column in CLAIM_COLUMNS}


def _sentence(claim: Claim, text: str) -> str:
    """The claim's sentence, of a very long one what stands around the claim."""
    start = max(claim.sentence.start, claim.span.start - _AROUND)
    end = min(claim.sentence.end, claim.span.start + _AROUND)
    before = "… " if start > claim.sentence.start else ""
    return f"{before}{text[start:end]}{' …' if end < claim.sentence.end else ''}"


def claim_rows(report: Report) -> Iterator[Row]:
    """The claims of `report`, in order, one a row."""
    articles = {article.id: article for article in report.articles}
    for claim in report.claims:
        text = articles[claim.article].part(claim.field)
        yield _row(claim, _sentence(claim, text))


def article_rows(report: Report) -> Iterator[Row]:
    """The blocks of the articles of `report`, in order, one a row."""
    for article in report.articles:
        yield from _blocks(article)


def _blocks(article: Article) -> Iterator[Row]:
    day = article.published_on
    told: Row = {
        "article": article.id,
        "path": article.path,
        "outlet": article.outlet,
        "outlet_from": words.evidence(article.outlet_from),
        "title": article.title,
        "published": day.isoformat() if day else None,
        "published_from": words.evidence(article.published_from) or None,
        "author": article.author,
        "url": article.url,
    }
    for block in article.blocks:
        span = block.span
        text = span.of(article.text)
        yield told | {"zone": block.zone.value, "start": span.start, "end": span.end, "text": text}
    for text in article.cut:
        yield told | {"zone": "cut", "start": None, "end": None, "text": text}
