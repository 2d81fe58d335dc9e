"""What speaks for two figures being of one thing, as lines."""

from collections.abc import Iterator

from xref.model.match import Match


def ledger(match: Match | None) -> Iterator[str]:
    """What speaks for two figures being of one thing: each field in bits, and the odds so far."""
    if match is None:
        return
    told = match.certainty.value if match.certainty is not None else "apart"
    yield f"one thing: {told}, probability {match.probability:.2f}; the evidence in bits"
    odds = 0.0
    for each in match.evidence:
        odds += each.bits
        yield f"  {each.field + ': ' + each.level:<42} {each.bits:+6.1f}   {odds:+6.1f}"
