"""Whether two renderings are of one utterance: what they share is too much for chance.

The more two renderings differ, the more they must share; two speakers must share nearly all.
"""

from collections import Counter
from dataclasses import dataclass

from xref.compare.aligning import Alignment
from xref.compare.forms import is_content, word_set
from xref.compare.roles import lemma
from xref.compare.tokens import Tokens
from xref.link.marks import listed
from xref.link.renderings import Heard
from xref.link.speakers import names_differ, same_speaker

_OCCASION = 7
"""Days after which the same thought may well have been said again."""

_RUN = 6
"""Words in a row that two versions of one utterance share ..."""
_LIKE = 0.6
"""... or else so much of their words with news."""


@dataclass(frozen=True, slots=True)
class _Shared:
    """What two renderings share, in words.

    `likeness` is the share of the words with news that both have, of the stretch that both cover.
    `cover` is the share of the stretches between marks that touch, of the rendering that has less;
    `density` the share of what lies between the first and the last shared word; `news` counts the
    shared words that tell one utterance from the next. `days` lie between the two articles.
    """

    matched: int
    news: int
    run: int
    sizes: tuple[int, int]
    density: float
    days: int
    likeness: float

    @property
    def cover(self) -> float:
        """The share of the smaller rendering that the other has."""
        return self.matched / min(self.sizes)

    @property
    def whole(self) -> bool:
        """Whether all of the smaller stands in the other, in one piece or with marked cuts."""
        return self.cover == 1 and self.density == 1

    @property
    def near_all(self) -> float:
        """The share of the larger rendering that the other has."""
        return self.matched / max(self.sizes)

    @property
    def equal(self) -> bool:
        """Whether the one is as long as the other."""
        return self.sizes[0] == self.sizes[1]


def why_apart(laid: Alignment, one: Heard, other: Heard, speaker: bool | None) -> str | None:
    """Why two renderings are not one utterance: ``None`` where they are, "" where nobody asks."""
    if not (one.quoted and other.quoted):
        return ""
    w = laid.window
    sizes = _touched(laid.a, w.a0, w.a1), _touched(laid.b, w.b0, w.b1)
    density = laid.matched / max(1, laid.width)
    shared = _Shared(
        laid.matched, _news(laid), laid.run, sizes, density, _days(one, other), laid.likeness
    )
    if shared.whole and shared.matched >= 5 and _one_quotes_the_other(laid):
        return None
    if speaker and shared.days <= _OCCASION and _turned_around(laid):
        return None
    if speaker is False or names_differ(one, other):
        if _one_line_of_two(shared):
            return None
        if shared.whole and shared.news >= 2 and shared.matched >= 4:
            return (
                f"{one.named} and {other.named} use the same {shared.matched} words; "
                "too few to say that one's words were given to the other"
            )
        return ""
    if shared.whole:
        return None if _long_enough(shared, bool(speaker)) else ""
    firm = shared.run >= _RUN or shared.likeness >= _LIKE
    if firm and _reworded(shared, bool(speaker)):
        return None
    if shared.run < 6 or shared.news < 3:
        return ""
    if shared.days > _OCCASION:
        return f"like words, printed {shared.days} days apart: the thought may be said again"
    if one.said.said_on and other.said.said_on and one.said.said_on != other.said.said_on:
        return "much the same words, but said on different days"
    return "one run of words is the same, but too little for one utterance"


def news_words(tokens: Tokens) -> tuple[str, ...]:
    """The words of a rendering that carry news, as in a dictionary and in the order of letters.

    A "not" more or less, another order and other endings leave them as they are.
    """
    return tuple(sorted(lemma(word.form) for word in tokens.words if is_content(word.form)))


def _turned_around(laid: Alignment) -> bool:
    """Whether both say the same words of one another, in another order or with another "not".

    One word with news is too common for that: then all others must be the same but for the "not".
    """
    news = news_words(laid.a)
    if not news or news != news_words(laid.b):
        return False
    return len(news) > 1 or _without_denial(laid.a) == _without_denial(laid.b)


def _without_denial(tokens: Tokens) -> Counter[str]:
    light = word_set("negations") | _AROUND_DENIAL
    return Counter(lemma(word.form) for word in tokens.words if word.form not in light)


_AROUND_DENIAL = frozenset(("do", "does", "did", "a", "an", "any"))
"""Words that come and go with a "not"."""


def _one_line_of_two(shared: _Shared) -> bool:
    """Whether two persons are given so much of the same words that one of them did not say it."""
    if shared.whole and (
        shared.matched >= 8 or (shared.equal and shared.matched >= 5 and shared.news >= 2)
    ):
        return True
    return shared.matched >= 8 and shared.near_all >= 0.8 and shared.news >= 3


def _long_enough(shared: _Shared, one_person: bool) -> bool:
    """Whether words that stand whole in the other rendering are more than a common phrase."""
    matched, news = shared.matched, shared.news
    if shared.equal and ((matched >= 3 and news >= 1) or matched == news == 2):
        return True
    if not one_person and shared.days > _OCCASION:
        return matched >= 10 and news >= 2
    if matched >= 6 if one_person else matched >= 7 and news >= 1:
        return True
    return (matched >= 4 and news >= 2) or (matched >= 3 and news >= 3)


def _reworded(shared: _Shared, one_person: bool) -> bool:
    """Whether what two renderings share outweighs what differs."""
    matched, news, cover = shared.matched, shared.news, shared.cover
    # One who begins alike within days says one thing, however the rest was reworded.
    at_once = one_person and shared.days <= _OCCASION
    if at_once and shared.run >= 6 and news >= 2 and cover >= 0.55:
        return True
    if shared.density < (0.8 if shared.days > _OCCASION else 0.6):
        return False
    if one_person and matched >= 6 and shared.near_all >= 0.85:
        return True
    if shared.run < 3 or news < 2:
        return False
    if cover >= 0.7 and (matched >= 6 if one_person else matched >= 8 and news >= 3):
        return True
    if cover >= 0.5 and matched >= 8 and news >= 3:
        return True
    return matched >= 12 and shared.density >= 0.75 and news >= 4


def _one_quotes_the_other(laid: Alignment) -> bool:
    """Whether the shared words stand between inner marks: one speaker quotes the other."""
    w = laid.window
    return _is_nested(laid.a, w.a0, w.a1) or _is_nested(laid.b, w.b0, w.b1)


def one_speaker(laid: Alignment, one: Heard, other: Heard) -> bool | None:
    """Whether one person speaks; unknown where a speaker quotes another's words."""
    return None if _one_quotes_the_other(laid) else same_speaker(one, other)


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
