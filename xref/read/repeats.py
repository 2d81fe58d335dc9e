"""Text that an article prints twice."""

from xref.model.article import Block, Zone
from xref.model.span import Span

_APART = (Zone.FURNITURE, Zone.CREDIT)
_EDGES = " .,:;!?…\"'“”‘’"
_WORDS = 5
"""Words below which a line that comes again is no repeat ("In Geneva")."""


def earlier_printings(text: str, blocks: list[tuple[Span, Zone, tuple[Span, ...]]]) -> list[Block]:
    """The blocks, each whose sentences were printed before naming that earlier stretch.

    Furniture and credits repeat nothing, and nothing repeats them.
    """
    first: dict[str, int] = {}
    order: list[Span] = []
    out = []
    for span, zone, parts in blocks:
        if zone in _APART:
            out.append(Block(span, zone, parts))
            continue
        keys = [_key(part.of(text)) for part in parts]
        known = [first.get(key) for key in keys]
        repeats = None
        if (
            known
            and known[0] is not None
            and _run(known)
            and sum(k.count(" ") + 1 for k in keys) >= _WORDS
        ):
            repeats = Span(order[known[0]].start, order[known[0] + len(known) - 1].end)
        out.append(Block(span, zone, parts, repeats))
        for key, part in zip(keys, parts, strict=True):
            first.setdefault(key, len(order))
            order.append(part)
    return out


def _key(sentence: str) -> str:
    """A sentence for comparing: without case, end marks and the form of its quote marks."""
    low = sentence.lower().strip(_EDGES)
    if low.isascii():
        return low
    return low.replace("’", "'").replace("“", '"').replace("”", '"').replace("\u00a0", " ")


def _run(places: list[int | None]) -> bool:
    """Whether the earlier sentences stood one after the other."""
    return all(place == (places[0] or 0) + step for step, place in enumerate(places))
