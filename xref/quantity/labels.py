"""Numbers behind the noun that they tell apart: "courtroom 6" names, "flight 37" counts a turn."""

from decimal import Decimal

from xref.quantity import nouns, syntax
from xref.quantity.draft import Draft, draft
from xref.quantity.grammar import Grammar
from xref.quantity.nouns import Counted
from xref.quantity.numeral import Measure
from xref.quantity.tokens import Tokens

_LARGEST = Decimal(999)
_LED = frozenset(
    {
        "in",
        "at",
        "on",
        "to",
        "from",
        "of",
        "by",
        "near",
        "into",
        "off",
        "outside",
        "inside",
        "since",
        "until",
        "through",
    }
)
_OWNED = frozenset({"its", "his", "her", "their", "our", "my", "your"})


def turn(t: Tokens, m: Measure, g: Grammar) -> Draft | None:
    """The ordinal of "on flight 37", "in week 6", which is the 37th flight, the sixth week.

    With a capital it is the name of one ("Flight 37 was late").
    """
    n, k = m.numeral, m.numeral.first - 1
    if not _labelled(t, m, g) or t.words[k] not in g.nouns.turns or t.capital(k):
        return None
    if t.hyphened(n.last) or not syntax.is_noun(t, k, g.classes):
        return None  # "to win 24-17"
    front = t.front(k)
    if front not in _LED and front not in _OWNED and not front.endswith("'s"):
        return None
    d = draft(t, Measure(n._replace(form="ordinal"), None, k, n.last))
    d.dimension, d.noun = "ordinal", Counted(k, n.last, k)
    return d


def named(t: Tokens, m: Measure, g: Grammar) -> bool:
    """Whether a number only tells one thing from others of its kind: "in courtroom 6"."""
    k = m.numeral.first - 1
    word = t.words[k]
    if (
        m.numeral.form != "digits"
        or not _labelled(t, m, g)
        or not word.isalpha()
        or word in g.calendar.amount_nouns
    ):
        return False
    if not (t.opens_sentence(k) or t.front(k) in _LED) or (
        t.capital(k) and not t.opens_sentence(k)
    ):
        return False
    if word in g.nouns.ends or word in g.numbers.starters or nouns.plural(word, g.nouns):
        return False
    if t.capital(k):
        return t.words[m.numeral.last] in g.nouns.passives and not syntax.is_verb(t, k, g.classes)
    return syntax.is_noun(t, k, g.classes)


def _labelled(t: Tokens, m: Measure, g: Grammar) -> bool:
    """Whether a plain number stands right behind a word, and counts nothing behind it."""
    n = m.numeral
    plain = n.form in ("digits", "words") and n.scale == 1 and n.step is not None and n.step >= 1
    if not plain or m.unit is not None or not n.first or m.first != n.first:
        return False
    if not t.spaced(n.first) or n.nominal is None or not 0 < n.nominal <= _LARGEST:
        return False
    return "," not in t.words[n.first] and nouns.read(t, n.last, g.nouns) is None
