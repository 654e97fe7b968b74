"""Ledger diff: what one ledger has that another has not.

Enters: the `Material`, findings and decisions of two ledgers. Leaves: `Gap`s: what was gained, what
was lost, and what is said otherwise.

Ids change with every edit of an account, so records are known again by the words they rest on and
by the file or address of their account. Where the same words stand several times in an account,
they are counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from variorum.find.matter.material import Material, material, without_folders
from variorum.find.matter.telling import asked
from variorum.find.ranking import ranked
from variorum.records import Account, Decision, Figure, Finding, Quotation, Span, Verdict
from variorum.seams import Ledger

Which = Literal["gained", "lost", "changed"]
ItemKey = tuple[str, ...]


class Gap(Struct, frozen=True, kw_only=True):
    """One difference: a `record` (its kind) `gained`, `lost` or `changed`.

    `about` names it by its accounts and words, `was` and `now` are what the ledgers say of it
    (``None`` where one has no such record); `old` and `new` are its ids in either. `with_account`
    tells that it came or went with an account whose words it rests on.
    """

    record: str
    which: Which
    about: str
    was: str | None
    now: str | None
    old: str | None = None
    new: str | None = None
    with_account: bool = False


class Edition(Struct, frozen=True):
    """One ledger, read: its material, findings (most telling first) and decisions."""

    known: Material
    findings: tuple[Finding, ...]
    decisions: tuple[Decision, ...]
    shared: dict[str, str] = {}
    """What accounts that both ledgers hold are called in both, by their ids."""

    def source(self, account: str) -> str:
        """Return what an account is known by in every ledger: its address, or its file's name."""
        found = self.known.accounts.get(account)
        return self.shared.get(account) or (without_folders(found.source) if found else account)


class ComparedRecord(Struct, frozen=True):
    """A record as it is compared: known again by `key`, called `about`, saying `says`."""

    key: ItemKey
    about: str
    says: str
    id: str
    accounts: tuple[str, ...]


def read_edition(ledger: Ledger) -> Edition:
    """Read all of a ledger that is compared."""
    return Edition(material(ledger), tuple(ranked(ledger)), tuple(ledger.read(Decision)))


def compared(old: Edition, new: Edition) -> list[Gap]:
    """Return all differences, kind by kind in the order of `COMPARED_KINDS`; none where they say the same."""
    shared = _names_now(old, new)
    old, new = replace(old, shared=shared), replace(new, shared=shared)
    sources = [{of.source(key) for key in of.known.accounts} for of in (old, new)]
    moved = sources[0] ^ sources[1]
    return [
        _gap(name, was, now, moved)
        for name, items in COMPARED_KINDS.items()
        for was, now in _pairs(list(items(old)), list(items(new)))
    ]


def _names_now(old: Edition, new: Edition) -> dict[str, str]:
    """Call an account that both ledgers hold by the name it has now: its file may have been renamed."""
    there = new.known.accounts
    return {
        key: new.source(key)
        for key, account in old.known.accounts.items()
        if key in there and there[key].text == account.text
    }


def _pairs(
    old: Sequence[ComparedRecord], new: Sequence[ComparedRecord]
) -> Iterator[tuple[ComparedRecord | None, ComparedRecord | None]]:
    """Match items by key, those that say the same first; what is left over has no other side."""
    theirs = _by_key(new)
    lost: list[ComparedRecord] = []
    for key, mine in _by_key(old).items():
        here, there = _unmatched(mine, theirs.pop(key, []))
        yield from zip(here, there, strict=False)
        lost += here[len(there) :]
        if there[len(here) :]:
            theirs[key] = there[len(here) :]
    yield from ((item, None) for item in lost)
    yield from ((None, item) for items in theirs.values() for item in items)


def _by_key(items: Iterable[ComparedRecord]) -> dict[ItemKey, list[ComparedRecord]]:
    found: dict[ItemKey, list[ComparedRecord]] = defaultdict(list)
    for item in items:
        found[item.key].append(item)
    return dict(found)


def _unmatched(
    old: Sequence[ComparedRecord], new: Sequence[ComparedRecord]
) -> tuple[list[ComparedRecord], list[ComparedRecord]]:
    """Leave out items that say the same on both sides, as often as they do."""
    common = Counter(map(_one_line, old)) & Counter(map(_one_line, new))
    return _without(old, common.copy()), _without(new, common.copy())


def _one_line(item: ComparedRecord) -> str:
    """Return what an item says with all white space alike: a blank more is no difference."""
    return " ".join(item.says.split())


def _without(items: Sequence[ComparedRecord], common: Counter[str]) -> list[ComparedRecord]:
    left = []
    for item in items:
        if common[_one_line(item)]:
            common[_one_line(item)] -= 1
        else:
            left.append(item)
    return left


def _gap(name: str, old: ComparedRecord | None, new: ComparedRecord | None, moved: set[str]) -> Gap:
    which: Which = "changed" if old and new else "lost" if old else "gained"
    about = new.about if new else old.about if old else ""
    return Gap(
        record=name,
        which=which,
        about=about,
        was=old.says if old else None,
        now=new.says if new else None,
        old=old.id if old else None,
        new=new.id if new else None,
        with_account=name != "account" and bool(moved & (_accounts_of(old) | _accounts_of(new))),
    )


def _accounts_of(item: ComparedRecord | None) -> set[str]:
    return set(item.accounts) if item else set()


# --- what each kind is known again by, and what it says -------------------------------------------


def _accounts(of: Edition) -> Iterator[ComparedRecord]:
    for account in of.known.accounts.values():
        source = of.source(account.id)
        label = of.known.label(account.id)
        says = f"{_text(account)}, in {without_folders(account.source)}"
        yield ComparedRecord((source,), label, says, account.id, (source,))


def _text(account: Account) -> str:
    return f"{len(account.text):,} characters, text {account.id}"


def _findings(of: Edition) -> Iterator[ComparedRecord]:
    for one in of.findings:
        key = (one.kind, " ".join(asked(one).split()), *_pieces(of, one.places))
        yield ComparedRecord(key, one.kind, one.text, one.id, _sources(of, one.places))


def _verdicts(of: Edition) -> Iterator[ComparedRecord]:
    for one in of.known.verdicts.values():
        places = [place for place in (one.left, one.right) if place]
        about = " against ".join(_quoted(of, place) for place in places)
        yield ComparedRecord(
            _pieces(of, places), about, _verdict(one), one.id, _sources(of, places)
        )


def _verdict(one: Verdict) -> str:
    return f"{one.kind}: {one.because}"


def _figures(of: Edition) -> Iterator[ComparedRecord]:
    for one in of.known.figures.values():
        key, about = _pieces(of, [one.place]), _quoted(of, one.place)
        yield ComparedRecord(key, about, _figure(of, one), one.id, _sources(of, [one.place]))


def _figure(of: Edition, one: Figure) -> str:
    range_ = one.low if one.low == one.high else f"{one.low or 'open'} to {one.high or 'open'}"
    parts = [range_ or "no number", one.unit, one.counted and f"counting {one.counted}"]
    by = of.known.speaker(one.asserted_by)
    return ", ".join(part for part in (*parts, by and f"said by {by}", one.as_of) if part)


def _quotations(of: Edition) -> Iterator[ComparedRecord]:
    for one in of.known.quotations.values():
        places = one.contents or (one.place,)
        key, about = _pieces(of, places), _quoted(of, places[0])
        yield ComparedRecord(key, about, _quotation(of, one), one.id, _sources(of, places))


def _quotation(of: Edition, one: Quotation) -> str:
    speaker = of.known.whose(one) or "nobody named"
    carried = [f"via {carrier.name}" for carrier in one.via]
    return ", ".join([f"{one.manner}, {speaker}", *carried])


def _checks(of: Edition) -> Iterator[ComparedRecord]:
    for one in of.known.checks.values():
        key = (of.source(one.record), *_pieces(of, [one.place]))
        accounts = (of.source(one.record), of.source(one.place.account))
        says = f"{one.kind}: {one.because}"
        yield ComparedRecord(key, _quoted(of, one.place), says, one.id, accounts)


def _borrowings(of: Edition) -> Iterator[ComparedRecord]:
    for one in of.known.borrowings.values():
        label = of.known.label
        about = f"{label(one.to)} from {label(one.from_)}"
        ends = (of.source(one.from_), of.source(one.to))
        yield ComparedRecord(ends, about, one.kind, one.id, ends)


def _decisions(of: Edition) -> Iterator[ComparedRecord]:
    for one in of.decisions:
        words = " against ".join(_quoted(of, place) for place in one.basis) or one.target
        says = f"{one.view}{': ' + one.note if one.note else ''}"
        about = f"{one.who}, {one.when}: {words}"
        yield ComparedRecord((one.id,), about, says, one.id, ())


def _pieces(of: Edition, places: Iterable[Span]) -> ItemKey:
    """Return accounts and words, in an order that does not depend on ids."""
    return tuple(sorted(f"{of.source(p.account)}: {' '.join(p.text.split())}" for p in places))


def _sources(of: Edition, places: Iterable[Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(of.source(place.account) for place in places))


def _quoted(of: Edition, place: Span) -> str:
    return f"{of.known.label(place.account)} “{' '.join(place.text.split())}”"


COMPARED_KINDS: dict[str, Callable[[Edition], Iterator[ComparedRecord]]] = {
    "account": _accounts,
    "finding": _findings,
    "verdict": _verdicts,
    "figure": _figures,
    "quotation": _quotations,
    "check": _checks,
    "borrowing": _borrowings,
    "decision": _decisions,
}
