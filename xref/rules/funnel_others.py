"""The steps of rules that start from no slot: titles, lists of names, headlines, sums, checks."""

from xref.rules import arithmetic, compare_headlines, compare_names, compare_titles
from xref.rules.models import ArithmeticRule, CompareRule, Rule
from xref.rules.scene import Scene
from xref.rules.select import holds_for_check, holds_for_person
from xref.rules.steps import EXAMPLES, Example, Reasons, Step


def titled(rule: CompareRule, where: Scene) -> list[Step]:
    """Persons whom several articles name, those selected, and the pairs of their titles."""
    people = [p for p in where.linked.persons if holds_for_person(p, rule.select)]
    reasons = Reasons()
    for person in where.linked.persons:
        if not holds_for_person(person, rule.select):
            reasons.add("name: does not hold", text=person.name)
    pairs = [pair for person in people for pair in compare_titles.pairs(rule, person, where)]
    return [
        Step("persons whom several articles name", len(where.linked.persons)),
        Step("selected", len(people), (), reasons.listed()),
        Step("pairs of titles set against each other", len(pairs)),
    ]


def checked(rule: Rule, where: Scene) -> list[Step]:
    """The sanity checks that failed, and those selected."""
    reasons = Reasons()
    held = 0
    for check in where.linked.checks:
        if holds_for_check(check, rule.select):
            held += 1
        else:
            reasons.add("check: does not hold", text=f"{check.name}: {check.reason}")
    return [
        Step("sanity checks that failed", len(where.linked.checks)),
        Step("selected", held, (), reasons.listed()),
    ]


def named(rule: CompareRule, where: Scene) -> list[Step]:
    """Lists of names that several articles have, those selected, and the pairs of them."""
    every = [each for roster in where.linked.rosters for each in roster.lists]
    reasons = Reasons()
    for each in every:
        if not compare_names.takes(rule, each, where):
            reasons.add("select: does not hold", text=each.place.text)
    groups = list(compare_names.groups(rule, where))
    chosen = [each for _, lists in groups for each in lists]
    pairs = [pair for _, lists in groups for pair in compare_names.pairs(rule, lists, where)]
    return [
        Step("lists of names that several articles have", len(every)),
        Step(
            "selected",
            len(chosen),
            tuple(Example(text=each.place.text) for each in chosen[:EXAMPLES]),
            reasons.listed(),
        ),
        Step("pairs of lists set against each other", len(pairs)),
    ]


def headed(rule: CompareRule, where: Scene) -> list[Step]:
    """Figures of headlines, and those that the text under them has a figure for."""
    reasons = Reasons()
    heads = against = 0
    for head, pairing, why in compare_headlines.judged(rule, where):
        heads += 1
        if pairing is None:
            reasons.add(why, head)
        else:
            against += 1
    return [
        Step("in a headline", heads),
        Step("set against a figure of the text", against, (), reasons.listed()),
    ]


def reckoned(rule: ArithmeticRule, where: Scene) -> list[Step]:
    """Calculations that could be made and set against a figure, and those that do not fit."""
    missing, fitting = Reasons(), Reasons()
    made = wrong = 0
    for each, (why, figures) in arithmetic.judged(rule, where):
        if each is None:
            missing.add(why, *figures)
            continue
        made += 1
        if each.fits:
            fitting.add(f"it fits: {each.reckoning} and {each.told}", *each.figures)
        else:
            wrong += 1
    return [
        Step("calculations set against a figure", made, (), missing.listed()),
        Step("that do not fit", wrong, (), fitting.listed()),
    ]
