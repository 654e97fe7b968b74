"""Turns: the words by which a transcript shows that somebody speaks.

Enters: nothing. Leaves: `Turns`, which a language fills; what it leaves empty, no rule finds.
"""

from __future__ import annotations

from msgspec import Struct

from variorum.languages.tables import NEVER, NOTHING, Pattern, Words

_NONE: Words = frozenset()


class Turns(Struct, frozen=True, kw_only=True, eq=False):
    """Words of labels, and around them; patterns name no group and are matched in lower case."""

    transcript: Pattern = NEVER
    """Words in a title or menu that make turns likelier."""
    first_person: Words = _NONE
    """Words that people use who speak for themselves."""
    listed: Pattern = NEVER
    """Labels by which minutes list people, votes and decisions."""
    clerk: Pattern = NEVER
    """A line of what became of a question, as the record of a chamber tells it between speeches; as a whole."""
    minutes: Pattern = NEVER
    """The heading of minutes, which report speeches between narrated business."""
    not_speakers: Pattern = NEVER
    """Words before a colon that name a part of a page, a field or a verb, but nobody who speaks."""
    roles: Pattern = NEVER
    """Roles in a label that make it a speaker's."""
    notes: Pattern = NEVER
    """Notes that a record sets in brackets after a label."""
    question: str = NOTHING
    answer: str = NOTHING
    """Letters that stand for who asks and who answers; regular expressions, with their capitals."""
    titles: str = NOTHING
    presiding: str = NOTHING
    """What the record of a chamber sets before a name in capitals, and before an office; regular expressions."""
    of_member: str = NOTHING
    """What may follow such a name, with the space before it; a regular expression."""
    prefixes: str = NOTHING
    """Beginnings of names in lower case, "al-Sabah"; a regular expression."""
