"""One quotation that accounts print in different words is told with every version."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.factory import account as make_account
from variorum.find.kinds.requoted import requoted
from variorum.find.matter.material import material
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Check, Event, Finding, Quotation, Record, Span, Speaker

FERRY = "The ferry has left the harbour with all of its passengers and crew on board"
LEFT = FERRY.replace("has left", "left")


def printed(
    name: str, before: str, *parts: str, by: str = "Harbour Master Ines Coto"
) -> list[Record]:
    """Return an account that gives quoted parts to a speaker, his name after the first of them."""
    first, *rest = (f"“{part}”" for part in parts)
    text = " ".join([before, first, f"{by} said{',' if rest else '.'}", *rest])
    account = make_account(text, id=name, source=f"{name}.txt")
    contents: list[Span] = []
    for part in parts:
        start = text.index(part)
        contents.append(account.span(start, start + len(part)))
    said = account.span(text.index(by), text.index(by) + len(by))
    quotation = Quotation(
        id=f"q-{name}",
        place=account.span(0, len(text)),
        manner="direct",
        contents=tuple(contents),
        speaker=Speaker(name=by, place=said),
    )
    return [account, quotation]


def told(*accounts: list[Record], more: tuple[Record, ...] = ()) -> list[Finding]:
    ledger = MemoryLedger()
    names = tuple(records[0].id for records in accounts)  # type: ignore[attr-defined]
    event = Event(id="v-1", label="Ferry", accounts=names)
    ledger.add([*(record for records in accounts for record in records), *more, event])
    return list(requoted(material(ledger)))


def test_quotations_in_two_languages_are_not_held_against_each_other() -> None:
    account, *others = printed("dusk", "Late.", f"{LEFT},")
    elsewhere = [replace(account, language="qtt"), *others]
    assert told(printed("dawn", "News.", f"{FERRY},"), elsewhere) == []


def test_a_word_left_out_of_a_quotation_is_shown_with_the_words_beside_it() -> None:
    (one,) = told(printed("dawn", "News.", f"{FERRY},"), printed("dusk", "Late.", f"{LEFT},"))
    assert one.kind == "quotation changed"
    assert one.text == (
        "What did Harbour Master Ines Coto say? “The ferry has left the”: dawn. “The ferry left the”: dusk."
    )


def test_each_version_is_told_once_with_all_who_print_it() -> None:
    papers = [printed("dawn", "News.", FERRY), printed("noon", "More.", FERRY)]
    (one,) = told(*papers, printed("dusk", "Late.", LEFT))
    assert one.text.endswith("“The ferry has left the”: dawn, noon. “The ferry left the”: dusk.")
    assert {place.account for place in one.places} == {"dawn", "noon", "dusk"}


@pytest.mark.parametrize(
    "other",
    [
        FERRY,
        FERRY.replace("harbour", "harbor"),
        FERRY.replace("with all of its passengers", "with … its passengers"),
        FERRY.replace("its passengers", "[its] passengers"),
        FERRY.replace("has left the harbour with", "has left the harbour, with"),
        f"So {FERRY[0].lower()}{FERRY[1:]} tonight",
        LEFT.replace("with all of its passengers and crew", "after it took two hours to fill"),
    ],
)
def test_what_an_editor_may_do_and_what_is_another_sentence_change_no_quotation(other: str) -> None:
    assert told(printed("dawn", "News.", FERRY), printed("dusk", "Late.", other)) == []


def test_contractions_change_no_quotation() -> None:
    full = "They are on the ferry with all of the passengers and the crew"
    short = full.replace("They are", "They're")
    assert told(printed("dawn", "News.", full), printed("dusk", "Late.", short)) == []


def test_a_lost_apostrophe_changes_no_quotation() -> None:
    whole = FERRY.replace("has left", "can't have left")
    lost = whole.replace("'", "")
    assert told(printed("dawn", "", f"{whole},"), printed("dusk", "", f"{lost},")) == []


def test_numbers_are_no_changed_words() -> None:
    three, four = (
        f"We know of {n} people who fell into the water near the old pier" for n in (3, 4)
    )
    assert told(printed("dawn", "News.", three), printed("dusk", "Late.", four)) == []


def test_a_sentence_cut_by_its_attribution_is_read_as_one() -> None:
    whole = printed("dawn", "News.", FERRY)
    (one,) = told(whole, printed("dusk", "Late.", f"{LEFT[:26]},", LEFT[27:]))
    assert "“The ferry left the”: dusk." in one.text


def test_alike_sentences_of_two_speakers_are_not_one_quotation() -> None:
    one = "Our thoughts are with the families of the victims"
    other = "Our prayers are with the families of the victims"
    mayor = printed("dawn", "News.", one, by="Mayor Ada Roque")
    assert told(mayor, printed("dusk", "Late.", other)) == []
    assert told(mayor, printed("dusk", "Late.", other, by="Ada Roque")) != []


def test_what_a_record_tells_is_not_told_again() -> None:
    dawn, dusk = printed("dawn", "News.", FERRY), printed("dusk", "Late.", LEFT)
    checks = []
    for _, quotation in (dawn, dusk):
        place = quotation.contents[0]  # type: ignore[attr-defined]
        checks.append(
            Check(
                id=f"c-{place.account}",
                quotation=quotation.id,  # type: ignore[attr-defined]
                place=place,
                record="record",
                kind="differs",
                because="The record has another word.",
                match=Span("record", 0, 3, "The"),
            )
        )
    assert told(dawn, dusk, more=tuple(checks)) == []
