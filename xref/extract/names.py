"""The names of a sentence, and what short forms stand for in an article.

An article says "the Corran Pact" once and "the alliance" or "the Pact" from then on, and
"Norvanian" for what is Norvania's: all resolve to the name as the article first gives it in full.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import dropwhile
from typing import Any, NamedTuple

from xref.extract.words import Words

_LINKS = frozenset(["of", "for", "and", "on", "in"])
_OF = frozenset(["of", "for"])
_PLACED = frozenset(["in", "at", "near", "outside"])
_NONE: frozenset[str] = frozenset()
_CAPITAL = r"[A-Z][\w'’-]{0,80}"
"""A bound keeps a megabyte of letters from being read once for each capital in it."""
_CAPITALS = re.compile(rf"{_CAPITAL}(?:\s(?:[A-Z]\.)*{_CAPITAL})+")
# Looking behind the capital and not before it lets the search pass over all else at once.
_SINGLE = re.compile(r"[A-Z](?<!\w.)[\w’'-]{2,}")
_INSIDE = re.compile(r"[A-Z](?<=[a-z,] .)[\w'’.-]*")
_ADJECTIVE = re.compile(r"(?:ian|ean|an|ish|ese|ic|ite|er|i)s?$")
_ENDINGS = ("an", "ish", "ese", "ic", "ite", "er", "i")
_ADJECTIVES = (*_ENDINGS, *(f"{end}s" for end in _ENDINGS))
_ROOT = 4
"""Letters that an adjective and its country's name share at least."""
_LONGER = 2
"""Letters by which a country's name is longer than that root at most."""


@dataclass(frozen=True, slots=True)
class NameWords:
    """The lexicons of names, compiled: all keys are lower case.

    `country` has adjectives and short forms of countries, `organisation` forms of
    organisations; `heads` and `offices` nouns after which a name goes on with "of" or "for";
    `generic` a noun to the kind that it stands for; `kinds` an organisation to the kind that it is;
    `never` words with a capital that are no part of a name;
    `prepositions` words behind which a name is not the subject of its clause.
    """

    country: Mapping[str, str]
    organisation: Mapping[str, str]
    heads: frozenset[str]
    offices: frozenset[str]
    generic: Mapping[str, str]
    kinds: Mapping[str, str]
    never: frozenset[str]
    prepositions: frozenset[str]

    def links(self, head: str) -> frozenset[str]:
        """The words over which a name goes on behind the noun `head`."""
        if head in self.heads:
            return _LINKS
        return _OF if head in self.offices else _NONE


def compile_names(
    demonyms: Mapping[str, Any],
    organisations: Mapping[str, Any],
    naming: Mapping[str, Any],
    function_words: Mapping[str, Any],
) -> NameWords:
    """Compile the lexicons of countries, organisations, what is no name, and closed classes."""
    classes = ("determiners", "pronouns", "prepositions")
    closed = " ".join(function_words[each] for each in classes)
    known = organisations["known"]
    generic = {noun: kind for kind, nouns in organisations["generic"].items() for noun in nouns}
    return NameWords(
        country={
            form.lower(): country
            for country, forms in demonyms["countries"].items()
            for form in (country, *forms, *demonyms["seats"].get(country, ()))
        },
        organisation={form: name for name, entry in known.items() for form in entry["forms"]},
        heads=frozenset(organisations["heads"]),
        offices=frozenset(organisations["offices"]),
        generic=generic,
        kinds={name: generic.get(entry["noun"], entry["noun"]) for name, entry in known.items()},
        never=frozenset([*naming["openers"].split(), *closed.split()]),
        prepositions=frozenset(naming["prepositions"].split()),
    )


def bare(word: str) -> str:
    """A word without its possessive."""
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")


Place = tuple[int, int]
"""A half-open range of the tokens of a sentence."""


class Chunks(NamedTuple):
    """The capitalised names of one sentence, in order; `placed` are those that "in" leads."""

    all: tuple[Place, ...]
    starts: tuple[int, ...]
    placed: tuple[Place, ...]

    def at(self, k: int) -> Place | None:
        """The name that token `k` belongs to."""
        before = self.before(k)
        return self.all[before] if before >= 0 and k < self.all[before][1] else None

    def before(self, k: int) -> int:
        """The index of the last name that begins at token `k` or before it; -1 if none."""
        return bisect_right(self.starts, k) - 1

    def placed_near(self, k: int) -> Place | None:
        """The name of a place that begins nearest to token `k`, the earlier of two as near."""
        behind = bisect_right(self.placed, (k,))
        return min(
            self.placed[max(0, behind - 1) : behind + 1],
            key=lambda place: abs(place[0] - k),
            default=None,
        )


def chunks(words: Words, known: NameWords) -> Chunks:
    """The capitalised names of a sentence.

    A name goes on over "of", "for" and "and" behind a noun that heads organisations, and ends
    at a possessive.
    """
    found = tuple(_chunks(words, known))
    placed = tuple(place for place in found if _is_placed(words, place[0]))
    return Chunks(found, tuple(place[0] for place in found), placed)


def _is_placed(words: Words, first: int) -> bool:
    k = first - 1
    if k > 0 and words.lower[k] == "the":
        k -= 1
    return k >= 0 and words.lower[k] in _PLACED


def _chunks(words: Words, known: NameWords) -> Iterator[Place]:
    raw, lower = words.raw, words.lower
    k, n = 0, len(raw)
    while k < n:
        if not raw[k][0].isupper() or bare(lower[k]) in known.never:
            k += 1
            continue
        end, links = k + 1, known.links(bare(lower[k]))
        while end < n and not raw[end - 1].endswith(("'s", "’s")):
            if raw[end][0].isupper() and bare(lower[end]) not in known.never:
                links = links or known.links(bare(lower[end]))
                end += 1
            elif _goes_on(words, end, links, known.never):
                end += 2
            else:
                break
        yield k, end
        k = end


def _goes_on(words: Words, k: int, links: frozenset[str], never: frozenset[str]) -> bool:
    if words.lower[k] not in links or k + 1 >= len(words.raw):
        return False
    return words.raw[k + 1][0].isupper() and bare(words.lower[k + 1]) not in never


@dataclass(slots=True)
class ArticleNames:
    """What short forms stand for in one article; keys are lower case."""

    words: NameWords
    full: Mapping[str, str]
    """The last word of a longer name, or an adjective, to the name."""
    kinds: Mapping[str, str]
    """A kind of organisation to the one of the article that is meant."""
    inside: frozenset[str]
    """Capitalised words that stand within a sentence: no sentence's first word alone."""
    _bodies: tuple[tuple[str, str], ...] | None = field(default=None, init=False)

    def bodies(self) -> tuple[tuple[str, str], ...]:
        """Every form that stands for an organisation, with the name it stands for; read once."""
        if self._bodies is None:
            told = frozenset(self.kinds.values())
            forms = (*self.full, *self.words.generic, *self.words.organisation)
            resolved = ((form, self.resolve(form)) for form in forms)
            self._bodies = tuple(
                (form, name) for form, name in resolved if name in told or name in self.words.kinds
            )
        return self._bodies

    def is_name(self, words: Words, chunk: Place) -> bool:
        """Whether a chunk is a name, not just the capital of a sentence's first word."""
        if chunk != (0, 1):
            return True
        low = bare(words.lower[0])
        if low in self.inside or low in self.words.country or low in self.words.organisation:
            return True
        return not low.endswith(("s", "ing", "one"))

    def resolve(self, name: str) -> str:
        """A name or generic noun as the article's fullest form of it, else as it is."""
        low = name.lower()
        for form in (low, low.removeprefix("the "), f"{low}."):
            if form in self.words.organisation:
                return self.words.organisation[form]
            if form in self.words.country:
                return self.words.country[form]
            if form in self.full:
                return self.full[form]
            kind = self.words.generic.get(form)
            if kind is not None and kind in self.kinds:
                return self.kinds[kind]
        return name


def article_names(text: str, words: NameWords) -> ArticleNames:
    """Read an article's capitalised sequences once; the body told most stands for its kind."""
    full: dict[str, str] = {}
    bodies: dict[str, Counter[str]] = {}
    singles: dict[str, str] = {}
    for whole, last in _bodies(text, words):
        full.setdefault(last, whole)
        bodies.setdefault(words.generic[last], Counter())[whole] += 1
    for word in map(bare, dict.fromkeys(_SINGLE.findall(text))):
        singles.setdefault(word.lower(), word)
    low = text.lower()
    for form, name in words.organisation.items():
        if form in singles or (" " in form and form in low):
            bodies.setdefault(words.kinds[name], Counter())[name] += low.count(form)
    kinds = {kind: max(sorted(names), key=names.__getitem__) for kind, names in bodies.items()}
    full.update(_adjectives(singles))
    inside = frozenset([bare(word).lower() for word in set(_INSIDE.findall(text))])
    return ArticleNames(words, full, kinds, inside)


def _bodies(text: str, words: NameWords) -> Iterator[tuple[str, str]]:
    """The capitalised sequences that end in a generic noun of organisations, with that noun."""
    for sequence in _CAPITALS.findall(text):
        parts = sequence.split()
        last = bare(parts[-1])
        if last.lower() not in words.generic:
            continue
        parts = list(dropwhile(lambda part: part.lower() in words.never, parts))
        if len(parts) > 1 and not parts[0].isupper():
            yield " ".join([*parts[:-1], last]), last.lower()


def _adjectives(singles: Mapping[str, str]) -> dict[str, str]:
    """Adjectives to the names that they are made from ("norvanian" to "Norvania")."""
    ends = ((low, _ADJECTIVE.search(low)) for low in singles if low.endswith(_ADJECTIVES))
    roots = {low: low[: end.start()] for low, end in ends if end and end.start() >= _ROOT - 1}
    longer: dict[str, list[str]] = {root: [] for root in roots.values()}
    for low in singles:
        for size in range(len(low) - _LONGER, len(low) + 1):
            if low[:size] in longer:
                longer[low[:size]].append(low)
    out: dict[str, str] = {}
    for low, root in roots.items():
        for other in longer[root]:
            made = other != low and other[:_ROOT] == low[:_ROOT]
            if made and (len(other) < len(low) or not _ADJECTIVE.search(other)):
                out[low] = singles[other]
                break
    return out
