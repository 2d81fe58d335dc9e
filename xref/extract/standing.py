"""How a figure stands: whether its article asserts it, and whether of another event than its own.

Both are read from the clauses around the figure, never from how near a word stands: what denies,
asks or supposes stands in a clause or noun that holds the figure's.
"""

import re
from dataclasses import dataclass

from xref.extract.aside import Asides
from xref.extract.draft import Draft, Passage
from xref.extract.retold import retold
from xref.extract.standing_words import StandingWords
from xref.extract.tellers import Tellers
from xref.language import Reading, WordClasses, governing
from xref.model.article import Article
from xref.model.claim import Aside, Elsewhere, Standing
from xref.model.span import Span

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NO_YEAR = 9999
_TOLD_BY_LEAD = frozenset({"", "that", "reported", "and"})
"""Links of the clauses that tell what a lead is about."""
_INSTEAD = frozenset({",", "and"})


@dataclass(frozen=True, slots=True)
class Stand:
    """How a figure stands, with the words that say so, and which place it in another event.

    `retold` are the words that call it what was told before.
    """

    standing: Standing = Standing.ASSERTED
    words: Span | None = None
    elsewhere: Elsewhere | None = None
    retold: Span | None = None


ASSERTED = Stand()


def stand_of(passage: Passage, draft: Draft, classes: WordClasses, words: StandingWords) -> Stand:
    """How the figure of a draft stands."""
    reading = passage.reading(draft.sentence, classes)
    return standing(reading, draft.span, words, _present(passage.article), _leads(passage, draft))


def _leads(passage: Passage, draft: Draft) -> bool:
    return passage.field == "title" or draft.sentence == passage.sentences[0]


def standing(
    reading: Reading, span: Span, words: StandingWords, present: int, leads: bool = False
) -> Stand:
    """How the figure at `span` of a sentence stands.

    `present` is the year in which it was written. What the main clause of a title or lead tells is
    the article's own event, however long ago (`leads`).
    """
    instead = _said_instead(reading, span)
    if instead is not None:
        return Stand(Standing.DENIED, instead)
    governor = governing(reading, *span)
    own = governor.clause
    if own is None:
        return ASSERTED
    told, by = Tellers(reading, words.roles, governor, own).standing()
    aside = Asides(reading, words.roles, words.events, present).of(governor, own)
    if aside and aside.kind is Aside.EARLIER and leads and own.link in _TOLD_BY_LEAD:
        aside = None
    return Stand(told, by, aside, retold(reading, span, words))


def _said_instead(reading: Reading, span: Span) -> Span | None:
    """The "not" before a figure that another stands in place of: "340 homes, |not| 430"."""
    first, _ = reading.tokens(*span)
    said = first > 1 and reading.low[first - 1] == "not" and reading.low[first - 2] in _INSTEAD
    if not said or "C" not in reading.letters[: first - 2]:
        return None
    return Span(reading.starts[first - 1], reading.ends[first - 1])


def turns_away(
    passage: Passage, sentence: Span, classes: WordClasses, words: StandingWords
) -> bool:
    """Whether a sentence names another event or a time gone by."""
    reading = passage.reading(sentence, classes)
    asides = Asides(reading, words.roles, words.events, _present(passage.article))
    return any(asides.named(chunk) is not None for chunk in reading.chunks)


def _present(article: Article) -> int:
    """The year in which the article appeared; else the latest that its title or lead names.

    An undated article that names no year there tells of its own time without one: every year that
    it names lies behind.
    """
    if article.published is not None:
        return article.published[0].year
    lead = next(iter(article.running), Span(0, 0))
    years = _YEAR.findall(f"{article.headline} {lead.of(article.text)}")
    return max(map(int, years), default=_NO_YEAR)
