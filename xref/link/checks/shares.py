"""Per cent against counts: "40 of the 120 members, or 50 per cent"."""

import re
from collections.abc import Iterator

from xref.link.checks.desk import Desk, exact, plain
from xref.model.link import Check

_OF = re.compile(r" (?:out )?of (?:the |its |their |all )?")
_OR = re.compile(r"[^.;]{0,24}?(?:, or |\(|, )(?:about |nearly |roughly |almost )?")
_SLACK = 2
"""Percentage points that rounding explains."""


def check(desk: Desk) -> Iterator[Check]:
    """A part and its whole with the share beside them."""
    for article, figures in desk.sentences():
        triples = zip(figures, figures[1:], figures[2:], strict=False)
        for (part, n), (whole, m), (share, p) in triples:
            text = article.part(part.field)
            some, total, percent = exact(n), exact(m), p.amount.nominal
            if some is None or not total or percent is None or p.dimension != "percentage":
                continue
            if n.dimension != "count" or m.dimension != "count":
                continue
            if not _OF.fullmatch(text[part.span.end : whole.span.start]):
                continue
            if not _OR.fullmatch(text[whole.span.end : share.span.start]):
                continue
            true = 100 * some / total
            if abs(true - percent) > _SLACK:
                yield desk.failed(
                    "share",
                    f"the percentage does not fit the counts: {plain(some)} of {plain(total)} is "
                    f"{true:.0f} per cent, not {plain(percent)}",
                    part,
                    whole,
                    share,
                )
