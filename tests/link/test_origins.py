"""Which articles are one voice: copies, wire stories, shared passages, and what is no copying."""

import pytest

from tests.link.newsroom import Desk
from xref.link.origins import independent, origin_of, origins
from xref.model.link import Story

WIRE = """The strike at the Port Alden shipyard ended on Monday after eleven days, when the owners agreed to pay for the lost
shifts and to keep the second dock open until the spring.

“We got what we came for, and we got it in writing,” Marta Kole of the dockers' union said at the gate.

Two cruise ships that had waited in the roads since the first of the month were towed in before nightfall, and the crews
of both were allowed ashore for the first time in nine days.
"""
OWN = """After eleven days without work the yard at Port Alden is loud again. Its owners gave way late on Sunday.

“We got what we came for, and we got it in writing,” Marta Kole of the dockers' union said at the gate.

Nobody in the cafe across the road believed that the second dock was ever going to close for good.
"""
FOOTER = """

Harbour Media serves the towns of the coast from Port Alden to the Brenta hills with seven papers and a radio station,
and has done so ever since the first of them was printed in a net loft.
"""


def desk(**texts: str) -> Desk:
    made = Desk()
    for name, text in texts.items():
        made.take(name, text)
    return made


def found(made: Desk, *stories: Story):
    return origins(made.articles, made.claims, stories)


def story(made: Desk, *names: str) -> Story:
    return Story("-".join(names), names, "")


def test_a_copy_is_one_voice():
    made = (
        Desk()
        .take("post", WIRE, outlet="Harbour Post")
        .take("courier", "SHIPYARD AT WORK AGAIN\n\n" + WIRE, outlet="Ridge Courier")
    )
    (origin,) = found(made)
    assert origin.articles == ("courier", "post")
    assert "word for word" in origin.evidence
    assert origin.evidence.startswith("nearly all of the text of Ridge Courier stands")
    assert independent(made.articles, [origin]) == 1


def test_half_of_a_wire_story_in_ones_own_is_still_its_voice():
    lead, last = OWN[: OWN.index("\n\n")], WIRE[WIRE.rindex("\n\n") :]
    made = desk(post=WIRE, courier=lead + last)
    (origin,) = found(made)
    assert "text of courier" in origin.evidence


def test_the_same_quotation_is_no_copying():
    made = desk(post=WIRE, courier=OWN)
    assert found(made) == ()
    assert independent(made.articles, ()) == 2


def test_a_long_quotation_in_single_marks_is_no_copying_either():
    speech = (
        "'"
        + (
            "We stood at this gate for eleven days in the rain and nobody from the board came down to us, "
            "nobody sent so much as a blanket, and the town fed us, so the town has won this as well"
        )
        + "'"
    )
    made = desk(
        post=f"The strike is over, the owners said.\n\n{speech}, Marta Kole of the union said.",
        courier=f"{speech}, said Marta Kole, who leads the dockers, when the yard's owners gave in.",
    )
    assert found(made) == ()


def test_the_record_names_the_origin():
    made = Desk().take("post", WIRE, origin="coastwire").take("courier", OWN, origin="coastwire")
    (origin,) = found(made)
    assert origin.id == "coastwire"
    assert "“coastwire”" in origin.evidence


def test_two_texts_of_one_story_under_one_agencys_credit_are_one_voice():
    made = desk(
        post="PORT ALDEN (Reuters) - " + WIRE,
        courier="PORT ALDEN (Reuters) - " + OWN,
        other="PORT ALDEN (AFP) - " + OWN.replace("loud", "busy").replace("Sunday", "the day"),
    )
    together = found(made, story(made, "courier", "other", "post"))
    assert any({"courier", "post"} <= set(origin.articles) for origin in together)
    assert "reuters" in " ".join(origin.evidence for origin in together)
    apart = found(made, story(made, "courier"), story(made, "post"), story(made, "other"))
    assert apart == ()


def test_what_an_outlet_prints_under_all_its_stories_is_no_passage():
    leads = {
        "wreck": "The ferry Grey Heron sank off the cape, and all its passengers were saved by fishermen.",
        "harvest": "Olive growers expect half of the harvest of last year after a spring of dry winds.",
        "school": "A school in the hills has closed because its roof let in the rain for three winters.",
    }
    made = desk(**{name: lead + FOOTER for name, lead in leads.items()})
    assert found(made, *(story(made, name) for name in leads)) == ()


def test_voices_are_counted_once():
    made = desk(post=WIRE, courier=WIRE, ledger=OWN)
    (origin,) = found(made)
    assert origin_of(made.articles, [origin]) == {
        "post": origin.id,
        "courier": origin.id,
        "ledger": "ledger",
    }
    assert independent(made.articles, [origin]) == 2


def test_a_slip_that_two_share_in_one_sentence_shows_one_origin():
    line = "\nThe harbour master, Ilse {}, closed both docks before the storm.\n"
    texts = {
        "post": OWN + line.format("Hallborg"),
        "courier": WIRE + line.format("Hallborg"),
        "ledger": "Ilse Hallberg had the docks of the town shut early.",
        "herald": "It was Ilse Hallberg who gave the order at noon.",
    }
    made = desk(**texts)
    (origin,) = found(made, story(made, *texts))
    assert origin.articles == ("courier", "post")
    assert "“Hallborg”, where others have “Hallberg”" in origin.evidence
    for slip, other in (("Hallberg", line), ("Hallborg", "\nIlse {} closed the docks.\n")):
        told = {**texts, "post": OWN + line.format(slip), "courier": WIRE + other.format(slip)}
        made = desk(**told)
        assert found(made, story(made, *told)) == ()


def test_a_number_that_two_have_wrong_in_one_sentence_shows_one_origin():
    line = "\nThe storm took the roofs off {} houses on the quay.\n"
    texts = {
        "post": OWN + line.format("1,264"),
        "courier": WIRE + line.format("1,264"),
        "ledger": "The storm damaged 1,246 houses.",
        "herald": "In all, 1,246 houses lost their roofs.",
    }
    made = desk(**texts)
    (origin,) = found(made, story(made, *texts))
    assert origin.articles == ("courier", "post")
    assert "“1,264”, where others have “1,246”" in origin.evidence
    for number in ("1,246", "1,249", "2,700"):
        told = {**texts, "post": OWN + line.format(number), "courier": WIRE + line.format(number)}
        made = desk(**told)
        assert found(made, story(made, *told)) == ()


@pytest.mark.parametrize("text", ["Hi.", "“Yes.”", "Rain.\n\nRain.\n\nRain."])
def test_a_text_too_short_to_copy_is_not_taken_for_a_passage(text):
    made = desk(post=text + " One.", courier=text + " Two.")
    assert found(made) == ()
