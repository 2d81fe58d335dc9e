"""Stories of two articles: what becomes of the words that both quote."""

from pathlib import Path

import pytest
import yaml

from tests.link.newsroom import Desk

STORIES = yaml.safe_load(
    (Path(__file__).parent.parent / "stories" / "quotations.yaml").read_text("utf-8")
)
GRAVE = {"altered", "omission", "redated", "reassigned"}


def desk(story) -> Desk:
    made = Desk()
    for outlet, article in story["articles"].items():
        record = article if isinstance(article, dict) else {"text": article}
        published = {"published": str(record["published"])} if "published" in record else {}
        made.take(outlet.lower().replace(" ", "-"), record["text"], outlet=outlet, **published)
    return made


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["story"])
def test_story(story):
    made = desk(story)
    found, _ = made.utterances()
    left = list(found)
    for want in story["expect"]:
        hit = [u for u in left if any(want["words"] in made.text(r.claim) for r in u.renderings)]
        assert hit, f"nothing joined on {want['words']!r}: {found}"
        got = hit[0]
        left.remove(got)
        assert got.relation.value == want["relation"], got
        assert want.get("says", "") in got.reason
        if "moved" in want:
            assert list(got.pairs[0].relation.moved) == want["moved"]
        if "speaker" in want:
            assert got.speaker == want["speaker"]
    assert not [u for u in left if u.relation.value in GRAVE], left
    if not story["expect"]:
        assert not left


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["story"])
def test_the_order_of_articles_changes_nothing(story):
    turned = {**story, "articles": dict(reversed(story["articles"].items()))}
    assert desk(turned).utterances() == desk(story).utterances()


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["story"])
def test_an_article_against_itself_is_verbatim(story):
    outlet, article = next(iter(story["articles"].items()))
    twin = {"story": "", "articles": {outlet: article, "Twin": article}, "expect": []}
    for utterance in desk(twin).utterances()[0]:
        assert utterance.relation.value == "verbatim", utterance
