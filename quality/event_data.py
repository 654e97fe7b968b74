"""Event data: labelled collections as dossiers, each account with the event it tells of.

Enters: `gva_accounts` dev and `ecbplus` topics 1 to 35 (`quality.score.shared`). Leaves: `Told`
accounts. Only the first `PREFIX` characters of a text are parsed: events read names and days of
the lead alone; words are counted in the whole text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pyarrow as pa
from msgspec import Struct
from msgspec.structs import replace

from quality.score import shared
from variorum.engines.local import LocalEngine
from variorum.extract.figures.extraction import figures
from variorum.extract.moments.extraction import moments
from variorum.extract.names.extraction import names
from variorum.link.events.blocking import QUERY
from variorum.models.parser import SpacyParser
from variorum.records import Account, Dossier, Published, Region, Statements
from variorum.segment import annotate

PREFIX = 900
_SPACED = re.compile(r" ([.,;:!?)”])")
_OPENING = re.compile(r"(?:``|“) ")


class Told(Struct, frozen=True):
    """An account, the event it tells of, and the number of its topic or incident (for folds)."""

    account: Account
    event: str
    topic: int


def join(keys: pa.Table) -> pa.Table:
    """Find the accounts that may meet, as the journey does."""
    with LocalEngine(1) as engine:
        return engine.sql(QUERY, {"keys": keys})


def gva() -> list[Told]:
    """Return the reports of shootings in file order; [] where the data is absent."""
    path = shared("data/gva_accounts/docs.dev.jsonl")
    if path is None:
        return []
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Told(
            _account(row["doc_id"], (row["title"] or "").strip(), row["content"] or "", row["dct"]),
            row["incident_id"],
            int(row["incident_id"]),
        )
        for row in rows
    ]


def ecb() -> list[Told]:
    """Return the documents of ECB+ by name; an event is a topic's "ecb" or "ecbplus" half."""
    folder = shared("data/ecbplus/ECB+")
    if folder is None:
        return []
    return [_document(path) for path in sorted(folder.glob("*/*.xml"))]


def _document(path: Path) -> Told:
    added = path.stem.endswith("plus")
    sentences: dict[int, list[str]] = {}
    for token in ElementTree.parse(path).getroot().iter("token"):  # noqa: S314
        sentences.setdefault(int(token.get("sentence", "0")), []).append(token.text or "")
    lines = [_spaced(" ".join(sentences[number])) for number in sorted(sentences)]
    body = "\n".join(lines[added and "http" in lines[0] :])
    topic = path.stem.split("_")[0]
    return Told(_account(path.name, "", body, None), topic + "pe"[not added], int(topic))


def _spaced(line: str) -> str:
    """Return a line of tokens as it was printed: marks close to their words."""
    return _OPENING.sub("“", _SPACED.sub(r"\1", line.replace("''", "”")))


def _account(name: str, title: str, body: str, day: str | None) -> Account:
    head = f"{title}\n\n" if title else ""
    regions = (Region(kind="title", start=0, end=len(title)),) if title else ()
    return Account(
        id=name,
        source=name,
        text=head + body,
        title=title or None,
        language="en",
        published=Published(earliest=day, latest=day, basis="metadata") if day else Published(),
        regions=(*regions, Region(kind="body", start=len(head), end=len(head + body))),
    )


def dossiers(told: Sequence[Told], parser: SpacyParser) -> list[Dossier]:
    """Return dossiers with the annotation, moments, names and figures of each account's first characters."""
    return [_dossier(one.account, parser) for one in told]


def _dossier(account: Account, parser: SpacyParser) -> Dossier:
    body = account.regions[-1]
    end = min(body.end, body.start + PREFIX)
    head = replace(account, regions=(*account.regions[:-1], replace(body, end=end)))
    annotation = annotate(head, parser)
    return Dossier(
        account=account,
        annotation=annotation,
        statements=Statements(
            account=account.id,
            moments=moments(head, annotation),
            names=names(head, annotation),
            figures=figures(head, annotation, ()),
        ),
    )
