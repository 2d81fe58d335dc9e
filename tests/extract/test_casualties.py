"""What befell counted people: the corpus, the lexicon's own examples, totals that were added up."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.extract.reading import claims
from xref.lexicon import table
from xref.model.claim import Quantity

CORPUS = yaml.safe_load(
    (Path(__file__).parents[1] / "corpus" / "casualties.yaml").read_text(encoding="utf-8")
)


def fates(text: str, **record: str) -> dict[str, list[int | None]]:
    """The numbers of people by what befell them, those of a named part left out."""
    found: dict[str, list[int | None]] = {}
    for claim in sorted(claims(text, **record), key=lambda c: c.span):
        value = claim.value
        if isinstance(value, Quantity) and (value.measure or "").startswith("people."):
            assert value.measure is not None
            if value.scope.subset is None:
                nominal = value.amount.nominal
                number = None if nominal is None else int(nominal)
                found.setdefault(value.measure.removeprefix("people."), []).append(number)
    return found


def told(case: dict[str, Any]) -> dict[str, list[int | None]]:
    return {fate: n for fate, n in case.items() if fate not in ("of", "text", "title")}


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case.get("of") or case["title"])
def test_corpus(case: dict[str, Any]):
    if "title" in case:
        found = fates("The council met on Monday to look at the matter.", title=case["title"])
    else:
        found = fates(case["of"])
    assert found == {fate: numbers for fate, numbers in told(case).items() if numbers}


@pytest.mark.parametrize("case", table("casualties")["examples"], ids=lambda case: case["text"])
def test_lexicon_example(case: dict[str, Any]):
    found = fates(case["text"])
    assert found == {fate: numbers for fate, numbers in told(case).items() if numbers}
