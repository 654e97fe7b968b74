"""Does a watcher that is killed again and again lose or double anything?

Enters: how many kills, a seed. Leaves: how many there were, how often something was told twice, and exit
code 1 where a ledger is not that of an undisturbed run, or what was told does not add up to it.

Files arrive in a random order, some of them slowly, while a watcher is killed (SIGKILL) at random moments, or
as soon as it has begun to tell something, and started again. Watchers are forked from a process that has loaded the language pipeline, so that a life of
some seconds is spent on work.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Iterable, Iterator
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from msgspec import Struct

from bench import synthetic
from variorum.engines.local import LocalEngine
from variorum.journey import collate
from variorum.ledgers.memory import MemoryLedger
from variorum.ledgers.record_kinds import RECORD_KINDS, kind_name, written
from variorum.ledgers.sqlite import SqliteLedger
from variorum.records import Finding
from variorum.seams import Ledger
from variorum.serve import cli
from variorum.settings import Settings
from variorum.stages import opening

KILLS, ACCOUNTS, TELLERS = 100, 8, 4
LONGEST_LIFE = 5.0
"""Seconds: a round of a few accounts takes one or two, and a file waits for one."""
TELLING = 0.5
"""Share of lives that end as soon as something was told, where the time is shortest between two marks."""
Row = dict[str, object]


class Story(Struct):
    """A folder to which `texts` come, and what an undisturbed run finds there in the end."""

    folder: Path
    texts: dict[str, bytes]
    found: frozenset[str]

    @property
    def come(self) -> Path:
        """Return where the texts come to; the same place each time, for it stands in the ledger."""
        return self.folder / "come"


class Trial(Struct, frozen=True):
    """What came of one story: kills, lines that were told, those told again, and what is amiss."""

    kills: int
    told: int
    again: int
    amiss: tuple[str, ...]


def main() -> int:
    """Kill as often as asked; print what came of it."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    trials: list[Trial] = []
    with TemporaryDirectory() as name:
        story = made(Path(name))
        while sum(one.kills for one in trials) < most:
            trials.append(trial(story, Random(f"{seed}-{len(trials)}")))  # noqa: S311
            print(f"{len(trials)} stories: {total(trials)}", flush=True)
    return 1 if any(one.amiss for one in trials) else 0


def total(trials: Iterable[Trial]) -> str:
    """Return the sums of some trials in a line."""
    some = list(trials)
    amiss = [words for one in some for words in one.amiss]
    return (
        f"{sum(one.kills for one in some)} kills, {sum(one.told for one in some)} announcements, "
        f"{sum(one.again for one in some)} told twice; amiss: {amiss or 'nothing'}"
    )


def made(folder: Path, accounts: int = ACCOUNTS) -> Story:
    """Write a story, and find out what there is in it; load what watchers need."""
    settings = Settings(workers=1)
    story = Story(folder, {}, frozenset())
    story.come.mkdir()
    synthetic.write(story.come, accounts, tellers=TELLERS)
    story.texts = {path.name: path.read_bytes() for path in sorted(story.come.iterdir())}
    context = get_context("fork")
    quiet = context.Process(target=_undisturbed, args=(story.come, folder / "quiet"))
    quiet.start()  # in a process of its own: the encoder's threads do not survive a fork
    quiet.join()
    story.found = frozenset((folder / "quiet").read_text(encoding="utf-8").splitlines())
    for parser in opening.parsers(settings):
        parser.parse(["One."])
    return story


def trial(story: Story, random: Random) -> Trial:
    """Let the texts come while a watcher is killed and started again; look what is there in the end."""
    for path in (story.come, story.folder / "told"):
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
    for path in story.folder.glob("ledger*"):
        path.unlink()
    names = sorted(story.texts)
    random.shuffle(names)
    lives = 0
    while names:
        watcher = _started(story, lives)
        for name in [names.pop() for _ in range(min(len(names), random.randint(0, 3)))]:
            _arrive(story.come / name, story.texts[name], random)
        _live(story.folder / "told" / f"{lives:04}", random)
        os.kill(watcher.pid or 0, signal.SIGKILL)
        watcher.join()
        lives += 1
    last = _started(story, lives, "--once")
    last.join()
    rows = list(_rows(story, lives))
    with SqliteLedger(story.folder / "ledger") as ledger:
        amiss = tuple(_amiss(story, ledger, rows, last))
    return Trial(lives, len(rows), len(rows) - len({row["id"] for row in rows}), amiss)


def _live(told: Path, random: Random) -> None:
    """Wait for a random moment, or for that at which the watcher begins to tell."""
    end = monotonic() + random.uniform(0, LONGEST_LIFE)
    telling = random.random() < TELLING
    while monotonic() < end and not (telling and told.exists() and told.stat().st_size):
        sleep(0.001)


def _amiss(story: Story, ledger: Ledger, rows: list[Row], last: BaseProcess) -> Iterator[str]:
    if last.exitcode:
        yield f"the last watcher ended with {last.exitcode}"
    if lines(ledger) != story.found:
        yield "the ledger is not that of an undisturbed run"
    standing: set[object] = set()
    for row in {row["id"]: row for row in rows}.values():
        if row["which"] != "problem":
            standing = standing - {row["old"]} | ({row["new"]} if row["new"] else set())
    if standing != {finding.id for finding in ledger.read(Finding)}:
        yield "what was told does not add up to what is there"


def lines(ledger: Ledger) -> frozenset[str]:
    """Return all that the machine found, each record in a line."""
    return frozenset(
        f"{kind_name(kind)} {written(record)}"
        for kind in RECORD_KINDS.values()
        for record in ledger.read(kind)
    )


def _undisturbed(folder: Path, found: Path) -> None:
    ledger = MemoryLedger()
    with LocalEngine(1) as engine:
        collate([folder], ledger, engine, settings=Settings(workers=1))
    found.write_text("\n".join(lines(ledger)), encoding="utf-8")


def _arrive(path: Path, text: bytes, random: Random) -> None:
    """Write a file as somebody does who has not all of it at once."""
    half = random.randrange(len(text))
    with path.open("wb") as file:
        file.write(text[:half])
        file.flush()
        sleep(random.choice((0, 0, 0.3)))
        file.write(text[half:])


def _started(story: Story, life: int, *more: str) -> BaseProcess:
    told = story.folder / "told" / f"{life:04}"
    given = ["watch", str(story.come), "-o", str(story.folder / "ledger"), "--json", *more]
    given += ["--every", "1", "--workers", "1"]
    watcher = get_context("fork").Process(target=_watch, args=(given, told))
    watcher.start()
    return watcher


def _watch(given: list[str], told: Path) -> None:
    with told.open("wb", buffering=0) as file:
        os.dup2(file.fileno(), sys.stdout.fileno())
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    sys.argv = ["variorum", *given]
    cli.main()


def _rows(story: Story, lives: int) -> Iterator[Row]:
    """Yield what was told in all lives; a line that a kill cut short has no end and was not told."""
    for life in range(lives + 1):
        told = (story.folder / "told" / f"{life:04}").read_text(encoding="utf-8")
        yield from (json.loads(line) for line in told.split("\n")[:-1])


if __name__ == "__main__":
    sys.exit(main())
