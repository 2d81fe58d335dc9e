"""Rule files → RuleSet, or everything that is wrong with them at once."""

from collections.abc import Iterator, Sequence

from pydantic import ValidationError

from xref.rules import checks, deprecated, translate
from xref.rules.errors import Mark, RuleError, RuleErrors, nearest, one_of
from xref.rules.examples import EXAMPLES
from xref.rules.marks import Node
from xref.rules.models import MODELS, Rule
from xref.rules.overlay import RawRule, resolve
from xref.rules.packs import Pack, default_packs
from xref.rules.reader import Reader
from xref.rules.ruleset import RuleSet
from xref.rules.taught import taught_by_packages
from xref.rules.vocabulary import TYPES


def load(packs: Sequence[Pack]) -> RuleSet:
    """The rules of files and folders, with what they extend, checked.

    Raises:
        RuleErrors: with all that is wrong, in the order of files and lines.
    """
    reader = Reader()
    for pack in packs:
        reader.pack(pack)
    for node, errors in taught_by_packages():
        reader.errors.extend(errors)
        if node is not None:
            reader.taught(node)
    raw, problems = resolve(reader.raw, packaged_ids)
    for mark, message, hints in problems:
        reader.error(mark, message, *hints)
    found = [(rule, each) for each in raw if (rule := _rule(each, reader)) is not None]
    for rule, each in found:
        for problem in checks.of_rule(rule, each.node, reader.named):
            reader.error(reader.narrowed(problem, each.node), problem.message, *problem.hints)
    yields = {rule.id: rule.yields_to for rule, _ in found}
    for _, each in found:
        for problem in checks.of_yields(each.id, yields):
            reader.error(problem.mark(each.node), problem.message, *problem.hints)
    if reader.errors:
        raise RuleErrors(reader.errors)
    rules = tuple(rule for rule, _ in found if not rule.off)
    if not rules:
        where = str(packs[0]) if packs else "xref"
        raise RuleErrors([RuleError(Mark(where, 1, 1), "no rule to run")])
    return RuleSet(
        rules,
        tuple(reader.measures),
        {each.id: each.mark for each in raw},
        {place: mark for rule, each in found for place, mark in _tests_of(rule, each.node)},
        tuple(
            RuleError(mark, message, reader.excerpt(mark), (hint,))
            for mark, message, hint in deprecated.told(reader.old)
        ),
    )


def packaged_ids() -> frozenset[str]:
    """The ids of the packaged rules."""
    reader = Reader()
    for pack in default_packs():
        reader.pack(pack)
    return frozenset(rule.id for rule in reader.raw)


def _tests_of(rule: Rule, node: Node) -> Iterator[tuple[tuple[str, str], Mark]]:
    """Where each test of a rule stands."""
    for at, test in enumerate(rule.tests):
        yield (rule.id, test.name), node.at(("tests", at, "name")).mark


def _rule(raw: RawRule, reader: Reader) -> Rule | None:
    node = raw.node
    type_ = node.get("type")
    if type_ is None:
        reader.error(
            raw.mark,
            'the rule misses "type"',
            f"allowed: {', '.join(TYPES)}",
            example=EXAMPLES["compare"],
        )
        return None
    name = str(type_.value)
    known = name in MODELS
    if not known:
        reader.error(type_.mark, f'"{name}" is no type of rule', *one_of(name, TYPES))
        name = nearest(name, TYPES) or ""
    model = MODELS.get(name)
    if model is None:
        return None
    try:
        # What else is wrong with a rule of a misspelt type is told for the type that it means.
        rule = model.model_validate({**node.plain, "type": name})
    except ValidationError as error:
        reader.add(*translate.told(error, node, model, reader.excerpt))
        return None
    if not known:
        for problem in checks.of_rule(rule, node, reader.named):
            reader.error(reader.narrowed(problem, node), problem.message, *problem.hints)
        return None
    return rule
