"""What an ordinal counts the turns of: "the second round of talks", "a third booking"."""

from decimal import Decimal

from xref.quantity import nouns, syntax
from xref.quantity.draft import Draft, add, draft
from xref.quantity.grammar import Grammar
from xref.quantity.nouns import Counted
from xref.quantity.numeral import Measure, Numeral
from xref.quantity.tokens import Tokens

_ONE = Decimal(1)
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my", "your"})


def value(t: Tokens, m: Measure, g: Grammar) -> tuple[Decimal, int] | None:
    """The ordinal that a number turns out to be: "22nd", "twenty-first"."""
    n = m.numeral
    if n.nominal is None or n.form == "share":
        return None
    word = t.words[n.last]
    if n.form == "digits" and t.gaps[n.last] == "" and word in _SUFFIXES:
        # "11st 4lb" is a mass.
        agrees = word != "st" or (n.nominal % 10 == 1 and n.nominal % 100 != 11)
        heavy = word == "st" and t.words[n.last + 2] in ("lb", "lbs")
        return (n.nominal, n.last + 1) if agrees and not heavy else None
    below = g.numbers.ordinals.get(word)
    tens = t.words[n.last - 1] in g.numbers.tens or (below or 0) >= 100
    # "twenty-first", "one hundred and first", but "five first-team players"
    if tens and n.form == "words" and below is not None and t.joined(n.last) and m.unit is None:
        return (n.nominal + below if below < 100 else n.nominal * below), n.last + 1
    return None


def ordinal(t: Tokens, i: int, last: int, place: Decimal, g: Grammar, drafts: list[Draft]) -> int:
    """An ordinal that counts: "the second round of talks"."""
    j = counted(t, last, g)
    if j < 0:
        return last
    n = Numeral(i, last, t.starts[i], t.ends[last - 1], place, place, place, _ONE, "ordinal")
    d = draft(t, Measure(n, None, i, last))
    d.dimension, d.noun = "ordinal", Counted(last, j + 1, j)
    d.reach(t, j + 1)
    return add(d, drafts)


def counted(t: Tokens, last: int, g: Grammar) -> int:
    """The noun whose turns the ordinal before token `last` counts; -1 for none.

    Nouns of events are counted wherever they stand, others in the singular behind an article
    ("a second yellow card"), but not by "first", which tells no number of them.
    """
    j = last
    while t.words[j] in g.nouns.turn_adjectives and t.joined(j) and j < last + 3:
        j += 1
    if t.words[j] in g.nouns.turns and t.spaced(j) and not t.hyphened(last):
        # "the third shooting victim" counts victims.
        return j + 1 if t.words[j + 1] in g.nouns.turns and t.spaced(j + 1) else j
    first = last - 1
    if t.words[first] in _SUFFIXES and t.gaps[first] == "":
        first -= 1
    while first and t.hyphened(first):
        first -= 1
    front = t.front(first)
    led = front in _ARTICLES or front.endswith("'s")
    return _headed(t, last, g) if led and t.words[last - 1] != "first" else -1


def _headed(t: Tokens, last: int, g: Grammar) -> int:
    """The singular that heads the noun phrase at token `last`; -1 for none."""
    last += t.words[last] == "such" and t.spaced(last)  # "the second such ruling"
    word = t.words[last]
    if not t.spaced(last) or t.capital(last) or word == "most" or word.endswith("est"):
        return -1  # "the second largest city" ranks
    noun = nouns.read(t, last, g.nouns, one=True)
    if noun is None or noun.part is not None or noun.head < last:
        return -1
    head = noun.head
    behind = t.words[head + 1] if t.joined(head + 1) else ""
    several = nouns.plural_at(t, head, g.nouns) or (
        behind not in g.nouns.verbs and nouns.plural(behind, g.nouns)
    )
    if g.classes.verbs.form(t.words[last]) is not None and syntax.is_verb(t, last, g.classes):
        return -1  # "a fourth succumbed"
    if several or t.capital(head) or t.words[head] in g.numbers.starters or t.words[head] == "one":
        return -1
    return head
