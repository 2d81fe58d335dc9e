"""The noun that a number counts: "200 aid trucks", "two of the victims", "a 57-nation group"."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from xref.quantity.figure import Part
from xref.quantity.tokens import Tokens
from xref.text.nouns import singular

_LONGEST = 7


@dataclass(frozen=True, slots=True)
class NounWords:
    """The lexicon of counting, compiled: which words end a noun phrase, and which head it."""

    ends: frozenset[str]
    verbs: frozenset[str]
    compounding: frozenset[str]
    singular_in_s: frozenset[str]
    plurals: frozenset[str]
    participles: frozenset[str]
    attributive: frozenset[str]
    whole: frozenset[str]
    pronoun_wholes: frozenset[str]
    more: frozenset[str]
    another: frozenset[str]
    including: frozenset[str]
    one_never_before: frozenset[str]
    one_never_after: frozenset[str]
    zero_nouns: frozenset[str]
    turns: frozenset[str]
    turn_adjectives: frozenset[str]


class Counted(NamedTuple):
    """The counted noun phrase: tokens ``first`` to ``last`` (exclusive), its head, and how it refers.

    `head` is -1 where a pronoun or nothing stands for the noun ("20 of whom", "two others").
    """

    first: int
    last: int
    head: int
    part: Part | None = None


def compile_nouns(table: Mapping[str, Any]) -> NounWords:
    """Compile the lexicon `counting`."""
    return NounWords(
        ends=frozenset(w for group in table["ends"].values() for w in group.split()),
        verbs=frozenset(table["verbs"].split()),
        compounding=frozenset(table["compounding"].split()),
        singular_in_s=frozenset(table["singular_in_s"].split()),
        plurals=frozenset(table["plurals"].split()),
        participles=frozenset(table["participles"]),
        attributive=frozenset(table["attributive"]),
        whole=frozenset(table["whole"]),
        pronoun_wholes=frozenset(table["pronoun_wholes"]),
        more=frozenset(table["more"]),
        another=frozenset(table["another"]),
        including=frozenset(table["including"]),
        one_never_before=frozenset(table["one_never_before"]),
        one_never_after=frozenset(table["one_never_after"]),
        zero_nouns=frozenset(table["zero_nouns"].split()),
        turns=frozenset(table["turns"].split()),
        turn_adjectives=frozenset(table["turn_adjectives"].split()),
    )


def plural_at(t: Tokens, at: int, g: NounWords) -> bool:
    """Whether token `at` looks like a plural noun; of capitals too ("MPs", "NGOs")."""
    word = t.words[at]
    if plural(word, g):
        return True
    return word.endswith("s") and len(word) > 2 and t.written(at)[:-1].isupper()


def plural(word: str, g: NounWords) -> bool:
    """Whether a word looks like a plural noun."""
    if word in g.plurals:
        return True
    if len(word) < 4 or word[-1] != "s" or word in g.singular_in_s:
        return False
    return not word.endswith(("ss", "us", "'s", "’s", "is"))


def read(t: Tokens, j: int, g: NounWords, one: bool = False, vague: bool = False) -> Counted | None:
    """What the number before token `j` counts.

    `one`: the number is one, so the head is singular. `vague`: it is "dozens" or the like,
    whose noun follows after "of".
    """
    if not t.joined(j) or not t.words[j]:
        return None
    word = t.words[j]
    if word == "of" and t.spaced(j):
        return _of(t, j, g, one, vague)
    if t.hyphened(j):
        return _tied(t, j, g)
    return _plain(t, j, g, one)


def _of(t: Tokens, j: int, g: NounWords, one: bool, vague: bool) -> Counted | None:
    k = j + 1
    if not t.spaced(k):
        return None
    word = t.words[k]
    if word in ("them", "whom", "us", "you", "which"):
        return Counted(j, k + 1, -1, Part.OF)
    part = None if vague else Part.OF
    for _ in range(3):
        possessive = t.words[k].endswith("'s")
        if t.words[k] not in g.whole and not possessive:
            break
        part = Part.OF
        k += 1
    if k > j + 1 and not t.joined(k):
        return Counted(j, k, -1, Part.OF) if t.words[k - 1] in g.pronoun_wholes else None
    noun = _phrase(t, k, g, one=False)
    if noun is None:
        return None
    return noun._replace(first=j, part=noun.part or part)


def _tied(t: Tokens, j: int, g: NounWords) -> Counted | None:
    """ "57-nation", "100,000-strong", "first-team": the noun hangs on a hyphen."""
    word = t.words[j]
    if not word.isalpha() or word in g.ends:
        return None
    if word == "strong":
        noun = _phrase(t, j + 1, g, one=True) if t.joined(j + 1) else None
        return noun._replace(first=j) if noun else Counted(j, j + 1, -1)
    return Counted(j, j + 1, j)


def _plain(t: Tokens, j: int, g: NounWords, one: bool) -> Counted | None:
    word = t.words[j]
    part: Part | None = None
    k = j
    if word in g.more:
        part, k = Part.MORE, j + 1
    elif word == "others":
        return Counted(j, j + 1, -1, Part.OTHERS)
    elif word == "other":
        part = Part.OTHERS
    if k > j and not t.spaced(k):
        return Counted(j, k, -1, part)
    noun = _phrase(t, k, g, one)
    if noun is None:
        return Counted(j, k, -1, part) if part is Part.MORE else None
    return noun._replace(first=j, part=part)


def _phrase(t: Tokens, k: int, g: NounWords, one: bool) -> Counted | None:
    """The noun phrase that begins at token `k`, as far as word lists and endings tell."""
    run = _run(t, k, g)
    if run == k:
        return None
    head = _single_head(t, k, run, g) if one else _plural_head(t, k, run, g)
    if head < 0 and not one and t.words[run] in ("and", "or") and t.spaced(run):
        # "digital and physical sales", "Kia and Hyundai vehicles"
        head = _plural_head(t, run + 1, min(_run(t, run + 1, g), run + 5), g)
    if head < 0:
        if t.words[k] in g.participles:
            return Counted(k, k + 1, k)
        if t.words[k] in g.attributive:
            return Counted(k, k + 1, k)
        return None
    return Counted(k, head + 1, head)


def _plural_head(t: Tokens, k: int, run: int, g: NounWords) -> int:
    """The plural that heads the words from `k` to `run`; -1 for none."""
    head = -1
    for at in range(k, run):
        if not plural_at(t, at, g):
            continue
        head = at
        if t.words[at] in g.compounding and any(plural_at(t, n, g) for n in range(at + 1, run)):
            continue
        if at + 1 < run and plural_at(t, at + 1, g) and t.words[at + 1] not in g.verbs:
            continue
        break
    return head


def _run(t: Tokens, k: int, g: NounWords) -> int:
    """The token after the longest stretch from `k` that a noun phrase may cover."""
    at = k
    while at < k + _LONGEST:
        word = t.words[at]
        if not word or word in g.ends or not (word[0].isalpha() or _model(t, at)):
            break
        if at > k and not t.joined(at):
            break
        if word in g.verbs and not t.hyphened(at + 1):
            break
        at += 1
    return at


def _model(t: Tokens, at: int) -> bool:
    """Whether the digits at a token are part of a model's name ("F-16 jets")."""
    return at > 0 and t.gaps[at] in ("", "-") and t.capital(at - 1) and len(t.words[at - 1]) <= 3


def _single_head(t: Tokens, k: int, run: int, g: NounWords) -> int:
    """The head after "one": the last noun before a verb or an adverb."""
    at = k
    while at < run:
        word = t.words[at]
        adverb = word.endswith("ly") and len(word) > 4
        if at > k and (word.endswith("ed") or word.endswith("ing")) and not adverb:
            if not t.words[at - 1].endswith("ly") and not t.hyphened(at):
                break
        if adverb and at > k:
            break
        if at > k and plural(word, g):
            break
        at += 1
    return at - 1 if at > k else -1


def name_of(t: Tokens, counted: Counted) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Head (singular, lower case), head as written, and the words before it."""
    if counted.head < 0:
        return None, None, ()
    head = counted.head
    first = counted.first
    while first < head and t.words[first] in ("of", "the", "strong"):
        first += 1
    return singular(t.words[head]), t.written(head), tuple(t.words[first:head])
