"""Article → Speech: the one way through the language of quoting."""

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from functools import cache

from xref.lexicon import table
from xref.model.article import Article, Block, Field, Zone
from xref.model.span import Span
from xref.speech.assembly import Assembly
from xref.speech.attributing import Attributing
from xref.speech.grammar import SpeechGrammar
from xref.speech.grammar import grammar as compile_grammar
from xref.speech.marks import Marked, paragraph_marks
from xref.speech.persons import mentioned, read_persons
from xref.speech.reach import stretches
from xref.speech.saying import Saying, Speech, Stretch
from xref.speech.speakers import Speakers
from xref.speech.stray_codes import as_written, with_marks
from xref.speech.tokens import Unit, tokenise

_SILENT = (Zone.FURNITURE, Zone.CREDIT)
_LONGEST = 3000
"""Characters above which a stretch without a full stop is cut: no sentence is so long."""
_LONGEST_CUE = 48
_MARKS = ".,;:!?\"'“”‘’()[]—–…"


@cache
def _packaged() -> SpeechGrammar:
    return compile_grammar(table)


def read(article: Article, grammar: SpeechGrammar | None = None) -> Speech:
    """What is said in an article and by whom; `grammar` is the packaged one where none is given."""
    grammar = grammar or _packaged()
    fields: tuple[Field, ...] = ("title", "text")
    blocks = {
        part: [b for b in article.blocks_of(part) if b.zone not in _SILENT] for part in fields
    }
    texts = {part: with_marks(article.part(part)) for part in fields}
    registry = read_persons(
        [(part, texts[part], [b.span for b in blocks[part]]) for part in fields], grammar
    )
    sayings: list[Saying] = []
    by_field: dict[Field, tuple[Stretch, ...]] = {}
    for part in fields:
        text, own = texts[part], article.part(part)
        marked, units = read_units(text, blocks[part], registry.surnames, grammar)
        speakers = Speakers(registry, grammar, part, text, units, article.author)
        said, thought = Assembly(
            part, text, marked, units, speakers, grammar, Attributing(text, speakers, grammar)
        ).run()
        if text != own:
            said = [as_written(saying, own) for saying in said]
            thought = [as_written(saying, own) for saying in thought]
        sayings.extend(said)
        by_field[part] = stretches([*said, *thought])
    return Speech(
        tuple(sayings),
        mentioned(registry),
        by_field,
        {part: tuple(s.start for s in found) for part, found in by_field.items()},
    )


def read_units(
    text: str, blocks: Sequence[Block], surnames: Container[str], grammar: SpeechGrammar
) -> tuple[list[Marked], list[Unit]]:
    """The quotations and the units of one field; units that can report nothing have no tokens."""
    marked: list[Marked] = []
    units: list[Unit] = []
    resumes = False
    for number, block in enumerate(blocks):
        own = list(paragraph_marks(text, block.span, grammar.elisions, resumes))
        resumes = bool(own) and not own[-1].closed
        first = len(marked)
        marked.extend(own)
        for span, numbers in _merged(text, block, own, first, grammar):
            unit = Unit(number=len(units), block=number, span=span, text=text)
            signs = text[span.start] in "-–—―" and bool(marked)
            if numbers or signs or not grammar.triggers.isdisjoint(_words(span.of(text))):
                tokenise(unit, marked, numbers, surnames, grammar)
            if numbers and units and not units[-1].tags:
                tokenise(units[-1], marked, (), surnames, grammar)
            units.append(unit)
    return marked, units


def _words(sentence: str) -> list[str]:
    low = sentence.lower()
    for mark in _MARKS:
        if mark in low:
            low = low.replace(mark, " ")
    return low.split()


def _merged(
    text: str, block: Block, own: Sequence[Marked], first: int, grammar: SpeechGrammar
) -> Iterator[tuple[Span, list[int]]]:
    """The sentences of a block, joined where a quotation runs over their border."""
    starts = [m.outer.start for m in own]
    sentences = block.sentences
    at: int | None = None
    for k, sentence in enumerate(sentences):
        start = sentence.start if at is None else at
        more = k + 1 < len(sentences) and sentence.end - start < _LONGEST
        if more and _joined(text, sentence.end, sentences[k + 1], own, starts, grammar):
            at = start
            continue
        at = None
        for piece in _pieces(text, Span(start, sentence.end), own, starts):
            inside = range(bisect_left(starts, piece.start), bisect_left(starts, piece.end))
            yield piece, [first + n for n in inside]


def _pieces(text: str, span: Span, own: Sequence[Marked], starts: Sequence[int]) -> Iterator[Span]:
    """`span`, cut at spaces outside quotations where it is longer than any sentence."""
    start = span.start
    while span.end - start > _LONGEST:
        cut = start + _LONGEST
        n = bisect_left(starts, cut) - 1
        if n >= 0 and own[n].outer.end > cut:
            cut = own[n].outer.end
        cut = text.find(" ", cut, span.end)
        if cut == -1:
            break
        yield Span(start, cut)
        start = cut + 1
    if start < span.end:
        yield Span(start, span.end)


def _is_cue(sentence: str, grammar: SpeechGrammar) -> bool:
    """Whether a sentence is nothing but a cue ("Ann Lee said.")."""
    words = sentence.split() if len(sentence) < _LONGEST_CUE else []
    if not 2 <= len(words) <= 5 or not sentence[0].isupper():
        return False
    verb = grammar.verbs.get(words[-1].rstrip("."))
    return verb is not None and verb.form in "ds" and bool(verb.takes & {"clause", "manner"})


def _joined(
    text: str,
    end: int,
    after: Span,
    own: Sequence[Marked],
    starts: Sequence[int],
    grammar: SpeechGrammar,
) -> bool:
    """Whether the border between `end` and the sentence `after` is none for quoting."""
    following, stop = after
    n = bisect_left(starts, following) - 1
    if n < 0:
        return False
    mark = own[n]
    if mark.outer.start < following < mark.outer.end or mark.outer.start < end < mark.outer.end:
        return True
    if text[mark.outer.end : following].strip():
        return False
    if text[following].islower() or text[following] in "-–—―":
        return True
    if _is_cue(text[following:stop], grammar):
        return True
    last = text[mark.inner.start : mark.inner.end].rstrip()[-1:]
    return last in ("?", "!", ",", "…", "-", "—") and text[following] not in "\"“‘'«"
