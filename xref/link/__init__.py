"""Claims across articles: stories, origins, persons, slots, utterances."""

from xref.link.match.weights import Weights, compile_weights
from xref.link.outside import NOWHERE, Outside
from xref.link.persons import Named
from xref.link.run import Bucket, Means, OfStory, Sorted, Work, link, of_story, sort
from xref.link.weighing import Weigh, weighing

__all__ = [
    "NOWHERE",
    "Bucket",
    "Means",
    "Named",
    "OfStory",
    "Outside",
    "Sorted",
    "Weigh",
    "Weights",
    "Work",
    "compile_weights",
    "link",
    "of_story",
    "sort",
    "weighing",
]
