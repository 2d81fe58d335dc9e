"""What the page says, and that it stays readable whatever its size."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.making import (
    DOLLAR,
    HOUR,
    MINUTE,
    Newsroom,
    article,
    bounded,
    cell,
    count,
    exact,
    pair,
    rendered,
    slot,
    utterance,
)
from tests.golden.sample import report
from xref.model.article import Skipped
from xref.model.link import Check, NotCompared, Origin, Story
from xref.model.relation import Kind, Wording
from xref.model.report import Linked, Report
from xref.model.span import Span
from xref.render import FORMATS, Options
from xref.render.page.build import build
from xref.render.page.cards import spread
from xref.render.page.quote_card import shortened
from xref.render.page.sections import HEADINGS
from xref.render.relations import FIGURES, WORDINGS

HUMAN = ("html", "markdown", "terminal")


def _plain(name, found, **options):
    """The words of an output, on one line, without markup."""
    text = FORMATS[name].render(found, Options(**options))
    text = re.sub('<nav class="views".*?</nav>|<script.*?</script>', "", text, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>|\\", "", text)).replace("&#39;", "'")


def _story(kind="agree", stories=1, slots=1, **more):
    """Stories of two articles each, whose slots all bear one relation."""
    room, linked_stories, linked_slots = Newsroom(), [], []
    for n in range(stories):
        two = [
            article(f"{side}{n}", f"Outlet {side}", f"Report {n}\nIt counted 5 cats.\n")
            for side in "ab"
        ]
        room.articles |= {each.id: each for each in two}
        claims = [room.claim(each.id, "5 cats", count(exact(5), "cat")) for each in two]
        linked_stories.append(Story(f"s{n}", (f"a{n}", f"b{n}"), "one report"))
        pairs = [pair(f"a{n}", f"b{n}", kind, "because")] if kind != "single" else []
        linked_slots += [
            slot(f"s{n}-{m}", f"s{n}", [cell(each) for each in claims], pairs, claims[0])
            for m in range(slots)
        ]
    linked = Linked(tuple(linked_stories), (), (), tuple(linked_slots), (), (), ())
    return Report(
        tuple(room.articles.values()), tuple(room.claims), replace(linked, **more), (), (), ()
    )


def test_every_relation_has_a_name_a_meaning_and_a_section():
    assert list(FIGURES) == list(Kind)
    assert list(WORDINGS) == list(Wording)
    shown = {
        card.relation
        for story in build(report(), Options()).stories
        for s in story.sections
        for card in s.cards
    }
    assert shown >= {kind.value for kind in Kind}
    assert shown >= {
        "omission",
        "altered",
        "redated",
        "reassigned",
        "paraphrase",
        "sanity",
        "claim",
        "support",
    }


@pytest.mark.parametrize("name", HUMAN)
def test_an_all_clear_is_said_in_words(name):
    told = "Nothing to look at among what was compared"
    assert told in _plain(name, _story())
    assert told not in _plain(name, report())


@pytest.mark.parametrize("name", HUMAN)
def test_nothing_to_compare_is_no_all_clear(name):
    alone = Report((article("a", "A", "T\n"),), (), Linked((), (), (), (), (), (), ()), (), (), ())
    assert "No two articles cover the same event" in _plain(name, alone)
    assert "share no figure and no quotation" in _plain(name, _story("single"))


@pytest.mark.parametrize("name", HUMAN)
def test_empty_sections_are_not_printed(name):
    text = _plain(name, _story("update"))
    assert "Updates and corrections" in text
    for key, heading in HEADINGS.items():
        assert key == "update" or heading.title not in text
    assert not re.search("Skipped|Not compared|stand alone|Names and titles|Credibility", text)


@pytest.mark.parametrize("name", HUMAN)
def test_agree_is_explained_once_and_only_where_it_occurs(name):
    assert _plain(name, report()).count("not that it is true") == 1
    assert "not that it is true" not in _plain(name, _story("conflict"))


@pytest.mark.parametrize("name", HUMAN)
def test_what_an_editor_needs_comes_first(name):
    text = _plain(name, report())
    titles = ["Conflicts", "Quotes that differ", "At odds with itself", "Does not add up", "Updates and corrections",
              "Different scope", "Different sources", "Compatible figures", "Agreements", "Without a named source", "Thinly sourced"]  # fmt: skip
    places = [re.search(rf"{title} \(?\d", text).start() for title in titles]
    assert places == sorted(places)


@pytest.mark.parametrize("name", HUMAN)
def test_a_copy_is_no_further_voice(name):
    text = _plain(name, report())
    assert "4 outlets, 3 independent texts" in text
    assert "Meridian Wire and Tidewater Times: one text, one voice" in text
    copied = _story(origins=(Origin("o", ("a0", "b0"), "all sentences are the same"),))
    single = replace(copied.linked.slots[0], origins=1)
    copied = replace(copied, linked=replace(copied.linked, slots=(single,)))
    assert "2 outlets, one text: one voice" in _plain(name, copied)


@pytest.mark.parametrize("name", HUMAN)
def test_the_date_is_told_with_its_evidence(name):
    text = _plain(name, report())
    assert re.search(r"4 March 2031 \(?from the dateline “PORT ANSEL, March 4, 2031”", text)
    assert re.search(r"2031 \(?from the copyright line “© 2031”", text)
    assert "no date" in text


@pytest.mark.parametrize("name", HUMAN)
def test_what_was_left_out_is_told(name):
    text = _plain(name, report())
    for words in (
        "the file is empty",
        "Cars and passengers are counted by the same ship",
        "1 finding suppressed",
        "stand alone",
    ):
        assert words in text


def test_stories_with_something_to_look_at_come_first():
    quiet, loud = _story("agree", stories=1), _story("conflict", stories=1)
    renamed = [replace(each, id=f"x{each.id}") for each in loud.articles]
    again = {each.id: f"x{each.id}" for each in loud.articles}
    claims = [replace(c, id=f"x{c.id}", article=again[c.article]) for c in loud.claims]
    cells = tuple(
        replace(c, article=again[c.article], current=f"x{c.current}", claims=())
        for c in loud.linked.slots[0].cells
    )
    pairs = tuple(replace(p, a=again[p.a], b=again[p.b]) for p in loud.linked.slots[0].pairs)
    both = Report(
        quiet.articles + tuple(renamed),
        quiet.claims + tuple(claims),
        replace(
            quiet.linked,
            stories=(*quiet.linked.stories, Story("loud", tuple(again.values()), "")),
            slots=(*quiet.linked.slots, replace(loud.linked.slots[0], id="l", story="loud", cells=cells, pairs=pairs)),
        ),
        (), (), (),
    )  # fmt: skip
    assert [story.story for story in build(both, Options()).stories] == ["loud", "s0"]


def test_a_rule_may_hold_stricter_than_the_default():
    found = report()
    stricter = replace(found.findings[0], relation="conflict", slot="talks-length", utterance=None)
    page = build(replace(found, findings=(stricter,)), Options())
    conflicts = {
        card.heading
        for story in page.stories
        for s in story.sections
        if s.key == "conflict"
        for card in s.cards
    }
    assert conflicts == {"Length of the talks", "Passengers aboard"}


def test_a_check_that_a_rule_reports_is_told_once():
    check = Check("parts do not sum", "ferry-fire", "r", (report().findings[4].primary,))
    linked = replace(report().linked, checks=(check,))
    page = build(replace(report(), linked=linked), Options())
    sums = [
        card.heading
        for story in page.stories
        for s in story.sections
        if s.key == "sanity"
        for card in s.cards
    ]
    assert sums == ["Parts and whole: “rose to 11”"]


def test_a_passage_is_shown_once_for_all_who_print_it():
    card = next(
        c
        for s in build(report(), Options()).stories[0].sections
        for c in s.cards
        if c.heading == "Passengers aboard"
    )
    assert [reading.outlets for reading in card.readings] == [
        ("Harbour Herald",), ("Meridian Wire", "Tidewater Times"), ("The Coast Daily",),
    ]  # fmt: skip


def test_only_the_words_that_changed_are_marked():
    card = next(
        c
        for s in build(report(), Options()).stories[0].sections
        for c in s.cards
        if c.relation == "altered"
    )
    marked = [[run.text for run in reading.passage.runs if run.mark] for reading in card.readings]
    assert marked == [["a"], ["did not see any"], ["saw no"]]


def test_a_long_passage_is_cut_around_its_words():
    text = "Word " * 4000 + "counted 5 cats " + "word " * 4000 + ".\n"
    room = Newsroom(article("a", "A", text), article("b", "B", "It counted 5 cats.\n"))
    claims = [room.claim(name, "5 cats", count(exact(5), "cat")) for name in "ab"]
    linked = Linked(
        (Story("s", ("a", "b"), ""),), (), (),
        (slot("x", "s", [cell(each) for each in claims], [pair("a", "b", "conflict", "r")], claims[0]),), (), (), (),
    )  # fmt: skip
    page = build(
        Report(tuple(room.articles.values()), tuple(room.claims), linked, (), (), ()), Options()
    )
    long = page.stories[0].sections[0].cards[0].readings[0].passage
    assert len(long.text) < 450
    assert [run.text for run in long.runs if run.mark] == ["5 cats"]
    assert long.text.startswith("… ") and long.text.endswith(" …")


def test_the_equal_middle_of_a_diff_is_cut():
    same = " ".join(f"w{n}" for n in range(200))
    steps = (("delete", "not", ""), ("equal", same, same), ("insert", "", "now"))
    cut = shortened(steps)
    assert cut[0] == steps[0] and cut[2] == steps[2]
    assert cut[1][1].startswith("w0 w1") and cut[1][1].endswith("w199") and len(cut[1][1]) < 160


def _lengths(*amounts):
    """One slot of lengths, one article for each amount."""
    room = Newsroom(
        *(article(f"a{n}", f"Outlet {n}", "It took 5 long.\n") for n, _ in enumerate(amounts))
    )
    claims = [room.claim(f"a{n}", "5 long", count(each, "hour")) for n, each in enumerate(amounts)]
    pairs = [pair("a0", "a1", "compatible", "r")]
    linked = Linked(
        (Story("s", tuple(room.articles), ""),),
        (),
        (),
        (slot("x", "s", [cell(c) for c in claims], pairs, claims[0]),),
        (),
        (),
        (),
    )
    page = build(
        Report(tuple(room.articles.values()), tuple(room.claims), linked, (), (), ()), Options()
    )
    return page.stories[0].sections[0].cards[0].plot


def test_a_picture_has_one_unit():
    plot = _lengths(bounded("more_than", 90, MINUTE), exact(2, HOUR), exact(3, HOUR))
    hour, later = (row.x1 for row in plot.rows if row.point)
    bound = next(row.x1 for row in plot.rows if row.right)
    assert bound < hour < later


def test_units_that_do_not_convert_make_no_picture():
    assert _lengths(bounded("more_than", 90, MINUTE), exact(2, DOLLAR)) is None


# ------------------------------------------------------------------ size


@pytest.fixture(scope="module")
def crowd():
    """Ten thousand slots in one story."""
    return _story("conflict", slots=10_000)


@pytest.mark.parametrize("name", HUMAN)
def test_ten_thousand_slots_make_no_endless_page(name, crowd):
    text = FORMATS[name].render(crowd, Options(limit=50))
    assert len(text) < (1_500_000 if name == "html" else 400_000)
    assert re.search(r"9,?9[58]0 more", text)
    assert "10,000 conflicts" in text


def test_many_stories_are_told_briefly():
    many = _story("agree", stories=300)
    page = build(many, Options(limit=20))
    assert (len(page.stories), len(page.brief), page.brief_left_off) == (20, 200, 80)
    assert "and 80 more stories" in _plain("html", many, limit=20)


def test_the_urgent_is_served_first_from_one_budget():
    many = _story("agree", stories=40, slots=40)
    slots = list(many.linked.slots)
    last = slots[-1]
    slots[-1] = replace(last, relation=Kind.CONFLICT)
    page = build(replace(many, linked=replace(many.linked, slots=tuple(slots))), Options(limit=40))
    assert page.stories[0].story == "s39"
    shown = sum(len(section.cards) for story in page.stories for section in story.sections)
    assert shown == 40 * 25
    assert (
        page.stories[0].sections[0].key == "conflict" and page.stories[0].sections[0].left_off == 0
    )


def test_long_lists_of_the_unread_and_uncompared_are_cut():
    left = tuple(NotCompared((f"{side}0-1",), "r") for side in "ab" * 40)
    skipped = tuple(Skipped(f"in/{n}.txt", "empty") for n in range(300))
    found = replace(_story(not_compared=left), skipped=skipped)
    page = build(found, Options(limit=20))
    story = page.stories[0]
    assert [len(each.items) for each in story.left] == [20]
    assert (story.left_total, story.left_left_off) == (80, 60)
    assert (len(page.skipped), page.skipped_left_off) == (200, 100)
    for name in ("html", "markdown"):
        assert "100 more in the JSON report" in _plain(name, found, limit=20)


def test_the_one_that_differs_is_shown_among_many():
    """Of 80 outlets 79 say five; the one that says nine is in every format, and in the picture."""
    amounts = [exact(5)] * 79 + [exact(9)]
    room = Newsroom(
        *(
            article(f"a{n:02}", f"Outlet {n}", f"It counted {a.nominal} cats, {n}.\n")
            for n, a in enumerate(amounts)
        )
    )
    claims = [
        room.claim(f"a{n:02}", f"{a.nominal} cats", count(a, "cat")) for n, a in enumerate(amounts)
    ]
    pairs = [pair("a00", "a79", "conflict", "five and nine")]
    slots = (slot("x", "s", [cell(each) for each in claims], pairs, claims[0]),)
    linked = Linked((Story("s", tuple(room.articles), ""),), (), (), slots, (), (), ())
    found = Report(tuple(room.articles.values()), tuple(room.claims), linked, (), (), ())
    card = build(found, Options()).stories[0].sections[0].cards[0]
    assert (len(card.readings), card.left_off) == (40, 40)
    assert [each.passage.outlet for each in card.first(2)] == ["Outlet 0", "Outlet 79"]
    assert [row.outlet for row in card.plot.rows] == ["Outlet 0 and 78 more", "Outlet 79"]
    for name in HUMAN:
        assert re.search(r"Outlet 79\W+no date", _plain(name, found)), name


@given(st.lists(st.integers(0, 5), max_size=30), st.integers(1, 12))
def test_each_kind_is_shown_once_before_any_twice(kinds, number):
    chosen = spread(kinds, number)
    shown = Counter(kinds[at] for at in chosen)
    assert len(chosen) == min(number, len(kinds)) and chosen == sorted(set(chosen))
    assert len(shown) == min(number, len(set(kinds)))
    assert max(shown.values(), default=0) <= 1 or set(shown) == set(kinds)


def test_a_spreadsheet_does_not_repeat_a_sentence_without_end():
    text = "12 cats and " * 5000 + ".\n"
    room = Newsroom(article("a", "A", text))
    first = room.claim("a", "12 cats", count(exact(12), "cat"))
    claims = tuple(replace(first, id=str(n), span=Span(n * 12, n * 12 + 7)) for n in range(5000))
    out = FORMATS["csv"].render(
        Report(
            tuple(room.articles.values()), claims, Linked((), (), (), (), (), (), ()), (), (), ()
        ),
        Options(),
    )
    assert len(out) < 5000 * 1300


def test_a_quote_of_many_outlets_is_one_card():
    room, claims = Newsroom(), []
    for n in range(60):
        one = article(f"a{n:02}", f"Outlet {n}", f"“We will not go {n},” Ana Torvel said.\n")
        room.articles[one.id] = one
        claims.append(
            room.quote(one.id, f"We will not go {n},", room.said(one.id, "Ana Torvel", "said"))
        )
    pairs = [
        rendered(claims[0], each, "altered", f"other number in {each.article}")
        for each in claims[1:]
    ]
    linked = Linked(
        (Story("s", tuple(room.articles), ""),),
        (),
        (),
        (),
        (utterance("u", "s", "Ana Torvel", claims, pairs),),
        (),
        (),
    )
    found = Report(tuple(room.articles.values()), tuple(room.claims), linked, (), (), ())
    page = FORMATS["html"].render(found, Options())
    assert "and 20 more in the JSON report" in page
    assert "54 more passages" in page
    assert page.count("<b>Why</b>") <= 8
