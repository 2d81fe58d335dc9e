"""Comparators that packages bring: `as: NAME` relates each pair by a function of theirs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from xref.model.article import Article
from xref.model.claim import Claim
from xref.plugins import COMPARATORS, PluginError, added, loaded
from xref.rules.outcome import Pairing
from xref.rules.vocabulary import AS_OF, RELATIONS_OF

Relate = Callable[[Claim, Article, Claim, Article], "tuple[str, str] | None"]
"""Two claims, each with its article, the earlier first → a relation and its reason in words.

``None`` leaves the pair as xref relates it.
"""


@dataclass(frozen=True, slots=True)
class Comparator:
    """A way to relate two claims of a kind that linking took for one thing."""

    kind: Literal["quantity", "date", "quotation"]
    relate: Relate


def names() -> tuple[str, ...]:
    """The names that packages bring."""
    return tuple(added(COMPARATORS))


def comparator(name: str) -> Comparator:
    """The comparator of a name.

    Raises:
        KeyError: when there is none.
        PluginError: when its package gives none.
    """
    found = loaded(COMPARATORS, name)
    if not isinstance(found, Comparator):
        raise PluginError(added(COMPARATORS)[name], "is no xref.rules.comparators.Comparator")
    return found


def related(name: str, pairing: Pairing, articles: Mapping[str, Article]) -> Pairing:
    """A pair under the relation that a comparator gives it.

    Raises:
        PluginError: when the comparator fails, or gives what is no relation of its kind.
    """
    own = comparator(name)
    entry = added(COMPARATORS)[name]
    a, b = pairing.a, pairing.b
    try:
        told = own.relate(a, articles[a.article], b, articles[b.article])
    except Exception as error:
        raise PluginError(entry, f"failed: {type(error).__name__}: {error}") from error
    if told is None:
        return pairing
    allowed = RELATIONS_OF[AS_OF[own.kind]]
    relation, reason = told
    if relation not in allowed:
        raise PluginError(entry, f'gave "{relation}"; allowed: {", ".join(allowed)}')
    return replace(pairing, relation=relation, reason=reason, words=())
