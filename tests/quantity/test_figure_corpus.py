"""The phrase corpus of figures: every phrase yields exactly the figures that stand beside it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from xref.quantity import Figure, clock, parse
from xref.quantity.tokens import Tokens

CORPUS = Path(__file__).parent.parent / "corpus"
PHRASES = [
    pytest.param(phrase, id=phrase["text"])
    for file in sorted(CORPUS.glob("quantity_*.yaml"))
    for phrase in yaml.safe_load(file.read_text("utf-8"))
]

ARTICLES = [
    pytest.param(article, id=article["text"])
    for article in yaml.safe_load((CORPUS / "figures_in_articles.yaml").read_text("utf-8"))
]


def told(figure: Figure, text: str) -> dict[str, Any]:
    """A figure in the corpus's words: what is not the default."""
    amount = figure.amount
    facts: dict[str, Any] = {
        "text": figure.span.of(text),
        "number": None if figure.number_span == figure.span else figure.number_span.of(text),
        "value": None if amount.nominal is None else number(amount.nominal),
        "low": None if amount.nominal is not None else number(amount.low),
        "high": None if amount.nominal is not None else number(amount.high),
        "bound": None if amount.bound == "exact" else str(amount.bound),
        "unit": amount.unit.name if amount.unit else None,
        "dimension": None if figure.dimension == "count" else figure.dimension,
        "modifiers": list(figure.modifiers) or None,
        "counted": figure.counted,
        "mode": None if figure.mode == "level" else str(figure.mode),
        "trend": figure.trend,
        "of": str(figure.of) if figure.of else None,
        "parts": [number(part) for part in figure.parts] or None,
        "pair": ("later" if figure.pair.later else "earlier") if figure.pair else None,
    }
    if figure.also is not None and figure.also.unit is not None:
        facts["also"] = {"value": number(figure.also.nominal), "unit": figure.also.unit.name}
    return {key: value for key, value in facts.items() if value is not None}


def number(value: Any) -> float:
    return round(float(value), 12)


def expected(figure: dict[str, Any]) -> dict[str, Any]:
    numbers = {
        key: number(figure[key]) for key in ("value", "low", "high") if figure.get(key) is not None
    }
    also = figure.get("also")
    if also is not None:
        numbers["also"] = also | {"value": number(also["value"])}
    return figure | numbers


@pytest.mark.parametrize("phrase", [*PHRASES, *ARTICLES])
def test_a_phrase_yields_its_figures(phrase: dict[str, Any]) -> None:
    text = phrase["text"]
    assert [told(f, text) for f in parse(text)] == [expected(f) for f in phrase["figures"]]


def test_the_corpus_is_broad() -> None:
    texts = [phrase.values[0]["text"] for phrase in PHRASES]
    empty = [phrase for phrase in PHRASES if not phrase.values[0]["figures"]]
    assert len(set(texts)) == len(texts) >= 400
    assert len(empty) >= 80


def test_figures_do_not_change_with_what_stands_around_them() -> None:
    """Two phrases of one text yield what they yield alone, at their own offsets.

    But for those that show how their article writes its times.
    """
    texts = [phrase.values[0]["text"] for phrase in PHRASES]
    phrases = [text for text in texts if not clock.shown(Tokens(text))]
    text = "\n\n".join(phrases)
    joint = [(f.span, told(f, text)) for f in parse(text)]
    apart = []
    start = 0
    for phrase in phrases:
        for figure in parse(phrase):
            moved = (figure.span.start + start, figure.span.end + start)
            apart.append((moved, told(figure, phrase)))
        start += len(phrase) + 2
    assert joint == apart
