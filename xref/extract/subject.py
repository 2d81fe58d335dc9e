"""Whose figure it is: the country, organisation or body that a figure is told of."""

from xref.extract.names import ArticleNames, Chunks, Place, bare
from xref.extract.words import Words
from xref.model.span import Span

_RELATIVES = frozenset(["which", "who", "whose", "where"])
_LEFT = 24
"""Words that the subject may stand before the figure."""
_BACK = 400
"""Characters within which an organisation named before is still meant."""


def subject(
    words: Words,
    place: Place,
    named: Chunks,
    names: ArticleNames,
    speaker: Span | None = None,
) -> str | None:
    """Whose figure fills the tokens `place`; ``None`` where the sentence does not tell.

    Tried in order: an adjective within the phrase ("Norvanian troops"), the possessive before it
    ("the alliance's 29 members"), the noun that it modifies ("30-nation alliance"), "of" behind
    it ("members of the bloc"), a relative clause or "by" behind it ("that Norvania has massed"),
    and the subject of its clause; whoever only reports the figure (`speaker`) is not its subject.
    """
    return (
        _within(words, place, names)
        or _owner(words, place, named, names)
        or _modified(words, place, named, names)
        or _behind(words, place, named, names)
        or _clause_subject(words, place, named, names, speaker)
    )


def _text(words: Words, chunk: Place) -> str:
    return " ".join([*words.raw[chunk[0] : chunk[1] - 1], bare(words.raw[chunk[1] - 1])])


def _within(words: Words, place: Place, names: ArticleNames) -> str | None:
    for k in range(*place):
        low = words.lower[k]
        if low in names.words.country:
            return names.words.country[low]
        if k > 0 and words.raw[k][0].isupper() and low in names.full:
            return names.full[low]
    return None


def _owner(words: Words, place: Place, named: Chunks, names: ArticleNames) -> str | None:
    k = place[0] - 1
    if k < 0 or not words.raw[k].endswith(("'s", "’s", "s'", "s’")):
        return None
    chunk = named.at(k)
    if chunk is not None:
        return names.resolve(_text(words, chunk))
    noun = bare(words.lower[k])
    return names.resolve(noun) if noun in names.words.generic else None


def _modified(words: Words, place: Place, named: Chunks, names: ArticleNames) -> str | None:
    """The noun that a hyphenated figure stands before; a name beside it in apposition wins."""
    first, last = place
    if "-" not in words.raw[last - 1] and "-" not in words.raw[first:last]:
        return None
    for k in range(last, min(last + 4, len(words.raw))):
        chunk = named.at(k)
        if chunk is not None and chunk[0] == k:
            return names.resolve(_text(words, chunk))
        if words.lower[k] in names.words.generic:
            return _apposition(words, first, named, names) or names.resolve(words.lower[k])
        if not words.lower[k].isalpha() or words.lower[k] in names.words.prepositions:
            return None
    return None


def _apposition(words: Words, first: int, named: Chunks, names: ArticleNames) -> str | None:
    """The name before ", a 12-nation alliance"."""
    k = first - 1
    if k >= 0 and words.lower[k] in ("a", "an", "the"):
        k -= 1
    if k < 1 or words.lower[k] != ",":
        return None
    chunk = named.at(k - 1)
    return names.resolve(_text(words, chunk)) if chunk is not None else None


def _behind(words: Words, place: Place, named: Chunks, names: ArticleNames) -> str | None:
    lower, n = words.lower, len(words.lower)
    first, k = place
    if first >= 3 and lower[first - 1] == "of" and lower[first - 2] in names.words.generic:
        return _apposition_before(words, first - 2, named, names)
    if k < n and lower[k] in ("states", "nations", "countries", "members"):
        k += 1
    if k >= n:
        return None
    if lower[k] in ("of", "in"):
        at = k + 2 if k + 1 < n and lower[k + 1] in ("the", "its") else k + 1
        chunk = named.at(at)
        if chunk is not None and lower[k] == "of":
            return names.resolve(_text(words, chunk))
        if at < n and lower[at] in names.words.generic:
            return names.resolve(lower[at])
    if lower[k] in ("that", "which"):
        chunk = named.at(k + 1)
        return names.resolve(_text(words, chunk)) if chunk is not None else None
    if k + 1 < n and lower[k + 1] == "by":
        chunk = named.at(k + 2)
        return names.resolve(_text(words, chunk)) if chunk is not None else None
    return None


def _apposition_before(words: Words, noun: int, named: Chunks, names: ArticleNames) -> str | None:
    """The name before ", a looser body of 41 countries"."""
    for k in range(noun - 1, max(-1, noun - 5), -1):
        if words.lower[k] == ",":
            chunk = named.at(k - 1)
            return names.resolve(_text(words, chunk)) if chunk is not None else None
    return names.resolve(words.lower[noun])


def _clause_subject(
    words: Words,
    place: Place,
    named: Chunks,
    names: ArticleNames,
    speaker: Span | None,
) -> str | None:
    """The nearest name before the figure that no preposition leads and that owns nothing."""
    first = place[0]
    aside: Place | None = None
    for number in range(named.before(first), -1, -1):
        chunk = named.all[number]
        if chunk[1] > first:
            continue
        if first - chunk[1] > _LEFT:
            return None
        aside = aside or _aside(words, first)
        if aside[0] <= chunk[0] < aside[1]:
            continue
        if ";" in words.lower[chunk[1] : first]:
            return None
        before = words.lower[chunk[0] - 1] if chunk[0] > 0 else ""
        if before == "the" and chunk[0] > 1:
            before = words.lower[chunk[0] - 2]
        owner = words.raw[chunk[1] - 1].endswith(("'s", "’s"))
        if before in names.words.prepositions or (owner and chunk[1] < first - 3 and before):
            continue
        said = Span(words.starts[chunk[0]], words.ends[chunk[1] - 1])
        if not names.is_name(words, chunk) or (speaker is not None and speaker.overlaps(said)):
            continue
        return names.resolve(_text(words, chunk))
    return None


def _aside(words: Words, first: int) -> Place:
    """The tokens of the last relative clause between commas before the figure, empty if none."""
    end = -1
    for k in range(first - 1, 0, -1):
        if words.lower[k] != ",":
            continue
        if end >= 0 and words.lower[k + 1] in _RELATIVES:
            return k, end
        end = k
    return 0, 0


def body_before(text: str, offset: int, names: ArticleNames) -> str | None:
    """The organisation named last before `offset`, for "all 29 members" with none beside it."""
    before = text[max(0, offset - _BACK) : offset].lower()
    found: tuple[int, str] | None = None
    for form, name in names.bodies():
        at = before.rfind(form)
        whole = at >= 0 and not before[at + len(form) : at + len(form) + 1].isalpha()
        if whole and (found is None or at > found[0]):
            found = (at, name)
    return found[1] if found else None
