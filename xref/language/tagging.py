"""Words to tags (the letters are explained beside the tokens)."""

from collections.abc import Container, Sequence

from xref.language.grammar import Grammar
from xref.language.months import MONTH_NAMES, is_dated, is_given_name

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
_ARTICLES = frozenset(("the", "a", "an"))
_UNSETTLED = frozenset("vgsd")
_SUPERLATIVES = frozenset(("least", "most"))
_SMALL_SHARE = 0.2
_MEMO = 20_000


def tagged(
    words: Sequence[str], quotes: Container[int], surnames: Container[str], grammar: Grammar
) -> tuple[list[str], str]:
    """The words lower-cased, and their tags; `quotes` are the places of quotations.

    A capitalised word is a name unless its place explains the capital: the head of a sentence
    (`surnames` of the article stay names there) or a headline's style.
    """
    low: list[str] = []
    tags: list[str] = []
    known, memo = grammar.tags, grammar.memo
    title_case: bool | None = None
    opening = first_word = True
    for word in words:
        plain_word = memo.get(word)
        if plain_word is not None:
            low.append(plain_word[0])
            tags.append(plain_word[1])
            opening = first_word = False
            continue
        first = word[0]
        if not (first.isalnum() or first in "@#"):
            tag = "q" if word == '"' and len(low) in quotes else _mark(word)
            if tag == "'" and low and low[-1].endswith("s") and tags[-1] in "nP":
                tag = "y"  # "the teachers' union": marks of quotations are none of the tokens
            low.append(word.replace("’", "'"))
            tags.append(tag)
            opening = opening or tag in ".:q-"
            first_word = tag in ".:-" or (first_word and tag != "q")
            continue
        lower = word.lower().replace("’", "'")
        tag = known.get(lower, "")
        if first.isdigit():
            tag = "C"
        elif not (first.isupper() or first in "@#"):
            tag = tag or _by_ending(lower)
            if len(memo) >= _MEMO:
                memo.clear()
            memo[word] = lower, tag
        elif word == "I":
            tag = "h"
        elif tag not in ("d", "h") or not (opening or tag == "h" or lower in _ARTICLES):
            plain = opening and word not in surnames
            following = words[len(low) + 1] if len(low) + 1 < len(words) else ""
            if tag and title_case is None:
                title_case = _title_case(words, grammar)
            styled = title_case is True
            month = lower in MONTH_NAMES and not styled and not word.isupper()
            before = low[-1] if low else ""
            if month and is_given_name(lower, before, following):
                tag = "P"
            elif month and is_dated(before, following):
                tag = "T"
            else:
                tag = _capitalised(word, lower, tag, plain, first_word, styled, following, grammar)
        low.append(lower)
        tags.append(tag)
        opening = first_word = False
    _settle(tags, low, grammar)
    return low, "".join(tags)


def _mark(word: str) -> str:
    if len(word) > 1 and word[1:].isalpha() and word not in _PUNCTUATION:
        return "x"
    return "-" if word[0] == "-" else _PUNCTUATION.get(word, "?")


def _capitalised(
    word: str,
    lower: str,
    tag: str,
    plain: bool,
    first_word: bool,
    title_case: bool,
    following: str,
    grammar: Grammar,
) -> str:
    """The tag of a word with a capital; `plain` where the sentence begins."""
    named = lower in grammar.words.names_too and not first_word and following[:1].isupper()
    loud = word.isupper() and len(word) > 1 and not following.isupper()
    if (
        plain
        and not named
        and not loud
        and ((tag and tag in "pscxrto") or lower in grammar.words.openers)
    ):
        return tag or _by_ending(lower)
    if title_case and tag and not word.isupper():
        return tag
    if plain and (not following[:1].isupper() or following == "I"):
        if lower in grammar.commons:
            return "n"
        if first_word and len(lower) > 5 and lower.endswith(("ing", "ed")):
            return tag or ("g" if lower.endswith("g") else "e")
    dated = tag == "T" and not word.isupper() and (plain or lower in grammar.words.calendar)
    return "T" if dated else "P"


def _title_case(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether the sentence is set like a headline: nearly every longer word has a capital."""
    small = capitals = 0
    most = _SMALL_SHARE * len(words)
    for word in words:
        if len(word) > 3 and word[0].isalpha():
            if word[0].isupper():
                capitals += 1
            elif small >= most or word in grammar.verbs:
                return False
            else:
                small += 1
    return capitals + small >= 4 and small <= _SMALL_SHARE * (capitals + small)


def _by_ending(word: str) -> str:
    """The tag of an unlisted word from its ending."""
    if len(word) > 4:
        if word.endswith("ly"):
            return "r"
        if word.endswith("ed"):
            return "e"
        if word.endswith("ing"):
            return "g"
    return "n"


def _settle(tags: list[str], low: list[str], grammar: Grammar) -> None:
    """Retag the words whose class their neighbours decide."""
    last = len(tags) - 1
    for k, tag in enumerate(tags):
        if tag not in _UNSETTLED and low[k] not in _SUPERLATIVES:
            continue
        before = tags[k - 1] if k else "^"
        after = tags[k + 1] if k < last else "."
        if tag == "v":
            tags[k] = _verb_or_noun(tags, low, k, before, after, grammar)
        elif tag == "g" and before == "d" and after in ".,xp;b":
            tags[k] = "n"
        elif tag == "s" and low[k] == "that" and after == "T":
            tags[k] = "d"
        elif tag == "d" and low[k] == "her" and after in "hsqt,.:;xTpdb":
            tags[k] = "o"
        elif before == "p" and low[k - 1] == "at" and low[k] in _SUPERLATIVES:
            tags[k - 1] = tags[k] = "r"


def _verb_or_noun(
    tags: list[str], low: list[str], k: int, before: str, after: str, grammar: Grammar
) -> str:
    """The tag of a form that is a verb of reporting and perhaps something else."""
    word = low[k]
    verb = grammar.verbs[word]
    following = low[k + 1 : k + 3]
    particles = {*following, "-".join(following)}
    if not verb.takes and particles.isdisjoint(verb.phrasal):
        return grammar.plain.get(word) or _by_ending(word)
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
