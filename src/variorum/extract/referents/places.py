"""Places: where the names of an account stand in its text and in its parse.

Enters: nothing. Leaves: `NamePosition`.
"""

from __future__ import annotations

from msgspec import Struct


class NamePosition(Struct, frozen=True):
    """Where a name stands: characters, its last token, the head of its phrase, whether it is a
    subject or quoted.
    """

    start: int
    end: int
    name: int
    token: int
    head: int
    subject: bool
    quoted: bool
