"""Formats: texts that are no account yet, told by their structure and never by their subject.

Enters: decoded text. Leaves: what the file is and what to do, or ``None`` for an ordinary text.

A format says what it is in its first bytes (RFC 4155, 5322; ISO 28500; RSS, Atom), by lines
that only a program writes ("Document 3 of 12"), or by holding nothing but addresses.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

SAVE = "save the article itself as plain text or HTML"
EACH = "save each article as a file of its own, as plain text or HTML"

FEED = f"is a feed of articles (RSS or Atom), which is not supported yet; {EACH}"
XML = f"is XML, which is not supported; {SAVE}"
SUBTITLES = "holds subtitles in a format that is not supported yet; save them as WebVTT or SubRip (.vtt, .srt)"
SHORTCUT = "is a link to a page, not the page itself; open it and save the page as HTML"
ADDRESSES = "is a list of addresses, not the pages themselves; open them and save each page as HTML"
MAIL = "is an e-mail file, which is not supported yet; save its text as plain text"
MAILBOX = f"is a mailbox, which is not supported yet; {EACH}"
ARCHIVE = "is a web archive, which is not supported; save the page as HTML"
EXPORT = (
    "is an export from a press database, which is not read yet: its labels would be taken for words "
    "of the articles; save the text of each article, without the labels, as a file of its own"
)

_XML = re.compile(r"<\?xml\b[^>]{0,300}>\s*")
_APART = re.compile(
    r"(?:<!--.{0,5000}?-->|<\?.{0,1000}?\?>|<!DOCTYPE[^>\[]{0,500}>)\s*", re.S | re.I
)
_ROOT = re.compile(r"<((?:\w{1,20}:)?([A-Za-z]\w{0,40}))\b")
_ADDRESS = re.compile(
    r"(?:[-*+]|\d{1,5}[.)])?\s*<?(?:https?|ftp)://\S+>?|(?:[-*+]\s+)?\[[^\]]*\]\(\S+\)"
)
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,40}):(?: |\t|$)|[ \t]+\S")
_STORED = frozenset(
    [
        "message-id",
        "received",
        "mime-version",
        "return-path",
        "delivered-to",
        "dkim-signature",
        "content-type",
        "content-transfer-encoding",
        "x-mailer",
        "references",
        "in-reply-to",
    ]
)
"""Header fields that mail programs write for one another; people who copy a letter leave them out."""
_POSTMARK = re.compile(r"From \S+ .{0,40}\d{2}:\d{2}(?::\d{2})?.{0,12}\d{4}\s*$")
_COUNTED = re.compile(
    r"^[ \t]*(?:Document \d{1,6} of \d{1,6}|\d{1,6} of \d{1,6} DOCUMENTS?)[ \t]*$", re.M | re.I
)
_NUMBERED = re.compile(r"^[ \t]*Document [A-Z]{2,10}\d{10,}\w{0,16}[ \t]*$", re.M)
_LABEL = re.compile(r"^[ \t]*([A-Z][A-Za-z-]{1,20}(?: [A-Za-z-]{1,12}){0,3}) ?:[ \t]*\S?", re.M)
_LABELS = frozenset(
    [
        "document url",
        "publication info",
        "publication title",
        "place of publication",
        "country of publication",
        "language of publication",
        "document type",
        "last updated",
        "source type",
        "section",
        "length",
        "byline",
        "dateline",
        "language",
        "graphic",
        "highlight",
        "full text",
        "publisher",
        "publication subject",
        "copyright",
        "database",
        "links",
        "subject",
        "company",
        "geographic",
        "author",
        "journal-code",
        "publication-type",
        "load-date",
        "proquest document id",
        "title",
        "publication date",
    ]
)
_SURE = frozenset(
    {"load-date", "proquest document id", "publication-type", "language of publication"}
)
"""Labels that only a database prints; beside two others of `_LABELS` they tell an export."""
_CODE = re.compile(r"^(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPD|IPC|PUB|AN)(?:[ \t]+\S|[ \t]*$)", re.M)  # fmt: skip


def unreadable(text: str) -> str | None:
    """Return why a text cannot be read as an account although it is text."""
    body = text.lstrip("\ufeff \t\r\n\v\f")
    return next((told for test in _TESTS if (told := test(body)) is not None), None)


def _markup(body: str) -> str | None:
    """An XML declaration, or the root of a feed."""
    declared = _XML.match(body)
    at = declared.end() if declared else 0
    while (apart := _APART.match(body, at)) is not None:
        at = apart.end()
    root = _ROOT.match(body, at)
    if root is None:
        return XML if declared else None
    name = root.group(2).lower()
    if name in ("rss", "feed", "rdf"):
        return FEED
    if name == "plist":
        return SHORTCUT if "<key>URL</key>" in body[:5_000] else XML
    closed = body[-200:].rstrip().endswith(f"</{root.group(1)}>")
    return XML if (declared or closed) and name != "html" else None


def _shortcut(body: str) -> str | None:
    opens = body[:100].lower()
    return SHORTCUT if opens.startswith(("[internetshortcut]", "[desktop entry]")) else None


def _addresses(body: str) -> str | None:
    """Nothing but addresses, or three and more with less than as many other lines."""
    lines = [line.strip() for line in body[:200_000].splitlines() if line.strip()]
    links = sum(_ADDRESS.fullmatch(line) is not None for line in lines)
    if links == 0 or (links < len(lines) and (links < 3 or 2 * links <= len(lines))):
        return None
    return ADDRESSES if links > 1 else SHORTCUT


def _mail(body: str) -> str | None:
    first, _, rest = body.partition("\n")
    if boxed := _POSTMARK.match(first) is not None:
        body = rest
    fields: set[str] = set()
    for line in islice(body.splitlines(), 200):
        header = _HEADER.match(line)
        if header is None:
            break
        fields.add((header.group(1) or "").lower())
    if "snapshot-content-location" in fields:
        return ARCHIVE
    stored = fields & _STORED
    if boxed and ({"from", "subject"} & fields or stored):
        return MAILBOX
    return (
        MAIL if stored and len(fields & {"from", "to", "subject", "date"} | stored) >= 3 else None
    )


def _web_archive(body: str) -> str | None:
    return ARCHIVE if re.match(r"WARC/\d\.\d\s", body) else None


def _export(body: str) -> str | None:
    """Documents that are counted, or numbered as Factiva does, or labelled as databases label."""
    codes = {found.group(1) for found in _CODE.finditer(body[:20_000])}
    labels = {" ".join(found.group(1).lower().split()) for found in _LABEL.finditer(body)} & _LABELS
    counted = len(list(islice(_COUNTED.finditer(body), 2)))
    if _NUMBERED.search(body) is not None and (labels or codes or _worded(body)):
        return EXPORT
    if {"HD", "PD", "SN"} <= codes and len(codes) >= 5:
        return EXPORT
    if labels & _SURE and len(labels) >= 3:
        return EXPORT
    return EXPORT if counted > 1 or (counted and labels) else None


def _worded(body: str) -> bool:
    return re.search(r"^[ \t]*\d[\d,]* words[ \t]*$", body, re.M) is not None


_TESTS: tuple[Callable[[str], str | None], ...] = (
    _markup,
    _shortcut,
    _addresses,
    _mail,
    _web_archive,
    _export,
)
