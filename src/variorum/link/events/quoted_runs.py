"""Quoted runs: words that one account has between quotation marks and another has too.

Enters: accounts, then the `Runs` of all of them. Leaves: how many runs two of them share.

Words that were said once stand in the accounts of that occasion: in quotation marks, or as they
were spoken, as a transcript has them. They are counted in runs of `RUN` words, too many for a common
phrase. Words that neither account quotes count for nothing: stock sentences are repeated too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
from msgspec import Struct
from numpy.lib.stride_tricks import sliding_window_view
from scipy.sparse import csr_matrix

from variorum.folding import fold
from variorum.records import Account
from variorum.segment import blocks
from variorum.segment.quote_marks import stretches

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.uint64]

RUN = 8
"""Words of a run."""
_PLACES = np.uint64(0x9E3779B97F4A7C15) ** np.arange(RUN, dtype=np.uint64)
"""What the word at each place of a run is multiplied with: powers of a large odd number."""
_WORD = re.compile(r"[^\W_]+")


class Runs(Struct, frozen=True, eq=False):
    """The runs of an account's words, and those of them that stand between quotation marks.

    Each run is a number (sums of words' checksums): equal for equal words, whatever the account.
    """

    every: Numbers
    quoted: Numbers


NO_RUNS = Runs(np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.uint64))


def word_runs(account: Account) -> Runs:
    """Return the runs of an account, furniture left out."""
    text = fold(account.text)
    every = _numbers(" ".join(text[block.start : block.end] for block in blocks(account)))
    quoted = [_numbers(text[slice(*stretch.inner)]) for stretch in stretches(account)]
    return Runs(every, np.unique(np.concatenate([every[:0], *quoted])))


def _numbers(text: str) -> Numbers:
    words = [crc32(word.encode()) for word in _WORD.findall(text.casefold())]
    if len(words) < RUN:
        return np.zeros(0, dtype=np.uint64)
    windows = sliding_window_view(np.array(words, dtype=np.uint64), RUN)
    return np.unique((windows * _PLACES).sum(axis=1, dtype=np.uint64))


def run_matrices(found: Sequence[Runs]) -> tuple[csr_matrix, csr_matrix]:
    """Return which runs each account quotes and which it has, one row an account.

    Columns are the runs that any of them quotes: no other can be shared.
    """
    columns = np.unique(np.concatenate([np.zeros(0, dtype=np.uint64), *(r.quoted for r in found)]))
    return (
        _matrix([one.quoted for one in found], columns),
        _matrix([one.every for one in found], columns),
    )


def _matrix(rows: Sequence[Numbers], columns: Numbers) -> csr_matrix:
    known = [_among(columns, row) for row in rows]
    ends = np.cumsum([0, *map(len, known)])
    where = np.concatenate([np.zeros(0, dtype=np.intp), *known])
    shape = (len(rows), max(1, len(columns)))
    return csr_matrix((np.ones(len(where)), where, ends), shape=shape)


def _among(columns: Numbers, row: Numbers) -> NDArray[np.intp]:
    """Return the positions in `columns` of those numbers of a row that are there."""
    at = np.searchsorted(columns, row)
    known = np.append(columns, np.uint64(0))[at] == row
    return np.asarray(at[known], dtype=np.intp)


def quoting(found: Sequence[Runs], least: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the pairs of positions that share `least` runs which one of the two quotes."""
    quoted, every = run_matrices(found)
    shared = (quoted @ every.T).tocoo()
    near = (shared.data >= least) & (shared.row != shared.col)
    return shared.row[near].astype(np.intp), shared.col[near].astype(np.intp)
