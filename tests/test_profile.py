"""The credibility profile: what is counted, and with which claims."""

from dataclasses import replace
from decimal import Decimal

import pytest
import textstat

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
from xref.model.link import Origin, Person, Rendering, Story, Utterance
from xref.model.relation import Wording
from xref.model.report import Linked
from xref.model.span import Span
from xref.profile import profile, shared
from xref.read import read
from xref.readability import count, readability

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
    return {each.name: each.claims for each in made.counts if each.value}


def utterance(*renderings: Rendering) -> Utterance:
    return Utterance("u", "s", None, renderings, (), Wording.VERBATIM, "", 1)


def test_figures_and_statements_by_who_stands_behind_them():
    claims = [
        claim(f"{kind} {type_.value}", kind, source(type_))
        for kind in ("figure", "statement")
        for type_ in SourceType
        if type_ is not SourceType.NONE
    ]
    claims += [claim("figure none", "figure"), claim("statement none", "statement")]
    assert counted(claims) == {
        "figures attributed": ("figure named", "figure organisation", "figure document"),
        "figures anonymous": ("figure anonymous",),
        "figures unsourced": ("figure none",),
        "statements attributed": (
            "statement named",
            "statement organisation",
            "statement document",
        ),
        "statements anonymous": ("statement anonymous",),
        "statements unsourced": ("statement none",),
        "anonymous sources cited": ("figure anonymous", "statement anonymous"),
    }


def test_every_count_is_told_even_nought():
    assert [(each.name, each.value) for each in profile(article(), [], shared(NOTHING)).counts] == [
        ("figures attributed", 0),
        ("figures anonymous", 0),
        ("figures unsourced", 0),
        ("statements attributed", 0),
        ("statements anonymous", 0),
        ("statements unsourced", 0),
        ("quotes found elsewhere", 0),
        ("quotes found only here", 0),
        ("anonymous sources cited", 0),
    ]


def test_what_is_printed_twice_or_added_up_counts_once():
    claims = [
        claim("1", "figure"),
        claim("2", "figure", repeats="1"),
        claim("3", "figure", derived_from=("1",)),
    ]
    assert counted(claims) == {"figures unsourced": ("1",)}


def test_quotes_found_elsewhere_or_only_here():
    linked = replace(
        NOTHING,
        utterances=(
            utterance(Rendering("a", "shared"), Rendering("b", "x")),
            utterance(Rendering("a", "copied"), Rendering("copy", "y")),
            utterance(Rendering("a", "alone")),
        ),
        origins=(Origin("o", ("a", "copy"), "one text"),),
    )
    claims = [claim(each, "quote") for each in ("shared", "copied", "alone", "unlinked")]
    claims += [claim("word", "term"), claim("told", "report")]
    assert counted(claims, linked) == {
        "quotes found elsewhere": ("shared",),
        "quotes found only here": ("copied", "alone", "unlinked"),
    }


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
        "Ilse Marrow",
        "Odo Felk",
        "The Harbour Board",
    )


def test_a_namesake_of_another_story_is_another_person():
    person = Person("p", "elsewhere", "Ilse Marrow", ("Marrow",), ())
    linked = replace(NOTHING, persons=(person,), stories=(Story("s", ("a",), ""),))
    claims = [claim("1", "figure", source(SourceType.NAMED, "Marrow"))]
    assert profile(article(), claims, shared(linked)).speakers == ("Marrow",)


def test_indices_are_those_of_textstat_where_no_abbreviation_misleads_it():
    assert dict(readability(article())) == pytest.approx(
        {
            "automated readability index": textstat.automated_readability_index(PLAIN),
            "coleman-liau index": textstat.coleman_liau_index(PLAIN),
            "lix": textstat.lix(PLAIN),
        },
        abs=0.05,
    )


def test_only_running_text_is_counted():
    told = count(article())
    page = f"Ferries to sail again\n\nBy Odo Felk\n\n{PLAIN}\n\nComments\n\n© 2024 Orra Pilot"
    assert count(article(page)) == told
    doubled = PLAIN.replace("\n\n", "\n\nA crosshead\n\n") + "\n\n" + PLAIN.split("\n\n")[1]
    assert count(article(doubled)) == told


def test_a_short_text_has_no_index():
    assert readability(article("Two men died. Nobody knows why.")) == ()
