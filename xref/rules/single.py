"""Claim and support rules: what one claim says on its own, and how well it is backed."""

from collections.abc import Iterable, Iterator, Sequence

from xref.model.claim import Claim
from xref.model.link import Check
from xref.model.report import Finding
from xref.rules import finding as words
from xref.rules.backing import Excuse, backers, distinct, sourced_elsewhere
from xref.rules.checks import template_key
from xref.rules.models import ClaimRule, SupportRule
from xref.rules.outcome import Outcome
from xref.rules.scene import Scene
from xref.rules.select import Selector, holds_for_check, measures_named
from xref.rules.template import DEFAULTS, fill


def selected(rule: ClaimRule | SupportRule, scene: Scene) -> Iterator[Claim]:
    """The claims that a rule looks at; text printed twice and totals added up count for nothing."""
    selector = Selector(rule.select)
    names = measures_named(rule.select)
    for claim in scene.claims_measured(names) if names else scene.claims.values():
        said = claim.repeats is None and not claim.derived_from
        if said and selector.takes(claim, scene.articles[claim.article]):
            yield claim


def once(claims: Iterable[Claim], scene: Scene) -> Iterator[Claim]:
    """Claims without those that say again what the same article said of the same slot."""
    seen: set[tuple[str, str]] = set()
    for claim in claims:
        keys = {(slot.id, claim.article) for slot in scene.slots_of.get(claim.id, ())}
        if seen.isdisjoint(keys):
            yield claim
        seen |= keys


def things(claim: Claim, scene: Scene) -> frozenset[str]:
    """What a claim is of, by id: its slots, utterance and account; itself where it has none."""
    of = {slot.id for slot in scene.slots_of.get(claim.id, ())}
    for known in (scene.utterance_of, scene.account_of):
        found = known.get(claim.id)
        if found is not None:
            of.add(found.id)
    return frozenset(of or {claim.id})


def claim_outcomes(rule: ClaimRule, scene: Scene) -> Iterator[Outcome]:
    """A finding for each selected claim that nothing excuses, or for each failed sanity check."""
    if rule.select.kind == frozenset({"check"}):
        for check in scene.linked.checks:
            if check.places and holds_for_check(check, rule.select):
                yield _checked(rule, check, scene)
        return
    excuse = Excuse(rule.unless)
    standing = (c for c in selected(rule, scene) if excuse.of(c, scene) is None)
    for claim in once(standing, scene):
        if rule.where is None:
            yield _alone(rule, claim, scene)
        elif found := sourced_elsewhere(claim, scene):
            yield _alone(rule, claim, scene, found)


def _alone(rule: ClaimRule, claim: Claim, scene: Scene, backed: Sequence[Claim] = ()) -> Outcome:
    """The outcome of one claim; `backed` are those of other outlets that have it with a source."""
    reason = f"{claim.outlet} names no source for it"
    if claim.attribution.speaker is not None:
        reason = f"the source is “{words.shown(claim.attribution.speaker.text, 80)}”"
    told = {**words.side(claim, scene), **words.figure_values(claim), "reason": reason}
    if backed:
        speaker = words.speaker_of(backed[0])
        told["reason"] = reason = f"{reason}; {backed[0].outlet} has it from “{speaker}”"
        told.update(words.side(backed[0], scene, "b."))
    return _outcome(
        rule, claim, "claim", reason=reason, told=told, scene=scene, beside=tuple(backed)
    )


def support_outcomes(rule: SupportRule, scene: Scene) -> Iterator[Outcome]:
    """A finding for each selected claim with too few backers.

    A story with fewer texts than the rule asks for cannot meet it and is not judged, save where
    the rule is one over stories: that asks once for all that articles say of one thing.
    """
    excuse = Excuse(rule.unless)
    need = rule.require
    over_stories = need.over == "stories"
    asked: set[str] = set()
    for claim in once(selected(rule, scene), scene):
        story = scene.stories.get(scene.story_of.get(claim.article, ""))
        if story is None or excuse.of(claim, scene) is not None:
            continue
        if over_stories:
            if not asked.isdisjoint(one := things(claim, scene)):
                continue
            asked |= one
        elif scene.origins(frozenset(story.articles)) < need.min:
            continue
        behind = backers(claim, scene)
        found = distinct(behind, need.distinct, scene)
        if found >= need.min:
            continue
        plural = "" if found == 1 else "s"
        what = {"origin": "independent text"}.get(need.distinct, need.distinct)
        has = "has" if found == 1 else "have"
        reason = f"{found} {what}{plural} {has} it; the rule asks for {need.min}"
        told = {
            **words.side(claim, scene),
            **words.side(claim, scene, "a."),
            **words.figure_values(claim),
            **words.counts(story.articles, scene),
            "n.origins": str(found),
            "n.needed": str(need.min),
            "reason": reason,
        }
        yield _outcome(
            rule, claim, "support", reason=reason, told=told, scene=scene, beside=tuple(behind[1:])
        )


def _outcome(
    rule: ClaimRule | SupportRule,
    claim: Claim,
    relation: str,
    *,
    reason: str,
    told: dict[str, str],
    scene: Scene,
    beside: tuple[Claim, ...] = (),
) -> Outcome:
    message = rule.report.message
    story = scene.story_of.get(claim.article)
    slots = scene.slots_of.get(claim.id, ())
    utterance = scene.utterance_of.get(claim.id)
    finding = Finding(
        id="",
        rule=rule.id,
        level=words.level_of(rule.report.level),
        relation=relation,
        message=fill(DEFAULTS[template_key(rule)] if message is None else message, told),
        primary=words.place_of(claim, words.says(claim)),
        related=tuple(words.place_of(each, words.says(each)) for each in beside),
        reason=reason,
        fingerprint=words.fingerprint(rule.id, relation, [words.words_of(claim, scene)]),
        story=story,
        slot=slots[0].id if slots else None,
        utterance=utterance.id if utterance else None,
    )
    return Outcome(rule.id, relation, story, claim.id, (claim.article,), finding)


def _checked(rule: ClaimRule, check: Check, scene: Scene) -> Outcome:
    first, *rest = check.places
    article = scene.articles[first.article]
    told = {
        "text": words.shown(first.text),
        "outlet": article.outlet,
        "article": article.id,
        "check": check.name,
        "reason": check.reason,
    }
    message = rule.report.message
    finding = Finding(
        id="",
        rule=rule.id,
        level=words.level_of(rule.report.level),
        relation="sanity",
        message=fill(DEFAULTS["check"] if message is None else message, told),
        primary=first,
        related=tuple(rest),
        reason=f"{check.name}: {check.reason}",
        fingerprint=words.fingerprint(
            rule.id,
            check.name,
            [words.place_words(place, scene) for place in check.places],
        ),
        story=check.story,
    )
    articles = tuple(sorted({place.article for place in check.places}))
    about = f"{check.name}: {articles[0]}"
    return Outcome(rule.id, "sanity", check.story, about, articles, finding)
