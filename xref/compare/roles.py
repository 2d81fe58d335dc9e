"""Who does what to whom in a rendering, what it denies, and which words it lists."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from xref import language
from xref.compare.forms import plain
from xref.language import Chunk, Clause, Reading, WordClasses
from xref.lexicon import table
from xref.lexicon.nouns import singular
from xref.model.span import Span
from xref.text.fold import fold

Place = tuple[str, str]
"""What governs a word, as in a dictionary, and how: ("fire", "subject"), ("fire", "on")."""

_BETWEEN = frozenset("c,dyJ")
"""Letters of what stands between two words of one list."""


@dataclass(frozen=True, slots=True)
class Roles:
    """A rendering as read by clauses; all words are as in a dictionary.

    `fillers` are the words that fill each place: who fires, on whom. `passive` are the verbs of its
    passives, `linking` the places of what is said to be something. `order` gives the words in their
    order with the letters of their classes, `lists` the groups of words that a list joins.
    """

    fillers: dict[Place, frozenset[str]]
    passive: frozenset[str]
    equated: frozenset[frozenset[str]]
    lists: tuple[frozenset[str], ...]
    order: tuple[str, ...]
    letters: str

    def listed(self, one: str, other: str) -> bool:
        """Whether two words stand in one list, where their order says nothing."""
        if any(one in group and other in group for group in self.lists):
            return True
        return any(
            _BETWEEN.issuperset(self.letters[min(a, b) + 1 : max(a, b)])
            for a in self._at(one)
            for b in self._at(other)
        )

    def _at(self, word: str) -> list[int]:
        return [k for k, each in enumerate(self.order) if each == word]


@cache
def _classes() -> WordClasses:
    return language.compile_word_classes(table)


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """A folded word as it stands in a dictionary.

    >>> lemma("fired"), lemma("guards"), lemma("told"), lemma("us")
    ('fire', 'guard', 'tell', 'we')
    """
    known = _PRONOUNS.get(word)
    if known is not None:
        return known
    form = _classes().verbs.form(word)
    return form.lemma if form is not None else singular(word)


_PRONOUNS = {"me": "i", "him": "he", "her": "she", "us": "we", "them": "they"}


@lru_cache(maxsize=5_000)
def roles(text: str) -> Roles:
    """The roles of the words of a text; linear in its length."""
    whole = Span(0, len(text))
    reading = language.Readings(text, _classes()).of(whole)
    fillers: dict[Place, set[str]] = {}
    lists: dict[int, set[str]] = {}
    for chunk in reading.chunks:
        word = _head(reading, chunk)
        for place in _places(reading, chunk):
            fillers.setdefault(place, set()).add(word)
        lists.setdefault(id(chunk.joined or chunk), set()).add(word)
    passive = {lemma(c.lemma) for c in reading.clauses if c.passive and c.verb}
    equated = {
        frozenset((_head(reading, clause.subject), _head(reading, chunk)))
        for clause in reading.clauses
        if clause.lemma == "be" and clause.subject is not None
        for chunk in clause.objects
    }
    return Roles(
        {place: frozenset(words) for place, words in fillers.items()},
        frozenset(passive),
        frozenset(equated),
        tuple(frozenset(words) for words in lists.values() if len(words) > 1),
        tuple(lemma(plain(fold(word))) for word in reading.low),
        reading.letters,
    )


def _head(reading: Reading, chunk: Chunk) -> str:
    return lemma(plain(fold(reading.low[chunk.head])))


def _places(reading: Reading, chunk: Chunk) -> Iterator[Place]:
    """The places that a chunk fills: of its clause, and of the chunk that it hangs on."""
    clause = chunk.clause
    if chunk.on is not None and chunk.role in ("of", "adjunct"):
        yield _head(reading, chunk.on), chunk.prep
    if clause is None or clause.verb is None:
        return
    verb = lemma(clause.lemma)
    if chunk.role == "adjunct":
        agent = clause.passive and chunk.prep == "by"
        yield verb, "subject" if agent else chunk.prep
    elif chunk.role in ("subject", "object"):
        acted_on = chunk.role == "object" or clause.passive
        yield verb, "object" if acted_on else "subject"
    yield from ((lemma(c.lemma), _own(c)) for c in _shared(reading, chunk, clause))


def _shared(reading: Reading, chunk: Chunk, clause: Clause) -> list[Clause]:
    """The other clauses that a chunk is the subject of."""
    return [c for c in reading.clauses if c is not clause and c.verb and c.subject is chunk]


def _own(clause: Clause) -> str:
    return "object" if clause.passive else "subject"
