"""Examples of quotations: invented sentences of each manner with the records found in them.

Enters: `quotations_examples.toml`. Leaves: `docs/steps/quotations-examples.md`, printed by
`python -m quality.quotations_examples`; a test holds the page against what is found now.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from variorum.extract.names.extraction import names
from variorum.extract.quotations.extraction import quotations
from variorum.models.parser import SpacyParser
from variorum.records import Account, Quotation, Region
from variorum.segment import annotate

HERE = Path(__file__).parent
HEAD = """# Quotations: ten sentences of each manner

Invented sentences with the quotations found in them, right ones and others. The page is made by
`python -m quality.quotations_examples`; what a person says of each stands in
`quality/quotations_examples.toml`. Contents are between guillemets; “–” stands for what is not there.
"""


class Example(Struct, frozen=True):
    """A sentence, what a person says of its records, and in a transcript the speaker's label."""

    text: str
    judged: str = "right"
    label: str | None = None


def page() -> str:
    """Return the page as Markdown."""
    chosen = tomllib.loads((HERE / "quotations_examples.toml").read_text(encoding="utf-8"))
    parser = SpacyParser()
    parts = [HEAD]
    for manner, rows in chosen.items():
        parts.append(f"## {manner.capitalize()}\n")
        parts += [_shown(number, Example(**row), parser) for number, row in enumerate(rows, 1)]
    return "\n".join(parts)


def _shown(number: int, example: Example, parser: SpacyParser) -> str:
    account = _account(example)
    annotation = annotate(account, parser)
    found = quotations(account, annotation, names(account, annotation))
    told = list(map(_told, found)) or ["nothing is found"]
    lines = [*(f"   - {line}" for line in told), f"   - *{example.judged}*\n"]
    return "\n".join([f"{number}. {' '.join(account.text.split())}", *lines])


def _account(example: Example) -> Account:
    label = f"{example.label}: " if example.label else ""
    text = label + example.text
    region = Region(
        kind="turn" if label else "body",
        start=0,
        end=len(text),
        speaker=example.label,
        label_end=len(label) or None,
    )
    return Account(id="a-example", source="example", text=text, regions=(region,))


def _told(one: Quotation) -> str:
    return ", ".join(_facts(one))


def _facts(one: Quotation) -> Iterator[str]:
    contents = " … ".join(f"«{content.text}»" for content in one.contents)
    yield f"{one.manner}: {contents}"
    yield f"speaker {one.speaker.name or '–'}"
    if one.speaker.path:
        yield f"by way of “{one.speaker.path[0]}”"
    yield f"cue “{one.cue.text if one.cue else '–'}”"
    if one.via:
        yield f"through {', '.join(carrier.name for carrier in one.via)}"


if __name__ == "__main__":
    print(page(), end="")
