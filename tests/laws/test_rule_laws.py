"""Laws of rules: whatever the file holds it is read or told; order, copies and edits change nothing."""

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.golden.making import Newsroom, article, cell, count, exact, pair, slot
from tests.rules.making import linked, ruleset
from xref.model.link import Origin
from xref.model.relation import Kind
from xref.rules import RuleErrors, apply, load
from xref.rules import vocabulary as vocab
from xref.rules.baseline import apply_baseline, baseline_of, read_baseline
from xref.rules.models import ClaimRule, CompareRule, SupportRule
from xref.rules.template import PLACEHOLDERS, faults, fill

WORDS = sorted(
    {
        *(
            field.alias or name
            for model in (ClaimRule, CompareRule, SupportRule)
            for name, field in model.model_fields.items()
        ),
        *vocab.SELECTS,
        *vocab.KINDS,
        *vocab.TYPES,
        *vocab.FIGURES,
        *vocab.LEVELS,
        *(
            "any",
            "all",
            "not",
            "min",
            "max",
            "rel",
            "abs",
            "by",
            "across",
            "within",
            "message",
            "level",
            "none",
            "10%",
            "7d",
            "{a.text}",
            "{",
        ),
    }
)
LEAVES = st.one_of(
    st.sampled_from(WORDS),
    st.integers(-5, 200),
    st.booleans(),
    st.none(),
    st.floats(allow_nan=False),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(WORDS), inner, max_size=4)
    ),
    max_leaves=12,
)


def read_or_told(text: str, file: Path) -> None:
    """A file is read, or every error has a place in it and renders."""
    file.write_text(text, encoding="utf-8", newline="")
    try:
        load([file])
    except RuleErrors as errors:
        lines = max(1, text.count("\n") + text.count("\r") + 3)
        for error in errors.errors:
            assert 1 <= error.mark.line <= lines
            assert error.mark.column >= 1
            assert str(error).startswith(f"{file}:{error.mark.line}:{error.mark.column}: ")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("laws") / "rules.yaml"


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_or_told(text: str, file: Path) -> None:
    read_or_told(text, file)


@given(rules=st.lists(st.dictionaries(st.sampled_from(WORDS), VALUES, max_size=7), max_size=3))
@settings(max_examples=150, deadline=None)
def test_any_mapping_is_read_or_told(rules: list[dict[str, Any]], file: Path) -> None:
    read_or_told(yaml.safe_dump({"xref": 1, "rules": rules}, allow_unicode=True), file)


BASES: list[dict[str, Any]] = [
    {"id": "a", "type": "compare", "select": {"kind": "quantity"}, "report": {"conflict": "error"}},
    {"id": "a", "type": "claim", "select": {"kind": "quantity"}, "report": "info"},
    {"id": "a", "type": "support", "select": {}, "require": {"min": 2}, "report": "info"},
]


@given(base=st.sampled_from(BASES), key=st.sampled_from(WORDS), value=VALUES)
@settings(max_examples=200, deadline=None)
def test_a_valid_rule_with_one_part_replaced_is_read_or_told(
    base: dict[str, Any], key: str, value: Any, file: Path
) -> None:
    read_or_told(yaml.safe_dump({"xref": 1, "rules": [{**base, key: value}]}), file)


@given(
    template=st.text(alphabet="ab{} .x", max_size=30)
    | st.lists(
        st.sampled_from([*(f"{{{p}}}" for p in PLACEHOLDERS["claim"]), "{{", "}}", "x "])
    ).map("".join),
    value=st.text(max_size=10),
)
def test_a_template_without_faults_fills_and_holds_its_values(template: str, value: str) -> None:
    allowed = PLACEHOLDERS["claim"]
    if faults(template, allowed):
        return
    told = fill(template, dict.fromkeys(allowed, value))
    assert told.count(value) >= sum(template.count(f"{{{name}}}") for name in allowed if value)


RULES = ruleset(
    """
    - id: toll
      type: compare
      select: {kind: quantity, measure: people.killed}
      report: {conflict: error, update: info, scope: info, agree: info}
    - id: no-source
      type: claim
      select: {kind: quantity, attribution: none}
      unless: {corroborated: {min_origins: 3}}
      report: warning
    """
)
RELATIONS = [kind.value for kind in Kind if kind not in (Kind.SINGLE, Kind.INTERNAL)]


@st.composite
def stories(draw: st.DrawFn) -> tuple[Newsroom, list[Any]]:
    """Up to five articles with one figure each, related anyhow, in one or two slots."""
    numbers = draw(st.lists(st.integers(1, 90), min_size=2, max_size=5))
    room = Newsroom(
        *(
            article(f"n{at}", f"Outlet {at}", f"{n} people died.", title="T")
            for at, n in enumerate(numbers)
        )
    )
    claims = [
        room.claim(f"n{at}", f"{n} people", count(exact(n), "person", "people.killed"))
        for at, n in enumerate(numbers)
    ]
    cut = draw(st.integers(0, len(claims)))
    slots = []
    for name, part in (("s", claims[:cut]), ("t", claims[cut:])):
        pairs = [
            pair(a.article, b.article, draw(st.sampled_from(RELATIONS)), "drawn")
            for at, a in enumerate(part)
            for b in part[at + 1 :]
        ]
        if part:
            slots.append(slot(name, "story", [cell(claim) for claim in part], pairs, part[0]))
    return room, slots


@given(story=stories(), seed=st.integers(0, 1000))
@settings(max_examples=60, deadline=None)
def test_the_order_of_articles_claims_and_slots_changes_nothing(
    story: tuple[Newsroom, list[Any]], seed: int
) -> None:
    room, slots = story
    shuffled = random.Random(seed)
    articles, claims = list(room.articles.items()), [(c.id, c) for c in room.claims]
    before = apply(RULES, dict(articles), dict(claims), linked(room, slots=slots))
    for each in (articles, claims, slots):
        shuffled.shuffle(each)
    after = apply(RULES, dict(articles), dict(claims), linked(room, slots=slots))
    assert after == before
    assert len({found.id for found in before}) == len(before)


@given(story=stories())
@settings(max_examples=60, deadline=None)
def test_a_rule_never_joins_what_linking_kept_apart(story: tuple[Newsroom, list[Any]]) -> None:
    room, slots = story
    together = [{c.article for c in each.cells} for each in slots]
    claims = {claim.id: claim for claim in room.claims}
    for found in apply(RULES, room.articles, claims, linked(room, slots=slots)):
        named = {place.article for place in (found.primary, *found.related)}
        assert any(named <= articles for articles in together)


@given(story=stories(), number=st.integers(0, 4))
@settings(max_examples=60, deadline=None)
def test_a_syndicated_copy_adds_neither_agreement_nor_disagreement(
    story: tuple[Newsroom, list[Any]], number: int
) -> None:
    room, slots = story
    claims = {claim.id: claim for claim in room.claims}
    before = apply(RULES.only("toll"), room.articles, claims, linked(room, slots=slots))
    first = room.claims[number % len(room.claims)]
    original = room.articles[first.article]
    copied = article("z", "Zephyr", original.text, title="T")
    wider = Newsroom(*room.articles.values(), copied)
    wider.claims = list(room.claims)
    copy = wider.claim("z", first.text, first.value)
    more = []
    for each in slots:
        if first.id not in {claim for c in each.cells for claim in c.claims}:
            more.append(each)
            continue
        pairs = list(each.pairs)
        for known in each.pairs:
            if first.article in (known.a, known.b):
                other = known.b if known.a == first.article else known.a
                pairs.append(pair("z", other, known.relation.kind.value, "drawn"))
        pairs.append(pair("z", first.article, "agree", "copied"))
        cells = [*each.cells, cell(copy)]
        more.append(replace(each, cells=tuple(cells), pairs=tuple(pairs)))
    wire = Origin("wire", (first.article, "z"), "the same words")
    known_claims = {claim.id: claim for claim in wider.claims}
    after = apply(
        RULES.only("toll"), wider.articles, known_claims, linked(wider, slots=more, origins=[wire])
    )
    assert [(f.rule, f.relation, f.fingerprint) for f in after] == [
        (f.rule, f.relation, f.fingerprint) for f in before
    ]


@given(story=stories())
@settings(max_examples=40, deadline=None)
def test_a_baseline_of_a_run_leaves_nothing_new(story: tuple[Newsroom, list[Any]]) -> None:
    room, slots = story
    claims = {claim.id: claim for claim in room.claims}
    found = apply(RULES, room.articles, claims, linked(room, slots=slots))
    done = apply_baseline(
        found, read_baseline(baseline_of(found, room.articles).text()), room.articles
    )
    assert (done.new, done.accepted) == ([], found)
