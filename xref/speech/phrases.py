"""Noun phrases found from tags: the subject left of a verb, the speaker right of it."""

from xref.speech.grammar import SpeechGrammar
from xref.speech.tokens import Unit

_NOUN = "PnCyc&"
_OPEN_PP = frozenset(("of", "for", "from", "to", "with", "in", "at", "on", "about", "near", "by", "behind", "against", "inside", "under", "across", "outside", "within", "around", "through", "into", "during", "over", "along"))
_INVERTED_PP = frozenset(("of", "for", "from"))


def phrase_before(unit: Unit, end: int, grammar: SpeechGrammar, floor: int = 0) -> tuple[int, int] | None:
    """The noun phrase whose last token is ``end - 1``, or ``None``.

    Post-modifiers ("officials familiar with the plan") belong to it; an introductory phrase
    ("in a statement Lee said") and whatever stands before a comma do not.
    """
    tags, low = unit.tags, unit.low
    at = end
    while at > floor:
        tag = tags[at - 1]
        if tag in "PnCy":
            at -= 1
        elif tag == "d":
            at -= 1
            if not (at > floor + 1 and tags[at - 1] in "pt" and tags[at - 2] in "PnCegv" and low[at - 1] in _OPEN_PP):
                if at > floor and tags[at - 1] == "d":
                    at -= 1
                break
            at -= 1
        elif tag in "pt":
            if at < end and at > floor + 1 and tags[at - 2] in "PnCeyg" and low[at - 1] in _OPEN_PP:
                at -= 1
            else:
                break
        elif tag in "eg":
            if at > floor + 1 and tags[at - 2] in "nPdrc" and at < end:
                at -= 1
            elif at > floor + 1 and tags[at - 2] in "d":
                at -= 1
            elif at < end and low[at] in grammar.roles and (at - 1 == floor or tags[at - 2] in "q,"):
                at -= 1
            else:
                break
        elif tag == "v" and low[at - 1].endswith("ing") and at > floor + 1 and (
            tags[at - 2] == "y" or (at < end and tags[at] in "nP" and tags[at - 2] in "nPd")
        ):
            at -= 1
        elif tag == "r" and at < end and at > floor + 1 and tags[at] in "ne" and tags[at - 2] in "d":
            at -= 1
        elif tag == "c" and at < end and at > floor + 1 and tags[at - 2] in "Pnh" and tags[at] in "Pnd":
            if tags[at - 2] == "h" and low[at - 1] == "and":
                at -= 2
                break
            if low[at - 1] not in ("and", "&") or (tags[at - 2] == "P") != (tags[at] == "P"):
                break
            at -= 1
        else:
            break
    while at < end and tags[at] in "cyreg" and not (at + 1 < end and (tags[at] == "e" or low[at + 1] in grammar.roles)):
        at += 1
    if at >= end:
        return None
    return _without_lead(unit, at, end, floor, grammar)


def _without_lead(unit: Unit, at: int, end: int, floor: int, grammar: SpeechGrammar) -> tuple[int, int]:
    """Cut an introduction that runs into a name without a comma ("In the debate Lee said")."""
    tags, low = unit.tags, unit.low
    led = at > floor and tags[at - 1] in "pt"
    if not led or tags[end - 1] != "P":
        return at, end
    name = end
    while name > at and (tags[name - 1] == "P" or low[name - 1] in grammar.roles or low[name - 1] in grammar.modifiers):
        name -= 1
    return (name, end) if name > at else (at, end)


def phrase_after(unit: Unit, start: int, grammar: SpeechGrammar) -> int:
    """The end of the noun phrase that begins at `start`; `start` itself where none does.

    It takes "of", "for" and "from" phrases along, and stops before a second determiner, a time, a verb or a mark.
    """
    tags, low = unit.tags, unit.low
    size = len(tags)
    at = start
    if at < size and tags[at] == "h":
        return at + 1
    while at < size and tags[at] in "dr" and at - start < 3:
        at += 1
    head = at
    while at < size:
        tag = tags[at]
        if tag in "PnC":
            if (
                tag == "n"
                and at > head
                and tags[at - 1] == "P"
                and low[at] not in grammar.commons
                and low[at].removesuffix("s") not in grammar.commons
                and not (at + 1 < size and tags[at + 1] in "P,.;:)")
            ):
                break
            at += 1
        elif tag == "y":
            at += 1
        elif tag in "eg" and at + 1 < size and tags[at + 1] in "nP" and (at == head or tags[at - 1] in "nCdy"):
            at += 1
        elif tag in "p" and at > head and low[at] in _INVERTED_PP and at + 1 < size and tags[at + 1] in "dPnC":
            at += 1
            while at < size and tags[at] == "d":
                at += 1
        elif tag == "c" and at > head and at + 1 < size and tags[at + 1] in "Pd" and low[at] in ("and", "&"):
            if tags[at + 1] == "d":
                break
            at += 1
        elif tag == "d" and at > head and tags[at - 1] == "y":
            at += 1
        else:
            break
    while at > head and tags[at - 1] in "cr":
        at -= 1
    return at if at > head else start


def subject_across_commas(unit: Unit, comma: int, grammar: SpeechGrammar, floor: int = 0) -> tuple[int, int] | None:
    """The noun phrase that an interpolation ending at `comma` belongs to.

    "Ann Lee, a professor of law, |said": steps left over appositions, relative clauses, ages and asides.
    """
    tags = unit.tags
    end = comma
    for _ in range(6):
        start = end
        depth = 0
        while start > floor:
            tag = tags[start - 1]
            if tag == ")":
                depth += 1
            elif tag == "(":
                depth = max(0, depth - 1)
            elif depth == 0 and (tag in ",-;:" or (tag == "q" and start - 1 in unit.closing)):
                break
            start -= 1
        if start == end:
            if start > floor and tags[start - 1] in ",-":
                end = start - 1
                continue
            return None
        if tags[end - 1] == ")" and (opening := tags.rfind("(", start, end)) > start:
            end = opening
        if not _is_aside(unit, start, end, floor):
            named = start > floor and tags[start - 1] == "," and tags[start - 2 : start - 1] == "n" and set(tags[start:end]) == {"P"}
            return phrase_before(unit, end, grammar, start) if end < comma or named else None
        if start <= floor or tags[start - 1] not in ",-":
            return None
        end = start - 1
    return None


def _is_aside(unit: Unit, start: int, end: int, floor: int) -> bool:
    """Whether ``[start, end)``, between commas, adds to what stands before it."""
    tags, low = unit.tags, unit.low
    first = tags[start]
    if start <= floor:
        return False
    if low[start] in ("who", "which", "whose", "whom", "where", "himself", "herself", "now", "then", "formerly"):
        return True
    if first in "psrgeCTtxcov":
        return True
    if tags[start - 1] in ",-" and start - 2 >= floor:
        before = tags[start - 2]
        led = _led(unit, start - 1, floor)
        if first in "dn" and before in "PnCy)" and not led:
            return True
        if first == "P" and before in "PnC" and not led and (end - start <= 2 or tags[start:end].count("P") < end - start):
            return True
    return False


def _led(unit: Unit, end: int, floor: int) -> bool:
    """Whether the stretch between marks that ends at `end` begins like an introduction ("On Monday")."""
    tags = unit.tags
    start = end
    while start > floor and tags[start - 1] not in ",-;:q":
        start -= 1
    return start < end and tags[start] in "psrgeTtc" and start == floor


def subject_of(unit: Unit, grammar: SpeechGrammar, start: int = 0) -> tuple[int, int] | None:
    """The first noun phrase of the sentence that is no part of an introduction."""
    tags, low = unit.tags, unit.low
    size = len(tags)
    at = start
    if not start and (dash := tags.find("-", 1, 14)) > 0 and tags[0] == "P" and not tags[:dash].strip("PTC,()."):
        at = dash + 1
    for _ in range(4):
        while at < size and tags[at] in "cr-.,:":
            at += 1
        if at >= size:
            return None
        if tags[at] in "psrgeTt" or (tags[at] == "v" and at == 0):
            comma = tags.find(",", at)
            closing = min((q for q in unit.closing if q > at), default=-1)
            if closing != -1 and (comma == -1 or closing < comma):
                comma = closing
            if comma == -1 or comma - at > 25:
                if tags[at] == "s" and low[at] in ("as", "while", "when", "if", "though", "although"):
                    at += 1
                    continue
                return None
            if tags[at] == "s" and comma - at > 2:
                inner = phrase_after(unit, at + 1, grammar)
                if inner > at + 1 and tags[comma + 1 : comma + 2] in ("h",):
                    at = comma + 1
                    continue
            at = comma + 1
            continue
        end = phrase_after(unit, at, grammar)
        if low[end : end + 1] in (["ago"], ["later"], ["earlier"], ["before"]) and tags[end + 1 : end + 2] in (",", "h", "P"):
            at = end + 1
            continue
        return (at, end) if end > at else None
    return None
