"""The rules of a run, ready to be applied."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from xref.rules.errors import Mark, RuleError
from xref.rules.models import Rule


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules in the order of their files, and the measures that the files teach.

    `measures` has one mapping for each file that teaches any, in the form of the measure lexicon:
    name to ``{heads, counted, near, without, dimension, unit, event}``, absent where not told.
    `places` says where each rule stands, by its id, `test_places` where each of its tests does, by
    the rule's id and the test's name. `old` tells what the files say in words of former versions.
    """

    rules: tuple[Rule, ...]
    measures: tuple[Mapping[str, Mapping[str, object]], ...] = ()
    places: Mapping[str, Mark] = field(default_factory=dict)
    test_places: Mapping[tuple[str, str], Mark] = field(default_factory=dict)
    old: tuple[RuleError, ...] = ()

    def rule(self, id_: str) -> Rule | None:
        """The rule of an id."""
        return next((rule for rule in self.rules if rule.id == id_), None)

    def only(self, *ids: str) -> "RuleSet":
        """The same set with no rules but those named."""
        kept = tuple(rule for rule in self.rules if rule.id in ids)
        return RuleSet(kept, self.measures, self.places, self.test_places, self.old)
