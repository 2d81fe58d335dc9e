"""Laws of the relations, over stories read by the whole pipeline: figures, dates, quotes, statements."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.laws.telling import (
    RENAMED,
    Sentence,
    document,
    documents,
    papers,
    relations,
    report,
)
from xref.compare import Reading, reading_of, relate
from xref.model.amount import Amount, Bound
from xref.model.claim import Date, Quantity
from xref.model.relation import Kind, Wording
from xref.model.report import Report

laws = settings(max_examples=15, deadline=None)
GRAVE = {Kind.CONFLICT, Wording.ALTERED, Wording.OMISSION, Wording.REDATED, Wording.REASSIGNED}


def compared(of: Report) -> set[tuple[str, str, tuple[str, ...]]]:
    """The findings that set two places against each other: rule, relation, articles."""
    return {
        (f.rule, f.relation, tuple(sorted({p.article for p in (f.primary, *f.related)})))
        for f in of.findings
        if f.relation not in ("claim", "support")
    }


def readings(of: Report) -> list[Reading]:
    """The first figures and dates of a report, each as it is compared."""
    articles = {a.id: a for a in of.articles}
    told = [c for c in of.claims if isinstance(c.value, Quantity | Date)]
    return [reading_of(c, articles[c.article]) for c in told[:14]]


@given(papers, st.randoms(use_true_random=False))
@laws
def test_the_order_of_articles_changes_nothing(told, random):
    articles = documents(told)
    turned = articles[:]
    random.shuffle(turned)
    one, other = report(articles), report(turned)
    assert one.linked == other.linked
    assert one.findings == other.findings


@given(papers)
@laws
def test_an_article_against_itself_has_no_conflict(told):
    twice = [document(0, told[0]), document(1, told[0])]
    assert not GRAVE & {kind for kinds in relations(report(twice)).values() for kind in kinds}


@given(papers, st.integers(0, 3))
@example([([Sentence(0, 12, 0, 0), Sentence(0, 9, 0, 0)], 18), ([Sentence(5, 9, 0, 0)], 18)], 0)
@laws
def test_a_syndicated_copy_adds_neither_agreement_nor_disagreement(told, which):
    which %= len(told)
    wire = document(which, told[which], origin="wire")
    articles = [wire if n == which else document(n, paper) for n, paper in enumerate(told)]
    copy = document(which, told[which], id="zcopy", outlet="Moor Gazette", origin="wire")
    before, after = report(articles), report([*articles, copy])
    kept = {key: kinds for key, kinds in relations(after).items() if "zcopy" not in str(key)}
    assert kept == relations(before)
    voices = {slot.id: slot.origins for slot in before.linked.slots}
    assert all(slot.origins == voices.get(slot.id, 1) for slot in after.linked.slots)
    assert compared(before) >= {f for f in compared(after) if "zcopy" not in str(f)}


@given(papers, st.integers(0, 3))
@laws
def test_removing_an_article_removes_only_what_named_it(told, which):
    articles = documents(told)
    gone = articles[which % len(told)].id
    before = relations(report(articles))
    after = relations(report([a for a in articles if a.id != gone]))
    named = {key for key in before if any(claim.startswith(f"{gone}@") for claim in key)}
    assert {key: kinds for key, kinds in before.items() if key not in named} == after


@given(papers)
@laws
def test_renaming_every_person_place_and_organisation_leaves_the_relations(told):
    before, after = report(documents(told)), report(documents(told, RENAMED))
    assert relations(after) == relations(before)
    assert [c.name for c in after.linked.checks] == [c.name for c in before.linked.checks]


@given(papers)
@laws
def test_the_relation_of_two_mirrors_that_of_the_other_two(told):
    for one in (some := readings(report(documents(told)))):
        for other in some:
            if isinstance(one.claim.value, Date) == isinstance(other.claim.value, Date):
                assert relate(one, other) == relate(other, one)


@given(papers, st.integers(0, 60), st.booleans())
@laws
def test_widening_a_bound_never_creates_a_conflict(told, by, both):
    figures = [r for r in readings(report(documents(told))) if isinstance(r.claim.value, Quantity)]
    for one in figures:
        wide = widened(one, by, both=both)
        for other in figures:
            if one is not other and relate(one, other).kind is not Kind.CONFLICT:
                assert relate(wide, other).kind is not Kind.CONFLICT


def widened(reading: Reading, by: int, *, both: bool) -> Reading:
    """The reading with more room below its figure, and above it if `both`."""
    value = reading.claim.value
    assert isinstance(value, Quantity)
    amount = value.amount
    low = None if amount.low is None else max(Decimal(0), amount.low - by)
    high = None if amount.high is None else amount.high + (by if both else 0)
    bound = Bound.RANGE if amount.bound is Bound.EXACT else amount.bound
    wide = Amount(low, high, amount.nominal if amount.soft else None, bound, amount.unit)
    return replace(reading, claim=replace(reading.claim, value=replace(value, amount=wide)))
