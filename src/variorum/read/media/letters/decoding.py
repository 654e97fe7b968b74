"""Decoding: bytes to text, with a note wherever the encoding had to be guessed.

Enters: the bytes of a source. Leaves: `Decoded` text, or a SourceError that says what to do.

UTF-8 comes out unchanged: a byte order mark stays as U+FEFF at offset 0 and line ends stay as
they are, so that offsets are offsets into the decoded file.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes
from msgspec import Struct

from variorum.errors import SourceError
from variorum.read.media.letters.alphabets import latin_code
from variorum.read.media.letters.damage import damage
from variorum.read.media.letters.labels import codec_of

ENCODING_SAMPLE = 60_000
"""Bytes from which an undeclared encoding is guessed; more rarely changes the answer."""

GUESSES = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("koi8_r", "iso8859_2", "mac_roman", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
)
"""The only encodings a guess may name; an exotic one is far likelier to be a mistake."""

MOST_LOST = 0.05
"""The share of bytes beyond ASCII that a page's own declaration may leave without meaning."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ARCHIVE = "is a compressed archive; unpack it and name the files inside"
IWORK = (
    "is a document of Pages, Numbers or Keynote, which only these programs read; "
    "export it as a Word document (.docx) or PDF"
)
OFFICE = "is an office document that is not read; save a text as .docx or plain text, a workbook as .xlsx or .csv"
_PICTURE = "is a picture; transcribe its text first"
_MAGIC = (
    (
        b"PK\x03\x04",
        "is an office document that is not read, or a damaged zip archive; save it as .docx or plain text, or get the whole archive",
    ),
    (b"PK\x05\x06", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"\xfd7zXZ\x00", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"\x28\xb5\x2f\xfd", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"%PDF-", "is a PDF; save its text as plain text or HTML"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OFFICE),
    (b"{\\rtf", OFFICE),
    (b"\x89PNG\r\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"SQLite format 3\x00", "is a database; export its articles as JSON Lines"),
    (b"bplist00", "is a link to a page or a settings file; save the page itself as HTML"),
    (b"%!PS", "is PostScript; save its text as plain text"),
    (b"\x7fELF", "is a program, not an account"),
)
_SIGN_IN_WORD = re.compile("[A-Za-z][³¹¿¡£¥¢¼¾¯ªº¨¸][a-z]")
"""What letters of one code look like when they are read in another."""
_DECLARED = re.compile(
    rb"""(?:charset\s{0,5}=|<\?xml\b[^>]{0,200}\bencoding\s{0,5}=)\s{0,5}["']?\s{0,5}([A-Za-z0-9_:.-]{2,30})""",
    re.I,
)
"""The charset of a `meta` element, or the encoding of an XML declaration."""


class Decoded(Struct, frozen=True):
    """Text, and what had to be guessed or replaced to get it (``None``: nothing)."""

    text: str
    note: str | None = None


def decode(data: bytes, *, page: bool = False) -> Decoded:
    """Return the text of `data`; in a web `page` its own charset declaration counts too.

    The order: a byte order mark, strict UTF-8, the declaration, UTF-16 without a mark, UTF-8 with
    few damaged bytes (each becomes U+FFFD), Windows-1252 if the text looks Western in it, a guess
    among `GUESSES`. SourceError for archives,
    binary files and bytes that fit no encoding. Stray NUL characters are left out of a page, as
    browsers do; elsewhere they are an error.
    """
    if (reason := no_text(data)) is not None:
        raise SourceError(f"the file {reason}")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data, encoding), page=page)
    try:
        decoded = Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        decoded = _undeclared(data, page)
    if page and decoded.text.count("\x00") * 100 < len(decoded.text):
        decoded = Decoded(decoded.text.replace("\x00", ""), decoded.note)
    return _checked(decoded, page=page)


def no_text(data: bytes) -> str | None:
    """Return what a file is that is no text, told by its first bytes, and what to do with it."""
    opening = data[:1_000].lstrip(b"\xef\xbb\xbf\x00 \t\r\n")
    return next(
        (reason for magic, reason in _MAGIC if data.startswith(magic) or opening.startswith(magic)),
        None,
    )


def outline(data: bytes) -> str:
    """Return a text as far as its structure needs it, which is in ASCII: no encoding is guessed.

    Empty for what is no text.
    """
    if no_text(data) is not None:
        return ""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    return data.decode(marked or _wide_code(data) or "utf-8", "replace")


def _strictly(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        return Decoded(text, f"damaged {encoding} from byte {error.start}; shown as U+FFFD")


def _undeclared(data: bytes, page: bool) -> Decoded:
    named = _DECLARED.search(data[:4_000]) if page else None
    if named and (declared := _declared(data, named.group(1).decode("ascii"))) is not None:
        return declared
    if (wide := _wide(data)) is not None:
        return wide
    return _damaged(data) or _guessed(data)


def _declared(data: bytes, label: str) -> Decoded | None:
    """Decode as a browser does; ``None`` where the label is unknown or the bytes belie it."""
    codec = codec_of(label)
    if codec is None or codec == "utf_8":
        return None
    text = data.decode(codec, "replace")
    lost = text.count("\ufffd")
    if lost == 0:
        return Decoded(text)
    if lost > MOST_LOST * sum(byte > 127 for byte in data):
        return None
    return Decoded(
        text, f"{lost} stretches are not valid {codec}, which the page names; shown as U+FFFD"
    )


def _wide(data: bytes) -> Decoded | None:
    encoding = _wide_code(data)
    if encoding is None:
        return None
    return Decoded(data.decode(encoding, "replace"), f"no byte order mark; read as {encoding}")


def _wide_code(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: every second byte of Western text is zero."""
    sample = data[:4_000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if not sample or max(even, odd) < len(sample) * 0.3:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _damaged(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore")) - lost
    if lost > beyond_ascii or (lost > 5 and lost * 10 > beyond_ascii):
        return None
    return Decoded(text, f"{lost} stretches are not valid UTF-8; shown as U+FFFD")


def _guessed(data: bytes) -> Decoded:
    first = next((at for at, byte in enumerate(data) if byte > 127), 0)
    start = max(0, first - ENCODING_SAMPLE // 2)
    encoding = latin_code(data) or _likeliest(data[start : start + ENCODING_SAMPLE])
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    return Decoded(
        text,
        f"not UTF-8: it was read as {encoding}, which is a guess. Save it as UTF-8 if characters look wrong",
    )


def _likeliest(sample: bytes) -> str:
    whole = [c for c in GUESSES if _SIGN_IN_WORD.search(sample.decode(c, "replace")) is None]
    best = from_bytes(sample, cp_isolation=whole or list(GUESSES)).best()
    return best.encoding if best is not None else "cp1252"


def _checked(decoded: Decoded, *, page: bool = False) -> Decoded:
    text = decoded.text
    if "\x00" in text:
        if text.count("\x00") > len(text) // 4 and (
            wide := _wide(text.encode("latin-1", "replace"))
        ):
            return _checked(wide, page=page)
        raise SourceError("the file holds NUL characters: binary or damaged; save it as plain text")
    sample = text[:20_000]
    odd = sum(1 for mark in sample if mark < " " and mark not in "\t\n\r\f\v\x1b")
    if odd * 20 > len(sample):
        raise SourceError("the file is binary; save its text as plain text, HTML or JSON")
    if decoded.note is None and (damaged := damage(text)) is not None:
        mended, told = damaged
        return decoded if page and mended == text else Decoded(mended, told)
    return decoded
