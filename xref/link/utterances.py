"""What one person said on one occasion, as several outlets render it.

Renderings meet by the word triples that they share; a pair is joined when what it shares is too
much for chance, and the more the two differ, the more they must share.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from xref.compare.aligning import Alignment, align
from xref.compare.words import relate, worst
from xref.link.renderings import Heard, heard, same_speaker, translated
from xref.link.shingles import postings, shared
from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.link import NotCompared, Rendering, RenderingPair, Story, Utterance

_GRAM = 3
_REACH = 12


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
        speaker = same_speaker(said[one], said[other])
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
    """Why two renderings are not of one utterance; ``None`` where they are, "" where nobody would ask."""
    matched, content = laid.matched, laid.content
    la, lb = len(laid.a.words), len(laid.b.words)
    window = laid.window
    width = max(window.a1 - window.a0, window.b1 - window.b0, 1)
    least = min(la, lb)
    cover, density = matched / max(1, least), matched / width
    if not (one.quoted and other.quoted):
        return ""
    whole = cover == 1 and density == 1
    if speaker is False:
        if whole and (matched >= 8 or (la == lb and matched >= 5 and content >= 2)):
            return None
        if matched >= 8 and min(matched / la, matched / lb) >= 0.8 and content >= 3:
            return None
        if whole and content >= 2 and matched >= 4:
            return "two speakers use the same few words; too few to say that one said the other's"
        return ""
    if whole:
        enough = matched >= 6 or (matched >= 4 and content >= 2) or (matched >= 3 and content >= 3)
        if la == lb:
            enough = enough or (matched >= 3 and content >= 1) or (matched == 2 and content == 2)
        return None if enough else ""
    if density >= 0.6 and laid.run >= 3 and content >= 2:
        if cover >= 0.7 and matched >= 6:
            return None
        if cover >= 0.5 and matched >= 8 and content >= 3:
            return None
        if matched >= 12 and density >= 0.75 and content >= 4:
            return None
    if one.said.said_on and other.said.said_on and one.said.said_on != other.said.said_on:
        return "much the same words, but said on different days" if laid.run >= 5 else ""
    if laid.run >= 5 and content >= 3:
        return "one run of words is the same, but too little for one utterance"
    return ""


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
            speaker = same_speaker(one, other)
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
