"""Words to lemmas and back: verbs and their forms, nouns and their plurals."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

_VOWELS = "aeiou"
_EITHER = ("el", "al", "ol", "ap", "ip", "am")
"""Endings whose consonant is doubled by some and by others not."""
_KINDS = {"b": "v", "s": "z", "g": "g", "d": "e", "n": "k"}


class VerbForm(NamedTuple):
    """What a word is as a form of a verb.

    `kinds` holds a letter for each form of the lemma that the word can be: ``v`` base, ``z`` third
    person, ``g`` in -ing, ``e`` past and participle, ``f`` past only, ``k`` participle only.
    `noun`: it is as often a noun.
    """

    lemma: str
    kinds: str
    noun: bool


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verbs of a language, compiled; forms are found when they are asked for, and kept.

    `phrasal` holds "lemma-particle"; the other sets hold lemmas.
    """

    lemmas: frozenset[str]
    nouns_too: frozenset[str]
    needs_object: frozenset[str]
    no_object: frozenset[str]
    links: frozenset[str]
    passes_on: frozenset[str]
    bare: frozenset[str]
    reports: frozenset[str]
    takes_clause: frozenset[str]
    phrasal: frozenset[str]
    doubled: frozenset[str]
    irregular: Mapping[str, tuple[str, ...]]
    special: Mapping[str, VerbForm]
    never: frozenset[str]
    memo: dict[str, VerbForm | None] = field(default_factory=dict, compare=False, repr=False)

    def form(self, word: str) -> VerbForm | None:
        """The verb that a lower-case word is a form of, or ``None``.

        "laid" is ``VerbForm("lay", "e", False)``, "cuts" ``VerbForm("cut", "z", True)``.
        """
        try:
            return self.memo[word]
        except KeyError:
            found = self.memo[word] = self._found(word)
            return found

    def forms(self, lemma: str) -> dict[str, str]:
        """All forms of a verb by rule or from the lexicon, each with its letter."""
        pasts = self.irregular.get(lemma, ())
        kinds = conjugated(lemma, pasts, self._doubles(lemma))
        if lemma in self.doubled and lemma.endswith(_EITHER):
            kinds |= conjugated(lemma, pasts)  # "labelled", "labeled"
        return {
            form: "f" if kind == "d" and len(pasts) > 1 else _KINDS[kind]
            for form, kind in kinds.items()
        }

    def _found(self, word: str) -> VerbForm | None:
        if word in self.never or len(word) < 2:
            return None
        if word in self.lemmas:
            past = word in self.irregular and self.irregular[word][0] == word
            return VerbForm(word, "ve" if past else "v", word in self.nouns_too)
        if word in self.special:
            return self.special[word]
        for lemma in _bases(word):
            if lemma in self.lemmas and (kind := self.forms(lemma).get(word)) is not None:
                return VerbForm(lemma, kind, kind == "z" and lemma in self.nouns_too)
        return None

    def _doubles(self, lemma: str) -> bool:
        """Whether the last consonant is doubled before an ending."""
        if lemma in self.doubled:
            return True
        if len(lemma) < 3 or lemma[-1] in "aeiouwxy" or lemma[-2] not in _VOWELS:
            return False
        front = lemma[:-2]
        # "quit" has one vowel in sound, and "need" has two letters for it.
        front = front.replace("qu", "q")
        return not any(letter in _VOWELS for letter in front) and "y" not in front[1:]


def conjugated(lemma: str, past: Iterable[str] = (), doubled: bool = False) -> dict[str, str]:
    """The forms of an English verb, each with its kind.

    `past` holds an irregular past and participle; `doubled` verbs double their last consonant.

    >>> conjugated("deny")
    {'deny': 'b', 'denies': 's', 'denying': 'g', 'denied': 'd'}
    """
    mute_e = lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye"))
    stem = lemma + lemma[-1] if doubled else lemma[:-1] if mute_e else lemma
    to_i = lemma.endswith("y") and lemma[-2:-1] not in _VOWELS
    if to_i:
        third, regular = lemma[:-1] + "ies", lemma[:-1] + "ied"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
        regular = lemma + "d" if lemma.endswith("e") else stem + "ed"
    ing = lemma[:-2] + "ying" if lemma.endswith("ie") else stem + "ing"
    forms = {lemma: "b", third: "s", ing: "g"}
    pasts = list(past) or [regular]
    if len(pasts) > 1:
        forms[pasts[1]] = "n"
    forms[pasts[0]] = "d"
    return forms


def _bases(word: str) -> tuple[str, ...]:
    """The bases that a form by rule may have."""
    if word.endswith("ies"):
        return word[:-3] + "y", word[:-1]
    if word.endswith("ied"):
        return word[:-3] + "y", word[:-1]
    if word.endswith("es"):
        return word[:-1], word[:-2]
    if word.endswith("s"):
        return (word[:-1],)
    if word.endswith("ed"):
        return word[:-1], word[:-2], word[:-3]
    if word.endswith("ying"):
        return word[:-3], word[:-4] + "ie"
    if word.endswith("ing"):
        return word[:-3], word[:-3] + "e", word[:-4]
    return ()


def compile_lemmas(lexicon: Mapping[str, Any]) -> Verbs:
    """The verbs of the lexicon `verbs`."""
    irregular = {lemma: tuple(forms.split()) for lemma, forms in lexicon["irregular"].items()}
    special: dict[str, VerbForm] = {}
    for lemma, forms in irregular.items():
        for k, form in enumerate(forms):
            kind = "e" if len(forms) == 1 else "fk"[k] if forms[0] != forms[1] else "e"
            known = special.get(form)
            if known is not None and known.lemma == lemma:
                kind = "e"
            special[form] = VerbForm(lemma, kind, False)
    for form, lemma in lexicon["variants"].items():
        kind = "k" if len(irregular.get(lemma, ())) > 1 else "e"
        special.setdefault(form, VerbForm(lemma, kind, False))

    def words(key: str) -> frozenset[str]:
        return frozenset(lexicon[key].split())

    return Verbs(
        lemmas=words("verbs") | words("nouns_too") | irregular.keys(),
        nouns_too=words("nouns_too"),
        needs_object=words("needs_object"),
        no_object=words("no_object"),
        links=words("links"),
        passes_on=words("passes_on"),
        bare=words("bare"),
        reports=words("reports"),
        takes_clause=words("takes_clause"),
        phrasal=words("phrasal"),
        doubled=words("doubled"),
        irregular=irregular,
        special=special,
        never=words("never"),
    )
