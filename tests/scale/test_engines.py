"""However many processes do the work, and whatever becomes of them, the report is the same."""

import os
import signal
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

from benchmarks.stories import news
from xref import pipeline
from xref.engines import Processes
from xref.load import load
from xref.model.article import Document, Skipped
from xref.render import FORMATS, Options
from xref.rules import RuleSet, default_packs
from xref.rules import load as load_rules
from xref.stages import Alone, Engine, Words

ROOT = Path(__file__).parents[2]


@cache
def rules() -> RuleSet:
    return load_rules(default_packs())


@cache
def words() -> Words:
    return pipeline.words(rules())


@cache
def documents() -> tuple[Document | Skipped, ...]:
    """The samples and generated news, enough to be worth workers, and files that cannot be read."""
    some = [*load([str(ROOT / "inputs")]), *news(40)]
    return (*some[:5], Skipped("broken.pdf", "no text"), *some[5:], Skipped("worse.pdf", "no text"))


def told(engine: Engine) -> str:
    return FORMATS["json"].render(
        pipeline.run(documents(), rules(), words(), engine=engine), Options()
    )


@cache
def alone() -> str:
    return told(Alone())


@pytest.mark.parametrize("jobs", [2, 3])
def test_processes_tell_what_one_tells(jobs: int):
    with Processes(jobs) as engine:
        assert told(engine) == alone()


def doubled(part: Sequence[int], _: Words) -> list[int]:
    return [2 * each for each in part]


def process(part: Sequence[int], _: Words) -> list[int]:
    return [os.getpid()] * len(part)


def deadly(part: Sequence[int], _: Words) -> list[int]:
    """The double of each number; a worker that is given 7 is killed."""
    if 7 in part and os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return doubled(part, _)


HERE = os.getpid()


def test_partitions_come_in_their_order_and_empty_ones_are_empty():
    parts = [[n, n + 1] if n % 3 else [] for n in range(50)]
    with Processes(2) as engine:
        assert list(engine.each(doubled, parts, words())) == [
            [2 * each for each in part] for part in parts
        ]


def test_partitions_are_asked_for_as_they_are_needed():
    taken = []

    def parts() -> Iterator[list[int]]:
        for n in range(1000):
            taken.append(n)
            yield [n]

    with Processes(2) as engine:
        found = engine.each(doubled, parts(), words())
        assert next(found) == [0]
        assert len(taken) < 100


def places(engine: Engine, count: int) -> set[int]:
    """The processes in which so many partitions were worked on."""
    return {
        id_ for made in engine.each(process, [[n] for n in range(count)], words()) for id_ in made
    }


def test_few_partitions_start_no_worker():
    with Processes(2) as engine:
        assert places(engine, 2) == {HERE}
        assert HERE not in places(engine, 9)
        assert HERE not in places(engine, 1), "they are there by now"


def test_a_worker_that_is_killed_costs_nothing_but_time():
    with Processes(2) as engine:
        found = list(engine.each(deadly, [[n] for n in range(40)], words()))
        assert found == [[2 * n] for n in range(40)]
        assert list(engine.each(doubled, [[1]], words())) == [[2]]


def test_an_error_in_a_worker_is_the_error_of_the_run():
    with Processes(2) as engine, pytest.raises(ZeroDivisionError):
        list(engine.each(failing, [[n] for n in range(9)], words()))


def failing(part: Sequence[int], _: Words) -> list[int]:
    return [1 // (5 - each) for each in part]
