"""Findings that somebody has looked at: each with a reason, some with an end.

Suppression is a file, since articles are other people's text. An entry names a finding by its
fingerprint (or the first eight letters of it), or a rule and an article, in either of which ``*``
stands for anything.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, Field, ValidationError

from xref.model.relation import Place
from xref.model.report import Finding, Level
from xref.model.span import Span
from xref.rules import translate
from xref.rules.errors import Mark, RuleError, RuleErrors, nearest, one_of
from xref.rules.finding import fingerprint, numbered
from xref.rules.marks import Node, lines_of, parse
from xref.rules.shorthand import shown, told
from xref.rules.values import Part

UNUSED = "unused-ignore"
"""The rule of a finding about an entry that matches nothing."""
EXPIRED = "expired-ignore"
"""The rule of a finding about an entry whose time has passed."""

EXAMPLE = """\
xref: 1
ignore:
- fingerprint: 3f9a0c12
  reason: both figures are right, the ministry counts reservists
- rule: unattributed-figure
  article: harbour-strike
  reason: the figures are the paper's own count
  until: 2027-01-31
"""


def _day(value: object) -> date:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise told(f"{shown(value)} is no day", "write it as 2027-01-31")


class Ignore(Part):
    """One entry of the file."""

    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{8,20}$")] | None = None
    rule: str | None = None
    article: str | None = None
    reason: Annotated[str, Field(pattern=r"\S")]
    until: Annotated[date, BeforeValidator(_day, json_schema_input_type=str)] | None = None

    def matches(self, finding: Finding) -> bool:
        """Whether the entry means this finding."""
        if self.fingerprint is not None:
            return finding.fingerprint.startswith(self.fingerprint)
        places = (finding.primary, *finding.related)
        return _fits(self.rule, finding.rule) and any(
            _fits(self.article, place.article) for place in places
        )


def _fits(pattern: str | None, name: str) -> bool:
    """Whether a name is the one written, in which ``*`` stands for anything."""
    if pattern is None or "*" not in pattern:
        return pattern == name
    head, *middle, tail = pattern.split("*")
    if not (name.startswith(head) and name.endswith(tail)):
        return False
    at, end = len(head), len(name) - len(tail)
    for part in middle:
        found = name.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return at <= end


_MAX_BYTES = 4_000_000


@dataclass(frozen=True, slots=True)
class Ignores:
    """The entries of a file with their places, in its order."""

    entries: tuple[tuple[Ignore, Mark], ...] = ()


class Ignored(NamedTuple):
    """What is left of the findings, what was suppressed, and findings about the entries."""

    kept: list[Finding]
    suppressed: list[Finding]
    extra: list[Finding]


def load_ignores(file: Path) -> Ignores:
    """The entries of an ``xref-ignore.yaml``.

    Raises:
        RuleErrors: with all that is wrong in the file.
        OSError: when it cannot be read.
    """
    name = str(file)
    try:
        with file.open("rb") as stream:
            raw = stream.read(_MAX_BYTES + 1)
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RuleErrors([RuleError(Mark(name, 1, 1), "this is not UTF-8")]) from None
    if len(raw) > _MAX_BYTES:
        message = f"larger than {_MAX_BYTES:,} bytes: no list of suppressions is"
        raise RuleErrors([RuleError(Mark(name, 1, 1), message)])
    lines = lines_of(text)

    def excerpt(mark: Mark) -> str:
        return lines[mark.line - 1] if 0 < mark.line <= len(lines) else ""

    top, errors = parse(text, name)
    entries: list[tuple[Ignore, Mark]] = []
    if top is not None:
        listed = top.get("ignore")
        for key in top.value if isinstance(top.value, dict) else ():
            if key not in ("xref", "ignore"):
                mark = top.key_mark(key)
                hints = one_of(key, ("xref", "ignore"))
                errors.append(RuleError(mark, f'unknown key "{key}"', excerpt(mark), hints))
        if listed is None or not isinstance(listed.value, list):
            mark = top.mark if listed is None else listed.mark
            message = "expected a list of entries under ignore:"
            errors.append(RuleError(mark, message, excerpt(mark), example=EXAMPLE))
        else:
            for node in listed.items():
                entry = _entry(node, excerpt, errors)
                if entry is not None:
                    entries.append((entry, _place(node)))
    if errors:
        raise RuleErrors(errors)
    return Ignores(tuple(entries))


_NAMES = ("fingerprint", "rule", "article")


def _named(node: Node) -> object:
    """The entry's fields, what only looks like a number ("12345678", "1234e567") as a name."""
    if not isinstance(node.value, dict):
        return node.plain
    numbers = {
        key: child.written
        for key, child in node.value.items()
        if key in _NAMES and type(child.value) in (int, float)
    }
    return {**node.plain, **numbers}


def _entry(node: Node, excerpt: translate.Excerpt, errors: list[RuleError]) -> Ignore | None:
    try:
        entry = Ignore.model_validate(_named(node))
    except ValidationError as error:
        errors.extend(translate.told(error, node, Ignore, excerpt, whole="the entry"))
        return None
    by_rule = entry.rule is not None or entry.article is not None
    if (entry.fingerprint is not None) == by_rule or (
        by_rule and (entry.rule is None or entry.article is None)
    ):
        message = "an entry names a fingerprint, or a rule and an article"
        errors.append(RuleError(node.mark, message, excerpt(node.mark), example=EXAMPLE))
        return None
    return entry


def _place(node: Node) -> Mark:
    named = node.get("fingerprint") or node.get("rule") or node
    return named.mark


@dataclass(frozen=True, slots=True)
class Names:
    """The rules and articles of a run, by id, to tell an entry that names none of them."""

    rules: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()

    def unknown(self, entry: Ignore) -> str:
        """What an entry names that is not there, with what is likely meant; else empty."""
        named = (("rule", entry.rule, self.rules), ("article", entry.article, self.articles))
        for what, name, known in named:
            if name is None or not known or any(_fits(name, each) for each in known):
                continue
            guess = nearest(name, known)
            hint = f' (did you mean "{guess}"?)' if guess else ""
            return f'there is no {what} "{name}"{hint}'
        return ""


def apply_ignores(
    findings: Sequence[Finding], ignores: Ignores, today: date, names: Names | None = None
) -> Ignored:
    """Set aside the findings that the entries name.

    An entry holds through its last day. Expired entries set nothing aside; they and those that
    match nothing come back as findings of level warning, placed in the file of the entries.

    Args:
        findings: All findings, in their order, which is kept.
        ignores: The entries.
        today: The day of the run.
        names: What there is in the run.
    """
    used: set[int] = set()
    kept: list[Finding] = []
    suppressed: list[Finding] = []
    for finding in findings:
        hits = [at for at, (entry, _) in enumerate(ignores.entries) if entry.matches(finding)]
        used.update(hits)
        entries = (ignores.entries[at][0] for at in hits)
        live = any(entry.until is None or today <= entry.until for entry in entries)
        (suppressed if live else kept).append(finding)
    return Ignored(kept, suppressed, _about(ignores, used, today, names or Names()))


def _about(ignores: Ignores, used: Iterable[int], today: date, names: Names) -> list[Finding]:
    found: list[Finding] = []
    known = frozenset(used)
    for at, (entry, mark) in enumerate(ignores.entries):
        name = entry.fingerprint or f"{entry.rule} in {entry.article}"
        if entry.until is not None and entry.until < today:
            rule = EXPIRED
            told = f"the entry for {name} ended on {entry.until}: {entry.reason}"
        elif at not in known:
            why = names.unknown(entry)
            why = f"matches nothing, since {why}" if why else "matches no finding"
            rule, told = UNUSED, f"the entry for {name} {why}: {entry.reason}"
        else:
            continue
        found.append(
            Finding(
                id="",
                rule=rule,
                level=Level.WARNING,
                relation="claim",
                message=told,
                primary=Place(
                    mark.file,
                    "text",
                    Span(0, 0),
                    name,
                    note=f"{mark.file}:{mark.line}:{mark.column}",
                    at=(mark.line, mark.column),
                ),
                related=(),
                reason="",
                fingerprint=fingerprint(rule, "claim", (name, str(entry.until))),
            )
        )
    return numbered(found)
