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
``W`` "that", ``X`` "'s", ``Y`` an apostrophe. `settled` decides these.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from xref.language.lemmas import Verbs, compile_lemmas

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
_LETTERS = {
    "determiners": "d",
    "conjunctions": "c",
    "prepositions": "p",
    "adverbs": "r",
}
_OWN = {
    "adjectives": "J",
    "adverbs": "r",
    "times": "T",
    "pronouns": "h",
    "objects": "o",
    "plain_nouns": "S",
    "subordinators": "s",
    "either_way": "u",
    "relatives": "w",
    "modals": "m",
    "do": "O",
    "have": "H",
    "be": "b",
    "negations": "n",
}
_AGED = frozenset(("aged", "ages", "age"))
_AGES = re.compile(r"r*C(?:,C)*(?:,?cC)*(?![NSJ])|r*C(?:,C(?![NSJ]))+")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_FLOATING = frozenset(("both", "all", "each"))
_MEMO = 50_000
_SMALL = 0.25


@dataclass(frozen=True, slots=True)
class WordClasses:
    """The compiled lexicons that words are told apart with; `memo` keeps lower-case words."""

    known: Mapping[str, str]
    verbs: Verbs
    endings: tuple[str, ...]
    deeds: frozenset[str]
    singular_in_s: frozenset[str]
    plural_modifiers: frozenset[str]
    bounds: Mapping[str, tuple[tuple[str, ...], ...]]
    vague: frozenset[str]
    spans: frozenset[str]
    bare_nouns: frozenset[str]
    special: frozenset[str]
    quantifiers: frozenset[str]
    memo: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def of(self, low: str) -> str:
        """The letter of a lower-case word."""
        letter = self.memo.get(low)
        if letter is None:
            if len(self.memo) >= _MEMO:
                self.memo.clear()
            letter = self.memo[low] = self._of(low)
        return letter

    def _of(self, low: str) -> str:
        known = self.known.get(low)
        verb = self.verbs.form(low)
        if known == "J" and verb is not None and verb.kinds[0] == "v":
            return "A"
        if known is not None:
            return known
        if low[0].isdigit():
            if ":" in low:
                return "T"
            _, hyphen, rest = low.partition("-")
            return "C" if not hyphen else "J" if rest[:1].isalpha() else "a"
        if verb is not None:
            return self._verb(low, verb.kinds, verb.noun)
        if "-" in low:
            first, last = low.split("-", 1)[0], low.rsplit("-", 1)[-1]
            if self.known.get(first) == "C" or self.known.get(last) in ("J", "C"):
                return "C" if self.known.get(last) == "C" else "J"
            behind = self.verbs.form(last)
            if behind is not None and behind.kinds[0] in "egk":
                return "N" if behind.kinds == "g" else "J"
            low = last or low
        return self._by_ending(low)

    def _verb(self, low: str, kinds: str, noun: bool) -> str:
        if kinds == "ve":
            return "E" if noun else "e"
        if kinds == "v":
            return "V" if noun else "v"
        if kinds == "z":
            return "Z" if noun else "z"
        return "G" if kinds == "g" and low in self.deeds else kinds

    def _by_ending(self, low: str) -> str:
        if len(low) > 4:
            if low.startswith("un") and self.known.get(low[2:]) == "J":
                return "J"
            if low.endswith("ly"):
                return "r"
            if low.endswith("ed"):
                return "e"
            if low.endswith("ing"):
                return "g"
            if low.endswith(self.endings):
                return "J"
        if low[-1:] == "s" and len(low) > 3 and not low.endswith(("ss", "us", "is")):
            return "N" if low in self.singular_in_s else "S"
        return "N"


def compile_word_classes(table: Callable[[str], dict[str, Any]]) -> WordClasses:
    """Compile the lexicons that `table` hands out."""
    words, own, numbers = table("function_words"), table("word_classes"), table("numbers")
    known: dict[str, str] = {}
    for name, letter in _LETTERS.items():
        known.update(dict.fromkeys(words[name].split(), letter))
    for group in ("cardinals", "tens", "scales", "vague"):
        known.update(dict.fromkeys(numbers[group], "C"))
    for name, letter in _OWN.items():
        known.update(dict.fromkeys(own[name].split(), letter))
    known.update(dict.fromkeys(own["vague"].split(), "N"))
    known.update(dict.fromkeys(numbers["vague"], "C"))
    known.update(dict.fromkeys(own["not_verbs"].split(), "N"))
    known.update(dict.fromkeys(own["times"].split(), "T"))
    verbs = compile_lemmas(table("verbs"))
    for word in (own["singular_in_s"] + " " + own["plural_modifiers"]).split():
        if (form := verbs.form(word)) is None or form.kinds != "v":
            known[word] = "N"
    known.update(dict.fromkeys(own["plurals"].split(), "S"))
    for word in ("during", "including", "regarding", "concerning", "following", "excluding"):
        known[word] = "p"
    known.update(
        {"her": "Q", "that": "W", "to": "t", "according": "p", "half": "C", "percent": "N"}
    )
    known.update({"dozen": "C", "and": "c", "or": "c", "but": "c", "per": "p", "own": "J"})
    known.update({"worth": "p"})
    bounds: dict[str, list[tuple[str, ...]]] = {}
    for phrase in own["bounds"]:
        first, *rest = phrase.split()
        bounds.setdefault(first, []).append(tuple(rest))
    return WordClasses(
        known=known,
        verbs=verbs,
        endings=tuple(own["adjective_endings"].split()),
        deeds=frozenset(own["deeds"].split()),
        singular_in_s=frozenset(own["singular_in_s"].split()),
        plural_modifiers=frozenset(own["plural_modifiers"].split()),
        bounds={k: tuple(sorted(v, key=len, reverse=True)) for k, v in bounds.items()},
        vague=frozenset(own["vague"].split()),
        spans=frozenset(own["spans"].split()),
        bare_nouns=frozenset(own["bare_nouns"].split()),
        quantifiers=frozenset(own["quantifiers"].split()),
        special=_FLOATING
        | {"near", "police", "staff", "data", "media", *own["adverbs_or_nouns"].split()},
    )


def classified(words: Sequence[str], classes: WordClasses) -> tuple[list[str], str]:
    """The words lower-cased with straight apostrophes, and their settled letters."""
    low = [word.lower().replace("’", "'") for word in words]
    loud = _loud(words)
    letters = [
        _letter(words, low, k, loud, classes) if word[0].isalnum() else _mark(low[k])
        for k, word in enumerate(words)
    ]
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
    for word in words:
        if len(word) > 3 and word[0].isalpha():
            if word[0].isupper():
                capitals += 1
            else:
                small += 1
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
    if letter == "T":
        return "T"
    opening = k == 0 or (not words[k - 1][0].isalnum() and words[k - 1] not in ",'’-&")
    if loud and not opening:
        return letter if letter not in "NS" or low[k] in classes.known else "P"
    if word.isupper() and len(word) > 1 and not loud and low[k] not in classes.known:
        return "P"
    if not opening:
        march = low[k] == "march" and k + 1 < len(words) and words[k + 1][0].isdigit()
        may = low[k] == "may"
        return "T" if march or may else "P"
    if letter in "NS" and low[k] not in classes.known:
        following = words[k + 1] if k + 1 < len(words) else ""
        return "S" if letter == "S" and not following[:1].isupper() else "P"
    if letter in "VvZzegGJAE" and k + 1 < len(words) and words[k + 1][0].isupper() and not loud:
        behind = classes.of(low[k + 1])
        return letter if letter in "JA" or behind in "dhpTo" else "P" if letter in "vV" else letter
    return letter


def _bound(low: Sequence[str], letters: list[str], classes: WordClasses) -> None:
    """Take the words that bound a number ("at least") for its adverbs."""
    for k, word in enumerate(low):
        if word == "per" and low[k + 1 : k + 2] == ["cent"]:
            letters[k] = letters[k + 1] = "N"
        elif word == "half" and low[k + 1 : k + 2] in (["a"], ["an"]):
            letters[k] = "q"
        elif word == "am" and k and letters[k - 1] == "C":
            letters[k] = "T"
        elif letters[k] == "C" and k and letters[k - 1] in "pu" and _YEAR.fullmatch(word):
            alone = k + 1 == len(low) or letters[k + 1] in "P.,;:"
            letters[k] = "T" if alone else "C"
        for rest in classes.bounds.get(word, ()):
            end = k + 1 + len(rest)
            if tuple(low[k + 1 : end]) != rest or letters[end : end + 1] != ["C"]:
                continue
            if not rest and letters[k] in "pu" and k and letters[k - 1] in "NSPG":
                break  # "the debate over 40 homes"
            if word not in ("a", "an", "another"):
                letters[k:end] = ["q"] * (end - k)
            break
        if (word in classes.vague or letters[k] == "C") and low[k + 1 : k + 2] == ["of"]:
            _vague(low, letters, k, classes)


def _vague(low: Sequence[str], letters: list[str], k: int, classes: WordClasses) -> None:
    """Take "dozens of", "tens of thousands of" for one number before its noun."""
    if low[k] not in classes.vague:
        return
    following = letters[k + 2 : k + 3]
    if following and (following[0] in "NSJPAGZVeEk" or low[k + 2] in classes.vague):
        letters[k] = "C"
        letters[k + 1] = "C"


def settle(low: Sequence[str], letters: list[str], classes: WordClasses) -> list[str]:
    """Decide the letters that stand for two classes, each by its neighbours; in place.

    Left to right: what stands before a word is settled when it is asked for.
    """
    ahead = _finite_ahead(letters)
    finite = inverted = False
    last = len(letters) - 1
    for k, letter in enumerate(letters):
        after = letters[k + 1] if k < last else "."
        if letter in ".;:,swc-":
            finite = False
        elif letter in "mbHOfz":
            finite = True
            inverted = letter in "mO" and (k == 0 or letters[k - 1] in 's"')
        elif inverted and letter in "VvE" and letters[k - 1] in "NSPhC" and after not in "VvE":
            letters[k], inverted = "v", False
            continue
        if letter not in "VZEGAQWXYegkvzt" and low[k] not in classes.special:
            continue
        before = letters[k - 1] if k else "^"
        settled = _settled(low, letters, k, letter, before, after, finite, ahead[k], classes)
        letters[k] = settled
        if settled in "zf" or (settled in "ve" and before in "NSPhw"):
            finite = True
    return letters


def _finite_ahead(letters: Sequence[str]) -> list[bool]:
    """For each word, whether a verb that is surely finite follows it in its stretch."""
    out = [False] * len(letters)
    seen = False
    for k in range(len(letters) - 1, -1, -1):
        out[k] = seen
        letter = letters[k]
        if letter in ".;:,swcWu-":
            seen = False
        elif letter in "mbHOfz":
            seen = True
    return out


def _settled(
    low: Sequence[str],
    letters: Sequence[str],
    k: int,
    letter: str,
    before: str,
    after: str,
    finite: bool,
    ahead: bool,
    classes: WordClasses,
) -> str:
    if letter == "Q":
        return "d" if after in "NSPJACVZGegE" else "o"
    if letter == "X":
        if before in "hw" or (before == "W" and after not in "NSJ"):
            return "b"
        return "y"
    if letter == "Y":
        return "y" if before in "SNP" and low[k - 1][-1:] == "s" and after in "NSJPVZ" else "?"
    if letter == "W":
        return _that(before, after)
    if letter == "S":
        return "N" if after in "NS" else "S"
    if low[k] == "so":
        return "r" if after in "rJd" else "s"
    if letter == "r":
        return "N" if before == "d" and after not in "NSPCJr" else "r"
    if letter == "d":
        return "r" if before in "bHm" and after in "ekg" else "d"
    if letter == "p":
        return "J" if before == "d" and after in "NSP" else "p"
    if letter == "t":
        return _to(low, letters, k, after, classes)
    if letter in "ek" and after in "NSPJVZG" and _prenominal(letters, k, before):
        return "J"
    if letter in "ek":
        if (
            before == "d"
            and after not in "NSPJCdV"
            and low[k - 1] not in ("that", "these", "those")
        ):
            return "S"
        return letter
    lead = k - 1
    while lead >= 0 and letters[lead] in "rn":
        lead -= 1
    driver = letters[lead] if lead >= 0 else "^"
    if letter == "A" and k + 1 < len(low) and low[k + 1] in classes.spans:
        return "J"
    if letter in "VEvA" and driver in "tmO":
        return "v"
    if letter == "g":
        return _ing(low, letters, k, before, after)
    if letter == "G":
        return _deed(before, after)
    if letter == "A":
        plain = driver == "h" and low[lead] not in ("he", "she", "it")
        plain = plain or (before == "c" and "v" in letters[max(0, k - 6) : k - 1])
        return "v" if plain and after in "dCPoSN" else "J"
    if letter == "E":
        if before in "dJy" or (before == "p" and after in "pNS.,u"):
            return "N"
        return "e"
    if letter == "v":
        return "N" if before in "dy" else "v"
    if letter == "V":
        return _base(low, letters, k, lead, driver, before, after, finite, ahead, classes)
    if letter == "Z":
        return _third(low, k, driver, before, after, finite, ahead)
    return letter


def _to(
    low: Sequence[str], letters: Sequence[str], k: int, after: str, classes: WordClasses
) -> str:
    """Whether "to" opens an infinitive: ``t``, or is a preposition: ``p``."""
    at = k + 1
    while at < len(letters) and letters[at] in "rn":
        at += 1
    if at == len(letters):
        return "p"
    letter = letters[at]
    if letter == "V" and low[at] in classes.bare_nouns:
        return "t" if "".join(letters[at + 1 : at + 2]) in ("d", "C", "P", "o") else "p"
    if (
        letter == "A"
        or (letter == "H" and low[at] == "have")
        or (letter == "b" and low[at] == "be")
    ):
        return "t"
    return (
        "t"
        if letter in "VvE" or low[at] == "do" or (letter == "e" and _base_too(low[at], classes))
        else "p"
    )


def _base_too(word: str, classes: WordClasses) -> bool:
    form = classes.verbs.form(word)
    return form is not None and form.kinds[0] == "v"


def _that(before: str, after: str) -> str:
    if before in "NSPCT)" and after in "mbHOfzveVZrEkn":
        return "w"
    if after in "NJ" and before in "^.,pu(-:;":
        return "d"
    if after in ".,pbHmu":
        return "h"
    return "s"


def _prenominal(letters: Sequence[str], k: int, before: str) -> bool:
    """Whether a participle stands before the noun that it describes."""
    if before in "dJCy":
        return True
    if before == "r":
        return k > 1 and letters[k - 2] in "dC"
    return before in "pefgzv" or (before in "^.c(," and letters[k + 1] in "SN")


def _ing(low: Sequence[str], letters: Sequence[str], k: int, before: str, after: str) -> str:
    if before in "dJy" and after not in "NSPJ":
        return "N"
    if before in "dJyC" and after in "NSPZ":
        return "J"
    if before == "^" and after in "efbHmz":
        return "N"
    if before == "^" and after in "NS" and k + 2 < len(low):
        return "J" if letters[k + 2] in "efbHmz" else "g"
    return "g"


def _deed(before: str, after: str) -> str:
    if before == "b":
        return "N" if after in "NS" else "g"
    if before in "dJyC":
        return "N"
    if after in "dCPohyJ":
        return "g"
    if before in "NP" or after in "NSpZcu.,;bHmfz":
        return "N"
    return "g"


def _base(
    low: Sequence[str],
    letters: Sequence[str],
    k: int,
    lead: int,
    driver: str,
    before: str,
    after: str,
    finite: bool,
    ahead: bool,
    classes: WordClasses,
) -> str:
    if driver == "h" and low[lead] not in ("he", "she", "it", "there"):
        return "v"
    if driver == "w" and (not ahead or low[lead] == "who"):
        return "v"
    if before == "d" and low[k - 1] in classes.quantifiers and after in "dhoQC":
        return "v"  # "as some fear the worst"
    if before in "dJyCpgbze":
        helped = before in "gze" and after in "dCPho"
        verb = classes.verbs.form(low[k - 1]) if helped else None
        return "v" if verb is not None and verb.lemma in classes.verbs.bare else "N"
    if before == "c" and k > 1:
        beside = letters[max(0, k - 6) : k - 1]
        return "v" if "v" in beside and after in "dCPoJ" else "N"
    if before in "NSP":
        if before == "S" and after in "dhoQW" and not finite:
            return "v"
        if after in "pu.," and _lets(low, letters, k, classes):
            return "v"
        verbal = before == "S" and low[k - 1] not in classes.plural_modifiers
        if finite or ahead or not verbal:
            return "N"
        return "v" if after in "dCPopuJrSNsWt.," else "N"
    return "N"


def _lets(low: Sequence[str], letters: Sequence[str], k: int, classes: WordClasses) -> bool:
    """Whether a verb that takes a bare infinitive stands near before ("let sewage |pour| in")."""
    for at in range(max(0, k - 5), k - 1):
        if letters[at] in "vzefg":
            form = classes.verbs.form(low[at])
            if form is not None and form.lemma in classes.verbs.bare:
                return True
    return False


def _third(
    low: Sequence[str],
    k: int,
    driver: str,
    before: str,
    after: str,
    finite: bool,
    ahead: bool,
) -> str:
    if driver in "hw":
        return "z"
    if before in "NP" and after in "dhoQW" and not finite:
        return "z"
    if before == "S" and after in "pd" and not (finite or ahead):
        return "z" if "of" in low[max(0, k - 4) : k] else "S"
    if before in "dJyCpS^" or finite or ahead:
        return "S"
    if before in "NPT)r,":
        return "z" if after in "dCPoJShtpuWsrNVGA:" else "S"
    return "S"
