"""How two renderings of one utterance relate: which words differ, and whether the sense moved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from xref.compare.aligning import Alignment, align
from xref.compare.arrangement import Turn, turns
from xref.compare.differing import Difference, differences, word_diff
from xref.compare.forms import is_number
from xref.compare.sense import moved, only_grammar, only_order, same_news, slips
from xref.compare.tokens import Tokens, printed, read
from xref.model.relation import SEVERITY, Tried, Wording, WordingRelation
from xref.text.days import MONTHS

_EDGE = " \t\n.,;:!?-–—\"'“”‘’"


@dataclass(frozen=True, slots=True)
class Said:
    """One outlet's rendering of somebody's words.

    `segments` are the stretches inside quote marks in order, or the reported content where `quoted`
    is false. `lead` are the outlet's own words of the same sentence before the first marks.
    `speaker` is the name of a named person, ``None`` for everybody else. `through` are the words
    that show that the speech reached this outlet in translation, empty where nothing does;
    unless `surely_through`, it may have been so.
    """

    segments: tuple[str, ...]
    quoted: bool = True
    lead: str = ""
    speaker: str | None = None
    said_on: date | None = None
    through: str = ""
    surely_through: bool = True
    outlet: str = "one outlet"


def relate(a: Said, b: Said, *, same_speaker: bool | None = None) -> WordingRelation:
    """How rendering `b` relates to rendering `a`; ``relate(b, a)`` is its mirror image.

    Args:
        a: the one rendering.
        b: the other.
        same_speaker: whether one person speaks; ``None`` where nothing tells.
    """
    speaker = same_speaker
    on = a.said_on == b.said_on if a.said_on and b.said_on else None
    found = _wording(a, b)
    relation, reason, tried = found.wording, found.reason, [*found.tried]
    if on is False:
        tried.append(
            Tried(relation.value, f"the day differs: {_day(a.said_on)} and {_day(b.said_on)}")
        )
        relation = Wording.REDATED
        dated = f"{a.outlet} dates the words {_day(a.said_on)}, {b.outlet} {_day(b.said_on)}"
        reason = f"{dated}; {reason}"
    if speaker is False:
        tried.append(Tried(relation.value, f"the speaker differs: {a.speaker} and {b.speaker}"))
        relation = Wording.REASSIGNED
        reason = f"{a.outlet} gives the words to {a.speaker}, {b.outlet} to {b.speaker}; {reason}"
    return WordingRelation(
        relation=relation,
        wording=found.wording,
        same_speaker=speaker,
        same_date=on,
        reason=reason,
        diff=found.diff,
        tried=tuple(tried),
        moved=found.moved,
        slight=found.slight,
    )


def _day(on: date | None) -> str:
    """A day as a person writes it: "3 March 2031"."""
    return f"{on.day} {MONTHS[on.month - 1].capitalize()} {on.year}" if on else "unknown"


@dataclass(frozen=True, slots=True)
class _Found:
    """What holds between the words alone."""

    wording: Wording
    reason: str
    tried: list[Tried]
    diff: tuple[tuple[str, str, str], ...] = ()
    moved: tuple[str, ...] = ()
    slight: bool = False


def _wording(a: Said, b: Said) -> _Found:
    """What holds between the words: the first rung of the ladder that bears."""
    asides = all(any("(" in segment for segment in side.segments) for side in (a, b))
    one, two = read(a.segments, asides=asides), read(b.segments, asides=asides)
    if not (a.quoted and b.quoted):
        return _reported(a, b, one, two)
    if _bare(a.segments) == _bare(b.segments):
        return _Found(Wording.VERBATIM, "the same words, letter for letter", [])
    if one.forms == two.forms:
        tried = [Tried("verbatim", "the letters are not the same")]
        kind = "the outlet's own brackets" if one.edits != two.edits else "marks, case or spelling"
        return _Found(Wording.TYPOGRAPHY, f"the same words; {kind} differ", tried)
    return _worded(a, b, align(one, two))


def _worded(a: Said, b: Said, laid: Alignment) -> _Found:
    """What holds between two quotations whose words are not all the same."""
    tried = [Tried("verbatim", "the words are not the same")]
    found = differences(laid, (a.lead, b.lead))
    diff = word_diff(laid, found)
    real = [d for d in found if d.kind in ("dropped", "changed")]
    marked = any(d.kind == "marked" for d in found)
    cuts = laid.cuts
    if any(d.kind == "person" for d in found) and not (real or any(cuts)):
        reason = "the same words, told of a third person to fit the sentence around them"
        return _Found(Wording.TYPOGRAPHY, reason, tried, diff)
    if not real and not marked and not any(cuts):
        reason = "the same words; spelling or contractions differ"
        return _Found(Wording.TYPOGRAPHY, reason, tried, diff)
    if not real:
        reason = _excerpt(a, b, cuts, marked)
        tried.append(Tried("typography", reason))
        return _Found(Wording.EXCERPT, reason, tried, diff)
    shown = _shown(_gravest(real), a, b)
    tried += [
        Tried("typography", shown),
        Tried("excerpt", f"not only cut at the edges or where it is marked: {shown}"),
        Tried("paraphrase", "both print it inside quote marks"),
    ]
    turned = turns(laid, real, (" ".join(a.segments), " ".join(b.segments)))
    touched = moved(real, turned)
    sense = _sense(real, touched) + _turned(turned, a, b) + _through(a, b)
    cut = all(d.kind == "dropped" for d in real) and not same_news(real)
    if cut and not turned and "negation" not in touched:
        reason = f"{shown}, and no mark shows the cut{sense}"
        return _Found(Wording.OMISSION, reason, tried, diff, touched)
    tried.append(Tried("omission", f"more than a stretch left out: {_shown(_changed(real), a, b)}"))
    more = f" (and {len(real) - 1} more change{'s' * (len(real) > 2)})" if len(real) > 1 else ""
    slight = not touched and (slips(real) or only_grammar(real) or only_order(real))
    return _Found(Wording.ALTERED, f"{shown}{more}{sense}", tried, diff, touched, slight)


def _gravest(real: Sequence[Difference]) -> Difference:
    """The first of the differences that touch the sense, else of those that are no trifle."""
    touching = (d for d in real if moved((d,)))
    telling = (d for d in real if not slips((d,)) and not only_grammar((d,)))
    return next(touching, next(telling, real[0]))


def _changed(real: Sequence[Difference]) -> Difference:
    """The gravest difference that is no mere cut."""
    return _gravest([d for d in real if d.kind == "changed"] or real)


def _reported(a: Said, b: Said, one: Tokens, two: Tokens) -> _Found:
    """At least one of the two is reported speech."""
    tried = [
        Tried(name, "not both stand inside quote marks")
        for name in ("verbatim", "typography", "excerpt")
    ]
    if not a.quoted and not b.quoted:
        return _Found(Wording.PARAPHRASE, "both report it in words of their own", tried)
    report, outlet, quote = (two, b.outlet, one) if a.quoted else (one, a.outlet, two)
    reason, odd = f"{outlet} reports it in words of its own", _figures(report) - _figures(quote)
    if odd:
        reason += f", with {', '.join(sorted(odd))}, which the quotation lacks"
    return _Found(Wording.PARAPHRASE, reason, tried, (), ("number",) if odd else ())


def _figures(words: Tokens) -> set[str]:
    return {form for form in words.forms if is_number(form)}


def _bare(segments: Sequence[str]) -> str:
    """The letters of a rendering; the marks at its ends belong to the sentence around it."""
    return " ".join(segments).strip(_EDGE)


def _sense(real: Sequence[Difference], touched: Sequence[str]) -> str:
    """What to say of the meaning, as the tail of a reason."""
    told = ""
    if touched:
        told = f"; the difference touches the sense ({', '.join(touched)})"
    elif slips(real):
        told = "; fillers of speech only"
    elif only_grammar(real):
        told = "; only grammar differs"
    elif only_order(real):
        told = "; only grammar or the order of words differs"
    return told


def _turned(turned: Sequence[Turn], a: Said, b: Said) -> str:
    """What to say of words that stand in other places, as the tail of a reason."""
    told = ""
    for turn in turned:
        if turn.kind == "negation":
            told += f"; {a.outlet} denies “{turn.a}”, {b.outlet} “{turn.b}”"
        elif turn.kind in ("roles", "number"):
            told += f"; “{turn.a}” and “{turn.b}” have changed places"
    return told


def _through(a: Said, b: Said) -> str:
    """What to say of a translation, as the tail of a reason; sure evidence is told first."""
    told = sorted((s for s in (a, b) if s.through), key=lambda s: not s.surely_through)
    if not told:
        return ""
    came = "came" if told[0].surely_through else "may have come"
    return (
        f"; the words {came} through a translation (“{told[0].through}”), "
        "and two translations may differ honestly"
    )


def _shown(d: Difference, a: Said, b: Said) -> str:
    if not d.a or not d.b:
        has, lacks, words = (a, b, d.a) if d.a else (b, a, d.b)
        return f"{has.outlet} has “{printed(words)}”, which {lacks.outlet} lacks"
    return f"{a.outlet} has “{printed(d.a)}” where {b.outlet} has “{printed(d.b)}”"


def _excerpt(a: Said, b: Said, cuts: tuple[bool, bool], marked: bool) -> str:
    if all(cuts):
        told = "each begins or ends at another point of the same words"
    elif any(cuts):
        longer, shorter = (a, b) if cuts[0] else (b, a)
        told = f"{shorter.outlet} prints a part of what {longer.outlet} prints"
    else:
        told = "the same words with a cut"
    return told + (", and the words left out are marked" if marked else "")


def worst(relations: Iterable[Wording]) -> Wording:
    """The last of several relations in their order; ``SINGLE`` of none."""
    return max(relations, key=lambda r: SEVERITY[r.value], default=Wording.SINGLE)
