"""Invented pages with gold parts: each line of a `.page` file is a letter, a tab and the line.

F furniture, T title, B body, U turn, G stage direction (body), E elision, D dateline, which a
triple bar parts from the body after it. Lines with "# field: value" state facts of the account.
"""

from pathlib import Path

from msgspec import Struct

PAGES = Path(__file__).parents[1] / "tests" / "read" / "pages"
KINDS = {"F": "furniture", "T": "title", "B": "body", "U": "turn", "G": "body", "E": "elision"}


class GoldPage(Struct, frozen=True):
    """A page's name, text, gold (kind, start, end) stretches and stated facts."""

    name: str
    text: str
    gold: tuple[tuple[str, int, int], ...]
    facts: dict[str, str]


def pages() -> list[GoldPage]:
    return [_page(path) for path in sorted(PAGES.glob("*.page"))]


def _page(path: Path) -> GoldPage:
    text, gold, facts = "", [], {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            name, _, value = line[2:].partition(": ")
            facts[name] = value
            continue
        letter, _, words = line.partition("\t")
        for kind, part in _parts(letter, words):
            gold.append((kind, len(text), len(text) + len(part.rstrip())))
            text += part
        text += "\n"
    return GoldPage(path.stem, text, tuple(gold), facts)


def _parts(letter: str, words: str) -> list[tuple[str, str]]:
    if letter == "D":
        filed, _, rest = words.partition("|||")
        return [("dateline", filed), ("body", rest)]
    return [(KINDS[letter], words)] if words else []


def found_kind(regions, start: int, end: int) -> str | None:
    """Return the kind of the region that holds a stretch whole, else ``None``."""
    return next((r.kind for r in regions if r.start <= start and end <= r.end), None)
