"""Web pages: what they tell of themselves, and the blocks of their articles."""

import json
from datetime import date

import pytest

from tests.load.hostile import STORY
from tests.load.writing import page
from xref.lexicon import table
from xref.load.markup import Block, MarkupError, blocks, part_of, pieces_of, tree
from xref.load.page.metadata import Metadata
from xref.load.page.read import page as read_page
from xref.load.record import Broken, Record
from xref.model.article import Article, Document, Zone
from xref.read import read as read_document

PARAGRAPHS = STORY.paragraphs
LEAD = "Ships had been kept in port for more than a week by a dispute on pay."


def metadata(head: str, body: str = "", url: str | None = None) -> Metadata:
    markup = f"<html lang='en-GB'><head>{head}</head><body>{body}<p>x</p></body></html>"
    return Metadata(tree(markup), markup, url)


def read(body: str, head: str = "") -> Record:
    made = read_page(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>")
    assert isinstance(made, Record), made
    return made


def zones(made: Record) -> list[tuple[str, Zone]]:
    return [(mark.span.of(made.text), mark.zone) for mark in made.marked]


def test_an_article_is_its_paragraphs_and_nothing_around_them():
    made = read_page(page(STORY))
    assert isinstance(made, Record)
    assert zones(made) == [(each, Zone.BODY) for each in PARAGRAPHS]
    assert (made.title, made.outlet, made.author) == (STORY.title, STORY.outlet, STORY.author)
    assert (made.published, made.url) == (STORY.moment.isoformat(), STORY.url)
    assert made.told_by == {
        "title": "page, h1",
        "outlet": "page, JSON-LD publisher",
        "author": "page, JSON-LD author",
        "published": "page, JSON-LD datePublished",
        "url": "page, link rel=canonical",
        "language": "page, html lang",
    }
    assert not made.as_file
    assert made.cut == (
        "Home",
        "World",
        "Related",
        "Nine hurt as tram leaves rails",
        "Comments",
        "I heard that 500 people were killed.",
        "All rights reserved.",
    )


def test_captions_lists_rows_standfirst_and_corrections_keep_their_zones():
    body = f"""
    <article><h1>{STORY.title}</h1>
    <p class="article__standfirst">{LEAD}</p>
    <figure><img src="x.jpg"><figcaption>The Calla at its berth <span class="credit">Odo Felk/Harbour Press</span></figcaption></figure>
    <div class="body"><p>{PARAGRAPHS[0]}</p>
    <p>{PARAGRAPHS[1]}</p>
    <blockquote><p>“We are glad that this is over and that our members are back at work,” the union wrote.</p></blockquote>
    <ul><li>Eleven ships stayed in port for nine days, more than ever before</li>
    <li>Two of them will need repairs before they can sail again this month</li></ul>
    <table><tr><th>Ship</th><th>Days</th></tr><tr><td>Calla</td><td>9</td></tr></table>
    <p>{PARAGRAPHS[2]}</p></div>
    <p class="correction">Correction: an earlier version gave the number of ships as twelve.</p>
    <div class="related"><a href="/a">Nine hurt as tram leaves its rails near the harbour</a></div></article>"""
    made = read(body)
    held = dict(zones(made))
    assert held[LEAD] is Zone.STANDFIRST
    assert held["The Calla at its berth"] is Zone.CAPTION
    assert held["Odo Felk/Harbour Press"] is Zone.CREDIT
    assert held["Eleven ships stayed in port for nine days, more than ever before"] is Zone.LIST
    assert held["Calla | 9"] is Zone.LIST
    assert held["Correction: an earlier version gave the number of ships as twelve."] is Zone.BODY
    assert all(held[each] is Zone.BODY for each in PARAGRAPHS)
    assert STORY.title not in held
    assert not any("tram" in words for words, zone in held.items() if zone is not Zone.FURNITURE)
    order = [made.text.find(words) for words in held]
    assert order == sorted(order)


def test_links_count_for_the_paragraph_between_breaks_that_holds_them():
    (first, head, last) = blocks(
        tree(
            "<p>The <a>operator</a> said so <br>&nbsp;<br> <b>The ships</b><br><br><a>More on ships</a></p>"
        )
    )
    assert (first.text, first.linked) == ("The operator said so", len("operator"))
    assert (head.text, head.linked) == ("The ships", 0)
    assert (last.text, last.linked) == ("More on ships", len("More on ships"))


def test_a_page_whose_article_stands_in_its_json_ld_alone():
    told = json.dumps({"@type": "NewsArticle", "headline": STORY.title, "articleBody": STORY.text})
    made = read("<div id='app'></div>", f'<script type="application/ld+json">{told}</script>')
    assert all(each in made.text for each in PARAGRAPHS)


def test_a_page_that_shows_little_of_its_json_ld_is_read_by_that():
    posts = [
        f"Ship {n} &amp; its crew of {n + 20} sailed at {n} o’clock on Monday." for n in range(20)
    ]
    told = json.dumps(
        {
            "@type": "NewsArticle",
            "headline": STORY.title,
            "articleBody": "\n".join([*PARAGRAPHS, *posts]),
        }
    )
    made = read(
        f"<h1>{STORY.title}</h1><p class='standfirst'>{LEAD}</p><div>{STORY.html}</div>",
        f'<script type="application/ld+json">{told}</script>',
    )
    read_lines = [LEAD, *PARAGRAPHS, *(post.replace("&amp;", "&") for post in posts)]
    assert made.text.split("\n\n") == read_lines
    assert zones(made)[0][1] is Zone.STANDFIRST


@pytest.mark.parametrize(
    "line",
    [
        "<p>Published 9:02 AM, 12 May 2024</p>",
        "<div>Odo Felk<br>Tarn Echo<br>Sun, May 12, 2024</div>",
    ],
)
def test_the_day_is_that_of_a_line_below_the_heading_where_nothing_else_tells_it(line: str):
    body = f"<nav>1 May 2024</nav><h1>{STORY.title}</h1>{line}<div>" + "".join(
        f"<p>{each}</p>" for each in PARAGRAPHS
    )
    for head, day in (
        ("", date(2024, 5, 12)),
        ('<meta property="article:published_time" content="2024-05-13">', date(2024, 5, 13)),
    ):
        made = read(f"{body}</div>", head)
        found = read_document(
            Document("a", "a.html", made.text, published=made.published, marked=made.marked)
        )
        assert isinstance(found, Article)
        assert found.published_on == day
        assert [b.span.of(made.text) for b in found.blocks if b.zone is Zone.BODY] == [*PARAGRAPHS]


@pytest.mark.parametrize(
    "around",
    ["{}", "<!--{}-->", "<![CDATA[\n{}\n]]>", "//<![CDATA[\n{}\n//]]>", "{};", "<!--//\n{}\n//-->"],
)
def test_json_ld_is_read_whatever_is_put_around_it(around: str):
    script = around.format('{"@type": "NewsArticle", "headline": "A"}')
    made = metadata(f'<script type="application/ld+json">{script}</script>')
    assert made.title() == ("A", "JSON-LD headline")


def test_the_summary_of_another_page_is_a_teaser():
    teaser = (
        "<p>Nine people were hurt when a tram left its rails at the harbour on Sunday, but […]</p>"
    )
    quote = (
        "<blockquote>“We are glad that this is over and that our members are back […]</blockquote>"
    )
    made = read(f"<h1>{STORY.title}</h1><div>{STORY.html}{quote}{teaser}{STORY.html}</div>")
    held = dict(zones(made))
    assert [words[:4] for words, zone in held.items() if zone is Zone.FURNITURE] == ["Nine"]


@pytest.mark.parametrize(
    ("head", "body", "field", "value", "source"),
    [
        ('<meta property="og:title" content="B">', "<h1>A</h1>", "title", "A", "h1"),
        ('<meta property="og:title" content="B">', "<h1>A</h1><h1>C</h1>", "title", "B", "meta og:title"),
        ('<meta property="og:title" content="B">', "<h1>A</h1><h2>B</h2>", "title", "B", "h2"),
        ("<title>A: Ferries sail: d | Tarn Echo</title>", "<h1>A</h1><h2>Ferries sail</h2>", "title", "Ferries sail", "h2"),
        ("<title>A: Ferries sail | Tarn Echo</title>", "<h1>A</h1><h3>A: Ferries sail</h3>", "title", "A: Ferries sail", "h3"),
        (
            '<title>Tarn Echo</title><meta property="og:site_name" content="Tarn Echo">',
            "<h2>Tarn Echo</h2><h1>A</h1><svg><title>B</title></svg>",
            "title",
            "A",
            "h1",
        ),
        ("<title>A | Tarn Echo</title>", "", "title", "A | Tarn Echo", "title element"),
        ('<meta property="og:site_name" content="Tarn Echo">', "", "outlet", "Tarn Echo", "meta og:site_name"),
        (
            '<meta property="og:site_name" content="tarnecho">'
            '<script type="application/ld+json">{"@type":"Article","publisher":{"name":"Tarn Echo"}}</script>',
            "",
            "outlet",
            "Tarn Echo",
            "JSON-LD publisher",
        ),
        (
            '<link rel="canonical" href="https://bbc.co.uk/1"><meta property="og:site_name" content="U.S.">',
            "",
            "outlet",
            "BBC",
            "domain of link rel=canonical",
        ),
        ('<link rel="canonical" href="https://tarn.example/1">', "", "outlet", "tarn.example", "domain of link rel=canonical"),
        (
            '<meta name="publisher" content="Marrow Press"><meta name="prism.publicationName" content="Tarn Echo">',
            "",
            "outlet",
            "Tarn Echo",
            "meta prism.publicationname",
        ),
        (
            '<script type="application/ld+json">{"@type":"Article","author":{"name":"Odo O&#039;Felk"}}</script>',
            "",
            "author",
            "Odo O'Felk",
            "JSON-LD author",
        ),
        ('<meta name="author" content="By Odo Felk">', "", "author", "Odo Felk", "meta author"),
        (
            '<meta property="article:author" content="https://x.example/odo">',
            '<a rel="author" href="/o">Odo Felk</a>',
            "author",
            "Odo Felk",
            "link rel=author",
        ),
        (
            "",
            '<span itemprop="author" itemscope><b itemprop="name">Odo Felk</b></span>',
            "author",
            "Odo Felk",
            "itemprop author",
        ),
        (
            '<meta property="article:published_time" content="2024-05-12">',
            '<time datetime="2024-05-13">',
            "published",
            "2024-05-12",
            "meta article:published_time",
        ),
        ("", '<time datetime="2024-05-13">13 May</time>', "published", "2024-05-13", "time element"),
        ("", '<time itemprop="datePublished" datetime="2024-05-13"></time>', "published", "2024-05-13", "itemprop datePublished"),
        ('<meta property="article:modified_time" content="2024-05-14">', "", "modified", "2024-05-14", "meta article:modified_time"),
        ('<meta property="og:url" content="https://x.example/1">', "", "url", "https://x.example/1", "meta og:url"),
        ('<link rel="canonical" href="/1">', "", "url", None, None),
        ('<meta property="og:locale" content="de_DE">', "", "language", "en-GB", "html lang"),
    ],
)  # fmt: skip
def test_each_fact_comes_from_the_surest_place(head, body, field, value, source):
    fact = metadata(head, body).first(field)
    assert (fact.value if fact else None, fact.source if fact else None) == (value, source)


def test_the_outlet_is_no_part_of_the_title():
    head = (
        '<title>Strike ends - Tarn Echo</title><meta property="og:site_name" content="Tarn Echo">'
    )
    told = metadata(head).title()
    assert told is not None and told.value == "Strike ends"


def test_references_in_json_ld_are_followed_and_the_news_is_chosen():
    graph = [
        {"@type": "WebPage", "name": "A page"},
        {"@type": "NewsArticle", "headline": "A", "author": [{"@id": "#o"}], "publisher": {"@id": "#p"}, "datePublished": "2024-05-12"},
        {"@type": "Article", "headline": "Another"},
        {"@id": "#o", "@type": "Person", "name": "Odo Felk"},
        {"@id": "#p", "@type": "Organization", "name": "Tarn Echo"},
    ]  # fmt: skip
    told = metadata(f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>')
    first = [told.first(field) for field in ("title", "author", "outlet", "published")]
    assert [fact and fact.value for fact in first] == ["A", "Odo Felk", "Tarn Echo", "2024-05-12"]


@pytest.mark.parametrize(
    "script",
    ['{"a": "line\nbreak", "@type": "Article", "headline": "A"}', '<!-- {"@type": "Article", "headline": "A"} -->', '{"@type": "Article", "headline": "A"};'],
)  # fmt: skip
def test_json_ld_that_was_written_carelessly_is_read(script: str):
    fact = metadata(f'<script type="application/ld+json">{script}</script>').first("title")
    assert fact is not None and fact.value == "A"


def test_the_address_that_a_browser_saved_or_an_archive_told():
    saved = "<!-- saved from url=(0030)https://tarn.example/2024/x -->"
    fact = Metadata(tree("<p>x"), f"{saved}<html>", None).first("url")
    assert fact is not None and fact.value == "https://tarn.example/2024/x"
    single = (
        "<!--\n Page saved with SingleFile \n url: https://tarn.example/z \n saved date: Sun -->"
    )
    fact = Metadata(tree("<p>x"), f"<!DOCTYPE html> <html>{single}", None).first("url")
    assert fact is not None and fact.value == "https://tarn.example/z"
    archived = metadata("", url="https://tarn.example/y").first("outlet")
    assert archived is not None and archived.value == "tarn.example"


def test_the_examples_of_parts_hold():
    for example in table("page_parts")["examples"]:
        assert part_of(example["name"]) == example["part"], example


def _texts(markup: str) -> list[str]:
    return [block.text for block in blocks(tree(markup))]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>a <b>b</b>\n c</p>d", ["a b c", "d"]),
        ("a<br>b<br><br>c", ["a\nb", "c"]),
        ("<p>a<!-- x -->b<script>c</script>d</p>", ["abd"]),
        ("<p>a&nbsp;b&mdash;c&#8217;</p>", ["a\u00a0b—c’"]),
        ("<p hidden>a</p><p>b", ["b"]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", ["a", "b", "c"]),
        ("<table><tr><td><p>" + "long " * 30 + "</p><td>x</table>", [("long " * 30).strip(), "x"]),
    ],
)
def test_blocks_are_what_the_page_shows(markup: str, expected: list[str]):
    assert _texts(markup) == expected


def test_plain_text_in_place_of_html_keeps_its_paragraphs():
    assert [piece.text for piece in pieces_of("One.\n\nTwo\nthree.")] == ["One.", "Two\nthree."]


def test_links_are_counted():
    (block,) = blocks(tree("<p>See <a href=x>this <b>page</b></a></p>"))
    assert isinstance(block, Block)
    assert (block.text, block.linked) == ("See this page", 8)


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<b>" * 300, "its elements are nested more than 250 deep"),
        ("<" * 100_001, "it holds more than 100,000 tags"),
        ("<p>" + "words " * 2_000_000, "a part of it is too large"),
        ("<!-- -->", "it holds no HTML"),
    ],
)
def test_markup_that_is_refused(markup: str, reason: str):
    with pytest.raises(MarkupError) as caught:
        tree(markup)
    assert str(caught.value) == reason


def test_a_page_without_an_article_and_a_file_that_is_no_page():
    assert read_page("<html><body><nav>Home</nav></body></html>") == Broken(
        "the page shows no article"
    )
    assert read_page("no tags at all") == Broken("it is no page: it holds no HTML")
