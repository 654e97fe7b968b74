"""Whose words count as whose, for tracing."""

from msgspec.structs import replace

from tests.trace.dossiers import told
from variorum.records import Carrier
from variorum.trace.checking.voices import by_name


def test_what_a_named_speaker_tells_of_others_is_the_speakers() -> None:
    inner = "the man had a key"
    text = f"Chief Dana Orr said witnesses told police {inner}."
    press = told(text, said=[("Dana Orr", f"witnesses told police {inner}"), ("witnesses", inner)])
    outer, nested = press.statements.quotations
    outer = replace(outer, speaker=replace(outer.speaker, within="n-orr"))
    nested = replace(nested, via=(Carrier(name="Dana Orr", place=press.account.span(6, 14)),))
    assert list(by_name((outer, nested))) == [outer]
    assert list(by_name((nested,))) == [nested]
