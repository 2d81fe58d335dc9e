"""Standard streams: what goes where, and what happens when nobody listens or nothing fits."""

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.command import ROOT, command, process, run
from tests.e2e.ferry import FIRST

FULL = Path("/dev/full")


def test_the_report_goes_to_standard_output_and_the_summary_to_standard_error(
    corpus: Path, tmp_path: Path
):
    done = run("report", corpus, "--output", "-", "--format", "json", cwd=tmp_path)
    assert json.loads(done.out)["schema"] == "xref.report/1"
    assert done.err.startswith("Consistency report\n")
    assert run("report", corpus, "-o", "-", cwd=tmp_path).out.startswith("# Consistency report")
    quiet = run("report", corpus, "-o", "-", "-f", "json", "--quiet", cwd=tmp_path)
    assert (quiet.out, quiet.err) == (done.out, "")
    assert {each.name for each in tmp_path.iterdir()} == {corpus.name, ".xref-cache"}


def test_several_formats_go_to_a_folder(corpus: Path, tmp_path: Path):
    done = run("report", corpus, "-o", "out/here", "-f", "sarif,md,sarif", cwd=tmp_path)
    assert done.status == 0
    assert done.out.endswith("\nwritten: out/here/report.sarif, out/here/report.md\n")
    assert {p.name for p in (tmp_path / "out/here").iterdir()} == {"report.sarif", "report.md"}


def test_standard_input_is_text_or_records(tmp_path: Path):
    record = json.dumps({"id": "one", "text": FIRST.split("---\n")[2]}).encode()
    for raw in (FIRST.encode(), record, record + b"\n" + record.replace(b"one", b"two")):
        done = run("extract", "-", cwd=tmp_path, stdin=raw)
        assert done.status == 0
        assert "14 people" in done.out


def test_standard_input_may_begin_with_a_front_matter(tmp_path: Path):
    done = run("extract", "-", "--articles", cwd=tmp_path, stdin=FIRST.encode())
    article = json.loads(done.out)
    assert article["outlet"] == "Harrow Post"
    assert not article["text"].startswith("---")


@pytest.mark.long
def test_a_reader_that_goes_away_is_no_error():
    with subprocess.Popen(
        command("report", "inputs", "-o", "-", "-f", "json", "-q"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert (running.stderr.read(), running.wait()) == (b"", 0)


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [("rules", "list"), ("--help",)])
def test_a_full_disk_is_told(arguments: tuple[str, ...]):
    with FULL.open("w") as full:
        done = subprocess.run(
            command(*arguments), stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False
        )
    assert done.returncode == 2
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="closes streams as a POSIX shell does")
def test_closed_streams_are_no_fault(corpus: Path, tmp_path: Path):
    line = '"$@" <&- >&- 2>&-'
    held = ["sh", "-c", line, "sh", *command("report", corpus, "-", "-o", "out")]
    assert subprocess.run(held, cwd=tmp_path, check=False).returncode == 0
    assert (tmp_path / "out/report.html").exists()


def test_output_is_utf_8_in_any_locale(corpus: Path):
    done = process("report", corpus, "-o", "-", PYTHONIOENCODING="latin-1")
    assert done.returncode == 0
    assert "“Agree” means" in done.stdout
    assert "“Agree” means" in done.stderr


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let the commands that a test starts heed interrupts, also where the tests ignore them."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.skipif(os.name != "posix", reason="sends a POSIX signal")
def test_an_interrupted_run_ends_with_130_and_no_traceback(tmp_path: Path):
    with subprocess.Popen(
        command("report", "-", "-o", "out"),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    ) as running:
        assert running.stdin is not None
        assert running.stderr is not None
        # More than a pipe holds: once it is written, the command is reading.
        running.stdin.write(FIRST.encode() * 2000)
        running.stdin.flush()
        running.send_signal(signal.SIGINT)
        # A signal between two reads of one call is noted, and heeded once the next read ends.
        running.stdin.close()
        running.wait()
        assert (running.returncode, b"Traceback" in running.stderr.read()) == (130, False)
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("interruptible")
@pytest.mark.skipif(os.name != "posix", reason="sends a POSIX signal")
def test_an_interrupt_while_the_command_is_loaded_shows_no_traceback(tmp_path: Path):
    (tmp_path / "typer.py").write_text(
        "import os, signal, time\nos.kill(os.getpid(), signal.SIGINT)\ntime.sleep(5)\n",
        encoding="utf-8",
    )
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    done = process("--version", cwd=tmp_path, PYTHONPATH=path)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")


@pytest.mark.parametrize("fault", [ZeroDivisionError, EOFError])
def test_a_fault_of_xref_is_told_as_one(
    fault: type[Exception], corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def broken(*_: object) -> None:
        raise fault

    monkeypatch.setattr("xref.load.load", broken)
    done = run("check", corpus, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "this is a fault in xref" in done.err
