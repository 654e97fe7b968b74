"""What assistants are answered, and what they are refused."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from threading import Event

import pytest

import variorum
from tests.serve.asking import Asked, asked, places, refused
from variorum import stories
from variorum.records import Account
from variorum.report.lists.drafted import drafted
from variorum.serve.assistants import story as story_in_hand
from variorum.serve.assistants.server import LONGEST_TEXT_GIVEN, LONGEST_WORDS_GIVEN
from variorum.serve.assistants.story import NamedStory
from variorum.serve.console import opening

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]
SAID = "With two more hours nobody would have died."
DRAFT = f"""# The dam

Another 40 people were missing and some 2,500 had been moved to schools. “{SAID}” Mayor Tomas Velich said.
"""


# --- quotations and drafts ----------------------------------------------------------------------------


def test_words_that_an_account_has_are_verbatim_with_their_place_and_speaker(
    dam: NamedStory,
) -> None:
    answer = asked(dam, "check_quotation", words=SAID, speaker="Tomas Velich")
    assert (answer["verdict"], answer["because"]) == ("verbatim", "A source has the same words.")
    assert [one["verdict"] for one in answer["accounts"]] == ["verbatim", "verbatim"]
    first = next(places(answer))
    assert (first["said_by"], first["words"]) == ("Tomas Velich", SAID.removesuffix("."))
    assert first["sentence"].strip('“”"') == SAID


def test_changed_words_differ_and_the_change_is_told(dam: NamedStory) -> None:
    answer = asked(dam, "check_quotation", words=SAID.replace("hours", "days"))
    assert answer["verdict"] == "differs"
    assert answer["accounts"][0]["changes"] == [
        {"kind": "word", "source": "hours", "given": "days"}
    ]


def test_words_of_somebody_else_differ(dam: NamedStory) -> None:
    answer = asked(dam, "check_quotation", words=f"“{SAID}”", speaker="Irena Halvas")
    assert answer["verdict"] == "differs"
    assert "to Tomas Velich" in answer["because"]


def test_words_that_one_account_has_and_another_denies_are_not_told_as_if_all_had_them(
    tmp_path: Path,
) -> None:
    (tmp_path / "paper.txt").write_text(
        "Firms to be paid\n\n“We have promised money to the firms,” Ada Voss said on Monday.\n"
    )
    (tmp_path / "record.txt").write_text(
        "Ada Voss: We have not promised money to the firms.\nQuestion: Never?\n"
        "Ada Voss: Never.\nQuestion: Why?\nAda Voss: Because they have enough.\n"
    )
    answer = asked(
        NamedStory([str(tmp_path)]), "check_quotation", words="We have promised money to the firms"
    )
    assert answer["verdict"] == "accounts differ"
    assert "1 other account has them otherwise" in answer["because"]
    record, paper = answer["accounts"]
    assert (record["verdict"], record["found"]["kind"]) == ("differs", "transcript")
    assert (paper["verdict"], paper["found"]["file"]) == ("verbatim", "paper.txt")


def test_the_example_of_the_page_is_what_is_answered() -> None:
    page = (ROOT / "docs" / "assistants.md").read_text("utf-8")
    _, call, shown = (json.loads(one) for one in re.findall(r"```json\n(.*?)```", page, re.DOTALL))
    story = NamedStory([str(stories.folder("harbour-press-conference"))])
    answer = asked(story, call["name"], **call["arguments"])
    assert len(answer["accounts"]) == 3
    assert {**answer, "accounts": answer["accounts"][:1]} == shown


def test_a_pronoun_for_the_speaker_is_held_against_nobody(dam: NamedStory) -> None:
    assert asked(dam, "check_quotation", words=SAID, speaker="she")["verdict"] == "verbatim"


def test_invented_words_are_not_found(dam: NamedStory) -> None:
    answer = asked(dam, "check_quotation", words="The Board has nothing at all to hide from anyone")
    assert (answer["verdict"], answer["accounts"]) == ("not found", [])


def test_a_text_is_checked_as_a_draft_in_a_file_is(
    dam: NamedStory, dam_ledger: Path, tmp_path: Path
) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    with variorum.open_ledger(dam_ledger, writable=False) as opened:
        lines = drafted([opened.check(tmp_path / "draft.md")])
    answer = asked(dam, "check_text", text=DRAFT, everything=True)
    shown = [(one["kind"], one["verdict"], one["words"]) for one in answer["statements"]]
    assert shown == [(line.kind, line.verdict, line.place.text) for line in lines]
    assert ("quotation", "verbatim") in [one[:2] for one in shown]


def test_of_a_text_only_what_does_not_stand_is_shown_and_the_rest_is_counted(
    dam: NamedStory,
) -> None:
    everything = asked(dam, "check_text", text=DRAFT, everything=True)
    answer = asked(dam, "check_text", text=DRAFT)
    assert "some 2,500" in [one["words"] for one in answer["statements"]]
    assert "verbatim" not in [one["verdict"] for one in answer["statements"]]
    assert answer["left_out"] == len(everything["statements"]) - len(answer["statements"]) > 0


# --- what the story holds -----------------------------------------------------------------------------


def test_figures_of_a_thing_are_given_with_who_says_so(dam: NamedStory) -> None:
    missing, *_ = asked(dam, "find_figures", counted="missing")["counts"]
    given = [(one["amount"], one["found"]["account"]) for one in missing["figures"]]
    assert ("58", "Continental") in given
    assert {amount for amount, _ in given} >= {"58", "31", "40", "12"}
    assert "Marek Dusanek" in {one["said_by"] for one in missing["figures"]}
    assert "figure differs" in {one["verdict"] for one in missing["compared"]}


def test_questions_are_the_findings_with_their_answers(dam: NamedStory, dam_ledger: Path) -> None:
    with variorum.open_ledger(dam_ledger, writable=False) as opened:
        found = variorum.findings(opened)
    questions = asked(dam, "list_questions")["questions"]
    assert [one["id"] for one in questions] == [finding.id for finding in found]
    (asking,) = (one for one in questions if one["question"] == "People missing: 31 or 58?")
    assert [(one["says"], one["given_by"][0]["account"]) for one in asking["answers"]] == [
        ("31", "DPN, 15 March"),
        ("58", "Continental"),
    ]


def test_a_question_is_shown_with_all_its_words(dam: NamedStory, dam_ledger: Path) -> None:
    questions = asked(dam, "list_questions", kind="figure differs")["questions"]
    by_number = asked(dam, "show_question", id=str(questions[0]["number"]))
    assert asked(dam, "show_question", id=questions[0]["id"]) == by_number
    assert by_number["question"] == questions[0]
    with variorum.open_ledger(dam_ledger, writable=False) as opened:
        finding = next(one for one in variorum.findings(opened) if one.id == questions[0]["id"])
    assert [one["found"]["words"] for one in by_number["evidence"]] == [
        place.text for place in finding.places
    ]


def test_any_record_can_be_asked_about(dam: NamedStory) -> None:
    shown = asked(dam, "show_question", id="3")
    kinds = {asked(dam, "show_question", id=key)["kind"] for key in shown["ask"]}
    assert "verdict" in kinds


def test_accounts_are_listed_with_what_could_not_be_done(dam: NamedStory) -> None:
    answer = asked(dam, "list_accounts")
    assert (len(answer["accounts"]), answer["left_out"], answer["next_skip"]) == (7, 0, None)
    assert "05-drevia-today-16-march.txt: not UTF-8" in answer["problems"][0]


def test_the_brief_is_that_of_the_command_and_says_what_to_call_next(
    dam: NamedStory, dam_ledger: Path
) -> None:
    *lines, last = asked(dam, "read_brief")["markdown"].splitlines()
    with variorum.open_ledger(dam_ledger, writable=False) as opened:
        *printed, _ = opened.brief().splitlines()
    assert lines[: len(printed)] == printed
    assert "Not shown here: 1 problem." in lines
    assert last.startswith("Call list_questions for every finding with its id")
    assert "variorum show" not in last


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("find_figures", {}),
        ("search_words", {"words": "THE  dam"}),
        ("show_question", {"id": "1"}),
        ("check_text", {"text": DRAFT, "everything": True}),
    ],
)
def test_words_are_those_of_their_file_at_their_place(
    dam: NamedStory, dam_ledger: Path, tool: str, arguments: Asked
) -> None:
    with variorum.open_ledger(dam_ledger, writable=False) as opened:
        texts = {Path(one.source).name: one.text for one in opened.read(Account)}
    found = list(places(asked(dam, tool, **arguments)))
    assert found
    for one in found:
        assert texts[one["file"]][one["start"] : one["end"]] == one["words"]
        assert one["words"] in one["sentence"]


# --- what is refused ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        ("check_quotation", {"words": " \n "}, "There are no words to look for"),
        ("check_quotation", {"words": "“”"}, "There are no words to look for"),
        ("check_quotation", {"words": "a" * (LONGEST_WORDS_GIVEN + 1)}, "at most 2000 characters"),
        ("check_quotation", {}, "required"),
        ("check_text", {"text": " "}, "The text is empty"),
        ("check_text", {"text": "nul \x00"}, "NUL characters"),
        ("check_text", {"text": "a" * (LONGEST_TEXT_GIVEN + 1)}, "at most 50000 characters"),
        ("find_figures", {"counted": "zebras"}, "No counted thing has “zebras”"),
        ("find_figures", {"skip": -1}, "greater than or equal to 0"),
        ("list_questions", {"kind": "scandal"}, "No kind of finding has “scandal”"),
        ("list_questions", {"account": "Nobody"}, "No account has “Nobody”"),
        ("show_question", {"id": "99"}, "There is no question or record “99”"),
        ("show_question", {"id": "fi-0"}, "There is no question or record “fi-0”"),
        ("show_question", {"id": "../../etc/passwd"}, "There is no question or record"),
        ("check_quotation", {"words": "\ud800"}, "valid string"),
        ("search_words", {"words": "\t"}, "There are no words to search for"),
        ("delete_everything", {}, "Unknown tool"),
    ],
)
def test_what_makes_no_sense_is_an_error_that_says_why(
    dam: NamedStory, dam_ledger: Path, tool: str, arguments: Asked, told: str
) -> None:
    said = refused(dam, tool, **arguments)
    assert told in said
    assert str(dam_ledger.parent) not in said


def test_no_more_is_skipped_than_there_is(dam: NamedStory) -> None:
    answer = asked(dam, "list_questions", skip=1_000)
    assert (answer["questions"], answer["next_skip"]) == ([], None)


def test_a_ledger_that_is_gone_is_told_without_its_folder(dam_ledger: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(dam_ledger, tmp_path / "copy.variorum"))
    story = NamedStory([str(copy)])
    copy.unlink()
    said = refused(story, "list_accounts")
    assert "There is no ledger at copy.variorum" in said
    assert str(tmp_path) not in said


def test_while_accounts_are_being_read_an_assistant_is_told_to_ask_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_go = Event()
    monkeypatch.setattr(story_in_hand, "LONGEST_WAIT", 0.01)
    monkeypatch.setattr(opening, "collated", lambda _: let_go.wait(60))
    try:
        assert "Ask again in a minute" in refused(NamedStory([str(tmp_path)]), "list_accounts")
    finally:
        let_go.set()
