"""Naming: what an account is called, wherever a person reads of it. No other code makes labels.

Enters: `Account`s. Leaves: short names for people: the outlet, else the site or file; and the day, or a number,
where several accounts would share one; the pages of those that have some. Never a headline: that is one account's claim.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from urllib.parse import urlsplit

from variorum.languages.written_days import spelled_day
from variorum.records import Account

DATED = frozenset({"metadata", "page", "dateline"})
"""What a date must rest on to be told: dates that others' texts imply are a guess."""
_DAY = len("2023-03-14")


def account_name(account: Account) -> str:
    """Return what an account is called where no other bears that name: its outlet, else site or file."""
    return (account.outlet or "").strip() or file_stem(account) or account.id


def account_labels(accounts: Iterable[Account]) -> dict[str, str]:
    """Name accounts so that no two are alike: those of one name by their days, else by numbers.

    A year stands only where those of one name are of several: other stories rename nobody.
    """
    ordered = sorted(accounts, key=lambda a: (published_day(a) or "", file_stem(a), a.id))
    names = {account.id: account_name(account) for account in ordered}
    dated = _with_days(ordered, names)
    return _numbered(dated)


def pair_names(one: Account, other: Account) -> str:
    """Return how a sentence calls two accounts."""
    labels = account_labels((one, other))
    return f"{labels[one.id]} and {labels[other.id]}"


def page_of(account: Account, offset: int) -> int | None:
    """Return the number of the page, counted from 1, on which an offset stands; ``None`` without pages."""
    return bisect_right(account.pages, offset) or None


def on_page(account: Account | None, offset: int) -> str:
    """Return what is said of an offset's page behind the account's name: ", page 3", or nothing."""
    page = None if account is None else page_of(account, offset)
    return "" if page is None else f", page {page}"


def published_day(account: Account) -> str | None:
    """Return the ISO day on which an account was surely published, ``None`` where that is a guess."""
    first, last = account.published.earliest, account.published.latest
    if account.published.basis not in DATED or first is None or last is None:
        return None
    return first[:_DAY] if first[:_DAY] == last[:_DAY] else None


def file_stem(account: Account) -> str:
    """Return the name of an account's file without its folders and its ending; of a page, its site."""
    if "://" in account.source:
        return (urlsplit(account.source).hostname or "").removeprefix("www.")
    return PurePath(account.source).stem


def _with_days(ordered: Iterable[Account], names: Mapping[str, str]) -> dict[str, str]:
    """Add its day to each name that accounts of several days share."""
    days = {account.id: published_day(account) for account in ordered}
    of_name: dict[str, set[str | None]] = {}
    for key, name in names.items():
        of_name.setdefault(name.casefold(), set()).add(days[key])
    years = {name: len({day[:4] for day in some if day}) > 1 for name, some in of_name.items()}
    return {
        key: f"{name}, {spelled_day(day, year=years[name.casefold()])}"
        if (day := days[key]) and len(of_name[name.casefold()]) > 1
        else name
        for key, name in names.items()
    }


def _numbered(names: Mapping[str, str]) -> dict[str, str]:
    """Number those that are still alike, passing over what another is called already."""
    alike = Counter(name.casefold() for name in names.values())
    taken = set(alike)
    labels: dict[str, str] = {}
    for key, name in names.items():
        number, label = 0, name
        while alike[name.casefold()] > 1 and (not number or label.casefold() in taken):
            number += 1
            label = f"{name} ({number})"
        taken.add(label.casefold())
        labels[key] = label
    return labels
