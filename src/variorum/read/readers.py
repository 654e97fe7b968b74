"""Readers: the table that says which reader reads what.

Enters: the bytes of a file and the ending of its name. Leaves: the `ReadFormat` that reads it.

A file is what its content says, under any name; where content says nothing, its ending counts; and what
nothing is known of is plain text. Of several formats whose mark a content bears the first is taken; of two
with one mark, the one that has the file's ending. A format that is not read has a reader that says what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from variorum.errors import SourceError
from variorum.read.media import formats
from variorum.read.media.archives.captures import (
    PAGE_TYPES,
    media_type,
    moment_of,
    read_capture,
)
from variorum.read.media.archives.responses import kept_capture
from variorum.read.media.archives.saved_pages import is_saved_page, read_saved_page
from variorum.read.media.archives.unpacking import (
    PackedFile,
    gzip_member,
    is_gzip,
    is_iwork,
    is_zip,
    zip_members,
)
from variorum.read.media.archives.warc import is_wacz, is_warc, read_wacz, read_warc
from variorum.read.media.databases.factiva import is_factiva_page
from variorum.read.media.databases.nexis import is_nexis, read_export
from variorum.read.media.databases.parting import is_database, read_database, read_database_page
from variorum.read.media.documents.epub import is_epub, read_epub
from variorum.read.media.documents.opendocument import is_opendocument, read_opendocument
from variorum.read.media.documents.rich import is_rich_text, read_rich_text
from variorum.read.media.documents.tei import is_tei, read_tei
from variorum.read.media.documents.word import is_word, read_word
from variorum.read.media.drafts import Complaint, Draft, Found, Reader
from variorum.read.media.feeds.newsml import is_newsml, read_newsml
from variorum.read.media.feeds.syndicated import read_feed
from variorum.read.media.letters.decoding import IWORK, decode, outline
from variorum.read.media.mail.letters import read_letter, read_mailbox
from variorum.read.media.mail.outlook import is_outlook, read_outlook
from variorum.read.media.paged.pdf import is_pdf, read_pdf
from variorum.read.media.pages.webpage import read_page
from variorum.read.media.rows.json_feeds import is_json, read_lines
from variorum.read.media.rows.shapes import is_x_archive, read_json_file, read_x_archive
from variorum.read.media.rows.tables import is_table, read_table
from variorum.read.media.rows.workbooks import is_workbook, read_workbook
from variorum.read.media.texts.plain import read_markdown, read_plain
from variorum.read.media.texts.subtitles import is_subtitles, read_subtitles
from variorum.settings import Settings


class ReadFormat(Struct, frozen=True):
    """A format: its reader, the endings of its files, and its mark in the bytes or the text of a file.

    `apart` says that its reader is, or may come to, a library that a damaged file can bring down with the
    process: such a file is read in a process of its own, however small it is. So is an `archive`, which holds
    files or many pages.
    """

    read: Reader
    endings: tuple[str, ...] = ()
    opens: Callable[[bytes], bool] | None = None
    tells: Callable[[str], bool] | None = None
    apart: bool = False
    archive: bool = False

    def is_of(self, data: bytes, text: str) -> bool:
        """Tell whether a content bears the mark of this format."""
        if self.opens is not None and self.opens(data):
            return True
        return bool(text) and self.tells is not None and self.tells(text)


def format_of(data: bytes, ending: str) -> ReadFormat:
    """Return the format of a file's content, or else of its ending, such as ".txt"."""
    text, named = outline(data), _named().get(ending.lower())
    told = next((format for format in READ_FORMATS if format.is_of(data, text)), None)
    if told is None or (named is not None and told.tells and told.tells is named.tells):
        return named or _PLAIN
    return told


@cache
def _named() -> dict[str, ReadFormat]:
    return {ending: format for format in READ_FORMATS for ending in format.endings}


def _of_text(read: Callable[[str, str, Settings], Found], *, page: bool = False) -> Reader:
    """Make a reader of bytes from one of text; a guess at the encoding is a complaint beside the drafts."""

    def reader(data: bytes, where: str, settings: Settings) -> Found:
        decoded = decode(data, page=page)
        drafts, complaints = read(decoded.text, where, settings)
        noted = [(where, decoded.note)] if decoded.note else []
        return drafts, [*noted, *complaints]

    return reader


def _alone(read: Callable[[str, str], Draft]) -> Reader:
    """Make a reader of bytes from one that takes a text for one account."""
    return _of_text(lambda text, where, settings: ([read(text, where)], []))


def _page(text: str, where: str, settings: Settings) -> Found:
    return [read_page(text, where, settings)], []


def _refused(reason: str) -> Reader:
    def reader(data: bytes, where: str, settings: Settings) -> Found:
        raise SourceError(f"the file {reason}")

    return reader


def _inside(members: Callable[[bytes, str, Settings], Iterator[PackedFile | Complaint]]) -> Reader:
    """Make a reader of an archive, which reads each file in it as one of its own, but no archive."""

    def reader(data: bytes, where: str, settings: Settings) -> Found:
        drafts: list[Draft] = []
        complaints: list[Complaint] = []
        for member in members(data, where, settings):
            if isinstance(member, PackedFile):
                found, told = _read_member(member, settings)
                drafts += found
                complaints += told
            else:
                complaints.append(member)
        if not drafts and not complaints:
            raise SourceError("the archive holds no file; leave it out")
        return drafts, complaints

    return reader


def _read_member(member: PackedFile, settings: Settings) -> Found:
    """Read a file of an archive; what was wrong with it is a complaint."""
    format = format_of(member.data, PurePath(member.name).suffix)
    if format.archive:
        told = "the file is an archive inside an archive; unpack it, and name the files inside"
        return [], [(member.name, told)]
    try:
        return format.read(member.data, member.name, settings)
    except SourceError as error:
        return [], [(member.name, str(error))]


WEB_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
}
"""Media types that are read of what a server sent, and the endings that files of these types have."""


def _read_retrieved(data: bytes, where: str, settings: Settings) -> Found:
    """Read the record of a response: a page as one of an archive, all else as a file of its type, but no archive."""
    capture = kept_capture(data, where, settings.max_source_bytes)
    kind = media_type(capture.media_type)
    if kind in PAGE_TYPES:
        draft, complaints = read_capture(capture, settings)
        return [draft], complaints
    format = format_of(capture.content, WEB_ENDINGS.get(kind, ""))
    if format.archive:
        raise SourceError("the address leads to an archive; download it, and name the file")
    drafts, complaints = format.read(capture.content, where, settings)
    address, when = capture.address, moment_of(capture)
    return [replace(one, url=one.url or address, captured=when) for one in drafts], complaints


RETRIEVED = ReadFormat(_read_retrieved, apart=True)
"""A response that an address gave: it is one by where it is kept, and no file is taken for one."""
_PLAIN = ReadFormat(_alone(read_plain), (".txt", ".text"))

READ_FORMATS: tuple[ReadFormat, ...] = (
    # archives of pages, and archives of files
    ReadFormat(read_wacz, (".wacz",), opens=is_wacz, archive=True),
    ReadFormat(read_warc, (".warc",), opens=is_warc, archive=True),
    ReadFormat(_inside(zip_members), (".zip",), opens=is_zip, archive=True),
    ReadFormat(_inside(gzip_member), (".gz",), opens=is_gzip, archive=True),
    # binary files
    ReadFormat(_refused(IWORK), (".pages", ".numbers", ".key"), opens=is_iwork),
    ReadFormat(read_word, (".docx",), opens=is_word),
    ReadFormat(read_opendocument, (".odt",), opens=is_opendocument),
    ReadFormat(read_epub, (".epub",), opens=is_epub),
    ReadFormat(read_rich_text, (".rtf",), opens=is_rich_text),
    ReadFormat(read_pdf, (".pdf",), opens=is_pdf, apart=True),
    ReadFormat(read_outlook, (".msg",), opens=is_outlook),
    ReadFormat(read_workbook, (".xlsx",), opens=is_workbook),
    # markup
    ReadFormat(_of_text(read_database_page, page=True), tells=is_factiva_page),
    ReadFormat(_of_text(_page, page=True), (".html", ".htm", ".xhtml"), tells=formats.is_page),
    ReadFormat(_of_text(read_json_file), (".json",), tells=is_json),
    ReadFormat(_of_text(read_x_archive), tells=is_x_archive),
    ReadFormat(_of_text(read_lines), (".jsonl", ".ndjson"), tells=is_json),
    ReadFormat(read_feed, (".rss", ".atom"), tells=formats.is_feed),
    # what leads to accounts and holds none
    ReadFormat(
        _refused(formats.SHORTCUT), (".url", ".webloc", ".desktop"), tells=formats.is_shortcut
    ),
    ReadFormat(_refused(formats.ADDRESSES), tells=formats.is_addresses),
    ReadFormat(read_newsml, tells=is_newsml),
    ReadFormat(read_tei, tells=is_tei),
    ReadFormat(_refused(formats.XML), tells=formats.is_xml),
    ReadFormat(_refused(formats.XML), (".xml",)),
    # letters and archives
    ReadFormat(read_saved_page, (".mht", ".mhtml"), tells=is_saved_page),
    ReadFormat(read_mailbox, (".mbox",), tells=formats.is_mailbox),
    ReadFormat(read_letter, (".eml", ".emlx"), tells=formats.is_mail),
    # exports of press databases
    ReadFormat(_of_text(read_export), tells=is_nexis),
    ReadFormat(_of_text(read_database), tells=is_database),
    ReadFormat(_refused(formats.EXPORT), tells=formats.is_export),
    # texts
    ReadFormat(_alone(read_subtitles), (".srt", ".vtt", ".sbv"), tells=is_subtitles),
    ReadFormat(_refused(formats.SUBTITLES), (".ass", ".ssa")),
    ReadFormat(_of_text(read_table), (".csv", ".tsv"), tells=is_table),
    ReadFormat(_alone(read_markdown), (".md", ".markdown")),
    _PLAIN,
)
"""Every format, in the order in which a content is asked for its mark: the surest marks first."""
