"""Libraries that only some formats need, and that are installed when they are asked for."""

from importlib.util import find_spec

from xref.load.record import Broken


def missing(library: str, extra: str, what: str) -> Broken | None:
    """Why files of a kind are not read here: the library for them is not installed."""
    try:
        if find_spec(library) is not None:
            return None
    except ModuleNotFoundError:  # the package around it is missing, too
        pass
    return Broken(f"{what} need a library more; install it with: pip install 'xref[{extra}]'")
