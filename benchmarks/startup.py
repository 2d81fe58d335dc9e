"""Start-up as a person feels it: whole processes, wall seconds, median of several runs."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import results

ROOT = Path(__file__).parent.parent
RUNS = 9


def seconds(arguments: list[str]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "xref", *arguments], capture_output=True, check=False)
        times.append(time.perf_counter() - start)
    return round(statistics.median(times), 3)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        figures = {
            "runs": RUNS,
            "xref --help": seconds(["--help"]),
            "xref report (one sample story)": seconds(
                ["report", str(ROOT / "inputs" / "summit"), "--output", folder]
            ),
            "python -c pass": _bare(),
        }
    for name, value in figures.items():
        print(f"{name:34s} {value}")
    results.write("startup", figures)


def _bare() -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", "pass"], check=False)
        times.append(time.perf_counter() - start)
    return round(statistics.median(times), 3)


if __name__ == "__main__":
    main()
