"""Who stands behind a figure, and which body that is: one rule of what an own source is."""

import re
from dataclasses import dataclass
from functools import cache

from xref.compare.around import clause, text_of
from xref.compare.kept import kept
from xref.compare.reading import Reading
from xref.lexicon import table
from xref.model.claim import SourceType, Speaker
from xref.model.relation import Place
from xref.model.span import Span

_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_SAME = 6
"""So many first letters tell a body ("ministry", "minister")."""
_SHORT = 3
_HAVE = frozenset({"has", "have", "had"})
_HELD = re.compile(r"\b(?:at|on|as) (?:about |around |some |only |just |nearly )?$")
"""What stands before a figure that somebody "has" of another ("had the party on 31 per cent")."""


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name a source, and what they tell of the body that it speaks for.

    `name` are the words of a name that no other body bears; `kinds` the kinds of body that the
    words tell, a group that is called what it is among them. `office`: somebody who speaks for a
    body that is not told ("the chief executive").
    """

    place: Place
    name: frozenset[str]
    kinds: frozenset[str]
    office: bool


@kept
def source_of(reading: Reading) -> Source | None:
    """The source that a figure has of its own, or ``None``.

    Somebody with a name, a body, a group that is called what it is ("organisers") or a document of
    a body. Not the outlet's own voice, nobody who is kept out of sight ("an official"), and no
    document of nobody ("official figures").
    """
    attribution = reading.claim.attribution
    speaker = attribution.speaker
    if speaker is not None and not attribution.withheld:
        found = _source(reading, speaker.span, speaker, attribution.type)
        if found is not None and _speaks(attribution.type, speaker, found):
            return found
    return _holding(reading)


def distinct(a: Source, b: Source) -> bool:
    """Whether two sources speak for two bodies, as far as they are called.

    Bodies of two kinds do, and so do two names. A body that is called by its kind alone ("the
    company") and an officer of any ("the chief executive") may be of whatever the other names,
    unless the kind tells ("the police").
    """
    if a.kinds and b.kinds and not _may_be_one(a.kinds, b.kinds):
        return True
    if a.name & b.name:
        return False
    if a.office or b.office:
        body = b if a.office else a
        return bool(a.name and b.name) if a.office and b.office else _no_firm(body.kinds)
    if a.name and b.name:
        return "police" not in a.kinds & b.kinds
    return not (a.kinds and b.kinds) and _no_firm(a.kinds | b.kinds)


def _may_be_one(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether bodies of these kinds may be one: "officials" may be the police or any office."""
    public = set(table("sources_own")["public"])
    return bool(a & b) or any("officials" in x and y & public for x, y in ((a, b), (b, a)))


def _no_firm(kinds: frozenset[str]) -> bool:
    """Whether bodies of these kinds are known by them, whatever they are called besides."""
    return bool(kinds) and kinds <= set(table("sources_own")["apart"])


def _speaks(type_: SourceType, speaker: Speaker, source: Source) -> bool:
    """Whether a source that an attribution names is somebody's own."""
    if type_ is SourceType.NAMED:
        return speaker.name is not None
    if type_ is SourceType.ANONYMOUS:
        return bool(_low(source.place.text) & set(table("sources_own")["groups"]))
    return type_ is not SourceType.NONE


def _source(
    reading: Reading,
    span: Span,
    speaker: Speaker | None = None,
    attributed: SourceType = SourceType.NONE,
) -> Source | None:
    """The source that the words at `span` name, or ``None`` where they tell of no body."""
    lexicon = table("sources_own")
    # A speaker may be named sentences away, beyond what a reading holds of its text.
    said = speaker.text if speaker else _text_at(reading, span)
    told = f"{said} {speaker.name or ''} {speaker.role or ''}" if speaker else said
    words = _low(told)
    telling = {w for w in words if w not in lexicon["plain"] and len(w) > _SHORT}
    telling |= {w.casefold() for w in _WORD.findall(said) if w.isupper() and len(w) <= _SHORT}
    groups = words & set(lexicon["groups"])
    kinds = {name for name, members in lexicon["kinds"].items() if words & set(members)} | groups
    told_by_paper = attributed is SourceType.DOCUMENT or not kinds
    if telling and told_by_paper and telling <= set(lexicon["documents"]):
        return None
    general = {member for members in lexicon["kinds"].values() for member in members} | groups
    name = {w[:_SAME] for w in telling - general}
    if not name and not kinds:
        return None
    place = Place(reading.article, reading.field, span, said, reading.claim.id, "the source")
    office = not kinds and bool(words & set(lexicon["offices"]))
    return Source(place, frozenset(name), frozenset(kinds), office)


def _text_at(reading: Reading, span: Span) -> str:
    """The words at a span of the reading's context, as written."""
    return reading.context[span.start - reading.context_start : span.end - reading.context_start]


def _low(text: str) -> set[str]:
    """The words of a text, in small letters, without the "'s" of an owner."""
    return {w.casefold().removesuffix("'s").removesuffix("’s") for w in _WORD.findall(text)}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Who holds a figure: ahead of it, right behind it, and by a noun or mark anywhere."""
    lexicon = table("sources_own")
    verbs, after, nouns, accounts = (
        "|".join(map(re.escape, lexicon[name]))
        for name in ("verbs", "after", "reckonings", "accounts")
    )
    few = r"(?:[\w.'&-]+ ){0,6}?[\w.'&-]+"
    return (
        re.compile(
            rf"(?:^|[,;:]|\band|\bbut) *(?P<who>{few})(?:, [^,.;]{{3,70}},)? "
            rf"(?:(?:has|have|had) )?(?P<verb>{verbs})\b"
        ),
        re.compile(rf"^[^.;]*?, (?P<who>{few}) (?:{after})\b"),
        re.compile(rf"\b(?:by|on) (?P<who>{few}?)'s? (?:own )?(?:{nouns})\b"),
        re.compile(rf"\bby the (?:{nouns}) of (?P<who>{few})"),
        re.compile(r"\baccording to (?P<who>(?:[\w.'&-]+ ){0,5}[\w.'&-]+)"),
        re.compile(
            rf"^(?P<who>(?:the |a |an )?[\w.'&-]+)\b.*\bby (?:its|their|his|her) own (?:{accounts})"
        ),
        re.compile(r"\((?:source: )?(?P<who>[a-z][\w.'& -]{3,50}?)(?:, [^)]*)?\)"),
        re.compile(r"(?:^|[.;] ?)(?P<who>[a-z][\w.'& -]{3,40}): "),
    )


def _holding(reading: Reading) -> Source | None:
    """The source by which a sentence holds its figure ("the union counts 120")."""
    first, behind, *rest = _patterns()
    figure = reading.claim.span
    near = clause(reading)
    sides = (
        (first, Span(near.start, figure.start)),
        (behind, Span(figure.end, near.end)),
        *((pattern, reading.sentence) for pattern in rest),
    )
    for pattern, span in sides:
        for match in pattern.finditer(text_of(reading, span)):
            who = Span(span.start + match.start("who"), span.start + match.end("who"))
            if pattern is first and match["verb"] in _HAVE and not _HELD.search(match.string):
                continue
            found = _source(reading, who)
            if found is not None and not figure.overlaps(who) and _is_body(found):
                return found
    return None


def _is_body(source: Source) -> bool:
    """Whether words that hold a figure can be those of a body: a name, or a body's noun."""
    lexicon = table("sources_own")
    words = _WORD.findall(source.place.text)
    if any(w[:1].isupper() for w in words[1:]) or any(w.isupper() for w in words):
        return True
    kinds = {member for members in lexicon["kinds"].values() for member in members}
    return bool(_low(source.place.text) & {*kinds, *lexicon["groups"], *lexicon["offices"]})
