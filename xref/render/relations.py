"""What each relation is called and what it means, in words for an editor."""

from typing import NamedTuple

from xref.model.relation import Kind, Wording


class Name(NamedTuple):
    """A relation's label and the sentence that explains it."""

    label: str
    meaning: str


FIGURES: dict[Kind, Name] = {
    Kind.SINGLE: Name("one outlet only", "One article gives this figure and no other does."),
    Kind.AGREE: Name(
        "agree",
        "The figures are equal, or equal once rounded or converted. "
        "Outlets agree; that does not make it true.",
    ),
    Kind.COMPATIBLE: Name(
        "compatible", "One figure is a bound or vague, and both can hold; one may refine the other."
    ),
    Kind.UPDATE: Name("update", "A later figure of a count that was still running."),
    Kind.CORRECTION: Name("correction", "An outlet declares that its earlier figure was wrong."),
    Kind.SCOPE: Name(
        "different scope", "The figures count another subset, another place or another period."
    ),
    Kind.ATTRIBUTED: Name(
        "different sources",
        "Each figure has a named source of its own; both may be reported rightly.",
    ),
    Kind.DENIAL: Name("denied", "One outlet reports as denied what another asserts."),
    Kind.INTERNAL: Name("contradicts itself", "One article gives two figures for one thing."),
    Kind.CONFLICT: Name(
        "conflict", "The figures differ, and no words of the articles explain why."
    ),
}

WORDINGS: dict[Wording, Name] = {
    Wording.SINGLE: Name("one outlet only", "One article prints these words and no other does."),
    Wording.VERBATIM: Name("verbatim", "The words are the same."),
    Wording.TYPOGRAPHY: Name("typography", "Only quote marks, case or contractions differ."),
    Wording.EXCERPT: Name(
        "excerpt", "One rendering is cut at its edges, or with a marked ellipsis."
    ),
    Wording.PARAPHRASE: Name(
        "paraphrase", "One article reports in its own words what another quotes."
    ),
    Wording.OMISSION: Name("words left out", "Words are missing inside the quotation, unmarked."),
    Wording.ALTERED: Name("altered", "Words inside the quotation differ."),
    Wording.REDATED: Name("another day", "The same words are said to be of another day."),
    Wording.REASSIGNED: Name("another speaker", "The same words are put into another mouth."),
}

OTHERS: dict[str, Name] = {
    "sanity": Name("does not add up", "A check that an editor makes inside one article fails."),
    "claim": Name(
        "no named source", "A statement that stands without the source that its rule asks for."
    ),
    "support": Name(
        "thin support", "A statement with fewer independent sources than its rule asks for."
    ),
}


def name(relation: str, quoted: bool = False) -> Name:
    """The name of a relation; `quoted` chooses between the two kinds that are called ``single``."""
    if relation in OTHERS:
        return OTHERS[relation]
    if not quoted and relation in FIGURES:
        return FIGURES[Kind(relation)]
    if relation in WORDINGS:
        return WORDINGS[Wording(relation)]
    return Name(relation.replace("_", " "), "")


_SIGNS: dict[str, str] = {
    Kind.AGREE: "=",
    Kind.COMPATIBLE: "≈",
    Kind.UPDATE: "↑",
    Kind.CORRECTION: "✎",
    Kind.SCOPE: "⊂",
    Kind.ATTRIBUTED: "@",
    Kind.INTERNAL: "⇄",
    Kind.DENIAL: "✗",
    Kind.CONFLICT: "≠",
    Wording.VERBATIM: "=",
    Wording.TYPOGRAPHY: "=",
    Wording.EXCERPT: "✂",
    Wording.PARAPHRASE: "≈",
    Wording.OMISSION: "✂",
    Wording.ALTERED: "≠",
    Wording.REDATED: "≠",
    Wording.REASSIGNED: "≠",
}


def sign(relation: str) -> str:
    """A sign for a relation, so that no colour need tell it; a dot where there is none."""
    return _SIGNS.get(relation, "·")


def every() -> dict[str, Name]:
    """Every relation by its published name; of two called ``single`` that of figures."""
    named = {str(key): each for key, each in WORDINGS.items()}
    return named | {str(key): each for key, each in FIGURES.items()} | OTHERS
