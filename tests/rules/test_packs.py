"""Where packs are found, and the shape of the default pack."""

import zipfile
from pathlib import Path

import pytest

from xref import pipeline, ruletests
from xref.rules import RuleErrors, RuleSet, default_packs, load
from xref.rules.models import CompareRule
from xref.rules.packs import files_of, named, names

HOME = Path(__file__).parents[2] / "rules"


@pytest.fixture(scope="module")
def pack() -> RuleSet:
    return load(default_packs())


def test_a_pack_inside_an_archive_is_read_as_one_on_disk(pack: RuleSet, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "wheel.zip", "w") as archive:
        for file in files_of([HOME]):
            archive.writestr(f"xref/packs/{file.name}", file.read_bytes())
    packed = zipfile.Path(tmp_path / "wheel.zip", "xref/packs/")
    assert load([packed / "default.yaml"]).rules == pack.rules


@pytest.mark.parametrize("name", ["gone.yaml", "gone"])
def test_a_pack_that_is_not_there_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(RuleErrors, match="there is no such file or folder"):
        load([tmp_path / name])


def test_a_folder_without_rule_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleErrors, match="no rule file in this folder"):
        load([tmp_path])


@pytest.mark.parametrize("content", [b"\xff\xfe", "title: Zürich".encode("latin-1")])
def test_what_is_not_utf_8_is_told(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"xref: 1\n" + content)
    with pytest.raises(RuleErrors, match=r"a\.yaml:2:1: this is not UTF-8"):
        load([tmp_path / "a.yaml"])


def test_a_byte_order_mark_is_no_part_of_the_file(tmp_path: Path) -> None:
    text = "\ufeffxref: 1\nrules:\n- {id: a, type: claim, select: {kind: date}, report: info}\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    assert len(load([tmp_path / "a.yaml"]).rules) == 1


def test_every_rule_tells_what_it_is_for(pack: RuleSet) -> None:
    for rule in pack.rules:
        assert rule.title, rule.id
        assert rule.about, rule.id
        assert rule.tests, rule.id
        assert any(test.expect for test in rule.tests), rule.id


def test_what_explains_itself_is_never_more_than_information(pack: RuleSet) -> None:
    innocent = {"agree", "compatible", "update", "correction", "scope", "attributed"} | {
        "verbatim",
        "typography",
        "excerpt",
        "paraphrase",
    }
    for rule in pack.rules:
        if isinstance(rule, CompareRule):
            levels = {line.level for relation, line in rule.report.items() if relation in innocent}
            assert levels <= {"info"}, rule.id


def test_errors_are_kept_for_plain_contradictions(pack: RuleSet) -> None:
    loud = {
        relation
        for rule in pack.rules
        if isinstance(rule, CompareRule)
        for relation, line in rule.report.items()
        if line.level == "error"
    }
    assert loud == {"conflict", "altered", "reassigned"}


def test_packs_that_extend_each_other_in_a_circle_are_refused(tmp_path: Path) -> None:
    rule = "rules: [{id: %s, type: claim, select: {kind: date}, report: info}]\n"
    for name, other in (("a", "b"), ("b", "c"), ("c", "a")):
        text = f"xref: 1\nextends: {other}.yaml\n" + rule % name
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleErrors) as caught:
        load([tmp_path / "a.yaml"])
    (error,) = caught.value.errors
    assert error.message == (
        "the packs extend each other in a circle: a.yaml → b.yaml → c.yaml → a.yaml"
    )
    assert (Path(error.mark.file).name, error.mark.line) == ("c.yaml", 2)


def test_a_pack_that_two_packs_stand_on_is_no_circle(tmp_path: Path) -> None:
    rule = "rules: [{id: %s, type: claim, select: {kind: date}, report: info}]\n"
    heads = {"base": "", "one": "extends: base.yaml\n", "two": "extends: [base.yaml, one.yaml]\n"}
    for name, head in heads.items():
        (tmp_path / f"{name}.yaml").write_text(f"xref: 1\n{head}" + rule % name, encoding="utf-8")
    assert len(load([tmp_path / "two.yaml"]).rules) == 3


@pytest.mark.parametrize("name", names())
def test_every_pack_that_has_a_name_loads_and_passes_its_tests(name: str) -> None:
    found = load(named(name))
    assert found.rules
    if name in ("sports", "markets"):
        results = ruletests.run(found, pipeline.run)
        assert all(result.good for result in results), ruletests.told(results)


def test_the_packs_that_are_asked_for_are_there() -> None:
    assert {"default", "strict", "casualties", "quotes", "sports", "markets"} <= set(names())
    assert named("Default") == named("../rules") == named("no-such-pack") == ()


def test_the_default_pack_is_every_part_of_it(pack: RuleSet) -> None:
    """Each file beside it is a pack of its own, and the default is all of them."""
    parts = [file for file in files_of([HOME]) if file.name != "default.yaml"]
    alone = {file.name: load([file]) for file in parts}
    assert all(named(file.name.removesuffix(".yaml")) == (file,) for file in parts)
    assert {rule.id for found in alone.values() for rule in found.rules} == {
        rule.id for rule in pack.rules
    }
    assert load([HOME]).rules == pack.rules


def test_a_strict_desk_lets_nothing_pass() -> None:
    default, strict = load(default_packs()), load(named("strict"))
    assert [rule.id for rule in strict.rules] == [rule.id for rule in default.rules]
    money, share = strict.rule("money"), strict.rule("percentage")
    assert isinstance(money, CompareRule) and isinstance(share, CompareRule)
    assert share.report["conflict"].level == "error"


def test_a_pack_may_extend_one_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    rule = "- {id: a, type: claim, select: {kind: date}, report: info}"
    file.write_text(f"xref: 1\nextends: [sports, markets]\nrules:\n{rule}\n", encoding="utf-8")
    assert {"a", "match-score", "share-price"} <= {each.id for each in load([file]).rules}
