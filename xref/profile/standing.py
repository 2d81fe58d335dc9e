"""What other texts say of an article's figures and quotes, looked up once for all articles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from xref.model.link import Check, Slot, Utterance
from xref.model.match import Certainty
from xref.model.relation import SEVERITY, Kind, Wording
from xref.model.report import Linked
from xref.profile.measures import (
    ALONE,
    ALTERED,
    BORNE,
    CUT,
    DIFFERS,
    EXPLAINED,
    RETOLD,
    VERBATIM,
)

_FIGURES = {
    Kind.AGREE: BORNE,
    Kind.COMPATIBLE: BORNE,
    Kind.UPDATE: EXPLAINED,
    Kind.CORRECTION: EXPLAINED,
    Kind.SCOPE: EXPLAINED,
    Kind.ATTRIBUTED: EXPLAINED,
    Kind.CONFLICT: DIFFERS,
}
_WORDINGS = {
    Wording.VERBATIM: VERBATIM,
    Wording.TYPOGRAPHY: VERBATIM,
    Wording.EXCERPT: CUT,
    Wording.PARAPHRASE: RETOLD,
    Wording.OMISSION: CUT,
    Wording.ALTERED: ALTERED,
    Wording.REDATED: ALTERED,
    Wording.REASSIGNED: ALTERED,
}
_SEVERAL = 3
"""Independent texts from which on one may stand alone against the others."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What other independent texts say of one figure, date or quote of an article.

    `likely`: the match that this rests on is only likely. `outlier`: three texts or more answer,
    and all others are of one mind against this one.
    """

    claim: str
    standing: str
    likely: bool = False
    outlier: bool = False


@dataclass(frozen=True, slots=True)
class Shared:
    """What was linked, by article, so that one article's profile costs only its own.

    `names` are the forms of the persons in each of its stories, case folded, each with the person's
    name; `copies` the articles that print its text, itself among them, with what shows it.
    """

    figures: Mapping[str, Sequence[Answer]]
    quotes: Mapping[str, Mapping[str, Answer]]
    names: Mapping[str, Sequence[Mapping[str, str]]]
    contradictions: Mapping[str, Sequence[str]]
    checks: Mapping[str, Sequence[Check]]
    copies: Mapping[str, tuple[tuple[str, ...], str]]


def shared(linked: Linked) -> Shared:
    """What `profile` asks of all that was linked."""
    voices = {a: number for number, o in enumerate(linked.origins) for a in o.articles}
    forms: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for person in linked.persons:
        for alias in (*person.aliases, person.name):
            forms[person.story][alias.casefold()] = person.name
    names: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for story in linked.stories:
        for article in story.articles:
            names[article].append(forms[story.id])
    figures: defaultdict[str, list[Answer]] = defaultdict(list)
    contradictions: defaultdict[str, list[str]] = defaultdict(list)
    for slot in linked.slots:
        for article, answer in _answers(slot, voices):
            figures[article].append(answer)
        current = {cell.article: cell.current for cell in slot.cells}
        for pair in slot.pairs:
            if pair.a == pair.b and pair.relation.kind is Kind.INTERNAL:
                contradictions[pair.a].append(current[pair.a])
    quotes: defaultdict[str, dict[str, Answer]] = defaultdict(dict)
    for utterance in linked.utterances:
        for article, answer in _renderings(utterance, voices):
            quotes[article][answer.claim] = answer
    checks: defaultdict[str, list[Check]] = defaultdict(list)
    for check in linked.checks:
        articles = {place.article for place in check.places}
        if len(articles) == 1:
            checks[articles.pop()].append(check)
    copies = {
        article: (origin.articles, origin.evidence)
        for origin in linked.origins
        for article in origin.articles
    }
    return Shared(figures, quotes, names, contradictions, checks, copies)


def _answers(slot: Slot, voices: Mapping[str, int]) -> Iterable[tuple[str, Answer]]:
    """Each article's answer to a question, and what the other texts say of it."""
    met: defaultdict[str, list[tuple[Kind, bool, str]]] = defaultdict(list)
    for pair in slot.pairs:
        if pair.a == pair.b or _one_voice(pair.a, pair.b, voices):
            continue
        likely = pair.certainty is not Certainty.SURE
        met[pair.a].append((pair.relation.kind, likely, pair.b))
        met[pair.b].append((pair.relation.kind, likely, pair.a))
    conflicts = {
        frozenset((pair.a, pair.b)) for pair in slot.pairs if pair.relation.kind is Kind.CONFLICT
    }
    for cell in slot.cells:
        others = met[cell.article]
        known = [each for each in others if each[0] in _FIGURES]
        if not known:
            yield cell.article, Answer(cell.current, ALONE)
            continue
        worst, _, _ = max(known, key=lambda each: SEVERITY[each[0]])
        standing = _FIGURES[worst]
        likely = all(unsure for kind, unsure, _ in known if _FIGURES[kind] == standing)
        against = {name for kind, _, name in known if kind is Kind.CONFLICT}
        outlier = (
            len(known) == len(against)
            and slot.origins >= _SEVERAL
            and not any(pair <= against for pair in conflicts)
        )
        yield cell.article, Answer(cell.current, standing, likely, outlier)


def _renderings(utterance: Utterance, voices: Mapping[str, int]) -> Iterable[tuple[str, Answer]]:
    """Each article's rendering of an utterance, and how the other texts print it."""
    met: defaultdict[str, list[Wording]] = defaultdict(list)
    for pair in utterance.pairs:
        if pair.a != pair.b and not _one_voice(pair.a, pair.b, voices):
            met[pair.a].append(pair.relation.relation)
            met[pair.b].append(pair.relation.relation)
    for rendering in utterance.renderings:
        known = [_WORDINGS[each] for each in met[rendering.article] if each in _WORDINGS]
        standing = min(known, key=_GRAVEST.index) if known else ALONE
        yield rendering.article, Answer(rendering.claim, standing)


_GRAVEST = (ALTERED, CUT, VERBATIM, RETOLD)


def _one_voice(a: str, b: str, voices: Mapping[str, int]) -> bool:
    return a in voices and voices[a] == voices.get(b)
