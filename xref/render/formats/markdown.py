"""The report as Markdown (GitHub's flavour): the same page as the HTML, for comments and wikis.

Article text is escaped: it can neither make markup nor HTML.
"""

from collections.abc import Iterable, Iterator, Sequence

from xref.model.report import Report
from xref.render import words
from xref.render.markup import code, escaped
from xref.render.options import Options
from xref.render.page.build import build
from xref.render.page.cards import Card, Reading
from xref.render.page.page import Page, StoryPage
from xref.render.page.passages import Passage
from xref.render.page.profiles import ProfileLine
from xref.render.page.sections import Section

_SIDE_BY_SIDE = 3
_PASSAGES = 12
_BREAK = "<br>"


def _id(id_: str) -> str:
    """The id of a finding, where there is one."""
    return f" {code(f'[{id_}]')}" if id_ else ""


def _marked(text: str, sign: str) -> str:
    """`text` inside emphasis signs, which may not touch a space."""
    inner = text.strip()
    if not inner:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{sign}{escaped(inner)}{sign}{after}"


def _words(passage: Passage) -> str:
    signs = {"said": "**", "why": "_"}
    return "".join(
        _marked(run.text, signs[run.mark]) if run.mark else escaped(run.text)
        for run in passage.runs
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def _byline(reading: Reading) -> str:
    zone = f", {reading.passage.zone}" if reading.passage.zone else ""
    return f"**{escaped(words.listed(reading.outlets))}**, {reading.passage.date}{zone}"


def _aside(reading: Reading) -> str:
    parts = [
        reading.passage.standing,
        reading.passage.source,
        f"read as {reading.meaning}" if reading.meaning else "",
        f"as of {reading.as_of}" if reading.as_of else "",
        reading.scope,
        *(f"also says “{other}”" for other in reading.others),
        reading.passage.note,
    ]
    said = " · ".join(part for part in parts if part)
    return escaped(said)


def _listed(readings: Iterable[Reading]) -> Iterator[str]:
    for each in readings:
        aside = _aside(each)
        yield f"- {_byline(each)}{f' ({aside})' if aside else ''}: {_words(each.passage)}"


def _passages(card: Card) -> Iterator[str]:
    """Passages side by side in a table where they are few, else one after another."""
    shown = card.first(_PASSAGES)
    if 2 <= len(shown) <= _SIDE_BY_SIDE:
        cells = [
            f"{_words(each.passage)}{_BREAK}{_aside(each)}".removesuffix(_BREAK) for each in shown
        ]
        yield from _table([_byline(each) for each in shown], [cells])
        return
    yield from _listed(shown)
    if left := len(card.rest(_PASSAGES)) + card.left_off:
        yield f"- and {left} more"
    yield ""


def _reasons(card: Card) -> Iterator[str]:
    for reason in card.why:
        label = f"{reason.label}, " if reason.label != card.label else ""
        between = f"_{label}{escaped(reason.between)}:_ " if reason.between else ""
        yield f"**Why:** {between}{escaped(reason.text)}"
        yield ""


def _diffs(card: Card) -> Iterator[str]:
    for diff in card.diffs:
        steps = []
        for op, a, b in diff.steps:
            if op == "equal":
                steps.append(escaped(a))
            else:
                steps += [f"~~{escaped(a)}~~"] if a else []
                steps += [f"**{escaped(b)}**"] if b else []
        yield f"{escaped(diff.a)} → {escaped(diff.b)}: {' '.join(steps)}"
        yield ""


def _heading(card: Card) -> str:
    context = f" · {escaped(card.context)}" if card.context else ""
    return f"#### {escaped(card.heading)}{context} ({card.label})"


def _card(card: Card) -> Iterator[str]:
    yield _heading(card)
    yield ""
    for remark in card.notes:
        rule = f"{code(remark.rule)}{_id(remark.id)}"
        yield f"**{remark.level.capitalize()}:** {escaped(remark.message)} ({rule})"
        yield ""
    yield from _passages(card)
    yield from _diffs(card)
    yield from _reasons(card)
    for each in card.evidence:
        yield f"It also rests on {escaped(each.outlet)}: {_words(each)}"
        yield ""
    if card.voices:
        yield f"{card.voices}{'' if card.notes else _id(card.id)}."
        yield ""


def _said(card: Card) -> str:
    return f"{_BREAK}".join(
        f"**{escaped(outlets)}** “{escaped(says)}”" for says, outlets in card.by_words[:8]
    )


def _row(card: Card, quoted: bool) -> list[str]:
    what = f"{escaped(card.heading)}{f' · {escaped(card.context)}' if card.context else ''}"
    reasons = card.reasons[:2] if len(card.by_words) > 1 else ()
    why = f"{_BREAK}".join(escaped(reason.text) for reason in reasons)
    voices = f"{card.label}; {card.voices}" if quoted else card.voices
    return [what, _said(card), why, f"{voices}{_id(card.id)}"]


def _section(section: Section) -> Iterator[str]:
    style = section.heading.style
    yield f"### {section.heading.title} ({section.total})"
    yield ""
    if section.heading.intro:
        yield section.heading.intro
        yield ""
    if style == "rows":
        rows = (_row(card, section.key == "alike") for card in section.cards)
        yield from _table(["What", "Who says it how", "Why", "Voices"], rows)
    elif style == "folded":
        for card in section.cards:
            said = _said(card)
            yield f"- {escaped(card.heading)}: {said}"
        yield ""
    elif style == "passages":
        for heading, reason, cards in section.groups:
            yield f"**{escaped(heading)} ({len(cards)}).** {escaped(reason)}".rstrip()
            yield ""
            for card in cards:
                yield from (f"{line}{_id(card.id)}" for line in _listed(card.readings[:1]))
            yield ""
    else:
        for card in section.cards:
            yield from _card(card)
    if section.left_off:
        yield f"…and {section.left_off} more in the JSON report."
        yield ""


def _profile(profile: ProfileLine) -> Iterator[str]:
    yield f"- **{escaped(profile.outlet)}**, {escaped(profile.title)}"
    for each in profile.multiples:
        if each.total:
            told = ", ".join(f"{escaped(p.name)} {p.value}" for p in each.parts if p.value)
            yield f"  - {escaped(each.heading)} ({each.total}): {told}"
    rest = [f"{escaped(part.name)} {part.value}" for part in profile.parts if part.value]
    rest += [f"{escaped(name)} {value}" for name, value in profile.readability]
    rest += [f"{escaped(name)}: {escaped(value)}" for name, value in profile.known]
    if profile.unknown:
        rest.append(f"unknown: {escaped(profile.unknown)}")
    if rest:
        yield f"  - {'; '.join(rest)}"
    for kind, names in profile.speakers:
        yield f"  - sources, {escaped(kind)}: {escaped(names)}"
    for name, measured, weight, adds in profile.weighed:
        yield f"  - {escaped(name)}: {measured} × {weight} = {adds}"
    if profile.weighed:
        yield f"  - total that was asked for: {profile.total}"


def _story(story: StoryPage) -> Iterator[str]:
    yield f"## {escaped(story.heading)}"
    yield ""
    if story.why:
        yield f"{'**One story:** ' if story.story else ''}{escaped(story.why)}"
        yield ""
    if story.articles:
        rows = [
            [
                escaped(each.outlet),
                f"{escaped(each.title)}{_BREAK}{code(each.path)} {escaped(each.why)}".rstrip(),
                escaped(" ".join((each.published, each.published_from)).strip()),
            ]
            for each in story.articles
        ]
        yield from _table(["Outlet", "Article", "Published"], rows)
    if story.articles_left_off:
        yield f"…and {words.count(story.articles_left_off, 'more article')}."
        yield ""
    for line in story.copies:
        yield escaped(line)
        yield ""
    for section in story.sections:
        yield from _section(section)
    if story.stood:
        yield "### What nobody asserts"
        yield ""
        for stood in story.stood:
            for shown in stood.passages:
                who = f"**{escaped(shown.outlet)}** ({escaped(shown.source)})"
                yield f"- {stood.heading}: {who}: {_words(shown)}"
            if stood.left_off:
                yield f"- {stood.heading}: and {stood.left_off} more in the JSON report"
        yield ""
    if story.matrix:
        yield "### Who agrees with whom"
        yield ""
        names = [escaped(name) for name in story.matrix.outlets]
        cells = ([cell.told if cell else "" for cell in row] for row in story.matrix.rows)
        lines = ([f"**{name}**", *row] for name, row in zip(names, cells, strict=True))
        yield from _table(["", *names], lines)
    if story.persons:
        yield "### Names and titles"
        yield ""
        people = (
            [
                escaped(each.name),
                escaped(", ".join(each.aliases)),
                _BREAK.join(f"{escaped(title)} ({escaped(who)})" for title, who in each.titles),
            ]
            for each in story.persons
        )
        yield from _table(["Person", "Also called", "Titles given"], people)
    if story.profiles:
        yield "### Credibility profiles"
        yield ""
        yield "Counted facts about each article; no score. What is not known is named."
        yield ""
        for profile in story.profiles:
            yield from _profile(profile)
        yield ""
    if story.left:
        yield f"### Not compared ({story.left_total})"
        yield ""
        for each in story.left:
            yield f"- {escaped(each.reason)}"
            for passages in each.items:
                said = "; ".join(f"{escaped(p.outlet)}: {_words(p)}" for p in passages)
                yield f"  - {said}"
        yield ""


def _page(page: Page) -> Iterator[str]:
    yield f"# {escaped(page.title)}"
    yield ""
    yield " · ".join(page.counts)
    yield ""
    if page.needs:
        yield f"**{'To look at' if page.urgent else 'Listed below'}:** {words.listed(page.needs)}."
        yield ""
    for line in (page.verdict, page.note):
        if line:
            yield line
            yield ""
    for card, _ in page.urgent[:40]:
        yield f"- **{card.label}**: {escaped(card.heading)}: {escaped(card.lead)}{_id(card.id)}"
        if card.settle:
            yield f"  - {escaped(card.settle)}"
    if page.urgent:
        yield ""
    if page.since:
        yield "## Since the earlier report"
        yield ""
        for heading, told in page.since:
            yield f"- {heading}"
            for id_, said in told:
                yield f"  - {escaped(said)}{_id(id_)}"
        yield ""
    for story in page.stories:
        yield from _story(story)
    if page.brief:
        yield "## More stories"
        yield ""
        yield from (f"- {escaped(line)}" for line in page.brief)
        if page.brief_left_off:
            yield f"- and {page.brief_left_off} more"
        yield ""
    if page.alone:
        yield from _story(page.alone)
    if page.skipped:
        yield "## Skipped"
        yield ""
        rows = ([escaped(path), escaped(reason)] for path, reason in page.skipped)
        yield from _table(["Input", "Why"], rows)
        if page.skipped_left_off:
            yield f"…and {page.skipped_left_off} more in the JSON report."
            yield ""
    if page.beside:
        yield f"{escaped(page.beside)}."
        yield ""
    if page.suppressed:
        yield f"{words.count(page.suppressed, 'finding')} suppressed by agreement."
        yield ""


def render(report: Report, options: Options) -> str:
    """The page of `report`, capped as the HTML page is."""
    return "\n".join(_page(build(report, options))).rstrip("\n") + "\n"
