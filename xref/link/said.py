"""The figures of a story that ask one question, and what each article's share of them comes to."""

from collections import defaultdict
from collections.abc import Iterable

from xref.link.current import Standing, standing
from xref.link.filled import Told
from xref.link.questions import Question, question, way
from xref.link.statements import Statement
from xref.model.claim import Mode

Said = tuple[str, Statement]
"""An article's id with one of its statements."""


def by_question(told: Told, name: str) -> dict[Question, list[Said]]:
    """The levels of measures whose figures find each other in the way `name`, by question."""
    asked: dict[Question, list[Said]] = defaultdict(list)
    for id_, found in told.stated.items():
        for s in found:
            if s.value.mode is Mode.LEVEL and way(s.value.measure) == name:
                asked[question(s.value)].append((id_, s))
    return asked


def standings(group: Iterable[Said]) -> dict[str, Standing]:
    """Each article's own figure among the statements of a group, by article id."""
    own: dict[str, list[Statement]] = defaultdict(list)
    for id_, s in group:
        own[id_].append(s)
    return {id_: one for id_, mine in own.items() if (one := standing(mine))}
