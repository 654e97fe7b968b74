"""Choosing: which accounts and speakers a person means by a part of their name.

Enters: `Material` and words as typed. Leaves: ids and findings, or a `UsageError` that lists the
names there are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from variorum.errors import UsageError
from variorum.find.matter.material import Material, material
from variorum.records import Account, Finding
from variorum.report.standing import told
from variorum.seams import Ledger

MOST_LISTED = 12
"""Names that a message lists."""


def search_form(text: str) -> str:
    """Return text without accents and case, spaces made one: the form in which words are sought."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in parted if not unicodedata.combining(c)).split())


def fits(wanted: str | None, *texts: str | None) -> bool:
    """Tell whether `wanted` stands in one of the texts; ``None`` wants nothing and always fits.

    >>> fits("cafe", "The Café"), fits("x", None, "y")
    (True, False)
    """
    if wanted is None:
        return True
    sought = search_form(wanted)
    return any(sought in search_form(text) for text in texts if text)


def accounts_called(material: Material, wanted: str | None) -> frozenset[str]:
    """Return the ids of the accounts with `wanted` in their label, outlet, title, file or id.

    UsageError where there are none.
    """
    found = frozenset(
        key
        for key, account in material.accounts.items()
        if fits(wanted, material.label(key), account.outlet, account.title, account.source, key)
    )
    if not found and wanted is not None:
        raise UsageError(_none("account", wanted, material.labels.values()))
    return found


def account_called(material: Material, wanted: str) -> str:
    """Return the id of the one account that is called so; UsageError where there are several."""
    found = accounts_called(material, wanted)
    exact = {key for key in found if wanted in _exactly(material.accounts[key])}
    chosen = sorted(exact or found)
    if len(chosen) > 1:
        names = ", ".join(material.label(key) for key in chosen[:MOST_LISTED])
        raise UsageError(f"{len(chosen)} accounts have “{wanted}” in their name: {names}.")
    return chosen[0]


def _exactly(account: Account) -> tuple[str, str, str]:
    return account.id, account.source, PurePath(account.source).name


def must_name(what: str, wanted: str | None, names: Iterable[str]) -> None:
    """Raise UsageError where no name of a kind (`what`) fits what was wanted."""
    known = list(dict.fromkeys(names))
    if wanted is not None and not any(fits(wanted, name) for name in known):
        raise UsageError(_none(what, wanted, known))


def chosen_findings(
    ledger: Ledger, *, kind: str | None = None, account: str | None = None
) -> list[tuple[int, Finding]]:
    """Return findings of a kind that rest on an account's words, with their numbers among all.

    UsageError for a kind of which the ledger has none, or an account that it does not know.
    """
    found = list(enumerate(told(ledger), 1))
    must_name("kind of finding", kind, (finding.kind for _, finding in found))
    if kind is not None:
        found = [(n, finding) for n, finding in found if fits(kind, finding.kind)]
    if account is not None:
        accounts = accounts_called(material(ledger), account)
        found = [(n, f) for n, f in found if any(p.account in accounts for p in f.places)]
    return found


def _none(what: str, wanted: str, names: Iterable[str]) -> str:
    known: Sequence[str] = sorted(names)
    more = f" and {len(known) - MOST_LISTED} more" if len(known) > MOST_LISTED else ""
    there = "; ".join(known[:MOST_LISTED]) or "none"
    return f"No {what} has “{wanted}” in its name. There are: {there}{more}."
