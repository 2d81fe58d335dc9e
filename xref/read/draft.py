"""Paragraphs sorted by what their own words show."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from xref.model.article import Marked, Zone
from xref.read.credits import credit_start
from xref.read.lexicons import ReadGrammar
from xref.read.paragraphs import Paragraph
from xref.read.sentences import sentences

_CLOSED = re.compile(r"[.!?…][\"”’')\]\x94]*\Z")
_LIST_MARK = re.compile(r"[•▪●◦‣·]\s*|[*–—-]\s+|\(?\d{1,2}[.)]\s+")
_ITEM = re.compile(r"\s+[|·•>»]+\s+|\s{2,}|\t|\|")
_ROW = 250
_LABEL = 6
"""The characters of a row of links, and the words of each of its labels, at most."""
_LIMITS = {
    "navigation": 40,
    "pitch": 45,
    "form": 45,
    "thread": 8,
    "comments": 8,
    "related": 8,
    "pointer": 25,
    "about": 5,
    "copyright": 70,
    "syndicated": 10,
    "credited": 40,
    "kept": 400,
}
"""The most words that a line of each kind has."""
_OPEN = frozenset(["comments", "related", "about", "syndicated"])
"""Kinds that are headings or labels: they do not end like a sentence."""
_TOLD = 12
"""The words from which a whole sentence after "Video:" tells something, and is no mere link."""
_LEGAL = re.compile(r"[Rr]ights|RIGHTS|permission|prohibited|may not be|[Pp]ublished|appeared")
_HOLDER = 12
"""The most words of a copyright line that only names a year and a holder."""
_CREDITED = 900
"""The characters of a paragraph that may end in a picture's credit."""
_LAST = 5
"""The paragraphs at the end of a text whose last sentences may be furniture."""
_CAPTION = 70
"""The most words of a caption that stands before its credit."""


@dataclass(slots=True)
class Draft:
    """A paragraph, or a part of one, on its way to a block.

    `kind` is the kind of phrase that it is, if any; `words` how many words it has; `closed`
    whether it ends like a sentence.
    """

    start: int
    end: int
    group: int
    kind: str | None
    words: int
    closed: bool
    zone: Zone = Zone.BODY

    def of(self, text: str) -> str:
        """Its words."""
        return text[self.start : self.end]

    @property
    def prose(self) -> bool:
        """Whether it reads like running text of the article."""
        return self.zone is Zone.BODY and self.closed and self.words >= 12


def drafts(text: str, found: list[Paragraph], grammar: ReadGrammar) -> list[Draft]:
    """The paragraphs as drafts, each with the zone that its own words show, credits split off.

    A paragraph that is alone is the article, whatever it looks like.
    """
    out: list[Draft] = []
    for start, end, group in found:
        draft = _draft(text, start, end, group, grammar)
        if len(found) == 1:
            draft.zone, draft.kind = Zone.BODY, None
        elif draft.zone is Zone.BODY and end - start <= _CREDITED:
            place = credit_start(text, start, end, grammar.credits)
            if place is not None:
                out.extend(_with_credit(text, draft, place))
                continue
        out.append(draft)
    for last in range(len(out) - 1, max(-1, len(out) - _LAST), -1):
        if out[last].zone is Zone.BODY:
            out[last : last + 1] = _peeled(text, out[last], grammar)
    return out


def mark_told(sorted_drafts: list[Draft], marked: Sequence[Marked]) -> None:
    """Give the drafts the zones that their format tells, where it tells more than a paragraph."""
    zones = {each.span.start: each.zone for each in marked if each.zone is not Zone.BODY}
    for draft in sorted_drafts:
        zone = zones.get(draft.start)
        if zone is not None and draft.zone is not Zone.FURNITURE:
            draft.zone = zone


def kind_of(text: str, start: int, end: int, grammar: ReadGrammar) -> str | None:
    """The kind of phrase that a stretch is as a whole."""
    kind = grammar.phrases.kind(text[start : min(end, start + 500)])
    if kind is None:
        return None
    words = text.count(" ", start, end) + 1
    if words > _LIMITS[kind] or (kind in _OPEN and words > 4 and text[end - 1] == "."):
        return None
    return kind


def _whole_kind(text: str, start: int, end: int, grammar: ReadGrammar) -> str | None:
    """The kind of a paragraph: that of all of it, if its first sentence is of a kind too."""
    kind = kind_of(text, start, end, grammar)
    if kind is None or kind == "kept":
        return kind
    if kind == "copyright" and not _LEGAL.search(text, start, end):
        return kind if text.count(" ", start, end) < _HOLDER else None
    first, *others = sentences(text, start, end, grammar.sentences)
    return kind if not others or kind_of(text, *first, grammar) is not None else None


def _draft(text: str, start: int, end: int, group: int, grammar: ReadGrammar) -> Draft:
    """One paragraph."""
    words = text.count(" ", start, end) + 1
    closed = _CLOSED.search(text, max(start, end - 4), end) is not None
    draft = Draft(start, end, group, None, words, closed)
    if not _has_words(text, start, end):
        draft.zone = Zone.FURNITURE
        return draft
    draft.kind = _whole_kind(text, start, end, grammar)
    if draft.kind == "credited":
        draft.zone = Zone.CREDIT
    elif draft.kind == "pointer" and closed and words >= _TOLD:
        draft.kind = None
    elif draft.kind not in (None, "kept"):
        draft.zone = Zone.FURNITURE
    elif draft.kind is None and _is_menu(text, start, end, grammar):
        draft.zone, draft.kind = Zone.FURNITURE, "menu"
    elif _LIST_MARK.match(text, start, end):
        draft.zone = Zone.LIST
    return draft


def _has_words(text: str, start: int, end: int) -> bool:
    """Whether there is a letter or digit."""
    return text[start].isalnum() or any(map(str.isalnum, text[start:end]))


def _is_menu(text: str, start: int, end: int, grammar: ReadGrammar) -> bool:
    """Whether a line is a row of links: short items set apart by bars or wide gaps."""
    if end - start > _ROW:
        return False
    line = text[start:end]
    if "  " not in line and "|" not in line and ">" not in line and "·" not in line:
        return False
    items = [item for item in _ITEM.split(line) if item.strip()]
    if len(items) < 2:
        return line.startswith((">>", "»")) and len(line) < 120
    unknown = [item for item in items if kind_of(item, 0, len(item), grammar) is None]
    if any(item.count(" ") >= _LABEL for item in unknown) or line.endswith("."):
        return False
    return 2 * len(unknown) <= len(items) or " > " in line or " » " in line


def _with_credit(text: str, draft: Draft, place: int) -> list[Draft]:
    """A paragraph that ends in a credit: its caption and the credit, or the credit alone."""
    credit = Draft(place, draft.end, draft.group, "credit", 0, True, Zone.CREDIT)
    end = place
    while end > draft.start and (text[end - 1].isspace() or text[end - 1] in "|–—"):
        end -= 1
    if end <= draft.start:
        credit.start = draft.start
        return [credit]
    credit.start = end
    while text[credit.start].isspace():
        credit.start += 1
    words = text.count(" ", draft.start, end) + 1
    caption = Draft(draft.start, end, draft.group, None, words, draft.closed)
    caption.zone = Zone.CAPTION if words <= _CAPTION else Zone.BODY
    return [caption, credit]


def _peeled(text: str, draft: Draft, grammar: ReadGrammar) -> list[Draft]:
    """A paragraph without the sentences at its end that are furniture, and these."""
    parts = sentences(text, max(draft.start, draft.end - 600), draft.end, grammar.sentences)
    cut = len(parts)
    kinds = []
    while cut > 1:
        kind = kind_of(text, *parts[cut - 1], grammar)
        if kind not in ("copyright", "syndicated", "pitch", "credited", "contact", "form"):
            break
        kinds.append(kind)
        cut -= 1
    if cut == len(parts):
        return [draft]
    end = parts[cut - 1].end
    head = Draft(
        draft.start, end, draft.group, None, text.count(" ", draft.start, end) + 1, True, draft.zone
    )
    zone = Zone.CREDIT if set(kinds) == {"credited"} else Zone.FURNITURE
    tail = Draft(parts[cut].start, draft.end, draft.group, kinds[-1], 0, True, zone)
    return [head, tail]
