"""One person under all names and titles that the articles of a story give."""

from tests.link.newsroom import Desk
from xref.compare.titles import Titles, relate
from xref.link.persons import Named, persons
from xref.model.link import Story
from xref.model.span import Span


def meet(made: Desk, *extra: Named):
    named = [one for mine in made.named.values() for one in mine]
    story = Story("story", tuple(sorted(made.articles)), "")
    return persons(story, made.articles, made.claims, [*named, *extra])


def test_spellings_and_short_forms_are_one_person():
    made = (
        Desk()
        .take("post", "Sergey Marenko spoke. “The fleet will go north,” Sergey Marenko said.")
        .take("courier", "“The fleet will go north,” said Sergei Marenko. Marenko then left.")
    )
    found = {person.name: person for person in meet(made)}
    (person,) = found.values()
    assert {person.name, *person.aliases} >= {"Sergey Marenko", "Sergei Marenko"}


def test_a_surname_alone_is_its_only_bearers():
    made = Desk().take("post", "x").take("courier", "y")
    ilse, bare = Named("post", "Ilse Varga"), Named("courier", "Varga")
    (person,) = meet(made, ilse, bare)
    assert (person.name, person.aliases) == ("Ilse Varga", ("Varga",))


def test_a_surname_of_two_means_neither():
    made = Desk().take("post", "x").take("courier", "y").take("ledger", "z")
    found = meet(
        made,
        Named("post", "Ilse Varga"),
        Named("post", "Jan Varga"),
        Named("courier", "Varga"),
        Named("ledger", "Varga"),
    )
    assert sorted(person.name for person in found) == ["Ilse Varga", "Jan Varga", "Varga"]
    assert len({person.id for person in found}) == 3


def test_father_and_son_are_two_where_a_text_tells_them_apart():
    made = Desk().take("post", "x").take("courier", "y")
    father, son = Named("post", "Tom Ellison"), Named("post", "Tom Ellison Jr.")
    assert len(meet(made, father, son)) == 2
    assert len(meet(made, Named("post", "Tom Ellison"), Named("courier", "Tom Ellison Jr."))) == 1


def test_a_title_keeps_its_place_and_its_rank():
    text = "The deputy Foreign Minister Oleh Marchuk left. “No,” Oleh Marchuk said."
    made = Desk().take("post", text).take("courier", "Foreign Minister Oleh Marchuk: “No.”")
    start = text.index("Foreign")
    named = Named(
        "post", "Oleh Marchuk", (), (("Foreign Minister", "text", Span(start, start + 16)),)
    )
    (person,) = [one for one in meet(made, named) if one.name == "Oleh Marchuk"]
    title = next(t for t in person.titles if t.place.article == "post" and "deputy" in t.title)
    assert title.title == "deputy Foreign Minister"
    for each in person.titles:
        assert each.place.text == made.articles[each.place.article].text[slice(*each.place.span)]
    assert relate(title.title, "Foreign Minister").relation is Titles.RANK


def test_the_order_of_articles_changes_nothing():
    names = [
        Named("post", "Ilse Varga"),
        Named("courier", "I. Varga"),
        Named("ledger", "Jan Varga"),
    ]
    made = Desk().take("post", "x").take("courier", "y").take("ledger", "z")
    assert meet(made, *names) == meet(made, *reversed(names))


def test_a_first_surname_is_its_only_bearers_and_a_given_name_is_nobodys():
    made = Desk().take("post", "x").take("courier", "y")
    ana, first = Named("post", "Ana Ruiz Ferrer"), Named("courier", "Ruiz")
    assert [person.aliases for person in meet(made, ana, first)] == [("Ruiz",)]
    found = meet(made, Named("post", "Ana Ruiz"), Named("courier", "Ana"))
    assert [person.name for person in found] == ["Ana", "Ana Ruiz"]


def test_a_sovereign_is_nobody_elses_namesake():
    made = Desk().take("post", "x").take("courier", "y")
    queen, again = Named("post", "Queen Marta II"), Named("courier", "Queen Marta")
    found = meet(made, queen, again, Named("courier", "Marta Kole"), Named("post", "Ilse Marta"))
    assert sorted((person.name, person.aliases) for person in found) == [
        ("Ilse Marta", ()),
        ("Marta Kole", ()),
        ("Queen Marta II", ("Queen Marta",)),
    ]


def test_a_pope_is_known_by_the_name_alone():
    made = Desk().take("post", "x").take("courier", "y")
    (person,) = meet(made, Named("post", "Pope Anselm"), Named("courier", "Anselm"))
    assert (person.name, person.aliases) == ("Pope Anselm", ("Anselm",))


def test_a_headline_in_title_case_ends_no_name():
    body = "“The fleet goes north,” Jan Berriman said. Ilse Varga of the union left in May."
    made = (
        Desk()
        .take("post", body, title="Jan Berriman Quits Council After Ilse Varga Calls Vote")
        .take("courier", body, title="Jan Berriman quits the council")
    )
    cut = Named(
        "post", "Jan Berriman Quits Council", (), (("Harbour Chief Says", "title", Span(0, 9)),)
    )
    other = Named("post", "Quits After Ilse Varga Calls", ("Varga",))
    found = {person.name: person for person in meet(made, cut, other)}
    assert sorted(found) == ["Ilse Varga", "Jan Berriman"]
    assert "Harbour Chief Says" not in {t.title for t in found["Jan Berriman"].titles}


def test_what_is_no_name_is_no_person():
    made = Desk().take("post", "x").take("courier", "y")
    names = ["Twenty-three", "D-Alden.", "Friday", "it", "He", "Alden and Port Brenta"]
    assert meet(made, *(Named("post", name) for name in names)) == ()
    assert [p.name for p in meet(made, Named("post", "Tom May"), Named("courier", "May"))] == [
        "Tom May"
    ]


def test_a_rank_in_lower_case_stays_before_its_title():
    said = "“We shall see about the harbour,” {} Oleh Marchuk said."
    made = (
        Desk()
        .take("post", said.format("the deputy Foreign Minister"))
        .take("courier", said.format("Foreign Minister"))
    )
    (person,) = meet(made)
    here = {title.title for title in person.titles if title.place.article == "post"}
    there = {title.title for title in person.titles if title.place.article == "courier"}
    assert (here, there) == ({"deputy Foreign Minister"}, {"Foreign Minister"})
