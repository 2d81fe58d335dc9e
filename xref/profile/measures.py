"""The names of what a profile counts, in order: the one table of them."""

from enum import StrEnum


class Group(StrEnum):
    """Parts that together are the whole of something."""

    FIGURES = "figures by source"
    STATEMENTS = "statements by source"
    ELSEWHERE = "figures and dates beside other texts"
    QUOTES = "quotes beside other texts"


SOURCES = ("named", "institutional", "document", "anonymous", "unsourced")
"""Who stands behind a figure or a statement: a person by name, an institution, a document, a source
that is not named, nobody."""

BORNE, EXPLAINED, DIFFERS, ALONE = "borne out", "explained", "differing", "only here"

ELSEWHERE = {
    BORNE: "borne out by another text",
    EXPLAINED: "differing for a reason told",
    DIFFERS: "differing with no reason told",
    ALONE: "in no other text",
}
"""What other independent texts say of a figure or a date; the gravest counts."""

VERBATIM, CUT, ALTERED, RETOLD = "verbatim", "cut", "altered", "retold"

QUOTES = {
    VERBATIM: "verbatim",
    CUT: "cut or longer",
    ALTERED: "with other words, speaker or day",
    RETOLD: "in other words only",
    ALONE: "in no other text",
}
"""How other independent texts print a quote; the gravest counts."""

INSIDE = {
    "headline": "headline against body",
    "contradiction": "contradictions within",
    "check": "sums, dates and counts that do not hold",
    "outlier": "outliers among three texts or more",
}
"""What is at odds inside an article, or stands alone against all others."""

HEDGES = {"statement": "statements hedged", "figure": "figures hedged"}
