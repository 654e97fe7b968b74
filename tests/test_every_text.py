"""A sample of every text beside the checkout is read to its statements, and nothing is raised.

The sample is one text in `EVERY`, by the hash of the place where it lies, none longer than `LONGEST`
bytes. VARIORUM_EVERY_TEXT=1 takes all of them, which is an hour's work.
"""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path

import pytest

from tests.texts_beside import files, texts
from variorum.align.cutting import passages
from variorum.extract.extraction import statements
from variorum.models.language_identification import LangidIdentifier
from variorum.models.parser import SpacyParser
from variorum.read.ingestion import read_source
from variorum.read.inputs import Source
from variorum.records import Account
from variorum.segment import annotate
from variorum.settings import Settings

SHARED = Path(__file__).resolve().parents[2] / "shared"
EVERY, LONGEST = 120, 60_000
ALL = bool(os.environ.get("VARIORUM_EVERY_TEXT"))


def is_chosen(where: str, data: bytes) -> bool:
    """Tell by a text's place and length alone whether it is in the sample."""
    drawn = int.from_bytes(blake2b(where.encode(), digest_size=4).digest()) % EVERY == 0
    return ALL or (drawn and len(data) <= LONGEST)


def study(account: Account, parser: SpacyParser) -> int:
    """Read an account as far as its passages; return how many there are."""
    annotation = annotate(account, parser)
    said = statements(account, annotation)
    return len(passages(account, annotation, said.quotations))


@pytest.mark.shared
@pytest.mark.model
@pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled data is not beside the checkout")
def test_no_text_makes_reading_or_extracting_raise(parser: SpacyParser, tmp_path: Path) -> None:
    identifier, settings = LangidIdentifier(), Settings()
    studied = 0
    for where, data, suffix in (text for path in files(SHARED) for text in texts(SHARED, path)):
        if is_chosen(where, data):
            copy = tmp_path / f"text{suffix}"
            copy.write_bytes(data)
            accounts, problems = read_source(Source(where, copy), settings, identifier)
            assert accounts or problems
            studied += sum(study(a, parser) > 0 for a in accounts if a.language in (None, "en"))
    assert studied >= 40
