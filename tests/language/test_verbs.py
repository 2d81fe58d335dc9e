"""The forms of verbs."""

import pytest

from xref.language import grammar as compile_grammar
from xref.language.lemmas import conjugated
from xref.lexicon import table


@pytest.mark.parametrize(
    ("lemma", "past", "doubled", "forms"),
    [
        ("say", ["said"], False, {"say": "b", "says": "s", "saying": "g", "said": "d"}),
        ("deny", [], False, {"deny": "b", "denies": "s", "denying": "g", "denied": "d"}),
        ("argue", [], False, {"argue": "b", "argues": "s", "arguing": "g", "argued": "d"}),
        ("agree", [], False, {"agree": "b", "agrees": "s", "agreeing": "g", "agreed": "d"}),
        ("admit", [], True, {"admit": "b", "admits": "s", "admitting": "g", "admitted": "d"}),
        ("lie", ["lied"], False, {"lie": "b", "lies": "s", "lying": "g", "lied": "d"}),
        ("stress", [], False, {"stress": "b", "stresses": "s", "stressing": "g", "stressed": "d"}),
        (
            "write",
            ["wrote", "written"],
            False,
            {"write": "b", "writes": "s", "writing": "g", "wrote": "d", "written": "n"},
        ),
    ],
)
def test_conjugation(lemma: str, past: list[str], doubled: bool, forms: dict[str, str]) -> None:
    assert conjugated(lemma, past, doubled) == forms


def test_a_verb_with_a_particle_enters_its_constructions_only_with_it() -> None:
    verb = compile_grammar(table).verbs["called"]
    assert "naming" in verb.takes
    assert "attempt" in verb.phrasal["for"]
    assert "attempt" not in verb.takes


def test_a_form_that_is_a_noun_too_is_marked() -> None:
    verbs = compile_grammar(table).verbs
    assert verbs["claims"].noun
    assert not verbs["says"].noun
