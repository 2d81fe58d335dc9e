"""One form for the words of one family, for comparing only."""

from functools import cache, lru_cache

from xref.lexicon import table
from xref.lexicon.nouns import singular
from xref.text.stem import stem


@cache
def _irregular() -> dict[str, str]:
    verbs: dict[str, str] = table("irregular_verbs")["verbs"]
    return {form: base for base, forms in verbs.items() for form in forms.split()}


@cache
def idle() -> frozenset[str]:
    """The words that tell nothing of what a sentence is about: closed classes, and news's own."""
    function = " ".join(
        words for words in table("function_words").values() if isinstance(words, str)
    )
    return frozenset([*function.split(), *table("questions")["idle"]])


@lru_cache(maxsize=65_536)
def family(word: str) -> str:
    """The stem that all forms of a lower-case word share.

    >>> family("fell"), family("falling"), family("countries"), family("sold")
    ('fall', 'fall', 'country', 'sell')
    """
    base = _irregular().get(word)
    return stem(base if base is not None else singular(word))
