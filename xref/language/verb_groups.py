"""Verb groups: what a run of auxiliaries and a verb says."""

import re
from collections.abc import Sequence

from xref.language.lemmas import Verbs
from xref.language.structure import Item, Shape, VerbGroup

_FUTURE = frozenset(("will", "won't", "'ll", "shall"))
_PAST_BE = frozenset(("was", "were", "wasn't", "weren't"))
_PAST_AUX = frozenset(("had", "hadn't", "did", "didn't"))
_LEMMAS = {"b": "be", "H": "have", "O": "do"}
_MUTE = re.compile(r"(?:[cvzu]|[^aeo]at|i[sz]|[^aeiousn]s|[^n]g|^[^aeiou]+[aeiou][bdgklmnprst])$")
_ING_AUX = frozenset(("being", "having"))


def verb_group(item: Item, low: Sequence[str], verbs: Verbs) -> VerbGroup:
    """What the verb group of `item` says."""
    letters, first = item.letters, item.first
    main = letters[-1]
    at = item.last - 1
    if main == "n":
        at = first + max(letters.rfind(mark) for mark in "mHbO")
        main = letters[at - first]
    auxiliary = main in "mHbO"
    form = None if main == "m" else verbs.form(low[at])
    lemma = _LEMMAS.get(main) or (form.lemma if form is not None else _bare(low[at]))
    if main == "m":
        lemma = low[at]
    words = low[first : item.last]
    modals = [w for k, w in enumerate(words) if letters[k] == "m"]
    future = bool(modals) and modals[0] in _FUTURE
    front = letters[: at - first]
    participle = main in "ek" and "b" in front
    negated = "n" in letters or any(w.endswith("n't") or w == "cannot" for w in words)
    return VerbGroup(
        first,
        item.last,
        lemma,
        _shape(letters, words, main, auxiliary),
        _tense(words, letters, main, future),
        "" if future or not modals else modals[0],
        participle,
        negated,
        "H" in front,
    )


def _bare(word: str) -> str:
    """The base of an unlisted form, by the rules of spelling."""
    if word.endswith("ied"):
        return word[:-3] + "y"
    stem = word[:-3] if word.endswith("ing") else word[:-2] if word.endswith("ed") else ""
    if len(stem) < 3:
        return word
    if stem[-1] == stem[-2] and stem[-1] not in "ls":
        return stem[:-1]
    return stem + "e" if _MUTE.search(stem) else stem


def _shape(letters: str, words: Sequence[str], main: str, auxiliary: bool) -> Shape:
    if letters[0] == "t":
        return "infinitive"
    if words[0] in _ING_AUX:
        return "ing"
    if words[0] == "been" or (auxiliary and words[0] == "be"):
        return "participle"
    if letters[0] in "mHbO" or main in "zf":
        return "finite"
    if main == "g":
        return "ing"
    return "participle" if main == "k" else "open" if main == "e" else "base"


def _tense(words: Sequence[str], letters: str, main: str, future: bool) -> str:
    if future:
        return "future"
    if letters[0] == "t" or "m" in letters:
        return ""
    for k, word in enumerate(words):
        if letters[k] in "bHO":
            past = word in _PAST_BE or word in _PAST_AUX
            return "past" if past else "" if word in _ING_AUX else "present"
    return {"z": "present", "v": "present", "f": "past", "e": "past"}.get(main, "")
