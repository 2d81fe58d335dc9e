"""How far a hedged or a rounded figure reaches: `python -m training.rounding PAIRS...` fits it.

PAIRS are files of labelled stories (see `training.labels`) whose labels tell the relation. Two
figures of one thing that differ are either one number said more and less exactly (`agree`,
`compatible`), or two. Distances are told in octaves, each twice the one below; a limit is the end of
the last octave up from nought in which more pairs are one number than two.
"""

import argparse
import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import yaml

from training.labels import Place, stories
from xref import pipeline
from xref.compare.amounts import COUNTED, HEDGED, UNROUNDED
from xref.compare.units import Same, in_one_unit
from xref.extract import compile_grammars, compile_records
from xref.lexicon import table
from xref.model.amount import Bound
from xref.model.claim import Claim, Quantity
from xref.read import grammar

TARGET = Path(__file__).parents[1] / "xref" / "lexicon" / "en" / "rounding.yaml"
ONE_NUMBER = frozenset({"agree", "compatible"})
TWO_NUMBERS = frozenset({"conflict", "update", "correction", "attributed"})
OCTAVES = [2.0**k for k in range(-10, 6)]


class Apart(NamedTuple):
    """Two numbers of one thing: how far apart, in steps and as a share, and whether they are one."""

    steps: float
    share: float
    one: bool
    hedged: bool
    counted: bool


def apart(paths: Sequence[Path]) -> Iterator[Apart]:
    """The labelled pairs of figures that differ, the one or both hedged or written round."""
    words = pipeline.Words(grammar(table), compile_grammars(table), compile_records(table), {})
    for story in stories(list(paths)):
        claims: dict[str, Sequence[Claim]] = {
            item.article.id: item.claims
            for item in pipeline.extracted(story.articles, words)
            if isinstance(item, pipeline.Extracted)
        }
        for label in story.labels:
            if label.relation in ONE_NUMBER | TWO_NUMBERS:
                a, b = (_figure(claims, side) for side in (label.a, label.b))
                same = in_one_unit(a, b) if a and b else None
                if same is not None and (found := _apart(same, label.relation in ONE_NUMBER)):
                    yield found


def _figure(claims: dict[str, Sequence[Claim]], places: Sequence[Place]) -> Quantity | None:
    """The first figure that stands at one of some places."""
    for article, field, start, end in places:
        for claim in claims.get(article, ()):
            at = claim.field == field and claim.span.start < end and start < claim.span.end
            if at and isinstance(claim.value, Quantity):
                return claim.value
    return None


def _apart(same: Same, one: bool) -> Apart | None:
    a, b = same.a, same.b
    hedged = bool({a.bound, b.bound} & HEDGED)
    if not {a.bound, b.bound} <= HEDGED | {Bound.EXACT} or set(same.dimensions) & UNROUNDED:
        return None
    if a.nominal is None or b.nominal is None or a.nominal == b.nominal or a.unit != b.unit:
        return None
    gap = abs(a.nominal - b.nominal)
    loose = [x for x in (a, b) if x.bound in HEDGED] or [a, b]
    step = max(x.step or Decimal(0) for x in loose)
    share = gap / max(abs(a.nominal), abs(b.nominal))
    if not step or (not hedged and gap > step / 2):
        return None
    return Apart(float(gap / step), float(share), one, hedged, bool(set(same.dimensions) & COUNTED))


def fitted(data: Sequence[Apart]) -> dict[str, dict[str, float]]:
    """The limits, each with how many pairs of one number and of two it was fitted on."""
    hedged = [x for x in data if x.hedged]
    steps = limit((x.steps, x.one) for x in hedged)
    near = [x for x in hedged if x.steps < steps]
    share = limit((x.share, x.one) for x in near)
    out = {"hedged": {"steps": steps, "share": share, **_seen(hedged)}}
    for name, counted in (("counted", True), ("measured", False)):
        mine = [x for x in data if not x.hedged and x.counted is counted]
        out[name] = {"share": limit((x.share, x.one) for x in mine), **_seen(mine)}
    return out


def limit(told: Iterable[tuple[float, bool]]) -> float:
    """The end of the last octave, up from nought, in which more pairs are one number than two."""
    balance = [0] * len(OCTAVES)
    for distance, one in told:
        balance[min(bisect_right(OCTAVES, distance), len(OCTAVES) - 1)] += 1 if one else -1
    found = OCTAVES[0]
    for end, over in zip(OCTAVES, balance, strict=True):
        if over < 0:
            break
        found = end if over else found
    return found


def _seen(data: Sequence[Apart]) -> dict[str, int]:
    one = sum(x.one for x in data)
    return {"one": one, "two": len(data) - one}


def written(found: dict[str, dict[str, float]], digest: str) -> str:
    """The lexicon file."""
    head = (
        "# How far two figures of one thing can lie apart and still be one number. `hedged`: the one says\n"
        "# about so much, or nearly; `counted` and `measured`: the one rounds the other, of counts and money\n"
        "# and of what is measured. `steps` are places of the last digit said, `share` is a part of the\n"
        "# greater figure; `one` and `two` count the labelled pairs.\n"
        f"# Written by `python -m training.rounding` from labelled stories (digest {digest}).\n"
    )
    lines = (f"{k}: {{{', '.join(f'{n}: {v}' for n, v in x.items())}}}\n" for k, x in found.items())
    return head + "".join(lines)


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pairs", nargs="+", type=Path, help="files of labelled stories")
    parser.add_argument("--output", type=Path, default=TARGET)
    options = parser.parse_args()
    data = list(apart(options.pairs))
    found = fitted(data)
    digest = hashlib.sha256(b"".join(p.read_bytes() for p in options.pairs)).hexdigest()[:12]
    text = written(found, digest)
    print(yaml.safe_load(text))
    options.output.write_text(text, encoding="utf-8")
    print(f"wrote {options.output}")


if __name__ == "__main__":
    main()
