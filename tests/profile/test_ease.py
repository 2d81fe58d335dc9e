"""Length and readability: those of textstat, over an article's own sentences."""

import pytest
import textstat

from tests.profile.test_article import PLAIN, article
from xref.profile.ease import ease


def test_indices_and_lengths_are_those_of_textstat_where_no_abbreviation_misleads_it():
    found = ease(article())
    assert dict(found.indices) == pytest.approx(
        {
            "automated readability index": textstat.automated_readability_index(PLAIN),
            "coleman-liau index": textstat.coleman_liau_index(PLAIN),
            "lix": textstat.lix(PLAIN),
        },
        abs=0.051,
    )
    assert (found.words, found.sentences) == (
        textstat.lexicon_count(PLAIN),
        textstat.sentence_count(PLAIN),
    )


def test_an_abbreviation_ends_no_sentence():
    text = PLAIN.replace("Monday morning", "Oct. 8 at 9.5 knots")
    assert ease(article(text)).sentences == textstat.sentence_count(PLAIN)


def test_only_running_text_is_counted():
    told = ease(article())
    page = f"Ferries to sail again\n\nBy Odo Felk\n\n{PLAIN}\n\nComments\n\n© 2024 Orra Pilot"
    assert ease(article(page)) == told
    doubled = PLAIN.replace("\n\n", "\n\nA crosshead\n\n") + "\n\n" + PLAIN.split("\n\n")[1]
    assert ease(article(doubled)) == told


def test_a_short_text_has_no_index():
    assert ease(article("Two men died. Nobody knows why.")).indices == ()
