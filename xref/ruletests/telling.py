"""The results of the tests of the rules, as text and as JUnit XML."""

from collections import Counter
from collections.abc import Sequence

from xref.render.xml_text import attribute, legal
from xref.ruletests.verdicts import MEASURE, RuleResult, Status, Verdict


def told(results: Sequence[RuleResult], coverage: bool = False) -> str:
    """The results as text: every test that did not end as it should, then the counts.

    Args:
        results: What `run` gave.
        coverage: Whether to list which relations each rule reports and no test of it shows.
    """
    lines: list[str] = []
    for result in results:
        lines += [f"{result.rule}: {problem}" for problem in result.problems]
        for test in result.tests:
            if not test.good:
                lines += _failure(result.rule, test)
    if coverage:
        lines += ["", "coverage (tests; relations shown; reported, but shown by no test)"]
        for result in results:
            shown = ", ".join(result.covered) or "none"
            missing = ", ".join(result.uncovered)
            tail = f"; not shown: {missing}" if missing else ""
            idle = f"; turn nothing away: {', '.join(result.idle)}" if result.idle else ""
            lines.append(f"  {result.rule}: {len(result.tests)}; {shown}{tail}{idle}")
    counts = Counter(test.status for result in results for test in result.tests)
    summary = ", ".join(f"{counts[status]} {status}" for status in Status if counts[status])
    taught = sum(result.rule.startswith(MEASURE) for result in results)
    rules = _many(len(results) - taught, "rule")
    if taught:
        rules += f", {_many(taught, 'measure')}"
    lines += ["", f"{rules}: {summary or 'no tests'}"]
    return "\n".join(lines).lstrip("\n") + "\n"


def _many(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _failure(rule: str, test: Verdict) -> list[str]:
    looked = "; ".join(test.selected) or "nothing"
    place = f"{test.place}: " if test.place else ""
    if test.status is Status.DONE:
        return [f"{place}{rule}: “{test.name}” passes now; take its todo away"]
    lines = [
        f"{place}{rule}: “{test.name}” failed",
        f"  expected   {test.expected}",
        f"  came out   {test.got}",
        f"  looked at  {looked}",
    ]
    if test.why:
        lines.append(f"  stopped    {test.why}")
    if rule.startswith(MEASURE):
        return lines
    return [*lines, f'  more       xref rules trace {rule} --test "{test.name}"']


def junit(results: Sequence[RuleResult]) -> str:
    """The results as JUnit XML: a suite for each rule, a case for each test."""
    suites = []
    for result in results:
        cases = [_case(result.rule, test) for test in result.tests]
        cases += [
            f"  <testcase classname={attribute(result.rule)} name={attribute(problem)}>"
            f"<failure message={attribute(problem)}/></testcase>\n"
            for problem in result.problems
        ]
        failed = len(result.problems) + sum(not test.good for test in result.tests)
        suites.append(
            f' <testsuite name={attribute(result.rule)} tests="{len(cases)}" failures="{failed}">\n'
            f"{''.join(cases)} </testsuite>\n"
        )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n{"".join(suites)}</testsuites>\n'


def _case(rule: str, test: Verdict) -> str:
    file, _, line = test.place.rpartition(":")
    place = f" file={attribute(file)} line={attribute(line)}" if test.place else ""
    head = f"  <testcase classname={attribute(rule)} name={attribute(test.name)}{place}"
    if test.status is Status.TODO:
        return f'{head}><skipped message="todo"/></testcase>\n'
    if test.good:
        return f"{head}/>\n"
    first, *more = _failure(rule, test)
    body = legal("\n".join(more))
    return f"{head}><failure message={attribute(first)}>{body}</failure></testcase>\n"
