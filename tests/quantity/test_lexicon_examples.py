"""The examples in the lexicons of numbers are their tests."""

from typing import Any

import pytest

from xref.lexicon import table
from xref.quantity import dates, parse, resolve

FIGURES = ("numbers", "bounds", "units", "currencies", "ages", "counting", "changes")


def _examples(*names: str) -> list[Any]:
    return [
        pytest.param(example, id=f"{name}-{example['text']}")
        for name in names
        for example in table(name)["examples"]
    ]


@pytest.mark.parametrize("example", _examples(*FIGURES))
def test_an_example_reads_as_the_lexicon_says(example: dict[str, Any]) -> None:
    figure = parse(example["text"])[0]
    amount = figure.amount
    facts: dict[str, Any] = {
        "low": None if amount.low is None else round(float(amount.low), 12),
        "high": None if amount.high is None else round(float(amount.high), 12),
        "bound": str(amount.bound),
        "unit": amount.unit.name if amount.unit else None,
        "dimension": figure.dimension,
        "counted": figure.counted,
        "modifiers": list(figure.modifiers),
        "mode": str(figure.mode),
        "trend": figure.trend,
    }
    want = {key: value for key, value in example.items() if key != "text"}
    for key in ("low", "high"):
        if key in want:
            want[key] = round(float(want[key]), 12)
    assert {key: facts[key] for key in want} == want


@pytest.mark.parametrize("example", _examples("not_figures", "clock_times"))
def test_an_example_of_no_figure_yields_none(example: dict[str, Any]) -> None:
    assert len(parse(example["text"])) == example["figures"]


@pytest.mark.parametrize("example", _examples("calendar"))
def test_an_example_date_resolves_as_the_lexicon_says(example: dict[str, Any]) -> None:
    published = example.get("published")
    mention = dates(example["text"])[0]
    when = resolve(mention, None if published is None else (published, published))
    assert (when.earliest, when.latest) == (example["earliest"], example["latest"])
    assert when.precision == example["precision"]


@pytest.mark.parametrize("name", [*FIGURES, "not_figures", "clock_times", "calendar"])
def test_no_word_of_a_lexicon_became_a_truth_value(name: str) -> None:
    """YAML reads a bare "no" or "on" as a truth value; in a word list it must be quoted."""

    def bare(value: Any, path: str = name) -> list[str]:
        if isinstance(value, dict):
            keys = [f"{path}: {k}" for k in value if isinstance(k, bool)]
            return keys + [
                found
                for key, each in value.items()
                for found in bare(each, f"{path}/{key}")
                if key not in ("one", "invariable")
            ]
        if isinstance(value, list):
            return [found for each in value for found in bare(each, path)]
        return [path] if isinstance(value, bool) else []

    assert bare(table(name)) == []
