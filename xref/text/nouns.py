"""Singular forms of English nouns."""

import re

_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "oxen": "ox",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "wolves": "wolf",
    "leaves": "leaf",
    "loaves": "loaf",
    "thieves": "thief",
    "shelves": "shelf",
    "halves": "half",
    "calves": "calf",
    "selves": "self",
    "buses": "bus",
    "gases": "gas",
    "viruses": "virus",
    "crises": "crisis",
    "analyses": "analysis",
    "bases": "base",
    "theses": "thesis",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "indices": "index",
    "heroes": "hero",
    "potatoes": "potato",
    "tomatoes": "tomato",
    "echoes": "echo",
    "vetoes": "veto",
    "embargoes": "embargo",
    "movies": "movie",
    "zombies": "zombie",
    "cookies": "cookie",
    "selfies": "selfie",
    "lies": "lie",
    "ties": "tie",
    "pies": "pie",
    "dies": "die",
    "caches": "cache",
    "headaches": "headache",
}
_SAME = frozenset(
    [
        "series",
        "species",
        "aircraft",
        "headquarters",
        "hertz",
        "celsius",
        "barracks",
        "crossroads",
        "means",
        "news",
        "politics",
        "physics",
        "economics",
        "sheep",
        "deer",
        "salmon",
        "offspring",
        "personnel",
        "police",
        "military",
        "troops'",
        "gas",
        "bus",
        "lens",
        "swiss",
        "chinese",
        "japanese",
        "portuguese",
        "vietnamese",
        "lebanese",
        "sudanese",
        "congolese",
        "maltese",
    ]
)
_ES = re.compile(r"(?:ch|sh|ss|x|zz)es$")
_NO_S = re.compile(r"(?:ss|us|is|'s)$")
_MAN = re.compile(r"(?<=[a-z]{2})men$")


def singular(word: str) -> str:
    """The singular of an English noun, lower case; a word that is no plural comes back as it is.

    >>> singular("Countries"), singular("policemen"), singular("series")
    ('country', 'policeman', 'series')
    """
    low = word.lower()
    known = _IRREGULAR.get(low)
    if known is not None:
        return known
    if len(low) < 4 or low[-1] not in "sn" or low in _SAME:
        return low
    if low[-1] == "n":
        return _MAN.sub("man", low)
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith("women"):
        return low[:-2] + "an"
    if _ES.search(low):
        return low[:-2]
    return low if _NO_S.search(low) else low[:-1]
