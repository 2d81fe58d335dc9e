"""Whether somebody's words came to a text in translation, by what the text itself says."""

import re
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

from xref.compare.names import surname
from xref.lexicon import table
from xref.model.article import Article
from xref.text.fold import fold, fold_marks

_REACH = 60
"""Characters before a country's name in which the person stands who holds an office there."""
_AROUND = 300
_TITLE = 6
"""Words of a title behind the country's name."""
_RUN = re.compile(r"(?:'s)?(?: [\w'-]+){0,10}")
_WORD = re.compile(r"(?<= )[\w'-]+")
_BEFORE = re.compile(r"([A-Z][\w'-]+), (?:[a-z][\w'-]* ){0,5}$")


@cache
def _peoples() -> re.Pattern[str]:
    english = set(table("translation")["english_speaking"])
    words = [
        str(word)
        for country, peoples in table("demonyms")["countries"].items()
        if country not in english
        for word in [country, *peoples]
    ]
    return re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, words), reverse=True)) + r")\b")


class Through(NamedTuple):
    """The words that tell of a translation, and whether they tell it for sure."""

    words: str
    sure: bool


_NOTHING = Through("", False)


@cache
def _phrases(name: str) -> re.Pattern[str]:
    words = map(str, table("translation")[name])
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")


@cache
def _english() -> re.Pattern[str]:
    """What tells that somebody spoke English: "in English", "told the BBC", "on CNN"."""
    lexicon = table("translation")
    spoken, media, before = (
        "|".join(sorted(map(re.escape, lexicon[name]), key=len, reverse=True))
        for name in ("english", "english_media", "english_before")
    )
    return re.compile(rf"\b(?:(?:{spoken})|(?:{before}) (?:{media}))\b")


@cache
def _offices() -> frozenset[str]:
    return frozenset(str(word) for word in table("translation")["offices"])


def through_translation(article: Article, speaker: str | None, start: int, end: int) -> Through:
    """The words that show that what stands at ``[start, end)`` was translated; none else.

    It was, where the passage names an interpreter, a translation or a language. It may have been,
    where the speaker talks to the media of another tongue or holds an office of a country that does
    not speak English ("Russian deputy foreign minister"), unless the article lets somebody speak
    English or to an English-speaking newsroom.
    """
    around = article.text[max(0, start - _AROUND) : end + _AROUND]
    said = _phrases("phrases").search(around.lower())
    if said is not None:
        return Through(around[said.start() : said.end()], True)
    if _speaks_english(article.text):
        return _NOTHING
    said = _phrases("media").search(around.lower())
    if said is not None:
        return Through(around[said.start() : said.end()], False)
    family = surname(speaker) if speaker else ""
    return Through(_office_holders(article.text).get(family, ""), False)


@lru_cache(maxsize=2_000)
def _speaks_english(text: str) -> bool:
    return _english().search(fold(text)) is not None


@lru_cache(maxsize=2_000)
def _office_holders(text: str) -> dict[str, str]:
    """Surnames of those who hold an office where another tongue is spoken, with the words."""
    folded = fold_marks(text)
    found: dict[str, str] = {}
    for people in _peoples().finditer(folded):
        start = people.start()
        words = [*_WORD.finditer(_RUN.match(folded, people.end())[0])]  # type: ignore[index]
        office = max(
            (n for n, word in enumerate(words[:_TITLE]) if word[0].lower() in _offices()),
            default=None,
        )
        if office is None or _peoples().search(
            folded, people.end(), people.end() + words[office].start()
        ):
            continue
        names = [*takewhile(lambda word: word[0][0].isupper(), words[office + 1 :])]
        if names:
            end = people.end() + names[-1].end()
            found.setdefault(surname(names[-1][0]), text[start:end])
        holder = _BEFORE.search(folded[max(0, start - _REACH) : start])
        if holder is not None:
            end = people.end() + words[office].end()
            found.setdefault(surname(holder[1]), text[start - len(holder[0]) : end])
    return found
