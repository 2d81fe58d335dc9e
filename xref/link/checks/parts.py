"""Parts that do not sum to the whole."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from xref.link.checks.desk import Desk, exact, plain
from xref.model.article import Article
from xref.model.claim import Claim, Quantity
from xref.model.link import Check

_ALL = re.compile(r"\s?(?::|[—–]|--?|\()\s?")
_SOME = re.compile(r",? (?:including|among them|of whom)(?: at least)? ?")
_AND = re.compile(r",? and |, | and ")
_SEX = frozenset(["man", "woman", "boy", "girl", "male", "female"])
_AGE = frozenset(["adult", "child"])

_Told = tuple[Claim, Quantity]


def check(desk: Desk) -> Iterator[Check]:
    """A whole with its parts in one sentence: parts behind a dash add up, named parts fit in."""
    for article, figures in desk.sentences():
        for k, whole in enumerate(figures[:-1]):
            total = exact(whole[1])
            if total is None or whole[1].dimension != "count":
                continue
            text = article.part(whole[0].field)
            between = text[whole[0].span.end : figures[k + 1][0].span.start]
            if _ALL.fullmatch(between):
                yield from _sum(desk, whole, total, _row(article, figures[k + 1 :]))
            elif _SOME.fullmatch(between):
                yield from _fits(desk, whole, total, figures[k + 1])


def _row(article: Article, figures: Sequence[_Told]) -> list[_Told]:
    """The figures that follow each other with nothing but commas and "and" between them."""
    row = [figures[0]]
    for one in figures[1:]:
        text = article.part(one[0].field)
        if not _AND.fullmatch(text[row[-1][0].span.end : one[0].span.start]):
            break
        row.append(one)
    return row


def _sum(desk: Desk, whole: _Told, total: Decimal, row: Sequence[_Told]) -> Iterator[Check]:
    """Parts that leave nobody out: men and women, adults and children."""
    nouns = frozenset(value.counted or "" for _, value in row)
    numbers = [exact(value) for _, value in row]
    whole_row = nouns and (nouns <= _SEX or nouns == _AGE)
    if len(row) < 2 or len(nouns) != len(row) or not whole_row or None in numbers:
        return
    summed = sum((n for n in numbers if n is not None), Decimal(0))
    if summed != total:
        told = " + ".join(plain(n) for n in numbers if n is not None)
        yield desk.failed(
            "parts",
            f"the parts do not sum to the whole: {told} is {plain(summed)}, not {plain(total)}",
            whole[0],
            *(claim for claim, _ in row),
        )


def _fits(desk: Desk, whole: _Told, total: Decimal, part: _Told) -> Iterator[Check]:
    number = exact(part[1])
    if number is not None and part[1].dimension == "count" and number > total:
        yield desk.failed(
            "parts",
            f"a part is larger than its whole: {plain(number)} of {plain(total)}",
            whole[0],
            part[0],
        )
