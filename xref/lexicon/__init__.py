"""Words as data: the packaged lexicons and the one function that reads them.

Every file is YAML with `examples` that are its tests and its documentation.
"""

from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from xref.lexicon.parsed import parsed

_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_BASE):  # type: ignore[misc]
    """YAML for lexicons: "no", "on" and "yes" are words (as in YAML 1.2), not truth values."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - the name and the type are PyYAML's
        first: [(tag, pattern) for tag, pattern in found if first in "tTfF" or "bool" not in tag]
        for first, found in _BASE.yaml_implicit_resolvers.items()
    }


def _plain(text: str) -> object:
    found: object = yaml.load(text, Loader=_Loader)
    return found


@cache
def table(name: str, language: str = "en") -> dict[str, Any]:
    """The lexicon file `name` of a language, as plain data; treat it as read-only.

    Raises:
        FileNotFoundError: when there is no such lexicon.
    """
    file = resources.files("xref") / "lexicon" / language / f"{name}.yaml"
    data = parsed(file, _plain) if isinstance(file, Path) else _plain(file.read_text("utf-8"))
    if not isinstance(data, dict):
        raise TypeError(f"the lexicon {name} is no mapping")
    return data
