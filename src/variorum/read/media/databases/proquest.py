"""ProQuest: the articles of a text export, between lines of underscores.

Enters: the text of an export. Leaves: its `Article`s.

Each record is a list of labels with what they say: "Title: …", "Full text: …", "Publication date: …". A record
may have an abstract only, which is no article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from variorum.read.media.databases.articles import Article

_RULE = re.compile(r"^[ \t]*(?:_{20,}|Document \d{1,6} of \d{1,6})[ \t]*$", re.M)
_LABELS = """Title|Author|Authors|Publication info|Abstract|Links|Full text|Subject|Subjects|Location|People|
Company / organization|Classification|Business indexing term|Identifier / keyword|Publication title|Pages|First page|
Publication year|Publication date|Publication subject|Section|Publisher|Place of publication|Country of publication|
ISSN|e-ISSN|Source type|Source|Language of publication|Document type|Document feature|ProQuest document ID|
Document URL|Copyright|Last updated|Database|Volume|Issue|Number of pages|Dateline|Column|Credit|Illustration|
Accession number|Journal subject|Alternate title|Correspondence author|Record number|Online ISSN""".replace(
    "\n", ""
)
_LABEL = re.compile(rf"^[ \t]*({_LABELS}):(?:[ \t]+|$)", re.M)
_SURE = re.compile(
    r"^[ \t]*(?:ProQuest document ID|Language of publication|Publication title|Publication info):",
    re.M,
)
_TEXT = "Full text"
NEAR = 3
"""Lines from a label below a text to the next."""
_NOWHERE = re.compile(r"(?:not available|none available)\.?", re.I)


def is_proquest(text: str) -> bool:
    """Tell an export by the label that opens a text and one that only this database prints."""
    return f"{_TEXT}:" in text and _SURE.search(text) is not None


def proquest(text: str) -> Iterator[Article]:
    """Yield the articles of an export, in its order."""
    rules = list(_RULE.finditer(text))
    starts = [(0, False), *((rule.end(), "_" not in rule[0]) for rule in rules)]
    ends = [*(rule.start() for rule in rules), len(text)]
    for (start, counted), end in zip(starts, ends, strict=True):
        record = text[start:end]
        if counted or _SURE.search(record) is not None:
            yield _article(record, _parts(record))


def _article(record: str, parts: Mapping[str, str]) -> Article:
    opening = record[: found.start()] if (found := _LABEL.search(record)) is not None else ""
    first = next((line.strip() for line in opening.splitlines() if line.strip()), None)
    outlet, _, printed = parts.get("Publication info", "").partition(";")
    text = parts.get(_TEXT, "")
    return Article(
        title=_line(parts.get("Title")) or first,
        byline=_names(parts.get("Author") or parts.get("Authors")),
        outlet=_line(parts.get("Publication title")) or _line(outlet),
        date=_line(parts.get("Publication date")) or _line(printed),
        text="" if _NOWHERE.fullmatch(text.strip()) else text.strip(),
    )


def _parts(record: str) -> dict[str, str]:
    """Gather what stands behind each label, the first of each; a text ends where a label below it begins."""
    parts: dict[str, str] = {}
    name, at = "", 0
    for found in _LABEL.finditer(record):
        if found[1] in parts or (name == _TEXT and not _below(record, found)):
            continue
        if name:
            parts[name] = record[at : found.start()]
        name, at = found[1], found.end()
        parts[name] = ""
    if name:
        parts[name] = record[at:]
    return parts


def _below(record: str, found: re.Match[str]) -> bool:
    """Tell whether a label stands among those below a text: another follows, with nothing but a line between."""
    after = _LABEL.search(record, found.end())
    return after is None or record.count("\n", found.end(), after.start()) <= NEAR


def _names(told: str | None) -> str | None:
    """Return authors as they are printed: "Rita Hann" for "Hann, Rita"."""
    names = [name.strip() for name in (told or "").split(";") if name.strip()]
    turned = [
        " ".join(reversed(name.split(", "))) if name.count(",") == 1 else name for name in names
    ]
    return _line(", ".join(turned))


def _line(told: str | None) -> str | None:
    return " ".join((told or "").split()) or None
