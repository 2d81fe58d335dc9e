"""Compare rules over quotations: the utterances as linking made them, related the rule's way."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.golden.making import Newsroom, article, rendered, utterance
from tests.rules.making import findings, results
from xref.model.claim import SourceType
from xref.model.link import RenderingPair
from xref.model.relation import WordingRelation

RULE = """
- id: wording
  type: compare
  select: {kind: quotation, attribution: [named, organisation], words: {min: 4}}
  compare: {as: words}
  report:
    altered: {level: warning, message: "{speaker}: {a.text} | {b.text} | {diff}"}
    reassigned: {level: error, message: "{a.speaker} or {b.speaker}"}
"""
DIFF = (
    ("equal", "We will", "We will"),
    ("insert", "", "not"),
    ("equal", "sign the paper", "sign the paper"),
)


def pairing(one: Any, other: Any, relation: str, moved: tuple[str, ...] = ()) -> RenderingPair:
    found = rendered(one, other, relation, "words differ", diff=DIFF)
    told = found.relation
    return RenderingPair(
        found.a,
        found.b,
        WordingRelation(
            told.relation,
            told.wording,
            told.same_speaker,
            told.same_date,
            told.reason,
            told.diff,
            moved=moved,
        ),
    )


def two(
    rules: str,
    relation: str = "altered",
    moved: tuple[str, ...] = ("negation",),
    *,
    type_: str = "named",
) -> tuple[str, Newsroom, dict[str, Any]]:
    room = Newsroom(
        article("a", "Argus", "“We will sign the paper,” Ada Lorn said.", title="T"),
        article("b", "Courier", "“We will not sign the paper,” Ada Lorn said.", title="T"),
    )
    one = room.quote(
        "a", "We will sign the paper", room.said("a", "Ada Lorn", "said", type_, name="Ada Lorn")
    )
    other = room.quote(
        "b",
        "We will not sign the paper",
        room.said("b", "Ada Lorn", "said", type_, name="Ada Lorn"),
    )
    said = utterance("u", "story", "Ada Lorn", [one, other], [pairing(one, other, relation, moved)])
    return rules, room, {"utterances": [said]}


def with_compare(options: str) -> str:
    return RULE.replace("{as: words}", f"{{as: words, {options}}}").replace(
        '    reassigned: {level: error, message: "{a.speaker} or {b.speaker}"}\n', ""
    )


def test_both_wordings_and_their_difference_are_told() -> None:
    rules, room, links = two(RULE)
    (found,) = findings(rules, room, **links)
    assert found.message == "Ada Lorn: We will sign the paper | We will not sign the paper | +“not”"
    assert (found.utterance, found.primary.article) == ("u", "a")


@pytest.mark.parametrize(
    ("days", "told"), [((3, 4), "+“not”"), ((4, 3), "−“not”")], ids=["in order", "the other way"]
)
def test_the_difference_is_told_from_the_earlier_to_the_later(
    days: tuple[int, int], told: str
) -> None:
    rules, room, links = two(RULE)
    later = {
        id_: replace(room.articles[id_], published=(date(2031, 5, day),) * 2)
        for id_, day in zip("ab", days, strict=True)
    }
    room.articles.update(later)
    (found,) = findings(rules, room, **links)
    assert found.message.endswith(f" | {told}")


@pytest.mark.parametrize("type_", ["anonymous", "none"])
def test_what_is_not_selected_is_not_compared(type_: str) -> None:
    rules, room, links = two(RULE, type_=type_)
    assert SourceType(type_)
    assert results(rules, room, **links) == []


def test_short_quotations_are_left_out_by_their_words() -> None:
    rules, room, links = two(RULE.replace("min: 4", "min: 6"))
    assert results(rules, room, **links) == []


def test_a_likeness_that_is_enough_makes_wordings_the_same() -> None:
    rules, room, links = two(with_compare("same: 90, variant: 20"), moved=())
    assert [outcome.relation for outcome in results(rules, room, **links)] == ["typography"]


@pytest.mark.parametrize(
    ("moved", "guards", "relation"),
    [
        (("negation",), "[negation, numbers]", "altered"),
        (("number",), "[negation, numbers]", "altered"),
        (("modal",), "[negation, numbers]", "typography"),
        (("negation",), "modals", "typography"),
    ],
)
def test_a_guarded_word_is_never_the_same(
    moved: tuple[str, ...], guards: str, relation: str
) -> None:
    rules, room, links = two(with_compare(f"same: 80, variant: 20, guards: {guards}"), moved=moved)
    assert [outcome.relation for outcome in results(rules, room, **links)] == [relation]


def test_wordings_that_are_not_alike_are_left_out() -> None:
    rules, room, links = two(with_compare("same: 98, variant: 95"))
    assert results(rules, room, **links) == []


@pytest.mark.parametrize(
    ("changed", "moved", "number"),
    [
        ("negation", ("negation",), 1),
        ("[numbers, negation]", ("number",), 1),
        ("{not: negation}", ("negation",), 0),
        ("{not: negation}", (), 1),
        ("grammar", (), 1),
        ("grammar", ("name",), 0),
        ("content", ("name",), 0),
    ],
)
def test_a_rule_can_look_at_some_changes_alone(
    changed: str, moved: tuple[str, ...], number: int
) -> None:
    rules, room, links = two(with_compare(f"changed: {changed}"), moved=moved)
    assert len(findings(rules, room, **links)) == number


def test_words_given_to_somebody_else() -> None:
    rules, room, links = two(RULE, relation="reassigned")
    (found,) = findings(rules, room, **links)
    assert (found.relation, found.message) == ("reassigned", "Ada Lorn or Ada Lorn")


def test_a_long_quotation_is_shown_where_it_differs() -> None:
    room = Newsroom(
        *(
            article(
                id_,
                id_,
                f"“{'We said so many times before. ' * 12}We will{word} sign,” Ada Lorn said.",
                title="T",
            )
            for id_, word in (("a", ""), ("b", " not"))
        )
    )
    front = "We said so many times before. " * 12
    said = {id_: room.said(id_, "Ada Lorn", "said", name="Ada Lorn") for id_ in ("a", "b")}
    one = room.quote("a", f"{front}We will sign", said["a"])
    other = room.quote("b", f"{front}We will not sign", said["b"])
    diff = (
        (
            "equal",
            f"{front}We will",
        )
        * 1
        + (f"{front}We will",),
        ("insert", "", "not"),
        ("equal", "sign", "sign"),
    )
    found = rendered(one, other, "altered", "words differ", diff=diff)
    (told,) = findings(
        RULE, room, utterances=[utterance("u", "story", "Ada Lorn", [one, other], [found])]
    )
    assert "… " in told.message
    assert "We will not sign | +“not”" in told.message
    assert len(told.message) < 400
