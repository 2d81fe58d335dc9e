"""Stories as several outlets might tell them: one set of facts, told with slips, bounds and gaps."""

from dataclasses import dataclass
from functools import cache

from hypothesis import strategies as st

from tests.extract.reading import lexicons
from xref import pipeline, rules
from xref.model.article import Document
from xref.model.relation import Kind, Wording
from xref.model.report import Report

NAMES = {
    "town": "Harrow", "port": "Port Ansel", "land": "Norvania", "other_land": "Westmark", "river": "Osk",
    "pact": "Corran Pact", "mayor": "Ilse Garrow", "engineer": "Tom Ellison", "captain": "Marta Brandt",
    "paper": "Quay Lantern",
}  # fmt: skip
RENAMED = {
    "town": "Dunmer", "port": "Fort Bexel", "land": "Kestovia", "other_land": "Eastwold", "river": "Ilm",
    "pact": "Tarnik Pact", "mayor": "Rosa Harlow", "engineer": "Jan Mallory", "captain": "Helga Stroud",
    "paper": "Ridge Courier",
}  # fmt: skip
"""Other names of the same length, so that every claim keeps its place."""

_TOLLS = 7
"""The facts below this number are tolls."""
_BOUNDS = ("{}", "{}", "{}", "at least {}", "more than {}", "about {}", "nearly {}")
_SOURCES = ("police said", "the coast guard said", "the {town} hospital said", "{mayor} said")
_FACTS = (
    "A blast at the mill in {port} killed {n} people on Monday, {source}.",
    "A blast at the mill in {port} killed {n} people early Monday.",
    "{n} people, including the gunman, died in the blast at the mill in {port}.",
    "The death toll from the blast in {port} has risen to {n}, {source}.",
    "The blast at the mill in {port} has killed {n} people so far, {source}.",
    "The blast in {port} injured {n} people, {source}.",
    "The blast in {port} injured {n} children, {source}.",
    "{land} has massed {n},000 troops on the river {river}, {captain} said.",
    "{other_land} has massed {n},000 troops on the river {river}, {captain} said.",
    "The {n}-nation {pact} met in {town} on Monday.",
    "The talks between {land} and {other_land} in {town} on Monday lasted {n} hours.",
    "Repairs to the mill in {port} will cost {n} million euros, {engineer} said.",
    "{land} and {other_land} signed the {town} accord on March {day}, 2031.",
    "The {town} accord between {land} and {other_land} will be signed on March {day}, 2031.",
    "“We will not sell the {n} boats of this harbour to anybody in {land},” {mayor} said.",
    "“We will sell the {n} boats of this harbour to anybody in {land},” {mayor} said.",
    "“The roof of the mill was never meant to carry such a load of snow,” {engineer} said.",
    "“The roof of the mill was never meant to carry such a load of snow,” {captain} said.",
    "{engineer} denied that the owners of the mill had been warned.",
    "{engineer}, {n}, was pulled from the water at {port}.",
)


@dataclass(frozen=True)
class Sentence:
    """One fact as one outlet tells it: which, the figure, its bound, the source."""

    fact: int
    number: int
    bound: int
    source: int

    def text(self, names: dict[str, str]) -> str:
        """The sentence under these names."""
        fact = _FACTS[self.fact]
        bound = _BOUNDS[self.bound] if "{n} " in fact and not fact.startswith("{n}") else "{}"
        said = fact.replace("{n}", bound.format(self.number), 1)
        said = said.replace("{day}", str(self.number % 28 + 1)).replace("{n}", str(self.number))
        said = said.replace("{source}", _SOURCES[self.source])
        return said.format_map(names)


def _sentences(facts: list[int]) -> st.SearchStrategy[Sentence]:
    return st.builds(
        Sentence,
        st.sampled_from(facts),
        st.sampled_from([9, 12, 14, 17, 40]),
        st.integers(0, len(_BOUNDS) - 1),
        st.integers(0, len(_SOURCES) - 1),
    )


def _once(one: Sentence) -> tuple[int, ...]:
    """Tolls may change within one article; nothing else is told twice, with two figures."""
    return (one.fact, one.number, one.bound) if one.fact < _TOLLS else (one.fact,)


def _papers(facts: list[int]) -> st.SearchStrategy[list["Paper"]]:
    said = st.lists(_sentences(facts), min_size=1, max_size=5, unique_by=_once)
    one = st.tuples(said, st.integers(18, 22))
    return st.lists(one, min_size=2, max_size=4)


papers = st.lists(st.integers(0, len(_FACTS) - 1), min_size=2, max_size=5, unique=True).flatmap(
    _papers
)
"""Outlets that tell of a few facts, mostly of the same."""
Paper = tuple[list[Sentence], int]


def document(number: int, paper: Paper, names: dict[str, str] = NAMES, **record: str) -> Document:
    """An article of the story; every one opens with the same place, so that all tell of one."""
    told, day = paper
    lead = "{port} mourned on Tuesday, and {mayor} spoke of {land} and the {pact}.".format_map(
        names
    )
    body = "\n\n".join([lead, *(one.text(names) for one in told)])
    return Document(
        id=record.get("id", f"p{number}"),
        path=f"{record.get('id', f'p{number}')}.txt",
        text=body,
        outlet=record.get("outlet", f"{names['paper']} {number}"),
        published=f"2031-03-{day}",
        story="s",
        origin=record.get("origin"),
    )


def documents(told: list[Paper], names: dict[str, str] = NAMES) -> list[Document]:
    """All articles of a story, one of each outlet."""
    return [document(number, paper, names) for number, paper in enumerate(told)]


@cache
def _ruleset() -> rules.RuleSet:
    return rules.load(rules.default_packs())


def report(articles: list[Document]) -> Report:
    """The report on them."""
    return pipeline.run(articles, _ruleset(), lexicons())


Told = dict[tuple[str, str], set[Kind | Wording]]


def relations(of: Report) -> Told:
    """What is said of each two claims, figures and dates and quotations alike."""
    out: Told = {}
    for slot in of.linked.slots:
        current = {cell.article: cell.current for cell in slot.cells}
        for pair in slot.pairs:
            out.setdefault((current[pair.a], current[pair.b]), set()).add(pair.relation.kind)
    for utterance in of.linked.utterances:
        claims = {one.article: one.claim for one in utterance.renderings}
        for told in utterance.pairs:
            key = claims[told.a], claims[told.b]
            out.setdefault(key, set()).add(told.relation.relation)
    return out
