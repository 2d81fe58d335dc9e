"""One outlet's two articles that give two figures, with no word of why."""

from collections.abc import Iterator

from xref.link.checks.desk import Desk
from xref.model.link import Check


def check(desk: Desk) -> Iterator[Check]:
    """Unexplained differences between articles of one outlet; rules compare across outlets.

    What an outlet prints on a later day takes the place of what it printed before.
    """
    for a, b in desk.conflicts():
        days = [desk.articles[c.article].published for c in (a, b)]
        if a.article != b.article and a.outlet == b.outlet and days[0] == days[1]:
            yield desk.failed(
                "outlet",
                f"two articles of one outlet differ: “{a.text}” here, “{b.text}” "
                "there, and neither explains it",
                a,
                b,
            )
