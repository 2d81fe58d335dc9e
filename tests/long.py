"""Which cases of a test are tried in every run, and which only where the long tests are run too."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import pytest


def few(
    cases: Mapping[str, Any] | Iterable[Any],
    kept: Collection[str],
    marks: Mapping[str, Any] | None = None,
) -> list[Any]:
    """Parameters by their names, all but those that are `kept` marked as long.

    Cases without names are named by what they say. `marks` are further marks, by the name.
    """
    named = cases if isinstance(cases, Mapping) else {str(case): case for case in cases}
    assert set(kept) <= set(named), f"no such case: {set(kept) - set(named)}"
    return [
        pytest.param(
            case,
            id=name,
            marks=[
                *([] if name in kept else [pytest.mark.long]),
                *([marks[name]] if marks else []),
            ],
        )
        for name, case in named.items()
    ]
