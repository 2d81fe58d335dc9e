"""English words without their regular endings; for comparing only."""

from functools import lru_cache

_ENDINGS = ("ing", "ed", "es", "s", "ly", "e")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A lower-case word without its regular ending.

    >>> stem("bombs"), stem("bombed"), stem("bombing"), stem("carries"), stem("city's")
    ('bomb', 'bomb', 'bomb', 'carry', 'city')
    """
    word = word.removesuffix("'s").removesuffix("'")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2]:
                word = word[:-1]
            break
    return f"{word[:-1]}y" if word.endswith("i") and len(word) > 3 else word
