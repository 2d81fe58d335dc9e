"""Claims across articles: stories, origins, persons, slots, utterances."""

from xref.link.match.weights import Weights, compile_weights
from xref.link.persons import Named
from xref.link.run import Means, OfStory, link, unkept
from xref.link.weighing import Weigh, weighing

__all__ = [
    "Means",
    "Named",
    "OfStory",
    "Weigh",
    "Weights",
    "compile_weights",
    "link",
    "unkept",
    "weighing",
]
