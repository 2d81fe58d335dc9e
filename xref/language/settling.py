"""Letters that stand for two classes, decided by the words beside them."""

from collections.abc import Sequence
from typing import NamedTuple

from xref.language.word_classes import WordClasses

_BACK = 12
"""Words back within which two verbs joined by "and" stand."""
_ADVERBS = 5
"""Adverbs and negations that may stand between an auxiliary and its verb."""
_SIMPLE = frozenset("QXYWJSrdps")
_POINTING = frozenset(("that", "these", "those"))
_IN_ORDER = frozenset(("first", "last"))
_SINGULAR = frozenset(("he", "she", "it", "there"))


def settle(low: Sequence[str], letters: list[str], classes: WordClasses) -> list[str]:
    """Decide the letters that stand for two classes, each by its neighbours; in place.

    Left to right: what stands before a word is settled when it is asked for.
    """
    ahead = _finite_ahead(letters)
    finite = inverted = False
    last = len(letters) - 1
    for k, letter in enumerate(letters):
        after = letters[k + 1] if k < last else "."
        if letter in ".;:,swcu-":
            finite = False
        elif letter in "mbHOfz":
            finite = letter not in "fz" or not _takes_clause(low[k], classes)
            inverted = letter in "mO" and (k == 0 or letters[k - 1] in 's"')
        elif inverted and letter in "VvE" and letters[k - 1] in "NSPhC" and after not in "VvE":
            letters[k], inverted = "v", False
            continue
        if letter not in "VZEGAQWXYJegkvzt" and low[k] not in classes.special:
            continue
        before = letters[k - 1] if k else "^"
        lead = k - 1
        while lead > k - _ADVERBS and lead >= 0 and letters[lead] in "rn":
            lead -= 1
        driver = letters[lead] if lead >= 0 else "^"
        place = _Place(low, letters, k, before, after, finite, ahead[k], lead, driver, classes)
        settled = _settled(letter, place)
        letters[k] = settled
        if settled in "zf" or (settled in "ve" and before in "NSPhw"):
            finite = not _takes_clause(low[k], classes)
    return letters


def _takes_clause(word: str, classes: WordClasses) -> bool:
    """Whether a clause without "that" may follow a verb: a verb of its own is then to come."""
    form = classes.verbs.form(word)
    return form is not None and form.lemma in classes.verbs.takes_clause


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


class _Place(NamedTuple):
    """A word that is to be settled, with what decides it.

    `finite`: its stretch of the sentence has a finite verb already; `ahead`: a surely finite one
    follows. `driver` is the letter of the word before it past adverbs and negations, `lead` where
    that stands.
    """

    low: Sequence[str]
    letters: Sequence[str]
    k: int
    before: str
    after: str
    finite: bool
    ahead: bool
    lead: int
    driver: str
    classes: WordClasses

    @property
    def word(self) -> str:
        return self.low[self.k]

    @property
    def before_span(self) -> bool:
        """Whether a noun of time follows ("last |year|")."""
        return self.k + 1 < len(self.low) and self.low[self.k + 1] in self.classes.spans

    @property
    def word_before(self) -> str:
        return self.low[self.k - 1] if self.k else ""

    @property
    def beyond(self) -> str:
        """The letter of the word after the next."""
        return self.letters[self.k + 2] if self.k + 2 < len(self.letters) else "."

    def back(self, count: int) -> Sequence[str]:
        """Up to `count` letters before the one before."""
        return self.letters[max(0, self.k - count) : max(0, self.k - 1)]


def _settled(letter: str, p: _Place) -> str:
    """The one class of a word, by the letter that its lexicon gives it."""
    before, after = p.before, p.after
    if letter in _SIMPLE:
        return _simple(letter, p)
    if letter in "ek":
        return _participle(letter, p)
    if letter == "t":
        return _to(p)
    if letter == "g":
        return _ing(p)
    if letter == "G":
        charged = before == "p" and p.k > 1 and p.letters[p.k - 2] in "ek" and after in "NS"
        return "g" if charged else _deed(before, after)  # "accused of |killing| mother and son"
    if letter == "A" and p.before_span:
        return "J" if before == "d" else "d"  # "$4 billion |last year|"
    if letter in "VEvA" and p.driver in "tmO":
        return "v"
    if letter == "A":
        plain = p.driver == "h" and p.low[p.lead] not in _SINGULAR
        plain = plain or (before == "c" and "v" in p.back(6))
        return "v" if plain and after in "dCPoSN" else "J"
    if letter == "E" and before == "d" and p.word_before in _POINTING:
        return "e"
    if letter == "E":
        return "N" if before in "dJy" or (before == "p" and after in "pNS.,u") else "e"
    if letter == "v":
        return "N" if before in "dy" else "v"
    return _base(p) if letter == "V" else _third(p) if letter == "Z" else letter


def _simple(letter: str, p: _Place) -> str:
    """The class of a word that has nothing of a verb."""
    before, after = p.before, p.after
    if letter == "Q":
        return "d" if after in "NSPJACVZGegE" else "o"
    if letter == "X":
        return "b" if before in "hw" or (before == "W" and after not in "NSJ") else "y"
    if letter == "Y":
        owns = before in "SNP" and p.word_before[-1:] == "s" and after in "NSJPVZ"
        return "y" if owns else "?"
    if letter == "W":
        return _that(before, after, p.beyond)
    if p.word == "next" and p.before_span and before != "d":
        return "d"
    if letter == "J" and p.word.endswith("-old"):
        alone = after in ".,;:cpubHmfz)" or (after in "JAek" and p.beyond in ".,puc")
        return "N" if alone else "J"
    if letter == "J" and p.word in _IN_ORDER and before in "bH" and after in "ek":
        return "r"  # "had |first| given", not "had |dead| trees"
    if letter == "J":
        noun = before == "p" and after in ".,pbcH;" and not _is_particle(p)
        return "S" if noun else "J"  # "the number of dead", not "dug out alive"
    if letter == "S":
        return "N" if after in "NS" else "S"
    if p.word == "so":
        return "r" if after in "rJd" else "s"
    if letter == "r":
        return "N" if before == "d" and after not in "NSPCJr" else "r"
    if p.word == "more" and before == "C":
        return "J" if after in "NSPJCG" else "S"  # "22 |more| people", "22 |more| were hurt"
    if letter == "d":
        return "r" if before in "bHm" and after in "ekgE" else "d"
    return "J" if before == "d" and after in "NSP" else letter  # "the near future"


def _is_particle(p: _Place) -> bool:
    """Whether the preposition before a word belongs to the verb before it."""
    verb = p.classes.verbs.form(p.low[p.k - 2]) if p.k > 1 else None
    return verb is not None and f"{verb.lemma}-{p.word_before}" in p.classes.verbs.phrasal


def _participle(letter: str, p: _Place) -> str:
    """A past or participle: itself, an adjective before its noun, or a noun ("the injured")."""
    said = p.after == "J" and p.beyond not in "NSPJC"  # "40 |feared| dead"
    if p.after in "NSPJVZG" and not said and _prenominal(p):
        return "J"
    if p.after == "C" and p.before == "d":
        return "J"  # "an estimated 40 people"
    if p.word_before == "of" and p.after in "fzbHm":
        return "S"  # "the number of |injured| rose"
    alone = p.before == "d" and p.after not in "NSPJCdV"
    alone = alone and p.word_before not in p.classes.quantifiers  # "how many died"
    return "S" if alone and p.word_before not in _POINTING else letter


def _to(p: _Place) -> str:
    """Whether "to" opens an infinitive: ``t``, or is a preposition: ``p``."""
    if p.word_before == "according":
        return "p"  # "according |to| exit polls"
    at = p.k + 1
    while p.letters[at : at + 1] in (["r"], ["n"]) and at < p.k + _ADVERBS:
        at += 1
    if at >= len(p.letters):
        return "p"
    letter, word, behind = p.letters[at], p.low[at], "".join(p.letters[at + 1 : at + 2])
    if letter == "V" and word in p.classes.bare_nouns:
        return "t" if behind in ("d", "C", "P", "o") else "p"
    verbal = letter in "VvEA" or word in ("have", "be", "do")
    return "t" if verbal or (letter == "e" and _base_too(word, p.classes)) else "p"


def _base_too(word: str, classes: WordClasses) -> bool:
    form = classes.verbs.form(word)
    return form is not None and form.kinds[0] == "v"


def _that(before: str, after: str, beyond: str) -> str:
    if after in "rJ" and beyond in "efzbHmk" and before in "NSPC":
        return "w"  # "the rise that first caused a stir"
    if before in "NSPCT)" and after in "mbHOfzveVZrEkn":
        return "w"
    if after in "NJ" and before in "^.,pu(-:;":
        return "d"
    if after in ".,pbHmuX" or (before == "^" and after in "zZ"):
        return "h"
    return "s"


def _prenominal(p: _Place) -> bool:
    """Whether a participle stands before the noun that it describes."""
    if p.before in "dJCy":
        return True
    if p.before == "r":
        return p.k > 1 and p.letters[p.k - 2] in "dC"
    if p.before == "c" and not {"e", "f"}.isdisjoint(p.back(_BACK)):
        return False  # "set fire to cars |and smashed| windows"
    return p.before in "pefgzv" or (p.before in "^.c(," and p.after in "SN")


def _ing(p: _Place) -> str:
    before, after = p.before, p.after
    if before in "dJy" and after not in "NSPJ":
        return "N"
    if before in "dJyC" and after in "NSPZ":
        return "J"
    if before == "^" and after in "efbHmz":
        return "N"
    if before == "^" and after in "NSZV":
        return "J" if p.beyond in "efbHmz" else "g"
    return "g"


def _deed(before: str, after: str) -> str:
    if before == "b":
        return "N" if after in "NS" else "g"
    if before in "dJyC":
        return "N"
    if after in "dCPohyJ":
        return "g"
    if before in "NP" or after in "NSpZcu.,;bHmfzWw":
        return "N"
    return "g"


def _base(p: _Place) -> str:
    """A base that may be a noun."""
    before, after = p.before, p.after
    if p.driver == "h" and p.low[p.lead] not in _SINGULAR:
        return "v"
    if p.driver == "w" and p.low[p.lead] != "whose" and (not p.ahead or p.low[p.lead] == "who"):
        return "v"
    if before == "d" and p.word_before in p.classes.quantifiers and after in "dhoQCq":
        return "v"  # "as some fear the worst"
    if before in "dJyCpgbze":
        helped = before in "gze" and after in "dCPho"
        verb = p.classes.verbs.form(p.word_before) if helped else None
        return "v" if verb is not None and verb.lemma in p.classes.verbs.bare else "N"
    if before == "c":
        return "v" if "v" in p.back(6) and after in "dCPoJ" else "N"
    if before in "NSP":
        if before == "S" and after in "dhoQWq" and not p.finite:
            return "v"
        if after in "pu.," and _lets(p):
            return "v"
        verbal = before == "S" and p.word_before not in p.classes.plural_modifiers
        if p.finite or p.ahead or not verbal:
            return "N"
        return "v" if after in "dCPopuJrqSNsWt.," else "N"
    return "N"


def _reports(p: _Place) -> bool:
    form = p.classes.verbs.form(p.word)
    return form is not None and form.lemma in p.classes.verbs.reports


def _lets(p: _Place) -> bool:
    """Whether a verb that takes a bare infinitive stands near before ("let sewage |pour| in")."""
    for at in range(max(0, p.k - 5), p.k - 1):
        if p.letters[at] in "vzefg":
            form = p.classes.verbs.form(p.low[at])
            if form is not None and form.lemma in p.classes.verbs.bare:
                return True
    return False


def _third(p: _Place) -> str:
    """A form in -s: of a verb, or a noun in the plural."""
    before, after = p.before, p.after
    if p.driver in "hw":
        return "S" if p.low[p.lead] == "whose" else "z"
    if before in "NP" and after in "dhoQWq" and not p.finite:
        return "z"
    if before == "N" and after in "tp" and p.k > 1 and p.letters[p.k - 2] == "p":
        return "S"  # "with gunshot |wounds| to the leg"
    if before == "S" and after in "pd" and not (p.finite or p.ahead):
        return "z" if "of" in p.low[max(0, p.k - 4) : p.k] else "S"
    if before == "c" and (after in "dCPoh" or "z" in p.back(_BACK)):
        return "z"  # "opens in May |and runs| for six weeks"
    if after in ".," and before in "NP" and not p.finite and _reports(p):
        return "z"  # "…, a report shows."
    if before in "dJyCpS^" or p.finite or p.ahead:
        return "S"
    if before in "NPT)r,":
        return "z" if after in "dCPoJShtpuWsrqNVGA:" else "S"
    return "S"
