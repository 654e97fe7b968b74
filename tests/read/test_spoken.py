"""Speech as programs and archives write it down: Whisper's JSON and TEI become turns of speakers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.read.reading_room import read_bytes

SEGMENTS = [
    (0.0, 2.5, " Good morning, we begin", "Jana Volk"),
    (2.5, 4.0, " with the quay.", "Jana Volk"),
    (4.2, 6.0, " I would <rather> wait, madam.", "Ina Rolt"),
    (9.0, 12.0, " It is not safe.", "Ina Rolt"),
]
SAID = "Jana Volk: Good morning, we begin with the quay.\n\nIna Rolt: I would <rather> wait, madam.\n\nIt is not safe."


def whisper(**more: object) -> bytes:
    rows = [{"start": a, "end": b, "text": text, "speaker": who} for a, b, text, who in SEGMENTS]
    return json.dumps({"text": "all", "language": "en", "segments": rows, **more}).encode()


@pytest.mark.parametrize("name", ["a.json", "a.txt"])
def test_segments_with_speakers_are_turns(tmp_path: Path, name: str) -> None:
    (account,), problems = read_bytes(tmp_path, name, whisper())
    assert problems == ()
    assert account.text == SAID
    assert account.kind == "transcript"


def test_segments_without_speakers_are_paragraphs_that_end_where_nobody_speaks(
    tmp_path: Path,
) -> None:
    rows = [
        {"offsets": {"from": a * 1000, "to": b * 1000}, "text": text} for a, b, text, _ in SEGMENTS
    ]
    data = json.dumps({"result": {"language": "en"}, "transcription": rows}).encode()
    (account,), _ = read_bytes(tmp_path, "a.json", data)
    assert account.text == (
        "Good morning, we begin with the quay. I would <rather> wait, madam.\n\nIt is not safe."
    )


def test_an_account_with_parts_called_segments_is_read_as_before(tmp_path: Path) -> None:
    told = {"text": "The quay of Selm is shut.", "segments": ["politics", "harbours"]}
    (account,), _ = read_bytes(tmp_path, "a.json", json.dumps(told).encode())
    assert account.text == "The quay of Selm is shut."


# --- TEI --------------------------------------------------------------------------------------------

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>Session of 5 May</title></titleStmt><publicationStmt><publisher>Council of Selm"
    '</publisher><date when="2031-05-05">5 May 2031</date></publicationStmt></fileDesc><profileDesc><particDesc><listPerson>'
    '<person xml:id="VolkJ"><persName><surname>Volk</surname><forename>Jana</forename></persName></person></listPerson>'
    "</particDesc></profileDesc></teiHeader>"
)


def tei(body: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{HEADER}'
        f"<text><body>{body}</body></text></TEI>"
    ).encode()


@pytest.mark.parametrize("name", ["a.xml", "a.txt"])
def test_utterances_are_turns_by_the_names_of_the_header(tmp_path: Path, name: str) -> None:
    body = (
        '<div><note type="speaker">The chair:</note><u who="#VolkJ"><seg>Good morning, we begin<note>[1]</note> with the quay.'
        "</seg><vocal><desc>Laughter</desc></vocal><seg>It is shut.</seg></u>"
        '<u who="#RoltI"><seg>I would rather wait.</seg></u></div>'
    )
    (account,), problems = read_bytes(tmp_path, name, tei(body))
    assert problems == ()
    assert account.text == (
        "Session of 5 May\n\nJana Volk: Good morning, we begin with the quay.\n\nIt is shut.\n\nRoltI: I would rather wait.\n"
    )
    assert (account.outlet, account.published.earliest) == ("Council of Selm", "2031-05-05")


def test_paragraphs_and_headings_of_tei(tmp_path: Path) -> None:
    body = "<div><head>Quay to close</head><p>The quay<lb/>of Selm is <hi>shut</hi>.</p><p>It is not safe.</p></div>"
    (account,), _ = read_bytes(tmp_path, "a.xml", tei(body))
    assert account.text == (
        "Session of 5 May\n\nQuay to close\n\nThe quay of Selm is shut.\n\nIt is not safe.\n"
    )


def test_tei_without_a_body_is_a_problem(tmp_path: Path) -> None:
    data = tei("").replace(b"<text><body></body></text>", b"")
    accounts, (problem,) = read_bytes(tmp_path, "a.xml", data)
    assert accounts == ()
    assert "no body" in problem.reason
