"""Whom a title alone means: "the minister", "the Alden lawmaker", "the Republican"."""

from xref.model.article import Field
from xref.speech.grammar import SpeechGrammar
from xref.speech.persons import Registry
from xref.speech.tokens import Unit

_MOST = 20
"""How many holders of one title are looked at."""


def holder_meant(registry: Registry, part: Field, unit: Unit, word: str) -> int | None:
    """The person last named before the unit who bears the title `word`, or one that it covers.

    Holders of the very title, or of another word for it, come before those of an office that
    the word only covers ("lawmaker" covers senators). Of persons who are named only later
    it means the one that alone bears the title.
    """
    grammar = registry.grammar
    same = grammar.same_office.get(word, (word,))
    covered = grammar.any_office.get(word, ())
    for titles in (same, covered):
        found = {i for title in titles for i in registry.titled.get(title, ())[-_MOST:]}
        places = [(registry.last_named(part, i, unit.span.start), i) for i in found]
        named = [pair for pair in places if pair[0] >= 0]
        if named:
            return max(named)[1]
        if len(places) == 1 and titles is same:
            return places[0][1]
    return None


def is_definite(unit: Unit, a: int, word: str, grammar: SpeechGrammar) -> bool:
    """Whether a phrase that begins at `a` means one known holder of the office `word`."""
    return unit.low[a] in ("the", "this", "that") and word in grammar.roles
