"""What tells one story from another in an article: names, figures, quoted words, days."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from xref.lexicon import table
from xref.model.article import Article, Zone
from xref.model.claim import Claim, Date, Quantity, Quotation, QuotationType
from xref.model.span import Span
from xref.text.fold import fold, fold_marks

_CAPITAL = re.compile(r"(?<![\w'])[^\W\d_a-z]\w+(?:[-'][^\W_]+)*")
_LETTERS = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_LONG = re.compile(r"[^\W\d_]{4,}")
_OPENS = frozenset(':"\n')
_QUOTE = 6
"""Quoted words in a row that are no commonplace."""
_UNTOLD = frozenset({Zone.FURNITURE, Zone.CREDIT})


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one article, each as compared with how the article prints it.

    `names` are capitalised words, folded; `phrases` names of several words; `figures` a value with
    what it counts; `quotes` runs of six quoted words; `days` the days that it dates something to;
    `words` what else it says, without the words of grammar; `headline` those of its title.
    `published` is an interval of days, ``None`` where nothing tells.
    """

    names: Mapping[str, str]
    phrases: tuple[str, ...]
    figures: Mapping[str, str]
    quotes: Mapping[str, None]
    days: frozenset[str]
    words: frozenset[str]
    headline: frozenset[str]
    published: tuple[date, date] | None


def _inside(claim: Claim, spans: Iterable[Span]) -> bool:
    return claim.field == "text" and any(span.covers(claim.span) for span in spans)


@cache
def listed(name: str) -> frozenset[str]:
    """A word list of the naming lexicon."""
    return frozenset(str(word) for word in table("naming")[name])


@cache
def _grammar() -> frozenset[str]:
    return frozenset(str(word) for word in table("wording")["function"])


def marks(article: Article, claims: Iterable[Claim], without: Collection[Span] = ()) -> Marks:
    """Read the marks of an article off its text and its claims, `without` stretches of its text."""
    figures: dict[str, str] = {}
    quotes: dict[str, None] = {}
    days: set[str] = set()
    for claim in claims:
        value = claim.value
        if claim.repeats is not None or _inside(claim, without):
            continue
        if isinstance(value, Quantity):
            key = _figure(value)
            if key:
                figures.setdefault(key, " ".join(claim.text.split()))
        elif isinstance(value, Quotation):
            if value.type in (QuotationType.DIRECT, QuotationType.MIXED):
                part = article.part(claim.field)
                for segment in value.segments:
                    quotes.update(_runs(segment.of(part)))
        elif isinstance(value, Date):
            when = value.when
            if when.precision == "day" and when.earliest and when.earliest == when.latest:
                days.add(when.earliest.isoformat())
    told = [b for b in article.blocks if b.zone not in _UNTOLD and b.span not in without]
    lead = [b.span.of(article.text) for b in told if b.zone is Zone.HEADLINE]
    title = fold(article.title or " ".join(lead[:1]))
    names, phrases = _names(article, without)
    words = {w for b in told for w in _LONG.findall(fold(b.span.of(article.text)))}
    return Marks(
        names,
        phrases,
        figures,
        quotes,
        frozenset(days),
        frozenset(words - _grammar() - names.keys()),
        frozenset(w for w in _LETTERS.findall(title) if len(w) > 3) - _grammar(),
        article.published,
    )


def _names(article: Article, without: Collection[Span]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The capitalised words of an article that are names, folded, and the names of several words.

    A word that only ever opens a sentence, with no other name behind it, proves nothing; nor do
    days, months, titles and long words in capitals throughout.
    """
    text = fold_marks(article.text)
    none = _grammar() | listed("calendar") | listed("titles")
    found: dict[str, str] = {}
    runs: dict[str, None] = {}
    for block in article.blocks:
        if block.zone in _UNTOLD or block.zone is Zone.HEADLINE or block.span in without:
            continue
        starts = {sentence.start for sentence in block.sentences}
        run: list[str] = []
        end = -1
        for match in _CAPITAL.finditer(text, block.span.start, block.span.end):
            start = match.start()
            word = match[0].removesuffix("'s")
            folded = word.lower()
            if start != end + 1 or text[end] != " ":
                if len(run) > 1:
                    runs.setdefault(" ".join(run))
                run = []
            end = match.end()
            if len(word) < 2 or folded in none or (len(word) > 5 and word.isupper()):
                end = -1
                continue
            opens = start in starts or not _OPENS.isdisjoint(text[max(0, start - 2) : start])
            if opens and not run:
                run = [word]
                continue
            for each in (*run[:1], word):
                found.setdefault(each.lower(), each)
            run.append(word)
        if len(run) > 1:
            runs.setdefault(" ".join(run))
    return found, tuple(runs)


def _figure(value: Quantity) -> str | None:
    """A figure with what it counts; an ordinal or a bare small number says too little."""
    nominal = value.amount.nominal
    if nominal is None or value.dimension == "ordinal":
        return None
    unit = value.amount.unit.name if value.amount.unit else value.counted or value.measure
    if unit is None or (value.counted is None and nominal < 3):
        return None
    return f"{nominal.normalize():f} {unit}"


def _runs(quoted: str) -> dict[str, None]:
    """All runs of `_QUOTE` words, in the order of the text."""
    words = _LETTERS.findall(fold(quoted))
    return dict.fromkeys(" ".join(words[n : n + _QUOTE]) for n in range(len(words) - _QUOTE + 1))
