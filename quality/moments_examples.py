"""Sentences of the stories that ship, with the moments that are read in them.

Enters: `moments_examples.toml` and the stories. Leaves: `docs/steps/moments-examples.md`, printed by
`python -m quality.moments_examples`; a test holds the page against what is found now.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from msgspec import Struct

from quality.story_ledgers import Collated, collated
from variorum.records import Account, Moment, Span

HERE = Path(__file__).parent
HEAD = """# Moments: examples

Sentences of the stories that ship with Variorum, with what is read in them, right and wrong ones both.
The page is made by `python -m quality.moments_examples`; what a person says of each is in
`quality/moments_examples.toml`.
"""


class Example(Struct, frozen=True):
    """A stretch of an account, and what a person says of the records found there."""

    story: str
    account: str
    sentence: str
    judged: str


def page() -> str:
    """Return the page as Markdown."""
    chosen = tomllib.loads((HERE / "moments_examples.toml").read_text(encoding="utf-8"))
    shown = (_shown(n, Example(**row)) for n, row in enumerate(chosen["moments"], 1))
    return "\n".join([HEAD, *shown])


def _shown(number: int, example: Example) -> str:
    story = collated(example.story)
    account = _account(story, example.account)
    place = _line(account, example.sentence)
    moments = sorted(story.found.moments.values(), key=lambda moment: moment.place)
    told = [_moment(moment) for moment in moments if _starts_in(moment, place)]
    return "\n".join(
        [
            f"{number}. “{' '.join(place.text.split())}” ({example.story}, {account.outlet or example.account})",
            *(f"   - {line}" for line in told or ["nothing is read here"]),
            f"   - *{example.judged}*\n",
        ]
    )


def _account(story: Collated, name: str) -> Account:
    return next(a for a in story.found.accounts.values() if Path(a.source).name == name)


def _line(account: Account, sentence: str) -> Span:
    """Return the stretch of an account from the example's first word to the end of its sentence."""
    start = account.text.index(sentence)
    return account.span(start, start + len(sentence))


def _starts_in(record: Moment, place: Span) -> bool:
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


if __name__ == "__main__":
    print(page(), end="")
