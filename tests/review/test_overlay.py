from __future__ import annotations

from msgspec.structs import replace

from tests.review.records import EVENT, FIRST, PAINTER, SECOND, TOLLS, mayor, records, signed
from variorum.records import Alignment, Entity, Event, Quotation, Record, Verdict
from variorum.review import account_place, merge, overlay, split, standings, undo


def shown(*decisions: object, given: list[Record] | None = None) -> list[Record]:
    found = records() if given is None else given
    return overlay(found, standings(found, decisions))  # type: ignore[arg-type]


def only(found: list[Record], kind: type[Record]) -> list[Record]:
    return [record for record in found if isinstance(record, kind)]


def test_merged_entities_are_shown_as_one_that_says_who_took_them_for_one() -> None:
    (entity,) = only(shown(merge([mayor(), PAINTER], signed())), Entity)
    assert isinstance(entity, Entity)
    assert entity.id == "e-mayor"
    assert {place.account for place in entity.mentions} == {"a-1", "a-2", "a-3"}
    assert entity.because == "Ana merged them."


def test_a_merge_the_other_way_round_takes_the_speaker_along() -> None:
    found = shown(merge([PAINTER, mayor()], signed()))
    (said,) = only(found, Quotation)
    assert isinstance(said, Quotation)
    assert said.speaker.entity == "e-painter"


def test_a_merge_taken_back_leaves_the_records_as_they_were() -> None:
    given = merge([mayor(), PAINTER], signed())
    assert shown(given, undo(given, signed(minute=1))) == records()


def test_merges_that_chain_end_in_one() -> None:
    third = replace(mayor("e-third"), mentions=(FIRST.span(12, 27),))
    given: list[Record] = [mayor(), PAINTER, third]
    chained = [merge([PAINTER, third], signed()), merge([mayor(), PAINTER], signed(minute=1))]
    (entity,) = shown(*chained, given=given)
    assert isinstance(entity, Entity)
    assert (entity.id, len(entity.mentions)) == ("e-mayor", 4)


def test_a_merge_of_what_the_machine_now_holds_as_one_changes_nothing() -> None:
    given = merge([mayor(), PAINTER], signed())
    together = replace(mayor("e-all"), mentions=(*mayor().mentions, *PAINTER.mentions))
    assert shown(given, given=[together]) == [together]


def test_mentions_set_apart_become_an_entity_of_their_own() -> None:
    found = only(shown(split(mayor(), (SECOND.span(23, 31),), signed())), Entity)
    stayed, _, apart = (entity for entity in found if isinstance(entity, Entity))
    assert [place.account for place in stayed.mentions] == ["a-1"]
    assert (apart.name, apart.because) == ("A. Quill", "Ana set it apart.")


def test_a_speaker_goes_with_the_mentions_that_are_set_apart() -> None:
    found = shown(split(mayor(), (FIRST.span(18, 27),), signed()))
    (said,) = only(found, Quotation)
    assert isinstance(said, Quotation)
    assert said.speaker.entity not in {None, "e-mayor"}


def test_an_account_set_apart_from_an_event_takes_no_part_in_its_comparison() -> None:
    found = shown(split(EVENT, (account_place("a-2"),), signed()))
    stayed, apart = (event for event in only(found, Event) if isinstance(event, Event))
    assert (stayed.accounts, apart.accounts) == (("a-1", "a-3"), ("a-2",))
    assert only(found, Verdict) == []
    (place,) = (record for record in found if isinstance(record, Alignment))
    assert [reading.account for reading in place.readings] == ["a-1"]


def test_merged_alignments_hold_all_readings_and_count_their_origins_once() -> None:
    more = replace(
        TOLLS,
        id="l-more",
        readings=(replace(TOLLS.readings[0], account="a-3", places=(PAINTER.mentions[0],)),),
        origin_of={"a-3": "o-1"},
    )
    given = [*records(), more]
    found = shown(merge([TOLLS, more], signed()), given=given)
    (place,) = (record for record in found if isinstance(record, Alignment))
    assert [reading.account for reading in place.readings] == ["a-1", "a-2", "a-3"]
    assert place.origins == 2


def test_a_split_whose_words_no_record_holds_any_more_is_an_orphan() -> None:
    given = split(mayor(), (SECOND.span(23, 31),), signed())
    gone = replace(mayor(), mentions=(FIRST.span(18, 27),))
    assert standings([gone], [given]).orphans == (given,)
