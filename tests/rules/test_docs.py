"""docs/rules.md names every key and every word of the language, and its examples are valid."""

import re
from pathlib import Path

import pytest
import yaml

from xref import pipeline, ruletests
from xref.rules import load
from xref.rules import vocabulary as vocab
from xref.rules.ignores import load_ignores
from xref.rules.models import (
    MODELS,
    Compare,
    Group,
    Measure,
    Reckoning,
    Require,
    Select,
    Tolerance,
    Total,
)
from xref.rules.samples import Expected, RuleTest, Sample
from xref.rules.template import PLACEHOLDERS

TEXT = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", TEXT, re.S)


def keys() -> set[str]:
    models = (
        *MODELS.values(),
        Select,
        Group,
        Compare,
        Reckoning,
        Tolerance,
        Total,
        Require,
        RuleTest,
        Sample,
        Expected,
        Measure,
    )
    return {field.alias or name for model in models for name, field in model.model_fields.items()}


@pytest.mark.parametrize("key", sorted(keys()))
def test_every_key_is_told(key: str) -> None:
    assert re.search(rf"`[^`]*\b{key}\b[^`]*`", TEXT), key


WORDS = sorted(
    {
        *vocab.TYPES,
        *vocab.KINDS,
        *vocab.FIGURES,
        *vocab.WORDINGS,
        *vocab.TITLES,
        *vocab.SOURCES,
        *vocab.ZONES,
        *vocab.BOUNDS,
        *vocab.MODES,
        *vocab.QUOTES,
        *vocab.ACTS,
        *vocab.POLARITIES,
        *vocab.PRECISIONS,
        *vocab.CHANGES,
        *vocab.GROUP_KEYS,
        *vocab.LEVELS,
    }
)


@pytest.mark.parametrize("word", WORDS)
def test_every_word_of_a_closed_list_is_told(word: str) -> None:
    assert f"`{word}`" in TEXT


def test_every_placeholder_is_told() -> None:
    told = set(re.findall(r"\{([a-z.]+)\}", TEXT))
    for names in PLACEHOLDERS.values():
        assert {name for name in names if not name.startswith("b.")} <= told


def test_the_worked_example_and_the_overlay_load(tmp_path: Path) -> None:
    worked, tests, *_, overlay, ignores = BLOCKS
    for name, text in (("worked.yaml", worked + tests), ("overlay.yaml", overlay)):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        assert load([file]).rules
    file = tmp_path / "xref-ignore.yaml"
    file.write_text(ignores, encoding="utf-8")
    assert len(load_ignores(file).entries) == len(yaml.safe_load(ignores)["ignore"])


@pytest.mark.parametrize(
    "page", sorted((Path(__file__).parents[2] / "docs").rglob("*.md")), ids=lambda p: p.stem
)
def test_the_tests_in_every_rule_that_a_page_shows_pass(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for number, block in enumerate(re.findall(r"```yaml\n(.*?)```", text, re.S)):
        if not block.startswith("xref: 1\n") or "  tests:" not in block:
            continue
        file = tmp_path / f"{number}.yaml"
        file.write_text(block, encoding="utf-8")
        rules = load([file])
        shown = rules.only(*re.findall(r"^- id: (\S+)", block, re.MULTILINE))
        results = ruletests.run(shown, pipeline.run)
        assert all(result.good for result in results), ruletests.told(results)
