"""What tells one story from another in an article: names, figures, quoted words, days."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from xref.lexicon import table
from xref.model.article import Article, Zone
from xref.model.claim import Claim, Date, Quantity, Quotation, QuotationType
from xref.text.fold import fold, fold_marks

_CAPITAL = re.compile(r"(?<![\w'])[^\W\d_a-z][\w]+(?:[-'][\w]+)*")
_LETTERS = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_OPENS = frozenset('.!?:;"\n')
_QUOTE = 6
"""Quoted words in a row that are no commonplace."""
_UNTOLD = frozenset({Zone.FURNITURE, Zone.CREDIT})


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one article.

    `names` are capitalised words, folded; `figures` a value with what it counts; `quotes` runs of
    six quoted words; `days` the days that it dates something to; `published` an interval of days,
    ``None`` where nothing tells; `headline` the words of its title.
    """

    names: frozenset[str]
    figures: frozenset[str]
    quotes: frozenset[str]
    days: frozenset[date]
    published: tuple[date, date] | None
    headline: frozenset[str]


@cache
def listed(name: str) -> frozenset[str]:
    """A word list of the naming lexicon."""
    return frozenset(str(word) for word in table("naming")[name])


@cache
def _grammar() -> frozenset[str]:
    return frozenset(str(word) for word in table("wording")["function"])


def marks(article: Article, claims: Iterable[Claim]) -> Marks:
    """Read the marks of an article off its text and its claims."""
    figures: set[str] = set()
    quotes: set[str] = set()
    days: set[date] = set()
    for claim in claims:
        if claim.repeats is not None:
            continue
        value = claim.value
        if isinstance(value, Quantity):
            key = _figure(value)
            if key:
                figures.add(key)
        elif isinstance(value, Quotation):
            if value.type in (QuotationType.DIRECT, QuotationType.MIXED):
                part = article.part(claim.field)
                for segment in value.segments:
                    quotes |= _runs(segment.of(part))
        elif isinstance(value, Date):
            when = value.when
            if when.precision == "day" and when.earliest and when.earliest == when.latest:
                days.add(when.earliest)
    title = article.title or next(
        (b.span.of(article.text) for b in article.blocks if b.zone is Zone.HEADLINE), ""
    )
    words = frozenset(_LETTERS.findall(fold(title))) - _grammar()
    return Marks(
        names_in(article),
        frozenset(figures),
        frozenset(quotes),
        frozenset(days),
        article.published,
        frozenset(word for word in words if len(word) > 3),
    )


def names_in(article: Article) -> frozenset[str]:
    """The capitalised words of an article that are names, folded, each word on its own.

    A word that only ever opens a sentence proves nothing; nor do days, months and titles.
    """
    text = fold_marks(article.text)
    sure: set[str] = set()
    for block in article.blocks:
        if block.zone in _UNTOLD or block.zone is Zone.HEADLINE:
            continue
        for match in _CAPITAL.finditer(text, block.span.start, block.span.end):
            start = match.start()
            if start < 2 or text[start - 1] in _OPENS or text[start - 2] in _OPENS:
                continue
            word = match[0].removesuffix("'s").lower()
            if len(word) > 1:
                sure.add(word)
    return frozenset(sure - _grammar() - listed("calendar") - listed("titles"))


def _figure(value: Quantity) -> str | None:
    """A figure with what it counts, where the value says something: no bare small number, no ordinal."""
    nominal = value.amount.nominal
    if nominal is None or value.dimension == "ordinal":
        return None
    unit = value.amount.unit.name if value.amount.unit else value.counted or value.measure
    if unit is None:
        return None
    if value.counted is None and nominal < 3:
        return None
    return f"{nominal.normalize():f} {unit}"


def _runs(quoted: str) -> set[str]:
    words = _LETTERS.findall(fold(quoted))
    return {" ".join(words[n : n + _QUOTE]) for n in range(len(words) - _QUOTE + 1)}
