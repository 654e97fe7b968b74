"""Checked: quotations beside the words of the record, with what differs marked.

Enters: `Material`. Leaves: `Checked` lines in the order of the accounts, also for quotations that
were held against nothing, with the reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from variorum.errors import UsageError
from variorum.find.matter.material import Material
from variorum.read.naming import page_of
from variorum.records import Change, Check, Quotation, Span
from variorum.report.lists.choosing import accounts_called, fits, must_name
from variorum.report.marking import of_check
from variorum.vocabulary import CheckKind, Manner

MARKED_MANNERS: frozenset[Manner] = frozenset({"direct", "mixed", "fragment"})
"""Manners of quotations that put words between marks; others claim no exact words."""
CHECK_KINDS: tuple[CheckKind, ...] = (
    *("verbatim", "edited", "translation variant", "differs", "not found", "cannot tell"),
)
NOT_HELD = (
    "No record has a turn by this speaker, so the quotation was not checked. If the record names no "
    "speakers, say who speaks with --said-by."
)
NO_SPEAKER = (
    "It names no speaker, and no single speaker of a record matches five or more of its words best."
)
NO_RECORD = "There is no record (a transcript with speakers' turns) to check it against."


class Checked(Struct, frozen=True, kw_only=True):
    """One quotation and what the record has; `kind` is ``None`` where it was held against nothing.

    `record` is the account held against, `turn` the speaker of the turn that `match` stands in.
    `marks` are the words of either that differ. A title held against its own body (`headline`) has
    that body as its record. `page` and `match_page` are those of paged documents on which both stand.
    """

    id: str | None
    quotation: str
    account: str
    label: str
    speaker: str | None
    place: Span
    kind: CheckKind | None
    because: str
    record: str | None = None
    record_label: str | None = None
    match: Span | None = None
    turn: str | None = None
    headline: bool = False
    changes: tuple[Change, ...] = ()
    marks: tuple[Span, ...] = ()
    page: int | None = None
    match_page: int | None = None


def checked(
    material: Material,
    *,
    account: str | None = None,
    speaker: str | None = None,
    kind: str | None = None,
) -> list[Checked]:
    """Return the checks of the wanted account, speaker and kind, then quotations without one.

    UsageError where an account or speaker is wanted that is not there.
    """
    accounts = accounts_called(material, account)
    lines = [*_held_lines(material), *_unheld(material)]
    lines.sort(key=lambda line: (line.kind is None, line.label, line.place, line.record or ""))
    must_name("speaker of a quotation", speaker, (line.speaker for line in lines if line.speaker))
    return [
        line
        for line in lines
        if line.account in accounts
        and fits(speaker, line.speaker)
        and (kind is None or line.kind == kind)
    ]


def _held_lines(material: Material) -> Iterator[Checked]:
    for check in material.checks.values():
        quotation = material.quotations.get(check.quotation)
        yield Checked(
            id=check.id,
            quotation=check.quotation,
            account=check.place.account,
            label=material.label(check.place.account),
            speaker=_speaker(material, quotation),
            place=check.place,
            kind=check.kind,
            because=check.because,
            record=check.record,
            record_label=material.label(check.record),
            match=check.match,
            turn=_turn(material, check),
            headline=check.record == check.place.account,
            changes=check.changes,
            marks=of_check(material, check),
            page=_page(material, check.place),
            match_page=_page(material, check.match),
        )


def _unheld(material: Material) -> Iterator[Checked]:
    """Yield quotations between marks that have no check, with the reason."""
    having = {check.quotation for check in material.checks.values()}
    records = [
        account.id
        for account in material.accounts.values()
        if account.kind == "transcript" and any(r.kind == "turn" for r in account.regions)
    ]
    for quotation in material.quotations.values():
        if quotation.manner in MARKED_MANNERS and quotation.id not in having:
            content = quotation.contents[0] if quotation.contents else quotation.place
            yield Checked(
                id=None,
                quotation=quotation.id,
                account=content.account,
                label=material.label(content.account),
                speaker=_speaker(material, quotation),
                place=content,
                kind=None,
                because=_reason(material, quotation, bool(records)),
                page=_page(material, content),
            )


def _page(material: Material, place: Span | None) -> int | None:
    return None if place is None else page_of(material.accounts[place.account], place.start)


def _reason(material: Material, quotation: Quotation, has_records: bool) -> str:
    if not has_records:
        return NO_RECORD
    return NOT_HELD if _speaker(material, quotation) else NO_SPEAKER


def _speaker(material: Material, quotation: Quotation | None) -> str | None:
    if quotation is None:
        return None
    return material.speaker(quotation.speaker.entity) or quotation.speaker.name


def _turn(material: Material, check: Check) -> str | None:
    if check.match is None or check.record not in material.accounts:
        return None
    for region in material.accounts[check.record].regions:
        if region.kind == "turn" and region.start <= check.match.start < region.end:
            return region.speaker
    return None


def known_kind(kind: str | None) -> None:
    """Raise UsageError for a kind of check that there is not."""
    if kind is not None and kind not in CHECK_KINDS:
        raise UsageError(
            f"There is no check of kind {kind!r}. There are: {', '.join(CHECK_KINDS)}."
        )


def tally(lines: list[Checked]) -> dict[str, int]:
    """Return how many checks there are of each kind, in the order of `CHECK_KINDS`, none left out."""
    found: dict[str, int] = defaultdict(int)
    for line in lines:
        found[line.kind or ""] += 1
    return {kind: found[kind] for kind in CHECK_KINDS if found[kind]}
