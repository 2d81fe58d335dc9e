"""Start-up: whole processes, processor seconds; the least and the median of several runs.

The least is what the command costs, the median what a busy machine makes of it. On a quiet machine
the wall shows the same seconds.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import results

ROOT = Path(__file__).parent.parent
RUNS = 15


def spent() -> float:
    """The processor seconds of all child processes so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def seconds(arguments: list[str]) -> dict[str, float]:
    times = []
    for _ in range(RUNS):
        start = spent()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=False, cwd=ROOT)
        times.append(spent() - start)
    return {"least": round(min(times), 3), "median": round(statistics.median(times), 3)}


def main() -> None:
    story = str(ROOT / "inputs" / "summit")
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "python -c pass": ["-c", "pass"],
            "xref --help": ["-m", "xref", "--help"],
            "xref extract (one sample story)": ["-m", "xref", "extract", story],
            "xref report (one sample story)": ["-m", "xref", "report", story, "--output", folder],
        }
        figures = {name: seconds(arguments) for name, arguments in commands.items()}
    for name, value in figures.items():
        print(f"{name:34s} {value['least']:6.3f} {value['median']:6.3f}")
    results.write("startup", {"runs": RUNS, "commands": figures})


if __name__ == "__main__":
    main()
