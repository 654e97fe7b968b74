"""Text that no terminal obeys, and JSON that is the same when read back."""

from __future__ import annotations

import json
import os

from hypothesis import given
from hypothesis import strategies as st

from variorum.serve.console.harmless import harmless, harmless_json, harmless_lines


def test_a_control_is_shown_as_its_picture() -> None:
    assert harmless("\x1b[31mred\x07") == "␛[31mred␇"


def test_a_control_of_eight_bits_and_a_mark_of_direction_are_replaced() -> None:
    assert harmless("a\x9b31m\u202eb\u2066") == "a\ufffd31m\ufffdb\ufffd"


def test_a_byte_of_a_name_that_is_no_text_is_replaced() -> None:
    assert harmless(os.fsdecode(b"caf\xe9")) == "caf\ufffd"


def test_the_end_of_a_line_is_a_space_unless_lines_are_kept() -> None:
    assert harmless("a\r\nb\tc") == "a  b c"
    assert harmless_lines("a\n\x1bb\n") == "a\n␛b\n"


@given(st.text())
def test_the_length_stays_so_that_places_stay(text: str) -> None:
    assert len(harmless(text)) == len(text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_json_holds_no_such_character_and_reads_back_the_same(text: str) -> None:
    line = harmless_json({"text": text})
    assert line == "".join(" " if harmless(c) != c else c for c in line)
    assert json.loads(line) == {"text": text}
