"""What is kept comes back as it was, or not at all."""

import sqlite3
from pathlib import Path
from random import Random
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.store import NAME, Store


def test_what_was_put_is_there_in_the_next_run(tmp_path: Path):
    with Store(tmp_path / "kept") as store:
        assert store.get("a") is None
        store.put("a", b"one")
        assert store.get("a") == b"one"
    with Store(tmp_path / "kept") as store:
        assert store.get("a") == b"one"
        store.put("a", b"two")
    with Store(tmp_path / "kept") as store:
        assert store.get("a") == b"two"
    assert (tmp_path / "kept" / ".gitignore").read_text() == "*\n"


@given(values=st.dictionaries(st.text(min_size=1, max_size=40), st.binary(max_size=200)))
@settings(max_examples=30, deadline=None)
def test_any_value_comes_back(values: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("kept")
    with Store(folder) as store:
        for key, value in values.items():
            store.put(key, value)
    with Store(folder) as store:
        assert {key: store.get(key) for key in values} == values


def changed(folder: Path, statement: str) -> None:
    connection = sqlite3.connect(folder / NAME)
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE kept SET value = zeroblob(10)",
        "UPDATE kept SET value = 'text'",
        "UPDATE kept SET value = NULL WHERE 0",
        "UPDATE kept SET digest = zeroblob(16)",
        "UPDATE kept SET key = 'b' WHERE key = 'a'",
        "UPDATE kept SET value = (SELECT value FROM kept WHERE key = 'other'),"
        " digest = (SELECT digest FROM kept WHERE key = 'other') WHERE key = 'a'",
    ],
)
def test_a_value_that_was_tampered_with_is_not_there(tmp_path: Path, statement: str):
    with Store(tmp_path) as store:
        store.put("a", b"one")
        store.put("other", b"two")
    changed(tmp_path, statement)
    with Store(tmp_path) as store:
        found = store.get("a"), store.get("b")
        assert found == ((b"one", None) if "WHERE 0" in statement else (None, None))
        store.put("a", b"again")
    with Store(tmp_path) as store:
        assert store.get("a") == b"again"


@pytest.mark.parametrize(
    "raw", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000], ids=range(3)
)
def test_a_damaged_file_is_made_anew(tmp_path: Path, raw: bytes):
    (tmp_path / NAME).write_bytes(raw)
    with Store(tmp_path) as store:
        assert store.get("a") is None
        store.put("a", b"one")
    with Store(tmp_path) as store:
        assert store.get("a") == b"one"


def test_a_table_of_another_shape_is_made_anew(tmp_path: Path):
    changed(tmp_path, "CREATE TABLE kept (key TEXT)")
    with Store(tmp_path) as store:
        store.put("a", b"one")
    with Store(tmp_path) as store:
        assert store.get("a") == b"one"


def test_a_file_cut_short_while_it_is_open_holds_nothing(tmp_path: Path):
    with Store(tmp_path) as store:
        for at in range(50):
            store.put(str(at), b"x" * 5000)
    whole = (tmp_path / NAME).read_bytes()
    (tmp_path / NAME).write_bytes(whole[: len(whole) // 2])
    with Store(tmp_path) as store:
        assert {store.get(str(at)) for at in range(50)} <= {None, b"x" * 5000}


def test_a_folder_that_cannot_be_made_holds_nothing(tmp_path: Path):
    (tmp_path / "file").touch()
    with Store(tmp_path / "file" / "kept") as store:
        store.put("a", b"one")
        assert store.get("a") is None


def test_the_oldest_make_room(tmp_path: Path):
    noise = [Random(at).randbytes(1000) for at in range(20)]
    with Store(tmp_path) as store:
        for at, value in enumerate(noise[:10]):
            store.put(f"{at:02}", value)
    changed(tmp_path, "UPDATE kept SET used = used - 2")
    with Store(tmp_path, most=6000) as store:
        assert store.get("03") == noise[3]
        for at, value in enumerate(noise[10:12], start=10):
            store.put(f"{at:02}", value)
    with Store(tmp_path) as store:
        left = {f"{at:02}" for at in range(12) if store.get(f"{at:02}") is not None}
    assert {"03", "10", "11"} <= left
    assert len(left) < 12


def test_several_runs_write_at_once(tmp_path: Path):
    def run(name: str) -> None:
        for at in range(20):
            with Store(tmp_path) as store:
                store.put(f"{name}{at}", name.encode() * 100)
                store.put("shared", b"the same")

    threads = [Thread(target=run, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Store(tmp_path) as store:
        assert store.get("shared") == b"the same"
        for name in "abcd":
            for at in range(20):
                assert store.get(f"{name}{at}") in (None, name.encode() * 100)
