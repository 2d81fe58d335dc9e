"""Singular and plural forms of English nouns."""

import re
from functools import cache, lru_cache

from xref.lexicon import table

_ES = re.compile(r"(?:ch|sh|ss|x|zz)es$")
_NO_S = re.compile(r"(?:ss|us|is|'s)$")
_TAKES_ES = re.compile(r"(?:ch|sh|s|x|z)$")
_TAKES_IES = re.compile(r"(?<=[^aeiou])y$")
_MAN = re.compile(r"(?<=[a-z]{2})men$")


@cache
def _plurals() -> tuple[dict[str, str], frozenset[str]]:
    """The nouns without a rule, and the words that only look like plurals."""
    lexicon = table("plurals")
    return lexicon["irregular"], frozenset(lexicon["unchanged"].split())


@lru_cache(maxsize=16_384)
def singular(word: str) -> str:
    """The singular of an English noun, lower case; a word that is no plural comes back as it is.

    >>> singular("Countries"), singular("policemen"), singular("series")
    ('country', 'policeman', 'series')
    """
    irregular, unchanged = _plurals()
    low = word.lower()
    known = irregular.get(low)
    if known is not None:
        return known
    if len(low) < 4 or low[-1] not in "sn" or low in unchanged:
        return low
    if low[-1] == "n":
        return _MAN.sub("man", low)
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith("women"):
        return low[:-2] + "an"
    if _ES.search(low):
        return low[:-2]
    return low if _NO_S.search(low) else low[:-1]


@cache
def _singulars() -> dict[str, str]:
    """The plural of each noun that has one without a rule."""
    return {one: several for several, one in reversed(_plurals()[0].items())}


def plural(word: str) -> str:
    """The plural of an English noun in its singular, lower case.

    >>> plural("country"), plural("policeman"), plural("series")
    ('countries', 'policemen', 'series')
    """
    low = word.lower()
    known = _singulars().get(low)
    if known is not None:
        return known
    if low in _plurals()[1]:
        return low
    if low.endswith("man") and len(low) > 4:
        return low[:-2] + "en"
    if _TAKES_IES.search(low):
        return low[:-1] + "ies"
    return f"{low}es" if _TAKES_ES.search(low) else f"{low}s"
