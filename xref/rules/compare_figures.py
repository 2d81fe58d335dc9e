"""Compare rules over figures and dates: they start from the slots that linking made."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from xref.compare import DEFAULT as DEFAULT_POLICY
from xref.compare import Policy, Reading, reading_of, relate
from xref.compare.units import allowed
from xref.model.amount import Amount, Unit
from xref.model.claim import Claim, Date, Quantity
from xref.model.link import Cell, Slot
from xref.model.relation import Kind, Relation
from xref.rules import comparators, known, names
from xref.rules.models import ArithmeticRule, Compare, CompareRule, Tolerance
from xref.rules.outcome import Pairing
from xref.rules.scene import Scene
from xref.rules.select import Sides, measures_named
from xref.rules.split import split, together, too_few, voices
from xref.text.fold import fold

SAME = frozenset({"agree", "compatible"})
PERCENT = "percentage"
"""The unit of figures in per cent, whose distances are percentage points."""


def policy_of(rule: CompareRule | ArithmeticRule, unit: str | None = None) -> Policy:
    """The comparison policy that a rule brings to figures in a unit."""
    compare = Compare() if isinstance(rule, ArithmeticRule) else rule.compare
    tolerance = rule.compare.tolerance or Tolerance()
    far, of = _distance(rule, tolerance, unit)
    return Policy(
        rel=tolerance.rel or Decimal(0),
        abs=far,
        unit=of,
        rounding=rule.compare.rounding != "strict",
        soft=compare.soft != "strict",
        updates=compare.updates != "none",
    )


def _distance(
    rule: CompareRule | ArithmeticRule, tolerance: Tolerance, unit: str | None
) -> tuple[Decimal, Unit | None]:
    """The absolute tolerance towards figures in a unit, and the unit that it is told in.

    A number alone is of plain numbers, of days between dates, and of the one unit of `select`.
    """
    if unit == PERCENT and tolerance.points is not None:
        return tolerance.points, known.unit(PERCENT)
    if tolerance.abs is None:
        return Decimal(0), None
    number, told = tolerance.abs.number, tolerance.abs.unit
    if isinstance(rule, CompareRule) and rule.comparison == "date":
        day = known.unit("day")
        return (number if told is None else allowed(Policy(abs=number, unit=told), day)), None
    if told is None and (named := names.unit_selected(rule.select)) is not None:
        told = known.unit(named)
    return number, told


def groups(rule: CompareRule, scene: Scene) -> Iterator[tuple[Slot, list[tuple[Claim, ...]]]]:
    """Each slot of the rule's kind with its selected claims, split as the rule says."""
    kind = "date" if rule.comparison == "date" else "quantity"
    sides = Sides(rule.select, rule.against)
    # A measure that is named whole: only its slots need to be looked at.
    names = measures_named(rule.select) if rule.against is None else ()
    for slot in scene.slots_measured(names) if names else scene.linked.slots:
        if slot.kind != kind:
            continue
        chosen = [
            claim
            for cell in slot.cells
            if sides.takes(claim := scene.claims[cell.current], scene.articles[cell.article])
        ]
        if chosen:
            yield slot, split(chosen, rule.group)


def pairings(
    rule: CompareRule, slot: Slot, claims: tuple[Claim, ...], scene: Scene
) -> list[Pairing]:
    """The pairs of one part of a slot that the rule sets against each other, related its way."""
    return [pair for pair, why in judged(rule, slot, claims, scene) if why is None]


def judged(
    rule: CompareRule, slot: Slot, claims: tuple[Claim, ...], scene: Scene
) -> list[tuple[Pairing, str | None]]:
    """Every pair of one part of a slot, and why the rule leaves it out where it does."""
    policy = policy_of(rule, slot.unit)
    here = {claim.article: claim for claim in claims}
    cells = {cell.article: cell for cell in slot.cells}
    related: dict[tuple[str, str], Relation] = {}
    sure = {(pair.a, pair.b): (pair.certainty, pair.match) for pair in slot.pairs}
    readings: dict[str, Reading] = {}
    for pair in slot.pairs:
        if pair.a in here and pair.b in here and pair.relation.kind is not Kind.SINGLE:
            relation = pair.relation
            if policy != DEFAULT_POLICY and pair.a != pair.b:
                for article in (pair.a, pair.b):
                    if article not in readings:
                        readings[article] = _reading(cells[article], scene)
                relation = relate(readings[pair.a], readings[pair.b], policy)
            related[pair.a, pair.b] = relation

    def differing(a: str, b: str) -> bool:
        found = related.get((a, b)) or related.get((b, a))
        return found is not None and found.kind.value not in SAME

    beside: defaultdict[str, dict[str, Kind]] = defaultdict(dict)
    for (a, b), relation in related.items():
        beside[a][b] = beside[b][a] = relation.kind
    ordered = sorted(here, key=scene.order)
    voice = voices(ordered, differing, scene)
    collapse = rule.group.collapse == "origin"
    sources = _sources(rule, here, voice)
    certainties = rule.select.certainty
    sides = Sides(rule.select, rule.against)
    found: list[tuple[Pairing, str | None]] = []
    for (a, b), relation in sorted(related.items(), key=lambda each: each[0]):
        why: str | None = None
        if a != b:
            certain = str(sure[a, b][0])
            if relation.kind is Kind.CONFLICT and _same_words(here[a], here[b]):
                why = "both say it in the same words"
            elif relation.kind is Kind.CONFLICT and (by := _corrected_by(a, b, beside)):
                why = f"{scene.articles[by].outlet} corrects the one to the other"
            elif sources < rule.group.min_sources:
                why = too_few(sources, rule.group.min_sources)
            elif collapse and voice[a] == voice[b]:
                why = "two copies of one text"
            elif certainties is not None and certain not in certainties:
                why = f"that both are of one thing is {certain}; certainty: asks for more"
            else:
                why = sides.apart(here[a], here[b], scene.articles) or together(
                    here[a], here[b], rule.group, scene
                )
        other = here[b] if a != b else _other(cells[a], relation, scene)
        pairing = _pairing(here[a], other, relation, scene)
        certainty, match = sure[a, b] if a != b else (None, None)
        told = match.probability if match is not None else None
        pairing = replace(pairing, certainty=certainty, probability=told)
        if rule.comparator is not None:
            pairing = comparators.related(rule.comparator, pairing, scene.articles)
        found.append((pairing, why))
    return found


def _corrected_by(a: str, b: str, beside: Mapping[str, Mapping[str, Kind]]) -> str | None:
    """A third article that corrects the figure of one and agrees with the other."""
    for third in sorted(beside[a].keys() & beside[b].keys()):
        kinds = {beside[a][third], beside[b][third]}
        if Kind.CORRECTION in kinds and any(kind.value in SAME for kind in kinds):
            return third
    return None


def _sources(rule: CompareRule, here: dict[str, Claim], voice: dict[str, object]) -> int:
    if rule.group.collapse == "origin":
        return len(set(voice.values()))
    return len(here)


def _reading(cell: Cell, scene: Scene) -> Reading:
    others = tuple(scene.claims[claim] for claim in cell.claims if claim != cell.current)
    current, article = scene.claims[cell.current], scene.articles[cell.article]
    return reading_of(current, article, others, (), scene.beside(cell.article))


def _same_words(a: Claim, b: Claim) -> bool:
    """Whether both say the same: one "Thursday" against another is nothing that a reader sees."""
    return fold(a.text) == fold(b.text)


def _other(cell: Cell, relation: Relation, scene: Scene) -> Claim:
    """The claim of an article that stands against its current one."""
    current = scene.claims[cell.current]
    others = [scene.claims[claim] for claim in cell.claims if claim != cell.current]
    told = {(place.field, place.span) for place in relation.words}
    named = [claim for claim in others if (claim.field, claim.span) in told]
    return max(
        named or others or [current],
        key=lambda claim: (gap(current, claim) or 0.0, -claim.span.start, claim.id),
    )


def _pairing(a: Claim, b: Claim, relation: Relation, scene: Scene) -> Pairing:
    if (*scene.order(b.article), b.field, b.span) < (*scene.order(a.article), a.field, a.span):
        a, b = b, a
    return Pairing(a, b, relation.kind.value, relation.reason, relation.words, gap(a, b))


def gap(a: Claim, b: Claim) -> float | None:
    """The distance between two figures as a share of the larger, 0 where one value fits both."""
    if isinstance(a.value, Quantity) and isinstance(b.value, Quantity):
        distance = distance_of(a.value, b.value)
        if distance is None:
            return None
        largest = max(
            (abs(end) for q in (a.value, b.value) for end in _ends(q.amount)), default=Decimal(0)
        )
        return float(distance / largest) if largest else 0.0
    return None


def distance_of(a: Quantity, b: Quantity) -> Decimal | None:
    """How far two figures lie apart in the first's unit; ``None`` where they do not convert."""
    one, two = a.amount, b.amount
    if one.unit is not None and two.unit is not None:
        if not two.unit.convertible(one.unit):
            return None
        two = two.to(one.unit)
    elif one.unit is not two.unit:
        return None
    if one.high is not None and two.low is not None and one.high < two.low:
        return two.low - one.high
    if two.high is not None and one.low is not None and two.high < one.low:
        return one.low - two.high
    return Decimal(0)


_UNITS = {"day": 1, "week": 1, "month": 30, "season": 30, "quarter": 30}
_NAMES = {1: "day", 30: "month", 365: "year"}


def time_between(a: Claim, b: Claim) -> tuple[int, str] | None:
    """How far two dates lie apart, in days, months or years, as the coarser of them is told.

    Months and years are those of the calendar between the nearer ends; 0 where the two share a
    day, ``None`` where either is unknown.
    """
    if not isinstance(a.value, Date) or not isinstance(b.value, Date):
        return None
    one, two = a.value.when, b.value.when
    if None in (one.earliest, one.latest, two.earliest, two.latest):
        return None
    assert one.earliest and one.latest and two.earliest and two.latest
    low, high = sorted((one, two), key=lambda when: when.earliest or date.min)
    assert low.latest and high.earliest
    unit = max(_UNITS.get(when.precision, 365) for when in (one, two))
    if high.earliest <= low.latest:
        return 0, _NAMES[unit]
    years = high.earliest.year - low.latest.year
    months = 12 * years + high.earliest.month - low.latest.month
    count = {1: (high.earliest - low.latest).days, 30: months, 365: years}[unit]
    return max(1, count), _NAMES[unit]


def _ends(amount: Amount) -> list[Decimal]:
    return [end for end in (amount.low, amount.high) if end is not None]
