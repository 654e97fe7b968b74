"""Reading in one line, for tests of this step."""

from pathlib import Path

from msgspec.structs import replace

from variorum.read.ingestion import read_source
from variorum.read.inputs import Source
from variorum.records import Account, Problem
from variorum.settings import Settings


class English:
    """A language identifier that needs no weights."""

    def identify(self, text: str) -> tuple[str, float]:
        return "en", 0.99


def read_bytes(
    folder: Path, name: str, data: bytes, **limits: int
) -> tuple[tuple[Account, ...], tuple[Problem, ...]]:
    path = folder / name
    path.write_bytes(data)
    return read_source(Source(name, path), replace(Settings(), **limits), English())


def read_text(folder: Path, text: str, name: str = "a.txt") -> Account:
    (account,), problems = read_bytes(folder, name, text.encode("utf-8"))
    assert problems == ()
    return account


def kinds(account: Account) -> list[tuple[str, str]]:
    """Return each region's kind and text."""
    return [(region.kind, account.text[region.start : region.end]) for region in account.regions]
