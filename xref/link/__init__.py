"""Claims across articles: stories, origins, persons, slots, utterances."""

from xref.link.match.weights import Weights, compile_weights
from xref.link.persons import Named
from xref.link.run import Bucket, Means, OfStory, Work, bucket, link, linked, of_story
from xref.link.weighing import Weigh, weighing

__all__ = [
    "Bucket",
    "Means",
    "Named",
    "OfStory",
    "Weigh",
    "Weights",
    "Work",
    "bucket",
    "compile_weights",
    "link",
    "linked",
    "of_story",
    "weighing",
]
