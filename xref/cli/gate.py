"""When a check fails: levels, and numbers that may not be passed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xref.cli.settings import Settings
from xref.cli.streams import stop

if TYPE_CHECKING:
    from xref.model.report import Finding, Level


@dataclass(frozen=True, slots=True)
class Gate:
    """What fails: a finding from `fail_on` on, more warnings than `max_warnings`, or too many.

    `limits` are numbers of findings by rule: so many pass, whatever their level, and one more
    fails.
    """

    fail_on: "Level"
    max_warnings: int | None = None
    limits: Mapping[str, int] = field(default_factory=dict)

    def closed(self, findings: "Sequence[Finding]") -> bool:
        """Whether findings fail the check by their level."""
        return any(each.level >= self.fail_on for each in findings if each.rule not in self.limits)

    def passed(self, findings: "Sequence[Finding]") -> Iterator[str]:
        """Each number that was passed, in words."""
        from xref.model.report import Level
        from xref.render.words import count

        by_rule = Counter(each.rule for each in findings)
        for rule, most in sorted(self.limits.items()):
            if by_rule[rule] > most:
                yield f"{rule}: {count(by_rule[rule], 'finding')}, its limit is {most:,}"
        warnings = sum(each.level is Level.WARNING for each in findings)
        if self.max_warnings is not None and warnings > self.max_warnings:
            yield f"{count(warnings, 'warning')}, --max-warnings is {self.max_warnings:,}"


def limits_of(given: Sequence[str], config: Settings) -> dict[str, int]:
    """The limits of the settings with those of the command line laid over; stops at a bad one."""
    limits = dict(config.limits)
    for each in given:
        rule, sign, number = each.partition("=")
        if not (rule and sign and number.isascii() and number.isdigit()):
            stop(f'--limit {each}: expected RULE=NUMBER, as in "unattributed-figure=20"')
        limits[rule] = int(number[:9])
    return limits


def must_be_rules(limits: Mapping[str, int], known: Sequence[str]) -> None:
    """Stop where a limit names a rule that is not in force: it would hold nothing back."""
    from xref.rules.errors import nearest

    for rule in limits:
        if rule not in known:
            guess = nearest(rule, known)
            hint = f'did you mean "{guess}"?' if guess else "xref rules list names them all"
            stop(f'limits: there is no rule "{rule}"', hint)
