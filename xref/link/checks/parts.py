"""Parts that do not sum to the whole."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from xref.lexicon.nouns import singular
from xref.link.checks.desk import Desk, exact, plain
from xref.model.article import Article
from xref.model.claim import Claim, Quantity
from xref.model.link import Check

_ALL = re.compile(r"\s?(?::|[—–]|--?|\()\s?")
_SOME = re.compile(r",? (?:including|among them|of whom)(?: at least)? ?")
_SPLIT = re.compile(r"[^.;:\d]{0,24}, |, ")
"""What lies between a whole and its first part: "Of the 11 dead, six", "11 died, six of them"."""
_OF = re.compile(
    r"(?:^|[,;:] (?:and |but )?|\b(?:and|but|said|that) )"
    r"[Oo]f (?:the |its |their |those |all )?(?:\w+ )?$"
)
"""What a clause opens with that parts a whole; "a total of" opens none."""
_AND = re.compile(
    r"(?: (?:were|was|are|is))?(?: \w+)?"
    r"(?:, and|,| and|, while) (?P<rest>(?:the )?(?:others?|remaining|rest) )?"
)
_MORE = re.compile(r"(?: [a-z]+){0,2}(?:,? and|, an?|, one|, plus|, as well as) ")
"""What follows the last number where the list goes on without one ("two men and a child")."""
_NOUN = re.compile(r"(?: (?:were|was|are|is))? ([a-z]+)")
_SEX = frozenset(["man", "woman", "boy", "girl", "male", "female"])
_AGE = frozenset(["adult", "child"])
_FATES = frozenset(["people.killed", "people.injured", "people.missing"])

_LEAST = 2
_COUNTS = re.compile(r" (?:were|was|are|is|had|have|died|of|men|women) ?")
"""What follows a bare number that counts some; ages and scores are followed by nothing."""
_MOST = 40
"""How many parts of one whole are read."""

_Told = tuple[Claim, Quantity]


def check(desk: Desk) -> Iterator[Check]:
    """A whole with its parts in one sentence.

    Parts behind a dash add up, so do men and women "of them", and the rest with those told before;
    casualties are the dead and the hurt. Named parts fit in.
    """
    for article, figures in desk.sentences():
        for k, whole in enumerate(figures[:-1]):
            total = exact(whole[1])
            if total is None or total < _LEAST or whole[1].dimension != "count":
                continue
            text = article.part(whole[0].field)
            start, behind = whole[0].span
            between = text[behind : figures[k + 1][0].span.start]
            if _SOME.fullmatch(between):
                yield from _fits(desk, whole, total, figures[k + 1])
                continue
            everybody = _ALL.fullmatch(between) is not None
            if not everybody and not _SPLIT.fullmatch(between):
                continue
            row, closed = _row(article, figures[k + 1 : k + 1 + _MOST])
            if everybody:
                yield from _sum(desk, article, whole, total, row, closed=closed)
            elif _fates(whole, row):
                yield from _sum(desk, article, whole, total, row, closed=True)
            elif _OF.search(text[whole[0].sentence.start : start]) or "of them" in row[0][0].text:
                if row[0][1].counted or _COUNTS.match(text, row[0][0].span.end):
                    yield from _fits(desk, whole, total, figures[k + 1])
                yield from _sum(desk, article, whole, total, row, closed=closed)


def _row(article: Article, figures: Sequence[_Told]) -> tuple[list[_Told], bool]:
    """The counts that follow each other with little but commas and "and" between them.

    Also whether the last of them is called the rest ("and the other four").
    """
    row, closed = [figures[0]], False
    for one in figures[1:]:
        text = article.part(one[0].field)
        joined = _AND.fullmatch(text[row[-1][0].span.end : one[0].span.start])
        if joined is None or closed:
            break
        row.append(one)
        closed = bool(joined["rest"]) or "other" in one[0].text.lower().split()
    return row, closed


def _fates(whole: _Told, row: Sequence[_Told]) -> bool:
    """Whether casualties are followed by the dead and the hurt among them."""
    measures = [value.measure for _, value in row]
    told = len(set(measures)) == len(measures) > 1 and _FATES.issuperset(filter(None, measures))
    return whole[1].measure == "people.casualties" and told and None not in measures


def _noun(article: Article, one: _Told) -> str:
    """What a part counts, be it said behind it ("six were men")."""
    claim, value = one
    if value.counted is not None and "of them" not in claim.text:
        return value.counted
    found = _NOUN.match(article.part(claim.field), claim.span.end, claim.sentence.end)
    return singular(found[1]) if found is not None else ""


def _sum(
    desk: Desk,
    article: Article,
    whole: _Told,
    total: Decimal,
    row: Sequence[_Told],
    *,
    closed: bool,
) -> Iterator[Check]:
    """Parts that leave nobody out: men and women, adults and children, some and the rest."""
    nouns = [_noun(article, one) for one in row]
    numbers = [exact(value) for _, value in row]
    distinct = len(set(nouns)) == len(row) > 1
    everybody = distinct and (_SEX.issuperset(nouns) or set(nouns) == _AGE)
    counts = all(value.dimension == "count" for _, value in row)
    if len(row) < 2 or None in numbers or not counts or not (everybody or closed):
        return
    last = row[-1][0]
    if _MORE.match(article.part(last.field), last.span.end, last.sentence.end):
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
