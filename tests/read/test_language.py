"""Texts in a language that xref does not read are skipped and named."""

import pytest

from xref.model.article import Article, Document, Skipped
from xref.read import read

TEXTS = {
    "German": "Die Fähren zwischen dem Hafen und den Inseln fahren ab Montag wieder, sagte der "
    "Betreiber. Die Mannschaften hatten neun Tage lang gestreikt, weil sie mehr Lohn wollten.",
    "French": "Les ferries entre le port et les îles reprendront la mer lundi, a annoncé la "
    "compagnie. Les équipages ont cessé le travail pendant neuf jours pour obtenir une hausse.",
    "Spanish": "Los transbordadores entre el puerto y las islas volverán a navegar el lunes, según "
    "la compañía. Las tripulaciones pararon durante nueve días para pedir un aumento del sueldo.",
    "Polish": "Promy między portem a wyspami znów popłyną w poniedziałek, jak poinformował "
    "przewoźnik. Załogi nie pracowały przez dziewięć dni, bo chciały podwyżki, że tak powiem.",
    "Russian, Ukrainian or another language in Cyrillic": "Паромы между портом и островами снова "
    "пойдут в понедельник, сообщил перевозчик.",
    "Chinese or Japanese": "港口与岛屿之间的渡轮将于周一恢复航行，运营商表示。",
    "Arabic, Persian or another language in Arabic script": "قالت الشركة إن العبارات ستعود يوم الاثنين",
}
ENGLISH = (
    "Ferries between Port Orra and the islands will sail again on Monday.",
    "Two hours",
    "Tolven 3, Marren 1",
    "Vask, Lomm, Felk, Aske, Groa, Yst, Malk, Stoor, Lorn, Holl, Sverre, Tilde, Runa, Arvid, Una",
    "",
    "12 34 56",
)


@pytest.mark.parametrize("language", TEXTS)
def test_another_language_is_skipped_and_named(language):
    found = read(Document(id="x", path="in/x.txt", text=TEXTS[language]))
    assert found == Skipped("in/x.txt", f"it looks like {language}; xref reads English")


@pytest.mark.parametrize("text", ENGLISH)
def test_english_and_what_is_too_short_to_tell_is_read(text):
    assert isinstance(read(Document(id="x", path="x.txt", text=text)), Article)


def test_a_language_that_xref_cannot_name():
    text = "Ga me tolo ren va siku, be dora men talu ko. " * 5
    found = read(Document(id="x", path="x.txt", text=text))
    assert found == Skipped("x.txt", "it does not look like English, which is what xref reads")


def test_the_record_is_believed():
    german = Document(id="x", path="x.jsonl", text=TEXTS["German"], language="en-GB")
    assert isinstance(read(german), Article)
    english = Document(
        id="x", path="x.jsonl", text=ENGLISH[0], language="de", first_line=7, as_file=False
    )
    assert read(english) == Skipped(
        "x.jsonl:7", 'the record says that it is in the language "de"; xref reads English'
    )


def test_foreign_words_in_an_english_text_do_not_count():
    text = (
        "The minister said that the words « les ferries ne partiront pas » were not hers, and that "
        "she had told the crews of Port Orra so in a letter which they have had since Friday."
    )
    assert isinstance(read(Document(id="x", path="x.txt", text=text)), Article)
