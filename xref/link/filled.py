"""What the ways of alignment hand to the slots."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from xref.link.current import Standing
from xref.link.questions import Question
from xref.link.statements import Statement
from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.link import NotCompared


@dataclass(frozen=True, slots=True)
class Told:
    """All that the articles of a story state of figures, by article id, in order of the ids.

    `used` are the claims that already stand beside another article's; `missed` takes the near
    misses, with the reason.
    """

    articles: Mapping[str, Article]
    stated: Mapping[str, Sequence[Statement]]
    used: set[str] = field(default_factory=set)
    missed: list[NotCompared] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Filled:
    """A question with the standing statements of the articles that answer it.

    `only_agree`: nothing but the value joined them, so no difference is told; `doubted`: only much
    in common makes an unexplained difference worth telling. `apart` are, by article, the
    figures that it tells apart from this one.
    """

    about: Question
    why: str
    standings: Mapping[str, Standing]
    rank: int
    only_agree: bool = False
    doubted: bool = False
    apart: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)

    def claims(self) -> Iterator[str]:
        """The claims that the slot's cells hold."""
        for one in self.standings.values():
            for s in (one.current, *one.same, *one.outdated, *one.rivals):
                yield s.claim.id
