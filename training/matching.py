"""The weights of the matcher: `python -m training.matching PAIRS...` fits them and writes the lexicon.

PAIRS are files of labelled stories (see `training.labels`). Every pair of entries that the matcher
would compare becomes a row of levels. The weights are those under which the matcher's own
probabilities, rivals counted in, are likeliest given the labels: a logistic regression whose odds
share one denominator among rivals. Weights are drawn to nought by as much as `SMOOTHING` (a
Gaussian prior), ladders that only rise are held to rise, and all are rounded to tenths of a bit.
The report tells what was held out: each story is judged by weights that never saw it.
"""

import argparse
import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml
from scipy.optimize import minimize

from training.labels import Label, Story, stories
from xref import pipeline
from xref.compare import Beside, Reading, relate
from xref.extract import compile_grammars, compile_records
from xref.lexicon import table
from xref.link.cells import reading_of_entry
from xref.link.match.candidates import candidates
from xref.link.match.entries import Entry
from xref.link.match.fields import FIELDS
from xref.link.match.rarity import Rarity, heard
from xref.link.match.score import told as compared
from xref.link.questions import measure_of
from xref.link.told import told
from xref.model.claim import Quantity
from xref.model.relation import Kind
from xref.read import grammar

TARGET = Path(__file__).parents[1] / "xref" / "lexicon" / "en" / "matching.yaml"
SMOOTHING = 2.0
FOLDS = 10
RISING: Mapping[str, Sequence[str]] = {
    "near": ("none", "a few", "some", "many", "most", "nearly all"),
    "sentence": ("none", "a few", "some", "many", "most", "nearly all"),
    "context": ("none", "a few", "some", "many", "most", "nearly all"),
    "order": ("very far", "far", "some way", "near"),
    "place": ("neither leads", "one leads", "both lead"),
}
"""Ladders whose weights never fall from one level to the next."""
AGREEING = frozenset(
    {
        *(
            ("counted", f"{level}, {rare}")
            for level in ("same", "kin")
            for rare in ("common", "rare")
        ),
        ("measure", "same"),
        ("names", "shared, close"),
        ("names", "shared"),
        ("whose", "same"),
        ("where", "same"),
        ("weekday", "same"),
        ("occasion", "same"),
    }
)
"""Levels at which two records agree: they never speak against one thing."""
EXPLAINED = (Kind.UPDATE, Kind.CORRECTION, Kind.SCOPE, Kind.ATTRIBUTED, Kind.DENIAL)
"""The relations whose words explain why two values differ."""
_LN2 = math.log(2)

Array = npt.NDArray[np.float64]
Levels = Mapping[str, str]


@dataclass
class Row:
    """One pair of entries: its story, its two entries, its levels by mentions, its label.

    `relation` is how two values that differ would relate, as far as words show it.
    """

    story: str
    kind: str
    row: tuple[str, str, int]
    column: tuple[str, str, int]
    levels: list[Levels]
    same: bool
    listed: bool
    equal: bool
    relation: str = ""
    best: int = field(default=0)


def rows(labelled: Sequence[Story]) -> list[Row]:
    """The rows of all stories; pairs that nobody judged are left out."""
    words = pipeline.Words(grammar(table), compile_grammars(table), compile_records(table), {})
    out: list[Row] = []
    for story in labelled:
        found: dict[str, list[Entry]] = {}
        readings: dict[str, list[Reading]] = {}
        for item in pipeline.extracted(story.articles, words):
            if isinstance(item, pipeline.Extracted):
                id_, beside = item.article.id, Beside(item.claims)
                recorded = words.recording(item.article, item.claims)
                found[id_], _ = told(item.article, item.claims, recorded)
                readings[id_] = [reading_of_entry(item.article, e, beside) for e in found[id_]]
        out.extend(_related(_rows(story, found), readings))
    return out


def _related(found: Sequence[Row], readings: Mapping[str, Sequence[Reading]]) -> Sequence[Row]:
    for r in found:
        if not r.equal:
            one, two = readings[r.row[0]][r.row[2]], readings[r.column[1]][r.column[2]]
            relation = relate(one, two)
            r.relation = relation.kind.value if relation.firm else ""
    return found


def _rows(story: Story, found: Mapping[str, list[Entry]]) -> list[Row]:
    words = {id_: heard(s for e in mine for s in e.mentions) for id_, mine in found.items()}
    out: list[Row] = []
    for (a, b), pairs in sorted(candidates(found).items()):
        rarity = Rarity(words[a], words[b])
        for i, j in sorted(pairs):
            one, two = found[a][i], found[b][j]
            judged = _judged(story.labels, one, two)
            levels = [
                {name: level for name, f in FIELDS.items() if (level := f(x, y, rarity))}
                for x in compared(one)
                for y in compared(two)
            ]
            equal = levels[0]["value"].startswith(("equal", "one number"))
            out.append(
                Row(
                    story.id,
                    one.side.kind,
                    (a, b, i),
                    (a, b, j),
                    levels,
                    judged is True,
                    judged is not None,
                    equal,
                )
            )
    taken = {key for r in out if r.same for key in (("r", r.row), ("c", r.column))}

    def kept(r: Row) -> bool:
        if r.kind in story.complete or r.listed:
            return True
        rival = ("r", r.row) in taken or ("c", r.column) in taken
        return rival or (bool(story.complete) and not r.equal)

    return _settled([r for r in out if kept(r)])


def _settled(found: Sequence[Row]) -> list[Row]:
    """The rows without those that a better one makes needless.

    An article's two entries for one thing ("dozens", later "46") can not both be its answer: the
    pair whose values lie nearest stands for the others.
    """
    taken: set[tuple[str, tuple[str, str, int]]] = set()
    left: set[int] = set()
    for r in sorted((r for r in found if r.same), key=lambda r: (not r.equal, r.row, r.column)):
        keys = {("r", r.row), ("c", r.column)}
        if taken & keys:
            left.add(id(r))
        taken |= keys
    return [r for r in found if id(r) not in left]


def _judged(labels: Sequence[Label], one: Entry, two: Entry) -> bool | None:
    """What the labels say of two entries: one thing, two, or nothing."""
    found: bool | None = None
    for label in labels:
        for a, b in ((label.a, label.b), (label.b, label.a)):
            if _holds(one, a, label.measure) and _holds(two, b, label.measure):
                if label.same:
                    return True
                found = False
    return found


def _holds(entry: Entry, places: Sequence[tuple[str, str, int, int]], measure: str | None) -> bool:
    value = entry.side.claim.value
    if measure and not (isinstance(value, Quantity) and measure_of(value) == measure):
        return False
    return any(
        s.claim.article == article
        and s.claim.field == part
        and s.claim.span.start < end
        and start < s.claim.span.end
        for s in (*entry.mentions, *entry.others)
        for article, part, start, end in places
    )


class Fitted:
    """Weights in bits, by field and level; the key ("", "") is the prior."""

    def __init__(self, bits: Mapping[tuple[str, str], float]) -> None:
        self.bits = bits

    def of(self, levels: Levels) -> float:
        """The bits that levels add up to, the prior with them."""
        return self.bits["", ""] + sum(self.bits.get(item, 0.0) for item in levels.items())

    def rounded(self) -> "Fitted":
        """The same in tenths of a bit."""
        return Fitted({key: round(bits, 1) for key, bits in self.bits.items()})


def fitted(data: Sequence[Row], rounds: int = 3) -> Fitted:
    """The likeliest weights; the mentions that fit best speak for a pair, so these alternate."""
    for r in data:
        r.best = 0
    weights = Fitted({("", ""): 0.0})
    for _ in range(rounds):
        weights = _fit(data)
        for r in data:
            r.best = max(range(len(r.levels)), key=lambda k, r=r: weights.of(r.levels[k]))
    return weights


def _fit(data: Sequence[Row]) -> Fitted:
    names, steps = _columns(data)
    at = {name: k for k, name in enumerate(names)}
    x = np.zeros((len(data), len(names)))
    for n, r in enumerate(data):
        for item in r.levels[r.best].items():
            for name in steps.get(item, (item,)):
                x[n, at[name]] = 1.0
    y = np.array([r.same for r in data], dtype=float)
    row, column = _numbered([r.row for r in data]), _numbered([r.column for r in data])
    rising = {name for parts in steps.values() for name in parts[1:]}
    kept = rising | AGREEING
    bounds = [(None, None), *((0.0, None) if name in kept else (None, None) for name in names)]

    def loss(t: Array) -> tuple[float, Array]:
        p, odds, against = probabilities(t[0] + x @ t[1:], row, column)
        p = np.clip(p, 1e-9, 1 - 1e-9)
        value = -(y * np.log(p) + (1 - y) * np.log(1 - p)).sum()
        g = -(y / p) + (1 - y) / (1 - p)
        q = g * odds / against**2
        shared = np.bincount(row, q)[row] + np.bincount(column, q)[column] - q
        gradient = (g / against - shared) * odds
        slope = np.concatenate([[gradient.sum()], x.T @ gradient + SMOOTHING * t[1:]])
        return float(value + SMOOTHING / 2 * (t[1:] ** 2).sum()), slope

    start = np.zeros(len(names) + 1)
    start[0] = -3.0
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    raw = dict(zip(names, found[1:] / _LN2, strict=True))
    bits = {("", ""): float(found[0] / _LN2)}
    seen = {item for r in data for levels in r.levels for item in levels.items()}
    for item in sorted(seen):
        bits[item] = float(sum(raw.get(name, 0.0) for name in steps.get(item, (item,))))
    return Fitted(bits)


def _columns(
    data: Sequence[Row],
) -> tuple[list[tuple[str, str]], dict[tuple[str, str], tuple[tuple[str, str], ...]]]:
    """The columns of the regression; a level of a rising ladder is all steps up to it."""
    seen = sorted({item for r in data for levels in r.levels for item in levels.items()})
    steps: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    for name, ladder in RISING.items():
        known = [(name, level) for level in ladder if (name, level) in seen]
        for k, item in enumerate(known):
            steps[item] = tuple(known[: k + 1])
    return seen, steps


def _numbered(keys: Sequence[tuple[str, str, int]]) -> npt.NDArray[np.int64]:
    numbers: dict[tuple[str, str, int], int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys])


def probabilities(
    s: Array, row: npt.NDArray[np.int64], column: npt.NDArray[np.int64]
) -> tuple[Array, Array, Array]:
    """Probabilities, odds and what stands against them, of natural log odds `s`."""
    odds = np.exp(np.clip(s, -30, 30))
    against = 1 + np.bincount(row, odds)[row] + np.bincount(column, odds)[column] - odds
    return odds / against, odds, against


def judged(weights: Fitted, data: Sequence[Row]) -> Array:
    """The probability of each row."""
    s = np.array([max(map(weights.of, r.levels)) for r in data]) * _LN2
    row, column = _numbered([r.row for r in data]), _numbered([r.column for r in data])
    return probabilities(s, row, column)[0]


def held_out(data: Sequence[Row]) -> Array:
    """The probability of each row by weights that never saw its story."""
    names = sorted({r.story for r in data}, key=lambda s: hashlib.sha256(s.encode()).hexdigest())
    fold = {name: k % FOLDS for k, name in enumerate(names)}
    out = np.zeros(len(data))
    for k in range(FOLDS):
        rest = [r for r in data if fold[r.story] != k]
        mine = [n for n, r in enumerate(data) if fold[r.story] == k]
        if mine:
            out[mine] = judged(fitted(rest).rounded(), [data[n] for n in mine])
    return out


def report(data: Sequence[Row], p: Array) -> str:
    """Calibration and what would be found, as text."""
    y = np.array([r.same for r in data], dtype=float)
    lines = [
        f"{len(data)} pairs, {int(y.sum())} of one thing, {len({r.story for r in data})} stories"
    ]
    clipped = np.clip(p, 1e-6, 1 - 1e-6)
    loss = -(y * np.log2(clipped) + (1 - y) * np.log2(1 - clipped)).sum()
    lines.append(f"  {loss / max(1, y.sum()):.2f} bits of surprise for each true pair")
    for low, high in ((0.0, 0.05), (0.05, 0.2), (0.2, 0.5), (0.5, 0.75), (0.75, 0.9), (0.9, 1.01)):
        inside = (p >= low) & (p < high)
        if inside.any():
            lines.append(
                f"  {low:.2f}-{min(high, 1):.2f}: {inside.sum():6d} pairs, said {p[inside].mean():.2f}, true {y[inside].mean():.2f}"
            )
    for least in (0.5, 0.9):
        taken = p >= least
        lines.append(
            f"  at {least}: {int((taken & (y > 0)).sum())} of {int(y.sum())} found, {int(taken.sum())} joined"
        )
    return "\n".join(lines)


def explained(data: Sequence[Row], p: Array) -> dict[str, tuple[float, int, int]]:
    """What words weigh that explain why two values differ, by relation; then same and other.

    The shift in bits under which the pairs of a relation, judged by all else (`p`), are likeliest
    given their labels; drawn to nought as the other weights are.
    """
    out = {}
    for kind in EXPLAINED:
        mine = np.array([r.relation == kind.value for r in data])
        y = np.array([r.same for r in data], dtype=float)[mine]
        judged_ = np.clip(p[mine], 1e-6, 1 - 1e-6)
        s = np.log(judged_ / (1 - judged_))

        def loss(t: Array, s: Array = s, y: Array = y) -> float:
            z = s + t[0]
            return float((np.logaddexp(0.0, z) - y * z).sum() + SMOOTHING / 2 * t[0] ** 2)

        shift = minimize(loss, np.zeros(1)).x[0] / _LN2
        out[kind.value] = round(float(shift), 1) + 0.0, int(y.sum()), int(mine.sum() - y.sum())
    return out


def written(found: Mapping[str, tuple[Fitted, Sequence[Row], Array]], digest: str) -> str:
    """The lexicon file."""
    head = (
        "# What each level of each field of the matcher weighs, in bits: log2 of how much likelier it is of one\n"
        "# thing than of two. `same` and `other` count the pairs of one thing and of two in which it was seen.\n"
        "# `explained` are words that explain why two values differ, against none that do.\n"
        f"# Written by `python -m training.matching` from labelled stories (digest {digest}).\n"
    )
    out = [head]
    for kind, (weights, data, p) in found.items():
        count: Counter[tuple[str, str, bool]] = Counter()
        for r in data:
            count.update((*item, r.same) for item in r.levels[r.best].items())
        by_field: defaultdict[str, list[str]] = defaultdict(list)
        for name, level in weights.bits:
            if name:
                by_field[name].append(level)
        total = Counter(r.same for r in data)
        prior = f"{{bits: {weights.bits['', '']}, same: {total[True]}, other: {total[False]}}}"
        out.append(f"{kind}:\n  prior: {prior}\n  explained:\n")
        for relation, (bits, same, other) in explained(data, p).items():
            out.append(f"    {relation}: {{bits: {bits}, same: {same}, other: {other}}}\n")
        out.append("  fields:\n")
        for name in (n for n in FIELDS if n in by_field):
            out.append(f"    {name}:\n")
            for level in sorted(by_field[name], key=lambda x, n=name: -weights.bits[n, x]):
                seen = count[name, level, True], count[name, level, False]
                key = f'"{level}"' if "," in level else level
                out.append(
                    f"      {key}: {{bits: {weights.bits[name, level]}, same: {seen[0]}, other: {seen[1]}}}\n"
                )
    return "".join(out)


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pairs", nargs="+", type=Path, help="files of labelled stories")
    parser.add_argument("--output", type=Path, default=TARGET)
    options = parser.parse_args()
    data = rows(stories(options.pairs))
    found: dict[str, tuple[Fitted, Sequence[Row], Array]] = {}
    for kind in ("figure", "date"):
        mine = [r for r in data if r.kind == kind]
        p = held_out(mine)
        print(f"{kind}, held out by story: {report(mine, p)}")
        found[kind] = fitted(mine).rounded(), mine, p
    digest = hashlib.sha256(b"".join(p.read_bytes() for p in options.pairs)).hexdigest()[:12]
    text = written(found, digest)
    yaml.safe_load(text)
    options.output.write_text(text, encoding="utf-8")
    print(f"wrote {options.output}")


if __name__ == "__main__":
    main()
