"""Slots: one question each, with the answer of every article of the story that gives one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from xref.compare import DEFAULT, Policy, relate
from xref.link.anchors import anchors
from xref.link.bonds import FAR
from xref.link.cells import Answer, answer
from xref.link.filled import Filled, Told
from xref.link.questions import POWERS, measure_of, slipped
from xref.link.statements import Statement, statements
from xref.link.ways import event, own, subject, value, words
from xref.model.article import Article
from xref.model.claim import Claim, Quantity, Scope
from xref.model.link import Cell, NotCompared, Pair, Slot, Story
from xref.model.relation import SEVERITY, Kind

WAYS: tuple[Callable[[Told], Iterator[Filled]], ...] = (
    own.fill,
    subject.fill,
    event.fill,
    words.fill,
    value.fill,
)
"""How figures find each other, the surest way first."""

_ALL_PAIRS = 24
"""Up to so many cells every pair is related; beyond, each cell is related to the next."""
_SURE = 7.0
_LEAST = 2.0
"""How much must speak for two figures before they can contradict each other, together and each."""
_ALIKE = 5
"""So many content words in common, a name among them, make up for what speaks for the figures."""
_MUCH_ALIKE = 7
_LED = 5.0
"""What speaks for a figure that the lead of its article gives."""
_FAR_APART = 20
"""Figures further apart than this factor are not of one thing, unless a digit slipped."""
_DEFINITE = ("the ", "these ", "those ", "both ")
_PLAIN = frozenset({Kind.AGREE, Kind.COMPATIBLE})
_EXPLAINED = frozenset({Kind.UPDATE, Kind.CORRECTION, Kind.SCOPE, Kind.ATTRIBUTED})


def slots(
    story: Story,
    articles: Mapping[str, Article],
    claims: Mapping[str, Sequence[Claim]],
    origins: Mapping[str, str] | None = None,
    policy: Policy = DEFAULT,
) -> tuple[tuple[Slot, ...], tuple[NotCompared, ...]]:
    """The slots of a story, the event's own figures first, and the near misses that fill none.

    `origins` maps an article to the text that it was copied from or shares; an article that it
    does not name is a text of its own.
    """
    told = Told(
        articles,
        {
            id_: [s for s in statements(articles[id_], claims.get(id_, ())) if _askable(s)]
            for id_ in sorted(story.articles)
        },
    )
    filled: list[Filled] = []
    for fill in WAYS:
        found = list(fill(told))
        filled.extend(found)
        told.used.update(id_ for one in found if len(one.standings) > 1 for id_ in one.claims())
    filled = [one for one in filled if len(one.standings) > 1 or told.used.isdisjoint(one.claims())]
    slots_: dict[str, Slot] = {}
    for one in sorted(filled, key=lambda one: (one.rank, one.about)):
        answers = _answers(one, articles, policy)
        slot = _slot(story, one, answers, articles, origins or {}, policy)
        slots_.setdefault(slot.id, slot)
        for second in _seconds(story, one, answers, origins or {}, policy):
            slots_.setdefault(second.id, second)
    return tuple(slots_.values()), tuple(told.missed)


def _askable(s: Statement) -> bool:
    return s.value.dimension != "ordinal" and s.nominal != 0


def _answers(one: Filled, articles: Mapping[str, Article], policy: Policy) -> list[Answer]:
    return [
        answer(articles[id_], s, policy, tuple(one.apart.get(id_, ())))
        for id_, s in sorted(one.standings.items())
    ]


def _slot(
    story: Story,
    one: Filled,
    answers: Sequence[Answer],
    articles: Mapping[str, Article],
    origins: Mapping[str, str],
    policy: Policy,
) -> Slot:
    pairs = [
        *_pairs(answers, articles, policy, doubted=one.doubted),
        *(a.internal for a in answers if a.internal is not None),
    ]
    if one.only_agree:
        pairs = [p for p in pairs if p.relation.kind in _PLAIN]
    id_ = f"{story.id}:{one.about.slug}:{answers[0].cell.article}"
    return _made(id_, story, one, [a.cell for a in answers], pairs, origins)


def _seconds(
    story: Story,
    one: Filled,
    answers: Sequence[Answer],
    origins: Mapping[str, str],
    policy: Policy,
) -> Iterator[Slot]:
    """A slot for each second figure of an article that words explain beside the others' figures."""
    for mine in answers:
        for cell, reading in mine.seconds:
            pairs, cells = [], [cell]
            for theirs in answers:
                if theirs is mine:
                    continue
                relation = relate(reading, theirs.reading, policy)
                if relation.kind in _EXPLAINED and relation.firm:
                    a, b = sorted((mine.cell.article, theirs.cell.article))
                    pairs.append(Pair(a, b, relation))
                    cells.append(theirs.cell)
            if pairs:
                id_ = f"{story.id}:{one.about.slug}:{cell.article}:{reading.claim.span.start}"
                cells.sort(key=lambda c: c.article)
                yield _made(id_, story, one, cells, pairs, origins)


def _made(
    id_: str,
    story: Story,
    one: Filled,
    cells: Sequence[Cell],
    pairs: Sequence[Pair],
    origins: Mapping[str, str],
) -> Slot:
    worst = max(pairs, key=lambda p: SEVERITY[p.relation.kind], default=None)
    kind, reason = Kind.SINGLE, "One article gives this figure."
    if worst is not None:
        kind, reason = worst.relation.kind, worst.relation.reason
    first = next(iter(one.standings.values())).current.value
    return Slot(
        id=id_,
        story=story.id,
        kind="quantity",
        measure=measure_of(first),
        counted=first.counted,
        unit=first.amount.unit.name if first.amount.unit else None,
        subject=first.subject,
        event=first.event,
        scope=_shared([cell.scope for cell in cells]),
        cells=tuple(cells),
        pairs=tuple(pairs),
        relation=kind,
        reason=reason,
        origins=len({origins.get(cell.article, cell.article) for cell in cells}),
        why=one.why,
    )


def _pairs(
    answers: Sequence[Answer], articles: Mapping[str, Article], policy: Policy, *, doubted: bool
) -> Iterable[Pair]:
    for k, a in enumerate(answers):
        others = answers[k + 1 :] if len(answers) <= _ALL_PAIRS else answers[k + 1 : k + 2]
        for b in others:
            relation = relate(a.reading, b.reading, policy)
            plain = relation.kind in _PLAIN or (relation.kind in _EXPLAINED and relation.firm)
            if plain or (not _follow_up(a, b) and _sure(a, b, articles, doubted)):
                yield Pair(a.cell.article, b.cell.article, relation)


def _sure(a: Answer, b: Answer, articles: Mapping[str, Article], doubted: bool) -> bool:
    """Whether two figures can contradict each other: no doubt that both are of one thing."""
    if not _comparable(a, b) or min(a.weight, b.weight) < _LEAST:
        return False
    if _nominal(a) in b.also or _nominal(b) in a.also:
        return False
    if _mentions_some(a, articles) or _mentions_some(b, articles):
        return False
    if a.weight + b.weight >= _SURE and not doubted:
        return True
    mine, theirs = (anchors(x.reading.claim, articles[x.cell.article]) for x in (a, b))
    alike = len(mine.sentence & theirs.sentence)
    needed = _MUCH_ALIKE if doubted and not slipped(_nominal(a), _nominal(b)) else _ALIKE
    return alike >= needed and bool(mine.all_names & theirs.all_names)


def _mentions_some(answer: Answer, articles: Mapping[str, Article]) -> bool:
    """Whether a figure far down speaks of some that were told before ("the two men", "two of")."""
    claim = answer.reading.claim
    if answer.weight >= _LED:
        return False
    text = articles[answer.cell.article].part(claim.field)
    before = text[claim.sentence.start : claim.span.start].lower()
    return before.endswith(_DEFINITE) or text.startswith(" of ", claim.span.end)


def _follow_up(a: Answer, b: Answer) -> bool:
    """Whether one of two articles came so much later that it gives no latest count."""
    one, other = a.reading.published, b.reading.published
    if one is None or other is None:
        return False
    return max(one[0] - other[1], other[0] - one[1]).days >= FAR


def _nominal(answer: Answer) -> Decimal | None:
    value = answer.reading.claim.value
    return value.amount.nominal if isinstance(value, Quantity) else None


def _comparable(a: Answer, b: Answer) -> bool:
    """Whether two figures lie near enough to be of one thing; a slip by ten or a hundred is."""
    lows = sorted(x for x in (a.cell.low or a.cell.high, b.cell.low or b.cell.high) if x)
    if len(lows) < 2 or lows[1] <= _FAR_APART * lows[0]:
        return True
    return lows[1] / lows[0] in POWERS


def _shared(scopes: Sequence[Scope]) -> Scope:
    def same(name: str) -> str | None:
        values = {getattr(scope, name) for scope in scopes}
        return values.pop() if len(values) == 1 else None

    return Scope(same("place"), same("subset"), same("period"))
