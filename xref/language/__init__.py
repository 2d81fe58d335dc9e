"""English sentences: words with classes, chunks, verbs, clauses. Nothing here knows news.

classes = language.compile_word_classes(table)
readings = language.Readings(text, classes)         # a sentence is read when it is asked for
reading = readings.of(sentence_span)
governor = language.governing(reading, start, end)  # what governs text[start:end]
"""

from xref.language.analysis import Governor, Reading, Readings, governing
from xref.language.grammar import Grammar, grammar
from xref.language.structure import Chunk, Clause
from xref.language.word_classes import WordClasses, compile_word_classes

__all__ = [
    "Chunk",
    "Clause",
    "Governor",
    "Grammar",
    "Reading",
    "Readings",
    "WordClasses",
    "compile_word_classes",
    "governing",
    "grammar",
]
