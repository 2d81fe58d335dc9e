"""Findings: the words that are shown, the places they rest on, and a fingerprint that lasts."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

from xref.model.article import Article
from xref.model.claim import Claim, Date, Event, Quantity, Quotation
from xref.model.relation import Place
from xref.model.report import Finding, Level
from xref.model.span import Span
from xref.rules.scene import Scene
from xref.rules.select import rendered
from xref.text.fold import fold

_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\w+(?:[.,']\w+)*|%")
_LONGEST = 160
_ID = 10


def level_of(name: str) -> Level:
    """The level of a name of the rule language."""
    return Level[name.upper()]


def place_of(claim: Claim, note: str = "") -> Place:
    """The claim's words."""
    return Place(claim.article, claim.field, claim.span, claim.text, claim.id, note)


def says(claim: Claim) -> str:
    """The note beside a claim's words."""
    return f"{claim.outlet} says"


def shown(text: str, longest: int = _LONGEST, focus: float = 0.0) -> str:
    """A text on one line, cut at words where it is long.

    Args:
        text: The text.
        longest: How many characters are kept, marks of the cuts not counted.
        focus: What must be seen, as a share (0 to 1) of the way through the text.
    """
    line = _SPACES.sub(" ", text).strip()
    if len(line) <= longest:
        return line
    start = min(max(0, int(focus * len(line)) - longest // 3), len(line) - longest)
    if start:
        space = line.find(" ", start)
        start = space + 1 if 0 <= space < start + longest // 4 else start
    end = start + longest
    if end < len(line):
        space = line.rfind(" ", start, end)
        end = space if space > start + longest // 2 else end
    head = "… " if start else ""
    tail = " …" if end < len(line) else ""
    return head + line[start:end].rstrip(" ,;:") + tail


def speaker_of(claim: Claim) -> str:
    """Whoever stands behind a claim, as a person would say it."""
    speaker = claim.attribution.speaker
    if speaker is None:
        return "nobody named"
    return speaker.name or shown(speaker.text, 60)


def event_of(event: Event | None) -> str:
    """An event in a few words; empty where there is none."""
    if event is None:
        return ""
    among = " and ".join(event.participants)
    return f"{event.kind} of {among}" if among else event.kind


def measure_of(claim: Claim) -> str:
    """What a figure counts, in a word or two."""
    value = claim.value
    if not isinstance(value, Quantity):
        return ""
    return value.counted_text or value.counted or (value.measure or value.dimension).split(".")[-1]


def side(claim: Claim, scene: Scene, prefix: str = "", focus: float = 0.0) -> dict[str, str]:
    """What the placeholders of one claim stand for; `focus` is what a long text must show."""
    article = scene.articles[claim.article]
    published = article.published_on
    words = claim.text
    if claim.kind == "quotation":
        words = " ".join(rendered(claim, article))
    return {
        f"{prefix}outlet": claim.outlet,
        f"{prefix}text": shown(words, focus=focus),
        f"{prefix}article": article.id,
        f"{prefix}sentence": shown(claim.sentence.of(article.part(claim.field)), 300),
        f"{prefix}speaker": speaker_of(claim),
        f"{prefix}published": published.isoformat() if published else "undated",
    }


def figure_values(claim: Claim) -> dict[str, str]:
    """What the placeholders of a figure stand for."""
    value = claim.value
    if isinstance(value, Quantity):
        return {
            "measure": measure_of(claim),
            "subject": value.subject or "",
            "event": event_of(value.event),
        }
    what = value.what if isinstance(value, Date) else None
    return {"measure": "", "subject": "", "event": shown(what or "", 80)}


def counts(articles: Iterable[str], scene: Scene) -> dict[str, str]:
    """How many texts, outlets and articles there are."""
    known = frozenset(articles)
    return {
        "n.origins": str(scene.origins(known)),
        "n.outlets": str(len({fold(scene.articles[article].outlet) for article in known})),
        "n.articles": str(len(known)),
    }


def percent(share: float | None) -> str:
    """A share as per cent, whole from ten on; empty where there is none."""
    if share is None:
        return ""
    value = share * 100
    return f"{int(value + 0.5)}%" if value >= 10 else f"{value:.1f}".rstrip("0").rstrip(".") + "%"


def plain(value: Decimal) -> str:
    """A number with thousands grouped and no trailing zeros behind the point."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def folded(text: str) -> str:
    """The words of a text alone, for a fingerprint."""
    return " ".join(_WORD.findall(fold(text)))


def fingerprint(rule: str, relation: str, parts: Sequence[str]) -> str:
    """A name for a finding that survives edits elsewhere: no offset, no id, no count is in it."""
    return sha256("\x1f".join((rule, relation, *parts)).encode()).hexdigest()[:20]


def named(article: Article) -> str:
    """The outlet of an article as others know it; empty where only its file's name tells one."""
    return "" if article.outlet_from.source == "file name" else fold(article.outlet)


def words_of(claim: Claim, scene: Scene) -> str:
    """What a fingerprint holds of one claim: outlet, measure, folded words and their sentence.

    Neither the article's id nor an offset: a file that is renamed keeps its findings.
    """
    value = claim.value
    measure = (
        value.measure or value.counted or value.dimension if isinstance(value, Quantity) else ""
    )
    article = scene.articles[claim.article]
    text = " ".join(rendered(claim, article))
    # Many words are told from others by themselves, a figure by what it stands among.
    among = "" if isinstance(value, Quotation) else claim.sentence.of(article.part(claim.field))
    return "\x1e".join((named(article), claim.kind, measure, folded(text), folded(among)))


def place_words(place: Place, scene: Scene, text: str | None = None) -> str:
    """The same of a place: outlet, folded words (or a `text` for them) and their sentence."""
    article = scene.articles[place.article]
    among = sentence_of(article, place).of(article.part(place.field))
    said = place.text if text is None else text
    return "\x1e".join((named(article), folded(said), folded(among)))


def sentence_of(article: Article, place: Place) -> Span:
    """The sentence in which a place begins; its own words where there is none."""
    blocks = article.blocks_of(place.field)
    at = bisect_right(blocks, place.span.start, key=lambda block: block.span.start) - 1
    sentences = blocks[at].sentences if at >= 0 else ()
    within = bisect_right(sentences, place.span.start, key=lambda span: span.start) - 1
    return sentences[within] if within >= 0 else place.span


def numbered(findings: Sequence[Finding]) -> list[Finding]:
    """Findings in their order, each with an id of its own.

    The order is that of level (worst first), story, rule and place. Where two bear one fingerprint
    (the same words twice in an article) the later ones get a number into theirs.
    """
    ordered = sorted(findings, key=order)
    seen: dict[str, int] = {}
    out: list[Finding] = []
    for finding in ordered:
        print_ = finding.fingerprint
        seen[print_] = seen.get(print_, 0) + 1
        if seen[print_] > 1:
            print_ = fingerprint(finding.rule, finding.relation, (print_, str(seen[print_])))
        out.append(replace(finding, id=print_[:_ID], fingerprint=print_))
    return out


def order(finding: Finding) -> tuple[int, str, str, str, str, int, int, str, str]:
    """What findings are sorted by."""
    place = finding.primary
    return (
        -finding.level,
        finding.story or "",
        finding.rule,
        place.article,
        place.field,
        place.span.start,
        place.span.end,
        finding.relation,
        finding.fingerprint,
    )


def values(*parts: Mapping[str, str]) -> dict[str, str]:
    """Several sets of placeholder values as one."""
    return {name: value for part in parts for name, value in part.items()}
