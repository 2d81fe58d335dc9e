"""Cards: what the page shows of one slot, one utterance or one finding."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from xref.model.relation import SEVERITY
from xref.model.report import Finding
from xref.render import words
from xref.render.page.passages import Passage
from xref.render.page.plot import Plot
from xref.render.places import Index

READINGS = 40
"""Readings that a card holds at most."""

_REASONS = 8
_WHO_SAYS_WHAT = re.compile("^[^“]{1,200} says “[^”]*”, [^“]{1,200} “[^”]*”: ")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says on a card, and what its words were read as.

    `others` are further, different claims of the same article on the same question; `also` are
    the outlets that print the same passage word for word, `copies` their articles. Readings with
    the same `figure` say the same thing.
    """

    passage: Passage
    says: str
    meaning: str = ""
    scope: str = ""
    as_of: str = ""
    others: tuple[str, ...] = ()
    relation: str = ""
    also: tuple[str, ...] = ()
    figure: str = ""
    copies: tuple[str, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """Every article that prints the passage."""
        return (self.passage.article, *self.copies)

    @property
    def outlets(self) -> tuple[str, ...]:
        """Every outlet that prints the passage."""
        return (self.passage.outlet, *self.also)


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says of a card; `id` is the finding's."""

    level: str
    rule: str
    message: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two outlets relate as they do; `between` names them, empty for the whole card."""

    label: str
    between: str
    text: str


@dataclass(frozen=True, slots=True)
class Diff:
    """How the words of `a` become those of `b`: (operation, words of a, words of b)."""

    a: str
    b: str
    steps: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Why two passages are of one thing, and which relations were tried before this one.

    `fields` are (field, what was found, bits), the weightiest first; `tried` (relation, why it
    does not hold).
    """

    certainty: str
    probability: str
    fields: tuple[tuple[str, str, str], ...]
    tried: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to look at. `relation` is the published name, `label` the one for readers.

    `left_off` articles have their say in the published JSON alone. `section` is the key of the
    section that it stands in, `gravest` the articles of the pair that decides its relation.
    `subject` is the id of its slot or utterance, `certainty` how sure it is that its passages are
    of one thing. `settle` says what would settle it, `ledger` what it rests on.
    """

    anchor: str
    heading: str
    context: str
    relation: str
    label: str
    readings: tuple[Reading, ...]
    remarks: tuple[Remark, ...] = ()
    reasons: tuple[Reason, ...] = ()
    evidence: tuple[Passage, ...] = ()
    diffs: tuple[Diff, ...] = ()
    plot: Plot | None = None
    voices: str = ""
    left_off: int = 0
    section: str = ""
    gravest: tuple[str, str] = ("", "")
    subject: str = ""
    certainty: str = ""
    settle: str = ""
    ledger: Ledger | None = None

    @property
    def facing(self) -> tuple[Reading, ...]:
        """A reading of each of the two articles that the card stands for; else the first two.

        Where these are one article, two readings of it.
        """
        ours = [[r for r in self.readings if id_ in r.articles] for id_ in self.gravest]
        if self.gravest[0] == self.gravest[1]:
            found = ours[0][:2]
        else:
            found = [mine[0] for mine in ours if mine]
        chosen = tuple(each for each in self.readings if any(each is one for one in found))
        return chosen if len(chosen) == 2 else self.first(2)

    @property
    def id(self) -> str:
        """The id of the gravest finding about it; empty where no rule says anything."""
        return self.remarks[0].id if self.remarks else ""

    @property
    def level(self) -> str:
        """The level of the gravest finding about it; empty where no rule says anything."""
        return self.remarks[0].level if self.remarks else ""

    @property
    def outlets(self) -> tuple[str, ...]:
        """Every outlet that it quotes."""
        return tuple(dict.fromkeys(name for each in self.readings for name in each.outlets))

    @property
    def tally(self) -> str:
        """How many outlets say what, where three or more say two things or more."""
        given: dict[str, tuple[str, set[str]]] = {}
        for reading in self.readings:
            key = reading.figure or reading.says
            given.setdefault(key, (reading.says, set()))[1].update(reading.outlets)
        if self.left_off or len(given) < 2 or len(self.outlets) < 3 or len(given) > 6:
            return ""
        told = sorted(given.values(), key=lambda each: (-len(each[1]), each[0]))
        parts: list[str] = []
        for says, who in told:
            noun = "" if parts else " outlets" if len(who) > 1 else " outlet"
            verb = "say" if len(who) > 1 else "says"
            parts.append(f"{words.number(len(who))}{noun} {verb} “{says}”")
        return f"{words.capital(words.listed(parts))}."

    def first(self, number: int) -> tuple[Reading, ...]:
        """At most `number` readings in their order, every figure among them if there is room."""
        chosen = spread([each.figure for each in self.readings], number)
        return tuple(self.readings[at] for at in chosen)

    def rest(self, number: int) -> tuple[Reading, ...]:
        """The readings that `first` leaves out, in their order."""
        chosen = set(spread([each.figure for each in self.readings], number))
        return tuple(each for at, each in enumerate(self.readings) if at not in chosen)

    @property
    def notes(self) -> tuple[Remark, ...]:
        """The remarks to print: a mere remark is left to the reasons that say the same."""
        return tuple(each for each in self.remarks if each.level != "info" or not self.reasons)

    @property
    def why(self) -> tuple[Reason, ...]:
        """The reasons that tell more than the remarks that are printed above them."""
        said = " ".join(note.message for note in self.notes)
        return tuple(each for each in self.reasons if words.adds(each.text, said))

    @property
    def by_words(self) -> tuple[tuple[str, str], ...]:
        """Each way of saying it, with the outlets that say it so, and how it stands with them."""
        outlets: dict[str, dict[str, None]] = {}
        first: dict[str, str] = {}
        for reading in self.readings:
            told = f" ({reading.passage.standing})" if reading.passage.standing else ""
            names = (f"{name}{told}" for name in reading.outlets)
            says = first.setdefault(reading.says.casefold(), reading.says)
            outlets.setdefault(says, {}).update(dict.fromkeys(names))
        return tuple((says, words.listed(given)) for says, given in outlets.items())

    @property
    def lead(self) -> str:
        """The card in a line: what a rule says, else who says what."""
        if self.notes:
            return words.cut(self.notes[0].message, 200)
        said = [f"{outlets} “{says}”" for says, outlets in self.by_words[:4]]
        more = len(self.by_words) - len(said)
        text = "; ".join(said) + (f"; {more} more" if more > 0 else "")
        return words.cut(text, 200)


def spread(kinds: Sequence[object], number: int) -> list[int]:
    """The places of at most `number` of `kinds`, in order; each kind once before any twice."""
    if len(kinds) <= number:
        return list(range(len(kinds)))
    places: dict[object, list[int]] = {}
    for at, kind in enumerate(kinds):
        places.setdefault(kind, []).append(at)
    turns = sorted((turn, at) for mine in places.values() for turn, at in enumerate(mine))
    return sorted(at for _, at in turns[:number])


def voices(index: Index, articles: Iterable[str], origins: int) -> str:
    """How many outlets say something, and in how many independent texts."""
    outlets = len({index.articles[article].outlet for article in articles})
    if outlets < 2:
        return words.count(outlets, "outlet")
    if origins == 1:
        return f"{outlets} outlets, one text: one voice"
    return f"{outlets} outlets, {words.count(origins, 'independent text')}"


def remarks_of(findings: Iterable[Finding]) -> tuple[Remark, ...]:
    """What rules say, the gravest first."""
    ordered = sorted(findings, key=lambda each: -each.level)
    return tuple(
        Remark(f.level.label, words.one_line(f.rule), words.one_line(f.message), f.id)
        for f in ordered
    )


def worst(relation: str, findings: Iterable[Finding]) -> str:
    """The relation that decides where a card stands: its own, or a rule's stricter one."""
    named = [f.relation for f in findings if f.relation in SEVERITY]
    return max([relation, *named], key=lambda each: SEVERITY[each])


def outlet_of(index: Index, article: str) -> str:
    """The outlet of an article, by the article's id."""
    return words.one_line(index.articles[article].outlet)


def grouped(found: Iterable[tuple[str, str, str, str]], several: bool) -> tuple[Reason, ...]:
    """Reasons (label, a, b, text), the same text once, with everyone between whom it holds.

    Of `several` articles those between whom it holds are named, unless the text names them itself.
    Where one reason holds between several pairs, it is told once, without what each of them says:
    the passages beside it show that.
    """
    pairs: dict[tuple[str, str], list[str]] = {}
    whole: dict[tuple[str, str], str] = {}
    for label, a, b, text in found:
        key = label, _WHO_SAYS_WHAT.sub("", text)
        whole.setdefault(key, text)
        pairs.setdefault(key, []).append(a if a == b else f"{a} and {b}")
    out = []
    for (label, told_once), between in pairs.items():
        single = len(set(between)) == 1
        text = whole[label, told_once] if single else words.capital(told_once)
        named = list(dict.fromkeys(between))
        who = "; ".join(named[:3]) + (f"; {len(named) - 3} more pairs" if len(named) > 3 else "")
        told = len(named) == 1 and all(each in text for each in named[0].split(" and "))
        out.append(Reason(label, who if several and not told else "", text))
    return tuple(out[:_REASONS])


def together(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Readings, one for all outlets that print the same passage on the same day."""
    out: dict[tuple[object, ...], Reading] = {}
    for each in readings:
        mine = each.passage
        key = (mine.runs, mine.date, mine.source, each.scope, each.as_of, each.others)
        first = out.get(key)
        if first is None:
            out[key] = each
        else:
            copies = (*first.copies, mine.article)
            out[key] = replace(first, also=(*first.also, mine.outlet), copies=copies)
    return tuple(out.values())
