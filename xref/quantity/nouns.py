"""The noun that a number counts: "200 aid trucks", "two of the victims", "a 57-nation group"."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from xref.lexicon.nouns import singular
from xref.quantity.figure import Part
from xref.quantity.tokens import Tokens

_LONGEST = 7


@dataclass(frozen=True, slots=True)
class NounWords:
    """The lexicon of counting, compiled: which words end a noun phrase, and which head it."""

    ends: frozenset[str]
    past: frozenset[str]
    verbs: frozenset[str]
    compounding: frozenset[str]
    singular_in_s: frozenset[str]
    plurals: frozenset[str]
    participles: frozenset[str]
    attributive: frozenset[str]
    whole: frozenset[str]
    pronouns: frozenset[str]
    numbers: frozenset[str]
    aged: frozenset[str]
    more: frozenset[str]
    another: frozenset[str]
    including: frozenset[str]
    one_never_before: frozenset[str]
    one_never_after: frozenset[str]
    one_never_unit: frozenset[str]
    one_never_only: frozenset[str]
    zero_nouns: frozenset[str]
    none: frozenset[str]
    nobody: frozenset[str]
    fates: frozenset[str]
    passives: frozenset[str]
    turns: frozenset[str]
    turn_adjectives: frozenset[str]
    linking: frozenset[str]


class Counted(NamedTuple):
    """The counted noun phrase.

    It begins at token `start` and ends at its `head`; the figure reaches to `last`
    (exclusive). `head` is -1 where a pronoun or nothing stands for the noun ("20 of whom",
    "two others").
    """

    start: int
    last: int
    head: int
    part: Part | None = None


def compile_nouns(table: Mapping[str, Any]) -> NounWords:
    """Compile the lexicon `counting`."""
    return NounWords(
        ends=frozenset(w for group in table["ends"].values() for w in group.split()),
        past=frozenset(table["past"].split()),
        verbs=frozenset(table["verbs"].split()),
        compounding=frozenset(table["compounding"].split()),
        singular_in_s=frozenset(table["singular_in_s"].split()),
        plurals=frozenset(table["plurals"].split()),
        participles=frozenset(table["participles"]),
        attributive=frozenset(table["attributive"]),
        whole=frozenset(table["whole"]),
        pronouns=frozenset(table["pronouns"]),
        numbers=frozenset(table["ends"]["numbers"].split()),
        aged=frozenset(table["aged"]),
        more=frozenset(table["more"]),
        another=frozenset(table["another"]),
        including=frozenset(table["including"]),
        one_never_before=frozenset(table["one_never_before"]),
        one_never_after=frozenset(table["one_never_after"]),
        one_never_unit=frozenset(table["one_never_unit"]),
        one_never_only=frozenset(table["one_never_only"]),
        zero_nouns=frozenset(table["zero_nouns"].split()),
        none=frozenset(table["none"]),
        nobody=frozenset(table["nobody"]),
        fates=frozenset(table["fates"]),
        passives=frozenset(table["passives"]),
        turns=frozenset(table["turns"].split()),
        turn_adjectives=frozenset(table["turn_adjectives"].split()),
        linking=frozenset(table["linking"]),
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


def read(
    t: Tokens, j: int, g: NounWords, one: bool = False, vague: bool = False, share: bool = False
) -> Counted | None:
    """What the number before token `j` counts.

    `one`: the number is one, so the head is singular. `vague`: it is "dozens" or the like,
    whose noun follows after "of". `share`: it is a part of one thing or of many ("half the
    harvest").
    """
    if not t.joined(j) and not t.added(j):
        return None
    word = t.words[j]
    if word == "strong" and t.spaced(j):
        return Counted(j, j + 1, -1)
    if word == "of" and t.spaced(j):
        return _of(t, j, g, vague, share)
    if t.hyphened(j):
        return _tied(t, j, g)
    if share and word in g.whole:
        return _whole(t, j, g)
    return _plain(t, j, g, one)


def _of(t: Tokens, j: int, g: NounWords, vague: bool, share: bool) -> Counted | None:
    """As in "two of them", "hundreds of boats", "three of the town's wells"."""
    k = j + 1
    if not t.spaced(k):
        return None
    if t.words[k] in g.pronouns:
        return Counted(k, k + 1, -1, Part.OF)
    part = None if vague else Part.OF
    for _ in range(3):
        if t.words[k] not in g.whole and not t.words[k].endswith("'s"):
            break
        part = Part.OF
        k += 1
    if k > j + 1 and not t.joined(k):
        return Counted(k, k, -1, Part.OF)
    noun = _part_phrase(t, k, g) if share else _phrase(t, k, g, one=False)
    return None if noun is None else noun._replace(part=noun.part or part)


def _whole(t: Tokens, j: int, g: NounWords) -> Counted | None:
    """As in "half the harvest"."""
    noun = _part_phrase(t, j + 1, g)
    return noun if noun is None or t.joined(j + 1) else None


def _tied(t: Tokens, j: int, g: NounWords) -> Counted | None:
    """As in "57-nation", "100,000-strong force": the noun hangs on a hyphen."""
    word = t.words[j]
    if not word.isalpha() or word in g.ends:
        return None
    if word == "strong":
        noun = _phrase(t, j + 1, g, one=True) if t.joined(j + 1) else None
        return noun or Counted(j, j + 1, -1)
    return Counted(j, j + 1, j)


def _plain(t: Tokens, j: int, g: NounWords, one: bool) -> Counted | None:
    word = t.words[j]
    part: Part | None = None
    k = j
    if word in g.more and t.words[j + 1] != "than":
        part, k = Part.MORE, j + 1
    elif word == "others":
        return Counted(j, j + 1, -1, Part.OTHERS)
    elif word == "other":
        part, k = Part.OTHERS, j + 1
    if k > j and not t.spaced(k):
        return Counted(k, k, -1, part)
    noun = _apart(t, k, g) or _phrase(t, k, g, one)
    if noun is None:
        return Counted(k, k, -1, part) if part is Part.MORE else None
    return noun._replace(part=part)


def _apart(t: Tokens, k: int, g: NounWords) -> Counted | None:
    """A noun behind a measure that is its own figure: "12 500-pound bombs", "two 17-year-olds".

    Or behind the number of a model: "nine 860 Max tractors".
    """
    word = t.words[k]
    if not (word[:1].isdecimal() or word in g.numbers):
        return None
    if t.gaps[k + 1] != "" and not t.hyphened(k + 1):
        if not word.isdecimal() or not t.spaced(k) or not t.spaced(k + 1):
            return None
        noun = _phrase(t, k + 1, g, one=False)
        apart = noun is not None and noun.head > k + 1 and not plural_at(t, k + 1, g)
        return noun._replace(last=k) if noun is not None and apart else None
    at = k + 1
    while at < k + 5 and (t.gaps[at] == "" or t.hyphened(at)) and t.words[at].isalpha():
        at += 1
    noun = _phrase(t, at, g, one=False) if t.joined(at) else None
    if noun is None and t.words[at - 1] in g.aged:
        noun = Counted(k, k, at - 1)
    return None if noun is None else noun._replace(last=k)


def _phrase(t: Tokens, k: int, g: NounWords, one: bool) -> Counted | None:
    """The noun phrase that begins at token `k`, as far as word lists and endings tell."""
    run = _run(t, k, g, one)
    if run == k:
        return None
    named = _past_name(t, k, run, g)
    if named is not None:
        return named
    for at in range(k + 1, run + 1):
        if _models(t, at):
            return Counted(k, at + 2, at - 1)
    head = _single_head(t, k, run, g) if one else _plural_head(t, k, run, g)
    if head < 0 and not one and t.words[run] in ("and", "or") and t.spaced(run):
        # "digital and physical sales"
        end = min(_run(t, run + 1, g, one), run + 5) if t.joined(run + 1) else run
        head = _plural_head(t, run + 1, end, g)
    if head < 0:
        alone = t.words[k] in g.participles or t.words[k] in g.attributive
        return Counted(k, k + 1, k) if alone and not one else None
    return Counted(k, head + 1, head)


def _past_name(t: Tokens, k: int, run: int, g: NounWords) -> Counted | None:
    """The plural behind a name of several words: "4,000 Clean Heat for All claimants".

    `run` is the token that the noun phrase from `k` ends at: a small word inside of the name.
    """
    if not (t.capital(k) and t.capital(run - 1) and t.words[run] in g.linking):
        return None
    at = run
    while at < k + _LONGEST and t.spaced(at) and (t.capital(at) or t.words[at] in g.linking):
        at += 1
    heads = t.spaced(at) and t.capital(at - 1) and at > run and plural_at(t, at, g)
    return Counted(k, at + 1, at) if heads and t.words[at] not in g.ends else None


def _part_phrase(t: Tokens, k: int, g: NounWords) -> Counted | None:
    """The noun phrase at token `k` that a share is a part of: one thing or many."""
    run = _run(t, k, g, True)
    head = _plural_head(t, k, run, g)
    if head < 0 and run > k:
        head = _single_head(t, k, run, g)
    return None if head < 0 else Counted(k, head + 1, head)


def _plural_head(t: Tokens, k: int, run: int, g: NounWords) -> int:
    """The plural that heads the words from `k` to `run`; -1 for none."""
    plurals = [at for at in range(k, run) if plural_at(t, at, g) and not t.hyphened(at + 1)]
    for n, at in enumerate(plurals):
        following = plurals[n + 1] if n + 1 < len(plurals) else -1
        if following < 0:
            return at
        # "arms dealers", and two plurals in a row: the later one is the head.
        if t.words[at] not in g.compounding and following != at + 1:
            return at
    return -1


def _run(t: Tokens, k: int, g: NounWords, one: bool) -> int:
    """The token after the longest stretch from `k` that a noun phrase may cover."""
    at = k
    seen = one
    while at < k + _LONGEST:
        word = t.words[at]
        if not word or not (word[0].isalpha() or _model(t, at)):
            break
        homely = one and at == k and word == "home"  # "one home in nine"
        if word in g.ends and not (at > k and t.hyphened(at)) and not homely:
            break
        if at > k and not t.joined(at):
            break
        if word in g.past and not t.hyphened(at + 1):
            break
        if word in g.verbs and not t.hyphened(at + 1):
            leads = t.joined(at + 1) and plural_at(t, at + 1, g) and t.words[at + 1] not in g.ends
            if (seen and at > k) or not (one or word.endswith("s") or leads):
                break
        if seen and not one and at > k and word.endswith(("ed", "ing")) and not t.hyphened(at):
            break
        seen = seen or plural_at(t, at, g)
        at += 1
    return at


def _model(t: Tokens, at: int) -> bool:
    """Whether the digits at a token are part of a model's name ("F-16 jets")."""
    return at > 0 and t.gaps[at] in ("", "-") and t.capital(at - 1) and len(t.words[at - 1]) <= 3


def _models(t: Tokens, at: int) -> bool:
    """Whether the digits at a token are a model in the plural: "Falcon 7s"."""
    digits = t.words[at][:1].isdecimal() and t.words[at + 1] == "s" and t.gaps[at + 1] == ""
    return digits and t.capital(at - 1) and (t.spaced(at) or t.hyphened(at))


def _single_head(t: Tokens, k: int, run: int, g: NounWords) -> int:
    """The head after "one": the last noun before a verb or an adverb."""
    at = k
    while at < run:
        word = t.words[at]
        adverb = word.endswith("ly") and len(word) > 4
        verbal = at > k and word.endswith(("ed", "ing")) and not adverb
        if verbal and not t.words[at - 1].endswith("ly") and not t.hyphened(at):
            break
        if adverb and at > k:
            break
        if at > k and plural(word, g):
            break
        at += 1
    return at - 1 if at > k else -1


def name_of(
    t: Tokens, counted: Counted, g: NounWords
) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Head (singular, lower case), head as written, and the words before it."""
    head = counted.head
    if head < 0:
        return None, None, ()
    word, written = t.words[head], t.written(head)
    if word in g.aged or word in g.nobody:
        return "person", written, ()
    if written[:-1].isupper() and len(written) > 2:
        word = word.removesuffix("s")
    elif word.endswith("children") and word != "children":
        word = word.removesuffix("ren")
    modifiers: list[str] = []
    for at in range(counted.start, head):
        if modifiers and (t.hyphened(at) or t.gaps[at] == ""):
            modifiers[-1] += t.gaps[at] + t.words[at]
        elif t.words[at] not in ("and", "or"):
            modifiers.append(t.words[at])
    return singular(word), written, tuple(modifiers)
