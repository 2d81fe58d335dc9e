"""What a page tells of itself, each fact with the place that tells it."""

import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import NamedTuple

from xref.load.fields import folded_words
from xref.load.markup import Element
from xref.load.outlets import domain, outlet_of
from xref.load.schema_org import Graph, parsed

_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)"
    r"(?P<url>https?://[^\s<>]{1,2000})",
    re.IGNORECASE,
)
META: dict[str, tuple[str, ...]] = {
    "title": (
        "og:title", "twitter:title", "parsely-title", "dc.title", "dcterms.title",
        "sailthru.title",
    ),
    "outlet": (
        "og:site_name", "citation_journal_title", "prism.publicationname", "publisher",
        "dc.publisher", "dcterms.publisher", "application-name",
    ),
    "author": (
        "author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator",
        "dcterms.creator", "dc.creator.name", "cxenseparse:author", "citation_author",
    ),
    "published": (
        "article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date",
        "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date",
        "article.published", "published-date", "publication_date", "dc.date", "dc.date.issued",
        "dcterms.date", "dcterms.issued", "dcterms.created", "dc.date.created",
        "cxenseparse:recs:publishtime", "article:published", "analytics.pubdate", "pdate",
        "citation_online_date", "citation_publication_date", "prism.publicationdate",
    ),
    "modified": (
        "article:modified_time", "og:updated_time", "lastmod", "last-modified",
        "dcterms.modified", "datemodified",
    ),
    "standfirst": (
        "og:description", "description", "twitter:description", "dc.description",
    ),
    "url": (
        "og:url", "parsely-link", "twitter:url",
    ),
    "language": (
        "og:locale", "content-language", "dc.language", "language",
    ),
}  # fmt: skip
"""The names of `<meta>` elements that tell a field, the surest first."""

_ITEMS = {
    "title": "headline",
    "author": "author",
    "published": "datePublished",
    "modified": "dateModified",
    "outlet": "publisher",
}
_HEADINGS = ("h1", "h2", "h3")
_MARKS = (" - ", " | ", " – ", " — ", " :: ")
"""What stands between an article's title and the name of its outlet."""
_NAMED = re.compile("|".join(map(re.escape, _MARKS)))
_LABELLED = re.compile("|".join(map(re.escape, (*_MARKS, ": "))))
_ADDRESS = re.compile(r"(?:https?:)?//|^@|^\d+$")
_BY = re.compile(r"\s*(?:by|from)[:\s]\s*", re.IGNORECASE)


class Fact(NamedTuple):
    """A field's value and the place of the page that tells it."""

    value: str
    source: str


class Metadata:
    """The facts of one page: for each field the candidates, the surest first."""

    def __init__(self, root: Element, markup: str, url: str | None = None) -> None:
        self._root = root
        self._graph = Graph(
            parsed(script.text or "")
            for script in root.iter("script")
            if "ld+json" in (script.get("type") or "").lower()
        )
        article = self._graph.article()
        self._told = {} if article is None else self._graph.record(article)
        self._meta: dict[str, str] = {}
        self._items: dict[str, list[Element]] = {}
        self._times: list[Element] = []
        self._headings: list[Element] = []
        for element in root.iter("meta", "time", *_HEADINGS):
            if element.tag == "meta":
                self._tell(element)
            else:
                (self._times if element.tag == "time" else self._headings).append(element)
        for element in root.xpath("//*[@itemprop]"):
            for name in element.get("itemprop").split():
                self._items.setdefault(name, []).append(element)
        self._markup = markup
        self._archived = url
        self._ways: dict[str, Callable[[], Iterator[Fact]]] = {
            "title": self._title,
            "standfirst": self._standfirst,
            "outlet": self._outlet,
            "author": self._author,
            "published": self._published,
            "modified": self._modified,
            "url": self._address,
            "language": self._language,
        }

    def _tell(self, element: Element) -> None:
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "http-equiv", "itemprop"):
            name = element.get(attribute)
            if name and content:
                self._meta.setdefault(name.strip().lower(), content)

    def facts(self, field: str) -> Iterator[Fact]:
        """The candidates for a field, the surest first."""
        for fact in self._ways[field]():
            value = " ".join(fact.value.split())
            if value:
                yield fact._replace(value=value)

    def first(self, field: str) -> Fact | None:
        """The surest value of a field."""
        return next(self.facts(field), None)

    def standfirsts(self) -> list[str]:
        """The descriptions of the article, which a standfirst on the page may print."""
        return [fact.value for fact in self.facts("standfirst")]

    def body(self) -> str | None:
        """The text of the article as its JSON-LD tells it."""
        told = self._told.get("text")
        return unescape(told) if isinstance(told, str) else None

    def _json(self, field: str) -> Iterator[Fact]:
        told = self._told.get(field)
        if isinstance(told, str):
            yield Fact(unescape(told), f"JSON-LD {_JSON.get(field, field)}")

    def _metas(self, field: str) -> Iterator[Fact]:
        for name in META[field]:
            if name in self._meta:
                yield Fact(self._meta[name], f"meta {name}")

    def _micro(self, field: str) -> Iterator[Fact]:
        for element in self._items.get(_ITEMS[field], ()):
            value: str | None = element.get("content") or element.get("datetime")
            if value is None and field in ("author", "outlet"):
                named = element.xpath('.//*[@itemprop="name"]')
                value = (named[0].get("content") or _text(named[0])) if named else _text(element)
            yield Fact(value if value is not None else _text(element), f"itemprop {_ITEMS[field]}")

    def title(self) -> Fact | None:
        """The surest title, without the name of the outlet that some pages add to it."""
        told, outlet = self.first("title"), self.first("outlet")
        if told is None or outlet is None:
            return told
        for mark in _MARKS:
            head, found, tail = told.value.rpartition(mark)
            if found and folded_words(tail) == folded_words(outlet.value):
                return told._replace(value=head)
        return told

    def _title(self) -> Iterator[Fact]:
        told = [*self._json("title"), *self._metas("title"), *self._micro("title")]
        whole = [Fact(_text(each), "title element") for each in self._root.iter("title")][:1]
        first = [heading for heading in self._headings if heading.tag == "h1"]
        yield from self._printed(told, whole)
        if len(first) == 1:
            yield Fact(_text(first[0]), "h1")
        yield from told
        yield from (Fact(_text(heading), "h1") for heading in first)
        yield from whole

    def _printed(self, told: Iterable[Fact], whole: Iterable[Fact]) -> Iterator[Fact]:
        """The headings of the page that print what the page says that its title is."""
        wanted = [fact.value for fact in told]
        for fact in whole:
            wanted += [max(one.split(fact.value), key=len) for one in (_NAMED, _LABELLED)]
        outlets = {folded_words(fact.value) for fact in self._outlet()}
        headings: dict[str, Element] = {}
        for heading in self._headings:
            headings.setdefault(folded_words(_text(heading)), heading)
        for words in dict.fromkeys(map(folded_words, wanted)):
            if words in headings and words not in outlets:
                yield Fact(_text(headings[words]), headings[words].tag)

    def _outlet(self) -> Iterator[Fact]:
        told = list(self._metas("outlet"))
        surest = [fact for fact in told if fact.source in _OF_OUTLET and not _is_slug(fact.value)]
        by_address = [
            Fact(named, f"domain of {fact.source}")
            for fact in self._address()
            if (named := outlet_of(fact.value))
        ]
        known = [fact for fact in by_address if domain(fact.value) is None]
        yield from known
        yield from surest
        yield from self._json("outlet")
        yield from (fact for fact in told if fact not in surest)
        yield from self._micro("outlet")
        yield from by_address

    def _author(self) -> Iterator[Fact]:
        for fact in (*self._json("author"), *self._metas("author"), *self._micro("author")):
            value = _BY.sub("", fact.value, 1) if _BY.match(fact.value) else fact.value
            if not _ADDRESS.search(value) and len(value) < 200:
                yield fact._replace(value=value)
        for element in self._root.xpath('//a[contains(concat(" ", @rel, " "), " author ")]'):
            yield Fact(_text(element), "link rel=author")

    def _published(self) -> Iterator[Fact]:
        yield from self._json("published")
        yield from self._metas("published")
        yield from self._micro("published")
        for element in self._times:
            value = element.get("datetime") or _text(element)
            yield Fact(value, "time element")

    def _modified(self) -> Iterator[Fact]:
        yield from self._json("modified")
        yield from self._metas("modified")
        yield from self._micro("modified")

    def _standfirst(self) -> Iterator[Fact]:
        yield from self._json("standfirst")
        yield from self._metas("standfirst")

    def _address(self) -> Iterator[Fact]:
        for link in self._root.iter("link"):
            if (link.get("rel") or "").lower() == "canonical" and _absolute(link.get("href")):
                yield Fact(link.get("href"), "link rel=canonical")
        for fact in (*self._metas("url"), *self._json("url")):
            if _absolute(fact.value):
                yield fact
        if self._archived:
            yield Fact(self._archived, "address it was archived from")
        saved = _SAVED.search(self._markup, 0, 5_000)
        if saved:
            yield Fact(saved["url"], "address it was saved from")

    def _language(self) -> Iterator[Fact]:
        yield from self._json("language")
        told = self._root.get("lang") or self._root.get(
            "{http://www.w3.org/XML/1998/namespace}lang"
        )
        if told:
            yield Fact(told, "html lang")
        yield from self._metas("language")


_JSON = {
    "title": "headline",
    "outlet": "publisher",
    "published": "datePublished",
    "modified": "dateModified",
    "standfirst": "description",
    "language": "inLanguage",
}


_OF_OUTLET = ("meta og:site_name", "meta citation_journal_title", "meta prism.publicationname")
"""What names an outlet, and not the company that it belongs to."""


def _is_slug(name: str) -> bool:
    """Whether a name is that of a program's setting, and not one for readers."""
    return name.islower() and " " not in name


def _absolute(value: str | None) -> bool:
    return bool(value) and str(value).startswith(("http://", "https://"))


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
