"""Statement claims: intents, denials, accusations, assessments, forecasts and grave assertions.

Precision first: a clause is a statement only when it holds a word of consequence and the
words of an act, and is no condition, question or wish.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from xref.extract.acts import WORD, ActWords, StatementGrammar
from xref.extract.behind import Found, source
from xref.extract.draft import Draft, Passage
from xref.extract.grammars import Grammars
from xref.model.article import Zone
from xref.model.claim import Act, Attribution, Statement
from xref.model.span import Span
from xref.text.fold import fold

_CLAUSE = re.compile(r"[;:]\s|\s--?\s|,[\"']?\s(?:(?:and|but|while|although|though|as)\s)?")
_PASSIVE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_ZONES = frozenset({Zone.HEADLINE, Zone.STANDFIRST, Zone.BODY, Zone.LIST})
_SHORTEST = 4
"""Words of a clause below which it says too little to stand alone."""
_BEFORE = 24
"""Characters before an act within which the words stand that make it something else."""
_RULED = 60
"""Characters behind a denial within which words make it a ruling."""
_TRIES = 8
"""How many words of one act a clause is tried with."""


def statements(passage: Passage, grammars: Grammars) -> Iterator[Draft]:
    """The statements of consequence of a passage, at most one for each clause."""
    grammar = grammars.statements
    folded = fold(passage.text)
    cues = _cues(passage)
    for number in sorted(_candidates(folded, passage, grammar)):
        sentence = passage.sentences[number]
        zone = passage.zones[number]
        if zone not in _ZONES or sentence.of(folded).rstrip("\"' ").endswith("?"):
            continue
        for clause in _clauses(folded, sentence):
            found = _statement(folded, clause, grammar)
            if found is not None and not _a_name(passage.text, found.act, clause):
                behind = source(passage, folded, found, clause, cues, grammar)
                if behind is not None:
                    yield Draft(clause, sentence, zone, found.value, behind)


def _candidates(folded: str, passage: Passage, grammar: StatementGrammar) -> set[int]:
    """The numbers of the sentences that hold a stem of consequence or charge."""
    hits: set[int] = set()
    telling = "\n".join(grammar.telling(set(folded.split())))
    for stem in grammar.stems:
        at = folded.find(stem) if stem in telling or " " in stem else -1
        while at >= 0:
            number = bisect_right(passage.starts, at) - 1
            if number >= 0 and at < passage.sentences[number].end:
                hits.add(number)
                at = folded.find(stem, passage.sentences[number].end)
            else:
                at = folded.find(stem, at + 1)
    return hits


def _clauses(folded: str, sentence: Span) -> Iterator[Span]:
    """A sentence cut at the marks and conjunctions that part its clauses; short bits join on."""
    start = sentence.start
    for cut in _CLAUSE.finditer(folded, sentence.start, sentence.end):
        if folded.count(" ", start, cut.start()) + 1 >= _SHORTEST:
            yield _trimmed(folded, start, cut.start())
            start = cut.end()
    if start < sentence.end:
        yield _trimmed(folded, start, sentence.end)


def _trimmed(folded: str, start: int, end: int) -> Span:
    while start < end and folded[start] in " \"'\n-":
        start += 1
    while end > start and folded[end - 1] in " \"'.,\n":
        end -= 1
    return Span(start, end)


def _statement(folded: str, clause: Span, grammar: StatementGrammar) -> Found | None:
    words = folded[clause.start : clause.end]
    held = frozenset(WORD.findall(words))
    for act in grammar.acts:
        if act.first.isdisjoint(held):
            continue
        for tried, made in enumerate(act.words.finditer(words)):
            if tried == _TRIES:
                break
            grave = _grave(words, made, act, grammar)
            if grave is None or _idle(words, made, act, grammar):
                continue
            denies = act.act is Act.DENIES
            before = words[: made.start() if denies or act.polarity else grave]
            if grammar.unreal.search(before):
                return None
            joined = max(words.rfind(f" {word} ", 0, made.start()) for word in ("and", "but"))
            denied = denies or grammar.negators.search(before, max(joined, 0)) is not None
            polarity = act.polarity or ("denied" if denied else "affirmed")
            hedges = tuple(dict.fromkeys(h[0] for h in grammar.hedges.finditer(words)))
            value = Statement(act.act, polarity, hedges, clause)
            place = Span(clause.start + made.start(), clause.start + made.end())
            return Found(value, place, clause.start + grave, act.agent, act.told)
    return None


def _a_name(text: str, act: Span, clause: Span) -> bool:
    """Whether the words of an act are a name within the clause ("George Will")."""
    return act.start > clause.start and text[act.start].isupper() and text[act.start - 1] != '"'


def _grave(words: str, made: re.Match[str], act: ActWords, grammar: StatementGrammar) -> int | None:
    """Where the words of consequence stand; the act's own place where it needs none."""
    if not act.consequence:
        return made.start()
    for found in grammar.graves(words, made.end()):
        far = words.count(" ", made.end(), found) > act.within
        that = len(" that") if words.startswith(" that ", made.end()) else 0
        apart = grammar.breaks.search(words, made.end() + that, found) is not None
        return None if far or apart else found
    return None


def _idle(words: str, made: re.Match[str], act: ActWords, grammar: StatementGrammar) -> bool:
    """Whether the words make no act here: a passive, a procedure, or somebody in general."""
    before = words[max(0, made.start() - _BEFORE) : made.start()]
    if act.never.match(words, made.end()) or act.unless_before.search(before):
        return True
    if act.act is Act.DENIES and grammar.rulings.search(words, made.end(), made.end() + _RULED):
        return True
    last = before.split()[-2:]
    goes_on = made[0].split(maxsplit=1)[0].endswith("ing")
    if act.agent and not (last or goes_on):
        return True
    if act.agent and not goes_on and not _PASSIVE.isdisjoint(last):
        return True
    if not grammar.nobody.isdisjoint(last[-1:]) and act.act is not Act.DENIES:
        return True
    behind = words[made.end() :].split(maxsplit=1)
    if made[0] not in grammar.modals or not behind:
        return False
    return behind[0] in grammar.procedure or behind[0][0].isdigit()


def _cues(passage: Passage) -> list[tuple[int, int, Attribution]]:
    """Start and end of every cue of the passage, with the attribution that it makes, in order."""
    return sorted(
        (
            (cue.span.start, cue.span.end, saying.attribution)
            for saying in passage.speech.sayings
            if saying.field == passage.field and (cue := saying.attribution.cue) is not None
        ),
        key=lambda c: c[:2],
    )
