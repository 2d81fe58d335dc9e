"""The shapes in which JSON holds articles: plain records, exports, JSON Feed, ninjs, JSON-LD."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from xref.load.fields import FieldMap, at_path
from xref.load.ninjs import TEXTS, is_ninjs, ninjs_fields
from xref.load.record import BadRecordError, Broken, Record, names, record
from xref.load.schema_org import Graph, Node, address_of, name_of, names_of, types

_LISTS = (
    "articles.results", "articles", "response.results", "response.docs", "hits.hits", "results",
    "items", "stories", "docs", "records", "data", "news", "documents", "posts",
)  # fmt: skip
"""Where exports keep their articles, the longest way first."""
_FEED = re.compile(r"https?://(?:www\.)?jsonfeed\.org/version/")
_SCHEMA = re.compile(r"https?://(?:www\.)?schema\.org")
_OURS = ("xref.report/", "xref.baseline/")
_TEXT = ("text", "body", "content", "maintext", "articleBody")


def records_of(
    value: object, fields: FieldMap, notes: tuple[str, ...] = ()
) -> Iterator[Record | Broken]:
    """The records that a parsed JSON value holds; each of several is numbered from 1."""
    several, each = _unfolded(value)
    for number, one in enumerate(each, start=1):
        place = number if several else None
        if isinstance(one, Broken):
            yield replace(one, number=place)
            continue
        try:
            made = record(one, place, notes, fields=fields)
        except BadRecordError as error:
            yield Broken(str(error), place)
        else:
            yield made


def _unfolded(value: object) -> tuple[bool, list[object]]:
    """Whether a value holds several records, and the records, in the fields that records have."""
    if isinstance(value, list):
        return True, [one for part in value for one in _unfolded(part)[1]] if any(
            map(_is_told, value)
        ) else value
    if not isinstance(value, dict):
        return False, [value]
    schema = value.get("schema")
    if isinstance(schema, str) and schema.startswith(_OURS):
        return False, [Broken(f"this is what xref wrote ({schema}), not an article")]
    if _is_feed(value):
        return True, [_feed_item(item, value) for item in _objects(value.get("items"))]
    if is_ninjs(value):
        return False, [_ninjs_item(value)]
    if _is_linked_data(value):
        found = _linked_data(value)
        return (len(found) > 1, found) if found else (False, [value])
    checked = _objects(value.get("claims"))
    if checked and all("claimReview" in one for one in checked if isinstance(one, dict)):
        return True, [_checked(one) for one in checked]
    if not any(isinstance(value.get(key), str) for key in _TEXT):
        for path in _LISTS:
            held = _objects(at_path(value, path))
            if held:
                return True, [_export_item(one) for one in held]
    return False, [_export_item(value)]


def _ninjs_item(value: Mapping[object, object]) -> object:
    """The fields of a ninjs item that is a text; a refusal for a picture, a video, an event."""
    kind = str(value.get("type") or "")
    return (
        ninjs_fields(value)
        if kind in TEXTS
        else Broken(f'a ninjs item of the type "{kind}" holds no text')
    )


def _is_told(value: object) -> bool:
    """Whether an object of a list is of a shape that has a standard."""
    return isinstance(value, dict) and (
        _is_feed(value) or is_ninjs(value) or _is_linked_data(value)
    )


def _objects(value: object) -> list[object]:
    """A list of objects; empty for anything else."""
    whole = isinstance(value, list) and all(isinstance(one, dict) for one in value)
    return list(value) if whole and isinstance(value, list) else []


def _is_feed(value: Mapping[object, object]) -> bool:
    version = value.get("version")
    return isinstance(version, str) and _FEED.match(version) is not None


def _feed_item(item: object, feed: Mapping[object, object]) -> object:
    """An item of a JSON Feed in the fields that records have."""
    if not isinstance(item, dict):
        return item
    author = item.get("authors") or item.get("author") or feed.get("authors") or feed.get("author")
    told = {
        "content_html": item.get("content_html"),
        "text": item.get("content_text"),
        "summary": item.get("summary"),
        "title": item.get("title"),
        "outlet": feed.get("title"),
        "author": names(author),
        "published": item.get("date_published"),
        "modified": item.get("date_modified"),
        "url": item.get("url") or item.get("external_url"),
        "language": item.get("language") or feed.get("language"),
    }
    return {key: one for key, one in told.items() if one}


def _is_linked_data(value: Mapping[object, object]) -> bool:
    context = value.get("@context")
    named = context if isinstance(context, list) else [context]
    if isinstance(context, dict):
        named = list(context.values())
    return "@graph" in value or any(isinstance(one, str) and _SCHEMA.match(one) for one in named)


def _linked_data(value: Mapping[object, object]) -> list[object]:
    """The articles of JSON-LD, or the claims that its reviews are on."""
    graph = Graph([value])
    articles: list[object] = [graph.record(node) for node in graph.articles()]
    return articles or [_reviewed(graph, node) for node in graph.reviews()]


def _reviewed(graph: Graph, review: Node) -> dict[str, object]:
    """The claim that a ClaimReview is on, said by whoever said it, where and when it was said."""
    item = graph.resolved(review.get("itemReviewed"))
    claim: Node = item if isinstance(item, dict) else {}
    held = claim.get("firstAppearance") or claim.get("appearance") or {}
    where = held[0] if isinstance(held, list) and held else held
    place: Node = where if isinstance(where, dict) else {}
    said = names_of(graph.resolved(claim.get("author")))
    of_page = "CreativeWork" in types(claim)
    told = {
        "text": review.get("claimReviewed"),
        "outlet": name_of(graph.resolved(place.get("publisher"))) or said,
        "author": said,
        "published": claim.get("datePublished") or place.get("datePublished"),
        "url": address_of(place) or (address_of(claim) if of_page else None),
        "language": name_of(review.get("inLanguage")),
        "review": address_of(review),
    }
    return {key: one for key, one in told.items() if one}


def _checked(value: object) -> object:
    """A claim that fact-checkers looked at, as Google's search for them lists it."""
    if not isinstance(value, dict):
        return value
    reviews = _objects(value["claimReview"])
    review = reviews[0] if reviews and isinstance(reviews[0], dict) else {}
    told = {
        "text": value.get("text"),
        "outlet": value.get("claimant"),
        "author": value.get("claimant"),
        "published": value.get("claimDate"),
        "language": review.get("languageCode"),
        "review": review.get("url"),
    }
    return {key: one for key, one in told.items() if one}


def _export_item(value: object) -> object:
    """An item of an export, out of the envelope that search engines put around it."""
    if isinstance(value, dict) and isinstance(value.get("_source"), dict):
        return value["_source"]
    return value
