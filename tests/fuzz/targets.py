"""What is fuzzed: every reader, the extraction, the rules and all other files that xref reads.

A target takes any bytes and ends, or raises what is told as a fault of the bytes. Anything else
that it raises is a fault of xref.
"""

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from tests.load.hostile import STORY, pdf
from tests.load.writing import WRITERS, warc
from xref import pipeline, rules
from xref.cli.settings import SettingsError, read_settings
from xref.load import FORMATS, load
from xref.load.formats import ALSO
from xref.load.inputs import FAULT
from xref.model.article import Document, Skipped
from xref.render import FORMATS as OUTPUTS
from xref.render import Options
from xref.rules import RuleErrors
from xref.rules.baseline import BaselineError, read_baseline
from xref.rules.ignores import load_ignores

ROOT = Path(__file__).parents[2]
FOLDER = tempfile.TemporaryDirectory(prefix="xref-fuzz-")
HOME = Path(FOLDER.name)
RULES = rules.load(rules.default_packs())
WORDS = pipeline.words(RULES)

MAIN_PART = "word/document.xml"

Target = Callable[[bytes], object]


def _file(suffix: str, raw: bytes) -> Path:
    file = HOME / f"input{suffix}"
    file.write_bytes(raw)
    return file


def reader(suffix: str, raw: bytes) -> None:
    """A file of a format: each text is a document, all else is told."""
    for found in load([str(_file(suffix, raw))]):
        told = found.reason if isinstance(found, Skipped) else found.text
        assert told and not told.startswith(FAULT), told
        found.path.encode()
        if isinstance(found, Document):
            found.text.encode()


def word_document(raw: bytes) -> None:
    """The main part of a Word document, in a file that is otherwise whole."""
    reader(".docx", _with_main_part(raw))


def _with_main_part(raw: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_written()[".docx"][0])) as whole,
        zipfile.ZipFile(out, "w") as packed,
    ):
        for name in whole.namelist():
            packed.writestr(name, raw if name == MAIN_PART else whole.read(name))
    return out.getvalue()


def extraction(raw: bytes) -> None:
    """An article: every span's text is the text at that span."""
    document = Document(id="a", path="a", text=raw.decode(errors="replace"), language="en")
    for found in pipeline.extracted([document], WORDS):
        if isinstance(found, Skipped):
            continue
        for claim in found.claims:
            text = found.article.part(claim.field)
            assert 0 <= claim.span.start < claim.span.end <= len(text)
            assert claim.sentence.start <= claim.span.start


def whole_run(raw: bytes) -> None:
    """Two articles of one story, compared, judged and written in every format."""
    text = raw.decode(errors="replace")
    one, _, other = text.partition("\x1e")
    documents = [
        Document(id=id_, path=id_, text=each, language="en", outlet=id_, story="s")
        for id_, each in (("a", one), ("b", other or one))
    ]
    report = pipeline.run(documents, RULES, WORDS)
    for each in OUTPUTS.values():
        each.render(report, Options()).encode()


def rule_file(raw: bytes) -> None:
    """A rule file: rules, or errors with their places."""
    try:
        rules.load([_file(".yaml", raw)])
    except RuleErrors as errors:
        assert errors.told(100)


def suppressions(raw: bytes) -> None:
    """A list of suppressions."""
    try:
        load_ignores(_file(".yaml", raw))
    except RuleErrors as errors:
        assert errors.told(100)


def baseline(raw: bytes) -> None:
    """A baseline: what was read is written as it was."""
    try:
        read = read_baseline(raw.decode(errors="replace"))
    except BaselineError as error:
        assert str(error)
    else:
        assert read_baseline(read.text()) == read


def settings(raw: bytes) -> None:
    """A file of settings."""
    try:
        read_settings(_file(".toml", raw))
    except SettingsError as error:
        assert str(error)


TARGETS: dict[str, Target] = {
    **{f"read {suffix}": partial(reader, suffix) for suffix in FORMATS},
    "word document": word_document,
    "extract": extraction,
    "run": whole_run,
    "rules": rule_file,
    "suppressions": suppressions,
    "baseline": baseline,
    "settings": settings,
}


@cache
def _written() -> dict[str, list[bytes]]:
    """A story in every format, as the users of each write it, by extension."""
    files = {".pdf": [pdf([STORY.title, *STORY.paragraphs])], ".warc": [warc([STORY])]}
    with tempfile.TemporaryDirectory() as folder:
        for name, writer in WRITERS.items():
            home = Path(folder) / name
            home.mkdir()
            writer([STORY], home)
            for file in sorted(home.iterdir()):
                suffix = ALSO.get(file.suffix, file.suffix)
                files.setdefault(suffix, []).append(file.read_bytes())
    return files


def seeds(name: str) -> Iterator[bytes]:
    """Samples that a target starts from."""
    articles = [f for f in sorted((ROOT / "inputs").rglob("*")) if f.suffix in FORMATS]
    if name.startswith("read "):
        suffix = name.removeprefix("read ")
        yield from (f.read_bytes() for f in articles if f.suffix == suffix)
        yield from _written().get(suffix, [])
        yield b'{"id": "a", "text": "At least 5 people died.", "published": "2025-05-06"}\n'
        yield b"---\noutlet: Tarn Echo\n---\nAt least 5 people died.\n"
    elif name == "word document":
        with zipfile.ZipFile(io.BytesIO(_written()[".docx"][0])) as whole:
            yield whole.read(MAIN_PART)
    elif name in ("extract", "run"):
        bodies = [f.read_bytes() for f in articles if f.suffix in (".txt", ".md")]
        yield from bodies
        yield b"\x1e".join(bodies[:2])
    elif name == "rules":
        yield from (f.read_bytes() for f in sorted((ROOT / "rules").glob("*.yaml")))
    elif name == "suppressions":
        yield b"xref: 1\nignore:\n- fingerprint: 0123456789abcdef\n  reason: x\n  until: 2030-01-01\n"
        yield b"xref: 1\nignore:\n- {rule: death-toll, article: a, reason: x}\n"
    elif name == "baseline":
        yield (
            b'{"schema": "xref.baseline/2", "findings": [\n  {"fingerprint": "a", "rule": "b", '
            b'"level": "error", "articles": ["x"], "outlets": ["y"], "message": "m"}\n]}\n'
        )
    elif name == "settings":
        yield b'rules = ["default"]\nbaseline = "b.json"\nignore = "i.yaml"\nfail_on = "error"\n'
