"""Laws of quoting: they hold for any text, however broken its marks."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from xref import speech
from xref.model.article import Article, Block, Evidence, Zone
from xref.model.claim import NO_SOURCE, Attribution, QuotationType, SourceType
from xref.model.span import Span
from xref.speech import Speech

MARKS = "\"'“”‘’«»„`´‹›"
WORDS = (
    "said", "told", "he", "she", "Ann Lee", "Lee", "the", "mayor", "according to", "that", "it",
    "a spokesman for", "Harbour Board", "reported", "citing", "two officials", ",", ".", "?", "—",
    ":", "(", ")", "[sic]", "…", "and", "who", "called", "it", "“no”", "\n", "\n\n", "adding",
    "Mr.", "in a statement", "on Tuesday", "40", "believes", "'s", "n't", "“", "”", '"', "'", "''",
)  # fmt: skip
NEWSLIKE = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
ANYTHING = st.text(max_size=200)
MARKED = st.text(alphabet=MARKS + "abS .,\n", max_size=120)
TEXTS = st.one_of(NEWSLIKE, ANYTHING, MARKED)


def article(text: str, title: str | None = None) -> Article:
    """Paragraphs at line ends, each one sentence, or two where a full stop stands inside."""
    blocks = []
    start = 0
    for line in text.split("\n"):
        span = Span(start, start + len(line))
        start += len(line) + 1
        cut = span.start + line.find(". ") + 1
        if line.strip():
            inner = span.start < cut < span.end
            parts = (Span(span.start, cut), Span(cut + 1, span.end)) if inner else (span,)
            blocks.append(Block(span, Zone.BODY, tuple(p for p in parts if p.end > p.start)))
    head = (Block(Span(0, len(title)), Zone.HEADLINE, (Span(0, len(title)),)),) if title else ()
    evidence = Evidence("record")
    return Article("a", "a", "a", text, tuple(blocks), "Courier", evidence, title, head)


def spans(found: Speech) -> list[tuple[str, Span]]:
    out = []
    for saying in found.sayings:
        out += [(saying.field, s) for s in (*saying.segments, *saying.content, saying.sentence)]
        attribution = saying.attribution
        for place in (attribution.speaker, attribution.via, attribution.cue):
            if place is not None:
                out.append((saying.field, place.span))
    for person in found.persons:
        out += person.mentions
        out += [(where, span) for _, where, span in person.titles]
    return out


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.one_of(st.none(), NEWSLIKE))
def test_every_span_lies_in_its_text_and_its_words_are_the_text_there(text: str, title: str | None):
    read = article(text, title or None)
    found = speech.read(read)
    for part, span in spans(found):
        assert 0 <= span.start <= span.end <= len(read.part(part))
    for saying in found.sayings:
        own = read.part(saying.field)
        attribution = saying.attribution
        for place in (attribution.speaker, attribution.via, attribution.cue):
            assert place is None or place.text == place.span.of(own)
        assert saying.content
        assert all(s.end > s.start for s in saying.segments)
    for person in found.persons:
        assert all(span.of(read.part(part)) == words for words, part, span in person.titles)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_quoted_words_hold_no_outer_mark_and_no_two_overlap(text: str):
    found = speech.read(article(text))
    quoted = sorted(s for saying in found.sayings for s in saying.segments)
    assert all(a.end <= b.start for a, b in pairwise(quoted))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_stretches_are_in_order_and_agree_with_the_lookup(text: str):
    found = speech.read(article(text))
    stretches = found.stretches["text"]
    assert all(a.end <= b.start for a, b in pairwise(stretches))
    for stretch in stretches:
        assert found.attribution_at("text", Span(stretch.start, stretch.end)) is stretch.attribution
    assert found.attribution_at("text", Span(len(text) + 5, len(text) + 6)) is NO_SOURCE


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str):
    assert speech.read(article(text)) == speech.read(article(text))


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_only_a_quotation_without_a_source_has_no_speaker(text: str):
    for saying in speech.read(article(text)).sayings:
        attribution: Attribution = saying.attribution
        if saying.type is QuotationType.TERM:
            assert attribution == NO_SOURCE
        if attribution.type in (SourceType.NAMED, SourceType.DOCUMENT):
            assert attribution.speaker is not None


@settings(max_examples=60, deadline=None)
@given(NEWSLIKE, st.integers(0, 3))
def test_what_follows_in_later_paragraphs_leaves_a_plain_first_one_alone(tail: str, gap: int):
    lead = "“The road is open,” said Ann Lee, the mayor."
    alone = speech.read(article(lead)).sayings[0]
    read = speech.read(article(lead + "\n" * (gap + 1) + tail))
    assert read.sayings[0].segments[:1] == alone.segments
    speaker = read.sayings[0].attribution.speaker
    assert speaker is not None and speaker.text == "Ann Lee"
