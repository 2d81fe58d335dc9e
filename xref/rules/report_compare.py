"""From pairs of one relation to one finding: the clearest pair, and everybody else beside it."""

from collections.abc import Sequence

from xref.model.amount import Bound
from xref.model.article import Zone
from xref.model.claim import Claim, Quantity
from xref.model.link import Person, Slot, Utterance
from xref.model.match import Certainty
from xref.model.relation import Place
from xref.model.report import Finding
from xref.rules import finding as words
from xref.rules.compare_figures import distance_of, time_between
from xref.rules.compare_titles import TitlePair
from xref.rules.models import CompareRule, Line
from xref.rules.outcome import Outcome, Pairing
from xref.rules.scene import Scene
from xref.rules.template import DEFAULTS, fill

_HEADS = frozenset({Zone.HEADLINE, Zone.STANDFIRST, Zone.CAPTION})
_SETTLED = frozenset({"agree", "compatible", "verbatim", "typography", "excerpt"})


def clearest(pairings: Sequence[Pairing], scene: Scene) -> Pairing:
    """The pair that shows a relation best.

    Sure pairs before likely ones, running text before headlines, plain figures before hedged
    ones; then the widest gap (for agreement the narrowest); then who was first.
    """

    def rank(pairing: Pairing) -> tuple[object, ...]:
        heads = sum(claim.zone in _HEADS for claim in (pairing.a, pairing.b))
        hedged = sum(_hedged(claim) for claim in (pairing.a, pairing.b))
        gap = pairing.gap or 0.0
        wide = gap if pairing.relation in _SETTLED else -gap
        return (
            pairing.certainty is Certainty.LIKELY,
            heads,
            hedged,
            wide,
            scene.order(pairing.a.article),
            scene.order(pairing.b.article),
            pairing.a.id,
            pairing.b.id,
        )

    return min(pairings, key=rank)


def _hedged(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and claim.value.amount.bound is not Bound.EXACT


def outcome_of_pairs(
    rule: CompareRule,
    about: Slot | Utterance,
    relation: str,
    pairings: Sequence[Pairing],
    scene: Scene,
) -> Outcome:
    """What a rule says of the pairs of one slot or utterance that bear one relation."""
    articles = tuple(sorted({c.article for p in pairings for c in (p.a, p.b)}))
    line = rule.report.get(relation)
    finding: Finding | None = None
    if line is not None:
        best = clearest(pairings, scene)
        template = line.message if line.message is not None else DEFAULTS[rule.comparison]
        told = _values(best, about, articles, scene)
        others = _others(best, pairings)
        finding = Finding(
            id="",
            rule=rule.id,
            level=words.level_of(_level(line, best)),
            relation=relation,
            message=fill(template, told),
            primary=words.place_of(best.a, words.says(best.a)),
            related=(
                words.place_of(best.b, words.says(best.b)),
                *_deciding(best),
                *(words.place_of(claim, words.says(claim)) for claim in others),
            ),
            reason=best.reason,
            fingerprint=words.fingerprint(
                rule.id, relation, sorted(words.words_of(c, scene) for c in (best.a, best.b))
            ),
            story=about.story,
            slot=about.id if isinstance(about, Slot) else None,
            utterance=about.id if isinstance(about, Utterance) else None,
            certainty=best.certainty,
            probability=best.probability,
        )
    return Outcome(rule.id, relation, about.story, about.id, articles, finding)


def _level(line: Line, best: Pairing) -> str:
    """The level of a line for the pair that shows its relation best."""
    likely = best.certainty is Certainty.LIKELY and line.likely is not None
    return line.likely if likely and line.likely is not None else line.level


def _others(best: Pairing, pairings: Sequence[Pairing]) -> list[Claim]:
    """The claims of the other articles, one an article, in the order of their ids."""
    shown = {best.a.article, best.b.article}
    found = {
        claim.article: claim
        for pairing in pairings
        for claim in (pairing.a, pairing.b)
        if claim.article not in shown
    }
    return [found[article] for article in sorted(found)]


def _deciding(best: Pairing) -> tuple[Place, ...]:
    """The words that the relation rests on, save the two readings themselves."""
    own = {(c.article, c.field, c.span) for c in (best.a, best.b)}
    return tuple(
        place
        if place.note
        else Place(place.article, place.field, place.span, place.text, place.claim, "rests on this")
        for place in best.words
        if (place.article, place.field, place.span) not in own
    )


def _values(
    best: Pairing, about: Slot | Utterance, articles: Sequence[str], scene: Scene
) -> dict[str, str]:
    told = {
        **words.side(best.a, scene, "a.", best.focus[0]),
        **words.side(best.b, scene, "b.", best.focus[1]),
        **words.counts(articles, scene),
        **words.figure_values(best.a),
        "relation": best.relation,
        "reason": best.reason,
        "diff": best.detail,
        "gap.rel": words.percent(best.gap),
        "gap.abs": gap_in_unit(best),
        "gap.days": _days(best),
    }
    if isinstance(about, Slot):
        told["subject"] = about.subject or told["subject"]
        told["event"] = words.event_of(about.event) or told["event"]
        told["speaker"] = words.speaker_of(best.a)
    else:
        told["speaker"] = about.speaker or words.speaker_of(best.a)
    return told


def gap_in_unit(best: Pairing) -> str:
    """The distance of a pair in the first figure's unit; empty where it has none."""
    a, b = best.a.value, best.b.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return ""
    distance = distance_of(a, b)
    if distance is None:
        return ""
    unit = f" {a.amount.unit.name}" if a.amount.unit else ""
    return words.plain(distance) + unit


def _days(best: Pairing) -> str:
    told = time_between(best.a, best.b)
    if told is None:
        return "some days"
    count, unit = told
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def outcome_of_titles(
    rule: CompareRule, person: Person, relation: str, pairs: Sequence[TitlePair], scene: Scene
) -> Outcome:
    """What a rule says of one person's titles that bear one relation."""
    titles = [title for pair in pairs for title in (pair.a, pair.b)]
    articles = tuple(sorted({title.place.article for title in titles}))
    line = rule.report.get(relation)
    finding: Finding | None = None
    if line is not None:
        best = pairs[0]
        template = line.message if line.message is not None else DEFAULTS["titles"]
        a, b = (_noted(title.place, scene) for title in (best.a, best.b))
        told = {
            **_title_side(best.a.title, a, scene, "a."),
            **_title_side(best.b.title, b, scene, "b."),
            **words.counts(articles, scene),
            "name": person.name,
            "relation": relation,
            "reason": best.reason,
        }
        shown = {a.article, b.article}
        others = {t.place.article: t.place for t in titles if t.place.article not in shown}
        finding = Finding(
            id="",
            rule=rule.id,
            level=words.level_of(line.level),
            relation=relation,
            message=fill(template, told),
            primary=a,
            related=(b, *(_noted(others[article], scene) for article in sorted(others))),
            reason=best.reason,
            fingerprint=words.fingerprint(
                rule.id,
                relation,
                [
                    words.folded(person.name),
                    *sorted(words.place_words(t.place, scene, t.title) for t in (best.a, best.b)),
                ],
            ),
            story=person.story,
        )
    return Outcome(rule.id, relation, person.story, person.id, articles, finding)


def _noted(place: Place, scene: Scene) -> Place:
    outlet = scene.articles[place.article].outlet
    return Place(place.article, place.field, place.span, place.text, place.claim, f"{outlet} says")


def _title_side(title: str, place: Place, scene: Scene, prefix: str) -> dict[str, str]:
    article = scene.articles[place.article]
    published = article.published_on
    return {
        f"{prefix}outlet": article.outlet,
        f"{prefix}text": words.shown(title),
        f"{prefix}article": article.id,
        f"{prefix}sentence": words.shown(place.text),
        f"{prefix}speaker": article.outlet,
        f"{prefix}published": published.isoformat() if published else "undated",
    }
