"""The phrase corpora of quoting: whose words, which of them, by which cue."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.speech.passages import Told, told
from xref.model.claim import Attribution, QuotationType
from xref.speech import Saying

CORPUS = Path(__file__).parent.parent / "corpus"
FILES = ("speech_marks", "speech_speakers", "speech_registers", "speech_clauses", "speech_terms")
QUOTED = (QuotationType.DIRECT, QuotationType.MIXED)


def _cases() -> list[Any]:
    cases = []
    for name in FILES:
        for number, case in enumerate(yaml.safe_load((CORPUS / f"{name}.yaml").read_text("utf-8"))):
            first = " ".join(case["text"].split())[:48]
            cases.append(pytest.param(case, id=f"{name.removeprefix('speech_')}-{number}-{first}"))
    return cases


def _attributed(attribution: Attribution, expected: dict[str, Any]) -> dict[str, Any]:
    """What an attribution says of the keys that a case expects."""
    speaker, cue, via = attribution.speaker, attribution.cue, attribution.via
    facts = {
        "by": speaker.text if speaker else None,
        "name": speaker.name if speaker else None,
        "role": speaker.role if speaker else None,
        "as": str(attribution.type),
        "cue": cue.text if cue else None,
        "via": via.text if via else None,
        "medium": attribution.medium,
        "addressee": attribution.addressee,
    }
    return {key: facts[key] for key in expected if key in facts}


def _check(passage: Told, saying: Saying, expected: dict[str, Any]) -> None:
    wanted = {
        k: v for k, v in expected.items() if k not in ("words", "content", "type", "edited", "of")
    }
    assert _attributed(saying.attribution, expected) == wanted
    if "type" in expected:
        assert saying.type == expected["type"]
    assert saying.edited == expected.get("edited", False)


@pytest.mark.parametrize("case", _cases())
def test_passage(case: dict[str, Any]) -> None:
    passage = told(case["text"].rstrip("\n"), case.get("title"))
    quoted = passage.of_type(*QUOTED)
    says = case.get("says", [])
    assert [passage.words(s) for s in quoted] == [e["words"] for e in says]
    for saying, expected in zip(quoted, says, strict=True):
        _check(passage, saying, expected)
    indirect = {passage.content(s): s for s in passage.of_type(QuotationType.INDIRECT)}
    for expected in case.get("reports", []):
        assert expected["content"].rstrip(".") in indirect, sorted(indirect)
        _check(passage, indirect[expected["content"].rstrip(".")], expected)
    in_title = {passage.content(s): s for s in passage.speech.sayings if s.field == "title"}
    for expected in case.get("titles", []):
        assert expected["content"] in in_title, sorted(in_title)
        _check(passage, in_title[expected["content"]], expected)
    terms = [w.rstrip(",.") for s in passage.of_type(QuotationType.TERM) for w in passage.words(s)]
    assert terms == case.get("terms", [])
    for expected in case.get("attributions", []):
        attribution = passage.behind(expected["of"])
        wanted = {k: v for k, v in expected.items() if k != "of"}
        assert _attributed(attribution, expected) == wanted
    names = {p.name for p in passage.speech.persons}
    assert set(case.get("persons", [])) <= names
