"""What a rewording touches."""

import pytest

from xref.model.relation import Wording, WordingRelation
from xref.rules.rewording import changes

Diff = tuple[tuple[str, str, str], ...]


def of(diff: Diff, *moved: str) -> set[str]:
    relation = WordingRelation(Wording.ALTERED, Wording.ALTERED, True, None, "", diff, moved=moved)
    return set(changes(relation))


CASES: list[tuple[str, Diff, tuple[str, ...], set[str]]] = [
    ("a not put in", (("insert", "", "not"),), ("negation",), {"negation"}),
    ("a contraction", (("replace", "will", "won't"),), ("negation",), {"negation"}),
    (
        "a cut clause with a not in it",
        (("delete", "we do not want him", ""),),
        ("negation",),
        {"content"},
    ),
    (
        "a cut clause beside a not put in",
        (("delete", "we do not want him", ""), ("insert", "", "never")),
        ("negation",),
        {"negation"},
    ),
    ("another number", (("replace", "30", "13"),), ("number",), {"numbers", "content"}),
    ("another noun", (("replace", "bridge", "tunnel"),), (), {"content"}),
    ("the plural", (("replace", "duty", "duties"),), (), {"grammar"}),
    ("a filler", (("delete", "well", ""),), (), {"grammar"}),
    ("an article", (("replace", "a", "the"),), (), {"grammar"}),
    ("a word moved", (("delete", "today", ""), ("insert", "", "today")), (), {"grammar"}),
    ("a modal", (("replace", "will", "would"),), ("modal",), {"modals"}),
    ("nothing", (), (), {"grammar"}),
    (
        "a sentence that one side lacks at its end",
        (
            ("equal", "We will", "We will"),
            ("delete", "well", ""),
            ("equal", "win", "win"),
            ("insert", "", "the match"),
        ),
        (),
        {"grammar"},
    ),
]


@pytest.mark.parametrize(("diff", "moved", "kinds"), [pytest.param(*c[1:], id=c[0]) for c in CASES])
def test_what_is_touched(diff: Diff, moved: tuple[str, ...], kinds: set[str]) -> None:
    assert of(diff, *moved) == kinds
