"""Lexicons as parsed, kept beside them as Python keeps its bytecode: YAML takes fifty times longer.

What is kept bears digests of the source and of itself: a lexicon that was changed is parsed anew,
and so is one of which half was written.
"""

import marshal
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

_DIGEST = 16


def parsed(file: Path, parse: Callable[[str], Any]) -> object:
    """What `parse` makes of a file's text: plain data, from what is kept where that is of it.

    Nothing is kept where Python keeps no bytecode, nor what Python cannot write so (a date).
    """
    source = file.read_bytes()
    beside = Path(cache_from_source(str(file))).with_suffix(".lexicon")
    with suppress(OSError):
        known = beside.read_bytes()
        if known[:_DIGEST] == _digest(source) and known[_DIGEST : 2 * _DIGEST] == _digest(
            known[2 * _DIGEST :]
        ):
            found: object = marshal.loads(known[2 * _DIGEST :])
            return found
    data = parse(source.decode())
    if not sys.dont_write_bytecode:
        with suppress(OSError, ValueError):
            _keep(beside, source, marshal.dumps(data))
    return data


def _keep(beside: Path, source: bytes, data: bytes) -> None:
    """Write whole or not at all: several runs may do so at a time."""
    beside.parent.mkdir(exist_ok=True)
    with NamedTemporaryFile(dir=beside.parent, prefix=beside.name, delete=False) as part:
        part.write(_digest(source) + _digest(data) + data)
    Path(part.name).replace(beside)


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST).digest()
