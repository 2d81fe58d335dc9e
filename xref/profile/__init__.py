"""The credibility profile of an article or an outlet: counted facts with passages, no score."""

from xref.profile.article import profile
from xref.profile.outlets import by_outlet
from xref.profile.standing import Shared, shared
from xref.profile.weights import WeightError, Weights, weigh, weights

__all__ = [
    "Shared",
    "WeightError",
    "Weights",
    "by_outlet",
    "profile",
    "shared",
    "weigh",
    "weights",
]
