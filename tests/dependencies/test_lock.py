"""The lock, the project file and what is installed are held against each other."""

import re
from importlib.metadata import distributions
from pathlib import Path

import pytest

from dependencies.check import check
from dependencies.edges import lowest
from dependencies.install import LOCK, ROOT, kept, python_of
from dependencies.lock import BASE, LOCKS, locked, pins

INSTALLED = {dist.metadata["Name"]: dist for dist in distributions()}
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def faults(tmp_path: Path, old: str, new: str) -> list[str]:
    """What is told of a project file with `old` written as `new`."""
    assert PROJECT.count(old) == 1, old
    (tmp_path / "pyproject.toml").write_text(PROJECT.replace(old, new), encoding="utf-8")
    return [fault for fault in check(tmp_path, INSTALLED) if "is installed" not in fault]


def test_a_dependency_that_is_not_locked_is_told(tmp_path: Path) -> None:
    told = faults(tmp_path, '  "jinja2>=3.1",\n', '  "jinja2>=3.1",\n  "walrus-press>=2",\n')
    assert "walrus-press>=2 is asked for in pyproject.toml and not in run.txt" in told
    assert "walrus-press is needed, and not locked" in told


def test_a_bound_that_the_lock_does_not_meet_is_told(tmp_path: Path) -> None:
    held = next(pin for pin in locked("run") if pin.name == "jinja2")
    version = str(held.specifier).removeprefix("==")
    told = faults(tmp_path, '"jinja2>=3.1"', '"jinja2>=900"')
    assert told == [f"pyproject.toml asks for jinja2>=900, run.txt holds {version}"]


def test_what_nothing_asks_for_any_more_is_told(tmp_path: Path) -> None:
    told = faults(tmp_path, '  "num2words>=0.5.14",\n', "")
    assert told == [
        "docopt is locked, and nothing asks for it",
        "num2words is locked, and nothing asks for it",
    ]


def test_another_version_than_the_locked_one_is_told() -> None:
    class Older:
        version = "0.0.1"
        requires = None

    pinned = next(pin for pin in locked("run") if pin.name == "markupsafe")
    told = list(check(ROOT, INSTALLED | {"markupsafe": Older(), "MarkupSafe": Older()}))
    assert f"{pinned} is locked, 0.0.1 is installed" in told


def test_every_pin_has_hashes_and_no_address() -> None:
    for name in LOCKS:
        text = (LOCK / f"{name}.txt").read_text(encoding="utf-8")
        assert not re.search(r"https?:|file:|index|find-links|@", text), name
        for pin in pins(LOCK / f"{name}.txt"):
            assert re.match(
                r"[a-z0-9-]+==\S+(?: ; [^\\]+)? \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+\Z",
                pin,
            ), pin


def test_the_lowest_versions_are_the_bounds() -> None:
    assert "jinja2==3.1" in lowest()
    assert "pytest==9" in lowest()


@pytest.mark.parametrize("lock", BASE)
def test_each_lock_says_something(lock: str) -> None:
    assert locked(lock)


def environment(folder: Path, record: str | None) -> Path:
    """What `python -m venv` leaves of an environment, and its record."""
    python_of(folder).parent.mkdir()
    python_of(folder).touch()
    if record is not None:
        (folder / "locked").write_text(record, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (None, None),
        ("", {}),
        ("build 1\n", {"build": "1"}),
        ("build 1\nrun 2\n", {"build": "1", "run": "2"}),
        ("build 1\nrun 2\nlong 7\n", {"build": "1", "run": "2", "long": "7"}),
        ("build 1\nrun 3\n", None),
    ],
    ids=["broken off", "new", "partly there", "whole", "with more", "of another lock"],
)
def test_an_environment_is_kept_where_it_is_whole(
    record: str | None, expected: dict[str, str] | None, tmp_path: Path
) -> None:
    assert kept(environment(tmp_path, record), {"build": "1", "run": "2"}) == expected


def test_an_environment_without_its_python_is_made_anew(tmp_path: Path) -> None:
    python_of(environment(tmp_path, "build 1\n")).unlink()
    assert kept(tmp_path, {"build": "1"}) is None
