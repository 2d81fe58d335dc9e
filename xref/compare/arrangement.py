"""What another order does to the sense: a "not" that moved, words that changed places."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from xref.compare.aligning import Alignment
from xref.compare.differing import Difference
from xref.compare.forms import is_content, is_grammar, is_number, word_set
from xref.compare.roles import Roles, lemma, roles
from xref.compare.tokens import Word, printed
from xref.lexicon import table


class Turn(NamedTuple):
    """One way in which the sense turns: its kind, and the words that show it.

    `a` is what the one denies or on what condition, `b` the other; of words that changed places
    they are these two, as the first rendering prints them.
    """

    kind: str
    a: str
    b: str


def turns(laid: Alignment, real: Sequence[Difference], texts: tuple[str, str]) -> tuple[Turn, ...]:
    """How the sense turns where two renderings share their words, or differ in a condition.

    Args:
        laid: the renderings side by side.
        real: what differs, dropped or changed.
        texts: the renderings as printed.
    """
    differing = [d for d in real if not d.sentence]
    if not differing:
        return ()
    found = [_denied(laid), _conditioned(differing)]
    moved = _moved(differing)
    if moved:
        found.append(_exchanged(laid, differing, moved, texts))
    return tuple(turn for turn in found if turn is not None)


class _Denied(NamedTuple):
    """A negation and the word that it denies: as in a dictionary, and both as printed.

    `raised`: it stands before a verb of thinking and denies what is thought.
    """

    lemma: str
    text: str
    raised: bool


def _denied(laid: Alignment) -> Turn | None:
    """The word that one rendering denies and the other leaves standing, and the other way round."""
    r = laid.reach
    mine = laid.a.words[r.a0 : r.a1]
    theirs = laid.b.words[r.b0 : r.b1]
    one, two = list(_denials(mine)), list(_denials(theirs))
    kept_a, kept_b = (Counter(d.lemma for d in side) for side in (one, two))
    lost, new = kept_a - kept_b, kept_b - kept_a
    in_a, in_b = ({lemma(word.form) for word in side} for side in (mine, theirs))
    gone = next((d for d in one if d.lemma in lost and d.lemma in in_b), None)
    come = next((d for d in two if d.lemma in new and d.lemma in in_a), None)
    if gone is None or come is None or gone.raised or come.raised:
        return None
    return Turn("negation", gone.text, come.text)


def _denials(words: Sequence[Word]) -> Iterator[_Denied]:
    """What each negation denies: the first word behind it that says something.

    "I do not think it is safe" denies that it is safe.
    """
    negations, raising = word_set("negations"), word_set("raising")
    for at, word in enumerate(words):
        if word.form not in negations or word.ends:
            continue
        raised = False
        for k in range(at + 1, len(words)):
            form = words[k].form
            says = not is_grammar(form) and form not in _PRONOUNS and form not in negations
            raised = raised or (says and lemma(form) in raising)
            if says and lemma(form) not in raising:
                yield _Denied(lemma(form), printed(words[at : k + 1]), raised)
                break
            if words[k].ends:
                break


_PRONOUNS = frozenset(("i", "you", "he", "she", "we", "they", "me", "him", "her", "us", "them"))
_PERSONS = frozenset(("i", "you", "he", "she", "we", "they"))


@cache
def _conditions() -> dict[str, int]:
    """The group of each word that opens a condition, a time or a reason; those of one mean one."""
    return {
        str(word): number
        for number, group in enumerate(table("wording")["conditions"])
        for word in group
    }


def _conditioned(differing: Sequence[Difference]) -> Turn | None:
    """A condition that is another on the other side, or that one word more or less makes one."""
    groups = _conditions()
    lost: list[Word] = []
    new: list[Word] = []
    for d in differing:
        if d.kind != "changed":
            continue
        mine, theirs = ([w for w in side if w.form in groups] for side in (d.a, d.b))
        if (mine and theirs) or len(d.a) + len(d.b) == 1:
            lost += mine
            new += theirs
    kinds = [Counter(groups[w.form] for w in side) for side in (lost, new)]
    if kinds[0] == kinds[1]:
        return None
    return Turn("condition", printed(lost), printed(new))


def _moved(differing: Sequence[Difference]) -> frozenset[str]:
    """The words, as in a dictionary, that stand in one place here and in another there."""
    lost = {lemma(word.form) for d in differing for word in d.a}
    new = {lemma(word.form) for d in differing for word in d.b}
    return frozenset(word for word in lost & new if is_content(word) or word in _PERSONS)


def _exchanged(
    laid: Alignment,
    differing: Sequence[Difference],
    moved: frozenset[str],
    texts: tuple[str, str],
) -> Turn | None:
    """Two words that changed places: who fires and who is fired on, what closes and what stays."""
    one, two = roles(texts[0]), roles(texts[1])
    found = _in_place(laid, one, two, moved) or _crossed(differing, one, two)
    if found is None:
        return None
    kind = "number" if all(map(is_number, found)) else "roles"
    as_printed = {lemma(w.form): w.text for w in reversed(laid.a.words)}
    return Turn(kind, *(as_printed.get(word, word) for word in found))


def _in_place(
    laid: Alignment, one: Roles, two: Roles, moved: frozenset[str]
) -> tuple[str, str] | None:
    """Two words that both renderings have, of which each fills one place of a verb or noun."""
    known = [{lemma(word.form) for word in side.words} for side in (laid.a, laid.b)]
    for place, mine in one.fillers.items():
        theirs = two.fillers.get(place)
        if theirs is None or mine == theirs:
            continue
        x = min(mine - theirs, default="")
        y = min(theirs - mine, default="")
        if not (x and y) or x not in known[1] or y not in known[0]:
            continue
        if moved.isdisjoint((x, y, place[0])) or one.listed(x, y) or two.listed(x, y):
            continue
        if one.equated & two.equated & {frozenset((x, y))}:
            continue
        return x, y
    return None


def _crossed(differing: Sequence[Difference], one: Roles, two: Roles) -> tuple[str, str] | None:
    """Two words of which each stands where the other rendering has the other."""
    swapped: dict[tuple[str, str], None] = {}
    for d in differing:
        mine, theirs = ([lemma(w.form) for w in side] for side in (d.a, d.b))
        for x in mine:
            for y in theirs:
                if x == y or not all(is_content(w) or w in _PERSONS for w in (x, y)):
                    continue
                if (y, x) in swapped and not _innocent(x, y, one, two):
                    return y, x
                if x not in theirs and y not in mine:
                    swapped[x, y] = None
    return None


def _innocent(x: str, y: str, one: Roles, two: Roles) -> bool:
    """Whether the order of two words says nothing: in a list, in "A is B", where a voice turned."""
    if one.listed(x, y) or two.listed(x, y) or one.passive != two.passive:
        return True
    pair = frozenset((x, y))
    return pair in one.equated and pair in two.equated
