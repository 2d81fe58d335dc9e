"""Findings as SARIF 2.1.0 (OASIS, 2020), for code scanning services and editors.

Beside what the specification asks, every property is there that GitHub names as required in "SARIF
support for code scanning": texts for each rule, all four ends of a region, and a fingerprint
called `primaryLocationLineHash`. Of the limits that GitHub documents the ones that a run can meet
are kept: 25,000 results, the gravest first, and 1,000 locations for each. `rank` is how sure it
is, in per cent, that two figures set against each other are of one thing.
"""

import json
from typing import Any

from xref import __version__
from xref.model.relation import Place
from xref.model.report import Finding, Level, Report, RuleNote
from xref.render import records, words
from xref.render.options import Options
from xref.render.places import Index, relative, uri

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
_RESULTS = 25_000
_LOCATIONS = 1_000
_BRACES = str.maketrans({"{": "{{", "}": "}}"})


def _message(text: str) -> dict[str, str]:
    """A plain-text message: braces doubled and no embedded link (section 3.11.5 and 3.11.6)."""
    return {"text": words.one_line(text).translate(_BRACES).replace("](", "\\](")}


def _location(index: Index, place: Place, number: int | None = None) -> dict[str, Any]:
    where = index.locate(place)
    region: dict[str, Any] = {
        "startLine": where.line,
        "startColumn": where.column or 1,
        "endLine": where.end_line,
        # A record shows no columns: its line stands for it.
        "endColumn": where.end_column or 2,
    }
    if where.column is not None:
        region["snippet"] = {"text": place.text}
    location: dict[str, Any] = {} if number is None else {"id": number}
    location["physicalLocation"] = {
        "artifactLocation": {"uri": uri(where.path)},
        "region": region,
    }
    if number is not None:
        outlet = index.articles[place.article].outlet
        note = f" ({noted})" if (noted := index.note(place)) else ""
        location["message"] = _message(f"{outlet}: “{place.text}”{note}")
    return location


def _result(index: Index, finding: Finding, rules: dict[str, int]) -> dict[str, Any]:
    reason = finding.reason if words.adds(finding.reason, finding.message) else ""
    ranked = {} if finding.probability is None else {"rank": round(100 * finding.probability, 1)}
    return {
        **ranked,
        "ruleId": finding.rule,
        "ruleIndex": rules[finding.rule],
        "level": _LEVELS[finding.level],
        "message": _message(words.sentences(finding.message, reason)),
        "locations": [_location(index, finding.primary)],
        "relatedLocations": [
            _location(index, place, number)
            for number, place in enumerate(finding.related[: _LOCATIONS - 1], 1)
        ],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
            "xref/v2": finding.fingerprint,
        },
        "properties": {
            "relation": finding.relation,
            "outlet": index.articles[finding.primary.article].outlet,
            "finding": finding.id,
        },
    }


def _rule(id_: str, note: RuleNote | None) -> dict[str, Any]:
    """A rule with the texts that a reader of its results sees."""
    title = note.title if note and note.title else id_.replace("-", " ").capitalize()
    about = note.about if note and note.about else title
    help_ = f"{about} The rule: xref rules show {id_}. A finding: xref explain ID INPUTS."
    return {
        "id": id_,
        "name": id_,
        "shortDescription": _message(words.cut(title, 1000)),
        "fullDescription": _message(words.cut(about, 1000)),
        "help": _message(words.sentences(help_)),
    }


def render(report: Report, options: Options) -> str:
    """The findings of `report` from ``options.show`` on; suppressed ones are in it as such."""
    index = Index(report, options.root)
    listed = [each for each in report.findings if each.level >= options.show]
    suppressed = [each for each in report.suppressed if each.level >= options.show]
    listed = sorted(listed, key=lambda each: -each.level)[:_RESULTS]
    suppressed = suppressed[: _RESULTS - len(listed)]
    everything = [*listed, *suppressed]
    notes = {each.id: each for each in report.rules}
    rules = {rule: at for at, rule in enumerate(sorted({each.rule for each in everything}))}
    accepted = [{"kind": "external"}]
    results = [_result(index, each, rules) for each in listed]
    results += [{**_result(index, each, rules), "suppressions": accepted} for each in suppressed]
    skipped = [
        {
            "level": "warning",
            "message": _message(f"skipped: {each.reason}"),
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": uri(relative(each.path, options.root))}
                    }
                }
            ],
        }
        for each in report.unread
    ]
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "xref",
                        "semanticVersion": __version__,
                        "rules": [_rule(rule, notes.get(rule)) for rule in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "invocations": [
                    {"executionSuccessful": True, "toolExecutionNotifications": skipped}
                ],
                "results": results,
            }
        ],
    }
    return json.dumps(json.loads(records.line(log)), ensure_ascii=True, indent=1) + "\n"
