"""Which statements of consequence tell one thing across outlets."""

import pytest

from tests.link.newsroom import Desk
from xref.link.accounts import accounts
from xref.model.link import Story

INVADE = "Norvania is preparing to invade Elst before the spring."


def told(*texts: str) -> list[set[str]]:
    desk = Desk()
    for number, text in enumerate(texts):
        desk.take(f"a{number}", text)
    story = Story("story", tuple(sorted(desk.articles)), "")
    found = accounts(story, desk.articles, desk.claims)
    return [{desk.text(claim) for claim in account.claims} for account in found]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("“Norvania is preparing to invade Elst in the spring,” Minister Odette Varr said.", True),
        ("Norvania is planning to invade Elst before the spring, a senior official said.", True),
        ("Elst is preparing to invade Norvania before the spring.", False),
        ("Norvania has no plans to invade Elst before the spring, the palace said.", False),
        ("Norvania is preparing to withdraw from Elst before the spring.", False),
        ("Ostria is preparing to invade Elst before the spring.", False),
        ("Norvania is preparing to invade Ostria before the spring.", False),
    ],
)
def test_what_is_told_of_the_same(text: str, joined: bool) -> None:
    assert len(told(INVADE, text)) == joined


def test_denials_join_denials() -> None:
    palace = "The palace denied any plan to invade Elst."
    joined = told(palace, "The palace, which denied once more a plan to invade Elst, said nothing.")
    assert len(joined) == 1
    assert not told(palace, INVADE)


def test_numbers_that_differ_keep_statements_apart() -> None:
    with_40 = "Norvania is preparing to attack Elst with 40 ships in the spring."
    assert not told(with_40, with_40.replace("40", "14"))
    assert told(with_40, with_40)


def test_the_order_of_articles_changes_nothing() -> None:
    other = "Norvania is planning to invade Elst before the spring, a senior official said."
    assert told(INVADE, other) == told(other, INVADE)
