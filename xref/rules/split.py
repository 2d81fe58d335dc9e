"""Which readings of one slot or utterance a rule sets against each other.

A rule filters and splits what linking put together; nothing here joins.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import timedelta

from xref.model.claim import Claim, Quantity
from xref.rules.models import Group
from xref.rules.scene import Scene
from xref.text.fold import fold

_VALUE: dict[str, Callable[[Claim], str | None]] = {
    "measure": lambda claim: _quantity(claim, lambda q: q.measure or q.counted),
    "counted": lambda claim: _quantity(claim, lambda q: q.counted),
    "unit": lambda claim: _quantity(claim, lambda q: q.amount.unit.name if q.amount.unit else None),
    "place": lambda claim: _quantity(claim, lambda q: q.scope.place),
    "subset": lambda claim: _quantity(claim, lambda q: q.scope.subset),
    "period": lambda claim: _quantity(claim, lambda q: q.scope.period),
    "speaker": lambda claim: claim.attribution.speaker.name if claim.attribution.speaker else None,
}
"""What each key of `group.by` splits on. Linking settled the others: one slot has one subject."""


def _quantity(claim: Claim, value: Callable[[Quantity], str | None]) -> str | None:
    return value(claim.value) if isinstance(claim.value, Quantity) else None


def split(claims: Sequence[Claim], group: Group) -> list[tuple[Claim, ...]]:
    """The claims of one slot, split by the keys of the group.

    A claim that does not tell a key stands with the others where they all tell the same,
    else apart.
    """
    parts = [tuple(claims)]
    for key in sorted(group.by & _VALUE.keys()):
        parts = [part for whole in parts for part in _split(whole, _VALUE[key])]
    return parts


def _split(
    claims: tuple[Claim, ...], value: Callable[[Claim], str | None]
) -> list[tuple[Claim, ...]]:
    told: dict[str | None, list[Claim]] = {}
    for claim in claims:
        key: str | None = value(claim)
        told.setdefault(None if key is None else fold(key), []).append(claim)
    if len(told) == 2 and None in told:
        return [claims]
    return [tuple(part) for part in told.values()]


def together(a: Claim, b: Claim, group: Group, scene: Scene) -> str | None:
    """Why two claims are not set against each other, ``None`` where they are."""
    if a.article == b.article:
        return None
    if group.across == "outlet" and fold(a.outlet) == fold(b.outlet):
        return "one outlet"
    if group.within is not None:
        one, two = scene.published(a.article), scene.published(b.article)
        if one is not None and two is not None:
            apart = max(one[0], two[0]) - min(one[1], two[1])
            if apart > timedelta(days=group.within):
                return f"published more than {group.within} days apart"
    return None


def too_few(sources: int, needed: int) -> str:
    """Why a group with too few voices is not compared."""
    return f"{sources} independent text{'' if sources == 1 else 's'}, min_sources is {needed}"


def voices(
    articles: Iterable[str], differing: Callable[[str, str], bool], scene: Scene
) -> dict[str, Hashable]:
    """The voice of each article: copies of one text are one, save where a copy says otherwise.

    Args:
        articles: Ids, in the order in which voices are formed.
        differing: Whether two articles are known to say different things.
        scene: Where the origins are.
    """
    voice: dict[str, Hashable] = {}
    firsts: dict[str, list[str]] = {}
    for article in articles:
        origin = scene.origin(article)
        known = firsts.setdefault(origin, [])
        same = next((at for at, first in enumerate(known) if not differing(article, first)), None)
        if same is None:
            same = len(known)
            known.append(article)
        voice[article] = (origin, same)
    return voice
