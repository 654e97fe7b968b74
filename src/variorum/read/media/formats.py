"""Formats: what a text is that is more or less than an account, told by its structure and never by its subject.

Enters: a text. Leaves: whether it is of a format; and what to do with a file of one that is not read.

A format says what it is in its first bytes (RFC 4155, 5322; ISO 28500; RSS, Atom), by lines
that only a program writes ("Document 3 of 12"), or by holding nothing but addresses.
"""

from __future__ import annotations

import re
from itertools import islice

SAVE = "save the article itself as plain text or HTML"

XML = f"is XML of a kind that is not read; {SAVE}"
SUBTITLES = "holds subtitles in a format that is not supported yet; save them as WebVTT or SubRip (.vtt, .srt)"
SHORTCUT = "is a link to a page, not the page itself; open it and save the page as HTML"
ADDRESSES = (
    "is a list of addresses, not the pages themselves; give it with --addresses and --allow-network, or save "
    "each page as HTML"
)
WITHDRAWN = "the agency has withdrawn the article; leave it out, or ask for the version that stands"
NO_ARTICLE = "the item holds no text of an article; save it as plain text if it has one"
EXPORT = (
    "is an export from a press database in a form that is not read yet: its labels would be taken for words "
    "of the articles; save the text of each article, without the labels, as a file of its own"
)

_BLANK = "\ufeff \t\r\n\v\f"
_FEEDS = frozenset({"rss", "feed", "rdf"})
_PAGE = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?"
    r"<(?:!doctype\s+html|html|head|body|main|article|section|div|p|h1)\b(?=[\s>])",
    re.I | re.S,
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


def root(text: str) -> str:
    """Return the name of the element that holds a document, "html" for a page; "" where there is none."""
    body = text[:20_000].lstrip(_BLANK)
    declared = _XML.match(body)
    at = declared.end() if declared else 0
    while (apart := _APART.match(body, at)) is not None:
        at = apart.end()
    found = _ROOT.match(body, at)
    if found is None:
        return "?" if declared else ""
    closed = text[-200:].rstrip().endswith(f"</{found.group(1)}>")
    name = found.group(2)
    return name if declared or closed or name.lower() in _FEEDS else ""


def is_feed(text: str) -> bool:
    """Tell RSS and Atom."""
    return root(text).lower() in _FEEDS


def declares_entities(data: bytes) -> bool:
    """Tell a document that declares entities: no program that writes news does, and some parsers would expand them."""
    return any("<!ENTITY".encode(code) in data for code in ("ascii", "utf-16-le", "utf-16-be"))


def is_xml(text: str) -> bool:
    """Tell a document of XML that is no page."""
    return root(text).lower() not in ("", "html")


def is_page(text: str) -> bool:
    """Tell what opens as a web page does."""
    return _PAGE.match(text[:2_000]) is not None


def is_shortcut(text: str) -> bool:
    """Tell a file that leads to a page: of Windows, of a desktop, of a Mac; or a single address."""
    body = text.lstrip(_BLANK)
    if body[:100].lower().startswith(("[internetshortcut]", "[desktop entry]")):
        return True
    listed = root(text) == "plist" and "<key>URL</key>" in body[:5_000]
    return listed or _addresses(body) == 1


def is_addresses(text: str) -> bool:
    """Tell a list of addresses."""
    return _addresses(text) > 1


def _addresses(body: str) -> int:
    """Count addresses where there is nothing else, or there are three and more and fewer other lines."""
    lines = [line.strip() for line in body[:200_000].lstrip(_BLANK).splitlines() if line.strip()]
    links = sum(_ADDRESS.fullmatch(line) is not None for line in lines)
    return 0 if links < len(lines) and (links < 3 or 2 * links <= len(lines)) else links


def is_mailbox(text: str) -> bool:
    """Tell an mbox: a line that says when a letter came, and fields of a letter below it (RFC 4155)."""
    first, _, rest = text.lstrip(_BLANK).partition("\n")
    fields = _fields(rest) if _POSTMARK.match(first) is not None else frozenset()
    return bool(fields & {"from", "subject"} or fields & _STORED)


def is_mail(text: str) -> bool:
    """Tell a letter by three of the fields that programs write, one of them at least for one another."""
    fields = _fields(text)
    if "snapshot-content-location" in fields:
        return False
    stored = fields & _STORED
    return bool(stored) and len(fields & {"from", "to", "subject", "date"} | stored) >= 3


def _fields(text: str) -> frozenset[str]:
    """Return the names of the fields at the head of a letter."""
    fields: set[str] = set()
    for line in islice(text[:100_000].lstrip(_BLANK).splitlines(), 200):
        header = _HEADER.match(line)
        if header is None:
            break
        fields.add((header.group(1) or "").lower())
    return frozenset(fields)


def is_export(text: str) -> bool:
    """Tell documents that are counted, or numbered as Factiva does, or labelled as databases label."""
    codes = {found.group(1) for found in _CODE.finditer(text[:20_000])}
    labels = {" ".join(found.group(1).lower().split()) for found in _LABEL.finditer(text)} & _LABELS
    counted = len(list(islice(_COUNTED.finditer(text), 2)))
    if _NUMBERED.search(text) is not None and (labels or codes or _worded(text)):
        return True
    if {"HD", "PD", "SN"} <= codes and len(codes) >= 5:
        return True
    if labels & _SURE and len(labels) >= 3:
        return True
    return counted > 1 or bool(counted and labels)


def _worded(body: str) -> bool:
    return re.search(r"^[ \t]*\d[\d,]* words[ \t]*$", body, re.M) is not None
