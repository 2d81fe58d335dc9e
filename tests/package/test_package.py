"""What is built is what is used: a wheel, an sdist, and the command in each of its forms."""

import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml

from tests.e2e.command import ROOT, process
from tests.long import few
from xref import __version__


def built(what: str, source: Path, into: Path) -> Path:
    """The file that hatchling builds of `source`, without any network."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", what, "-d", str(into)]
    subprocess.run(command, check=True, cwd=source, capture_output=True)
    (file,) = into.iterdir()
    return file


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the sdist: what an index would be given."""
    source = tmp_path_factory.mktemp("source")
    with tarfile.open(sdist) as archive:
        archive.extractall(source, filter="data")
    return built(
        "wheel", source / sdist.name.removesuffix(".tar.gz"), tmp_path_factory.mktemp("wheel")
    )


def run_wheel(wheel: Path, home: Path, *arguments: object) -> "subprocess.CompletedProcess[str]":
    """The command of a wheel that was unpacked as pip unpacks it, away from the checkout."""
    packages = home / "packages"
    if not packages.exists():
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(packages)
    return subprocess.run(
        [sys.executable, "-P", "-m", "xref", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        cwd=home,
        env=os.environ | {"PYTHONPATH": str(packages)},
        check=False,
    )


def test_the_version_stands_in_one_place(wheel: Path, sdist: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "version" not in project
    assert wheel.name == f"xref-{__version__}-py3-none-any.whl"
    assert sdist.name == f"xref-{__version__}.tar.gz"
    assert process("--version").stdout == f"xref {__version__}\n"


@pytest.mark.long
def test_a_wheel_reports_with_its_own_rules(wheel: Path, tmp_path: Path) -> None:
    done = run_wheel(wheel, tmp_path, "report", ROOT / "inputs", "-o", "out", "-q")
    assert (done.returncode, done.stderr) == (0, "")
    ours = process("report", ROOT / "inputs", "-o", tmp_path / "ours", "-q", cwd=tmp_path)
    assert ours.returncode == 0
    for name in ("report.json", "report.html", "report.md"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "ours" / name).read_bytes()
    packed = run_wheel(wheel, tmp_path, "rules", "list").stdout
    assert packed == process("rules", "list", cwd=tmp_path).stdout


def test_a_wheel_holds_what_is_used_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0] for name in names}
    assert tops == {"xref", f"xref-{__version__}.dist-info"}
    assert {Path(name).suffix for name in names if name.startswith("xref/")} <= {
        ".py", ".yaml", ".json", ".typed", ".html", ".css", ".js", ".svg", ".jinja",
    }  # fmt: skip
    assert "xref/py.typed" in names
    rules = {name for name in names if name.startswith("xref/packs/")}
    assert {Path(name).name for name in rules} == {
        f.name for f in (ROOT / "rules").rglob("*") if f.is_file()
    }


def test_an_sdist_holds_its_tests(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    ).stdout.split("\n")
    wanted = {
        name for name in tracked if name.startswith(("xref/", "tests/", "rules/", "dependencies/"))
    }
    assert wanted
    assert wanted <= names


@pytest.mark.parametrize("shell", few(["bash", "zsh", "fish"], ["bash"]))
def test_a_shell_completes_commands(shell: str) -> None:
    script = process("--show-completion", shell).stdout
    assert "_XREF_COMPLETE" in script
    asked = {"COMP_WORDS": "xref ba", "COMP_CWORD": "1", "_TYPER_COMPLETE_ARGS": "xref ba"}
    told = process(
        _XREF_COMPLETE=f"complete_{shell}", _TYPER_COMPLETE_FISH_ACTION="get-args", **asked
    )
    assert "baseline" in told.stdout
    assert "report" not in told.stdout.split()


def test_help_is_the_whole_manual() -> None:
    manual = process("help").stdout
    for words in (("report",), ("check",), ("rules",), ("rules", "trace")):
        page = process(*words, "--help").stdout
        assert page.strip() in manual
        assert process("help", *words).stdout.strip() == page.strip()
    unknown = process("help", "rules", "tets")
    assert unknown.returncode == 2
    assert unknown.stderr.startswith('xref: there is no command "rules tets"\n')


@pytest.mark.parametrize("name", ["ci.yml", "canary.yml"])
def test_workflows_pin_what_they_run_and_may_only_read(name: str) -> None:
    text = (ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    used = [step["uses"] for step in steps if "uses" in step]
    assert used
    assert all(len(action.partition("@")[2]) == 40 for action in used)
    targets = (ROOT / "Makefile").read_text(encoding="utf-8")
    for step in steps:
        for line in step.get("run", "").splitlines():
            if line.startswith("make "):
                assert f"\n{line.removeprefix('make ')}:" in targets
