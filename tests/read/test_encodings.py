"""Windows-1252 before its neighbours, where only its signs and a few accents tell."""

from pathlib import Path

import pytest

from tests.read.reading_room import read_bytes


def read(folder: Path, text: str, encoding: str) -> tuple[str, str]:
    (account,), (problem,) = read_bytes(folder, "a.txt", text.encode(encoding))
    return account.text, problem.reason


@pytest.mark.parametrize(
    "text",
    [
        "The jury took nine hours – “too few”, said counsel – to clear the baker.\n" * 4,
        "The café’s owner, Señor Ibáñez, paid a fine of £300 on Tuesday and said he would not "
        "appeal against it, since the court’s own clerk had told him it was “the least of it”.\n",
        "Cup • League • Friendly\nThe keeper’s knee is “fine”, the coach said — twice.\n" * 3,
    ],
)
def test_western_text_with_few_accents_is_read_as_windows_1252(tmp_path: Path, text: str) -> None:
    found, reason = read(tmp_path, text, "cp1252")
    assert found == text
    assert "cp1252" in reason
    assert "guess" in reason


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Sąd w Łodzi uznał, że piekarz jest niewinny; wyrok ogłoszono w środę. " * 9, "cp1250"),
        ("Суд в понедельник оправдал пекаря, сообщил секретарь суда. " * 9, "cp1251"),
    ],
)
def test_other_windows_codes_are_still_told_apart(tmp_path: Path, text: str, encoding: str) -> None:
    assert read(tmp_path, text, encoding)[0] == text
