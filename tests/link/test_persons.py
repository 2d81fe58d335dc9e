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


def test_a_first_surname_or_given_name_alone_is_its_only_bearers():
    made = Desk().take("post", "x").take("courier", "y")
    ana, first = Named("post", "Ana Ruiz Ferrer"), Named("courier", "Ruiz")
    assert [person.aliases for person in meet(made, ana, first)] == [("Ruiz",)]
    assert [p.name for p in meet(made, Named("post", "Ana Ruiz"), Named("courier", "Ana"))] == [
        "Ana Ruiz"
    ]
