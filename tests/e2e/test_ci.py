"""What stands ready for build servers runs: the action, GitLab's job, the hook, on a real repository."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.e2e.command import NOBODY, ROOT
from tests.e2e.ferry import CLASHING, FIRST, SECOND, write
from tests.e2e.test_changes import commit, git
from tests.golden.test_build_server_formats import CODE_QUALITY

BIN = Path(sys.executable).parent
"""Where xref, prek and the linters of workflows are installed."""


@pytest.fixture
def change(tmp_path: Path) -> Path:
    """A repository on a branch that adds an article which clashes with both of the archive."""
    top = tmp_path / "repository"
    top.mkdir()
    git(top, "init", "--quiet", "--initial-branch", "main")
    write(top / "articles", harrow=FIRST, dunmere=SECOND)
    commit(top)
    git(top, "switch", "--quiet", "--create", "echo")
    write(top / "articles", echo=CLASHING)
    commit(top)
    return top


def mend(top: Path) -> None:
    write(top / "articles", echo=CLASHING.replace("41", "14"))
    commit(top)


def bash(script: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", script],
        cwd=cwd,
        env=os.environ | NOBODY | {"PATH": path} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def action(top: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The step of action.yml that compares, with its environment made as GitHub makes it."""
    steps = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
    (step,) = [each for each in steps if each.get("id") == "check"]
    given = {"articles": "articles", "since": "main", "arguments": "", "sarif": ""} | inputs
    environment = {
        name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda found: given[found[1]], value).replace(
            "${{ steps.install.outputs.bin }}", str(BIN)
        )
        for name, value in step["env"].items()
    }
    files = {"GITHUB_OUTPUT": top.parent / "out", "GITHUB_STEP_SUMMARY": top.parent / "summary"}
    for file in files.values():
        file.write_text("", encoding="utf-8")
    kept = {name: str(file) for name, file in files.items()}
    return bash(step["run"], top, GITHUB_ACTION_PATH=str(ROOT), **environment, **kept)


def test_the_action_fails_then_passes(change: Path):
    done = action(change, sarif="xref.sarif")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=articles/echo.md,line=6,")
    assert done.stdout.count("::error ") == 1
    assert (change.parent / "out").read_text() == "status=1\n"
    assert "## Consistency: 1 error" in (change.parent / "summary").read_text(encoding="utf-8")
    results = json.loads((change / "xref.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert [each["ruleId"] for each in results] == ["death-toll"]
    mend(change)
    done = action(change)
    assert (done.returncode, done.stdout) == (0, "")
    assert (change.parent / "out").read_text() == "status=0\n"
    assert "## Consistency: no findings" in (change.parent / "summary").read_text(encoding="utf-8")


@pytest.mark.long
def test_the_action_hands_its_arguments_on_and_runs_none_of_them(change: Path):
    assert action(change, arguments="--exit-zero\n--fail-on=warning\n").returncode == 0
    done = action(change, since="$(touch stolen)", arguments="$(touch stolen); touch stolen\n")
    assert done.returncode == 2
    assert not list(change.rglob("stolen"))
    assert (change.parent / "out").read_text() == "status=2\n"


def gitlab(top: Path) -> list[subprocess.CompletedProcess[str]]:
    job = yaml.safe_load((ROOT / "templates" / "gitlab-ci.yml").read_text(encoding="utf-8"))["xref"]
    given = {name: str(value) for name, value in job["variables"].items()}
    return [
        bash(line, top, CI_MERGE_REQUEST_DIFF_BASE_SHA="main", **given) for line in job["script"]
    ]


@pytest.mark.long
def test_the_job_for_gitlab_fails_then_passes(change: Path):
    written, gate = gitlab(change)
    assert (written.returncode, gate.returncode) == (0, 1), written.stderr + gate.stderr
    issues = json.loads((change / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(CODE_QUALITY).validate(issues)
    assert [each["location"]["path"] for each in issues] == ["articles/echo.md"]
    mend(change)
    written, gate = gitlab(change)
    assert (written.returncode, gate.returncode) == (0, 0)
    assert json.loads((change / "gl-code-quality-report.json").read_text(encoding="utf-8")) == []


@pytest.mark.long
def test_the_hook_stops_a_commit_that_clashes_and_lets_it_pass_when_mended(change: Path):
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    # As the file has it, save that what is installed here is run and not installed anew.
    local = {**hook, "language": "system"}
    config = {"repos": [{"repo": "local", "hooks": [local]}]}
    (change / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (change / ".gitignore").write_text(".xref-cache\n", encoding="utf-8")
    commit(change)
    write(change / "articles", tarn=CLASHING.replace("41", "19").replace("Echo", "Bell"))
    write(change / "articles", calm="The quince harvest was good.\n")
    git(change, "add", "--all")
    kept = str(change.parent / "prek")
    done = bash("prek run", change, PREK_HOME=kept)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "new: 2 of 5 articles" in done.stdout
    assert "articles/tarn.md:6:" in done.stdout
    write(change / "articles", tarn=SECOND.replace("Dunmere Mail", "Tarn Bell"))
    mend(change)
    git(change, "commit", "--quiet", "--allow-empty", "--message", "again")
    write(change / "articles", calm="The quince harvest was poor.\n")
    git(change, "add", "--all")
    done = bash("prek run", change, PREK_HOME=kept)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def workflows(tmp_path: Path) -> Path:
    """The action, and the workflow that the documentation shows, as a repository has them."""
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    (workflow,) = re.findall(
        r"<!-- file: \.github/workflows/\S+ -->\n```yaml\n(.*?)```", page, re.S
    )
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "consistency.yml").write_text(workflow, encoding="utf-8")
    (tmp_path / "action.yml").write_bytes((ROOT / "action.yml").read_bytes())
    return tmp_path


def test_zizmor_finds_nothing_in_the_action_and_in_the_documented_workflow(workflows: Path):
    done = bash("zizmor --offline --persona pedantic --no-progress .", workflows)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="it is not installed there")
def test_jactionlint_finds_nothing_in_them_and_in_the_workflows_of_the_project(workflows: Path):
    """A fork of actionlint with all of its checks, and those of composite actions beside them."""
    for own in (ROOT / ".github" / "workflows").iterdir():
        (workflows / ".github" / "workflows" / own.name).write_bytes(own.read_bytes())
    git(workflows, "init", "--quiet")
    done = bash("jactionlint --shellcheck= --oneline", workflows)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    broken = workflows / "action.yml"
    text = broken.read_text(encoding="utf-8")
    broken.write_text(text.replace("inputs.articles", "inputs.artcles"), encoding="utf-8")
    done = bash("jactionlint --shellcheck= --oneline", workflows)
    assert (done.returncode, "artcles" in done.stdout) == (1, True)
