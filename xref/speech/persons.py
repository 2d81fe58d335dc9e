"""The persons of an article: every name grouped under its fullest form."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from xref.model.article import Field
from xref.model.span import Span
from xref.speech.grammar import SpeechGrammar
from xref.speech.names import SUFFIXES, Kind, Reading, read_name
from xref.speech.saying import Mentioned

_AGE = re.compile(r",? \(?\d{2}\b|, (?:who|whose)\b")
_SPOKE = re.compile(r",? (?:said|says|told|added|tells|wrote|asked|explained|replied)\b")
_SPOKEN_BEFORE = re.compile(r"(?:said|says|told|asked|added|replied|wrote) $")
_ROLE_AFTER = re.compile(r", (?:a|an|the|its|his|her|their|who is|now|then)?((?: ?[A-Za-z][\w.'’-]*){1,8})")
_BEFORE = re.compile(r"([A-Za-z.-]+) $")


@dataclass(slots=True)
class Person:
    """One person while the registry grows."""

    first: str
    last: str
    name: str
    gender: str | None = None
    forms: dict[str, None] = field(default_factory=dict)
    titles: list[tuple[str, Field, Span]] = field(default_factory=list)
    full: int = 0
    born: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person is named; `full` where more than the surname stands."""

    start: int
    end: int
    person: int
    full: bool
    whole_start: int


@dataclass(slots=True)
class Registry:
    """The persons of an article and the places where they are named, in order, by field."""

    grammar: SpeechGrammar
    persons: list[Person] = field(default_factory=list)
    mentions: dict[Field, list[Mention]] = field(default_factory=dict)
    starts: dict[Field, list[int]] = field(default_factory=dict)
    surnames: dict[str, list[int]] = field(default_factory=dict)
    firsts: dict[str, list[int]] = field(default_factory=dict)

    def within(self, part: Field, start: int, end: int) -> list[Mention]:
        """The mentions that begin in ``[start, end)``."""
        starts = self.starts[part]
        return self.mentions[part][bisect_left(starts, start) : bisect_left(starts, end)]

    def add(self, reading: Reading, at: int) -> int:
        """The person that a full name belongs to, new or known."""
        name = [w for w in reading.name if w.lower() not in SUFFIXES]
        first, last = name[0], name[-1]
        for index in self.surnames.get(last, ()):
            person = self.persons[index]
            if _same_first(person.first, first) and _genders_fit(person.gender, reading.gender):
                if len(first.strip(".")) > len(person.first.strip(".")) or not person.first:
                    person.first, person.name = first, " ".join(reading.name)
                person.gender = person.gender or reading.gender
                return index
        for index in self.firsts.get(first, ()):
            person = self.persons[index]
            if first in self.grammar.given and _spelling(person.last, last):
                self.surnames.setdefault(last, []).append(index)
                return index
        person = Person(first, last, " ".join(reading.name), reading.gender, born=at)
        self.persons.append(person)
        index = len(self.persons) - 1
        self.surnames.setdefault(last, []).append(index)
        if "-" in last:
            self.surnames.setdefault(last.rpartition("-")[2], []).append(index)
        self.firsts.setdefault(first, []).append(index)
        if len(name) > 2:
            for middle in name[1:-1]:
                if len(middle) > 2 and middle[0].isupper():
                    self.firsts.setdefault(middle, []).append(index)
        return index

    def by_surname(self, word: str, gender: str | None) -> int | None:
        """The person whom a bare surname (or first name) means: of several the one most often named in full."""
        found = [i for i in self.surnames.get(word, ()) if _genders_fit(self.persons[i].gender, gender)]
        if not found:
            found = [i for i in self.firsts.get(word, ()) if _genders_fit(self.persons[i].gender, gender)]
        if not found:
            return None
        if len(found) > 1 and gender:
            sure = [i for i in found if self.persons[i].gender == gender]
            found = sure or found
        return max(found, key=lambda i: (self.persons[i].full, -self.persons[i].born))


def _genders_fit(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _same_first(one: str, other: str) -> bool:
    """Whether two given names can be one person's: equal, an initial, a short form or another spelling."""
    if not one or not other or one == other:
        return True
    a, b = sorted((one.lower().strip("."), other.lower().strip(".")), key=len)
    if b.startswith(a) and (len(a) == 1 or len(a) > 2):
        return True
    return _spelling(a, b)


def _spelling(one: str, other: str) -> bool:
    """Whether two words are one in two romanisations: one letter apart, the first two letters equal."""
    if one == other:
        return True
    if one[:2] != other[:2] or abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 5:
        return False
    head = 0
    shorter = min(len(one), len(other))
    while head < shorter and one[head] == other[head]:
        head += 1
    a, b = one[head:], other[head:]
    if len(a) == len(b):
        return a[1:] == b[1:] and set(a[:1] + b[:1]) <= set("iyejuvwksc")
    longer, other_part = (a, b) if len(a) > len(b) else (b, a)
    return longer[1:] == other_part and longer[0] in "iyejh'"


def read_persons(parts: Sequence[tuple[Field, str, Sequence[Span]]], grammar: SpeechGrammar) -> Registry:
    """The registry of an article; `parts` are its fields with the spans of their blocks, in order."""
    registry = Registry(grammar)
    cache: dict[str, Reading] = {}
    sequences: dict[Field, list[tuple[int, str]]] = {}
    for part, text, spans in parts:
        found: list[tuple[int, str]] = []
        for span in spans:
            for match in grammar.names.finditer(text, span.start, span.end):
                found.append((match.start(), match.group()))
        sequences[part] = found
        for _, sequence in found:
            if sequence not in cache:
                cache[sequence] = read_name(sequence, grammar)
    _promote(parts, sequences, cache, grammar)
    _register(sequences, cache, registry)
    _mention(parts, sequences, cache, registry)
    return registry


def _promote(
    parts: Sequence[tuple[Field, str, Sequence[Span]]],
    sequences: dict[Field, list[tuple[int, str]]],
    cache: dict[str, Reading],
    grammar: SpeechGrammar,
) -> None:
    """Take several unknown words for a person where what stands beside them shows it."""
    for part, text, _ in parts:
        for start, sequence in sequences[part]:
            reading = cache[sequence]
            if reading.kind is not Kind.MAYBE:
                continue
            if _person_beside(text, start + reading.start, start + reading.end, grammar):
                cache[sequence] = Reading(
                    Kind.FULL, reading.start, reading.end, reading.name, reading.title,
                    reading.title_start, reading.gender, reading.honorific,
                )  # fmt: skip


def _person_beside(text: str, start: int, end: int, grammar: SpeechGrammar) -> bool:
    first = text[start:end].split(" ", 1)[0].lower()
    if first in grammar.place_starts:
        return False
    after = text[end : end + 40]
    if _AGE.match(after) or _SPOKE.match(after):
        return True
    before = text[max(0, start - 24) : start]
    if _SPOKEN_BEFORE.search(before):
        return True
    word = _BEFORE.search(before)
    if word and word[1].lower() in grammar.roles:
        return True
    role = _ROLE_AFTER.match(text[end : end + 90])
    return bool(role) and any(w.lower().strip(".") in grammar.roles for w in role[1].split())


def _register(
    sequences: dict[Field, list[tuple[int, str]]], cache: dict[str, Reading], registry: Registry
) -> None:
    at = 0
    for found in sequences.values():
        for _, sequence in found:
            reading = cache[sequence]
            at += 1
            if reading.kind is Kind.FULL:
                registry.persons[registry.add(reading, at)].full += 1
    for found in sequences.values():
        for _, sequence in found:
            reading = cache[sequence]
            at += 1
            if reading.kind is Kind.SINGLE and reading.title:
                word = reading.name[0]
                if registry.by_surname(word, reading.gender) is None and word not in registry.firsts:
                    index = len(registry.persons)
                    registry.persons.append(Person("", word, word, reading.gender, born=at))
                    registry.surnames.setdefault(word, []).append(index)


def _mention(
    parts: Sequence[tuple[Field, str, Sequence[Span]]],
    sequences: dict[Field, list[tuple[int, str]]],
    cache: dict[str, Reading],
    registry: Registry,
) -> None:
    for part, text, _ in parts:
        mentions: list[Mention] = []
        for start, sequence in sequences[part]:
            reading = cache[sequence]
            if reading.kind is Kind.NONE:
                continue
            if reading.kind is Kind.FULL:
                index: int | None = registry.add(reading, 0)
            elif reading.kind is Kind.SINGLE:
                index = registry.by_surname(reading.name[0], reading.gender)
            else:
                index = registry.by_surname(reading.name[-1], None)
                if index is not None and reading.kind is Kind.MAYBE:
                    index = None
            if index is None:
                continue
            person = registry.persons[index]
            person.gender = person.gender or reading.gender
            person.forms.setdefault(" ".join(reading.name))
            if reading.title and not reading.honorific:
                where = Span(start + reading.title_start, start + reading.start)
                title = text[where.start : where.end].rstrip()
                person.titles.append((title, part, Span(where.start, where.start + len(title))))
            mentions.append(
                Mention(
                    start + reading.start, start + reading.end, index,
                    reading.kind is Kind.FULL, start + reading.title_start,
                )  # fmt: skip
            )
        registry.mentions[part] = mentions
        registry.starts[part] = [m.start for m in mentions]


def mentioned(registry: Registry) -> tuple[Mentioned, ...]:
    """The registry as published: persons in order of first mention."""
    places: dict[int, list[tuple[Field, Span]]] = {}
    for part, mentions in registry.mentions.items():
        for mention in mentions:
            places.setdefault(mention.person, []).append((part, Span(mention.start, mention.end)))
    out = []
    for index, where in places.items():
        person = registry.persons[index]
        aliases = tuple(form for form in person.forms if form != person.name)
        out.append(Mentioned(person.name, aliases, tuple(person.titles), tuple(where), person.gender))
    return tuple(out)
