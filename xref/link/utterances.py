"""What one person said on one occasion, as several outlets render it.

Renderings meet by the word triples that they share; a pair is joined when what it shares is too
much for chance, and the more the two differ, the more they must share.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from xref.compare.aligning import Alignment, align
from xref.compare.tokens import Tokens, is_content
from xref.compare.words import relate, worst
from xref.link.marks import listed
from xref.link.renderings import Heard, heard, names_differ, same_speaker, translated
from xref.link.shingles import postings, shared
from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.link import NotCompared, Rendering, RenderingPair, Story, Utterance

_GRAM = 3
_REACH = 12
_OCCASION = 7
"""Days after which the same thought may well have been said again."""


@dataclass(frozen=True, slots=True)
class _Joint:
    """Two renderings that were joined, by number, and how firmly."""

    one: int
    other: int
    strength: int
    speaker: bool | None


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
    mine = [c for a in story.articles for c in claims.get(a, ())]
    said = heard(articles, mine)
    joints: list[_Joint] = []
    missed: list[NotCompared] = []
    for one, other in _candidates(said):
        laid = align(said[one].tokens, said[other].tokens)
        speaker = _speaker(laid, said[one], said[other])
        why_not = _apart(laid, said[one], said[other], speaker)
        if why_not is None:
            joints.append(_Joint(one, other, 2 * laid.matched + laid.run, speaker))
        elif why_not:
            ids = (said[one].claim.id, said[other].claim.id)
            missed.append(NotCompared(ids, why_not))
    found = [_utterance(story, said, group, joints, voice or {}) for group in _groups(said, joints)]
    return tuple(sorted(found, key=lambda u: u.id)), tuple(missed)


def _candidates(said: Sequence[Heard]) -> list[tuple[int, int]]:
    """Pairs of renderings from two articles that share a run of words with news in it."""
    keys = []
    for one in said:
        forms = one.tokens.forms
        grams = {forms[n : n + _GRAM] for n in range(max(1, len(forms) - _GRAM + 1))}
        keys.append(sorted(grams))
    met = shared(postings(keys), reach=_REACH)
    return sorted(
        (one, other) for one, other in met if said[one].article.id != said[other].article.id
    )


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
        enough = matched >= 6 if speaker else matched >= 8 and content >= 1
        enough = enough or (matched >= 4 and content >= 2) or (matched >= 3 and content >= 3)
        if la == lb:
            enough = enough or (matched >= 3 and content >= 1) or (matched == 2 and content == 2)
        return None if enough else ""
    days = _days(one, other)
    if density < (0.8 if days > _OCCASION else 0.6):
        if run >= 5 and content >= 3:
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
        return "much the same words, but said on different days" if run >= 5 else ""
    if run >= 5 and content >= 3:
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


def _groups(said: Sequence[Heard], joints: Iterable[_Joint]) -> list[tuple[int, ...]]:
    """Renderings of one utterance, at most one from each article.

    A long rendering may belong to several: another outlet may print its sentences one by one.
    """
    joined: defaultdict[int, set[int]] = defaultdict(set)
    ordered = sorted(joints, key=lambda j: (-j.strength, j.one, j.other))
    for joint in ordered:
        joined[joint.one].add(joint.other)
        joined[joint.other].add(joint.one)
    groups: list[set[int]] = []
    of: defaultdict[int, list[set[int]]] = defaultdict(list)

    def article(number: int) -> str:
        return said[number].article.id

    for joint in ordered:
        pair = (joint.one, joint.other)
        if any(pair[1] in group for group in of[pair[0]]):
            continue
        placed = False
        for inside, outside in (pair, pair[::-1]):
            for group in of[inside]:
                fits = all(article(n) != article(outside) for n in group)
                if fits and len(joined[outside] & group) * 2 >= len(group):
                    group.add(outside)
                    of[outside].append(group)
                    placed = True
                    break
            if placed:
                break
        if not placed:
            group = set(pair)
            groups.append(group)
            of[pair[0]].append(group)
            of[pair[1]].append(group)
    unique = sorted({tuple(sorted(group)) for group in groups}, key=lambda g: (len(g), g))
    kept = []
    for n, small in enumerate(unique):
        if not any(set(small) < set(big) for big in unique[n + 1 :]):
            kept.append(small)
    return sorted(kept)


def _utterance(
    story: Story,
    said: Sequence[Heard],
    group: Sequence[int],
    joints: Iterable[_Joint],
    voice: Mapping[str, str],
) -> Utterance:
    members = [said[n] for n in group]
    forms = [translated(member) for member in members]
    pairs = []
    for n, one in enumerate(members):
        for m in range(n + 1, len(members)):
            other = members[m]
            speaker = _speaker(align(one.tokens, other.tokens), one, other)
            related = relate(forms[n], forms[m], same_speaker=speaker)
            pairs.append(RenderingPair(one.article.id, other.article.id, related))
    relation = worst(pair.relation.relation for pair in pairs)
    reason = next(p.relation.reason for p in pairs if p.relation.relation is relation)
    names = sorted(
        {m.named for m in members if m.named}, key=lambda name: (-len(name.split()), name)
    )
    renderings = tuple(Rendering(m.article.id, m.claim.id) for m in members)
    return Utterance(
        id=f"utterance-{members[0].claim.id}-{members[1].claim.id}",
        story=story.id,
        speaker=names[0] if names else None,
        renderings=renderings,
        pairs=tuple(pairs),
        relation=relation,
        reason=reason,
        origins=len({voice.get(m.article.id, m.article.id) for m in members}),
    )
