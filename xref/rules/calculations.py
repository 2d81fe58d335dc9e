"""Calculations that a sentence makes: parts that it lists, so much for one, a share of a whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from xref.model.amount import Bound
from xref.model.article import Article
from xref.model.claim import Claim, Quantity
from xref.rules import finding as words
from xref.rules.compare_figures import PERCENT
from xref.rules.models import ArithmeticRule

_LISTED = re.compile(r"[^.;:()]*(?:,|;| and)(?: [\w’'-]+){0,6} ?\Z")
"""What lies between two parts of a list: whatever the first is for, a comma, who has the next."""
_LEAST_LISTED = 3
_WHOLE = re.compile(r"(?:\A|[,;:] |\b(?:and|but|that) )[Oo]f (?:the |its |their |a total of )?\Z")
_WHOLE_REACH = 24
"""Characters before a figure in which it is called the whole of those behind it."""
_EACH_OF = re.compile(r"[^.;:,]{0,24}\beach of (?:the |its |their )?(?:\w+ )?\Z")
_EACH = re.compile(r"\b(?:each|apiece|per|every)\b")
_BEHIND = 14
"""Characters behind a figure in which "each" still belongs to it."""
_OF = re.compile(r"\s*of (?:the |its |their |all |some )?\Z")
_ROUND = Decimal("0.05")
"""How far, as a share of itself, a round figure can stand from the one that it rounds."""
_EXACT_COUNTS = 100
"""Below this a plain count is told to the last one."""


@dataclass(frozen=True, slots=True)
class Calculation:
    """A calculation before it is set against anything; `slack` is what rounding leaves open."""

    figures: tuple[Claim, ...]
    reckoning: str
    result: Decimal
    slack: Decimal
    unit: str | None


Found = tuple[Calculation | None, tuple[str, tuple[Claim, ...]]]
"""A calculation, or none; then why, and the figures that it would be made of."""


def quantity(claim: Claim) -> Quantity:
    """The figure of a claim that is one."""
    assert isinstance(claim.value, Quantity)
    return claim.value


def _said(claim: Claim) -> Decimal | None:
    """The number of a figure; of a vote ("33 votes to 22") both sides together."""
    value = quantity(claim)
    if value.parts:
        return sum(value.parts, Decimal(0))
    amount = value.amount
    return amount.nominal if amount.bound in (Bound.EXACT, Bound.ABOUT) else None


def unit_of(claim: Claim) -> str | None:
    """The name of a figure's unit; ``None`` for a plain count."""
    unit = quantity(claim).amount.unit
    return None if unit is None else unit.name


def sums(
    rule: ArithmeticRule, chosen: Sequence[Claim], sentence: Sequence[Claim], article: Article
) -> Iterator[Found]:
    """The parts of a sentence, those of one unit together, added up."""
    text = article.part(chosen[0].field)
    by_unit: dict[str | None, list[Claim]] = {}
    for claim in chosen:
        by_unit.setdefault(unit_of(claim), []).append(claim)
    for unit, parts in by_unit.items():
        runs = _runs(parts, text) if rule.sum == "list" else [parts]
        for run in runs:
            least = _LEAST_LISTED if rule.sum == "list" else 2
            if len(run) < least:
                yield None, (f"sum: {rule.sum}: needs {least} parts in one sentence", tuple(run))
                continue
            result = slack = Decimal(0)
            terms: list[str] = []
            for part in run:
                said, often = _said(part), _often(part, sentence, text)
                if said is None:
                    yield None, ("a part is no plain number", tuple(run))
                    break
                result += said * often
                slack += rounding_of(part) * often
                terms.append(_term(part) if often == 1 else f"{words.plain(often)} × {part.text}")
            else:
                told = Calculation(tuple(run), " + ".join(terms), result, slack, unit)
                yield told, ("", tuple(run))


def _term(part: Claim) -> str:
    sides = quantity(part).parts
    return " + ".join(words.plain(side) for side in sides) if sides else part.text


def _runs(parts: Sequence[Claim], text: str) -> list[list[Claim]]:
    """Parts that follow each other in a list; the whole before them ("Of the $9m, …") is none."""
    runs = [[parts[0]]]
    for one, two in pairwise(parts):
        before = text[max(one.sentence.start, one.span.start - _WHOLE_REACH) : one.span.start]
        if not _WHOLE.search(before) and _LISTED.match(text[one.span.end : two.span.start]):
            runs[-1].append(two)
        else:
            runs.append([two])
    return runs


def _often(part: Claim, sentence: Sequence[Claim], text: str) -> Decimal:
    """How often a part counts: five times where it is "from each of the remaining five"."""
    for claim in sentence:
        if claim.span.start >= part.span.end and unit_of(claim) is None:
            between = text[part.span.end : claim.span.start]
            said = _said(claim)
            return said if said is not None and _EACH_OF.match(between) else Decimal(1)
    return Decimal(1)


def products(
    chosen: Sequence[Claim],
    factors: Sequence[Claim],
    sentence: Sequence[Claim],
    article: Article,
) -> Iterator[Found]:
    """Each figure that is told for one, times how many; each share, times its whole."""
    for claim in chosen:
        text = article.part(claim.field)
        other = _whole(claim, factors, sentence, text)
        if other is None:
            why = "times: no figure of the sentence says how many it is told for"
            yield None, (why, (claim,))
            continue
        said, number = _said(claim), _said(other)
        if said is None or number is None:
            yield None, ("a factor is no plain number", (claim, other))
            continue
        share = _is_share(claim)
        scale = Decimal(100) if unit_of(claim) == PERCENT else Decimal(1)
        unit = unit_of(other) if share else (unit_of(claim) or "").partition(" per ")[0] or None
        slack = (rounding_of(claim) * number + rounding_of(other) * said) / scale
        reckoning = f"{claim.text} × {other.text}"
        yield (
            Calculation((claim, other), reckoning, said * number / scale, slack, unit),
            ("", (claim, other)),
        )


def _is_share(claim: Claim) -> bool:
    return unit_of(claim) == PERCENT or quantity(claim).dimension == "share"


def _whole(
    claim: Claim, factors: Sequence[Claim], sentence: Sequence[Claim], text: str
) -> Claim | None:
    """The figure that says how many a figure is told for, or what a share is of.

    No other figure of the factor's kind stands between the two: it would be told for so many.
    """
    others = [each for each in factors if each.id != claim.id and not _is_share(each)]
    if _is_share(claim):
        return next(
            (c for c in others if _OF.match(text, claim.span.end, c.span.start)),
            None,
        )
    own = unit_of(claim)
    others = [each for each in others if unit_of(each) != own]
    nearest = min(others, key=lambda c: abs(c.span.start - claim.span.start), default=None)
    if nearest is None:
        return None
    first, last = sorted((claim.span, nearest.span))
    rivals = (each for each in sentence if first.end <= each.span.start < last.start)
    if any(quantity(each).dimension == quantity(claim).dimension for each in rivals):
        return None
    told = text[first.end : min(last.end + _BEHIND, claim.sentence.end)]
    rate = " per " in (own or "") or _EACH.search(told)
    return nearest if rate else None


def rounding_of(claim: Claim) -> Decimal:
    """Half the place value of the last digit said, never more than a twentieth of the figure."""
    value = quantity(claim)
    said, step = value.amount.nominal, value.amount.step
    if said is None or step is None or (value.dimension == "count" and abs(said) < _EXACT_COUNTS):
        return Decimal(0)
    if unit_of(claim) == PERCENT:
        step = min(step, Decimal(1))
    return min(step / 2, abs(said) * _ROUND)
