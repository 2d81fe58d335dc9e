"""Whether a rule looks at a claim, and if not, the key that turned it away."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache

from xref.model.article import Article
from xref.model.claim import Claim, Date, Quantity, Quotation, Statement
from xref.model.link import Check, NameList, Person
from xref.rules.models import Select
from xref.rules.values import Bracket, Words
from xref.rules.wordings import WORD, among, in_text, said_in, stands_in

_YEAR = re.compile(r"(?<![\d.,$£€])(?:19|20)\d\d(?![\d%]|[.,]\d)")
_BACK = frozenset(["the", "all", "these", "those", "both", "his", "her", "its", "their", "other"])


class Selector:
    """A `select` made ready: only the keys that it gives are tested."""

    def __init__(self, select: Select) -> None:
        self._select = select
        self._kinds = select.kind
        given = select.model_fields_set
        self._tests = tuple((key, test) for key, test in TESTS.items() if key in given)
        self._all = tuple(Selector(part) for part in select.all)
        self._any = tuple(Selector(part) for part in select.any)
        self._not = tuple(Selector(part) for part in select.not_)

    def refused(self, claim: Claim, article: Article) -> str | None:
        """The first key that does not hold for a claim of `article`, ``None`` where all do."""
        if self._kinds is not None and claim.kind not in self._kinds:
            return "kind"
        for key, test in self._tests:
            if not test(claim, self._select, article):
                return "is" if key == "is_" else key
        if any(part.refused(claim, article) is not None for part in self._all):
            return "all"
        if self._any and all(part.refused(claim, article) is not None for part in self._any):
            return "any"
        if any(part.refused(claim, article) is None for part in self._not):
            return "not"
        return None

    def failing(self, claim: Claim, article: Article) -> int:
        """How many keys do not hold: how far a claim is from being taken."""
        kind = self._kinds is not None and claim.kind not in self._kinds
        keys = sum(not test(claim, self._select, article) for _, test in self._tests)
        return kind + keys + sum(part.refused(claim, article) is not None for part in self._all)

    def takes(self, claim: Claim, article: Article) -> bool:
        """Whether every key holds."""
        return self.refused(claim, article) is None


def measures_named(select: Select) -> tuple[str, ...]:
    """The measures that a selector of figures names whole, with their dots: it takes no others.

    Empty where it names none so, or takes claims of other kinds as well.
    """
    if select.kind != frozenset({"quantity"}):
        return ()
    names = select.measure.any if select.measure is not None else ()
    return names if all("." in name and "*" not in name for name in names) else ()


class Sides:
    """Whom a compare rule looks at, and which two of them it sets against each other.

    Where the rule names nothing to hold a claim `against`, any two that it selects are.
    """

    def __init__(self, select: Select, against: Select | None) -> None:
        self._select = Selector(select)
        self._against = Selector(against) if against is not None else None

    def takes(self, claim: Claim, article: Article) -> bool:
        """Whether a claim can stand on either side."""
        return self._select.takes(claim, article) or (
            self._against is not None and self._against.takes(claim, article)
        )

    def apart(self, a: Claim, b: Claim, of: Mapping[str, Article]) -> str | None:
        """Why two claims are no two sides, ``None`` where one stands on each."""
        against = self._against
        if against is None:
            return None
        for one, two in ((a, b), (b, a)):
            if self._select.takes(one, of[one.article]) and against.takes(two, of[two.article]):
                return None
        return "against: they are not one of each side"


def holds_for_person(person: Person, select: Select) -> bool:
    """Whether all of `select` holds for a person."""
    return _composed(select, lambda part: among(part.name, lambda word: said_in(word, person.name)))


def holds_for_list(listed: NameList, select: Select, outlet: str, sentence: str) -> bool:
    """Whether all of `select` holds for a list of names that stands in a sentence of an outlet."""
    return _composed(
        select,
        lambda part: (
            among(part.name, lambda word: any(said_in(word, name) for name in listed.names))
            and in_text(part.outlet, outlet)
            and stands_in(part.near, sentence)
        ),
    )


def holds_for_check(check: Check, select: Select) -> bool:
    """Whether all of `select` holds for a sanity check."""
    return _composed(select, lambda part: among(part.check, lambda word: said_in(word, check.name)))


def _composed(select: Select, test: Callable[[Select], bool]) -> bool:
    return (
        test(select)
        and all(_composed(part, test) for part in select.all)
        and (not select.any or any(_composed(part, test) for part in select.any))
        and not any(_composed(part, test) for part in select.not_)
    )


def measure_name(value: Quantity) -> str:
    """What a figure measures: its measure, else its counted noun, else its dimension."""
    return value.measure or value.counted or value.dimension


def _measured(words: Words | None, value: Quantity) -> bool:
    if words is None:
        return True
    untold = value.measure is None
    return _has_name(words.any, words.not_, measure_name(value), value.dimension, untold)


@lru_cache(maxsize=65536)
def _has_name(
    any_: tuple[str, ...], not_: tuple[str, ...], name: str, dimension: str, untold: bool
) -> bool:
    def test(word: str) -> bool:
        if word in ("none", "any"):
            return untold == (word == "none")
        return _named(word, name) or word == dimension

    return (not any_ or any(map(test, any_))) and not any(map(test, not_))


def _named(pattern: str, name: str) -> bool:
    """Whether a measure is `pattern`, starts with it ("people") or ends with it ("killed")."""
    stem = pattern[:-2] if pattern.endswith(".*") else pattern
    if stem == name:
        return True
    if pattern.endswith(".*"):
        return name.startswith(stem + ".")
    return "." not in stem and stem in name.split(".")


def _counted(words: Words | None, value: Quantity) -> bool:
    given = " ".join((*value.modifiers, value.counted or ""))
    return in_text(words, given if value.counted else None)


def _bracketed(bracket: Bracket | None, low: Decimal | None, high: Decimal | None) -> bool:
    if bracket is None:
        return True
    if bracket.min is not None and (high is not None and high < bracket.min):
        return False
    return not (bracket.max is not None and low is not None and low > bracket.max)


def _valued(claim: Claim, select: Select, article: Article) -> bool:
    value = claim.value
    if not isinstance(value, Quantity):
        return True
    said = value.amount.nominal
    if said is not None:
        return _bracketed(select.value, said, said)
    return _bracketed(select.value, value.amount.low, value.amount.high)


def _definite(claim: Claim, select: Select, article: Article) -> bool:
    """Whether a figure points back to what was counted before ("the 20 people", "all three")."""
    if select.definite is None or not isinstance(claim.value, Quantity):
        return True
    text = article.part(claim.field)
    before = text[claim.sentence.start : claim.span.start].lower().split()[-2:]
    back = bool(before) and (before[-1] in _BACK or (before[0] == "the" and before[-1] == "first"))
    return select.definite == (back or claim.text.lower().startswith(("the ", "all ", "both ")))


def _lengthed(claim: Claim, select: Select, article: Article) -> bool:
    value = claim.value
    if not isinstance(value, Quotation):
        return True
    length = Decimal(sum(len(WORD.findall(words)) for words in rendered(claim, article)))
    return _bracketed(select.words, length, length)


def rendered(claim: Claim, article: Article) -> tuple[str, ...]:
    """The stretches of reported words: those inside quote marks, else the reported content."""
    value = claim.value
    if not isinstance(value, Quotation):
        return (claim.text,)
    text = article.part(claim.field)
    return tuple(span.of(text) for span in value.segments or value.content)


def _near(claim: Claim, select: Select, article: Article) -> bool:
    return stands_in(select.near, claim.sentence.of(article.part(claim.field)))


def _yeared(claim: Claim, select: Select, article: Article) -> bool:
    """Whether the sentence names a year: that of the article, or another one."""
    named = {int(year) for year in _YEAR.findall(claim.sentence.of(article.part(claim.field)))}
    published = article.published
    own = range(published[0].year, published[1].year + 1) if published else range(0)
    kind = "none" if not named else "same" if named.issubset(own) else "other"
    return _in(select.year, kind)


def _speaker(claim: Claim) -> str | None:
    speaker = claim.attribution.speaker
    if speaker is None:
        return None
    return " ".join(part for part in (speaker.role, speaker.name, speaker.text) if part)


def _of_quantity(
    test: Callable[[Select, Quantity], bool],
) -> Callable[[Claim, Select, Article], bool]:
    def tested(claim: Claim, select: Select, article: Article) -> bool:
        return not isinstance(claim.value, Quantity) or test(select, claim.value)

    return tested


def _of_statement(
    test: Callable[[Select, Statement], bool],
) -> Callable[[Claim, Select, Article], bool]:
    def tested(claim: Claim, select: Select, article: Article) -> bool:
        return not isinstance(claim.value, Statement) or test(select, claim.value)

    return tested


def _in(choice: frozenset[str] | None, value: str) -> bool:
    return choice is None or value in choice


def _place(value: Quantity) -> str | None:
    return value.scope.place or (value.event.place if value.event else None)


TESTS: Mapping[str, Callable[[Claim, Select, Article], bool]] = {
    "measure": _of_quantity(lambda s, q: _measured(s.measure, q)),
    "unit": _of_quantity(
        lambda s, q: in_text(s.unit, q.amount.unit.name if q.amount.unit else None)
    ),
    "dimension": _of_quantity(lambda s, q: in_text(s.dimension, q.dimension)),
    "counted": _of_quantity(lambda s, q: _counted(s.counted, q)),
    "subject": _of_quantity(lambda s, q: in_text(s.subject, q.subject)),
    "event": _of_quantity(lambda s, q: in_text(s.event, q.event.kind if q.event else None)),
    "place": _of_quantity(lambda s, q: in_text(s.place, _place(q))),
    "subset": _of_quantity(lambda s, q: in_text(s.subset, q.scope.subset)),
    "period": _of_quantity(lambda s, q: in_text(s.period, q.scope.period)),
    "bound": _of_quantity(lambda s, q: _in(s.bound, q.amount.bound.value)),
    "is_": _of_quantity(lambda s, q: _in(s.is_, q.mode.value)),
    "value": _valued,
    "definite": _definite,
    "standing": lambda c, s, a: _in(s.standing, c.standing.value),
    "elsewhere": lambda c, s, a: s.elsewhere is None or (c.elsewhere is not None) == s.elsewhere,
    "precision": lambda c, s, a: (
        not isinstance(c.value, Date) or _in(s.precision, c.value.when.precision)
    ),
    "what": lambda c, s, a: not isinstance(c.value, Date) or in_text(s.what, c.value.what),
    "quote": lambda c, s, a: not isinstance(c.value, Quotation) or _in(s.quote, c.value.type.value),
    "words": _lengthed,
    "act": _of_statement(lambda s, v: _in(s.act, v.act.value)),
    "polarity": _of_statement(lambda s, v: _in(s.polarity, v.polarity)),
    "hedged": _of_statement(lambda s, v: s.hedged is None or bool(v.hedges) == s.hedged),
    "attribution": lambda c, s, a: _in(s.attribution, c.attribution.type.value),
    "speaker": lambda c, s, a: in_text(s.speaker, _speaker(c)),
    "withheld": lambda c, s, a: s.withheld is None or c.attribution.withheld == s.withheld,
    "outlet": lambda c, s, a: in_text(s.outlet, c.outlet),
    "zone": lambda c, s, a: _in(s.zone, c.zone.value),
    "year": _yeared,
    "near": _near,
}
"""The test of each key of `select` that looks at a claim."""
