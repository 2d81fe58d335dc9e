"""From a speaker's phrase to who that is: person, organisation, document, unnamed source."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from xref.model.article import Field
from xref.model.claim import SourceType, Speaker
from xref.model.span import Span
from xref.speech.grammar import SpeechGrammar
from xref.speech.persons import Mention, Registry
from xref.speech.tokens import Unit
from xref.text.nouns import singular

_PLURAL = frozenset(("they", "those", "others", "many", "some", "several", "both", "most", "few"))
_GENDER = {"he": "m", "she": "f", "his": "m", "her": "f"}


class Voice(NamedTuple):
    """Whoever a phrase means; `person` is the number in the registry."""

    type: SourceType
    speaker: Speaker
    person: int | None = None


@dataclass(slots=True)
class Speakers:
    """Resolves speakers' phrases of one field, in order of reading.

    `recent` remembers who spoke, with the unit and block of it, so that pronouns find them.
    """

    registry: Registry
    grammar: SpeechGrammar
    part: Field
    text: str
    units: Sequence[Unit]
    author: str | None = None
    recent: list[tuple[int, int, Voice, str | None]] = field(default_factory=list)

    def who(self, unit: Unit, phrase: tuple[int, int]) -> Voice:
        """The voice of the phrase at the token range `phrase`."""
        a, b = phrase
        span = unit.chars(a, b)
        words = span.of(self.text)
        low = unit.low
        if b - a == 1 and unit.tags[a] == "h":
            return self._pronoun(unit, a, Speaker(words, span))
        if b - a == 1 and unit.tags[a] == "d" and low[a] in _GENDER:
            return self._pronoun(unit, a, Speaker(words, span))
        limit = self._limit(unit, a, b)
        mention = self._mention(unit, a, b, limit)
        if mention is not None:
            person = self.registry.persons[mention.person]
            role = self._role(unit, a, mention)
            return Voice(SourceType.NAMED, Speaker(words, span, person.name, role), mention.person)
        return self._nominal(unit, a, b, limit, Speaker(words, span))

    def labelled(self, label: str, where: Span) -> Voice:
        """The voice of a transcript's label at `where`."""
        last = label.split()[-1]
        index = self.registry.by_surname(last.capitalize(), None)
        name = self.registry.persons[index].name if index is not None else None
        return Voice(SourceType.NAMED, Speaker(label, where, name), index)

    def note(self, unit: Unit, voice: Voice) -> None:
        """Remember that `voice` spoke in `unit`."""
        gender = None
        if voice.person is not None:
            gender = self.registry.persons[voice.person].gender
        else:
            head = voice.speaker.text.split()[-1].lower() if voice.speaker.text else ""
            gender = self.grammar.roles.get(head)
        self.recent.append((unit.number, unit.block, voice, gender))

    def _limit(self, unit: Unit, a: int, b: int) -> int:
        """The end of the phrase's head, before its first "of", "for" ... phrase."""
        tags, low = unit.tags, unit.low
        for k in range(a + 1, b):
            if tags[k] in "pt" or low[k] in ("who", "that", "which"):
                if low[k] == "of" and tags[b - 1] == "P" and k + 2 < b and low[k - 1] in self.grammar.roles:
                    continue
                return k
        return b

    def _mention(self, unit: Unit, a: int, b: int, limit: int) -> Mention | None:
        """The person who is the head of the phrase."""
        start, end = unit.starts[a], unit.ends[limit - 1]
        found = self.registry.within(self.part, start, end)
        if not found:
            return None
        mention = found[-1]
        tail = bisect_right(unit.starts, mention.end - 1)
        if tail < limit:
            rest = unit.tags[tail:limit]
            if rest.strip("rT"):
                if len(found) == 1 or rest[0] in "yn":
                    return None
        if mention.start > start and tail - 1 > a:
            first = bisect_right(unit.starts, mention.start) - 1
            if first > a and unit.tags[first - 1] == "y" and unit.tags[a] == "P" and not mention.full:
                return None
        return mention

    def _role(self, unit: Unit, a: int, mention: Mention) -> str | None:
        """The title before the name, as written."""
        before = self.text[unit.starts[a] : mention.start].strip()
        for article in ("the ", "The ", "a ", "an ", "A ", "An "):
            before = before.removeprefix(article)
        if before.lower() in self.grammar.honorifics and before.lower() not in self.grammar.roles:
            return None
        return before.rstrip(",") or None

    def _pronoun(self, unit: Unit, at: int, speaker: Speaker) -> Voice:
        word = unit.low[at]
        if word in _GENDER:
            return self._person_meant(unit, at, _GENDER[word], speaker)
        if word in ("i", "we", "me", "you"):
            name = self.author if word == "i" else None
            return Voice(SourceType.NAMED if word == "i" else SourceType.NONE, speaker._replace(name=name) if False else Speaker(speaker.text, speaker.span, name))
        if word in ("they", "it", "their", "its"):
            for number, block, voice, _ in reversed(self.recent[-4:]):
                if unit.block - block > 2:
                    break
                if voice.person is None and (voice.type is not SourceType.NAMED):
                    return Voice(voice.type, Speaker(speaker.text, speaker.span, voice.speaker.name, voice.speaker.role))
            return Voice(SourceType.ORGANISATION if word in ("it", "its") else SourceType.ANONYMOUS, speaker)
        return Voice(SourceType.ANONYMOUS, speaker)

    def _person_meant(self, unit: Unit, at: int, gender: str, speaker: Speaker) -> Voice:
        """Whom "he" or "she" means: a subject of this or the sentence before, else who spoke last."""
        persons = self.registry.persons
        here = unit.starts[at]

        def fits(index: int) -> bool:
            known = persons[index].gender
            return known is None or known == gender

        def voice(index: int) -> Voice:
            return Voice(SourceType.NAMED, Speaker(speaker.text, speaker.span, persons[index].name), index)

        last = self.recent[-1] if self.recent else None
        number = unit.number
        for back in range(0, 7):
            k = number - back
            if k < 0 or self.units[k].block < unit.block - 3:
                break
            other = self.units[k]
            for spoken_unit, _, spoke, spoke_gender in reversed(self.recent):
                if spoken_unit < k:
                    break
                if spoken_unit == k and (spoke_gender in (None, gender)) and spoke.speaker.span.start < here:
                    if spoke.person is not None and fits(spoke.person):
                        return voice(spoke.person)
                    if spoke.person is None and spoke_gender == gender:
                        return Voice(spoke.type, Speaker(speaker.text, speaker.span, spoke.speaker.name, spoke.speaker.role))
            subject = self._subject_mention(other, here, fits, strict=back == 0)
            if subject is not None:
                return voice(subject)
        if last is not None and last[2].person is not None and fits(last[2].person) and unit.block - last[1] <= 6:
            return voice(last[2].person)
        return Voice(SourceType.NAMED, speaker)

    def _subject_mention(self, unit: Unit, before: int, fits, strict: bool) -> int | None:  # type: ignore[no-untyped-def]
        """The first fitting person named outside quote marks in `unit`, subjects first."""
        fallback: int | None = None
        quoted = [(unit.starts[q], unit.ends[q]) for q in unit.quotes]
        for mention in self.registry.within(self.part, unit.span.start, min(unit.span.end, before)):
            if not fits(mention.person) or any(a <= mention.start < b for a, b in quoted):
                continue
            lead = self.text[max(unit.span.start, mention.whole_start - 14) : mention.whole_start].split()
            led = bool(lead) and self.grammar.tags.get(lead[-1].lower()) in ("p", "t")
            owned = self.text[mention.end : mention.end + 2] in ("'s", "’s")
            if not led and not owned:
                return mention.person
            if fallback is None and not strict:
                fallback = mention.person
        return fallback

    def _nominal(self, unit: Unit, a: int, b: int, limit: int, speaker: Speaker) -> Voice:
        grammar, low, tags = self.grammar, unit.low, unit.tags
        head = limit - 1
        while head > a and tags[head] in "regCT":
            head -= 1
        word = low[head]
        name = self._organisation_name(unit, a, b, limit)
        definite = low[a] in ("the", "this", "that")
        if word in grammar.spokespersons:
            return Voice(SourceType.ORGANISATION, Speaker(speaker.text, speaker.span, name, word))
        if tags[head] != "P":
            if word in grammar.documents:
                return Voice(SourceType.DOCUMENT, Speaker(speaker.text, speaker.span, name))
            if definite and word in grammar.roles:
                known = self._titled(unit, word)
                if known is not None:
                    person = self.registry.persons[known]
                    return Voice(SourceType.NAMED, Speaker(speaker.text, speaker.span, person.name, word), known)
            if word in grammar.organisations:
                return Voice(SourceType.ORGANISATION, Speaker(speaker.text, speaker.span, name))
            if word in grammar.anonymous or singular(word) in grammar.roles or word in grammar.roles:
                return Voice(SourceType.ANONYMOUS, Speaker(speaker.text, speaker.span, None))
            return Voice(SourceType.ANONYMOUS, speaker)
        if word in grammar.organisations and head == a:
            return Voice(SourceType.ORGANISATION, speaker)
        if name is None:
            return Voice(SourceType.ORGANISATION, speaker)
        seat = grammar.seats.get(name.lower())
        if seat is not None:
            return Voice(SourceType.ORGANISATION, Speaker(speaker.text, speaker.span, name, None))
        words = name.split()
        unknown = [w for w in words if w[0].isupper()]
        if (
            2 <= len(words) <= 3
            and len(unknown) == len(words)
            and tags[a] == "P"
            and not any(w.lower() in grammar.name_words or w in grammar.demonyms for w in words)
            and words[0].lower() not in grammar.place_starts
            and not any(w.isupper() and len(w) > 2 for w in words)
            and not name.endswith("s")
        ):
            return Voice(SourceType.NAMED, Speaker(speaker.text, speaker.span, name))
        return Voice(SourceType.ORGANISATION, Speaker(speaker.text, speaker.span, name))

    def _organisation_name(self, unit: Unit, a: int, b: int, limit: int) -> str | None:
        """The name that the phrase holds: of the body behind a spokesman, else of the phrase itself."""
        tags = unit.tags
        for begin, end in ((limit, b), (a, limit)):
            k = begin
            while k < end and tags[k] not in "P":
                k += 1
            stop = k
            while stop < end and (tags[stop] in "PyC&" or (tags[stop] in "pcd" and stop + 1 < end and tags[stop + 1] == "P")):
                stop += 1
            while stop > k and tags[stop - 1] == "y":
                stop -= 1
            if stop > k:
                return unit.chars(k, stop).of(self.text)
        return None

    def _titled(self, unit: Unit, head: str) -> int | None:
        """The person last named before who bears the title `head`."""
        here = unit.span.start
        found: tuple[int, int] | None = None
        for index, person in enumerate(self.registry.persons):
            if any(head in title.lower().split() for title, _, _ in person.titles):
                last = max((m.start for m in self.registry.mentions[self.part] if m.person == index and m.start < here), default=-1)
                if found is None or last > found[0]:
                    found = (last, index)
        return found[1] if found is not None else None
