"""Words by which a text that a rule is about is known."""

from collections.abc import Iterator, Mapping

from xref.lexicon import table
from xref.rules.models import Rule
from xref.rules.ruleset import RuleSet


def words_about(rule: Rule, ruleset: RuleSet) -> frozenset[str]:
    """The nouns and words nearby of the measures that a rule selects, and those it names itself."""
    select = rule.select
    found: set[str] = set()
    for words in (select.counted, select.near, select.subject):
        found.update(word for phrase in (words.any if words else ()) for word in phrase.split())
    for name in select.measure.any if select.measure else ():
        for measure in _named(name, ruleset):
            for key in ("heads", "counted", "near"):
                found.update(word for phrase in measure.get(key, ()) for word in phrase.split())
    found.update([f"{word}s" for word in found])
    return frozenset(found)


def _named(name: str, ruleset: RuleSet) -> Iterator[Mapping[str, list[str]]]:
    for taught in (*ruleset.measures, table("measures")["measures"]):
        if name in taught:
            yield taught[name]
