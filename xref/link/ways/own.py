"""One figure for each article: that of its own event."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from xref.lexicon import table
from xref.link.current import Standing, standing
from xref.link.filled import Filled, Told
from xref.link.questions import Question, measure_of, question, way
from xref.link.same_event import joined, known, one_event
from xref.link.statements import Statement
from xref.model.claim import Mode
from xref.model.link import NotCompared

_RANK = 0
_HEAD = 2
"""The last sentence of an article's head."""
_BACKGROUND = 3.0
"""How much less speaks for deaths that an article tells of in passing: those of another event."""
_NARROWER = frozenset(table("relations")["narrower"])
"""Nouns of an article's second figures that may count some of the people only ("28 adults")."""


def fill(told: Told) -> Iterator[Filled]:
    """One slot for each measure of which an article has one figure, one for each place in it."""
    yield from _whole(told)
    yield from _places(told)


def _whole(told: Told) -> Iterator[Filled]:
    answers: dict[Question, dict[str, Standing]] = defaultdict(dict)
    for id_, found in told.stated.items():
        for about, one in _answers(found).items():
            answers[about][id_] = one
    apart: Mapping[str, str] = table("questions")["told_apart"]
    for about in sorted(answers):
        beside = {
            id_: (other.current.claim,)
            for asked, found_ in answers.items()
            if asked.what == apart.get(about.what)
            for id_, other in found_.items()
        }
        seen = {id_: known(told.articles[id_]) for id_ in answers[about]}
        groups = joined(list(seen.items()), lambda a, b: one_event(a[1], b[1]))
        why = f"each article's own figure for {about.what}"
        for group in groups:
            standings = {id_: answers[about][id_] for id_, _ in group}
            yield Filled(about, why, standings, _RANK, apart=beside)
        if len(groups) > 1:
            heads = tuple(answers[about][group[0][0]].current.claim.id for group in groups)
            reason = "the articles share no names or places, so these may be several events"
            told.missed.append(NotCompared(heads, reason))


def _answers(found: Sequence[Statement]) -> dict[Question, Standing]:
    """One article's figures of its own event, by question.

    People hit without telling whether they were killed count with the injured where nobody died in
    the article's own event;
    people in hospital stand for the injured where nothing else tells of them all.
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
    out = {about: one for about, own in asked.items() if (one := standing(own, seconds=_NARROWER))}
    dead = max(
        (one.weight for about, one in out.items() if about.what == lexicon["unless"]), default=None
    )
    for about, own in hit.items():
        pooled = standing([*asked[about], *own])
        if pooled is not None and (dead is None or dead <= pooled.weight - _BACKGROUND):
            out[about] = pooled
    for about, own in treated.items():
        one = standing(own)
        if one is not None and _stands_for(one, out.get(about)):
            out[about] = one
    return out


def _stands_for(treated: Standing, hurt: Standing | None) -> bool:
    """Whether people in hospital are the injured: no others are told of, or some of them only."""
    if hurt is None or (hurt.current.derived and hurt.current.nominal == 1):
        return True
    headed = treated.current.number <= _HEAD < hurt.current.number
    return headed and (treated.current.nominal or 0) > (hurt.current.nominal or 0)


def _places(told: Told) -> Iterator[Filled]:
    """One slot for each place of which the articles give a part of their figure."""
    asked: dict[Question, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for id_, found in told.stated.items():
        for s in found:
            place = s.value.scope.place
            confined = s.part or s.alone is not None
            if place and confined and way(measure_of(s.value)) == "own":
                about = question(s.value)._replace(subset=place.lower())
                asked[about][id_].append(s)
    for about in sorted(asked):
        standings = {
            id_: one for id_, own in asked[about].items() if (one := standing(own, parts=True))
        }
        if len(standings) > 1:
            why = f"{about.what} in {about.subset.title()}"
            yield Filled(about, why, standings, _RANK + 1)
