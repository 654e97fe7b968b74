"""Archives for tests: WARC records, WACZ, MHTML and zip files of our own making."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Iterable, Mapping

WHEN = "2031-05-05T10:04:00Z"


def page(told: str, title: str = "Quay to close") -> str:
    """Return an ordinary page of a newspaper."""
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title></head><body><nav>Home</nav>"
        f"<article><h1>{title}</h1><p>{told}</p></article></body></html>"
    )


def response(
    address: str, content: bytes, *, kind: str = "text/html; charset=utf-8", status: str = "200 OK",
    packing: str = "",
) -> bytes:  # fmt: skip
    """Return a WARC record of what a server sent."""
    packed = f"Content-Encoding: {packing}\r\n" if packing else ""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{packed}\r\n"
    fields = {"WARC-Target-URI": address, "Content-Type": "application/http; msgtype=response"}
    return record("response", head.encode() + content, fields)


def record(kind: str, content: bytes, fields: Mapping[str, str] = {}) -> bytes:
    told = {
        "WARC-Type": kind,
        "WARC-Date": WHEN,
        "WARC-Record-ID": "<urn:uuid:0e1c7a52-5b3c-4a34-9f0e-6b1a6f3d2c11>",
        **fields,
        "Content-Length": f"{len(content)}",
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"WARC/1.1\r\n{head}\r\n".encode() + content + b"\r\n\r\n"


def packed(records: Iterable[bytes]) -> bytes:
    """Return records as crawlers pack them: each by itself."""
    return b"".join(gzip.compress(one) for one in records)


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def wacz(records: Iterable[bytes], listed: Iterable[str]) -> bytes:
    rows = [{"format": "json-pages-1.0", "id": "pages"}, *({"url": one} for one in listed)]
    return zipped(
        {
            "datapackage.json": "{}",
            "archive/data.warc.gz": packed(records),
            "pages/pages.jsonl": "\n".join(map(json.dumps, rows)),
        }
    )


def mhtml(html: str, *, end: bool = True) -> bytes:
    """Return a page with a picture beside it, as Chromium saves one."""
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://gazette.example/quay\r\n"
        "Subject: Quay to close\r\nDate: Mon, 5 May 2031 12:04:00 +0200\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----Parts"\r\n\r\n\r\n'
        "------Parts\r\nContent-Type: text/html\r\nContent-Location: https://gazette.example/quay\r\n"
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{html}\r\n"
        "------Parts\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n"
        + ("------Parts--\r\n" if end else "")
    ).encode()
