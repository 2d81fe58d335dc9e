"""Length and readability: textstat's own, over an article's own sentences."""

import socket
import subprocess
import sys

import pytest
import textstat

from tests.profile.test_article import PLAIN, article
from xref.profile.ease import ease


def test_indices_and_lengths_are_those_of_textstat_where_no_abbreviation_misleads_it():
    found = ease(article())
    assert dict(found.indices) == pytest.approx(
        {
            "automated readability index": textstat.automated_readability_index(PLAIN),
            "coleman-liau index": textstat.coleman_liau_index(PLAIN),
            "lix": textstat.lix(PLAIN),
        },
        abs=0.051,
    )
    assert (found.words, found.sentences) == (
        textstat.lexicon_count(PLAIN),
        textstat.sentence_count(PLAIN),
    )


def test_an_abbreviation_ends_no_sentence():
    text = PLAIN.replace("Monday morning", "Oct. 8 at 9.5 knots")
    assert ease(article(text)).sentences == textstat.sentence_count(PLAIN)


def test_only_running_text_is_counted():
    told = ease(article())
    page = f"Ferries to sail again\n\nBy Odo Felk\n\n{PLAIN}\n\nComments\n\n© 2024 Orra Pilot"
    assert ease(article(page)) == told
    doubled = PLAIN.replace("\n\n", "\n\nA crosshead\n\n") + "\n\n" + PLAIN.split("\n\n")[1]
    assert ease(article(doubled)) == told


def test_a_short_text_has_no_index():
    assert ease(article("Two men died. Nobody knows why.")).indices == ()


def test_nothing_is_fetched(monkeypatch):
    def refuse(*_args: object, **_options: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert ease(article()).indices


@pytest.mark.parametrize(
    ("command", "loads"),
    [
        (("check", "inputs/summit", "--fail-on", "error"), False),
        (("report", "inputs/summit", "--output", "-", "--format", "sarif"), False),
        (("profile", "inputs/summit"), True),
    ],
)
def test_textstat_is_loaded_only_where_a_profile_is_written(command: tuple[str, ...], loads: bool):
    code = (
        "import sys; from xref.__main__ import main\n"
        f"sys.argv = {['xref', *command, '--quiet']!r}\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('textstat' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == str(loads)
