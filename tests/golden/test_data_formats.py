"""Questions as a spreadsheet, and findings in the shape of ClaimReview."""

import csv
import json
from collections import Counter
from io import StringIO

from tests.golden.sample import report
from xref.render import FORMATS, Options
from xref.render.words import one_line


def rows():
    return list(csv.DictReader(StringIO(FORMATS["questions"].render(report(), Options()))))


def reviews():
    return json.loads(FORMATS["claimreview"].render(report(), Options()))


def test_every_cell_of_every_question_is_a_row():
    told = Counter(row["question"] for row in rows())
    assert told == {slot.id: len(slot.cells) for slot in report().linked.slots}


def test_questions_come_by_gravity_and_bear_their_finding():
    told = [row["relation"] for row in rows()]
    assert told.index("conflict") < told.index("update") < told.index("agree")
    aboard = [row for row in rows() if row["finding"] == "f-aboard"]
    assert {row["title"] for row in aboard} == {"Passengers aboard"}
    assert {row["level"] for row in aboard} == {"error"}


def test_no_two_shared_questions_of_a_story_have_one_title():
    shared = {slot.id for slot in report().linked.slots if len(slot.cells) > 1}
    titles = Counter({(row["story"], row["title"], row["of"]): 0 for row in rows()})
    for key in {(row["question"], row["story"], row["title"], row["of"]) for row in rows()}:
        titles[key[1:]] += key[0] in shared
    assert max(titles.values()) == 1


def test_how_a_figure_stands_is_told():
    assert {row["standing"] for row in rows() if row["outlet"] == "Upland Post"} >= {
        "denied",
        "asserted",
    }


def test_a_review_names_a_claim_of_an_article_and_gives_no_rating():
    articles = {each.id: each for each in report().articles}
    graph = reviews()["@graph"]
    assert {each["identifier"] for each in graph} >= {"f-aboard", "f-alarm", "f-boat", "f-hurt"}
    assert "Rating" not in json.dumps(graph)
    for review in graph:
        assert review["@type"] == "ClaimReview"
        assert review["claimReviewed"] == review["itemReviewed"][0]["text"]
        for claim in review["itemReviewed"]:
            article = articles[claim["appearance"]["identifier"]]
            assert claim["text"].removesuffix(" …") in one_line(article.text) + one_line(
                article.title or ""
            )
            assert claim["appearance"]["publisher"]["name"] == article.outlet


def test_a_statement_that_only_lacks_a_source_is_no_review():
    unsourced = {each.id for each in report().findings if each.relation in ("claim", "support")}
    assert unsourced and not unsourced & {each["identifier"] for each in reviews()["@graph"]}
