"""Outlets by their addresses."""

import re
from functools import cache

from xref.lexicon import table

_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?(?://)?(?:[^/@\s]*@)?([^\s/:?#]+)", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z][\w-]+", re.IGNORECASE)


def domain(address: str) -> str | None:
    """The host that an address or a domain names, lower case, without "www."."""
    found = _HOST.match(address.strip())
    host = found[1].rstrip(".").lower() if found else ""
    return host.removeprefix("www.") if _DOMAIN.fullmatch(host) else None


def outlet_of(address: str | None) -> str | None:
    """The name of the outlet at an address: by the list of names, else the domain itself."""
    host = domain(address or "")
    if host is None:
        return None
    known = _names()
    parts = host.split(".")
    for place in range(len(parts) - 1):
        name = known.get(".".join(parts[place:]))
        if name:
            return name
    return host


@cache
def _names() -> dict[str, str]:
    return dict(table("outlets")["domains"])
