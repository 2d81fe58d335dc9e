"""Two figures, each with a source of its own: both may be reported rightly."""

from xref.compare.case import Case, Holds, quoted
from xref.compare.sources import distinct, source_of


def holds(case: Case) -> Holds | str:
    """Whether each reading has a source of its own, and the two speak for different bodies."""
    a, b = source_of(case.a), source_of(case.b)
    if a is None or b is None:
        lacking = " and ".join(
            f"“{one.claim.text}” ({case.name(one)})"
            for one, source in ((case.a, a), (case.b, b))
            if source is None
        )
        return f"no named source stands behind {lacking}"
    both = f"{quoted(a.place)} and {quoted(b.place)}"
    if not distinct(a, b):
        return f"both come from one body, or may ({both})"
    return Holds(f"{case.says}: the sources differ, {both}.", (a.place, b.place))
