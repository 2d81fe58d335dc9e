"""Profiles to read on a terminal: a bar for each whole, then counts, facts and what is unknown."""

from collections.abc import Iterator

from xref.model.report import Report
from xref.render import words
from xref.render.console import Line, printed
from xref.render.options import Options
from xref.render.page.profiles import Multiple, ProfileLine, outlet_line, profile_line
from xref.render.places import Index

_BAR = 30
_SHADES = "█▓▒░·"
_HEAD = "Counted facts, no score; docs/profiles.md tells what each does not mean"


def _bar(each: Multiple) -> str:
    """The parts of a whole, each in a shade of its own, in their order."""
    drawn = ""
    for number, part in enumerate(each.parts):
        end = round((part.start + part.width) * _BAR / 100)
        drawn += _SHADES[min(number, len(_SHADES) - 1)] * (end - len(drawn))
    return drawn.ljust(_BAR)


def _lines(profile: ProfileLine) -> Iterator[Line]:
    yield Line(profile.outlet, "bold").add(f" · {profile.title}")
    for each in profile.multiples:
        if not each.total:
            continue
        yield Line(f"{each.heading}: {each.total}", indent=2)
        told = []
        for number, part in enumerate(each.parts):
            likely = f" ({part.likely} likely)" if part.likely else ""
            if part.value:
                told.append(f"{_SHADES[min(number, 4)]} {part.name} {part.value}{likely}")
        yield Line(_bar(each), indent=4)
        yield Line("  ".join(told), "dim", indent=4)
    counted = [
        f"{part.name} {part.value}" + (f" ({part.share})" if part.share else "")
        for part in profile.parts
        if part.value
    ]
    if counted:
        yield Line("; ".join(counted), indent=2)
    for kind, names in profile.speakers:
        yield Line(f"sources, {kind}: ", "dim", indent=2).add(names)
    told_of_itself = [f"{name} {value}" for name, value in (*profile.known, *profile.readability)]
    yield Line("; ".join(told_of_itself), indent=2)
    if profile.unknown:
        yield Line(f"unknown: {profile.unknown}", indent=2)
    for name, measured, weight, adds in profile.weighed:
        yield Line(f"{name}: {measured} × {weight} = {adds}", indent=2)
    if profile.weighed:
        yield Line(f"total of these lines: {profile.total}", "bold", indent=2)
    yield Line()


def render(report: Report, options: Options) -> str:
    """The profiles of `report` by article or by outlet."""
    index = Index(report, options.root)
    by_outlet = options.by == "outlet"
    found = report.outlets if by_outlet else report.profiles
    made = (outlet_line(index, each) if by_outlet else profile_line(index, each) for each in found)
    lines = [Line(_HEAD, "dim"), Line()]
    for each in made:
        lines.extend(_lines(each))
    lines.append(Line(words.count(len(found), "outlet" if by_outlet else "article")))
    return printed(lines, options)
