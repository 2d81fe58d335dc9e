"""Laws of reading: nothing crashes, spans lie in order inside the text and hold what they say."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from xref.model.amount import Bound
from xref.quantity import DateMention, Figure, dates, parse, resolve
from xref.quantity.grammar import packaged

GRAMMAR = packaged()
PLAIN = """
boats people the of them per in to from between and or years old m k x 's st
1 2018 1,000 12.5 $ €4bn % ½ 5' ( ) ° İ ß + ~ 5-6 1/2 ⁵ 3rd January May Monday
"""
WORDS = sorted(
    {*GRAMMAR.triggers, *GRAMMAR.calendar.triggers, *GRAMMAR.bounds.before, *GRAMMAR.bounds.after}
    | {*PLAIN.split()}
)
GLUE = [" ", " ", " ", "", "-", ", ", ". ", "\n", "\n\n", "–"]
SOUP = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GLUE)), max_size=25).map(
    lambda parts: "".join(word + glue for word, glue in parts)
)
TEXTS = st.one_of(st.text(max_size=80), SOUP)


@given(TEXTS)
def test_figures_lie_in_order_inside_the_text(text: str) -> None:
    last = 0
    for figure in parse(text):
        assert last <= figure.span.start < figure.span.end <= len(text)
        assert figure.span.covers(figure.number_span)
        assert figure.number_span.of(text) != ""
        if figure.counted_text is not None:
            assert figure.noun_span is not None
            assert figure.noun_span.of(text).endswith(figure.counted_text)
            assert figure.counted == figure.counted.lower() if figure.counted else False
        last = figure.span.end


@given(TEXTS)
def test_a_figure_holds_the_number_that_it_says(text: str) -> None:
    for figure in parse(text):
        amount = figure.amount
        if amount.nominal is None:
            assert amount.bound in (Bound.RANGE, Bound.VAGUE)
        else:
            assert amount.low is None or amount.low <= amount.nominal
            assert amount.high is None or amount.nominal <= amount.high


@given(TEXTS)
def test_pairs_are_pairs(text: str) -> None:
    ends: dict[int, list[bool]] = {}
    for figure in parse(text):
        if figure.pair is not None:
            ends.setdefault(figure.pair.key, []).append(figure.pair.later)
    assert all(sorted(sides) == [False, True] for sides in ends.values())


@given(TEXTS, st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_dates_lie_in_order_and_resolve_to_an_interval(text: str, published: date) -> None:
    last = 0
    for mention in dates(text):
        assert last <= mention.span.start < mention.span.end <= len(text)
        last = mention.span.end
        when = resolve(mention, (published, published))
        assert (when.earliest is None) == (when.latest is None)
        if when.earliest is not None and when.latest is not None:
            assert when.earliest <= when.latest


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert parse(text) == parse(text)
    assert dates(text) == dates(text)


@given(TEXTS)
def test_another_paragraph_changes_nothing(text: str) -> None:
    plain, full = (
        ("The mayor spoke.", "She left."),
        ("In May 2012 up to 40%, from $6m,", "a year ago"),
    )
    one, two = (f"{before}\n\n{text}\n\n{after}" for before, after in (plain, full))
    starts = [len(before) + 2 for before, _ in (plain, full)]
    assert _within(parse(one), starts[0], text) == _within(parse(two), starts[1], text)
    assert _within(dates(one), starts[0], text) == _within(dates(two), starts[1], text)


def _within(found: list[Figure] | list[DateMention], start: int, text: str) -> list[object]:
    """What was found inside the text that begins at `start`, wherever that is."""
    end = start + len(text)
    return [
        (m.span.start - start, m.span.end - start, m.amount if isinstance(m, Figure) else m.when)
        for m in found
        if start <= m.span.start and m.span.end <= end
    ]
