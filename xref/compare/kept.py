"""What is asked again and again of one thing, kept with that thing."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")
K = TypeVar("K", bound="Keeper")


class Keeper(Protocol):
    """What keeps answers about itself."""

    @property
    def known(self) -> dict[Hashable, Any]:
        """The answers, by what was asked."""


def kept(work: Callable[Concatenate[K, P], T]) -> Callable[Concatenate[K, P], T]:
    """`work`, done once for each thing and each further argument (hashable, by position).

    A reading is held against dozens of others, and its words tell the same each time.
    """

    @wraps(work)
    def told(of: K, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (work, *args)
        known = of.known
        if key not in known:
            known[key] = work(of, *args, **kwargs)
        return cast(T, known[key])

    return cast(Callable[Concatenate[K, P], T], told)
