"""Naming: how a sentence calls an account, as the page and the brief call it.

Enters: `Account`s. Leaves: short names for people.
"""

from __future__ import annotations

from pathlib import PurePath

from variorum.records import Account

LONGEST_TITLE = 60
"""Characters of a title that stand for its account."""
_KINDS = {"transcript": "Transcript", "translation": "Translation"}


def account_name(account: Account) -> str:
    """Return the name an account goes by: its outlet, else its title, else its file."""
    title = short_title((account.title or "").strip())
    quoted = f"“{title}”" if title else ""
    if account.kind in _KINDS and quoted and not account.outlet:
        return f"{_KINDS[account.kind]} {quoted}"
    return account.outlet or quoted or file_stem(account) or account.id


def pair_names(one: Account, other: Account) -> str:
    """Return how a sentence calls two accounts; where one outlet has both, their titles tell them."""
    if account_name(one) != account_name(other):
        return f"{account_name(one)} and {account_name(other)}"
    first, second = (short_title(account.title or file_stem(account)) for account in (one, other))
    if first == second:
        first, second = (file_stem(account) for account in (one, other))
    return f"{account_name(one)} ({first}) and {account_name(other)} ({second})"


def file_stem(account: Account) -> str:
    """Return the name of an account's file without its folders and its ending."""
    return PurePath(account.source).stem


def short_title(title: str) -> str:
    """Return a title, or its first words where it is long."""
    if len(title) <= LONGEST_TITLE:
        return title
    return title[: title.rfind(" ", 0, LONGEST_TITLE)].rstrip(" ,;:–-") + "…"
