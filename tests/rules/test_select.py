"""What each key of `select` takes and leaves."""

from datetime import date
from typing import Any

import pytest

from tests.golden.making import Newsroom, article, count, exact, on, vague
from tests.rules.making import ruleset
from xref.model.article import Zone
from xref.model.claim import Claim, Event, Mode, Scope
from xref.rules.models import Select
from xref.rules.select import Selector

TEXT = "The mayor said 40,000 soldiers had massed near Hask in 2029. Dozens of boats were seized in May. It was 3 May."


def room() -> tuple[Newsroom, dict[str, Claim]]:
    made = Newsroom(article("a", "The Argus", TEXT, title="T", published=(date(2031, 5, 4),) * 2))
    troops = count(
        exact(40000),
        "soldier",
        "military.troops",
        subject="Norvania",
        event=Event("exercise", ("Norvania",)),
        scope=Scope(place="Hask", subset="reservists"),
        modifiers=("armed",),
    )
    return made, {
        "troops": made.claim(
            "a", "40,000 soldiers", troops, made.said("a", "The mayor", "said", role="mayor")
        ),
        "boats": made.claim(
            "a", "Dozens of boats", count(vague(12, 120), "boat", mode=Mode.CHANGE)
        ),
        "date": made.claim("a", "3 May", on(date(2031, 5, 3))),
    }


def selector(select: str) -> Selector:
    kind = "" if "kind" in select else "kind: [quantity, date], "
    rules = ruleset(f"- {{id: a, type: claim, select: {{{kind}{select}}}, report: info}}")
    return Selector(rules.rules[0].select)


CASES = [
    ("kind: quantity", "troops boats"),
    ("kind: {not: quantity}", "date"),
    ("measure: military.troops", "troops date"),
    ("measure: military", "troops date"),
    ("measure: military.*", "troops date"),
    ("measure: troops", "troops date"),
    ("measure: boat", "boats date"),
    ("measure: count", "troops boats date"),
    ("measure: none", "boats date"),
    ("measure: any", "troops date"),
    ("measure: {not: [troops, age]}", "boats date"),
    ("dimension: count", "troops boats date"),
    ("dimension: duration", "date"),
    ("counted: soldiers", "troops date"),
    ("counted: armed soldier", "troops date"),
    ("counted: {not: boat}", "troops date"),
    ("subject: norvania", "troops date"),
    ("subject: none", "boats date"),
    ("event: exercise", "troops date"),
    ("place: HASK", "troops date"),
    ("place: any", "troops date"),
    ("subset: reservist", "troops date"),
    ("subset: {not: [killed, reservists]}", "boats date"),
    ("period: any", "date"),
    ("unit: none", "troops boats date"),
    ("bound: exact", "troops date"),
    ("bound: {not: exact}", "boats date"),
    ("is: change", "boats date"),
    ("value: {min: 100}", "troops boats date"),
    ("value: {min: 121}", "troops date"),
    ("value: {max: 12}", "boats date"),
    ("value: 40000", "troops date"),
    ("definite: false", "troops boats date"),
    ("definite: true", "date"),
    ("standing: asserted", "troops boats date"),
    ("standing: [denied, supposed]", ""),
    ("elsewhere: false", "troops boats date"),
    ("elsewhere: true", ""),
    ("precision: day", "troops boats date"),
    ("precision: [month, year]", "troops boats"),
    ("attribution: none", "boats date"),
    ("attribution: named", "troops"),
    ("speaker: mayor", "troops"),
    ("speaker: none", "boats date"),
    ("withheld: false", "troops boats date"),
    ("withheld: true", ""),
    ("outlet: argus", "troops boats date"),
    ("outlet: {not: argus}", ""),
    ("zone: body", "troops boats date"),
    ("zone: [headline, standfirst]", ""),
    ("near: mass", "troops"),
    ("near: [seize, sink]", "boats"),
    ("near: {not: said}", "boats date"),
    ("near: had massed near", "troops"),
    ("near: massed had", ""),
    ("year: other", "troops"),
    ("year: [none, same]", "boats date"),
    ("any: [{near: seize}, {attribution: named}]", "troops boats"),
    ("all: [{near: seize}, {attribution: named}]", ""),
    ("not: {near: seize}", "troops date"),
    ("not: [{near: seize}, {attribution: named}]", "date"),
    ("not: {any: [{near: seize}, {kind: date}]}", "troops"),
]


@pytest.mark.parametrize(("select", "taken"), CASES)
def test_what_is_taken(select: str, taken: str) -> None:
    made, claims = room()
    chosen = selector(select)
    found = [name for name, claim in claims.items() if chosen.takes(claim, made.articles["a"])]
    assert found == taken.split()


def test_every_key_has_a_case() -> None:
    tried = {key.split(":")[0] for key, _ in CASES} | {"kind"}
    elsewhere = {
        "quote",
        "words",
        "act",
        "polarity",
        "hedged",
        "name",
        "check",
        "what",
        "certainty",
    }
    fields: dict[str, Any] = Select.model_fields
    assert {field.alias or name for name, field in fields.items()} == tried | elsewhere


def test_the_key_that_turned_a_claim_away_is_named() -> None:
    made, claims = room()
    chosen = selector("bound: exact, near: mass, not: {zone: body}")
    told = {name: chosen.refused(claim, made.articles["a"]) for name, claim in claims.items()}
    assert told == {"troops": "not", "boats": "bound", "date": "near"}
    assert Zone.BODY == "body"
