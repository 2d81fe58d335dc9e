"""English sentences: words with classes, phrases, verbs, clauses. Nothing here knows news."""

from xref.language.grammar import Grammar, grammar

__all__ = ["Grammar", "grammar"]
