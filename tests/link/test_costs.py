"""The cost of linking grows with the articles, not with their pairs: steps are counted, not timed."""

from functools import partial
from random import Random

import pytest

from tests.golden.making import article
from xref.compare import aligning
from xref.link import bonds, origins, utterances
from xref.link.shingles import REACH, Groups, postings, shared
from xref.link.stories import stories
from xref.model.claim import Attribution, Claim, Quotation, QuotationType, SourceType, Speaker
from xref.model.link import Story
from xref.model.span import Span

SYLLABLES = ["ka", "re", "mo", "lin", "dor", "vas", "tu", "per", "shi", "gan", "ol", "bre"]


def word(random: Random, capital: bool = False) -> str:
    made = "".join(random.choice(SYLLABLES) for _ in range(3))
    return made.capitalize() if capital else made


def corpus(size: int):
    """Articles of stories of five; the articles of one story share names and half of a sentence."""
    random = Random(7)
    made = {}
    for number in range(size // 5):
        names = [f"{word(random, True)} {word(random, True)}" for _ in range(6)]
        shared_words = " ".join(word(random) for _ in range(12))
        for outlet in range(5):
            own = " ".join(word(random) for _ in range(20))
            text = " and ".join(f"the {word(random)} {name}" for name in names)
            key = f"s{number:04}-{outlet}"
            made[key] = article(
                key, f"paper {outlet}", f"It was {text} who {shared_words} {own}.", title="News"
            )
    return made


class Counter:
    """Counts the calls of a function that goes on working."""

    def __init__(self, function):
        self.calls, self.function = 0, function

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.function(*args, **kwargs)

    def __get__(self, instance, owner=None):
        """As a method, so that it can stand in for one."""
        return partial(self, instance)


def bonds_of(size, monkeypatch) -> int:
    counter = Counter(bonds.Scale.bond)
    monkeypatch.setattr(bonds.Scale, "bond", counter)
    found = stories(corpus(size), {}).stories
    monkeypatch.undo()
    assert sum(len(story.articles) for story in found) == size
    assert sum(len(story.articles) == 5 for story in found) > 0.8 * len(found)
    return counter.calls


def test_bonds_grow_with_the_articles(monkeypatch):
    few, many = bonds_of(200, monkeypatch), bonds_of(800, monkeypatch)
    assert few >= 200
    assert many < 5 * few


def test_a_name_in_every_article_brings_nobody_together(monkeypatch):
    made = {
        k: article(k, k, f"It is the harbour of Alden, said the {k}.", title="x")
        for k in map(str, range(400))
    }
    counter = Counter(bonds.Scale.bond)
    monkeypatch.setattr(bonds.Scale, "bond", counter)
    stories(made, {})
    assert counter.calls == 0


@pytest.mark.parametrize("size", [50, 400])
def test_a_key_of_all_texts_costs_a_step_for_each(size):
    lists = postings([["key", f"own {n}"] for n in range(size)])
    assert lists == {"key": list(range(size))}
    assert len(shared(lists)) <= REACH * size


def test_a_wire_story_in_a_thousand_papers_is_one_origin(monkeypatch):
    text = " ".join(word(Random(3)) + str(n) for n in range(60))
    made = {f"p{n:04}": article(f"p{n:04}", "x", f"{text} {n}.", title="x") for n in range(1000)}
    counter = Counter(origins._passage)
    monkeypatch.setattr(origins, "_passage", counter)
    (origin,) = origins.origins(made)
    assert len(origin.articles) == 1000
    assert counter.calls <= REACH * 1000


def quoted(size: int, distinct: int):
    """One sentence in `size` papers, in `distinct` wordings."""
    articles, claims = {}, {}
    for n in range(size):
        said = f"we will rebuild the old pier before the winter of year {n % distinct} whatever it costs"
        text = f"“{said},” Ilse Varga said."
        key, span = f"p{n:04}", Span(1, 1 + len(said))
        at = text.index("Ilse")
        speaker = Speaker("Ilse Varga", Span(at, at + 10), "Ilse Varga")
        articles[key] = made = article(key, key, text, title="x")
        claims[key] = (
            Claim(
                key, key, key, "text", span, said, Span(0, len(text)), made.blocks[0].zone,
                Quotation(QuotationType.DIRECT, (span,), (span,)),
                Attribution(SourceType.NAMED, speaker),
            ),
        )  # fmt: skip
    return articles, claims


def alignments(size, distinct, monkeypatch) -> int:
    articles, claims = quoted(size, distinct)
    counter = Counter(aligning.align)
    monkeypatch.setattr(utterances, "align", counter)
    story = Story("s", tuple(sorted(articles)), "")
    found, _ = utterances.utterances(story, articles, claims)
    assert len({r.article for u in found for r in u.renderings}) == size
    return counter.calls


def test_a_sentence_in_many_papers_is_compared_by_its_wordings(monkeypatch):
    few, many = alignments(100, 4, monkeypatch), alignments(400, 4, monkeypatch)
    assert many < 5 * few


def test_groups_are_those_of_a_naive_partition():
    random = Random(1)
    groups, naive = Groups(60), [{n} for n in range(60)]
    for _ in range(45):
        one, other = random.randrange(60), random.randrange(60)
        groups.join(one, other)
        joined = {x for group in naive if one in group or other in group for x in group}
        naive = [group for group in naive if one not in group and other not in group] + [joined]
    assert [set(group) for group in groups.members()] == sorted(naive, key=min)


@pytest.mark.parametrize("piece", ["the ", "[", "(", "... ", "' ", "“", "12 ", "not ", "a", "’s "])
def test_a_hundred_thousand_characters_of_anything_are_read_and_laid(piece):
    from xref.compare.words import Said, relate

    long = (piece * (100_000 // len(piece)))[:100_000]
    other = Said(("we will not sell the ferry", long))
    assert relate(Said((long,)), other).reason
