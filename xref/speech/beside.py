"""What stands beside a name: whether it shows a person, and the titles that it gives."""

import re

from xref.model.span import Span
from xref.speech.grammar import SpeechGrammar
from xref.speech.names import Reading

_AGE = re.compile(r",? \(?\d{2}\b|, (?:who|whose)\b")
_SPOKE = re.compile(r",? (?:said|says|told|added|tells|wrote|asked|explained|replied)\b")
_SPOKEN_BEFORE = re.compile(r"(?:said|says|told|asked|added|replied|wrote) $")
_APPOSED = re.compile(
    r", ((?:an?|the|its|his|her|their|who is|now|then) )?((?:[A-Za-z][\w.'’-]* ?){1,9})"
)
_APPOSITION_ENDS = frozenset(("and", "who", "from", "since", "with", "which", "when", "but"))
_WORD_BEFORE = re.compile(r"([A-Za-z.-]+)(,?) $")
_AFTER_APPOSED = frozenset(',.;:)”"—–-')
_PARTY = re.compile(r",? ?\(?([A-Z])-[A-Z]")


def person_beside(text: str, at: int, reading: Reading, grammar: SpeechGrammar) -> bool:
    """Whether what stands beside several unknown words shows a person."""
    if reading.name[0].lower() in grammar.place_starts:
        return False
    start, end = at + reading.start, at + reading.end
    after = text[end : end + 40]
    before = text[max(0, start - 24) : start]
    word = _WORD_BEFORE.search(before)
    led = word is not None and grammar.tags.get(word[1].lower()) == "p"
    if _AGE.match(after) or (_SPOKE.match(after) and not led):
        return True
    if _SPOKEN_BEFORE.search(before):
        return True
    if word and word[1].lower() in grammar.roles and (not word[2] or _stands_apposed(text, end)):
        return True
    return apposed_role(text, end, grammar) is not None


def _stands_apposed(text: str, end: int) -> bool:
    """Whether a mark follows the name that ends at `end`, as in "the mayor, Ann Lee, …"."""
    return text[end : end + 1] in _AFTER_APPOSED or text[end : end + 2] in (" (", " –", " —", " -")


def apposed_role(text: str, end: int, grammar: SpeechGrammar) -> Span | None:
    """The place of the role in apposition to a name that ends at `end`."""
    if text[end : end + 2] != ", ":
        return None
    found = _APPOSED.match(text, end, end + 90)
    if found is None:
        return None
    words = found[2].split()
    first = words[0].lower()
    titled = first in grammar.roles or first in grammar.modifiers or words[0][0].isupper()
    if not (found[1] or titled):
        return None
    at = found.start(2)
    stop, entitled = at, False
    for word in words:
        low = word.lower()
        if low in _APPOSITION_ENDS:
            break
        entitled = entitled or low.strip(".") in grammar.roles
        at = text.index(word, at) + len(word)
        if low not in ("of", "at", "for", "in", "to", "the", "a"):
            stop = at
    return Span(found.start(2), stop) if entitled else None


def role_before(text: str, at: int, reading: Reading, grammar: SpeechGrammar) -> Span | None:
    """The uncapitalised title before a name ("former senator Ann Lee", "the mayor, Ann Lee,")."""
    stop = at + reading.start - 1
    if stop < 1 or text[stop] != " ":
        return None
    if text[stop - 1] == "," and _stands_apposed(text, at + reading.end):
        stop -= 1
    begin = stop
    while (space := text.rfind(" ", max(0, begin - 24), begin)) != -1:
        low = text[space + 1 : begin].lower()
        if not (low in grammar.roles or (begin < stop and low in grammar.modifiers)):
            break
        begin = space
    return Span(begin + 1, stop) if begin < stop else None


def party_after(text: str, end: int, grammar: SpeechGrammar) -> str | None:
    """The party that stands behind a lawmaker's name ("Ann Lee (D-Alden)", "Ann Lee, R-Alden")."""
    found = _PARTY.match(text, end, end + 6)
    return grammar.parties.get(found[1]) if found else None
