"""Reads a folder with the network closed, and prints as JSON what came of it.

Told are whether a server could be reached before (the namespace leaks), the calls that were refused
while reading, and how many articles there are of each file.
"""

import json
import socket
import sys
from collections import Counter
from pathlib import Path

from tests.load.closed import close


def _reached(port: int) -> bool:
    """Whether a server of this machine answers."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5):
            return True
    except OSError:
        return False


def main(folder: str, port: str) -> None:
    """Read all that is in `folder`."""
    reached = _reached(int(port))
    refused = close()
    from xref.load import load
    from xref.model.article import Skipped
    from xref.read import read

    articles: Counter[str] = Counter()
    for one in load([folder]):
        name = Path(one.path).relative_to(folder).parts[0].partition(":")[0]
        articles[name] += not isinstance(one, Skipped) and not isinstance(read(one), Skipped)
    print(json.dumps({"reached": reached, "refused": refused, "articles": articles}))


if __name__ == "__main__":
    main(*sys.argv[1:])
