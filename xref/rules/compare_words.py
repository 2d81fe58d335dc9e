"""Compare rules over quotations: they start from the utterances that linking made."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import Indel

from xref.model.claim import Claim
from xref.model.link import RenderingPair, Utterance
from xref.model.relation import Wording, WordingRelation
from xref.rules import comparators
from xref.rules.models import CompareRule
from xref.rules.outcome import Pairing
from xref.rules.rewording import changes
from xref.rules.scene import Scene
from xref.rules.select import Sides, rendered
from xref.rules.split import split, together, too_few, voices
from xref.rules.vocabulary import GUARDS
from xref.text.fold import fold

SAME = frozenset({"verbatim", "typography", "excerpt"})
_REWORDED = frozenset({Wording.ALTERED, Wording.OMISSION})
_WORD = re.compile(r"\w+(?:'\w+)*")
_SIGNS = {"replace": ("−", "+"), "delete": ("−", ""), "insert": ("", "+")}


def groups(rule: CompareRule, scene: Scene) -> Iterator[tuple[Utterance, list[tuple[Claim, ...]]]]:
    """Each utterance with its selected renderings, one an article, split as the rule says."""
    sides = Sides(rule.select, rule.against)
    for utterance in scene.linked.utterances:
        chosen: dict[str, Claim] = {}
        for rendering in utterance.renderings:
            claim = scene.claims[rendering.claim]
            if sides.takes(claim, scene.articles[rendering.article]):
                chosen.setdefault(rendering.article, claim)
        if chosen:
            yield utterance, split(tuple(chosen.values()), rule.group)


def pairings(
    rule: CompareRule, utterance: Utterance, claims: tuple[Claim, ...], scene: Scene
) -> list[Pairing]:
    """The pairs of renderings that the rule sets against each other, related its way."""
    return [pair for pair, why in judged(rule, utterance, claims, scene) if why is None]


def judged(
    rule: CompareRule, utterance: Utterance, claims: tuple[Claim, ...], scene: Scene
) -> list[tuple[Pairing, str | None]]:
    """Every pair of renderings, and why the rule leaves it out where it does."""
    here = {claim.article: claim for claim in claims}
    related: dict[tuple[str, str], tuple[RenderingPair, str | None]] = {}
    for pair in utterance.pairs:
        if pair.a in here and pair.b in here and pair.a != pair.b:
            relation = relation_of(rule, pair.relation, here[pair.a], here[pair.b], scene)
            related[pair.a, pair.b] = (pair, relation)

    def differing(a: str, b: str) -> bool:
        found = related.get((a, b)) or related.get((b, a))
        return found is not None and found[1] is not None and found[1] not in SAME

    voice = voices(sorted(here, key=scene.order), differing, scene)
    collapse = rule.group.collapse == "origin"
    sources = len(set(voice.values())) if collapse else len(here)
    sides = Sides(rule.select, rule.against)
    found: list[tuple[Pairing, str | None]] = []
    for (a, b), (pair, relation) in sorted(related.items(), key=lambda each: each[0]):
        if relation is None:
            why: str | None = "below variant:, or nothing that changed: names"
        elif sources < rule.group.min_sources:
            why = too_few(sources, rule.group.min_sources)
        elif collapse and voice[a] == voice[b]:
            why = "two copies of one text"
        else:
            why = sides.apart(here[a], here[b], scene.articles) or together(
                here[a], here[b], rule.group, scene
            )
        told = relation or pair.relation.relation.value
        pairing = _pairing(here[a], here[b], pair.relation, told, scene)
        if rule.comparator is not None:
            pairing = comparators.related(rule.comparator, pairing, scene.articles)
        found.append((pairing, why))
    return found


def relation_of(
    rule: CompareRule, relation: WordingRelation, a: Claim, b: Claim, scene: Scene
) -> str | None:
    """The relation of two renderings under the rule, ``None`` where it leaves the pair out."""
    compare = rule.compare
    kind = relation.relation
    moved = changes(relation)
    if relation.wording in _REWORDED:
        guards = frozenset(GUARDS) if compare.guards is None else compare.guards
        if compare.same is not None or compare.variant is not None:
            score = similarity(a, b, scene, ordered="roles" not in relation.moved)
            if compare.variant is not None and score < compare.variant:
                return None
            if compare.same is not None and score >= compare.same and not moved & guards:
                return "typography" if kind in _REWORDED else kind.value
    if compare.changed is not None and not moved & compare.changed:
        return None
    return kind.value


def similarity(a: Claim, b: Claim, scene: Scene, *, ordered: bool = True) -> float:
    """How alike two renderings are, 0 to 100: words shared in order, twice, over all words.

    Unless `ordered`, words that stand in other places are shared as well.
    """
    one, two = (
        _words(" ".join(rendered(claim, scene.articles[claim.article]))) for claim in (a, b)
    )
    if not ordered:
        one, two = tuple(sorted(one)), tuple(sorted(two))
    return 100 * Indel.normalized_similarity(one, two)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))


def _pairing(a: Claim, b: Claim, told: WordingRelation, relation: str, scene: Scene) -> Pairing:
    diff = told.diff
    if scene.order(b.article) < scene.order(a.article):
        a, b = b, a
        diff = tuple(_mirrored(step) for step in diff)
    changed = sum(len(one.split()) + len(two.split()) for op, one, two in diff if op != "equal")
    whole = sum(len(one.split()) + len(two.split()) for _, one, two in diff) or 1
    gap = changed / whole
    return Pairing(a, b, relation, told.reason, (), gap, worded(diff), _first_change(diff))


def _first_change(diff: tuple[tuple[str, str, str], ...]) -> tuple[float, float]:
    """How far through each wording the first changed words stand, 0 to 1."""
    before = [0, 0]
    whole = [0, 0]
    changed = False
    for operation, *sides in diff:
        changed = changed or operation != "equal"
        for at, words in enumerate(sides):
            whole[at] += len(words)
            before[at] += 0 if changed else len(words)
    return before[0] / (whole[0] or 1), before[1] / (whole[1] or 1)


def _mirrored(step: tuple[str, str, str]) -> tuple[str, str, str]:
    operation, one, two = step
    turned = {"delete": "insert", "insert": "delete"}.get(operation, operation)
    return turned, two, one


def worded(diff: tuple[tuple[str, str, str], ...]) -> str:
    """A word diff in a line: words only of the first marked "−", words only of the second "+"."""
    parts: list[str] = []
    for operation, one, two in diff:
        minus, plus = _SIGNS.get(operation, ("", ""))
        if minus and one:
            parts.append(f"{minus}“{one}”")
        if plus and two:
            parts.append(f"{plus}“{two}”")
    return " ".join(parts)
