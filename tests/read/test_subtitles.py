"""Subtitles become the words that were said, a paragraph for each turn."""

from pathlib import Path

import pytest

from tests.read.reading_room import read_bytes, read_text
from variorum.read.media.texts.subtitles import read_subtitles


def words(text: str) -> str:
    return read_subtitles(text, "a.vtt").text


def srt(*cues: str, apart: float = 4.0) -> str:
    """Return a SubRip file; each cue begins `apart` seconds after the one before and lasts 3.5."""
    clock = [
        f"00:{int(n * apart) // 60:02}:{n * apart % 60:06.3f}".replace(".", ",")
        for n in range(len(cues))
    ]
    last = [
        f"00:{int(n * apart + 3.5) // 60:02}:{(n * apart + 3.5) % 60:06.3f}".replace(".", ",")
        for n in range(len(cues))
    ]
    return "\n".join(f"{n + 1}\n{clock[n]} --> {last[n]}\n{cue}\n" for n, cue in enumerate(cues))


def test_words_cut_by_cues_are_put_together_again() -> None:
    assert words(srt("INA ROLT: The quay has a", "hole in its wall.")) == (
        "INA ROLT: The quay has a hole in its wall."
    )


def test_a_name_that_every_cue_repeats_stands_once_a_turn() -> None:
    found = words(
        srt("Ina Rolt: We waited.", "Ina Rolt: We shall not", "Sam Orr: Why?", "Ina Rolt: Rust.")
    )
    assert found == "Ina Rolt: We waited. We shall not\n\nSam Orr: Why?\n\nIna Rolt: Rust."


def test_a_voice_is_a_speaker_and_notes_styles_and_numbers_are_left_out() -> None:
    text = (
        "WEBVTT - hearing\n\nNOTE made by hand\n\nSTYLE\n::cue { color: red }\n\n"
        "cue-7\n00:05.790 --> 00:09.514 align:start\n<v.loud Ina Rolt>We <i>will</i> wait &amp; see\n\n"
        "00:09.600 --> 00:13.514\n<v Ina Rolt>for 4 months.</v>\n\n00:14.000 --> 00:15.000\n<v Sam Orr>Why?\n"
    )
    assert words(text) == "Ina Rolt: We will wait & see for 4 months.\n\nSam Orr: Why?"


def test_a_mark_of_change_ends_a_turn_that_nobody_is_named_for() -> None:
    assert words(srt(">> We wait.", "- We do not.\n- Why?")) == "We wait.\n\nWe do not.\n\nWhy?"


def test_a_finished_sentence_and_a_silence_end_a_paragraph() -> None:
    assert (
        words(srt("The quay shut.", "A ferry sails.", apart=9.0))
        == "The quay shut.\n\nA ferry sails."
    )
    assert words(srt("The quay shut", "on Monday.", apart=9.0)) == "The quay shut on Monday."


def test_captions_that_roll_up_say_each_line_once() -> None:
    text = (
        "WEBVTT\n\n00:00.000 --> 00:02.000\nthe quay\n\n00:02.000 --> 00:02.010\nthe quay\n\n"
        "00:02.010 --> 00:04.000\nthe quay\nis<00:03.000><c> shut</c>\n"
    )
    assert words(text) == "the quay is shut"


def test_words_that_are_said_twice_stand_twice() -> None:
    assert words(srt("No.", "No.")) == "No. No."


def test_cues_without_a_blank_line_between_them_are_told_apart() -> None:
    text = (
        "1\n00:00:01,000 --> 00:00:02,000\nThe quay\n2\n00:00:02,100 --> 00:00:03,000\nis shut.\n"
    )
    assert words(text) == "The quay is shut."


HEARING = srt(
    "INA ROLT: I saw the hole, and I", "will not let it stay open.", "SAM ORR: How long must we wait?",
    "INA ROLT: Three months. I wish it were less.",
)  # fmt: skip


@pytest.mark.parametrize("name", ["a.srt", "a.vtt", "a.txt"])
def test_subtitles_are_a_transcript_under_any_name_of_theirs(tmp_path: Path, name: str) -> None:
    account = read_text(tmp_path, HEARING, name)
    assert account.kind == "transcript"
    assert [r.speaker for r in account.regions if r.kind == "turn"] == [
        "INA ROLT",
        "SAM ORR",
        "INA ROLT",
    ]


def test_times_of_sbv_are_read(tmp_path: Path) -> None:
    text = "0:00:01.000,0:00:02.500\nThe quay\n\n0:00:02.600,0:00:04.000\nis shut.\n"
    assert read_text(tmp_path, text, "a.sbv").text == "The quay is shut."


def test_subtitles_without_words_are_a_problem(tmp_path: Path) -> None:
    accounts, (problem,) = read_bytes(tmp_path, "a.vtt", b"WEBVTT\n\nNOTE nothing\n")
    assert accounts == ()
    assert "hold no words" in problem.reason
