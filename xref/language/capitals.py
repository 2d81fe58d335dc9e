"""The pattern of capitalised names."""

import re
from collections.abc import Iterable

_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(
    chr(c) for c in (*range(0x100, 0x250), *range(0x386, 0x530)) if chr(c).isupper()
)
_PARTICLES = "de|del|della|van|von|der|den|la|le|bin|bint|ibn|al|el|da|dos|das|di|du|ter|ten|af"


def name_pattern(abbreviations: Iterable[str]) -> re.Pattern[str]:
    """A run of capitalised words; `abbreviations` (with their dots) do not end it."""
    short = sorted(a[:-1].capitalize() for a in abbreviations)
    dotted = "|".join(map(re.escape, short))
    dot = r"\.(?=[ \u00a0,])"
    rest = r"[A-Za-z0-9]*+[^\W_]*+(?:['’-](?![sS](?![^\W_]))[^\W_]+)*"
    word = (
        rf"(?:(?:{dotted}|[{_UPPER}]|[A-Z]\.[A-Z]|Jr|Sr){dot}"
        rf"|(?:[ae]l-|[dD]['’]|O['’])?[{_UPPER}]{rest})"
    )
    # The first word as a set of letters and what follows each: a search that begins with a set
    # passes over all others at once.
    behind = "|".join(rf"(?<={a[0]}){re.escape(a[1:])}" for a in [*short, "Jr", "Sr"])
    first = (
        rf"[aed{_UPPER}](?<![^\W_].)"
        rf"(?:(?:{behind}|(?<=[{_UPPER}])|(?<=[A-Z])\.[A-Z]){dot}"
        rf"|(?:(?<=[ae])l-|(?<=[dDO])['’])[{_UPPER}]{rest}|(?<=[{_UPPER}]){rest})"
    )
    return re.compile(rf"{first}(?:[ \u00a0](?:(?:{_PARTICLES}) ){{0,2}}{word}){{0,9}}")
