"""Which articles cover one story, and what is said of those that stay out."""

from tests.link.newsroom import Desk
from xref.link.stories import stories

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
    (note,) = sort(made).apart
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
    (note,) = sort(made).apart
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
    assert stories({}, {}) == ((), ())
