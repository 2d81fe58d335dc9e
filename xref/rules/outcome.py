"""What a rule came to, whether or not it reports it."""

from dataclasses import dataclass

from xref.model.claim import Claim
from xref.model.match import Certainty
from xref.model.relation import Place
from xref.model.report import Finding


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two readings that a rule set against each other, the earlier one first.

    `words` are the places that the relation rests on; `gap` is the distance between the two as a
    share of the larger (0 to 1), ``None`` where it has none. `detail` is a word diff, or empty;
    `certainty` and `probability` say how sure it is that both are of one thing, ``None`` for words.
    `focus` is how far through each wording (0 to 1) the first difference stands.
    """

    a: Claim
    b: Claim
    relation: str
    reason: str
    words: tuple[Place, ...] = ()
    gap: float | None = None
    detail: str = ""
    focus: tuple[float, float] = (0.0, 0.0)
    certainty: Certainty | None = None
    probability: float | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One relation that a rule found in one slot, utterance, person, check or claim.

    `about` is the id of that; `articles` are those involved; `finding` is ``None`` where the rule
    reports nothing of the relation.
    """

    rule: str
    relation: str
    story: str | None
    about: str
    articles: tuple[str, ...]
    finding: Finding | None
