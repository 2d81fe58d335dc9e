"""Reads the hostile files of a kind, in a process of its own that is bound in memory.

Prints, as JSON: for each file its outcomes, whether the good file was read, the most memory taken
in MB, and the calls to other machines that were refused: the network is closed.
"""

import json
import resource
import sys
import tempfile
from pathlib import Path

from tests.load.closed import close
from tests.load.hostile import KINDS, STORY

MEMORY = 3_000_000_000
"""The most bytes of addresses, libraries included, that the system gives to the process."""


def main(kind: str) -> None:
    """Read all files of `kind`."""
    sockets = close()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    from xref.load import load
    from xref.model.article import Skipped
    from xref.read import read

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "zz-good.txt").write_text(STORY.text, encoding="utf-8")
        names = []
        for number, raw in enumerate(KINDS[kind](), start=1):
            names.append(f"{number:02}{kind}")
            (Path(folder) / names[-1]).write_bytes(raw)
        outcomes: dict[str, list[str]] = {name: [] for name in names}
        good = False
        for one in load([folder]):
            name = Path(one.path).relative_to(folder).parts[0].partition(":")[0]
            if name == "zz-good.txt":
                good = not isinstance(one, Skipped)
                continue
            done = one if isinstance(one, Skipped) else read(one)
            outcomes[name].append(done.reason if isinstance(done, Skipped) else "read")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"outcomes": outcomes, "good": good, "peak": peak, "sockets": sockets}))


if __name__ == "__main__":
    main(sys.argv[1])
