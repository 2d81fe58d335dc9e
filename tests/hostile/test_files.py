"""What a file system can do to a run: it ends, tells, and leaves whole files."""

import ctypes
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.command import ROOT, command, run
from tests.e2e.ferry import CLASHING, FIRST, SECOND, write
from tests.long import few
from xref.load import inputs, load
from xref.model.article import Document, Skipped

if os.name == "posix":
    import resource

SECRET = "The ferry Secret sank off Port Ansel. The coast guard said 77 people were killed.\n"


def skipped(folder: Path) -> dict[str, str]:
    """Why each place of a folder was not read, by its name."""
    return {Path(s.path).name: s.reason for s in load([str(folder)]) if isinstance(s, Skipped)}


def fifo(place: Path) -> None:
    os.mkfifo(place)


def listening(place: Path) -> None:
    server = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(place.parent)
    try:
        server.bind(place.name)
    finally:
        os.chdir(here)
        server.close()


def zeros(place: Path) -> None:
    place.symlink_to("/dev/zero")


def terminal(place: Path) -> None:
    place.symlink_to("/dev/tty")


def itself(place: Path) -> None:
    place.symlink_to(place.name)


def round_about(place: Path) -> None:
    place.symlink_to(place.with_name("other.md").name)
    place.with_name("other.md").symlink_to(place.name)


def gone(place: Path) -> None:
    place.symlink_to("nowhere/at/all.md")


def secret(place: Path) -> None:
    outside = place.parent.parent / "secret.md"
    outside.write_text(SECRET, encoding="utf-8")
    place.symlink_to(outside)


def secret_folder(place: Path) -> None:
    outside = place.parent.parent / "secrets"
    outside.mkdir()
    (outside / "secret.md").write_text(SECRET, encoding="utf-8")
    place.with_suffix("").symlink_to(outside)


def up(place: Path) -> None:
    (place.parent.parent / "secret.md").write_text(SECRET, encoding="utf-8")
    place.with_suffix("").symlink_to("..")


def link_to_link(place: Path) -> None:
    outside = place.parent.parent / "secret.md"
    outside.write_text(SECRET, encoding="utf-8")
    place.with_name("one.md").symlink_to(outside)
    place.symlink_to("one.md")


def loop(place: Path) -> None:
    place.with_suffix("").mkdir()
    (place.with_suffix("") / "again").symlink_to("..")


def sparse(place: Path) -> None:
    with place.open("wb") as file:
        file.truncate(10**12)


def folder(place: Path) -> None:
    place.mkdir()


def deep(place: Path) -> None:
    here = place.with_suffix("")
    for _ in range(100):
        here = here / "d"
    here.mkdir(parents=True)
    (here / "a.md").write_text(FIRST.replace("Harrow Post", "Deep Post"), encoding="utf-8")


PLACES = {
    "a FIFO": fifo, "a socket": listening, "a device without end": zeros, "a terminal": terminal,
    "a link to itself": itself, "links in a circle": round_about, "a link to nothing": gone,
    "a link out of the folder": secret, "a link to a folder outside": secret_folder, "a link upwards": up,
    "a link to a link out": link_to_link, "a folder in itself": loop, "a file of a terabyte": sparse,
    "a folder that is called like a file": folder, "a hundred folders deep": deep,
}  # fmt: skip


@pytest.mark.skipif(os.name != "posix", reason="makes what only POSIX has")
@pytest.mark.hostile("the file system", "what lies in a folder and is no file of it")
@pytest.mark.parametrize("made", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("name", few(["bad.md", "bad.jsonl"], ["bad.md"]))
def test_a_folder_is_read_and_nothing_else(
    made: Callable[[Path], None], name: str, corpus: Path, tmp_path: Path
) -> None:
    made(corpus / name)
    done = run("report", corpus, "-o", "out", "-f", "json", cwd=tmp_path)
    assert done.status == 0, done.err
    report = json.loads((tmp_path / "out/report.json").read_text(encoding="utf-8"))
    outlets = {article["outlet"] for article in report["articles"]}
    assert outlets - {"Deep Post"} == {"Harrow Post", "The Dunmere Mail"}
    assert "Secret" not in (tmp_path / "out/report.json").read_text(encoding="utf-8")


@pytest.mark.hostile("the file system", "links out of the folder that were asked for")
def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    secret(write(tmp_path / "in", harrow=FIRST) / "link.md")
    assert skipped(tmp_path / "in") == {
        "link.md": "it is a link out of the folder; name what it leads to"
    }
    read = list(load([str(tmp_path / "in/link.md")]))
    assert [type(each) for each in read] == [Document]
    both = list(load([str(tmp_path / "in"), str(tmp_path / "secret.md")]))
    assert sum(isinstance(each, Document) for each in both) == 2


@pytest.mark.hostile("the file system", "files that vanish or change while they are read")
@pytest.mark.parametrize("what", ["file", "folder", "to a folder"])
def test_what_vanishes_is_told(what: str, corpus: Path) -> None:
    below = write(corpus / "z", tarn=CLASHING)
    found = load([str(corpus)])
    first = next(found)
    assert isinstance(first, Document)
    if what == "file":
        (below / "tarn.md").unlink()
    elif what == "folder":
        (below / "tarn.md").unlink()
        below.rmdir()
    else:
        (below / "tarn.md").unlink()
        (below / "tarn.md").mkdir()
    rest = list(found)
    assert [type(each) for each in rest] == [Document, Skipped]
    assert rest[1].path == str(below / "tarn.md")


def limited(*limits: tuple[int, int]) -> Callable[[], None]:
    """What a process does to itself before it starts."""

    def limit() -> None:
        for what, most in limits:
            resource.setrlimit(what, (most, most))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    return limit


def process(
    *arguments: object, cwd: Path, before: Callable[[], None]
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command(*arguments),
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        # Python writes half of what it compiled where a file may be no larger.
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=before,
        check=False,
    )


@pytest.mark.skipif(os.name != "posix", reason="sets POSIX limits")
@pytest.mark.hostile("the file system", "few open files (ulimit -n)")
@pytest.mark.parametrize("most", few([32, 12], ["12"]))
def test_few_files_may_be_open(most: int, tmp_path: Path) -> None:
    count = most + 4
    write(tmp_path / "in", **{f"a{n}": FIRST.replace("Harrow", f"H{n}") for n in range(count)})
    done = process(
        "report",
        "in",
        "-q",
        "-o",
        "out",
        cwd=tmp_path,
        before=limited((resource.RLIMIT_NOFILE, most)),
    )
    assert (done.returncode, done.stderr) == (0, "")
    report = json.loads((tmp_path / "out/report.json").read_text(encoding="utf-8"))
    assert len(report["articles"]) == count


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold to this limit")
@pytest.mark.hostile("the file system", "little memory (ulimit -v)")
def test_little_memory_ends_a_run_with_a_reason(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(TEXT * 60_000, encoding="utf-8")
    done = process(
        "report",
        "in",
        "-q",
        "-o",
        "out",
        cwd=tmp_path,
        before=limited((resource.RLIMIT_AS, 400_000_000)),
    )
    assert done.returncode == 2
    assert done.stderr == "xref: out of memory\n  give it fewer or shorter articles at a time\n"
    assert not (tmp_path / "out").exists()


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold to this limit")
@pytest.mark.hostile("the file system", "little memory (ulimit -v)")
@pytest.mark.parametrize("most", [200_000_000, 225_000_000, 250_000_000])
def test_little_memory_ends_a_run_wherever_it_is_asked_for(
    most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library that is not Python's may end the process itself, but never waits, and leaves no half."""
    monkeypatch.setenv("RUST_BACKTRACE", "1")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(TEXT * 8_000, encoding="utf-8")
    done = process(
        *("report", "in", "-q", "-o", "out"),
        cwd=tmp_path,
        before=limited((resource.RLIMIT_AS, most)),
    )
    assert done.returncode in (2, -signal.SIGABRT)
    assert "memory" in done.stderr
    assert "Traceback" not in done.stderr
    assert hidden(tmp_path) == []
    assert not list(tmp_path.glob("out/*"))


TEXT = "The mayor of Dunmere said on Monday that 5 people had died in the storm and 30 were hurt. "


def hidden(where: Path) -> list[str]:
    """What a run left that is neither a result nor the cache."""
    return [
        path.name
        for path in where.rglob("*")
        if path.name.startswith(".") and ".xref-cache" not in path.parts
    ]


@pytest.mark.skipif(os.name != "posix", reason="sets POSIX limits")
@pytest.mark.hostile("the file system", "a full disk")
@pytest.mark.parametrize(
    "arguments",
    few(
        {
            "report": ("report", "in", "-q", "-o", "out"),
            "baseline": ("baseline", "in", "-q", "-o", "out/report.json"),
        },
        ["report"],
    ),
)
def test_on_a_full_disk_the_old_stays(arguments: tuple[str, ...], tmp_path: Path) -> None:
    write(tmp_path / "in", harrow=FIRST, dunmere=CLASHING)
    (tmp_path / "out").mkdir()
    for name in ("report.html", "report.md", "report.json"):
        (tmp_path / "out" / name).write_text("old", encoding="utf-8")
    done = process(*arguments, cwd=tmp_path, before=limited((resource.RLIMIT_FSIZE, 100)))
    assert done.returncode == 2
    assert done.stderr.startswith("xref: --output")
    assert "Traceback" not in done.stderr
    assert {path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()} == {"old"}
    assert hidden(tmp_path) == []


def on_its_own_disk() -> tuple[str, ...]:
    """The command that gives another a view of its own on what is mounted; empty where it may not."""
    for alone in (("unshare", "--mount"), ("unshare", "--user", "--map-root-user", "--mount")):
        mounts = (*alone, "mount", "-t", "tmpfs", "none", "/mnt")
        if shutil.which("unshare") and not subprocess.run(mounts, check=False).returncode:
            return alone
    return ()


FILLED = """
mount -t tmpfs -o size=64k none full && cp -r in full && mkdir full/out && cd full || exit 99
for name in report.html report.md report.json; do printf old > out/$name; done
dd if=/dev/zero of=rest bs=1k status=none
"$@"
echo "status $?"
cat out/*
find . -name ".*.*" -type f ! -path "./.xref-cache/*"
"""


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a disk as Linux does")
@pytest.mark.hostile("the file system", "a disk of 64 KB that is full")
@pytest.mark.parametrize(
    "case",
    few(
        {
            "report": (("report", "in", "-q", "-o", "out"), 2),
            "pages": (("report", "in", "-q", "-o", "out", "-f", "pages"), 2),
            "baseline": (("baseline", "in", "-q", "-o", "out/report.json"), 2),
            "cache": (("check", "in", "-q"), 1),
        },
        ["report", "cache"],
    ),
)
def test_on_a_disk_that_is_full_the_old_stays(
    case: tuple[tuple[str, ...], int], tmp_path: Path
) -> None:
    arguments, status = case
    alone = on_its_own_disk()
    if not alone:
        pytest.skip("this system permits no mounts")
    write(tmp_path / "in", harrow=FIRST, dunmere=CLASHING)
    (tmp_path / "full").mkdir()
    done = subprocess.run(
        [*alone, "sh", "-c", FILLED, "sh", *command(*arguments)],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.endswith(f"status {status}\noldoldold"), done.stderr
    assert "Traceback" not in done.stderr
    if status == 2:
        assert ": No space left on device\n" in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="takes away a folder that is in use")
@pytest.mark.hostile("the file system", "a start in a folder that is gone")
def test_a_start_in_a_folder_that_is_gone_is_told(corpus: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    line = 'rmdir "$PWD" && exec "$@"'
    for arguments in (("check", corpus), ("report", corpus, "-o", tmp_path / "out")):
        gone.mkdir(exist_ok=True)
        held = ["sh", "-c", line, "sh", *command(*arguments)]
        done = subprocess.run(held, cwd=gone, capture_output=True, encoding="utf-8", check=False)
        assert (done.returncode, done.stdout) == (2, "")
        told = "xref: the folder that this was started in is gone\n  change to another\n"
        assert done.stderr == told


@pytest.mark.hostile("the file system", "places that cannot be written")
@pytest.mark.parametrize(
    "what", ["a file in the way", "a folder in the way", "a link in the way", "a name too long"]
)
def test_places_that_cannot_be_written(what: str, corpus: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    if what == "a file in the way":
        output.write_text("mine", encoding="utf-8")
    elif what == "a folder in the way":
        (output / "report.json").mkdir(parents=True)
    elif what == "a link in the way":
        (tmp_path / "mine").write_text("mine", encoding="utf-8")
        output.mkdir()
        (output / "report.json").symlink_to(tmp_path / "mine")
    else:
        output = tmp_path / ("x" * 300)
    done = run("report", corpus, "-o", output, cwd=tmp_path)
    assert "Traceback" not in done.err
    if what == "a link in the way":
        assert done.status == 0
        assert (tmp_path / "mine").read_text(encoding="utf-8") == "mine"
        assert not (output / "report.json").is_symlink()
    else:
        assert done.status == 2
        assert done.err.startswith("xref: ")
        assert done.err.count("\n") <= 2
    assert hidden(tmp_path) == []


PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2


def heeding_rights() -> None:
    """Have a process of root heed the rights of files, as that of any user does."""
    if os.geteuid() == 0:
        for right in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            assert ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, right, 0, 0, 0) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="takes a right from root as Linux does")
@pytest.mark.hostile("the file system", "a folder without the right to write")
@pytest.mark.parametrize("command", few(["report", "baseline"], ["report"]))
def test_a_read_only_folder_is_told(command: str, corpus: Path, tmp_path: Path) -> None:
    held = tmp_path / "held"
    held.mkdir()
    held.chmod(0o555)
    output = {"report": "out", "baseline": "b.json"}[command]
    done = process(command, corpus, "-q", "-o", output, cwd=held, before=heeding_rights)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"xref: --output.*[Pp]ermission.*\n", done.stderr)
    assert list(held.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="takes a right from root as Linux does")
@pytest.mark.hostile("the file system", "a folder without the right to write")
def test_a_read_only_folder_is_checked_without_a_cache(tmp_path: Path) -> None:
    write(tmp_path / "in", harrow=FIRST, dunmere=CLASHING)
    held = tmp_path / "held"
    held.mkdir()
    held.chmod(0o555)
    done = process("check", tmp_path / "in", "-q", cwd=held, before=heeding_rights)
    assert (done.returncode, done.stderr) == (1, "")
    assert list(held.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="takes a right from root as Linux does")
@pytest.mark.hostile("the file system", "files and folders without the right to read")
@pytest.mark.parametrize("what", few(["file", "folder", "record"], ["file"]))
def test_what_may_not_be_read_is_told(what: str, corpus: Path, tmp_path: Path) -> None:
    shut = {"file": corpus / "shut.md", "folder": corpus / "shut", "record": corpus / "shut.jsonl"}
    if what == "folder":
        write(shut[what], tarn=CLASHING)
    else:
        shut[what].write_text(CLASHING, encoding="utf-8")
    shut[what].chmod(0)
    done = process("check", corpus, "--no-cache", cwd=tmp_path, before=heeding_rights)
    shut[what].chmod(0o700)
    told, last = done.stdout.splitlines()
    assert (done.returncode, last) == (0, "no findings in 2 articles, 1 skipped")
    assert told.startswith(f"{shut[what]}: skipped: ")
    assert told.endswith(": Permission denied")


@pytest.mark.hostile("the file system", "two runs at once into one folder")
def test_two_runs_at_once_leave_whole_reports(tmp_path: Path) -> None:
    write(tmp_path / "in", harrow=FIRST, dunmere=SECOND)
    write(tmp_path / "in2", harrow=FIRST, dunmere=CLASHING)
    both = [
        subprocess.Popen(command("report", name, "-o", "out", "-q"), cwd=tmp_path)
        for name in ("in", "in2", "in")
    ]
    assert [each.wait() for each in both] == [0, 0, 0]
    report = json.loads((tmp_path / "out/report.json").read_text(encoding="utf-8"))
    assert len(report["articles"]) == 2
    page = (tmp_path / "out/report.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")
    assert hidden(tmp_path) == []


@pytest.mark.hostile("the file system", "two runs at once with one baseline and one cache")
def test_two_baselines_at_once_leave_a_whole_one(tmp_path: Path) -> None:
    write(tmp_path / "in", harrow=FIRST, dunmere=CLASHING)
    both = [
        subprocess.Popen(command("baseline", "in", "-q", "-o", "b.json"), cwd=tmp_path)
        for _ in range(3)
    ]
    assert [each.wait() for each in both] == [0, 0, 0]
    assert run("check", "in", "-q", "--baseline", "b.json", cwd=tmp_path).status == 0
    assert hidden(tmp_path) == []


SLOW_RENAME = """
import os, pathlib, signal, sys, time
from xref.cli import writing
def slow(*_):
    print("writing", file=sys.stderr, flush=True)
    time.sleep(30)
writing.os.fsync = slow
sys.argv[0] = "xref"
signal.signal(signal.SIGINT, signal.default_int_handler)
from xref.cli import main
main()
"""


@pytest.mark.skipif(os.name != "posix", reason="sends POSIX signals")
@pytest.mark.hostile("the file system", "an end in the midst of writing")
@pytest.mark.parametrize("command", few(["report", "baseline"], ["report"]))
@pytest.mark.parametrize(
    "sign", few({"SIGINT": signal.SIGINT, "SIGTERM": signal.SIGTERM}, ["SIGTERM"])
)
def test_an_end_in_the_midst_of_writing_leaves_the_old(
    sign: signal.Signals, command: str, tmp_path: Path
) -> None:
    write(tmp_path / "in", harrow=FIRST, dunmere=CLASHING)
    old = tmp_path / "out/report.json"
    old.parent.mkdir()
    old.write_text("old", encoding="utf-8")
    output = {"report": "out", "baseline": "out/report.json"}[command]
    with subprocess.Popen(
        [sys.executable, "-c", SLOW_RENAME, command, "in", "-q", "-o", output],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as running:
        assert running.stderr is not None
        assert running.stderr.readline() == "writing\n"
        running.send_signal(sign)
        told = running.stderr.read()
    assert running.returncode == 128 + sign
    assert "Traceback" not in told
    assert list(old.parent.iterdir()) == [old]
    assert old.read_text(encoding="utf-8") == "old"


SLOW_READ = """
import signal, sys, time
import xref.load
load = xref.load.load
def slow(*arguments, **options):
    yield next(load(*arguments, **options))
    print("reading", file=sys.stderr, flush=True)
    time.sleep(30)
xref.load.load = slow
sys.argv[0] = "xref"
signal.signal(signal.SIGINT, signal.default_int_handler)
from xref.cli import main
main()
"""


@pytest.mark.skipif(os.name != "posix", reason="sends POSIX signals")
@pytest.mark.hostile("the file system", "an end in the midst of reading")
@pytest.mark.parametrize("command", few(["report", "check", "extract", "baseline"], ["check"]))
@pytest.mark.parametrize(
    "sign", few({"SIGINT": signal.SIGINT, "SIGTERM": signal.SIGTERM}, ["SIGTERM"])
)
def test_an_end_in_the_midst_of_reading_leaves_nothing(
    sign: signal.Signals, command: str, tmp_path: Path
) -> None:
    write(tmp_path / "in", harrow=FIRST, dunmere=CLASHING)
    (tmp_path / "work").mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", SLOW_READ, command, tmp_path / "in", "-q"],
        cwd=tmp_path / "work",
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as running:
        assert running.stderr is not None
        assert running.stdout is not None
        assert running.stderr.readline() == "reading\n"
        running.send_signal(sign)
        assert running.stdout.read() == ""
        assert "Traceback" not in running.stderr.read()
    assert running.returncode == 128 + sign
    assert {path.name for path in (tmp_path / "work").iterdir()} <= {".xref-cache"}
    again = run("check", tmp_path / "in", "-q", cwd=tmp_path / "work")
    assert again == run("check", tmp_path / "in", "-q", "--no-cache", cwd=tmp_path / "work")
    assert again.status == 1


@pytest.mark.hostile("the file system", "a reader that goes away")
@pytest.mark.parametrize(
    "arguments",
    few(
        {
            "report": ("report", "inputs", "-o", "-", "-f", "json", "-q"),
            "extract": ("extract", "inputs", "-f", "jsonl", "-q"),
        },
        ["extract"],
    ),
)
def test_a_reader_that_goes_away_is_no_fault(arguments: tuple[str, ...]) -> None:
    with subprocess.Popen(
        command(*arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        told = running.stderr.read().splitlines()
        assert [line for line in told if not line.startswith(b"xref: note on ")] == []
        assert running.wait() == 0


@pytest.mark.hostile("the file system", "many files")
@pytest.mark.parametrize("folders", few([20, 1_000], ["20"]))
def test_many_files_are_listed_one_by_one(folders: int, tmp_path: Path) -> None:
    for n in range(folders):
        (tmp_path / f"{n:04}").mkdir()
        for m in range(100):
            (tmp_path / f"{n:04}/{m}.txt").touch()
    assert sum(isinstance(each, Skipped) for each in load([str(tmp_path)])) == 100 * folders


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's /dev and /proc")
@pytest.mark.hostile("the file system", "files that open and cannot be read")
@pytest.mark.parametrize("suffix", ["md", "txt", "json", "jsonl"])
def test_a_file_that_cannot_be_read_is_told(suffix: str, corpus: Path, tmp_path: Path) -> None:
    """The system opens it for anyone, and reading at its start fails, for a root user too."""
    bad = tmp_path / f"bad.{suffix}"
    bad.symlink_to("/proc/self/mem")
    done = run("check", corpus, bad, "-q", cwd=tmp_path)
    assert done.status == 0
    assert done.err == f"xref: skipped {bad}: the file cannot be read: Input/output error\n"


@pytest.mark.skipif(os.name != "posix", reason="reads /dev/zero")
@pytest.mark.hostile("the file system", "a standard input without end")
def test_a_standard_input_without_end_is_told(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "MOST_PIPED", 5_000_000)
    with Path("/dev/zero").open("rb") as zeros:
        found = list(load([str(corpus), "-"], zeros))
    assert [each.reason for each in found if isinstance(each, Skipped)] == [
        "standard input is longer than 5 MB; give it as files"
    ]
    assert len(found) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="writes to /dev/full")
@pytest.mark.hostile("the file system", "a standard output that is full")
@pytest.mark.parametrize(
    "arguments",
    few(
        {
            "report": ("report", "articles", "-o", "-", "-f", "json"),
            "check": ("check", "articles"),
            "extract": ("extract", "articles"),
            "explain": ("explain", "0123456789", "articles"),
            "rules": ("rules", "list"),
            "help": ("help",),
            "--version": ("--version",),
        },
        ["check", "--version"],
    ),
)
def test_a_full_standard_output_is_told(
    arguments: tuple[str, ...], corpus: Path, tmp_path: Path
) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command(*arguments), cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1].startswith((b"xref: ", b"  "))


@pytest.mark.skipif(os.name != "posix", reason="makes FIFOs")
@pytest.mark.hostile("the file system", "files of xref's own that never end")
@pytest.mark.parametrize(
    "named",
    few(
        {
            "--rules": ("check", "--rules"),
            "--baseline": ("check", "--baseline"),
            "--ignore": ("check", "--ignore"),
            "--settings": ("check", "--settings"),
            "--weights": ("profile", "--weights"),
            "--against": ("report", "--against"),
        },
        ["--baseline"],
    ),
)
def test_files_without_end_are_refused(
    named: tuple[str, str], corpus: Path, tmp_path: Path
) -> None:
    command, option = named
    before = limited((resource.RLIMIT_AS, 4_000_000_000))
    done = process(command, corpus, option, "/dev/zero", "-q", cwd=tmp_path, before=before)
    assert done.returncode == 2
    assert "larger than" in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="makes FIFOs")
@pytest.mark.hostile("the file system", "a FIFO among rule files")
def test_a_fifo_among_rule_files_is_left(corpus: Path, tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    packs.mkdir()
    os.mkfifo(packs / "a.yaml")
    (packs / "b.yaml").write_text("xref: 1\nextends: default\n", encoding="utf-8")
    done = run("check", corpus, "--rules", "packs", cwd=tmp_path)
    assert done.status == 0, done.err


@pytest.mark.skipif(os.name != "posix", reason="makes links in a circle")
@pytest.mark.hostile("the file system", "files of xref's own that are links in a circle")
@pytest.mark.parametrize("option", ["--rules", "--baseline", "--ignore", "--settings", "--new", ""])
def test_links_in_a_circle_are_told(option: str, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to("round")
    if option == "":
        (tmp_path / "xref.toml").write_text('ignore = "round"', encoding="utf-8")
    done = run("check", corpus, *([option, "round"] if option else []), cwd=tmp_path)
    assert done.status == 2
    assert "Traceback" not in done.err
