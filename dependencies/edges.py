"""Run the tests with the newest or the lowest versions, in an environment of their own.

    python dependencies/edges.py newest     whatever is newest today
    python dependencies/edges.py lowest     the lowest that pyproject.toml allows

The lowest is taken for what pyproject.toml names itself; what that needs in turn is the newest
that fits.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from dependencies.asked import asked
from dependencies.install import ROOT, python_of, run, say

_LOWEST = re.compile(r"(?P<name>[\w.-]+)(?:\[[\w,-]+\])?\s*>=\s*(?P<version>[\w.]+)")


def main() -> int:
    """Install and test; the status is that of the first step that failed."""
    parser = argparse.ArgumentParser(description="Test with the edges of the allowed versions.")
    parser.add_argument("edge", choices=("newest", "lowest"))
    edge = parser.parse_args().edge
    venv = ROOT / f".venv-{edge}"
    say(f"making {venv.name} with the {edge} versions of everything")
    try:
        run(sys.executable, "-m", "venv", "--clear", venv)
        with tempfile.TemporaryDirectory() as folder:
            bounds = Path(folder) / "constraints.txt"
            bounds.write_text("\n".join(lowest()) if edge == "lowest" else "", encoding="utf-8")
            pip = (python_of(venv), "-m", "pip", "install", "--progress-bar", "off")
            pip += ("--disable-pip-version-check", "--constraint", bounds)
            run(*pip, "--editable", ".[dev]", *asked(ROOT)["build"])
        run(python_of(venv), "-m", "pip", "list", "--disable-pip-version-check")
        tests = ("-m", "long or not long", "--ignore", "tests/dependencies")
        run(python_of(venv), "-m", "pytest", "-n", "auto", *tests)
        run(python_of(venv), "-m", "xref", "rules", "test")
    except subprocess.CalledProcessError as error:
        say(f"failed with the {edge} versions: {' '.join(map(str, error.cmd))}")
        return int(error.returncode)
    return 0


def lowest() -> list[str]:
    """`name==version` for each dependency of xref, its tests and what builds it.

    Raises:
        SystemExit: when one has none, so that nobody knows what it was tested with.
    """
    wanted = asked(ROOT)
    bounds = []
    for line in (*wanted["run"], *wanted["dev"], *wanted["build"]):
        match = _LOWEST.match(line)
        if match is None:
            raise SystemExit(f"pyproject.toml: {line} needs a lower bound, as in name>=1.2")
        bounds.append("{name}=={version}".format(**match.groupdict()))
    return bounds


if __name__ == "__main__":
    sys.exit(main())
