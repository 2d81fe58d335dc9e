"""The published JSON: its shapes, its numbers, its schemas."""

import json
from decimal import Decimal

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.making import Newsroom, article, exact
from tests.golden.sample import report
from xref.model.amount import Amount, Bound, Unit
from xref.model.claim import Quantity
from xref.render import FORMATS, Options
from xref.render.encoding import line, number
from xref.render.records import claim_record, report_record, schema

CLAIM = [
    "schema", "id", "kind", "article", "outlet", "in", "start", "end", "text", "sentence", "zone", "repeats", "derived_from",
    "quantity", "date", "quotation", "statement", "attribution",
    "standing", "stands_by", "elsewhere", "elsewhere_by",
]  # fmt: skip
QUANTITY = [
    "low", "high", "nominal", "bound", "unit", "dimension", "counted", "counted_text", "measure", "is", "trend", "subject",
    "event", "scope", "as_of", "also",
    "parts",
]  # fmt: skip
REPORT = [
    "schema", "articles", "stories", "origins", "persons", "claims", "slots", "utterances", "findings", "not_compared",
    "profiles", "skipped",
]  # fmt: skip
SLOT = [
    "id",
    "story",
    "kind",
    "measure",
    "unit",
    "subject",
    "event",
    "scope",
    "cells",
    "pairs",
    "relation",
    "reason",
    "origins",
]
FINDING = [
    "id",
    "rule",
    "level",
    "relation",
    "message",
    "primary",
    "related",
    "slot",
    "utterance",
    "reason",
    "fingerprint",
]


@pytest.fixture(scope="module")
def published():
    return json.loads(FORMATS["json"].render(report(), Options()))


@pytest.fixture(scope="module")
def claims():
    text = FORMATS["jsonl"].render(report(), Options())
    return [json.loads(each) for each in text.splitlines()]


def _closed(node):
    """A schema that allows no key it does not name."""
    if isinstance(node, dict):
        out = {key: _closed(value) for key, value in node.items()}
        if out.get("type") == "object" and "properties" in out:
            out["additionalProperties"] = False
        return out
    return [_closed(each) for each in node] if isinstance(node, list) else node


@pytest.mark.parametrize("name", ["claim", "article", "report"])
def test_the_schemas_are_sound(name):
    jsonschema.Draft202012Validator.check_schema(schema(name))


def test_the_report_fits_its_schema_and_holds_nothing_more(published):
    jsonschema.validate(published, _closed(schema("report")))


def test_claims_fit_their_schema_and_hold_nothing_more(claims):
    check = jsonschema.Draft202012Validator(_closed(schema("claim")))
    assert [error.message for claim in claims for error in check.iter_errors(claim)] == []


def test_articles_fit_their_schema():
    check = jsonschema.Draft202012Validator(_closed(schema("article")))
    for each in FORMATS["articles"].render(report(), Options()).splitlines():
        check.validate(json.loads(each))


def test_a_schema_refuses_what_is_missing_or_misnamed(claims):
    check = jsonschema.Draft202012Validator(schema("claim"))
    assert not check.is_valid({key: value for key, value in claims[0].items() if key != "in"})
    assert not check.is_valid(claims[0] | {"zone": "furnitures"})
    assert check.is_valid(claims[0] | {"later": "a field of a later version"})


def test_keys_come_in_the_documented_order(published, claims):
    assert all(list(claim) == CLAIM for claim in claims)
    assert all(list(c["quantity"]) == QUANTITY for c in claims if c["kind"] == "quantity")
    assert list(published)[: len(REPORT)] == REPORT
    assert all(list(slot)[: len(SLOT)] == SLOT for slot in published["slots"])
    assert all(list(each)[: len(FINDING)] == FINDING for each in published["findings"])
    assert list(published["findings"][0]["primary"])[:6] == [
        "article",
        "start",
        "end",
        "text",
        "claim",
        "note",
    ]


def test_only_the_kind_of_a_claim_is_filled(claims):
    kinds = ("quantity", "date", "quotation", "statement")
    for claim in claims:
        assert [kind for kind in kinds if claim[kind] is not None] == [claim["kind"]]


def test_offsets_find_the_words(published):
    texts = {each.id: {"text": each.text, "title": each.title or ""} for each in report().articles}
    places = [
        place for each in published["findings"] for place in (each["primary"], *each["related"])
    ]
    places += [
        word for slot in published["slots"] for pair in slot["pairs"] for word in pair["words"]
    ]
    places += [title["place"] for person in published["persons"] for title in person["titles"]]
    for place in (*published["claims"], *places):
        assert texts[place["article"]][place["in"]][place["start"] : place["end"]] == place["text"]


def test_a_pair_bears_the_name_of_its_relation(published):
    pair = published["slots"][0]["pairs"][0]
    assert (pair["relation"], pair["reason"]) == ("agree", "Both say nine.")
    said = next(each for each in published["utterances"] if each["id"] == "ferry-boat")["pairs"][1]
    assert (said["relation"], said["wording"], said["same_speaker"]) == (
        "reassigned",
        "verbatim",
        False,
    )


def test_the_interval_of_a_date_is_in_days(published):
    slot = next(each for each in published["slots"] if each["kind"] == "date")
    assert [cell["interval"] for cell in slot["cells"]] == [
        ["2031-01-01", "2031-01-31"],
        ["2031-01-14", "2031-01-14"],
    ]


def test_an_open_end_is_null(published):
    slot = next(each for each in published["slots"] if each["id"] == "ferry-killed")
    assert next(c["interval"] for c in slot["cells"] if c["article"] == "coast-daily") == [8, None]


def test_a_date_that_is_not_one_day_is_told_as_a_span(published):
    one = next(each for each in published["articles"] if each["id"] == "bellwether")
    assert one["published"] is None
    assert one["published_between"] == ["2031-01-01", "2031-12-31"]
    assert one["published_from"]["source"] == "copyright line"


def test_a_conversion_has_the_number_fields():
    room = Newsroom(article("a", "A", "It is 10 miles (16 km) long.\n"))
    mile, km = Unit("mile", "length"), Unit("kilometre", "length")
    value = Quantity(exact(10, mile), "length", also=exact("16.1", km))
    record = claim_record(room.claim("a", "10 miles (16 km)", value))
    assert record["quantity"]["also"] == {
        "low": 16.1, "high": 16.1, "nominal": 16.1, "bound": "exact", "unit": "kilometre", "dimension": "length",
    }  # fmt: skip


@given(st.decimals(allow_nan=True, allow_infinity=True))
def test_every_number_is_one_that_json_has(value):
    written = number(value)
    again = json.loads(json.dumps(written, allow_nan=False))
    assert again == written
    if written is not None and value == value.to_integral_value():
        assert isinstance(written, int)
        assert written == value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1E+3", 1000),
        ("7.250", 7.25),
        ("NaN", None),
        ("Infinity", None),
        ("1E+999999", None),
        ("-0", 0),
    ],
)
def test_numbers(value, written):
    assert number(Decimal(value)) == written
    assert type(number(Decimal(value))) is type(written)


@given(st.text(alphabet=st.characters()))
def test_a_record_is_one_line_and_comes_back(text):
    written = line({"text": text})
    assert len(written.splitlines()) == 1
    assert json.loads(written) == {"text": text}
    written.encode("utf-8")


def test_bounds_and_kinds_are_plain_strings():
    room = Newsroom(article("a", "A", "At least 5.\n"))
    amount = Amount(Decimal(5), None, Decimal(5), Bound.AT_LEAST)
    record = claim_record(room.claim("a", "At least 5", Quantity(amount, "count")))
    assert json.loads(line(record))["quantity"]["bound"] == "at_least"


def test_the_record_of_a_report_is_what_is_printed(published):
    assert json.loads(line(report_record(report()))) == published
