"""Dossiers in a few lines, for the tests of tracing: no parser, no vectors unless given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from variorum.annotations import Annotation, Sentence
from variorum.records import Account, Dossier, Quotation, Region, Speaker, Statements, new_id

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
        vectors=np.zeros((0, 0), dtype=np.float32),
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


def with_sentences(dossier: Dossier, rows: Sequence[tuple[str, Sequence[float]]]) -> Dossier:
    """Return the dossier with sentences (by their words) and a vector for each."""
    from msgspec.structs import replace

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
        for words, _ in rows
    )
    vectors = np.array([row for _, row in rows], dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    annotation = replace(dossier.annotation, sentences=sentences)
    return replace(dossier, annotation=annotation, vectors=vectors)
