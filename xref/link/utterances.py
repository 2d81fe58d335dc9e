"""What one person said on one occasion, as several outlets render it.

Renderings meet by the word triples that they share; a pair is joined when what it shares is too
much for chance, and the more the two differ, the more they must share.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from xref.compare.aligning import Alignment, align
from xref.compare.names import name_parts, skeleton, surname
from xref.compare.tokens import Tokens, is_content
from xref.compare.words import Said, relate, worst
from xref.link.marks import listed
from xref.link.renderings import Heard, heard, translated
from xref.link.shingles import postings, shared
from xref.link.speakers import names_differ, same_speaker
from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.link import NotCompared, Rendering, RenderingPair, Story, Utterance

_GRAM = 3
_REACH = 40
_MANY = 40
"""Renderings of one utterance from which on only those of other words are compared one by one."""
_OCCASION = 7
"""Days after which the same thought may well have been said again."""


@dataclass(frozen=True, slots=True)
class _Wording:
    """The renderings of one wording, by number; those of one speaker or of nobody named."""

    numbers: tuple[int, ...]

    @property
    def first(self) -> int:
        """The rendering that stands for the others."""
        return self.numbers[0]


@dataclass(frozen=True, slots=True)
class _Joint:
    """Two wordings that were joined, by number, and how firmly."""

    one: int
    other: int
    strength: int


def utterances(
    story: Story,
    articles: Mapping[str, Article],
    claims: Mapping[str, Sequence[Claim]],
    voice: Mapping[str, str] | None = None,
) -> tuple[tuple[Utterance, ...], tuple[NotCompared, ...]]:
    """The utterances that at least two articles of a story render, and the near misses.

    Args:
        story: whose articles are compared.
        articles: by id.
        claims: by article id.
        voice: the origin of each article that has one; articles without are their own.
    """
    said = heard(articles, [c for a in story.articles for c in claims.get(a, ())])
    wordings = _wordings(said)
    joints: list[_Joint] = []
    missed: list[NotCompared] = []
    for a, b in _candidates(said, wordings):
        one, other = said[wordings[a].first], said[wordings[b].first]
        laid = align(one.tokens, other.tokens)
        why_not = _apart(laid, one, other, _speaker(laid, one, other))
        if why_not is None:
            joints.append(_Joint(a, b, 2 * laid.matched + laid.run))
        elif why_not:
            missed.append(NotCompared((one.claim.id, other.claim.id), why_not))
    groups = _groups(said, wordings, _uncrossed(said, wordings, joints))
    done: set[tuple[str, str]] = set()
    found = [_utterance(story, [said[n] for n in group], voice or {}, done) for group in groups]
    told = (utterance for utterance in found if utterance.pairs)
    return tuple(sorted(told, key=lambda u: u.id)), tuple(missed)


def _wordings(said: Sequence[Heard]) -> list[_Wording]:
    """Renderings of the same words by the same person together."""
    alike: defaultdict[tuple[tuple[str, ...], str | None, bool], list[int]] = defaultdict(list)
    for number, one in enumerate(said):
        who = skeleton(surname(one.named)) if one.named else None
        alike[one.tokens.forms, who, one.quoted].append(number)
    return [_Wording(tuple(numbers)) for numbers in alike.values()]


def _candidates(said: Sequence[Heard], wordings: Sequence[_Wording]) -> list[tuple[int, int]]:
    """Wordings of two articles that share a run of words."""
    keys = []
    for wording in wordings:
        forms = said[wording.first].tokens.forms
        keys.append({forms[n : n + _GRAM] for n in range(max(1, len(forms) - _GRAM + 1))})
    homes = [{said[n].article.id for n in wording.numbers} for wording in wordings]
    met = shared(postings(keys), reach=_REACH)
    return sorted((a, b) for a, b in met if len(homes[a] | homes[b]) > 1)


def _apart(laid: Alignment, one: Heard, other: Heard, speaker: bool | None) -> str | None:
    """Why two renderings are not of one utterance: ``None`` where they are, "" where nobody asks.

    What counts is how much of the stretches between marks that touch is shared (`cover`), how much
    of what lies between the first and the last shared word (`density`), and whether it says
    anything.
    """
    if not (one.quoted and other.quoted):
        return ""
    matched, run, window = laid.matched, laid.run, laid.window
    content = _news(laid)
    la, lb = _touched(laid.a, window.a0, window.a1), _touched(laid.b, window.b0, window.b1)
    cover, density = matched / max(1, min(la, lb)), matched / max(1, laid.width)
    whole = cover == 1 and density == 1
    if (
        matched >= 5
        and whole
        and (_is_nested(laid.a, window.a0, window.a1) or _is_nested(laid.b, window.b0, window.b1))
    ):
        return None
    if speaker is False or names_differ(one, other):
        if whole and (matched >= 8 or (la == lb and matched >= 5 and content >= 2)):
            return None
        if matched >= 8 and min(matched / la, matched / lb) >= 0.8 and content >= 3:
            return None
        if whole and content >= 2 and matched >= 4:
            return (
                f"{one.named} and {other.named} use the same {matched} words; "
                "too few to say that one's words were given to the other"
            )
        return ""
    if whole:
        enough = matched >= 6 if speaker else matched >= 7 and content >= 1
        enough = enough or (matched >= 4 and content >= 2) or (matched >= 3 and content >= 3)
        if la == lb:
            enough = enough or (matched >= 3 and content >= 1) or (matched == 2 and content == 2)
        return None if enough else ""
    days = _days(one, other)
    # One who begins alike within days says one thing, however the rest was reworded.
    if speaker and days <= _OCCASION and run >= 6 and content >= 2 and cover >= 0.55:
        return None
    if density < (0.8 if days > _OCCASION else 0.6):
        if run >= 6 and content >= 3:
            if days > _OCCASION:
                return f"like words, printed {days} days apart: the thought may be said again"
            return "one run of words is the same, but too little for one utterance"
        return ""
    if speaker and matched >= 6 and min(matched / la, matched / lb) >= 0.85:
        return None
    if run >= 3 and content >= 2:
        if cover >= 0.7 and (matched >= 6 if speaker else matched >= 8 and content >= 3):
            return None
        if cover >= 0.5 and matched >= 8 and content >= 3:
            return None
        if matched >= 12 and density >= 0.75 and content >= 4:
            return None
    if one.said.said_on and other.said.said_on and one.said.said_on != other.said.said_on:
        return "much the same words, but said on different days" if run >= 6 else ""
    if run >= 6 and content >= 3:
        return "one run of words is the same, but too little for one utterance"
    return ""


def _speaker(laid: Alignment, one: Heard, other: Heard) -> bool | None:
    """Whether one person speaks; unknown where a speaker quotes another's words."""
    window = laid.window
    if _is_nested(laid.a, window.a0, window.a1) or _is_nested(laid.b, window.b0, window.b1):
        return None
    return same_speaker(one, other)


def _is_nested(side: Tokens, start: int, end: int) -> bool:
    """Whether words ``start:end`` are what a speaker quotes of somebody else."""
    return any(first <= start and end <= last for first, last in side.nested)


def _news(laid: Alignment) -> int:
    """How many shared words tell one utterance from the next: no grammar, office or country."""
    plain = listed("titles") | listed("common")
    return sum(
        is_content(word.form) and word.form not in plain
        for block in laid.blocks
        for word in laid.a.words[block.a : block.a + block.size]
    )


def _days(one: Heard, other: Heard) -> int:
    """Days between the publication of two articles; 0 where one is unknown."""
    a, b = one.article.published_on, other.article.published_on
    return abs((a - b).days) if a and b else 0


def _touched(side: Tokens, start: int, end: int) -> int:
    """How many words stand in those stretches between marks that words ``start:end`` lie in."""
    edges = [0, *sorted(side.breaks), len(side.words)]
    first = max(edge for edge in edges if edge <= start)
    last = min(edge for edge in edges if edge >= end)
    return max(1, last - first)


def _uncrossed(
    said: Sequence[Heard], wordings: Sequence[_Wording], joints: Sequence[_Joint]
) -> list[_Joint]:
    """The joints without those of which both ends have a better partner in the other's article.

    Somebody who says a thing twice is quoted twice: each version belongs to its like.
    """
    homes = [{said[n].article.id for n in wording.numbers} for wording in wordings]
    best: dict[tuple[int, str], int] = {}
    for joint in joints:
        for here, there in ((joint.one, joint.other), (joint.other, joint.one)):
            for home in homes[there]:
                best[here, home] = max(best.get((here, home), 0), joint.strength)

    def crosses(joint: _Joint) -> bool:
        ends = ((joint.one, joint.other), (joint.other, joint.one))
        return all(
            min(best[here, home] for home in homes[there]) > joint.strength for here, there in ends
        )

    return [joint for joint in joints if not crosses(joint)]


def _groups(
    said: Sequence[Heard], wordings: Sequence[_Wording], joints: Iterable[_Joint]
) -> list[tuple[int, ...]]:
    """Renderings of one utterance, each joined to every other, at most one from each article.

    A long rendering may belong to several: another outlet may print its sentences one by one.
    """
    joined: defaultdict[int, set[int]] = defaultdict(set)
    ordered = sorted(joints, key=lambda j: (-j.strength, j.one, j.other))
    for joint in ordered:
        joined[joint.one].add(joint.other)
        joined[joint.other].add(joint.one)
    of: defaultdict[int, list[set[int]]] = defaultdict(list)
    for joint in ordered:
        pair = (joint.one, joint.other)
        if any(pair[1] in group for group in of[pair[0]]):
            continue
        fitting = (
            (outside, group)
            for inside, outside in (pair, pair[::-1])
            for group in of[inside]
            if group <= joined[outside]
        )
        outside, group = next(fitting, (pair[1], {pair[0]}))
        group.add(outside)
        for n in group if len(group) == 2 else (outside,):
            if not any(group is known for known in of[n]):
                of[n].append(group)
    unique = {frozenset(group) for groups in of.values() for group in groups}
    unique |= {
        frozenset({n})
        for n, one in enumerate(wordings)
        if len(one.numbers) > 1 and said[one.first].quoted
    }
    found = {_expanded(said, wordings, group) for group in unique}
    return _largest(group for group in found if len(group) > 1)


def _expanded(
    said: Sequence[Heard], wordings: Sequence[_Wording], group: Iterable[int]
) -> tuple[int, ...]:
    """The renderings of the wordings of a group, one of each article.

    An article that prints a wording of its own and one that others print too stands with its own.
    """
    chosen: dict[str, int] = {}
    for wording in sorted(group, key=lambda n: (len(wordings[n].numbers), n)):
        for number in wordings[wording].numbers:
            chosen.setdefault(said[number].article.id, number)
    return tuple(sorted(chosen.values()))


def _largest(groups: Iterable[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The groups that no other group holds whole, in order."""
    sets = {group: frozenset(group) for group in groups}
    of: defaultdict[int, list[frozenset[int]]] = defaultdict(list)
    for members in sets.values():
        for n in members:
            of[n].append(members)
    return sorted(
        group for group, mine in sets.items() if not any(mine < other for other in of[group[0]])
    )


def _utterance(
    story: Story, members: Sequence[Heard], voice: Mapping[str, str], done: set[tuple[str, str]]
) -> Utterance:
    """The utterance of these renderings; pairs of claims in `done` are not told again."""
    forms = _renderings(members)
    pairs = []
    for n, m in _pairs(members):
        one, other = members[n], members[m]
        if (one.claim.id, other.claim.id) in done:
            continue
        done.add((one.claim.id, other.claim.id))
        speaker = _speaker(align(one.tokens, other.tokens), one, other)
        related = relate(forms[n], forms[m], same_speaker=speaker)
        pairs.append(RenderingPair(one.article.id, other.article.id, related))
    relation = worst(pair.relation.relation for pair in pairs)
    reason = next((p.relation.reason for p in pairs if p.relation.relation is relation), "")
    named = {m.named for m in members if m.named}
    names = sorted(named, key=lambda name: (-len(name_parts(name)), name))
    return Utterance(
        id=f"utterance-{members[0].claim.id}-{members[1].claim.id}",
        story=story.id,
        speaker=names[0] if names else None,
        renderings=tuple(Rendering(m.article.id, m.claim.id) for m in members),
        pairs=tuple(pairs),
        relation=relation,
        reason=reason,
        origins=len({voice.get(m.article.id, m.article.id) for m in members}),
    )


def _renderings(members: Sequence[Heard]) -> list[Said]:
    """What is compared, each under its outlet's name; with its article's id where two share one."""
    outlets = Counter(member.article.outlet for member in members)
    out = []
    for member in members:
        said, name = translated(member), member.article.outlet
        if outlets[name] > 1:
            said = replace(said, outlet=f"{name} ({member.article.id})")
        out.append(said)
    return out


def _pairs(members: Sequence[Heard]) -> list[tuple[int, int]]:
    """Every pair of renderings; of very many only each with the first of every wording."""
    firsts: dict[tuple[str, ...], int] = {}
    for n, member in enumerate(members):
        firsts.setdefault(member.tokens.forms, n)
    against = range(len(members)) if len(members) <= _MANY else sorted(firsts.values())
    return sorted({(min(n, m), max(n, m)) for n in against for m in range(len(members)) if n != m})
