"""ninjs 1 to 3, the IPTC's news in JSON, in the fields that records have."""

from collections.abc import Mapping

TEXTS = ("text", "composite", "")
"""The types of items that hold an article."""
_MARKS = frozenset(
    [
        "body_text", "body_html", "body_xhtml", "bodies", "headlines", "versioncreated",
        "versionCreated", "pubstatus", "pubStatus", "infosource", "infosources", "infoSources",
        "description_text", "descriptions", "renditions", "associations",
    ]
)  # fmt: skip
_PARTS = ("body_", "headline_", "description_")
_FIRST = ("firstcreated", "firstCreated", "contentCreated", "contentcreated")
_LATEST = ("versioncreated", "versionCreated")
_ROLES = ("main", "text", "body", "web")


def is_ninjs(value: Mapping[object, object]) -> bool:
    """Whether an object is a ninjs item: it has a `uri` and fields that only ninjs has."""
    standard = value.get("standard")
    if isinstance(standard, dict) and str(standard.get("name", "")).lower() == "ninjs":
        return True
    marks = sum(name in _MARKS or name.startswith(_PARTS) for name in map(str, value))
    return isinstance(value.get("uri"), str) and marks > 1


def ninjs_fields(value: Mapping[object, object]) -> dict[object, object]:
    """The fields of a ninjs item under the names that records have.

    Of several bodies or headlines the one counts that is HTML or main. A picture's description is
    its text.
    """
    body = _best(value.get("bodies"))
    html = body.get("value") if "html" in _kind(body) else None
    text = body.get("value") if body and html is None else None
    summary = value.get("description_text") or _best(value.get("descriptions")).get("value")
    told: dict[object, object] = {
        "body_html": html or value.get("body_html") or value.get("body_xhtml"),
        "text": text or value.get("body_text"),
        "summary": summary or value.get("description_html"),
        "title": value.get("headline")
        or _best(value.get("headlines")).get("value")
        or value.get("title"),
        "outlet": _source(value),
        "author": value.get("byline") or value.get("by"),
        "published": _first(value, *_FIRST, *_LATEST),
        "modified": _first(value, *_LATEST),
        "url": value.get("url") or value.get("uri"),
        "language": value.get("language"),
    }
    told.update(_named_parts(value, told))
    if told["body_html"]:
        told.pop("text")
    return {key: held for key, held in told.items() if held}


def _named_parts(
    value: Mapping[object, object], told: Mapping[object, object]
) -> dict[object, object]:
    """Body and headline under names with a part of their own (``body_main``), where no other is."""
    out: dict[object, object] = {}
    for field, begin in (("text", "body_"), ("title", "headline_"), ("summary", "description_")):
        held = told.get(field) or (field == "text" and told.get("body_html"))
        names = [key for key in value if isinstance(key, str) and key.startswith(begin)]
        if not held and names:
            out[field] = value[min(names, key=_rank)]
    markup = out.get("text")
    if isinstance(markup, str) and "</" in markup:
        out["body_html"] = out.pop("text")
    return out


def _rank(name: str) -> tuple[int, str]:
    role = name.partition("_")[2]
    return (_ROLES.index(role) if role in _ROLES else len(_ROLES), name)


def _first(value: Mapping[object, object], *keys: str) -> object:
    return next((value[key] for key in keys if value.get(key)), None)


def _kind(body: Mapping[str, object]) -> str:
    return str(body.get("contentType") or body.get("contenttype") or "").lower()


def _best(values: object) -> Mapping[str, object]:
    """Of several bodies, headlines or descriptions the one that readers see."""
    held = [one for one in values if isinstance(one, dict)] if isinstance(values, list) else []
    held = [one for one in held if isinstance(one.get("value"), str)]

    def rank(one: Mapping[str, object]) -> tuple[bool, int]:
        role = str(one.get("role") or "main").lower()
        return "html" not in _kind(one), _ROLES.index(role) if role in _ROLES else len(_ROLES)

    return min(held, key=rank, default={})


def _source(value: Mapping[object, object]) -> object:
    """Who hands the item out: its provider, its source of information, its copyright holder."""
    for key in ("provider", "infosource", "infosources", "infoSources", "source"):
        held = value.get(key)
        for one in held if isinstance(held, list) else [held]:
            name = one.get("name") if isinstance(one, dict) else one
            if isinstance(name, str) and name.strip():
                return name
    held = value.get("copyrightholder") or value.get("copyrightHolder")
    rights = value.get("rightsInfo") or value.get("rightsinfo")
    if held is None and isinstance(rights, dict):
        held = rights.get("copyrightHolder") or rights.get("copyrightholder")
    return held if isinstance(held, str) else None
