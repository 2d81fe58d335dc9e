"""Copy set in capitals, read as if it were not: "THE MINISTRY SAID" as "The ministry said"."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from xref.model.given import Edit

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OPENS = re.compile(r"(?:[.!?…:]|\n\s*\n)[\s\"'“”‘’(\[]*\Z")
_LOUD = 0.9
"""The share of capitals among the letters of a text that is set in capitals."""
_FEWEST = 60
"""Letters below which nothing can be said."""
_BEFORE = 12
"""Characters before a word that may show that it opens a sentence."""
_SAMPLE = 20_000
"""Characters by which a text is judged."""


def capitals(text: str, common: AbstractSet[str]) -> Iterator[Edit]:
    """The words of a text that is all in capitals, in small letters: `common` words and no others.

    Every other word keeps its first letter, as a name does.
    """
    if not _loud(text):
        return
    for word in _WORD.finditer(text):
        low = word[0].lower()
        if word[0] == low or len(low) != len(word[0]):
            continue
        before = text[max(0, word.start() - _BEFORE) : word.start()]
        opens = not before.strip() or _OPENS.search(before) is not None
        first = word[0][:1] if opens or low not in common else low[:1]
        yield Edit(word.start(), word.end(), first + low[1:])


def _loud(text: str) -> bool:
    """Whether nearly every letter is a capital."""
    if sum(map(str.islower, text[:_FEWEST])) > _FEWEST // 2:
        return False
    large = sum(map(str.isupper, text[:_SAMPLE]))
    small = sum(map(str.islower, text[:_SAMPLE]))
    return large + small >= _FEWEST and large >= _LOUD * (large + small)
