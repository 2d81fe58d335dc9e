"""The credibility profile: what is counted, and with which claims."""

from dataclasses import replace
from decimal import Decimal

from xref.model.amount import Amount, Bound
from xref.model.article import Article, Document, Zone
from xref.model.claim import (
    Act,
    Attribution,
    Claim,
    Quantity,
    Quotation,
    QuotationType,
    SourceType,
    Speaker,
    Statement,
)
from xref.model.link import Person, Story
from xref.model.report import Linked
from xref.model.span import Span
from xref.profile import profile, shared
from xref.read import read

NOTHING = Linked((), (), (), (), (), (), ())
PLAIN = (
    "The ferries between the harbour and the islands will sail again on Monday morning. "
    "The operator said so after nine days of silence in the harbour office. "
    "Nobody in the crews had expected such a quick end of the strike.\n\n"
    "The harbour master counted eleven boats on the first evening of the week. "
    "He had counted eighty boats on the same evening of the previous year."
)


def article(text: str = PLAIN, id_: str = "a") -> Article:
    """An article as it is read."""
    found = read(Document(id=id_, path=f"{id_}.txt", text=text, language="en"))
    assert isinstance(found, Article)
    return found


def claim(id_: str, kind: str, source: Attribution | None = None, **changes) -> Claim:
    """A claim of article a."""
    span = Span(0, 5)
    amount = Amount(Decimal(1), Decimal(1), Decimal(1), Bound.EXACT)
    value = {
        "figure": Quantity(amount, "count"),
        "statement": Statement(Act.DENIES, "denied", (), span),
        "quote": Quotation(QuotationType.DIRECT, (span,), (span,)),
        "term": Quotation(QuotationType.TERM, (span,), (span,)),
        "report": Quotation(QuotationType.INDIRECT, (), (span,)),
    }[kind]
    made = Claim(id_, "a", "Outlet", "text", span, "words", span, Zone.BODY, value)
    return replace(made, **({"attribution": source} if source else {}), **changes)


def source(type_: SourceType, text: str = "the mayor", name: str | None = None) -> Attribution:
    """Who stands behind a claim."""
    return Attribution(type_, Speaker(text, Span(0, 1), name))


def counted(claims: list[Claim], linked: Linked = NOTHING) -> dict[str, tuple[str, ...]]:
    """The counts that are not nought, with their claims."""
    made = profile(article(), claims, shared(linked))
    assert all(each.value == len(each.claims) for each in made.counts)
    assert all(each.of is None or each.value <= each.of for each in made.counts)
    return {each.name: each.claims for each in made.counts if each.value}


def test_figures_and_statements_by_who_stands_behind_them():
    claims = [
        claim(f"{kind} {type_.value}", kind, source(type_))
        for kind in ("figure", "statement")
        for type_ in SourceType
        if type_ is not SourceType.NONE
    ]
    claims += [claim("figure none", "figure"), claim("statement none", "statement")]
    found = counted(claims)
    for kind in ("figure", "statement"):
        assert found[f"{kind}s attributed"] == (
            f"{kind} named",
            f"{kind} organisation",
            f"{kind} document",
        )
        assert found[f"{kind}s named"] == (f"{kind} named",)
        assert found[f"{kind}s institutional"] == (f"{kind} organisation",)
        assert found[f"{kind}s document"] == (f"{kind} document",)
        assert found[f"{kind}s anonymous"] == (f"{kind} anonymous",)
        assert found[f"{kind}s unsourced"] == (f"{kind} none",)
    assert found["claims resting on unnamed sources"] == ("figure anonymous", "statement anonymous")


def test_the_parts_of_a_group_make_up_the_whole():
    claims = [claim(f"f{n}", "figure") for n in range(3)] + [
        claim("q", "quote"),
        claim("s", "statement"),
    ]
    made = profile(article(), claims, shared(NOTHING))
    wholes: dict[str, tuple[set[int | None], int]] = {}
    for each in made.counts:
        if each.group:
            of, total = wholes.get(each.group, (set(), 0))
            wholes[each.group] = (of | {each.of}, total + each.value)
    assert wholes == {
        "figures by source": ({3}, 3),
        "statements by source": ({1}, 1),
        "figures and dates beside other texts": ({0}, 0),
        "quotes beside other texts": ({1}, 1),
    }


def test_what_is_printed_twice_or_added_up_counts_once():
    claims = [
        claim("1", "figure"),
        claim("2", "figure", repeats="1"),
        claim("3", "figure", derived_from=("1",)),
    ]
    assert counted(claims) == {"figures unsourced": ("1",)}


def test_hedged_statements_and_vague_figures():
    span = Span(0, 5)
    about = Quantity(Amount(Decimal(1), Decimal(3), Decimal(2), Bound.ABOUT), "count")
    claims = [
        claim("plain", "figure"),
        claim("about", "figure", value=about),
        claim("may", "statement", value=Statement(Act.FORECASTS, "affirmed", ("may",), span)),
    ]
    found = counted(claims)
    assert found["figures hedged"] == ("about",)
    assert found["statements hedged"] == ("may",)


def test_speakers_are_distinct_persons_and_bodies():
    person = Person("p", "s", "Ilse Marrow", ("Marrow", "Ms Marrow"), ())
    linked = replace(NOTHING, persons=(person,), stories=(Story("s", ("a",), ""),))
    claims = [
        claim("1", "figure", source(SourceType.NAMED, "he", "Odo Felk")),
        claim("2", "quote", source(SourceType.NAMED, "Marrow")),
        claim("3", "quote", source(SourceType.NAMED, "Ilse Marrow")),
        claim("4", "figure", source(SourceType.ORGANISATION, "The Harbour Board")),
        claim("5", "figure", source(SourceType.ORGANISATION, "the harbour board")),
        claim("6", "figure", source(SourceType.ANONYMOUS, "a sailor")),
        claim("7", "figure"),
    ]
    assert profile(article(), claims, shared(linked)).speakers == (
        ("named", ("Ilse Marrow", "Odo Felk")),
        ("institutional", ("The Harbour Board",)),
        ("anonymous", ("a sailor",)),
    )


def test_a_namesake_of_another_story_is_another_person():
    person = Person("p", "elsewhere", "Ilse Marrow", ("Marrow",), ())
    linked = replace(NOTHING, persons=(person,), stories=(Story("s", ("a",), ""),))
    claims = [claim("1", "figure", source(SourceType.NAMED, "Marrow"))]
    assert profile(article(), claims, shared(linked)).speakers == (("named", ("Marrow",)),)
