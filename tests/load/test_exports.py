"""What services and programs export as JSON: what is read of each, and what is told."""

import json
from pathlib import Path

import pytest

from tests.load.reading import one, read, reasons
from xref.model.article import Document

EXPORTS = {
    "newsapi": {"status": "ok", "totalResults": 1, "articles": [{"source": {"id": None, "name": "Tarn Echo"}, "author": "Odo Felk", "title": "Strike", "description": None, "url": "https://tarn.example/1", "urlToImage": None, "publishedAt": "2024-05-12T09:30:00Z", "content": "Ferries sail."}]},
    "event registry": {"articles": {"results": [{"uri": "1", "lang": "eng", "isDuplicate": False, "date": "2024-05-12", "time": "09:30:00", "dateTime": "2024-05-12T09:31:00Z", "dateTimePub": "2024-05-12T09:30:00Z", "dataType": "news", "sim": 0.8, "url": "https://tarn.example/1", "title": "Strike", "body": "Ferries sail.", "source": {"uri": "tarn.example", "dataType": "news", "title": "Tarn Echo"}, "authors": [{"uri": "odo@tarn.example", "name": "Odo Felk", "type": "author"}], "eventUri": None}], "totalResults": 1, "page": 1}},
    "the guardian": {"response": {"status": "ok", "results": [{"webTitle": "Strike", "webPublicationDate": "2024-05-12T09:30:00Z", "publication": "Tarn Echo", "fields": {"bodyText": "Ferries sail."}}]}},
    "search": {"hits": {"hits": [{"_id": "1", "_source": {"headline": "Strike", "publisher": "Tarn Echo", "pubDate": 1715506200, "fulltext": "Ferries sail."}}]}},
    "media cloud": {"stories": [{"stories_id": 1, "media_id": 3, "media_name": "Tarn Echo", "media_url": "https://tarn.example", "publish_date": "2024-05-12 09:30:00", "title": "Strike", "url": "https://tarn.example/1", "story_text": "Ferries sail.", "language": "en"}]},
    "news-please": {"authors": ["Odo Felk"], "date_download": "2024-05-13 00:00:00", "date_modify": None, "date_publish": "2024-05-12 09:30:00", "description": None, "filename": "1.json", "image_url": None, "language": "en", "localpath": None, "maintext": "Ferries sail.", "source_domain": "Tarn Echo", "text": None, "title": "Strike", "title_page": None, "title_rss": None, "url": "https://tarn.example/1"},
    "cc-news": {"title": "Strike", "text": "Ferries sail.", "domain": "Tarn Echo", "date": "2024-05-12 09:30:00", "description": "", "url": "https://tarn.example/1", "image_url": None},
    "newspaper": {"url": "https://tarn.example/1", "title": "Strike", "authors": ["Odo Felk"], "publish_date": "2024-05-12T09:30:00+00:00", "summary": "Ferries.", "meta_description": "", "meta_lang": "en", "meta_site_name": "Tarn Echo", "canonical_link": "", "text": "Ferries sail.", "keywords": ["a"]},
    "gdelt article list": {"date": "2024-05-12T09:30:00Z", "title": "Strike", "url": "https://tarn.example/1", "desc": "Ferries sail.", "lang": "en", "outletName": "Tarn Echo", "domain": "tarn.example"},
    "json feed": {"version": "https://jsonfeed.org/version/1", "title": "Tarn Echo", "items": [{"id": "1", "title": "Strike", "content_text": "Ferries sail.", "date_published": "2024-05-12"}]},
    "json-ld": {"@context": ["https://schema.org"], "@type": "ReportageNewsArticle", "headline": "Strike", "articleBody": "Ferries sail.", "datePublished": "2024-05-12", "publisher": [{"name": "Tarn Echo"}]},
}  # fmt: skip


@pytest.mark.parametrize("name", EXPORTS)
def test_every_export_is_read(tmp_path: Path, name: str):
    found = one(tmp_path, "a.json", json.dumps(EXPORTS[name]))
    assert found.text.removeprefix("Ferries.\n\n") == "Ferries sail."
    assert (found.title, found.outlet) == ("Strike", "Tarn Echo")
    assert found.author in (None, "Odo Felk")
    assert found.published is not None and found.published[:4] in ("2024", "1715")
    (line,) = read(tmp_path, "b.jsonl", json.dumps(EXPORTS[name]))
    assert isinstance(line, Document) and line.text == found.text


def test_several_articles_on_one_line_have_names_of_their_own(tmp_path: Path):
    line = json.dumps({"articles": [{"text": "a"}, {"text": "b"}, {"text": 1}]})
    found = read(tmp_path, "a.jsonl", f"{line}\n{line}\n")
    assert [each.id for each in found if isinstance(each, Document)] == [
        "a:1",
        "a:1.2",
        "a:2",
        "a:2.2",
    ]
    assert reasons(found) == ['"text" must be a string, this is a number'] * 2


def test_what_xref_wrote_is_no_export(tmp_path: Path):
    report = {
        "schema": "xref.report/1",
        "articles": [{"title": "T", "url": "https://tarn.example/1"}],
    }
    assert reasons(read(tmp_path, "a.json", json.dumps(report))) == [
        "this is what xref wrote (xref.report/1), not an article"
    ]
    article = {
        "schema": "xref.article/1",
        "text": "T.",
        "outlet": "Tarn Echo",
        "outlet_from": {"source": "record"},
    }
    assert one(tmp_path, "b.jsonl", json.dumps(article)).outlet == "Tarn Echo"


@pytest.mark.parametrize("media", ["Tarn Echo", "tarn.example"])
def test_a_list_of_media_cloud_without_texts_gives_headlines(tmp_path: Path, media: str):
    table = f"id,media_name,publish_date,title,url\n1,{media},2024-05-12,Strike ends,https://tarn.example/1\n"
    found = one(tmp_path, "a.csv", table)
    assert (found.text, found.outlet, found.published) == ("Strike ends", media, "2024-05-12")
    assert found.notes == ("only its headline is known",)


def test_gdelt_gives_headlines(tmp_path: Path):
    item = {
        "url": "https://tarn.example/1",
        "title": "Strike ends",
        "seendate": "20240512T093000Z",
        "domain": "tarn.example",
    }
    found = one(tmp_path, "a.json", json.dumps({"articles": [item]}))
    assert (found.text, found.title, found.outlet) == ("Strike ends", None, "tarn.example")
    assert found.notes == ("only its headline is known",)
    table = '"URL","MobileURL","Date","Title"\n"https://tarn.example/1","","2024-05-12 09:30:00","Strike ends"\n'
    row = one(tmp_path, "b.csv", table)
    assert (row.text, row.outlet, row.published) == (
        "Strike ends",
        "tarn.example",
        "2024-05-12 09:30:00",
    )


def test_a_claim_review_gives_the_claim_that_it_is_on(tmp_path: Path):
    review = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://check.example/1",
        "claimReviewed": "The strike cost 300 million crowns.",
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "Odo Felk"},
            "datePublished": "2024-05-12",
            "appearance": [{"url": "https://tarn.example/2", "publisher": {"name": "Tarn Echo"}}],
        },
    }
    found = one(tmp_path, "a.json", json.dumps(review))
    assert (found.text, found.outlet, found.author) == (
        "The strike cost 300 million crowns.",
        "Tarn Echo",
        "Odo Felk",
    )
    assert (found.published, found.url) == ("2024-05-12", "https://tarn.example/2")
    assert found.extra["review"] == "https://check.example/1"
    element = {"@type": "DataFeedItem", "item": [{**review, "@context": None}]}
    feed = {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "dataFeedElement": [element, element],
    }
    several = read(tmp_path, "b.json", json.dumps(feed))
    assert [each.text for each in several if isinstance(each, Document)] == [found.text] * 2


def test_claims_that_fact_checkers_looked_at_are_read_as_a_search_for_them_lists_them(
    tmp_path: Path,
):
    claim = {
        "text": "The strike cost 300 million crowns.",
        "claimant": "Odo Felk",
        "claimDate": "2024-05-12T00:00:00Z",
        "claimReview": [
            {
                "publisher": {"name": "Check Desk", "site": "check.example"},
                "url": "https://check.example/1",
                "title": "No",
                "textualRating": "False",
                "languageCode": "en",
            }
        ],
    }
    found = one(tmp_path, "a.json", json.dumps({"claims": [claim], "nextPageToken": "x"}))
    assert (found.text, found.outlet, found.author, found.published) == (
        "The strike cost 300 million crowns.",
        "Odo Felk",
        "Odo Felk",
        "2024-05-12T00:00:00Z",
    )
    assert found.extra["review"] == "https://check.example/1"


def test_a_live_blog_is_one_article_with_its_posts(tmp_path: Path):
    posts = [
        {"@type": "BlogPosting", "headline": "09:30", "articleBody": "Ships sail."},
        {"articleBody": "All is over."},
    ]
    blog = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": "Strike",
        "liveBlogUpdate": posts,
    }
    assert (
        one(tmp_path, "a.jsonld", json.dumps(blog)).text == "09:30\n\nShips sail.\n\nAll is over."
    )
