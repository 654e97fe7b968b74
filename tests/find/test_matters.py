"""One matter, one finding: whatever the pairs and places in which one thing was compared."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.factory import account as make_account
from variorum.find.kinds.dependence import dependence
from variorum.find.kinds.events_apart import other_events
from variorum.find.kinds.same_words import speakers
from variorum.find.kinds.variants import differing_checks, differing_counts, differing_readings
from variorum.find.matter.material import Material, material
from variorum.ledgers.memory import MemoryLedger
from variorum.records import (
    Account,
    Alignment,
    Borrowing,
    Change,
    Check,
    Entity,
    Event,
    Finding,
    Quotation,
    Record,
    Span,
    Speaker,
    Verdict,
)

TEXTS = (
    "Forty houses burned down.",
    "Fifty houses burned down.",
    "Sixty houses were lost.",
    "The mill by the houses that burned stands.",
)
PAPERS = [make_account(text, id=f"a-{n}", source=f"paper-{n}.txt") for n, text in enumerate(TEXTS)]


def known(*records: Record) -> Material:
    ledger = MemoryLedger()
    ledger.add([*PAPERS, *records])
    return material(ledger)


def differing(left: Account, right: Account, kind: str = "figure differs") -> list[Record]:
    """Return an alignment of two accounts that differ in their first words."""
    name = f"{left.id}-{right.id}"
    marks = left.span(0, 5), right.span(0, 5)
    return [
        Alignment(
            id=f"al-{name}",
            event="ev-1",
            about="number of houses",
            readings=(),
            verdict=kind,  # type: ignore[arg-type]
        ),
        Verdict(
            id=f"v-{name}",
            alignment=f"al-{name}",
            left=marks[0],
            right=marks[1],
            kind=kind,  # type: ignore[arg-type]
            rule="disjoint",
            because="They differ.",
            marks=marks,
        ),
    ]


def test_figures_of_which_every_two_differ_are_one_question() -> None:
    pairs = ((PAPERS[0], PAPERS[1]), (PAPERS[0], PAPERS[2]), (PAPERS[1], PAPERS[2]))
    (one,) = differing_counts(known(*(record for pair in pairs for record in differing(*pair))))
    assert one.text == (
        "Number of houses: forty, fifty or sixty? Forty: paper-0. Fifty: paper-1. Sixty: paper-2."
    )
    assert {place.account for place in one.places} == {"a-0", "a-1", "a-2"}


def test_two_figures_that_met_only_a_third_are_not_set_against_each_other() -> None:
    found = differing_counts(
        known(*differing(PAPERS[0], PAPERS[1]), *differing(PAPERS[1], PAPERS[2]))
    )
    assert sorted(one.question for one in found) == [
        "Number of houses: fifty or sixty?",
        "Number of houses: forty or fifty?",
    ]


def test_figures_that_share_no_account_are_two_findings() -> None:
    found = differing_counts(
        known(*differing(PAPERS[0], PAPERS[1]), *differing(PAPERS[2], PAPERS[3]))
    )
    assert len(list(found)) == 2


def test_one_statement_against_two_others_is_one_finding() -> None:
    given = [differing(PAPERS[0], other, "contradicted") for other in PAPERS[1:3]]
    (one,) = differing_readings(known(*given[0], *given[1]))
    assert {place.account for place in one.places} == {"a-0", "a-1", "a-2"}


def test_every_account_that_a_finding_names_has_the_answer_at_its_place() -> None:
    made = known(*differing(PAPERS[0], PAPERS[1]), *differing(PAPERS[0], PAPERS[2]))
    for one in (answer for found in differing_counts(made) for answer in found.answers):
        assert {given.place.text.casefold() for given in one.given} == {one.says}


def held(name: str, account: Account) -> Check:
    return Check(
        id=f"c-{name}",
        quotation=f"q-{name}",
        place=account.span(0, len(account.text)),
        record="a-3",
        kind="differs",
        because="The record has another word.",
        match=PAPERS[3].span(0, 8),
    )


def test_quotations_of_one_place_of_the_record_are_one_finding() -> None:
    (one,) = differing_checks(known(held("1", PAPERS[0]), held("2", PAPERS[1])))
    assert one.text == (
        "What was said? “The mill”: paper-3. “Fifty houses burned down”: paper-1. "
        "“Forty houses burned down”: paper-0. The record has another word."
    )


def changed(*pairs: tuple[str, str]) -> Check:
    changes = tuple(Change(from_=was, to=now, kind="word") for was, now in pairs)
    return replace(held("1", PAPERS[0]), changes=changes)


def test_a_change_of_little_words_is_told_after_all_others() -> None:
    (slight,) = differing_checks(known(changed(("these", "their"), ("is", ""))))
    (small,) = differing_checks(known(changed(("before", "after"))))
    assert slight.weight < small.weight / 2


def test_an_and_left_out_at_the_start_of_a_quotation_is_no_finding() -> None:
    assert list(differing_checks(known(changed(("But", ""))))) == []


def test_little_words_of_a_translation_are_no_finding() -> None:
    variant = replace(changed(("these", "their")), kind="translation variant")
    assert list(differing_checks(known(variant))) == []


def test_a_little_word_that_turns_the_claim_is_a_finding() -> None:
    assert len(list(differing_checks(known(changed(("must", "will")))))) == 1
    assert len(list(differing_checks(known(changed(("all", "the")))))) == 1


def test_a_small_word_for_another_that_turns_a_relation_is_told_after_words_of_weight() -> None:
    (small,) = differing_checks(known(changed(("before", "after"))))
    (large,) = differing_checks(known(changed(("before", "after"), ("case", "class"))))
    assert small.weight < large.weight == 90


# --- dependence -----------------------------------------------------------------------------------


ROPE = "The crew cut the tow rope before the barge could drag them under"
LAMP = "A lamp on the north pier went dark an hour after the collision"
BOATS = tuple(
    make_account(text, id=f"boat-{n}", source=f"boat-{n}.txt")
    for n, text in enumerate([f"{ROPE}. We saw it.", f"{ROPE}. {LAMP}.", f"Nobody slept. {LAMP}."])
)


def sharing(left: Account, right: Account, words: str) -> Borrowing:
    places = [account.text.index(words) for account in (left, right)]
    return Borrowing(
        id=f"b-{left.id}-{right.id}",
        from_=left.id,
        to=right.id,
        kind="common origin",
        because="They have wording in common.",
        share=0.5,
        evidence=(
            left.span(places[0], places[0] + len(words)),
            right.span(places[1], places[1] + len(words)),
        ),
    )


def test_of_accounts_that_share_wording_each_passage_is_told_with_those_who_have_it() -> None:
    one = sharing(BOATS[0], BOATS[1], ROPE)
    other = sharing(BOATS[1], BOATS[2], LAMP)
    (found,) = dependence(known(one, other, *BOATS))
    assert found.text == (
        f"Wording in common, word for word: “{ROPE}” (boat-0, boat-1); “{LAMP}” (boat-1, boat-2)."
    )


def test_a_passage_that_three_accounts_have_is_told_once() -> None:
    third = make_account(f"{ROPE}. Nobody was hurt.", id="boat-3", source="boat-3.txt")
    given = [sharing(BOATS[0], BOATS[1], ROPE), sharing(BOATS[1], third, ROPE)]
    (found,) = dependence(known(*given, *BOATS, third))
    assert found.text == (f"Wording in common, word for word: “{ROPE}” (boat-0, boat-1, boat-3).")


def test_two_accounts_that_share_wording_are_told_with_it() -> None:
    (one,) = dependence(known(sharing(BOATS[0], BOATS[1], ROPE), *BOATS))
    assert one.text == f"Wording in common, word for word: “{ROPE}” (boat-0, boat-1)."


def quoted(name: str, printed: str, words: str, *, resolved: bool = False) -> list[Record]:
    """Return an account that gives words to a speaker, whose name it prints so, or as a pronoun."""
    text = f"“{words},” {printed} said."
    account = make_account(text, id=f"b-{name}", source=f"{name}.txt")
    at = text.index(printed)
    quotation = Quotation(
        id=f"q-{name}",
        place=account.span(0, len(words) + 3),
        manner="direct",
        contents=(account.span(1, len(words) + 1),),
        speaker=Speaker(
            name=printed,
            place=account.span(at, at + len(printed)),
            entity="Lena Foss" if resolved else None,
            path=(printed, "Lena Foss") if resolved else (),
        ),
    )
    return [account, quotation]


def spoken(*printed: str, resolved: bool = False) -> list[Finding]:
    words = "We shall mend the bank before the storm"
    given = [
        record
        for n, name in enumerate(printed)
        for record in quoted(str(n), name, words, resolved=resolved)
    ]
    said = Borrowing(
        id="b-1",
        from_="speech of Lena Foss",
        to="b-0",
        kind="same speech",
        because="Both quote her.",
        evidence=tuple(r.contents[0] for r in given if isinstance(r, Quotation)),
    )
    return list(speakers(known(*given, said)))


def test_words_that_two_accounts_give_to_one_speaker_are_told_with_each_ones_sentence() -> None:
    (one,) = spoken("Lena Foss", "Mayor Foss")
    assert one.text == (
        "Attributed to one speaker in several accounts: "
        "Foss, “We shall mend the bank before the storm” (0, 1)."
    )


@pytest.mark.parametrize(
    ("cue", "words", "told"),
    [
        ("said", "the bank would be mended before the storm", True),
        ("denied", "the bank would be mended before the storm", False),
        ("told", "to mend the bank well before the storm", False),
    ],
)
def test_an_order_or_a_denial_is_nobodys_report(cue: str, words: str, told: bool) -> None:
    given: list[Record] = []
    for name in ("0", "1"):
        account = make_account(f"Foss {cue} {words}.", id=f"b-{name}", source=f"{name}.txt")
        at = account.text.index(words)
        quotation = Quotation(
            id=f"q-{name}",
            place=account.span(0, at + len(words)),
            manner="indirect",
            contents=(account.span(at, at + len(words)),),
            speaker=Speaker(name="Foss", place=account.span(0, 4)),
            cue=account.span(5, 5 + len(cue)),
        )
        given += [account, quotation]
    places = tuple(one.contents[0] for one in given if isinstance(one, Quotation))
    said = Borrowing(
        id="b-1",
        from_="speech of Foss",
        to="b-0",
        kind="same speech",
        because="Both cite Foss.",
        evidence=places,
    )
    assert bool(list(speakers(known(*given, said)))) is told


def test_a_body_whose_full_name_one_account_alone_prints_is_not_told() -> None:
    assert spoken("Hessel Police", "Police") == []


def test_a_speaker_whom_one_account_does_not_name_is_not_told() -> None:
    assert spoken("Lena Foss", "the mayor") == []
    assert spoken("Lena Foss", "she") == []


def test_an_account_that_has_a_pronoun_for_the_speaker_is_told_with_it() -> None:
    (one,) = spoken("Lena Foss", "she", resolved=True)
    assert one.text.startswith(
        "Attributed to one speaker in several accounts: Lena Foss, “We shall"
    )
    assert one.because == "A pronoun was taken to mean this speaker."
    assert spoken("she", "she", resolved=True) == []


def test_accounts_that_share_other_words_of_one_speech_are_not_told_together() -> None:
    bank, storm = "We shall mend the bank before the storm", "The storm will find us all at home"
    said = (f"{bank}. {storm}", bank, storm, f"{bank}. {storm}")
    given = [record for n, words in enumerate(said) for record in quoted(str(n), "Foss", words)]
    whole = [one.contents[0] for one in given if isinstance(one, Quotation)]
    first, rest = ([_part(whole[n], words) for n in (0, 3)] for words in (bank, storm))
    shared = [(first[0], whole[1]), (rest[0], whole[2]), (whole[0], whole[3])]
    shared += [(whole[1], first[1]), (whole[2], rest[1])]
    heard = [
        Borrowing(
            id=f"b-{n}",
            from_="speech of Lena Foss",
            to="b-0",
            kind="same speech",
            because="Both quote her.",
            evidence=pair,
        )
        for n, pair in enumerate(shared)
    ]
    (one,) = speakers(known(*given, *heard))
    told = {place.account for place in one.places}
    assert len(told) == 3
    assert not {"b-1", "b-2"} <= told


def _part(place: Span, words: str) -> Span:
    start = place.start + place.text.index(words)
    return Span(place.account, start, start + len(words), words)


# --- other events -----------------------------------------------------------------------------------


def apart(*, shared: bool) -> list[Finding]:
    """Return what is told of an account kept apart that names a place, the others' or its own."""
    events = [
        Event(id="ev-1", label="A fire", accounts=("a-0", "a-1", "a-2")),
        Event(id="ev-2", label="A mill", accounts=("a-3",)),
    ]
    places = [PAPERS[3].span(4, 8), *([PAPERS[0].span(6, 12)] if shared else [])]
    mill = Entity(id="e-1", name="mill", kind="place", mentions=tuple(places))
    return list(other_events(known(*events, mill)))


def test_an_account_that_names_nothing_of_the_others_tells_of_another_event() -> None:
    (one,) = apart(shared=False)
    assert one.text == (
        "Told of a different event from “A fire”: paper-3. "
        "The accounts of the two events have few names in common."
    )


def test_an_account_kept_apart_that_names_what_the_others_name_is_not_said_to_be() -> None:
    assert apart(shared=True) == []
