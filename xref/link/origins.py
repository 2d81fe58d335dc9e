"""Which articles share one text, and so speak with one voice.

The record's `origin` decides first. Else passages are compared as word shingles (Broder, "On the
resemblance and containment of documents", 1997): containment, not resemblance, since a paper that
takes half of a wire story has its voice. Quoted words are set aside: one press conference gives
identical quotes.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple
from zlib import crc32

from xref.lexicon import table
from xref.link.outside import NOWHERE, Outside
from xref.link.shingles import Groups, postings, shared
from xref.link.slips import shared_slips
from xref.model.article import Article, Zone
from xref.model.claim import Claim, Quotation
from xref.model.link import Origin, Story
from xref.model.span import Span
from xref.text.fold import fold

_SIZE = 7
"""Words of a shingle."""
_SAMPLE = 3
"""One word in so many starts a shingle; the same words do in every text."""
COPIED = 0.35
"""The share of the smaller text from which on it is the same text."""
_LEAST = 4
"""Sampled shingles that two texts must share, about fifteen words in a row."""
_STORIES = 3
"""Words that stand in texts of so many stories are an outlet's boilerplate."""
_UPDATES = 3
"""Days within which an agency updates one report."""
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_QUOTED = re.compile(r'"[^"\n]*"')
_OWN = frozenset({Zone.BODY, Zone.LIST, Zone.STANDFIRST})


class Credit(NamedTuple):
    """An agency that a text credits, the words that say so, and whether for the whole text."""

    agency: str
    words: str
    whole: bool


def origins(
    articles: Mapping[str, Article],
    claims: Mapping[str, Sequence[Claim]] | None = None,
    stories: Iterable[Story] = (),
    outside: Outside = NOWHERE,
) -> tuple[Origin, ...]:
    """The groups of articles that share one text; an article without a copy is in none.

    Args:
        articles: by id.
        claims: by article id; their quotations are set aside when passages are compared.
        stories: only articles of one story share passages, and those that bear one agency's credit
            for
            the whole text are one origin.
        outside: what stands in texts of stories elsewhere.

    Returns:
        Origins of two articles or more, by id.
    """
    ordered = sorted(articles.values(), key=lambda article: article.id)
    quoted = _quoted(claim for mine in (claims or {}).values() for claim in mine)
    groups = Groups(len(ordered))
    why: dict[tuple[int, int], str] = {}

    def join(one: int, other: int, evidence: str) -> None:
        if groups.root(one) != groups.root(other):
            groups.join(one, other)
            why[one, other] = evidence

    declared: dict[str, int] = {}
    for number, article in enumerate(ordered):
        if article.origin:
            first = declared.setdefault(article.origin, number)
            if first != number:
                join(first, number, f"both name the origin “{article.origin}”")
    same: dict[str, int] = {}
    for number, article in enumerate(ordered):
        first = same.setdefault(article.content_id, number)
        if first != number:
            join(first, number, "title and text are the same")
    stories = tuple(stories)
    story_of = {a: story.id for story in stories for a in story.articles}
    home = [story_of.get(article.id, "") for article in ordered]
    keys = [_shingles(article, quoted.get(article.id, ())) for article in ordered]
    lists = postings(keys)
    elsewhere = outside.telling(lists)
    lists = {
        key: numbers
        for key, numbers in lists.items()
        if _is_passage(numbers, home, elsewhere.get(key, 0))
    }
    for (one, other), n in sorted(shared(lists).items()):
        least = min(len(keys[one]), len(keys[other]))
        if home[one] == home[other] and n >= _LEAST and n >= COPIED * least:
            join(one, other, _passage(ordered[one], ordered[other], keys[one], keys[other], least))
    numbers = {article.id: n for n, article in enumerate(ordered)}
    for story in stories:
        told = [articles[a] for a in story.articles if a in articles]
        for a, b, slip in shared_slips(told, quoted):
            join(numbers[a], numbers[b], slip)
    _by_credit(ordered, stories, join)
    told_of: defaultdict[int, list[str]] = defaultdict(list)
    for (one, _), evidence in sorted(why.items()):
        told_of[groups.root(one)].append(evidence)
    return tuple(
        _origin(ordered, members, told_of[members[0]])
        for members in groups.members()
        if len(members) > 1
    )


def shingles_of(article: Article, claims: Iterable[Claim]) -> Iterable[str]:
    """The words of an article by which copies of it are known, each stretch once."""
    return _shingles(article, _quoted(claims).get(article.id, ()))


def origin_of(articles: Iterable[str], origins: Iterable[Origin]) -> dict[str, str]:
    """The voice of each article: the id of its origin, else its own id."""
    known = {article: origin.id for origin in origins for article in origin.articles}
    return {article: known.get(article, article) for article in articles}


def independent(articles: Iterable[str], origins: Iterable[Origin]) -> int:
    """How many independent texts stand behind the articles of these ids."""
    return len(set(origin_of(articles, origins).values()))


def _origin(ordered: Sequence[Article], members: Sequence[int], told: Iterable[str]) -> Origin:
    ids = tuple(ordered[n].id for n in members)
    named = sorted({o for n in members if (o := ordered[n].origin)})
    evidence = "; ".join(dict.fromkeys(told))
    return Origin(named[0] if named else f"origin-{ids[0]}", ids, evidence)


def _quoted(claims: Iterable[Claim]) -> dict[str, list[Span]]:
    """The quoted stretches of each article's text."""
    out: dict[str, list[Span]] = {}
    for claim in claims:
        if isinstance(claim.value, Quotation) and claim.field == "text":
            out.setdefault(claim.article, []).extend(claim.value.segments)
    return out


def _own_words(article: Article, quoted: Iterable[Span]) -> list[list[str]]:
    """The words of each block outside quote marks, folded."""
    text = fold(article.text)
    for span in sorted(quoted, reverse=True):
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    out = []
    for block in article.blocks:
        if block.zone in _OWN and block.repeats is None:
            own = _QUOTED.sub(" ", text[block.span.start : block.span.end])
            out.append(_WORD.findall(own))
    return out


@cache
def _starts(word: str) -> bool:
    """Whether a shingle starts with this word; the answer is the same in every text and run."""
    return crc32(word.encode()) % _SAMPLE == 0


def _shingles(article: Article, quoted: Iterable[Span]) -> dict[str, None]:
    """The sampled shingles of an article, in the order of the text."""
    out: dict[str, None] = {}
    for words in _own_words(article, quoted):
        for n in range(len(words) - _SIZE + 1):
            if _starts(words[n]):
                out.setdefault(" ".join(words[n : n + _SIZE]))
    return out


def _is_passage(numbers: Sequence[int], home: Sequence[str], elsewhere: int) -> bool:
    """Whether words may tell of a copy: what stands in texts of several stories is boilerplate."""
    return len({home[n] for n in numbers}) + elsewhere < _STORIES


def _passage(
    one: Article, other: Article, mine: Mapping[str, None], theirs: Mapping[str, None], least: int
) -> str:
    both = [key for key in mine if key in theirs]
    share = len(both) / least
    amount = "nearly all" if share >= 0.9 else "most" if share >= 0.6 else "a good part"
    shorter, longer = (one, other) if len(mine) <= len(theirs) else (other, one)
    short, long = shorter.outlet, longer.outlet
    if short == long:
        short, long = f"{short} ({shorter.id})", f"{long} ({longer.id})"
    return (
        f"{amount} of the text of {short} stands word for word in that of {long}, "
        f"outside quotations (“{both[0]} …”)"
    )


# --- agency credits


@cache
def _agencies() -> dict[str, str]:
    return {name: agency["id"] for agency in table("wire")["agencies"] for name in agency["names"]}


@cache
def _names() -> re.Pattern[str]:
    """Any agency's name: only a line that has one is read for a credit."""
    names = sorted(map(re.escape, _agencies()), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(names)})\b")


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """The credits of one kind; one group of each match is the agency's name."""
    names = "|".join(re.escape(name) for name in sorted(_agencies(), key=len, reverse=True))
    name = rf"(?:the )?(?:(?:19|20)\d\d )?({names})\b"
    forms = [re.escape(line).replace(re.escape("{agency}"), name) for line in table("wire")[kind]]
    return re.compile("|".join(rf"(?<![a-z]){form}" for form in forms))


def credit(article: Article) -> Credit | None:
    """The agency credit of an article, from its author, its first lines and its last lines."""
    author = (article.author or "").lower()
    if author in _agencies():
        return Credit(_agencies()[author], article.author or "", True)
    blocks = [b for b in article.blocks if b.zone not in (Zone.CAPTION, Zone.HEADLINE)]
    for block in (*blocks[:3], *blocks[-4:]):
        line = fold(block.span.of(article.text)[:300])
        if not _names().search(line):
            continue
        match = _pattern("part").search(line)
        if match is None:
            match = _whole(line)
            if match is None:
                continue
        name = next(group for group in match.groups() if group)
        start = block.span.start
        words = article.text[start + match.start() : start + match.end()]
        return Credit(_agencies()[name], words, match.re is not _pattern("part"))
    return None


def _whole(line: str) -> re.Match[str] | None:
    """The credit of a line for the whole text: a dateline, or a short line of its own."""
    match = _pattern("whole").search(line)
    if match is not None and (match.start() < 60 if match[0][0] == "(" else len(line) < 120):
        return match
    return _pattern("line").match(line) if len(line) < 120 else None


def _by_credit(
    ordered: Sequence[Article], stories: Iterable[Story], join: Callable[[int, int, str], None]
) -> None:
    numbers = {article.id: n for n, article in enumerate(ordered)}
    for story in stories:
        first: dict[str, tuple[int, Credit]] = {}
        for number in sorted(numbers[a] for a in story.articles if a in numbers):
            found = credit(ordered[number])
            if found is None or not found.whole:
                continue
            if found.agency in first and _one_time(
                ordered[first[found.agency][0]], ordered[number]
            ):
                lead, led = first[found.agency]
                join(
                    lead,
                    number,
                    f"both credit {found.agency} for the text "
                    f"(“{led.words.strip()}”, “{found.words.strip()}”)",
                )
            else:
                first[found.agency] = number, found


def _one_time(one: Article, other: Article) -> bool:
    """Whether two texts of one agency may be one report and its updates."""
    a, b = one.published_on, other.published_on
    return a is None or b is None or abs((a - b).days) <= _UPDATES
