"""Slots: one question each, with the answer of every article of the story that gives one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from xref.compare import DEFAULT, Policy, relate
from xref.compare.amounts import Fit, compare_quantities
from xref.lexicon import table
from xref.link.anchors import anchors
from xref.link.cells import Answer, answer
from xref.link.current import Standing, standing
from xref.link.questions import (
    Question,
    family,
    generic,
    measure_of,
    plainly,
    question,
    size,
    value_question,
    way,
)
from xref.link.same_event import event_evidence, joined, known, one_event
from xref.link.statements import Statement, statements
from xref.model.amount import Bound
from xref.model.article import Article
from xref.model.claim import Claim, Mode, Scope
from xref.model.link import NotCompared, Pair, Slot, Story
from xref.model.relation import SEVERITY, Kind

_ALL_PAIRS = 24
"""Up to so many cells every pair is related; beyond, each cell is related to the next."""
_SURE = 7.0
_LEAST = 2.0
"""How much must speak for two figures before they can contradict each other, together and each."""
_SMALL = 12
_VAGUE = 10
_COUNTS = frozenset({"count", "duration"})
_OTHERWISE = 2
"""How much must tie two lengths that differ to one event; for equal ones 1 is enough."""
_EQUAL = 5
_FAR_APART = 20
"""Figures further apart than this factor are not of one thing."""
_GRAVE = frozenset({Kind.CONFLICT, Kind.ATTRIBUTED})
_PLAIN = frozenset({Kind.AGREE, Kind.COMPATIBLE})


@dataclass(slots=True)
class _Filled:
    """A question with the standing statements of the articles that answer it."""

    about: Question
    why: str
    standings: dict[str, Standing] = field(default_factory=dict)
    only_agree: bool = False
    apart: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)

    def claims(self) -> Iterator[str]:
        """The claims that the slot's cells hold."""
        for one in self.standings.values():
            for s in (one.current, *one.same, *one.outdated, *one.rivals):
                yield s.claim.id

    @property
    def rank(self) -> tuple[bool, Question]:
        """The event's own figures come before those that only share a value."""
        return self.only_agree, self.about


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
    stated = {
        id_: [s for s in statements(articles[id_], claims.get(id_, ())) if _askable(s)]
        for id_ in sorted(story.articles)
    }
    missed: list[NotCompared] = []
    filled = [*_own(stated, articles, missed), *_by_subject(stated), *_by_event(stated)]
    shared = {id_ for one in filled if len(one.standings) > 1 for id_ in one.claims()}
    by_value = list(_by_value(stated, articles, shared))
    taken = {id_ for one in by_value for id_ in one.claims()}
    filled = [one for one in filled if len(one.standings) > 1 or not taken & set(one.claims())]
    found: dict[str, Slot] = {}
    for one in sorted([*filled, *by_value], key=lambda one: one.rank):
        slot = _slot(story, one, articles, origins or {}, policy)
        found.setdefault(slot.id, slot)
    return tuple(found.values()), tuple(missed)


def _askable(s: Statement) -> bool:
    return s.value.dimension != "ordinal" and s.nominal != 0


def _own(
    stated: Mapping[str, Sequence[Statement]],
    articles: Mapping[str, Article],
    missed: list[NotCompared],
) -> Iterator[_Filled]:
    """One slot for each measure of which an article has one figure: that of its own event."""
    answers: dict[Question, dict[str, Standing]] = defaultdict(dict)
    for id_, found in stated.items():
        for about, standing_ in _own_answers(found).items():
            answers[about][id_] = standing_
    told_apart: Mapping[str, str] = table("questions")["told_apart"]
    for about in sorted(answers):
        beside = {
            id_: (other.current.claim,)
            for question_, found_ in answers.items()
            if question_.what == told_apart.get(about.what)
            for id_, other in found_.items()
        }
        seen = {id_: known(articles[id_]) for id_ in answers[about]}
        groups = joined(list(seen.items()), lambda a, b: one_event(a[1], b[1]))
        for group in groups:
            why = f"each article's own figure for {about.what}"
            yield _Filled(about, why, {id_: answers[about][id_] for id_, _ in group}, apart=beside)
        if len(groups) > 1:
            apart = tuple(answers[about][group[0][0]].current.claim.id for group in groups)
            missed.append(
                NotCompared(apart, "the articles share no names, so these may be several events")
            )


def _own_answers(found: Sequence[Statement]) -> dict[Question, Standing]:
    """One article's figures of its own event, by question.

    People hit without telling whether they were killed count with the injured where nobody died;
    people in hospital stand for the injured where nothing else tells of them.
    """
    lexicon = table("questions")
    asked: dict[Question, list[Statement]] = defaultdict(list)
    hit: dict[Question, list[Statement]] = defaultdict(list)
    treated: dict[Question, list[Statement]] = defaultdict(list)
    for s in found:
        if s.value.mode is Mode.LEVEL and way(measure_of(s.value)) == "own":
            measure = s.value.measure
            plain = measure not in lexicon["stands_for"]
            kept = asked if plain else hit if measure == lexicon["hit"] else treated
            kept[question(s.value)].append(s)
    out = {about: one for about, own in asked.items() if (one := standing(own))}
    if not any(about.what == lexicon["unless"] for about in out):
        for about, own in hit.items():
            pooled = standing([*asked[about], *own])
            if pooled is not None:
                out[about] = pooled
    for about, own in treated.items():
        known = out.get(about)
        lone = known is None or (known.current.derived and known.current.nominal == 1)
        if lone and (one := standing(own)):
            out[about] = one
    return out


def _by_subject(stated: Mapping[str, Sequence[Statement]]) -> Iterator[_Filled]:
    """One slot for each subject of a measure ("Russia", "the alliance")."""
    asked: dict[Question, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for id_, found in stated.items():
        for s in found:
            if s.value.mode is Mode.LEVEL and way(s.value.measure) == "subject":
                asked[question(s.value)][id_].append(s)
    for about in sorted(asked):
        standings = {id_: one for id_, own in asked[about].items() if (one := standing(own))}
        if standings:
            yield _Filled(about, f"{about.what} of {about.subject or 'one side'}", standings)


def _by_event(stated: Mapping[str, Sequence[Statement]]) -> Iterator[_Filled]:
    """One slot for each meeting, visit or delay that a length is told of."""
    asked: dict[Question, list[tuple[str, Statement]]] = defaultdict(list)
    for id_, found in stated.items():
        for s in found:
            if s.value.mode is Mode.LEVEL and way(s.value.measure) == "event":
                asked[question(s.value)].append((id_, s))

    def touch(a: tuple[str, Statement], b: tuple[str, Statement]) -> float:
        found = event_evidence(a[1].value.event, b[1].value.event)
        if _fits(a[1], b[1]):
            return found + _EQUAL if found >= 1 else 0
        return found if found >= _OTHERWISE else 0

    def clash(a: tuple[str, Statement], b: tuple[str, Statement]) -> bool:
        if event_evidence(a[1].value.event, b[1].value.event) < 0:
            return True
        return a[0] == b[0] and not _fits(a[1], b[1])  # one article tells the two apart

    for about in sorted(asked):
        for group in joined(asked[about], touch, clash):
            own: dict[str, list[Statement]] = defaultdict(list)
            for id_, s in group:
                own[id_].append(s)
            standings = {id_: one for id_, mine in own.items() if (one := standing(mine))}
            if standings:
                first = group[0][1].value.event
                told = (
                    " ".join(filter(None, (first.kind, first.weekday, first.place)))
                    if first
                    else ""
                )
                yield _Filled(about._replace(subset=told), "one event", standings)


def _fits(a: Statement, b: Statement) -> bool:
    return compare_quantities(a.value, b.value, DEFAULT).fit is not Fit.APART


class _Said(NamedTuple):
    """A figure beside its words: those near it, those of its sentence, and the names right by it."""

    article: str
    statement: Statement
    near: frozenset[str]
    sentence: frozenset[str]
    names: frozenset[str]


def _by_value(
    stated: Mapping[str, Sequence[Statement]],
    articles: Mapping[str, Article],
    used: set[str],
) -> Iterator[_Filled]:
    """One slot for each value that several articles give beside the same words."""
    asked: dict[tuple[Question, str], list[_Said]] = defaultdict(list)
    for id_, found in stated.items():
        for s in found:
            if s.claim.id not in used and _telling(s):
                words = anchors(s.claim, articles[id_])
                about = value_question(s.value)
                asked[about, family(s.value)].append(_Said(id_, s, *words))
    for about, kind in sorted(asked):
        items = sorted(
            asked[about, kind],
            key=lambda said: (size(said.statement.value.amount), said.statement.claim.id),
        )
        for group in joined(items, _same_value):
            if len({said.article for said in group}) > 1:
                yield _value_slot(about, group, stated)


def _telling(s: Statement) -> bool:
    """Whether a figure says enough to be looked for elsewhere: not "one", "a day", "several"."""
    if s.claim.repeats is not None or s.derived:
        return False
    amount = s.value.amount
    if amount.nominal is None:
        return amount.low is not None and amount.low >= _VAGUE
    return amount.nominal > 1 or s.value.dimension not in _COUNTS


def _same_value(a: _Said, b: _Said) -> bool:
    mine, theirs = a.statement.value, b.statement.value
    if compare_quantities(plainly(mine), plainly(theirs), DEFAULT).fit is not Fit.EQUAL:
        return False
    if mine.dimension == "age" and not a.names & b.names:
        return False
    return len(a.near & b.near) + len(a.sentence & b.sentence) / 2 >= _needed(a.statement)


def _value_slot(
    about: Question, group: Sequence[_Said], stated: Mapping[str, Sequence[Statement]]
) -> _Filled:
    own: dict[str, list[Statement]] = defaultdict(list)
    for said in group:
        own[said.article].append(said.statement)
    standings = {}
    for id_, mine in own.items():
        ids = {s.claim.id for s in mine}
        copies = [s for s in stated[id_] if s.claim.repeats in ids]
        exact = (s for s in mine if s.value.amount.bound is Bound.EXACT)
        standings[id_] = Standing(
            next(exact, mine[0]), (), (), (*mine, *copies), (), mine[0].weight
        )
    shared = " ".join(sorted(group[0].near & group[1].near)[:3])
    told = f"{size(group[0].statement.value.amount):f} {shared}"
    why = f"the same value beside the same words ({shared})"
    return _Filled(about._replace(subset=told), why, standings, only_agree=True)


def _needed(s: Statement) -> float:
    """How many words two equal figures must share: few where the value or the noun tells a lot."""
    nominal = s.nominal
    noun = s.value.counted or (s.value.amount.unit.name if s.value.amount.unit else "")
    needed = 1.0 if noun and noun not in generic() else 2.0
    if nominal is None:
        return needed
    digits = nominal.normalize().as_tuple().digits
    if len(digits) >= 3:
        return 0.5
    return needed - 0.5 if nominal > _SMALL else needed


def _slot(
    story: Story,
    one: _Filled,
    articles: Mapping[str, Article],
    origins: Mapping[str, str],
    policy: Policy,
) -> Slot:
    answers = [
        answer(articles[id_], s, policy, tuple(one.apart.get(id_, ())))
        for id_, s in sorted(one.standings.items())
    ]
    pairs = [*_pairs(answers, policy), *(a.internal for a in answers if a.internal is not None)]
    if one.only_agree:
        pairs = [p for p in pairs if p.relation.kind in _PLAIN]
    worst = max(pairs, key=lambda p: SEVERITY[p.relation.kind], default=None)
    value = next(iter(one.standings.values())).current.value
    voices = len({origins.get(a.cell.article, a.cell.article) for a in answers})
    kind, reason = Kind.SINGLE, "One article gives this figure."
    if worst is not None:
        kind, reason = worst.relation.kind, worst.relation.reason
    return Slot(
        id=f"{story.id}:{one.about.slug}:{answers[0].cell.article}",
        story=story.id,
        kind="quantity",
        measure=measure_of(value),
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
        why=one.why,
    )


def _pairs(answers: Sequence[Answer], policy: Policy) -> Iterable[Pair]:
    for k, a in enumerate(answers):
        others = answers[k + 1 :] if len(answers) <= _ALL_PAIRS else answers[k + 1 : k + 2]
        for b in others:
            relation = relate(a.reading, b.reading, policy)
            sure = a.weight + b.weight >= _SURE and min(a.weight, b.weight) >= _LEAST
            if relation.kind in _GRAVE and not (sure and _comparable(a, b)):
                continue
            yield Pair(a.cell.article, b.cell.article, relation)


def _comparable(a: Answer, b: Answer) -> bool:
    """Whether two figures lie near enough to be of one thing; a slip by ten or a hundred is."""
    lows = sorted(x for x in (a.cell.low or a.cell.high, b.cell.low or b.cell.high) if x)
    if len(lows) < 2 or lows[1] <= _FAR_APART * lows[0]:
        return True
    return lows[1] / lows[0] in (10, 100, 1000)


def _shared(scopes: Sequence[Scope]) -> Scope:
    def same(name: str) -> str | None:
        values = {getattr(scope, name) for scope in scopes}
        return values.pop() if len(values) == 1 else None

    return Scope(same("place"), same("subset"), same("period"))
