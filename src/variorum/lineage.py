"""Lineage: which file each account comes from, what the file held earlier, and whether it is gone.

Enters: sources as a ledger keeps them, sources as they were just read. Leaves: sources to keep, and
the accounts and problems that all of them give together, in an order that names and words decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from variorum.ledgers.record_kinds import read_back
from variorum.records import Account, Problem
from variorum.review import Version

GONE = (
    "is no longer where it was read from; its account is kept. "
    "'variorum forget LEDGER' drops accounts whose files are gone"
)


class Kept(Struct, frozen=True, kw_only=True):
    """One source as it was last read: its `name` as given, and the `path` by which it is known.

    `content` is a hash of what it was read from, empty where it is to be read again. `earlier` are the
    texts that it held before, by the id of their account. `gone` tells that a later run looked where
    it was and did not find it.
    """

    name: str
    path: str
    content: str = ""
    accounts: tuple[Account, ...] = ()
    problems: tuple[Problem, ...] = ()
    earlier: dict[str, str] = {}
    gone: bool = False


Sources = Mapping[str, Kept]
"""Sources by their path."""


def encoded(sources: Sources) -> dict[str, bytes]:
    """Return sources as a ledger keeps them."""
    return {path: msgspec.json.encode(kept) for path, kept in sources.items()}


def decoded(rows: Mapping[str, bytes]) -> dict[str, Kept]:
    """Return what `encoded` gave."""
    return {path: read_back(body, Kept, "source") for path, body in rows.items()}


def first_kept(accounts: Iterable[Account], problems: Iterable[Problem]) -> dict[str, Kept]:
    """Return the sources of a ledger that was made before ledgers kept them.

    They are known by their names, since nothing else of them was written down.
    """
    found: dict[str, Kept] = {}
    for account in accounts:
        name = account.source.rsplit("#", 1)[0]
        had = found.get(name, Kept(name=name, path=name))
        found[name] = replace(had, accounts=(*had.accounts, account))
    for problem in problems:
        name = problem.where.rsplit("#", 1)[0]
        had = found.get(name, Kept(name=name, path=name))
        found[name] = replace(had, problems=(*had.problems, problem))
    return found


def renewed(
    kept: Sources, read: Sources, looked: Sequence[str], there: Callable[[str], bool]
) -> dict[str, Kept]:
    """Return all sources after those of `read` were read, looking under the paths `looked`.

    A source that is read again keeps what it held before. One that was looked for and not found is
    marked as gone and keeps the accounts that no other source holds: a file with another name and the
    same text is the same account. `there` tells whether a path still leads to a file: a source
    with the name of one that is there no more takes its place, as when a folder was moved.
    """
    named = {one.name: path for path, one in read.items()}
    after = dict(read)
    left: dict[str, Kept] = {}
    for path, old in kept.items():
        place = path if path in read else named.get(old.name)
        if place is not None and (place == path or not there(path)):
            after[place] = _continued(after[place], old)
        elif under(path, looked):
            left[path] = replace(old, gone=True)
        else:
            after[path] = old
    return _parted(after, left)


def _continued(now: Kept, old: Kept) -> Kept:
    """Return a source with what it held before it was read again."""
    held = {account.id for account in now.accounts}
    earlier = {**old.earlier, **{a.id: a.text for a in old.accounts}, **now.earlier}
    return replace(now, earlier={key: text for key, text in earlier.items() if key not in held})


def under(path: str, looked: Iterable[str]) -> bool:
    """Tell whether a path is one of some folders and files, or lies in one."""
    return any(PurePath(path).is_relative_to(root) for root in looked)


def _parted(after: dict[str, Kept], left: Sources) -> dict[str, Kept]:
    """Keep of what is gone only accounts that no other source holds; the others have moved there."""
    holder = {a.id: path for path in sorted(after, reverse=True) for a in after[path].accounts}
    for path, old in left.items():
        staying = tuple(a for a in old.accounts if a.id not in holder)
        moved = [a for a in old.accounts if a.id in holder]
        if staying:
            after[path] = replace(old, accounts=staying, problems=())
        for new in sorted({holder[account.id] for account in moved}):
            after[new] = _continued(after[new], old)
    return after


def gone(sources: Sources) -> list[str]:
    """Return the names of the sources that are gone."""
    return sorted(kept.name for kept in sources.values() if kept.gone)


def gathered(sources: Sources) -> tuple[dict[str, Account], list[Problem]]:
    """Return all accounts by id, each once, and the problems of all sources, in order of names."""
    accounts: dict[str, Account] = {}
    problems: list[Problem] = []
    for kept in sorted(sources.values(), key=lambda kept: (kept.gone, kept.name, kept.path)):
        problems += kept.problems
        for account in kept.accounts:
            problems += _twins(accounts.setdefault(account.id, account), account)
            if kept.gone:
                problems.append(Problem(where=account.source, step="read", reason=GONE))
    return accounts, problems


def versions(sources: Sources, current: Mapping[str, Account]) -> dict[str, Version]:
    """Return the texts that sources held earlier, by the ids their accounts had."""
    return {
        key: Version(text=text, now=tuple(account.id for account in kept.accounts))
        for _, kept in sorted(sources.items())
        for key, text in kept.earlier.items()
        if key not in current
    }


def _twins(first: Account, second: Account) -> Iterator[Problem]:
    if first.source != second.source:
        reason = f"has the same text as {first.source}; the two are kept as one account"
        yield Problem(where=second.source, step="read", reason=reason)
