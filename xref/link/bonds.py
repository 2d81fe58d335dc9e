"""How much two articles have in common, and whether that makes one story.

Marks that few articles bear weigh most (inverse document frequency; Spärck Jones, "A statistical
interpretation of term specificity", 1972). What is shared is weighed alone and against all that
the two articles name (cosine), so that a long list of names is no bond by its length.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum, log, sqrt
from typing import NamedTuple

from xref.link.marks import Marks, listed
from xref.link.outside import NOWHERE, Outside
from xref.link.shingles import postings

BACKGROUND = 200
"""Articles of other news that a small run is weighed against: its own names would not be rare."""
MOST = 80
"""A mark that more units bear, or more than one in a hundred of many, brings nobody together."""
_REACH = 5
"""Articles of other stories that an article is compared with for each of its marks, ..."""
_WINDOW = 24
"""... among the next so many in time."""
WORTH = 5.0
"""Weight of shared marks from which on a pair is looked at."""
NEAR = 7
"""Days between two articles of one time."""
FAR = 60
"""Days from which on two articles are of another time."""
RESEMBLES = -2.0
"""The odds from which on two articles resemble each other."""
_NAMES_ALONE = 1.5
"""The odds that names and words alone must give."""
_MANY_NAMES = 30
"""What those names must weigh: some eight that no other article has."""
_WORDS = 6.0
"""What it adds to the odds that two articles say all the same words ..."""
_LIKE_WORDS = 4.0
"""... and what two that share little else may have of it."""
COMMON = 0.3
"""What a country or a capital weighs against another name."""


@dataclass(frozen=True, slots=True)
class Bond:
    """What two articles share, heaviest first, and the odds (natural logarithm) of one story.

    `gap` is the number of days between them, ``None`` where one bears no date; `weight` is that of
    the names.
    """

    names: tuple[str, ...]
    figures: tuple[str, ...]
    quotes: tuple[str, ...]
    days: tuple[str, ...]
    gap: int | None
    weight: float
    odds: float

    @property
    def joins(self) -> bool:
        """Whether the two cover one story.

        More than names must join them: a figure, a quote, a day, or the time. Of undated articles
        many rare names will do; articles of another time share no story by names alone.
        """
        if self.figures or self.quotes or self.days or (self.gap is not None and self.gap <= NEAR):
            return self.odds > 0
        return self.gap is None and self.odds > _NAMES_ALONE and self.weight > _MANY_NAMES


class Shared(NamedTuple):
    """What two articles share by weight, of what each has; quotes are counted, the gap is days."""

    named: float
    names: tuple[float, float]
    figured: float
    figures: tuple[float, float]
    quotes: int
    dated: float
    titled: float
    gap: int | None


def odds_of(shared: Shared) -> float:
    """The odds of one story by all that two articles share but their other words.

    The factors were fitted by logistic regression on incidents reported by several outlets and
    rounded.
    """
    return (
        -5.6
        + 0.055 * min(shared.named, 60)
        + 8 * _cosine(shared.named, *shared.names)
        + 2.5 * shared.named / max(1, min(shared.names))
        + 0.05 * min(shared.figured, 20)
        + 1.7 * shared.figured / max(1, min(shared.figures))
        + 0.06 * min(shared.quotes, 20)
        + 0.15 * shared.titled
        + 0.1 * min(shared.dated, 10)
        + _time(shared.gap)
    )


class Scale:
    """What the marks of a run weigh."""

    def __init__(
        self, seen: Sequence[Marks], units: Sequence[Sequence[int]], outside: Outside = NOWHERE
    ) -> None:
        """Weigh the marks `seen` of the articles that `units` hold, and of those `outside`.

        Each unit, an article or those that stand for a story that was found before, bears a mark
        once: what is told in one story alone stays rare, however many articles tell it.
        """
        self._seen = seen
        self._unit = {n: number for number, unit in enumerate(units) for n in unit}
        names: Counter[str] = Counter()
        rest: Counter[str] = Counter()
        words: Counter[str] = Counter()
        for unit in units:
            mine = [seen[n] for n in unit]
            names.update({name for one in mine for name in one.names})
            rest.update({mark for one in mine for mark in (*one.figures, *one.days)})
            words.update({word for one in mine for word in one.words})
        names.update(outside.bearing("name", names))
        rest.update(outside.bearing("rest", rest))
        words.update(outside.bearing("word", words))
        many = len(units) + outside.units
        total = max(many, BACKGROUND)
        self._borne = {"name": names, "rest": rest, "quote": Counter[str]()}
        self._most = max(MOST, (many - 1) // 100)
        common = listed("common")
        self._names = {
            name: log(total / n) * (COMMON if name in common else 1) for name, n in names.items()
        }
        self._rest = {mark: log(total / n) for mark, n in rest.items()}
        self._words = {word: log(many / n) for word, n in words.items()}
        self._title = {w: log(total / n) for w, n in (names + words).items()}
        self._name_sum = {n: _sum(self._names, seen[n].names) for n in self._unit}
        self._word_sum = {n: _sum(self._words, seen[n].words) for n in self._unit}
        self._figure_sum = {n: _sum(self._rest, seen[n].figures) for n in self._unit}

    def candidates(
        self, by_time: Sequence[int], fresh: Collection[int] = ()
    ) -> list[tuple[int, int]]:
        """Pairs of two units that share marks worth a look; `by_time` lists all articles.

        If there are `fresh` articles, one of each pair is of them.

        A mark of n articles costs n steps: it only brings together articles next to each other in
        time. Copies and articles of one story are neighbours in many lists.
        """
        order = [n for n in by_time if n in self._unit]
        common = listed("common")
        keys: list[list[tuple[str, str]]] = []
        for n in order:
            one = self._seen[n]
            mine = [("name", name) for name in one.names if name not in common]
            mine += [("rest", mark) for mark in (*one.figures, *sorted(one.days))]
            mine += [("quote", quote) for quote in one.quotes]
            keys.append(mine)
        met: defaultdict[tuple[int, int], float] = defaultdict(float)
        for (kind, mark), numbers in postings(keys).items():
            of = [self._unit[order[number]] for number in numbers]
            if max(len(set(of)), self._borne[kind][mark]) > self._most:
                continue
            table = self._names if kind == "name" else self._rest
            weight = WORTH if kind == "quote" else table[mark]
            for at, one_at in enumerate(numbers):
                beside = range(at + 1, min(at + 1 + _WINDOW, len(numbers)))
                new = order[one_at] in fresh or not fresh
                apart = [
                    numbers[k]
                    for k in beside
                    if of[k] != of[at] and (new or order[numbers[k]] in fresh)
                ]
                for other_at in apart[:_REACH]:
                    met[one_at, other_at] += weight
        pairs = (sorted((order[a], order[b])) for (a, b), weight in met.items() if weight >= WORTH)
        return sorted((a, b) for a, b in pairs)

    def bond(self, one: int, other: int) -> Bond | None:
        """What two articles share and the odds of one story; ``None`` below `RESEMBLES`."""
        a, b = self._seen[one], self._seen[other]
        names = a.names.keys() & b.names.keys()
        figures = a.figures.keys() & b.figures.keys()
        days = a.days & b.days
        quotes = tuple(quote for quote in a.quotes if quote in b.quotes)
        gap = _gap(a.published, b.published)
        named, figured = _sum(self._names, names), _sum(self._rest, figures)
        names_all = self._name_sum[one], self._name_sum[other]
        words_all = self._word_sum[one], self._word_sum[other]
        odds = odds_of(
            Shared(
                named,
                names_all,
                figured,
                (self._figure_sum[one], self._figure_sum[other]),
                len(quotes),
                _sum(self._rest, days),
                _sum(self._title, a.headline & b.headline),
                gap,
            )
        )
        if odds > RESEMBLES - _LIKE_WORDS:
            shared_words = _sum(self._words, a.words & b.words)
            odds += _WORDS * _cosine(shared_words, *words_all)
        if odds < RESEMBLES:
            return None
        return Bond(
            _heaviest(self._names, names),
            _heaviest(self._rest, figures),
            quotes,
            tuple(sorted(days)),
            gap,
            named,
            odds,
        )


def _sum(weights: Mapping[str, float], marks: Iterable[str]) -> float:
    """The weight of marks; correctly rounded, so that their order does not matter."""
    return fsum(weights.get(mark, 0) for mark in marks)


def _heaviest(weights: Mapping[str, float], marks: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(marks, key=lambda mark: (-weights[mark], mark)))


def _cosine(shared: float, one: float, other: float) -> float:
    return shared / sqrt(one * other) if one and other else 0.0


def _time(gap: int | None) -> float:
    if gap is None:
        return 0.0
    if gap <= 1:
        return 2.3
    if gap <= NEAR:
        return 0.7
    return -2.0 if gap <= FAR else -3.5


def _gap(one: tuple[date, date] | None, other: tuple[date, date] | None) -> int | None:
    """Days between two articles; ``None`` where one is undated, or dated too roughly to tell."""
    if one is None or other is None:
        return None
    apart = max((one[0] - other[1]).days, (other[0] - one[1]).days, 0)
    rough = max((one[1] - one[0]).days, (other[1] - other[0]).days)
    return None if rough > NEAR and apart == 0 else apart
