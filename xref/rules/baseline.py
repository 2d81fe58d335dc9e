"""Findings that a project has accepted, so that only new ones count."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from xref.model.article import Article
from xref.model.report import Finding
from xref.rules.finding import named
from xref.text.nesting import too_deep

SCHEMA = "xref.baseline/2"
_MAX_DEPTH = 10


class BaselineError(ValueError):
    """A baseline file that cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """One accepted finding.

    `outlets` are those of the articles that it named, one for each article, sorted; an article
    whose outlet only its file's name tells has an empty one. When another joins in, the finding is
    new again. Rule, level, articles and message are for the reader of the file.
    """

    fingerprint: str
    rule: str
    level: str
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """Accepted findings, sorted by fingerprint."""

    accepted: tuple[Accepted, ...] = ()

    def without(self, idle: Sequence[Accepted]) -> "Baseline":
        """The baseline without some of its entries."""
        gone = {each.fingerprint for each in idle}
        return Baseline(tuple(each for each in self.accepted if each.fingerprint not in gone))

    def text(self) -> str:
        """The file: JSON with one finding a line, so that a change shows as one line."""
        lines = [
            json.dumps(
                {
                    "fingerprint": each.fingerprint,
                    "rule": each.rule,
                    "level": each.level,
                    "articles": list(each.articles),
                    "outlets": list(each.outlets),
                    "message": each.message,
                },
                ensure_ascii=False,
            )
            for each in self.accepted
        ]
        listed = ",\n".join(f"  {line}" for line in lines)
        body = f"[\n{listed}\n]" if lines else "[]"
        return f'{{"schema": "{SCHEMA}", "findings": {body}}}\n'


class Compared(NamedTuple):
    """Findings that a baseline does not hold, those that it does, and entries of no finding."""

    new: list[Finding]
    accepted: list[Finding]
    idle: list[Accepted]


def articles_of(finding: Finding) -> tuple[str, ...]:
    """The ids of the articles that a finding names, sorted."""
    return tuple(sorted({place.article for place in (finding.primary, *finding.related)}))


def _outlets_of(finding: Finding, articles: Mapping[str, Article]) -> tuple[str, ...]:
    return tuple(sorted(named(articles[id_]) for id_ in articles_of(finding)))


def baseline_of(findings: Iterable[Finding], articles: Mapping[str, Article]) -> Baseline:
    """The baseline that accepts these findings on `articles`, which are given by id."""
    found = {
        each.fingerprint: Accepted(
            each.fingerprint,
            each.rule,
            each.level.label,
            articles_of(each),
            _outlets_of(each, articles),
            each.message,
        )
        for each in findings
    }
    return Baseline(tuple(found[key] for key in sorted(found)))


def read_baseline(text: str) -> Baseline:
    """The baseline of a file's text.

    Raises:
        BaselineError: when the text is no baseline of this version.
    """
    if too_deep(text, _MAX_DEPTH) is not None:
        raise BaselineError("nested deeper than any that xref baseline writes")
    try:
        whole: Any = json.loads(text)
    except json.JSONDecodeError as error:
        raise BaselineError(f"not valid JSON from line {error.lineno} on") from None
    except ValueError:
        raise BaselineError("it holds a number of thousands of digits") from None
    if not isinstance(whole, dict) or whole.get("schema") != SCHEMA:
        told = whole.get("schema") if isinstance(whole, dict) else None
        raise BaselineError(
            f"its schema is {str(told)[:40]!r}, not {SCHEMA!r}; write it again with xref baseline"
        )
    try:
        return Baseline(
            tuple(
                Accepted(
                    str(each["fingerprint"]),
                    str(each.get("rule", "")),
                    str(each.get("level", "")),
                    tuple(str(article) for article in each.get("articles", ())),
                    tuple(sorted(str(outlet) for outlet in each["outlets"])),
                    str(each.get("message", "")),
                )
                for each in whole["findings"]
            )
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise BaselineError(
            f"a finding is not as xref baseline writes it: {str(error)[:80]}"
        ) from None


def apply_baseline(
    findings: Sequence[Finding], baseline: Baseline, articles: Mapping[str, Article]
) -> Compared:
    """Tell new findings from accepted ones; both keep their order.

    A finding is accepted when the baseline holds its fingerprint and an outlet for every article
    that it names: an article that joins an accepted conflict makes it news, one that is renamed
    does not.
    """
    known = {each.fingerprint: Counter(each.outlets) for each in baseline.accepted}
    new: list[Finding] = []
    accepted: list[Finding] = []
    for finding in findings:
        outlets = known.get(finding.fingerprint)
        held = outlets is not None and Counter(_outlets_of(finding, articles)) <= outlets
        (accepted if held else new).append(finding)
    met = {finding.fingerprint for finding in findings}
    idle = [each for each in baseline.accepted if each.fingerprint not in met]
    return Compared(new, accepted, idle)
