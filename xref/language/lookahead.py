"""What lies ahead in a sentence: which verb a noun has, whether a form in -ed describes one."""

from collections.abc import Sequence

from xref.language.chunks import items
from xref.language.structure import VerbGroup
from xref.language.verb_groups import verb_group
from xref.language.word_classes import WordClasses

_AHEAD = 10
"""Items looked ahead."""
_JOINED = 3
"""Verbs joined by "and" that may share an object."""
_SINGULAR = frozenset(("is", "was", "has"))
_PASSED = frozenset("pNTrqya")
_THAT = frozenset(("that", "whether", "how", "why", "what", "if"))


class Lookahead:
    """The items of a sentence, and what the next of them tell; every look is bounded."""

    def __init__(self, low: Sequence[str], letters: str, classes: WordClasses) -> None:
        self.low, self.letters, self.classes = low, letters, classes
        self.items = list(items(letters, low))
        self._groups: dict[int, VerbGroup] = {}

    def kind(self, i: int) -> str:
        """The kind of item `i`; a full stop past the end."""
        return self.items[i].kind if 0 <= i < len(self.items) else "."

    def group(self, i: int) -> VerbGroup:
        """The verb group that item `i` is."""
        group = self._groups.get(i)
        if group is None:
            group = verb_group(self.items[i], self.low, self.classes.verbs)
            self._groups[i] = group
        return group

    def verb_after(self, i: int) -> int:
        """The finite verb whose subject the chunk at item `i` is; -1 where none follows it."""
        for k in range(i + 1, min(i + _AHEAD, len(self.items))):
            kind = self.items[k].kind
            if kind == "V":
                shape = self.group(k).shape
                if shape in ("finite", "base"):
                    return k
                if shape == "open" and self.closes(k):
                    return k
                if shape != "open" or (self.describes(k, seen=True) and not self.finite_later(k)):
                    return -1
                return k
            if kind not in _PASSED or (kind == "N" and self.items[k - 1].kind != "p"):
                return -1
        return -1

    def list_verb_after(self, i: int) -> int:
        """The verb of a list that begins at item `i` ("a man and a boy |were| hurt"); else -1."""
        joined = False
        for k in range(i + 1, min(i + _AHEAD, len(self.items))):
            kind = self.items[k].kind
            if kind == "V":
                group = self.group(k)
                one = self.low[group.first] in _SINGULAR
                finite = group.shape == "finite" or (
                    group.shape == "open" and not self.describes(k, seen=True)
                )
                return k if joined and finite and not one else -1
            if kind == "c":
                joined = self.kind(k + 1) == "N"
                if not joined:
                    return -1
            elif kind not in "N,pT":
                return -1
        return -1

    def closes(self, i: int) -> bool:
        """Whether a verb of reporting ends the sentence or its part ("…, a study |found|")."""
        reports = self.group(i).lemma in self.classes.verbs.reports
        return reports and self.kind(i + 1) in ",."

    def clause_follows(self, i: int) -> bool:
        """Whether a clause stands behind a word like "after"."""
        kind = self.kind(i + 1)
        if kind in "rJ" and self.kind(i + 2) == "V":
            return self.group(i + 2).shape in ("open", "participle")  # "as first reported"
        if kind == "V":
            return self.group(i + 1).shape in ("open", "participle", "finite")
        return kind in ("N", "T") and self.verb_after(i + 1) >= 0

    def finite_later(self, i: int) -> bool:
        """Whether a surely finite verb follows item `i` before its stretch of the sentence ends."""
        for k in range(i + 1, min(i + _AHEAD, len(self.items))):
            kind = self.items[k].kind
            if kind == "V":
                group, verbs = self.group(k), self.classes.verbs
                if group.shape != "open" or self.group(i).lemma in verbs.reports:
                    return group.shape == "finite"
                objectless = self.kind(k + 1) != "N"
                return not (objectless and group.lemma in verbs.needs_object)
            if kind in ",.;:swc-(":
                return False
            if kind == "u" and self.kind(k + 1) == "N" and self.kind(k + 2) == "V":
                return False
        return False

    def describes(self, i: int, seen: bool = False) -> bool:
        """Whether a form in -ed describes the noun before it ("five people |hurt| in a crash").

        `seen`: the clause that it would describe something in has its verb already.
        """
        if i and self.items[i - 1].letters == "h":
            return False  # "the 40 that |it reported|"
        group = self.group(i)
        verbs = self.classes.verbs
        for _ in range(_JOINED):
            if self.kind(i + 1) != "c" or self.kind(i + 2) != "V":
                break
            i += 2  # "found and arrested a suspect"
        following = self.kind(i + 1)
        if group.lemma in verbs.no_object or following == "a":
            return False
        if following == "V" and self.group(i + 1).shape == "ing":
            return False
        if following == "p" and self.low[self.items[i + 1].first] == "by":
            measure = self.kind(i + 2) == "N" and self.items[i + 2].letters[0] in "qC"
            return not measure or group.lemma in verbs.needs_object
        if following == "p" and self.kind(i + 2) == "N":
            particle = self.low[self.items[i + 1].first]
            if f"{group.lemma}-{particle}" in verbs.phrasal:
                return False  # "put out the blaze"
        if following in "Nw":
            return False
        if following == "s" and self.low[self.items[i + 1].first] in _THAT:
            return False
        if self.finite_later(i):
            return True
        return seen and group.lemma in verbs.needs_object

    def after_dateline(self) -> int:
        """The item where the text of a wire story begins ("PORT ALBA, March 3 (Orra) - ")."""
        for i, item in enumerate(self.items[:12]):
            if item.kind == "-":
                front = self.letters[: item.first]
                named = front[:1] in "PT" and not front.strip("PTC,().r")
                return i + 1 if named and i else 0
        return 0
