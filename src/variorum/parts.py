"""Parts: a run's records cut into pieces, each under a name that changes with all that it rests on.

Enters: a `Story`, packed dossiers, what steps depend on beside them. Leaves: parts as `Ledger.renew`
takes them. A part whose name the ledger holds is neither made nor written again: one more account
costs its own part and that of its event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

import msgspec

from variorum.find.kinds.events_apart import other_events
from variorum.find.matter.material import material_of
from variorum.link.story import Story, dossier_records
from variorum.records import Finding, Problem, Record
from variorum.stages.rows import Row

Made = dict[str, list[Record]]
"""Records by the name of their part."""


def account_parts(story: Story) -> Made:
    """Return a part for each account: the account and what it says."""
    found = (dossier_records(dossier) for dossier in story.dossiers)
    return {_named("account", records): records for records in found}


def linked_parts(story: Story) -> Made:
    """Return a part for each event: what linking found of it, and findings that rest on other events.

    An entity of several events is in the part of the one where its first mention stands.
    """
    home = {account: event.id for event in story.events for account in event.accounts}
    found: dict[str, list[Record]] = {event.id: [event] for event in story.events}
    for entity in story.entities:
        found[home[entity.mentions[0].account]].append(entity)
    for finding in _beside(story):
        found[finding.about[0]].append(finding)
    return {_named("linked", records): records for records in found.values()}


def event_part(rows: Sequence[Row], dossiers: Mapping[str, bytes], fingerprint: str) -> str:
    """Return the name of an event's part: of its rows, its packed dossiers, and what compares them."""
    parts = [fingerprint.encode()]
    for row in rows:
        parts += [bytes(value) for value in row.values() if isinstance(value, bytes)]
        parts.append(blake2b(dossiers[str(row["id"])], digest_size=16).digest())
    return f"event {digest(parts)}"


def whole_run(rests_on: Sequence[bytes], told: Sequence[Problem]) -> str:
    """Return the name of the part that tells of a run as a whole: its problems, for one thing.

    Where a ledger holds it, a run over just these accounts has come to its end.
    """
    return f"run {digest([*rests_on, *map(msgspec.json.encode, told)])}"


def _beside(story: Story) -> Iterator[Finding]:
    told = [*story.entities, *story.events, *(dossier.account for dossier in story.dossiers)]
    return other_events(material_of(told))


def digest(parts: Iterable[bytes]) -> str:
    """Return 32 hexadecimal digits of a hash of some parts, each with its length."""
    made = blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.hexdigest()


def _named(kind: str, records: Sequence[Record]) -> str:
    return f"{kind} {digest(map(msgspec.json.encode, records))}"
