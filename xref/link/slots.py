"""Slots: one question each, with the answer of every article of the story that gives one."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from xref.compare import DEFAULT, Policy, relate
from xref.link.cells import Answer, answer
from xref.link.filled import Filled, Told
from xref.link.pairing import EXPLAINED, PLAIN, pairs, prints
from xref.link.questions import measure_of
from xref.link.statements import Statement, statements
from xref.link.ways import event, own, subject, telling, value, words
from xref.model.article import Article
from xref.model.claim import Claim, Scope
from xref.model.link import Cell, NotCompared, Pair, Slot, Story
from xref.model.relation import SEVERITY, Kind

WAYS: tuple[Callable[[Told], Iterator[Filled]], ...] = (
    own.fill,
    subject.fill,
    event.fill,
    telling.fill,
    words.fill,
    value.fill,
)
"""How figures find each other, the surest way first."""


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
        for slot in _slots(story, one, answers, articles, origins or {}, policy, told.missed):
            slots_.setdefault(slot.id, slot)
        for second in _seconds(story, one, answers, articles, origins or {}, policy):
            slots_.setdefault(second.id, second)
    return tuple(slots_.values()), tuple(told.missed)


def _askable(s: Statement) -> bool:
    return s.value.dimension != "ordinal" and s.nominal != 0


def _answers(one: Filled, articles: Mapping[str, Article], policy: Policy) -> list[Answer]:
    return [
        answer(articles[id_], s, policy, tuple(one.apart.get(id_, ())))
        for id_, s in sorted(one.standings.items())
    ]


def _slots(
    story: Story,
    one: Filled,
    answers: Sequence[Answer],
    articles: Mapping[str, Article],
    origins: Mapping[str, str],
    policy: Policy,
    missed: list[NotCompared],
) -> Iterator[Slot]:
    """The slot of the answers; a slot each where nothing can be said of any two of them.

    Two answers that may not be of one thing go to `missed`, with the reason.
    """
    related, unsure = pairs(answers, articles, policy, doubted=one.doubted)
    missed.extend(unsure)
    apart = [[a] for a in answers] if unsure and not related else [answers]
    for together in apart:
        found = [*related, *(a.internal for a in together if a.internal is not None)]
        if one.only_agree:
            found = [p for p in found if p.relation.kind in PLAIN]
        id_ = f"{story.id}:{one.about.slug}:{together[0].cell.article}"
        yield _made(id_, story, one, [a.cell for a in together], found, origins)


def _seconds(
    story: Story,
    one: Filled,
    answers: Sequence[Answer],
    articles: Mapping[str, Article],
    origins: Mapping[str, str],
    policy: Policy,
) -> Iterator[Slot]:
    """A slot for each second figure of an article that words explain beside the others' figures."""
    for mine in answers:
        for cell, reading in mine.seconds:
            explained, cells = [], [cell]
            for theirs in answers:
                if theirs is mine or prints(articles[theirs.cell.article], reading, articles):
                    continue
                relation = relate(reading, theirs.reading, policy)
                if relation.kind in EXPLAINED and relation.firm:
                    a, b = sorted((mine.cell.article, theirs.cell.article))
                    explained.append(Pair(a, b, relation))
                    cells.append(theirs.cell)
            if explained:
                id_ = f"{story.id}:{one.about.slug}:{cell.article}:{reading.claim.span.start}"
                cells.sort(key=lambda c: c.article)
                yield _made(id_, story, one, cells, explained, origins)


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
    if len(cells) > 1:
        reason = "Several articles give such a figure; too little shows that it is the same one."
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


def _shared(scopes: Sequence[Scope]) -> Scope:
    def same(name: str) -> str | None:
        values = {getattr(scope, name) for scope in scopes}
        return values.pop() if len(values) == 1 else None

    return Scope(same("place"), same("subset"), same("period"))
