"""Letters that stand for two classes, decided by the words beside them."""

from collections.abc import Sequence

from xref.language.word_classes import WordClasses


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
