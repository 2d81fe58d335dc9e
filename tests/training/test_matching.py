"""The weights are fitted from labelled stories: on stories of the project's own, and read back."""

from pathlib import Path

import pytest
import yaml

from training.labels import stories
from training.matching import RISING, Row, fitted, judged, rows, written
from xref.link.match.weights import compile_weights

STORIES = Path(__file__).parents[2] / "training" / "stories"


@pytest.fixture(scope="module")
def figures() -> list[Row]:
    return [r for r in rows(stories([STORIES / "twins.yaml"])) if r.kind == "figure"]


def test_what_is_fitted_tells_the_pairs_of_one_thing_from_the_others(figures):
    p = judged(fitted(figures), figures)
    same = [x for x, r in zip(p, figures, strict=True) if r.same]
    other = [x for x, r in zip(p, figures, strict=True) if not r.same]
    assert sum(same) / len(same) > 0.5 > 0.1 > sum(other) / len(other)


def test_a_rising_ladder_never_falls(figures):
    bits = fitted(figures).bits
    for name, ladder in RISING.items():
        told = [bits[name, level] for level in ladder if (name, level) in bits]
        assert told == sorted(told)


def test_what_is_written_is_read_back(figures):
    weights = fitted(figures).rounded()
    judgement = weights, figures, judged(weights, figures)
    text = written({"figure": judgement, "date": judgement}, "digest")
    read = compile_weights(yaml.safe_load(text))["figure"]
    assert read.prior == weights.bits["", ""]
    assert all(read.of(name, level) == b for (name, level), b in weights.bits.items() if name)


def test_a_label_whose_words_stand_nowhere_is_an_error(tmp_path):
    story = {
        "id": "s",
        "published": {"a": "2031-01-01", "b": "2031-01-01"},
        "a": {"outlet": "A", "title": "T", "text": "Nine boats sank."},
        "b": {"outlet": "B", "title": "T", "text": "Nine boats sank."},
        "same": [{"a": "ten boats", "b": "Nine boats"}],
    }
    file = tmp_path / "s.yaml"
    file.write_text(yaml.safe_dump([story]), encoding="utf-8")
    with pytest.raises(ValueError, match=r"“ten boats” stands nowhere in s\.a"):
        stories([file])
