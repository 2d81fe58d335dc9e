"""The words that decide between relations: found in a text, with their places."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from xref.lexicon import table
from xref.model.article import Article, Field
from xref.model.relation import Place
from xref.model.span import Span
from xref.text.fold import fold

_HEAD = 1500
_TAIL = 2500


class Word(NamedTuple):
    """A deciding phrase found in a text: what it decides, and where."""

    role: str
    span: Span


class Notice(NamedTuple):
    """What an article says of its own state, and the line that says it."""

    role: str
    place: Place
    line: str


@cache
def _phrases(group: str) -> tuple[re.Pattern[str], dict[str, str]]:
    roles: dict[str, str] = {}
    for role, phrases in table("relations")[group].items():
        for phrase in phrases:
            roles.setdefault(phrase, role)
    # Longest first: "rose to" before "rose".
    ordered = sorted(roles, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)"), roles


def deciding_words(group: str, text: str, start: int = 0) -> Iterator[Word]:
    """The phrases of a lexicon group in `text`, left to right; `start` is added to offsets."""
    pattern, roles = _phrases(group)
    for match in pattern.finditer(fold(text)):
        yield Word(roles[match[0]], Span(start + match.start(), start + match.end()))


def notices(article: Article) -> tuple[Notice, ...]:
    """The notices at the head and at the foot of an article, and in its title.

    Bounded in length, so that reading one claim stays cheap whatever the article's size.
    """
    text = article.text
    stretches: list[tuple[Field, int, str]] = [("text", 0, text[:_HEAD])]
    if len(text) > _HEAD:
        foot = max(_HEAD, len(text) - _TAIL)
        stretches.append(("text", foot, text[foot:]))
    if article.title:
        stretches.append(("title", 0, article.title))
    found: list[Notice] = []
    for field, start, stretch in stretches:
        for role, inside in _noticed(stretch):
            span = Span(start + inside.start, start + inside.end)
            place = Place(article.id, field, span, inside.of(stretch))
            found.append(Notice(role, place, _line(stretch, inside.start)))
    return tuple(found)


@lru_cache(maxsize=512)
def _noticed(stretch: str) -> tuple[Word, ...]:
    """The notices of a stretch: every figure of an article asks for those of its head and foot."""
    return tuple(deciding_words("notices", stretch))


def _line(text: str, offset: int) -> str:
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return text[start : end if end >= 0 else len(text)]
