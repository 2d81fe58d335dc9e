"""One outlet's two articles that give two figures, with no word of why."""

from collections.abc import Iterator

from xref.link.checks.desk import Desk
from xref.model.link import Check
from xref.model.relation import Kind


def check(desk: Desk) -> Iterator[Check]:
    """Unexplained differences between articles of one outlet; rules compare across outlets.

    What an outlet prints on a later day takes the place of what it printed before.
    """
    for slot in desk.slots:
        current = {cell.article: desk.by_id.get(cell.current) for cell in slot.cells}
        for pair in slot.pairs:
            a, b = current.get(pair.a), current.get(pair.b)
            if pair.relation.kind is not Kind.CONFLICT or a is None or b is None:
                continue
            days = [desk.articles[c.article].published for c in (a, b)]
            if a.article != b.article and a.outlet == b.outlet and days[0] == days[1]:
                first, second = sorted((a, b), key=lambda c: c.id)
                yield desk.failed(
                    "outlet",
                    f"two articles of one outlet differ: “{first.text}” here, “{second.text}” "
                    "there, and neither explains it",
                    first,
                    second,
                )
