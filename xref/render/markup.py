"""Text as Markdown (GitHub's flavour): escaped, it can neither make markup nor HTML."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!$])|(?<![^\s])([-+=]+|\d+[.)])(?=\s)|(://|@|www\.)")
_NO_CODE = str.maketrans({"`": "'", "|": "/", "\\": "/"})


def _escape(match: re.Match[str]) -> str:
    special, opener, link = match.groups()
    if special:
        return f"\\{special}"
    if opener:
        return f"{opener[:-1]}\\{opener[-1]}"
    return {"://": ":&#47;&#47;", "@": "&#64;"}.get(link, "www&#46;")


def escaped(text: str) -> str:
    """`text` as Markdown that shows it as it is: no emphasis, no list, no link, no mention."""
    return _SPECIAL.sub(_escape, text)


def code(text: str) -> str:
    """`text` as code, without what would end the code or the cell of a table."""
    return f"`{text.translate(_NO_CODE)}`"
