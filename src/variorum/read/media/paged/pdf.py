"""PDF: the text of a document as it is read, with where each page begins.

Enters: the bytes of a file (ISO 32000), `Settings`. Leaves: a `Draft`, and complaints of what could not
be read; SourceError where nothing could.

Nothing in a document is run, and no link or file is opened. What the file says of its own title counts
only where the title stands on the first page, and the day on which it was made is no day of publication.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.errors import SourceError
from variorum.read.media.drafts import Draft, Found, letters_and_digits
from variorum.read.media.extras import missing
from variorum.read.media.paged.columns import reading_order
from variorum.read.media.paged.letters import has_unknown_letters, words_of
from variorum.read.media.paged.paragraphs import SetText, put_together
from variorum.read.media.paged.printed import PrintedLine, stretches, whole_lines
from variorum.read.media.paged.running import without_line_numbers, without_running
from variorum.settings import Settings

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfiumError

_MOST_PAGES = 5_000
"""A document of more pages is read up to there."""
_MOST_NAMED = 12
"""Pages that a complaint names one by one."""
_OPENS = 1_024
"""The mark of a PDF stands among the first bytes of a file."""
_TITLE_WITHIN = 2_000
"""Characters of the text in which a document's title stands if it is that of the text."""
_RECOGNISE = "run text recognition on the file (OCRmyPDF, for instance) and read what it makes"
_AGAIN = "open the file in a program for PDF and save it again"


class _Pages(Struct):
    """What was found, page by page; the rest are numbers of pages."""

    words: list[list[PrintedLine]] = []
    pictures: list[int] = []
    unknown: list[int] = []
    broken: list[int] = []


def is_pdf(data: bytes) -> bool:
    """Tell a PDF by its mark, before which there may be some bytes of another program."""
    return b"%PDF-" in data[:_OPENS] and not data[:_OPENS].lstrip().startswith((b"<", b"WARC/"))


def read_pdf(data: bytes, where: str, settings: Settings) -> Found:
    """Return the document as a draft."""
    try:
        from pypdfium2 import PdfDocument, PdfiumError
    except ImportError as error:
        raise missing("pypdfium2") from error
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        raise SourceError(_refusal(error)) from error
    try:
        count, title = len(document), document.get_metadata_value("Title")
        pages = _read_pages(document, settings)
    finally:
        document.close()
    reasons = list(_reasons(data, pages, count))
    if not any(pages.words):
        raise SourceError("; ".join(reasons) or "the document is empty; leave it out")
    found = put_together(_lines(pages))
    return [_draft(found, title, where)], [(where, reason) for reason in reasons]


def _refusal(error: PdfiumError) -> str:
    """Return why a document does not open."""
    from pypdfium2 import raw

    if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return "the document is locked with a password; unlock it, and save it without one"
    return f"the document is damaged and cannot be opened; get the whole file, or {_AGAIN}"


def _read_pages(document: PdfDocument, settings: Settings) -> _Pages:
    pages, letters = _Pages(), 0
    for number in range(1, min(len(document), _MOST_PAGES) + 1):
        words = _words(document, number, pages, settings)
        letters += sum(len(word.text) for word in words)
        if letters > settings.max_characters:
            raise _too_long(settings)
        pages.words.append(words)
    return pages


def _lines(pages: _Pages) -> list[list[PrintedLine]]:
    """Return the lines of all pages as they are read, without those that run."""
    words = without_line_numbers(pages.words)
    return without_running([list(whole_lines(reading_order(stretches(page)))) for page in words])


def _words(
    document: PdfDocument, number: int, pages: _Pages, settings: Settings
) -> list[PrintedLine]:
    """Return the words of a page, or none, with the page noted among those that have none."""
    from pypdfium2 import PdfiumError, raw

    try:
        page = document[number - 1]
        letters = page.get_textpage()
    except PdfiumError:
        pages.broken.append(number)
        return []
    if letters.count_chars() > 2 * settings.max_characters:
        raise _too_long(settings)
    words = list(words_of(letters, number))
    if not words and raw.FPDFPage_CountObjects(page):
        pages.pictures.append(number)
    if has_unknown_letters(words):
        pages.unknown.append(number)
        words = []
    letters.close()
    page.close()
    return words


def _too_long(settings: Settings) -> SourceError:
    return SourceError(
        f"the document has more than {settings.max_characters} characters; "
        "split it, or raise max_characters"
    )


def _reasons(data: bytes, pages: _Pages, count: int) -> Iterator[str]:
    """Yield what was not read, and what to do."""
    if pages.pictures:
        yield f"no text, only pictures, on {_named(pages.pictures)}; {_RECOGNISE}"
    if pages.unknown:
        yield f"the letters cannot be recognised on {_named(pages.unknown)}; {_RECOGNISE}"
    if pages.broken:
        yield f"damage on {_named(pages.broken)}, which cannot be read; {_AGAIN}"
    if count > _MOST_PAGES:
        yield f"the document has {count} pages, of which {_MOST_PAGES} were read; split it"
    if _is_cut_short(data):
        found = "1 page was" if count == 1 else f"{count} pages were"
        yield f"the file is cut short, and {found} found in it; get the whole file"


def _is_cut_short(data: bytes) -> bool:
    """Whether a file does not end as it must, or begins one more object after its end."""
    _, end, after = data.rpartition(b"%%EOF")
    return not end or b" obj" in after


def _named(pages: Sequence[int]) -> str:
    """Return some pages by number: "page 2", "pages 2, 5 and 7", "pages 2, 5 and 30 more"."""
    if len(pages) == 1:
        return f"page {pages[0]}"
    shown = [str(page) for page in pages[:_MOST_NAMED]]
    more = len(pages) - _MOST_NAMED
    last = f"{more} more" if more > 0 else shown.pop()
    return f"pages {', '.join(shown)} and {last}"


def _draft(found: SetText, title: str, where: str) -> Draft:
    first_page = found.text[: found.pages[1]] if len(found.pages) > 1 else found.text
    told = letters_and_digits(title)
    stands = bool(told) and told in letters_and_digits(first_page[:_TITLE_WITHIN])
    starts = [at for at, _ in found.headings]
    tallest = max((height for _, height in found.headings), default=0.0)
    return Draft(
        text=found.text,
        source=where,
        where=where,
        title=" ".join(title.split()) if stands else None,
        headings=tuple(starts),
        titled=bool(starts) and starts[0] == 0 and found.headings[0][1] >= tallest,
        pages=found.pages,
    )
