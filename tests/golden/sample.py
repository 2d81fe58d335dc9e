"""An invented report: two stories with every relation, an article that stands alone, a skipped file."""

from xref.model.article import Skipped
from xref.model.link import Story
from xref.model.report import Linked, Report

from . import ferry, summit
from .making import Newsroom, article, count, exact

_orchard = article(
    "orchard-review",
    "Orchard Review",
    "A quince harvest to remember\nThe valley filled 300 jars.\n",
)
_room = Newsroom(_orchard)
_room.claim("orchard-review", "300 jars", count(exact(300), "jar"))
_alone = Story("story-orchard-review", ("orchard-review",), "no other article shares its events")


def report() -> Report:
    """The sample report, its articles in the order of their ids."""
    rooms = (ferry.room, summit.room, _room)
    articles = sorted((a for room in rooms for a in room.articles.values()), key=lambda a: a.id)
    claims = sorted(
        (c for room in rooms for c in room.claims), key=lambda c: (c.article, c.span, c.id)
    )
    return Report(
        articles=tuple(articles),
        claims=tuple(claims),
        linked=Linked(
            stories=(ferry.story, _alone, summit.story),
            origins=(ferry.origin,),
            persons=(ferry.person,),
            slots=ferry.slots + summit.slots,
            utterances=ferry.utterances + summit.utterances,
            checks=ferry.checks,
            not_compared=ferry.not_compared,
        ),
        findings=ferry.findings,
        profiles=ferry.profiles,
        skipped=(Skipped("inputs/empty.txt", "the file is empty"),),
        suppressed=ferry.suppressed,
    )
