"""Compare rules within an article: the figures of its headline against those of its text."""

from collections.abc import Iterator, Sequence

from xref.compare.amounts import Fit, compare_quantities
from xref.lexicon.nouns import singular
from xref.model.article import Zone
from xref.model.claim import Claim, Quantity
from xref.rules.compare_figures import gap, policy_of
from xref.rules.models import CompareRule
from xref.rules.outcome import Pairing
from xref.rules.scene import Scene
from xref.rules.select import Selector

_WHY_NOT = "the text has no figure of the same noun or unit"


def judged(rule: CompareRule, scene: Scene) -> Iterator[tuple[Claim, Pairing | None, str]]:
    """Each selected figure of a headline with the figure of the text that it fits or is nearest to.

    Where the text has none of its kind there is no pairing, and the reason is told.
    """
    selector = Selector(rule.select)
    for id_, article in scene.articles.items():
        own = [claim for claim in scene.claims_of.get(id_, ()) if _plain(claim)]
        heads = [claim for claim in own if _headed(claim) and selector.takes(claim, article)]
        if not heads:
            continue
        under = [claim for claim in own if not _headed(claim)]
        for head in heads:
            best = _best(rule, head, under)
            yield head, best, "" if best is not None else _WHY_NOT


def _best(rule: CompareRule, head: Claim, under: Sequence[Claim]) -> Pairing | None:
    """The headline's figure beside the text's that agrees, can hold, or lies nearest.

    A number that the text gives of whatever thing excuses the headline: it may name that thing
    in words of its own.
    """
    fits: tuple[int, float, Pairing] | None = None
    for claim in under:
        a, b = _value(head), _value(claim)
        if a.dimension != b.dimension:
            continue
        policy = policy_of(rule, a.amount.unit.name if a.amount.unit else None)
        fit = compare_quantities(a, b, policy).fit
        if fit is Fit.APART and not _of_one_noun(a, b):
            continue
        rank = {Fit.EQUAL: 0, Fit.OVERLAP: 1, Fit.APART: 2}[fit]
        if fit is Fit.OVERLAP and not _of_one_noun(a, b):
            continue
        relation = ("agree", "compatible", "internal")[rank]
        reason = (
            f"the headline has “{head.text}”, the text “{claim.text}”"
            if rank
            else "the text has the number of the headline"
        )
        distance = gap(head, claim) or 0.0
        pairing = Pairing(head, claim, relation, reason, (), distance)
        if fits is None or (rank, distance) < fits[:2]:
            fits = (rank, distance, pairing)
    return None if fits is None else fits[2]


def _value(claim: Claim) -> Quantity:
    assert isinstance(claim.value, Quantity)
    return claim.value


def _plain(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and claim.repeats is None and not claim.derived_from


def _headed(claim: Claim) -> bool:
    return claim.field == "title" or claim.zone is Zone.HEADLINE


def _of_one_noun(a: Quantity, b: Quantity) -> bool:
    """Whether two figures count one thing by name, or are measured in one unit."""
    if a.dimension != "count":
        one, two = a.amount.unit, b.amount.unit
        return one is not None and two is not None and one.convertible(two)
    if a.measure is not None and a.measure == b.measure:
        return True
    nouns = [singular(q.counted.split()[-1].lower()) for q in (a, b) if q.counted]
    return len(nouns) == 2 and nouns[0] == nouns[1]
