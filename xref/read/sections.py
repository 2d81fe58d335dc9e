"""Parts of a page that are no part of its article: comments, teasers, notes on the author."""

import re
from itertools import groupby
from typing import NamedTuple

from xref.model.article import Zone
from xref.read.draft import Draft, kind_of
from xref.read.lexicons import ReadGrammar
from xref.read.sentences import sentences

_BOX = (2, 6)
"""The lines of a boxed sign-up, at least and at most."""
_GROUPS = 4
"""Groups below which a text is no page of many boxes."""
_BOX_WORDS = 30
_TITLE = 25
_SUMMARY = 30
_NAME = 6
_NOTE = 90
"""The most words of a box's line, a teaser's title and summary, a name, a note on an author."""
_ARTICLE = 40
"""Words of running text before a heading that make an article."""
_THREAD = 3
"""So many "Reply" lines show a thread, however long it is."""
_CLIP = re.compile(r"(\d{1,2}):([0-5]\d)\s+[^\W_]")
_FEW_CLIPS = 3
_MINUTES = 5
"""The lines with a length of time that make a list of clips, and the minutes of most of them."""
_TEASERS = re.compile(r"(?:[xt]*tx*s){2,}x*t?|[xt]*")
_TITLES = re.compile(r"[xt]*")
_CONTACT = re.compile(r"[\w.+-]@[\w-]+\.\w|(?<!\w)@\w{3,}|twitter\.com/")
_WORDS = re.compile(r"[\"“]|pic\.twitter\.com|\bt\.co/|\(@\w+\)")
_TIP = ("Anyone", "If you", "Those", "Witnesses", "People", "Tips", "Information", "Residents")


def cut_sections(text: str, drafts: list[Draft], grammar: ReadGrammar) -> None:
    """Mark as furniture what is no part of the article; what tells of a correction is kept."""
    kinds = {draft.kind for draft in drafts}
    end = len(drafts)
    if not kinds.isdisjoint(("pitch", "form")):
        _sign_up_boxes(text, drafts)
    if not kinds.isdisjoint(("comments", "form")):
        end = _comments(text, drafts, grammar)
        _mark(drafts, end, len(drafts))
    _clips(text, drafts)
    if "related" in kinds:
        _teasers(text, drafts, end)
    _author_notes(text, drafts, end, grammar)


def _mark(drafts: list[Draft], start: int, end: int) -> None:
    for draft in drafts[start:end]:
        if draft.kind != "kept":
            draft.zone = Zone.FURNITURE


def _sign_up_boxes(text: str, drafts: list[Draft]) -> None:
    """The other lines of a small group that mostly asks to sign up."""
    groups = [list(lines) for _, lines in groupby(drafts, key=lambda draft: draft.group)]
    if len(groups) < _GROUPS:
        return
    for lines in groups:
        if not _BOX[0] <= len(lines) <= _BOX[1]:
            continue
        asking = sum(line.kind in ("pitch", "form") for line in lines)
        if asking and 2 * asking >= len(lines) and all(_slight(text, line) for line in lines):
            _mark(lines, 0, len(lines))


def _slight(text: str, draft: Draft) -> bool:
    """Whether a line could belong to a box: short, and nobody's words."""
    return draft.words <= _BOX_WORDS and not any(
        text.find(mark, draft.start, draft.end) >= 0 for mark in '"“'
    )


def _clips(text: str, drafts: list[Draft]) -> None:
    """Titles of other videos, each after its length ("1:06"), in no order of time."""
    clips = [
        (int(found[1]), int(found[2]), draft)
        for draft in drafts
        if not draft.closed and (found := _CLIP.match(text, draft.start, draft.end))
    ]
    lengths = [clip[:2] for clip in clips]
    short = sum(minutes <= _MINUTES for minutes, _ in lengths)
    if len(clips) < _FEW_CLIPS or 2 * short < len(clips):
        return
    if lengths not in (sorted(lengths), sorted(lengths, reverse=True)):
        for *_, draft in clips:
            draft.zone, draft.kind = Zone.FURNITURE, "clip"


def _comments(text: str, drafts: list[Draft], grammar: ReadGrammar) -> int:
    """The index of the first draft that belongs to the readers' comments, else how many there are.

    A heading or form opens them only below the article: most of the running text stands before it,
    and what follows shows readers (a form, "Reply", a line with a name) or holds no text.
    """
    total = sum(draft.words for draft in drafts if draft.prose)
    following = _following(drafts)
    before = 0
    for place, draft in enumerate(drafts):
        if draft.prose:
            before += draft.words
        elif draft.kind in ("comments", "form") and before >= _ARTICLE:
            after = total - before
            if not after or _shows_readers(draft, following[place], before, after):
                return _unheaded(text, drafts, place, grammar)
    return len(drafts)


class _Following(NamedTuple):
    """What comes after a draft: lines of a thread and of a form, the first that is no furniture."""

    threads: int
    forms: int
    first: Draft | None


def _following(drafts: list[Draft]) -> list[_Following]:
    """What comes after each draft."""
    out = []
    threads = forms = 0
    first = None
    for draft in reversed(drafts):
        out.append(_Following(threads, forms, first))
        threads += draft.kind == "thread"
        forms += draft.kind == "form"
        first = draft if draft.zone is not Zone.FURNITURE else first
    return out[::-1]


def _shows_readers(heading: Draft, following: _Following, before: int, after: int) -> bool:
    """Whether what follows a heading or form are readers' comments."""
    if following.threads >= _THREAD:
        return True
    if before < after:
        return False
    if following.forms or following.threads or (heading.kind == "form" and 2 * after <= before):
        return True
    first = following.first
    return first is not None and not first.closed and first.words <= _NAME


def _unheaded(text: str, drafts: list[Draft], place: int, grammar: ReadGrammar) -> int:
    """Where comments begin that stand without a heading between a note on the author and a form."""
    between = 0
    for earlier in range(place - 1, 0, -1):
        draft = drafts[earlier]
        named = _names_above(text, drafts, earlier, grammar)
        if named < earlier:
            before = sum(d.words for d in drafts[:named] if d.prose)
            return named if 2 * between <= before else place
        between += draft.words if draft.zone in (Zone.BODY, Zone.LIST) else 0
    return place


def _names_above(text: str, drafts: list[Draft], place: int, grammar: ReadGrammar) -> int:
    """The first of the name lines above a note on that author; `place` where there is none."""
    draft = drafts[place]
    found = grammar.authors.match(text, draft.start, draft.end) if draft.words <= _NOTE else None
    first = place
    while found and first and _bare(drafts[first - 1].of(text)) == _bare(found["who"]):
        first -= 1
    return first


def _bare(name: str) -> str:
    return name.replace(".", "").casefold()


def _teasers(text: str, drafts: list[Draft], end: int) -> None:
    """The titles, with or without summaries, that follow a heading like "More from"."""
    total = sum(draft.words for draft in drafts[:end] if draft.prose)
    codes = "".join(_teaser_code(text, draft) for draft in drafts[:end])
    before = done = 0
    for place in range(end):
        draft = drafts[place]
        if draft.prose:
            before += draft.words
        if draft.kind == "related" and place >= done:
            pattern = _TEASERS if 2 * before >= total else _TITLES
            found = pattern.match(codes, place + 1)
            done = found.end() if found else place + 1
            _mark(drafts, place + 1, done)


def _teaser_code(text: str, draft: Draft) -> str:
    """A letter for what a draft may be below a heading: title, summary, no text, prose."""
    if draft.zone not in (Zone.BODY, Zone.LIST):
        return "x"
    if draft.kind == "kept":
        return "p"
    if draft.words <= _TITLE and (not draft.closed or text[draft.end - 1] in "?!"):
        return "t"
    if draft.words <= _SUMMARY and _slight(text, draft):
        return "s"
    return "p"


def _author_notes(text: str, drafts: list[Draft], end: int, grammar: ReadGrammar) -> None:
    """The notes on authors, contacts and names that end an article, and what "About" heads."""
    for place in range(end - 1):
        if drafts[place].kind == "about" and place and drafts[place + 1].words <= _NOTE:
            _mark(drafts, place + 1, place + 2)
    for place in range(end - 1, 0, -1):
        draft = drafts[place]
        if draft.zone is not Zone.BODY or draft.kind == "kept":
            continue
        if draft.words > _NOTE or not _is_note(text, draft, grammar):
            return
        draft.zone, draft.kind = Zone.FURNITURE, "author"
        _mark(drafts, _names_above(text, drafts, place, grammar), place)


def _is_note(text: str, draft: Draft, grammar: ReadGrammar) -> bool:
    """Whether a paragraph tells of its author, or how to reach one, and of nothing else."""
    if text.startswith(_TIP, draft.start):
        return False
    first, *others = sentences(text, draft.start, draft.end, grammar.sentences)
    if not _of_author(text, first.start, first.end, grammar):
        return False
    known = grammar.authors.match(text, first.start, first.end)
    return bool(known) or all(_of_author(text, each.start, each.end, grammar) for each in others)


def _of_author(text: str, start: int, end: int, grammar: ReadGrammar) -> bool:
    return bool(
        grammar.authors.match(text, start, end)
        or (_CONTACT.search(text, start, end) and not _WORDS.search(text, start, end))
        or kind_of(text, start, end, grammar) in ("credited", "pitch")
    )
