"""The pattern of capitalised names."""

import re
from collections.abc import Iterable

_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(
    chr(c) for c in (*range(0x100, 0x250), *range(0x386, 0x530)) if chr(c).isupper()
)
_PARTICLES = "de|del|della|van|von|der|den|la|le|bin|bint|ibn|al|el|da|dos|das|di|du|ter|ten|af"


def name_pattern(abbreviations: Iterable[str]) -> re.Pattern[str]:
    """A run of capitalised words; `abbreviations` (with their dots) do not end it."""
    dotted = "|".join(sorted(re.escape(a[:-1].capitalize()) for a in abbreviations))
    word = (
        rf"(?:(?:{dotted}|[{_UPPER}]|[A-Z]\.[A-Z]|Jr|Sr)\.(?=[ \u00a0,])"
        rf"|(?:[ae]l-|[dD]['’]|O['’])?[{_UPPER}][^\W_]*(?:['’-](?![sS](?![^\W_]))[^\W_]+)*)"
    )
    return re.compile(rf"(?<![^\W_]){word}(?:[ \u00a0](?:(?:{_PARTICLES}) ){{0,2}}{word}){{0,9}}")
