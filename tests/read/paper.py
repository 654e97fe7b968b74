"""A printing press for tests: the bytes of small PDF files whose every word stands where it is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

WIDTH = 0.6
"""Width of a letter of Courier, in sizes of the letter."""


class Put(NamedTuple):
    """Words at a place of a page, in points from its lower left corner."""

    x: float
    y: float
    text: str
    size: float = 10


PICTURE = "q 200 0 0 200 100 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID A EI Q"
"""The content of a page that is one grey picture."""


def pdf(
    pages: Iterable[Sequence[Put] | str], *, title: str = "", trailer: str = "", catalog: str = ""
) -> bytes:
    """Return a PDF; a page is words at their places, or its content as PDF writes it."""
    contents = [page if isinstance(page, str) else _content(page) for page in pages]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(contents)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in enumerate(contents):
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] "
            f"/Resources << /Font << /F 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>",
            f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream",
        ]
    objects.append(f"<< /Title ({title}) /CreationDate (D:20310604120000Z) >>")
    return _file(objects, trailer)


def column(x: float, y: float, text: str, *, size: float = 10, leading: float = 12) -> list[Put]:
    """Return lines set below one another; a line of the text that begins with a blank is set in."""
    return [
        Put(x + size * WIDTH * 2 * line.startswith(" "), y - leading * number, line.strip(), size)
        for number, line in enumerate(text.strip("\n").split("\n"))
        if line.strip()
    ]


def _content(page: Sequence[Put]) -> str:
    shown = [f"BT /F {put.size} Tf {put.x} {put.y} Td ({_escaped(put.text)}) Tj ET" for put in page]
    return "\n".join(shown)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(objects: Sequence[str], trailer: str) -> bytes:
    data, starts = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        starts.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    many = len(objects) + 1
    end = (
        f"xref\n0 {many}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Size {many} /Root 1 0 R /Info {many - 1} 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    )
    return data + end.encode("ascii")
