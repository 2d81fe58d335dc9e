"""How well a claim is backed: who else reports it, and whether anybody stands behind it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice

from xref.model.claim import Aside, Claim, Quantity, SourceType, Value
from xref.model.link import Slot
from xref.model.relation import Wording
from xref.rules.compare_figures import distance_of
from xref.rules.models import Unless
from xref.rules.scene import Scene
from xref.rules.select import Selector
from xref.text.fold import fold

_BORNE_OUT = frozenset({"agree", "compatible"})
_NEAR = 24
"""How many claims away in its article a figure's source is looked for."""
_TOLLS = frozenset({"people.killed", "people.injured", "people.casualties"})
_COUNTED_FIRST = _TOLLS | {"people.arrested", "people.missing", "military.troops"}
"""Measures of which an article about them tells the figure near its head."""
_BEHIND = re.compile(
    r"\b(?:after|since|following)(?: (?:the )?(?:murders?|killings?|deaths?|loss) of)? $"
)
"""Words right before a figure that time what the sentence tells by it."""
_LEAD = 2
"""Sentences at an article's head in which such a figure is the news."""
_HEAD = 8
"""Sentences from an article's head within which it tells what it is about."""
_KNOWN = re.compile(
    r"(?:\bthe|'s) (?:[\w'-]+ ){1,5}(?:that|which|in which|when|where) (?:[\w'-]+ ){0,6}$"
)
"""A relative clause of something definite, open at the end."""
_NAMED = frozenset({SourceType.NAMED, SourceType.ORGANISATION, SourceType.DOCUMENT})
_SAME_WORDS = frozenset(
    {Wording.VERBATIM, Wording.TYPOGRAPHY, Wording.EXCERPT, Wording.PARAPHRASE, Wording.OMISSION}
)

_ASKED = 100
"""So many statements of one figure by one article are asked whether they back another."""


def backers(claim: Claim, scene: Scene) -> list[Claim]:
    """The claim and those of other articles that bear it out, one an article, in their order.

    A figure or date is borne out where another article's agrees or can hold beside it; quoted
    words where another article prints them; a statement where another article tells it.
    """
    found: dict[str, Claim] = {}
    utterance = scene.utterance_of.get(claim.id)
    for slot in scene.slots_of.get(claim.id, ()):
        found = {**_beside(claim, slot, scene), **found}
    if utterance is not None:
        renderings = {each.article: each.claim for each in utterance.renderings}
        for pair in utterance.pairs:
            if claim.article in (pair.a, pair.b) and pair.relation.relation in _SAME_WORDS:
                other = pair.b if pair.a == claim.article else pair.a
                found[other] = scene.claims[renderings[other]]
    account = scene.account_of.get(claim.id)
    for id_ in account.claims if account is not None else ():
        found.setdefault(scene.claims[id_].article, scene.claims[id_])
    found.pop(claim.article, None)
    return [claim, *(found[article] for article in sorted(found))]


def _beside(claim: Claim, slot: Slot, scene: Scene) -> dict[str, Claim]:
    """The claims of a slot's other articles that bear a figure out, by article.

    Pairs relate what stands in each article. What it says besides, an earlier or another source's
    figure, is borne out where an article gives a figure that can be the same.
    """
    cells = {cell.article: cell for cell in slot.cells}
    found: dict[str, Claim] = {}
    stands = cells[claim.article].current == claim.id
    if stands:
        for pair in slot.pairs:
            if claim.article in (pair.a, pair.b) and pair.relation.kind.value in _BORNE_OUT:
                other = pair.b if pair.a == claim.article else pair.a
                found[other] = scene.claims[cells[other].current]
    if not isinstance(claim.value, Quantity):
        return found
    for cell in slot.cells:
        if cell.article not in found:
            for each in (scene.claims[id_] for id_ in cell.claims[:_ASKED]):
                settled = stands and each.id == cell.current
                if not settled and _can_be_one(claim.value, each.value):
                    found[cell.article] = each
                    break
    return found


def _can_be_one(a: Quantity, b: Value) -> bool:
    return isinstance(b, Quantity) and distance_of(a, b) == 0


def distinct(claims: Iterable[Claim], what: str, scene: Scene) -> int:
    """How many different origins, outlets or speakers there are among some claims."""
    if what == "origin":
        return len({scene.origin(claim.article) for claim in claims})
    if what == "outlet":
        return len({fold(claim.outlet) for claim in claims})
    return len({_speaker(claim) for claim in claims} - {None})


def _speaker(claim: Claim) -> str | None:
    speaker = claim.attribution.speaker
    if speaker is None:
        return None
    return fold(speaker.name or speaker.text)


def sourced(claim: Claim, within: str, scene: Scene) -> bool:
    """Whether a figure has a source elsewhere in the article, or anywhere in the story.

    In the article: where the same figure stands with a source, or where one of its kind does in
    the sentence before or behind: there the same report goes on.
    """
    if _sourced_beside(claim, scene):
        return True
    for slot in scene.slots_of.get(claim.id, ()):
        for cell in slot.cells:
            if cell.article == claim.article and any(
                scene.claims[each].attribution.type is not SourceType.NONE
                for each in cell.claims[:_ASKED]
            ):
                return True
    if within == "article":
        return False
    return any(
        each.attribution.type is not SourceType.NONE
        for each in backers(claim, scene)
        if each != claim
    )


def sourced_elsewhere(claim: Claim, scene: Scene) -> list[Claim]:
    """The claims of other outlets that bear a claim out and name who says so, in their order.

    An article that says a figure in its headline may name its source where it says it again.
    """
    return [
        named
        for each in backers(claim, scene)[1:]
        if fold(each.outlet) != fold(claim.outlet)
        for named in islice(_with_source(each, scene), 1)
    ]


def _with_source(claim: Claim, scene: Scene) -> Iterator[Claim]:
    """A claim, and those that say the same figure in its article, as far as they name a source."""
    again = (
        scene.claims[id_]
        for slot in scene.slots_of.get(claim.id, ())
        for cell in slot.cells
        if cell.article == claim.article
        for id_ in cell.claims[:_ASKED]
    )
    for each in (claim, *again):
        same = isinstance(claim.value, Quantity) and _can_be_one(claim.value, each.value)
        if each.attribution.type in _NAMED and (each == claim or same):
            yield each


def _sourced_beside(claim: Claim, scene: Scene) -> bool:
    """Whether a figure has a source in this one's sentence, or one of its kind in one beside."""
    kind = _kind(claim)
    own = scene.claims_of[claim.article]
    text = scene.articles[claim.article].part(claim.field)
    at = bisect_left(own, (claim.field, claim.span), key=lambda c: (c.field, c.span))
    for near in (own[max(0, at - _NEAR) : at], own[at + 1 : at + 1 + _NEAR]):
        for each in near:
            if each.field != claim.field or each.attribution.type is SourceType.NONE:
                continue
            first, second = sorted((each.sentence, claim.sentence))
            beside = first == second or not text[first.end : second.start].strip()
            figure = isinstance(each.value, Quantity)
            alike = (figure and first == second) or _kind(each) == kind
            if kind is not None and beside and alike:
                return True
    return False


def _kind(claim: Claim) -> str | None:
    """The first part of a figure's measure: "people", "military"."""
    measure = claim.value.measure if isinstance(claim.value, Quantity) else None
    return measure.split(".")[0] if measure else None


def background(claim: Claim, scene: Scene) -> bool:
    """Whether a figure is beside the point of its story.

    It is where its sentence tells of an earlier or another event, of many at once, or of one that
    the reader is taken to know ("the fire that killed 14"); where one article alone gives it, far
    from its head; and where another figure of its measure answers the question of the story.
    """
    text = scene.articles[claim.article].part(claim.field)
    measure = claim.value.measure if isinstance(claim.value, Quantity) else None
    toll = measure in _TOLLS
    aside = claim.elsewhere
    if aside is not None and (toll or aside.kind is not Aside.MANY):
        return True
    lead = fold(text[claim.sentence.start : claim.span.start])
    if _KNOWN.search(lead) or (_BEHIND.search(lead) and _behind(claim, scene, _LEAD)):
        return True
    mine = [
        slot
        for slot in scene.slots_of.get(claim.id, ())
        if any(cell.current == claim.id for cell in slot.cells)
    ]
    alone = all(len(slot.cells) == 1 for slot in mine)
    if alone and measure in _COUNTED_FIRST and _behind(claim, scene, _HEAD):
        return True
    return not mine and (scene.story_of.get(claim.article), measure) in scene.asked


def _behind(claim: Claim, scene: Scene, sentences: int) -> bool:
    """Whether a figure stands behind the first `sentences` of its article."""
    if claim.field == "title":
        return False
    blocks = scene.articles[claim.article].blocks
    head = list(islice((s.start for b in blocks for s in b.sentences), sentences))
    return len(head) == sentences and head[-1] < claim.sentence.start


class Excuse:
    """The `unless` of a rule made ready."""

    def __init__(self, unless: Unless | None) -> None:
        self._unless = unless
        own = {"corroborated", "sourced", "background"}
        selects = unless is not None and bool(unless.model_fields_set - own)
        self._selector = Selector(unless) if unless is not None and selects else None

    def of(self, claim: Claim, scene: Scene) -> str | None:
        """What excuses a claim, ``None`` where nothing does."""
        unless = self._unless
        if unless is None:
            return None
        if self._selector is not None and self._selector.takes(
            claim, scene.articles[claim.article]
        ):
            return "unless"
        if unless.background and background(claim, scene):
            return "background"
        if unless.sourced is not None and sourced(claim, unless.sourced, scene):
            return "sourced"
        if unless.corroborated is not None:
            count = distinct(backers(claim, scene), "origin", scene)
            if count >= unless.corroborated.min_origins:
                return "corroborated"
        return None
