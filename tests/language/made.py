"""Readings as lines that a person reads: what a corpus expects of a sentence."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from xref.language.analysis import Governor, Reading, governing, read
from xref.language.structure import Clause
from xref.language.word_classes import WordClasses, compile_word_classes
from xref.lexicon import table
from xref.model.span import Span

FOLDER = Path(__file__).parent


@cache
def classes() -> WordClasses:
    return compile_word_classes(table)


def corpus(name: str) -> list[dict[str, Any]]:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


def reading_of(text: str) -> Reading:
    return read(text, Span(0, len(text)), classes())


def clause_lines(reading: Reading) -> list[str]:
    """`subject | verb and what its group tells | objects | phrases`, by the place of the verb."""
    told = [c for c in reading.clauses if c.verb or c.subject or c.state]
    told.sort(key=lambda c: c.verb.first if c.verb else c.first)
    return [_clause_line(reading, clause) for clause in told]


def _clause_line(reading: Reading, clause: Clause) -> str:
    subject = reading.head(clause.subject) if clause.subject else ""
    objects = ", ".join(reading.head(chunk) for chunk in clause.objects)
    phrases = "; ".join(
        f"{chunk.prep} {reading.head(chunk)}".strip()
        for chunk in reading.chunks
        if chunk.clause is clause and chunk.role in ("adjunct", "time")
    )
    return " | ".join((subject, _verb(reading, clause), objects, phrases))


def _verb(reading: Reading, clause: Clause) -> str:
    verb = clause.verb
    said = "-"
    if verb is not None:
        words = ["not" if verb.negated else "", verb.modal, clause.lemma, clause.particle]
        words += ["(passive)" if clause.passive else "", verb.tense]
        said = " ".join(word for word in words if word)
    state = " ".join(reading.low[k] for k in clause.state)
    return f"{said} : {state}" if state else said


def figure_lines(reading: Reading, entry: dict[str, Any]) -> list[str]:
    """The lines of the figures that an entry of the corpus tells."""
    return [figure_line(reading, line.split(" | ")[0]) for line in entry.get("figures", ())]


def figure_line(reading: Reading, figure: str) -> str:
    """`figure | what it counts | role | verb < the verbs above | verbs that describe it`."""
    place = reading.text.index(figure)
    governor = governing(reading, place, place + len(figure))
    role = governor.prep if governor.role in ("adjunct", "of") else governor.role
    if governor.nouns:
        role += f" {governor.nouns[0]}"
        outer = governor.outer_prep if governor.outer == "adjunct" else governor.outer
        if governor.role != "adjunct" or outer != governor.prep:
            role += f", {outer}"
    parts = [figure, governor.head, role, _governing_verb(governor)]
    if governor.relatives:
        parts.append(", ".join(map(_short, governor.relatives)))
    return " | ".join(parts)


def _short(clause: Clause) -> str:
    return clause.lemma + (" (passive)" if clause.passive else "")


def _governing_verb(governor: Governor) -> str:
    clause = governor.clause
    negated = clause is not None and clause.verb is not None and clause.verb.negated
    verb = ("not " if negated else "") + governor.lemma
    if clause is not None and clause.passive:
        verb += " (passive)"
    return " < ".join([verb, *(c.lemma for c in governor.above if c.lemma)])
