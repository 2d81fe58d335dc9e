"""A report that says more or less than the quotation it stands beside."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from xref.compare.forms import word_set
from xref.lexicon.words import idle
from xref.link.checks.desk import Desk, exact, plain
from xref.link.questions import kin
from xref.model.claim import Claim, Quantity, Quotation, QuotationType
from xref.model.link import Check
from xref.text.fold import fold
from xref.text.stem import stem

_APART = 250
"""Characters between a report and the quotation that it stands beside."""
_LEAST, _SHARE = 3, 0.6
"""Words with news that the two share at least, and the share of the shorter that they are."""
_SAME = 0.7
"""The share of both from which on a "not" in one alone turns the sense."""
_WORD = re.compile(r"[a-z][a-z']+")


class _Told(NamedTuple):
    """Reported words: their claim, the stems with news, whether they deny, the counts in them."""

    claim: Claim
    stems: frozenset[str]
    denies: bool
    counts: dict[str, Claim]


def check(desk: Desk) -> Iterator[Check]:
    """A report and a quotation of one speaker, side by side, with two numbers or one "not"."""
    for id_, mine in desk.claims.items():
        said = sorted((c for c in mine if _spoken(c)), key=lambda c: c.span)
        figures = [c for c in mine if isinstance(c.value, Quantity) and c.field == "text"]
        for one, other in pairwise(said):
            if _quoted(one) == _quoted(other) or not _beside(one, other):
                continue
            text = desk.articles[id_].text
            first, second = (_told(c, text, figures) for c in (one, other))
            reason = _differ(first, second)
            if reason is not None:
                yield desk.failed("paraphrase", reason, one, other)


def _spoken(claim: Claim) -> bool:
    value = claim.value
    if not isinstance(value, Quotation) or claim.field != "text" or claim.repeats is not None:
        return False
    return value.type is not QuotationType.TERM and bool(value.content)


def _quoted(claim: Claim) -> bool:
    assert isinstance(claim.value, Quotation)
    return claim.value.type is not QuotationType.INDIRECT


def _beside(one: Claim, other: Claim) -> bool:
    mine, theirs = one.attribution.speaker, other.attribution.speaker
    if mine is None or theirs is None or not mine.name or mine.name != theirs.name:
        return False
    return 0 <= other.span.start - one.span.end <= _APART


def _told(claim: Claim, text: str, figures: Sequence[Claim]) -> _Told:
    assert isinstance(claim.value, Quotation)
    spans = claim.value.segments if _quoted(claim) else claim.value.content
    words = [w for span in spans for w in _WORD.findall(fold(span.of(text)))]
    counts: dict[str, Claim] = {}
    for figure in figures:
        value = figure.value
        assert isinstance(value, Quantity)
        inside = any(span.covers(figure.span) for span in spans)
        if inside and value.counted and exact(value) is not None:
            counts.setdefault(kin(value.counted), figure)
    return _Told(
        claim,
        frozenset(stem(w) for w in words if w not in idle() and len(w) > 2),
        not word_set("negations").isdisjoint(words),
        counts,
    )


def _differ(a: _Told, b: _Told) -> str | None:
    shared = len(a.stems & b.stems)
    if shared < _LEAST or shared < _SHARE * min(len(a.stems), len(b.stems)):
        return None
    for noun, figure in a.counts.items():
        other = b.counts.get(noun)
        if other is None:
            continue
        assert isinstance(figure.value, Quantity) and isinstance(other.value, Quantity)
        one, two = exact(figure.value), exact(other.value)
        if one is not None and two is not None and one != two:
            return (
                f"a report and the quotation beside it differ: {plain(one)} in “{figure.text}”, "
                f"{plain(two)} in “{other.text}”"
            )
    if a.denies != b.denies and shared >= _SAME * max(len(a.stems), len(b.stems)):
        return "a report and the quotation beside it differ: one of them alone denies it"
    return None
