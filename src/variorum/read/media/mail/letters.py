"""Letters: files of one letter or of many, as they travel and as most programs keep them.

Enters: the bytes of a file (RFC 5322, MIME; mbox by RFC 4155), `Settings`. Leaves: a `Draft` for each letter.

The sender is the outlet, as whoever publishes is; the subject is the title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from email import errors, policy
from email.message import EmailMessage
from email.parser import BytesParser

from variorum.errors import SourceError
from variorum.read.media.drafts import Complaint, Draft, Found
from variorum.read.media.letters.decoding import decode
from variorum.read.media.letters.labels import codec_of
from variorum.read.media.mail.contents import Letter, letter_read
from variorum.read.page.wording import language_code
from variorum.settings import Settings

LONGEST_FIELD = 2_000
"""Characters of a field that are looked at: parsing takes time that grows with their square."""

_FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    errors.MessageError,
)
"""What the standard library raises on damaged letters."""
_OPENS = re.compile(
    rb"(?:\A|(?<=\n)\r?\n)From \S{1,300} [^\n]{0,40}?\d{2}:\d{2}(?::\d{2})?[^\n]{0,12}\d{4}[ \t]*\r?\n"
)
"""The line above each letter in a box, below a blank one."""
_KEPT = re.compile(rb"^>(>*From )", re.M)
_COUNTED = re.compile(rb"\A\d{1,9}[ \t]*\r?\n")
"""How Apple Mail opens a letter: with the number of its bytes; its own notes follow after them."""
_FLOWS = re.compile(r"(?<!\n--)(?<=\S) \n(?![>\n])")
_INNER = re.compile(r"<([^<>\s]{1,2000})>")


def read_letter(data: bytes, where: str, settings: Settings) -> Found:
    """Return a file of one letter as a draft."""
    counted = _COUNTED.match(data)
    if counted is not None:
        data = data[counted.end() : counted.end() + int(counted[0])]
    return letter_read(_letter(data, where, where), settings)


def read_mailbox(data: bytes, where: str, settings: Settings) -> Found:
    """Return the letters of a box as drafts, in its order; one that cannot be read is a complaint."""
    found = list(_OPENS.finditer(data))
    ends = [*(one.start() for one in found[1:]), len(data)]
    drafts: list[Draft] = []
    complaints: list[Complaint] = []
    for number, (opened, end) in enumerate(zip(found, ends, strict=True), start=1):
        source, told = f"{where}#{number}", f"{where}, letter {number}"
        names = (source, told) if len(found) > 1 else (where, where)
        try:
            letter = _letter(_KEPT.sub(rb"\1", data[opened.end() : end]), *names)
        except SourceError as error:
            complaints.append((names[1], str(error)))
            continue
        good, bad = letter_read(letter, settings)
        drafts += good
        complaints += bad
    if not found:
        raise SourceError("the mailbox holds no letter; export it again as mbox")
    return drafts, complaints


def _letter(data: bytes, source: str, where: str) -> Letter:
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        plain, page = (_part(message, kind, where) for kind in ("plain", "html"))
        attached = tuple(_attached(message))
    except _FAILURES as error:
        raise SourceError("the letter is damaged; save its text as plain text") from error
    complaints = [*plain[1], *page[1]]
    if any(isinstance(d, errors.CloseBoundaryNotFoundDefect) for d in _defects(message)):
        complaints.append((where, "the letter ends in the middle of a part; export it again"))
    archived = _INNER.search(_field(message, "archived-at") or "")
    return Letter(
        source=source,
        where=where,
        plain=plain[0],
        page=page[0],
        subject=_field(message, "subject"),
        sender=_sender(message),
        date=_date(message),
        language=language_code(_field(message, "content-language")),
        url=archived[1] if archived is not None else None,
        attached=attached,
        complaints=tuple(complaints),
    )


def _part(message: EmailMessage, kind: str, where: str) -> tuple[str, list[Complaint]]:
    """Return the words of the part of a letter that is of a kind, "plain" or "html"."""
    part = message.get_body((kind,))
    if part is None or not isinstance(data := part.get_payload(decode=True), bytes):
        return "", []
    codec = codec_of(part.get_content_charset() or "")
    text, note = (
        (data.decode(codec, "replace"), None) if codec is not None else _guessed(data, kind)
    )
    text = text.replace("\r\n", "\n")
    if kind == "plain" and str(part.get_param("format", "")).lower() == "flowed":
        text = _FLOWS.sub(" ", text)
    return text, [(where, note)] if note else []


def _guessed(data: bytes, kind: str) -> tuple[str, str | None]:
    if not data.strip():
        return "", None
    decoded = decode(data, page=kind == "html")
    return decoded.text, decoded.note


def _attached(message: EmailMessage) -> Iterator[str]:
    """Yield the names of what is attached; pictures that a page shows are part of it."""
    for part in message.iter_attachments():
        if part.get_content_maintype() != "image" or part.is_attachment():
            name = part.get_filename() or part.get_content_type()
            yield " ".join(name.split())[:100]


def _defects(message: EmailMessage) -> Iterator[errors.MessageDefect]:
    for part in message.walk():
        yield from part.defects


def _sender(message: EmailMessage) -> str | None:
    """Return who sent a letter: the name that they go by, or else their address."""

    def named() -> object:
        first = message["from"].addresses[0]
        return first.display_name or first.addr_spec

    return _told(named) or _field(message, "from")


def _date(message: EmailMessage) -> str | None:
    """Return the day on which a letter was sent, in the sender's own time."""

    def sent() -> object:
        return message["date"].datetime.isoformat()

    return _told(sent) or _field(message, "date")


def _field(message: EmailMessage, name: str) -> str | None:
    return _told(lambda: message[name])


def _told(read: Callable[[], object]) -> str | None:
    """Return a field as one line, ``None`` where there is none or it makes no sense."""
    try:
        value = read()
    except _FAILURES:
        return None
    return " ".join(str(value).split())[:LONGEST_FIELD] or None if value is not None else None
