"""Press: names of agencies and outlets, and the phrases by which an account leans on somebody.

Enters: nothing. Leaves: `Press`, which a language fills; what it leaves empty, no rule finds.

Patterns are matched against folded text with its capitals. They have a group "name", and those that lean on
somebody another, "described", where what he is stands before it ("the newspaper …").
"""

from __future__ import annotations

from msgspec import Struct

from variorum.languages.tables import NEVER, Pattern, Words

_NONE: Words = frozenset()


class Press(Struct, frozen=True, kw_only=True, eq=False):
    """Names and last words of names in lower case, and patterns that lead to a name."""

    agencies: Words = _NONE
    outlets: Words = _NONE
    """Known agencies, and known outlets with these."""
    agency_ends: tuple[str, ...] = ()
    """Last words by which a name is an agency's."""
    outlet_heads: Words = _NONE
    """Last words of outlets' names; one more capitalised word must stand before them."""
    articled_heads: Words = _NONE
    """Heads that also end people's and things' names: they make an outlet after an article only."""
    heads_not_alone: Words = _NONE
    """Heads that also end the names of people's posts and bodies: a further sign is needed."""
    press_nouns: Words = _NONE
    """Nouns by which papers are called, with which names may begin as well."""
    periodicals: Pattern = NEVER
    """Names that are outlets' by how they are built."""
    stations: Pattern = NEVER
    """How local stations speak of themselves begins so."""
    platforms: Words = _NONE
    """Networks that carry words but answer for none."""
    article: Words = _NONE
    """Stands before an outlet's name and is no part of it."""
    of: Words = _NONE
    """After these an outlet's name says of what somebody is: "the bureau chief of Reuters"."""
    possessives: tuple[str, ...] = ()
    """Endings of whose something is."""
    days: Words = _NONE
    """Days that follow an outlet's name directly: "told Reuters Monday"."""
    carried: tuple[Pattern, ...] = ()
    """Words carried, broadcast or published by somebody: whoever it is, the account leans on them."""
    leans: tuple[Pattern, ...] = ()
    """Phrases that lean on a source; the name must look like an outlet's or be described as one."""
    documents: tuple[Pattern, ...] = ()
    """A document that an account rests on, as it names it."""
    credits: tuple[Pattern, ...] = ()
    """Credits in the page's frame."""
    """A notice of copyright and whose it is."""
