"""None of the others: two figures that the text does not reconcile."""

from xref.compare.case import Case, Holds, value_words


def holds(case: Case) -> Holds | str:
    """Always; it is the last of the ladder."""
    low, high = value_words(case.lower), value_words(case.higher)
    return Holds(f"{case.says}: {low} against {high}, and no words of either explain it.")
