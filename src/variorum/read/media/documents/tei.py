"""TEI: texts and records of speech as archives and parliaments encode them.

Enters: the bytes of a file (TEI P5), `Settings`. Leaves: a `Draft`.

An utterance (`u`) or a speech (`sp`) is a turn, "NAME: words", by the name that the header gives its speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec.structs import replace

from variorum.errors import SourceError
from variorum.read.media.documents.marked_up import blocks, first, local, root_of, words
from variorum.read.media.documents.paragraphs import Paragraph, draft_of
from variorum.read.media.drafts import Found, below_headline
from variorum.read.media.formats import root
from variorum.read.page.wording import language_code
from variorum.settings import Settings

_XML = "{http://www.w3.org/XML/1998/namespace}"


def is_tei(text: str) -> bool:
    """Tell a text by the name of its root."""
    return root(text) == "TEI"


def read_tei(data: bytes, source: str, settings: Settings) -> Found:
    """Return an encoded text as a draft; no setting concerns it."""
    document = root_of(data)
    body = first(document, "text", "body")
    if body is None:
        raise SourceError("the file of TEI has no body with a text; save its text as plain text")
    told = draft_of(_paragraphs(body, _persons(document)), source)
    header = first(document, "fileDesc")
    title = words(first(header, "titleStmt", "title")) or None
    text, headings, titled = below_headline(title, told.text, told.headings)
    published = first(header, "publicationStmt", "date")
    date = "" if published is None else published.get("when") or words(published)
    draft = replace(
        told,
        text=text,
        title=title,
        outlet=words(first(header, "publicationStmt", "publisher")) or None,
        date=date or None,
        language=language_code(document.get(f"{_XML}lang")),
        headings=headings,
        titled=titled,
    )
    return [draft], []


def _persons(document: etree._Element) -> dict[str, str]:
    """Return the names of persons by the ids that utterances point to."""
    return {
        person.get(f"{_XML}id", ""): name
        for person in document.iter("{*}person")
        if (name := _name(first(person, "persName")))
    }


def _name(element: etree._Element | None) -> str:
    """Return a name in the order of speech; given names and surnames may stand the other way round."""
    if element is None:
        return ""
    parts = [words(one) for kind in ("forename", "surname") for one in element.iter(f"{{*}}{kind}")]
    return " ".join(parts) or words(element)


def _paragraphs(body: etree._Element, persons: Mapping[str, str]) -> Iterator[Paragraph]:
    for child in body:
        name = local(child)
        if name in ("u", "sp"):
            yield from _turn(child, persons)
        elif any(local(one) in ("u", "sp") for one in child.iterdescendants()):
            yield from _paragraphs(child, persons)
        else:
            wrapper = etree.Element("div")
            wrapper.append(child)
            yield from blocks(wrapper)


def _turn(element: etree._Element, persons: Mapping[str, str]) -> Iterator[Paragraph]:
    who = element.get("who", "").partition(" ")[0].rpartition("#")[2]
    label = words(first(element, "speaker")).rstrip(".:") or persons.get(who, who)
    said = [told for told, _ in blocks(element) if told] or [words(element)]
    yield (f"{label}: {said[0]}" if label else said[0]), False
    yield from ((told, False) for told in said[1:])
