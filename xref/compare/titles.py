"""How two titles of one person relate: one office, or another rank or office."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from xref.lexicon import table
from xref.lexicon.nouns import singular
from xref.text.fold import fold

_LINKS = frozenset({"of", "to", "for", "in", "at", "on", "with"})


class Titles(StrEnum):
    """Relations of two titles, the most innocent first; the last two are differences."""

    SAME = "same"
    REFINED = "refined"
    FORMER = "former"
    BOTH = "both"
    RANK = "rank"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class TitleRelation:
    """What holds between two titles, with the reason in words."""

    relation: Titles
    reason: str

    @property
    def differs(self) -> bool:
        """Whether one person cannot well bear both at one time."""
        return self.relation in (Titles.RANK, Titles.OFFICE)


@dataclass(frozen=True, slots=True)
class Office:
    """A title taken apart: head, rank, fields, whether it is held now.

    `rest` are its other words: whose office it is, a party, a place.
    """

    head: str | None
    rank: str | None
    fields: frozenset[str]
    rest: frozenset[str]
    former: bool
    coming: bool


def relate(a: str, b: str) -> TitleRelation:
    """How title `b` relates to title `a`; the relation is the same the other way round."""
    one, two = office(a), office(b)
    shown = f"“{a}” and “{b}”"
    if one == two:
        return TitleRelation(Titles.SAME, f"{shown} name one office")
    light = frozenset(table("offices")["light_ranks"])
    rank_one, rank_two = (
        None if each.rank in light or each.rank is None else each.rank.split()[-1]
        for each in (one, two)
    )
    if one.head == two.head and one.head is not None:
        return _one_head(one, two, rank_one == rank_two, shown)
    if one.head is None or two.head is None:
        return TitleRelation(Titles.BOTH, f"{shown} may be held at one time")
    if one.former != two.former or one.coming != two.coming:
        return TitleRelation(Titles.FORMER, f"{shown} are held at different times")
    lists = [frozenset(table("offices")[name]) for name in ("single", "ladder")]
    if any(one.head in heads and two.head in heads for heads in lists):
        return TitleRelation(Titles.OFFICE, f"{shown} are two offices, and one person holds one")
    return TitleRelation(Titles.BOTH, f"{shown} may be held at one time")


def _one_head(one: Office, two: Office, same_rank: bool, shown: str) -> TitleRelation:
    if one.former != two.former or one.coming != two.coming:
        return TitleRelation(Titles.FORMER, f"{shown} are held at different times")
    if one.fields and two.fields and one.fields.isdisjoint(two.fields):
        if one.head in table("offices")["single"]:
            return TitleRelation(Titles.OFFICE, f"{shown} are two offices")
        return TitleRelation(Titles.BOTH, f"{shown} may be held at one time")
    if not same_rank and one.head in table("offices")["called_plainly"]:
        return TitleRelation(Titles.BOTH, f"{shown}: a deputy is called so, too")
    if not same_rank:
        return TitleRelation(
            Titles.RANK, f"{shown}: only one of them says “{one.rank or two.rank}”"
        )
    return TitleRelation(Titles.REFINED, f"{shown} name one office, one of them more closely")


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], str, str], ...]:
    """Phrases of the lexicon as (words, kind, canonical form), the longest first."""
    lexicon = table("offices")
    out: list[tuple[tuple[str, ...], str, str]] = []
    for kind in ("former", "coming"):
        out += [(_split(str(word)), kind, kind) for word in lexicon[kind]]
    for rank, words in lexicon["ranks"].items():
        out += [(_split(str(word)), "rank", str(rank)) for word in words]
    for kind in ("heads", "fields"):
        for group in lexicon[kind]:
            out += [(_split(str(word)), kind, str(group[0])) for word in group]
    for country, peoples in table("demonyms")["countries"].items():
        out += [(_split(str(word)), "rest", str(country).lower()) for word in (country, *peoples)]
    out += [((str(word),), "empty", "") for word in lexicon["empty"]]
    return tuple(sorted(out, key=lambda item: (-len(item[0]), item)))


def _split(title: str) -> tuple[str, ...]:
    written_out = table("offices")["written_out"]
    words = (
        word.strip(".,;:'\"()") for word in fold(title).replace("-", " ").replace("'s", " ").split()
    )
    return tuple(part for word in words for part in written_out.get(word, word).split())


@lru_cache(maxsize=50_000)
def office(title: str) -> Office:
    """Take a title apart.

    The head is the last word for an office before "of", "to" or the like: a presidential adviser
    advises.

    >>> office("Russian deputy foreign minister").rank, office("the former envoy").former
    ('deputy', True)
    >>> office("presidential adviser").head, office("adviser to the president").head
    ('adviser', 'adviser')
    """
    words = _split(title)
    found: dict[str, list[str]] = {kind: [] for kind in ("rank", "fields", "rest")}
    flags: set[str] = set()
    head, at, closed = None, 0, False
    while at < len(words):
        closed = closed or (head is not None and words[at] in _LINKS)
        for phrase, kind, form in _by_first().get(words[at], ()):
            if words[at : at + len(phrase)] == phrase:
                if kind == "heads":
                    head = head if closed else form
                elif kind in found:
                    found[kind].append(form)
                elif kind != "empty":
                    flags.add(kind)
                at += len(phrase)
                break
        else:
            found["rest"].append(singular(words[at]))
            at += 1
    rank = found["rank"][0] if found["rank"] else None
    return Office(
        head,
        rank,
        frozenset(found["fields"]),
        frozenset(found["rest"]),
        "former" in flags,
        "coming" in flags,
    )


@cache
def _by_first() -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    out: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for phrase in _phrases():
        if phrase[0]:
            out.setdefault(phrase[0][0], []).append(phrase)
    return {word: tuple(phrases) for word, phrases in out.items()}
