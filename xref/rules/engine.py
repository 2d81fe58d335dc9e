"""Rules × what linking made → findings. Pure, and linear in claims, cells and listed pairs."""

from collections.abc import Iterator, Mapping, Sequence

from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.report import Finding, Linked
from xref.rules import (
    arithmetic,
    compare_figures,
    compare_headlines,
    compare_names,
    compare_titles,
    compare_words,
)
from xref.rules.finding import numbered
from xref.rules.models import ArithmeticRule, ClaimRule, CompareRule, Rule, SupportRule
from xref.rules.outcome import Outcome, Pairing
from xref.rules.report_compare import outcome_of_pairs, outcome_of_titles
from xref.rules.report_names import outcome_of_headline, outcome_of_names
from xref.rules.ruleset import RuleSet
from xref.rules.scene import Scene, scene
from xref.rules.single import claim_outcomes, support_outcomes
from xref.rules.specific import silent
from xref.rules.vocabulary import RELATIONS_OF


def apply(
    ruleset: RuleSet,
    articles: Mapping[str, Article],
    claims: Mapping[str, Claim],
    linked: Linked,
) -> list[Finding]:
    """The findings of every rule, sorted by level (worst first), story, rule and place.

    Args:
        ruleset: The rules.
        articles: Every article of the run by id.
        claims: Every claim of the run by id.
        linked: What linking made of the claims.
    """
    where = scene(articles, claims, linked)
    came = {rule.id: tuple(outcomes(rule, where)) for rule in ruleset.rules}
    taught = {name for measures in ruleset.measures for name in measures}
    answered = silent(ruleset.rules, came, taught)
    found: dict[str, list[Finding]] = {}
    told: dict[str, set[tuple[str, str]]] = {}
    for id_, all_told in came.items():
        found[id_] = [
            outcome.finding
            for outcome in all_told
            if outcome.finding is not None
            and (id_, outcome.about, outcome.relation) not in answered
        ]
        told[id_] = {_topic(finding) for finding in found[id_]}
    return numbered(
        [
            finding
            for rule in ruleset.rules
            for finding in found[rule.id]
            if not any(_topic(finding) in told.get(other, ()) for other in rule.yields_to)
        ]
    )


def _topic(finding: Finding) -> tuple[str, str]:
    """What a finding is about and what it says of that: two rules tell one topic once."""
    about = finding.primary.claim
    if finding.relation not in ("claim", "support"):
        about = finding.slot or finding.utterance
    return about or finding.fingerprint, finding.relation


def outcomes(rule: Rule, where: Scene) -> Iterator[Outcome]:
    """All that a rule comes to, reported or not."""
    if isinstance(rule, CompareRule):
        yield from _compared(rule, where)
    elif isinstance(rule, ClaimRule):
        yield from claim_outcomes(rule, where)
    elif isinstance(rule, SupportRule):
        yield from support_outcomes(rule, where)
    else:
        assert isinstance(rule, ArithmeticRule)
        yield from arithmetic.outcomes(rule, where)


def _compared(rule: CompareRule, where: Scene) -> Iterator[Outcome]:
    if rule.comparison == "titles":
        for person in compare_titles.persons(rule, where):
            pairs = compare_titles.pairs(rule, person, where)
            for relation in RELATIONS_OF["titles"]:
                given = [pair for pair in pairs if pair.relation == relation]
                if given:
                    yield outcome_of_titles(rule, person, relation, given, where)
    elif rule.comparison == "names":
        for roster, lists in compare_names.groups(rule, where):
            related = compare_names.pairs(rule, lists, where)
            for relation in RELATIONS_OF["names"]:
                alike = [pair for pair in related if pair.relation == relation]
                if alike:
                    yield outcome_of_names(rule, roster, relation, alike, where)
    elif rule.comparison == "headline":
        for _, pairing, _ in compare_headlines.judged(rule, where):
            if pairing is not None:
                yield outcome_of_headline(rule, pairing, where)
    elif rule.comparison == "words":
        for utterance, parts in compare_words.groups(rule, where):
            for part in parts:
                found = compare_words.pairings(rule, utterance, part, where)
                for relation, told in _by_relation(found, rule.comparison):
                    yield outcome_of_pairs(rule, utterance, relation, told, where)
    else:
        for slot, parts in compare_figures.groups(rule, where):
            for part in parts:
                found = compare_figures.pairings(rule, slot, part, where)
                for relation, told in _by_relation(found, rule.comparison):
                    yield outcome_of_pairs(rule, slot, relation, told, where)


def _by_relation(found: Sequence[Pairing], comparison: str) -> Iterator[tuple[str, list[Pairing]]]:
    for relation in RELATIONS_OF[comparison]:
        told = [pairing for pairing in found if pairing.relation == relation]
        if told:
            yield relation, told
