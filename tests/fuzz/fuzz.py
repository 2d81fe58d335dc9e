"""Fuzz one target, led by the branches that an input reaches, and write down what came of it.

    python -m tests.fuzz.fuzz "read .md" --seconds 60 --into build/fuzz

Faults do not end it: each is kept once, by where it was raised, with the input that raised it. An
input that takes longer than `LONGEST` is a fault. Time is that of the processor, so that a machine
which is busy with something else makes no fault.
"""

import argparse
import json
import signal
import sys
import time
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["xref"]):
    from tests.fuzz.targets import TARGETS, seeds

MOST = 8_000
"""The longest input that is tried, in bytes, unless a reader's sample is longer."""
LONGEST = 20
"""The seconds that an input may take, of the processor."""


class TooLongError(Exception):
    """An input takes longer than any may."""


def _stop(*_: object) -> None:
    raise TooLongError


def main() -> None:
    """Fuzz until the time is over."""
    parser = argparse.ArgumentParser(description="Fuzz one target.")
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--into", type=Path, default=Path("build/fuzz"))
    given = parser.parse_args()
    home = given.into / given.target.replace(" ", "").replace(".", "-")
    corpus = home / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    samples = list(seeds(given.target))
    most = max(MOST, *map(len, samples)) if given.target.startswith("read ") else MOST
    for number, raw in enumerate(samples):
        (corpus / f"seed-{number}").write_bytes(raw[:most])
    target, faults = TARGETS[given.target], {}
    told = {
        "target": given.target,
        "inputs": 0,
        "faults": faults,
        "slowest_ms": 0.0,
        "slowest_bytes": 0,
    }
    started = last = time.monotonic()

    def one(raw: bytes) -> None:
        nonlocal last
        begun = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, LONGEST)
        try:
            target(raw)
        except Exception:
            lines = traceback.format_exc().strip().splitlines()
            key = " | ".join(lines[-3:])[:300]
            if key not in faults:
                faults[key] = f"fault-{len(faults)}"
                (home / faults[key]).write_bytes(raw)
                (home / f"{faults[key]}.txt").write_text("\n".join(lines), encoding="utf-8")
        signal.setitimer(signal.ITIMER_PROF, 0)
        took = 1000 * (time.process_time() - begun)
        told["inputs"] += 1
        if took > told["slowest_ms"]:
            told["slowest_ms"], told["slowest_bytes"] = round(took, 1), len(raw)
            (home / "slowest").write_bytes(raw)
        if time.monotonic() > last + 2:
            last = time.monotonic()
            told["seconds"] = round(last - started)
            (home / "told.json").write_text(json.dumps(told, indent=1), encoding="utf-8")

    options = [
        f"-max_total_time={given.seconds}",
        f"-max_len={most}",
        "-timeout=100000",  # of the clock on the wall; 0 would be none at all
        "-report_slow_units=1000000",
        f"-artifact_prefix={home}/",
        "-verbosity=0",
    ]
    signal.signal(signal.SIGPROF, _stop)
    atheris.Setup([sys.argv[0], *options, str(corpus)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
