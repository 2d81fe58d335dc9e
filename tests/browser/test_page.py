"""The page in a browser: views, filters, links that lead a colleague to one finding, keys, print."""

import json
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.shots import IMAGES, SHOTS, TOLD, shown
from tests.long import few

VIEWS = ("query", "figures", "quotes", "sourcing", "articles", "outlets", "rest")
SIZES = {"desktop": (1280, 900), "phone": (390, 800)}
LOOKS = {
    f"{view}-{size}-{scheme}": (view, size, scheme)
    for view in VIEWS
    for size in SIZES
    for scheme in ("light", "dark")
}


def opened(page: Page, file: Path, fragment: str = "") -> Page:
    page.goto(f"{file.as_uri()}{fragment}")
    return page


def test_the_first_view_is_what_to_query(page: Page, samples: Path):
    opened(page, samples)
    expect(page.locator("nav.views [aria-current]")).to_have_text("What to query")
    assert page.locator("nav.urgent li").count() >= 8
    expect(page.locator(".s-agree").first).to_be_hidden()


@pytest.mark.parametrize("view", few(VIEWS, ["figures"]))
def test_every_view_is_one_click_and_one_address_away(page: Page, samples: Path, view: str):
    opened(page, samples)
    page.locator(f'nav.views a[data-to="{view}"]').click()
    assert f"view={view}" in page.url
    told = page.locator("main").inner_text()
    other = opened(page, samples, f"#view={view}")
    assert other.locator("main").inner_text() == told
    assert len(told) > 100


@pytest.mark.long
def test_a_filter_stays_in_the_address_and_comes_back_from_it(page: Page, samples: Path):
    opened(page, samples)
    page.get_by_text("Filters and keys").click()
    page.select_option("#by-outlet", "The Millrace")
    shown = page.locator(".card:visible")
    assert 0 < shown.count() < page.locator(".card").count()
    for card in shown.all():
        assert "The Millrace" in card.inner_text()
    address = page.url
    assert "outlet=The+Millrace" in address
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("#by-outlet")).to_be_visible()
    page.goto("about:blank")
    page.goto(address)
    assert page.locator("#by-outlet").input_value() == "The Millrace"
    page.fill("#filter", "gates")
    expect(page.locator("output")).to_have_text(re.compile(r"^1 of \d+$"))
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("output")).to_have_text("")


def test_a_link_leads_to_one_finding(page: Page, samples: Path):
    opened(page, samples)
    card = page.locator(".card.r-conflict").first.get_attribute("id")
    assert card and re.fullmatch(r"f-[0-9a-f]{10}", card)
    for fragment in (f"#{card}", f"#view=query&open={card}"):
        page.goto("about:blank")
        opened(page, samples, fragment)
        expect(page.locator(f"#{card}")).to_be_focused()
        expect(page.locator(f"#{card}")).to_be_in_viewport()


def test_a_finding_leads_to_its_passage_in_the_article(page: Page, samples: Path):
    opened(page, samples)
    card = page.locator(".card.r-conflict", has_text="3,200 households")
    card.get_by_role("link", name="in the article of The Fenmoor Argus").first.click()
    expect(page.locator("#read-h")).to_contain_text("Sirens that never sounded")
    lit = page.locator("a.claim.on")
    expect(lit).to_contain_text("3,200 households")
    expect(lit).to_be_in_viewport()
    note = page.locator(".note.on")
    expect(note).to_contain_text("2,300 households")
    note.get_by_role("link", name="The Sorrel Vale Gazette").click()
    expect(page.locator("#read-h")).to_contain_text("Sorrel Vale counts its dead")
    page.go_back()
    expect(page.locator("#read-h")).to_contain_text("Sirens that never sounded")


@pytest.mark.long
def test_the_article_s_text_is_whole_and_what_was_cut_is_told(page: Page, samples: Path):
    opened(page, samples, "#view=articles&article=marrin-live")
    whole = Path(__file__).parents[2].joinpath("inputs/flood/marrin-live.txt").read_text("utf-8")
    shown = page.locator("article.read .block > p, article.read .cut p")
    told = re.sub(r"\W+", "", "".join(shown.evaluate_all("all => all.map((e) => e.cloneNode(true)).map((e) => { for (const x of e.querySelectorAll('.vh, .sign, .zone, .stands')) x.remove(); return e.textContent; })")))  # fmt: skip
    assert told == re.sub(r"\W+", "", whole)
    expect(page.locator(".cut summary").first).to_have_text(
        re.compile(r"^\d+ lines? cut as furniture")
    )


def test_the_list_says_whom_to_ask(page: Page, samples: Path):
    """What needs a look fits a screen or two, and each entry that somebody can settle names who."""
    opened(page, samples)
    entries = page.locator("nav.urgent li")
    for entry in entries.all():
        expect(entry.locator(".ask")).to_have_text(re.compile("^(Ask|Hear|Look) .{12}"))
    first = entries.first.bounding_box()
    assert first is not None and first["y"] < 600
    titles = page.locator("nav.urgent b").all_inner_texts()
    assert len(set(titles)) == len(titles)


def test_how_a_figure_stands_is_seen_on_cards_in_the_grid_and_in_the_article(
    page: Page, samples: Path
):
    opened(page, samples, "#view=sourcing")
    told = page.locator(".s-stood", has_text="90,000 troops")
    expect(told).to_contain_text("Denied")
    expect(told.get_by_role("heading", name="Only supposed")).to_be_visible()
    told.get_by_role("link", name=re.compile("in the article")).first.click()
    expect(page.locator("article.read .stands", has_text="denied").first).to_be_visible()


@pytest.mark.long
def test_the_grid_is_signed_sorted_and_leads_to_passages(page: Page, samples: Path):
    opened(page, samples, "#view=figures")
    first = page.locator("table.questions tbody tr").first
    expect(first).to_contain_text("≠")
    page.select_option("#choose-sort", "what")
    names = [
        each.casefold()
        for each in page.locator("table.questions tbody th > :first-child").all_inner_texts()
    ]
    assert names == sorted(names)
    page.select_option("#choose-story", "all")
    page.locator(".cell", has_text="14 border guards").first.click()
    expect(page.locator(".claim.on").first).to_contain_text("14 border guards")


def test_the_page_can_be_used_by_keyboard_alone(page: Page, samples: Path):
    opened(page, samples)
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to the report")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.id")
    assert first.startswith("f-") and second.startswith("f-") and first != second
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == first
    page.keyboard.press("s")
    expect(page.locator(f"#{first} .seen-mark")).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(page.locator(f"#{first}")).to_have_class(re.compile("seen"))
    page.get_by_text("Filters and keys").click()
    page.get_by_role("button", name="Seen, as suppressions").click()
    told = page.locator("dialog textarea").input_value()
    assert told == f"xref: 1\nignore:\n- fingerprint: {first[2:]}\n  reason: seen in the report\n"
    page.keyboard.press("Escape")
    page.locator(f"#{second}").focus()
    page.keyboard.press("a")
    expect(page.locator("#read-h")).to_be_visible()
    page.keyboard.press("2")
    expect(page.locator("nav.views [aria-current]")).to_have_text("Figures")
    page.keyboard.press("/")
    page.keyboard.type("troops")
    expect(page.locator("table.questions tbody tr").first).to_contain_text("Troops")
    page.locator("#keys").uncheck()
    page.locator("#main").focus()
    page.keyboard.press("1")
    expect(page.locator("nav.views [aria-current]")).to_have_text("Figures")


@pytest.mark.long
def test_without_a_script_the_whole_report_is_read(chromium: Browser, samples: Path):
    context = chromium.new_context(java_script_enabled=False)
    page = opened(context.new_page(), samples)
    for heading in ("Conflicts", "Agreements", "Without a named source", "Not compared"):
        expect(page.get_by_role("heading", name=re.compile(f"^{heading} ")).first).to_be_visible()
    expect(page.locator(".filter")).to_be_hidden()
    context.close()


def test_the_index_of_a_folder_leads_to_the_finding_and_back(page: Page, folder: Path):
    opened(page, folder)
    link = page.locator("nav.urgent a").first
    card = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    expect(page.locator(f"#{card}")).to_be_focused()
    page.get_by_role("link", name="All stories").click()
    expect(page.get_by_role("heading", name="Consistency report")).to_be_visible()


@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_no_violation_in_the_index(chromium: Browser, folder: Path, size: str):
    width, height = SIZES[size]
    context = chromium.new_context(viewport={"width": width, "height": height}, bypass_csp=True)
    page = opened(context.new_page(), folder)
    assert _violations(page) == []
    context.close()


def _violations(page: Page) -> list[tuple[str, list[str]]]:
    """What axe-core finds against WCAG 2.2 AA and best practice: its rule, and the elements."""
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": rules})
    return [
        (v["id"], [node["html"][:160] for node in v["nodes"][:3]])
        for v in found.response["violations"]
    ]


@pytest.mark.parametrize("look", few(LOOKS, ["query-desktop-light", "figures-phone-dark"]))
def test_axe_finds_no_violation(chromium: Browser, samples: Path, look: tuple[str, str, str]):
    view, size, scheme = look
    width, height = SIZES[size]
    context = chromium.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, bypass_csp=True
    )
    page = opened(context.new_page(), samples, f"#view={view}")
    assert _violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
        "it scrolls sideways"
    )
    context.close()


@pytest.mark.long
def test_print_is_a_report_of_its_own(page: Page, samples: Path):
    opened(page, samples, "#view=figures")
    page.emulate_media(media="print")
    for control in (".filter", ".views", ".keys", "#made", ".seen-mark", ".ledger"):
        for each in page.locator(control).all():
            expect(each).to_be_hidden()
    expect(page.locator("nav.urgent")).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("^Conflicts ")).first).to_be_visible()
    pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    assert 4 <= pages <= 30


@pytest.mark.long
def test_three_hundred_articles_stay_usable(page: Page, crowd: Path):
    opened(page, crowd)
    assert page.locator("nav.urgent li").count() > 0
    page.locator('nav.views a[data-to="figures"]').click()
    expect(page.locator("table.questions")).to_be_visible()
    outlet = page.locator("table.questions thead th").nth(1).inner_text()
    page.fill("#filter", outlet)
    expect(page.locator("table.questions thead")).to_contain_text(outlet)
    assert page.locator("table.questions tbody tr").count() > 0
    page.locator('nav.views a[data-to="articles"]').click()
    expect(page.locator("#read-h")).to_be_visible()
    assert crowd.stat().st_size < 6_000_000


def test_an_article_s_marks_can_be_told_by_speaker_and_by_certainty(page: Page, samples: Path):
    opened(page, samples, "#view=articles&article=argus")
    marks = page.locator("article.read .claim[data-claim]")
    every = marks.count()
    speaker = page.locator("#choose-speaker option").nth(1)
    name = speaker.get_attribute("value")
    assert name is not None
    page.select_option("#choose-speaker", name)
    assert 0 < marks.count() < every
    page.get_by_text("as a list").click()
    for row in page.locator("article.read tbody tr").all():
        expect(row.locator("td").nth(2)).to_contain_text(name)
    address = page.url
    assert "speaker=" in address
    page.select_option("#choose-speaker", "")
    page.select_option("#choose-certainty", "sure")
    sure = marks.count()
    assert 0 < sure < every
    page.select_option("#choose-certainty", "likely")
    assert marks.count() + sure <= every
    page.goto("about:blank")
    page.goto(address)
    assert page.locator("#choose-speaker").input_value() == name


def test_the_pictures_of_the_documentation_show_the_page_as_it_is(page: Page, samples: Path):
    told = json.loads(TOLD.read_text(encoding="utf-8"))
    assert {name: shown(page, samples, name) for name in SHOTS} == told, "run make shots"
    assert {file.stem for file in IMAGES.glob("*.png")} == set(SHOTS)


def test_the_quotes_tell_whom_an_outlet_gives_them_to(page: Page, samples: Path):
    opened(page, samples, "#view=quotes")
    utterance = page.locator(".utterance", has_text="A table is cheaper than a trench")
    expect(utterance.first).to_contain_text("by Tavin Orlesk")
    expect(utterance.first).not_to_contain_text("by Maren Ostrick")
