"""Who depends on whom: wording, speech, citations, oddities."""

from msgspec.structs import replace
from tests.trace.dossiers import told, transcript, with_sentences

from variorum.records import Account, Borrowing, Citation, Dossier, Published
from variorum.trace import borrowings, checks

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


def test_the_earlier_account_is_the_source_of_shared_wording() -> None:
    first = told(WIRE, "a-wire", outlet="DPA", published=dated("2022-03-01"))
    second = told(SHORTER, "a-paper", outlet="The Bell", published=dated("2022-03-02"))
    found = only(borrowings([second, first]))
    assert (found.from_, found.to, found.kind) == ("a-wire", "a-paper", "copies")
    assert "DPA was published first" in found.because


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


def test_a_text_contained_in_a_longer_one_comes_from_it() -> None:
    found = only(borrowings([told(WIRE, "a-b"), told(SHORTER, "a-a")]))
    assert (found.from_, found.to, found.kind) == ("a-b", "a-a", "copies")


def test_without_a_ground_nobody_came_first() -> None:
    found = only(borrowings([told(SHORTER, "a-one"), told(SHORTER, "a-two")]))
    assert found.kind == "common origin"
    assert "nothing says which came first" in found.because


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
        ("speech of foss", "a-one", "same speech"),
        ("speech of foss", "a-two", "same speech"),
    }


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


def citing(text: str, name: str, account: str = "a-two", **fields: object) -> Dossier:
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


# --- oddities, retellings, translations -----------------------------------------------------------


def test_an_odd_phrase_that_no_third_account_has_shows_a_common_origin() -> None:
    left = told("The hall is a marzipan barn with gargoyles, and it leaks.", "a-one")
    right = told("They sold what some call a marzipan barn with gargoyles today.", "a-two")
    third = told("The hall was sold for two million.", "a-three")
    found = only(borrowings([left, right, third]))
    assert found.kind == "common origin"
    assert found.evidence[0].text == "a marzipan barn with gargoyles"


def test_two_accounts_alone_show_no_oddity() -> None:
    left = told("The hall is a marzipan barn with gargoyles, and it leaks.", "a-one")
    right = told("They sold what some call a marzipan barn with gargoyles today.", "a-two")
    assert borrowings([left, right]) == ()


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


def sensed(lines: list[str], name: str, day: str) -> Dossier:
    rows = [(line, [1.0 if i == j else 0.1 for j in range(4)]) for i, line in enumerate(lines)]
    dossier = with_sentences(told(" ".join(lines), name, published=dated(day)), rows)
    sentences = tuple(replace_tokens(s) for s in dossier.annotation.sentences)
    return replace(dossier, annotation=replace(dossier.annotation, sentences=sentences))


def replace_tokens(sentence):  # type: ignore[no-untyped-def]
    from msgspec.structs import replace as changed

    return changed(sentence, first=0, last=10)


def test_sentence_for_sentence_in_other_words_is_a_copy_too() -> None:
    first, second = sensed(SENTENCES, "a-one", "2022-03-01"), sensed(RETOLD, "a-two", "2022-03-02")
    found = only(borrowings([first, second]))
    assert (found.from_, found.to, found.kind, found.share) == ("a-one", "a-two", "copies", 1.0)
    assert "in other words" in found.because


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
