"""What a rule looked at, step by step: for its tests, and for whoever asks why it says nothing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from xref.model.claim import Claim
from xref.rules import compare_figures, compare_titles, compare_words
from xref.rules.backing import Excuse
from xref.rules.checks import kinds_of
from xref.rules.engine import outcomes
from xref.rules.models import ClaimRule, CompareRule, Rule, SupportRule
from xref.rules.outcome import Outcome, Pairing
from xref.rules.scene import Scene
from xref.rules.select import Selector, holds_for_check, holds_for_person
from xref.rules.split import together


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Something that came near to a finding, and what kept it away."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Funnel:
    """The way of a rule through one run: (step, how many were left), and what fell out."""

    steps: tuple[tuple[str, int], ...]
    refused: tuple[tuple[str, int], ...]
    outcomes: tuple[Outcome, ...]
    near_misses: tuple[NearMiss, ...]


def selected_claims(rule: Rule, where: Scene) -> list[Claim]:
    """The claims that a rule's `select` takes; for a check, those that its places name."""
    kind = rule.select.kind or frozenset()
    if kind == frozenset({"check"}):
        return [
            where.claims[place.claim]
            for check in where.linked.checks
            if holds_for_check(check, rule.select)
            for place in check.places
            if place.claim is not None and place.claim in where.claims
        ]
    if kind == frozenset({"person"}):
        return []
    selector = Selector(rule.select)
    kinds = kinds_of(rule)
    return [
        claim
        for claim in where.claims.values()
        if claim.kind in kinds and selector.takes(claim, where.articles[claim.article])
    ]


def funnel(rule: Rule, where: Scene, most: int = 20) -> Funnel:
    """Follow a rule through a run; at most `most` near misses are kept."""
    found = tuple(outcomes(rule, where))
    kinds = kinds_of(rule)
    selector = Selector(rule.select)
    of_kind = [claim for claim in where.claims.values() if claim.kind in kinds]
    refused = Counter(
        key
        for claim in of_kind
        if (key := selector.refused(claim, where.articles[claim.article])) is not None
    )
    selected = selected_claims(rule, where)
    steps = [
        (f"claims of kind {', '.join(sorted(kinds))}", len(of_kind)),
        ("selected", len(selected)),
    ]
    misses: list[NearMiss] = []
    if isinstance(rule, CompareRule):
        more, near = _compared(rule, where)
        steps = more if rule.comparison == "titles" else [*steps, *more]
        misses.extend(near)
    else:
        misses.extend(_excused(rule, selected, where))
    misses.extend(_not_compared(selected, where))
    steps.append(("outcomes", len(found)))
    steps.append(("findings", sum(outcome.finding is not None for outcome in found)))
    return Funnel(
        tuple(steps),
        tuple(sorted(refused.items(), key=lambda each: (-each[1], each[0]))),
        found,
        tuple(misses[:most]),
    )


def _compared(rule: CompareRule, where: Scene) -> tuple[list[tuple[str, int]], list[NearMiss]]:
    if rule.comparison == "titles":
        people = [p for p in where.linked.persons if holds_for_person(p, rule.select)]
        pairs = sum(len(compare_titles.pairs(rule, person, where)) for person in people)
        return [("persons", len(people)), ("pairs of titles", pairs)], []
    parts: list[tuple[str, tuple[Claim, ...], Sequence[Pairing]]] = []
    if rule.comparison == "words":
        for utterance, several in compare_words.groups(rule, where):
            parts += [
                (utterance.id, part, compare_words.pairings(rule, utterance, part, where))
                for part in several
            ]
        name = "utterances"
    else:
        for slot, several in compare_figures.groups(rule, where):
            parts += [
                (slot.id, part, compare_figures.pairings(rule, slot, part, where))
                for part in several
            ]
        name = "slots"
    shared = [part for part in parts if len(part[1]) > 1]
    steps = [
        (f"groups ({name}, split)", len(parts)),
        ("groups that several articles fill", len(shared)),
        ("pairs", sum(len(pairs) for _, _, pairs in parts)),
    ]
    return steps, [miss for part in shared if not part[2] for miss in _apart(rule, part[1], where)]


def _apart(rule: CompareRule, claims: Sequence[Claim], where: Scene) -> list[NearMiss]:
    """Why a group that several articles fill yields no pair."""
    first, second = claims[0], claims[1]
    what = f"{first.outlet}: “{first.text}” · {second.outlet}: “{second.text}”"
    why = together(first, second, rule.group, where)
    if why is None:
        origins = where.origins(frozenset(claim.article for claim in claims))
        if origins < rule.group.min_sources:
            why = f"{origins} independent texts, {rule.group.min_sources} needed"
        else:
            why = "linking put them in one question but related no pair of them"
    return [NearMiss(what, why)]


_EXCUSES = {
    "unless": "excused: it is of the sort that unless: names",
    "sourced": "excused: the same figure has a source elsewhere",
    "background": "excused: it is beside the point of the story",
    "corroborated": "excused: enough independent texts bear it out",
}


def _excused(
    rule: ClaimRule | SupportRule, selected: Sequence[Claim], where: Scene
) -> list[NearMiss]:
    """The selected claims that `unless` lets pass, each with the reason."""
    excuse = Excuse(rule.unless)
    return [
        NearMiss(f"{claim.outlet}: “{claim.text}”", _EXCUSES[why])
        for claim in selected
        if (why := excuse.of(claim, where)) is not None
    ]


def _not_compared(selected: Sequence[Claim], where: Scene) -> list[NearMiss]:
    ids = {claim.id for claim in selected}
    found: list[NearMiss] = []
    for each in where.linked.not_compared:
        if ids.intersection(each.claims):
            told = [where.claims[claim] for claim in each.claims if claim in where.claims]
            what = " · ".join(f"{claim.outlet}: “{claim.text}”" for claim in told)
            found.append(NearMiss(what, each.reason))
    return found
