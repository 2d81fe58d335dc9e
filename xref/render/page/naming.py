"""What the page calls a question: a title of its own for every figure and date."""

from collections import Counter
from collections.abc import Iterable, Sequence

from xref.lexicon.nouns import plural
from xref.model.claim import Claim, Quantity
from xref.model.link import Slot
from xref.render import words
from xref.render.places import Index

AROUND = 64
"""Characters of a sentence that a title quotes."""

_TRIED = 12
"""Figures of a question whose words may tell it from another."""

_ANYONE = {None, "person", "people"}


class Titles:
    """What every slot asks, as a newsroom says it: "Border guards killed", "Number of boats".

    Where nothing is counted or measured by name, and where another question that articles share
    bears the same name in its story, the title quotes the words around the figure: no two share
    one.
    """

    def __init__(self, index: Index, slots: Iterable[Slot]) -> None:
        self._index = index
        self._plain: dict[str, str] = {}
        self._quoted: dict[str, str] = {}
        every = list(slots)
        asked: Counter[tuple[str, str]] = Counter()
        for slot in every:
            claims = self._current(slot)
            name = plain_heading(slot, counted_as(slot, claims), _ordinal(claims))
            self._plain[slot.id] = name
            if len(slot.cells) > 1:
                asked[slot.story, name] += 1
        used: set[tuple[str, str, str]] = set()
        for slot in sorted(every, key=lambda slot: len(slot.cells) < 2):
            name = self._plain[slot.id]
            if not _named(slot) or asked[slot.story, name] > 1:
                self._quoted[slot.id] = self._words(slot, name, used)

    def of(self, slot: Slot) -> str:
        """The title of `slot`."""
        plain, quoted = self.parts(slot)
        return f"{plain}: “{quoted}”" if quoted else plain

    def parts(self, slot: Slot) -> tuple[str, str]:
        """The title of `slot`, and the words around its figure where it quotes them."""
        return self._plain[slot.id], self._quoted.get(slot.id, "")

    def _current(self, slot: Slot) -> list[Claim]:
        known = self._index.claims
        return [known[cell.current] for cell in slot.cells if cell.current in known]

    def _words(self, slot: Slot, name: str, used: set[tuple[str, str, str]]) -> str:
        """The words around one of its figures, the shortest sentence's that are not in `used`."""
        first = ""
        for claim in sorted(self._current(slot), key=_length)[:_TRIED]:
            told = around(self._index, claim)
            first = first or told
            if (slot.story, name, told) not in used:
                first = told
                break
        used.add((slot.story, name, first))
        return first


def _length(claim: Claim) -> tuple[int, str, int]:
    return claim.sentence.end - claim.sentence.start, claim.article, claim.span.start


def _named(slot: Slot) -> bool:
    """Whether the plain title of a slot tells what it asks."""
    return slot.measure is not None or slot.counted is not None


def slot_context(slot: Slot) -> str:
    """Of whom, in which event, in which part; nothing that the title says already."""
    parts = [slot.subject, slot.event and words.event(slot.event), words.scope(slot.scope)]
    known = f"{slot.counted or ''}s"
    return words.one_line(" · ".join(part for part in parts if part and part != known))


def plain_heading(slot: Slot, counted: str | None, ordinal: bool = False) -> str:
    """The title of a slot without the words around its figure; `counted` as an article writes it.

    Of people who are counted by what they are, the title names this. An `ordinal` asks which.
    """
    dated = slot.kind == "date"
    if (slot.measure or "").startswith("people.") and slot.counted not in _ANYONE and counted:
        name = (slot.measure or "").rpartition(".")[2].replace("_", " ")
        return words.capital(words.one_line(f"{counted} {name}"))
    if (slot.measure or "").startswith("event.") and slot.event:
        name = (slot.measure or "").rpartition(".")[2].replace("_", " ")
        return words.capital(words.one_line(f"{name} of the {slot.event.kind}"))
    if ordinal and slot.measure is None and slot.counted:
        return words.capital(words.one_line(f"which {slot.counted}"))
    noun = slot.counted if dated or slot.counted is None else plural(slot.counted)
    text = words.measured(slot.measure, counted or noun, slot.unit, dated)
    return words.capital(words.one_line(text))


def counted_as(slot: Slot, claims: Iterable[Claim]) -> str | None:
    """The counted noun as most of `claims` write it; one that counts what the slot does first."""
    found = [
        (claim.text, claim.value)
        for claim in claims
        if isinstance(claim.value, Quantity) and claim.value.counted_text
    ]
    found = [each for each in found if each[1].counted == slot.counted] or found
    told = Counter(_phrase(text, value) for text, value in found)
    return max(told, key=lambda text: (told[text], len(text), text), default=None)


def _phrase(text: str, value: Quantity) -> str:
    """What is counted, with the words that stand before the noun if they are no name."""
    noun = value.counted_text or ""
    whole = " ".join((*value.modifiers, noun))
    return whole if whole in text else noun


def _ordinal(claims: Sequence[Claim]) -> bool:
    values = [claim.value for claim in claims if isinstance(claim.value, Quantity)]
    return any(each.dimension == "ordinal" for each in values)


def around(index: Index, claim: Claim, width: int = AROUND) -> str:
    """The words of a claim and those around them in its sentence, about `width` characters."""
    text = index.articles[claim.article].part(claim.field)
    first = min(claim.sentence.start, claim.span.start)
    last = max(claim.sentence.end, claim.span.end)
    room = max(0, width - (claim.span.end - claim.span.start))
    lead = min(claim.span.start - first, room * 2 // 3)
    end = min(last, max(claim.span.end, claim.span.start - lead + width))
    start = max(first, min(claim.span.start, end - width))
    start = _gap(text, start, 1, claim.span.start) if start > first else first
    end = _gap(text, end, -1, claim.span.end) if end < last else last
    told = words.one_line(text[start:end]).strip("“”\"'‘’,;: ")
    return f"{'… ' if start > first else ''}{told}{' …' if end < last else ''}"


def _gap(text: str, at: int, step: int, limit: int) -> int:
    """The nearest start or end of a word from `at` towards `limit`."""
    while (
        at != limit
        and not text[at - 1 : at].isspace()
        and not (step < 0 and text[at : at + 1].isspace())
    ):
        at += step
    return at
