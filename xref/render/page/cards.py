"""Cards: one slot, one utterance or one finding, with its passages, reasons and picture."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import inf

from xref.model.claim import Claim, Date, Quantity, Quotation, Scope
from xref.model.link import Cell, Check, Slot, Utterance
from xref.model.relation import SEVERITY, Kind, Place, Wording
from xref.model.report import Finding
from xref.model.span import Span
from xref.render import relations, words
from xref.render.page.passages import WHY, Passage, of_claim, of_places, shown_in
from xref.render.page.plot import Interval, Plot, plot_of
from xref.render.places import Index
from xref.text.fold import fold

_REASONS = 8
_EVIDENCE = 4
_DIFFS = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says on a card, and what its words were read as.

    `others` are further, different claims of the same article on the same question; `also` are
    the outlets that print the same passage word for word.
    """

    passage: Passage
    says: str
    meaning: str = ""
    scope: str = ""
    as_of: str = ""
    others: tuple[str, ...] = ()
    relation: str = ""
    also: tuple[str, ...] = ()

    @property
    def outlets(self) -> tuple[str, ...]:
        """Every outlet that prints the passage."""
        return (self.passage.outlet, *self.also)


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says of a card."""

    level: str
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two outlets relate as they do; `between` names them, empty for the whole card."""

    label: str
    between: str
    text: str


@dataclass(frozen=True, slots=True)
class Diff:
    """How the words of `a` become those of `b`: (operation, words of a, words of b)."""

    a: str
    b: str
    steps: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to look at. `relation` is the published name, `label` the one for readers."""

    anchor: str
    heading: str
    context: str
    relation: str
    label: str
    readings: tuple[Reading, ...]
    remarks: tuple[Remark, ...] = ()
    reasons: tuple[Reason, ...] = ()
    evidence: tuple[Passage, ...] = ()
    diffs: tuple[Diff, ...] = ()
    plot: Plot | None = None
    voices: str = ""

    @property
    def by_words(self) -> tuple[tuple[str, str], ...]:
        """Each way of saying it, with the outlets that say it so."""
        outlets: dict[str, dict[str, None]] = {}
        for reading in self.readings:
            outlets.setdefault(reading.says, {}).update(dict.fromkeys(reading.outlets))
        return tuple((says, words.listed(given)) for says, given in outlets.items())

    @property
    def lead(self) -> str:
        """The card in a line: what a rule says, else who says what."""
        if self.remarks:
            return words.cut(self.remarks[0].message, 200)
        said = [f"{outlets} “{says}”" for says, outlets in self.by_words[:4]]
        more = len(self.by_words) - len(said)
        text = "; ".join(said) + (f"; {more} more" if more > 0 else "")
        return words.cut(text, 200)


def voices(index: Index, articles: Iterable[str], origins: int) -> str:
    """How many outlets say something, and in how many independent texts."""
    outlets = len({index.articles[article].outlet for article in articles})
    if outlets < 2:
        return words.count(outlets, "outlet")
    if origins == 1:
        return f"{outlets} outlets, one text: one voice"
    return f"{outlets} outlets, {words.count(origins, 'independent text')}"


def _remarks(findings: Iterable[Finding]) -> tuple[Remark, ...]:
    ordered = sorted(findings, key=lambda each: -each.level)
    return tuple(Remark(f.level.label, f.rule, words.one_line(f.message)) for f in ordered)


def worst(relation: str, findings: Iterable[Finding]) -> str:
    """The relation that decides where a card stands: its own, or a rule's stricter one."""
    named = [f.relation for f in findings if f.relation in SEVERITY]
    return max([relation, *named], key=lambda each: SEVERITY[each])


def slot_heading(slot: Slot, counted: str | None = None) -> str:
    """What a slot measures; `counted` is the counted noun as an article writes it."""
    text = words.measured(slot.measure, counted or slot.counted, slot.unit, slot.kind == "date")
    return text[:1].upper() + text[1:]


def slot_context(slot: Slot) -> str:
    """Of whom, in which event, in which part."""
    parts = [slot.subject, slot.event and words.event(slot.event), words.scope(slot.scope)]
    return words.one_line(" · ".join(part for part in parts if part))


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


def _cell_relations(slot: Slot) -> dict[str, str]:
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


def _together(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Readings, one for all outlets that print the same passage on the same day."""
    out: dict[tuple[object, ...], Reading] = {}
    for each in readings:
        mine = each.passage
        key = (mine.runs, mine.date, mine.source, each.scope, each.as_of, each.others)
        first = out.get(key)
        out[key] = each if first is None else replace(first, also=(*first.also, mine.outlet))
    return tuple(out.values())


def _reading(
    index: Index, slot: Slot, cell: Cell, claim: Claim, deciding: Sequence[Place]
) -> Reading:
    says, meaning = words.one_line(claim.text), words.read_as(claim)
    return Reading(
        passage=of_claim(index, claim, deciding),
        says=words.cut(says, 80),
        meaning="" if meaning.lower() in says.lower() else meaning,
        scope=_local(cell.scope, slot.scope),
        as_of=words.day(cell.as_of) if cell.as_of else "",
    )


def _outlet(index: Index, article: str) -> str:
    return words.one_line(index.articles[article].outlet)


def _grouped(found: Iterable[tuple[str, str, str, str]], several: bool) -> tuple[Reason, ...]:
    """Reasons (label, a, b, text), the same text once, with everyone between whom it holds."""
    pairs: dict[tuple[str, str], list[str]] = {}
    for label, a, b, text in found:
        pairs.setdefault((label, text), []).append(a if a == b else f"{a} and {b}")
    out = []
    for (label, text), between in pairs.items():
        named = list(dict.fromkeys(between))
        who = "; ".join(named[:3]) + (f"; {len(named) - 3} more pairs" if len(named) > 3 else "")
        out.append(Reason(label, who if several else "", text))
    return tuple(out[:_REASONS])


def _slot_reasons(index: Index, slot: Slot) -> tuple[Reason, ...]:
    pairs = sorted(slot.pairs, key=lambda pair: -SEVERITY[pair.relation.kind])
    telling = [p for p in pairs if p.relation.kind is not Kind.AGREE or slot.relation is Kind.AGREE]
    found = _grouped(
        (
            (
                relations.FIGURES[pair.relation.kind].label,
                _outlet(index, pair.a),
                _outlet(index, pair.b),
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


def _slot_plot(index: Index, slot: Slot, cells: Sequence[Cell], heading: str) -> Plot | None:
    worst_of = _cell_relations(slot)
    intervals, dated = [], slot.kind == "date"
    for cell in cells:
        claim = index.claims.get(cell.current)
        if claim is None:
            continue
        low, high = cell.low, cell.high
        if isinstance(claim.value, Date):
            when = claim.value.when
            low = float(when.earliest.toordinal()) if when.earliest else None
            high = float(when.latest.toordinal()) if when.latest else None
        soft = isinstance(claim.value, Quantity) and claim.value.amount.soft
        relation = worst_of.get(cell.article, slot.relation.value)
        outlet = _outlet(index, cell.article)
        says = words.read_as(claim) or words.one_line(claim.text)
        intervals.append(Interval(outlet, low, high, relation, says, soft))
    return plot_of(f"p-{slot.id}", heading, intervals[:12], dated)


def _counted(claims: Iterable[Claim]) -> str | None:
    """The counted noun as the first of `claims` that has one writes it."""
    values = (claim.value for claim in claims)
    return next(
        (v.counted_text for v in values if isinstance(v, Quantity) and v.counted_text), None
    )


def slot_card(index: Index, slot: Slot, findings: Sequence[Finding], anchor: str) -> Card:
    """The card of a slot, its cells from low to high (updates and corrections: by date)."""
    by_date = slot.relation in (Kind.UPDATE, Kind.CORRECTION)
    cells = sorted(slot.cells, key=lambda cell: _cell_order(index, cell, by_date))
    deciding = [place for pair in slot.pairs for place in pair.relation.words]
    worst_of = _cell_relations(slot)
    readings = [
        replace(
            _reading(index, slot, cell, claim, deciding),
            others=_others(index, cell, claim) if len(claims) == 1 else (),
            relation=worst_of.get(cell.article, slot.relation.value),
        )
        for cell in cells
        for claims in [_claims(index, slot, cell)]
        for claim in claims
    ]
    current = [index.claims[cell.current] for cell in cells if cell.current in index.claims]
    heading, relation = slot_heading(slot, _counted(current)), worst(slot.relation, findings)
    return Card(
        anchor=anchor,
        heading=heading,
        context=slot_context(slot),
        relation=relation,
        label=relations.name(relation).label,
        readings=_together(readings),
        remarks=_remarks(findings),
        reasons=_slot_reasons(index, slot),
        evidence=_evidence(index, deciding, current),
        plot=_slot_plot(index, slot, cells, heading) if slot.pairs else None,
        voices=voices(index, (cell.article for cell in slot.cells), slot.origins),
    )


def _evidence(
    index: Index, deciding: Iterable[Place], shown: Sequence[Claim]
) -> tuple[Passage, ...]:
    """Passages of deciding words that no shown claim's passage holds."""
    unseen = {
        (place.article, place.field, place.span): place
        for place in deciding
        if place.article in index.articles and not any(shown_in(place, each) for each in shown)
    }
    return tuple(of_places(index, list(unseen.values()), WHY)[:_EVIDENCE])


def utterance_card(
    index: Index, utterance: Utterance, findings: Sequence[Finding], anchor: str
) -> Card:
    """The card of an utterance, its renderings in the order of publication."""
    claims = [index.claims[r.claim] for r in utterance.renderings if r.claim in index.claims]

    def order(claim: Claim) -> tuple[object, ...]:
        known = index.articles[claim.article].published
        return (known is None, known or (), claim.article, claim.span)

    readings = [
        Reading(
            passage=of_claim(index, claim, only=_changed(index, utterance, claim)),
            says=_said(claim),
        )
        for claim in sorted(claims, key=order)
    ]
    relation = worst(utterance.relation, findings)
    pairs = sorted(utterance.pairs, key=lambda pair: -SEVERITY[pair.relation.relation])
    alike = (Wording.VERBATIM, Wording.TYPOGRAPHY)
    telling = [p for p in pairs if p.relation.relation not in alike] or pairs
    reasons = _grouped(
        (
            (
                relations.WORDINGS[pair.relation.relation].label,
                _outlet(index, pair.a),
                _outlet(index, pair.b),
                words.one_line(pair.relation.reason),
            )
            for pair in telling
            if pair.relation.reason
        ),
        several=len(readings) > 2,
    )
    diffs: dict[tuple[tuple[str, str, str], ...], Diff] = {}
    for pair in telling:
        steps = pair.relation.diff
        if any(op != "equal" for op, _, _ in steps):
            clean = tuple((op, words.one_line(a), words.one_line(b)) for op, a, b in steps)
            diffs.setdefault(
                clean, Diff(_outlet(index, pair.a), _outlet(index, pair.b), shortened(clean))
            )
    speaker = words.one_line(utterance.speaker or "An unresolved speaker")
    quoted = [_said(c) for c in claims if isinstance(c.value, Quotation) and c.value.segments]
    longest = max(quoted or [_said(claim) for claim in claims], key=len, default="")
    return Card(
        anchor=anchor,
        heading=f"“{words.cut(longest, 90)}”",
        context=speaker,
        relation=relation,
        label=relations.name(relation, quoted=True).label,
        readings=_together(readings),
        remarks=_remarks(findings),
        reasons=reasons or _whole(utterance),
        diffs=tuple(diffs.values())[:_DIFFS],
        voices=voices(index, (r.article for r in utterance.renderings), utterance.origins),
    )


def _changed(index: Index, utterance: Utterance, claim: Claim) -> tuple[Span, ...]:
    """Where the words of `claim` differ from another rendering; nothing where none are found."""
    text = fold(index.articles[claim.article].part(claim.field))
    found: dict[Span, None] = {}
    for pair in utterance.pairs:
        if claim.article not in (pair.a, pair.b) or pair.a == pair.b:
            continue
        side, at = (1 if pair.a == claim.article else 2), claim.span.start
        for step in pair.relation.diff:
            words_here = fold(step[side])
            start = text.find(words_here, at, claim.span.end) if words_here else -1
            if start < 0:
                continue
            at = start + len(words_here)
            if step[0] != "equal":
                found[Span(start, at)] = None
    return tuple(found)


def _whole(utterance: Utterance) -> tuple[Reason, ...]:
    said = words.one_line(utterance.reason)
    label = relations.WORDINGS[utterance.relation].label
    return (Reason(label, "", said),) if said else ()


def _said(claim: Claim) -> str:
    return words.cut(words.one_line(claim.text).strip("“”\"'‘’ ,"), 240)


def shortened(steps: Sequence[tuple[str, str, str]]) -> tuple[tuple[str, str, str], ...]:
    """A word diff with its long equal stretches cut to the words beside a change."""
    out = []
    for at, (op, a, b) in enumerate(steps):
        if op != "equal" or len(a) <= 160:
            out.append((op, a, b))
            continue
        head = a[: a.find(" ", 60)] if at else ""
        tail = a[a.rfind(" ", 0, len(a) - 60) + 1 :] if at + 1 < len(steps) else ""
        out.append((op, f"{head} … {tail}".strip(), ""))
    return tuple(out)


def _of_places(index: Index, places: Sequence[Place]) -> tuple[Reading, ...]:
    return tuple(
        Reading(passage, " … ".join(run.text for run in passage.runs if run.mark))
        for passage in of_places(index, places)
    )


def finding_card(index: Index, finding: Finding, anchor: str) -> Card:
    """The card of a finding that no slot or utterance holds."""
    readings = _of_places(index, (finding.primary, *finding.related))
    quoted = finding.relation in set(Wording)
    name = relations.name(finding.relation, quoted=quoted and finding.relation not in set(Kind))
    reason = words.one_line(finding.reason)
    return Card(
        anchor=anchor,
        heading=finding.rule.replace("-", " ").replace("_", " ").capitalize(),
        context="",
        relation=finding.relation,
        label=name.label,
        readings=readings,
        remarks=_remarks([finding]),
        reasons=(Reason(name.label, "", reason),) if reason else (),
    )


def check_card(index: Index, check: Check, anchor: str) -> Card:
    """The card of a sanity check that no rule reports."""
    name = relations.OTHERS["sanity"]
    heading = words.one_line(check.name)
    return Card(
        anchor=anchor,
        heading=heading[:1].upper() + heading[1:],
        context="",
        relation="sanity",
        label=name.label,
        readings=_of_places(index, check.places),
        reasons=(Reason(name.label, "", words.one_line(check.reason)),),
    )
