"""What an index holds is what a run over all its articles finds, however they came to be in it."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from threading import Thread

import pytest

from benchmarks.stories import account, news
from xref import pipeline
from xref.index import DamagedError, Grown, Index, OtherIndexError, grow, join, whole_report
from xref.keeping import Keeping
from xref.load import load
from xref.model.article import Document, Skipped
from xref.model.report import Report
from xref.pipeline import ALONE
from xref.render import FORMATS, Options
from xref.rules import RuleSet, default_packs
from xref.rules import load as load_rules
from xref.stages import Words
from xref.store import NotAStoreError, Store

ROOT = Path(__file__).parents[2]
Documents = Sequence[Document | Skipped]


@cache
def rules() -> RuleSet:
    return load_rules(default_packs())


@cache
def words() -> Words:
    return pipeline.words(rules())


@cache
def samples() -> tuple[Document | Skipped, ...]:
    return (*load([str(ROOT / "inputs")]), Skipped("inputs/broken.pdf", "no text"))


def told(report: Report) -> str:
    return FORMATS["json"].render(report, Options())


def plain(documents: Iterable[Document | Skipped]) -> str:
    return told(pipeline.run(documents, rules(), words()))


def but_why(text: str) -> object:
    """A report without what joined each story in words: that is what weighed most when it grew."""
    report = json.loads(text)
    for story in report["stories"]:
        del story["why"]
    return report


def grown(
    file: Path, documents: Iterable[Document | Skipped], covered: str = "", at_once: int = 1000
) -> Grown:
    with Store.named(file, new=True) as store:
        keeping = Keeping(store, ())
        index = Index(store, keeping.program)
        return grow(
            index,
            keeping,
            documents,
            lambda path: bool(covered) and path.startswith(covered),
            words(),
            ALONE,
            at_once=at_once,
        )


def held(file: Path) -> str:
    with Store.named(file) as store:
        keeping = Keeping(store, ())
        index = Index(store, keeping.program)
        return told(whole_report(index, keeping, rules(), words(), ALONE))


def test_an_index_tells_what_a_run_tells(tmp_path: Path):
    file = tmp_path / "news.xref"
    count = sum(isinstance(each, Document) for each in samples())
    assert grown(file, samples()).added == count
    assert held(file) == plain(samples())
    again = grown(file, samples())
    assert (again.added, again.unchanged) == (0, count)
    assert held(file) == plain(samples())


@pytest.mark.parametrize("turned", [False, True])
def test_articles_that_come_one_by_one_are_sorted_as_those_that_come_at_once(
    tmp_path: Path, turned: bool
):
    file = tmp_path / "news.xref"
    documents = [*samples(), *news(40)]
    grown(file, documents[::-1] if turned else documents, at_once=7)
    assert but_why(held(file)) == but_why(plain(documents))


def test_an_article_touches_only_the_stories_that_it_may_belong_to(tmp_path: Path):
    file = tmp_path / "news.xref"
    documents = list(news(60))
    grown(file, documents)
    new = account(3, 90)
    with Store.named(file) as store:
        keeping = Keeping(store, ())
        index = Index(store, keeping.program)
        (item,) = pipeline.extracted([new], words(), keeping=keeping)
        assert isinstance(item, pipeline.Extracted)
        joined = join(index, keeping, {new.id: (keeping.key_of(new.id), item)})
    mine = [story for story in joined.found.stories if new.id in story.articles]
    assert len(mine[0].articles) > 1
    assert len(joined.seen) < 20
    grown(file, [new])
    assert but_why(held(file)) == but_why(plain([*documents, new]))


def test_what_was_withdrawn_edited_or_moved_is_gone(tmp_path: Path):
    file = tmp_path / "news.xref"
    documents = [replace(each, path=f"news/{each.id}.txt") for each in news(40)]
    grown(file, documents)
    edited = replace(documents[5], text=documents[6].text.replace("killed", "hurt"))
    moved = replace(documents[8], id="elsewhere", path="news/elsewhere.txt")
    rest = [each for n, each in enumerate(documents) if n not in (5, 8, 9, 30)]
    now = [*rest, edited, moved]
    counts = grown(file, now, covered="news/")
    assert (counts.added, counts.changed, counts.withdrawn) == (1, 1, 3)
    assert but_why(held(file)) == but_why(plain(now))


def test_what_lies_elsewhere_stays(tmp_path: Path):
    file = tmp_path / "news.xref"
    old = [replace(each, path=f"old/{each.id}.txt") for each in news(10)]
    new = [replace(each, path=f"new/{each.id}.txt") for each in news(10, first=500)]
    grown(file, old, covered="old/")
    assert grown(file, new, covered="new/").withdrawn == 0
    assert but_why(held(file)) == but_why(plain([*old, *new]))


def test_two_articles_of_one_id_are_told_apart_by_their_paths(tmp_path: Path):
    file = tmp_path / "news.xref"
    one, other = (replace(each, id="a") for each in news(2, first=40))
    grown(file, [replace(one, path="x/a.txt")], covered="x/")
    assert grown(file, [replace(other, path="y/a.txt")], covered="y/").added == 1
    assert '"id":"y/a.txt"' in held(file).replace(": ", ":")


def test_a_run_that_is_killed_leaves_it_whole(tmp_path: Path):
    file = tmp_path / "news.xref"
    documents = list(news(40))

    def killed() -> Iterable[Document]:
        yield from documents[:25]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grown(file, killed(), at_once=10)
    assert but_why(held(file)) == but_why(plain(documents[:20]))
    grown(file, documents)
    assert but_why(held(file)) == but_why(plain(documents))


def test_two_runs_at_once_lose_nothing(tmp_path: Path):
    file = tmp_path / "news.xref"
    documents = list(news(40))
    grown(file, documents[:4])
    halves = [
        Thread(target=grown, args=(file, some), kwargs={"at_once": 3})
        for some in (documents[4:20], documents[20:])
    ]
    for each in halves:
        each.start()
    for each in halves:
        each.join()
    assert but_why(held(file)) == but_why(plain(documents))


DAMAGE = [
    "UPDATE article SET story = 'story-elsewhere' WHERE n = 3",
    "UPDATE article SET path = 'x', digest = zeroblob(12) WHERE n = 3",
    "UPDATE story SET told = replace(told, 'articles', 'artikles')",
    "UPDATE kept SET value = zeroblob(9)",
    "UPDATE kept SET digest = zeroblob(16)",
    "DELETE FROM kept",
    "DELETE FROM article WHERE n = 3",
    "DELETE FROM story WHERE n = 2",
]


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_damaged_is_made_anew_and_never_believed(tmp_path: Path, damage: str):
    file = tmp_path / "news.xref"
    documents = list(news(12))
    grown(file, documents)
    connection = sqlite3.connect(file)
    connection.execute(damage)
    connection.commit()
    connection.close()
    try:
        found = held(file)
    except DamagedError:
        found = plain(documents)
    assert but_why(found) == but_why(plain(documents))
    assert grown(file, documents).repaired
    assert but_why(held(file)) == but_why(plain(documents))
    assert not grown(file, documents).repaired


def test_another_file_is_left_alone(tmp_path: Path):
    text, other = tmp_path / "a.txt", tmp_path / "b.sqlite"
    text.write_text("The quince harvest was good.")
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE mine (a)")
    connection.close()
    before = text.read_bytes(), other.read_bytes()
    for file in (text, other, tmp_path):
        with pytest.raises(NotAStoreError):
            Store.named(file, new=True)
    with pytest.raises(NotAStoreError, match="there is no such file"):
        Store.named(tmp_path / "none")
    assert (text.read_bytes(), other.read_bytes()) == before
    assert not (tmp_path / "none").exists()


def test_other_measures_need_an_index_of_their_own(tmp_path: Path):
    file = tmp_path / "news.xref"
    grown(file, news(2))
    with Store.named(file) as store, pytest.raises(OtherIndexError):
        Index(store, Keeping(store, ({"ferry.capacity": {"counted": ["passenger"]}},)).program)
