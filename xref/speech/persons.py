"""The persons of an article: every name grouped under its fullest form."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from xref.language.months import MONTH_NAMES, is_dated
from xref.model.article import Field
from xref.model.span import Span
from xref.speech.beside import apposed_role, party_after, person_beside, role_before
from xref.speech.grammar import SUFFIXES, SpeechGrammar
from xref.speech.names import Kind, Reading, read_name, sequences_of
from xref.speech.saying import Mentioned

Part = tuple[Field, str, Sequence[Span]]
"""A field of the article, its text, and the spans of its blocks."""

_NEAR = 12
"""Characters before a name that may hold the word by which a month is dated."""
_MOST_NAMESAKES = 20
"""How many persons of one name are told apart."""
_SIMILAR = frozenset("iyejuvwksch'")


@dataclass(slots=True)
class Person:
    """One person while the registry grows; `full` counts the mentions by more than a surname."""

    first: str
    last: str
    name: str
    gender: str | None = None
    forms: dict[str, None] = field(default_factory=dict)
    titles: list[tuple[str, Field, Span]] = field(default_factory=list)
    full: int = 0
    born: int = 0


class Mention(NamedTuple):
    """A place where a person is named; `full` where more than the surname stands.

    `whole_start` is where the title before the name begins.
    """

    start: int
    end: int
    person: int
    full: bool
    whole_start: int


@dataclass(slots=True)
class Registry:
    """The persons of an article and the places where they are named, in order, by field.

    `titled` finds persons by a word of their titles, `places` holds where each is named.
    """

    grammar: SpeechGrammar
    persons: list[Person] = field(default_factory=list)
    mentions: dict[Field, list[Mention]] = field(default_factory=dict)
    starts: dict[Field, list[int]] = field(default_factory=dict)
    surnames: dict[str, list[int]] = field(default_factory=dict)
    firsts: dict[str, list[int]] = field(default_factory=dict)
    titled: dict[str, list[int]] = field(default_factory=dict)
    places: dict[Field, dict[int, list[int]]] = field(default_factory=dict)

    def within(self, part: Field, start: int, end: int) -> list[Mention]:
        """The mentions that begin in ``[start, end)``."""
        starts = self.starts[part]
        return self.mentions[part][bisect_left(starts, start) : bisect_left(starts, end)]

    def last_named(self, part: Field, person: int, before: int) -> int:
        """Where the person was last named before `before`; -1 where never."""
        starts = self.places[part].get(person, [])
        k = bisect_left(starts, before)
        return starts[k - 1] if k else -1

    def add(self, reading: Reading, at: int) -> int:
        """The person that a full name belongs to, new or known."""
        name = [w for w in reading.name if w.lower() not in SUFFIXES]
        first, last = name[0], name[-1]
        known = self._known(first, last, reading)
        if known is not None:
            return known
        person = Person(first, last, " ".join(reading.name), reading.gender, born=at)
        self.persons.append(person)
        index = len(self.persons) - 1
        self.surnames.setdefault(last, []).append(index)
        if "-" in last:
            self.surnames.setdefault(last.rpartition("-")[2], []).append(index)
        for word in name[:-1]:
            if len(word) > 1 and word[0].isupper() and "." not in word:
                self.firsts.setdefault(word, []).append(index)
        return index

    def _known(self, first: str, last: str, reading: Reading) -> int | None:
        for index in self.surnames.get(last, ())[-_MOST_NAMESAKES:]:
            person = self.persons[index]
            if _same_first(person.first, first) and _fit(person.gender, reading.gender):
                if len(first.strip(".")) > len(person.first.strip(".")):
                    person.first, person.name = first, " ".join(reading.name)
                person.gender = person.gender or reading.gender
                return index
        if first not in self.grammar.given:
            return None
        for index in self.firsts.get(first, ())[-_MOST_NAMESAKES:]:
            if self.persons[index].first == first and _spelling(self.persons[index].last, last):
                self.surnames.setdefault(last, []).append(index)
                return index
        return None

    def hold(self, index: int, title: str) -> None:
        """Note that the person bears a title."""
        holders = self.titled.setdefault(title, [])
        if index not in holders[-_MOST_NAMESAKES:]:
            holders.append(index)

    def by_surname(self, word: str, gender: str | None) -> int | None:
        """Whom a bare surname or first name means: of several the one most often named in full."""
        for names in (self.surnames, self.firsts):
            found = names.get(word, ())[-_MOST_NAMESAKES:]
            found = [i for i in found if _fit(self.persons[i].gender, gender)]
            if found:
                if gender:
                    found = [i for i in found if self.persons[i].gender == gender] or found
                return max(found, key=lambda i: (self.persons[i].full, -self.persons[i].born))
        return None


def _fit(one: str | None, other: str | None) -> bool:
    """Whether two genders can be one person's."""
    return one is None or other is None or one == other


def _same_first(one: str, other: str) -> bool:
    """Whether two given names can be one's: equal, an initial, a short form, another spelling."""
    if not one or not other or one == other:
        return True
    a, b = sorted((one.lower().strip("."), other.lower().strip(".")), key=len)
    return (b.startswith(a) and len(a) != 2) or _spelling(a, b)


def _spelling(one: str, other: str) -> bool:
    """Whether two words may be one in two romanisations: one letter apart after the second."""
    if one == other:
        return True
    if one[:2] != other[:2] or abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 5:
        return False
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    a, b = one[head:], other[head:]
    if len(a) == len(b):
        return a[1:] == b[1:] and set(a[:1] + b[:1]) <= _SIMILAR
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[1:] == shorter and longer[0] in _SIMILAR


def read_persons(parts: Sequence[Part], grammar: SpeechGrammar) -> Registry:
    """The registry of an article; `parts` are its fields, title first."""
    registry = Registry(grammar)
    cache: dict[str, Reading] = {}
    sequences: dict[Field, list[tuple[int, str]]] = {}
    for part, text, spans in parts:
        found: list[tuple[int, str]] = []
        for span in spans:
            for match in grammar.names.finditer(text, span.start, span.end):
                start, sequence = match.start(), match.group()
                if " " in sequence:
                    skipped = _dated(text, start, sequence)
                    start, sequence = start + skipped, sequence[skipped:]
                    cut = sequences_of(sequence, grammar)
                    found.extend([(start + at, piece) for at, piece in cut])
                else:
                    found.append((start, sequence))
        sequences[part] = found
        for _, sequence in found:
            if sequence not in cache:
                cache[sequence] = read_name(sequence, grammar)
    _entitle_alike(cache, grammar)
    unsure = {sequence for sequence, reading in cache.items() if reading.kind is Kind.MAYBE}
    for part, text, _ in parts:
        for start, sequence in sequences[part] if unsure else ():
            if sequence in unsure and person_beside(text, start, cache[sequence], grammar):
                cache[sequence] = cache[sequence]._replace(kind=Kind.FULL)
                unsure.discard(sequence)
    _register(sequences, cache, registry)
    for part, text, _ in parts:
        _mention(part, text, sequences[part], cache, registry)
    return registry


def _entitle_alike(cache: dict[str, Reading], grammar: SpeechGrammar) -> None:
    """Read those names again that begin with a title which no list holds: "Insp" of "Det Insp"."""
    known = grammar.roles.keys() | grammar.honorifics.keys() | grammar.modifiers
    told = {word for reading in cache.values() if reading.title for word in reading.title.split()}
    titles = {w for w in told if w.lower() not in known and w not in grammar.demonyms}
    if not titles:
        return
    for sequence, reading in cache.items():
        if reading.kind is not Kind.NONE and reading.name[0] in titles:
            cache[sequence] = read_name(sequence, grammar, titles)


def _dated(text: str, at: int, sequence: str) -> int:
    """How many characters of a month stand before the name at `at`: "In |June |Osric Dell said"."""
    first, _, rest = sequence.partition(" ")
    if first.lower() not in MONTH_NAMES:
        return 0
    before = text[max(0, at - _NEAR) : at].lower().split()
    return len(first) + 1 if before and is_dated(before[-1], rest) else 0


def _register(
    sequences: dict[Field, list[tuple[int, str]]], cache: dict[str, Reading], registry: Registry
) -> None:
    """Enter the full names first, then the surnames that only a title introduces."""
    for at, reading in _readings(sequences, cache):
        if reading.kind is Kind.FULL:
            registry.persons[registry.add(reading, at)].full += 1
    for at, reading in _readings(sequences, cache):
        if reading.kind is not Kind.SINGLE or not reading.title:
            continue
        word = reading.name[0]
        if registry.by_surname(word, reading.gender) is None and word not in registry.firsts:
            registry.persons.append(Person("", word, word, reading.gender, born=at))
            registry.surnames.setdefault(word, []).append(len(registry.persons) - 1)


def _readings(
    sequences: dict[Field, list[tuple[int, str]]], cache: dict[str, Reading]
) -> Iterator[tuple[int, Reading]]:
    order = 0
    for found in sequences.values():
        for _, sequence in found:
            order += 1
            yield order, cache[sequence]


def _mention(
    part: Field,
    text: str,
    found: list[tuple[int, str]],
    cache: dict[str, Reading],
    registry: Registry,
) -> None:
    """Note every place where a person of the registry is named in one field."""
    mentions: list[Mention] = []
    places: dict[int, list[int]] = {}
    for at, sequence in found:
        reading = cache[sequence]
        if reading.kind is Kind.FULL:
            index: int | None = registry.add(reading, 0)
        elif reading.kind is Kind.SINGLE:
            index = registry.by_surname(reading.name[0], reading.gender)
        else:
            index = None
        if index is None and sequence in registry.surnames:
            reading = Reading(Kind.SINGLE, 0, len(sequence), (sequence,))
            index = registry.by_surname(sequence, None)
        if index is None:
            continue
        person = registry.persons[index]
        person.gender = person.gender or reading.gender
        person.forms.setdefault(" ".join(reading.name))
        start, end = at + reading.start, at + reading.end
        full = reading.kind is Kind.FULL
        mentions.append(Mention(start, end, index, full, at + reading.title_start))
        places.setdefault(index, []).append(start)
        _entitle(part, text, at, reading, index, registry)
    registry.mentions[part] = mentions
    registry.starts[part] = [m.start for m in mentions]
    registry.places[part] = places


def _entitle(
    part: Field, text: str, at: int, reading: Reading, index: int, registry: Registry
) -> None:
    """Note the titles given before and after a name."""
    grammar = registry.grammar
    spans = []
    if reading.title and not reading.honorific:
        spans.append(Span(at + reading.title_start, at + reading.start))
    if reading.kind is Kind.FULL:
        if not reading.title and (before := role_before(text, at, reading, grammar)):
            spans.append(before)
        if apposed := apposed_role(text, at + reading.end, grammar):
            spans.append(apposed)
        if party := party_after(text, at + reading.end, grammar):
            registry.hold(index, party)
    person = registry.persons[index]
    for span in spans:
        title = span.of(text).rstrip()
        person.titles.append((title, part, Span(span.start, span.start + len(title))))
        for word in title.lower().split():
            if word in grammar.roles:
                registry.hold(index, word)


def mentioned(registry: Registry) -> tuple[Mentioned, ...]:
    """The registry as published: persons in order of first mention."""
    where: dict[int, list[tuple[Field, Span]]] = {}
    for part, mentions in registry.mentions.items():
        for mention in mentions:
            where.setdefault(mention.person, []).append((part, Span(mention.start, mention.end)))
    out = []
    for index, places in where.items():
        person = registry.persons[index]
        aliases = tuple(form for form in person.forms if form != person.name)
        titles = tuple(dict.fromkeys(person.titles))
        out.append(Mentioned(person.name, aliases, titles, tuple(places), person.gender))
    return tuple(out)
