"""What a figure counts: the measure lexicon, and how a figure finds its entry."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xref.extract.words import Words
from xref.lexicon.nouns import singular

_SCALE_REACH = 6
_BARE = 2.5
"""How near a deciding word must stand to a number without a noun ("arrested 14")."""
_REACH = 14
"""How many words away a deciding word may stand."""
_GOVERNS = 24
"""How many words before a bare number the name of its measure may stand."""
_CLOSE = 3
"""A deciding word nearer than this overrules a noun that names another measure."""
_OF_REACH = 2
_WHOLE_REACH = 8
"""Words behind a share within which the noun of its whole stands."""
_BREAKS = frozenset(";:—")


@dataclass(frozen=True, slots=True)
class Measure:
    """One entry of the measure lexicon; words are lower case, nouns singular.

    `taught` ones come from a rule file. `per` names what a rate is counted by ("day"), `whole` the
    nouns of what a share is of.
    """

    name: str
    dimension: str
    heads: frozenset[str]
    counted: frozenset[str]
    near: frozenset[str]
    without: frozenset[str]
    event: bool
    reach: int
    weak: bool
    unless_behind: frozenset[str]
    units: frozenset[str]
    governs: tuple[str, ...]
    taught: bool = False
    per: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()


class Measures:
    """The measure lexicon, compiled: noun and context word to entries."""

    def __init__(self, entries: Sequence[Measure], lexicon: Mapping[str, Any]) -> None:
        self.figure_words = frozenset(lexicon["figure_words"])
        self._passed_over = frozenset(lexicon["passed_over"].split())
        self._scales: dict[str, str] = {
            word: unit for unit, near in lexicon["scales"].items() for word in near
        }
        self.by_name = {m.name: m for m in entries}
        self._taught = [m for m in entries if m.taught]
        self.entries = tuple(m for m in entries if not m.taught)
        self._by_head: dict[str, Measure] = {}
        for measure in reversed(self.entries):
            self._by_head.update(dict.fromkeys(measure.heads, measure))
        self._by_near: dict[str, tuple[Measure, ...]] = {}
        for measure in self.entries:
            for word in measure.near:
                self._by_near[word] = (*self._by_near.get(word, ()), measure)
        self._governing = [m for m in self.entries if m.governs]
        self._whole: dict[str, Measure] = {}
        for measure in self.entries:
            if not measure.near and not measure.heads and not measure.counted:
                self._whole.setdefault(measure.dimension, measure)

    def scale(self, words: Words, place: tuple[int, int]) -> str | None:
        """The unit of the scale that a bare decimal at `place` stands on, or ``None``."""
        first, last = place
        for word in words.lower[max(0, first - _SCALE_REACH) : last + _SCALE_REACH]:
            if word in self._scales:
                return self._scales[word]
        return None

    def of(
        self,
        words: Words,
        place: tuple[int, int],
        dimension: str,
        counted: str | None,
        head: str,
        unit: str | None = None,
    ) -> Measure | None:
        """The measure of a figure that fills the tokens `place`, or ``None``.

        `counted` is the counted noun (singular), `head` the noun with its last modifier
        ("member state"), `unit` the name of its unit. The nearest deciding word of the clause
        wins; a word behind the figure stands nearer than one before it, past auxiliaries and
        relative pronouns. A measure that a rule file teaches comes before those of the lexicon.
        """
        if self._taught:
            told = self._told(words, place, dimension, counted, head, unit)
            if told is not None:
                return told
        own = self._by_head.get(head) or (self._by_head.get(counted) if counted else None)
        if own is not None and own.dimension != dimension:
            own = None
        behind = words.lower[place[1]] if place[1] < len(words.lower) else ""
        best: tuple[float, Measure] | None = None
        for distance, word in _neighbours(words, place, self._passed_over):
            for measure in self._by_near.get(word, ()):
                if measure.dimension != dimension or not _counts(measure, counted, dimension):
                    continue
                if behind in measure.unless_behind or (measure.units and unit not in measure.units):
                    continue
                if distance > (measure.reach if counted or dimension != "count" else _BARE):
                    continue
                if best is None or distance < best[0]:
                    best = (distance, measure)
        if best is not None and (own is None or (best[0] < _CLOSE and (own.counted or own.weak))):
            return best[1]
        if own is not None:
            return own
        if counted is None and dimension == "count":
            return self._governed(words, place[0])
        return self._whole.get(dimension)

    def _told(
        self,
        words: Words,
        place: tuple[int, int],
        dimension: str,
        counted: str | None,
        head: str,
        unit: str | None,
    ) -> Measure | None:
        """The taught measure that fits a figure best: by its noun, else by the nearest word."""
        around: dict[str, float] = {}
        for distance, word in _neighbours(words, place, self._passed_over):
            around.setdefault(word, distance)
        best: tuple[float, Measure] | None = None
        for measure in self._taught:
            if not (_in_dimension(measure, dimension, unit) and _of_whole(measure, words, place)):
                continue
            if not measure.without.isdisjoint(around):
                continue
            fit = _fit(measure, dimension, counted, head, around)
            if fit is not None and (best is None or fit < best[0]):
                best = (fit, measure)
        return best[1] if best is not None else None

    def _governed(self, words: Words, first: int) -> Measure | None:
        """The measure whose name opens the clause of a bare number ("the toll ... rose to 17")."""
        before = " ".join(words.lower[max(0, first - _GOVERNS) : first])
        for measure in self._governing:
            if any(name in before for name in measure.governs):
                return measure
        return None


def _in_dimension(measure: Measure, dimension: str, unit: str | None) -> bool:
    """Whether a figure is told in the dimension, unit and rate of a taught measure."""
    if measure.per:
        by = (unit or "").rpartition("per ")[2]
        return dimension == "rate" and by in measure.per
    if measure.units and unit not in measure.units:
        return False
    return measure.dimension == dimension


def _of_whole(measure: Measure, words: Words, place: tuple[int, int]) -> bool:
    """Whether a figure is of the whole that a taught measure names ("40% of the budget")."""
    if not measure.whole:
        return True
    behind = words.lower[place[1] : place[1] + _WHOLE_REACH]
    if "of" not in behind[:_OF_REACH]:
        return False
    return any(singular(word) in measure.whole for word in behind[behind.index("of") :])


def _fit(
    measure: Measure,
    dimension: str,
    counted: str | None,
    head: str,
    around: Mapping[str, float],
) -> float | None:
    """How near the word stands by which a figure is of a taught measure; ``None`` for none.

    A noun that names the measure stands at 0.
    """
    if head in measure.heads or (counted is not None and counted in measure.heads):
        return 0.0
    if measure.counted and (counted or "") not in measure.counted:
        return None
    if not measure.near:
        alone = not measure.heads and not measure.counted
        return float(_REACH) if alone else None
    if not measure.counted and dimension == "count":
        return None
    near = [around[word] for word in measure.near if word in around]
    reach = measure.reach if counted or dimension != "count" else _REACH
    return min((distance for distance in near if distance <= reach), default=None)


def _counts(measure: Measure, counted: str | None, dimension: str) -> bool:
    if dimension != "count":
        return True
    return (counted or "") in measure.counted


def _neighbours(
    words: Words, place: tuple[int, int], passed_over: frozenset[str]
) -> Iterable[tuple[float, str]]:
    """(distance, word) of the words around a figure, within its clause."""
    first, last = place
    lower = words.lower
    distance = 0.0
    for k in range(last, min(last + _REACH, len(lower))):
        word = lower[k]
        if word in _BREAKS:
            break
        if word in (",", "and"):
            distance += 2
        elif word[0].isdigit():
            distance += 4
        elif word not in passed_over:
            distance += 1
        yield distance, word
    distance = 1.0
    for k in range(first - 1, max(first - 1 - _REACH, -1), -1):
        word = lower[k]
        if word in _BREAKS:
            break
        if word in (",", "and"):
            distance += 2
        elif word[0].isdigit():
            distance += 4
        elif word not in ("to", "at", "least", "of", "the", "by", "a"):
            distance += 1
        yield distance, word


def inflections(word: str) -> frozenset[str]:
    """The regular inflections of a verb or noun, with the word itself.

    >>> sorted(inflections("arrest"))
    ['arrest', 'arrested', 'arresting', 'arrests']
    """
    if " " in word or not word.isalpha() or len(word) < 3:
        return frozenset({word})
    out = {word, word + "s"}
    if word.endswith("e"):
        out |= {word + "d", word[:-1] + "ing"}
    elif word.endswith("y") and word[-2] not in "aeiou":
        out |= {word[:-1] + "ies", word[:-1] + "ied", word + "ing"}
    elif word.endswith(("s", "x", "sh", "ch")):
        out |= {word + "es", word + "ed", word + "ing"}
    else:
        out |= {word + "ed", word + "ing"}
        if word[-1] not in "wxyaeiou" and word[-2] in "aeiou" and word[-3] not in "aeiou":
            out |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return frozenset(out)


def compile_measures(
    lexicon: Mapping[str, Any], extra: Iterable[Mapping[str, Mapping[str, Any]]] = ()
) -> Measures:
    """The measures of the lexicon file, with those of rule files (which win) before them."""
    classes: dict[str, list[str]] = lexicon["classes"]
    entries: dict[str, Measure] = {}
    for table in (*extra, lexicon["measures"]):
        taught = table is not lexicon["measures"]
        for name, entry in table.items():
            if name not in entries:
                entries[name] = _measure(name, entry, classes, taught)
    return Measures(list(entries.values()), lexicon)


def _measure(
    name: str, entry: Mapping[str, Any], classes: Mapping[str, list[str]], taught: bool
) -> Measure:
    def listed(key: str) -> list[str]:
        out: list[str] = []
        for word in entry.get(key, ()):
            out.extend(classes[word[1:]] if word.startswith("$") else [word])
        return out

    near = listed("near")
    heads, counted = listed("heads"), listed("counted")
    if counted and not near:
        heads, counted = heads + counted, []
    return Measure(
        name=name,
        dimension=entry.get("dimension", "count"),
        heads=frozenset(map(singular_phrase, heads)),
        counted=frozenset(map(singular_phrase, counted)),
        near=frozenset().union(*map(inflections, near)) if near else frozenset(),
        without=frozenset().union(*map(inflections, listed("without"))),
        event=bool(entry.get("event", False)),
        weak=bool(entry.get("weak", False)),
        unless_behind=frozenset(entry.get("unless_behind", ())),
        units=frozenset(entry.get("units", ()) or ([entry["unit"]] if "unit" in entry else ())),
        governs=tuple(entry.get("governs", ())),
        reach=int(entry.get("reach", _REACH * 2)),
        taught=taught,
        per=frozenset(word.lower().replace(",", "") for word in entry.get("per", ())),
        whole=frozenset(map(singular_phrase, entry.get("of", ()))),
    )


def singular_phrase(phrase: str) -> str:
    """A noun phrase with its last word in the singular."""
    *front, last = phrase.lower().split() or [""]
    return " ".join([*front, singular(last) if last else ""])
