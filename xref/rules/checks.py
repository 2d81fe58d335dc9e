"""What a schema cannot see: parts of a rule that do not go together, or can never matter."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from xref.plugins import PluginError
from xref.rules import vocabulary as vocab
from xref.rules.comparators import comparator
from xref.rules.errors import nearest, one_of
from xref.rules.marks import Node, Path
from xref.rules.models import ArithmeticRule, ClaimRule, CompareRule, Rule, Select, SupportRule
from xref.rules.names import distance_told, names_in
from xref.rules.problem import Problem, word_path
from xref.rules.template import PLACEHOLDERS, faults


def of_rule(rule: Rule, node: Node, taught: Mapping[str, str]) -> Iterator[Problem]:
    """All that is wrong with a rule whose parts are each valid.

    Args:
        rule: The rule.
        node: The rule as it stands in the file.
        taught: The measures that the rule files teach, and the dimension of each, as far as told.
    """
    for check in CHECKS:
        yield from check(rule, node, taught)


def kinds_of(rule: Rule) -> frozenset[str]:
    """The kinds that a rule works on: those that it selects, or all of its type's."""
    allowed = frozenset(vocab.KINDS_OF[rule.type])
    if rule.select.kind is None:
        return allowed & frozenset(vocab.CLAIMS)
    return rule.select.kind & allowed


def template_key(rule: Rule) -> str:
    """Which placeholders and default message a rule has."""
    if isinstance(rule, CompareRule):
        return rule.comparison
    if isinstance(rule, SupportRule | ArithmeticRule):
        return rule.type
    if rule.select.kind == frozenset({"check"}):
        return "check"
    return "claim" if rule.where is None else "backed"


def _kinds(rule: Rule, node: Node, taught: Collection[str]) -> Iterator[Problem]:
    """Kinds that this type cannot work on, or not together."""
    path: Path = ("select", "kind")
    allowed = vocab.KINDS_OF[rule.type]
    kinds = rule.select.kind
    hints = (f"allowed: {', '.join(allowed)}",)
    if kinds is None:
        if isinstance(rule, CompareRule):
            yield Problem(("select",), "a compare rule must say which kind it compares", hints)
        return
    for kind in sorted(kinds - frozenset(allowed)):
        yield Problem(path, f'{_a(rule.type)} rule cannot work on kind "{kind}"', hints)
    if isinstance(rule, CompareRule) and len(kinds) > 1:
        yield Problem(path, "a compare rule compares one kind", hints)
    if "check" in kinds and len(kinds) > 1:
        yield Problem(path, 'kind "check" stands alone')


def _a(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def _selectors(rule: Rule, node: Node, taught: Collection[str]) -> Iterator[Problem]:
    """Keys of `select` and `unless` that tell nothing of the kinds selected."""
    kinds = kinds_of(rule)
    yield from _selector(rule.select, ("select",), kinds)
    if isinstance(rule, CompareRule) and rule.against is not None:
        yield from _against(rule, kinds)
    if isinstance(rule, ClaimRule | SupportRule) and rule.unless is not None:
        yield from _selector(rule.unless, ("unless",), kinds)
    if isinstance(rule, ArithmeticRule):
        yield from _selector(rule.equals, ("equals",), kinds)
        if rule.times is not None:
            yield from _selector(rule.times, ("times",), kinds)


def _against(rule: CompareRule, kinds: frozenset[str]) -> Iterator[Problem]:
    """What a compare rule holds its claims against: claims of their own kind."""
    against = rule.against
    assert against is not None
    if rule.comparison not in ("amount", "date", "words"):
        message = f'"against" means nothing when comparing as {rule.comparison}'
        yield Problem(("against",), message, key=True)
    if against.kind is not None and against.kind != rule.select.kind:
        yield Problem(("against", "kind"), "against: the other side is of the same kind as select")
    yield from _selector(against, ("against",), kinds)


def _selector(select: Select, path: Path, kinds: frozenset[str]) -> Iterator[Problem]:
    for key in _given(select):
        told = vocab.SELECTS.get(key)
        if told is not None and kinds and not kinds & frozenset(told):
            listed = ", ".join(sorted(kinds))
            yield Problem(
                (*path, key),
                f'"{key}" tells nothing of kind {listed}: the rule would never fire',
                (f"allowed for {listed}: {', '.join(_tells(kinds))}",),
                key=True,
            )
    for name in ("value", "words"):
        bracket = getattr(select, name)
        if bracket is None:
            continue
        if bracket.min is None and bracket.max is None:
            yield Problem((*path, name), f"{name}: give min, max or both")
        elif bracket.min is not None and bracket.max is not None and bracket.min > bracket.max:
            message = f"{name}: min {bracket.min} lies above max {bracket.max}"
            yield Problem((*path, name), message)
    for key in ("all", "any", "not"):
        members = getattr(select, "not_" if key == "not" else key)
        for position, member in enumerate(members):
            yield from _selector(member, (*path, key, position), kinds)


def _given(select: Select) -> list[str]:
    fields = type(select).model_fields
    return [fields[name].alias or name for name in fields if name in select.model_fields_set]


def _tells(kinds: frozenset[str]) -> list[str]:
    return [key for key, told in vocab.SELECTS.items() if kinds & frozenset(told)]


def _empty_choices(rule: Rule, node: Node, taught: Collection[str]) -> Iterator[Problem]:
    """Choices that leave nothing over."""
    for key in _given(rule.select):
        value = getattr(rule.select, key if key != "is" else "is_", None)
        if isinstance(value, frozenset) and not value:
            yield Problem(("select", key), f"{key}: nothing is left to select")


def _comparison(rule: Rule, node: Node, taught: Collection[str]) -> Iterator[Problem]:
    """Options of `compare` that its `as` does not have, and thresholds that cross."""
    if not isinstance(rule, CompareRule):
        return
    if rule.group.across == "headline":
        yield from _headline(rule, node)
    compare = rule.compare
    kinds = kinds_of(rule)
    how = rule.comparison
    if rule.comparator is not None:
        yield from _foreign(rule.comparator, kinds)
    elif compare.as_ is not None and len(kinds) == 1 and vocab.AS_OF[min(kinds)] != compare.as_:
        kind = min(kinds)
        yield Problem(
            ("compare", "as"),
            f'kind "{kind}" cannot be compared as "{compare.as_}"',
            (f"allowed: {vocab.AS_OF[kind]}",),
        )
    options = OPTIONS[how]
    for key in compare.model_fields_set - {"as_"}:
        if key not in options:
            allowed = f"allowed: {', '.join(options)}" if options else "it has no options"
            message = f'"{key}" means nothing when comparing as {how}'
            yield Problem(("compare", key), message, (allowed,), key=True)
    if how == "words":
        same = 97 if compare.same is None else compare.same
        variant = 70 if compare.variant is None else compare.variant
        if variant >= same:
            at = "variant" if compare.variant is not None else "same"
            message = f"variant ({variant}) must lie below same ({same})"
            yield Problem(("compare", at), message)
    for key in sorted(rule.group.by & _FOREIGN_KEYS[how]):
        path = word_path(node, ("group", "by"), key)
        yield Problem(path, f'"{key}" splits nothing when comparing as {how}')


def _foreign(name: str, kinds: frozenset[str]) -> Iterator[Problem]:
    """A package's comparator that cannot be had, or is for another kind."""
    path: Path = ("compare", "as")
    try:
        kind = comparator(name).kind
    except PluginError as error:
        yield Problem(path, str(error))
        return
    if kinds != frozenset({kind}):
        listed = ", ".join(sorted(kinds))
        yield Problem(path, f'"{name}" compares kind {kind}, not {listed}')


OPTIONS: dict[str, tuple[str, ...]] = {
    "amount": ("tolerance", "rounding", "soft", "updates"),
    "date": ("tolerance", "updates"),
    "words": ("same", "variant", "guards", "changed"),
    "names": (),
    "titles": (),
    "headline": ("tolerance", "rounding", "soft"),
}
"""The options of `compare` by what is compared."""

_FOREIGN_KEYS: dict[str, frozenset[str]] = {
    "amount": frozenset({"utterance"}),
    "date": frozenset(
        {"utterance", "unit", "counted", "subset", "period", "measure", "place", "subject"}
    ),
    "words": frozenset(vocab.GROUP_KEYS) - {"utterance", "speaker"},
    "names": frozenset(vocab.GROUP_KEYS),
    "titles": frozenset(vocab.GROUP_KEYS),
    "headline": frozenset(vocab.GROUP_KEYS),
}


def _headline(rule: CompareRule, node: Node) -> Iterator[Problem]:
    """Parts of `group` that a headline against its own text leaves no meaning."""
    path: Path = ("group", "across")
    if kinds_of(rule) != frozenset({"quantity"}):
        kinds = ", ".join(sorted(kinds_of(rule)))
        yield Problem(path, f"across: headline compares figures, not {kinds}")
    for key in sorted(rule.group.model_fields_set - {"across", "by"}):
        message = f'"{key}" means nothing across: headline, which stays within an article'
        yield Problem(("group", key), message, key=True)


def _calculation(rule: Rule, node: Node, taught: Collection[str]) -> Iterator[Problem]:
    """An arithmetic rule that adds nothing up, or adds and multiplies."""
    if not isinstance(rule, ArithmeticRule):
        return
    if (rule.sum is None) == (rule.times is None):
        message = (
            "an arithmetic rule must say what it does"
            if rule.sum is None
            else '"sum" and "times" exclude each other'
        )
        hints = ("write sum: list, sum: sentence, or times: {…} with the figures to multiply by",)
        yield Problem(("select",) if rule.sum is None else ("times",), message, hints, key=True)
    given = rule.equals.model_fields_set - {"number"}
    if rule.equals.number is not None and given:
        message = "equals: is a number, or a selector, not both"
        yield Problem(("equals",), message)
    if rule.equals.number is None and not given:
        yield Problem(("equals",), "equals: an empty selector takes every figure")


def possible(rule: CompareRule) -> tuple[str, ...]:
    """The relations that a rule's compare can give, from the most innocent to the worst."""
    found = vocab.RELATIONS_OF[rule.comparison]
    out = set(found)
    if rule.comparison in ("amount", "date"):
        if rule.compare.updates == "none":
            out.discard("update")
    elif rule.comparison == "words":
        if rule.select.quote is not None and "indirect" not in rule.select.quote:
            out.discard("paraphrase")
        if rule.compare.changed is not None:
            out &= {"altered", "omission", "redated", "reassigned"}
        if "utterance" in rule.group.by and "speaker" in rule.group.by:
            out.discard("reassigned")
    return tuple(relation for relation in found if relation in out)


def _reports(rule: Rule, node: Node, taught: Collection[str]) -> Iterator[Problem]:
    """Reports that can never come, and messages that cannot be filled."""
    allowed = PLACEHOLDERS[template_key(rule)]
    if isinstance(rule, CompareRule):
        can = possible(rule)
        if not rule.report:
            hints = (f"allowed: {', '.join(can)}",)
            yield Problem(("report",), "report: an empty mapping reports nothing", hints)
        for relation, line in rule.report.items():
            path: Path = ("report", relation)
            if relation not in can:
                every = vocab.RELATIONS_OF[rule.comparison]
                message = (
                    f'this rule\'s compare can never give "{relation}"'
                    if relation in every
                    else f'"{relation}" is no relation of {rule.comparison}'
                )
                yield Problem(path, message, one_of(relation, can), key=True)
            yield from _message(line.message, (*path, "message"), allowed)
    else:
        yield from _message(rule.report.message, ("report", "message"), allowed)


def _message(message: str | None, path: Path, allowed: tuple[str, ...]) -> Iterator[Problem]:
    if message is None:
        return
    if not message.strip():
        yield Problem(path, "an empty message tells nothing")
    for fault in faults(message, allowed):
        hints: tuple[str, ...] = ()
        if fault.placeholder is not None:
            hints = one_of(fault.placeholder, allowed)
        yield Problem(path, fault.message, hints, within=(fault.at, fault.width))


def _expectations(rule: Rule, node: Node, taught: Collection[str]) -> Iterator[Problem]:
    """Tests that expect what the rule can never give; two tests of one name."""
    if isinstance(rule, CompareRule):
        can: tuple[str, ...] = possible(rule)
    elif isinstance(rule, ClaimRule):
        can = ("sanity",) if template_key(rule) == "check" else ("claim",)
    elif isinstance(rule, ArithmeticRule):
        can = ("sanity",)
    else:
        can = ("support",)
    names: set[str] = set()
    for position, test in enumerate(rule.tests):
        if test.name in names:
            path: Path = ("tests", position, "name")
            yield Problem(path, f'two tests are called "{test.name}"')
        names.add(test.name)
        for place, expected in enumerate(test.expect):
            if expected.relation not in can:
                path = ("tests", position, "expect", place, "relation")
                message = f'this rule can never give "{expected.relation}"'
                hints = one_of(expected.relation, (*can, "none"))
                if expected.relation in vocab.LEVELS:
                    worst = f"{{relation: {can[-1]}, level: {expected.relation}}}"
                    hints = (f"it is a level; write {worst}", *hints[-1:])
                yield Problem(path, message, hints)


def of_yields(id_: str, yields: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Rules that a rule cannot yield to: those that are not there, and those that yield to it."""
    for position, other in enumerate(yields[id_]):
        path: Path = ("yields_to", position)
        if other not in yields:
            guess = nearest(other, yields)
            hints = () if guess is None else (f'did you mean "{guess}"?',)
            yield Problem(path, f'there is no rule "{other}" to yield to', hints)
        elif other == id_:
            yield Problem(path, f'"{id_}" yields to itself: it would never speak')
        elif id_ in yields[other]:
            yield Problem(path, f'"{id_}" and "{other}" yield to each other: neither would speak')


Check = Callable[[Rule, Node, Mapping[str, str]], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    _kinds,
    _selectors,
    _empty_choices,
    names_in,
    distance_told,
    _calculation,
    _comparison,
    _reports,
    _expectations,
)
"""Every check, in the order in which they run."""
