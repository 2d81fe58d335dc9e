"""A credibility profile as it is shown: small multiples, facts, and what they do not mean."""

from collections.abc import Iterable
from dataclasses import dataclass

from xref.model.report import Count, Profile
from xref.render import words
from xref.render.page.lines import title_of
from xref.render.places import Index

_EXAMPLES = 6
_LONG = 120
UNKNOWN = "unknown"

CAVEATS = {
    "figures by source": "Attributed does not mean true, unsourced does not mean false: an outlet "
    "that was there need cite nobody.",
    "statements by source": "Only statements of consequence are counted: denials, accusations, "
    "plans, forecasts.",
    "figures and dates beside other texts": "Borne out means that another independent text says "
    "the same, not that it is so. In no other text may be a scoop or a slip.",
    "quotes beside other texts": "The gravest difference counts; which outlet has the words right "
    "is not told.",
}
"""What a multiple does not mean, by its group."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a whole, or a count of its own, with the first passages that were counted.

    `start` and `width` place it on a bar of 100; `share` is its part of the whole in words.
    """

    name: str
    value: int
    share: str = ""
    likely: int = 0
    examples: tuple[str, ...] = ()
    left_off: int = 0
    start: float = 0.0
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Multiple:
    """A whole and its parts, drawn as one bar; `caveat` says what it does not mean."""

    heading: str
    total: int
    parts: tuple[Part, ...]
    caveat: str


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """What one profile holds, ready to be written. `weighed` lines end in their sum, `total`."""

    outlet: str
    title: str
    multiples: tuple[Multiple, ...]
    parts: tuple[Part, ...]
    facts: tuple[tuple[str, str], ...]
    speakers: tuple[tuple[str, str], ...]
    readability: tuple[tuple[str, str], ...]
    weighed: tuple[tuple[str, str, str, str], ...]
    total: str

    @property
    def known(self) -> tuple[tuple[str, str], ...]:
        """The facts that are told."""
        return tuple(fact for fact in self.facts if fact[1] != UNKNOWN)

    @property
    def unknown(self) -> str:
        """The names of those that are not."""
        return words.listed(name for name, value in self.facts if value == UNKNOWN)


def profile_line(index: Index, profile: Profile) -> ProfileLine:
    """An article's profile, with the first words that were counted of each fact."""
    article = index.articles[profile.subject]
    return _line(index, profile, words.one_line(article.outlet), title_of(article))


def outlet_line(index: Index, profile: Profile) -> ProfileLine:
    """An outlet's profile."""
    told = words.count(len(profile.articles), "article")
    return _line(index, profile, words.one_line(profile.subject), told)


def _line(index: Index, profile: Profile, outlet: str, title: str) -> ProfileLine:
    groups: dict[str, list[Count]] = {}
    rest = []
    for count in profile.counts:
        if count.group:
            groups.setdefault(count.group, []).append(count)
        else:
            rest.append(_part(index, count, count.name))
    return ProfileLine(
        outlet=outlet,
        title=title,
        multiples=tuple(_multiple(index, name, counts) for name, counts in groups.items()),
        parts=tuple(rest),
        facts=tuple(
            (
                words.one_line(fact.name),
                UNKNOWN
                if fact.value is None
                else words.dated(words.cut(words.one_line(fact.value), _LONG)),
            )
            for fact in profile.facts
        ),
        speakers=tuple(
            (words.one_line(kind), ", ".join(map(words.one_line, names)))
            for kind, names in profile.speakers
        ),
        readability=tuple(
            (words.one_line(name), words.plain(round(value, 1)))
            for name, value in profile.readability
        ),
        weighed=tuple(
            (
                words.one_line(each.name),
                "nothing to measure" if each.measured is None else _number(each.measured),
                _number(each.weight),
                _number(each.adds),
            )
            for each in profile.weighed
        ),
        total=_number(sum(each.adds for each in profile.weighed)) if profile.weighed else "",
    )


def _number(value: float) -> str:
    return words.plain(round(value, 2) + 0.0)


def _multiple(index: Index, name: str, counts: Iterable[Count]) -> Multiple:
    mine = list(counts)
    total = mine[0].of or 0
    parts, start = [], 0.0
    for count in mine:
        width = round(100 * count.value / total, 2) if total else 0.0
        parts.append(_part(index, count, _shortened(count.name, name), start, width))
        start = round(start + width, 2)
    heading = words.capital(words.one_line(name))
    return Multiple(heading, total, tuple(parts), CAVEATS.get(name, ""))


def _shortened(name: str, group: str) -> str:
    """The name of a part without the words that its group opens with."""
    heads = (group.partition(" by ")[0], group.partition(" beside ")[0])
    lead = next((head for head in heads if name.startswith(f"{head} ")), "")
    return name[len(lead) :].strip()


def _part(index: Index, count: Count, name: str, start: float = 0.0, width: float = 0.0) -> Part:
    claims = [index.claims[each] for each in count.claims if each in index.claims]
    shown = tuple(words.cut(words.one_line(claim.text), 90) for claim in claims[:_EXAMPLES])
    share = f"{round(100 * count.value / count.of)}% of {count.of:,}" if count.of else ""
    return Part(
        words.one_line(name),
        count.value,
        share,
        count.likely,
        shown,
        max(0, len(claims) - len(shown)),
        start,
        width,
    )
