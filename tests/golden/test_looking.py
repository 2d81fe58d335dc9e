"""What is quicker seen than read: who agrees with whom, a figure in time, a diff in its order."""

import re
from dataclasses import replace

from tests.golden.sample import report
from xref.model.report import RuleNote
from xref.render import FORMATS, Options
from xref.render.page.build import build
from xref.render.page.quote_card import _find

PAGE = build(report(), Options())
FERRY = next(story for story in PAGE.stories if "Grey Heron" in story.heading)


def test_the_table_of_outlets_is_the_same_from_both_sides():
    matrix = FERRY.matrix
    assert matrix is not None
    size = len(matrix.outlets)
    for a in range(size):
        assert matrix.rows[a][a] is None
        for b in range(size):
            assert matrix.rows[a][b] == matrix.rows[b][a]


def test_each_cell_counts_what_two_outlets_share():
    matrix = FERRY.matrix
    assert matrix is not None
    at = {name: n for n, name in enumerate(matrix.outlets)}
    cell = matrix.rows[at["Harbour Herald"]][at["The Coast Daily"]]
    assert cell is not None
    assert cell.differ >= 2
    assert cell.tone == "differ"
    assert cell.told.startswith(f"{cell.differ} differ")


def test_a_story_of_two_outlets_needs_no_table():
    pair = [story for story in PAGE.stories if len(story.articles) == 2]
    assert all(story.matrix is None for story in pair)


def test_a_figure_that_moved_is_drawn_from_the_earliest_day_to_the_latest():
    page = FORMATS["html"].render(report(), Options())
    timed = [
        f for f in re.findall(r'<figure class="plot">.*?</figure>', page, re.S) if ">Day<" in f
    ]
    assert timed
    for figure in timed:
        assert "from the earliest to the latest" in figure
        days = [int(day) for day in re.findall(r'<tspan class="day">, (\d+) March', figure)]
        assert days == sorted(days)


def test_a_diff_goes_from_the_earlier_article_to_the_later():
    day = {line.outlet: line.published for story in PAGE.stories for line in story.articles}
    for card, _ in PAGE.urgent:
        for diff in card.diffs:
            assert day[diff.a].split()[0] <= day[diff.b].split()[0]


def test_words_are_not_marked_inside_longer_ones():
    text = "the fact is that a cat sat"
    assert _find(text, "a", 0) == text.index("a cat")
    assert _find(text, "act", 0) == -1
    assert _find("he's here", "'s", 0) == 2


def test_a_finding_of_no_slot_is_headed_by_the_title_of_its_rule():
    found = report()
    rule = next(each.rule for each in found.findings if each.relation == "support")
    titled = replace(found, rules=(RuleNote(rule, "Only one unnamed source"),))
    for rules, heading in ((titled, "Only one unnamed source"), (found, "Single anonymous source")):
        assert heading in FORMATS["markdown"].render(rules, Options())


def test_many_reasons_are_folded():
    page = FORMATS["html"].render(report(), Options())
    for card in re.findall(r'<article class="card.*?</article>', page, re.S):
        open_ = card.partition("more reason")[0]
        assert open_.count('class="why-line"') <= 3
