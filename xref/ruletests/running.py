"""Runs the tests that sit in the rules, through the whole pipeline."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from string import ascii_uppercase

from xref.model.article import Document
from xref.model.claim import Claim, Quantity
from xref.model.report import Report
from xref.rules.engine import outcomes
from xref.rules.funnel import funnel, selected_claims
from xref.rules.models import ClaimRule, CompareRule, Rule, SupportRule
from xref.rules.outcome import Outcome
from xref.rules.ruleset import RuleSet
from xref.rules.samples import Expected, RuleTest, Sample
from xref.rules.scene import scene
from xref.rules.select import measure_name
from xref.rules.steps import Step
from xref.ruletests.verdicts import MEASURE, RuleResult, Status, Verdict

RunPipeline = Callable[[Sequence[Document], RuleSet], Report]
"""What turns documents into a report under some rules."""

_STORY = "given"


def is_named(test: RuleTest, name: str | None) -> bool:
    """Whether a test's name holds some words, in any case; every test where none are given."""
    return name is None or name.lower() in test.name.lower()


def run(
    ruleset: RuleSet, run_pipeline: RunPipeline, name: str | None = None
) -> tuple[RuleResult, ...]:
    """Run the tests of every rule, each rule on its own.

    Args:
        ruleset: The rules; the measures that they teach are known in every test.
        run_pipeline: The pipeline; it is called once for each test.
        name: Words that a test's name must hold to be run; rules without such a test are left out.
    """
    rules = tuple(
        _rule(rule, ruleset.only(rule.id), run_pipeline, name)
        for rule in ruleset.rules
        if name is None or any(is_named(test, name) for test in rule.tests)
    )
    return rules if name is not None else (*_measures(ruleset, run_pipeline), *rules)


def calls(ruleset: RuleSet, name: str | None = None) -> int:
    """How often `run` calls the pipeline: for each test, and each example of a taught measure."""
    tests = sum(is_named(test, name) for rule in ruleset.rules for test in rule.tests)
    taught = () if name is not None else ruleset.measures
    return tests + sum(1 for each in taught for _ in _examples(each))


def _examples(taught: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, str, bool]]:
    """The measure, the sentence, and whether it has a figure of it, for each example."""
    for name, measure in taught.items():
        for key in ("for", "against"):
            listed = measure.get(key, ())
            assert isinstance(listed, list | tuple)
            for text in listed:
                yield name, str(text), key == "for"


def _measures(ruleset: RuleSet, run_pipeline: RunPipeline) -> Iterator[RuleResult]:
    """The examples of each measure that a rule file teaches, for and against."""
    nothing = ruleset.only()
    for taught in ruleset.measures:
        for name, examples in groupby(_examples(taught), key=itemgetter(0)):
            verdicts = [
                _example(name, text, wanted, nothing, run_pipeline) for _, text, wanted in examples
            ]
            yield RuleResult(f"{MEASURE}{name}", tuple(verdicts), (), (), ())


def _example(
    measure: str, text: str, wanted: bool, ruleset: RuleSet, run_pipeline: RunPipeline
) -> Verdict:
    """Whether a figure of a sentence is of a measure, as its example says."""
    report = run_pipeline(documents([Sample(text=text)]), ruleset)
    read = [(c.text, c.value) for c in report.claims if isinstance(c.value, Quantity)]
    of = [said for said, value in read if value.measure == measure]
    figures = "; ".join(f"“{said}” is {measure_name(value)}" for said, value in read)
    return Verdict(
        text,
        Status.PASSED if bool(of) == wanted else Status.FAILED,
        f"a figure of {measure}" if wanted else f"no figure of {measure}",
        figures or "no figure",
        tuple(f"“{said}”" for said in of),
    )


def _rule(rule: Rule, ruleset: RuleSet, run_pipeline: RunPipeline, name: str | None) -> RuleResult:
    results: list[Verdict] = []
    seen: set[str] = set()
    refused: set[str] = set()
    for test in rule.tests:
        if not is_named(test, name):
            continue
        report = run_pipeline(documents(test.given), ruleset)
        claims = {claim.id: claim for claim in report.claims}
        where = scene({article.id: article for article in report.articles}, claims, report.linked)
        found = tuple(outcomes(rule, where))
        seen.update(outcome.relation for outcome in found)
        result = _result(test, found, selected_claims(rule, where))
        place = ruleset.test_places.get((rule.id, test.name))
        if place is not None:
            result = replace(result, place=f"{place.file}:{place.line}")
        way = funnel(rule, where)
        refused.update(each.why for step in way.steps for each in step.dropped)
        if not result.good and way.stopped is not None:
            result = replace(result, why=_why(way.stopped))
        results.append(result)
    problems: list[str] = []
    if not rule.tests:
        problems.append("has no tests")
    elif not (seen or any(result.selected for result in results) or _waits(rule)):
        problems.append("its selector fires on none of its tests")
    reports = tuple(rule.report) if isinstance(rule, CompareRule) else ()
    return RuleResult(
        rule.id,
        tuple(results),
        tuple(sorted(seen)),
        tuple(relation for relation in reports if relation not in seen),
        tuple(problems),
        tuple(_idle(rule, refused)),
    )


def _why(step: Step) -> str:
    """The step that left nothing, and what it dropped most for."""
    if not step.dropped:
        return f"nothing came to “{step.name}”"
    worst = step.dropped[0]
    return f"nothing came through “{step.name}”: {worst.why} ({worst.count:,})"


def _idle(rule: Rule, refused: Collection[str]) -> Iterator[str]:
    """The keys of `select` and `unless` that turned no claim of any test away."""
    for name in sorted(rule.select.model_fields_set - {"kind"}):
        key = type(rule.select).model_fields[name].alias or name
        if f"{key}: does not hold" not in refused:
            yield f"select.{key}"
    unless = rule.unless if isinstance(rule, ClaimRule | SupportRule) else None
    if unless is not None and not any(each.startswith("unless: ") for each in refused):
        yield "unless"


def _waits(rule: Rule) -> bool:
    """Whether a test that expects something is known to fail yet."""
    return any(test.todo and test.expect for test in rule.tests)


def _result(test: RuleTest, found: Sequence[Outcome], selected: Iterable[Claim]) -> Verdict:
    right = matches(test.expect, found)
    if test.todo:
        status = Status.DONE if right else Status.TODO
    else:
        status = Status.PASSED if right else Status.FAILED
    return Verdict(
        test.name,
        status,
        _expected_words(test.expect),
        _found_words(found),
        tuple(f"{claim.outlet}: “{claim.text}”" for claim in selected),
    )


def matches(expected: Sequence[Expected], found: Sequence[Outcome]) -> bool:
    """Whether a rule came to just what was expected.

    Nothing expected means that nothing is reported; a relation that is expected must come as
    often as told, and no other may come.
    """
    if not expected:
        return all(outcome.finding is None for outcome in found)
    wanted = Counter({each.relation: 0 for each in expected})
    for each in expected:
        wanted[each.relation] += each.count
    if wanted != Counter(outcome.relation for outcome in found):
        return False
    return all(_told(each, found) for each in expected)


def _told(expected: Expected, found: Sequence[Outcome]) -> bool:
    """Whether outcomes of the expected relation are reported as expected."""
    hits = 0
    for outcome in found:
        if outcome.relation != expected.relation:
            continue
        finding = outcome.finding
        level = "none" if finding is None else finding.level.label
        message = "" if finding is None else finding.message
        if expected.level in (None, level) and (expected.message or "") in message:
            hits += 1
    return hits >= expected.count


def _expected_words(expected: Sequence[Expected]) -> str:
    parts = []
    for each in expected:
        words = each.relation if each.count == 1 else f"{each.count} × {each.relation}"
        if each.level is not None:
            words += f" ({each.level})"
        if each.message is not None:
            words += f" “{each.message}”"
        parts.append(words)
    return ", ".join(parts) or "nothing reported"


def _found_words(found: Sequence[Outcome]) -> str:
    parts = [
        f"{outcome.relation}: {outcome.finding.message}"
        if outcome.finding
        else f"{outcome.relation} (not reported)"
        for outcome in found
    ]
    return "; ".join(parts) or "nothing"


def documents(given: Sequence[Sample]) -> list[Document]:
    """The articles of a test. Those that name no outlet are from Outlet A, Outlet B and so on."""
    return [
        Document(
            id=sample.id or f"{at + 1:02d}",
            path=f"given/{at + 1:02d}",
            text=sample.text,
            title=sample.title,
            outlet=sample.outlet or f"Outlet {_letter(at)}",
            author=sample.author,
            published=sample.published,
            url=sample.url,
            story=sample.story or _STORY,
            origin=sample.origin,
        )
        for at, sample in enumerate(given)
    ]


def _letter(at: int) -> str:
    return ascii_uppercase[at] if at < len(ascii_uppercase) else str(at + 1)
