"""The top of an article: headline, standfirst, byline, date, and its captions."""

import re
from itertools import pairwise

from xref.model.article import Zone
from xref.read.draft import Draft
from xref.read.lexicons import ReadGrammar
from xref.read.phrases import smooth
from xref.read.printed_dates import dates

_REACH = 30
"""The most lines that stand above the first paragraph."""
_HEADLINE = (4, 28)
_DATE_LINE = 15
_BYLINE = 25
_STANDFIRST = 45
_LONG = 1_000
"""Characters above which a paragraph is no line of the head, and is not compared."""
_RESIDUE = 3
"""Words that a line with a date may hold besides."""
_CLOCK = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,2}\b"
    r"|\b(?:published|posted|updated|created|modified|filed|date|dated|issued|originally)\b"
    r"|\b\d{1,2}[:.]\d\d(?::\d\d)?\b|\b(?:\d{1,2} ?)?[ap]\.?m\b\.?"
    r"|\b(?:et|[ecmp][sd]?t|gmt|bst|utc|ces?t|ist|aest|z)\b"
    r"|\b(?:on|at|of|by|the|and|last|first|time|local|eastern|central|pacific)\b"
    r"|\b\d+ min(?:ute)?s? read\b|[^\w\s]"
)


def mark_head(text: str, drafts: list[Draft], title: str | None, grammar: ReadGrammar) -> None:
    """Give the drafts above the first paragraph their zones."""
    if len(drafts) < 2:
        return
    lead = _lead(text, drafts)
    region = drafts[:lead]
    _headers(text, region, grammar)
    headline = _headline(text, drafts, lead, title)
    if headline is not None:
        _standfirst(text, drafts, headline, lead)


def _lead(text: str, drafts: list[Draft]) -> int:
    """The index of the first paragraph of running text that more text follows."""
    for place, draft in enumerate(drafts[:_REACH]):
        if draft.prose and not _stands_first(text, drafts, place):
            return place
    return min(len(drafts), _REACH)


def _stands_first(text: str, drafts: list[Draft], place: int) -> bool:
    """Whether a sentence between a headline and the first paragraph is the standfirst.

    It is where a byline, date, caption or credit follows, or where the same sentence is printed
    again after something else.
    """
    draft = drafts[place]
    if not place or draft.words > _STANDFIRST:
        return False
    above = [each for each in drafts[:place] if each.zone in (Zone.BODY, Zone.HEADLINE)]
    if not above or any(each.prose for each in above):
        return False
    below = drafts[place + 1 : place + 8]
    if any(each.words == draft.words and _same(text, each, draft) for each in below[1:]):
        return True
    if not any(each.prose for each in below):
        return False
    return below[0].zone in (Zone.CAPTION, Zone.CREDIT) or _is_date_line(text, below[0], _RESIDUE)


def _headers(text: str, region: list[Draft], grammar: ReadGrammar) -> None:
    """Bylines and lines with the date."""
    for place, draft in enumerate(region):
        if draft.zone is not Zone.BODY:
            continue
        signed = draft.words <= _BYLINE and grammar.byline.match(text, draft.start, draft.end)
        if signed and not _is_told(text, draft):
            draft.zone, draft.kind = Zone.CREDIT, "byline"
        elif _is_date_line(text, draft, _RESIDUE if place else 0):
            draft.zone, draft.kind = Zone.FURNITURE, "date"
            above = region[place - 1]
            if above.zone is Zone.BODY and place > 1 and grammar.name.fullmatch(above.of(text)):
                above.zone, above.kind = Zone.CREDIT, "byline"


def _is_told(text: str, draft: Draft) -> bool:
    """Whether a line that begins like a byline is a sentence."""
    return draft.closed and draft.words > 6 and not dates(text, draft.start, draft.end)


def _is_date_line(text: str, draft: Draft, residue: int) -> bool:
    """Whether a line gives a date and no more than so many words besides."""
    if draft.zone not in (Zone.BODY, Zone.FURNITURE) or draft.words > _DATE_LINE:
        return False
    found = dates(text, draft.start, draft.end)
    if not any(each.year for each in found):
        return False
    rest = text[draft.start : found[0].start]
    for place, each in enumerate(found):
        until = found[place + 1].start if place + 1 < len(found) else draft.end
        rest += " " + text[each.end : until]
    return len(_CLOCK.sub(" ", rest.lower()).split()) <= residue


def _headline(text: str, drafts: list[Draft], lead: int, title: str | None) -> int | None:
    """Mark the headline, and the masthead above it; where there is one in the text."""
    lines = [
        place
        for place in range(lead)
        if drafts[place].zone is Zone.BODY and drafts[place].words <= _HEADLINE[1]
    ]
    if title is not None:
        return _titled(text, drafts, lines, title)
    open_lines = [place for place in lines if _may_head(text, drafts[place])]
    if not open_lines:
        return None
    place = next((p for p in open_lines if drafts[p].words >= _HEADLINE[0]), open_lines[0])
    if not any(draft.closed for draft in drafts[place + 1 : lead + 1]):
        return None
    drafts[place].zone = Zone.HEADLINE
    linked = any(draft.zone is Zone.FURNITURE for draft in drafts[:place])
    for above in open_lines:
        if above < place and (linked or drafts[above].of(text).isupper()):
            drafts[above].zone, drafts[above].kind = Zone.FURNITURE, "masthead"
    return place


def _may_head(text: str, draft: Draft) -> bool:
    """Whether a line could be a headline: no sentence, no place of a dateline, no remark."""
    last = text[draft.end - 1]
    return last in "?!" or not (draft.closed or last in ")-–—:,;")


def _titled(text: str, drafts: list[Draft], lines: list[int], title: str) -> int | None:
    """The line that prints the record's title again, if any; a title of two parts may take two."""
    told = smooth(title.lower())
    last = None
    for place in lines:
        words = smooth(drafts[place].of(text).lower())
        if words and (words == told or (len(words) > 12 and words in told)):
            drafts[place].zone = Zone.HEADLINE
            last = place
    return last


def _standfirst(text: str, drafts: list[Draft], headline: int, lead: int) -> None:
    """What stands right below the headline: the headline again, or the standfirst."""
    told = smooth(drafts[headline].of(text).lower())
    for draft in drafts[headline + 1 : lead]:
        if draft.zone is not Zone.BODY:
            return
        if smooth(draft.of(text).lower()) == told:
            draft.zone = Zone.HEADLINE
        elif draft.words >= _HEADLINE[0]:
            draft.zone = Zone.STANDFIRST


def mark_captions(text: str, drafts: list[Draft]) -> None:
    """Lines above a caption that it begins with, and lines printed twice under one another."""
    for place in range(len(drafts) - 1, 0, -1):
        draft, above = drafts[place], drafts[place - 1]
        if above.zone is not Zone.BODY or above.group != draft.group:
            continue
        if draft.zone is Zone.CAPTION:
            words = smooth(above.of(text).lower())
            if len(words) > 12 and smooth(draft.of(text).lower()).startswith(words):
                above.zone = Zone.CAPTION
        elif (
            draft.zone is Zone.BODY
            and draft.words == above.words >= _HEADLINE[0]
            and _same(text, draft, above)
        ):
            draft.zone = above.zone = Zone.CAPTION


def mark_alternatives(text: str, drafts: list[Draft]) -> None:
    """Headlines printed again right above a caption, as the picture's alternative text."""
    headline = next((draft for draft in drafts if draft.zone is Zone.HEADLINE), None)
    if headline is None:
        return
    for above, draft in pairwise(drafts):
        if (
            draft.zone is Zone.CAPTION
            and above is not headline
            and above.group == draft.group
            and above.words == headline.words
            and _same(text, above, headline)
        ):
            above.zone = Zone.CAPTION


def _same(text: str, one: Draft, other: Draft) -> bool:
    """Whether two drafts have the same words."""
    if one.end - one.start > _LONG or other.end - other.start > _LONG:
        return False
    return smooth(one.of(text).lower()) == smooth(other.of(text).lower())
