"""Profiles as a spreadsheet: one row for each article or outlet, one column for each measure."""

from xref.model.report import Profile, Report
from xref.render.cells import spreadsheet
from xref.render.options import Options

_KINDS = ("named", "institutional", "document", "anonymous")
_INDICES = ("automated readability index", "coleman-liau index", "lix")


def _row(profile: Profile, report: Report) -> dict[str, object]:
    outlets = {article.id: article.outlet for article in report.articles}
    row: dict[str, object] = {
        "subject": profile.subject,
        "outlet": outlets.get(profile.subject, profile.subject),
        "articles": len(profile.articles),
    }
    for count in profile.counts:
        row[count.name] = count.value
        if count.group or count.of is not None:
            row.setdefault(f"all: {count.group or count.name}", count.of)
    row |= {fact.name: fact.value for fact in profile.facts}
    speakers, ease = dict(profile.speakers), dict(profile.readability)
    row |= {f"distinct sources {kind}": len(speakers.get(kind, ())) for kind in _KINDS}
    row |= {name: ease.get(name) for name in _INDICES}
    row |= {f"weighed: {each.name}": each.adds for each in profile.weighed}
    if profile.weighed:
        row["weighed: total"] = sum(each.adds for each in profile.weighed)
    return row


def render(report: Report, options: Options) -> str:
    """The profiles of `report`, in order, under a header row."""
    profiles = report.outlets if options.by == "outlet" else report.profiles
    rows = [_row(each, report) for each in profiles]
    columns = dict.fromkeys(name for row in rows for name in row)
    return spreadsheet(tuple(columns), rows)
