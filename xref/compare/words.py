"""How two renderings of one utterance relate: which words differ, and whether the sense moved."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from xref.compare.aligning import Alignment, Edit, align
from xref.compare.tokens import Tokens, Word, is_content, read, word_set
from xref.lexicon import table
from xref.model.relation import SEVERITY, Tried, Wording, WordingRelation

CUT = 3
"""From so many missing words on it is a cut; fewer may have been put in by the other side."""
_EDGE = " \t\n.,;:!?-–—\"'“”‘’"


@dataclass(frozen=True, slots=True)
class Said:
    """One outlet's rendering of somebody's words.

    `segments` are the stretches inside quote marks in order, or the reported content where `quoted`
    is false. `lead` are the outlet's own words of the same sentence before the first marks.
    `speaker` is the name of a named person, ``None`` for everybody else. `through` are the words
    that show that the speech reached this outlet in translation, empty where nothing does.
    """

    segments: tuple[str, ...]
    quoted: bool = True
    lead: str = ""
    speaker: str | None = None
    said_on: date | None = None
    through: str = ""
    outlet: str = "one outlet"


@dataclass(frozen=True, slots=True)
class _Difference:
    """An edit with its words; `kind` is style, marked, dropped or changed."""

    edit: Edit
    a: tuple[Word, ...]
    b: tuple[Word, ...]
    kind: str


def relate(a: Said, b: Said, *, same_speaker: bool | None = None) -> WordingRelation:
    """How rendering `b` relates to rendering `a`; ``relate(b, a)`` is its mirror image.

    Args:
        a: the one rendering.
        b: the other.
        same_speaker: whether one person speaks; ``None`` where nothing tells.
    """
    speaker = same_speaker
    on = a.said_on == b.said_on if a.said_on and b.said_on else None
    wording, reason, diff, moved, tried = _wording(a, b)
    relation = wording
    if on is False:
        tried.append(Tried(wording.value, f"the day differs: {a.said_on} and {b.said_on}"))
        relation = Wording.REDATED
        reason = f"{a.outlet} dates the words {a.said_on}, {b.outlet} {b.said_on}; {reason}"
    if speaker is False:
        tried.append(Tried(relation.value, f"the speaker differs: {a.speaker} and {b.speaker}"))
        relation = Wording.REASSIGNED
        reason = f"{a.outlet} gives the words to {a.speaker}, {b.outlet} to {b.speaker}; {reason}"
    return WordingRelation(
        relation=relation,
        wording=wording,
        same_speaker=speaker,
        same_date=on,
        reason=reason,
        diff=diff,
        tried=tuple(tried),
        moved=moved,
    )


_Found = tuple[Wording, str, tuple[tuple[str, str, str], ...], tuple[str, ...], list[Tried]]


def _wording(a: Said, b: Said) -> _Found:
    """The relation of the words alone: with reason, word diff, what moved, what was tried."""
    tried: list[Tried] = []
    asides = all(any("(" in segment for segment in side.segments) for side in (a, b))
    one, two = read(a.segments, asides=asides), read(b.segments, asides=asides)
    if not (a.quoted and b.quoted):
        return _reported(a, b, one, two)
    if _bare(a.segments) == _bare(b.segments):
        return Wording.VERBATIM, "the same words, letter for letter", (), (), tried
    if one.forms == two.forms:
        tried.append(Tried("verbatim", "the letters are not the same"))
        kind = "the outlet's own brackets" if one.edits != two.edits else "marks, case or spelling"
        return Wording.TYPOGRAPHY, f"the same words; {kind} differ", (), (), tried
    tried.append(Tried("verbatim", "the words are not the same"))
    laid = align(one, two)
    differences = _differences(laid, a, b)
    diff = _diff(laid, differences)
    window = laid.window
    cut_a = window.a0 > 0 or window.a1 < len(one.words)
    cut_b = window.b0 > 0 or window.b1 < len(two.words)
    real = [d for d in differences if d.kind in ("dropped", "changed")]
    marked = [d for d in differences if d.kind == "marked"]
    if not real and not marked and not cut_a and not cut_b:
        return (
            Wording.TYPOGRAPHY,
            "the same words; spelling or contractions differ",
            diff,
            (),
            tried,
        )
    shown = _shown(real[0], a, b) if real else ""
    tried.append(Tried("typography", shown or "one rendering holds words that the other lacks"))
    if not real:
        return Wording.EXCERPT, _excerpt(a, b, cut_a, cut_b, bool(marked)), diff, (), tried
    tried.append(Tried("excerpt", f"not only cut at the edges or where it is marked: {shown}"))
    tried.append(Tried("paraphrase", "both print it inside quote marks"))
    moved = _moved(real)
    sense = _sense(real, moved, a, b)
    if all(d.kind == "dropped" for d in real) and not (set(moved) & {"negation"}):
        return Wording.OMISSION, f"{shown}, and no mark shows the cut{sense}", diff, moved, tried
    dropped = [d for d in real if d.kind == "dropped"]
    why = shown if not dropped else "not just a stretch left out"
    tried.append(Tried("omission", f"words differ: {why}" if why else shown))
    more = f" (and {len(real) - 1} more)" if len(real) > 1 else ""
    return Wording.ALTERED, f"{shown}{more}{sense}", diff, moved, tried


def _reported(a: Said, b: Said, one: Tokens, two: Tokens) -> _Found:
    """At least one of the two is reported speech."""
    tried = [
        Tried(name, "not both stand inside quote marks")
        for name in ("verbatim", "typography", "excerpt")
    ]
    both = not a.quoted and not b.quoted
    who = "both report" if both else f"{(b if a.quoted else a).outlet} reports"
    figures = [{w.form for w in side.words if w.form[:1].isdigit()} for side in (one, two)]
    more = ""
    if not both and figures[0] != figures[1]:
        odd = sorted(figures[0] ^ figures[1])
        more = f"; figures that only one of them has: {', '.join(odd)}"
    return Wording.PARAPHRASE, f"{who} it in words of its own{more}", (), (), tried


def _bare(segments: Sequence[str]) -> str:
    """The letters of a rendering; the marks at its ends belong to the sentence around it."""
    return " ".join(segments).strip(_EDGE)


# --- what differs


def _differences(laid: Alignment, a: Said, b: Said) -> list[_Difference]:
    """The differences inside the shared stretch, and those at its edges that are no mere cut."""
    out = []
    for edit in (*laid.edits, *laid.clashes, *_lost_negation(laid, a, b)):
        mine = laid.a.words[edit.a0 : edit.a1]
        theirs = laid.b.words[edit.b0 : edit.b1]
        out.append(_Difference(edit, mine, theirs, _kind(laid, edit, mine, theirs)))
    out.sort(key=lambda d: (d.edit.a0, d.edit.b0))
    return out


def _kind(laid: Alignment, edit: Edit, mine: Sequence[Word], theirs: Sequence[Word]) -> str:
    one, two = [w.form for w in mine], [w.form for w in theirs]
    if _alike(one, two):
        return "style"
    if _is_marked(laid.a, edit.a0, edit.a1, one, two) or _is_marked(
        laid.b, edit.b0, edit.b1, two, one
    ):
        return "marked"
    if not one or not two:
        lost = one or two
        if len(lost) >= CUT:
            return "dropped"
    return "changed"


def _is_marked(
    side: Tokens, start: int, end: int, mine: Sequence[str], theirs: Sequence[str]
) -> bool:
    """Whether an ellipsis, a new pair of marks or a bracket of `side` shows the change."""
    if any(start <= n <= end for n in side.breaks):
        return not mine or not theirs
    return not mine and bool(theirs) and any(start <= n <= end for n, _ in side.edits)


def _lost_negation(laid: Alignment, a: Said, b: Said) -> list[Edit]:
    """The "not" right before the shared stretch, where one rendering alone has it.

    A cut that leaves it behind turns the sense, unless the outlet tells it in its own words
    (`lead`).
    """
    window, negations = laid.window, word_set("negations")
    if not laid.blocks or any(clash.a1 == window.a0 for clash in laid.clashes):
        return []
    for words, at, other, flip in (
        (laid.a.words, window.a0, b, False),
        (laid.b.words, window.b0, a, True),
    ):
        if at == 0 or words[at - 1].ends or words[at - 1].form not in negations:
            continue
        if negations & set(read((other.lead,)).forms):
            continue
        if flip:
            return [Edit(window.a0, window.a0, at - 1, at)]
        return [Edit(at - 1, at, window.b0, window.b0)]
    return []


# --- house style


@cache
def _spellings() -> dict[str, str]:
    return {
        str(form).replace(" ", ""): str(group[0]).replace(" ", "")
        for group in table("wording")["spellings"]
        for form in group
    }


@cache
def _spelling_endings() -> tuple[tuple[str, str], ...]:
    return tuple((str(one), str(two)) for one, two in table("wording")["spelling_endings"])


@cache
def _either() -> dict[str, frozenset[str]]:
    return {short: frozenset(full) for short, full in table("wording")["either"].items()}


def _alike(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether the same words stand on both sides in two house styles."""
    mine, theirs = "".join(one), "".join(two)
    if not mine or not theirs:
        return False
    if mine == theirs or _spellings().get(mine, mine) == _spellings().get(theirs, theirs):
        return True
    if len(one) != len(two):
        return False
    return all(_alike_word(x, y) for x, y in zip(one, two, strict=True))


def _alike_word(one: str, two: str) -> bool:
    if one == two or _spellings().get(one, one) == _spellings().get(two, two):
        return True
    either = _either()
    if two in either.get(one, ()) or one in either.get(two, ()):
        return True
    if min(len(one), len(two)) < 5:
        return False
    for x, y in _spelling_endings():
        for short, long in ((x, y), (y, x)):
            if (
                one.endswith(short)
                and two.endswith(long)
                and (one[: len(one) - len(short)] == two[: len(two) - len(long)])
            ):
                return True
    return False


# --- what the difference means


def _moved(differences: Iterable[_Difference]) -> tuple[str, ...]:
    """Which parts of the sense the differences touch, in the order of `WordingRelation.moved`."""
    kinds: set[str] = set()
    mine: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for d in differences:
        one, two = Counter(w.form for w in d.a), Counter(w.form for w in d.b)
        mine += one
        theirs += two
        kinds |= _names_moved(d.a, d.b)
        if any(_opposite(x, y) for x in one for y in two):
            kinds.add("opposite")
    lost, new = mine - theirs, theirs - mine
    odd = set(lost) | set(new)
    for kind, words in (
        ("negation", "negations"),
        ("modal", "modals"),
        ("quantifier", "quantifiers"),
    ):
        if odd & word_set(words):
            kinds.add(kind)
    if any(form[:1].isdigit() for form in odd):
        kinds.add("number")
    order = ("negation", "opposite", "number", "modal", "name", "quantifier")
    return tuple(kind for kind in order if kind in kinds)


def _names_moved(mine: Sequence[Word], theirs: Sequence[Word]) -> set[str]:
    """``{"name"}`` where a capitalised word of one side has no counterpart on the other."""
    one = {w.form for w in mine if w.text[:1].isupper() and is_content(w.form)}
    two = {w.form for w in theirs if w.text[:1].isupper() and is_content(w.form)}
    if not mine or not theirs:
        return set()
    all_one, all_two = {w.form for w in mine}, {w.form for w in theirs}
    return {"name"} if (one - all_two) and (two - all_one) else set()


def _opposite(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    return len(short) > 3 and any(
        long == prefix + short for prefix in table("wording")["opposites"]
    )


def _sense(differences: Sequence[_Difference], moved: Sequence[str], a: Said, b: Said) -> str:
    """What to say of the meaning, as the tail of a reason."""
    told = ""
    if moved:
        told = f"; the difference touches the sense ({', '.join(moved)})"
    elif all(_filler(d) for d in differences):
        told = "; fillers of speech only"
    through = a.through or b.through
    if through:
        told += f"; the words came through a translation (“{through}”)"
        told += ", and two translations may differ honestly"
    return told


def _filler(difference: _Difference) -> bool:
    fillers = word_set("fillers")
    for side in (difference.a, difference.b):
        forms = [w.form for w in side]
        if " ".join(forms) not in fillers and not all(form in fillers for form in forms):
            return False
    return True


# --- words for the reader


def printed(words: Iterable[Word]) -> str:
    """The words as the outlet printed them."""
    return " ".join(word.text for word in words if word.text)


def _shown(d: _Difference, a: Said, b: Said) -> str:
    if not d.a or not d.b:
        has, lacks, words = (a, b, d.a) if d.a else (b, a, d.b)
        return f"{has.outlet} has “{printed(words)}”, which {lacks.outlet} lacks"
    return f"{a.outlet} has “{printed(d.a)}” where {b.outlet} has “{printed(d.b)}”"


def _excerpt(a: Said, b: Said, cut_a: bool, cut_b: bool, marked: bool) -> str:
    if cut_a and cut_b:
        told = "each begins or ends at another point of the same words"
    elif cut_a or cut_b:
        longer, shorter = (a, b) if cut_a else (b, a)
        told = f"{shorter.outlet} prints a part of what {longer.outlet} prints"
    else:
        told = "the same words with a cut"
    return told + (", and the words left out are marked" if marked else "")


def _diff(laid: Alignment, differences: Iterable[_Difference]) -> tuple[tuple[str, str, str], ...]:
    """The word diff from the first word of both to the last."""
    out: list[tuple[str, str, str]] = []
    one, two = laid.a.words, laid.b.words
    at_a = at_b = 0
    steps = sorted(
        [(d.edit.a0, d.edit.a1, d.edit.b0, d.edit.b1) for d in differences]
        + [(e.a0, e.a1, e.b0, e.b1) for e in laid.edits]
    )
    window = laid.window

    def add(name: str, x: Sequence[Word], y: Sequence[Word]) -> None:
        if x or y:
            out.append((name, printed(x), printed(y)))

    def step(a0: int, a1: int, b0: int, b1: int) -> None:
        mine, theirs = one[a0:a1], two[b0:b1]
        add("replace" if mine and theirs else "delete" if mine else "insert", mine, theirs)

    def equal(a1: int, b1: int) -> None:
        add("equal", one[at_a:a1], two[at_b:b1])

    if not laid.blocks:
        step(0, len(one), 0, len(two))
        return tuple(out)
    step(0, window.a0, 0, window.b0)
    at_a, at_b = window.a0, window.b0
    for a0, a1, b0, b1 in dict.fromkeys(steps):
        if a0 < at_a or b0 < at_b or a1 > window.a1 or b1 > window.b1:
            continue
        equal(a0, b0)
        step(a0, a1, b0, b1)
        at_a, at_b = a1, b1
    equal(window.a1, window.b1)
    at_a, at_b = window.a1, window.b1
    step(at_a, len(one), at_b, len(two))
    return tuple(out)


def worst(relations: Iterable[Wording]) -> Wording:
    """The last of several relations in their order; ``SINGLE`` of none."""
    return max(relations, key=lambda r: SEVERITY[r.value], default=Wording.SINGLE)
