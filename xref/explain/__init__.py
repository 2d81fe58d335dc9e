"""Why a finding says what it says: the passages, how each was read, what joined and parted them.

Everything told is in the report; nothing is compared anew.
"""

from xref.explain.naming import UnknownIdError, find
from xref.explain.page import Page
from xref.model.link import Slot
from xref.model.report import Finding, Report

__all__ = ["UnknownIdError", "explain", "find"]


def explain(report: Report, id_: str, root: str | None = None, width: int = 100) -> str:
    """The whole explanation of a finding, slot or utterance, as text.

    Args:
        report: The report that holds it.
        id_: Its id or the beginning of it, as `find` takes them.
        root: The folder that paths are shown relative to.
        width: Columns to wrap to.

    Raises:
        UnknownIdError: as `find` does.
    """
    named = find(report, id_)
    page = Page(report, root, width)
    if isinstance(named, Finding):
        page.finding(named)
    elif isinstance(named, Slot):
        page.slot(named)
    else:
        page.utterance(named)
    return page.text()
