"""The page can be read by everyone: contrast, headings, landmarks, names."""

import re
from html.parser import HTMLParser
from importlib import resources
from itertools import pairwise

import pytest

from tests.golden.sample import report
from xref.render import FORMATS, Options

PAGE = FORMATS["html"].render(report(), Options())
_TEMPLATES = resources.files("xref.render") / "templates"
CSS = "".join(
    (_TEMPLATES / f"{name}.css").read_text(encoding="utf-8")
    for name in ("report", "views", "print")
)
ROOTS = [
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block))
    for block in re.findall(r":root \{(.*?)\}", CSS, re.S)
]
LIGHT, DARK, PRINT = ROOTS[0], ROOTS[0] | ROOTS[1], ROOTS[0] | ROOTS[2]


class _Elements(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found, self.open = [], []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs), tuple(self.open)))
        if tag not in ("meta", "input", "br", "path", "circle", "rect"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.found.append((tag, dict(attrs), tuple(self.open)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"{tag} closes another element"


@pytest.fixture(scope="module")
def elements():
    reader = _Elements()
    reader.feed(PAGE)
    reader.close()
    assert reader.open == []
    return reader.found


def _luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(each * 2 for each in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one, other):
    """The contrast ratio of WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
@pytest.mark.parametrize(
    ("ink", "papers"),
    [
        ("ink", ["paper", "card", "why", "del", "ins"]),
        ("said-ink", ["said"]),
        *(
            (tone, ["paper", "card"])
            for tone in ("soft", "link", "red", "amber", "blue", "violet", "green")
        ),
    ],
)
def test_text_has_the_contrast_of_wcag_aa(theme, ink, papers):
    for paper in papers:
        assert _contrast(theme[ink], theme[paper]) >= 4.5, (ink, paper)


def test_headings_go_down_one_step_at_a_time(elements):
    levels = [int(tag[1]) for tag, _, _ in elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_there_is_one_of_each_landmark_and_navigations_are_named(elements):
    tops = [(tag, attrs) for tag, attrs, parents in elements if parents == ("html", "body")]
    assert [tag for tag, _ in tops if tag in ("header", "nav", "main", "footer")] == [
        "header",
        "nav",
        "nav",
        "nav",
        "main",
        "footer",
    ]
    assert all(
        {"aria-labelledby", "aria-label"} & attrs.keys() for tag, attrs in tops if tag == "nav"
    )
    assert elements[0] == ("html", {"lang": "en"}, ())


def test_names_and_links_point_to_something(elements):
    ids = [attrs["id"] for _, attrs, _ in elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    wanted = {name for _, attrs, _ in elements for name in attrs.get("aria-labelledby", "").split()}
    wanted |= {attrs["for"] for _, attrs, _ in elements if "for" in attrs}
    wanted |= {
        attrs["href"][1:]
        for _, attrs, _ in elements
        if attrs.get("href", "").startswith("#") and "data-to" not in attrs
    }
    assert wanted <= set(ids)


def test_every_picture_has_a_name_and_every_header_cell_a_scope(elements):
    pictures = [a for tag, a, _ in elements if tag == "svg" and a.get("aria-hidden") != "true"]
    assert pictures and all(
        attrs["role"] == "img" and attrs["aria-labelledby"] for attrs in pictures
    )
    assert all("scope" in attrs for tag, attrs, _ in elements if tag == "th")


def test_what_scrolls_can_be_reached_by_keyboard(elements):
    scrolling = [attrs for _, attrs, _ in elements if attrs.get("class") == "scroll"]
    assert scrolling
    assert all(attrs["tabindex"] == "0" and attrs["role"] == "group" for attrs in scrolling)
    assert all("aria-label" in attrs or "aria-labelledby" in attrs for attrs in scrolling)


def test_article_words_keep_their_own_direction(elements):
    quoted = [attrs for tag, attrs, _ in elements if tag == "blockquote"]
    assert quoted and all(attrs.get("dir") == "auto" for attrs in quoted)


def test_the_filter_is_there_only_with_a_script(elements):
    form = next(attrs for tag, attrs, _ in elements if tag == "form")
    assert "hidden" in form
