"""Units of measurement and money beside a number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Any, NamedTuple

from xref.model.amount import Unit
from xref.quantity.tokens import DASHES, Tokens, is_digits

_HUNDREDTH = Decimal("0.01")
_WIDE = Context(prec=60)
_HOUR = Decimal(3600)
_POWERS = (("square", 2, "area"), ("cubic", 3, "volume"))

Forms = Mapping[str, tuple[tuple[tuple[str, ...], Unit], ...]]


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The lexicons of units and currencies, compiled.

    `words` are phrases by their first word, the longest first; `symbols` keep their case; `short` are letters
    that need digits right before them. `signs` are currency signs, `codes` currency codes.
    """

    words: Forms
    symbols: Mapping[str, Unit]
    short: Mapping[str, Unit]
    signs: Mapping[str, Unit]
    codes: Mapping[str, Unit]
    glued: Mapping[str, Unit]
    single: frozenset[Unit]
    dotted: frozenset[str]
    powers: Mapping[str, int]
    powered: Mapping[str, int]
    bases: Mapping[str, Unit]
    per: frozenset[str]
    per_article: frozenset[str]
    per_nouns: frozenset[str]
    holds: Mapping[str, Mapping[str, Decimal]]
    parts: Mapping[str, tuple[Unit, Decimal]]
    ones: frozenset[str]
    wholes: frozenset[str]
    one_after: frozenset[str]
    one_before: frozenset[str]
    one_never_after: frozenset[str]
    inch_before: frozenset[str]
    below_zero: tuple[str, ...]
    lines: frozenset[str]
    money_verbs: frozenset[str]
    named: Mapping[str, Unit]
    starters: frozenset[str]


class Measured(NamedTuple):
    """A unit and the token after it."""

    unit: Unit
    last: int


def compile_units(units: Mapping[str, Any], currencies: Mapping[str, Any]) -> UnitWords:
    """Compile the lexicons `units` and `currencies`."""
    return _Compiler().compile(units, currencies)


class _Compiler:
    """Collects the forms of every unit."""

    def __init__(self) -> None:
        self.phrases: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
        self.symbols: dict[str, Unit] = {}
        self.short: dict[str, Unit] = {}
        self.signs: dict[str, Unit] = {}
        self.codes: dict[str, Unit] = {}
        self.glued: dict[str, Unit] = {}
        self.single: set[Unit] = set()
        self.named: dict[str, Unit] = {}

    def compile(self, units: Mapping[str, Any], currencies: Mapping[str, Any]) -> UnitWords:
        for dimension, entries in units["dimensions"].items():
            for name, entry in entries.items():
                self._unit(name, dimension, entry, units["prefixes"])
        bases = self._powers(units)
        for entry in currencies["currencies"]:
            self._currency(entry)
        for entry in currencies["minor"]:
            self._minor(entry)
        for word in units["never"]:
            self.symbols.pop(word, None)
        words = {
            first: tuple(sorted(dict.fromkeys(forms), key=lambda each: -len(each[0])))
            for first, forms in self.phrases.items()
        }
        dotted = {s.replace(".", "") for s in self.symbols if "." in s}
        return UnitWords(
            words=words,
            symbols=self.symbols,
            short=self.short,
            signs=self.signs,
            codes=self.codes,
            glued=self.glued,
            single=frozenset(self.single),
            dotted=frozenset(dotted),
            powers={w: p for key, p in (("square", 2), ("cubic", 3)) for w in units[key]},
            powered={w: p for key, p in (("squared", 2), ("cubed", 3)) for w in units[key]},
            bases=bases,
            per=frozenset(units["per"]),
            per_article=frozenset(units["per_article"]),
            per_nouns=frozenset(units["per_nouns"]),
            holds={
                name: {part: Decimal(n) for part, n in parts.items()}
                for name, parts in units["holds"].items()
            },
            parts={
                name: (self.named[part], Decimal(n)) for name, (part, n) in units["parts"].items()
            },
            ones=frozenset(units["ones"]),
            wholes=frozenset(units["wholes"]),
            one_after=frozenset(units["one_after"]),
            one_before=frozenset(units["one_before"]),
            one_never_after=frozenset(units["one_never_after"]),
            inch_before=frozenset(units["inch_before"]),
            below_zero=tuple(units["below_zero"]),
            lines=frozenset(currencies["lines"]),
            money_verbs=frozenset(currencies["pound_is_money_after"]),
            named=self.named,
            starters=frozenset([*words, *self.symbols]),
        )

    def _unit(
        self, name: str, dimension: str, entry: Mapping[str, Any], prefixes: Mapping[str, Any]
    ) -> None:
        unit = Unit(
            name,
            dimension,
            _decimal(entry.get("factor")),
            Decimal(str(entry.get("offset", 0))),
            entry.get("family", ""),
        )
        self.named[name] = unit
        words, symbols = entry.get("words", []), entry.get("symbols", [])
        plurals = () if entry.get("invariable") else map(_plural, words)
        self._words(unit, [*words, *plurals, *entry.get("plurals", [])])
        self.symbols |= {str(symbol): unit for symbol in symbols}
        self.short |= {str(symbol): unit for symbol in entry.get("short", [])}
        if entry.get("one"):
            self.single.add(unit)
        for prefix in entry.get("si", []):
            rule = prefixes[prefix]
            factor = None if unit.factor is None else unit.factor * Decimal(str(rule["factor"]))
            long = Unit(prefix + name, dimension, factor)
            self.named[long.name] = long
            names = [prefix + word for word in words if " " not in word or name == "watt hour"]
            self._words(long, [*names, *map(_plural, names)])
            for stem in entry.get("stems") or entry.get("short") or symbols[:1]:
                for letter in rule["symbol"]:
                    self.symbols.setdefault(f"{letter}{stem}", long)
            if entry.get("one") and prefix == "kilo":
                self.single.add(long)

    def _powers(self, units: Mapping[str, Any]) -> dict[str, Unit]:
        """Squares and cubes of every length, by the word or symbol of the length."""
        bases = {s: u for s, u in {**self.symbols, **self.short}.items() if u.dimension == "length"}
        for forms in list(self.phrases.values()):
            for words, unit in forms:
                if unit.dimension != "length" or len(words) != 1 or unit.factor is None:
                    continue
                bases[words[0]] = unit
                for key, power, dimension in _POWERS:
                    made = self.power(unit, power)
                    del dimension
                    for front in units[key]:
                        self._phrase((front, *words), made)
                    for back in units["squared" if power == 2 else "cubed"]:
                        if back.isalpha() and len(back) > 1:
                            self._phrase((*words, back), made)
        for symbol, unit in list(bases.items()):
            if unit.factor is None or not symbol.isalpha() or symbol in self.phrases:
                continue
            for key, power, _ in _POWERS:
                made = self.power(unit, power)
                for front in units[key]:
                    self._phrase((front, symbol.lower()), made)
                for mark in units["squared" if power == 2 else "cubed"]:
                    self.symbols.setdefault(symbol + mark, made)
        return bases

    def power(self, unit: Unit, power: int) -> Unit:
        front, _, dimension = _POWERS[power - 2]
        name = f"{front} {unit.name}"
        if name in self.named:
            return self.named[name]
        factor = None if unit.factor is None else unit.factor**power
        self.named[name] = Unit(name, dimension, factor)
        return self.named[name]

    def _currency(self, entry: Mapping[str, Any]) -> None:
        unit = Unit(entry["name"], "money", Decimal(1), family=entry["family"])
        self.named[unit.name] = unit
        self.signs |= {sign: unit for sign in entry.get("signs", [])}
        self.codes |= {code: unit for code in entry.get("codes", [])}
        if entry.get("one"):
            self.single.add(unit)
        words = entry.get("words", [])
        plurals = entry.get("plurals", [])
        self._words(unit, [*words, *(map(_plural, words) if not plurals else plurals)])
        shared: str = entry.get("shared") or (words[0] if words else "")
        for land in entry.get("lands", []) if shared else []:
            for word in (shared, _plural(shared)):
                self._phrase((*land.split(), word), unit)

    def _minor(self, entry: Mapping[str, Any]) -> None:
        factor = Decimal(str(entry.get("factor", _HUNDREDTH)))
        unit = Unit(entry["name"], "money", factor, family=entry["family"])
        self.named[unit.name] = unit
        words = entry.get("words", [])
        self._words(unit, [*words, *map(_plural, words), *entry.get("plurals", [])])
        self.signs |= {sign: unit for sign in entry.get("signs", [])}
        self.glued |= {letter: unit for letter in entry.get("glued", [])}
        if entry.get("one"):
            self.single.add(unit)

    def _words(self, unit: Unit, forms: Iterable[str]) -> None:
        for form in forms:
            self._phrase(tuple(form.replace("-", " ").split()), unit)

    def _phrase(self, words: tuple[str, ...], unit: Unit) -> None:
        forms = self.phrases.setdefault(words[0], [])
        if all(known != words for known, _ in forms):
            forms.append((words, unit))


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def money_before(t: Tokens, i: int, g: UnitWords) -> tuple[Unit, int] | None:
    """The currency that stands before the number at token `i`, with the token it begins at."""
    prev = t.words[i - 1]
    if not i or not prev:
        return None
    near = t.gaps[i].strip() in ("", "-", "−", ".", "~", "-.")
    if not near or "\n" in t.gaps[i]:
        return None
    unit = g.signs.get(prev)
    if unit is not None:
        return _landed(t, i - 1, prev, unit, g)
    written = t.written(i - 1)
    unit = g.signs.get(t.words[i - 2] + prev) if t.gaps[i - 1] == "" and i > 1 else None
    if unit is not None:
        # "$US160m"
        return unit, i - 2
    unit = g.codes.get(written)
    if unit is None or (i > 1 and (t.gaps[i - 1] == "" or t.gaps[i - 1] in DASHES)):
        return None
    if len(written) < 3 and t.gaps[i] not in ("", " ", ".", ". ", "\u00a0"):
        return None
    if written == "R" and t.gaps[i] != "":
        return None
    return unit, i - 1


def _landed(t: Tokens, i: int, sign: str, unit: Unit, g: UnitWords) -> tuple[Unit, int]:
    """A sign with the letters of its country before it: "US$", "C $", "AU $"."""
    land = t.words[i - 1] if i else ""
    free = i == 1 or t.gaps[i - 1] != ""
    if land and free and t.gaps[i] in ("", " ", "\u00a0") and t.capital(i - 1):
        named = g.signs.get(land + sign)
        if named is not None and (t.gaps[i] == "" or len(land) <= 3):
            return named, i - 1
    return unit, i


def read(
    t: Tokens, j: int, g: UnitWords, digits: bool, money: Unit | None = None
) -> Measured | None:
    """The unit that stands after a number, at token `j`, with its rate ("per hour").

    `digits`: the number is written in digits, so that a symbol may follow. `money` is the currency before it.
    """
    word = t.words[j]
    if not word and money is None:
        return None
    found: Measured | None
    if money is not None:
        found = _dollars_again(t, j, g, money)
    else:
        found = _plain(t, j, g, digits)
    if found is None:
        return None
    return rate(t, found, g)


def _dollars_again(t: Tokens, j: int, g: UnitWords, money: Unit) -> Measured:
    """A currency said again after the number: "$31.20 US", "$5 Canadian", "$4 dollars"."""
    if t.spaced(j):
        unit = g.codes.get(t.written(j)) if len(t.words[j]) == 3 else None
        named = _words(t, j, g)
        if unit is not None and money.name == "dollar":
            return Measured(unit, j + 1)
        if named is not None and named.unit.dimension == "money":
            return named
        if money.name == "dollar" and t.written(j) in ("US", "U.S"):
            return Measured(money, j + 1)
    return Measured(money, j)


def _plain(t: Tokens, j: int, g: UnitWords, digits: bool) -> Measured | None:
    if t.added(j):
        return _words(t, j, g)
    if not t.joined(j):
        return _primed(t, j, g) if digits else None
    found = _words(t, j, g)
    if found is not None:
        return found
    if not digits or t.gaps[j] == "–" or t.gaps[j] == "—":
        return _sign_after(t, j, g)
    return _symbol(t, j, g) or _sign_after(t, j, g)


def _primed(t: Tokens, j: int, g: UnitWords) -> Measured | None:
    """Feet and inches by their marks ("6'2\""), where the mark closes no quotation."""
    gap = t.gaps[j]
    if gap[:2] in ("''", "’’"):
        mark, name, rest = gap[:2], "inch", gap[2:3]
    elif gap[:1] in ('"', "'"):
        mark, name, rest = gap[:1], "inch" if gap[0] == '"' else "foot", gap[1:2]
    else:
        return None
    if rest not in ("", " ", ",", ".", ")", "-"):
        return None
    if rest == "" and t.words[j] and not is_digits(t.words[j]):
        return None
    start = t.starts[j - 1]
    line = t.text[max(t.text.rfind("\n", max(start - 200, 0), start), start - 200, 0) : start]
    opened = line.count(mark) % 2 or "“" in line or "‘" in line
    if opened and not (name == "inch" and t.gaps[j - 1] == "'"):
        return None
    return Measured(g.named[name], j)


def _sign_after(t: Tokens, j: int, g: UnitWords) -> Measured | None:
    unit = g.signs.get(t.words[j])
    if unit is not None and not is_digits(t.words[j + 1]):
        return Measured(unit, j + 1)
    unit = g.codes.get(t.written(j)) if t.capital(j) and t.gaps[j] in ("", " ", "\u00a0") else None
    if unit is not None and len(t.words[j]) >= 2 and _ends(t, j + 1):
        return Measured(unit, j + 1)
    if t.words[j] in ("%", "‰"):
        return _percent(t, j, g)
    return None


def _percent(t: Tokens, j: int, g: UnitWords) -> Measured:
    if t.words[j + 1] in ("point", "points", "pts") and t.joined(j + 1):
        return Measured(g.named["percentage point"], j + 2)
    return Measured(g.symbols[t.words[j]], j + 1)


def _words(t: Tokens, j: int, g: UnitWords) -> Measured | None:
    """The longest phrase of a unit at token `j`."""
    for phrase, unit in g.words.get(t.words[j], ()):
        if t.follows(j, phrase):
            if unit.name == "pound" and _is_sterling(t, j, g):
                unit = g.named["pound sterling"]
            return Measured(unit, j + len(phrase))
    return None


def _is_sterling(t: Tokens, j: int, g: UnitWords) -> bool:
    return any(t.words[k] in g.money_verbs for k in range(max(j - 6, 0), j) if t.words[k])


def _symbol(t: Tokens, j: int, g: UnitWords) -> Measured | None:
    word, gap = t.words[j], t.gaps[j]
    written = t.written(j)
    glued = gap == ""
    if word in ("°", "º"):
        return _degrees(t, j, g)
    unit = None
    # "m.p.h.", "k.g.": letters parted by points.
    if len(word) == 1 and word.isalpha() and t.gaps[j + 1] == "." and t.words[j + 1]:
        joint, last = word, j
        while t.gaps[last + 1] == "." and 0 < len(t.words[last + 1]) <= 2 and last - j < 3:
            last += 1
            joint += t.words[last]
        unit = g.symbols.get(joint) or (g.symbols.get(joint[:-1]) if joint[-1:] == "s" else None)
        if unit is not None:
            return Measured(unit, last + 1)
    joint = written + t.gaps[j + 1] + t.written(j + 1)
    unit = g.symbols.get(joint) if t.gaps[j + 1] in ("-", "/", " ", "·") else None
    if unit is not None:
        return Measured(unit, j + 2)
    unit = g.symbols.get(written)
    if unit is not None:
        return _raised(t, j, unit, g)
    if word == "in" and (not t.joined(j + 1) or t.words[j + 1] in g.inch_before):
        return Measured(g.named["inch"], j + 1)
    unit = g.glued.get(written) if glued else None
    if unit is not None and _ends(t, j + 1) and t.words[j - 1] not in g.lines:
        return Measured(unit, j + 1)
    unit = g.short.get(written)
    if unit is None:
        return None
    alone = glued or (gap in (" ", "\u00a0", "-") and t.gaps[j + 1][:1] != "'")
    following = t.gaps[j + 1] != "" or not t.words[j + 1] or t.words[j + 1] in g.powered
    return _raised(t, j, unit, g) if alone and following else None


def _ends(t: Tokens, j: int) -> bool:
    return t.gaps[j] != "" or t.words[j] == ""


def _raised(t: Tokens, j: int, unit: Unit, g: UnitWords) -> Measured:
    """A length with its power: "km2", "m^3"."""
    power = g.powered.get(t.words[j + 1]) if t.gaps[j + 1] in ("", "^") else None
    if power is not None and unit.dimension == "length" and unit.factor is not None:
        front, _, dimension = _POWERS[power - 2]
        return Measured(Unit(f"{front} {unit.name}", dimension, unit.factor**power), j + 2)
    return Measured(unit, j + 1)


def _degrees(t: Tokens, j: int, g: UnitWords) -> Measured:
    letter = t.words[j + 1]
    unit = g.symbols.get("°" + letter) if t.gaps[j + 1] in ("", " ") and letter else None
    if unit is not None and len(letter) == 1:
        return Measured(unit, j + 2)
    if letter in ("celsius", "fahrenheit", "centigrade"):
        return Measured(g.words[letter][0][1], j + 2)
    return Measured(g.symbols["°"], j + 1)


def rate(t: Tokens, found: Measured, g: UnitWords) -> Measured:
    """The unit with what it is per: "dollar" then "an hour" is "dollar per hour"."""
    for _ in range(2):
        per = per_what(t, found.last, g, found.unit.dimension == "money")
        if per is None:
            break
        name, last, unit = per
        factor = None
        family = found.unit.family
        if found.unit.factor is not None and unit is not None and unit.factor is not None:
            factor = _WIDE.divide(found.unit.factor, unit.factor)
            family = f"{found.unit.dimension}{family}/{unit.dimension}"
        dimension = "rate"
        if found.unit.dimension == "length" and unit is not None and unit.dimension == "duration":
            dimension, family = "speed", ""
            factor = None if factor is None else _WIDE.multiply(factor, _HOUR)
        made = Unit(f"{found.unit.name} per {name}", dimension, factor, family=family)
        found = Measured(g.named.get(made.name, made), last)
    return found


def per_what(
    t: Tokens, j: int, g: UnitWords, money: bool = False
) -> tuple[str, int, Unit | None] | None:
    """What a rate at token `j` is per: its name, the token after it, its unit if it is one."""
    word, gap = t.words[j], t.gaps[j]
    if gap == "/":
        unit = g.symbols.get(t.written(j)) or g.short.get(t.written(j))
        if unit is None:
            named = _words(t, j, g)
            return None if named is None else (named.unit.name, named.last, named.unit)
        raised = _raised(t, j, unit, g)
        return raised.unit.name, raised.last, raised.unit
    if not t.joined(j) and not (t.gaps[j] == ". " and t.words[j - 1] == "u.s"):
        return None
    if word in g.per:
        return _per(t, j + 1, g)
    if word in g.per_article and t.spaced(j) and t.spaced(j + 1):
        named = _words(t, j + 1, g)
        if named is not None and _divides(t, named, word):
            return named.unit.name, named.last, named.unit
        if money and t.words[j + 1] in g.per_nouns:
            return t.words[j + 1], j + 2, None
    return None


def _divides(t: Tokens, named: Measured, article: str) -> bool:
    """Whether "a year" after a unit makes it a rate: not "a year ago", "a year earlier"."""
    if t.words[named.last] in (
        "ago",
        "earlier",
        "later",
        "before",
        "after",
        "and",
        "or",
        "in",
        "from",
        "old",
    ):
        return t.words[named.last] in ("and", "or", "in", "from", "before") and article != "another"
    return named.unit.dimension in ("duration", "mass", "volume", "length", "area")


def _per(t: Tokens, j: int, g: UnitWords) -> tuple[str, int, Unit | None] | None:
    if not t.joined(j):
        return None
    count = ""
    if is_digits(t.words[j]):
        count = t.words[j].replace(",", "") + " "
        j += 1
    if t.words[j] in ("hundred", "thousand", "million", "billion") and t.joined(j):
        count += t.words[j] + " "
        j += 1
    named = _words(t, j, g) if t.joined(j) else None
    if named is None and t.joined(j) and t.written(j) in g.symbols:
        named = _raised(t, j, g.symbols[t.written(j)], g)
    if named is not None:
        return count + named.unit.name, named.last, named.unit if not count else None
    if count and not (t.joined(j) and t.words[j].isalpha()):
        return count.strip(), j, None
    if t.words[j].isalpha() and t.joined(j):
        return count + t.words[j], j + 1, None
    return None
