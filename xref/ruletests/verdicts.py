"""How the tests of the rules ended."""

from dataclasses import dataclass
from enum import StrEnum

MEASURE = "measure "
"""What the results of a measure's examples begin with, where those of a rule have its id."""


class Status(StrEnum):
    """How a test ended. ``TODO`` failed as announced, ``DONE`` was announced to fail and passed."""

    PASSED = "passed"
    FAILED = "failed"
    TODO = "todo"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One test: what was expected, what came out, and which claims the rule looked at.

    `place` is "file:line" where known, `why` what stopped the rule's way to a finding, or empty.
    """

    name: str
    status: Status
    expected: str
    got: str
    selected: tuple[str, ...]
    place: str = ""
    why: str = ""

    @property
    def good(self) -> bool:
        """Whether the test ended as it should."""
        return self.status in (Status.PASSED, Status.TODO)


@dataclass(frozen=True, slots=True)
class RuleResult:
    """The tests of one rule.

    `covered` are the relations that came out of some test, `uncovered` those that the rule reports
    and no test shows. `problems` are what the rule lacks: tests, or one on which its
    selector fires. `idle` are its conditions that turned nothing away in any test.
    """

    rule: str
    tests: tuple[Verdict, ...]
    covered: tuple[str, ...]
    uncovered: tuple[str, ...]
    problems: tuple[str, ...]
    idle: tuple[str, ...] = ()

    @property
    def good(self) -> bool:
        """Whether every test ended as it should and nothing is lacking."""
        return not self.problems and all(test.good for test in self.tests)
