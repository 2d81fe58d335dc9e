"""What other independent texts say of an article's figures and quotes."""

from datetime import date

import pytest

from xref.model.claim import Scope
from xref.model.link import (
    Cell,
    Check,
    Origin,
    Pair,
    Rendering,
    RenderingPair,
    Slot,
    Utterance,
)
from xref.model.match import Match
from xref.model.relation import Kind, Place, Relation, Wording, WordingRelation
from xref.model.report import Linked
from xref.model.span import Span
from xref.profile.standing import Answer, shared

COPIES = (Origin("o", ("a", "copy"), "one text"),)


def cell(article: str) -> Cell:
    return Cell(article, (f"{article}-1",), f"{article}-1", 1.0, 1.0, Scope(), date(2031, 1, 1))


def slot(pairs: dict[str, Kind], sure: str = "", origins: int = 3) -> Slot:
    """A question; `pairs` are "a b" with their relation, those of `sure` are surely of one thing."""
    names = sorted({name for pair in pairs for name in pair.split()})
    made = []
    for pair, kind in pairs.items():
        a, b = pair.split()
        match = Match(f"{a}-1", f"{b}-1", 0.95 if pair in sure else 0.6) if a != b else None
        made.append(Pair(a, b, Relation(kind, ""), match))
    return Slot(
        "q", "s", "quantity", None, "boat", None, None, None, Scope(),
        tuple(map(cell, names)), tuple(made), Kind.AGREE, "", origins,
    )  # fmt: skip


def figures(made: Slot, origins: tuple[Origin, ...] = COPIES) -> dict[str, Answer]:
    found = shared(Linked(slots=(made,), origins=origins)).figures
    return {article: answers[0] for article, answers in found.items()}


@pytest.mark.parametrize(
    ("kind", "standing"),
    [
        (Kind.AGREE, "borne out"),
        (Kind.COMPATIBLE, "borne out"),
        (Kind.UPDATE, "explained"),
        (Kind.CORRECTION, "explained"),
        (Kind.SCOPE, "explained"),
        (Kind.ATTRIBUTED, "explained"),
        (Kind.CONFLICT, "differing"),
    ],
)
def test_each_relation_has_its_standing(kind: Kind, standing: str):
    assert figures(slot({"a b": kind}, sure="a b"))["a"].standing == standing


def test_a_copy_bears_nothing_out():
    assert figures(slot({"a copy": Kind.AGREE}))["a"] == Answer("a-1", "only here")


def test_the_gravest_counts_and_is_as_sure_as_what_it_rests_on():
    found = figures(slot({"a b": Kind.AGREE, "a c": Kind.CONFLICT, "b c": Kind.CONFLICT}, "a b"))
    assert found["a"] == Answer("a-1", "differing", likely=True)
    assert figures(slot({"a b": Kind.AGREE}, "a b"))["a"] == Answer("a-1", "borne out")
    assert figures(slot({"a b": Kind.AGREE}))["a"] == Answer("a-1", "borne out", likely=True)


def test_an_outlier_stands_against_texts_of_one_mind():
    pairs = {"a b": Kind.AGREE, "a c": Kind.CONFLICT, "b c": Kind.CONFLICT}
    assert [name for name, each in figures(slot(pairs)).items() if each.outlier] == ["c"]
    all_differ = dict.fromkeys(pairs, Kind.CONFLICT)
    assert not any(each.outlier for each in figures(slot(all_differ)).values())
    two = {"a b": Kind.CONFLICT}
    assert not any(each.outlier for each in figures(slot(two, origins=2)).values())


@pytest.mark.parametrize(
    ("wording", "standing"),
    [
        (Wording.VERBATIM, "verbatim"),
        (Wording.TYPOGRAPHY, "verbatim"),
        (Wording.EXCERPT, "cut"),
        (Wording.OMISSION, "cut"),
        (Wording.PARAPHRASE, "retold"),
        (Wording.ALTERED, "altered"),
        (Wording.REDATED, "altered"),
        (Wording.REASSIGNED, "altered"),
    ],
)
def test_how_other_texts_print_a_quote(wording: Wording, standing: str):
    relation = WordingRelation(wording, wording, True, True, "")
    renderings = (Rendering("a", "1"), Rendering("b", "2"), Rendering("copy", "3"))
    pairs = (RenderingPair("a", "b", relation), RenderingPair("a", "copy", relation))
    said = Utterance("u", "s", None, renderings, pairs, wording, "", 2)
    found = shared(Linked(utterances=(said,), origins=COPIES)).quotes
    assert found["a"]["1"].standing == standing
    assert found["copy"]["3"].standing == "only here"


def test_contradictions_and_checks_belong_to_the_one_article_that_they_are_in():
    inside = slot({"a a": Kind.INTERNAL, "a b": Kind.AGREE})
    place = {name: Place(name, "text", Span(0, 1), "x", f"{name}-1") for name in "ab"}
    checks = (
        Check("parts", "s", "they do not sum", (place["a"],)),
        Check("noun", "s", "another noun", (place["a"], place["b"])),
    )
    found = shared(Linked(slots=(inside,), checks=checks))
    assert found.contradictions == {"a": ["a-1"]}
    assert found.checks == {"a": [checks[0]]}
