"""YAML as rule files have it: places, YAML 1.2 scalars, and nothing that runs or recurses."""

import pytest

from xref.rules.marks import parse


def plain(text: str) -> object:
    top, errors = parse(text, "f.yaml")
    assert not errors
    assert top is not None
    return top.plain


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("null", None),
        ("''", ""),
        ("'true'", "true"),
        ("12", 12),
        ("-3", -3),
        ("0.5", 0.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("12:30", "12:30"),
        ("10%", "10%"),
        ("1_000", "1_000"),
        ("2022-01-12", "2022-01-12"),
        ("0x1f", "0x1f"),
        ("9" * 400, "9" * 400),
    ],
)
def test_scalars_are_those_of_yaml_1_2(text: str, value: object) -> None:
    assert plain(f"a: {text}") == {"a": value}


def test_an_empty_value_is_null() -> None:
    assert plain("a:\nb: 1") == {"a": None, "b": 1}


def test_every_value_and_key_knows_its_place() -> None:
    top, _ = parse("a: 1\nb:\n  - {c: dé, e: f}\n", "f.yaml")
    assert top is not None
    found = top.at(("b", 0, "e"))
    assert (found.mark.line, found.mark.column, found.mark.width) == (3, 16, 1)
    key = top.at(("b", 0)).key_mark("e")
    assert (key.line, key.column) == (3, 13)


def test_a_path_that_leads_nowhere_ends_at_the_last_value() -> None:
    top, _ = parse("a: {b: 1}", "f.yaml")
    assert top is not None
    assert top.at(("a", "x", "y")).plain == {"b": 1}
    assert top.at(("a", "b", 0)).plain == 1


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_hostile_nesting_is_refused_at_once(opening: str) -> None:
    top, errors = parse(opening * 100_000, "f.yaml")
    assert top is None
    assert "nested more than 30 deep" in errors[0].message


def test_aliases_do_not_multiply() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdef", "bcdefg", strict=True)
    )
    _, errors = parse(bomb, "f.yaml")
    assert any("aliases" in error.message for error in errors)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: [1,\nb: 2", 1, 4),
        ('a: "x\n', 1, 4),
        ("a: b: c", 1, 5),
        ("a: [b\nc: d]\ne", 2, 2),
        ("x:\n  a\x07", 2, 4),
        ("x: é\x1f", 1, 5),
    ],
)
def test_broken_yaml_is_told_with_its_place(text: str, line: int, column: int) -> None:
    top, errors = parse(text, "f.yaml")
    assert top is None
    assert (errors[0].mark.line, errors[0].mark.column) == (line, column)


def test_lines_are_counted_as_yaml_counts_them() -> None:
    top, _ = parse("a: 1\r\nb: 2\rc: 3\n", "f.yaml")
    assert top is not None
    assert top.key_mark("c").line == 3
