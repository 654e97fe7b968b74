"""Word footnotes: the part of a Word file that python-docx does not know.

Enters: a python-docx document, runs and texts. Leaves: `word/footnotes.xml` with its references
(ECMA-376 part 1, 17.11), and the two styles they wear.
"""

from __future__ import annotations

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.run import Run

REFERENCE = "FootnoteReference"
TEXT_STYLE = "FootnoteText"
_RULES = (("-1", "separator"), ("0", "continuationSeparator"))
"""The lines between text and notes, which Word keeps as footnotes of their own."""


class Footnotes:
    """The footnotes of one document; `keep` puts them into it, once all are added."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
        for number, kind in _RULES:
            note = self._note(number)
            note.set(qn("w:type"), kind)
            note.append(_paragraph(None, OxmlElement(f"w:{kind}")))
        _styles(document)

    def add(self, run: Run, text: str, language: str | None = None) -> None:
        """Put a reference into `run`, and `text` at the foot of its page."""
        number = str(len(self.root) - len(_RULES) + 1)
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), number)
        run._r.style = REFERENCE
        run._r.append(reference)
        words = OxmlElement("w:t")
        words.text = f" {text}"
        words.set(qn("xml:space"), "preserve")
        paragraph = _paragraph(REFERENCE, OxmlElement("w:footnoteRef"))
        paragraph.append(_run(None, words, language))
        self._note(number).append(paragraph)

    def keep(self) -> None:
        """Put the part into the document; nothing can be added afterwards."""
        from lxml import etree

        blob = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        name = PackURI("/word/footnotes.xml")
        package = self.document.part.package
        part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, blob, package)
        self.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        settings = self.document.settings.element
        listed = OxmlElement("w:footnotePr")
        for number, _ in _RULES:
            rule = OxmlElement("w:footnote")
            rule.set(qn("w:id"), number)
            listed.append(rule)
        _before_compat(settings, listed)

    def _note(self, number: str) -> BaseOxmlElement:
        note = OxmlElement("w:footnote")
        note.set(qn("w:id"), number)
        self.root.append(note)
        return note


def _before_compat(settings: BaseOxmlElement, listed: BaseOxmlElement) -> None:
    """Put a setting where the schema's order has it: before the settings of compatibility."""
    following = settings.find(qn("w:compat"))
    if following is None:
        settings.append(listed)
    else:
        following.addprevious(listed)


def _paragraph(style: str | None, content: BaseOxmlElement) -> BaseOxmlElement:
    """Return a paragraph that begins with `content` in a run of the character style `style`."""
    paragraph = OxmlElement("w:p")
    if style:
        shape, name = OxmlElement("w:pPr"), OxmlElement("w:pStyle")
        name.set(qn("w:val"), TEXT_STYLE)
        shape.append(name)
        paragraph.append(shape)
    paragraph.append(_run(style, content))
    return paragraph


def _run(
    style: str | None, content: BaseOxmlElement, language: str | None = None
) -> BaseOxmlElement:
    run = OxmlElement("w:r")
    shape = OxmlElement("w:rPr")
    for tag, value in (("w:rStyle", style), ("w:lang", language)):
        if value:
            child = OxmlElement(tag)
            child.set(qn("w:val"), value)
            shape.append(child)
    if len(shape):
        run.append(shape)
    run.append(content)
    return run


def _styles(document: Document) -> None:
    text = document.styles.add_style("Footnote Text", WD_STYLE_TYPE.PARAGRAPH)
    text.base_style = document.styles["Normal"]
    text.font.size = Pt(8.5)
    text.paragraph_format.space_after = Pt(1)
    text.paragraph_format.line_spacing = 1.0
    reference = document.styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True
