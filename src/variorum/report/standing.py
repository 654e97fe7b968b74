"""Standing: what people decided, beside the findings it is about.

Enters: `Material`, findings, decisions. Leaves: `Standings` of all records, and findings that say
what people decided on them. Every output asks here, so that one that was rejected is rejected in all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import structs

from variorum.find.matter.material import Material, material
from variorum.find.ranking import ranked
from variorum.records import Decision, Finding, Record
from variorum.review import Standings, standings
from variorum.seams import Ledger

R = TypeVar("R", bound=Record)
REJECTED = "reject"
"""How `Finding.decided` begins where people rejected a finding."""


def standing(known: Material, found: Sequence[Finding], decisions: Iterable[Decision]) -> Standings:
    """Return what people decided on everything that a report can show."""
    return standings(_everything(known, found), decisions, known.anchors)


def _everything(known: Material, found: Sequence[Finding]) -> Iterator[Record]:
    yield from found
    for held in structs.astuple(known):
        if isinstance(held, dict):
            yield from (record for record in held.values() if isinstance(record, Record))


def decided(views: Standings, finding: Finding) -> str | None:
    """Return what people say of a finding and of what it tells of: "confirm (Ada, Ben)"."""
    said = []
    for key in (finding.id, *finding.about):
        standing = views.of(key)
        if standing and standing.view:
            who = ", ".join(dict.fromkeys(decision.who for decision in standing.decisions))
            said.append(f"{standing.view} ({who})")
    return "\n".join(dict.fromkeys(said)) or None


def told(ledger: Ledger) -> list[Finding]:
    """Return all findings of a ledger with what people decided on each, as `decided_findings`."""
    found = ranked(ledger)
    decisions = list(ledger.read(Decision))
    if not decisions:
        return found
    known = material(ledger)
    return decided_findings(known, found, standing(known, found, decisions))


def accepted(ledger: Ledger) -> Material:
    """Return the material of a ledger without what people rejected: what is told as being so."""
    known = material(ledger)
    views = standing(known, (), ledger.read(Decision))
    out = {key for key, one in views.of_record.items() if one.view == "reject"}
    places = {key: a for key, a in known.alignments.items() if key not in out}
    verdicts = {
        key: verdict
        for key, verdict in known.verdicts.items()
        if key not in out and verdict.alignment not in out
    }
    return structs.replace(
        known,
        alignments=places,
        verdicts=verdicts,
        checks={key: check for key, check in known.checks.items() if key not in out},
        borrowings={key: one for key, one in known.borrowings.items() if key not in out},
        verdicts_of=_kept(known.verdicts_of, verdicts),
        alignments_of=_kept(known.alignments_of, places),
    )


def decided_findings(known: Material, found: Sequence[Finding], views: Standings) -> list[Finding]:
    """Return findings with what people decided on each; those that people rejected stand last."""
    said = [(f, is_rejected(known, f, views), decided(views, f)) for f in found]
    told = [structs.replace(f, decided=_in_part(words)) for f, out, words in said if not out]
    return told + [structs.replace(f, decided=_rejected(words)) for f, out, words in said if out]


def in_force(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that nobody rejected, of those that `told` gives."""
    return [finding for finding in findings if not set_aside(finding)]


def set_aside(finding: Finding) -> bool:
    """Tell whether people rejected a finding that `told` gives."""
    return (finding.decided or "").startswith(REJECTED)


def is_rejected(known: Material, finding: Finding, views: Standings) -> bool:
    """Tell whether people rejected a finding: itself, or everything of a kind that it rests on.

    A view of the finding itself counts before others. It rests on its verdicts, checks and
    borrowings; where it names none, on the verdicts of its kind in its one alignment. Its
    alignments and events must stand too: if all of them are rejected, so is what is told of them.
    """
    own = views.of(finding.id)
    if own and own.settled:
        return own.view == "reject"
    places = [key for key in finding.about if key in known.alignments or key in known.events]
    grounds = [key for key in finding.about if key in known.verdicts or key in known.checks]
    grounds += [key for key in finding.about if key in known.borrowings]
    if not grounds and len(places) == 1:
        verdicts = known.verdicts_of.get(places[0], ())
        grounds = [verdict.id for verdict in verdicts if verdict.kind == finding.kind]
    return any(keys and all(_out(views, key) for key in keys) for keys in (places, grounds))


def _kept(groups: Mapping[str, tuple[R, ...]], left: Mapping[str, R]) -> dict[str, tuple[R, ...]]:
    """Return groups of records without those that are not `left`."""
    ids = set(map(id, left.values()))
    return {key: tuple(one for one in group if id(one) in ids) for key, group in groups.items()}


def _out(views: Standings, key: str) -> bool:
    standing = views.of(key)
    return standing is not None and standing.view == "reject"


def _in_part(words: str | None) -> str | None:
    """Say that people rejected some of what a finding rests on, and not the finding."""
    return f"in part: {words}" if words and words.startswith(REJECTED) else words


def _rejected(words: str | None) -> str:
    """Put the rejection first where others of the finding's records were confirmed."""
    lines = (words or REJECTED).split("\n")
    return "\n".join(sorted(lines, key=lambda line: not line.startswith(REJECTED)))
