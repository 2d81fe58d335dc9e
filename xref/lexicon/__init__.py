"""Words as data: the packaged lexicons and the one function that reads them.

Every file is YAML with `examples` that are its tests and its documentation.
"""

from functools import cache
from importlib import resources
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def table(name: str, language: str = "en") -> dict[str, Any]:
    """The lexicon file `name` of a language, as plain data; treat it as read-only.

    Raises:
        FileNotFoundError: when there is no such lexicon.
    """
    file = resources.files("xref") / "lexicon" / language / f"{name}.yaml"
    data = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)
    if not isinstance(data, dict):
        raise TypeError(f"the lexicon {name} is no mapping")
    return data
