"""Whether somebody's words came to a text in translation, by what the text itself says."""

import re
from functools import cache

from xref.compare.names import surname
from xref.lexicon import table
from xref.model.article import Article
from xref.text.fold import fold_marks

_BEFORE = 90
"""Characters before a name in which an office is looked for."""
_SENTENCE_ENDS = re.compile(r"[.!?]\s+(?=[A-Z])|\n")


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


@cache
def _offices() -> re.Pattern[str]:
    words = table("translation")["offices"]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")


@cache
def _interpreted() -> re.Pattern[str]:
    words = table("translation")["phrases"]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")


def through_translation(article: Article, speaker: str | None, start: int, end: int) -> str:
    """The words of the article that show that what stands at ``[start, end)`` was translated, else "".

    Either the passage names an interpreter, a translation or a language, or the article gives the
    speaker an office of a country that does not speak English ("Russian deputy foreign minister").
    """
    around = article.text[max(0, start - 300) : end + 300]
    said = _interpreted().search(around.lower())
    if said is not None:
        return around[said.start() : said.end()]
    family = surname(speaker) if speaker else ""
    if not family:
        return ""
    text = fold_marks(article.text)
    for match in re.finditer(rf"\b{re.escape(family)}\b", text.lower()):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        before = _SENTENCE_ENDS.split(before)[-1]
        found = [*_peoples().finditer(before)]
        people = found[-1] if found else None
        if people is not None and _offices().search(before.lower(), people.end()):
            at = match.start() - len(before) + people.start()
            return article.text[at : match.end()].replace("\n", " ")
    return ""
