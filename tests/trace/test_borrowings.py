"""Who depends on whom: wording, speech, citations."""

from typing import Any

import pytest
from msgspec.structs import replace

from tests.trace.dossiers import (
    Vectors,
    borrowings,
    checks,
    told,
    transcript,
    with_sentences,
)
from variorum.records import Account, Borrowing, Citation, Dossier, Published

WIRE = (
    "The ferry Marigold ran aground on the Hessel bank shortly before dawn, and its passengers "
    "spent the morning on the sand with blankets and hot tea brought over by rowing boats. "
    "Nobody drowned, and by noon the tide had lifted the ship free. The harbour master said that "
    "the bank had moved some two hundred metres since the autumn storms and that no chart shows it."
)
SHORTER = (
    "The ferry Marigold ran aground on the Hessel bank shortly before dawn, and its passengers "
    "spent the morning on the sand with blankets and hot tea brought over by rowing boats. "
    "Nobody drowned, and by noon the tide had lifted the ship free."
)
OWN = (
    "I was asleep when we hit the sand. The crew handed out biscuits, somebody played a banjo, and "
    "in the end we walked ashore with wet shoes and a good story to tell our neighbours."
)


def dated(day: str) -> Published:
    return Published(earliest=day, latest=day, basis="page")


def only(found: tuple[Borrowing, ...]) -> Borrowing:
    (one,) = found
    return one


def test_an_earlier_day_alone_shows_no_copy() -> None:
    first = told(WIRE, "a-wire", outlet="DPA", published=dated("2022-03-01"))
    second = told(SHORTER, "a-paper", outlet="The Bell", published=dated("2022-03-02"))
    found = only(borrowings([second, first]))
    assert (found.from_, found.to, found.kind) == ("a-wire", "a-paper", "common origin")
    assert "published" not in found.because


def test_a_wire_report_is_the_source_of_shared_wording() -> None:
    first = told(WIRE, "a-wire", kind="wire", outlet="DPA")
    second = told(SHORTER, "a-paper", outlet="The Bell")
    found = only(borrowings([second, first]))
    assert (found.from_, found.to, found.kind) == ("a-wire", "a-paper", "copies")


def test_the_share_is_of_the_taker() -> None:
    first = told(WIRE, "a-wire", published=dated("2022-03-01"))
    second = told(SHORTER + " " + OWN, "a-paper", published=dated("2022-03-02"))
    share = only(borrowings([first, second])).share
    assert share is not None
    assert 0.4 < share < 0.7


def test_evidence_has_the_words_of_both_sides() -> None:
    first = told(WIRE, "a-wire", published=dated("2022-03-01"))
    second = told(SHORTER, "a-paper", published=dated("2022-03-02"))
    evidence = only(borrowings([first, second])).evidence
    assert [place.account for place in evidence] == ["a-wire", "a-paper"]
    assert evidence[0].text == evidence[1].text == SHORTER[:-1]


def test_a_text_contained_in_a_longer_one_may_have_an_origin_that_is_not_in_hand() -> None:
    found = only(borrowings([told(WIRE, "a-b"), told(SHORTER, "a-a")]))
    assert found.kind == "common origin"


def test_without_a_ground_nobody_came_first() -> None:
    found = only(borrowings([told(SHORTER, "a-one"), told(SHORTER, "a-two")]))
    assert found.kind == "common origin"
    assert found.because == (
        "a-one and a-two have wording in common, word for word: “The ferry Marigold ran aground on "
        "the Hessel bank shortly before dawn, and its passengers spent the morning on the sand with "
        "blankets and hot tea brought over by rowing boats” and “Nobody drowned, and by noon the "
        "tide had lifted the ship free”."
    )


def test_texts_of_ones_own_depend_on_nobody() -> None:
    assert borrowings([told(WIRE, "a-one"), told(OWN, "a-two")]) == ()


def test_one_short_phrase_in_common_shows_nothing() -> None:
    left = told("Prime Minister Ann Lee said on Monday that roads are closed.", "a-one")
    right = told("Schools reopen, Prime Minister Ann Lee said on Monday.", "a-two")
    assert borrowings([left, right]) == ()


# --- speech -----------------------------------------------------------------------------------

SAYING = "We shall mend the bank before the next storm tears the whole dune away"


def test_the_same_sentence_of_one_speaker_is_speech_and_no_copy() -> None:
    left = told(f"“{SAYING},” Lena Foss said.", "a-one", said=[("Lena Foss", SAYING)])
    right = told(f"Foss told us: “{SAYING}.”", "a-two", said=[("Foss", SAYING)])
    found = borrowings([left, right])
    assert {(one.from_, one.to, one.kind) for one in found} == {
        ("speech of Lena Foss", "a-one", "same speech"),
        ("speech of Lena Foss", "a-two", "same speech"),
    }


def test_words_that_two_accounts_give_to_different_people_are_nobodys_speech() -> None:
    left = told(f"“{SAYING},” Lena Foss said.", "a-one", said=[("Lena Foss", SAYING)])
    right = told(f"“{SAYING},” Otto Lind said.", "a-two", said=[("Otto Lind", SAYING)])
    assert borrowings([left, right]) == ()


def test_no_one_is_no_speaker() -> None:
    pair = [told(f"“{SAYING},” no one said.", f"a-{n}", said=[("No one", SAYING)]) for n in "12"]
    assert borrowings(pair) == ()


def test_a_record_in_hand_is_the_source_of_what_is_quoted_from_it() -> None:
    record = transcript(f"Lena Foss: {SAYING}.\n")
    press = told(f"“{SAYING},” Lena Foss said.", said=[("Lena Foss", SAYING)])
    found = only(borrowings([record, press], checks=checks([record, press])))
    assert (found.from_, found.to, found.kind) == ("a-record", "a-press", "same speech")


def test_a_bodys_own_release_is_the_source_of_its_words() -> None:
    release = told(
        f"Press release. “{SAYING},” said Lena Foss.", "a-one", said=[("Lena Foss", SAYING)]
    )
    press = told(f"“{SAYING},” Foss said.", "a-two", said=[("Lena Foss", SAYING)])
    found = only(borrowings([release, press]))
    assert (found.from_, found.to, found.kind) == ("a-one", "a-two", "same speech")


# --- citations ----------------------------------------------------------------------------------


def citing(text: str, name: str, account: str = "a-two", **fields: Any) -> Dossier:
    dossier = told(text, account, **fields)
    start = text.index(name)
    place = dossier.account.span(start, start + len(name))
    cited = replace(dossier.account, cites=(Citation(name=name, place=place),))
    return replace(dossier, account=cited)


def test_a_source_in_hand_is_cited_by_its_id() -> None:
    source = told("Nothing in common.", "a-one", outlet="The Daily Gull")
    found = only(borrowings([source, citing("As the Daily Gull wrote, it rained.", "Daily Gull")]))
    assert (found.from_, found.to, found.kind) == ("a-one", "a-two", "cites")


def test_a_source_not_in_hand_is_cited_by_name() -> None:
    found = only(borrowings([citing("As the Daily Gull wrote, it rained.", "Daily Gull")]))
    assert (found.from_, found.kind) == ("Daily Gull", "cites")
    assert found.evidence[0].text == "Daily Gull"


def test_an_outlet_does_not_cite_itself() -> None:
    text = "He told the Daily Gull that it rained."
    assert borrowings([citing(text, "Daily Gull", outlet="The Daily Gull")]) == ()


def test_an_agency_is_one_source_in_full_and_in_short() -> None:
    text = "It rained, the {} reported."
    names = ("Associated Press", "AP", "Associated Pres")
    found = borrowings([citing(text.format(name), name, f"a-{n}") for n, name in enumerate(names)])
    assert {one.from_ for one in found} == {"Associated Press"}


def test_the_last_word_of_an_outlets_name_is_not_that_outlet_in_another_account() -> None:
    found = borrowings(
        [
            citing("It rained, the Times reported.", "Times", "a-1"),
            citing("It rained, the Hessel Times reported.", "Hessel Times", "a-2"),
        ]
    )
    assert {one.from_ for one in found} == {"Times", "Hessel Times"}


def test_an_agency_in_short_does_not_cite_itself_in_full() -> None:
    text = "It rained, the Associated Press reported."
    assert borrowings([citing(text, "Associated Press", outlet="AP")]) == ()


def test_an_account_whose_file_is_named_for_its_outlet_does_not_cite_it() -> None:
    assert borrowings([citing("It rained, the Gull News reported.", "Gull News", "gull-2")]) == ()


@pytest.mark.parametrize(
    "name",
    ["authorities", "Another news agency", "State news agency", "State-run TV", "The report"],
)
def test_who_is_not_named_is_no_source(name: str) -> None:
    assert borrowings([citing(f"{name} reported that it rained.", name)]) == ()


def test_two_sources_joined_by_and_are_two() -> None:
    name = "CNN and The Hessel Times"
    found = borrowings([citing(f"It rained, the {name} reported.", name)])
    assert {one.from_ for one in found} == {"CNN", "The Hessel Times"}


def test_a_short_name_is_the_outlet_that_the_account_names_in_full() -> None:
    source = told("Nothing in common.", "a-one", outlet="Hessel Evening Post")
    text = "The Hessel Evening Post broke the story. It rained, the Post reported."
    other = citing(text, "Post reported")
    cited = replace(other.account.cites[0], name="Post")
    other = replace(other, account=replace(other.account, cites=(cited,)))
    assert only(borrowings([source, other])).from_ == "a-one"


def test_a_citation_decides_the_direction_of_shared_wording() -> None:
    first = told(SHORTER, "a-one", outlet="The Daily Gull")
    second = citing(SHORTER + " So the Daily Gull has it.", "Daily Gull")
    kinds = {(one.from_, one.to, one.kind) for one in borrowings([first, second])}
    assert kinds == {("a-one", "a-two", "cites"), ("a-one", "a-two", "copies")}


def test_an_odd_phrase_alone_shows_no_common_origin() -> None:
    left = told("The hall is a marzipan barn with gargoyles, and it leaks.", "a-one")
    right = told("They sold what some call a marzipan barn with gargoyles today.", "a-two")
    third = told("The hall was sold for two million.", "a-three")
    assert borrowings([left, right, third]) == ()


# --- what is printed around reports ----------------------------------------------------------------

ADVERT = (
    "Grow your own mushrooms at home with the handy kit, now with free spores and a cookbook for "
    "two hungry gardeners, delivered to any doorstep within three working days of your order."
)
OTHERS = (
    "Rowing boats brought blankets to the passengers of the Marigold on the Hessel bank.",
    "The harbour master spoke of the Hessel bank, where the ferry Marigold lay until noon.",
)


def test_an_advertisement_on_two_pages_is_no_common_origin() -> None:
    pages = [told(f"{words} {ADVERT}", f"a-{n}") for n, words in enumerate((OWN, SHORTER))]
    others = [told(words, f"b-{n}") for n, words in enumerate(OTHERS)]
    assert borrowings([*pages, *others]) == ()


def test_shared_wording_about_the_story_stays_beside_others() -> None:
    others = [told(words, f"b-{n}") for n, words in enumerate(OTHERS)]
    found = borrowings([told(SHORTER, "a-1"), told(WIRE, "a-2"), *others])
    assert [(one.from_, one.to) for one in found] == [("a-1", "a-2")]


def test_with_nobody_else_to_ask_all_shared_wording_stays() -> None:
    pages = [told(f"{words} {ADVERT}", f"a-{n}") for n, words in enumerate((OWN, SHORTER))]
    assert only(borrowings(pages)).kind == "common origin"


# --- retellings, translations -----------------------------------------------------------------------

SENTENCES = [
    "The ferry Marigold struck a sandbank called Hessel.",
    "Passengers drank tea and shivered under blankets.",
    "The noon tide lifted her and she steamed away.",
    "No chart shows where the wandering bank is now.",
]
RETOLD = [
    "A vessel, the Marigold, hit the Hessel shallows.",
    "Blankets and tea kept those aboard from shivering.",
    "High water at noon freed her from the sandbank.",
    "Charts are silent about where the wandering sand lies.",
]


def in_step(*accounts: list[str]) -> Vectors:
    """Return an encoder by which the lines of accounts are alike one by one."""
    rows = [[1.0 if i == j else 0.1 for j in range(4)] for i in range(4)]
    return Vectors({line: row for lines in accounts for line, row in zip(lines, rows, strict=True)})


def sensed(lines: list[str], name: str, day: str) -> Dossier:
    dossier = with_sentences(told(" ".join(lines), name, published=dated(day)), lines)
    sentences = tuple(replace_tokens(s) for s in dossier.annotation.sentences)
    return replace(dossier, annotation=replace(dossier.annotation, sentences=sentences))


def replace_tokens(sentence):  # type: ignore[no-untyped-def]
    from msgspec.structs import replace as changed

    return changed(sentence, first=0, last=10)


def test_sentences_alike_in_sense_throughout_may_have_one_origin() -> None:
    first, second = sensed(SENTENCES, "a-one", "2022-03-01"), sensed(RETOLD, "a-two", "2022-03-02")
    found = only(borrowings([first, second], in_step(SENTENCES, RETOLD)))
    assert (found.from_, found.to, found.kind, found.share) == (
        "a-one",
        "a-two",
        "common origin",
        1.0,
    )
    assert "close in meaning" in found.because


def test_accounts_that_share_no_rare_words_are_not_encoded() -> None:
    encoder = in_step(SENTENCES, RETOLD)
    lines = ["It rained.", "Then it stopped.", "People went home.", "The day was over."]
    first, second = sensed(SENTENCES, "a-one", "2022-03-01"), sensed(lines, "a-two", "2022-03-02")
    assert borrowings([first, second], encoder) == ()
    assert encoder.asked == []


def test_a_marked_translation_gives_the_same_numbers_in_order() -> None:
    left = told("Am 3. Mai kamen 41 Boote, 207 Menschen und 16 Hunde.", "a-de", language="de")
    right = told(
        "On 3 May came 41 boats, 207 people and 16 dogs.", "a-en", language="en", kind="translation"
    )
    found = only(borrowings([left, right]))
    assert (found.from_, found.to, found.kind) == ("a-de", "a-en", "translates")


# --- properties -----------------------------------------------------------------------------------


def test_the_order_of_accounts_changes_nothing() -> None:
    accounts = [told(WIRE, "a-1"), told(SHORTER, "a-2"), told(OWN, "a-3"), told(WIRE, "a-4")]
    assert borrowings(accounts) == borrowings(accounts[::-1])


def test_many_copies_of_one_wire_are_tied_to_the_first() -> None:
    first = told(WIRE, "a-00", published=dated("2022-03-01"))
    copies = [told(WIRE, f"a-{n:02}", published=dated("2022-03-02")) for n in range(1, 20)]
    found = borrowings([*copies, first])
    assert {one.from_ for one in found} == {"a-00"}
    assert len(found) == 19


def test_no_accounts_have_no_borrowings() -> None:
    assert borrowings([]) == ()


def test_an_empty_account_depends_on_nobody() -> None:
    empty = replace(told("x"), account=Account(id="a-none", source="none", text=""))
    assert borrowings([empty, told(WIRE, "a-wire")]) == ()
