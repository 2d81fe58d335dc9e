"""The register of an article's persons: one entry for each, under the fullest name."""

from tests.speech.passages import told


def persons(text: str) -> dict[str, tuple[str, ...]]:
    return {p.name: p.aliases for p in told(text).speech.persons}


def test_a_surname_and_a_title_belong_to_the_full_name() -> None:
    passage = told(
        "Foreign Minister Olena Marchuk arrived on Monday. Marchuk met the press. Ms. Marchuk left."
    )
    (person,) = passage.speech.persons
    assert person.name == "Olena Marchuk"
    assert person.gender == "f"
    assert [title for title, _, _ in person.titles] == ["Foreign Minister"]
    assert len(person.mentions) == 3
    text = passage.article.text
    assert [span.of(text) for _, span in person.mentions][:2] == ["Olena Marchuk", "Marchuk"]


def test_spellings_of_one_name_are_one_person() -> None:
    assert list(persons("Sergey Lapin resigned. Sergei Lapin had led the plant. Lapin is 61.")) == [
        "Sergey Lapin"
    ]


def test_two_of_one_surname_are_two() -> None:
    found = persons("Gareth Pugh met Hannah Pugh at the stadium. Hannah Pugh was late.")
    assert set(found) == {"Gareth Pugh", "Hannah Pugh"}


def test_two_of_one_title_are_two() -> None:
    passage = told(
        "Senator Willa Crane met Senator Boyd Ashe. The senator was late. Crane left at noon."
    )
    assert {p.name for p in passage.speech.persons} == {"Willa Crane", "Boyd Ashe"}


def test_an_apposition_gives_a_title() -> None:
    passage = told("Viktor Halasz, the former ambassador to Lisbon, disagreed. He left.")
    (person,) = passage.speech.persons
    assert [title for title, _, _ in person.titles] == ["former ambassador to Lisbon"]


def test_bodies_and_places_are_no_persons() -> None:
    found = persons(
        "The Harbour Authority met the United Nations in Port Alba on Monday. Northern Grid agreed."
    )
    assert found == {}


def test_a_name_that_and_joins_is_no_title_of_the_next() -> None:
    for text, name in (
        (
            "Justices Kendal and Samuel A. Altow Jr. said that the suit was weak.",
            "Samuel A. Altow Jr.",
        ),
        ("Barry Obdam came. Mr. Ryall and Mr. Obdam said that the plan would fail.", "Barry Obdam"),
    ):
        (speaker,) = (one.attribution.speaker for one in told(text).speech.sayings)
        assert speaker is not None
        assert (speaker.name, speaker.role) == (name, None)
