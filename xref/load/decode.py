"""Bytes to text."""

import codecs
from typing import NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64_000
"""Bytes that are looked at to tell a binary file, and UTF-16 without a mark."""
_FEW = 0.5
"""The share of broken sequences among all that are not ASCII up to which a text still is UTF-8."""
_NAMES = {"cp1252": "windows-1252", "cp1250": "windows-1250", "cp1251": "windows-1251"}


_NO_TEXT = frozenset(
    [
        "base64", "bz2", "hex", "quopri", "rot13", "uu", "zlib", "idna", "punycode",
        "undefined", "unicode_escape", "raw_unicode_escape", "charmap", "mbcs", "oem",
    ]
)  # fmt: skip
"""Python's codecs that are no encodings of text."""

BINARY = "it holds binary data, no text"
"""The reason for leaving out bytes that are no text at all."""


class UndecodableError(Exception):
    """Bytes that are no text; the message says why."""


class Decoded(NamedTuple):
    """A decoded text, unchanged but for its byte order mark, and what a reader should know."""

    text: str
    notes: tuple[str, ...] = ()


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """The text of `raw`: UTF-8 or UTF-16, else the encoding that charset-normalizer detects.

    `declared` is the encoding that a page or a message names; it counts where the bytes are no
    UTF-8, and only if all of them fit. ISO-8859-1 is read as windows-1252, as browsers do.

    windows-1252 is tried before the other single-byte encodings: it is what English texts are
    in, and detectors take it for windows-1250. Line ends and spaces stay as they are.

    Raises:
        UndecodableError: when the bytes are no text in any encoding that was found.
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _marked(raw, encoding)
    if b"\0" in raw[:_SAMPLE]:
        return _nul_bearing(raw)
    try:
        return Decoded(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _declared(raw, declared) or _nearly_utf8(raw) or _detected(raw, error)


def _declared(raw: bytes, name: str | None) -> Decoded | None:
    """The text in the encoding that is named, if it is known and all bytes fit."""
    try:
        encoding = codecs.lookup(name or "").name
        if encoding.replace("-", "_") in _NO_TEXT or encoding.startswith("utf"):
            return None
        encoding = "cp1252" if encoding in ("iso8859-1", "ascii") else encoding
        text = raw.decode(encoding)
    except (LookupError, ValueError):
        return None
    return Decoded(text, (f"read as {_NAMES.get(encoding, encoding)}, as it says itself",))


def _marked(raw: bytes, encoding: str) -> Decoded:
    """The text of bytes that begin with a byte order mark."""
    name = "UTF-8" if encoding == "utf-8-sig" else "UTF-16"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        text = raw.decode(encoding, errors="replace")
        return Decoded(text, (f"read as {name}; broken bytes were read as \ufffd",))
    return Decoded(text, () if name == "UTF-8" else ("read as UTF-16",))


def _nul_bearing(raw: bytes) -> Decoded:
    """UTF-16 without a mark, where every other byte of plain English is zero."""
    sample = raw[:_SAMPLE]
    half = len(sample) // 2
    for encoding, zeros, others in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        if sample[zeros::2].count(0) > 0.7 * half and sample[others::2].count(0) == 0:
            try:
                return Decoded(raw.decode(encoding), ("read as UTF-16 without a byte order mark",))
            except UnicodeDecodeError:
                break
    raise UndecodableError(BINARY)


def _nearly_utf8(raw: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, which another encoding would turn into noise throughout."""
    text = raw.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    foreign = len(text) - len(text.encode("ascii", errors="ignore"))
    if broken > _FEW * foreign:
        return None
    return Decoded(text, (f"read as UTF-8; {broken} broken byte(s) were read as \ufffd",))


def _detected(raw: bytes, error: UnicodeDecodeError) -> Decoded:
    """The text in the single-byte or East Asian encoding that fits best."""
    from charset_normalizer import from_bytes

    sample = raw[max(0, error.start - _SAMPLE // 2) : error.start + _SAMPLE]
    best = from_bytes(sample, cp_isolation=["cp1252"]).best() or from_bytes(sample).best()
    if best is None:
        raise UndecodableError(
            "it is binary data, or text in an encoding that xref does not know; save it as UTF-8"
        )
    name = best.encoding
    try:
        text = raw.decode(name)
    except (UnicodeDecodeError, LookupError):
        text = raw.decode(name, errors="replace")
    return Decoded(text, (f"not UTF-8; read as {_NAMES.get(name, name)}",))
