"""On which day an article was published, by its record or by its text."""

import re
from datetime import date, datetime, timedelta

from xref.model.article import Document, Evidence, Zone
from xref.model.span import Span
from xref.read.draft import Draft
from xref.read.evidence import copyright_lines, evidence, told
from xref.read.printed_dates import DateMention, dates

Days = tuple[date, date]
"""An interval of days, both ends included."""

_DATELINES = 2
_DATELINE = 120
"""The paragraphs, and the characters of each, that may hold the dateline."""
_PLACE = re.compile(r"(?:[^\W\d_a-z][^\n()—–|“”\"]{0,70}?[,\s]\s*)?(?:\([^()\n]{2,40}\)\s*)?\Z")
_DASH = re.compile("[—–]|-[- ]")
_AFTER = re.compile(r",?\s*(?:\([^()\n]{2,40}\)\s*)?(?:[—–]|-{1,2}\s)")
_LABEL = 25
"""The characters before a date that may say what happened then."""
_UPDATED = re.compile(r"updat|modif|corrected")
_EPOCH = re.compile(r"(\d{9,10}|\d{12,13})(?:\.\d+)?")
_BEGUN = re.compile(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?!\d)")
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)\d{6}")
_SLASHED = re.compile(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})(?!\d)")
_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?\Z")


def published(
    document: Document, drafts: list[Draft]
) -> tuple[Days | None, Evidence | None, str | None]:
    """The days on which the article may have been published, the evidence, a note for the reader.

    The record counts before the text; in the text a line with a full date, then the dateline,
    then the year of a copyright line. Nothing else tells: other dates are those of events.
    """
    note = None
    if document.published:
        days = _written(document.published)
        if days is not None:
            return days, told(document, "published"), None
        note = _not_understood(document.published)
    text = document.text
    year, year_evidence = _copyright_year(text, drafts)
    for mention, source in _mentions(text, drafts):
        day = mention.on(year)
        if day is not None:
            span = Span(mention.start, mention.end)
            return (day, day), evidence(source, text, span), note
    if year is None:
        return None, None, note
    first, last = date(year, 1, 1), date(year, 12, 31)
    return (_not_before(text, drafts, first, last), last), year_evidence, note


def _not_understood(value: str) -> str:
    """What a reader should know of a date that was not read."""
    slashed = _SLASHED.match(value)
    why = ""
    if slashed and int(slashed[1]) <= 12 and int(slashed[2]) <= 12:
        why = ": the day and the month cannot be told apart; write it as 2024-05-12"
    return f'the record\'s date "{value[:60]}" was not understood{why}'


def _written(value: str) -> Days | None:
    """The days of a record's date.

    It may be ISO, also cut short to a month or a year, seconds or milliseconds since 1970, day and
    month with slashes where only one can be the month, or a date in words.
    """
    try:
        day = datetime.fromisoformat(value).date()
        return day, day
    except ValueError:
        pass
    day_told = _since_1970(value) or _slashed(value)
    if day_told is not None:
        return day_told, day_told
    partial = _PARTIAL.match(value)
    if partial:
        year, month = int(partial[1]), int(partial[2] or 0)
        if year and month <= 12:
            first = date(year, month or 1, 1)
            following = date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
            return first, following - timedelta(days=1)
    for mention in dates(value, 0, min(len(value), 200)):
        told = mention.on()
        if told is not None:
            return told, told
    return None


def _since_1970(value: str) -> date | None:
    """The day, in UTC, of a count of seconds or milliseconds since 1970; years 1973 to 2286."""
    counted = _EPOCH.fullmatch(value)
    if not counted:
        return None
    seconds = int(counted[1]) // (1000 if len(counted[1]) > 11 else 1)
    return date(1970, 1, 1) + timedelta(days=seconds // 86_400)


def _slashed(value: str) -> date | None:
    """The day of "25/12/2024", "12/25/2024", "2024/12/25" or of ISO with something glued to it."""
    begun = _BEGUN.match(value) or _STAMP.fullmatch(value)
    parts = _SLASHED.match(value)
    try:
        if begun:
            return date(*map(int, begun.groups()))
        if parts:
            one, other, year = map(int, parts.groups())
            if max(one, other) > 12 or one == other:
                return date(year, min(one, other), max(one, other))
    except ValueError:
        pass
    return None


def _mentions(text: str, drafts: list[Draft]) -> list[tuple[DateMention, str]]:
    """The dates that are the article's own, the surest first."""
    lines: list[DateMention] = []
    updates: list[DateMention] = []
    for draft in drafts:
        if draft.kind in ("date", "byline"):
            for each in dates(text, draft.start, draft.end):
                label = text[max(draft.start, each.start - _LABEL) : each.start].lower()
                if each.year:
                    (updates if _UPDATED.search(label) else lines).append(each)
    head = [(each, "full date near the head") for each in (*lines, *updates)]
    return head[:1] + _datelines(text, drafts)


def _datelines(text: str, drafts: list[Draft]) -> list[tuple[DateMention, str]]:
    """The date of the dateline, with or without a year."""
    bodies = [d for d in drafts if d.zone in (Zone.BODY, Zone.STANDFIRST)][:_DATELINES]
    for draft in bodies:
        end = min(draft.end, draft.start + _DATELINE)
        if not _DASH.search(text, draft.start, end):
            continue
        for each in dates(text, draft.start, end)[:1]:
            place = _PLACE.match(text, draft.start, each.start)
            if place and _AFTER.match(text, each.end, end):
                return [(each, "dateline")]
    return []


def _copyright_year(text: str, drafts: list[Draft]) -> tuple[int | None, Evidence | None]:
    """The one year that the copyright lines name."""
    found = list(copyright_lines(text, drafts))
    years = {int(each["year"]) for each in found}
    if len(years) != 1 or any(each["until"] for each in found):
        return None, None
    return years.pop(), evidence("copyright line", text, Span(*found[0].span("year")))


def _not_before(text: str, drafts: list[Draft], first: date, last: date) -> date:
    """The first day, later where a caption shows a later day of that year."""
    for draft in drafts:
        if draft.zone is Zone.CAPTION:
            for each in dates(text, draft.start, draft.end):
                day = each.on(first.year)
                if (
                    day is not None
                    and first <= day <= last
                    and (each.year or day.year == last.year)
                ):
                    first = max(first, day) if each.year else first
    return first
