"""A total that a user asks for: their weights, and the sum line by line."""

import pytest

from tests.profile.test_article import NOTHING, SourceType, article, claim, source
from xref.profile import WeightError, by_outlet, profile, shared, weigh, weights


def made():
    claims = [claim("1", "figure"), claim("2", "figure", source(SourceType.NAMED))]
    return profile(article(), claims, shared(NOTHING))


def test_each_line_is_what_was_measured_times_the_weight():
    asked = weights(
        "weights:\n  share of figures attributed: 40\n  figures unsourced: -1.5\n"
        "  byline known: 5\n  share of quotes verbatim: 9\n",
        "w.yaml",
    )
    (found,) = weigh([made()], asked)
    assert [(each.name, each.measured, each.adds) for each in found.weighed] == [
        ("share of figures attributed", 0.5, 20.0),
        ("figures unsourced", 1, -1.5),
        ("byline known", 0, 0.0),
        ("share of quotes verbatim", None, 0.0),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("weights: {figures atributed: 1}", 'w.yaml:1: there is no measure "figures atributed"\n  did you mean "figures attributed"?'),
        ("weights:\n  byline known: lots", 'w.yaml:2: the weight of "byline known" must be a number'),
        ("weights:\n  byline known: .inf", 'w.yaml:2: the weight of "byline known" must be a number'),
        ("weights:\n  lix: 1\n  lix: 2", 'w.yaml:3: "lix" is weighed twice'),
        ("weights: {}", "w.yaml: weights names no measure, as in\n  weights:\n    share of figures attributed: 40\n    byline known: 5"),
        ("- lix", "w.yaml: it holds one table, weights, as in\n  weights:\n    share of figures attributed: 40\n    byline known: 5"),
        ("weights: [", "w.yaml:2: this is not valid YAML"),
    ],
)  # fmt: skip
def test_errors_tell_where_and_what_to_do(text: str, said: str):
    with pytest.raises(WeightError) as caught:
        weigh([made()], weights(text, "w.yaml"))
    assert str(caught.value) == said


def test_an_outlet_adds_its_articles_up():
    pages = [article(id_=name) for name in "ab"]
    profiles = [
        profile(each, [claim("1", "figure", source(SourceType.NAMED))], shared(NOTHING))
        for each in pages
    ]
    by_id = {each.id: each for each in pages}
    outlets = {each.outlet for each in pages}
    assert outlets == {"a", "b"}
    found = by_outlet(profiles, by_id)
    assert [(each.subject, each.articles) for each in found] == [("a", ("a",)), ("b", ("b",))]
    same = {name: _renamed(page) for name, page in by_id.items()}
    (together,) = by_outlet(profiles, same)
    assert together.articles == ("a", "b")
    counts = {each.name: (each.value, each.of) for each in together.counts}
    assert counts["figures attributed"] == (2, 2)
    assert together.readability == profiles[0].readability
    facts = {fact.name: fact.value for fact in together.facts}
    assert facts["words"] == f"{2 * int({f.name: f.number for f in profiles[0].facts}['words'])}"
    assert facts["byline"] is None


def _renamed(page):
    from dataclasses import replace

    return replace(page, outlet="Orra Pilot")
