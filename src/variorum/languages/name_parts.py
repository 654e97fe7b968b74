"""Name parts: the words within names, by which names of one person, body or place are known for one.

Enters: nothing. Leaves: `NameParts`, which a language fills; what it leaves empty, no rule finds.

Names travel: an account in one language prints those of another with their own particles and legal forms.
Names of several accounts are therefore compared by the words of all their languages together
(`registry.name_parts`).
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from variorum.languages.tables import Words

_NONE: Words = frozenset()


class NameParts(Struct, frozen=True, kw_only=True, eq=False):
    """Words in the plain form of `link.names.transliteration.romanise`."""

    # --- persons -----------------------------------------------------------------------------------
    titles: Words = _NONE
    """Words before or after a person's name that are no part of it."""
    particles: Words = _NONE
    """Small words that a name keeps in one account and drops in the next."""
    son_of: Words = _NONE
    """Between a name and the father's name: the two may not change places."""
    servants: Words = _NONE
    """Spellings of the first part of "servant of …" names, with or without its article."""
    given: Words = _NONE
    """Given names that alone are nobody's surname."""
    nicknames: frozenset[tuple[str, str]] = frozenset()
    """Short forms, each with a full given name it may stand for."""

    # --- bodies and places -------------------------------------------------------------------------
    articles: Words = _NONE
    """They may stand before an outlet's name: "the"."""
    joints: Words = _NONE
    """They join two names: "and"."""
    body_fillers: Words = _NONE
    """Words between the words of a body's or a place's name."""
    legal_forms: Words = _NONE
    """What a company is in law: dropped before its name is compared."""
    legal_phrases: tuple[tuple[str, str], ...] = ()
    """Such forms of several words, with what stands for them."""
    firm_endings: Words = _NONE
    """Last words of a firm's name, which is short without them: "Ford Motor Company"."""
    generic_body: Words = _NONE
    """Words that many bodies share: alone they make no two bodies one."""
    vague_body: Words = _NONE
    """Words that could be any body's: a name of nothing else is short for no particular one."""
    prints: Words = _NONE
    """Words beside a source's name that say that it prints news."""
    media: Words = _NONE
    """What a broadcaster is: with a word that any body may bear it is no name ("state
    television")."""
    spellings: Mapping[str, str] = {}
    expanded: Mapping[str, str] = {}
    """Short forms inside the name of a body ("UN Security Council")."""
    numbers: Mapping[str, str] = {}
    """Numbers in names, in words or Roman, and their digits."""
    aliases: Mapping[str, str] = {}
    """Well-known bodies and places under other names, each with the form they are compared by."""

    common: Words = _NONE
    """Words so common that whoever is called by them alone is not named."""
