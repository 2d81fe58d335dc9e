"""What is read and judged: nothing in it runs, grows past its size or reaches elsewhere."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.e2e.command import Done, run
from tests.e2e.ferry import CLASHING, FIRST, SECOND, write
from tests.long import few

BOMB = "a: &a [x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
YAML = {
    "aliases that multiply": BOMB,
    "an anchor in itself": "a: &a [*a]\n",
    "tags that make objects": "a: !!python/object/apply:os.system ['touch stolen']\n",
    "tags of one's own": "a: !x y\n",
    "depth in brackets": "a: " + "[" * 100_000 + "\n",
    "depth in braces": "a: " + "{b: " * 100_000 + "\n",
    "depth in steps": "- " * 100_000 + "\n",
    "depth by indent": "".join(f"{' ' * n}k:\n" for n in range(2_000)),
    "duplicate keys": "a: 1\na: 2\n",
    "a merge key": "a: &a {b: 1}\nc: {<<: *a}\n",
    "a second document": "a: 1\n---\nb: 2\n",
    "a directive": "%YAML 9.9\n---\na: 1\n",
    "a character that is none": "a: \x00\n",
    "a key that is a list": "? [a, b]\n: c\n",
    "a number of 5,000 digits": f"a: {'9' * 5000}\n",
}


def held(done: Done, folder: Path) -> None:
    """The run ended as it should, told what is wrong in a few lines, and made nothing."""
    assert done.status in (0, 2), done.err
    assert "Traceback" not in done.err
    assert "fault in xref" not in done.err
    assert len(done.err) < 20_000
    assert not (folder / "stolen").exists()


COMMON = ["aliases that multiply", "tags that make objects", "depth in brackets", "duplicate keys"]
"""What is tried in every run in each place that reads YAML."""


@pytest.mark.hostile("the run", "YAML in a front matter")
@pytest.mark.parametrize("text", few(YAML, COMMON))
def test_yaml_in_a_front_matter(text: str, corpus: Path, tmp_path: Path) -> None:
    (corpus / "bad.md").write_text(f"---\n{text}---\nA text of its own.\n", encoding="utf-8")
    held(run("check", corpus, cwd=tmp_path), tmp_path)


@pytest.mark.hostile("the run", "YAML in a rule file")
@pytest.mark.parametrize("text", few(YAML, COMMON))
def test_yaml_in_a_rule_file(text: str, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text(f"xref: 1\n{text}", encoding="utf-8")
    done = run("check", corpus, "--rules", "r.yaml", cwd=tmp_path)
    held(done, tmp_path)
    assert done.status == 2
    assert done.err.startswith("r.yaml:")


@pytest.mark.hostile("the run", "YAML in a list of suppressions")
@pytest.mark.parametrize("text", few(YAML, COMMON))
def test_yaml_in_suppressions(text: str, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "i.yaml").write_text(f"xref: 1\n{text}", encoding="utf-8")
    done = run("check", corpus, "--ignore", "i.yaml", cwd=tmp_path)
    held(done, tmp_path)
    assert done.status == 2


JSON = {
    "NaN": '{"text": "a", "n": NaN}',
    "Infinity": '{"text": "a", "n": [Infinity, -Infinity]}',
    "a half surrogate": '{"text": "a \\ud800 b", "title": "\\udfff", "\\ud800": "\\ud801"}',
    "a number of 5,000 digits": f'{{"text": "a", "id": {"9" * 5000}}}',
    "an exponent": '{"text": "a", "n": 1e999999999}',
    "depth in lists": '{"text": "a", "n": ' + "[" * 100_000,
    "depth in objects": '{"text": "a", "n": ' + '{"a":' * 100_000,
    "depth that is closed": '{"text": "a", "n": ' + "[" * 5_000 + "]" * 5_000 + "}",
    "depth up to the limit": '{"text": "a", "n": ' + "[" * 99 + "]" * 99 + "}",
    "duplicate keys": '{"text": "a", "text": "b"}',
    "a NUL in a string": '{"text": "a\\u0000b", "title": "\\u0000", "outlet": "\\u0000"}',
    "names of methods": '{"text": "a", "__class__": "x", "__init__": {}, "record": 1}',
    "a date that is none": '{"text": "a", "published": "2025-02-31"}',
    "a date out of all time": '{"text": "a", "published": "999999999-01-01T99:99:99+99:99"}',
    "an address that is none": '{"text": "a", "url": "http://[::1"}',
}


@pytest.mark.hostile("the run", "JSON in a record")
@pytest.mark.parametrize("suffix", few(["json", "jsonl"], ["jsonl"]))
@pytest.mark.parametrize("text", [pytest.param(t, id=n) for n, t in JSON.items()])
def test_json(text: str, suffix: str, corpus: Path, tmp_path: Path) -> None:
    (corpus / f"bad.{suffix}").write_text(text + "\n", encoding="utf-8")
    held(run("report", corpus, "-o", "out", "-f", "json", cwd=tmp_path), tmp_path)
    report = json.loads((tmp_path / "out/report.json").read_text(encoding="utf-8"))
    assert len(report["articles"]) + len(report["skipped"]) == 3
    for each in report["skipped"]:
        assert "no text" not in each["reason"]
        assert "empty" not in each["reason"]


BASELINES = {
    **JSON,
    "depth": "[" * 100_000,
    "a list of lists": '{"schema": "xref.baseline/1", "findings": [[]]}',
    "an object of numbers": '{"schema": "xref.baseline/1", "findings": {"a": 1}}',
    "a number": '{"schema": "xref.baseline/1", "findings": 5}',
    "no fingerprint": '{"schema": "xref.baseline/1", "findings": [{"fingerprint": NaN, "articles": 7}]}',
    "a long name": f'{{"schema": "{"x" * 100_000}"}}',
}


@pytest.mark.hostile("the run", "JSON in a baseline")
@pytest.mark.parametrize("text", few(BASELINES, ["NaN", "depth", "a list of lists", "a long name"]))
def test_baseline(text: str, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text(text, encoding="utf-8")
    done = run("check", corpus, "--baseline", "b.json", cwd=tmp_path)
    held(done, tmp_path)
    assert done.status == 2
    assert done.err.startswith("xref: --baseline: b.json: ")


OLD = {
    **JSON,
    "depth": "[" * 100_000,
    "a list of findings that is none": '{"schema": "xref.report/1", "findings": {"a": 1}}',
    "findings that are none": '{"schema": "xref.report/1", "findings": [NaN, [], "x", null]}',
    "a finding of numbers": '{"schema": "xref.report/1", "findings": [{"id": 1, "primary": 2}]}',
}


@pytest.mark.hostile("the run", "JSON in an earlier report")
@pytest.mark.parametrize("text", few(OLD, ["NaN", "depth", "findings that are none"]))
def test_earlier_report(text: str, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text(text, encoding="utf-8")
    done = run("report", corpus, "--against", "old.json", "-o", "out", cwd=tmp_path)
    held(done, tmp_path)
    assert done.status == 2
    assert done.err.startswith("xref: --against: old.json: ")
    assert not (tmp_path / "out").exists()


@pytest.mark.hostile("the run", "settings")
@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 100_000,
        f"fail_on = {'9' * 5000}",
        'fail_on = "a\\u001b[31m"',
        'rules = ["\\u0000"]',
        "a.b.c.d = 1\n" * 2,
        "rules = [" + '"default",' * 1_000 + "]",
        "\x00",
        "#" * 2_000_000,
    ],
    ids=range(8),
)
def test_settings(text: str, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "xref.toml").write_text(text, encoding="utf-8")
    done = run("check", corpus, cwd=tmp_path)
    held(done, tmp_path)
    assert "\x1b" not in done.err


TEXTS = {
    "a figure of 4,000 digits": f"The blast killed {'9' * 4000} people and hurt 1e{'9' * 400} others.",
    "a figure of many commas": f"Some {','.join(['999'] * 2000)} people fled, 1{'.9' * 2000} of them.",
    "a sum out of all bounds": "The deal is worth $" + "9" * 300 + " trillion billion million dollars.",
    "a fraction of nothing": "It fell by 5/0 and 0/0 to ½/0 of 1/00000, 100%% and -0% of 0 in 0.",
    "days that do not exist": "It rained on 31 February 2025, 30/02/2024, 2023-13-45, 0 May and 99 June 99999.",
    "years out of all time": "Since 1 January 0000 and 31 December 9999, for 10000000000 years, they met.",
    "times that do not exist": "At 25:61, 99 am, 24:00:60 and 13 pm GMT+99 the two met for 99999999 hours.",
    "a number in words without end": "There were " + "nine hundred and ninety-nine thousand million " * 500 + "of them.",
    "quotation marks without end": "He said “" * 3_000 + "so.",
    "brackets without end": "It is (" * 20_000,
    "a word without end": "A" * 200_000,
    "a sentence without end": "the man said and " * 6_000,
    "white space of a megabyte": "Five died." + " " * 500_000 + "\n" * 500_000 + "Six died.",
    "accents upon accents": "Five" + "\u0301" * 100_000 + " died.",
    "no letters": "\U0001f4a5" * 50_000,
    "all directions": "\u202e\u202d\u2066" * 20_000 + "Five died.",
    "a NUL in each word": "\x00".join(["Five", "people", "died", "in", "Dunmere", "on", "Monday"]) * 500,
}  # fmt: skip


@pytest.mark.hostile("the run", "texts")
@pytest.mark.parametrize(
    "text",
    few(
        TEXTS,
        [
            *("a figure of 4,000 digits", "days that do not exist", "times that do not exist"),
            *("a sum out of all bounds", "years out of all time", "brackets without end"),
        ],
    ),
)
def test_texts(text: str, corpus: Path, tmp_path: Path) -> None:
    record = {
        "text": f"{FIRST.split('---')[2]}\n{text}",
        "outlet": "Tarn Echo",
        "story": "ferry",
        "language": "en",
    }
    (corpus / "bad.jsonl").write_text(json.dumps(record), encoding="utf-8")
    done = run("report", corpus, "-o", "out", cwd=tmp_path)
    held(done, tmp_path)
    report = json.loads((tmp_path / "out/report.json").read_text(encoding="utf-8"))
    assert len(report["articles"]) == 3
    for claim in report["claims"]:
        article = next(a for a in report["articles"] if a["id"] == claim["article"])
        assert claim["in"] == "text" or article["title"]


REPEATED = [
    "1", "a", "a-", "a ", "A", "A.", "Aa ", "Aa Ba's ", "'", "“", "“a ", "(", " ", "\n", "\t", "-", ".", "and ", "of the ", "said ", "in Aa ",
]  # fmt: skip


@pytest.mark.hostile("the run", "texts that make regular expressions backtrack")
@pytest.mark.parametrize("piece", few(REPEATED, ["1", "“", "and "]))
def test_no_pattern_backtracks(piece: str, tmp_path: Path) -> None:
    """Sentences of 4,000 characters around figures and quotations, in two articles that clash.

    A pattern that backtracks does not end; pytest then shows in which test (`faulthandler_timeout`).
    """
    many = piece * (4_000 // len(piece))
    for name, killed in (("a", 14), ("b", 41)):
        text = (
            f"The storm killed {killed} people in Dunmere, the mayor said. Of the {killed} people "
            f"who were killed {many} 5 were children, and “we saw {many} nothing,” Ann Lee said.\n"
        )
        head = "---\nstory: s\nlanguage: en\n---\n"
        (tmp_path / f"{name}.md").write_text(f"{head}{text}", encoding="utf-8")
    held(run("report", ".", "-q", "-o", "out", cwd=tmp_path), tmp_path)
    assert (tmp_path / "out/report.json").is_file()


PLACEHOLDERS = [
    "{text.__class__}", "{outlet.__init__.__globals__}", "{0}", "{}", "{text!r:>1000000000}", "{text[0]}",
    "{self}", "{ text", "%(text)s", "${text}", "{{text}}", "{a.outlet}",
]  # fmt: skip


@pytest.mark.hostile("the run", "placeholders that reach attributes")
@pytest.mark.parametrize(
    "message",
    few(PLACEHOLDERS, ["{text.__class__}", "{0}", "{text!r:>1000000000}", "{ text", "{{text}}"]),
)
def test_placeholders(message: str, corpus: Path, tmp_path: Path) -> None:
    rule = {
        "id": "mine",
        "type": "claim",
        "select": {"kind": "quantity"},
        "report": {"level": "info", "message": message},
    }
    (tmp_path / "r.yaml").write_text(json.dumps({"xref": 1, "rules": [rule]}), encoding="utf-8")
    done = run("check", corpus, "--rules", "r.yaml", "--show", "info", cwd=tmp_path)
    held(done, tmp_path)
    assert "<class" not in done.out
    assert len(done.out) < 10_000


SECRET = "token: hunter2-very-secret\n"
REACHING = {
    "settings among the inputs": ("in/xref.toml", 'rules = ["../secret.yaml"]\nfail_on = "info"\n'),
    "settings among the inputs that are broken": ("in/xref.toml", SECRET),
    "a pyproject among the inputs": (
        "in/pyproject.toml",
        '[tool.xref]\nbaseline = "/etc/passwd"\n',
    ),
    "suppressions among the inputs": ("in/xref-ignore.yaml", SECRET),
}


@pytest.mark.hostile("the run", "files among the articles that would change the run")
@pytest.mark.parametrize(("name", "text"), REACHING.values(), ids=REACHING)
@pytest.mark.parametrize("where", few(["in", "in/below"], ["in"]))
def test_what_lies_among_the_articles_changes_no_run(
    name: str, text: str, where: str, tmp_path: Path
) -> None:
    (tmp_path / "secret.yaml").write_text(SECRET, encoding="utf-8")
    write(tmp_path / "in", harrow=FIRST, dunmere=CLASHING)
    (tmp_path / "in/below").mkdir()
    here = tmp_path / where
    up = os.path.relpath(tmp_path / "in", here)
    before = run("check", up, "--quiet", cwd=here)
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = run("check", up, "--quiet", cwd=here)
    assert (done.status, done.out) == (before.status, before.out) == (1, before.out)
    assert "hunter2" not in done.err
    assert "lies among the inputs and is not used" in done.err or where != "in" or "ignore" in name


OUTSIDE = {
    "settings: rules": ("xref.toml", 'rules = ["../secret.yaml"]'),
    "settings: rules by a whole path": ("xref.toml", 'rules = ["{whole}"]'),
    "settings: rules by a link": ("xref.toml", 'rules = ["link.yaml"]'),
    "settings: baseline": ("xref.toml", 'baseline = "../secret.yaml"'),
    "settings: suppressions": ("xref.toml", 'ignore = "../secret.yaml"'),
    "a pyproject": ("pyproject.toml", '[tool.xref]\nignore = "../secret.yaml"'),
}


@pytest.mark.hostile("the run", "settings and rules that reach out of their folder")
@pytest.mark.parametrize(("name", "text"), OUTSIDE.values(), ids=OUTSIDE)
def test_settings_name_nothing_outside_their_folder(name: str, text: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text(SECRET, encoding="utf-8")
    home = tmp_path / "home"
    write(home / "in" if home.mkdir() is None else home, harrow=FIRST)
    (home / "link.yaml").symlink_to(secret)
    (home / name).write_text(text.replace("{whole}", str(secret)), encoding="utf-8")
    done = run("check", "in", cwd=home)
    assert done.status == 2
    assert "hunter2" not in done.err
    assert "lies outside of the folder of the settings" in done.err


@pytest.mark.hostile("the run", "settings and rules that reach out of their folder")
@pytest.mark.parametrize(
    "extends", ["../secret.yaml", "{whole}", "link.yaml", "below/../../secret.yaml", "\0"]
)
def test_rules_extend_nothing_outside_their_folder(
    extends: str, corpus: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text(SECRET, encoding="utf-8")
    packs = tmp_path / "packs"
    (packs / "below").mkdir(parents=True)
    (packs / "link.yaml").symlink_to(secret)
    pack = {"xref": 1, "extends": extends.replace("{whole}", str(secret))}
    (packs / "mine.yaml").write_text(json.dumps(pack), encoding="utf-8")
    done = run("check", corpus, "--rules", "packs/mine.yaml", cwd=tmp_path)
    assert done.status == 2
    assert "lies outside of the folder of this file" in done.err or extends == "\0"
    assert "hunter2" not in done.err


def git(folder: Path, *arguments: str) -> None:
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    named = [word for key in ("user.name", "user.email") for word in ("-c", f"{key}=a@b")]
    subprocess.run(["git", *named, *arguments], cwd=folder, env=os.environ | nobody, check=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two articles, committed, the second edited since."""
    top = tmp_path / "repository"
    top.mkdir()
    git(top, "init", "--quiet", "--initial-branch", "main")
    write(top / "in", harrow=FIRST, dunmere=SECOND)
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "first")
    write(top / "in", dunmere=CLASHING)
    return top


PROGRAMS = {
    "core.fsmonitor": "core.fsmonitor",
    "a filter": "filter.f.clean",
    "a filter that goes on": "filter.f.process",
    "a text converter": "diff.f.textconv",
    "a diff of one's own": "diff.f.command",
    "an external diff": "diff.external",
    "a pager": "core.pager",
    "an ssh": "core.sshCommand",
    "an askpass": "core.askPass",
}


@pytest.mark.skipif(os.name != "posix", reason="writes shell scripts")
@pytest.mark.hostile("the run", "repositories whose settings name programs")
@pytest.mark.parametrize("setting", few(PROGRAMS, ["core.fsmonitor", "a filter"]))
def test_a_repository_runs_no_program(setting: str, repository: Path) -> None:
    script = repository.parent / "evil.sh"
    script.write_text(f"#!/bin/sh\ntouch {repository}/stolen\ncat\n", encoding="utf-8")
    script.chmod(0o755)
    git(repository, "config", setting, str(script))
    (repository / ".gitattributes").write_text("*.md filter=f diff=f\n", encoding="utf-8")
    done = run("check", "in", "--changed-since", "main", cwd=repository)
    assert done.status == 1, done.err
    assert "xref: new: 1 of 2 articles" in done.err
    assert not (repository / "stolen").exists()


@pytest.mark.skipif(os.name != "posix", reason="writes shell scripts")
@pytest.mark.hostile("the run", "repositories with hooks")
@pytest.mark.parametrize(
    "hook", ["post-index-change", "fsmonitor-watchman", "reference-transaction", "post-checkout"]
)
def test_a_repository_runs_no_hook(hook: str, repository: Path) -> None:
    script = repository / ".git/hooks" / hook
    script.parent.mkdir(exist_ok=True)
    script.write_text(f"#!/bin/sh\ntouch {repository}/stolen\n", encoding="utf-8")
    script.chmod(0o755)
    os.utime(repository / "in/harrow.md", (1, 1))
    assert run("check", "in", "--changed-since", "main", cwd=repository).status == 1
    assert not (repository / "stolen").exists()


REMOTES = {
    "a program": {"remote.r.url": "ext::{script} %S", "protocol.ext.allow": "always"},
    "a program that all may run": {"remote.r.url": "ext::{script} %S", "protocol.allow": "always"},
    "a program of its own to answer": {
        "remote.r.url": "{top}",
        "remote.r.uploadpack": "{script}",
        "protocol.file.allow": "always",
    },
    "a helper": {"remote.r.vcs": "ext", "remote.r.url": "{script}", "protocol.ext.allow": "always"},
    "a shell on another machine": {
        "remote.r.url": "ssh://nowhere.example/r",
        "core.sshCommand": "{script}",
        "protocol.ssh.allow": "always",
    },
}


@pytest.mark.skipif(os.name != "posix", reason="writes shell scripts")
@pytest.mark.hostile("the run", "repositories that lack a file and say who has it")
@pytest.mark.parametrize("settings", few(REMOTES, ["a program"]))
def test_a_repository_fetches_nothing(settings: dict[str, str], repository: Path) -> None:
    """A repository may promise that a remote has what it lacks; git then asks that remote."""
    script = repository.parent / "evil.sh"
    script.write_text(f"#!/bin/sh\ntouch {repository}/stolen\n", encoding="utf-8")
    script.chmod(0o755)
    promise = {"remote.r.promisor": "true", "extensions.partialClone": "r"}
    for name, value in {**promise, **settings}.items():
        git(repository, "config", name, value.format(script=script, top=repository))
    named = ["git", "rev-parse", "main:in/dunmere.md"]
    blob = subprocess.run(named, cwd=repository, capture_output=True, text=True, check=True).stdout
    (repository / ".git/objects" / blob[:2] / blob[2:].strip()).unlink()
    done = run("check", "in", "--changed-since", "main", cwd=repository)
    assert (done.status, done.out) == (2, "")
    assert "name the new files with --new" in done.err
    assert not (repository / "stolen").exists()


@pytest.mark.skipif(os.name != "posix", reason="writes shell scripts")
@pytest.mark.hostile("the run", "repositories in repositories whose settings name programs")
def test_a_repository_in_a_repository_runs_no_program(repository: Path) -> None:
    script = repository.parent / "evil.sh"
    script.write_text(f"#!/bin/sh\ntouch {repository}/stolen\ncat\n", encoding="utf-8")
    script.chmod(0o755)
    source = ["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(repository)]
    git(repository, *source, "in/inner")
    git(repository, "commit", "--quiet", "--all", "--message", "inner")
    inner = repository / "in/inner"
    for name in ("core.fsmonitor", "filter.f.clean", "filter.f.process", "diff.f.textconv"):
        git(inner, "config", name, str(script))
    (inner / ".gitattributes").write_text("*.md filter=f diff=f\n", encoding="utf-8")
    write(inner / "in", harrow=CLASHING)
    assert run("check", "in", "--changed-since", "main", cwd=repository).status in (0, 1)
    assert not (repository / "stolen").exists()


REFS = [
    *("--output=stolen", "-O/etc/passwd", "--upload-pack=touch stolen", "-", "--", "@{-1}"),
    *("main:in", ":/x", "\x1b[31m", "a\nb"),
]


@pytest.mark.hostile("the run", "names of commits that look like options")
@pytest.mark.parametrize("ref", few(REFS, ["--output=stolen", "-", "@{-1}", "a\nb"]))
def test_names_of_commits(ref: str, repository: Path) -> None:
    done = run("check", "in", f"--changed-since={ref}", cwd=repository)
    assert (done.status, done.out) == (2, "")
    assert "\x1b" not in done.err
    assert not (repository / "stolen").exists()
