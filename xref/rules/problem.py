"""Something wrong in a rule whose parts are each valid, and where."""

from typing import NamedTuple

from xref.rules.errors import Mark
from xref.rules.marks import Node, Path


class Problem(NamedTuple):
    """Where in the rule, what is wrong, and hints.

    `key` names the last step of `path` itself, not its value; `within` is an offset and a width
    in the text there.
    """

    path: Path
    message: str
    hints: tuple[str, ...] = ()
    key: bool = False
    within: tuple[int, int] | None = None

    def mark(self, rule: Node) -> Mark:
        """The place in the file, given the node of the rule."""
        last = self.path[-1] if self.path else None
        if self.key and isinstance(last, str):
            return rule.at(self.path[:-1]).key_mark(last)
        return rule.at(self.path).mark


def word_path(node: Node, path: Path, word: str) -> Path:
    """The place of a word in a choice, however short the choice is written."""
    at = node.at(path)
    for key in ("any", "not"):
        if at.get(key) is not None:
            found = word_path(node, (*path, key), word)
            if node.at(found).plain == word:
                return found
    for position, member in enumerate(at.items()):
        if member.plain == word:
            return (*path, position)
    return path
