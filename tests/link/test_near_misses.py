"""What was not compared is listed with the reason."""

from tests.extract.reading import lexicons
from xref import pipeline, rules
from xref.model.article import Document


def reasons(*texts: str) -> list[str]:
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
    report = pipeline.run(documents, rules.load(rules.default_packs()), lexicons())
    return [missed.reason for missed in report.linked.not_compared]


def test_two_bodies():
    found = reasons(
        "The Corran Pact met on Monday. The 12-member alliance will admit nobody.",
        "The Tarn League met on Monday. The 19-member bloc will admit nobody.",
    )
    assert found == [
        "“12-member” in Outlet 0 and “19-member” in Outlet 1: "
        "one is told of Corran Pact, the other of Tarn League"
    ]


def test_two_meetings():
    (found,) = reasons(
        "The meeting between Elst and Norvania in Port Ansel on Monday lasted three hours.",
        "The meeting between Elst and Norvania in Harrow on Tuesday lasted eight hours.",
    )
    assert found.endswith(
        "one belongs to the meeting on Monday in Port Ansel, "
        "the other to the meeting on Tuesday in Harrow"
    )


def test_an_article_that_prints_both_sentences():
    lead = "A fire at Kelm Hall on Monday killed one student and left four people hurt."
    whole = f"Five people were hurt in the fire at Kelm Hall.\n\nPolice came at noon.\n\n{lead}"
    assert reasons(whole, lead) == [
        "Outlet 0 prints the sentence with “four people” as well",
    ]


def test_a_figure_far_down_that_may_be_of_another_thing():
    pad = "The hall was built for a fair and has housed a school of music since.\n\n" * 12
    found = reasons(
        f"The school at Kelm Hall has a new roof.\n\n{pad}Six people were hurt.",
        f"The fair at Kelm Hall opens on Monday.\n\n{pad}Nine people were hurt.",
    )
    assert found == ["their sentences share too little to say that both are of one thing"]


TOLL = "The blast at the mill in Port Ansel killed {} people, the fire chief of Port Ansel said."


def test_two_figures_too_far_apart():
    assert reasons(TOLL.format("two"), TOLL.format("90")) == [
        "one is more than 20 times the other, too far for one thing"
    ]


def test_some_that_were_told_of_before():
    filler = "The mill stood at the river. " * 14
    later = f"{filler}Odette Varr saw the four people killed in the blast at Port Ansel."
    assert reasons(TOLL.format("nine"), later) == [
        "“four people” speaks of some that were told of before"
    ]
