"""Examples: sentences of the stories that ship, with the records that are found in them.

Enters: `examples.toml` and the stories. Leaves: `docs/examples.md`, printed by
`python -m quality.examples`; a test holds the page against what is found now.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from quality.story_ledgers import Collated, collated
from variorum.records import Account, Moment, Record, Span

HERE = Path(__file__).parent
HEAD = """# Examples

Sentences of the stories that ship with Variorum, with what is read in them, right and wrong ones both.
The page is made by `python -m quality.examples`; what a person says of each is in
`quality/examples.toml`.
"""


class Example(Struct, frozen=True):
    """A stretch of an account, and what a person says of the records found there."""

    story: str
    account: str
    sentence: str
    judged: str


def page() -> str:
    """Return the page as Markdown."""
    chosen = tomllib.loads((HERE / "examples.toml").read_text(encoding="utf-8"))
    return "\n".join([HEAD, *(part for kind in TITLES for part in _chapter(kind, chosen[kind]))])


def _chapter(kind: str, rows: Sequence[Mapping[str, str]]) -> Iterator[str]:
    yield f"## {TITLES[kind]}\n"
    for number, row in enumerate(rows, 1):
        example = Example(**row)
        yield _shown(number, kind, example, collated(example.story))


def _shown(number: int, kind: str, example: Example, story: Collated) -> str:
    account = _account(story, example.account)
    place = _line(account, example.sentence)
    found = [record for record in RECORDS[kind](story) if _starts_in(record, place)]
    told = [TOLD[kind](record) for record in found] or ["nothing is read here"]
    return "\n".join(
        [
            f"{number}. “{' '.join(place.text.split())}” ({example.story}, {account.outlet or example.account})",
            *(f"   - {line}" for line in told),
            f"   - *{example.judged}*\n",
        ]
    )


def _account(story: Collated, name: str) -> Account:
    return next(a for a in story.found.accounts.values() if Path(a.source).name == name)


def _line(account: Account, sentence: str) -> Span:
    """Return the stretch of an account from the example's first word to the end of its sentence."""
    start = account.text.index(sentence)
    return account.span(start, start + len(sentence))


def _starts_in(record: Any, place: Span) -> bool:
    return bool(
        record.place.account == place.account and place.start <= record.place.start < place.end
    )


def _moment(moment: Moment) -> str:
    days = (
        moment.earliest
        if moment.earliest == moment.latest
        else f"{moment.earliest} to {moment.latest}"
    )
    dated = f"{days}, by {_named(moment.anchor)}" if moment.earliest else "not dated"
    return f"“{moment.place.text}”: {moment.kind} {moment.value or ''}, {dated}"


def _named(anchor: str | None) -> str:
    """Leave out the id of an account that dates a moment: it changes with the account's text."""
    if anchor and anchor.startswith("account "):
        return f"another account's {anchor.rsplit(' ', 1)[-1]}"
    return "its own words" if anchor == "itself" else str(anchor)


TITLES = {"moments": "Moments"}
RECORDS: Mapping[str, Callable[[Collated], Sequence[Record]]] = {
    "moments": lambda story: sorted(story.found.moments.values(), key=lambda m: m.place),
}
TOLD: Mapping[str, Callable[[Any], str]] = {"moments": _moment}


if __name__ == "__main__":
    print(page(), end="")
