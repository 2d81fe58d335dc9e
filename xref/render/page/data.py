"""What the page's script shows on demand: articles with their claims, questions, utterances.

One compact block of JSON. Offsets count UTF-16 code units, as strings of JavaScript do.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from xref.model.article import Article
from xref.model.claim import Attribution, Claim, Date, Quotation
from xref.model.link import Pair, Slot, Utterance
from xref.model.relation import SEVERITY
from xref.model.report import Report
from xref.model.span import Span
from xref.render import relations, words
from xref.render.page.cards import outlet_of
from xref.render.page.lines import title_of
from xref.render.page.naming import Titles, slot_context
from xref.render.page.quote_card import said_words, shortened
from xref.render.page.slot_card import cell_relations
from xref.render.places import Index
from xref.text.display import visible

TEXTS = 2_000_000
"""Characters of articles that the page carries; those of later articles are left to their files."""

QUESTIONS = 3_000
"""Questions, and utterances, that the page carries, the gravest first; the JSON has them all."""

_KINDS = ("quantity", "date", "quotation", "statement")
_DIFFS = 4
_REASON = 240
_Json = dict[str, Any]


def page_data(report: Report, index: Index, anchors: Mapping[str, str]) -> _Json:
    """The whole block; `anchors` are those of the cards that the page holds, by slot or utterance.

    Articles, claims, questions and utterances are named by their number.
    """
    return _Data(report, index, anchors).whole()


class _Data:
    def __init__(self, report: Report, index: Index, anchors: Mapping[str, str]) -> None:
        self.report, self.index, self.anchors = report, index, anchors
        self.titles = Titles(index, report.linked.slots)
        self.number = {article.id: n for n, article in enumerate(report.articles)}
        self.mine: list[list[Claim]] = [[] for _ in report.articles]
        for claim in report.claims:
            if claim.article in self.number:
                self.mine[self.number[claim.article]].append(claim)
        self.place = {claim.id: n for claims in self.mine for n, claim in enumerate(claims)}
        self.names: dict[str, int] = {}
        self.speakers: list[str] = []
        self.asked: dict[str, tuple[int, str]] = {}
        self.said: dict[str, tuple[int, str]] = {}

    def whole(self) -> _Json:
        told = [slot for slot in self.report.linked.slots if len(slot.cells) > 1]
        told = sorted(told, key=lambda slot: -SEVERITY[slot.relation])[:QUESTIONS]
        heard = [each for each in self.report.linked.utterances if len(each.renderings) > 1]
        heard = sorted(heard, key=lambda each: -SEVERITY[each.relation])[:QUESTIONS]
        questions = [self._question(n, slot) for n, slot in enumerate(told)]
        utterances = [self._utterance(n, each) for n, each in enumerate(heard)]
        stories = {a: n for n, s in enumerate(self.report.linked.stories) for a in s.articles}
        copies = [
            [self.number[a] for a in origin.articles if a in self.number]
            for origin in self.report.linked.origins
            if len(origin.articles) > 1
        ]
        room, articles = TEXTS, []
        for n, article in enumerate(self.report.articles):
            fits = len(article.text) <= room
            room -= len(article.text) if fits else 0
            articles.append(self._article(n, article, stories.get(article.id), fits))
        return {
            "kinds": _KINDS,
            "relations": {
                key: [name.label, relations.sign(key), name.meaning]
                for key, name in relations.every().items()
            },
            "articles": articles,
            "questions": questions,
            "utterances": utterances,
            "copies": copies,
            "cited": self._cited(),
            "sources": list(self.names),
            "speakers": self.speakers,
        }

    def _article(self, n: int, article: Article, story: int | None, fits: bool) -> _Json:
        units = _Units(article.text)
        web = (article.url or "").lower().startswith(("http://", "https://"))
        blocks = [
            [*units.of(block.span), block.zone.value, 1 if block.repeats else 0]
            for block in article.blocks
        ]
        return {
            "id": article.id,
            "outlet": outlet_of(self.index, article.id),
            "title": title_of(article),
            "date": words.published(article),
            "url": words.one_line(article.url or "") if web else "",
            "story": story,
            "text": visible(article.text) if fits else None,
            "blocks": blocks if fits else [],
            "headed": bool(article.title),
            "claims": [self._claim(claim, units) for claim in self.mine[n]],
        }

    def _claim(self, claim: Claim, units: "_Units") -> list[object]:
        """Start, end, kind, in the title, source, read as, relation, question, utterance.

        Then the kind of source, and how the claim stands.
        """
        title = claim.field == "title"
        span = (claim.span.start, claim.span.end) if title else units.of(claim.span)
        read_as = words.one_line(words.value(claim))
        asked, said = self.asked.get(claim.id), self.said.get(claim.id)
        relation = asked[1] if asked else said[1] if said else "single"
        return [
            *span,
            _KINDS.index(claim.kind),
            int(title),
            self._source(claim.attribution),
            "" if read_as.lower() in words.one_line(claim.text).lower() else read_as,
            relation,
            asked[0] if asked else -1,
            said[0] if said else -1,
            claim.attribution.type.value,
            words.standing(claim),
        ]

    def _source(self, said: Attribution) -> int:
        """The number of who stands behind a claim; `speakers` has them without their offices."""
        source, speaker = words.source(said), said.speaker
        if source not in self.names:
            self.names[source] = len(self.names)
            name = source if speaker is None else words.one_line(speaker.name or speaker.text)
            self.speakers.append(name)
        return self.names[source]

    def _question(self, n: int, slot: Slot) -> _Json:
        current = [
            self.index.claims[c.current] for c in slot.cells if c.current in self.index.claims
        ]
        of = cell_relations(slot)
        cells = []
        for cell in slot.cells:
            claim = self.index.claims.get(cell.current)
            if claim is None:
                continue
            relation = of.get(cell.article, slot.relation.value)
            for each in cell.claims:
                self.asked[each] = (n, relation)
            cells.append(
                [
                    self.number[cell.article],
                    self.place[claim.id],
                    words.cut(words.one_line(claim.text), 60),
                    words.one_line(words.value(claim)),
                    relation,
                    words.standing(claim),
                ]
            )
        what, quoted = self.titles.parts(slot)
        return {
            "what": what,
            "words": quoted,
            "of": slot_context(slot),
            "relation": slot.relation.value,
            "certainty": slot.certainty.value if slot.certainty else "",
            "reason": words.cut(words.one_line(slot.reason), _REASON),
            "card": self.anchors.get(slot.id, ""),
            "texts": slot.origins,
            "spread": _spread(slot, current),
            "cells": cells,
            "pairs": _pairs(slot.pairs, self.number),
        }

    def _utterance(self, n: int, utterance: Utterance) -> _Json:
        renderings = []
        of: dict[str, str] = {}
        for pair in utterance.pairs:
            for article in (pair.a, pair.b):
                kinds = (of.get(article, "single"), pair.relation.relation.value)
                of[article] = max(kinds, key=lambda each: SEVERITY[each])
        for each in utterance.renderings:
            claim = self.index.claims.get(each.claim)
            if claim is None:
                continue
            relation = of.get(each.article, utterance.relation.value)
            self.said[each.claim] = (n, relation)
            said = claim.attribution
            told = [
                _other_speaker(said, utterance),
                said.cue.text if said.cue else "",
                words.day(said.said_on) if said.said_on else "",
                said.medium or "",
            ]
            renderings.append(
                [
                    self.number[each.article],
                    self.place[claim.id],
                    said_words(self.index, claim),
                    words.one_line(", ".join(part for part in told if part)),
                    relation,
                    "reported" if not _quoted(claim) else "",
                ]
            )
        diffs: list[list[object]] = []
        for rendered in utterance.pairs:
            steps = rendered.relation.diff
            if any(op != "equal" for op, _, _ in steps) and len(diffs) < _DIFFS:
                shown = [
                    [op[0], words.one_line(a), words.one_line(b)] for op, a, b in shortened(steps)
                ]
                diffs.append([self.number[rendered.a], self.number[rendered.b], shown])
        return {
            "speaker": words.one_line(utterance.speaker or "An unresolved speaker"),
            "relation": utterance.relation.value,
            "reason": words.cut(words.one_line(utterance.reason), _REASON),
            "card": self.anchors.get(utterance.id, ""),
            "renderings": renderings,
            "diffs": diffs,
        }

    def _cited(self) -> list[list[object]]:
        """Who is cited by how many outlets: name, kind, and claims by article number."""
        found: dict[tuple[str, str], dict[int, int]] = {}
        for n, claims in enumerate(self.mine):
            for claim in claims:
                speaker = claim.attribution.speaker
                if speaker is None or claim.repeats is not None:
                    continue
                name = words.one_line(speaker.name or speaker.text)
                name = words.capital(name.removeprefix("the ").removeprefix("The "))
                by = found.setdefault((name, claim.attribution.type.value), {})
                by[n] = by.get(n, 0) + 1
        ordered = sorted(
            found.items(), key=lambda each: (-len(each[1]), -sum(each[1].values()), each[0])
        )
        return [[name, kind, sorted(by.items())] for (name, kind), by in ordered[:400]]


def _other_speaker(said: Attribution, utterance: Utterance) -> str:
    """Whom an article gives words to, where it is not the speaker under whom they stand."""
    if said.speaker is None:
        return ""
    name = said.speaker.name or said.speaker.text
    return "" if name == utterance.speaker else f"by {words.one_line(name)}"


def _quoted(claim: Claim) -> bool:
    return isinstance(claim.value, Quotation) and bool(claim.value.segments)


def _pairs(pairs: Iterable[Pair], number: Mapping[str, int]) -> list[list[object]]:
    """The pairs that differ, the gravest first, each with its reason and certainty."""
    told = sorted(pairs, key=lambda pair: -SEVERITY[pair.relation.kind])
    return [
        [
            number[pair.a],
            number[pair.b],
            pair.relation.kind.value,
            words.cut(words.one_line(pair.relation.reason), _REASON),
            pair.certainty.value,
        ]
        for pair in told[:12]
        if pair.relation.kind.value != "agree"
    ]


def _spread(slot: Slot, current: Sequence[Claim]) -> float:
    """How far the figures of a question lie apart: days, or the part of the largest."""
    if slot.kind == "date":
        days = [
            c.value.when.earliest.toordinal()
            for c in current
            if isinstance(c.value, Date) and c.value.when.earliest
        ]
        return float(max(days) - min(days)) if days else 0.0
    ends = [(c.low, c.high) for c in slot.cells]
    low = max((a for a, _ in ends if a is not None), default=0.0)
    high = min((b for _, b in ends if b is not None), default=0.0)
    size = max((abs(each) for pair in ends for each in pair if each is not None), default=0.0)
    return round(max(0.0, low - high) / size, 4) if size else 0.0


class _Units:
    """Offsets of a text in UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [n for n, c in enumerate(text) if c > "\uffff"]

    def of(self, span: Span) -> tuple[int, int]:
        """`span` in code units."""
        return tuple(at + bisect_left(self._wide, at) for at in span)  # type: ignore[return-value]
