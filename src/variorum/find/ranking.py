"""Ranking: findings in the order in which they are told.

Enters: `Finding`s, or the ledger that holds them. Leaves: the same, most telling first.
"""

from __future__ import annotations

from variorum.find.matter.telling import renamed
from variorum.read.naming import account_labels
from variorum.records import Account, Finding
from variorum.seams import Ledger


def ranked(ledger: Ledger) -> list[Finding]:
    """Return the findings that a ledger holds, most telling first.

    Each was made beside the accounts of its event alone; its text calls them as the whole ledger does.
    """
    labels = account_labels(ledger.read(Account))
    found = sorted(ledger.read(Finding), key=in_rank)
    return [renamed(lambda key: labels.get(key, key), finding) for finding in found]


def in_rank(finding: Finding) -> tuple[object, ...]:
    """Return what orders findings: weight, then their words; ids change with every blank."""
    words = tuple(" ".join(place.text.split()) for place in finding.places)
    says = (finding.question or finding.text, *(one.says for one in finding.answers))
    return -finding.weight, finding.kind, " ".join(" ".join(says).split()), words, finding.places
