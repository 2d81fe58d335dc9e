"""What one person said on one occasion, as several outlets render it.

Renderings meet by the word triples that they share, are joined where what they share
is too much for chance (`joining`), and make up an utterance where each is joined to every other
(`grouping`).
"""

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from xref.compare.aligning import Alignment, align
from xref.compare.names import name_parts, surname
from xref.compare.tokens import printed
from xref.compare.words import Said, relate, worst
from xref.link.grouping import Joint, Wordings, by_wording, groups
from xref.link.joining import news_words, one_speaker, why_apart
from xref.link.paraphrases import paraphrases
from xref.link.renderings import Heard, heard, translated
from xref.link.shingles import postings, shared
from xref.link.speakers import same_speaker
from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.link import NotCompared, Rendering, RenderingPair, Story, Utterance

_GRAM = 3
_REACH = 40
_MANY = 40
"""Renderings of one utterance from which on only those of other words are compared one by one."""


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
    wordings = by_wording(said)
    joints: list[Joint] = []
    missed: list[NotCompared] = []
    for a, b in _candidates(said, wordings):
        one, other = said[wordings[a].first], said[wordings[b].first]
        laid = align(one.tokens, other.tokens)
        why_not = why_apart(laid, one, other, one_speaker(laid, one, other))
        if why_not is None:
            joints.append(_joint(a, b, laid))
        elif why_not:
            missed.append(NotCompared((one.claim.id, other.claim.id), why_not))
    joined = groups(said, wordings, joints)
    done: set[tuple[str, str]] = set()
    found = [_utterance(story, [said[n] for n in group], voice or {}, done) for group in joined]
    for report, quote in paraphrases(said, _Quoted(found)):
        pair = sorted((report, quote))
        found.append(_utterance(story, [said[n] for n in pair], voice or {}, done))
    told = (utterance for utterance in found if utterance.pairs)
    return tuple(sorted(told, key=lambda u: u.id)), tuple(missed)


class _Quoted(Container[tuple[str, str]]):
    """The pairs of an article and a claim that some utterance holds both of.

    The pairs themselves would be as many as the square of an utterance's renderings.
    """

    def __init__(self, found: Sequence[Utterance]) -> None:
        self._articles: defaultdict[str, set[int]] = defaultdict(set)
        self._claims: defaultdict[str, set[int]] = defaultdict(set)
        for number, utterance in enumerate(found):
            for each in utterance.renderings:
                self._articles[each.article].add(number)
                self._claims[each.claim].add(number)

    def __contains__(self, pair: object) -> bool:
        match pair:
            case (str(article), str(claim)):
                mine, its = self._articles.get(article), self._claims.get(claim)
                return mine is not None and its is not None and not mine.isdisjoint(its)
        return False


def _joint(a: int, b: int, laid: Alignment) -> Joint:
    """The joint of two wordings, by number, that lie so."""
    w = laid.window
    return Joint(
        a,
        b,
        strength=2 * laid.matched + laid.run,
        in_one=(w.a0, w.a1),
        in_other=(w.b0, w.b1),
        whole=laid.matched == min(len(laid.a.words), len(laid.b.words)),
    )


def _candidates(said: Sequence[Heard], wordings: Sequence[Wordings]) -> list[tuple[int, int]]:
    """Wordings of two articles that share a run of words, or all words that carry news."""
    keys: list[set[tuple[str, ...]]] = []
    for wording in wordings:
        tokens = said[wording.first].tokens
        forms = tokens.forms
        grams = {forms[n : n + _GRAM] for n in range(max(1, len(forms) - _GRAM + 1))}
        keys.append({*grams, ("", *news_words(tokens))})
    homes = [{said[n].article.id for n in wording.numbers} for wording in wordings]
    met = shared(postings(keys), reach=_REACH)
    return sorted((a, b) for a, b in met if len(homes[a] | homes[b]) > 1)


def _utterance(
    story: Story, members: Sequence[Heard], voice: Mapping[str, str], done: set[tuple[str, str]]
) -> Utterance:
    """The utterance of these renderings; pairs of claims in `done` are not told again.

    Copies of one text are one voice: its relation is that of the pairs of two voices, and
    ``SINGLE`` where there is only one.
    """
    forms = _renderings(members)
    pairs = []
    for n, m in _pairs(members):
        one, other = members[n], members[m]
        if (one.claim.id, other.claim.id) in done:
            continue
        done.add((one.claim.id, other.claim.id))
        speaker = one_speaker(align(one.tokens, other.tokens), one, other)
        related = relate(forms[n], forms[m], same_speaker=speaker)
        pairs.append(RenderingPair(one.article.id, other.article.id, related))
    across = [p.relation for p in pairs if voice.get(p.a, p.a) != voice.get(p.b, p.b)]
    relation = worst(related.relation for related in across)
    reason = next((r.reason for r in across if r.relation is relation), "one text prints it")
    return Utterance(
        id=f"utterance-{members[0].claim.id}-{members[1].claim.id}",
        story=story.id,
        speaker=_speaker(members, voice),
        renderings=tuple(Rendering(m.article.id, m.claim.id) for m in members),
        pairs=tuple(pairs),
        relation=relation,
        reason=reason,
        origins=len({voice.get(m.article.id, m.article.id) for m in members}),
        why=_why(members),
    )


def _speaker(members: Sequence[Heard], voice: Mapping[str, str]) -> str | None:
    """Whom most independent texts name as the speaker, by the fullest name that is given."""
    voices: defaultdict[str, set[str]] = defaultdict(set)
    for m in members:
        if m.named:
            voices[surname(m.named)].add(voice.get(m.article.id, m.article.id))
    return min(
        {m.named for m in members if m.named},
        key=lambda name: (-len(voices[surname(name)]), -len(name_parts(name)), name),
        default=None,
    )


def _why(members: Sequence[Heard]) -> str:
    """What the first two renderings share, and who speaks, in words."""
    one, other = members[:2]
    if not (one.quoted and other.quoted):
        return f"{one.named} says the same in both, in one of them not word for word"
    laid = align(one.tokens, other.tokens)
    longest = max(laid.blocks, key=lambda block: (block.size, -block.a))
    words = printed(one.tokens.words[longest.a : longest.a + longest.size])
    told = f"they share {laid.matched} words, “{words}” in a row"
    speaker = same_speaker(one, other)
    if speaker:
        return f"{told}, and both name {one.named}"
    return told if speaker is None else f"{told}; {one.named} and {other.named} are named for them"


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
