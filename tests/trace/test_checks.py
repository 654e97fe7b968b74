"""Checks of accounts' quotations against a record."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.trace.dossiers import Vectors, checks, told, transcript, with_sentences
from variorum.records import Check, Dossier, Entity

RECORD = (
    "Mayor Ada Brook: We will not close the pier. The town owes a debt to its fishermen.\n"
    "Ms Ilse Marr: The pier is safe by our joint efforts, and the tower will be kept.\n"
    "Mayor Ada Brook: Thank you for these joint efforts. Good night to you all.\n"
)


def one(*dossiers: Dossier) -> Check:
    (found,) = checks(dossiers)
    return found


def test_a_quotation_of_a_speaker_is_held_against_that_speaker() -> None:
    press = told(
        "Brook said: “We will not close the pier.”",
        said=[("Ada Brook", "We will not close the pier.")],
    )
    check = one(transcript(RECORD), press)
    assert (check.kind, check.record) == ("verbatim", "a-record")
    assert check.match is not None
    assert check.match.text == "We will not close the pier"


def test_the_speakers_own_turn_is_the_match() -> None:
    press = told("Marr praised the “joint efforts”.", said=[("Ilse Marr", "joint efforts")])
    check = one(transcript(RECORD), press)
    assert check.match is not None
    assert RECORD[: check.match.start].count("\n") == 1


def test_another_speakers_words_differ_and_both_are_named() -> None:
    press = told(
        "Marr said: “The town owes a debt to its fishermen.”",
        said=[("Ilse Marr", "The town owes a debt to its fishermen.")],
    )
    check = one(transcript(RECORD), press)
    assert check.kind == "differs"
    assert "Ms Ilse Marr" in check.because
    assert "Mayor Ada Brook" in check.because


def test_a_lost_not_is_named_in_neutral_words() -> None:
    press = told(
        "“We will close the pier”, said Brook.", said=[("Ada Brook", "We will close the pier")]
    )
    check = one(transcript(RECORD), press)
    assert check.kind == "differs"
    assert check.because == (
        "The record and the quotation differ: the record has “not”, the quotation does not."
    )
    assert [(c.from_, c.to, c.kind) for c in check.changes] == [("not", "", "omission")]


def test_a_speaker_who_does_not_speak_in_the_record_has_no_check() -> None:
    press = told("“We will see,” said Otto Lind.", said=[("Otto Lind", "We will see,")])
    assert checks([transcript(RECORD), press]) == ()


def test_another_given_name_is_another_speaker() -> None:
    press = told("“We will see,” said Tom Brook.", said=[("Tom Brook", "We will see,")])
    assert checks([transcript(RECORD), press]) == ()


def test_without_a_transcript_there_are_no_checks() -> None:
    press = told("“We will see,” said Brook.", said=[("Brook", "We will see,")])
    assert checks([press, told("Nothing.", "a-other")]) == ()


SOLD = "I have sold the tower to a circus from Malta"
KEPT = "The town owes a debt to its fishermen"


def test_words_that_are_nowhere_are_not_found_beside_words_that_are() -> None:
    press = told(
        f"“{KEPT}”, said Brook. “{SOLD}”, she said.",
        said=[("Ada Brook", KEPT), ("Ada Brook", SOLD)],
    )
    _, check = checks([transcript(RECORD), press])
    assert (check.kind, check.match, check.changes) == ("not found", None, ())


def test_whether_an_account_quotes_this_occasion_at_all_cannot_be_told() -> None:
    press = told(f"“{SOLD}”, said Brook.", said=[("Ada Brook", SOLD)])
    dossiers = [transcript(RECORD), press]
    assert one(*dossiers).kind == "cannot tell"
    assert "may quote another occasion" in one(*dossiers).because
    assert [check.kind for check in checks(dossiers, of_the_record=True)] == ["not found"]


def test_words_that_an_account_calls_written_may_be_in_no_record() -> None:
    press = told(
        f"“{KEPT}”, said Brook. “{SOLD}”, Brook wrote.",
        said=[("Ada Brook", KEPT), ("Ada Brook", SOLD)],
    )
    said = press.statements.quotations
    cue = press.account.span(press.account.text.index("wrote"), len(press.account.text) - 1)
    wrote = replace(press.statements, quotations=(said[0], replace(said[1], cue=cue)))
    _, check = checks([transcript(RECORD), replace(press, statements=wrote)])
    assert check.kind == "cannot tell"
    assert "in writing" in check.because


def test_words_missing_from_a_cut_record_cannot_be_told() -> None:
    words = "I have sold the tower to a circus from Malta"
    press = told(f"“{words}”, said Brook.", said=[("Ada Brook", words)])
    check = one(transcript(RECORD + "<…>\n"), press)
    assert check.kind == "cannot tell"
    assert "cut" in check.because


def test_only_the_words_between_the_marks_are_held() -> None:
    content = "that “the tower will be kept” for as long as she lives"
    press = told(f"Marr said {content}.", said=[("Ilse Marr", content)], manner="mixed")
    check = one(transcript(RECORD), press)
    assert (check.kind, check.place.text) == ("verbatim", "the tower will be kept")


def test_a_sentence_cut_by_its_attribution_is_one_saying() -> None:
    press = told(
        "“We will,” said Brook, “close the pier.”",
        said=[("Ada Brook", "We will, / close the pier.")],
    )
    assert one(transcript(RECORD), press).kind == "differs"


def test_two_sentences_of_one_quotation_are_held_apart() -> None:
    press = told(
        "“Good night to you all,” she said. “We will not close the pier.”",
        said=[("Ada Brook", "Good night to you all, / We will not close the pier.")],
    )
    assert [c.kind for c in checks([transcript(RECORD), press])] == ["verbatim", "verbatim"]


def test_a_quotation_without_a_speaker_goes_to_the_one_who_said_it() -> None:
    words = "The town owes a debt to its fishermen"
    press = told(f"One heard: “{words}”.", said=[(None, words)])
    check = one(transcript(RECORD), press)
    assert check.kind == "verbatim"
    assert "names no speaker" in check.because


def test_an_entity_joins_a_title_to_its_bearer() -> None:
    press = told(
        "“We will not close the pier”, the head of the town said.",
        said=[("the head of the town", "We will not close the pier")],
    )
    quotation = press.statements.quotations[0]
    named = replace(quotation, speaker=replace(quotation.speaker, within="n-1"))
    press = replace(press, statements=replace(press.statements, quotations=(named,)))
    brook = Entity(id="e-1", name="Ada Brook", kind="person", mentions=(), names=("n-1",))
    assert [c.kind for c in checks([transcript(RECORD), press], [brook])] == ["verbatim"]


def test_a_quotation_found_in_one_record_is_not_missing_in_another() -> None:
    other = transcript("Mayor Ada Brook: Today I open the market and nothing else.\n", "a-second")
    press = told(
        "“We will not close the pier”, said Brook.",
        said=[("Ada Brook", "We will not close the pier")],
    )
    assert [c.record for c in checks([transcript(RECORD), other, press])] == ["a-record"]


# --- translations ---------------------------------------------------------------------------------

RETOLD = "Ilse Marr (retranslated): The tower is one of the treasures of our coast, after all.\n"


def test_other_words_for_a_translated_turn_are_a_variant() -> None:
    words = "The tower is one of the jewels of our coast, after all"
    press = told(f"“{words}”, said Marr.", said=[("Ilse Marr", words)])
    check = one(transcript(RETOLD), press)
    assert check.kind == "translation variant"
    assert "marked as a translation" in check.because
    assert [(c.from_, c.to) for c in check.changes] == [("treasures", "jewels")]


def test_a_negation_that_a_translated_turn_has_not_cannot_be_told() -> None:
    words = "The tower is not one of the treasures of our coast, after all"
    press = told(f"“{words}”, said Marr.", said=[("Ilse Marr", words)])
    check = one(transcript(RETOLD), press)
    assert check.kind == "cannot tell"
    assert "negation" in check.because


def test_a_translated_turn_may_be_rendered_by_sense() -> None:
    words = "our coast has few treasures like this old lighthouse tower"
    press = told(f"“{words}”, said Marr.", said=[("Ilse Marr", words)])
    sentence = "The tower is one of the treasures of our coast, after all."
    press = with_sentences(press, [words])
    record = with_sentences(transcript(RETOLD), [sentence])
    encoder = Vectors({words: (1.0, 0.2), sentence: (1.0, 0.1)})
    (check,) = checks([record, press], encoder=encoder)
    assert check.kind == "translation variant"
    assert check.match is not None
    assert check.match.text == sentence


# --- properties -----------------------------------------------------------------------------------

_WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "pier",
            "will",
            "not",
            "be",
            "sold",
            "…",
            "[they]",
            "40",
            "“never”",
            "tower,",
            "if",
            "(x)",
            ".",
        ]
    ),
    min_size=1,
    max_size=14,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(_WORDS, _WORDS)
def test_a_check_points_at_its_own_words(spoken: str, quoted: str) -> None:
    record = transcript(f"Ada Brook: {spoken}\n")
    press = told(f"Brook: “{quoted}”", said=[("Ada Brook", quoted)])
    for check in checks([record, press]):
        place = check.place
        assert press.account.text[place.start : place.end] == place.text
        if check.match:
            assert record.account.text[check.match.start : check.match.end] == check.match.text


@settings(max_examples=30, deadline=None)
@given(_WORDS, _WORDS)
def test_the_order_of_accounts_changes_nothing(spoken: str, quoted: str) -> None:
    record = transcript(f"Ada Brook: {spoken}\n")
    press = told(f"Brook: “{quoted}”", said=[("Ada Brook", quoted)])
    assert checks([record, press]) == checks([press, record])


@settings(max_examples=40, deadline=None)
@given(_WORDS)
def test_words_that_lose_their_not_are_never_passed(spoken: str) -> None:
    record = transcript(f"Ada Brook: we will not sell the old pier {spoken}\n")
    quoted = "we will sell the old pier"
    press = told(f"Brook: “{quoted}”", said=[("Ada Brook", quoted)])
    kinds = {check.kind for check in checks([record, press])}
    if quoted not in record.account.text:
        assert not kinds & {"verbatim", "edited"}


def of_brook(words: str, record: str = RECORD) -> Check:
    return one(transcript(record), told(f"“{words}”, said Brook.", said=[("Ada Brook", words)]))


def test_what_is_told_leaves_out_case_and_marks() -> None:
    check = of_brook("the Town owes a debt, to its sailors")
    assert check.because == (
        "The record and the quotation differ: the record has “fishermen”, the quotation “sailors”."
    )
    assert {"case", "punctuation", "word"} == {change.kind for change in check.changes}


def test_an_editors_brackets_are_not_told_as_a_difference() -> None:
    check = of_brook("The town [of Orrin] owes a debt to its sailors")
    assert {"brackets", "word"} == {change.kind for change in check.changes}
    assert check.because == (
        "The record and the quotation differ: the record has “fishermen”, the quotation “sailors”."
    )


def test_telling_words_are_named_before_little_ones() -> None:
    check = of_brook("That town owes a bill to its fishermen")
    assert check.because.index("bill") < check.because.index("That")


def test_a_word_that_stands_elsewhere_in_the_quotation_is_not_said_to_be_missing() -> None:
    check = of_brook(
        "What is to me a grave matter is the pier",
        "Mayor Ada Brook: What is to me is a grave matter is the pier.\n",
    )
    assert check.because == (
        "The record and the quotation differ: at one place the record has “is”, the quotation does not."
    )


def test_words_under_a_label_that_may_be_no_speakers_are_given_to_nobody() -> None:
    record = (
        "Mayor Ada Brook: We will not close the pier.\n"
        "So, make no mistake: The town owes a debt to its fishermen.\n"
        "Mayor Ada Brook: Good night to you all.\n"
    )
    words = "The town owes a debt to its fishermen"
    press = told(f"“{words}”, said Brook.", said=[("Ada Brook", words)])
    assert checks([transcript(record), press]) == ()


def test_an_and_that_opened_a_sentence_is_not_named_beside_other_changes() -> None:
    record = "Mayor Ada Brook: The pier is old. And we shall mend the northern wall of it.\n"
    check = of_brook("The pier is old. We shall mend the southern wall of it", record)
    assert check.because == (
        "The record and the quotation differ: the record has “northern”, the quotation “southern”."
    )


def test_a_condition_swallowed_at_the_end_is_named_and_nothing_more() -> None:
    record = "Mayor Ada Brook: We shall mend the bank by May, if the county pays. I thank you.\n"
    press = told(
        "“We shall mend the bank by May …”, said Brook.",
        said=[("Ada Brook", "We shall mend the bank by May …")],
    )
    check = one(transcript(record), press)
    assert check.because == "The quotation's marks of omission or brackets stand for “if”."
