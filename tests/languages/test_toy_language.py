"""A language that nobody speaks runs the journey: it is a record, a parser and their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.languages import orrish
from variorum.engines.local import LocalEngine
from variorum.errors import UsageError
from variorum.journey import collate
from variorum.languages.registry import language_of
from variorum.ledgers.memory import MemoryLedger
from variorum.read.accounts import account
from variorum.read.media.drafts import Draft
from variorum.read.page.wording import wording
from variorum.records import Account, Figure, Problem, Quotation, Verdict
from variorum.settings import Settings

HERE = orrish.__name__
SETTINGS = Settings(
    workers=1,
    languages=(f"{HERE}:ORRISH",),
    encoder=f"{HERE}:Encoder",
    identifier=f"{HERE}:Identifier",
)
TOLD = """Li damo falu en Halvo

Li granda damo falu en Halvo. Ada Voss sagu ke {dead} homi mortu en Halvo. Li fluvo levu {rise}.

“Li akvo venu rapida en li nokto,” sagu Ada Voss.
"""
"""The dam fell at Halvo. Ada Voss said that so many people died, the river rose, the water came fast."""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> MemoryLedger:
    folder = tmp_path_factory.mktemp("orrish")
    (folder / "a.txt").write_text(TOLD.format(dead="dek", rise="kvin stadi"), encoding="utf-8")
    (folder / "b.txt").write_text(TOLD.format(dead="tri", rise="sep stadi"), encoding="utf-8")
    return collated(folder, SETTINGS)


def collated(folder: Path, settings: Settings) -> MemoryLedger:
    found = MemoryLedger()
    with LocalEngine(1) as engine:
        collate([folder], found, engine, settings=settings)
    return found


def test_its_accounts_are_read_without_a_problem(ledger: MemoryLedger) -> None:
    assert {account.language for account in ledger.read(Account)} == {"qor"}
    assert list(ledger.read(Problem)) == []


def test_a_quotation_is_found_with_its_speaker(ledger: MemoryLedger) -> None:
    found = {(one.manner, one.speaker.name, one.contents[0].text) for one in ledger.read(Quotation)}
    assert found == {
        ("direct", "Ada Voss", "Li akvo venu rapida en li nokto,"),
        ("indirect", "Ada Voss", "ke dek homi mortu en Halvo"),
        ("indirect", "Ada Voss", "ke tri homi mortu en Halvo"),
    }


def test_a_figure_is_found_with_its_unit(ledger: MemoryLedger) -> None:
    found = {(one.place.text, one.value, one.unit) for one in ledger.read(Figure)}
    assert found == {
        ("dek", "10", "homo"),
        ("tri", "3", "homo"),
        ("kvin stadi", "5", "stade"),
        ("sep stadi", "7", "stade"),
    }


def test_figures_that_differ_are_told(ledger: MemoryLedger) -> None:
    differing = {
        frozenset((one.left.text, one.right.text))
        for one in ledger.read(Verdict)
        if one.kind == "figure differs" and one.left and one.right
    }
    assert differing == {
        frozenset(("dek homi", "tri homi")),
        frozenset(("kvin stadi", "sep stadi")),
    }


PAGE = "Li damo falu en Halvo\n\nLi damo falu en Halvo kaj li fluvo levu.\n\n{menu}\n\nAda Voss sagu ke li akvo venu rapida."


@pytest.mark.parametrize("menu", ["Legu pli", "Read more"])
@pytest.mark.parametrize(("said", "known"), [(None, {"Legu pli", "Read more"}), ("qor", {"Legu pli"}),
                                             ("en", {"Read more"}), ("fi", {"Legu pli", "Read more"})])  # fmt: skip
def test_the_frame_of_a_page_is_told_by_its_own_words_or_by_those_of_all(
    menu: str, said: str | None, known: set[str]
) -> None:
    draft = Draft(text=PAGE.format(menu=menu), source="a", where="a", language=said)
    told = account(draft, orrish.Identifier(), SETTINGS.languages)
    frame = {told.text[one.start : one.end] for one in told.regions if one.kind == "furniture"}
    assert frame == {menu} & known


@pytest.mark.parametrize(
    ("said", "code"), [("qor", "qor"), ("en", "fi"), ("sv", "fi"), (None, "fi")]
)
def test_a_page_is_in_the_language_it_names_if_that_is_read_and_not_what_templates_say(
    said: str | None, code: str
) -> None:
    draft = Draft(text=PAGE.format(menu=""), source="a", where="a", language=said)
    assert account(draft, Finnish(), SETTINGS.languages).language == code


def test_names_of_the_press_are_known_in_every_language() -> None:
    assert "reuters" in wording("qor", SETTINGS.languages).press.agencies
    assert wording("qor", SETTINGS.languages).pages is orrish.ORRISH.pages


class Finnish:
    """Takes every text for Finnish."""

    def identify(self, text: str) -> tuple[str, float]:
        return "fi", 1.0


def test_a_language_that_nobody_told_of_has_no_words() -> None:
    unknown = language_of("qqq")
    assert (unknown.code, unknown.reporting.speech, unknown.numbers.small) == (
        "qqq",
        frozenset(),
        {},
    )


@pytest.mark.parametrize(
    "name", ["tests.languages.orrish:NOBODY", "no_such_module:X", HERE + ":SMALL"]
)
def test_a_name_that_leads_to_no_language_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Li damo falu.", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be opened"):
        collated(tmp_path, Settings(workers=1, languages=(name,)))
