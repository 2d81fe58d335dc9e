"""Findings about lists of names, and about a headline against its text."""

from collections.abc import Sequence

from xref.model.link import NameList, Roster
from xref.model.relation import Place
from xref.model.report import Finding
from xref.rules import finding as words
from xref.rules.compare_names import NamesPair
from xref.rules.models import CompareRule
from xref.rules.outcome import Outcome, Pairing
from xref.rules.report_compare import gap_in_unit
from xref.rules.scene import Scene
from xref.rules.template import DEFAULTS, fill


def outcome_of_names(
    rule: CompareRule, roster: Roster, relation: str, pairs: Sequence[NamesPair], scene: Scene
) -> Outcome:
    """What a rule says of the lists of one thing that bear one relation."""
    lists = [each for pair in pairs for each in (pair.a, pair.b)]
    articles = tuple(sorted({each.place.article for each in lists}))
    line = rule.report.get(relation)
    finding: Finding | None = None
    if line is not None:
        best = pairs[0]
        told = {
            **_side(best.a, scene, "a."),
            **_side(best.b, scene, "b."),
            **words.counts(articles, scene),
            "diff": best.diff,
            "relation": relation,
            "reason": best.reason,
        }
        shown = {best.a.place.article, best.b.place.article}
        others = {each.place.article: each for each in lists if each.place.article not in shown}
        finding = Finding(
            id="",
            rule=rule.id,
            level=words.level_of(line.level),
            relation=relation,
            message=fill(DEFAULTS["names"] if line.message is None else line.message, told),
            primary=_noted(best.a, scene),
            related=tuple(
                _noted(each, scene) for each in (best.b, *(others[id_] for id_ in sorted(others)))
            ),
            reason=best.reason,
            fingerprint=words.fingerprint(
                rule.id,
                relation,
                sorted(words.place_words(each.place, scene) for each in (best.a, best.b)),
            ),
            story=roster.story,
        )
    return Outcome(rule.id, relation, roster.story, roster.id, articles, finding)


def _noted(listed: NameList, scene: Scene) -> Place:
    place = listed.place
    outlet = scene.articles[place.article].outlet
    return Place(place.article, place.field, place.span, place.text, None, f"{outlet} says")


def _side(listed: NameList, scene: Scene, prefix: str) -> dict[str, str]:
    place = listed.place
    article = scene.articles[place.article]
    published = article.published_on
    sentence = words.sentence_of(article, place).of(article.part(place.field))
    return {
        f"{prefix}outlet": article.outlet,
        f"{prefix}text": words.shown(place.text),
        f"{prefix}article": article.id,
        f"{prefix}sentence": words.shown(sentence, 300),
        f"{prefix}speaker": "nobody named",
        f"{prefix}published": published.isoformat() if published else "undated",
    }


def outcome_of_headline(rule: CompareRule, pairing: Pairing, scene: Scene) -> Outcome:
    """What a rule says of a figure in a headline, beside its article's text."""
    a, b = pairing.a, pairing.b
    line = rule.report.get(pairing.relation)
    story = scene.story_of.get(a.article)
    finding: Finding | None = None
    if line is not None:
        told = {
            **words.side(a, scene, "a."),
            **words.side(b, scene, "b."),
            **words.figure_values(a),
            "relation": pairing.relation,
            "reason": pairing.reason,
            "gap.rel": words.percent(pairing.gap),
            "gap.abs": gap_in_unit(pairing),
        }
        finding = Finding(
            id="",
            rule=rule.id,
            level=words.level_of(line.level),
            relation=pairing.relation,
            message=fill(DEFAULTS["headline"] if line.message is None else line.message, told),
            primary=words.place_of(a, "the headline"),
            related=(words.place_of(b, "the text"),),
            reason=pairing.reason,
            fingerprint=words.fingerprint(
                rule.id, pairing.relation, [words.words_of(claim, scene) for claim in (a, b)]
            ),
            story=story,
        )
    return Outcome(rule.id, pairing.relation, story, a.id, (a.article,), finding)
