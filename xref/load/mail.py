"""A message of electronic mail, a newsletter, to a record."""

from typing import TYPE_CHECKING

from xref.load.blocks import joined
from xref.load.decode import UndecodableError, decode
from xref.load.formats.html import declared, page_of
from xref.load.markup import MarkupError, pieces_of
from xref.load.outlets import outlet_of
from xref.load.record import Broken, Record

if TYPE_CHECKING:
    from email.message import EmailMessage


def message(raw: bytes) -> Record | Broken:
    """The record of a message: its text as HTML where it has that, else as plain text.

    A page that a browser saved as one file (MHTML) is such a message, too; its address is the
    record's.
    """
    from email import policy
    from email.parser import BytesParser
    from email.utils import parseaddr

    try:
        told = BytesParser(policy=policy.default).parsebytes(raw)
        part = told.get_body(("html", "plain"))
        body = part.get_payload(decode=True) if part is not None else None
        kind = part.get_content_type() if part is not None else ""
        charset = part.get_content_charset() if part is not None else None
    except Exception as error:  # the parser fails in many ways on broken headers
        return Broken(f"the message is broken: {type(error).__name__}: {error}")
    if not isinstance(body, bytes) or not body.strip():
        return Broken("the message holds no text")
    try:
        text, notes = decode(body, charset or declared(body))
    except UndecodableError as error:
        return Broken(str(error))
    address = _header(told, "Snapshot-Content-Location") or _header(told, "Content-Location")
    if address and kind == "text/html":
        return page_of(text, address, notes)
    if kind == "text/html":
        try:
            pieces = pieces_of(text)
        except MarkupError as error:
            return Broken(f"the message is not read: {error}")
        text, marked = joined(pieces)
    else:
        marked = ()
    if not text.strip():
        return Broken("the message holds no text")
    name, sender = parseaddr(_header(told, "From") or "")
    outlet = name or outlet_of(sender)
    date = _header(told, "Date")
    return Record(
        text=text,
        title=_header(told, "Subject"),
        outlet=outlet,
        published=date,
        notes=notes,
        as_file=False,
        marked=marked,
        told_by={"outlet": "message, From", "published": "message, Date"},
    )


def _header(told: "EmailMessage", name: str) -> str | None:
    """A header, decoded, in one line; ``None`` where it is not there or broken."""
    try:
        value = told[name]
    except Exception:  # a header that its parser does not survive tells nothing
        return None
    return " ".join(str(value).split()) or None if value is not None else None
