"""What would settle a finding: whom to ask, and what."""

from collections.abc import Iterable

from xref.model.claim import Claim, SourceType
from xref.model.relation import Kind, Wording
from xref.render import words

_NAMED = (SourceType.NAMED, SourceType.ORGANISATION, SourceType.DOCUMENT)


def of_figures(relation: str, claims: Iterable[Claim]) -> str:
    """Whom to ask about figures that differ: those who are cited for them, else the outlets."""
    if relation not in (Kind.CONFLICT, Kind.INTERNAL):
        return ""
    cited: dict[str, str] = {}
    outlets: dict[str, None] = {}
    for claim in claims:
        speaker = claim.attribution.speaker
        if speaker is not None and claim.attribution.type in _NAMED:
            name = words.one_line(speaker.name or speaker.text)
            folded = name.casefold().removeprefix("the ")
            cited.setdefault(folded, f"the {folded}" if name.startswith("The ") else name)
        else:
            outlets[words.one_line(claim.outlet)] = None
    if len(cited) == 1 and not outlets:
        return f"Ask {next(iter(cited.values()))} which of the figures holds, and as of when."
    if cited:
        who = words.listed(list(cited.values())[:3])
        return f"Ask {who} what is counted, and as of when."
    return f"Ask {words.listed(list(outlets)[:3])} where the figure comes from."


def of_quotes(relation: str, speaker: str) -> str:
    """Where to find out what was said, by whom and when."""
    who = words.one_line(speaker) or "who spoke"
    if relation in (Wording.ALTERED, Wording.OMISSION):
        return f"Hear a recording or read a transcript, or ask {who}, for the words."
    if relation == Wording.REASSIGNED:
        return "Ask the outlets who said it; a recording would tell."
    if relation == Wording.REDATED:
        return f"Ask {who} on which day it was said."
    return ""


def of_finding(relation: str, outlet: str) -> str:
    """What an outlet can be asked about a finding of its own."""
    name = words.one_line(outlet)
    if relation == "claim":
        return f"Ask {name} who says so."
    if relation == "support":
        return f"Look for a second, independent source; ask {name} for its own."
    if relation == "sanity":
        return f"Ask {name} which of the numbers was meant."
    return ""
