"""What is new, changed or settled since an earlier report."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from xref.model.report import Earlier, Finding, Since
from xref.text.display import visible, whole
from xref.text.nesting import too_deep

_SCHEMA = "xref.report/1"
_MAX_DEPTH = 60


class OldReportError(ValueError):
    """An earlier report that cannot be read; the message says why."""


def earlier(text: str) -> tuple[Earlier, ...]:
    """The findings of an earlier report, from its JSON.

    Raises:
        OldReportError: when it is no report of xref's.
    """
    if too_deep(text, _MAX_DEPTH):
        raise OldReportError("this is nested too deeply for a report")
    try:
        data = json.loads(text)
    except ValueError as error:
        raise OldReportError("this is not JSON") from error
    if not isinstance(data, dict) or data.get("schema") != _SCHEMA:
        raise OldReportError(f'this is no report: "schema" is not "{_SCHEMA}"')
    try:
        return tuple(map(_earlier, data["findings"]))
    except (KeyError, TypeError) as error:
        raise OldReportError("its findings are not those of a report") from error


def _earlier(record: Mapping[str, Any]) -> Earlier:
    places = [record["primary"], *record["related"]]
    return Earlier(
        id=visible(str(record["id"])),
        rule=visible(str(record["rule"])),
        level=visible(str(record["level"])),
        message=visible(str(record["message"])),
        fingerprint=whole(str(record["fingerprint"])),
        articles=tuple(sorted({whole(str(place["article"])) for place in places})),
    )


def since(findings: Sequence[Finding], old: Iterable[Earlier]) -> Since:
    """Set findings against those of an earlier report.

    One fingerprint is one finding. Of the rest, two of one rule about the same articles are one
    that changed; what only the earlier report has is settled, or its articles are gone.
    """
    left: defaultdict[str, list[Earlier]] = defaultdict(list)
    for each in old:
        left[each.fingerprint].append(each)
    unmatched = []
    for finding in findings:
        same = left.get(finding.fingerprint)
        if same:
            same.pop(0)
        else:
            unmatched.append(finding)
    rest: defaultdict[tuple[str, tuple[str, ...]], list[Earlier]] = defaultdict(list)
    for mine in left.values():
        for each in mine:
            rest[each.rule, each.articles].append(each)
    new, changed = [], []
    for finding in unmatched:
        articles = {place.article for place in (finding.primary, *finding.related)}
        before = rest.get((finding.rule, tuple(sorted(articles))))
        if before:
            changed.append((finding.id, before.pop(0)))
        else:
            new.append(finding.id)
    settled = sorted((e for mine in rest.values() for e in mine), key=lambda e: (e.rule, e.id))
    return Since(tuple(new), tuple(changed), tuple(settled))
