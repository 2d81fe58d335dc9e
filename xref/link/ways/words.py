"""One thing counted or measured in the same words, by articles that give different values.

Needs a lot of shared words: what is counted, and what is said of it. When in doubt, two figures
are not held against each other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from xref.compare import DEFAULT
from xref.compare.amounts import Fit, compare_quantities
from xref.lexicon import table
from xref.link.anchors import Anchors, anchors, idle, stem
from xref.link.current import standing
from xref.link.filled import Filled, Told
from xref.link.questions import Question, apart, elsewhere, generic, slipped, value_question, way
from xref.link.same_event import joined
from xref.link.statements import Statement
from xref.model.claim import Mode, Quantity

_RANK = 2
_DIMENSIONS = frozenset(
    {"count", "percentage", "share", "length", "area", "volume", "mass", "money"}
)
_SHARES = frozenset({"percentage", "share"})
_WORD = re.compile(r" ([a-z]+)")
_NEAR, _SENTENCE = 2, 3
_GENERIC = 1
"""How many content words two figures must share near them and in their sentences; one more for
a noun as common as "people"."""


class _Said(NamedTuple):
    article: str
    statement: Statement
    words: Anchors
    noun: str
    behind: str


def fill(told: Told) -> Iterator[Filled]:
    """One slot for each thing that several articles count or measure in the same words."""
    asked: dict[Question, list[_Said]] = defaultdict(list)
    for id_, found in told.stated.items():
        for s in found:
            if s.claim.id not in told.used and _plain(s):
                about = value_question(s.value)
                if about.dimension == "share":
                    about = about._replace(what="percentage", dimension="percentage")
                words = anchors(s.claim, told.articles[id_])
                text = told.articles[id_].part(s.claim.field)
                noun = stem(s.value.counted or "")
                asked[about].append(_Said(id_, s, words, noun, _behind(s, text)))
    for about in sorted(asked):
        for group in joined(asked[about], _touch, _clash):
            if len({said.article for said in group}) < 2 or _all_fit(group):
                continue
            own: dict[str, list[Statement]] = defaultdict(list)
            for said in group:
                own[said.article].append(said.statement)
            standings = {id_: one for id_, mine in own.items() if (one := standing(mine))}
            if len(standings) > 1:
                shared = " ".join(sorted(group[0].words.near & group[1].words.near)[:4])
                why = f"the same thing in the same words ({shared})"
                yield Filled(about._replace(subset=shared), why, standings, _RANK, doubted=True)


def _plain(s: Statement) -> bool:
    value = s.value
    return (
        value.mode is Mode.LEVEL
        and value.dimension in _DIMENSIONS
        and way(value.measure) == "value"
        and not s.derived
        and not s.part
        and not s.of_others
        and s.nominal is not None
        and (value.dimension != "count" or (s.nominal > 1 and _counted(value)))
    )


def _counted(value: Quantity) -> bool:
    return value.counted is not None and value.counted not in table("questions")["many"]


def _touch(a: _Said, b: _Said) -> float:
    if a.article == b.article:
        return 0.0
    money = a.statement.value.dimension == "money"
    if money and not slipped(a.statement.nominal, b.statement.nominal):
        return 0.0  # many sums are told in like words
    more = _GENERIC if not a.noun or a.statement.value.counted in generic() else 0
    own = {a.noun, b.noun}
    near = len((a.words.near & b.words.near) - own)
    sentence = len((a.words.sentence & b.words.sentence) - own)
    fit = _fit(a, b)
    said = a.behind != "" and a.behind == b.behind and _close(a.statement, b.statement)
    if fit is Fit.OVERLAP or (fit is Fit.EQUAL and said):
        enough = (near >= _NEAR or said) and sentence >= _NEAR
    else:
        enough = near >= _NEAR + more and sentence >= _SENTENCE + more
    return near + sentence / 2 if enough else 0.0


def _behind(s: Statement, text: str) -> str:
    """The word right behind a share, which says of what it is one ("94 percent full")."""
    found = _WORD.match(text, s.claim.span.end, s.claim.sentence.end)
    if found is None or s.value.dimension == "count" or found[1] in idle():
        return ""
    return stem(found[1])


def _close(a: Statement, b: Statement) -> bool:
    """Whether the numbers said lie within a quarter of each other, in one unit."""
    small, large = sorted(_percent(s) for s in (a, b))
    return large - small <= large / 4


def _percent(s: Statement) -> Decimal:
    return (s.nominal or Decimal(0)) * (100 if s.value.dimension == "share" else 1)


def _fit(a: _Said, b: _Said) -> Fit:
    return compare_quantities(a.statement.value, b.statement.value, DEFAULT).fit


def _clash(a: _Said, b: _Said) -> bool:
    """Whether one article gives two values in these words, or two places: then they are two."""
    if elsewhere(a.statement.value, b.statement.value):
        return True
    if a.statement.value.dimension in _SHARES and apart(a.statement.value, b.statement.value):
        return True
    if a.article != b.article or a.statement.outdated or b.statement.outdated:
        return False
    return _fit(a, b) is Fit.APART


def _all_fit(group: list[_Said]) -> bool:
    return all(_fit(group[0], said) is Fit.EQUAL for said in group)
