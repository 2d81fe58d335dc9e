"""What an ordinal counts the turns of: "the second round of talks", "a third booking"."""

from xref.quantity import nouns, syntax
from xref.quantity.grammar import Grammar
from xref.quantity.tokens import Tokens

_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my", "your"})


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
    if t.words[first] in ("st", "nd", "rd", "th") and t.gaps[first] == "":
        first -= 1
    while first and t.hyphened(first):
        first -= 1
    front = t.front(first)
    led = front in _ARTICLES or front.endswith("'s")
    return _headed(t, last, g) if led and t.words[last - 1] != "first" else -1


def _headed(t: Tokens, last: int, g: Grammar) -> int:
    """The singular that heads the noun phrase at token `last`; -1 for none."""
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
