"""What an id names, and what is meant where it names nothing."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from xref.model.link import Slot, Utterance
from xref.model.report import Finding, Report
from xref.render import words

Named = Finding | Slot | Utterance

_NEAR = 5
_ALIKE = 0.5
_WIDTH = 90


class UnknownIdError(LookupError):
    """An id that names nothing, or several things; `near` lists what may be meant, a line each."""

    def __init__(self, message: str, near: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.near = tuple(near)


def find(report: Report, id_: str) -> Named:
    """The finding, slot or utterance of an id, or of the beginning of one that fits no other.

    A finding is found by its fingerprint, too. A whole id wins over those that it begins.

    Raises:
        UnknownIdError: when there is none, or the beginning fits several.
    """
    known = _known(report)
    whole = {named.id: named for key, named in known if key == id_}
    begun = {named.id: named for key, named in known if id_ and key.startswith(id_)}
    found = list((whole or begun).values())
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownIdError(f'"{id_}" begins several ids', _lines(found))
    raise UnknownIdError(f'the report holds no id "{id_}"', _lines(_meant(report, id_, known)))


def asked(named: Slot | Utterance) -> str:
    """What a slot asks, or whose words an utterance is."""
    if isinstance(named, Utterance):
        return f"words of {named.speaker}" if named.speaker else "words of nobody named"
    what = words.measured(named.measure, named.counted, named.unit, named.kind == "date")
    event = words.event(named.event) if named.event else None
    parts = (what, named.subject, event, words.scope(named.scope))
    return " · ".join(part for part in parts if part)


def _known(report: Report) -> list[tuple[str, Named]]:
    """Every key, with what it names."""
    findings = (*report.findings, *report.suppressed)
    return [
        *((finding.id, finding) for finding in findings),
        *((finding.fingerprint, finding) for finding in findings),
        *((slot.id, slot) for slot in report.linked.slots),
        *((utterance.id, utterance) for utterance in report.linked.utterances),
    ]


def _meant(report: Report, id_: str, known: Sequence[tuple[str, Named]]) -> list[Named]:
    """What an unknown id may mean: findings of that rule, ids like it, else the first findings."""
    of_rule: list[Named] = [each for each in report.findings if each.rule == id_]
    if of_rule:
        return of_rule
    by_key = dict(known)
    near = {by_key[key].id: by_key[key] for key in get_close_matches(id_, by_key, _NEAR, _ALIKE)}
    return list(near.values()) or list(report.findings)


def _lines(found: Iterable[Named]) -> list[str]:
    lines = []
    for named in found:
        if isinstance(named, Finding):
            told = f"{named.level.label} {named.rule}: {named.message}"
        else:
            told = f"{named.relation}: {asked(named)}"
        lines.append(words.cut(words.one_line(f"{named.id}  {told}"), _WIDTH + len(named.id)))
    more = len(lines) - _NEAR
    return [*lines[:_NEAR], f"and {words.count(more, 'more', 'more')}"] if more > 0 else lines
