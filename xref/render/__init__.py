"""Report to text: one file per format, in `formats`, and the table of them all."""

from collections.abc import Iterator
from dataclasses import replace

from xref.plugins import OUTPUTS, PluginError, added, loaded
from xref.render.options import Command, Format, Options

_TABLE = (
    Format("html", ".html", {"report"}, "one self-contained page to read", profiled=True),
    Format("markdown", ".md", {"report"}, "the same page as Markdown", profiled=True),
    Format(
        "json",
        ".json",
        {"report", "check"},
        "everything, as JSON (xref.report/1)",
        profiled=True,
    ),
    Format("pages", ".html", {"report"}, "a folder: an index, a page a story", True, folder=True),
    Format(
        "questions", ".questions.csv", {"report"}, "a spreadsheet: who says what to each question"
    ),
    Format("claimreview", ".jsonld", {"report"}, "findings in the shape of ClaimReview, unrated"),
    Format("terminal", ".txt", {"report"}, "the same page in plain text"),
    Format("summary", ".summary.txt", {"report"}, "the counts and the worst findings, as printed"),
    Format("text", ".txt", {"check"}, "findings as file:line:column, like a linter"),
    Format("sarif", ".sarif", {"check", "report"}, "findings as SARIF 2.1.0"),
    Format("github", ".github.txt", {"check"}, "findings as GitHub annotations"),
    Format("gitlab", ".gitlab.json", {"check"}, "findings as GitLab's code quality report"),
    Format("junit", ".junit.xml", {"check"}, "findings as JUnit XML"),
    Format("checkstyle", ".checkstyle.xml", {"check"}, "findings as Checkstyle XML"),
    Format("teamcity", ".teamcity.txt", {"check"}, "findings as TeamCity inspections"),
    Format("comment", ".comment.md", {"check"}, "findings as Markdown, for a comment or a summary"),
    Format("table", ".txt", {"extract"}, "claims as a table to read"),
    Format("jsonl", ".jsonl", {"extract"}, "claims, one JSON object a line (xref.claim/1)"),
    Format("csv", ".csv", {"extract", "report"}, "claims as a spreadsheet, safe from formulas"),
    Format(
        "profile_table", ".profiles.txt", {"profile"}, "profiles to read, with bars", profiled=True
    ),
    Format(
        "profile_jsonl",
        ".profiles.jsonl",
        {"profile"},
        "profiles, one JSON object a line",
        profiled=True,
    ),
    Format(
        "profile_csv",
        ".profiles.csv",
        {"profile"},
        "profiles as a spreadsheet, a row for each",
        profiled=True,
    ),
    Format("articles", ".articles.jsonl", {"articles"}, "articles as read (xref.article/1)"),
    Format("articles_csv", ".articles.csv", {"articles"}, "their blocks as a spreadsheet"),
    Format("articles_html", ".articles.html", {"articles"}, "articles as read, on one page"),
)
"""Name (and file in `formats`), suffix, commands served, help: a new format is one line here."""


def _added() -> Iterator[Format]:
    """The formats that packages bring."""
    for name, entry in added(OUTPUTS).items():
        found = loaded(OUTPUTS, name)
        if not isinstance(found, Format) or found.by is None:
            raise PluginError(entry, "is no xref.render.Format with a function in `by`")
        yield replace(found, name=name)


FORMATS: dict[str, Format] = {each.name: each for each in (*_added(), *_TABLE)}
"""Every output format by its name; those of xref come before those of packages."""


def names(command: Command) -> tuple[str, ...]:
    """The formats that serve `command`, in the order in which they are offered."""
    return tuple(name for name, each in FORMATS.items() if command in each.commands)


__all__ = ["FORMATS", "Command", "Format", "Options", "names"]
