"""Whether two renderings are of one utterance: what they share is too much for chance.

The more two renderings differ, the more they must share; two speakers must share nearly all.
"""

from xref.compare.aligning import Alignment
from xref.compare.forms import is_content
from xref.compare.tokens import Tokens
from xref.link.marks import listed
from xref.link.renderings import Heard
from xref.link.speakers import names_differ, same_speaker

_OCCASION = 7
"""Days after which the same thought may well have been said again."""


def why_apart(laid: Alignment, one: Heard, other: Heard, speaker: bool | None) -> str | None:
    """Why two renderings are not of one utterance: ``None`` where they are, "" where nobody asks.

    What counts is how much of the stretches between marks that touch is shared (`cover`), how much
    of what lies between the first and the last shared word (`density`), and whether it says
    anything.
    """
    if not (one.quoted and other.quoted):
        return ""
    matched, run, window = laid.matched, laid.run, laid.window
    content = _news(laid)
    la, lb = _touched(laid.a, window.a0, window.a1), _touched(laid.b, window.b0, window.b1)
    cover, density = matched / max(1, min(la, lb)), matched / max(1, laid.width)
    whole = cover == 1 and density == 1
    if (
        matched >= 5
        and whole
        and (_is_nested(laid.a, window.a0, window.a1) or _is_nested(laid.b, window.b0, window.b1))
    ):
        return None
    if speaker is False or names_differ(one, other):
        if whole and (matched >= 8 or (la == lb and matched >= 5 and content >= 2)):
            return None
        if matched >= 8 and min(matched / la, matched / lb) >= 0.8 and content >= 3:
            return None
        if whole and content >= 2 and matched >= 4:
            return (
                f"{one.named} and {other.named} use the same {matched} words; "
                "too few to say that one's words were given to the other"
            )
        return ""
    if whole:
        enough = matched >= 6 if speaker else matched >= 7 and content >= 1
        enough = enough or (matched >= 4 and content >= 2) or (matched >= 3 and content >= 3)
        if la == lb:
            enough = enough or (matched >= 3 and content >= 1) or (matched == 2 and content == 2)
        return None if enough else ""
    days = _days(one, other)
    # One who begins alike within days says one thing, however the rest was reworded.
    if speaker and days <= _OCCASION and run >= 6 and content >= 2 and cover >= 0.55:
        return None
    if density < (0.8 if days > _OCCASION else 0.6):
        if run >= 6 and content >= 3:
            if days > _OCCASION:
                return f"like words, printed {days} days apart: the thought may be said again"
            return "one run of words is the same, but too little for one utterance"
        return ""
    if speaker and matched >= 6 and min(matched / la, matched / lb) >= 0.85:
        return None
    if run >= 3 and content >= 2:
        if cover >= 0.7 and (matched >= 6 if speaker else matched >= 8 and content >= 3):
            return None
        if cover >= 0.5 and matched >= 8 and content >= 3:
            return None
        if matched >= 12 and density >= 0.75 and content >= 4:
            return None
    if one.said.said_on and other.said.said_on and one.said.said_on != other.said.said_on:
        return "much the same words, but said on different days" if run >= 6 else ""
    if run >= 6 and content >= 3:
        return "one run of words is the same, but too little for one utterance"
    return ""


def one_speaker(laid: Alignment, one: Heard, other: Heard) -> bool | None:
    """Whether one person speaks; unknown where a speaker quotes another's words."""
    window = laid.window
    if _is_nested(laid.a, window.a0, window.a1) or _is_nested(laid.b, window.b0, window.b1):
        return None
    return same_speaker(one, other)


def _is_nested(side: Tokens, start: int, end: int) -> bool:
    """Whether words ``start:end`` are what a speaker quotes of somebody else."""
    return any(first <= start and end <= last for first, last in side.nested)


def _news(laid: Alignment) -> int:
    """How many shared words tell one utterance from the next: no grammar, office or country."""
    plain = listed("titles") | listed("common")
    return sum(
        is_content(word.form) and word.form not in plain
        for block in laid.blocks
        for word in laid.a.words[block.a : block.a + block.size]
    )


def _days(one: Heard, other: Heard) -> int:
    """Days between the publication of two articles; 0 where one is unknown."""
    a, b = one.article.published_on, other.article.published_on
    return abs((a - b).days) if a and b else 0


def _touched(side: Tokens, start: int, end: int) -> int:
    """How many words stand in those stretches between marks that words ``start:end`` lie in."""
    edges = [0, *sorted(side.breaks), len(side.words)]
    first = max(edge for edge in edges if edge <= start)
    last = min(edge for edge in edges if edge >= end)
    return max(1, last - first)
