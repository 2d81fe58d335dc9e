"""What an article tells, as entries for the matcher: each figure or date once, as it stands."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from xref.link.current import Standing, standing
from xref.link.match.entries import Entry, entries
from xref.link.match.side import Side
from xref.link.questions import (
    Question,
    answers,
    fatal,
    measure_of,
    question,
    stands_in,
    told_apart,
)
from xref.link.statements import Statement, statements
from xref.model.article import Article, Zone
from xref.model.claim import Claim, Date, Mode
from xref.model.record import Record

_ASKED = 60
"""How many figures of an article are asked whether they stand in place of an outdated one."""
Recorded = Mapping[str, Record]


def told(
    article: Article, claims: Sequence[Claim], recorded: Recorded
) -> tuple[list[Entry], dict[str, Standing]]:
    """The entries of an article, in order of place, and the standings of those it has one of.

    Of some measures (the dead, the injured) an event has one figure: the article's statements of
    it are one entry, in which the current one stands. Standings are by the id of its claim.
    """
    stated = [s for s in statements(article, claims) if s.claim.id in recorded and _askable(s)]
    whole: list[Entry] = []
    standings: dict[str, Standing] = {}
    taken: set[str] = set()
    asked: defaultdict[Question, list[Statement]] = defaultdict(list)
    for s in stated:
        if s.value.mode is Mode.LEVEL and answers(measure_of(s.value)) == "event":
            asked[question(s.value)].append(s)
    dead = any(fatal(s.value.measure) and s.nominal and not s.of_others for s in stated)
    for mine in asked.values():
        one = standing([s for s in mine if stands_in(s.value.measure, dead)])
        if one is not None:
            held = (one.current, *(s for s in one.same if s is not one.current))
            others = (*one.outdated, *one.rivals)
            taken.update(s.claim.id for s in (*held, *others))
            sides = tuple(_side(s, recorded)._replace(own=True) for s in held)
            before = tuple(_side(s, recorded)._replace(own=True) for s in others)
            whole.append(Entry(article.id, sides, before))
            standings[one.current.claim.id] = one
    rest = [s for s in stated if s.claim.id not in taken and not s.derived]
    found = [*_beside(whole), *_parted(article, rest, recorded), *_dates(article, claims, recorded)]
    found.sort(key=lambda e: (e.side.claim.field == "text", e.side.claim.span, e.id))
    return found, standings


def _askable(s: Statement) -> bool:
    return s.nominal != 0 or not s.derived


def _side(s: Statement, recorded: Recorded) -> Side:
    elsewhere, measure = s.elsewhere is not None, measure_of(s.value)
    record = recorded[s.claim.id]
    return Side(s.claim, record, elsewhere, s.part, measure=measure, answers=answers(measure))


def _beside(whole: Iterable[Entry]) -> list[Entry]:
    """The entries, each with the figure that its measure leaves out (the dead, of the injured)."""
    found = list(whole)
    by_measure = {measure_of(entry.side.quantity): entry for entry in found}
    out = []
    for entry in found:
        other = by_measure.get(told_apart(measure_of(entry.side.quantity)))
        out.append(entry if other is None else replace(entry, apart=(other.side.claim,)))
    return out


def _parted(article: Article, stated: Sequence[Statement], recorded: Recorded) -> list[Entry]:
    """The entries of figures of which an article tells many.

    An outdated figure stands with the one that came in its place.
    """
    current = [s for s in stated if s.outdated is None]
    found = entries(article.id, [_side(s, recorded) for s in current])
    later: defaultdict[int, list[Side]] = defaultdict(list)
    left: list[Statement] = []
    for s in stated:
        if s.outdated is not None:
            home = _successor(_side(s, recorded), found)
            if home is None:
                left.append(s)
            else:
                later[home].append(_side(s, recorded))
    out = [
        replace(entry, others=tuple(later[place])) if place in later else entry
        for place, entry in enumerate(found)
    ]
    return [*out, *entries(article.id, [_side(s, recorded) for s in left])]


def _successor(old: Side, found: Sequence[Entry]) -> int | None:
    """The entry that stands in place of an outdated figure, by its place: told in the same words.

    The figure beside it in its sentence ("from 14 to 17"), else the one of the article that shares
    most words with it, a notice of correction being far from what it corrects.
    """
    best: tuple[float, int] | None = None
    for place, entry in enumerate(found[:_ASKED]):
        side = entry.side
        value = side.quantity
        counted = {value.counted, old.quantity.counted} - {None}
        if value.dimension != old.dimension or len(counted) > 1:
            continue
        if any(s.claim.sentence == old.claim.sentence for s in entry.mentions):
            return place
        mine, theirs = old.record.near, side.record.near
        shared = sum(min(bits, theirs[word]) for word, bits in mine.items() if word in theirs)
        enough = min(sum(mine.values()), sum(theirs.values())) / 2
        if shared and shared >= enough and (best is None or shared > best[0]):
            best = shared, place
    return best[1] if best else None


def _dates(article: Article, claims: Sequence[Claim], recorded: Recorded) -> list[Entry]:
    sides = [
        Side(claim, recorded[claim.id], False, False)
        for claim in claims
        if isinstance(claim.value, Date)
        and claim.id in recorded
        and claim.zone not in (Zone.FURNITURE, Zone.CREDIT)
    ]
    return entries(article.id, sides)
