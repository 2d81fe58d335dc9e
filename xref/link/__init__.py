"""Claims across articles: stories, origins, persons, slots, utterances."""

from xref.link.persons import Named
from xref.link.run import link

__all__ = ["Named", "link"]
