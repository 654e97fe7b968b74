"""Dossiers in a few lines, for the tests of tracing: no parser, no vectors unless given by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from msgspec.structs import replace

from variorum.annotations import Annotation, Sentence
from variorum.records import (
    Account,
    Borrowing,
    Check,
    Dossier,
    Entity,
    Quotation,
    Region,
    Speaker,
    Statements,
    new_id,
)
from variorum.seams import Encoder
from variorum.trace.borrowing import borrowings as borrowing
from variorum.trace.checking import checks as checking

_TURN = re.compile(r"^([^:\n]+): ", re.MULTILINE)
_CUT = re.compile(r"<…>")


def transcript(text: str, name: str = "a-record", **fields: Any) -> Dossier:
    """Return a record: "NAME: words" a line; "(retranslated)" in a label is its note."""
    labels = list(_TURN.finditer(text))
    stops = [label.start() for label in labels[1:]] + [len(text)]
    regions = [
        Region(
            kind="turn",
            start=label.start(),
            label_end=label.end(),
            end=stop,
            speaker=label.group(1).replace(" (retranslated)", ""),
            note="retranslated" if "(retranslated)" in label.group(1) else None,
        )
        for label, stop in zip(labels, stops, strict=True)
    ]
    cuts = [Region(kind="elision", start=m.start(), end=m.end()) for m in _CUT.finditer(text)]
    return told(text, name, kind="transcript", regions=(*regions, *cuts), **fields)


def told(
    text: str,
    name: str = "a-press",
    said: Sequence[tuple[str | None, str]] = (),
    *,
    manner: str = "direct",
    **fields: Any,
) -> Dossier:
    """Return an account whose quotations are the stretches `said`, each with its speaker.

    Parts of one quotation are parted by " / ".
    """
    fields.setdefault("regions", (Region(kind="body", start=0, end=len(text)),))
    account = Account(id=name, source=f"{name}.txt", text=text, **fields)  # type: ignore[arg-type]
    return Dossier(
        account=account,
        annotation=Annotation(account=name),
        statements=Statements(
            account=name,
            quotations=tuple(_quotation(account, who, words, manner) for who, words in said),
        ),
    )


def _quotation(account: Account, who: str | None, words: str, manner: str) -> Quotation:
    contents = []
    reached = 0
    for part in words.split(" / "):
        start = account.text.index(part, reached)
        reached = start + len(part)
        contents.append(account.span(start, reached))
    return Quotation(
        id=new_id("q", account.id, contents[0].start),
        place=account.span(contents[0].start, contents[-1].end),
        manner=manner,  # type: ignore[arg-type]
        contents=tuple(contents),
        speaker=Speaker(name=who),
    )


def with_sentences(dossier: Dossier, lines: Sequence[str]) -> Dossier:
    """Return the dossier with sentences, by their words."""
    text = dossier.account.text
    sentences = tuple(
        Sentence(
            start=text.index(words),
            end=text.index(words) + len(words),
            first=0,
            last=0,
            paragraph=0,
            region=0,
        )
        for words in lines
    )
    return replace(dossier, annotation=replace(dossier.annotation, sentences=sentences))


class Vectors:
    """An encoder with vectors by hand; a text without one is like no other. It notes what is asked."""

    fingerprint = "by hand"

    def __init__(self, rows: Mapping[str, Sequence[float]] | None = None) -> None:
        self._rows = {
            text: np.array(row, dtype=np.float32) / np.linalg.norm(row)
            for text, row in (rows or {}).items()
        }
        self.asked: list[str] = []
        self._nothing = np.zeros_like(next(iter(self._rows.values()), np.zeros(1, np.float32)))

    def encode(self, sentences: Sequence[str]) -> np.ndarray:
        self.asked += sentences
        return np.array([self._rows.get(text, self._nothing) for text in sentences])


def borrowings(
    dossiers: Sequence[Dossier], encoder: Encoder | None = None, **known: Any
) -> tuple[Borrowing, ...]:
    """Return the borrowings of accounts no two sentences of which are alike, unless told so."""
    return borrowing.borrowings(dossiers, encoder or Vectors(), **known)


def checks(
    dossiers: Sequence[Dossier],
    entities: Sequence[Entity] = (),
    encoder: Encoder | None = None,
    **asked: Any,
) -> tuple[Check, ...]:
    """Return the checks of accounts no two sentences of which are alike, unless told so."""
    return checking.checks(dossiers, encoder or Vectors(), entities, **asked)
