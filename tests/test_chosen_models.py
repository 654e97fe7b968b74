"""Models are those that settings name: in this process, in workers, and in what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from variorum.annotations import Token
from variorum.engines.local import LocalEngine
from variorum.errors import ModelError, UsageError
from variorum.journey import collate
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Assertion, Event, Problem
from variorum.seams import Parsed
from variorum.settings import Settings
from variorum.stages.fingerprints import compare_fingerprint, study_fingerprint
from variorum.stages.opening import require_models


class Whole:
    """A parser to which a block is one sentence, and a word is what stands between spaces."""

    fingerprint = "whole-1"

    def parse(self, blocks: Sequence[str]) -> list[Parsed]:
        return [self._parsed(block) for block in blocks]

    def _parsed(self, block: str) -> Parsed:
        tokens: list[Token] = []
        for word in block.split():
            start = block.index(word, tokens[-1].end if tokens else 0)
            tokens.append(Token(start, start + len(word), word, word, "other", "other", "root", 0))
        return Parsed(tuple(tokens), ((0, len(tokens)),), (), ())


class Needy(Whole):
    """A parser that is not made without being told where its weights are."""

    def __init__(self, weights: Path) -> None:
        self.weights = weights


class OneWay:
    """An encoder by which all sentences are alike."""

    fingerprint = "one-way-1"

    def encode(self, sentences: Sequence[str]) -> np.ndarray:
        return np.tile(np.array([1, 0], dtype=np.float32), (len(sentences), 1))


class NeverAsked:
    """An encoder that ends the run where it is asked for a vector."""

    fingerprint = "never-asked-1"

    def encode(self, sentences: Sequence[str]) -> np.ndarray:
        raise ModelError(f"asked for {len(sentences)} vectors")


class NeverEnglish:
    """An identifier by which every text is Norn."""

    def identify(self, text: str) -> tuple[str, float]:
        return "nrn", 1.0


TOYS = Settings(workers=1, parser=f"{__name__}:Whole", encoder=f"{__name__}:OneWay")
IN_WORKERS = replace(TOYS, workers=2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, count in (("a", "nine"), ("b", "twelve")):
        told = f"The bridge at Vale fell on 3 May 2031.\n\nMayor Ada Voss said that {count} people were hurt."
        (tmp_path / f"{name}.txt").write_text(told, encoding="utf-8")
    return tmp_path


def collated(folder: Path, settings: Settings, *, few: int = 24) -> MemoryLedger:
    ledger = MemoryLedger()
    with LocalEngine(settings.workers, few=few) as engine:
        collate([folder], ledger, engine, settings=settings)
    return ledger


def test_the_journey_reads_with_the_parser_that_settings_name(folder: Path) -> None:
    said = [one.place.text for one in collated(folder, TOYS).read(Assertion)]
    assert "The bridge at Vale fell on 3 May 2031." in said


@pytest.mark.model
def test_accounts_that_share_no_event_need_no_vectors(folder: Path) -> None:
    chosen = Settings(workers=1, encoder=f"{__name__}:NeverAsked")
    with pytest.raises(ModelError, match="asked for"):
        collated(folder, chosen)
    (folder / "b.txt").write_text("Shares of the Orrin brewery rose after a calm quarter.")
    assert len(list(collated(folder, chosen).read(Event))) == 2


def test_the_language_of_an_account_is_told_by_the_identifier_that_settings_name(
    folder: Path,
) -> None:
    chosen = Settings(workers=1, identifier=f"{__name__}:NeverEnglish")
    ledger = collated(folder, chosen)
    assert {account.language for account in ledger.read(Account)} == {"nrn"}
    assert all("(nrn) is not supported" in problem.reason for problem in ledger.read(Problem))


def test_workers_open_the_same_models_by_their_names(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    apart = collated(folder, IN_WORKERS, few=0)
    assert list(apart.read(Assertion)) == list(collated(folder, TOYS).read(Assertion))


def test_a_model_of_the_current_folder_is_not_opened_in_workers_and_they_say_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(__file__).parents[1])
    with pytest.raises(UsageError, match="nothing from the current folder"):
        collated(folder, IN_WORKERS, few=0)


def test_what_is_kept_names_the_models_that_made_it() -> None:
    assert study_fingerprint(TOYS).startswith("whole-1-")
    assert compare_fingerprint(TOYS).startswith("one-way-1-")
    other = Settings(parser=TOYS.parser)
    assert study_fingerprint(TOYS) == study_fingerprint(other)
    assert compare_fingerprint(TOYS) != compare_fingerprint(other)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("whole", "write package.module:attribute, as in “variorum.models.parser:SpacyParser”"),
        ("no_such_module:Whole", "there is no module “no_such_module” here. Install it"),
        (f"{__name__}:Half", "has no “Half”. Correct the name"),
        (
            f"{__name__}:Needy",
            "(missing a required argument: 'weights'): write a function",
        ),
        (
            f"{__name__}:OneWay",
            "does not return a parser: what it returns must have fingerprint, parse",
        ),
    ],
)
def test_a_name_that_leads_to_no_parser_is_refused_before_anything_is_read(
    name: str, told: str, folder: Path
) -> None:
    with pytest.raises(UsageError, match="parser") as refused:
        collated(folder, Settings(workers=1, parser=name))
    assert told in str(refused.value)


def test_a_model_that_misses_a_module_says_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "leans_on_another.py").write_text("import no_such_module\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="no_such_module"):
        require_models(Settings(parser="leans_on_another:Parser"))
