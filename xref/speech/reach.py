"""Who stands behind each place of a text."""

from collections.abc import Sequence

from xref.model.claim import QuotationType
from xref.speech.saying import Saying, Stretch


def stretches(sayings: Sequence[Saying]) -> tuple[Stretch, ...]:
    """Disjoint stretches in order; where one saying lies inside another the inner one holds."""
    pieces = [
        Stretch(span.start, span.end, saying.attribution)
        for saying in sayings
        if saying.type is not QuotationType.TERM
        for span in saying.content
        if span.end > span.start
    ]
    pieces.sort(key=lambda p: (p.start, -p.end))
    out: list[Stretch] = []
    stack: list[Stretch] = []
    at = 0

    def emit(until: int) -> None:
        nonlocal at
        while stack and at < until:
            top = stack[-1]
            stop = min(top.end, until)
            if stop > at:
                out.append(Stretch(at, stop, top.attribution))
                at = stop
            if top.end <= at:
                stack.pop()
        at = max(at, until)

    for piece in pieces:
        emit(piece.start)
        stack.append(piece)
    if pieces:
        emit(max(p.end for p in pieces))
    return tuple(out)
