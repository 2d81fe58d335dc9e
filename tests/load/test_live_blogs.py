"""Live blogs: each post is read, in the order of the page, in the layouts that are common."""

import pytest

from xref.load.page.read import page
from xref.load.record import Record
from xref.model.article import Zone

LEAD = "Nine dead as slope gives way above the harbour; follow the rescue as it happens."
POSTS = (
    ("16:40", "Bridge reopens", "The bridge over the Orra will reopen to lorries at 18:00, the road office said."),
    ("15:05", "Two more found", "Two more people were found alive in Mill Lane, which brings the rescued to 14."),
    ("13:20", "Minister arrives", "“We will not leave anybody alone,” Ilse Marrow told residents at the school."),
    ("11:00", "What we know", "At least 9 people died and 31 were hurt when the slope gave way before dawn."),
    ("09:30", "Good morning", "Stay with us."),
)  # fmt: skip
LAYOUTS = {
    "articles in one": "<article class='live-post'><header><time>{0}</time><h3>{1}</h3></header>"
    "<div class='post-body'><p>{2}</p></div><footer><button>Share</button></footer></article>",
    "boxes": "<div class='liveblog-entry'><span class='timestamp'>{0}</span><h2>{1}</h2><p>{2}</p>"
    "<ul class='share'><li><a href='#'>Pass it on</a></li></ul></div>",
    "a list": "<li class='stream__post'><article><header><time>{0}</time><h3>{1}</h3></header>"
    "<div><p>{2}</p></div></article></li>",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_post_is_read_in_order(layout: str):
    posts = "".join(LAYOUTS[layout].format(*post) for post in POSTS)
    made = page(
        "<!doctype html><html lang='en'><body><nav><a href='/'>Home</a></nav><main>"
        f"<h1>Landslide in Port Orra: live</h1><p class='standfirst'>{LEAD}</p>"
        f"<div class='liveblog'>{posts}</div></main><footer>All rights reserved</footer></body></html>"
    )
    assert isinstance(made, Record), made
    blocks = [(mark.span.of(made.text), mark.zone) for mark in made.marked]
    assert blocks[0] == (LEAD, Zone.STANDFIRST)
    texts = {text for *_, text in POSTS}
    assert [text for text, zone in blocks if text in texts and zone is Zone.BODY] == [
        text for *_, text in POSTS
    ]
    assert {"Home", "16:40", "All rights reserved"} <= set(made.cut)
