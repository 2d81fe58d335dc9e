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
