"""The lexicons that words are told apart with, compiled; the class of a word by itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from xref.language.lemmas import Verbs, compile_lemmas

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
_FLOATING = frozenset(("both", "all", "each"))
_MEMO = 50_000


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
    numbering: frozenset[str]
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
            if low.startswith("un") and (low.endswith("ed") or self.known.get(low[2:]) == "J"):
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
    known.update({"worth": "p", "contrary": "p"})
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
        numbering=frozenset(bounds) | {*own["vague"].split(), "per", "or", "half", "am"},
        special=_FLOATING
        | {"near", "more", "police", "staff", "data", "media", *own["adverbs_or_nouns"].split()},
    )
