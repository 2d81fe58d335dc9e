"""From a speaker's phrase to who that is: person, organisation, document, unnamed source."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from xref.language.phrases import Range, phrase_after
from xref.lexicon.nouns import singular
from xref.model.article import Field
from xref.model.claim import SourceType, Speaker
from xref.model.span import Span
from xref.speech.bodies import body_spoken_for
from xref.speech.grammar import SpeechGrammar
from xref.speech.offices import holder_meant, is_definite
from xref.speech.persons import Mention, Registry
from xref.speech.pronouns import GENDERS, Spoke, person_meant
from xref.speech.tokens import Unit
from xref.speech.voice import Voice

_RECENT_BLOCKS = 2
_IN_NAMES = frozenset(("of", "for", "on"))
"""Prepositions inside the names of bodies ("Department of Justice")."""
_PLURAL_ENDINGS = ("ers", "ors", "ists", "ants", "ians", "ees", "men", "women")


@dataclass(slots=True)
class Speakers:
    """Resolves speakers' phrases of one field, in order of reading.

    `recent` remembers who spoke, so that pronouns find them.
    """

    registry: Registry
    grammar: SpeechGrammar
    part: Field
    text: str
    units: Sequence[Unit]
    author: str | None = None
    recent: list[Spoke] = field(default_factory=list)

    def who(self, unit: Unit, phrase: Range) -> Voice:
        """The voice of the phrase at the token range `phrase`."""
        a, b = phrase
        span = unit.chars(a, b)
        if b - a == 1 and (unit.tags[a] == "h" or unit.low[a] in self.grammar.words.owners):
            return self._pronoun(unit, a, Speaker(span.of(self.text), span))
        limit = self._limit(unit, a, b)
        mention = self._officer(unit, a, b, limit) or self._mention(unit, a, limit)
        if mention is not None:
            role = self._role(unit, a, mention)
            return self._named(mention, span, role)
        mention = self._apposed(unit, a, b, limit)
        if mention is not None:
            role = _without_article(span.of(self.text))
            return self._named(mention, Span(mention.start, mention.end), role)
        speaker = Speaker(span.of(self.text), span)
        kin = self._kin(unit, a, b, limit, speaker)
        return kin or self._nominal(unit, a, b, limit, speaker)

    def _named(self, mention: Mention, span: Span, role: str | None) -> Voice:
        person = self.registry.persons[mention.person]
        named = Speaker(span.of(self.text), span, person.name, role)
        return Voice(SourceType.NAMED, named, mention.person)

    def labelled(self, label: str, where: Span) -> Voice:
        """The voice of a transcript's label at `where`."""
        index = self.registry.by_surname(label.rsplit(maxsplit=1)[-1].capitalize(), None)
        name = self.registry.persons[index].name if index is not None else None
        return Voice(SourceType.NAMED, Speaker(label, where, name), index)

    def note(self, unit: Unit, voice: Voice) -> None:
        """Remember that `voice` spoke in `unit`."""
        if voice.person is not None:
            gender = self.registry.persons[voice.person].gender
        else:
            words = voice.speaker.text.split()
            gender = self.grammar.roles.get(words[-1].lower()) if words else None
        self.recent.append(Spoke(unit.number, unit.block, voice, gender))

    def _limit(self, unit: Unit, a: int, b: int) -> int:
        """The end of the phrase's head, before its first "of", "for" ... phrase."""
        tags, low = unit.tags, unit.low
        for k in range(a + 1, b):
            if tags[k] in "pt" or low[k] in ("who", "that", "which"):
                return k
        return b

    def _officer(self, unit: Unit, a: int, b: int, limit: int) -> Mention | None:
        """The person whose office is told with "of" ("Secretary of State |Ann Lee|")."""
        office = unit.low[limit : limit + 1] == ["of"] and unit.low[limit - 1] in self.grammar.roles
        if not office or limit + 2 >= b or unit.tags[b - 1] != "P":
            return None
        return self._mention(unit, a, b)

    def _mention(self, unit: Unit, a: int, limit: int) -> Mention | None:
        """The person who is the head of the phrase."""
        start, end = unit.starts[a], unit.ends[limit - 1]
        found = self.registry.within(self.part, start, end)
        if not found:
            return None
        mention = found[-1]
        tail = bisect_right(unit.starts, mention.end - 1)
        if unit.tags[tail:limit].strip("rT"):
            rest = unit.tags[tail:limit]
            if rest[0] == "c" or (len(found) > 1 and rest[0] not in "yn"):
                return found[0]
            return None
        first = bisect_right(unit.starts, mention.start) - 1
        owned = first > a and unit.tags[first - 1] == "y"
        if owned and unit.tags[a] == "P" and not mention.full:
            return None
        return mention

    def _apposed(self, unit: Unit, a: int, b: int, limit: int) -> Mention | None:
        """The person named in apposition to a role: "the boy's mother, |Karin Blom|, said"."""
        tags, head = unit.tags, unit.low[limit - 1]
        body = head in self.grammar.organisations or head in self.grammar.documents
        if tags[b : b + 2] != ",P" or (body and head not in self.grammar.anonymous):
            return None
        end = phrase_after(unit, b + 1, self.grammar)
        if end < len(tags) and tags[end] not in ",.:;q)-" and tags[end] not in "vxT":
            return None
        found = self.registry.within(self.part, unit.starts[b + 1], unit.ends[end - 1])
        if len(found) != 1 or found[0].whole_start > unit.starts[b + 1]:
            return None
        if head not in self.grammar.roles and tags[end : end + 1] not in ("", ",", "."):
            return None
        return found[0]

    def _kin(self, unit: Unit, a: int, b: int, limit: int, speaker: Speaker) -> Voice | None:
        """Somebody's relative, named by a first name alone: "her brother, |Olaf|"."""
        gender = self.grammar.roles.get(unit.low[limit - 1])
        owned = unit.low[a] in self.grammar.words.owners or "y" in unit.tags[a:limit]
        if gender is None or not owned or unit.tags[b : b + 2] != ",P":
            return None
        if unit.tags[b + 2 : b + 3] not in ("", ",", "."):
            return None
        span = unit.chars(b + 1, b + 2)
        name = span.of(self.text)
        role = _without_article(speaker.text)
        return Voice(SourceType.NAMED, Speaker(name, span, name, role))

    def _apposed_body(self, unit: Unit, b: int) -> str | None:
        """The body named in apposition: "the operator, |Marrin Hydro|, said"."""
        end = b + 1
        while unit.tags[end : end + 1] == "P":
            end += 1
        named = end > b + 1 and unit.tags[b] == "," and unit.tags[end : end + 1] in ("", ",", ".")
        return unit.chars(b + 1, end).of(self.text) if named else None

    def _role(self, unit: Unit, a: int, mention: Mention) -> str | None:
        """The title before the name, as written; no part of a name that "and" joins to it."""
        before = self.text[unit.starts[a] : mention.whole_start].rstrip()
        joined = before.endswith((" and", " or"))
        start = mention.whole_start if joined else unit.starts[a]
        role = _without_article(self.text[start : mention.start].strip())
        low = role.lower() if role is not None else ""
        return role if low in self.grammar.roles or low not in self.grammar.honorifics else None

    def _pronoun(self, unit: Unit, at: int, speaker: Speaker) -> Voice:
        word = unit.low[at]
        if word in GENDERS:
            return person_meant(self, unit, at, speaker)
        if word in ("i", "we", "you", "my", "our"):
            own = word in ("i", "my")
            named = Speaker(speaker.text, speaker.span, self.author if own else None)
            return Voice(SourceType.NAMED if own else SourceType.NONE, named)
        single = word in ("it", "its")
        if single or word in ("they", "their"):
            for spoke in reversed(self.recent[-4:]):
                if unit.block - spoke.block > _RECENT_BLOCKS:
                    break
                voice = spoke.voice
                if voice.person is None and voice.type is not SourceType.NAMED:
                    name = voice.speaker.name
                    if not single and name is not None and not name.endswith("s"):
                        continue
                    return voice.again(speaker)
        return Voice(SourceType.ORGANISATION if single else SourceType.ANONYMOUS, speaker)

    def _nominal(self, unit: Unit, a: int, b: int, limit: int, speaker: Speaker) -> Voice:
        """The voice of a phrase that names nobody of the registry."""
        grammar, low, tags = self.grammar, unit.low, unit.tags
        joined = tags.find("c", a, limit)
        if joined > a and tags[joined - 1] == "P" and tags[limit - 1] != "P":
            return self._nominal(unit, a, joined, joined, speaker)
        head = limit - 1
        while head > a and tags[head] in "regCTv":
            head -= 1
        word = low[head]
        behind = word in grammar.spokespersons
        name = self._body_named(unit, a, b, limit, behind)
        if behind:
            spokesman = Speaker(speaker.text, speaker.span, name, word)
            return Voice(SourceType.ORGANISATION, spokesman)
        if head > a and f"{low[head - 1]}-{word}" in grammar.organisations:
            name = name or self._apposed_body(unit, b)  # "the coast guard": no guard
            return Voice(SourceType.ORGANISATION, Speaker(speaker.text, speaker.span, name))
        if is_definite(unit, a, word, grammar):
            known = holder_meant(self.registry, self.part, unit, word)
            if known is not None:
                person = self.registry.persons[known].name
                named = Speaker(speaker.text, speaker.span, person, word)
                return Voice(SourceType.NAMED, named, known)
            if word in grammar.holders:
                return Voice(SourceType.NAMED, Speaker(speaker.text, speaker.span, None, word))
        if tags[head] == "P":
            return self._capitalised(unit, a, head, name, speaker)
        if {word, singular(word)} & (grammar.documents | grammar.noun_cues):
            return Voice(SourceType.DOCUMENT, Speaker(speaker.text, speaker.span, name))
        if word in grammar.things:
            return Voice(SourceType.NONE, speaker)
        body = body_spoken_for(unit, a, b, limit, grammar)
        if body is not None:
            return self._body_speaks(unit, body, word, speaker)
        if word in grammar.organisations and word not in grammar.anonymous:
            name = name or self._apposed_body(unit, b)
            speaker = Speaker(speaker.text, speaker.span, name)
            return Voice(SourceType.ORGANISATION, speaker)
        role = singular(word) if singular(word) in grammar.roles else None
        return Voice(SourceType.ANONYMOUS, Speaker(speaker.text, speaker.span, None, role))

    def _capitalised(
        self, unit: Unit, a: int, head: int, name: str | None, speaker: Speaker
    ) -> Voice:
        """The voice of a capitalised phrase: a body, a seat of government, people by a plural."""
        grammar = self.grammar
        word = unit.low[head]
        single = head == a
        if name is None or (single and word in grammar.organisations):
            return Voice(SourceType.ORGANISATION, speaker)
        plural = word.endswith(_PLURAL_ENDINGS) and name not in grammar.known
        if single and a == 0 and plural and name.lower() not in grammar.seats:
            return Voice(SourceType.ANONYMOUS, speaker)
        return Voice(
            SourceType.NAMED if self._looks_like_person(unit, a, name) else SourceType.ORGANISATION,
            Speaker(speaker.text, speaker.span, name),
        )

    def _looks_like_person(self, unit: Unit, a: int, name: str) -> bool:
        """Whether two or three unknown capitalised words are rather a person than a body."""
        grammar = self.grammar
        words = name.split()
        if not 2 <= len(words) <= 3 or unit.tags[a] != "P" or name.endswith("s"):
            return False
        if words[0].lower() in grammar.place_starts or name.lower() in grammar.seats:
            return False
        for word in words:
            if not word[0].isupper() or (word.isupper() and len(word) > 2):
                return False
            if word.lower() in grammar.name_words or word in grammar.demonyms:
                return False
        return True

    def _body_named(self, unit: Unit, a: int, b: int, limit: int, behind: bool) -> str | None:
        """The body's name in the phrase: its head, or the one `behind` a spokesman."""
        tags, low = unit.tags, unit.low
        if behind and (k := tags.find("P", limit, b)) != -1:
            stop = k
            while stop < b and (tags[stop] in "PC" or tags[stop : stop + 2] in ("pP", "cP", "dP")):
                stop += 1
            return unit.chars(k, stop).of(self.text)
        first = tags.rfind("y", a, limit - 1) + 1 or a
        if first > a + 2 and tags[first - 2] == "P" and low[first] in self.grammar.name_words:
            first = a
        k = tags.find("P", first, limit)
        if k == -1:
            return None
        stop = limit - 1 if behind and limit - k > 1 else limit
        if stop == limit and low[stop - 1] in self.grammar.name_words:
            while tags[stop : stop + 2] == "pP" and low[stop] in _IN_NAMES and stop + 1 < b:
                stop = _run_end(tags, stop + 1)
        while stop > k + 1 and tags[stop - 1] in "yvegr":
            stop -= 1
        return unit.chars(k, stop).of(self.text)

    def _body_speaks(self, unit: Unit, body: Range, word: str, speaker: Speaker) -> Voice:
        """The voice of a body's unnamed people; its name is told where it has one."""
        first, last = body
        name = unit.chars(first, last).of(self.text) if unit.tags[first] == "P" else None
        told = Speaker(speaker.text, speaker.span, name, singular(word))
        return Voice(SourceType.ORGANISATION, told)


def _run_end(tags: str, at: int) -> int:
    """The end of the run of names at `at`; "and" between two of them does not end it."""
    while tags[at : at + 1] == "P" or tags[at : at + 2] == "cP":
        at += 1
    return at


def _without_article(words: str) -> str | None:
    """A title without its article and what trails it; ``None`` where nothing is left."""
    for article in ("the ", "The ", "a ", "A ", "an ", "An ", "his ", "her ", "its ", "their "):
        words = words.removeprefix(article)
    return words.rstrip(", ") or None
