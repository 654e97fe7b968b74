"""Identifiers: records, web pages, days and text in forms that standards allow.

Enters: ids, addresses, dates and text of accounts, which may be hostile. Leaves: URIs, dates, XML
ids and XML text that the standards allow, or ``None``.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from importlib.metadata import version
from urllib.parse import quote, urlsplit

from variorum.find.matter.material import Material
from variorum.records import Account, new_id

TOOL = "Variorum"
LONGEST_ADDRESS = 2000
"""Characters of a web address; longer ones are shown as text only."""
_WEB = re.compile(r"https?://[^\s/?#@\\<>\"']+(?:[/?#]\S*)?", re.IGNORECASE)
_KEPT_IN_ADDRESS = "%/?#[]@!$&'()*+,;=:~-._"
_LONE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_ID = re.compile(r"[^A-Za-z0-9.-]")
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}:\d{2})")


def source_id(known: Material, end: str) -> str:
    """Return the id of an account, or a stable one for the name of a source not in hand."""
    return end if end in known.accounts else new_id("source", end)


def urn(record_id: str) -> str:
    """Return a record's name as a URI (RFC 8141).

    The namespace is not registered: it names what the ledger holds, and leads nowhere.
    """
    return f"urn:variorum:{quote(record_id, safe='')}"


def web(address: str | None) -> str | None:
    """Return an http or https address as a URI (RFC 3986), ``None`` for anything else.

    Characters that no URI may hold are percent-encoded; an address with a user name is none.
    """
    if not address or len(address) > LONGEST_ADDRESS or not _WEB.fullmatch(address):
        return None
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return quote(_LONE_PERCENT.sub("%25", address), safe=_KEPT_IN_ADDRESS) if host else None


def source_of(account: Account) -> str:
    """Return the URI by which others know an account: its web address, else its name."""
    return web(account.url) or web(account.source) or urn(account.id)


def software() -> str:
    """Return the program's name and version, as reports of provenance give it."""
    return f"{TOOL} {version('variorum')}"


def iso_day(value: str | None) -> str | None:
    """Return the year, month or day (ISO 8601) that a bound names; ``None`` if it names none."""
    found = _DAY.fullmatch((value or "").split("T")[0])
    if not found:
        return None
    try:
        date.fromisoformat((found[0] + "-01-01")[:10])
    except ValueError:
        return None
    return found[0]


def instant(value: str | None) -> str | None:
    """Return the time of a decision as xsd:dateTime with a zone; ``None`` if it is none."""
    if not value or not _INSTANT.fullmatch(value):
        return None
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return None
    return value


def xml_characters(text: object) -> str:
    """Return text with U+FFFD for what XML 1.0 cannot hold (section 2.2, Char)."""
    return _NOT_IN_XML.sub("\ufffd", str(text))


def xml_id(record_id: str) -> str:
    """Return an id as an NCName (XML Schema part 2, 3.3.7); different ids stay different."""
    plain = _NOT_IN_ID.sub(lambda found: f"_{ord(found[0]):x}_", record_id)
    return plain if plain[:1].isalpha() else f"_{plain}"
