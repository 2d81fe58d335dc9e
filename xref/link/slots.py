"""Slots: one question each, with the answer of every article of the story that gives one."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from xref.compare import DEFAULT, Beside, Policy
from xref.link.cells import cell_of, internal
from xref.link.current import Standing
from xref.link.match.candidates import candidates
from xref.link.match.clusters import Bond, Node, clusters
from xref.link.match.entries import Entry
from xref.link.match.lesser import lesser
from xref.link.match.rarity import Rarity, heard
from xref.link.match.score import Likely, Scored, probabilities, scores
from xref.link.match.weights import Weights
from xref.link.pairing import related
from xref.link.questions import measure_of, slug
from xref.link.scene import LIKELY, POSSIBLE, Found, Matches, Rarities, Scene, match_of
from xref.link.told import told
from xref.link.unheld import coverage, not_compared, perhaps
from xref.model.article import Article
from xref.model.claim import Claim, Quantity, Scope
from xref.model.link import Cell, Coverage, NotCompared, Pair, Perhaps, Slot, Story
from xref.model.match import BANDS, Certainty, Match
from xref.model.record import Record
from xref.model.relation import SEVERITY, Kind

Recording = Callable[[Article, Sequence[Claim]], Mapping[str, Record]]
"""What reads the records of an article's claims."""


class Aligned(NamedTuple):
    """What matching made of a story's figures and dates."""

    slots: tuple[Slot, ...]
    perhaps: tuple[Perhaps, ...]
    not_compared: tuple[NotCompared, ...]
    coverage: Coverage


def slots(
    story: Story,
    articles: Mapping[str, Article],
    claims: Mapping[str, Sequence[Claim]],
    recording: Recording,
    weights: Mapping[str, Weights],
    origins: Mapping[str, str] | None = None,
    policy: Policy = DEFAULT,
) -> Aligned:
    """The slots of a story, its own figures first, and what was not held against each other.

    `origins` maps an article to the text that it was copied from or shares; an article that it
    does not name is a text of its own.
    """
    found: dict[str, Sequence[Entry]] = {}
    standings: dict[str, Standing] = {}
    for id_ in sorted(story.articles):
        mine = claims.get(id_, ())
        found[id_], own = told(articles[id_], mine, recording(articles[id_], mine))
        standings.update(own)
    beside = {id_: Beside(claims.get(id_, ())) for id_ in found}
    scene = Scene(story, articles, found, standings, origins or {}, policy, beside, {}, {})
    likely, rarities = _likely(found, weights)
    likely = _explained(scene, likely, weights)
    matches = _matches(scene, likely, rarities, weights)
    bonds = [
        Bond((a, one.scored.i), (b, one.scored.j), one.probability)
        for (a, b), mine in likely.items()
        for one in mine
        if one.probability >= LIKELY
    ]
    groups = clusters(bonds)
    made = [_slot(scene, group, matches) for group in groups]
    held = {node for group in groups for node in group}
    made += [_single(scene, id_, entry) for id_, entry in _alone(scene, held)]
    made += _seconds(scene, likely, weights)
    made.sort(key=lambda one: one[0])
    slots_ = {slot.id: slot for _, slot in made}
    unsure = tuple(perhaps(scene, likely, matches, held))
    left = tuple(not_compared(scene, likely, rarities, weights, held, unsure))
    told_of = coverage(story, scene, held, unsure, left)
    return Aligned(tuple(slots_.values()), unsure, left, told_of)


def _likely(
    found: Mapping[str, Sequence[Entry]], weights: Mapping[str, Weights]
) -> tuple[dict[tuple[str, str], list[Likely]], dict[tuple[str, str], Rarity]]:
    """The probabilities of all pairs worth comparing, by article."""
    words = {id_: heard(s for e in mine for s in e.mentions) for id_, mine in found.items()}
    out: dict[tuple[str, str], list[Likely]] = {}
    rarities: dict[tuple[str, str], Rarity] = {}
    for (a, b), pairs in sorted(candidates(found).items()):
        rarity = rarities[a, b] = Rarity(words[a], words[b])
        each = list(scores(found[a], found[b], sorted(pairs), rarity, weights))
        aside = lesser(each, found[a], found[b])
        out[a, b] = probabilities(one for k, one in enumerate(each) if k not in aside)
        out[a, b] += [Likely(each[k], 0.0, 1.0) for k in sorted(aside)]
    return out, rarities


def _explained(
    scene: Scene, likely: Found, weights: Mapping[str, Weights]
) -> dict[tuple[str, str], list[Likely]]:
    """The probabilities, with what words weigh that explain how two values differ.

    Only pairs that are perhaps of one thing are asked: words explain much between two things, too.
    """
    out: dict[tuple[str, str], list[Likely]] = {}
    for (a, b), mine in likely.items():
        told = [
            _weighed(scene, a, b, one.scored, weights)
            if one.probability >= POSSIBLE
            else one.scored
            for one in mine
            if one.probability > 0.0
        ]
        out[a, b] = [*probabilities(told), *(one for one in mine if one.probability == 0.0)]
    return out


def _weighed(
    scene: Scene, a: str, b: str, scored: Scored, weights: Mapping[str, Weights]
) -> Scored:
    """A pair with the bits of the words that explain how its values differ, where any do."""
    i, j = scene.entries[a][scored.i], scene.entries[b][scored.j]
    relation = scene.relate(scene.reading(i), scene.reading(j))
    gain = weights[i.side.kind].explained.get(relation.kind.value, 0.0)
    if not gain or not relation.firm:
        return scored
    return scored._replace(bits=scored.bits + gain, explained=(relation.kind.value, gain))


def _matches(
    scene: Scene, likely: Found, rarities: Rarities, weights: Mapping[str, Weights]
) -> dict[tuple[Node, Node], Match]:
    """The pairs that may be of one thing, each with what speaks for it."""
    out: dict[tuple[Node, Node], Match] = {}
    for (a, b), mine in likely.items():
        for one in mine:
            if one.probability >= POSSIBLE:
                i, j = scene.entries[a][one.scored.i], scene.entries[b][one.scored.j]
                out[(a, one.scored.i), (b, one.scored.j)] = match_of(
                    one, i, j, rarities[a, b], weights
                )
    return out


def _internal(scene: Scene, entry: Entry) -> Pair | None:
    article = scene.articles[entry.article]
    return internal(article, entry, scene.standings, scene.beside[entry.article])


def _slot(scene: Scene, group: Sequence[Node], matches: Matches) -> tuple[tuple[object, ...], Slot]:
    """The slot of a group of entries, with its place in the order."""
    members = [scene.entries[article][place] for article, place in group]
    cells = [cell_of(scene.articles[e.article], e) for e in members]
    pairs = related([scene.reading(e) for e in members], scene.relate)
    at = {article: (article, place) for article, place in group}
    pairs = [Pair(p.a, p.b, p.relation, matches.get((at[p.a], at[p.b]))) for p in pairs]
    certainties = [m.certainty for p in pairs if (m := p.match) is not None and m.certainty]
    pairs += [p for e in members if (p := _internal(scene, e))]
    weakest = min(certainties, key=_rank, default=Certainty.LIKELY)
    return _made(scene, members, cells, pairs, weakest)


_ORDER = {band: least for least, band in BANDS}


def _rank(certainty: Certainty) -> float:
    return _ORDER[certainty]


def _alone(scene: Scene, held: set[Node]) -> list[tuple[str, Entry]]:
    """The entries that one article alone gives, of what a story has one figure of."""
    return [
        (id_, entry)
        for id_, mine in scene.entries.items()
        for place, entry in enumerate(mine)
        if (id_, place) not in held and entry.id in scene.standings
    ]


def _single(scene: Scene, article: str, entry: Entry) -> tuple[tuple[object, ...], Slot]:
    cell = cell_of(scene.articles[article], entry)
    own = _internal(scene, entry)
    return _made(scene, [entry], [cell], [own] if own else [], None)


def _seconds(
    scene: Scene, likely: Found, weights: Mapping[str, Weights]
) -> list[tuple[tuple[object, ...], Slot]]:
    """A slot for each further figure of an article that words explain beside the others' figures.

    An article may give two figures for one question, its own and another source's: one of them
    stands beside the other article's figure, and leaves no room for the second. Two articles alone
    decide: with the words that explain how they differ, the two must be of one thing rather than
    not.
    """
    beside: defaultdict[Node, list[tuple[Node, float]]] = defaultdict(list)
    for (a, b), mine in likely.items():
        paired = [one for one in mine if one.probability >= LIKELY]
        taken = {(a, one.scored.i) for one in paired} | {(b, one.scored.j) for one in paired}
        for one in mine:
            i, j = (a, one.scored.i), (b, one.scored.j)
            for second, other in ((i, j), (j, i)):
                free = second not in taken and other in taken
                if free and _whole(scene, second) and _one_question(scene, second, other):
                    beside[second].append((other, one.scored.bits))
    out = []
    for second, others in sorted(beside.items(), key=lambda item: item[0]):
        entry = scene.entries[second[0]][second[1]]
        reading = scene.reading(entry)
        members, pairs, met = [entry], [], set[str]()
        explained = weights[entry.side.kind].explained
        for (article, place), bits in sorted(others):
            if bits + max(explained.values(), default=0.0) <= 0 or article in met:
                continue
            theirs = scene.entries[article][place]
            relation = scene.relate(reading, scene.reading(theirs))
            gain = explained.get(relation.kind.value)
            if gain is not None and relation.firm and bits + gain > 0:
                met.add(article)
                a, b = sorted((second[0], article))
                pairs.append(Pair(a, b, relation))
                members.append(theirs)
        if pairs:
            members.sort(key=lambda e: e.article)
            cells = [cell_of(scene.articles[e.article], e) for e in members]
            order, slot = _made(scene, members, cells, pairs, Certainty.LIKELY)
            out.append(
                (
                    order,
                    replace(slot, id=f"{slot.id}:{entry.article}:{entry.side.claim.span.start}"),
                )
            )
    return out


def _whole(scene: Scene, node: Node) -> bool:
    """Whether an entry counts all of what its question asks for, in the article's own event."""
    side = scene.entries[node[0]][node[1]].side
    return not side.part and not side.elsewhere


def _one_question(scene: Scene, second: Node, other: Node) -> bool:
    """Whether a further figure can answer what another article's one figure of its event does."""
    mine, theirs = (scene.entries[article][place].side for article, place in (second, other))
    return mine.measure == theirs.measure


def _made(
    scene: Scene,
    members: Sequence[Entry],
    cells: Sequence[Cell],
    pairs: Sequence[Pair],
    certainty: Certainty | None,
) -> tuple[tuple[object, ...], Slot]:
    worst = max(pairs, key=lambda p: SEVERITY[p.relation.kind], default=None)
    kind, reason = Kind.SINGLE, "One article gives this figure."
    if worst is not None:
        kind, reason = worst.relation.kind, worst.relation.reason
    first = min(members, key=lambda e: (not e.side.record.lead, e.article, e.side.claim.span))
    value = first.side.claim.value
    figure = value if isinstance(value, Quantity) else None
    about = slug(value)
    slot = Slot(
        id=f"{scene.story.id}:{about}:{first.article}:{_place(first.side.claim)}",
        story=scene.story.id,
        kind="quantity" if figure else "date",
        measure=measure_of(figure) if figure else None,
        counted=figure.counted if figure else None,
        unit=figure.amount.unit.name if figure and figure.amount.unit else None,
        subject=figure.subject if figure else None,
        event=figure.event if figure else None,
        scope=_shared([cell.scope for cell in cells]),
        cells=tuple(cells),
        pairs=tuple(pairs),
        relation=kind,
        reason=reason,
        origins=len({scene.origins.get(cell.article, cell.article) for cell in cells}),
        why=_why(pairs),
        certainty=certainty,
    )
    order = (
        figure is None,
        len(cells) < 2,
        first.id not in scene.standings,
        not first.side.record.lead,
        first.article,
        first.side.claim.field == "text",
        first.side.claim.span,
    )
    return order, slot


def _place(claim: Claim) -> str:
    """Where a claim stands, for an id; a sum begins where its first part does."""
    return f"{claim.span.start}+" if claim.derived_from else f"{claim.span.start}"


def _why(pairs: Sequence[Pair]) -> str:
    """What holds a slot together: the fields that spoke most for its strongest pair."""
    known = [p.match for p in pairs if p.match is not None]
    if not known:
        return ""
    best = max(known, key=lambda m: m.probability)
    told = sorted((e for e in best.evidence if e.bits > 0.4), key=lambda e: -e.bits)[:3]
    return "; ".join(f"{e.field}: {e.level}" for e in told)


def _shared(scopes: Sequence[Scope]) -> Scope:
    def same(name: str) -> str | None:
        values = {getattr(scope, name) for scope in scopes}
        return values.pop() if len(values) == 1 else None

    return Scope(same("place"), same("subset"), same("period"))
