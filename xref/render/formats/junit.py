"""Findings as JUnit XML: a test suite with one case for each finding and each clean article."""

from xref.model.report import Finding, Report
from xref.render import words
from xref.render.options import Options
from xref.render.places import Index
from xref.render.xml_text import attribute, legal
from xref.text.display import visible


def _body(index: Index, finding: Finding) -> str:
    lines = [f"{finding.message} [{finding.id}]", finding.reason]
    for place in (finding.primary, *finding.related):
        where = index.locate(place)
        column = f":{where.column}" if where.column is not None else ""
        lines.append(f"{where.path}:{where.line}{column}: “{words.one_line(place.text)}”")
    return legal("\n".join(visible(line) for line in lines if line))


def _case(index: Index, finding: Finding, failing: bool) -> str:
    article = index.articles[finding.primary.article]
    where = index.locate(finding.primary)
    head = (
        f"  <testcase classname={attribute(article.id)} name={attribute(finding.rule)}"
        f" file={attribute(where.path)} line={attribute(str(where.line))}>"
    )
    body = _body(index, finding)
    if failing:
        said = f"message={attribute(finding.message)} type={attribute(finding.level.label)}"
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
        f'  <testcase classname={attribute(each.id)} name="no findings"/>\n'
        for each in report.articles
        if each.id not in named
    ]
    cases += [
        f'  <testcase classname={attribute(each.path)} name="read">'
        f"<skipped message={attribute(each.reason)}/></testcase>\n"
        for each in report.unread
    ]
    counted = (
        f'tests="{len(cases)}" failures="{sum(failing)}" errors="0" skipped="{len(report.unread)}"'
    )
    suite = f' <testsuite name="xref" {counted}>\n{"".join(cases)} </testsuite>\n'
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f"{head}<testsuites {counted}>\n{suite}</testsuites>\n"
