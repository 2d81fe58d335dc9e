"""Generated articles in the shapes that runs are measured on; every name and word is invented."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from xref.model.article import Document

PER_STORY = 5
_FIRST_DAY = date(2025, 1, 1)
_DAYS = 360
"""Days over which the stories are spread."""
_ONSETS = [
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "k",
    "kr",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "z",
]
_VOWELS = ["a", "e", "i", "o", "u", "ae", "ei", "ou"]
_CODAS = ["l", "m", "n", "r", "s", "th", "nd", "rk", "st", "x"]
_DEEDS = ("storm", "ferry sinking", "factory fire", "bridge collapse", "border clash", "summit")
_PLEDGES = (
    ("We will not rest", "Nobody here will sleep", "This government will not look away"),
    ("until {} has been rebuilt", "until {} knows why", "before {} has been heard"),
    ("street by street", "whatever it costs", "with every hand that we have", "by next winter"),
    ("and those responsible answer for it", "and nothing will be hidden", "and I say that to all"),
    ("before a court", "from the families", "who doubt it", "in this town", "in the capital"),
)
"""Parts of what is said; a story takes one of each."""
_SOURCES = (
    "officials",
    "the governor",
    "rescue workers",
    "the police",
    "doctors",
    "the fire service",
)
_TOLD = (
    "The roof of the {1} mill came down and {0} workers fled into the yard, its owner said.",
    "Power failed for {0} hours in the quarter of {1}, and the trams stood still all night.",
    "About {0} families slept in the school of {1}, where the town had put up beds.",
    "{1} lost {0} boats, half of those that its harbour had before the wind rose.",
    "Mayor {1} put the damage at about {0} million euros, more than the town has in a year.",
    "The bridge at {1} had been closed {0} days before, for repairs that nobody had begun.",
    "Volunteers from {1} filled {0} bags with sand while the river went on rising.",
    "A herd of {0} cows was driven up to {1} before the water reached the stables.",
    "Trains to {1} were late by {0} minutes, the railway company of {2} said on Tuesday.",
)


_SAID = (
    "We will not rest until every street is rebuilt, "
    "and those responsible answer for it before a court"
)
_SEEN = (
    "The owner of the {0} mill swept the glass from his yard and waited for {1}.",
    "In {0} the trams stood still, and people walked home along the {1} canal.",
    "The school at {0} opened its doors to the families of {1}.",
    "Boats lay in the gardens of {0}, and nobody knew whose they were, {1} least of all.",
    "Volunteers from {0} filled bags with sand while the {1} went on rising.",
    "A herd of cows was driven from {0} up to the meadows of {1}.",
)


def name(rng: random.Random) -> str:
    parts = [
        rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS)
        for _ in range(rng.choice((2, 2, 3)))
    ]
    return "".join(parts).capitalize()


def story(number: int) -> list[Document]:
    """Five accounts of one invented event, with an updated toll and a shared quote."""
    rng = random.Random(number)
    place, region, minister, mayor = (name(rng) for _ in range(4))
    deed = rng.choice(_DEEDS)
    dead, hurt = rng.randint(3, 60), rng.randint(20, 400)
    first, *rest = (rng.choice(parts) for parts in _PLEDGES)
    said = f"{first} {', '.join(rest)}".format(place)
    out = []
    for outlet in range(PER_STORY):
        later = outlet // 2
        text = (
            f"{place.upper()} — At least {dead + later} people were killed and {hurt} injured in the {deed} "
            f"at {place}, officials in {region} said.\n\n"
            f"“{said},” Interior Minister {name(rng)[:1]}. {minister} told reporters on Tuesday.\n\n"
            f"Mayor {mayor} put the damage at about {rng.randint(2, 9)} million euros. "
            f"The {deed} was the worst in {region} for {rng.randint(5, 60)} years.\n"
        )
        out.append(
            Document(
                id=f"{number}-{outlet}",
                path="generated",
                text=text,
                outlet=f"Outlet {outlet}",
                published=str(_FIRST_DAY + timedelta(days=number % _DAYS + later)),
            )
        )
    return out


def stories(size: int) -> list[Document]:
    """Stories of five articles each."""
    return [d for number in range(size // PER_STORY) for d in story(number)]


def one_story(size: int) -> list[Document]:
    """Accounts of one event in words of their own: its toll, other figures, other speakers."""
    rng = random.Random(size)
    place, region = name(rng), name(rng)
    out = []
    for number in range(size):
        mine = random.Random(number)
        killed, hurt = 20 + number * 9 // size, 300 + mine.randint(0, 60)
        told = mine.sample(_TOLD, 3)
        first, *rest = (mine.choice(parts) for parts in _PLEDGES)
        sentences = [
            f"{place.upper()} — At least {killed} people were killed and about {hurt} injured in the storm "
            f"at {place}, {mine.choice(_SOURCES)} in {region} said.",
            f"“{first.format(place)} {', '.join(rest)}”, said {name(mine)} {name(mine)}, a baker.".replace(
                "{}", place
            ),
            *(each.format(mine.randint(2, 400), name(mine), region) for each in told),
        ]
        out.append(_document(number, "\n\n".join(sentences), "storm"))
    return out


def one_quotation(size: int) -> list[Document]:
    """Accounts of one event that have nothing in common but what one minister said."""
    out = []
    for number in range(size):
        mine = random.Random(number)
        before, behind = (each.format(name(mine), name(mine)) for each in mine.sample(_SEEN, 2))
        quoted = f"“{_SAID},” Interior Minister Ilda Maren told reporters on Tuesday."
        out.append(_document(number, "\n\n".join((before, quoted, behind)), "storm"))
    return out


def one_text(size: int) -> list[Document]:
    """Copies of one text, under as many outlets."""
    text = one_story(1)[0].text
    return [_document(number, text, "storm") for number in range(size)]


def one_article(kilobytes: int) -> list[Document]:
    """One article of so many thousand characters."""
    text, number = [], 0
    length = 0
    while length < 1_000 * kilobytes:
        text.append(one_story(number % 50 + 1)[number % (number % 50 + 1)].text)
        length += len(text[-1]) + 2
        number += 1
    return [_document(0, "\n\n".join(text), "storm")]


def _document(number: int, text: str, story_id: str) -> Document:
    return Document(
        id=f"a{number}",
        path="generated",
        text=text + "\n",
        outlet=f"Outlet {number}",
        published=str(_FIRST_DAY + timedelta(days=number % 3)),
        story=story_id,
        language="en",
    )


_LENGTHS = (3_000, 7_000)
"""Characters of an article as newspapers print them."""
_FILLING = (
    "Along the {2} to {0} the {5} stood under {6}, and {1}, who keeps {7} there, counted what was left.",
    "The {5} of {0} met until midnight and put off the {6} on the new {2} for the third time.",
    "In {0} people stood in line for {5}, for {6} of their {7} and for a place on the {2} to {1}.",
    "“{1} told us, and nobody else,” said {1} {0}, who has lived in the {2} since the {5} was built.",
    "It was the second such {5} in the {6} this year; the first was settled before the {2} of {0}.",
    "The {5}, which is based in {0}, employs about {3} people and said that it would look into the {6}.",
    "{0} {1}, who teaches {5} at the {2}, called the {6} a {7} that would be paid for later.",
    "By then the {5} had turned, and the {6} lay over {0} as far as the old {2} by the {7}.",
    "Those who could went to stay with {5} in {1}; those who could not slept in the {2}.",
    "The {5} asked for an {6}, and the {7} said that it would answer after the {2}.",
    "A spokesman for the {5} said that {6} between {0} and {1} would run again after the {2}.",
    "The {5} in the centre of {0} stayed shut, and the {6}, usually full of {7}, was empty.",
    "The {5} is expected to visit {0} later, after the {6} that were planned in {1}.",
    "“In {1} they knew of it for {4} years,” {0} {1} said. “Now the {5} of {0} and the {6} of {1} are gone.”",
    "According to the {5}, the {2} was last inspected {4} years ago, and found to be {6}.",
    "Some {3} {5} have been handed in against the {6} of the {2}, the {7} of {0} said.",
    "He would not say whether any {5} had been {6}, nor when the {7} would be made known.",
    "Work on the {2} had begun with the {5}, and was to have been finished before the first {6}.",
    "The {5} put what was lost at {4} million euros, of which less than half is {6}.",
    "Older {5} here remember the {6} when the {2} of {0} burned down and was never built again.",
)
"""What may stand in any account, with names, figures and nouns of the story's own."""
_NOUNS = 60
"""Words of its own that a story is told in."""
_TELLERS = (1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 5, 8, 13, 30)
"""How many outlets tell a story: most have one, few have dozens."""


def _filling(rng: random.Random, nouns: Sequence[str], characters: int) -> list[str]:
    """Paragraphs of an account's own, of about so many characters."""
    out: list[str] = []
    length = 0
    while length < characters:
        sentences = [
            each.format(
                name(rng),
                name(rng),
                rng.choice(nouns),
                rng.randint(2, 90) * 100,
                rng.randint(2, 60),
                *rng.sample(nouns, 3),
            )
            for each in rng.sample(_FILLING, rng.randint(1, 3))
        ]
        out.append(" ".join(sentences))
        length += len(out[-1]) + 2
    return out


def account(number: int, teller: int) -> Document:
    """An account of an event, as long as in a newspaper: its lead, then what others do not have."""
    told = story(number)[teller % PER_STORY]
    topic = random.Random(f"nouns {number}")
    nouns = [name(topic).lower() for _ in range(_NOUNS)]
    rng = random.Random(f"{number} {teller}")
    more = _filling(rng, nouns, rng.randint(*_LENGTHS) - len(told.text))
    return replace(
        told,
        id=f"{number:06}-{teller:03}",
        text=f"{told.text}\n" + "\n\n".join(more) + "\n",
        outlet=f"Outlet {teller}",
    )


def news(size: int, first: int = 0) -> Iterator[Document]:
    """So many articles of news, story by story from a `first` one on; many have one teller."""
    left, number = size, first
    while left > 0:
        tellers = min(left, _TELLERS[number * 7 % len(_TELLERS)])
        for teller in range(tellers):
            yield account(number, teller)
        left -= tellers
        number += 1


SHAPES: dict[str, Callable[[int], list[Document]]] = {
    "stories of five": stories,
    "news": lambda size: list(news(size)),
    "one story": one_story,
    "one quotation": one_quotation,
    "one text": one_text,
    "one article": one_article,
}
"""Makers by name; a size is a number of articles, or of kilobytes where there is one article."""
