"""Makes rule sets from a few lines of YAML, and findings from hand-made links."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from textwrap import dedent
from typing import Any

from tests.golden.making import Newsroom
from xref.model.link import Check, NotCompared, Origin, Person, Slot, Story, Utterance
from xref.model.report import Finding, Linked
from xref.rules import RuleSet, apply, load
from xref.rules.engine import outcomes
from xref.rules.outcome import Outcome
from xref.rules.scene import scene


def ruleset(rules: str, head: str = "xref: 1") -> RuleSet:
    """The rules of a file whose list of rules is `rules`."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rules.yaml"
        file.write_text(f"{head}\nrules:\n{dedent(rules)}", encoding="utf-8")
        return load([file])


def linked(
    room: Newsroom,
    *,
    slots: Sequence[Slot] = (),
    utterances: Sequence[Utterance] = (),
    origins: Sequence[Origin] = (),
    persons: Sequence[Person] = (),
    checks: Sequence[Check] = (),
    not_compared: Sequence[NotCompared] = (),
) -> Linked:
    """Links over all articles of a newsroom, which are one story."""
    story = Story("story", tuple(sorted(room.articles)), "made by hand")
    return Linked(
        (story,),
        tuple(origins),
        tuple(persons),
        tuple(slots),
        tuple(utterances),
        tuple(checks),
        tuple(not_compared),
    )


def findings(rules: str, room: Newsroom, **links: Any) -> list[Finding]:
    """What rules find in hand-made links."""
    claims = {claim.id: claim for claim in room.claims}
    return apply(ruleset(rules), room.articles, claims, linked(room, **links))


def results(rules: str, room: Newsroom, **links: Any) -> list[Outcome]:
    """What rules come to in hand-made links, reported or not."""
    claims = {claim.id: claim for claim in room.claims}
    where = scene(room.articles, claims, linked(room, **links))
    return [outcome for rule in ruleset(rules).rules for outcome in outcomes(rule, where)]
