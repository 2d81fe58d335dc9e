"""The persons of a story: one person under all names and titles that the articles give."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from xref.compare.names import (
    generation,
    may_be_person,
    name_parts,
    royal,
    same_person,
    skeleton,
    surname,
)
from xref.compare.titles import office
from xref.lexicon import table
from xref.link.headlines import Body, as_told, body_of, in_headline
from xref.link.shingles import Groups
from xref.model.article import Article, Field
from xref.model.claim import Claim, SourceType
from xref.model.link import Person, PersonTitle, Story
from xref.model.relation import Place
from xref.model.span import Span
from xref.text.fold import fold

_RANK = 40
"""Characters before a title in which its rank may stand."""


@dataclass(frozen=True, slots=True)
class Named:
    """A person as one article knows them: fullest name, other forms, titles with their places."""

    article: str
    name: str
    aliases: tuple[str, ...] = ()
    titles: tuple[tuple[str, Field, Span], ...] = ()


def persons(
    story: Story,
    articles: Mapping[str, Article],
    claims: Mapping[str, Sequence[Claim]],
    named: Iterable[Named] = (),
) -> tuple[Person, ...]:
    """The persons that the articles of a story name, each once.

    Args:
        story: whose articles are read.
        articles: by id.
        claims: by article id; their named speakers are persons too.
        named: the persons that each article names.

    Returns:
        Persons by id. A surname that two persons of the story bear, standing alone in an article,
        is a person of its own: nothing tells which.
    """
    bodies = {key: body_of(articles[key]) for key in story.articles}
    known = [*named]
    for key in story.articles:
        known += _speakers(articles[key], claims.get(key, ()))
    known = [told for one in known if (told := _told(one, bodies.get(one.article))) is not None]
    known.sort(key=lambda one: (one.article, one.name, one.aliases, one.titles))
    taken: dict[str, int] = defaultdict(int)
    out = []
    for group in _joined(known):
        person = _person([known[n] for n in group], articles)
        taken[person[0]] += 1
        again = f"-{taken[person[0]]}" if taken[person[0]] > 1 else ""
        out.append(Person(f"person-{story.id}-{person[0]}{again}", story.id, *person[1:]))
    return tuple(sorted(out, key=lambda one: one.id))


def _told(one: Named, body: Body | None) -> Named | None:
    """A person as the body of the article tells them; ``None`` where the name is no person's."""
    if body is None:
        return one if _is_name(one.name) else None
    name = as_told(one.name, body, " ".join(one.aliases))
    if name is None or not _is_name(name):
        return None
    aliases = one.aliases
    if name != one.name:
        aliases = tuple(alias for alias in aliases if same_person(alias, name))
    titles = tuple(
        (title, field, span)
        for title, field, span in one.titles
        if not (in_headline(span, field, body) and office(title).rest)
    )
    return Named(one.article, name, tuple(filter(_is_name, aliases)), titles)


def _is_name(name: str) -> bool:
    return bool(name_parts(name)) and may_be_person(name)


def _joined(known: Sequence[Named]) -> list[list[int]]:
    """The names that are one person's, by number; only names whose surnames sound alike meet."""
    groups = Groups(len(known))
    bearers: defaultdict[str, list[int]] = defaultdict(list)
    parted: defaultdict[str, list[int]] = defaultdict(list)
    bare: defaultdict[tuple[str, bool], list[int]] = defaultdict(list)
    two_of_a_name = _two_of_a_name(known)
    for number, one in enumerate(known):
        key = skeleton(surname(one.name))
        if len(name_parts(one.name)) == 1:
            bare[key, royal(one.name)].append(number)
            continue
        for first in bearers[key]:
            if _same(known[first].name, one.name, two_of_a_name[key]):
                groups.join(first, number)
                break
        else:
            bearers[key].append(number)
            for part in name_parts(one.name)[1:-1]:
                parted[skeleton(part)].append(number)
    for (key, crowned), numbers in bare.items():
        for number in numbers:
            named = known[number].name
            full = [] if crowned else bearers[key] or parted[key]
            may = [n for n in full if same_person(known[n].name, named)]
            alone = numbers if crowned or full else bare.get((key, True), numbers)
            groups.join(may[0] if len(may) == 1 else alone[0], number)
    return groups.members()


def _same(one: str, other: str, two_of_a_name: bool) -> bool:
    """Whether two full names are one person's; "Jr." matters where a text tells two by it."""
    return same_person(one, other) and not (two_of_a_name and generation(one) != generation(other))


def _two_of_a_name(known: Sequence[Named]) -> defaultdict[str, bool]:
    """The surnames, by skeleton, of which one article names persons of two generations."""
    seen: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one in known:
        if len(name_parts(one.name)) > 1:
            seen[one.article, skeleton(surname(one.name))].add(generation(one.name))
    out: defaultdict[str, bool] = defaultdict(bool)
    for (_, key), generations in seen.items():
        out[key] = out[key] or len(generations) > 1
    return out


def _person(
    group: Sequence[Named], articles: Mapping[str, Article]
) -> tuple[str, str, tuple[str, ...], tuple[PersonTitle, ...]]:
    """A person's slug, name, aliases and titles; an article's like titles count once."""
    forms = {form for one in group for form in (one.name, *one.aliases)}
    names = sorted(forms, key=lambda form: (-len(name_parts(form)), -len(form), form))
    titles: dict[tuple[str, str], PersonTitle] = {}
    places = sorted(
        (one.article, field, span, title) for one in group for title, field, span in one.titles
    )
    for article, field, span, title in places:
        text = articles[article].part(field)
        whole = _with_rank(text, span)
        told = " ".join(f"{text[whole.start : span.start]}{title}".split())
        titles.setdefault((article, told), PersonTitle(told, _place(article, field, whole, text)))
    return "-".join(name_parts(names[0])), names[0], tuple(names[1:]), tuple(titles.values())


def _place(article: str, field: Field, span: Span, text: str) -> Place:
    return Place(article, field, span, span.of(text))


def _with_rank(text: str, span: Span) -> Span:
    """A title with the "deputy", "former" or "acting" right before it."""
    before = _rank_before().search(fold(text[max(0, span.start - _RANK) : span.start]))
    return Span(span.start - len(before[0]), span.end) if before else span


@cache
def _rank_before() -> re.Pattern[str]:
    lexicon = table("offices")
    words = [str(w) for rank, group in lexicon["ranks"].items() if rank != "under" for w in group]
    words += [str(word) for word in lexicon["former"]]
    any_of = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"(?:(?<!\w)(?:{any_of})[ -])+$")


def _speakers(article: Article, claims: Iterable[Claim]) -> list[Named]:
    """The named speakers of an article's claims, with the roles given beside their names."""
    spoken: defaultdict[str, set[tuple[str, Field, Span]]] = defaultdict(set)
    for claim in claims:
        attribution = claim.attribution
        if attribution.type is not SourceType.NAMED:
            continue
        for speaker in (attribution.speaker, attribution.via):
            if speaker is not None and speaker.name and name_parts(speaker.name):
                roles = spoken[speaker.name]
                if speaker.role:
                    start = article.part(claim.field).find(speaker.role, *speaker.span)
                    span = Span(start, start + len(speaker.role)) if start >= 0 else speaker.span
                    roles.add((speaker.role, claim.field, span))
    return [Named(article.id, name, (), tuple(sorted(roles))) for name, roles in spoken.items()]
