"""The card of a slot: who gives which figure, how the figures relate, and where they lie."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import inf

from xref.model.amount import Unit
from xref.model.claim import Claim, Date, Quantity, Scope
from xref.model.link import Cell, Pair, Slot
from xref.model.relation import SEVERITY, Kind, Place
from xref.model.report import Finding
from xref.model.span import Span
from xref.render import relations, words
from xref.render.encoding import number
from xref.render.page import settling
from xref.render.page.cards import (
    READINGS,
    Card,
    Ledger,
    Reading,
    Reason,
    grouped,
    outlet_of,
    remarks_of,
    spread,
    together,
    voices,
    worst,
)
from xref.render.page.naming import Titles, slot_context
from xref.render.page.passages import WHY, Passage, of_claim, of_places, shown_in
from xref.render.page.plot import Interval, Plot, plot_of
from xref.render.places import Index

_EVIDENCE = 4
_MOVED = (Kind.UPDATE, Kind.CORRECTION)

_Ends = tuple[float | None, float | None]


def _cell_order(index: Index, cell: Cell, by_date: bool) -> tuple[object, ...]:
    article = index.articles[cell.article]
    first = article.published[0].toordinal() if article.published else 0
    as_of = cell.as_of.toordinal() if cell.as_of else first
    low = -inf if cell.low is None else cell.low
    high = inf if cell.high is None else cell.high
    figures = (low, high)
    dates = (as_of, first)
    return (*(dates + figures if by_date else figures + dates), cell.article)


def _others(index: Index, cell: Cell, current: Claim) -> tuple[str, ...]:
    claims = (index.claims[each] for each in cell.claims if each in index.claims)
    said = {words.one_line(c.text): None for c in claims if not c.repeats}
    said.pop(words.one_line(current.text), None)
    return tuple(said)[:4]


def _local(scope: Scope, shared: Scope) -> str:
    """The part of a cell's scope that not all cells share."""
    own = Scope(
        None if scope.place == shared.place else scope.place,
        None if scope.subset == shared.subset else scope.subset,
        None if scope.period == shared.period else scope.period,
    )
    return words.one_line(words.scope(own))


def cell_relations(slot: Slot) -> dict[str, str]:
    """The worst relation of each article to any other."""
    out: dict[str, str] = {}
    for pair in slot.pairs:
        for article in (pair.a, pair.b):
            known = out.get(article, "single")
            out[article] = max(known, pair.relation.kind.value, key=lambda each: SEVERITY[each])
    return out


def _claims(index: Index, slot: Slot, cell: Cell) -> list[Claim]:
    """The claims of a cell to show: the one that stands, or all where it contradicts itself."""
    alone = slot.relation is Kind.INTERNAL and len(slot.cells) == 1
    if alone or any(pair.a == pair.b == cell.article for pair in slot.pairs):
        claims = [index.claims[each] for each in cell.claims if each in index.claims]
        return [claim for claim in claims if not claim.repeats]
    return [index.claims[cell.current]] if cell.current in index.claims else []


def _reading(slot: Slot, cell: Cell, claim: Claim, passage: Passage) -> Reading:
    says, meaning = words.one_line(claim.text), words.value(claim)
    return Reading(
        passage=passage,
        says=words.cut(says, 80),
        meaning="" if meaning.lower() in says.lower() else meaning,
        scope=_local(cell.scope, slot.scope),
        as_of=words.day(cell.as_of) if cell.as_of else "",
        figure=" ".join(part for part in (meaning, passage.standing) if part),
    )


def _once(index: Index, slot: Slot) -> list[Pair]:
    """The pairs of a slot, the gravest first, each once for all copies that say the same."""
    ends = {cell.article: (cell.low, cell.high) for cell in slot.cells}
    seen: dict[object, Pair] = {}
    for pair in sorted(slot.pairs, key=lambda pair: -SEVERITY[pair.relation.kind]):
        sides = frozenset((index.voice(each), ends.get(each)) for each in (pair.a, pair.b))
        seen.setdefault((sides, pair.relation.kind), pair)
    return list(seen.values())


def _gravest(index: Index, slot: Slot) -> tuple[str, str]:
    """The articles of the pair that decides the relation of a slot."""
    first = next(iter(_once(index, slot)), None)
    return (first.a, first.b) if first else ("", "")


def _slot_reasons(index: Index, slot: Slot) -> tuple[Reason, ...]:
    pairs = _once(index, slot)
    telling = [p for p in pairs if p.relation.kind is not Kind.AGREE or slot.relation is Kind.AGREE]
    found = grouped(
        (
            (
                relations.FIGURES[pair.relation.kind].label,
                outlet_of(index, pair.a),
                outlet_of(index, pair.b),
                words.one_line(pair.relation.reason),
            )
            for pair in telling
            if pair.relation.reason
        ),
        several=len(slot.cells) > 2,
    )
    said = words.one_line(slot.reason)
    if not found:
        return (Reason(relations.FIGURES[slot.relation].label, "", said),) if said else ()
    return found


def _common_unit(slot: Slot, claims: Iterable[Claim]) -> Unit | None:
    """The unit to draw in: the slot's own where a claim bears it, else the first one's."""
    amounts = [claim.value.amount for claim in claims if isinstance(claim.value, Quantity)]
    units = [amount.unit for amount in amounts if amount.unit is not None]
    return next((unit for unit in units if unit.name == slot.unit), units[0] if units else None)


def _ends(claim: Claim, unit: Unit | None) -> _Ends | None:
    """Where a claim's interval lies, in `unit` or in days; ``None`` where it has no place there."""
    value = claim.value
    if isinstance(value, Date):
        first, last = value.when.earliest, value.when.latest
        return (
            float(first.toordinal()) if first else None,
            float(last.toordinal()) if last else None,
        )
    if not isinstance(value, Quantity):
        return None
    amount = value.amount
    if unit is not None:
        if amount.unit is None or not amount.unit.convertible(unit):
            return None
        amount = amount.to(unit)
    low, high = number(amount.low), number(amount.high)
    return (None if low is None else float(low), None if high is None else float(high))


def _when(index: Index, cell: Cell) -> str:
    """The day that a figure is of: its own, else that of the article."""
    return words.day(cell.as_of) if cell.as_of else words.published(index.articles[cell.article])


def _interval(
    index: Index, cell: Cell, claim: Claim, relation: str, ends: _Ends, when: str
) -> Interval:
    return Interval(
        outlet=outlet_of(index, cell.article),
        low=ends[0],
        high=ends[1],
        relation=relation,
        says=words.cut(words.one_line(claim.text), 80),
        read_as=words.read_as(claim),
        soft=isinstance(claim.value, Quantity) and claim.value.amount.soft,
        when=when,
    )


def _slot_plot(
    index: Index, slot: Slot, cells: Sequence[Cell], heading: str, by_date: bool
) -> Plot | None:
    worst_of, intervals = cell_relations(slot), []
    known = [(cell, index.claims[cell.current]) for cell in cells if cell.current in index.claims]
    unit = _common_unit(slot, (claim for _, claim in known))
    for cell, claim in known:
        ends = _ends(claim, unit)
        if ends is None:
            return None
        relation = worst_of.get(cell.article, slot.relation.value)
        when = _when(index, cell) if by_date else ""
        intervals.append(_interval(index, cell, claim, relation, ends, when))
    dated = slot.kind == "date"
    return plot_of(heading, intervals, dated, unit.name if unit else None)


def _by_article(slot: Slot) -> defaultdict[str, list[Place]]:
    """The words that decide the pairs of a slot, each once, by article."""
    out: defaultdict[str, dict[tuple[str, Span], Place]] = defaultdict(dict)
    for pair in slot.pairs:
        for place in pair.relation.words:
            out[place.article][place.field, place.span] = place
    return defaultdict(list, {name: list(places.values()) for name, places in out.items()})


def _evidence(index: Index, slot: Slot, shown: Sequence[Claim]) -> tuple[Passage, ...]:
    """Passages of deciding words that no shown claim's passage holds."""
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in shown:
        claims[claim.article].append(claim)
    unseen = [
        place
        for name, places in _by_article(slot).items()
        if name in index.articles
        for place in places
        if not any(shown_in(place, each) for each in claims[name])
    ]
    return tuple(of_places(index, unseen[:_EVIDENCE], WHY))


def _readings(index: Index, slot: Slot, cells: Sequence[Cell]) -> tuple[Reading, ...]:
    deciding = _by_article(slot)
    worst_of = cell_relations(slot)
    readings = []
    for cell in cells:
        claims = _claims(index, slot, cell)
        for claim in claims:
            reading = _reading(slot, cell, claim, of_claim(index, claim, deciding[cell.article]))
            others = _others(index, cell, claim) if len(claims) == 1 else ()
            relation = worst_of.get(cell.article, slot.relation.value)
            readings.append(replace(reading, others=others, relation=relation))
    return together(readings)


def _ledger(slot: Slot) -> Ledger | None:
    """What the gravest pair of two articles rests on; nothing where an article stands alone."""
    pairs = [pair for pair in slot.pairs if pair.match is not None]
    if not pairs:
        return None
    pair = max(pairs, key=lambda each: SEVERITY[each.relation.kind])
    assert pair.match is not None
    fields = sorted(pair.match.evidence, key=lambda each: -abs(each.bits))
    return Ledger(
        certainty=pair.certainty.value,
        probability=words.likely(pair.match.probability),
        fields=tuple(
            (words.one_line(each.field), words.one_line(each.level), f"{each.bits:+.1f}")
            for each in fields
            if abs(each.bits) >= 0.05
        ),
        tried=tuple(
            (relations.name(each.relation).label, words.one_line(each.failed))
            for each in pair.relation.tried
        ),
    )


def slot_card(
    index: Index, titles: Titles, slot: Slot, findings: Sequence[Finding], anchor: str
) -> Card:
    """The card of a slot, its cells from low to high, or by date where the figure moved on."""
    by_date = any(pair.relation.kind in _MOVED for pair in slot.pairs)
    cells = sorted(slot.cells, key=lambda cell: _cell_order(index, cell, by_date))
    shown = [cells[at] for at in spread([(cell.low, cell.high) for cell in cells], READINGS)]
    current = [index.claims[cell.current] for cell in shown if cell.current in index.claims]
    heading, relation = titles.of(slot), worst(slot.relation, findings)
    return Card(
        anchor=anchor,
        heading=heading,
        context=slot_context(slot),
        relation=relation,
        label=relations.name(relation).label,
        readings=_readings(index, slot, shown),
        remarks=remarks_of(findings),
        reasons=_slot_reasons(index, slot),
        evidence=_evidence(index, slot, current),
        plot=_slot_plot(index, slot, cells, heading, by_date) if slot.pairs else None,
        voices=voices(index, (cell.article for cell in slot.cells), slot.origins),
        left_off=len(cells) - len(shown),
        gravest=_gravest(index, slot),
        subject=slot.id,
        certainty=slot.certainty.value if slot.certainty else "",
        settle=settling.of_figures(relation, current),
        ledger=_ledger(slot),
    )
