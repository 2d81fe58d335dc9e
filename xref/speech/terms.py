"""Titles, nicknames, words mentioned and scare quotes: marks that enclose no speech."""

from bisect import bisect
from collections.abc import Mapping, Sequence

from xref.speech.grammar import SpeechGrammar
from xref.speech.report import Report
from xref.speech.tokens import Unit
from xref.speech.weighing import claim

TITLE = "Q"
"""The tag of a quotation whose neighbours show a title, a nickname or a mentioned word."""

_SMALL = frozenset("dptcsx")
_OF_SENTENCES = frozenset("hox")
"""Tags of the words that only a sentence has: pronouns and auxiliaries."""
_EDGES = ".,;:!?'’()[]“”\""
_LENGTHS = (4, 6)
_LONGEST_TERM = 8
_PLAIN = 3
_CLEAR = 3
"""Points of a cue's claim from which on it speaks against a term."""


def mark_titles(unit: Unit, texts: dict[int, str], grammar: SpeechGrammar) -> None:
    """Retag the quotation tokens that plainly are no speech; `texts` holds what each encloses."""
    found = [q for q, words in texts.items() if _plainly_title(unit, q, words, grammar)]
    if found:
        tags = list(unit.tags)
        for q in found:
            tags[q] = TITLE
        unit.tags = "".join(tags)


def _plainly_title(unit: Unit, q: int, words: str, grammar: SpeechGrammar) -> bool:
    low, tags = unit.low, unit.tags
    parts = words.split()
    if words.startswith("(") and words.endswith((")", ").")):
        return True
    if not parts or len(parts) > 12 or words[-1] in "?!":
        return not parts
    before, after = low[q - 1] if q else "", low[q + 1] if q + 1 < len(low) else ""
    before_tag, after_tag = tags[q - 1 : q], tags[q + 1 : q + 2]
    if before in grammar.mention or before in grammar.entitled or _known_as(low, q):
        return len(parts) < 9
    if before_tag == "P" and after_tag == "P" and len(parts) <= 3 and before not in grammar.verbs:
        return True
    if not is_title_case(parts, grammar):
        return False
    if before in grammar.works or after in grammar.works or before_tag == "y":
        return True
    if before in grammar.naming and tags[q - 2 : q - 1] in ("n", "x"):
        return True
    if after in ("a", "an", "the") and words[-1] == "," and grammar.works & set(low[q + 2 : q + 5]):
        return True
    if before == "," and q > 1 and (low[q - 2] in grammar.works or tags[q - 3 : q - 1] == "dn"):
        return bool(grammar.works & set(low[max(0, q - 4) : q - 1]))
    if len(parts) < 2:
        return False
    if before_tag == "v" and (
        before in grammar.performing or grammar.verbs[before].lemma == "tell"
    ):
        return True
    if before in ("of", "on"):
        return words[-1] != "," or bool(grammar.works & set(low[max(0, q - 4) : q - 1]))
    return before in ("a", "an") and words[-1] != "," and len(parts) < 6


def _known_as(low: list[str], q: int) -> bool:
    """Whether "known as" (and perhaps an article) stands before `q`."""
    at = q - 1 if low[q - 1] in ("a", "an", "the") else q
    return low[max(0, at - 2) : at] == ["known", "as"]


def terms_among(
    unit: Unit,
    texts: Mapping[int, str],
    reports: Sequence[Report],
    spoken: bool,
    grammar: SpeechGrammar,
) -> set[int]:
    """The quotation tokens of `unit` that are rather terms than speech.

    `spoken`: somebody's quoted words stand before them in the paragraph. Each piece of evidence
    has its weight; the weights are those of a logistic regression on counts from news articles,
    in steps of a third of its unit.
    """
    found = set()
    for q, words in texts.items():
        parts = words.split()
        if 0 < len(parts) <= _LONGEST_TERM:
            weight = _by_form(parts, grammar) + _by_place(unit, q, grammar)
            weight += _by_cue(unit, q, reports) - 3 * spoken
            if weight >= 0:
                found.add(q)
    return found


def _by_form(parts: list[str], grammar: SpeechGrammar) -> int:
    """What the words themselves tell: titles have capitals, speech has pronouns and verbs."""
    titled = is_title_case(parts, grammar)
    weight = 2 * titled - bisect(_LENGTHS, len(parts))
    if titled and len(parts) > 1:
        weight += 2
    cores = {part.strip(_EDGES).replace("’", "'").lower() for part in parts}
    finite = any(grammar.tags.get(core.partition("'")[0]) in _OF_SENTENCES for core in cores)
    if (finite and len(parts) > 1) or (parts[0][0].isupper() and not titled):
        weight -= 2
    return weight - 2 * (parts[-1][-1] in "!?")


def _by_place(unit: Unit, q: int, grammar: SpeechGrammar) -> int:
    """What the neighbours tell: a term stands for a noun or an adjective, or in an aside."""
    tags, low = unit.tags, unit.low
    before, after = tags[q - 1] if q else "^", tags[q + 1] if q + 1 < len(tags) else "."
    noun = after in "neg"
    weight = {"v": 0 if noun else -2, "p": 1, "-": 5}.get(before, 0)
    weight += {"x": 2, "v": 2, "b": 2, "n": 1, "e": 1, "g": 1, ".": -1}.get(after, 0)
    if after == "(" and before != "-":
        weight += 5
    if before in "dPynvpc,rts" and noun:
        weight += 1
    if before in "xpt" and after in "pt":
        weight -= 2
    if not grammar.works.isdisjoint(low[max(0, q - 5) : q] + low[q + 1 : q + 4]):
        weight += 2
    if tags[q] == TITLE:
        weight += _PLAIN + _PLAIN * (before == "v" or low[q - 1] in grammar.entitled)
    return weight + (before == "d" and low[q - 1] in grammar.words.owners)


def _by_cue(unit: Unit, q: int, reports: Sequence[Report]) -> int:
    """What the cues of the sentence tell: how strongly one claims the words, and of what kind."""
    if not reports:
        return 1
    weight = -1 * (reports[0].cue[0] < q)
    points, best = max(((claim(unit, r, q), -n) for n, r in enumerate(reports)), default=(0, 0))
    if not points:
        return weight
    report = reports[-best]
    weight += -2 if points >= _CLEAR else 1
    weight -= 3 * ("clause" in report.frames) + 2 * (report.complement in ("that", "object"))
    return weight + (report.relative or report.modal) - 2 * (report.subject is not None)


def is_heading(words: str, single: bool, grammar: SpeechGrammar) -> bool:
    """Whether a quotation that is a paragraph of its own is a heading, not speech."""
    parts = words.split()
    if words[-1] in ",?!" or not 1 < len(parts) <= 10:
        return False
    if not is_title_case(parts, grammar):
        return single and words[-1] != "." and len(parts) <= 8
    return single or words.isupper() or words[-1] != "."


def is_title_case(parts: list[str], grammar: SpeechGrammar) -> bool:
    """Whether every word that is not small in a title begins with a capital."""
    for k, part in enumerate(parts):
        core = part.strip(_EDGES)
        if core and core[0].islower():
            small = k > 0 and grammar.tags.get(core.lower(), "n") in _SMALL
            if not small:
                return False
    return bool(parts) and (parts[0][0].isupper() or parts[0][0].isdigit())
