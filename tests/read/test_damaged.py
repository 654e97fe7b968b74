"""A file of any format with some of its bytes lost, changed or doubled gives accounts or problems, never an exception."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from tests.read import test_agency_formats as agencies
from tests.read import test_databases as databases
from tests.read import test_documents as documents
from tests.read import test_feeds as feeds
from tests.read import test_mail as mail
from tests.read import test_networks as networks
from tests.read import test_spoken as spoken
from tests.read import test_tables as tables
from tests.read.reading_room import read_bytes

TIMES = 40
SAMPLES = {
    "a.eml": bytes(mail.letter(page=mail.PAGE_OF_IT)),
    "a.msg": mail.outlook({**mail.SAVED, mail.BODY: mail.NEWS * 9}, sent=mail.SENT, attached=("a.pdf",)),
    "a.odt": documents.odt(f"<text:h>Fire</text:h><text:p>{documents.FIRST}</text:p>"),
    "a.epub": documents.epub(f"<p>{documents.FIRST}</p>", f"<p>{documents.SECOND}</p>"),
    "a.rtf": documents.RTF.encode(),
    "a.csv": tables.table(tables.NAMES, *tables.ROWS).encode(),
    "a.xlsx": tables.saved(tables.book(A=[tables.NAMES, *tables.ROWS])),
    "a.rss": feeds.rss(feeds.FULL, feeds.BRIEF),
    "uni.docx": databases.document(databases.UNI),
    "factiva.txt": "\n".join(databases.coded("\t")).encode(),
    "proquest.txt": databases.proquest().encode(),
    "news.xml": agencies.message(agencies.item(), agencies.item("urn:2")),
    "ninjs.json": json.dumps(agencies.NINJS).encode(),
    "tei.xml": spoken.tei("<u who='#VolkJ'><seg>Good morning.</seg></u>"),
    "whisper.json": spoken.whisper(),
    "result.json": json.dumps(networks.CHAT).encode(),
}  # fmt: skip


def damaged(data: bytes, chance: Random) -> bytes:
    """Return a file in which a stretch was changed, lost, or is there twice."""
    at, length = chance.randrange(len(data)), chance.choice((1, 4, 40, 400))
    middle = chance.choice((chance.randbytes(length), b"", data[at : at + length] * 2))
    return data[:at] + middle + data[at + length :]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_damaged_file_raises_nothing(tmp_path: Path, name: str) -> None:
    chance = Random(name)  # noqa: S311
    for _ in range(TIMES):
        accounts, problems = read_bytes(tmp_path, name, damaged(SAMPLES[name], chance))
        assert accounts or problems
        assert all(account.text.strip() for account in accounts)


@pytest.mark.parametrize("name", ["result.json", "whisper.json", "ninjs.json", "outbox.json"])
@pytest.mark.parametrize("odd", [None, 3, "x", [], {}, [3], [{}], {"x": []}])
def test_values_of_another_kind_than_expected_raise_nothing(
    tmp_path: Path, name: str, odd: object
) -> None:
    shape = json.loads(SAMPLES.get(name, b'{"orderedItems": [{"object": {"content": "x"}}]}'))
    for place in list(shape):
        read_bytes(tmp_path, name, json.dumps(shape | {place: odd}).encode())
    for rows in ("messages", "segments", "orderedItems", "transcription"):
        for row in [one for one in shape.get(rows, ()) if isinstance(one, dict)]:
            for place in row:
                changed = shape | {rows: [row, row | {place: odd}]}
                read_bytes(tmp_path, name, json.dumps(changed).encode())
