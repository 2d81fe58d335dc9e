"""Two figures, each with a source of its own: both may be reported rightly."""

import re

from xref.compare.case import Case, Holds, quoted
from xref.compare.reading import Reading
from xref.lexicon import table
from xref.model.claim import SourceType
from xref.model.relation import Place

_OWN = frozenset({SourceType.NAMED, SourceType.ORGANISATION, SourceType.DOCUMENT})
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")


def holds(case: Case) -> Holds | str:
    """Whether each reading names a source, and the two speak for different bodies."""
    a, b = _source(case.a), _source(case.b)
    if a is None or b is None:
        lacking = " and ".join(
            f"“{one.claim.text}” ({case.name(one)})"
            for one, source in ((case.a, a), (case.b, b))
            if source is None
        )
        return f"no named source stands behind {lacking}"
    if _voice(case.a) & _voice(case.b):
        return f"both come from one body ({quoted(a)} and {quoted(b)})"
    return Holds(f"{case.says}: the sources differ, {quoted(a)} and {quoted(b)}.", (a, b))


def _source(reading: Reading) -> Place | None:
    attribution = reading.claim.attribution
    speaker = attribution.speaker
    if attribution.type not in _OWN or speaker is None or attribution.carried:
        return None
    if attribution.type is SourceType.NAMED and speaker.name is None:
        return None
    return Place(
        reading.article, reading.field, speaker.span, speaker.text, reading.claim.id, "the source"
    )


def _voice(reading: Reading) -> frozenset[str]:
    """The words that tell whom a source speaks for; one family of offices is one word."""
    speaker = reading.claim.attribution.speaker
    if speaker is None:
        return frozenset()
    said = " ".join(filter(None, (speaker.text, speaker.name, speaker.role)))
    words = {word.casefold().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(said)}
    families = {
        f"<{name}>"
        for name, members in table("relations")["sources"].items()
        if words & set(members)
    }
    return frozenset(families or {word for word in words if len(word) > 3})
