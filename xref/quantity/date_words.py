"""The lexicon of dates, and a date as it was found."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from xref.model.claim import When
from xref.model.span import Span
from xref.quantity.calendar import Days, Rule


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """The lexicon `calendar`, compiled; the file says what each entry is for.

    `units` maps singular and plural to a period's name, `holidays` the first word of a name to all
    names that begin with it: (words, month, day).
    """

    months: Mapping[str, int]
    ambiguous_months: frozenset[str]
    leading: frozenset[str]
    weekdays: Mapping[str, int]
    ambiguous_weekdays: frozenset[str]
    named_days: frozenset[str]
    days: Mapping[str, int]
    nights: frozenset[str]
    units: Mapping[str, str]
    seasons: Mapping[str, tuple[int, int]]
    season_leads: frozenset[str]
    offsets: Mapping[str, int]
    led_offsets: frozenset[str]
    offset_leads: frozenset[str]
    shifts: frozenset[str]
    period_years: Mapping[str, int]
    parts: Mapping[str, str]
    ends: Mapping[str, int]
    recurring: frozenset[str]
    weekend_leads: frozenset[str]
    fiscal: frozenset[str]
    deadlines: frozenset[str]
    parts_of: frozenset[str]
    quarters: Mapping[str, int]
    from_anchor: Mapping[str, int]
    never_from_anchor: frozenset[str]
    numbers: Mapping[str, int]
    holidays: Mapping[str, tuple[tuple[tuple[str, ...], int, int], ...]]
    year_leads: frozenset[str]
    amount_nouns: frozenset[str]
    future: frozenset[str]
    planned: frozenset[str]
    past: frozenset[str]
    scheduled: frozenset[str]
    doers: frozenset[str]
    never_ahead: frozenset[str]
    triggers: frozenset[str]


class Mention(NamedTuple):
    """A date over tokens ``first`` to ``last`` (exclusive): its days if plain, else a rule.

    A mention with neither can only be dated by what another sentence says.
    """

    first: int
    last: int
    days: Days | None
    rule: Rule | None
    precision: str
    weekday: int = -1
    forward: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written.

    `when` holds what is known without a reference: a full date is resolved, a relative one
    has no days yet. `rule` says how the rest follows from the day of publication (``None``
    where nothing is left to find); `forward` that the sentence speaks of the future. `near`
    is the closest full date told before it in the same text.
    """

    span: Span
    when: When
    rule: Rule | None = None
    forward: bool = False
    near: date | None = None


def compile_calendar(table: Mapping[str, Any]) -> CalendarWords:
    """Compile the lexicon `calendar`."""
    units = {unit: unit for unit in table["periods"]}
    units |= {unit + "s": unit for unit in table["periods"]} | {"centuries": "century"}
    holidays: dict[str, list[tuple[tuple[str, ...], int, int]]] = {}
    for name, (month, day) in table["holidays"].items():
        words = tuple(name.split())
        holidays.setdefault(words[0], []).append((words, month, day))
    triggers = [
        *table["months"], *table["weekdays"], *table["days"], *table["offsets"], *table["seasons"],
        *table["ago"], *table["from_anchor"], *table["quarters"], *table["periods"],
        *table["ends"], *holidays, "overnight", "time",
    ]  # fmt: skip
    return CalendarWords(
        months=table["months"],
        ambiguous_months=frozenset(table["ambiguous_months"]),
        leading=frozenset(table["leading"]),
        weekdays=table["weekdays"],
        ambiguous_weekdays=frozenset(table["ambiguous_weekdays"]),
        named_days=frozenset(table["named_days"]),
        days=table["days"],
        nights=frozenset(table["nights"]),
        units=units,
        seasons={word: (a, b) for word, (a, b) in table["seasons"].items()},
        season_leads=frozenset(table["season_leads"]),
        offsets=table["offsets"],
        led_offsets=frozenset(table["led_offsets"]),
        offset_leads=frozenset(table["offset_leads"]),
        shifts=frozenset(table["shifts"]),
        period_years=table["period_years"],
        parts=table["parts"],
        ends=table["ends"],
        recurring=frozenset(table["recurring"]),
        weekend_leads=frozenset(table["weekend_leads"]),
        fiscal=frozenset(table["fiscal"]),
        deadlines=frozenset(table["deadlines"]),
        parts_of=frozenset(table["parts_of"]),
        quarters=table["quarters"],
        from_anchor=table["from_anchor"],
        never_from_anchor=frozenset(table["never_from_anchor"]),
        numbers=table["numbers"],
        holidays={
            first: tuple(sorted(names, key=lambda name: -len(name[0])))
            for first, names in holidays.items()
        },
        year_leads=frozenset(table["year_leads"]),
        amount_nouns=frozenset(table["amount_nouns"]),
        future=frozenset(table["future"]),
        planned=frozenset(table["planned"]),
        past=frozenset(table["past"]),
        scheduled=frozenset(table["scheduled"]),
        doers=frozenset(table["doers"]),
        never_ahead=frozenset(table["never_ahead"]),
        triggers=frozenset([*triggers, *(word + "'s" for word in triggers)]),
    )
