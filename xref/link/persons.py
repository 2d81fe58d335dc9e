"""The persons of a story: one person under all names and titles that the articles give."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from xref.compare.names import name_parts, same_person, surname
from xref.lexicon import table
from xref.link.shingles import Groups
from xref.model.article import Article, Field
from xref.model.claim import Claim, SourceType
from xref.model.link import Person, PersonTitle, Story
from xref.model.relation import Place
from xref.model.span import Span


@dataclass(frozen=True, slots=True)
class Named:
    """A person as one article knows them: the fullest name, other forms, titles with their places."""

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
        claims: by article id; their speakers are persons.
        named: persons that the articles name besides.
    """
    known = [*named]
    for name in story.articles:
        known += _speakers(articles[name], claims.get(name, ()))
    known.sort(key=lambda one: (one.article, one.name, one.titles))
    groups = _joined(known)
    out = [_person(story, [known[n] for n in group], articles) for group in groups]
    return tuple(sorted(out, key=lambda person: person.id))


def _joined(known: Sequence[Named]) -> list[list[int]]:
    """Full names that may be one person's; a surname alone joins its only bearer, else stays alone."""
    groups = Groups(len(known))
    by_surname: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(known):
        if len(name_parts(one.name)) > 1:
            by_surname[_key(surname(one.name))].append(number)
    for numbers in by_surname.values():
        heads: list[int] = []
        for number in numbers:
            for head in heads:
                if same_person(known[head].name, known[number].name):
                    groups.join(head, number)
                    break
            else:
                heads.append(number)
    for number, one in enumerate(known):
        parts = name_parts(one.name)
        if len(parts) != 1:
            continue
        bearers = {groups.root(n) for n in by_surname.get(_key(parts[0]), ())}
        if len(bearers) == 1:
            groups.join(bearers.pop(), number)
        elif not bearers:
            by_surname[_key(parts[0])].append(number)
    return groups.members()


def _key(family: str) -> str:
    """What spellings of one surname share: its consonants as they sound, without the first."""
    from xref.compare.names import sound

    heard = sound(family)
    return "".join(c for c in heard[1:] if c not in "aeiouh") or heard


def _person(story: Story, group: Sequence[Named], articles: Mapping[str, Article]) -> Person:
    names = sorted(
        {n for one in group for n in (one.name, *one.aliases)},
        key=lambda n: (-len(name_parts(n)), n),
    )
    titles = []
    for one in group:
        for title, field, span in one.titles:
            text = articles[one.article].part(field)
            titles.append(PersonTitle(title, Place(one.article, field, span, span.of(text))))
    unique = {(t.title, t.place.article): t for t in reversed(titles)}
    shown = sorted(unique.values(), key=lambda t: (t.place.article, t.place.span, t.title))
    slug = "-".join(name_parts(names[0])) or "unnamed"
    return Person(f"person-{story.id}-{slug}", story.id, names[0], tuple(names[1:]), tuple(shown))


def _speakers(article: Article, claims: Iterable[Claim]) -> list[Named]:
    """The named speakers of an article, with the titles that stand beside their names."""
    spoken: dict[str, set[tuple[str, Field, Span]]] = {}
    for claim in claims:
        attribution = claim.attribution
        for speaker in (attribution.speaker, attribution.via):
            if attribution.type is not SourceType.NAMED or speaker is None or not speaker.name:
                continue
            titles = spoken.setdefault(speaker.name, set())
            if speaker.role:
                titles.add((speaker.role, claim.field, speaker.span))
    out = []
    for name, titles in sorted(spoken.items()):
        out.append(Named(article.id, name, (), tuple(sorted(titles | set(_titles(article, name))))))
    return out


@cache
def _title_words() -> str:
    lexicon = table("offices")
    words = [str(w) for group in lexicon["heads"] for w in group]
    words += [str(w) for group in lexicon["ranks"].values() for w in group]
    words += [str(w) for w in lexicon["former"]]
    return "|".join(re.escape(w) for w in sorted(set(words), key=len, reverse=True))


def _titles(article: Article, name: str) -> Iterable[tuple[str, Field, Span]]:
    return ()
