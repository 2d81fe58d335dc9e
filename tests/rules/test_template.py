"""Messages: a whitelist of placeholders, and values that are never read as templates."""

import pytest

from xref.rules.template import DEFAULTS, PLACEHOLDERS, faults, fill


def test_values_are_put_in_as_they_are() -> None:
    told = fill("{a.text} / {b.text}", {"a.text": "{b.text}", "b.text": "{0.__class__}"})
    assert told == "{b.text} / {0.__class__}"


def test_doubled_braces_stand_for_one() -> None:
    assert fill("{{{a.text}}}", {"a.text": "x"}) == "{x}"
    assert fill("}} {{", {}) == "} {"


@pytest.mark.parametrize(
    "template",
    ["{a.text.__class__}", "{a.text!r}", "{a.text:>10}", "{a[text]}", "{}", "{0}", "{ }"],
)
def test_what_str_format_would_do_is_refused(template: str) -> None:
    (fault,) = faults(template, PLACEHOLDERS["amount"])
    assert fault.placeholder is not None


@pytest.mark.parametrize(("template", "at"), [("ab {", 3), ("a } b", 2), ("{a.text} {x", 9)])
def test_a_lone_brace_is_told_with_its_place(template: str, at: int) -> None:
    (fault,) = faults(template, PLACEHOLDERS["amount"])
    assert fault.at == at


def test_spaces_inside_the_braces_do_not_matter() -> None:
    assert not faults("{ a.text }", PLACEHOLDERS["amount"])
    assert fill("{ a.text }", {"a.text": "x"}) == "x"


@pytest.mark.parametrize("what", sorted(DEFAULTS))
def test_the_default_messages_use_what_their_type_has(what: str) -> None:
    assert not faults(DEFAULTS[what], PLACEHOLDERS[what])
