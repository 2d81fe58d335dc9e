"""What would settle a finding: whom to ask, and what."""

from collections.abc import Iterable

from xref.model.claim import Claim, SourceType
from xref.model.relation import Kind, Wording
from xref.render import words

_NAMED = (SourceType.NAMED, SourceType.ORGANISATION, SourceType.DOCUMENT)


def of_figures(relation: str, claims: Iterable[Claim]) -> str:
    """Whom to ask about figures that differ: those who are cited for them, else the outlets."""
    if relation not in (Kind.CONFLICT, Kind.INTERNAL, Kind.DENIAL):
        return ""
    cited: dict[str, str] = {}
    papers: dict[str, str] = {}
    outlets: dict[str, None] = {}
    for claim in claims:
        speaker = claim.attribution.speaker
        if speaker is not None and claim.attribution.type in _NAMED:
            name = words.one_line(speaker.name or speaker.text)
            bare = name.removeprefix("The ").removeprefix("the ")
            kept = papers if claim.attribution.type is SourceType.DOCUMENT else cited
            kept.setdefault(bare.casefold(), f"the {bare}" if bare != name else name)
        else:
            outlets[words.one_line(claim.outlet)] = None
    looked = f"Look it up in {words.listed(papers.values())}." if papers else ""
    asked = _asked(relation, list(cited.values())[:3], list(outlets)[:3], bool(papers))
    return " ".join(part for part in (looked, asked) if part)


def _asked(relation: str, cited: list[str], outlets: list[str], papers: bool) -> str:
    """Whom to ask, and what; nothing where a paper that is cited alone tells it."""
    if relation == Kind.DENIAL:
        return f"Ask {words.listed(cited or outlets)} whether it is so."
    if len(cited) == 1 and not outlets and not papers:
        return f"Ask {cited[0]} which of the figures holds, and as of when."
    if cited:
        return f"Ask {words.listed(cited)} what is counted, and as of when."
    if outlets and not papers:
        return f"Ask {words.listed(outlets)} where the figure comes from."
    return ""


def of_quotes(relation: str, speaker: str) -> str:
    """Where to find out what was said, by whom and when."""
    who = words.one_line(speaker) or "who spoke"
    if relation in (Wording.ALTERED, Wording.OMISSION):
        return f"Hear a recording or read a transcript, or ask {who}, for the words."
    if relation == Wording.REASSIGNED:
        return f"Ask {who} whose words they are; a recording would tell."
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
