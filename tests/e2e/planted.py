"""The list of what is planted in the sample stories, and how a report is held to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from xref.model.claim import Claim, Quotation, SourceType
from xref.model.report import Report

INPUTS = Path(__file__).parents[2] / "inputs"
QUOTES = {"verbatim", "typography", "excerpt", "omission", "altered", "reassigned"}
WORRYING = {"conflict", "internal", "altered", "omission", "reassigned", "redated", "sanity"}


@dataclass(frozen=True)
class Planted:
    id: str
    what: str
    relation: str
    places: tuple[tuple[str, str], ...]
    """(article id, words) in the order of the list."""


def planted() -> list[Planted]:
    rows = []
    for line in (INPUTS / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
        if len(cells) != 5 or cells[0] == "id" or not cells[0].rpartition("-")[2].isdigit():
            continue
        articles, words = cells[3].split(", "), cells[4].split(" / ")
        rows.append(Planted(cells[0], cells[1], cells[2], tuple(zip(articles, words, strict=True))))
    return rows


class Reading:
    """A report, indexed by place."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.articles = {a.id: a for a in report.articles}
        self.claims = {c.id: c for c in report.claims}
        self.by_article: dict[str, list[Claim]] = {}
        for claim in report.claims:
            self.by_article.setdefault(claim.article, []).append(claim)

    def at(self, article: str, words: str) -> set[str]:
        """The ids of the claims that touch these words of an article."""
        text = self.articles[article].text
        start = text.index(words)
        end = start + len(words)
        found = set()
        for claim in self.by_article.get(article, []):
            spans = [claim.span]
            if isinstance(claim.value, Quotation):
                spans = list(claim.value.segments or claim.value.content)
            if claim.field == "text" and any(s.start < end and start < s.end for s in spans):
                found.add(claim.id)
        return found

    def relations(self, one: Planted) -> Iterator[set[str]]:
        """For each two neighbouring places: every relation that the report gives them."""
        for (a, a_words), (b, b_words) in pairwise(one.places):
            here, there = self.at(a, a_words), self.at(b, b_words)
            yield self.between(a, here, b, there)

    def between(self, a: str, here: set[str], b: str, there: set[str]) -> set[str]:
        found = set()
        for slot in self.report.linked.slots:
            cells = {c.article: set(c.claims) for c in slot.cells}
            if cells.get(a, set()) & here and cells.get(b, set()) & there:
                found |= {str(p.relation.kind) for p in slot.pairs if {p.a, p.b} == {a, b}}
        for utterance in self.report.linked.utterances:
            claims = {(r.article, r.claim) for r in utterance.renderings}
            if any((a, c) in claims for c in here) and any((b, c) in claims for c in there):
                for pair in utterance.pairs:
                    if {pair.a, pair.b} == {a, b}:
                        found |= {str(pair.relation.relation), str(pair.relation.wording)}
        return found

    def missing(self, one: Planted) -> str | None:
        """Why a planted thing is not found; ``None`` when it is."""
        if one.relation == "copy":
            ids = {a for a, _ in one.places}
            together = any(ids <= set(o.articles) for o in self.report.linked.origins)
            return None if together else "not told as one text"
        if one.relation in ("unattributed", "anonymous"):
            (article, words), *_ = one.places
            here = self.at(article, words)
            wanted = SourceType.NONE if one.relation == "unattributed" else SourceType.ANONYMOUS
            if not any(self.claims[c].attribution.type is wanted for c in here):
                return f"no {one.relation} claim there"
            told = any(
                f.relation in ("claim", "support") and f.primary.claim in here
                for f in self.report.findings
            )
            return None if told else "no finding tells it"
        for found in self.relations(one):
            if one.relation == "apart":
                if found:
                    return f"joined: {sorted(found)}"
            elif one.relation not in found:
                return f"found {sorted(found) or 'nothing'}"
        return None

    def alarms(self) -> list[tuple[str, str, dict[str, set[str]]]]:
        """Worrying findings: (relation, message, words that they point at, by article)."""
        out = []
        for finding in self.report.findings:
            if finding.relation in WORRYING:
                places: dict[str, set[str]] = {}
                for place in (finding.primary, *finding.related):
                    if place.field == "text":
                        places.setdefault(place.article, set()).add(place.text)
                out.append((finding.relation, finding.message, places))
        return out


def explained(
    alarm: tuple[str, str, dict[str, set[str]]], rows: list[Planted], copies: dict[str, str]
) -> bool:
    """Whether a planted thing of the same relation accounts for a worrying finding."""
    relation, _, places = alarm
    for one in rows:
        if one.relation != relation:
            continue
        hits = 0
        for article, words in one.places:
            for at, texts in places.items():
                same = at == article or copies.get(at) == article
                if same and any(words in t or t in words for t in texts):
                    hits += 1
                    break
        if hits >= len(one.places):
            return True
    return False
