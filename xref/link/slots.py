"""Slots: one question each, with the answer of every article of the story that gives one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from xref.compare import DEFAULT, Policy, relate
from xref.link.cells import Answer, answer
from xref.link.keys import Question, question
from xref.model.article import Article
from xref.model.claim import Claim, Quantity, Scope
from xref.model.link import NotCompared, Pair, Slot, Story
from xref.model.relation import SEVERITY, Kind

_ALL_PAIRS = 24
"""Up to so many cells every pair is related; beyond, each cell is related to its neighbours."""


def slots(
    story: Story,
    articles: Mapping[str, Article],
    claims: Mapping[str, Sequence[Claim]],
    origins: Mapping[str, str] | None = None,
    policy: Policy = DEFAULT,
) -> tuple[tuple[Slot, ...], tuple[NotCompared, ...]]:
    """The slots of a story, in order of their ids, and the near misses that fill none.

    `origins` maps an article to the text that it was copied from or shares; an article that it
    does not name is a text of its own.
    """
    asked: dict[Question, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for id_ in sorted(story.articles):
        for claim in claims.get(id_, ()):
            about = question(claim)
            if about is not None:
                asked[about][id_].append(claim)
    found: list[Slot] = []
    for about in sorted(asked):
        answers = [answer(articles[id_], own, policy) for id_, own in asked[about].items()]
        if len(answers) < 2 and about.value:
            continue
        found.append(_slot(story, about, answers, origins or {}, policy))
    return tuple(found), ()


def _slot(
    story: Story,
    about: Question,
    answers: Sequence[Answer],
    origins: Mapping[str, str],
    policy: Policy,
) -> Slot:
    pairs = [*_pairs(answers, policy), *(a.internal for a in answers if a.internal is not None)]
    worst = max(pairs, key=lambda p: SEVERITY[p.relation.kind], default=None)
    value = answers[0].reading.claim.value
    assert isinstance(value, Quantity)
    voices = len({origins.get(a.cell.article, a.cell.article) for a in answers})
    if worst is None:
        kind, reason = Kind.SINGLE, "One article gives this figure."
    else:
        kind, reason = worst.relation.kind, worst.relation.reason
    return Slot(
        id=f"{story.id}:{about.slug}",
        story=story.id,
        kind="quantity",
        measure=value.measure,
        counted=value.counted,
        unit=value.amount.unit.name if value.amount.unit else None,
        subject=value.subject,
        event=value.event,
        scope=_shared([a.cell.scope for a in answers]),
        cells=tuple(a.cell for a in answers),
        pairs=tuple(pairs),
        relation=kind,
        reason=reason,
        origins=voices,
        why=f"the same measure: {about.what}",
    )


def _pairs(answers: Sequence[Answer], policy: Policy) -> Iterable[Pair]:
    for k, a in enumerate(answers):
        others = answers[k + 1 :] if len(answers) <= _ALL_PAIRS else answers[k + 1 : k + 2]
        for b in others:
            yield Pair(a.cell.article, b.cell.article, relate(a.reading, b.reading, policy))


def _shared(scopes: Sequence[Scope]) -> Scope:
    def same(name: str) -> str | None:
        values = {getattr(scope, name) for scope in scopes}
        return values.pop() if len(values) == 1 else None

    return Scope(same("place"), same("subset"), same("period"))
