"""The card of an utterance: its renderings, where their words part, and why."""

from collections.abc import Sequence

from xref.model.claim import Claim, Quotation
from xref.model.link import RenderingPair, Utterance
from xref.model.relation import SEVERITY, Wording
from xref.model.report import Finding
from xref.model.span import Span
from xref.render import relations, words
from xref.render.page import settling
from xref.render.page.cards import (
    READINGS,
    Card,
    Diff,
    Reading,
    Reason,
    grouped,
    outlet_of,
    remarks_of,
    spread,
    together,
    voices,
    worst,
)
from xref.render.page.passages import of_claim
from xref.render.places import Index
from xref.text.fold import fold

_DIFFS = 4


def _changed(index: Index, utterance: Utterance, claim: Claim) -> tuple[Span, ...]:
    """Where the words of `claim` differ from another rendering; nothing where none are found."""
    first = claim.span.start
    text = fold(claim.span.of(index.articles[claim.article].part(claim.field)))
    found: dict[Span, None] = {}
    for pair in utterance.pairs:
        if claim.article not in (pair.a, pair.b) or pair.a == pair.b:
            continue
        side, at = (1 if pair.a == claim.article else 2), 0
        for step in pair.relation.diff:
            words_here = fold(step[side])
            start = _find(text, words_here, at) if words_here else -1
            if start < 0:
                continue
            at = start + len(words_here)
            if step[0] != "equal":
                found[Span(first + start, first + at)] = None
    return tuple(found)


def _whole(utterance: Utterance) -> tuple[Reason, ...]:
    said = words.one_line(utterance.reason)
    label = relations.WORDINGS[utterance.relation].label
    return (Reason(label, "", said),) if said else ()


def _find(text: str, words_here: str, at: int) -> int:
    """Where `words_here` stand in `text` from `at` on, not inside a longer word; -1 if nowhere."""
    while (at := text.find(words_here, at)) >= 0:
        end = at + len(words_here)
        glued = at > 0 and text[at - 1].isalnum() and words_here[0].isalnum()
        if not glued and not (text[end : end + 1].isalnum() and words_here[-1].isalnum()):
            return at
        at = end
    return -1


def _speakers(claims: Sequence[Claim]) -> str:
    """Everyone whose words they are said to be: "Ilse Garrow or Tom Rell"."""
    speakers = (claim.attribution.speaker for claim in claims)
    names = {words.one_line(each.name or each.text): None for each in speakers if each}
    return words.listed(names, "or")


def said_words(index: Index, claim: Claim) -> str:
    """The words inside the marks, without the cue between them; a report's words as they are."""
    article, parts = index.articles[claim.article], [claim.text]
    if isinstance(claim.value, Quotation) and claim.value.segments:
        parts = [span.of(article.part(claim.field)) for span in claim.value.segments]
    shown = " … ".join(words.one_line(part).strip("“”\"'‘’ ,") for part in parts)
    return words.cut(shown, 240)


def _once(index: Index, utterance: Utterance, said: dict[str, str]) -> list[RenderingPair]:
    """The pairs of an utterance, each once for all copies that print the same.

    The gravest come first; of two alike, the one whose difference touches the sense. `said` are
    the words of each article.
    """
    seen: dict[object, RenderingPair] = {}

    def gravity(pair: RenderingPair) -> tuple[int, bool]:
        return -SEVERITY[pair.relation.relation], not pair.relation.moved

    for pair in sorted(utterance.pairs, key=gravity):
        sides = frozenset((index.voice(each), said.get(each)) for each in (pair.a, pair.b))
        seen.setdefault((sides, pair.relation.relation), pair)
    return list(seen.values())


def shortened(steps: Sequence[tuple[str, str, str]]) -> tuple[tuple[str, str, str], ...]:
    """A word diff with its long equal stretches cut to the words beside a change."""
    out = []
    for at, (op, a, b) in enumerate(steps):
        if op != "equal" or len(a) <= 160:
            out.append((op, a, b))
            continue
        head = a[: a.find(" ", 60)] if at else ""
        tail = a[a.rfind(" ", 0, len(a) - 60) + 1 :] if at + 1 < len(steps) else ""
        out.append((op, f"{head} … {tail}".strip(), ""))
    return tuple(out)


_MIRRORED = {"insert": "delete", "delete": "insert"}


def _diff(index: Index, pair: RenderingPair, steps: tuple[tuple[str, str, str], ...]) -> Diff:
    """A word diff from the earlier article to the later one, where their days are known."""
    a, b = pair.a, pair.b
    first, last = index.articles[a].published, index.articles[b].published
    if first and last and last < first:
        a, b = b, a
        steps = tuple(
            (op, mine, theirs) if op == "equal" else (_MIRRORED.get(op, op), theirs, mine)
            for op, mine, theirs in steps
        )
    return Diff(outlet_of(index, a), outlet_of(index, b), steps)


def _parts(claim: Claim) -> tuple[Span, ...]:
    """What is said inside the marks of a quotation, its cue left out."""
    return claim.value.segments if isinstance(claim.value, Quotation) else ()


def utterance_card(
    index: Index, utterance: Utterance, findings: Sequence[Finding], anchor: str
) -> Card:
    """The card of an utterance, its renderings in the order of publication."""
    claims = [index.claims[r.claim] for r in utterance.renderings if r.claim in index.claims]

    def order(claim: Claim) -> tuple[object, ...]:
        known = index.articles[claim.article].published
        return (known is None, known or (), claim.article, claim.span)

    ordered = sorted(claims, key=order)
    said = {claim.id: said_words(index, claim) for claim in ordered}
    shown = [ordered[at] for at in spread([said[claim.id] for claim in ordered], READINGS)]
    readings = [
        Reading(
            passage=of_claim(index, claim, only=_changed(index, utterance, claim) or _parts(claim)),
            says=said[claim.id],
            figure=said[claim.id],
        )
        for claim in shown
    ]
    relation = worst(utterance.relation, findings)
    pairs = _once(index, utterance, {claim.article: said[claim.id] for claim in claims})
    alike = (Wording.VERBATIM, Wording.TYPOGRAPHY)
    telling = [p for p in pairs if p.relation.relation not in alike] or pairs
    reasons = grouped(
        (
            (
                relations.WORDINGS[pair.relation.relation].label,
                outlet_of(index, pair.a),
                outlet_of(index, pair.b),
                words.one_line(pair.relation.reason),
            )
            for pair in telling
            if pair.relation.reason
        ),
        several=len(claims) > 2,
    )
    diffs: dict[tuple[tuple[str, str, str], ...], Diff] = {}
    for pair in telling:
        steps = pair.relation.diff
        if any(op != "equal" for op, _, _ in steps):
            clean = tuple((op, words.one_line(a), words.one_line(b)) for op, a, b in steps)
            diffs.setdefault(clean, _diff(index, pair, shortened(clean)))
    speaker = _speakers(claims) if relation == Wording.REASSIGNED else ""
    quoted = [c for c in claims if isinstance(c.value, Quotation) and c.value.segments]
    longest = max((said[claim.id] for claim in quoted or claims), key=len, default="")
    return Card(
        anchor=anchor,
        heading=f"“{words.cut(longest, 90)}”",
        context=speaker or words.one_line(utterance.speaker or "An unresolved speaker"),
        relation=relation,
        label=relations.name(relation, quoted=True).label,
        readings=together(readings),
        remarks=remarks_of(findings),
        reasons=reasons or _whole(utterance),
        diffs=tuple(diffs.values())[:_DIFFS],
        voices=voices(index, (r.article for r in utterance.renderings), utterance.origins),
        left_off=len(ordered) - len(shown),
        gravest=(pairs[0].a, pairs[0].b) if pairs else ("", ""),
        subject=utterance.id,
        settle=settling.of_quotes(relation, speaker or utterance.speaker or ""),
    )
