"""How well a claim is backed: who else reports it, and whether anybody stands behind it."""

from collections.abc import Iterable

from xref.model.claim import Claim, SourceType
from xref.model.relation import Wording
from xref.rules.models import Unless
from xref.rules.scene import Scene
from xref.rules.select import Selector
from xref.text.fold import fold

_BORNE_OUT = frozenset({"agree", "compatible"})
_SAME_WORDS = frozenset(
    {Wording.VERBATIM, Wording.TYPOGRAPHY, Wording.EXCERPT, Wording.PARAPHRASE, Wording.OMISSION}
)


def backers(claim: Claim, scene: Scene) -> list[Claim]:
    """The claim and those of other articles that bear it out, in the order of their articles.

    A figure or date is borne out where another article's agrees or can hold beside it; quoted
    words where another article prints them.
    """
    slot = scene.slot_of.get(claim.id)
    if slot is not None:
        cells = {cell.article: cell for cell in slot.cells}
        others = {
            pair.b if pair.a == claim.article else pair.a
            for pair in slot.pairs
            if claim.article in (pair.a, pair.b) and pair.relation.kind.value in _BORNE_OUT
        }
        found = [
            scene.claims[cells[article].current] for article in sorted(others - {claim.article})
        ]
        return [claim, *found]
    utterance = scene.utterance_of.get(claim.id)
    if utterance is not None:
        others = {
            pair.b if pair.a == claim.article else pair.a
            for pair in utterance.pairs
            if claim.article in (pair.a, pair.b) and pair.relation.relation in _SAME_WORDS
        }
        renderings = {each.article: each.claim for each in utterance.renderings}
        return [claim, *(scene.claims[renderings[a]] for a in sorted(others - {claim.article}))]
    return [claim]


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
    """Whether the same figure has a source elsewhere in the article, or anywhere in the story."""
    slot = scene.slot_of.get(claim.id)
    if slot is None:
        return False
    for cell in slot.cells:
        if cell.article == claim.article and any(
            scene.claims[each].attribution.type is not SourceType.NONE for each in cell.claims
        ):
            return True
    if within == "article":
        return False
    return any(
        each.attribution.type is not SourceType.NONE
        for each in backers(claim, scene)
        if each != claim
    )


class Excuse:
    """The `unless` of a rule made ready."""

    def __init__(self, unless: Unless | None) -> None:
        self._unless = unless
        own = {"corroborated", "sourced"}
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
        if unless.sourced is not None and sourced(claim, unless.sourced, scene):
            return "sourced"
        if unless.corroborated is not None:
            count = distinct(backers(claim, scene), "origin", scene)
            if count >= unless.corroborated.min_origins:
                return "corroborated"
        return None
