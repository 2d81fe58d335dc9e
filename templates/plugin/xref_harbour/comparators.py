"""Takes two figures for the same where they are the same number of dozens."""

from xref.model.article import Article
from xref.model.claim import Claim, Quantity
from xref.rules.comparators import Comparator

_DOZEN = 12


def relate(a: Claim, in_a: Article, b: Claim, in_b: Article) -> tuple[str, str] | None:
    """The relation of two figures and its reason; nothing where one says no number."""
    if not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity):
        return None
    one, two = a.value.amount.nominal, b.value.amount.nominal
    if one is None or two is None:
        return None
    if one // _DOZEN == two // _DOZEN:
        return "agree", "the same number of dozens"
    return "conflict", f"{one // _DOZEN} dozen in {a.outlet}, {two // _DOZEN} dozen in {b.outlet}"


BY_DOZENS = Comparator("quantity", relate)
