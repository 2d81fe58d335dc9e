"""Which articles cover one story, and what is said of those that stay out."""

import pytest

from tests.crowd import documents
from tests.link.newsroom import Desk
from tests.link.test_costs import corpus
from xref.extract import compile_grammars, extract
from xref.lexicon import table
from xref.link.stories import stories
from xref.model.article import Article
from xref.read import read

WRECK = """PORT ALDEN, May 9 — The ferry Grey Heron sank off Port Alden on Friday with 212 people aboard.

“We heard the hull go before we saw the water,” the steward Marta Kole said. Harbour master Ilse Varga sent 14 boats.

Tom Ellison, the mayor of Port Alden, opened the town hall to the passengers.
"""
WRECK_TOO = """The Grey Heron, a ferry with 212 people on board, went down near Port Alden on Friday.

Marta Kole, a steward, said: "We heard the hull go before we saw the water." Ilse Varga, the harbour master, said that every boat had put out.
"""
BUDGET = """The council of Port Alden has cut the school budget, and Tom Ellison, the mayor, defends it. Ilse Varga of the harbour
office called the cut a mistake.
"""
HARVEST = """Olive growers in the Brenta hills expect half of last year's harvest, the growers' union said. Dry winds in spring cost
them 40 percent of the blossom, according to Petra Sandoval, who runs the union.
"""


def desk(**articles) -> Desk:
    made = Desk()
    for name, article in articles.items():
        record = article if isinstance(article, dict) else {"text": article}
        made.take(name, **record)
    return made


def sort(made: Desk):
    return stories(made.articles, made.claims)


def members(made: Desk) -> list[tuple[str, ...]]:
    return sorted(story.articles for story in sort(made).stories)


def test_articles_that_share_names_figures_and_quotes_are_one_story():
    made = desk(
        post={"text": WRECK, "published": "2031-05-10"},
        courier={"text": WRECK_TOO, "published": "2031-05-10"},
        farmer={"text": HARVEST, "published": "2031-05-10"},
    )
    assert members(made) == [("courier", "post"), ("farmer",)]
    why = next(story.why for story in sort(made).stories if len(story.articles) > 1)
    assert "Grey Heron" in why
    assert "212 people" in why
    assert "we heard the hull go before" in why


def test_names_alone_do_not_join_and_the_note_says_no_more_than_that():
    made = desk(
        post={"text": WRECK, "published": "2031-05-10"},
        courier={"text": WRECK_TOO, "published": "2031-05-10"},
        ledger={"text": BUDGET},
    )
    assert ("courier", "post") in members(made)
    assert ("ledger",) in members(made)
    (note,) = sort(made).apart.values()
    assert note.claims == ()
    assert note.reason.startswith("ledger shares the names ")
    for name in ("Tom Ellison", "Ilse Varga", "Port Alden"):
        assert name in note.reason
    assert "no figure, quote or date" in note.reason
    assert "bears no date" in note.reason


def test_an_article_of_another_time_stays_out_and_the_note_tells_how_far():
    earlier = """Five years before, the ferry Grey Heron was named in Port Alden by Tom Ellison, the mayor. Ilse Varga
    broke the bottle, and Marta Kole sang."""
    made = desk(
        post={"text": WRECK, "published": "2031-05-10"},
        courier={"text": WRECK_TOO, "published": "2031-05-10"},
        archive={"text": earlier, "published": "2026-05-10"},
    )
    assert ("archive",) in members(made)
    (note,) = sort(made).apart.values()
    assert "1826 days apart" in note.reason
    assert "bears no date" not in note.reason


def test_the_record_decides():
    made = desk(
        post={"text": WRECK, "published": "2031-05-10", "story": "wreck"},
        courier={"text": WRECK_TOO, "published": "2031-05-10", "story": "rescue"},
        farmer={"text": HARVEST, "story": "wreck"},
    )
    assert members(made) == [("courier",), ("farmer", "post")]
    assert [story.id for story in sort(made).stories] == ["rescue", "wreck"]
    assert all("records name the story" in story.why for story in sort(made).stories)


def test_an_article_without_a_story_joins_the_one_that_it_shares():
    made = desk(
        post={"text": WRECK, "published": "2031-05-10", "story": "wreck"},
        courier={"text": WRECK_TOO, "published": "2031-05-10"},
    )
    (story,) = sort(made).stories
    assert (story.id, story.articles) == ("wreck", ("courier", "post"))


def test_every_article_is_in_one_story_whatever_the_order():
    texts = {"post": WRECK, "courier": WRECK_TOO, "ledger": BUDGET, "farmer": HARVEST}
    made = desk(**texts)
    turned = desk(**dict(reversed(texts.items())))
    assert sort(made) == sort(turned)
    assert sorted(a for story in sort(made).stories for a in story.articles) == sorted(texts)


def test_no_articles_are_no_stories():
    assert stories({}, {}) == ((), {})


@pytest.fixture(scope="module")
def crowd() -> Desk:
    """Three hundred articles of one fire."""
    made, grammars = Desk(), compile_grammars(table)
    for document in documents(300):
        article = read(document)
        assert isinstance(article, Article)
        made.articles[article.id] = article
        made.claims[article.id] = extract(article, grammars).claims
    return made


@pytest.mark.parametrize("number", [3, 60, 150, 300])
def test_one_event_is_one_story_however_many_tell_it(crowd: Desk, number: int):
    some = list(crowd.articles)[:number]
    found = stories({a: crowd.articles[a] for a in some}, {a: crowd.claims[a] for a in some})
    assert [len(story.articles) for story in found.stories] == [number]


FOOTER = """

The Coast Lantern has been published by Lantern House in Port Alden since 1911. Its editor, Ilse Garrow, leads 24 reporters
in Port Alden, Tollen and Brenn Quay. “We print what we can show and we correct what we got wrong,” said its founder, Odo Felk.

Subscribers of the Coast Lantern pay 12 crowns a month and read the archive of 96,000 articles in the Lantern House Library.
"""


@pytest.mark.parametrize("number", [3, 12, 48])
def test_the_same_footer_under_many_articles_joins_nothing(number: int):
    articles = corpus(5 * number)
    texts = [each.text for name, each in articles.items() if name.endswith("-0")]
    pages = {
        f"p{n:02}": {"text": f"{text.strip()}{FOOTER}", "published": "2031-05-10"}
        for n, text in enumerate(texts)
    }
    assert [len(story) for story in members(desk(**pages))] == [1] * number
