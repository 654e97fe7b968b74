"""Quality of tracing: checks against a record, and reuse of text.

Enters: the debate transcripts with press quotations, and the reuse tasks, beside the checkout.
Leaves: `Score`s. Edited quotations are made from the transcripts with a fixed seed.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from pathlib import Path

from quality.score import Score, shared
from quality.tracing_quotations import Edited, edited, lines, press, record, told
from variorum.languages.registry import name_parts
from variorum.models.encoder import MiniLmEncoder
from variorum.records import Check
from variorum.trace.borrowing.reuse import account_words, covered
from variorum.trace.borrowing.reuse import shared as passages_of
from variorum.trace.borrowing.rewording import containment, degree
from variorum.trace.checking.checks import checks

SEED = 20161109
ENCODER = MiniLmEncoder()
EACH = 40
"""Edited quotations of each kind."""


def held() -> list[tuple[Edited, Check | None]]:
    """Return every edited quotation with the check made of it."""
    folder = shared("data/debates2016")
    if folder is None:
        return []
    said = [lines(path) for path in sorted((folder / "English").iterdir())]
    dice = random.Random(SEED)  # noqa: S311 - a fixed sample, no secret
    result: list[tuple[Edited, Check | None]] = []
    for index, mine in enumerate(said):
        each = EACH // len(said) + (index < EACH % len(said))
        made = edited(mine, said[index - 1], dice, each)
        quoting = press("press", [(one.speaker, one.text) for one in made])
        found = {
            check.quotation: check for check in checks([record("record", mine), quoting], ENCODER)
        }
        for one, quotation in zip(made, quoting.statements.quotations, strict=True):
            result.append((one, found.get(quotation.id)))
    return result


# --- press quotations ------------------------------------------------------------------------

SEEDS = {
    "verbatim": frozenset({"verbatim", "edited"}),
    "altered": frozenset({"differs"}),
    "not_in_these_transcripts": frozenset({"not found", "cannot tell"}),
}
_BEST = ("verbatim", "edited", "differs", "cannot tell", "not found")


def pressed() -> list[tuple[str, str, str]]:
    """Return (words, verdict given, kind found) for the press quotations, "generic" left out.

    The set names no speaker, so each quotation is held against every speaker of every record,
    and the best kind counts: harder for words that are in none than a named speaker would be.
    """
    folder = shared("data/debates2016")
    if folder is None:
        return []
    records = [record(path.name, lines(path)) for path in sorted((folder / "English").iterdir())]
    with (folder / "quote_seed.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["verdict"] in SEEDS]
    speakers = sorted({turn.speaker or "" for r in records for turn in r.account.regions})
    asked = [(speaker, row["quote"]) for row in rows for speaker in speakers]
    quoting = press("press", asked)
    kinds = {check.quotation: check.kind for check in checks([*records, quoting], ENCODER)}
    found: dict[str, list[str]] = {}
    for (_, quote), quotation in zip(asked, quoting.statements.quotations, strict=True):
        found.setdefault(quote, []).append(kinds.get(quotation.id, "not found"))
    return [
        (row["quote"], row["verdict"], min(found[row["quote"]], key=_BEST.index)) for row in rows
    ]


# --- reuse -------------------------------------------------------------------------------------

LEVELS = {
    "near copy": "g0pA_taskb g0pE_taska g1pD_taskb g2pC_taska g3pC_taska g4pC_taska g4pD_taskb",
    "light revision": "g0pD_taska g0pE_taskb g1pD_taska g2pE_taskb g4pD_taska g4pE_taskb",
    "heavy revision": "g0pC_taska g0pD_taskb g1pA_taskb g2pA_taskb g2pE_taska g3pA_taskb "
    "g4pE_taska",
}
"""Levels of the answers; all others are written without the source.

The files in hand carry no labels. These follow the design in the set's paper (every person answers
two tasks unaided and three at one level each, in a Latin square) and a reading of the texts; which
person had "light" and which "heavy" is the less certain part.
"""


def reused() -> Iterator[tuple[str, str, str]]:
    """Yield (answer, level by `LEVELS`, level found) for tasks a and b."""
    folder = shared("data/clough_stevenson")
    if folder is None:
        return
    wanted = {name: level for level, names in LEVELS.items() for name in names.split()}
    for task in "ab":
        source = _text(folder / f"orig_task{task}.txt")
        for path in sorted(folder.glob(f"g*_task{task}.txt")):
            yield path.stem, wanted.get(path.stem, "none"), _level(source, _text(path))


def _text(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")


def _level(source: str, answer: str) -> str:
    left, right = (
        account_words(name_parts([None]), told(name, text), {})
        for name, text in (("a", source), ("b", answer))
    )
    found = passages_of([left, right]).get((0, 1), ())
    part = covered([one.right for one in found]) / max(1, len(right.words))
    keys = [[word.key for word in one.words] for one in (left, right)]
    return degree(part, containment(keys[1], keys[0], 3))


# --- scores ------------------------------------------------------------------------------------


def scores() -> list[Score]:
    """Return the scores of checks (made of debates) and of reuse (tasks a and b)."""
    return [*_check_scores(), *_reuse_scores()]


def _reuse_scores() -> list[Score]:
    found = list(reused())
    if not found:
        return []
    same = sum(wanted == level for _, wanted, level in found)
    binary = sum((wanted == "none") == (level == "none") for _, wanted, level in found)
    key, basis = "reuse.clough_stevenson", "all five tasks, with the set's own labels"
    return [
        Score(key=f"{key}.levels", value=100 * same / len(found), rows=len(found),
              peer="Clough and Stevenson 2011", peer_value=80.0, peer_basis=basis),
        Score(key=f"{key}.binary", value=100 * binary / len(found), rows=len(found),
              peer="Clough and Stevenson 2011", peer_value=94.7, peer_basis=basis),
    ]  # fmt: skip


def _check_scores() -> list[Score]:
    found = held()
    if not found:
        return []
    right = sum(check is not None and check.kind in one.fits for one, check in found)
    changed = [(one, check) for one, check in found if not one.fits & {"verbatim", "edited"}]
    kept = sum(
        not (check is not None and check.kind in {"verbatim", "edited"}) for _, check in changed
    )
    seeds = pressed()
    fit = sum(kind in SEEDS[verdict] for _, verdict, kind in seeds)
    return [
        Score(key="checks.debates.edited.kind", value=100 * right / len(found), rows=len(found)),
        Score(
            key="checks.debates.edited.no_changed_sense_passed",
            value=100 * kept / len(changed),
            rows=len(changed),
        ),
        Score(key="checks.debates.press.verdict", value=100 * fit / len(seeds), rows=len(seeds)),
    ]
