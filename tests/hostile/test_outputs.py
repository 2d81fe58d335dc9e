"""Whatever an article, a record, a file name or a rule brings stays words in every format."""

import csv
import io
import json
import os
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from tests.e2e.command import run
from tests.long import few
from xref import pipeline, rules
from xref.load import load
from xref.model.report import Report
from xref.render import FORMATS, Options

WORDS = {
    "HTML elements": ["<script>alert(1)</script>", "</style></title></svg><!--", "<img src=x onerror=alert(1)>"],
    "HTML attributes": ['"><b onmouseover=alert(1)>', "' onfocus=alert(1) x='", "` style=x"],
    "addresses": ["javascript:alert(1)", "data:text/html,<script>1</script>", "vbscript:x", "http://a.example/\" onclick=\"x", "//evil.example"],
    "templates": ["{{ 7*7 }}{% raw %}${x}", "{a.outlet.__class__}", "{0}{}%s%n"],
    "Markdown links, tables and mentions": ["[l](http://e.example) ![i](x)", "a|b\n|---|---|\n|c|d|", "@everyone #1 www.e.example", "# h\n\n- i\n\n```\nx\n```", "<http://e.example>", "[x]: http://e.example"],
    "spreadsheet formulas": ["=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1"],
    "GitHub commands": ["::error::x", "a%0A::warning::x", "a\n::set-output name=x::y", "a%0D%0A::add-mask::x", "title=a,file=b::"],
    "terminal escapes": ["\x1b[31mred\x1b]8;;http://x\x07", "\x9b2J", "\x1b]0;t\x07", "a\rb", "a\x08b"],
    "bidirectional controls": ["\u202egnp.exe\u2066", "\u200fa\u200eb\u061cc", "\u2068x\u2069"],
    "control characters and half surrogates": ["\x00\x01\x0b\x0c\x1f\x7f", "\x85\u2028\u2029", "\ufffe\uffff", "]]><![CDATA["],
}  # fmt: skip
CASES = {f"{what}-{at}": words for what, each in WORDS.items() for at, words in enumerate(each)}
FIRST = {f"{what}-0" for what in WORDS}
"""What stands for each kind in every run."""
RULES = rules.load(rules.default_packs())
LEXICONS = pipeline.words(RULES)
CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def record(words: str, id_: str, killed: int) -> dict[str, object]:
    """A record whose every field is `words`, with a figure, a quotation and its speaker."""
    return {
        "id": f"{words} {id_}",
        "title": words,
        "outlet": f"{words} {id_}",
        "author": words,
        "url": words,
        "published": "2025-05-06",
        "story": words,
        words: words,
        "text": (
            f"The ferry Calla sank off Port Ansel on Monday night. The coast guard said {killed} "
            f"people were killed, {words}.\n\n“Nobody on the bridge {words} saw the other ship,” "
            f"harbour master Ilse Garrow said.\n\n{words}\n"
        ),
    }


SAMPLE = Path(__file__).parents[2] / "inputs" / "flood"


def report_on(words: str, folder: Path) -> Report:
    """The report on two articles that clash, and a record that cannot be read."""
    lines = [record(words, "a", 14), record(words, "b", 41), {words: words}]
    (folder / "in.jsonl").write_text("".join(json.dumps(each) + "\n" for each in lines))
    report = pipeline.run(load([str(folder)]), RULES, LEXICONS)
    assert len(report.articles) == 2
    assert report.findings
    return report


class Reader(HTMLParser):
    """The tags and attributes of a page, and where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str | None] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value for name, value in attrs if name in ("href", "src")}


def markup(text: str) -> set[str]:
    """The kinds of Markdown that a text makes."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    inner = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *inner)}
    return kinds | {child.content for child in inner if child.type == "html_inline"}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every format of a report on harmless words; of pages all marks that a sample's page has, too."""
    report = report_on("harmless words", tmp_path_factory.mktemp("plain"))
    shown = {name: each.render(report, Options()) for name, each in FORMATS.items()}
    sample = pipeline.run(load([str(SAMPLE)]), RULES, LEXICONS)
    return shown | {"html": shown["html"] + FORMATS["html"].render(sample, Options())}


@pytest.mark.parametrize(
    "words",
    few(
        CASES,
        FIRST,
        {name: pytest.mark.hostile("outputs", name.rpartition("-")[0]) for name in CASES},
    ),
)
def test_words_stay_words(words: str, tmp_path: Path, plain: dict[str, str]) -> None:
    report = report_on(words, tmp_path)
    shown = {
        name: each.render(report, Options(root=str(tmp_path))) for name, each in FORMATS.items()
    }
    for text in shown.values():
        text.encode("utf-8")
    for name, text in shown.items():
        assert not CONTROLS.search(text.replace("\r\n", "\n")), name
    for name, text in shown.items():
        HOLDS[name](text, plain[name])
    messages = [
        each["message"]["text"] for each in json.loads(shown["sarif"])["runs"][0]["results"]
    ]
    assert messages
    for message in messages:
        assert not CONTROLS.search(message)
        assert not re.search(r"(?<!\\)\]\(", message)


OF_RULES = {
    name: words
    for name, words in CASES.items()
    if not name.startswith("control characters and half surrogates")
}
RULE = """xref: 1
rules:
- id: mine
  type: claim
  title: {words}
  about: {words}
  select: {{kind: quantity, measure: people.killed}}
  report: {{level: error, message: {message}}}
"""


@pytest.mark.hostile("outputs", "words of a rule")
@pytest.mark.parametrize("words", few(OF_RULES, FIRST & set(OF_RULES)))
def test_what_a_rule_says_stays_words(words: str, tmp_path: Path, plain: dict[str, str]) -> None:
    message = words.replace("{", "{{").replace("}", "}}")
    pack = tmp_path / "mine.yaml"
    pack.write_text(
        RULE.format(words=json.dumps(words), message=json.dumps(message)), encoding="utf-8"
    )
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(str(record("Calla", "a", 14)["text"]), encoding="utf-8")
    report = pipeline.run(load([str(tmp_path / "in")]), rules.load([pack]))
    assert [each.message for each in report.findings] == [words]
    shown = {name: each.render(report, Options()) for name, each in FORMATS.items()}
    _is_page(shown["html"], plain["html"])
    _is_github(shown["github"])
    ElementTree.fromstring(shown["junit"])
    for name in ("terminal", "summary", "text", "github", "junit", "sarif"):
        assert not CONTROLS.search(shown[name]), name


@pytest.mark.parametrize(
    "words",
    few(
        CASES | {"control characters and half surrogates-4": "\ud800 \udfff"},
        ["terminal escapes-0", "control characters and half surrogates-4", "HTML elements-0"],
    ),
)
@pytest.mark.hostile("outputs", "words of an earlier report")
def test_what_an_earlier_report_says_stays_words(
    words: str, tmp_path: Path, settled: dict[str, str]
) -> None:
    shown = told_of_earlier(words, tmp_path)
    for name, text in shown.items():
        assert not CONTROLS.search(text), name
    _is_page(shown[".html"], settled[".html"])
    _is_markdown(shown[".md"], settled[".md"])
    json.loads(shown[".json"])


def told_of_earlier(words: str, folder: Path) -> dict[str, str]:
    """What is written and printed where an earlier report has a finding that says `words`."""
    place = {"article": words}
    names = ("id", "rule", "level", "message", "fingerprint")
    old = dict.fromkeys(names, words) | {"primary": place, "related": [place]}
    report = {"schema": "xref.report/1", "findings": [old]}
    (folder / "old.json").write_text(json.dumps(report), encoding="utf-8")
    (folder / "in").mkdir()
    report_on("harmless words", folder / "in")
    options = ("--against", "old.json", "-o", "out", "-f", "html,md,json,terminal")
    done = run("report", "in", *options, cwd=folder)
    assert done.status == 0, done.err
    files = (folder / "out").iterdir()
    written = {file.suffix: file.read_text(encoding="utf-8") for file in files}
    return written | {"printed": done.out, "told": done.err}


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The same for harmless words."""
    return told_of_earlier("harmless words", tmp_path_factory.mktemp("settled"))


COMMANDS = (
    ("rules", "list"),
    ("rules", "show", "mine"),
    ("rules", "trace", "mine", "in"),
    ("rules", "test"),
    ("check", "in"),
    ("report", "in", "--output", "-", "--format", "terminal"),
    ("explain", "ID", "in"),
)


@pytest.mark.hostile("outputs", "words of a rule, in each command that shows them")
@pytest.mark.parametrize(
    "arguments",
    few({" ".join(each): each for each in COMMANDS}, ["rules list", "rules test", "check in"]),
)
def test_what_a_command_shows_steers_no_terminal(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    words = "".join(WORDS["terminal escapes"] + WORDS["bidirectional controls"])
    test = {"name": words, "given": [f"{words} “5 people were killed in Dunmere.”"], "expect": []}
    rule = {
        "id": "mine",
        "type": "claim",
        "title": words,
        "about": words,
        "select": {"kind": "quantity", "measure": "people.killed"},
        "report": {"level": "error", "message": f"{words} {{text}}"},
        "tests": [test],
    }
    (tmp_path / "r.yaml").write_text(json.dumps({"xref": 1, "rules": [rule]}), encoding="utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    report_on(words, folder)
    given = list(arguments)
    if "ID" in given:
        listed = run("check", "in", "--rules", "r.yaml", cwd=tmp_path).out
        given[1] = re.findall(r"\[([0-9a-f]{10})\]", listed)[0]
    packs = ["r.yaml"] if given[:2] == ["rules", "test"] else ["--rules", "r.yaml"]
    done = run(*given, *packs, cwd=tmp_path)
    assert "\ufffd" in done.out, done.err
    assert not CONTROLS.search(done.out)
    assert not CONTROLS.search(done.err)


def _is_page(page: str, plain: str) -> None:
    reader, expected = Reader(page), Reader(plain)
    assert reader.tags <= expected.tags | {"a"}
    assert reader.attributes <= expected.attributes | {"href", "rel"}
    for link in reader.links:
        assert link is not None
        assert re.match(r"#|https?://|[\w-]+\.html(?:#|$)", link), link


def _is_github(text: str) -> None:
    for line in text.splitlines():
        head = re.match(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:\r\n]*,?)*)::", line)
        assert head, line
        names = [pair.partition("=")[0] for pair in head[2].split(",")]
        assert len(names) == len(set(names))
        assert set(names) <= {"file", "line", "col", "endLine", "endColumn", "title"}


def _is_spreadsheet(text: str) -> None:
    for row in csv.DictReader(io.StringIO(text, newline="")):
        for value in row.values():
            assert re.fullmatch(r"-?\d+(?:\.\d+)?", value) or not value.startswith(
                ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
            )


def _is_markdown(text: str, plain: str) -> None:
    extra = {
        "text_special",
        "code_inline",
        "softbreak",
        "em_open",
        "em_close",
        "strong_open",
        "strong_close",
    }
    assert markup(text) <= markup(plain) | extra


def _is_teamcity(text: str) -> None:
    value = r"\w+='(?:[^|'\[\]\r\n]|\|['nr|\[\]]|\|0x[0-9a-f]{4})*'"
    for line in text.splitlines():
        assert re.fullmatch(rf"##teamcity\[\w+(?: {value})+\]", line), line


def _is_lines(text: str) -> None:
    assert [json.loads(line) for line in text.splitlines()]


def _is_plain(text: str, plain: str) -> None:
    """Words to read, which no program takes for anything; `CONTROLS` holds for them too."""
    assert (text == "") == (plain == "")


HOLDS: dict[str, Callable[[str, str], object]] = {
    "html": _is_page,
    "pages": _is_page,
    "articles_html": _is_page,
    "markdown": _is_markdown,
    "comment": _is_markdown,
    "json": lambda text, _: json.loads(text),
    "sarif": lambda text, _: json.loads(text),
    "gitlab": lambda text, _: json.loads(text),
    "claimreview": lambda text, _: json.loads(text),
    "jsonl": lambda text, _: _is_lines(text),
    "articles": lambda text, _: _is_lines(text),
    "profile_jsonl": lambda text, _: _is_lines(text),
    "csv": lambda text, _: _is_spreadsheet(text),
    "questions": lambda text, _: _is_spreadsheet(text),
    "articles_csv": lambda text, _: _is_spreadsheet(text),
    "profile_csv": lambda text, _: _is_spreadsheet(text),
    "github": lambda text, _: _is_github(text),
    "teamcity": lambda text, _: _is_teamcity(text),
    "junit": lambda text, _: ElementTree.fromstring(text),
    "checkstyle": lambda text, _: ElementTree.fromstring(text),
    "terminal": _is_plain,
    "summary": _is_plain,
    "text": _is_plain,
    "table": _is_plain,
    "profile_table": _is_plain,
}
"""What holds for each format, whatever words come in; a format that is not here fails."""


NAMES = {
    "HTML": ["<b>x.md", '"onclick=x.md'],
    "a newline": ["a\n::error::x.md", "a\r\nb.md"],
    "GitHub commands": ["%0A::error::x.md", "a,line=9::x.md"],
    "terminal escapes": ["\x1b[31mx.md", "\u202ex.md"],
    "spreadsheet formulas": ["=1+1.md", "@x.md"],
    "options of a command": ["-o.md", "--help.md"],
    "Markdown": ["[x](y).md", "a|b`c`.md"],
    "no UTF-8": [b"\xff\xfe.md", b"a\x80b.md"],
}
FILES = {f"{what}-{at}": name for what, names in NAMES.items() for at, name in enumerate(names)}


@pytest.mark.parametrize(
    "name",
    few(
        FILES,
        ["a newline-0", "GitHub commands-1", "options of a command-1", "no UTF-8-0"],
        {
            name: pytest.mark.hostile("outputs", f"file names: {name.rpartition('-')[0]}")
            for name in FILES
        },
    ),
)
def test_a_file_name_stays_a_name(name: str | bytes, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    raw = name if isinstance(name, bytes) else name.encode()
    for at, killed in ((b"", 14), (b"b", 41)):
        text = str(record("Calla", at.decode(), killed)["text"])
        place = os.fsencode(folder) + b"/" + (raw if not at else raw.replace(b".md", b"2.md"))
        Path(os.fsdecode(place)).write_text(
            f"---\nstory: s\noutlet: O{killed}\n---\n{text}", encoding="utf-8"
        )
    for format_ in ("text", "github", "junit"):
        done = run("check", "in", "--format", format_, cwd=tmp_path)
        assert done.status == 1, done.err
        if format_ == "github":
            _is_github(done.out)
        elif format_ == "junit":
            ElementTree.fromstring(done.out)
        assert not CONTROLS.search(done.out)
        assert not CONTROLS.search(done.err)
    written = run("report", "in", "-o", "out", "-f", "html,sarif", cwd=tmp_path)
    assert written.status == 0
    assert not CONTROLS.search((tmp_path / "out/report.sarif").read_text(encoding="utf-8"))
    page = (tmp_path / "out/report.html").read_text(encoding="utf-8")
    assert all(str(link).startswith("#") for link in Reader(page).links)
    assert "--help" not in Reader(page).attributes
