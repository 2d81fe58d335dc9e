"""What a writer of rules reads when something is wrong, to the letter."""

from pathlib import Path
from textwrap import dedent

import pytest

from xref import __version__
from xref.rules import RuleErrors, load

ERRORS = Path(__file__).with_name("error_texts.txt")


def cases() -> list[tuple[str, str, str]]:
    """(name, the file, what is told of it) of each case in the text file beside this one."""
    out = []
    for part in ERRORS.read_text(encoding="utf-8").split("\n=== ")[1:]:
        name, rest = part.split("\n", 1)
        source, told = rest.split("\n+++\n")
        out.append((name, source + "\n", told.strip("\n")))
    return out


def told_of(source: str, folder: Path) -> str:
    file = folder / "mine.yaml"
    file.write_text(source, encoding="utf-8")
    with pytest.raises(RuleErrors) as caught:
        load([file])
    return str(caught.value).replace(str(file), "mine.yaml").replace(__version__, "VERSION")


@pytest.mark.parametrize(("source", "told"), [pytest.param(s, t, id=n) for n, s, t in cases()])
def test_error_text(source: str, told: str, tmp_path: Path) -> None:
    assert told_of(source, tmp_path) == told


def test_all_errors_come_at_once_in_the_order_of_lines(tmp_path: Path) -> None:
    source = dedent("""\
        xref: 1
        rules:
        - id: first
          type: claims
          select: {}
          report: info
        - id: second
          type: claim
          select: {kind: quantty}
          report: warning
        - id: third
          type: claim
          select: {}
          report: {level: loud}
        """)
    told = told_of(source, tmp_path)
    lines = [line for line in told.splitlines() if line.startswith("mine.yaml:")]
    assert [line.split(": ", 1)[0] for line in lines] == [
        "mine.yaml:4:9",
        "mine.yaml:9:18",
        "mine.yaml:14:19",
    ]


def test_a_long_line_is_cut_around_the_wrong_word(tmp_path: Path) -> None:
    file = tmp_path / "long.yaml"
    about = "x" * 300
    file.write_text(
        f"xref: 1\nrules: [{{id: a, type: claim, title: {about}, selekt: {{}}, about: {about}}}]\n"
    )
    with pytest.raises(RuleErrors) as caught:
        load([file])
    wrong = next(e for e in caught.value.errors if "selekt" in e.message)
    _, excerpt, caret, *_ = wrong.told(60).splitlines()
    assert excerpt[caret.index("^") : caret.rindex("^") + 1] == "selekt"
    assert max(len(excerpt), len(caret)) <= 60
    assert excerpt.count("…") == 2


def test_caret_stands_under_the_wrong_word_behind_tabs_and_accents(tmp_path: Path) -> None:
    source = (
        'xref: 1\nrules:\n- {id: a, title: "Zürich\tüber", type: claim, selekt: {}, report: info}\n'
    )
    told = told_of(source, tmp_path).splitlines()
    excerpt, caret = told[1], told[2]
    assert excerpt[caret.index("^") : caret.rindex("^") + 1] == "selekt"


def test_every_file_of_a_folder_is_read_before_anything_is_told(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yml"):
        (tmp_path / name).write_text("xref: 1\nrules: []\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a rule file", encoding="utf-8")
    with pytest.raises(RuleErrors) as caught:
        load([tmp_path])
    assert [Path(error.mark.file).name for error in caught.value.errors] == ["a.yaml", "b.yml"]
