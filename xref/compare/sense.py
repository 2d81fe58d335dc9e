"""What a difference between two renderings does to the sense."""

from collections import Counter
from collections.abc import Callable, Iterable

from xref.compare.arrangement import Turn
from xref.compare.differing import Difference
from xref.compare.forms import is_content, is_grammar, word_set
from xref.compare.roles import lemma
from xref.compare.tokens import Word
from xref.lexicon import table

_ORDER = (
    "negation",
    "opposite",
    "roles",
    "condition",
    "number",
    "modal",
    "name",
    "quantifier",
)
_WORDS = {"negation": "negations", "modal": "modals", "quantifier": "quantifiers"}

_ONE_OF_ANY = frozenset({"a", "an", "any"})
"""Words that stand for each other: "not a single boat", "not any single boat"."""
_ENDINGS = frozenset({"", "e", "y", "s", "es", "ies", "d", "ed", "ied", "ing", "ying"})


def moved(differences: Iterable[Difference], turned: Iterable[Turn] = ()) -> tuple[str, ...]:
    """Which parts of the sense the differences touch, in the order of `WordingRelation.moved`.

    A whole sentence that is missing turns no other around. `turned` is what the order of the words
    does to the sense.
    """
    told = [d for d in differences if not d.sentence]
    kinds = {turn.kind for turn in turned} | _names_moved(told)
    mine: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for d in told:
        one, two = Counter(map(_form, d.a)), Counter(map(_form, d.b))
        mine += one
        theirs += two
        if any(_opposite(x, y) for x in one for y in two):
            kinds.add("opposite")
    lost, new = mine - theirs, theirs - mine
    odd = set(lost) | set(new)
    if odd <= _ONE_OF_ANY:
        odd.clear()
    kinds |= {kind for kind, words in _WORDS.items() if odd & word_set(words)}
    if any(form[:1].isdigit() for form in odd):
        kinds.add("number")
    return tuple(kind for kind in _ORDER if kind in kinds)


def _form(word: Word) -> str:
    """The form of a word, with the month told from the verb."""
    return "the month of may" if word.text == "May" else word.form


def _names_moved(differences: Iterable[Difference]) -> set[str]:
    """``{"name"}`` where a capitalised word stands for one that has no counterpart either."""
    pairs = [(d.a, d.b) for d in differences]
    all_one, all_two = ({w.form for pair in pairs for w in pair[side]} for side in (0, 1))
    for mine, theirs in pairs:
        one = {w.form for w in mine if w.text[:1].isupper() and is_content(w.form)}
        two = {w.form for w in theirs if w.text[:1].isupper() and is_content(w.form)}
        if one - all_two and two - all_one:
            return {"name"}
    return set()


def _opposite(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    return len(short) > 3 and any(
        long == prefix + short for prefix in table("wording")["opposites"]
    )


def same_news(differences: Iterable[Difference]) -> bool:
    """Whether what one lacks in one place stands in another: words with news that only moved."""
    return _same(differences, is_content)


def only_order(differences: Iterable[Difference]) -> bool:
    """Whether both have the same words but for those of grammar, in another order."""
    return _same(differences, lambda form: not is_grammar(form))


def _same(differences: Iterable[Difference], counts: Callable[[str], bool]) -> bool:
    mine: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for d in differences:
        mine.update(lemma(w.form) for w in d.a if counts(w.form))
        theirs.update(lemma(w.form) for w in d.b if counts(w.form))
    return bool(mine) and mine == theirs


def only_grammar(differences: Iterable[Difference]) -> bool:
    """Whether only words of grammar differ, or endings of one word; a whole clause is no such."""
    for d in differences:
        one, two = Counter(w.form for w in d.a), Counter(w.form for w in d.b)
        lost, new = one - two, two - one
        news = [[form for form in side if not is_grammar(form)] for side in (lost, new)]
        if d.kind == "dropped" or len(news[0]) != len(news[1]):
            return False
        if not all(map(_inflected, *news)):
            return False
    return True


def _inflected(one: str, two: str) -> bool:
    """Whether two words are forms of one: "duty" and "duties", "run" and "running"."""
    short, long = sorted((one, two), key=len)
    stem = short.removesuffix("e").removesuffix("y")
    if len(stem) < 3 or not long.startswith(stem):
        return False
    rest = long[len(stem) :]
    return rest.lstrip(stem[-1]) in _ENDINGS or rest in _ENDINGS


def slips(differences: Iterable[Difference]) -> bool:
    """Whether nothing but fillers of speech differs, which newsrooms leave out."""
    fillers = word_set("fillers")
    for difference in differences:
        for side in (difference.a, difference.b):
            forms = [word.form for word in side]
            if " ".join(forms) not in fillers and not fillers.issuperset(forms):
                return False
    return True
