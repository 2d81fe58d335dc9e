"""The lexicons of units and currencies, compiled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from xref.model.amount import Unit

_HUNDREDTH = Decimal("0.01")
_POWERS = {2: ("square", "area", "squared"), 3: ("cubic", "volume", "cubed")}

Phrase = tuple[str, ...]
Forms = Mapping[str, tuple[tuple[Phrase, Unit], ...]]
"""Phrases by their first word, the longest first, each with its unit."""
Readings = tuple[tuple[Unit, frozenset[str]], ...]
"""The units of one symbol, each with the words that speak for it."""


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The lexicons `units` and `currencies`, compiled; the files say what each entry is for.

    `symbols` keep their case; `short` are letters that need digits right before them,
    `glued` minor coins that need no space. `signs` and `codes` are of currencies. `single`
    are the units that "a" makes one of. `beside` tells a symbol by the unit before it ("1h 20m"),
    `readings` by the words around it: its units, the first where no words decide. `powered`
    maps a mark behind a length to its power.
    """

    named: Mapping[str, Unit]
    words: Forms
    symbols: Mapping[str, Unit]
    short: Mapping[str, Unit]
    signs: Mapping[str, Unit]
    codes: Mapping[str, Unit]
    glued: Mapping[str, Unit]
    single: frozenset[Unit]
    lasting: Mapping[str, Unit]
    powered: Mapping[str, int]
    per: frozenset[str]
    per_article: frozenset[str]
    per_never_before: frozenset[str]
    per_dimensions: frozenset[str]
    per_nouns: frozenset[str]
    per_never: frozenset[str]
    per_ends: frozenset[str]
    holds: Mapping[str, Mapping[str, Decimal]]
    beside: Mapping[tuple[str, str], Unit]
    readings: Mapping[str, Readings]
    parts: Mapping[str, tuple[Unit, Decimal]]
    ones: frozenset[str]
    wholes: frozenset[str]
    one_after: frozenset[str]
    one_before: frozenset[str]
    one_never_after: frozenset[str]
    inch_before: frozenset[str]
    sizes: frozenset[str]
    below_zero: Phrase
    lines: frozenset[str]
    money_verbs: frozenset[str]
    money_scales: frozenset[str]


def compile_units(units: Mapping[str, Any], currencies: Mapping[str, Any]) -> UnitWords:
    """Compile the lexicons `units` and `currencies`."""
    made = _Forms()
    for dimension, entries in units["dimensions"].items():
        for name, entry in entries.items():
            made.measure(name, dimension, entry, units["prefixes"])
    made.squares_and_cubes(units)
    for entry in currencies["currencies"]:
        made.currency(entry)
    for entry in currencies["minor"]:
        made.minor_coin(entry)
    for word in units["never"]:
        made.symbols.pop(word, None)
    return UnitWords(
        named=made.named,
        words={
            first: tuple(sorted(forms.items(), key=lambda each: -len(each[0])))
            for first, forms in made.phrases.items()
        },
        symbols=made.symbols,
        short=made.short,
        signs=made.signs,
        codes=made.codes,
        glued=made.glued,
        single=frozenset(made.single),
        lasting={u.name + "long": u for u in made.single if u.dimension == "duration"},
        powered={mark: p for p, (_, _, key) in _POWERS.items() for mark in units[key]},
        per=frozenset(units["per"]),
        per_article=frozenset(units["per_article"]),
        per_never_before=frozenset(units["per_never_before"]),
        per_dimensions=frozenset(units["per_dimensions"]),
        per_nouns=frozenset(units["per_nouns"]),
        per_never=frozenset(units["per_never"]),
        per_ends=frozenset(units["per_ends"]),
        holds=_holds(units["holds"], currencies),
        beside={
            (before, symbol): made.named[name]
            for symbol, others in units["beside"].items()
            for before, name in others.items()
        },
        readings={
            symbol: tuple(
                (made.named[name], _evidence(words, made, currencies))
                for name, words in told.items()
            )
            for symbol, told in units["readings"].items()
        },
        parts={name: (made.named[u], Decimal(n)) for name, (u, n) in units["parts"].items()},
        ones=frozenset(units["ones"]),
        wholes=frozenset(units["wholes"]),
        one_after=frozenset(units["one_after"]),
        one_before=frozenset(units["one_before"]),
        one_never_after=frozenset(units["one_never_after"]),
        inch_before=frozenset(units["inch_before"]),
        sizes=frozenset(units["sizes"]),
        below_zero=tuple(units["below_zero"]),
        lines=frozenset(currencies["lines"]),
        money_verbs=frozenset(currencies["pound_is_money_after"]),
        money_scales=frozenset(currencies["pound_is_money_behind"]),
    )


def _evidence(words: str, made: "_Forms", currencies: Mapping[str, Any]) -> frozenset[str]:
    """The words that speak for one reading of a symbol; "$money" are those of paying."""
    found = set(words.split())
    if "$money" in found:
        found |= {*currencies["pound_is_money_after"], *made.signs}
    return frozenset(found)


def _holds(
    units: Mapping[str, Mapping[str, int]], currencies: Mapping[str, Any]
) -> dict[str, dict[str, Decimal]]:
    """How many of the smaller units the larger one holds, coins among them."""
    held = {name: {part: Decimal(n) for part, n in parts.items()} for name, parts in units.items()}
    families = {coin["family"] for coin in currencies["minor"]}
    for coin in currencies["minor"]:
        factor = Decimal(str(coin.get("factor", _HUNDREDTH)))
        held.setdefault(coin["family"], {})[coin["name"]] = 1 / factor
    for currency in currencies["currencies"]:
        if currency["name"] not in families:
            # Of a currency whose coins have no entry, "cents" are a hundredth.
            held[currency["name"]] = {"cent": 1 / _HUNDREDTH}
    return held


def power_of(unit: Unit, power: int) -> Unit:
    """The square or the cube of a length."""
    front, dimension, _ = _POWERS[power]
    factor = None if unit.factor is None else unit.factor**power
    return Unit(f"{front} {unit.name}", dimension, factor)


@dataclass(slots=True)
class _Forms:
    """The forms of all units, collected entry by entry."""

    named: dict[str, Unit] = field(default_factory=dict)
    phrases: dict[str, dict[Phrase, Unit]] = field(default_factory=dict)
    symbols: dict[str, Unit] = field(default_factory=dict)
    short: dict[str, Unit] = field(default_factory=dict)
    signs: dict[str, Unit] = field(default_factory=dict)
    codes: dict[str, Unit] = field(default_factory=dict)
    glued: dict[str, Unit] = field(default_factory=dict)
    single: set[Unit] = field(default_factory=set)

    def measure(
        self, name: str, dimension: str, entry: Mapping[str, Any], prefixes: Mapping[str, Any]
    ) -> None:
        """One unit of measurement, with the prefixes that it takes."""
        factor = entry.get("factor")
        unit = Unit(
            name=name,
            dimension=dimension,
            factor=None if factor is None else Decimal(str(factor)),
            offset=Decimal(str(entry.get("offset", 0))),
            family=entry.get("family", ""),
        )
        words, symbols = entry.get("words", []), entry.get("symbols", [])
        self._add(unit, entry, words)
        self.symbols |= dict.fromkeys(map(str, symbols), unit)
        self.short |= dict.fromkeys(map(str, entry.get("short", [])), unit)
        stems = entry.get("stems") or entry.get("short") or symbols[:1]
        for prefix in entry.get("si", []):
            self._prefixed(unit, prefix, prefixes[prefix], words, stems)

    def _prefixed(
        self, unit: Unit, prefix: str, rule: Mapping[str, Any], words: list[str], stems: list[str]
    ) -> None:
        times = Decimal(str(rule["factor"]))
        factor = None if unit.factor is None else unit.factor * times
        long = Unit(prefix + unit.name, unit.dimension, factor)
        one = unit in self.single and prefix == "kilo"
        self._add(long, {"one": one}, [prefix + word for word in words])
        for stem in stems:
            for letter in rule["symbol"]:
                self.symbols.setdefault(f"{letter}{stem}", long)

    def squares_and_cubes(self, units: Mapping[str, Any]) -> None:
        """Areas and volumes of every length: "square mile", "sq km", "km2", "miles squared"."""
        names = [
            (words, unit)
            for forms in self.phrases.values()
            for words, unit in forms.items()
            if unit.dimension == "length" and unit.factor is not None and len(words) == 1
        ]
        symbols = {**self.symbols, **self.short}
        lengths = [(s, u) for s, u in symbols.items() if u.dimension == "length" and u.factor]
        for power, (front, _, back) in _POWERS.items():
            for words, unit in names:
                made = self._power(unit, power)
                self._phrases(made, [f"{before} {words[0]}" for before in units[front]])
                self._phrases(made, [f"{words[0]} {after}" for after in units[back][:1]])
            for symbol, unit in lengths:
                made = self._power(unit, power)
                self._phrases(made, [f"{before} {symbol.lower()}" for before in units[front]])
                for mark in units[back][1:]:
                    self.symbols.setdefault(symbol + mark, made)

    def _power(self, unit: Unit, power: int) -> Unit:
        made = power_of(unit, power)
        return self.named.setdefault(made.name, made)

    def currency(self, entry: Mapping[str, Any]) -> None:
        """One currency, with the words that it shares with others ("Australian dollar")."""
        unit = Unit(entry["name"], "money", Decimal(1), family=entry["family"])
        words = entry.get("words", [])
        self._add(unit, entry, words)
        self.signs |= dict.fromkeys(entry.get("signs", []), unit)
        self.codes |= dict.fromkeys(entry.get("codes", []), unit)
        shared = entry.get("shared") or (words[0] if words else None)
        if shared is not None:
            lands = entry.get("lands", [])
            self._phrases(
                unit, [f"{land} {w}" for land in lands for w in (shared, _plural(shared))]
            )

    def minor_coin(self, entry: Mapping[str, Any]) -> None:
        """One part of a currency: a hundredth unless the entry says otherwise."""
        factor = Decimal(str(entry.get("factor", _HUNDREDTH)))
        unit = Unit(entry["name"], "money", factor, family=entry["family"])
        self._add(unit, entry, entry.get("words", []))
        self.signs |= dict.fromkeys(entry.get("signs", []), unit)
        self.glued |= dict.fromkeys(entry.get("glued", []), unit)

    def _add(self, unit: Unit, entry: Mapping[str, Any], words: list[str]) -> None:
        self.named[unit.name] = unit
        if entry.get("one"):
            self.single.add(unit)
        plurals = [] if entry.get("invariable") else [_plural(word) for word in words]
        self._phrases(unit, [*words, *plurals, *entry.get("plurals", [])])

    def _phrases(self, unit: Unit, forms: Iterable[str]) -> None:
        """Enter the forms of a unit; the first unit that claims a form keeps it."""
        for form in forms:
            words = tuple(form.replace("-", " ").split())
            self.phrases.setdefault(words[0], {}).setdefault(words, unit)


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"
