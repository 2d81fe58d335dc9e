"""Laws of linking, over generated stories: order, copies, removals and renaming change nothing they should not."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.golden.making import article
from xref.link.origins import origin_of, origins
from xref.link.persons import Named, persons
from xref.link.stories import stories
from xref.link.utterances import utterances
from xref.model.article import Article
from xref.model.claim import Attribution, Claim, Quotation, QuotationType, SourceType, Speaker
from xref.model.link import Story
from xref.model.relation import Wording
from xref.model.span import Span

LINES = [
    "We will rebuild the old pier before the winter, whatever the council says about the money",
    "We will not sell the ferry to a company that hides its books from the harbour office",
    "Nobody warned the crew that the crane had never been tested with a load of 14 tons",
    "The school stays shut until an engineer has walked across every beam of that roof",
    "This town has waited for the bridge for longer than most of its people have been alive",
]
PERSONS = ["Ilse Varga", "Tom Ellison", "Marta Kole", "Jan Berriman"]
OTHERS = ["Odile Okoro", "Petra Brandt", "Saul Mbeki", "Rosa Lindqvist"]
FILLERS = [
    "The council met late on Monday in the old customs house.",
    "Rain kept the boats in the harbour for most of the week.",
    "Two ships waited in the roads and were towed in before nightfall.",
    "The owners gave way after eleven days without a single shift.",
    "A crowd stood at the gate until the lamps were lit.",
]
laws = settings(max_examples=40, deadline=None)


@dataclass(frozen=True)
class Printed:
    """A quotation as an outlet prints it: which line, from which word to which, without or with another word."""

    line: int
    start: int
    end: int
    dropped: int
    changed: int
    person: int


printed = st.builds(
    Printed,
    st.integers(0, len(LINES) - 1),
    st.integers(0, 3),
    st.integers(9, 20),
    st.sampled_from([-1, -1, 5, 6]),
    st.sampled_from([-1, -1, 4, 7]),
    st.integers(0, len(PERSONS) - 1),
)
papers = st.lists(
    st.tuples(st.lists(printed, max_size=3), st.lists(st.sampled_from(FILLERS), max_size=3)),
    min_size=2,
    max_size=5,
)


def paper(
    name: str, said: list[Printed], filler: list[str], names=PERSONS
) -> tuple[Article, tuple[Claim, ...]]:
    """An article that quotes what `said` lists, each in a paragraph of its own, and its claims."""
    text, claims = "\n".join(filler) + "\n", []
    for number, one in enumerate(said):
        words = LINES[one.line].split()[one.start : one.end]
        if 0 <= one.changed < len(words):
            words[one.changed] = "harbour"
        if 0 <= one.dropped < len(words):
            del words[one.dropped]
        start = len(text) + 1
        who = names[one.person]
        text += f"“{' '.join(words)},” {who} said.\n"
        span = Span(start, start + len(" ".join(words)))
        at = text.rindex(who)
        claims.append(
            Claim(
                id=f"{name}#{number}",
                article=name,
                outlet=name,
                field="text",
                span=span,
                text=span.of(text),
                sentence=Span(start - 1, len(text) - 1),
                zone=article("x", "x", "x").blocks[0].zone,
                value=Quotation(QuotationType.DIRECT, (span,), (span,)),
                attribution=Attribution(
                    SourceType.NAMED, Speaker(who, Span(at, at + len(who)), who)
                ),
            )
        )
    return article(name, name, text, title=name), tuple(claims)


def newsroom(told, names=PERSONS):
    made = {f"p{n}": paper(f"p{n}", said, filler, names) for n, (said, filler) in enumerate(told)}
    return {k: a for k, (a, _) in made.items()}, {k: c for k, (_, c) in made.items()}


def link(articles, claims, voice=None):
    story = Story("s", tuple(sorted(articles)), "")
    return utterances(story, articles, claims, voice)[0]


def pairs(found):
    """What is said of each two claims."""
    out = {}
    for utterance in found:
        claim = {r.article: r.claim for r in utterance.renderings}
        for pair in utterance.pairs:
            out[claim[pair.a], claim[pair.b]] = pair.relation
    return out


@given(papers, st.randoms(use_true_random=False))
@laws
def test_the_order_of_articles_changes_nothing(told, random):
    articles, claims = newsroom(told)
    ids = list(articles)
    random.shuffle(ids)
    turned = {k: articles[k] for k in ids}, {k: claims[k] for k in ids}
    assert link(*turned) == link(articles, claims)
    assert stories(*turned) == stories(articles, claims)
    assert origins(*turned) == origins(articles, claims)


@given(papers)
@laws
def test_an_article_against_itself_differs_nowhere(told):
    articles, claims = newsroom([told[0], told[0]])
    matched = {
        (a, b): relation.relation.value
        for (a, b), relation in pairs(link(articles, claims)).items()
        if a.removeprefix("p0") == b.removeprefix("p1")
    }
    assert set(matched.values()) <= {"verbatim"}
    if len({claim.text for claim in claims["p0"]}) == len(claims["p0"]):
        long = [claim.id for claim in claims["p0"] if len(claim.text.split()) >= 6]
        assert {(one, one.replace("p0", "p1")) for one in long} <= set(matched)


@given(papers, st.integers(0, 4))
@laws
def test_a_syndicated_copy_adds_neither_agreement_nor_disagreement(told, which):
    articles, claims = newsroom(told)
    which %= len(told)
    copy, copied = paper("zcopy", *told[which])
    voice = {f"p{which}": "wire", "zcopy": "wire"}
    before = link(articles, claims, {f"p{which}": "wire"})
    after = link({**articles, "zcopy": copy}, {**claims, "zcopy": copied}, voice)
    assert {k: v for k, v in pairs(after).items() if "zcopy" not in str(k)} == pairs(before)
    told = {tuple(r.claim for r in u.renderings): (u.origins, u.relation) for u in before}
    for utterance in after:
        mine = tuple(r.claim for r in utterance.renderings if not r.claim.startswith("zcopy"))
        alone = (1, Wording.SINGLE)
        assert (utterance.origins, utterance.relation) == told.get(mine, alone)


@given(papers, st.integers(0, 4))
@laws
def test_removing_an_article_removes_only_what_named_it(told, which):
    articles, claims = newsroom(told)
    gone = f"p{which % len(told)}"
    left = {k: a for k, a in articles.items() if k != gone}
    mine = {k: c for k, c in claims.items() if k != gone}
    before = {
        key: relation
        for key, relation in pairs(link(articles, claims)).items()
        if not any(claim.startswith(gone) for claim in key)
    }
    after = pairs(link(left, mine))
    assert set(before) <= set(after)
    assert before == {key: after[key] for key in before}


@given(papers)
@laws
def test_renaming_every_person_leaves_the_relations(told):
    before = pairs(link(*newsroom(told)))
    after = pairs(link(*newsroom(told, OTHERS)))
    assert {k: (r.relation, r.same_speaker, r.moved) for k, r in before.items()} == {
        k: (r.relation, r.same_speaker, r.moved) for k, r in after.items()
    }


@given(papers)
@laws
def test_every_article_is_in_one_story_and_in_one_voice(told):
    articles, claims = newsroom(told)
    found = stories(articles, claims).stories
    assert sorted(a for story in found for a in story.articles) == sorted(articles)
    shared = origins(articles, claims, found)
    assert len({a for o in shared for a in o.articles}) == sum(len(o.articles) for o in shared)
    assert set(origin_of(articles, shared)) == set(articles)


@given(papers)
@laws
def test_what_is_joined_stands_in_the_articles_and_says_why(told):
    articles, claims = newsroom(told)
    known = {c.id: c for mine in claims.values() for c in mine}
    for utterance in link(articles, claims):
        assert len({r.article for r in utterance.renderings}) == len(utterance.renderings) > 1
        assert all(known[r.claim].article == r.article for r in utterance.renderings)
        assert utterance.reason
        assert all(pair.a < pair.b and pair.relation.reason for pair in utterance.pairs)


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"),
            st.sampled_from([*PERSONS, "Varga", "I. Varga", "Tom Ellison Jr."]),
        ),
        max_size=8,
    )
)
@laws
def test_persons_do_not_depend_on_the_order_of_names(told):
    articles = {k: article(k, k, "x") for k in "abc"}
    story = Story("s", ("a", "b", "c"), "")
    named = [Named(where, name) for where, name in told]
    found = persons(story, articles, {}, named)
    assert found == persons(story, articles, {}, named[::-1])
    assert len({person.id for person in found}) == len(found)
    assert {n for p in found for n in (p.name, *p.aliases)} == {name for _, name in told}
