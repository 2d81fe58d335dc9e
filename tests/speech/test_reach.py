"""Who stands behind a place of an article: the speaker within reported words, the outlet outside."""

from tests.speech.passages import told
from xref.model.claim import NO_SOURCE, QuotationType, SourceType
from xref.model.span import Span


def test_the_outlets_aside_after_a_cue_is_its_own() -> None:
    passage = told(
        "Deputy Minister Stellan Ryhov held talks in Vessel on Monday.\n\n"
        "“We have no plans to close the strait,” Ryhov said after his five-hour session before 12 envoys."
    )
    assert passage.behind("no plans to close the strait").speaker is not None
    assert passage.behind("five-hour session") == NO_SOURCE
    assert passage.behind("12 envoys") == NO_SOURCE
    assert passage.behind("said after") == NO_SOURCE
    assert passage.behind("held talks") == NO_SOURCE


def test_a_parenthetical_cue_is_the_outlets_and_both_sides_are_the_speakers() -> None:
    passage = told("About 40 homes, the mayor of Port Alba said on Friday, lost 3 walls each.")
    for words in ("About 40 homes", "3 walls each"):
        assert passage.behind(words).type is not SourceType.NONE
    assert passage.behind("on Friday") == NO_SOURCE


def test_words_added_are_of_whoever_spoke_before() -> None:
    passage = told(
        "Ann Aldane said on Monday that the dam was safe. She added that 200 men worked on it. "
        "The statement also said that the road had been closed for 3 days."
    )
    added = passage.behind("200 men")
    assert added.speaker is not None
    assert (added.speaker.text, added.speaker.name) == ("She", "Ann Aldane")
    stated = passage.behind("3 days")
    assert stated.type is SourceType.DOCUMENT


def test_a_quotation_goes_on_in_the_sentences_and_paragraphs_that_follow() -> None:
    passage = told(
        "“We lost 3 boats,” said Ann Aldane, a fisher. “The storm took 12 nets.\n\n"
        "“It took 5 sheds as well.”\n\nThe storm came on Friday."
    )
    for words in ("3 boats", "12 nets", "5 sheds"):
        found = passage.behind(words)
        assert found.speaker is not None
        assert found.speaker.name == "Ann Aldane"
    assert passage.behind("The storm came") == NO_SOURCE


def test_what_is_believed_has_its_source_but_is_no_saying() -> None:
    passage = told("Analysts believe that the bank will raise its rate to 5 percent.")
    assert passage.behind("5 percent").type is SourceType.ANONYMOUS
    assert passage.speech.sayings == ()


def test_within_a_report_the_inner_source_holds() -> None:
    passage = told("Ann Aldane said that the police believed 40 men were inside.")
    found = passage.behind("40 men")
    assert found.speaker is not None
    assert found.speaker.text == "the police"
    assert found.via is not None
    assert found.via.text == "Ann Aldane"


def test_the_title_knows_the_persons_of_the_text() -> None:
    passage = told(
        "The harbour will close in May, Mayor Ann Aldane said on Monday.\n\nNo date was given.",
        title="Aldane: ‘We had no choice’",
    )
    (saying,) = passage.of_type(QuotationType.DIRECT, field="title")
    assert passage.words(saying) == ["We had no choice"]
    assert saying.attribution.speaker is not None
    assert saying.attribution.speaker.name == "Ann Aldane"
    at = passage.article.part("title").index("choice")
    assert passage.speech.attribution_at("title", Span(at, at + 6)) == saying.attribution


def test_an_article_without_words_says_nothing() -> None:
    passage = told("The bridge is 300 metres long. It was built in 1962.")
    assert passage.speech.sayings == ()
    assert passage.behind("300 metres") == NO_SOURCE
