"""The way of a rule through one run, step by step: how many were left, and why the others fell out.

Every step names what it dropped by reason, with examples. Nothing is judged anew: the steps are
those of the engine.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

from xref.model.claim import Claim, Date, Quantity
from xref.model.match import Match
from xref.rules import compare_figures, compare_words
from xref.rules.backing import Excuse, backers, distinct, sourced_elsewhere
from xref.rules.checks import kinds_of
from xref.rules.engine import outcomes
from xref.rules.funnel_others import checked, headed, named, reckoned, titled
from xref.rules.models import ArithmeticRule, ClaimRule, CompareRule, Rule, SupportRule
from xref.rules.outcome import Outcome, Pairing
from xref.rules.scene import Scene
from xref.rules.select import Selector, Sides, holds_for_check
from xref.rules.single import once, things
from xref.rules.steps import EXAMPLES, Example, Funnel, Reasons, Step, shown

Weigh = Callable[[Claim, Claim], "Match | str"]
"""The match of two claims that nothing put together, or why there is none."""


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
    if kind <= frozenset({"person", "list"}) and kind:
        return []
    against = rule.against if isinstance(rule, CompareRule) else None
    selector = Sides(rule.select, against)
    kinds = kinds_of(rule)
    return [
        claim
        for claim in where.claims.values()
        if claim.kind in kinds and selector.takes(claim, where.articles[claim.article])
    ]


def funnel(rule: Rule, where: Scene, weigh: Weigh | None = None) -> Funnel:
    """Follow a rule through a run; `weigh` tells of two claims why they were not matched."""
    found = tuple(outcomes(rule, where))
    kind = rule.select.kind or frozenset()
    if kind == frozenset({"check"}):
        steps = checked(rule, where)
    elif isinstance(rule, CompareRule) and rule.comparison == "titles":
        steps = titled(rule, where)
    elif isinstance(rule, CompareRule) and rule.comparison == "names":
        steps = named(rule, where)
    else:
        steps = [*_selected(rule, where)]
        chosen = selected_claims(rule, where)
        if isinstance(rule, ArithmeticRule):
            steps += reckoned(rule, where)
        elif isinstance(rule, CompareRule) and rule.comparison == "headline":
            steps += headed(rule, where)
        elif isinstance(rule, CompareRule):
            steps += _compared(rule, chosen, where, weigh)
        else:
            steps += _alone(rule, chosen, where)
    return Funnel((*steps, *_reported(rule, found)), found)


def _selected(rule: Rule, where: Scene) -> list[Step]:
    """All claims of the rule's kinds, then those that `select` takes.

    Of those turned away the ones that fail by the fewest keys come first.
    """
    kinds = kinds_of(rule)
    selector = Selector(rule.select)
    other = rule.against if isinstance(rule, CompareRule) else None
    against = Selector(other) if other is not None else None
    of_kind = [claim for claim in where.claims.values() if claim.kind in kinds]
    refused: list[tuple[int, str, Claim]] = []
    taken: list[Claim] = []
    for claim in of_kind:
        article = where.articles[claim.article]
        key = selector.refused(claim, article)
        if key is None or (against is not None and against.takes(claim, article)):
            taken.append(claim)
        else:
            refused.append((selector.failing(claim, article), key, claim))
    reasons = Reasons()
    for _, key, claim in sorted(refused, key=lambda each: each[0]):
        reasons.add(f"{key}: does not hold", claim)
    what = f"claims of kind {', '.join(sorted(kinds))}"
    return [
        Step(what, len(of_kind), shown(of_kind) if not taken else ()),
        Step("selected", len(taken), shown(taken), reasons.listed()),
    ]


def _compared(
    rule: CompareRule, chosen: Sequence[Claim], where: Scene, weigh: Weigh | None
) -> list[Step]:
    """Candidates in another article, those matched with one, pairs set against each other."""
    by_story: defaultdict[str | None, dict[str, Claim]] = defaultdict(dict)
    for claim in chosen:
        by_story[where.story_of.get(claim.article)].setdefault(claim.article, claim)
    reasons = Reasons()
    asked: list[Claim] = []
    for claim in chosen:
        story = where.story_of.get(claim.article)
        if any(article != claim.article for article in by_story[story]):
            asked.append(claim)
        elif story is None or len(where.stories[story].articles) < 2:
            reasons.add("its article tells a story that no other article of the run tells", claim)
        else:
            reasons.add("no other article of its story has a selected claim", claim)
    candidates = Step(
        "with a candidate in another article", len(asked), shown(asked), reasons.listed()
    )
    return [candidates, *_matched(rule, asked, by_story, where, weigh)]


def _matched(
    rule: CompareRule,
    asked: Sequence[Claim],
    by_story: "defaultdict[str | None, dict[str, Claim]]",
    where: Scene,
    weigh: Weigh | None,
) -> list[Step]:
    """The candidates that linking took for one thing with another article's, and their pairs."""
    reasons = Reasons()
    matched: list[Claim] = []
    words = rule.comparison == "words"
    apart = {id_: each for each in where.linked.not_compared for id_ in each.claims}
    unsure = {id_: each for each in where.linked.perhaps for id_ in (each.match.a, each.match.b)}
    for claim in asked:
        if words:
            utterance = where.utterance_of.get(claim.id)
            held = utterance is not None and len(utterance.renderings) > 1
        else:
            held = any(len(slot.cells) > 1 for slot in where.slots_of.get(claim.id, ()))
        if held:
            matched.append(claim)
        elif claim.id in unsure:
            told = unsure[claim.id]
            both = tuple(where.claims[id_] for id_ in (told.match.a, told.match.b))
            reasons.add("perhaps of one thing, not likely enough", *both, match=told.match)
        elif claim.id in apart:
            missed = apart[claim.id]
            told_ = [where.claims[id_] for id_ in missed.claims if id_ in where.claims]
            reasons.add(missed.reason, *told_, match=missed.match)
        else:
            others = by_story[where.story_of.get(claim.article)]
            other = next(c for article, c in others.items() if article != claim.article)
            _unlike(reasons, claim, other, None if words else weigh)
    steps = [
        Step("matched with one of them", len(matched), shown(matched), reasons.listed()),
    ]
    return [*steps, *_set_against(rule, where)]


def _unlike(reasons: Reasons, claim: Claim, other: Claim, weigh: Weigh | None) -> None:
    """Why a claim and another article's were never near to being one."""
    figures = all(isinstance(each.value, Quantity | Date) for each in (claim, other))
    told = weigh(claim, other) if weigh is not None and figures else None
    if isinstance(told, str):
        reasons.add(told, claim, other)
    elif told is not None:
        reasons.add("too little speaks for one thing", claim, other, match=told)
    else:
        reasons.add("linking took them for no version of one another", claim, other)


def _set_against(rule: CompareRule, where: Scene) -> list[Step]:
    """The pairs that the rule sets against each other, and what relation each bears."""
    judged: list[tuple[Pairing, str | None]] = []
    reasons = Reasons()
    if rule.comparison == "words":
        for utterance, parts in compare_words.groups(rule, where):
            for part in parts:
                judged += compare_words.judged(rule, utterance, part, where)
            _split_apart(reasons, parts)
    else:
        for slot, parts in compare_figures.groups(rule, where):
            for part in parts:
                judged += compare_figures.judged(rule, slot, part, where)
            _split_apart(reasons, parts)
    kept: list[Pairing] = []
    for pairing, why in judged:
        if why is None:
            kept.append(pairing)
        else:
            reasons.add(why, pairing.a, pairing.b)
    shown = tuple(Example((p.a.id, p.b.id), p.relation) for p in kept[:EXAMPLES])
    return [Step("pairs set against each other", len(kept), shown, reasons.listed())]


def _split_apart(reasons: Reasons, parts: Sequence[Sequence[Claim]]) -> None:
    for one, two in pairwise(parts):
        reasons.add("group.by: sets them apart", one[0], two[0])


_EXCUSES = {
    "unless": "unless: it is of the sort that is named there",
    "sourced": "unless: the same figure has a source elsewhere",
    "background": "unless: it is beside the point of the story",
    "corroborated": "unless: enough independent texts bear it out",
}


def _alone(rule: ClaimRule | SupportRule, chosen: Sequence[Claim], where: Scene) -> list[Step]:
    """The claims that a rule on one claim, or on its backing, is left with after each condition."""
    excuse = Excuse(rule.unless)
    reasons = Reasons()
    standing: list[Claim] = []
    for claim in chosen:
        if claim.repeats is not None:
            reasons.add("text that its article prints twice", claim)
        elif claim.derived_from:
            reasons.add("a total that was added up", claim)
        elif (why := excuse.of(claim, where)) is not None:
            reasons.add(_EXCUSES[why], claim)
        else:
            standing.append(claim)
    first = list(once(standing, where))
    said = {claim.id for claim in first}
    for claim in standing:
        if claim.id not in said:
            reasons.add("said before in its article", claim)
    steps = [Step("not excused, and said for the first time", len(first), (), reasons.listed())]
    if isinstance(rule, SupportRule):
        steps.append(_backed(rule, first, where))
    elif rule.where is not None:
        missing = Reasons()
        left = [claim for claim in first if sourced_elsewhere(claim, where)]
        for claim in first:
            if claim not in left:
                missing.add("where: no other outlet has it from a source that it names", claim)
        steps.append(Step("sourced elsewhere", len(left), shown(left), missing.listed()))
    return steps


def _backed(rule: SupportRule, claims: Sequence[Claim], where: Scene) -> Step:
    reasons = Reasons()
    left: list[Claim] = []
    need = rule.require
    asked: set[str] = set()
    for claim in claims:
        story = where.stories.get(where.story_of.get(claim.article, ""))
        texts = where.origins(frozenset(story.articles)) if story is not None else 0
        found = distinct(backers(claim, where), need.distinct, where)
        if need.over == "stories" and not asked.isdisjoint(one := things(claim, where)):
            reasons.add("asked before: another claim of its story is of the same thing", claim)
            continue
        if need.over == "stories":
            asked |= one
        elif texts < need.min:
            reasons.add(f"its story has fewer than {need.min} independent texts", claim)
            continue
        if found >= need.min:
            reasons.add(f"it is backed: {need.distinct}s enough", claim)
        else:
            left.append(claim)
    return Step("with too little backing", len(left), shown(left), reasons.listed())


def _reported(rule: Rule, found: Sequence[Outcome]) -> list[Step]:
    """What the rule came to, by relation, and what of it is reported."""
    counts: defaultdict[str, int] = defaultdict(int)
    silent = Reasons()
    for outcome in found:
        counts[outcome.relation] += 1
        if outcome.finding is None:
            silent.add(f"{outcome.relation}: report: has no line for it", text=outcome.about)
    told = ", ".join(f"{count} {relation}" for relation, count in counts.items())
    reported = [outcome.finding for outcome in found if outcome.finding is not None]
    name = f"outcomes: {told}" if isinstance(rule, CompareRule) and told else "outcomes"
    shown = tuple(Example(text=finding.message) for finding in reported[:EXAMPLES])
    return [
        Step(name, len(found)),
        Step("findings", len(reported), shown, silent.listed()),
    ]
