"""Findings as JUnit XML: a test suite with one case for each finding and each clean article."""

import re
from html import escape

from xref.model.report import Finding, Report
from xref.render import words
from xref.render.options import Options
from xref.render.places import Index
from xref.text.display import visible

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _legal(text: str) -> str:
    return escape(_ILLEGAL.sub("\ufffd", text))


def _attribute(value: str) -> str:
    return f'"{_legal(words.one_line(value))}"'


def _body(index: Index, finding: Finding) -> str:
    lines = [f"{finding.message} [{finding.id}]", finding.reason]
    for place in (finding.primary, *finding.related):
        where = index.locate(place)
        column = f":{where.column}" if where.column is not None else ""
        lines.append(f"{where.path}:{where.line}{column}: “{words.one_line(place.text)}”")
    return _legal("\n".join(visible(line) for line in lines if line))


def _case(index: Index, finding: Finding, failing: bool) -> str:
    article = index.articles[finding.primary.article]
    where = index.locate(finding.primary)
    head = (
        f"  <testcase classname={_attribute(article.id)} name={_attribute(finding.rule)}"
        f" file={_attribute(where.path)} line={_attribute(str(where.line))}>"
    )
    body = _body(index, finding)
    if failing:
        said = f"message={_attribute(finding.message)} type={_attribute(finding.level.label)}"
        return f"{head}<failure {said}>{body}</failure></testcase>\n"
    return f"{head}<system-out>{body}</system-out></testcase>\n"


def render(report: Report, options: Options) -> str:
    """The findings of `report`; those at or above ``options.fail_on`` are failures."""
    index = Index(report, options.root)
    limit = options.fail_on
    failing = [limit is not None and each.level >= limit for each in report.findings]
    named = {each.primary.article for each in report.findings}
    cases = [
        _case(index, each, fails) for each, fails in zip(report.findings, failing, strict=True)
    ]
    cases += [
        f'  <testcase classname={_attribute(each.id)} name="no findings"/>\n'
        for each in report.articles
        if each.id not in named
    ]
    cases += [
        f'  <testcase classname={_attribute(each.path)} name="read">'
        f"<skipped message={_attribute(each.reason)}/></testcase>\n"
        for each in report.unread
    ]
    counted = (
        f'tests="{len(cases)}" failures="{sum(failing)}" errors="0" skipped="{len(report.unread)}"'
    )
    suite = f' <testsuite name="xref" {counted}>\n{"".join(cases)} </testsuite>\n'
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f"{head}<testsuites {counted}>\n{suite}</testsuites>\n"
