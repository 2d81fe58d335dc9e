"""Two sentences of one thing: the relation of their figures, by `relate` alone."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from xref.compare import Beside, Reading, reading_of, relate
from xref.extract import extract
from xref.model.article import Article, Document
from xref.model.claim import Claim, Date, Quantity
from xref.pipeline import words
from xref.read import read
from xref.rules.ruleset import RuleSet

PAIRS = yaml.safe_load((Path(__file__).parent / "pairs.yaml").read_text(encoding="utf-8"))
WORDS = words(RuleSet((), (), {}))


def reading(pair: dict[str, Any], side: str) -> Reading:
    """The reading of the figure of one side, beside all that its article says."""
    day = pair.get(f"{side}_published", date(2031, 3, 17))
    article = read(
        Document(id=side, path=side, text=pair[side], outlet=f"Outlet {side}", published=str(day)),
        WORDS.reading,
    )
    assert isinstance(article, Article)
    claims = extract(article, WORDS.claims).claims
    return reading_of(figure(claims, pair, side), article, beside=Beside(claims))


def figure(claims: tuple[Claim, ...], pair: dict[str, Any], side: str) -> Claim:
    """The figure or date that begins first within the words that a pair names."""
    told = pair["figures"][side == "b"]
    start = pair[side].index(told)
    return next(
        claim
        for claim in sorted(claims, key=lambda c: c.span)
        if isinstance(claim.value, Quantity | Date)
        and claim.span.start < start + len(told)
        and start < claim.span.end
    )


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["name"])
def test_the_words_decide(pair: dict[str, Any]):
    relation = relate(reading(pair, "a"), reading(pair, "b"))
    assert relation.kind == pair["expect"], relation.reason
    for word in relation.words:
        assert word.text == word.span.of(pair[word.article])
        assert isinstance(word.note, str)


@pytest.mark.parametrize("bound", ["up to 40", "fewer than 30", "no more than 50"])
@pytest.mark.parametrize(("whole", "kind"), [("the members", "conflict"), ("the nurses", "scope")])
def test_a_figure_without_a_least_may_be_a_part(bound: str, whole: str, kind: str) -> None:
    """What has no least value is neither below nor above: the words for the part decide."""
    pair = {
        "a": f"The union said {bound} of {whole} had voted on Friday in the hall.",
        "b": "The union said 60 members had voted on Friday in the hall.",
        "figures": [bound, "60 members"],
    }
    assert relate(reading(pair, "a"), reading(pair, "b")).kind == kind
    assert relate(reading(pair, "b"), reading(pair, "a")).kind == kind


@pytest.mark.parametrize(
    ("early", "late"),
    [("11 a.m.", "5 p.m."), ("9 a.m.", "1 p.m."), ("midday", "6 p.m."), ("noon", "8 p.m.")],
)
@pytest.mark.parametrize("turned", [False, True])
def test_the_later_hour_of_the_day_has_the_later_figure(
    early: str, late: str, turned: bool
) -> None:
    told = [
        (f"By {early} 31 percent had voted, the electoral office said.", "31 percent"),
        (f"By {late} 52 percent had voted, the electoral office said.", "52 percent"),
    ]
    (a, one), (b, other) = reversed(told) if turned else told
    pair = {"a": a, "b": b, "figures": [one, other]}
    relation = relate(reading(pair, "a"), reading(pair, "b"))
    assert relation.kind == "update"
    assert f"Outlet {'a' if turned else 'b'} has the later figure" in relation.reason


@pytest.mark.parametrize("paragraphs", [1, 60])
def test_a_correction_at_the_foot_of_an_article_is_found(paragraphs: int) -> None:
    winter = "The council met in the old customs house and heard about the winter.\n\n" * paragraphs
    homes = "The blaze destroyed {} homes in Dunmere, the fire chief said."
    line = "Correction: An earlier version of this article said 41 homes had been destroyed."
    pair = {"a": f"{homes.format(14)}\n\n{winter}{line}", "b": homes.format(41)}
    pair |= {"figures": ["14 homes", "41 homes"]}
    assert relate(reading(pair, "a"), reading(pair, "b")).kind == "correction"
    without = pair | {"a": pair["a"].removesuffix(line)}
    assert relate(reading(without, "a"), reading(pair, "b")).kind == "conflict"
