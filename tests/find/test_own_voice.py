"""Words that one account gives to a named source and another tells in its own voice."""

from __future__ import annotations

import pytest

from tests.factory import account as make_account
from variorum.find.kinds.own_voice import own_voice
from variorum.find.matter.material import material
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Assertion, Event, Finding, Quotation, Record, Region, Speaker

SOURCE = "Ardmouth Council"
CLAIM = "the flood gates failed shortly after the second wave struck the wall"


def given(
    name: str, claim: str = CLAIM, *, by: str = SOURCE, after: str = "", cue: str = "said"
) -> list[Record]:
    """Return an account that reports a claim as somebody's."""
    text = f"{claim[0].upper()}{claim[1:]}, {by} {cue}.{after}"
    account = make_account(text, id=name, source=f"{name}.txt")
    start, source, at = 0, text.index(by), text.index(f" {cue}.") + 1
    quotation = Quotation(
        id=f"q-{name}",
        place=account.span(0, at + len(cue)),
        manner="indirect",
        contents=(account.span(start, len(claim)),),
        speaker=Speaker(name=by, place=account.span(source, source + len(by))),
        cue=account.span(at, at + len(cue)),
    )
    return [account, quotation]


def narrated(name: str, sentence: str, *, before: str = "", after: str = "") -> list[Record]:
    """Return an account whose narrator says a sentence, others before and after it."""
    text = f"{before}{sentence}{after}"
    account = make_account(text, id=name, source=f"{name}.txt")
    place = account.span(len(before), len(before) + len(sentence))
    return [account, Assertion(id=f"s-{name}", place=place)]


TOLD = (
    "Officials had feared it: the flood gates failed shortly after the second wave struck the wall."
)


def told(*accounts: list[Record], more: tuple[Record, ...] = ()) -> list[Finding]:
    ledger = MemoryLedger()
    names = tuple(records[0].id for records in accounts)  # type: ignore[attr-defined]
    event = Event(id="v-1", label="Flood", accounts=names)
    ledger.add([*(record for records in accounts for record in records), *more, event])
    return list(own_voice(material(ledger)))


def test_what_one_gives_to_a_source_and_another_tells_itself_is_told_with_the_words() -> None:
    (one,) = told(given("gazette"), narrated("post", TOLD))
    assert one.kind == "attribution differs"
    assert one.text == (
        "Whose statement is “flood gates failed shortly after the second wave struck the wall”? "
        "A source’s: gazette (Ardmouth Council). The account’s own: post."
    )


def test_all_accounts_on_either_side_are_told_together() -> None:
    sources = [given("gazette"), given("herald")]
    (one,) = told(*sources, narrated("post", TOLD), narrated("star", TOLD))
    assert "gazette (Ardmouth Council), herald (Ardmouth Council)" in one.text
    assert one.text.endswith("The account’s own: post, star.")


@pytest.mark.parametrize(
    "around",
    [
        {"before": "The council said so. "},
        {"after": " The council said so."},
        {"after": " A clerk called it “a shock”."},
        {"before": "A report told of it.\n\n"},
    ],
)
def test_a_narrator_beside_whom_somebody_is_reported_has_no_voice_of_his_own(
    around: dict[str, str],
) -> None:
    assert told(given("gazette"), narrated("post", TOLD, **around)) == []


def test_what_is_borne_out_below_by_a_quotation_is_not_the_narrators_own() -> None:
    below = (
        " Rain fell.\n\nNobody slept.\n\nThe gates failed after the second wave struck, he said."
    )
    account, assertion = narrated("post", TOLD, after=below)
    start = len(TOLD) + below.index("The gates")
    place = account.span(start, start + 44)  # type: ignore[attr-defined]
    quotation = Quotation(id="q-post", place=place, manner="indirect", contents=(place,))
    assert told(given("gazette"), [account, assertion, quotation]) == []


def test_a_source_without_a_name_is_not_told() -> None:
    assert told(given("gazette", by="officials"), narrated("post", TOLD)) == []


def test_an_order_is_nobodys_report() -> None:
    assert told(given("gazette", cue="denied"), narrated("post", TOLD)) == []


def test_a_title_is_not_told_as_its_accounts_voice() -> None:
    account, assertion = narrated("post", TOLD)
    title = Region(kind="title", start=0, end=len(TOLD))
    account = make_account(TOLD, id="post", source="post.txt", regions=(title,))
    assert told(given("gazette"), [account, assertion]) == []


def test_a_number_that_only_the_source_gives_parts_the_claims() -> None:
    claim = f"{CLAIM} and drowned 14 people"
    assert told(given("gazette", claim), narrated("post", TOLD[:-20] + ".")) == []


def test_names_and_common_words_alone_are_no_claim() -> None:
    claim = "the mayor of Port Ardmouth and East Ardmouth met the crew of the Sea Grace on Friday"
    sentence = "The crew of the Sea Grace was in Port Ardmouth and East Ardmouth on Friday."
    assert told(given("gazette", claim), narrated("post", sentence)) == []


def test_the_numbers_of_one_day_and_those_so_far_are_no_one_claim() -> None:
    seized = "the patrol seized 14 rifles and 31 magazines from the boats of the smugglers"
    assert told(given("gazette", seized), narrated("post", f"On Monday {seized}.")) != []
    assert told(given("gazette", seized), narrated("post", f"So far, {seized}.")) == []


def test_an_item_of_a_list_that_somebody_opened_is_nobodys_own() -> None:
    opening = "The council gave these grounds:\n\nBuses resume on Monday.\n\n"
    assert told(given("gazette"), narrated("post", TOLD)) != []
    assert told(given("gazette"), narrated("post", TOLD, before=opening)) == []
