"""Arithmetic rules: figures of one sentence added up or multiplied, and set against another figure.

Parts are added up as they are listed, a part "from each of the five" five times. A figure that is
told for one ("$40 a head", "$40 for each") is multiplied by how many there are, a share by its
whole. What comes out fits where it differs by no more than the rounding of the figures, or than
the rule's tolerance.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise

from xref.model.amount import Amount, Bound
from xref.model.article import Article
from xref.model.claim import Claim, Quantity
from xref.model.relation import Place
from xref.model.report import Finding
from xref.model.span import Span
from xref.rules import finding as words
from xref.rules.compare_figures import PERCENT, policy_of
from xref.rules.models import ArithmeticRule
from xref.rules.outcome import Outcome
from xref.rules.scene import Scene
from xref.rules.select import Selector, measures_named
from xref.rules.template import DEFAULTS, fill

_LISTED = re.compile(r"[^.;:()]*(?:,|;| and)(?: [\w’'-]+){0,6} ?\Z")
"""What lies between two parts of a list: whatever the first is for, a comma, who has the next."""
_LEAST_LISTED = 3
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
class Reckoned:
    """A calculation: the figures it is made of, what it comes to, and what it is set against.

    `reckoning` says it in words ("31 + 22 + 4"). `total` is the figure that it is set against,
    ``None`` for a number of the rule; `told` is that in words.
    """

    figures: tuple[Claim, ...]
    reckoning: str
    result: Decimal
    unit: str | None
    total: Claim | None
    told: str
    fits: bool


@dataclass(frozen=True, slots=True)
class _Raw:
    """A calculation before it is set against anything; `slack` is what rounding leaves open."""

    figures: tuple[Claim, ...]
    reckoning: str
    result: Decimal
    slack: Decimal
    unit: str | None


def outcomes(rule: ArithmeticRule, scene: Scene) -> Iterator[Outcome]:
    """A finding for each calculation that does not come to what it should."""
    for reckoned, _ in judged(rule, scene):
        if reckoned is not None and not reckoned.fits:
            yield _outcome(rule, reckoned, scene)


def judged(
    rule: ArithmeticRule, scene: Scene
) -> Iterator[tuple[Reckoned | None, tuple[str, tuple[Claim, ...]]]]:
    """Every calculation of a rule; where there is none, why, and the figures it would be made of.

    The reason is empty where there is one.
    """
    selector, equals = Selector(rule.select), Selector(rule.equals)
    times = Selector(rule.times) if rule.times is not None else None
    names = measures_named(rule.select)
    asked = {claim.article for claim in scene.claims_measured(names)} if names else scene.articles
    for id_ in sorted(asked):
        article = scene.articles[id_]
        own = [claim for claim in scene.claims_of.get(id_, ()) if _counts(claim)]
        totals: list[Claim] | None = None
        for _, together in groupby(own, key=lambda claim: (claim.field, claim.sentence)):
            sentence = list(together)
            chosen = [claim for claim in sentence if selector.takes(claim, article)]
            if not chosen:
                continue
            if times is None:
                found = list(_sums(rule, chosen, sentence, article))
            else:
                factors = [claim for claim in sentence if times.takes(claim, article)]
                found = list(_products(chosen, factors, sentence, article))
            for raw, why in found:
                if raw is None:
                    yield None, why
                    continue
                if rule.equals.number is not None:
                    yield _against_number(rule, raw, rule.equals.number), ("", raw.figures)
                    continue
                if times is None and totals is None:
                    totals = [claim for claim in own if equals.takes(claim, article)]
                given = (
                    [claim for claim in sentence if equals.takes(claim, article)]
                    if times is not None
                    else totals or []
                )
                reckoned = _against(rule, raw, given)
                where = "sentence" if times is not None else "article"
                missing = f"equals: takes no figure of its unit in its {where}"
                if reckoned is not None and not _is_slip(rule, reckoned):
                    reckoned, missing = None, "slip: the nearest figure lies further off"
                yield reckoned, (missing if reckoned is None else "", raw.figures)


_Found = tuple[_Raw | None, tuple[str, tuple[Claim, ...]]]


def _counts(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and claim.repeats is None and not claim.derived_from


def _value(claim: Claim) -> Quantity:
    assert isinstance(claim.value, Quantity)
    return claim.value


def _said(claim: Claim) -> Decimal | None:
    amount = _value(claim).amount
    return amount.nominal if amount.bound in (Bound.EXACT, Bound.ABOUT) else None


def _unit(claim: Claim) -> str | None:
    unit = _value(claim).amount.unit
    return None if unit is None else unit.name


def _sums(
    rule: ArithmeticRule, chosen: Sequence[Claim], sentence: Sequence[Claim], article: Article
) -> Iterator[_Found]:
    """The parts of a sentence, those of one unit together, added up."""
    text = article.part(chosen[0].field)
    by_unit: dict[str | None, list[Claim]] = {}
    for claim in chosen:
        by_unit.setdefault(_unit(claim), []).append(claim)
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
                slack += _rounding(part) * often
                terms.append(part.text if often == 1 else f"{words.plain(often)} × {part.text}")
            else:
                yield _Raw(tuple(run), " + ".join(terms), result, slack, unit), ("", tuple(run))


def _runs(parts: Sequence[Claim], text: str) -> list[list[Claim]]:
    """Parts that follow each other in a list."""
    runs = [[parts[0]]]
    for one, two in pairwise(parts):
        if _LISTED.match(text[one.span.end : two.span.start]):
            runs[-1].append(two)
        else:
            runs.append([two])
    return runs


def _often(part: Claim, sentence: Sequence[Claim], text: str) -> Decimal:
    """How often a part counts: five times where it is "from each of the remaining five"."""
    for claim in sentence:
        if claim.span.start >= part.span.end and _unit(claim) is None:
            between = text[part.span.end : claim.span.start]
            said = _said(claim)
            return said if said is not None and _EACH_OF.match(between) else Decimal(1)
    return Decimal(1)


def _products(
    chosen: Sequence[Claim],
    factors: Sequence[Claim],
    sentence: Sequence[Claim],
    article: Article,
) -> Iterator[_Found]:
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
        scale = Decimal(100) if _unit(claim) == PERCENT else Decimal(1)
        unit = _unit(other) if share else (_unit(claim) or "").partition(" per ")[0] or None
        slack = (_rounding(claim) * number + _rounding(other) * said) / scale
        reckoning = f"{claim.text} × {other.text}"
        yield (
            _Raw((claim, other), reckoning, said * number / scale, slack, unit),
            ("", (claim, other)),
        )


def _is_share(claim: Claim) -> bool:
    return _unit(claim) == PERCENT or _value(claim).dimension == "share"


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
    own = _unit(claim)
    others = [each for each in others if _unit(each) != own]
    nearest = min(others, key=lambda c: abs(c.span.start - claim.span.start), default=None)
    if nearest is None:
        return None
    first, last = sorted((claim.span, nearest.span))
    rivals = (each for each in sentence if first.end <= each.span.start < last.start)
    if any(_value(each).dimension == _value(claim).dimension for each in rivals):
        return None
    told = text[first.end : min(last.end + _BEHIND, claim.sentence.end)]
    rate = " per " in (own or "") or _EACH.search(told)
    return nearest if rate else None


def _rounding(claim: Claim) -> Decimal:
    """Half the place value of the last digit said, never more than a twentieth of the figure."""
    value = _value(claim)
    said, step = value.amount.nominal, value.amount.step
    if said is None or step is None or (value.dimension == "count" and abs(said) < _EXACT_COUNTS):
        return Decimal(0)
    if _unit(claim) == PERCENT:
        step = min(step, Decimal(1))
    return min(step / 2, abs(said) * _ROUND)


def _against_number(rule: ArithmeticRule, raw: _Raw, number: Decimal) -> Reckoned:
    amount = Amount(number, number, number, Bound.EXACT)
    fits = _gap(raw.result, amount) <= _allowed(rule, raw, number, Decimal(0))
    return Reckoned(
        raw.figures, raw.reckoning, raw.result, raw.unit, None, words.plain(number), fits
    )


def _against(rule: ArithmeticRule, raw: _Raw, totals: Sequence[Claim]) -> Reckoned | None:
    """A calculation beside the figure that it fits, or is nearest to; ``None`` without any."""
    made_of = {claim.id for claim in raw.figures}
    best: tuple[bool, Decimal, Claim] | None = None
    for claim in totals:
        if claim.id in made_of or _unit(claim) != raw.unit:
            continue
        amount = _value(claim).amount
        gap = _gap(raw.result, amount)
        size = max((abs(end) for end in (amount.low, amount.high) if end is not None), default=gap)
        off = gap > _allowed(rule, raw, size, _rounding(claim))
        if best is None or (off, gap) < best[:2]:
            best = (off, gap, claim)
    if best is None:
        return None
    off, _, total = best
    return Reckoned(
        raw.figures, raw.reckoning, raw.result, raw.unit, total, f"“{total.text}”", not off
    )


def _is_slip(rule: ArithmeticRule, reckoned: Reckoned) -> bool:
    """Whether a result fits, or misses by so little that it is taken for one that should."""
    slip, total = rule.compare.slip, reckoned.total
    if reckoned.fits or slip is None or total is None:
        return True
    return _gap(reckoned.result, _value(total).amount) <= slip * abs(reckoned.result)


def _gap(result: Decimal, amount: Amount) -> Decimal:
    if amount.low is not None and result < amount.low:
        return amount.low - result
    if amount.high is not None and result > amount.high:
        return result - amount.high
    return Decimal(0)


def _allowed(rule: ArithmeticRule, raw: _Raw, size: Decimal, slack: Decimal) -> Decimal:
    """How far a result may lie from what it is set against."""
    policy = policy_of(rule, raw.unit)
    allowed = max(policy.abs, policy.rel * max(abs(raw.result), size))
    return max(allowed, raw.slack + slack) if policy.rounding else allowed


def _outcome(rule: ArithmeticRule, reckoned: Reckoned, scene: Scene) -> Outcome:
    first = reckoned.figures[0]
    article = scene.articles[first.article]
    whole = Span(
        min(claim.span.start for claim in reckoned.figures),
        max(claim.span.end for claim in reckoned.figures),
    )
    unit = f" {reckoned.unit}" if reckoned.unit else ""
    result = f"{words.plain(reckoned.result)}{unit}"
    reason = f"{reckoned.reckoning} is {result}, not {reckoned.told}"
    text = whole.of(article.part(first.field))
    told = {
        **words.side(first, scene),
        "text": words.shown(text),
        "reckoning": reckoned.reckoning,
        "result": result,
        "total": reckoned.told.strip("“”"),
        "reason": reason,
    }
    message = rule.report.message
    beside = [*reckoned.figures[1:], *([reckoned.total] if reckoned.total else [])]
    finding = Finding(
        id="",
        rule=rule.id,
        level=words.level_of(rule.report.level),
        relation="sanity",
        message=fill(DEFAULTS["arithmetic"] if message is None else message, told),
        primary=Place(first.article, first.field, whole, text, first.id),
        related=tuple(words.place_of(claim) for claim in beside),
        reason=reason,
        fingerprint=words.fingerprint(
            rule.id, "sanity", [words.words_of(claim, scene) for claim in reckoned.figures]
        ),
        story=scene.story_of.get(first.article),
    )
    about = reckoned.total.id if reckoned.total is not None else first.id
    return Outcome(rule.id, "sanity", finding.story, about, (first.article,), finding)
