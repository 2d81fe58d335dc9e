"""Sentences as tokens with one-letter tags; what stands inside quote marks is one token.

Tags: ``P`` capitalised name, ``n`` other word (noun, adjective, unknown verb), ``C`` number, ``d`` determiner,
``h`` subject pronoun, ``o`` object pronoun, ``p`` preposition, ``t`` to, ``c`` conjunction, ``s`` subordinator,
``x`` auxiliary or negation, ``b`` verb that reports nothing, ``v`` verb that may report, ``e`` word in -ed,
``g`` word in -ing, ``r`` adverb, ``T`` time word, ``y`` possessive, ``q`` quotation, ``,`` ``.`` ``:`` ``;`` ``-`` ``(`` ``)``
``'`` marks, ``?`` any other mark. Regular expressions over the string of tags find phrases.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from xref.model.span import Span
from xref.speech.grammar import SpeechGrammar
from xref.speech.marks import Marked

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|[@#]?[^\W_]+(?:(?:[-.&/]|['’](?!(?:[sSdmDM]|ll|re|ve)(?![^\W_])))[^\W_]+)*\.?"
    r"|['’](?:[sSdmDM]|ll|re|ve)(?![^\W_])|--+|\.{2,}|[^\w\s]"
)
_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", "--": "-", "—": "-", "–": "-", "-": "-",
    "―": "-", ".": ".", "!": ".", "?": ".", "…": ".", "'s": "y", "’s": "y", "'": "'", "’": "'",
    "$": "C", "£": "C", "€": "C", "&": "c", "’S": "y", "'S": "y",
}  # fmt: skip


@dataclass(slots=True)
class Unit:
    """One sentence, or several that a quotation joins.

    `low` holds the words lower-cased with straight apostrophes; `tags` one letter a token; `quotes` maps the
    index of a ``q`` token to the number of its quotation, `closing` holds those whose last mark promises a cue.
    """

    number: int
    block: int
    span: Span
    low: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    tags: str = ""
    quotes: dict[int, int] = field(default_factory=dict)
    closing: set[int] = field(default_factory=set)
    title_case: bool = False

    def chars(self, first: int, last: int) -> Span:
        """The span of the tokens ``[first, last)``."""
        return Span(self.starts[first], self.ends[last - 1])


def tokenise(
    unit: Unit,
    text: str,
    marked: Sequence[Marked],
    numbers: Sequence[int],
    surnames: Container[str],
    grammar: SpeechGrammar,
) -> None:
    """Fill `unit` with its tokens; `numbers` are the quotations that lie in it, in order."""
    starts, ends, words = unit.starts, unit.ends, []
    at, stop = unit.span
    for number in numbers:
        outer = marked[number].outer
        if outer.start >= at:
            for match in _TOKEN.finditer(text, at, outer.start):
                starts.append(match.start())
                ends.append(match.end())
                words.append(match.group())
        unit.quotes[len(words)] = number
        starts.append(max(outer.start, at))
        ends.append(outer.end)
        words.append('"')
        if text[marked[number].inner.end - 1] in ",?!—-" or text[outer.end : outer.end + 1] == ",":
            unit.closing.add(len(words) - 1)
        at = outer.end
    for match in _TOKEN.finditer(text, at, stop):
        starts.append(match.start())
        ends.append(match.end())
        words.append(match.group())
    _trim_final_dots(unit, words)
    unit.title_case = _title_case(words)
    _tag(unit, words, surnames, grammar)


def _trim_final_dots(unit: Unit, words: list[str]) -> None:
    """Take the full stop off a word that ends the sentence or stands before a quotation."""
    last = len(words) - 1
    for k in (last, *(q - 1 for q in unit.quotes if q)):
        word = words[k] if k >= 0 else ""
        if len(word) > 2 and word[-1] == "." and word[0].isalnum() and "." not in word[:-1]:
            words[k] = word[:-1]
            unit.ends[k] -= 1


def _title_case(words: Sequence[str]) -> bool:
    """Whether the sentence is set like a headline: nearly every longer word has a capital."""
    longer = [w for w in words if len(w) > 3 and w[0].isalpha()]
    return len(longer) >= 4 and sum(w[0].isupper() for w in longer) >= 0.8 * len(longer)


def _tag(unit: Unit, words: Sequence[str], surnames: Container[str], grammar: SpeechGrammar) -> None:
    tags: list[str] = []
    low = unit.low
    known = grammar.tags
    opening = first_word = True
    for word in words:
        first = word[0]
        if not (first.isalnum() or first in "@#"):
            low.append(word.replace("’", "'"))
            tag = "q" if word == '"' and len(low) - 1 in unit.quotes else _PUNCTUATION.get(word, "?")
            if len(word) > 1 and word[1:].isalpha() and tag == "?":
                tag = "x"
            if word[0] == "-" and word != "-":
                tag = "-"
            tags.append(tag)
            opening = opening or tag in ".:q-"
            first_word = tag in ".:-" or (first_word and tag != "q")
            continue
        lower = word.lower().replace("’", "'")
        low.append(lower)
        if first.isdigit():
            tag = "C"
        elif first.isupper() or first in "@#":
            tag = known.get(lower, "")
            if tag not in ("d", "h") or not (opening or tag == "h" or lower in ("the", "a", "an")):
                if opening and (tag and tag in "pscxrto" or lower in grammar.openers) and word not in surnames:
                    tag = tag or "n"
                elif unit.title_case and tag and not word.isupper():
                    pass
                elif opening and word not in surnames and (kind := _opening(lower, words, len(low), first_word, grammar)):
                    tag = kind
                else:
                    tag = "T" if tag == "T" and not word.isupper() else "P"
            if word == "I":
                tag = "h"
        else:
            tag = known.get(lower, "")
            if not tag:
                tag = _by_ending(lower)
        tags.append(tag)
        opening = first_word = False
        if lower in ("least", "most") and low[-2:-1] == ["at"]:
            tags[-2:] = "rr"
    _settle_nouns(tags, low, grammar)
    unit.tags = "".join(tags)


def _settle_nouns(tags: list[str], low: list[str], grammar: SpeechGrammar) -> None:
    """Retag forms that are noun and verb ("report", "claims") as nouns where what stands around them says so."""
    last = len(tags) - 1
    for k, tag in enumerate(tags):
        if tag == "s" and low[k] == "that" and k < last and tags[k + 1] == "T":
            tags[k] = "d"
        if tag == "d" and low[k] == "her" and (k == last or tags[k + 1] in "hsqt,.:;xTpdb"):
            tags[k] = "o"
        if tag in "vg" and low[k].endswith("ing") and k and tags[k - 1] == "d" and (k == last or tags[k + 1] in ".,xp;b"):
            tags[k] = "n"
        if tag != "v" or not grammar.verbs[low[k]].noun or not k:
            continue
        before, after = tags[k - 1], tags[k + 1] if k < last else "."
        if before in "dyp" or (before == "C" and after != "s") or (before in "neg" and after in "p.,vxtbc;)y"):
            tags[k] = "n"
        elif before in "neg" and low[k - 1] not in grammar.commons and low[k - 1].removesuffix("s") not in grammar.commons:
            tags[k] = "n"


def _opening(
    word: str, words: Sequence[str], following: int, first: bool, grammar: SpeechGrammar
) -> str:
    """The tag of a sentence's first word where it is plainly no name, else nothing."""
    after = words[following] if following < len(words) else ""
    if after[:1].isupper() and after != "I":
        return ""
    if word in grammar.commons:
        return "n"
    if first and len(word) > 5 and word.endswith(("ing", "ed")):
        return grammar.tags.get(word) or ("g" if word.endswith("g") else "e")
    return ""


def _by_ending(word: str) -> str:
    """The tag of an unlisted word from its ending."""
    if len(word) > 4:
        if word.endswith("ly"):
            return "r"
        if word.endswith("ed"):
            return "e"
        if word.endswith("ing"):
            return "g"
    return "n"
