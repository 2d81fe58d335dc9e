"""Whether two names may be one person's: short forms, spellings, particles, initials."""

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from xref.compare.forms import cardinals, ordinals, plain
from xref.lexicon import table
from xref.text.days import WEEKDAYS
from xref.text.fold import fold

_EDGE = " .,'\"()"


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(str(word) for word in table("person_names")[key])


@cache
def _groups() -> dict[str, frozenset[int]]:
    """The groups of given names that each name is in."""
    out: dict[str, set[int]] = {}
    for number, group in enumerate(table("person_names")["variants"]):
        for name in group:
            out.setdefault(str(name), set()).add(number)
    return {name: frozenset(groups) for name, groups in out.items()}


@cache
def _sounds() -> tuple[tuple[str, str], ...]:
    pairs = [(str(x), str(y)) for x, y in table("person_names")["transliteration"]]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=100_000)
def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a name, folded, without titles, suffixes, particles and the possessive.

    >>> name_parts("Sen. Tarek al-Hourani's"), name_parts("William J. Ashdown Jr.")
    (('tarek', 'hourani'), ('william', 'j', 'ashdown'))
    """
    low = plain(fold(name))
    low = low.removesuffix("'s").removesuffix("'")
    parts = [part.strip(_EDGE) for part in low.replace("-", " ").replace(".", ". ").split()]
    drop = _words("honorifics") | _words("suffixes") | _words("generations")
    kept = [part for part in parts if part and part not in drop]
    bare = [part for part in kept if part not in _words("particles")]
    return tuple(bare or kept)


def generation(name: str) -> str:
    """The "jr", "sr", "ii" ... at the end of a name, folded; empty where there is none."""
    last = fold(name).replace(",", " ").split()[-1:]
    mark = last[0].strip(_EDGE) if last else ""
    return mark if mark in _words("generations") else ""


_ROYAL = frozenset({"king", "queen", "prince", "princess", "pope", "emperor", "empress", "tsar"})
_PARTY = re.compile(r"[a-z]-[a-z]{2,6}\.?")


def royal(name: str) -> bool:
    """Whether a name is a sovereign's or a pope's: a given name with a rank or a numeral.

    >>> royal("Queen Marta II"), royal("Leo XIV"), royal("Marta Queen")
    (True, True, False)
    """
    words = fold(name).split()
    ranked = words[:1] != [] and words[0] in _ROYAL
    numbered = len(words) > 1 and _NUMERAL.fullmatch(words[-1]) is not None
    return (ranked or numbered) and len(words) - ranked - numbered == 1


def may_be_person(name: str) -> bool:
    """Whether a name can be a person's: no pronoun, number, weekday, party or pair of names.

    >>> may_be_person("Ilse Varga"), may_be_person("Twenty-three"), may_be_person("D-Alden.")
    (True, False, False)
    """
    words = [word.strip(_EDGE) for word in fold(name).split()]
    if not any(words) or _PARTY.fullmatch(words[0]):
        return False
    if "and" in words or "&" in words:
        return False
    if len(words) > 1:
        return True
    parts = words[0].split("-")
    if all(part in cardinals() or part in ordinals() or part.isdigit() for part in parts):
        return False
    return words[0] not in _PRONOUNS and words[0] not in WEEKDAYS


_NUMERAL = re.compile(r"(?=[ivx])(?:x{0,3})(?:ix|iv|v?i{0,3})")
_PRONOUNS = frozenset({"i", "he", "she", "it", "they", "we", "you", "him", "her", "them", "this"})
_PRONOUNS |= {"that", "these", "those", "who", "one", "in", "at", "on", "as", "of", "by", "to"}


def surname(name: str) -> str:
    """The last part of a name, folded; empty for an empty name."""
    parts = name_parts(name)
    return parts[-1] if parts else ""


@lru_cache(maxsize=100_000)
def sound(part: str) -> str:
    """A part of a name as it sounds, roughly: two spellings of one foreign name meet here."""
    out, at = [], 0
    pairs = _sounds()
    while at < len(part):
        for letters, one in pairs:
            if part.startswith(letters, at):
                out.append(one)
                at += len(letters)
                break
        else:
            out.append(part[at])
            at += 1
    text = "".join(out)
    return "".join(c for n, c in enumerate(text) if n == 0 or c != text[n - 1])


def same_part(one: str, two: str) -> bool:
    """Whether two surnames, or two parts of names, are spellings of one."""
    if one == two:
        return True
    if not one or not two:
        return False
    x, y = sound(one), sound(two)
    if x == y:
        return True
    if min(len(x), len(y)) < 5:
        return False
    # One letter in six: "Horbenko" and "Gorbenko", "Tymoshenko" and "Timoschenko".
    most = 1 if max(len(x), len(y)) < 10 else 2
    return skeleton(one) == skeleton(two) and OSA.distance(x, y) <= most


def _shape(heard: str) -> str:
    """The consonants but for the first letter: a changed vowel or first letter keeps the shape."""
    return "".join(c for c in heard[1:] if c not in "aeiouh")


@lru_cache(maxsize=100_000)
def skeleton(part: str) -> str:
    """What all spellings of a surname share, to look them up by: consonants as they sound.

    >>> skeleton("gorbenko") == skeleton("horbenko")
    True
    """
    heard = sound(part)
    return _shape(heard) or heard


def same_given(one: str, two: str) -> bool:
    """Whether two given names are forms of one: equal, initial, short form, or spelling."""
    if one == two or ((len(one) == 1 or len(two) == 1) and one[0] == two[0]):
        return True
    groups = _groups()
    if groups.get(one, frozenset()) & groups.get(two, frozenset()):
        return True
    if one in groups and two in groups:
        return False
    return same_part(one, two)


@lru_cache(maxsize=100_000)
def same_person(one: str, two: str) -> bool:
    """Whether two names may be one person's.

    A surname alone fits everybody who bears it. Two full names fit when the surnames are spellings
    of one name and so are the given names; a middle name or initial need not be told by both.
    """
    a, b = name_parts(one), name_parts(two)
    if not a or not b:
        return False
    if royal(one) != royal(two) and max(len(a), len(b)) > 1:
        return False
    if len(a) == 1 or len(b) == 1:
        single, other = (a[0], b) if len(a) == 1 else (b[0], a)
        return same_part(single, other[-1]) or single in other[:-1]
    if not same_part(a[-1], b[-1]):
        # Two surnames, of which one outlet prints the first alone: "Ana Ruiz Ferrer", "Ana Ruiz".
        short, long = sorted((a, b), key=len)
        return len(short) == 2 and len(long) == 3 and short == long[:2]
    if same_given(a[0], b[0]):
        return True
    # A person who goes by the middle name.
    return any(same_given(a[0], part) for part in b[1:-1] if len(part) > 1) or any(
        same_given(b[0], part) for part in a[1:-1] if len(part) > 1
    )
