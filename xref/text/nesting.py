"""How deep brackets are nested in JSON and YAML, told before a parser goes down there."""

import re

_FLOW = re.compile(
    r"""(?<![^\s,:\[{])(?:"[^"\\]*+(?:\\.[^"\\]*+)*+"|'[^']*+')|(?<!\S)\#[^\n]*+|[\[\]{}]""",
    re.DOTALL,
)
"""A quoted text or comment, whose brackets open nothing, or a bracket."""


def too_deep(text: str, most: int) -> int | None:
    """The offset at which brackets first open more than `most` deep; ``None`` where none do."""
    if text.count("[") + text.count("{") <= most:
        return None
    depth = 0
    for match in _FLOW.finditer(text):
        if match[0] in "[{":
            depth += 1
            if depth > most:
                return match.start()
        elif match[0] in "]}":
            depth = max(0, depth - 1)
    return None
