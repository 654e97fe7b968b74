"""Parts of a TEI document: elements, words for attributes, and pointers to characters of accounts.

Enters: text of accounts, which may be hostile. Leaves: elements of the namespace of TEI that hold it
as text, with U+FFFD for what XML 1.0 cannot hold.
"""

from __future__ import annotations

import re

from lxml import etree

from variorum.records import Span
from variorum.report.standards.identifiers import urn, xml_characters, xml_id

TEI_NAMESPACE = "http://www.tei-c.org/ns/1.0"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_NOT_IN_WORD = re.compile(r"[^\w-]+")


def part(
    parent: etree._Element,
    tag: str,
    text: str | None = None,
    **attributes: str,
) -> etree._Element:
    """Add an element with its text; the attribute `id` becomes a valid xml:id."""
    element = etree.SubElement(parent, f"{{{TEI_NAMESPACE}}}{tag}")
    for name, value in attributes.items():
        if name == "id":
            element.set(_XML_ID, xml_id(value))
        else:
            element.set(name, xml_characters(value))
    if text is not None:
        element.text = xml_characters(text)
    return element


def teidata_word(text: str) -> str:
    """Return a text as a single word, as the data type teidata.word asks of a type."""
    return _NOT_IN_WORD.sub("-", text).strip("-") or "none"


def pointer(place: Span) -> str:
    """Return a URI for characters of an account's text, end excluded (RFC 5147, 2.2.1)."""
    return f"{urn(place.account)}#char={place.start},{place.end}"
