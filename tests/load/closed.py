"""A network that is closed: a namespace without one where the system permits it, and no sockets.

What the audit of Python sees is what Python does; libraries in C could reach out unseen. In a
network namespace of its own a process has no interface to reach out by, whatever it is written in.
"""

import shutil
import subprocess
import sys
from functools import cache

CALLS = frozenset(
    f"socket.{call}"
    for call in ("connect", "sendto", "sendmsg", "getaddrinfo", "gethostbyname", "gethostbyaddr")
)
"""What a process asks Python for before it reaches another machine."""


@cache
def alone() -> tuple[str, ...]:
    """The command that runs another without a network; empty where the system has or permits none."""
    command = ("unshare", "--user", "--map-root-user", "--net")
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return ()
    tried = subprocess.run([*command, "true"], check=False, capture_output=True)
    return command if tried.returncode == 0 else ()


def close() -> list[str]:
    """Let every call that would reach another machine fail from now on; the calls are listed."""
    asked: list[str] = []

    def refuse(event: str, _: object) -> None:
        if event in CALLS:
            asked.append(event)
            raise ConnectionRefusedError(f"the network is closed: {event}")

    sys.addaudithook(refuse)
    return asked
