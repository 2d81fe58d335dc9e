"""Arithmetic rules: figures of one sentence added up or multiplied, and set against another figure.

Parts are added up as they are listed, a part "from each of the five" five times. A figure that is
told for one ("$40 a head", "$40 for each") is multiplied by how many there are, a share by its
whole. What comes out fits where it differs by no more than the rounding of the figures, or than
the rule's tolerance.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from xref.compare.units import allowed
from xref.model.amount import Amount, Bound
from xref.model.claim import Claim, Quantity
from xref.model.relation import Place
from xref.model.report import Finding
from xref.model.span import Span
from xref.rules import finding as words
from xref.rules import known
from xref.rules.calculations import Calculation, products, quantity, rounding_of, sums, unit_of
from xref.rules.compare_figures import policy_of
from xref.rules.models import ArithmeticRule
from xref.rules.outcome import Outcome
from xref.rules.scene import Scene
from xref.rules.select import Selector, measures_named
from xref.rules.template import DEFAULTS, fill


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
                found = list(sums(rule, chosen, sentence, article))
            else:
                factors = [claim for claim in sentence if times.takes(claim, article)]
                found = list(products(chosen, factors, sentence, article))
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


def _counts(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and claim.repeats is None and not claim.derived_from


def _against_number(rule: ArithmeticRule, raw: Calculation, number: Decimal) -> Reckoned:
    amount = Amount(number, number, number, Bound.EXACT)
    fits = _gap(raw.result, amount) <= _allowed(rule, raw, number, Decimal(0))
    return Reckoned(
        raw.figures, raw.reckoning, raw.result, raw.unit, None, words.plain(number), fits
    )


def _against(rule: ArithmeticRule, raw: Calculation, totals: Sequence[Claim]) -> Reckoned | None:
    """A calculation beside the figure that it fits, or is nearest to; ``None`` without any."""
    made_of = {claim.id for claim in raw.figures}
    best: tuple[bool, Decimal, Claim] | None = None
    for claim in totals:
        if claim.id in made_of or unit_of(claim) != raw.unit:
            continue
        amount = quantity(claim).amount
        gap = _gap(raw.result, amount)
        size = max((abs(end) for end in (amount.low, amount.high) if end is not None), default=gap)
        off = gap > _allowed(rule, raw, size, rounding_of(claim))
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
    return _gap(reckoned.result, quantity(total).amount) <= slip * abs(reckoned.result)


def _gap(result: Decimal, amount: Amount) -> Decimal:
    if amount.low is not None and result < amount.low:
        return amount.low - result
    if amount.high is not None and result > amount.high:
        return result - amount.high
    return Decimal(0)


def _allowed(rule: ArithmeticRule, raw: Calculation, size: Decimal, slack: Decimal) -> Decimal:
    """How far a result may lie from what it is set against."""
    policy = policy_of(rule, raw.unit)
    unit = None if raw.unit is None else known.unit(raw.unit)
    far = max(allowed(policy, unit), policy.rel * max(abs(raw.result), size))
    return max(far, raw.slack + slack) if policy.rounding else far


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
