"""Two texts held against each other: what `align` and `judge` make of them, as accounts of one event."""

from __future__ import annotations

from msgspec import Struct

from variorum.align.alignments import align
from variorum.judge.by_rules import Rules
from variorum.judge.counting import counts
from variorum.judge.verdicts import judge
from variorum.records import Account, Dossier, Region, Verdict
from variorum.settings import Settings
from variorum.stages.opening import encoder
from variorum.stages.studying import study


class Compared(Struct, frozen=True):
    """Two dossiers, the verdicts on their readings, and those on their counts."""

    left: Dossier
    right: Dossier
    verdicts: tuple[Verdict, ...]
    counted: tuple[Verdict, ...] = ()


def studied(name: str, text: str) -> Dossier:
    """Return a text as an English account with all that the first steps find in it."""
    body = Region(kind="body", start=0, end=len(text))
    account = Account(id=name, source=name, text=text, language="en", regions=(body,))
    return study(account, Settings())


def compared(left: Dossier, right: Dossier) -> Compared:
    """Return the verdicts on two accounts that are taken to tell of one event."""
    pair = sorted((left, right), key=lambda dossier: dossier.account.id)
    by_id = {dossier.account.id: dossier for dossier in pair}
    _, verdicts = judge(align("e", pair, encoder(Settings())), by_id, Rules().judge)
    _, counted = counts("e", by_id)
    return Compared(left, right, verdicts, counted)
