"""Whole sentences that are known by their wording.

A phrase is written in lower case with straight apostrophes. `~` stands for any words, `#` for a
number, ``(a|b)`` for one of several, ``(a|)`` for one that may be absent.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

_EDGES = " \t\u00a0.,:;!?…*[]()<>»«•·|–—-_\"'“”‘’+"
_CHOICE = re.compile(r"\(([^()]*)\)")
_MARKS = re.compile(r"[~#()|]")
_NUMBER = r"\d[\d.,]*[km]?"
_DIGIT = "#"
"""The key of the phrases that begin with a number."""
_LONGEST = 400
"""Characters above which a sentence is not looked at: no phrase of a web page is so long."""
_SHORT = 60
"""Characters up to which a sentence may be a phrase without a gap."""
_QUOTES = frozenset('"“‘«\x93')
_FIRST = re.compile(r"[^\w©>]*(©|>>|\d|[^\W\d_][\w'’.-]*)")
_SMOOTH = str.maketrans(
    {"’": "'", "‘": "'", "\x92": "'", "“": '"', "”": '"', "©": "© "}
    | dict.fromkeys("()[]{}\u00a0", " ")
    | dict.fromkeys("–—|>•·»", "-")
)


def smooth(sentence: str) -> str:
    """A lower-case sentence as phrases are written: straight marks, no brackets, bare edges."""
    return " ".join(sentence.translate(_SMOOTH).split()).strip(_EDGES)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of several kinds, found by the first word of a sentence.

    `exact` holds those without a gap; `opening`, by their first word, one expression of all others
    with a group for each kind; `free` those that begin with a gap, by words that they hold.
    """

    exact: Mapping[str, str]
    opening: Mapping[str, str]
    free: Mapping[str, str]

    def kind(self, sentence: str) -> str | None:
        """The kind of a sentence, ``None`` where no phrase is the whole of it.

        What stands in quote marks is someone's words, and of no kind unless known word by word.
        """
        if len(sentence) > _LONGEST:
            return None
        low = sentence.lower()
        found = _FIRST.match(low)
        if found is None:
            return None
        first = _DIGIT if found[1].isdigit() else found[1]
        if first not in self.opening and len(sentence) > _SHORT and not self._may_be_free(low):
            return None
        smoothed = smooth(low)
        if sentence[0] in _QUOTES:
            return self.exact.get(smoothed)
        return self._of(smoothed)

    def _may_be_free(self, low: str) -> bool:
        for held in self.free:  # noqa: SIM110 - a generator would cost more than the search
            if held in low:
                return True
        return False

    def _of(self, smoothed: str) -> str | None:
        known = self.exact.get(smoothed)
        if known is not None:
            return known
        first = smoothed.partition(" ")[0].rstrip(":,")
        source = self.opening.get(_DIGIT if first[:1].isdigit() else first)
        if source is not None:
            found = _compiled(source).fullmatch(smoothed)
            if found:
                return found.lastgroup
        for held, source in self.free.items():
            if held in smoothed:
                found = _compiled(source).fullmatch(smoothed)
                if found:
                    return found.lastgroup
        return None


def compile_phrases(kinds: Mapping[str, Iterable[str]]) -> Phrases:
    """Compile the phrases of each kind; of two kinds that share one, the first has it."""
    exact: dict[str, str] = {}
    opening: dict[str, dict[str, list[str]]] = {}
    free: dict[str, dict[str, list[str]]] = {}
    for kind, phrases in kinds.items():
        for phrase in map(str, phrases):
            if "~" not in phrase and "#" not in phrase:
                for each in _expanded(phrase, -1):
                    exact.setdefault(each.strip(_EDGES), kind)
                continue
            for each in _expanded(phrase, 1 if phrase.startswith("(") else 0):
                first = each.partition(" ")[0].rstrip(":,")
                if first == "~":
                    held = max(_MARKS.split(_CHOICE.sub("~", each)), key=len).strip()
                    free.setdefault(held, {}).setdefault(kind, []).append(_source(each))
                else:
                    key = _DIGIT if first.startswith("#") else first
                    opening.setdefault(key, {}).setdefault(kind, []).append(_source(each))
    return Phrases(
        exact,
        opening={first: _joined(by) for first, by in opening.items()},
        free={held: _joined(by) for held, by in free.items()},
    )


@cache
def _compiled(source: str) -> re.Pattern[str]:
    """A pattern, compiled when a text first needs it."""
    return re.compile(source)


def _joined(by_kind: Mapping[str, Iterable[str]]) -> str:
    return "|".join(f"(?P<{kind}>{'|'.join(sources)})" for kind, sources in by_kind.items())


def _expanded(phrase: str, choices: int) -> Iterator[str]:
    """The phrase once for each way through its first so many choices, all for -1."""
    parts = _CHOICE.split(phrase, 0 if choices < 0 else choices) if choices else [phrase]
    ways = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    for way in product(*ways):
        yield " ".join("".join(way).split())


def _source(phrase: str) -> str:
    """The regular expression of one phrase; a gap holds at least one word, at the end also none."""
    body = phrase.removesuffix("~").rstrip()
    out = ""
    for place, part in enumerate(_CHOICE.split(body)):
        if place % 2:
            each = "|".join(_escaped(choice) for choice in part.split("|") if choice.strip())
            absent = any(not choice.strip() for choice in part.split("|"))
            spaced = out.endswith("\\ ")
            group = f"(?:\\ (?:{each}))" if absent and spaced else f"(?:{each})"
            out = (out.removesuffix("\\ ") if absent else out) + group + ("?" if absent else "")
        else:
            out += _escaped(part)
    return out + (r"(?:\W.*)?" if phrase.endswith("~") else "")


def _escaped(words: str) -> str:
    return re.escape(words).replace(r"\~", ".+").replace("~", ".+").replace(r"\#", _NUMBER)
