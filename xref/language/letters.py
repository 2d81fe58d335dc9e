"""Words to classes, for reading whole sentences: what each word is, as its neighbours allow.

The letters of a settled sentence: ``d`` determiner, ``C`` number, ``J`` adjective, ``N`` noun,
``S`` noun in the plural, ``P`` name, ``T`` day or part of a day, ``h`` subject pronoun, ``o``
object pronoun, ``y`` possessive, ``v`` base of a verb, ``z`` third person, ``e`` past or
participle, ``f`` past, ``k`` participle, ``g`` form in -ing, ``b`` form of be, ``H`` of have,
``O`` of do, ``m`` modal, ``n`` negation, ``r`` adverb, ``q`` word that bounds a number, ``p``
preposition, ``u`` preposition or subordinator, ``t`` to, ``s`` subordinator, ``w`` relative, ``c``
conjunction, ``a`` age or score, and the marks ``, . : ; - ( ) " ?``.

A lexicon gives a word one more letter where it is of two classes: ``V`` verb or noun, ``Z`` its
form in -s, ``E`` past or noun, ``G`` form in -ing or noun, ``A`` adjective or verb, ``Q`` "her",
``W`` "that", ``X`` "'s", ``Y`` an apostrophe. `settle` decides these.
"""

import re
from collections.abc import Container, Sequence

from xref.language.months import DAYS, MONTH_NAMES, SHORT_NAMES, is_given_name
from xref.language.settling import settle
from xref.language.word_classes import WordClasses

_MARKS = {
    **dict.fromkeys(("--", "—", "–", "-", "―"), "-"),
    **dict.fromkeys((".", "!", "?", "…"), "."),
    **dict.fromkeys(("'s", "'S"), "X"),
    **dict.fromkeys(("'", "’"), "Y"),
    **dict.fromkeys(("$", "£", "€", "¥", "%"), "C"),
    **dict.fromkeys(('"', "“", "”", "„", "«", "»"), '"'),
    **{mark: mark for mark in ",;:()"},
    "[": "(",
    "]": ")",
    "&": "c",
    "+": "C",
}
_CLITICS = {"'ll": "m", "'d": "m", "'ve": "H", "'re": "b", "'m": "b"}
_AGED = frozenset(("aged", "ages", "age"))
_AGES = re.compile(r"r*C(?:,C)*(?:,?cC)*(?![NSJ])|r*C(?:,C(?![NSJ]))+")
_CONTRACTED = frozenset(
    ("here", "there", "what", "where", "how", "why", "who", "let", "that", "one")
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SMALL = 0.25
"""Share of the longer words that a sentence in capitals may have without one."""


def classified(
    words: Sequence[str], classes: WordClasses, names: Container[str] = frozenset()
) -> tuple[list[str], str]:
    """The words lower-cased with straight apostrophes, and their settled letters.

    `names` are words that are known to be names: at the head of a sentence they stay such.
    """
    low = " ".join(words).lower().replace("’", "'").split(" ") if words else []
    loud = _loud(words)
    memo = classes.memo
    letters: list[str] = []
    for k, word in enumerate(words):
        known = memo.get(word)  # small letters only: those of a capital depend on its place
        if known is None:
            if word in names:
                known = "P"
            else:
                alnum = word[0].isalnum()
                known = _letter(words, low, k, loud, classes) if alnum else _mark(low[k])
        letters.append(known)
    if "C" in letters or not classes.numbering.isdisjoint(low):
        _bound(low, letters, classes)
    return low, _aged(low, "".join(settle(low, letters, classes)))


def _aged(low: Sequence[str], letters: str) -> str:
    """Take ages behind "aged" or "ages" for no counts: each such token is ``a``."""
    if _AGED.isdisjoint(low):
        return letters
    for k, word in enumerate(low):
        if word in _AGED and (run := _AGES.match(letters, k + 1)) is not None:
            letters = letters[:k] + "a" * (run.end() - k) + letters[run.end() :]
    return letters


def _mark(low: str) -> str:
    return _MARKS.get(low) or _CLITICS.get(low) or ("-" if low[0] == "-" else "?")


def _loud(words: Sequence[str]) -> bool:
    """Whether capitals tell nothing: the sentence is set like a headline, or all in capitals."""
    small = capitals = 0
    most = _SMALL * len(words)
    for word in words:
        if len(word) > 3:
            first = word[0]
            if first.isupper():
                capitals += 1
            elif first.isalpha():
                small += 1
                if small > most:
                    return False
    return capitals >= 3 and small <= _SMALL * (capitals + small)


def _letter(
    words: Sequence[str], low: Sequence[str], k: int, loud: bool, classes: WordClasses
) -> str:
    """The letter of one word, before its neighbours are asked."""
    word = words[k]
    if not word[0].isupper():
        return classes.of(low[k])
    if low[k] == "i":
        return "h"
    letter = classes.of(low[k])
    before = low[k - 1] if k else ""
    following = words[k + 1] if k + 1 < len(words) else ""
    if low[k] in MONTH_NAMES and not loud and is_given_name(low[k], before, following):
        return "P"
    opening = k == 0 or (not words[k - 1][0].isalnum() and words[k - 1] not in ",'’-&")
    if letter == "T":
        if low[k] in SHORT_NAMES:
            return "T" if before[:1].isdigit() or following[:1].isdigit() else "P"  # "|Jan| Berg"
        named = not (opening or loud or low[k] in DAYS)
        return "P" if named else "T"  # "the |Evening| Post"
    if letter in "how" and word.isupper() and len(word) > 1 and not loud:
        return "P"  # "US", "WHO"
    if loud and not opening:
        return letter if letter not in "NS" or low[k] in classes.known else "P"
    if word.isupper() and len(word) > 1 and not loud and low[k] not in classes.known:
        return "P"
    if not opening:
        march = low[k] == "march" and following[:1].isdigit()
        may = low[k] == "may"
        return "T" if march or may else "P"
    if letter in "NS" and low[k] not in classes.known:
        return "S" if letter == "S" and not following[:1].isupper() else "P"
    if letter not in "dpuh" and low[k + 1 : k + 2] == ["'s"] and low[k] not in _CONTRACTED:
        return "P"
    if letter in "VvZzegGJAE" and k + 1 < len(words) and words[k + 1][0].isupper() and not loud:
        behind = classes.of(low[k + 1])
        return letter if letter in "JA" or behind in "dhpTo" else "P" if letter in "vV" else letter
    return letter


def _bound(low: Sequence[str], letters: list[str], classes: WordClasses) -> None:
    """Take the words that bound a number ("at least") for its adverbs."""
    for k, word in enumerate(low):
        if letters[k] not in "Ca" and word not in classes.numbering:
            continue
        if word == "per" and low[k + 1 : k + 2] == ["cent"]:
            letters[k] = letters[k + 1] = "N"
        elif word == "or" and letters[max(0, k - 1) : k + 2 : 2] == ["C", "C"]:
            letters[k] = "C"
        elif letters[k] == "a" and letters[k + 1 : k + 2] == ["S"]:
            letters[k] = "C"  # "6-8 months"
        elif word == "half" and low[k + 1 : k + 2] in (["a"], ["an"]):
            letters[k] = "q"
        elif word == "am" and k and letters[k - 1] == "C":
            letters[k] = "T"
        elif letters[k] == "C" and k and letters[k - 1] in "pu" and _YEAR.fullmatch(word):
            counts = k + 1 < len(low) and letters[k + 1] in "NSJCy"
            letters[k] = "C" if counts else "T"
        for rest in classes.bounds.get(word, ()):
            end = k + 1 + len(rest)
            if tuple(low[k + 1 : end]) != rest:
                continue
            if rest and "".join(letters[end : end + 1]) in ("e", "f"):
                letters[k:end] = ["r"] * (end - k)  # "profit |more than| doubled"
            dozen = low[end : end + 1] == ["a"] and letters[end + 1 : end + 2] == ["C"]
            if letters[end : end + 1] != ["C"] and not dozen:
                continue  # "at least |12|", "at least |a dozen|"
            if not rest and letters[k] in "pu" and k and letters[k - 1] in "NSPG":
                break  # "the debate over 40 homes"
            if word not in ("a", "an", "another"):
                letters[k:end] = ["q"] * (end - k)
            break
        if (word in classes.vague or letters[k] == "C") and low[k + 1 : k + 2] == ["of"]:
            _vague(low, letters, k, classes)


def _vague(low: Sequence[str], letters: list[str], k: int, classes: WordClasses) -> None:
    """Take "dozens of", "tens of thousands of" for one number before its noun."""
    if low[k] not in classes.vague or (low[k] == "number" and low[max(0, k - 1)] == "the"):
        return
    following = letters[k + 2 : k + 3]
    if following and (following[0] in "NSJPAGZVeEk" or low[k + 2] in classes.vague):
        letters[k] = "C"
        letters[k + 1] = "C"
