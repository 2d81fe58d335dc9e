"""Statements of consequence that several articles of a story tell: one account with its tellers.

Precision first. Two statements are of one account when they make the same act with the same
polarity, the same name comes first in both, and half of their content words are the same, a word of
consequence among them; a number or a name that only one of them has keeps them apart when the
other has another in its place.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from xref.lexicon import table
from xref.lexicon.nouns import singular
from xref.model.article import Article
from xref.model.claim import Act, Claim, Statement
from xref.model.link import Account, Story
from xref.model.span import Span
from xref.text.fold import fold

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_ENDING = re.compile(r"(?<=[a-z]{4})(?:ing|ed|es|s|e|ion|ions|ation)$")
_TOLD_OF = {Act.DENIES: "denies", Act.ACCUSES: "accuses"}
"""Acts that stand for themselves; the others tell what is, is meant or will be."""
_LEAST = 2
"""Content words that two statements share at least."""
_SHARE = 0.5
"""The share of the shorter one's content words that the other has, too."""
_MANY = 40
"""How many statements with one word in common are looked at."""

Names = tuple[str, ...]


class _Told(NamedTuple):
    """A statement as it is matched: its act and polarity, names in order, words, numbers.

    `graves` are its words of consequence.
    """

    claim: Claim
    act: str
    names: Names
    words: frozenset[str]
    graves: frozenset[str]
    numbers: frozenset[str]


def accounts(
    story: Story, articles: Mapping[str, Article], claims: Mapping[str, Sequence[Claim]]
) -> Iterator[Account]:
    """The accounts of a story that two of its articles or more give, in order of their claims."""
    told = [
        _read(claim, articles[id_])
        for id_ in sorted(story.articles)
        for claim in claims.get(id_, ())
        if isinstance(claim.value, Statement) and claim.repeats is None
    ]
    by_word: dict[tuple[str, str], list[int]] = {}
    parent = list(range(len(told)))
    for at, each in enumerate(told):
        near: set[int] = set()
        for word in each.words:
            held = by_word.setdefault((each.act, word), [])
            near.update(held[-_MANY:])
            held.append(at)
        for other in sorted(near):
            if _alike(told[other], each):
                parent[_root(parent, at)] = _root(parent, other)
    groups: dict[int, list[_Told]] = {}
    for at, each in enumerate(told):
        groups.setdefault(_root(parent, at), []).append(each)
    for group in groups.values():
        if len({each.claim.article for each in group}) > 1:
            yield _account(story, group)


def _account(story: Story, group: Sequence[_Told]) -> Account:
    shared = sorted(frozenset.intersection(*(each.words for each in group)))
    first = group[0]
    name = next(iter(first.names), None)
    why = f"each {first.act} the same" + (f" of {name}" if name else "")
    why += f": {', '.join(shared)}" if shared else ""
    return Account(
        f"{story.id}:{first.claim.id}", story.id, tuple(each.claim.id for each in group), why
    )


def _root(parent: list[int], at: int) -> int:
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at


def _alike(a: _Told, b: _Told) -> bool:
    """Whether two statements say the same of the same."""
    if a.claim.article == b.claim.article or not a.names or not b.names:
        return False
    if a.names[0] != b.names[0] or (a.numbers and b.numbers and a.numbers != b.numbers):
        return False
    if a.graves.isdisjoint(b.graves) and (a.graves or b.graves):
        return False
    only_a, only_b = set(a.names) - set(b.names), set(b.names) - set(a.names)
    if only_a and only_b:
        return False
    shared = len(a.words & b.words)
    return shared >= _LEAST and shared >= _SHARE * min(len(a.words), len(b.words))


def _read(claim: Claim, article: Article) -> _Told:
    """A statement's words without those that say who says it."""
    text = article.part(claim.field)
    source = claim.attribution
    own = claim.value.act in _TOLD_OF if isinstance(claim.value, Statement) else False
    skipped = [s.span for s in (source.cue, None if own else source.speaker) if s is not None]
    names: list[str] = []
    words: set[str] = set()
    numbers: set[str] = set()
    for match in _WORD.finditer(text, claim.span.start, claim.span.end):
        span = Span(*match.span())
        word = match[0].replace("’", "'").removesuffix("'s")
        if any(span.overlaps(each) for each in skipped):
            continue
        low = word.lower()
        if low[0].isdigit():
            numbers.add(low)
        elif word[0].isupper() and (span.start > claim.sentence.start or low not in _idle()):
            names.append(_nations().get(low, low))
        elif low not in _idle() and len(low) > 2:
            words.add(_ENDING.sub("", singular(low)))
    assert isinstance(claim.value, Statement)
    act = f"{_TOLD_OF.get(claim.value.act, 'tells')} {claim.value.polarity}"
    graves = frozenset(match[0] for match in _graves().finditer(fold(claim.text)))
    return _Told(claim, act, tuple(names), frozenset(words), graves, frozenset(numbers))


@cache
def _graves() -> re.Pattern[str]:
    """The beginnings of words of consequence ("invad" of "invade", "invading")."""
    stems = {word.rstrip("*") for word in table("statements")["consequence"]}
    listed = sorted(map(re.escape, stems), key=lambda stem: (-len(stem), stem))
    return re.compile(rf"(?<!\w)(?:{'|'.join(listed)})")


@cache
def _nations() -> Mapping[str, str]:
    """Each name of a country, its people and its government, with the country."""
    known = table("demonyms")
    return {
        form.lower(): country
        for country, forms in known["countries"].items()
        for form in (country, *forms, *known["seats"].get(country, ()))
    }


@cache
def _idle() -> frozenset[str]:
    """Words that tell nothing of what a statement is about."""
    listed = table("function_words")
    words = {word for group in listed.values() if isinstance(group, str) for word in group.split()}
    return frozenset(words | set(table("questions")["idle"]))
