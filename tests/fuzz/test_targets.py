"""Every target takes its samples, and these bent in a few ways; `make test-long` bends them more."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, seeds

SEARCH = os.environ.get("HYPOTHESIS_PROFILE") == "search"
EXAMPLES = 500 if SEARCH else 8
MOST = {} if SEARCH else {"run": 4}
"""How many samples are taken of a target whose every input takes long."""
PIECES = [
    b"\x00", b"\xff", b"\xed\xa0\x80", b"{", b"[" * 200, b'"', b"\n", b"---\n", b": ", b"- ", b"&a ", b"*a ", b"!!x ", b"9" * 500,
    b"1e999", b"-", b"NaN", b"\\ud800", "“".encode(), "\u202e".encode(), b"\r", b"\t", b"%", b"\x1b[31m",
]  # fmt: skip


@st.composite
def bent(draw: st.DrawFn, raw: bytes) -> bytes:
    """A sample with pieces cut out, doubled, moved and put in."""
    out = raw[: draw(st.integers(0, min(len(raw), 4_000)))] if draw(st.booleans()) else raw[:4_000]
    for _ in range(draw(st.integers(1, 4))):
        at, end = sorted(draw(st.tuples(*[st.integers(0, len(out))] * 2)))
        piece = draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=8)))
        middle = draw(st.sampled_from([b"", piece, out[at:end][:200] * 2, out[at:end] + piece]))
        out = out[:at] + middle + out[end:]
    return out


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_takes_its_samples(name: str) -> None:
    samples = list(seeds(name))
    assert samples
    for raw in samples[: MOST.get(name)]:
        TARGETS[name](raw)


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_takes_what_is_bent(name: str) -> None:
    samples = list(seeds(name))

    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(samples).flatmap(bent))
    def take(raw: bytes) -> None:
        TARGETS[name](raw)

    take()
