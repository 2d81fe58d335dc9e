"""One figure for each subject: the troops of a country, the members of an alliance."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from xref.compare import DEFAULT
from xref.compare.amounts import Fit, compare_quantities
from xref.link.anchors import Anchors, anchors, idle
from xref.link.current import standing
from xref.link.filled import Filled, Told
from xref.link.questions import Question, elsewhere, question, way
from xref.link.same_event import joined
from xref.link.statements import Statement
from xref.model.claim import Mode

_RANK = 0
_ALIKE = 3
_NEXT = 2
_STEM = 5
"""How many letters of a name are compared, so that "Morvane" meets "Morvanian"."""


class _Said(NamedTuple):
    article: str
    statement: Statement
    words: Anchors
    subject: str


def fill(told: Told) -> Iterator[Filled]:
    """One slot for each subject of a measure; a figure without one joins those like it in words."""
    asked: dict[Question, list[_Said]] = defaultdict(list)
    for id_, found in told.stated.items():
        for s in found:
            if s.value.mode is Mode.LEVEL and way(s.value.measure) == "subject":
                about = question(s.value)._replace(subject="")
                words = anchors(s.claim, told.articles[id_])
                asked[about].append(_Said(id_, s, words, _subject(s)))
    for about in sorted(asked):
        for group in joined(asked[about], _touch, _clash):
            by_article: dict[str, list[Statement]] = defaultdict(list)
            for said in group:
                by_article[said.article].append(said.statement)
            standings = {
                id_: one
                for id_, mine in by_article.items()
                if (one := standing(mine, seconds=None))
            }
            if standings:
                subject = max((said.subject for said in group), default="")
                why = f"{about.what} of {subject or 'one side'}"
                yield Filled(about._replace(subject=subject), why, standings, _RANK)


def _subject(s: Statement) -> str:
    subject = (s.value.subject or "").lower()
    return "" if subject in idle() else subject


def _touch(a: _Said, b: _Said) -> float:
    if a.subject and b.subject:
        return 2.0 if a.subject == b.subject else 0.0
    if a.article == b.article and not a.subject and not b.subject:
        # A figure that follows another without a new subject goes on about the same.
        return 1.0 if abs(a.statement.number - b.statement.number) <= _NEXT else 0.0
    names = {name[:_STEM] for name in a.words.all_names} & {n[:_STEM] for n in b.words.all_names}
    shared = len(a.words.near & b.words.near) + len(names)
    fit = compare_quantities(a.statement.value, b.statement.value, DEFAULT).fit
    return 1.0 if shared >= (1 if fit is Fit.EQUAL else _ALIKE) else 0.0


def _clash(a: _Said, b: _Said) -> bool:
    if a.subject and b.subject and a.subject != b.subject:
        return True
    return elsewhere(a.statement.value, b.statement.value)
