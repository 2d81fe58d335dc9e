"""A rule file to start from: small, valid, its own test passing."""

from collections.abc import Sequence

from xref.lexicon.nouns import plural
from xref.rules.examples import EXAMPLES
from xref.rules.vocabulary import TYPES

SCHEMA_LINE = "# yaml-language-server: $schema=rules.schema.json"

_MEASURED = """\
{head}
xref: 1
measures:
  {measure}:
    counted: [{noun}]
    near: [{near}]
    for: ["{one}"]
rules:
- id: {id}
  type: {type}
{body}"""

_BODIES = {
    "compare": """\
  select: {{kind: quantity, measure: {measure}}}
  report:
    conflict:
      level: error
      message: "{{a.outlet}} says {{a.text}}, {{b.outlet}} says {{b.text}}"
    agree: info
  tests:
  - name: two figures that cannot both hold
    given: ["{one}", "{other}"]
    expect: conflict
""",
    "claim": """\
  select: {{kind: quantity, measure: {measure}, attribution: none}}
  report: {{level: warning, message: "“{{text}}” is given with no source"}}
  tests:
  - name: nobody stands behind the figure
    given: ["{one}"]
    expect: claim
""",
    "arithmetic": """\
  select: {{kind: quantity, measure: {measure}}}
  sum: sentence
  equals: 900
  report: {{level: warning, message: "{{outlet}}: {{reason}}"}}
  tests:
  - name: parts that come to something else
    given: ["{both}"]
    expect: sanity
""",
    "support": """\
  select: {{kind: quantity, measure: {measure}}}
  require: {{distinct: origin, min: 2}}
  report: {{level: warning, message: "only {{a.outlet}} reports “{{a.text}}”"}}
  tests:
  - name: one outlet alone
    given: ["{one}", "Talks go on."]
    expect: support
""",
}


def meant(id_: str) -> tuple[str, tuple[str, ...]] | None:
    """The noun that is counted and the words near it, as an id tells them; ``None`` for one word.

    >>> meant("ferry-capacity")
    ('capacity', ('ferry',))
    """
    *near, noun = id_.split("-")
    return (noun, tuple(near)) if near and noun.isalpha() else None


def new_rule(id_: str, type_: str, noun: str = "", near: Sequence[str] = ()) -> str:
    """A rule file to start from: a rule of a type under a new id.

    With a `noun` it is about figures that count it, given a word of `near` beside them; without,
    it is the smallest rule of its type.

    Raises:
        KeyError: when there is no such type.
    """
    if type_ not in EXAMPLES:
        raise KeyError(f'there is no type "{type_}"; allowed: {", ".join(TYPES)}')
    if not noun or not near:
        first, rest = EXAMPLES[type_].split("\n", 1)
        assert first.startswith("- id: ")
        return f"{SCHEMA_LINE}\nxref: 1\nrules:\n- id: {id_}\n{rest}"
    first, *others = id_.split("-")
    told = {
        "measure": f"{first}.{'_'.join(others) or noun.replace(' ', '_')}",
        "one": f"The {near[0]} has 300 {plural(noun)}.",
        "other": f"The {near[0]} has 410 {plural(noun)}.",
        "both": f"The {near[0]} has 300 {plural(noun)} and 410 {plural(noun)}.",
    }
    body = _BODIES[type_].format(**told)
    return _MEASURED.format(
        head=SCHEMA_LINE, id=id_, type=type_, noun=noun, near=", ".join(near), body=body, **told
    )
