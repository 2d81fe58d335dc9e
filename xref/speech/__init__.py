"""The language of quoting: marks, cues, speakers, persons. Pure; knows no figure."""

from xref.speech.grammar import SpeechGrammar, grammar
from xref.speech.reading import read
from xref.speech.saying import Mentioned, Saying, Speech

__all__ = ["Mentioned", "Saying", "Speech", "SpeechGrammar", "grammar", "read"]
