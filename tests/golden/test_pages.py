"""The report as a folder: everything of the whole is on one of its pages, and every link leads there."""

import re
from dataclasses import replace
from html import unescape

from tests.golden.sample import report
from xref.model.link import Story
from xref.model.report import Linked
from xref.render import FORMATS, Options
from xref.render.page.splitting import parts_of
from xref.render.places import Index


def pages(found):
    return FORMATS["pages"].files(found, Options())


def test_the_parts_hold_the_whole_once():
    whole = report()
    parts = [part for _, part in parts_of(whole, Index(whole))]
    for name in ("articles", "claims", "findings", "profiles"):
        told = [each for part in parts for each in getattr(part, name)]
        assert sorted(told, key=repr) == sorted(getattr(whole, name), key=repr)
    for name in whole.linked.__slots__:
        told = [each for part in parts for each in getattr(part.linked, name)]
        assert sorted(told, key=repr) == sorted(getattr(whole.linked, name), key=repr), name


def test_every_link_of_the_index_leads_to_its_card():
    files = pages(report())
    index = next(iter(files.values()))
    links = re.findall(r'href="([^"#]+)(?:#([^"]+))?"', index)
    assert len([anchor for _, anchor in links if anchor]) >= 8
    for file, anchor in links:
        page = files[f"pages/{unescape(file)}"]
        assert 'href="index.html"' in page
        assert not anchor or f'id="{anchor}"' in page


def test_each_story_has_a_page_under_its_own_title():
    files = pages(report())
    titles = [re.search("<title>(.*?)</title>", text, re.S)[1] for text in files.values()]
    assert titles[0] == "Consistency report"
    assert len(set(titles)) == len(titles) >= 4


def test_no_story_s_id_leads_out_of_the_folder_or_to_another_s_page():
    whole = report()
    ids = ("../../etc/passwd", "é" * 300)
    renamed = {story.id: new for story, new in zip(whole.linked.stories, ids, strict=False)}
    stories = tuple(
        Story(renamed.get(each.id, each.id), each.articles, each.why)
        for each in whole.linked.stories
    )
    found = replace(whole, linked=Linked(stories), findings=())
    files = pages(found)
    assert len(files) == 1 + len(parts_of_two(found)) + 1
    assert all(re.fullmatch(r"pages/[a-z0-9_-]+\.html", name) and len(name) < 100 for name in files)


def parts_of_two(found):
    return [story for story in found.linked.stories if len(story.articles) > 1]
