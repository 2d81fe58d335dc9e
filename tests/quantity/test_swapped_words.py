"""The reading of a figure hangs on no noun, unit or verb: others of the kind leave it as it is."""

from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.quantity.test_figure_corpus import told
from xref.quantity import parse

CORPUS = Path(__file__).parent.parent / "corpus"
NOUNS = ("lanterns", "otters", "gaskets")
UNITS = {
    "metres": "yards", "metre": "yard", "kilometres": "miles", "kilometre": "mile",
    "kilograms": "ounces", "tonnes": "kilograms", "litres": "gallons", "hectares": "acres",
    "dollars": "yen", "euros": "dollars", "hours": "minutes", "days": "weeks", "weeks": "days",
    "watts": "joules",
}  # fmt: skip
VERBS = {
    "rose": ("swelled", "mounted", "leapt"), "fell": ("sank", "slumped", "tumbled"),
    "climbed": ("rallied", "surged", "spiked"), "dropped": ("slid", "dipped", "plunged"),
    "grew": ("ballooned", "soared", "jumped"), "killed": ("maimed", "drowned", "buried"),
    "sold": ("shipped", "leased", "lent"), "has": ("owns", "keeps", "holds"),
    "cost": ("earned", "fetched", "brought"), "carried": ("moved", "hauled", "bore"),
    "counted": ("logged", "saw", "noted"), "found": ("traced", "met", "sighted"),
    "won": ("took", "earned", "clinched"), "lasted": ("ran", "went on", "endured"),
    "bought": ("ordered", "hired", "begged"), "received": ("got", "was sent", "drew"),
}  # fmt: skip
KEPT = 0.97


class Swap(NamedTuple):
    """A text of the corpus with one word replaced, and how its figures were told before."""

    text: str
    old: str
    new: str
    before: list[dict[str, Any]]

    @property
    def kept(self) -> bool:
        """Whether each figure still says as much, of the new word."""
        changed = self.text.replace(self.old, self.new)
        after = [told(f, changed) for f in parse(changed)]
        return [_numbers(f) for f in after] == [_numbers(f) for f in self.before]


def _numbers(figure: dict[str, Any]) -> dict[str, Any]:
    keys = ("value", "low", "high", "bound", "mode", "trend", "of", "parts", "pair")
    return {key: figure[key] for key in keys if key in figure}


def _swaps() -> list[Swap]:
    out = []
    for file in sorted(CORPUS.glob("quantity_*.yaml")):
        for phrase in yaml.safe_load(file.read_text("utf-8")):
            text = phrase["text"]
            figures = parse(text)
            before = [told(f, text) for f in figures]
            for figure in figures:
                head = figure.counted_text
                plural = head is not None and head.islower() and head.endswith("s")
                if head is not None and plural and figure.amount.unit is None:
                    out += [Swap(text, head, noun, before) for noun in NOUNS]
            words = set(text.rstrip(".").replace(",", "").split())
            out += [Swap(text, old, UNITS[old], before) for old in sorted(words & UNITS.keys())]
            for verb in sorted(words & VERBS.keys()):
                out += [Swap(text, f" {verb} ", f" {new} ", before) for new in VERBS[verb]]
    return out


def test_other_nouns_units_and_verbs_keep_the_reading() -> None:
    swaps = _swaps()
    lost = [f"{s.text} | {s.old} > {s.new}" for s in swaps if not s.kept]
    assert len(swaps) > 900
    assert len(lost) <= (1 - KEPT) * len(swaps), "\n".join(lost)
