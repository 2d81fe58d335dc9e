"""What was not held against each other is listed, with the reason or as perhaps of one thing."""

from tests.extract.reading import lexicons
from xref import pipeline, rules
from xref.model.article import Document
from xref.model.match import Certainty
from xref.model.report import Report


def told(*texts: str) -> Report:
    documents = [
        Document(
            id=f"a{n}",
            path=f"a{n}.txt",
            text=text,
            outlet=f"Outlet {n}",
            published="2031-03-20",
            story="s",
        )
        for n, text in enumerate(texts)
    ]
    return pipeline.run(documents, rules.load(rules.default_packs()), lexicons())


def reasons(*texts: str) -> list[str]:
    return [missed.reason for missed in told(*texts).linked.not_compared]


WALKOUT = "The harbour board said {} dockers walked out at Vellin quay on Friday."


def test_sentences_alike_but_for_the_number_contradict_each_other():
    report = told(WALKOUT.format(340), WALKOUT.format(340), WALKOUT.format(210))
    (slot,) = [s for s in report.linked.slots if s.kind == "quantity"]
    assert slot.relation == "conflict"
    assert sorted(str(p.relation.kind) for p in slot.pairs) == ["agree", "conflict", "conflict"]
    assert {p.match.certainty for p in slot.pairs if p.match} <= {Certainty.SURE, Certainty.LIKELY}


def test_far_apart_values_in_passages_that_share_little_have_a_reason():
    found = reasons(
        "The meeting between Elst and Norvania in Port Ansel on Monday lasted three hours.",
        "The meeting between Elst and Norvania in Harrow on Tuesday lasted eight hours.",
    )
    assert all(reason.startswith("“") and ": " in reason for reason in found)


def test_a_figure_with_a_candidate_is_compared_perhaps_or_told_with_a_reason():
    report = told(
        "The ferry carried 310 people and 42 cars to Harrow on Monday. Tickets cost 9 euros.",
        "A ferry with 130 on board reached Harrow. A ticket is 12 euros, a cabin 60 euros.",
    )
    (coverage,) = report.linked.coverage
    assert coverage.candidates == coverage.compared + coverage.perhaps + coverage.apart
    named = {id_ for missed in report.linked.not_compared for id_ in missed.claims}
    named |= {id_ for each in report.linked.perhaps for id_ in (each.match.a, each.match.b)}
    held = {id_ for s in report.linked.slots if s.pairs for c in s.cells for id_ in c.claims}
    assert (
        len({c.id for c in report.claims if c.kind == "quantity"} & (named | held))
        >= coverage.candidates
    )


def test_the_ledger_adds_up_to_the_probability():
    report = told(WALKOUT.format(340), WALKOUT.format(210))
    (pair,) = [p for s in report.linked.slots if s.kind == "quantity" for p in s.pairs]
    assert pair.match is not None
    bits = sum(e.bits for e in pair.match.evidence)
    assert abs(2**bits / (1 + 2**bits) - pair.match.probability) < 0.02
    assert pair.match.evidence[0].field == "prior"


def test_what_twenty_four_articles_agree_on_is_found_among_thirty():
    texts = [WALKOUT.format(340)] * 28 + [WALKOUT.format(210)] * 2
    report = told(*texts)
    (slot,) = [s for s in report.linked.slots if s.kind == "quantity"]
    assert len(slot.cells) == 30
    assert slot.relation == "conflict"
    differing = {a for p in slot.pairs if p.relation.kind == "conflict" for a in (p.a, p.b)}
    assert differing == {cell.article for cell in slot.cells}
