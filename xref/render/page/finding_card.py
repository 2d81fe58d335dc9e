"""Cards of findings, and of failed checks, that belong to no slot and no utterance."""

from collections.abc import Sequence

from xref.model.link import Check
from xref.model.relation import Kind, Place, Wording
from xref.model.report import Finding
from xref.render import relations, words
from xref.render.page import settling
from xref.render.page.cards import READINGS, Card, Reading, Reason, remarks_of
from xref.render.page.passages import of_places
from xref.render.places import Index


def _of_places(index: Index, places: Sequence[Place]) -> tuple[Reading, ...]:
    return tuple(
        Reading(passage, " … ".join(run.text for run in passage.runs if run.mark))
        for passage in of_places(index, places)
    )


def finding_card(index: Index, finding: Finding, anchor: str) -> Card:
    """The card of a finding that no slot or utterance holds."""
    places = (finding.primary, *finding.related)
    quoted = finding.relation in set(Wording)
    name = relations.name(finding.relation, quoted=quoted and finding.relation not in set(Kind))
    reason = words.one_line(finding.reason)
    return Card(
        anchor=anchor,
        heading=_heading(index, finding),
        context="",
        relation=finding.relation,
        label=name.label,
        readings=_of_places(index, places[:READINGS]),
        left_off=len(places[READINGS:]),
        remarks=remarks_of([finding]),
        reasons=(Reason(name.label, "", reason),) if reason else (),
        certainty=finding.certainty.value if finding.certainty else "",
        settle=settling.of_finding(
            finding.relation, index.articles[finding.primary.article].outlet
        ),
    )


def _heading(index: Index, finding: Finding) -> str:
    """The title of its rule; with the words that it is about, unless it is listed under the title.

    Several findings never share one title.
    """
    title = words.capital(words.one_line(index.title(finding.rule)))
    if finding.relation in _LISTED:
        return title
    return f"{title}: “{words.cut(words.one_line(finding.primary.text), 60)}”"


_LISTED = ("claim", "support")
"""Relations whose findings are listed under the title that they share."""


def check_card(index: Index, check: Check, anchor: str) -> Card:
    """The card of a sanity check that no rule reports."""
    name = relations.OTHERS["sanity"]
    return Card(
        anchor=anchor,
        heading=words.capital(words.one_line(check.name)),
        context="",
        relation="sanity",
        label=name.label,
        readings=_of_places(index, check.places[:READINGS]),
        left_off=len(check.places[READINGS:]),
        reasons=(Reason(name.label, "", words.one_line(check.reason)),),
    )
