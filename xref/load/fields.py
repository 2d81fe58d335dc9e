"""Where a record keeps what is needed: the names that fields bear, and maps of one's own."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

FieldMap = Mapping[str, str]
"""For a field of `ALIASES`, the path at which records keep it: ``{"outlet": "publisher.name"}``."""

ALIASES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "articleBody", "maintext", "content", "fullText", "articleText",
        "bodyText", "contentText", "textContent", "plainText", "cleanedText",
        "storyText", "fields.bodyText", "article.text", "article.body",
    ),
    "title": ("title", "headline", "head", "hed", "heading", "webTitle", "headline.main"),
    "standfirst": (
        "standfirst", "description", "metaDescription", "abstract", "summary", "dek", "subtitle",
        "subheadline", "teaser", "excerpt", "trailText", "desc", "fields.standfirst",
    ),
    "outlet": (
        "outlet", "source", "publisher", "siteName", "publication", "newspaper", "mediaName",
        "sourceName", "outletName", "publisherName", "domain", "sourceDomain", "hostname",
        "metaSiteName",
    ),
    "author": ("author", "authors", "byline", "creator", "writer", "fields.byline"),
    "published": (
        "published", "date", "datePublish", "datePublished", "pubDate", "publishedAt",
        "publishDate", "publishedDate", "publicationDate", "publishedTime", "publishedOn",
        "dateTimePub", "dateTime", "seenDate", "webPublicationDate", "timestamp",
    ),
    "url": ("url", "link", "sourceUrl", "canonicalUrl", "webUrl", "permalink", "articleUrl"),
    "language": ("language", "lang", "languageCode", "inLanguage"),
}  # fmt: skip
"""The names of each field, the one to be believed first first; case, "_", "-", " " do not count."""

_MARKUP = ("bodyHtml", "contentHtml", "html", "articleHtml")
"""Names of a text that is HTML."""

_HINTS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "story"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher", "newspaper", "publication", "site", "medium"),
    "author": ("author", "authors", "byline", "writer", "reporter"),
    "published": ("published", "publish", "publication", "pub", "date", "posted"),
}
"""Words of a field's name by which it looks like one that is needed."""

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_TARGETS = (*ALIASES, "id", "story")
_LONG = 200
"""Characters from which a value could be an article."""


class FieldsError(Exception):
    """A map of fields that cannot be used; the message says why and what to do."""


def field_map(pairs: Iterable[str]) -> dict[str, str]:
    """The map that ``field=path`` pairs make; a path joins names by full stops.

    Raises:
        FieldsError: for a pair of another form, and for a field that xref does not have.
    """
    out: dict[str, str] = {}
    for pair in pairs:
        name, equals, path = (part.strip() for part in pair.partition("="))
        if not equals or not path or not name:
            raise FieldsError(f'"{pair}" is no FIELD=PATH, as in outlet=publisher.name')
        out[known_field(name)] = path
    return out


def known_field(name: str) -> str:
    """The name of a field, checked.

    Raises:
        FieldsError: when there is no such field.
    """
    if name in _TARGETS:
        return name
    near = get_close_matches(name, _TARGETS, 1)
    guess = f'did you mean "{near[0]}"? ' if near else ""
    raise FieldsError(f'there is no field "{name}"\n  {guess}fields are {", ".join(_TARGETS)}')


def folded(name: str) -> str:
    """A field's name as names are compared."""
    return re.sub(r"[\s_\-:@]+", "", name).lower()


def folded_words(text: str) -> str:
    """The letters and digits of a text, lower case: what two printings of it share."""
    return "".join(filter(str.isalnum, text.casefold()))


_FOLDED = {name: tuple(map(folded, each)) for name, each in ALIASES.items()}
_FOLDED_MARKUP = tuple(map(folded, _MARKUP))
_KNOWN = frozenset(name.partition(".")[0] for each in _FOLDED.values() for name in each)


class Fields:
    """The fields of one record by their folded names, and which of them were used."""

    def __init__(self, value: Mapping[object, object], own: FieldMap) -> None:
        self._value = value
        self._own = own
        self._names: dict[str, str] = {}
        for key in value:
            if isinstance(key, str):
                self._names.setdefault(folded(key), key)
        self.used: set[str] = set()

    def held(self, field: str) -> Iterator[tuple[str, object]]:
        """The values that may be `field`, with the names that they bear, the surest first.

        A map of one's own leaves no other name.
        """
        if field in self._own:
            path = self._own[field]
            value = at_path(self._value, path)
            if value is not None:
                yield path, value
            return
        for name in _FOLDED.get(field, (field,)):
            if name in self._names:
                key = self._names[name]
                yield key, self._value[key]
            elif "." in name:
                first, _, rest = name.partition(".")
                inner = self._value.get(self._names.get(first, ""))
                if isinstance(inner, dict):
                    for key, value in inner.items():
                        if isinstance(key, str) and folded(key) == rest:
                            yield f"{self._names[first]}.{key}", value

    def markup(self) -> Iterator[tuple[str, str]]:
        """The values that may be a text in HTML, with their names."""
        for name in _FOLDED_MARKUP:
            value = self._value.get(self._names.get(name, ""))
            if isinstance(value, str) and value.strip():
                yield self._names[name], value

    def use(self, name: str) -> None:
        """Note that the field at `name` was read."""
        self.used.add(name.partition(".")[0])

    def unused(self) -> Iterator[tuple[str, object]]:
        """The fields with a value that were not read and bear no name of `ALIASES`."""
        for key in self._names.values():
            if key not in self.used and self._value[key] not in (None, ""):
                yield key, self._value[key]

    def alike(self, missing: Sequence[str]) -> list[tuple[str, str]]:
        """For each missing field, the first unused one whose name looks like it."""
        out = []
        for field in missing:
            hints = _HINTS.get(field, ())
            for key, value in self.unused():
                words = [word.lower() for word in _WORDS.findall(key)]
                plain = isinstance(value, str | int | float) and not isinstance(value, bool)
                if plain and folded(key) not in _KNOWN and any(hint in words for hint in hints):
                    out.append((field, key))
                    break
        return out

    def likeliest_text(self) -> str | None:
        """The field that most likely holds the article; ``None`` where none does."""
        told = dict(self.alike(["text"]))
        if told:
            return told["text"]
        strings = [
            (len(value), path)
            for path, value in _strings(self._value)
            if len(value) >= _LONG and " " in value
        ]
        return max(strings)[1] if strings else None


def _strings(value: Mapping[object, object], above: str = "") -> Iterator[tuple[str, str]]:
    """The strings of a record and of the objects right inside it, with their paths."""
    for key, inner in value.items():
        if isinstance(inner, str):
            yield f"{above}{key}", inner
        elif isinstance(inner, dict) and not above:
            yield from _strings(inner, f"{key}.")


def at_path(value: object, path: str) -> object:
    """What lies at a path of names and places (from 0) in lists; ``None`` where nothing does.

    A name that holds a full stop itself is found as well.
    """
    if isinstance(value, dict):
        if path in value:
            return value[path]
        for cut in (place for place, char in enumerate(path) if char == "."):
            if path[:cut] in value:
                return at_path(value[path[:cut]], path[cut + 1 :])
        return None
    if isinstance(value, list):
        first, _, rest = path.partition(".")
        if first.isdecimal() and int(first) < len(value):
            return at_path(value[int(first)], rest) if rest else value[int(first)]
    return None
