"""`xref report`: the main job."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from xref.cli.run import (
    Inputs,
    Quiet,
    Rules,
    Strict,
    end,
    formats,
    level,
    run_report,
    settings,
    stop,
    write_out,
)

_DEFAULT_FORMATS = "html,md,json"


def report(
    inputs: Inputs,
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FOLDER|-", help="Where to write; - for standard output."
        ),
    ] = "reports",
    format_: Annotated[
        str,
        typer.Option("--format", "-f", metavar="NAME,...", help="What to write, by format name."),
    ] = _DEFAULT_FORMATS,
    packs: Rules = None,
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar="LEVEL", help="Exit with 1 at findings of this level."),
    ] = None,
    strict: Strict = False,
    quiet: Quiet = False,
) -> None:
    """Read every article, compare, write the consistency report, print a summary.

    \b
    Examples:
      xref report articles/
      xref report articles/ more.jsonl -o out --format html,sarif
      xref report articles/ --output - --format json | jq .findings
      cat articles.jsonl | xref report - --rules default --rules my-rules.yaml

    Articles are .txt, .md (front matter), .json and .jsonl records. A folder does not imply
    a story: xref finds which articles belong together, unless records name their `story`.
    """
    from xref.render import FORMATS, Options

    chosen = formats(format_, "report")
    lowest = level(fail_on) if fail_on else None
    if output == "-" and len(chosen) != 1:
        if format_ != _DEFAULT_FORMATS:
            stop("--output - takes one format", "name it with --format, as in --format json")
        chosen = ["markdown"]
    result = run_report(inputs, packs, settings(), quiet)
    plain = Options(root=str(Path.cwd()), fail_on=lowest)
    if output == "-":
        write_out(FORMATS[chosen[0]].render(result, plain))
    else:
        written = _write(Path(output), {n: FORMATS[n].render(result, plain) for n in chosen})
    if not quiet:
        stream = sys.stderr if output == "-" else sys.stdout
        shown = Options(
            root=str(Path.cwd()), fail_on=lowest, color=stream.isatty(), width=_width(stream)
        )
        stream.write(FORMATS["terminal"].render(result, shown))
        if output != "-":
            stream.write(f"\nwritten: {', '.join(written)}\n")
    end(result, lowest, strict)


def _write(folder: Path, texts: dict[str, str]) -> list[str]:
    from xref.render import FORMATS

    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            file = folder / f"report{FORMATS[name].suffix}"
            file.write_text(text, encoding="utf-8", newline="\n")
            written.append(str(file))
    except OSError as error:
        stop(f"--output {folder}: {error.strerror or error}")
    return written


def _width(stream: object) -> int:
    import shutil

    return min(shutil.get_terminal_size((100, 24)).columns, 140)
