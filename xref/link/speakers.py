"""Whether two renderings are by one speaker, and how sure a name reached by a pronoun is."""

import re

from xref.compare.names import generation, name_parts, same_part, same_person, surname
from xref.link.renderings import Heard, given_name_sex
from xref.model.claim import Attribution
from xref.text.fold import fold, fold_marks

_SEXES = {"he": "m", "him": "m", "his": "m", "mr": "m", "mr.": "m", "she": "f", "her": "f"}
_SEXES |= {"mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f"}
_INDEFINITE = re.compile(r"(?:an?|one|another|some|any|several|two|three) ", re.I)
_ASIDE = re.compile(r"[,(]| who | of ")
_BEFORE = re.compile(r"([A-Z][\w'-]+)\.? $")
_PAIR = 80
"""Characters before or behind one of two speakers in which the other is named."""
_CLAUSES = re.compile(r"[;:\"\n]")
_NEARBY = 800
"""Characters before a quotation in which a pronoun finds its person."""


def same_speaker(one: Heard, other: Heard) -> bool | None:
    """Whether one person speaks; ``None`` where a side names nobody or may have been misread.

    A spokesperson, an organisation or an unnamed source may stand for the named person. A name that
    was only reached from a pronoun or a description is no proof when it may as well mean the other.
    """
    if one.named is None or other.named is None:
        return None
    if same_person(one.named, other.named):
        return True if generation(one.named) == generation(other.named) else None
    sexes = _sex(one.claim.attribution), _sex(other.claim.attribution)
    if all(sexes) and sexes[0] != sexes[1]:
        return False
    if _may_mean(one, other.named) or _may_mean(other, one.named):
        return None
    return False


def names_differ(one: Heard, other: Heard) -> bool:
    """Whether the two sides name persons of different surnames, be the naming sure or not."""
    if not one.named or not other.named:
        return False
    return not same_part(surname(one.named), surname(other.named))


def _sex(attribution: Attribution) -> str:
    """What the pronoun or honorific of an attribution tells: "m", "f" or nothing."""
    first = attribution.speaker.text.split(maxsplit=1)[:1] if attribution.speaker else []
    return _SEXES.get(first[0].lower(), "") if first else ""


def _may_mean(rendering: Heard, name: str) -> bool:
    """Whether the speaker of a rendering may be the person of this name, not of its own."""
    attribution = rendering.claim.attribution
    speaker, via, family = attribution.speaker, attribution.via, surname(name)
    if speaker is None or not family:
        return True
    if via is not None and via.name and same_person(via.name, name):
        return True
    if _speaks_with(rendering, family):
        return True
    own = name_parts(rendering.named or "")
    written = name_parts(speaker.text)
    if own[-1:] == (family,) and _abbreviated((rendering.named or "").split()[0]):
        return True  # "OB Kestner" may be Hans Kestner: a rank, not his initials.
    if len(own) > 1 and own[0] in written and own[-1] in written:
        return False
    if _INDEFINITE.match(speaker.text) or own[-1] in rendering.tokens.forms:
        # "A Varga official" is not Varga, and hardly anybody speaks of himself by name.
        return True
    if same_part(own[-1], family):
        # Of two persons with one surname the wrong one is easily taken.
        return True
    head = name_parts(_ASIDE.split(speaker.text)[0])
    if head and same_part(head[-1], own[-1]):
        return False
    text = fold_marks(rendering.article.part(rendering.claim.field))
    sex = _SEXES.get(speaker.text.lower())
    if sex is not None and (len(own) < 2 or given_name_sex(own[0]) not in (sex, "", None)):
        return True  # A pronoun that found no full name, or one of the other sex, found nobody.
    if sex is None:
        return any(same_person(found, name) for _, found in _bearers(text, family))
    return _named_last(text, rendering.claim.span.start, own[-1], name, sex)


def _abbreviated(word: str) -> bool:
    """Whether a word before a surname is a rank or initials, by its capitals."""
    return len(word) > 1 and word.isupper() and word.isalpha()


def _speaks_with(rendering: Heard, family: str) -> bool:
    """Whether two are named for the words together: "Ilse Varga and the mayor, Tom Ellison"."""
    speaker = rendering.claim.attribution.speaker
    if speaker is None:
        return False
    text = fold_marks(rendering.article.part(rendering.claim.field))
    start, end = speaker.span
    before = _CLAUSES.split(text[max(0, start - _PAIR) : start])[-1]
    after = _CLAUSES.split(text[end : end + _PAIR])[0]
    told = (f"{before} ", speaker.text, f" {after}")
    return any(" and " in each and family in name_parts(each) for each in told)


def _named_last(text: str, start: int, own: str, name: str, sex: str) -> bool:
    """Whether the last paragraph with a pronoun's own name, or a later one, has the other's."""
    near = text[max(0, start - _NEARBY) : start]
    others = [
        near.count("\n", 0, at)
        for at, found in _bearers(near, surname(name))
        if same_person(found, name) and _SEXES.get(found.split()[0].lower(), sex) == sex
    ]
    mine = [near.count("\n", 0, at) for at, _ in _bearers(near, own)]
    return bool(others) and max(others) >= max(mine, default=-1)


def _bearers(text: str, family: str) -> list[tuple[int, str]]:
    """Where a surname stands in a text, with the given name or honorific before it, if any."""
    out = []
    for match in re.finditer(rf"(?<!\w){re.escape(family)}(?!\w)", fold(text)):
        before = _BEFORE.search(text, max(0, match.start() - 40), match.start())
        given = before[1] if before else ""
        if given.lower() not in _SEXES and given_name_sex(given) is None:
            given = ""
        out.append((match.start(), f"{given} {match[0]}".strip()))
    return out
