"""Where things stand: claims and articles by id, lines and columns of a file."""

from bisect import bisect_right
from pathlib import PurePath
from typing import NamedTuple
from urllib.parse import quote

from xref.model.article import Article, Evidence, Field
from xref.model.claim import Claim
from xref.model.relation import Place
from xref.model.report import Report
from xref.model.span import Span


class Location(NamedTuple):
    """A stretch of a file: lines and columns count from 1, `end_column` is the one after the last.

    The columns are ``None`` where the file does not show the text as it is (a JSON record) or the
    words stand in a title of their own.
    """

    path: str
    line: int
    column: int | None
    end_line: int
    end_column: int | None


class Index:
    """The articles and claims of a report by id, and their places as lines and columns."""

    def __init__(self, report: Report, root: str | None = None) -> None:
        self.articles: dict[str, Article] = {each.id: each for each in report.articles}
        for finding in (*report.findings, *report.suppressed):
            for place in (finding.primary, *finding.related):
                if place.article not in self.articles:
                    self.articles[place.article] = _file(place.article)
        self.claims: dict[str, Claim] = {each.id: each for each in report.claims}
        self._titles = {each.id: each.title for each in report.rules}
        self._voices = {a: each.id for each in report.linked.origins for a in each.articles}
        self._root = root
        self._lines: dict[str, list[int]] = {}
        self._sentences: dict[tuple[str, Field], list[Span]] = {}

    def path(self, article: str) -> str:
        """The path of an article's file with forward slashes, relative to the root if inside it."""
        return relative(self.articles[article].path, self._root)

    def title(self, rule: str) -> str:
        """What a rule is for, in a line; its id as words where it tells nothing."""
        return self._titles.get(rule) or rule.replace("-", " ").replace("_", " ")

    def voice(self, article: str) -> str:
        """The origin of an article's text, which copies of it share."""
        return self._voices.get(article, article)

    def note(self, place: Place) -> str:
        """What a rule notes of `place`; nothing where that only names the outlet."""
        named = f"{self.articles[place.article].outlet} says"
        return "" if place.note == named else place.note

    def sentence(self, article: str, field: Field, span: Span) -> Span:
        """The sentences around `span`; its own words alone where the article has none there."""
        ends = self._sentences.get((article, field))
        if ends is None:
            blocks = self.articles[article].blocks_of(field)
            ends = [sentence for block in blocks for sentence in block.sentences]
            self._sentences[article, field] = ends
        at = max(
            0, bisect_right(ends, Span(span.start, len(self.articles[article].part(field)))) - 1
        )
        first, last = span
        for sentence in ends[at:]:
            if sentence.start >= span.end:
                break
            if sentence.overlaps(span):
                first, last = min(first, sentence.start), max(last, sentence.end)
        return Span(first, last)

    def locate(self, place: Place) -> Location:
        """The lines and columns of `place` in the article's file."""
        article = self.articles[place.article]
        path, first = self.path(place.article), article.first_line
        if place.at is not None:
            line, column = place.at
            return Location(path, line, column, line, column + max(1, len(place.text)))
        if not article.as_file:
            return Location(path, first, None, first, None)
        if place.field == "title":
            return Location(path, 1, None, 1, None)
        starts = self._line_starts(article)
        line = bisect_right(starts, place.span.start) - 1
        end_line = bisect_right(starts, max(place.span.start, place.span.end - 1)) - 1
        return Location(
            path,
            first + line,
            place.span.start - starts[line] + 1,
            first + end_line,
            place.span.end - starts[end_line] + 1,
        )

    def _line_starts(self, article: Article) -> list[int]:
        known = self._lines.get(article.id)
        if known is None:
            known, at = [0], article.text.find("\n")
            while at >= 0:
                known.append(at + 1)
                at = article.text.find("\n", at + 1)
            self._lines[article.id] = known
        return known


def relative(path: str, root: str | None) -> str:
    """`path` with forward slashes, relative to the folder `root` if it lies inside."""
    pure = PurePath(path)
    if root is not None and pure.is_relative_to(root):
        pure = pure.relative_to(root)
    return pure.as_posix()


def uri(path: str) -> str:
    """`path` as a URI reference: percent-encoded, a colon in its first part guarded."""
    encoded = quote(path.encode("utf-8", "surrogatepass"), safe="/-._~!$&'()*+,;=@")
    return f"file://{encoded}" if encoded.startswith("/") else encoded


def _file(path: str) -> Article:
    """A file that is no article (a list of suppressions), as far as a finding points at it."""
    named = PurePath(path).name
    return Article(path, "", path, "", (), named, Evidence("file name"), as_file=False)
