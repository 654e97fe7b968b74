"""Event features: what speaks for and against two accounts telling of one event, in numbers.

Enters: `AccountProfile`s and pairs of their positions. Leaves: an array, one row a pair, one column a
feature of `FEATURES`, each a number that needs no trained language model.

A pair's features rest on its two accounts and on nothing else: words are weighed by how rare they
are in the news at large (`Stems` of their account's language), never by how many of the accounts at hand have them, so
that an account of another story changes nothing here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import inf, log
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct
from scipy.sparse import csr_matrix

from variorum.languages.stems import Stems
from variorum.link.events.profiles import NO, Votes, is_person, is_place
from variorum.link.events.quoted_runs import run_matrices

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from variorum.link.events.profiles import AccountProfile

    Floats = NDArray[np.float64]
    Pairs = tuple[NDArray[np.intp], NDArray[np.intp]]

FEATURES = (
    "lead",
    "proper words",
    "proper words times lead",
    "numbers",
    "lead's proper words",
    "lead found, by the one that has less",
    "lead found, by the one that has more",
    "lead's proper words lacking in both",
    "shared proper words",
    "days between",
    "date unknown",
    "no day in a lead",
    "a day of the lead shared, times its proper words found",
    "other company",
    "other persons",
    "a person of the lead shared",
    "a person of the lead shared, times lead",
    "other places",
    "other places of one place",
    "news of other days",
    "one name of one day",
    "words quoted at length",
    "a private person of one week",
)
PAIRS_AT_ONCE = 50_000
"""Pairs that are worked on at once: bounds the memory."""
NEWS = 2
"""Days between an account's own day and its publication up to which it tells of news."""
FORTNIGHT = 14
"""Days between the own days of two accounts of news from which they tell of other days."""
WEEK = 7
"""Days between publications up to which one private person in both is of one happening."""
DAYS_BACK = 3
"""Days before its own from which a day that an account gives is one that it looks back to."""
AT_LENGTH = 10
"""Runs of words that one account quotes and the other has too, from which it quotes at length."""
STRANGE = 2
"""Names of a lead that the other account lacks, from which two accounts share a name by chance."""


class Named(Struct, frozen=True):
    """Words that are names, and words that are names where the other account says so.

    Sparse matrices of the same shape: one row an account, one column a word.
    """

    sure: csr_matrix
    opening: csr_matrix


class WordMatrices(Struct, frozen=True):
    """The words of all accounts in matrices of one shape, weighed; `rare` weighs names but once."""

    whole: csr_matrix
    lead: csr_matrix
    numbers: csr_matrix
    proper: Named
    leads: Named
    rare: Named
    quoted: csr_matrix
    runs: csr_matrix

    @classmethod
    def of(cls, profiles: Sequence[AccountProfile]) -> WordMatrices:
        """Count the words of each account."""
        terms = [profile.terms for profile in profiles]
        columns = sorted({term for one in terms for term in one.words})
        number = {term: index for index, term in enumerate(columns)}

        def matrix(field: str) -> csr_matrix:
            return weighted([(one.stems, getattr(one, field)) for one in terms], number)

        def rare(field: str) -> csr_matrix:
            once = [(one.stems, dict.fromkeys(getattr(one, field), 1)) for one in terms]
            return weighted(once, number)

        return cls(
            matrix("words"),
            matrix("lead"),
            matrix("numbers"),
            Named(matrix("proper"), matrix("opening")),
            Named(matrix("proper_lead"), matrix("opening_lead")),
            Named(rare("proper"), rare("opening")),
            *run_matrices([profile.runs for profile in profiles]),
        )


def features(profiles: Sequence[AccountProfile], pairs: Pairs) -> Floats:
    """Return the features of `pairs` (two arrays of positions), shape (pairs, features)."""
    words = WordMatrices.of(profiles)
    starts = range(0, len(pairs[0]), PAIRS_AT_ONCE)
    parts = [tuple(side[start : start + PAIRS_AT_ONCE] for side in pairs) for start in starts]
    found = [_some(profiles, words, (part[0], part[1])) for part in parts]
    return np.vstack([np.zeros((0, len(FEATURES))), *found])


def _some(profiles: Sequence[AccountProfile], words: WordMatrices, pairs: Pairs) -> Floats:
    lead, proper = cosines(words.lead, pairs), named_cosines(words.proper, pairs)
    lacking = _lacking(words, pairs)
    shared_day, no_day = _lead_days(profiles, pairs)
    company, strangers, person, elsewhere, near = _company(profiles, pairs)
    columns = [
        lead,
        proper,
        proper * lead,
        cosines(words.numbers, pairs),
        named_cosines(words.leads, pairs),
        *_lead_shares(words, pairs),
        lacking,
        _shared_names(words, pairs),
        *_day_gaps(profiles, pairs),
        no_day,
        shared_day * (1 - lacking),
        company,
        strangers,
        person,
        person * lead,
        elsewhere,
        near,
        *_happenings(profiles, pairs),
        _quoted(words, pairs),
        _private(profiles, pairs),
    ]
    return np.column_stack(columns)


# --- words ------------------------------------------------------------------------------------------


def weighted(
    counts: Sequence[tuple[Stems, Mapping[str, int]]], number: Mapping[str, int]
) -> csr_matrix:
    """Return a sparse matrix of counts (1 + ln) times rarity in its language, one row an account."""
    entries = [
        (row, number[term], (1 + log(count)) * stems.rarity(term))
        for row, (stems, terms) in enumerate(counts)
        for term, count in sorted(terms.items())
    ]
    rows, columns, values = zip(*entries, strict=True) if entries else ((), (), ())
    return csr_matrix((values, (rows, columns)), shape=(len(counts), max(1, len(number))))


def cosines(matrix: csr_matrix, pairs: Pairs) -> Floats:
    """Return the cosine of the two rows of each pair, 0 where a row is empty."""
    norms = _sums(matrix.multiply(matrix)) ** 0.5
    met = products(matrix, matrix, pairs)
    return np.asarray(met / np.maximum(norms[pairs[0]] * norms[pairs[1]], 1e-9))


def named_cosines(named: Named, pairs: Pairs) -> Floats:
    """Return the cosine of names, where a word that one account opens a sentence with is a name
    if the other account has it as one.
    """
    sure, opening = named.sure, named.opening
    left, right = pairs
    turned = (right, left)
    met = products(sure, sure, pairs)
    met += products(sure, opening, pairs) + products(opening, sure, pairs)
    squares = _sums(sure.multiply(sure))
    is_sure, squared = (sure > 0).astype(np.float64), opening.multiply(opening).tocsr()
    mine = squares[left] + products(squared, is_sure, pairs)
    theirs = squares[right] + products(squared, is_sure, turned)
    return np.asarray(met / np.maximum(np.sqrt(mine * theirs), 1e-9))


def _lead_shares(words: WordMatrices, pairs: Pairs) -> tuple[Floats, Floats]:
    """Return the share of a lead's words, by weight, that the other account has: least, most."""
    had, totals = _ones(words.whole), np.maximum(_sums(words.lead), 1e-9)
    mine, theirs = (
        products(words.lead, had, (one, two)) / totals[one] for one, two in (pairs, pairs[::-1])
    )
    return np.minimum(mine, theirs), np.maximum(mine, theirs)


def _lacking(words: WordMatrices, pairs: Pairs) -> Floats:
    """Return the share of its lead's names, by weight, that the other lacks: the lesser of two."""
    had, totals = _ones(words.whole), np.maximum(_sums(words.leads.sure), 1e-9)
    mine, theirs = (
        np.where(
            totals[one] > 1e-9, 1 - products(words.leads.sure, had, (one, two)) / totals[one], 0
        )
        for one, two in (pairs, pairs[::-1])
    )
    return np.minimum(mine, theirs)


def _shared_names(words: WordMatrices, pairs: Pairs) -> Floats:
    """Return ln(1 + the rarity of all names that both have, in the left one's language)."""
    sure, opening = _ones(words.proper.sure), _ones(words.proper.opening)
    weighed, opened = words.rare.sure, words.rare.opening
    shared = products(weighed, sure, pairs)
    shared += products(weighed, opening, pairs) + products(opened, sure, pairs)
    return np.log1p(shared)


def _quoted(words: WordMatrices, pairs: Pairs) -> Floats:
    """Return whether one account quotes at length what the other has too."""
    mine, theirs = (products(words.quoted, words.runs, both) for both in (pairs, pairs[::-1]))
    return (np.maximum(mine, theirs) >= AT_LENGTH).astype(np.float64)


def _ones(matrix: csr_matrix) -> csr_matrix:
    return (matrix > 0).astype(np.float64)


def products(one: csr_matrix, two: csr_matrix, pairs: Pairs) -> Floats:
    """Return the dot product of a row of `one` and a row of `two` for each pair."""
    return np.asarray(one[pairs[0]].multiply(two[pairs[1]]).sum(axis=1), dtype=np.float64).ravel()


def _sums(matrix: csr_matrix) -> Floats:
    return np.asarray(matrix.sum(axis=1), dtype=np.float64).ravel()


# --- days -------------------------------------------------------------------------------------------


def _day_gaps(profiles: Sequence[AccountProfile], pairs: Pairs) -> tuple[Floats, Floats]:
    """Return ln(1 + days) between publications (0 where they overlap), and where it is unknown."""
    gaps = _column(_gap(profiles[i], profiles[j]) for i, j in zip(*pairs, strict=True))
    unknown = np.isinf(gaps)
    return np.log1p(np.where(unknown, 0.0, gaps)), unknown.astype(np.float64)


def _gap(one: AccountProfile, two: AccountProfile) -> float:
    """Return the days between publications, 0 where they overlap, infinite where one is unknown."""
    if one.published is None or two.published is None:
        return inf
    return max(0, one.published[0] - two.published[1], two.published[0] - one.published[1])


def _lead_days(profiles: Sequence[AccountProfile], pairs: Pairs) -> tuple[Floats, Floats]:
    """Return whether the leads share a day, and whether one of them gives none."""
    days = [profile.days for profile in profiles]
    shared = _column(bool(days[i] & days[j]) for i, j in zip(*pairs, strict=True))
    none = _column(not days[i] or not days[j] for i, j in zip(*pairs, strict=True))
    return shared, none


def days_apart(one: AccountProfile, two: AccountProfile) -> int:
    """Return the days between the accounts' own days, 0 where either gives the other's."""
    if not one.own or not two.own or one.own & two.told or two.own & one.told:
        return 0
    return min(abs(left - right) for left in one.own for right in two.own)


def other_days(one: AccountProfile, two: AccountProfile) -> bool:
    """Tell whether both are news of their own days, far apart, and the later looks back to none.

    A report that looks back to earlier days may be a later one of the same event.
    """
    if days_apart(one, two) < FORTNIGHT or not (_is_news(one) and _is_news(two)):
        return False
    later = max(one, two, key=lambda profile: min(profile.own))
    return min(later.told) >= min(later.own) - DAYS_BACK


def _is_news(profile: AccountProfile) -> bool:
    published = profile.published or ()
    return any(abs(day - end) <= NEWS for day in profile.own for end in published)


# --- other happenings -------------------------------------------------------------------------------


def _happenings(profiles: Sequence[AccountProfile], pairs: Pairs) -> tuple[Floats, Floats]:
    """Return whether two are news of other days, and whether they share a day and one name only."""
    met = [(profiles[i], profiles[j]) for i, j in zip(*pairs, strict=True)]
    return _column(other_days(*both) for both in met), _column(_one_name(*both) for both in met)


def _one_name(one: AccountProfile, two: AccountProfile) -> bool:
    """Tell whether two accounts of a day share one name at most, and each lead has others."""
    if not one.own & two.own:
        return False
    strange = min(
        len(lead.terms.proper_lead.keys() - other.terms.words.keys())
        for lead, other in ((one, two), (two, one))
    )
    mine, theirs = one.terms, two.terms
    shared = mine.proper.keys() & (theirs.proper.keys() | theirs.opening.keys())
    shared |= theirs.proper.keys() & mine.opening.keys()
    return strange >= STRANGE and len(shared) <= 1


# --- persons and places -----------------------------------------------------------------------------


def _company(profiles: Sequence[AccountProfile], pairs: Pairs) -> list[Floats]:
    """Return whether each lead names somebody whom the other account never names.

    "Other company" is that with a person whom both leads name: A met B here, and C there.
    """
    leads = [profile.in_lead() for profile in profiles]
    rows = [
        _both_told((profiles[i], leads[i]), (profiles[j], leads[j]))
        for i, j in zip(*pairs, strict=True)
    ]
    return list(np.array(rows, dtype=np.float64).reshape(-1, 5).T)


def _both_told(
    one: tuple[AccountProfile, set[str]], two: tuple[AccountProfile, set[str]]
) -> tuple[bool, ...]:
    persons, places = (
        (
            named_in_lead(one[1], one[0], two[0], is_kind),
            named_in_lead(two[1], one[0], two[0], is_kind),
        )
        for is_kind in (is_person, is_place)
    )
    company, strangers, known = _others(persons, one[0], two[0])
    near, elsewhere, _ = _others(places, one[0], two[0])
    return company, strangers, known, elsewhere, near


def named_in_lead(
    lead: set[str], one: AccountProfile, two: AccountProfile, is_kind: Callable[[Votes], bool]
) -> set[str]:
    """Return the words of a lead that are names of a kind by the votes of two accounts."""
    return {
        word
        for word in lead & (one.named.keys() | two.named.keys())
        if is_kind(_both(one.named.get(word, NO), two.named.get(word, NO)))
    }


def _private(profiles: Sequence[AccountProfile], pairs: Pairs) -> Floats:
    return _column(one_private(profiles[i], profiles[j]) for i, j in zip(*pairs, strict=True))


def one_private(one: AccountProfile, two: AccountProfile) -> bool:
    """Tell whether two accounts of a week name one private person, and one of them again.

    Spokesmen and officers are named with every happening of a town: they are given an office. A
    reporter or photographer is named once.
    """
    if _gap(one, two) > WEEK:
        return False
    shared = one.private.keys() & two.private.keys()
    return any(max(one.private[name], two.private[name]) > 1 for name in shared)


def _both(one: Votes, two: Votes) -> Votes:
    return one[0] + two[0], one[1] + two[1], one[2] + two[2]


def _others(
    leads: tuple[set[str], set[str]], one: AccountProfile, two: AccountProfile
) -> tuple[bool, bool, bool]:
    left, right = leads
    apart = not left <= two.terms.words.keys() and not right <= one.terms.words.keys()
    shared = bool(left & right)
    return apart and shared, apart and not shared, shared


def _column(values: Iterable[float]) -> Floats:
    return np.fromiter(values, dtype=np.float64)
