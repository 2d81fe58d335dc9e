"""What each word of a unit is for quoting: the classes of words, and which verbs may report.

Words that may report are told from nouns of the same form by what stands beside them; all other
words have the class that the language gives them.
"""

from collections.abc import Container, Sequence

from xref.language.letters import classified
from xref.speech.grammar import SpeechGrammar

_PUNCTUATION = {
    **dict.fromkeys(("--", "—", "–", "-", "―"), "-"),
    **dict.fromkeys((".", "!", "?", "…"), "."),
    **dict.fromkeys(("'s", "’s", "'S", "’S"), "y"),
    **dict.fromkeys(("'", "’"), "'"),
    **dict.fromkeys(("$", "£", "€"), "C"),
    **{mark: mark for mark in ",;:()"},
    "[": "(",
    "]": ")",
    "&": "c",
}
_OPEN = {
    **dict.fromkeys("vzf", "b"),
    **dict.fromkeys("ek", "e"),
    "g": "g",
    "r": "r",
    "P": "P",
}
"""The tags of words that no lexicon of quoting holds, by their letter; all others are nouns."""
_UNSETTLED = frozenset("vgsd")
_SUPERLATIVES = frozenset(("least", "most"))


def tagged(
    words: Sequence[str],
    quotes: Container[int],
    names: Container[str],
    grammar: SpeechGrammar,
) -> tuple[list[str], str]:
    """The words lower-cased, and their tags; `quotes` are the places of quotations.

    `names` are words that the article uses as names: at the head of a sentence they stay names.
    """
    low, letters = classified(words, grammar.classes, names)
    known = grammar.tags
    tags: list[str] = []
    for word, lower, letter in zip(words, low, letters, strict=True):
        first = word[0]
        if "a" <= first <= "z":
            tag = known.get(lower) or _OPEN.get(letter, "n")
        elif not (first.isalnum() or first in "@#"):
            tag = "q" if word == '"' and len(tags) in quotes else _mark(word)
            if tag == "'" and tags and low[len(tags) - 1][-1:] == "s" and tags[-1] in "nP":
                tag = "y"  # "the teachers' union": marks of quotations are none of the tokens
        elif first.isdigit():
            tag = "C"
        elif first in "@#":
            tag = "P"
        elif letter in "PT" and first.isupper():
            tag = letter
        else:
            tag = known.get(lower) or _OPEN.get(letter, "n")
        tags.append(tag)
    _settle(tags, low, letters, grammar)
    return low, "".join(tags)


def _mark(word: str) -> str:
    if len(word) > 1 and word[1:].isalpha() and word not in _PUNCTUATION:
        return "x"
    return "-" if word[0] == "-" else _PUNCTUATION.get(word, "?")


def _settle(tags: list[str], low: list[str], letters: str, grammar: SpeechGrammar) -> None:
    """Retag the words whose class their neighbours decide."""
    last = len(tags) - 1
    for k, tag in enumerate(tags):
        if tag not in _UNSETTLED and low[k] not in _SUPERLATIVES:
            continue
        before = tags[k - 1] if k else "^"
        after = tags[k + 1] if k < last else "."
        if tag == "v":
            tags[k] = _verb_or_noun(tags, low, letters, k, before, after, grammar)
        elif tag == "g" and before == "d" and after in ".,xp;b":
            tags[k] = "n"
        elif tag == "s" and low[k] == "that" and after == "T":
            tags[k] = "d"
        elif tag == "d" and low[k] == "her" and letters[k] == "o":
            tags[k] = "o"
        elif before == "p" and low[k - 1] == "at" and low[k] in _SUPERLATIVES:
            tags[k - 1] = tags[k] = "r"


def _verb_or_noun(
    tags: list[str],
    low: list[str],
    letters: str,
    k: int,
    before: str,
    after: str,
    grammar: SpeechGrammar,
) -> str:
    """The tag of a form that is a verb of reporting and perhaps something else."""
    word = low[k]
    verb = grammar.verbs[word]
    following = low[k + 1 : k + 3]
    particles = {*following, "-".join(following)}
    if not verb.takes and particles.isdisjoint(verb.phrasal):
        return grammar.plain.get(word) or _OPEN.get(letters[k], "n")
    if verb.form == "b" and verb.noun and letters[k] == "N":
        return "n"
    if verb.form == "g" and before in ("dyP" if verb.noun else "dy") and after in ".,xp;bvs":
        return "n"
    if before == "d" and (after == "n" or low[k - 1] not in grammar.words.quantifiers):
        return "e" if verb.form == "d" else "n" if verb.form in "sb" else "v"
    if before == "p" and verb.form in "sb":
        return "n"
    if after == "P" and verb.form == "b" and word in grammar.modifiers:
        return "n"
    if verb.form == "b" and following[:1] and following[0] in grammar.organisations:
        leads = before in ",^" or low[max(0, k - 2) : k] == ["according", "to"]
        if leads:
            return "n"  # "state media reported", "according to state television"
    if not verb.noun or not k:
        return "v"
    if before == "y" or (before == "C" and (after != "s" or verb.form == "s")):
        return "n"
    relative = after == "s" and "".join(tags[k + 2 : k + 3]) in ("x", "v", "b")
    if verb.form == "s" and (relative or (after == "s" and low[k + 1] == "where")):
        return "n"
    if after == "v" and verb.form in "sb" and grammar.verbs[low[k + 1]].form in "ds":
        return "n"
    if before in "neg":
        if not grammar.speaks(low[k - 1]):
            return "n"
        if (
            verb.form == "s"
            and following[:1]
            and following[0] in verb.phrasal
            and tags[k + 2 : k + 3] == ["q"]
        ):
            return "v"
        closing = after in ".," and not {",", "q"}.isdisjoint(tags[max(0, k - 6) : k])
        if after in "p.,vxtbc;)y" and not closing and "that" not in low[k + 1 : k + 7]:
            return "n"
    return "v"
