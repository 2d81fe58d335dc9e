"""Which blocks of a page are its article.

trafilatura decides which words are the article's; the page itself tells where its paragraphs
begin and end, what they are for, and what stands between them.
"""

import logging
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from statistics import median_low

from xref.load.blocks import Piece
from xref.load.fields import folded_words
from xref.load.markup import Block, Element, zone_of
from xref.model.article import Zone
from xref.text.days import MONTHS

_SHARE = 0.6
"""The share of the words that were found which the blocks of the page must hold."""
_LINKED = 0.9
"""The share of a block's characters that are links from which it leads elsewhere."""
_PARAGRAPH = 60
"""The characters from which a block reads like a paragraph."""
_FULLER = 2
"""How many times longer than what the page shows is the text that its JSON-LD tells, from which it
is read instead: a program would have put it onto the page."""
_INTRODUCED = 20
"""The most blocks of a page that stand above the text that its JSON-LD tells."""
_EXCERPT = ("[…]", "[...]")
"""How the summary of another page ends."""
_DATED = 120
"""The most characters of a line that tells who wrote an article and when."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def article(
    root: Element,
    found: Sequence[Block],
    title: str | None,
    told: str | None,
    descriptions: Iterable[str],
    dated: bool = True,
) -> tuple[list[Piece], list[str]]:
    """The blocks of the article on a page, in the order of the page, and the words of the others.

    `root` is given away: its elements may be changed. The heading that prints `title` is no block
    of the text. `told` is the text that the page's JSON-LD tells, which is read where the page
    shows less than half of it; `descriptions` are its summaries, by which a standfirst is known.
    Where nothing else tells the day (not `dated`), lines with a date below the heading are kept.
    What trafilatura found and the page shows to be a teaser or a box is `Zone.FURNITURE`. Of a
    page that is read by lines or by its JSON-LD, which have no places on it, no others are told.
    """
    lines = _main_lines(root)
    kept = _kept(found, lines)
    of_json = [line for line in (told or "").split("\n") if line.strip()]
    if not kept:
        return [Piece(line) for line in lines or of_json], []
    zones = _zones(found, kept, {folded_words(one) for one in descriptions})
    days = {} if dated else _days(found, _first(found, kept))
    zones.update((place, Zone.BODY) for place in days.keys() - zones.keys())
    headline = folded_words(title or "")
    pieces = [
        Piece(days.get(place, found[place].text), zone)
        for place, zone in sorted(zones.items())
        if found[place].tag != "h1" or folded_words(found[place].text) != headline
    ]
    held = {headline, *(folded_words(piece.text) for piece in pieces)}
    cut = [block.text for block in found if folded_words(block.text) not in held]
    shown = sum(len(piece.text) for piece in pieces if piece.zone is not Zone.FURNITURE)
    if len(told or "") <= _FULLER * shown:
        return pieces, cut
    return [*_before(pieces, folded_words(told or "")), *map(Piece, of_json)], []


def _before(pieces: Sequence[Piece], words: str) -> Iterator[Piece]:
    """The pieces above the first that stands in these words."""
    return takewhile(lambda piece: folded_words(piece.text) not in words, pieces[:_INTRODUCED])


def _zones(found: Sequence[Block], kept: set[int], descriptions: set[str]) -> dict[int, Zone]:
    """The places of the article's blocks, each with its zone."""
    common = _common(found, kept)
    zones = {place: _zone(found[place], common) for place in kept}
    zones.update(_missed(found, kept, common))
    zones.update(_above(found, _first(found, kept), descriptions))
    zones.update(_below(found, max(kept)))
    return zones


def _main_lines(root: Element) -> list[str]:
    """The lines of the article as trafilatura finds them."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = bare_extraction(
        root, include_comments=False, include_tables=True, with_metadata=False
    )
    if document is None or isinstance(document, dict):
        return []
    return [line for line in (document.text or "").split("\n") if line.strip()]


def _kept(found: Sequence[Block], lines: Iterable[str]) -> set[int]:
    """The places of the blocks that print the lines, each line once."""
    wanted = Counter(folded_words(line) for line in lines)
    del wanted[""]
    places: dict[str, list[int]] = defaultdict(list)
    for place, block in enumerate(found):
        words = folded_words(block.text)
        if words in wanted:
            places[words].append(place)
    sole = [each[0] for each in places.values() if len(each) == 1]
    middle = median_low(sole) if sole else 0
    kept: set[int] = set()
    held = 0
    for words, each in places.items():
        near = sorted(each, key=lambda place: abs(place - middle))[: wanted[words]]
        kept.update(near)
        held += len(words) * len(near)
    whole = sum(len(words) * count for words, count in wanted.items())
    return kept if held >= _SHARE * whole else set()


def _common(found: Sequence[Block], kept: set[int]) -> frozenset[str]:
    """What most of the article is inside of, and what thus tells nothing of a block.

    A menu is one where no paragraph stands in it.
    """
    held: Counter[str] = Counter()
    whole = 0
    for place in kept:
        size = len(found[place].text)
        whole += size
        held.update(dict.fromkeys(found[place].parts, size))
    told = any(len(found[place].text) >= _PARAGRAPH for place in kept)
    return frozenset(
        part for part, size in held.items() if 2 * size > whole and (told or part != "menu")
    )


def _zone(block: Block, common: frozenset[str]) -> Zone:
    """The zone of a block: its own, furniture where it is nothing but a link or a teaser."""
    if block.linked >= _LINKED * len(block.text):
        return Zone.FURNITURE
    if block.text.endswith(_EXCERPT) and "quote" not in block.parts:
        return Zone.FURNITURE
    return zone_of(block.parts - common, block.row is not None)


def _missed(found: Sequence[Block], kept: set[int], common: frozenset[str]) -> dict[int, Zone]:
    """What stands among the article's blocks and was not found.

    These are captions, and paragraphs in the same place, or in one of the same class, as two that
    were found.
    """
    parents = Counter(_parent(found[place]) for place in kept)
    first, last = min(kept), max(kept)
    out: dict[int, Zone] = {}
    for place, block in enumerate(found):
        if place in kept:
            continue
        zone = _zone(block, common)
        inside = first < place < last
        if (inside and zone in (Zone.CAPTION, Zone.CREDIT) and "caption" in block.parts) or (
            zone is not Zone.FURNITURE
            and len(block.text) >= _PARAGRAPH
            and 2 * block.linked < len(block.text)
            and parents[_parent(block)] > 1
        ):
            out[place] = zone
    return out


def _parent(block: Block) -> tuple[str, str]:
    """What tells the place that a block stands in: its class, or where it has none itself."""
    parent = block.element.getparent()
    if parent is None:
        return "", ""
    return parent.tag, parent.get("class") or str(id(parent))


def _first(found: Sequence[Block], kept: set[int]) -> int:
    """The place of the first paragraph that was found."""
    return next((place for place in sorted(kept) if _is_paragraph(found[place])), min(kept))


def _is_paragraph(block: Block) -> bool:
    """Whether a block reads like a paragraph."""
    return len(block.text) >= _PARAGRAPH and block.tag != "h1"


def _heading(found: Sequence[Block], first: int) -> int | None:
    """The place of the heading above the first paragraph."""
    return next((p for p in range(first, -1, -1) if found[p].tag == "h1"), None)


def _above(found: Sequence[Block], first: int, descriptions: set[str]) -> dict[int, Zone]:
    """The standfirst and the captions between the page's headline and the first paragraph."""
    heading = _heading(found, first)
    out: dict[int, Zone] = {}
    if heading is None:
        return out
    for place in range(heading + 1, min(first + 2, len(found))):
        block = found[place]
        if folded_words(block.text) in descriptions or (
            place < first and "standfirst" in block.parts and len(block.text) >= _PARAGRAPH
        ):
            out[place] = Zone.STANDFIRST
        elif place < first and "caption" in block.parts and block.zone is not Zone.FURNITURE:
            out[place] = block.zone
    return out


def _days(found: Sequence[Block], first: int) -> dict[int, str]:
    """The lines between the page's headline and the first paragraph that may tell the day."""
    heading = _heading(found, first)
    out: dict[int, str] = {}
    for place in range(first if heading is None else heading + 1, first):
        if found[place].zone is not Zone.FURNITURE:
            lines = found[place].text.split("\n")
            line = next((one for one in lines if _tells_day(one.lower())), None)
            if line is not None and line not in out.values():
                out[place] = line
    return out


def _tells_day(line: str) -> bool:
    return (
        len(line) <= _DATED
        and _YEAR.search(line) is not None
        and any(month[:3] in line for month in MONTHS)
    )


def _below(found: Sequence[Block], last: int) -> dict[int, Zone]:
    """The notes on corrections below the article."""
    return {
        place: Zone.BODY
        for place in range(last + 1, len(found))
        if "correction" in found[place].parts
        and found[place].tag not in ("nav", "a")
        and 2 * found[place].linked < len(found[place].text)
    }
