"""Outlook: letters as that program saves them.

Enters: the bytes of an MSG file (MS-OXMSG), `Settings`. Leaves: a `Draft`.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from email.utils import parseaddr
from typing import TYPE_CHECKING

from variorum.errors import SourceError
from variorum.read.media.drafts import Found
from variorum.read.media.extras import missing
from variorum.read.media.mail.contents import Letter, letter_read
from variorum.settings import Settings

if TYPE_CHECKING:
    from oxmsg import Message

_FAILURES = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)
"""What olefile and oxmsg have been seen to raise on damaged files."""
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE = 0x1013
"""The property that holds the bytes of a page (PidTagHtml)."""
_PROPERTIES = re.compile("__properties_version1.0".encode("utf-16-le"))


def is_outlook(data: bytes) -> bool:
    """Tell a letter among the files that old Microsoft programs write."""
    return data.startswith(_COMPOUND) and _PROPERTIES.search(data) is not None


def read_outlook(data: bytes, where: str, settings: Settings) -> Found:
    """Return a letter that Outlook saved as a draft."""
    try:
        import olefile  # noqa: F401 - its version is what this reader depends on
        from oxmsg import Message
    except ImportError as error:
        raise missing("python-oxmsg") from error
    try:
        letter = _letter(Message.load(data), where)
    except _FAILURES as error:
        raise SourceError(
            "the file cannot be read as a letter of Outlook; save it as plain text"
        ) from error
    return letter_read(letter, settings)


def _letter(message: Message, where: str) -> Letter:
    name, address = parseaddr(message.sender or "")
    sent = message.sent_date
    return Letter(
        source=where,
        where=where,
        plain=(message.body or "").replace("\r\n", "\n"),
        page=_page(message),
        subject=message.subject or None,
        sender=name or address or None,
        date=message.message_headers.get("Date") or (sent.isoformat() if sent else None),
        attached=tuple(_attached(message)),
    )


def _page(message: Message) -> str:
    """Return a letter's page: as UTF-8 where its bytes are that, or else by the code that it names."""
    data = message.properties.binary_prop_value(_PAGE)
    try:
        return data.decode("utf-8") if data else message.html_body or ""
    except UnicodeDecodeError:
        return message.html_body or ""


def _attached(message: Message) -> Iterator[str]:
    for part in message.attachments:
        yield " ".join((part.file_name or "no name").split())[:100]
