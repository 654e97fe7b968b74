"""Keeping: the sources of a ledger as it keeps them between runs, beside its records.

Enters: a `Ledger`, sources as `lineage` has them. Leaves: the same, as finished work of the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b

import msgspec

from variorum.ledgers.record_kinds import read_back
from variorum.lineage import Kept, decoded, encoded, first_kept, versions
from variorum.link.events.decided import Decided
from variorum.records import Account, Decision, Problem
from variorum.review import VERSIONS, Anchors, Version, decided_on_events
from variorum.seams import Ledger

SOURCES = "sources"
STATE = "state of the sources"
STUDIED = "studied"
FORMER_STEP = "read"
"""The step under which ledgers kept accounts before they kept sources."""


def sources_of(ledger: Ledger) -> dict[str, Kept]:
    """Return the sources that a ledger keeps; of one made before it kept them, what it holds."""
    rows = ledger.work(SOURCES)
    if rows:
        return decoded(rows)
    accounts = [read_back(a, Account) for a in ledger.work(FORMER_STEP).values()]
    return first_kept(accounts, (p for p in ledger.read(Problem) if p.step == FORMER_STEP))


def keep(ledger: Ledger, before: Mapping[str, Kept], after: Mapping[str, Kept]) -> None:
    """Keep the sources that have changed, then let runs that are under way see that they have."""
    changed = encoded({path: kept for path, kept in after.items() if kept != before.get(path)})
    dropped = sorted(before.keys() - after.keys())
    old = ledger.work(FORMER_STEP)
    if old:
        changed = encoded(after)
    if not changed and not dropped:
        return
    ledger.keep_work(SOURCES, changed)
    ledger.drop_work(SOURCES, dropped)
    ledger.drop_work(FORMER_STEP, old)
    digest = blake2b(state(ledger), digest_size=16)
    for path in sorted(changed):
        digest.update(changed[path])
    digest.update("\n".join(dropped).encode())
    ledger.keep_work(STATE, {"": digest.digest()})


def decided_of(
    ledger: Ledger, sources: Mapping[str, Kept], accounts: Mapping[str, Account]
) -> Decided:
    """Return what people decided on events, of the accounts as they are now."""
    anchors = Anchors(accounts, versions(sources, accounts))
    return decided_on_events(ledger.read(Decision), anchors)


def drop_judged(ledger: Ledger, step: str, left: Iterable[str]) -> None:
    """Forget the judgements that a ledger keeps under a step, but for pairs of accounts `left`."""
    needed = set(left)
    ledger.drop_work(step, [k for k in ledger.work(step) if not needed.issuperset(k.split()[:2])])


def judgements_of(ledger: Ledger, step: str) -> dict[str, dict[str, bytes]]:
    """Return the judgements that a ledger keeps under a step, by the first account of the pair."""
    found: dict[str, dict[str, bytes]] = {}
    for key, body in ledger.work(step).items():
        found.setdefault(key.partition(" ")[0], {})[key] = body
    return found


def state(ledger: Ledger) -> bytes:
    """Return what differs whenever another run has changed the sources."""
    return ledger.work(STATE).get("", b"")


def unchanged(ledger: Ledger, before: bytes) -> bool:
    """Tell whether no run has changed the sources since their state was `before`."""
    return state(ledger) == before


def keep_versions(ledger: Ledger, held: Mapping[str, Version]) -> None:
    """Keep the texts that sources held earlier, and forget those that none holds on to."""
    kept = ledger.work(VERSIONS)
    made = {key: msgspec.json.encode(version) for key, version in held.items()}
    ledger.keep_work(VERSIONS, {key: body for key, body in made.items() if kept.get(key) != body})
    ledger.drop_work(VERSIONS, [key for key in kept if key not in made])
