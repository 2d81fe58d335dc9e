"""Articles as schema.org describes them, in JSON-LD of a page or a file of its own."""

import re
from collections.abc import Iterable, Iterator, Mapping

from xref.load.json_text import JsonError, parse

Node = Mapping[str, object]
"""A parsed object of JSON-LD."""

_ARTICLES = frozenset(
    [
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle",
        "BackgroundNewsArticle", "OpinionNewsArticle", "ReviewNewsArticle",
        "AskPublicNewsArticle", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting",
        "AdvertiserContentArticle", "SatiricalArticle", "Report", "ScholarlyArticle",
        "TechArticle",
    ]
)  # fmt: skip
_NEWS = re.compile("News|Report|LiveBlog")
_PAGES = frozenset(["WebPage", "ItemPage", "CollectionPage"])
_WRAPS = (("<!--", "-->"), ("//", ""), ("<![CDATA[", "]]>"), ("", "//"))
"""What stands around a script, from the outside in, for programs that know no scripts."""
_CONTROL = re.compile(r"[\x00-\x1f]+")


def parsed(script: str) -> object:
    """The value of a JSON-LD script, however carelessly it was written; ``None`` for no JSON."""
    source = script.strip()
    for before, after in _WRAPS:
        source = source.removeprefix(before).removesuffix(after).strip()
    source = source.rstrip(";")
    for attempt in (source, _CONTROL.sub(" ", source)):
        try:
            return parse(attempt)
        except JsonError:
            continue
    return None


def nodes(value: object) -> dict[int, Node]:
    """All objects of a value, outer before inner, by their identity."""
    out: dict[int, Node] = {}
    waiting: list[object] = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting.extend(reversed(one))
        elif isinstance(one, dict):
            out[id(one)] = one
            waiting.extend(
                reversed([each for each in one.values() if isinstance(each, dict | list)])
            )
    return out


def types(node: Node) -> frozenset[str]:
    """The types of an object, without the vocabulary they come from."""
    told = node.get("@type", node.get("type"))
    each = told if isinstance(told, list) else [told]
    return frozenset(re.split(r"[/#:]", one)[-1] for one in each if isinstance(one, str))


def is_article(node: Node) -> bool:
    """Whether an object is an article."""
    return not _ARTICLES.isdisjoint(types(node))


class Graph:
    """The objects of one page or file, those that are named by an id among them."""

    def __init__(self, values: Iterable[object]) -> None:
        self._nodes = [node for value in values for node in nodes(value).values()]
        self._named: dict[str, Node] = {}
        for node in self._nodes:
            name = node.get("@id")
            if isinstance(name, str) and len(node) > 1:
                self._named.setdefault(name, node)

    def article(self) -> Node | None:
        """The article of a page: news before others, the one that tells most."""
        found = [node for node in self._nodes if is_article(node) and "headline" in node]
        found = found or [node for node in self._nodes if is_article(node)]
        return max(found, key=_worth, default=None)

    def page(self) -> Node | None:
        """What is told of the page itself."""
        return next((node for node in self._nodes if not _PAGES.isdisjoint(types(node))), None)

    def articles(self) -> list[Node]:
        """All articles of a file that are no part of another: posts of a live blog are parts."""
        found = [node for node in self._nodes if is_article(node)]
        parts = {one for node in found for one in nodes(node) if one != id(node)}
        return [node for node in found if id(node) not in parts]

    def reviews(self) -> list[Node]:
        """All reviews of claims."""
        return [node for node in self._nodes if "ClaimReview" in types(node)]

    def resolved(self, value: object) -> object:
        """A value with each reference to a named object replaced by that object."""
        if isinstance(value, list):
            return [self.resolved(one) for one in value if not isinstance(one, list)]
        if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
            return self._named.get(str(value.get("@id")), value)
        return value

    def record(self, node: Node) -> dict[str, object]:
        """An article in the fields that records have; those that it does not tell are left out."""
        told = {
            "text": node.get("articleBody") or node.get("text") or _posts(node),
            "title": node.get("headline") or node.get("name"),
            "standfirst": node.get("description") or node.get("abstract"),
            "outlet": name_of(self.resolved(node.get("publisher"))) or None,
            "author": names_of(self.resolved(node.get("author") or node.get("creator"))) or None,
            "published": node.get("datePublished") or node.get("dateCreated"),
            "modified": node.get("dateModified"),
            "url": address_of(node),
            "language": name_of(node.get("inLanguage")),
        }
        return {
            name: value[0] if isinstance(value, list) and value else value
            for name, value in told.items()
            if value
        }


def _posts(node: Node) -> str | None:
    """The posts of a live blog in their order, each below its headline."""
    told = node.get("liveBlogUpdate")
    posts = told if isinstance(told, list) else [told]
    parts = [
        words.strip()
        for post in posts
        if isinstance(post, dict)
        for words in (post.get("headline"), post.get("articleBody"))
        if isinstance(words, str) and words.strip()
    ]
    return "\n\n".join(parts) or None


def _worth(node: Node) -> tuple[bool, int]:
    news = any(_NEWS.search(one) for one in types(node))
    held = sum(bool(node.get(key)) for key in ("headline", "datePublished", "publisher", "author"))
    return news and held > 1, held


def name_of(value: object) -> str | None:
    """The name of a person or an organisation, of the first of several."""
    for one in value if isinstance(value, list) else [value]:
        told = one.get("name") or one.get("@value") if isinstance(one, dict) else one
        if isinstance(told, list):
            told = told[0] if told else None
        if isinstance(told, str) and told.strip() and "://" not in told:
            return told.strip()
    return None


def names_of(value: object) -> str | None:
    """The names of all persons, with commas between."""
    each = map(name_of, value if isinstance(value, list) else [value])
    return ", ".join(dict.fromkeys(one for one in each if one)) or None


def address_of(node: Node) -> str | None:
    """The address of an article."""
    for key in ("url", "mainEntityOfPage", "@id"):
        told = node.get(key)
        if isinstance(told, dict):
            told = told.get("@id") or told.get("url")
        if isinstance(told, str) and told.startswith(("http://", "https://")):
            return told
    return None


def dated(value: object) -> Iterator[str]:
    """The dates in a value."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str) and one.strip():
            yield one.strip()
