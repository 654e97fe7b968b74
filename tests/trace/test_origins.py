"""Independent origins of readings: what is not known to be independent is not counted."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from tests.trace.dossiers import told
from variorum.records import Alignment, Borrowing, Dossier, Entity, Reading
from variorum.trace.independence.origins import origins

SAYING = "We shall mend the sea wall"


def quoting(name: str, speaker: str | None, words: str = SAYING, **fields: Any) -> Dossier:
    return told(f"“{words},” we heard.", name, said=[(speaker, words)], **fields)


def counted(
    *dossiers: Dossier,
    borrowings: Sequence[Borrowing] = (),
    entities: Sequence[Entity] = (),
    words: str = SAYING,
) -> Alignment:
    readings = []
    for dossier in dossiers:
        text = dossier.account.text
        start = text.find(words)
        places = (dossier.account.span(start, start + len(words)),) if start >= 0 else ()
        readings.append(Reading(account=dossier.account.id, places=places))
    alignment = Alignment(id="l-1", event="e-1", about="the wall", readings=tuple(readings))
    (found,) = origins([alignment], dossiers, borrowings=borrowings, entities=entities)
    return found


def narrating(name: str, before: str = "", **fields: Any) -> Dossier:
    return told(f"{before}The wall fell at night in heavy seas off {name}.", name, **fields)


def tie(kind: str, from_: str, to: str) -> Borrowing:
    return Borrowing(id="b-1", from_=from_, to=to, kind=kind, because="They share wording.")  # type: ignore[arg-type]


FALL = "The wall fell at night"


def test_many_accounts_of_one_speaker_have_one_origin() -> None:
    found = counted(*(quoting(f"a-{n}", "Lena Foss", outlet=f"Paper {n}") for n in range(4)))
    assert found.origins == 1
    assert found.because == "4 accounts, 1 origin: each names Lena Foss here."


def test_two_speakers_are_two_origins() -> None:
    left = quoting("a-1", "Lena Foss", "the wall will be mended by us before spring")
    right = quoting("a-2", "Otto Lind", "we expect the masons to finish early next year")
    readings = tuple(
        Reading(account=d.account.id, places=(d.statements.quotations[0].place,))
        for d in (left, right)
    )
    alignment = Alignment(id="l-1", event="e-1", about="the wall", readings=readings)
    (found,) = origins([alignment], [left, right])
    assert found.origins == 2


def test_the_same_words_of_two_speakers_are_one_origin() -> None:
    found = counted(quoting("a-1", "Lena Foss"), quoting("a-2", "Otto Lind"))
    assert found.origins == 1
    assert "The words are much the same" in found.because


def test_an_entity_joins_the_spellings_of_a_speaker() -> None:
    left, right = quoting("a-1", "Lena Foss"), quoting("a-2", "the minister")
    quotation = right.statements.quotations[0]
    named = replace(quotation, speaker=replace(quotation.speaker, entity="e-foss"))
    right = replace(right, statements=replace(right.statements, quotations=(named,)))
    foss = Entity(id="e-foss", name="Lena Foss", kind="person", mentions=())
    assert counted(left, right, entities=[foss]).origins == 1


def test_a_speaker_whom_one_account_does_not_name_is_not_named_as_the_origin() -> None:
    left, right = quoting("a-1", "Lena Foss"), quoting("a-2", "the minister")
    quotation = right.statements.quotations[0]
    named = replace(quotation, speaker=replace(quotation.speaker, entity="e-foss"))
    right = replace(right, statements=replace(right.statements, quotations=(named,)))
    foss = Entity(id="e-foss", name="Lena Foss", kind="person", mentions=())
    found = counted(left, right, entities=[foss])
    assert found.because == "2 accounts, independence not shown."
    assert "e-foss" not in found.origin_of.values()


def test_a_speaker_named_by_initials_or_last_name_is_named() -> None:
    found = counted(quoting("a-1", "Lena Foss"), quoting("a-2", "Foss"))
    assert found.because == "2 accounts, 1 origin: each names Lena Foss here."


def test_two_passages_that_shared_text_holds_have_it_in_common() -> None:
    left, right = narrating("a-1"), narrating("a-2")
    ends = tuple(d.account.span(0, len(d.account.text)) for d in (left, right))
    tied = replace(tie("common origin", "a-1", "a-2"), evidence=ends)
    found = counted(left, right, words=FALL, borrowings=[tied])
    assert found.because.startswith("2 accounts, 1 origin: they have this text in common.")


def test_narrators_in_the_same_words_are_one_origin() -> None:
    assert counted(narrating("a-1"), narrating("a-2"), words=FALL).origins == 1


def test_narrators_who_have_nothing_in_common_are_independent() -> None:
    left = told("Stones lay on the road when morning came.", "a-1")
    right = told("A breach of nine metres opened in the storm.", "a-2")
    readings = tuple(
        Reading(account=d.account.id, places=(d.account.span(0, len(d.account.text)),))
        for d in (left, right)
    )
    alignment = Alignment(id="l-1", event="e-1", about="the wall", readings=readings)
    assert origins([alignment], [left, right])[0].origins == 2


def apart(*borrowings: Borrowing, **fields: Any) -> Alignment:
    left = told("Stones lay on the road when morning came.", "a-1", **fields)
    right = told("A breach of nine metres opened in the storm.", "a-2", **fields)
    readings = tuple(
        Reading(account=d.account.id, places=(d.account.span(0, len(d.account.text)),))
        for d in (left, right)
    )
    alignment = Alignment(id="l-1", event="e-1", about="the wall", readings=readings)
    return origins([alignment], [left, right], borrowings=borrowings)[0]


def test_a_copy_is_no_second_origin() -> None:
    found = apart(tie("copies", "a-2", "a-1"))
    assert found.origins == 1


def test_an_origin_is_not_named_where_shared_text_does_not_hold_the_readings() -> None:
    found = apart(tie("copies", "a-2", "a-1"))
    assert found.because.startswith("2 accounts, independence not shown.")


def test_two_accounts_that_cite_one_source_not_in_hand_are_one() -> None:
    both = [tie("cites", "The Gull", "a-1"), replace(tie("cites", "The Gull", "a-2"), id="b-2")]
    found = apart(*both)
    assert (found.origins, "The Gull" in found.origin_of.values()) == (1, False)


def test_a_common_origin_nobody_has_is_one_origin() -> None:
    assert apart(tie("common origin", "a-1", "a-2")).origins == 1


def test_two_accounts_of_one_outlet_do_not_confirm_each_other() -> None:
    assert apart(outlet="The Gull").origins == 1


def test_a_narrator_whose_account_quotes_the_speaker_is_not_independent() -> None:
    left = quoting("a-1", "Lena Foss")
    text = "The wall is to be repaired. “It is late,” Foss said."
    right = told(text, "a-2", said=[("Lena Foss", "It is late,")])
    readings = (
        Reading(account="a-1", places=(left.statements.quotations[0].place,)),
        Reading(account="a-2", places=(right.account.span(0, 27),)),
    )
    alignment = Alignment(id="l-1", event="e-1", about="the wall", readings=readings)
    found = origins([alignment], [left, right])[0]
    assert found.origins == 1
    assert found.because == "2 accounts, independence not shown. a-2 quotes Lena Foss too."


def test_a_speaker_who_is_not_named_adds_no_origin() -> None:
    left = told("Stones lay on the road when morning came.", "a-1")
    right = quoting("a-2", "a spokesman")
    readings = (
        Reading(account="a-1", places=(left.account.span(0, 41),)),
        Reading(account="a-2", places=(right.statements.quotations[0].place,)),
    )
    alignment = Alignment(id="l-1", event="e-1", about="the wall", readings=readings)
    assert origins([alignment], [left, right])[0].origins == 1


def test_an_exact_figure_without_a_source_ties_two_readings() -> None:
    left = told("Some 1,237 sheep were lost.", "a-1")
    right = told("Farmers of the valley miss 1237 animals.", "a-2")
    readings = tuple(
        Reading(account=d.account.id, places=(d.account.span(0, len(d.account.text)),))
        for d in (left, right)
    )
    alignment = Alignment(id="l-1", event="e-1", about="sheep", readings=readings)
    assert origins([alignment], [left, right])[0].origins == 1


def test_silence_has_no_origin() -> None:
    found = counted(quoting("a-1", "Lena Foss"), told("It rained.", "a-2"))
    assert found.origin_of.keys() == {"a-1"}


def test_the_order_of_readings_changes_no_count() -> None:
    dossiers = [quoting("a-1", "Lena Foss"), quoting("a-2", None), narrating("a-3")]
    assert counted(*dossiers).origins == counted(*dossiers[::-1]).origins


def test_a_reading_of_which_a_part_is_narrated_is_not_named_after_its_speaker() -> None:
    dossier = told(
        f"The wall fell at night. “{SAYING},” we heard.", "a-1", said=[("Lena Foss", SAYING)]
    )
    text = dossier.account.text
    places = tuple(
        dossier.account.span(text.index(words), text.index(words) + len(words))
        for words in (FALL, SAYING)
    )
    reading = Reading(account="a-1", places=places)
    alignment = Alignment(id="l-1", event="e-1", about="the wall", readings=(reading,))
    (found,) = origins([alignment], [dossier])
    assert found.because.startswith("1 account, independence not shown.")


def test_shared_text_that_holds_a_part_of_a_reading_is_not_its_origin() -> None:
    dossiers = [narrating("a-1"), narrating("a-2")]
    readings, evidence = [], []
    for dossier in dossiers:
        text, rest = dossier.account.text, "in heavy seas"
        held = dossier.account.span(text.index(FALL), text.index(FALL) + len(FALL))
        other = dossier.account.span(text.index(rest), text.index(rest) + len(rest))
        readings.append(Reading(account=dossier.account.id, places=(held, other)))
        evidence.append(held)
    tied = replace(tie("common origin", "a-1", "a-2"), evidence=tuple(evidence))
    alignment = Alignment(id="l-1", event="e-1", about="the wall", readings=tuple(readings))
    (found,) = origins([alignment], dossiers, borrowings=[tied])
    assert found.origins == 1
    assert "text in common" not in found.because


def test_letters_are_no_exact_figure() -> None:
    left = narrating("a-1", "The repairs took several million. ")
    right = narrating("a-2", "A reserve of several million stood idle. ")
    found = counted(left, right, words="several million")
    assert "figure" not in found.because
