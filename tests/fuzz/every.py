"""Fuzz every target for a while and print what came of each; the status is 1 where faults were found.

python -m tests.fuzz.every --seconds 60
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

from tests.fuzz.targets import TARGETS


def main() -> int:
    """Fuzz the targets one after another, each in a process of its own."""
    parser = argparse.ArgumentParser(description="Fuzz every target.")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--targets", choices=TARGETS, nargs="+", default=list(TARGETS))
    parser.add_argument("--into", type=Path, default=Path("build/fuzz"))
    given = parser.parse_args()
    faults = 0
    print("| target | seconds | inputs | faults | slowest |\n|---|---|---|---|---|")
    for name in given.targets:
        home = given.into / name.replace(" ", "").replace(".", "-")
        home.mkdir(parents=True, exist_ok=True)
        with (home / "log.txt").open("wb") as log:
            done = subprocess.run(
                [
                    sys.executable,
                    "-m",
                    "tests.fuzz.fuzz",
                    name,
                    "--seconds",
                    str(given.seconds),
                    "--into",
                    str(given.into),
                ],
                stdout=log,
                stderr=log,
                check=False,
            )
        place = home / "told.json"
        if not place.is_file():
            faults += 1
            print(f"| {name} | 0 | 0 | it did not start | |", flush=True)
            continue
        told = json.loads(place.read_text(encoding="utf-8"))
        found = len(told["faults"]) + (done.returncode != 0)
        faults += found
        slowest = f"{told['slowest_ms']:.0f} ms for {told['slowest_bytes']:,} bytes"
        print(
            f"| {name} | {told['seconds']} | {told['inputs']:,} | {found} | {slowest} |", flush=True
        )
        for fault in told["faults"]:
            print(f"  {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
