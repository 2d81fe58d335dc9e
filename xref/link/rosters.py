"""Lists of names, and which lists of a story's articles are of one thing.

Two lists are of one thing where they have more names in common than apart: the signatories of an
accord, the towns that a flood reached. What one names and the other does not is then the news.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from xref.lexicon import table
from xref.model.article import Article, Field, Zone
from xref.model.link import NameList, Roster, Story
from xref.model.relation import Place
from xref.model.span import Span
from xref.text.days import MONTHS, WEEKDAYS
from xref.text.fold import fold

_UPPER = "[A-ZÀ-ÖØ-Þ]"
_NAME = rf"(?:the )?{_UPPER}[\w’'-]*(?: (?:of |the )?{_UPPER}[\w’'-]*){{0,4}}"
_LIST = re.compile(rf"(?<![\w’'-]){_NAME}(?:, {_NAME}){{1,60}},? and {_NAME}")
_PART = re.compile(r",? and |, ")
_BEFORE = re.compile(r"([\w’'-]+)[ “\"]*$")
_LEAST = 3
"""Two names joined by "and" are a pair, no list."""
_MOST = 60
"""Lists that are read of one article, and rosters that one name is looked up in."""
_READ = frozenset({Zone.BODY, Zone.LIST, Zone.STANDFIRST, Zone.HEADLINE, Zone.CAPTION})
_DAYS = frozenset({*MONTHS, *WEEKDAYS})


def rosters(story: Story, articles: Mapping[str, Article]) -> tuple[Roster, ...]:
    """The lists of names of a story's articles, those of one thing together.

    A list that no other article has is left out. Of several lists of an article that are of one
    thing the first counts.
    """
    if len(story.articles) < 2:
        return ()
    found: list[dict[str, NameList]] = []
    known: dict[str, list[int]] = {}
    for id_ in sorted(story.articles):
        for each, _ in zip(lists(articles[id_]), range(_MOST), strict=False):
            keys = frozenset(each.keys)
            shared = Counter(at for key in keys for at in known.get(key, ())[:_MOST])
            best = max(shared, key=lambda at: (shared[at], -at), default=None)
            if best is not None and _one(keys, frozenset(next(iter(found[best].values())).keys)):
                found[best].setdefault(id_, each)
                continue
            for key in keys:
                known.setdefault(key, []).append(len(found))
            found.append({id_: each})
    return tuple(
        Roster(
            f"{story.id}:list:{at}",
            story.id,
            tuple(own.values()),
            "most of the names are the same",
        )
        for at, own in enumerate(each for each in found if len(each) > 1)
    )


def _one(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two lists have more in common than apart."""
    return len(a & b) > len(a ^ b)


def lists(article: Article) -> Iterator[NameList]:
    """The lists of three names and more in an article's text, in order."""
    for block in article.blocks:
        if block.zone in _READ:
            for sentence in block.sentences:
                yield from _in_sentence(article, "text", sentence)


def _in_sentence(article: Article, field: Field, sentence: Span) -> Iterator[NameList]:
    text = article.part(field)
    for match in _LIST.finditer(text, sentence.start, sentence.end):
        start = match.start()
        names = _PART.split(match[0])
        before = _BEFORE.search(text, sentence.start, start)
        governed = before[1].lower() if before is not None else ""
        first, _, rest = names[0].partition(" ")
        if start == sentence.start and first.lower() in _closed():
            # "In Kelm, Hask and Dorn", "But Kelm, Hask and Dorn": a capital that is no name's.
            governed, names[0] = first.lower(), rest
            start += len(first) + 1
        if not names[0] or fold(names[0]) in _DAYS:
            start = text.index(names[1], start)
            governed, names = "", names[1:]
        if len(names) >= _LEAST and len(set(names)) == len(names):
            span = Span(start, match.end())
            keys = tuple(fold(name).removeprefix("the ") for name in names)
            place = Place(article.id, field, span, span.of(text))
            yield NameList(place, tuple(names), keys, governed in _some())


@cache
def _closed() -> frozenset[str]:
    """Words of the closed classes, which begin no name."""
    lexicon = table("function_words")
    return frozenset(
        word for words in lexicon.values() if isinstance(words, str) for word in words.split()
    )


@cache
def _some() -> frozenset[str]:
    """Words before a list that names some of several, or where something is."""
    return frozenset(table("function_words")["prepositions"].split()) | {"as"}
