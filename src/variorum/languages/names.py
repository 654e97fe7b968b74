"""Names: the words by which a language shows who is a person, a body or a place.

Enters: nothing. Leaves: `Names`, which a language fills; what it leaves empty, no rule finds.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from variorum.languages.tables import NOTHING, Words

_NONE: Words = frozenset()


class Names(Struct, frozen=True, kw_only=True, eq=False):
    """Titles, roles and nouns that stand beside names, and the small words between them."""

    titles: Words = _NONE
    """Words that stand before a person's name and are no part of it."""
    personal_titles: Words = _NONE
    """Of these, the ones that stand only before persons: what follows in capitals is a person's
    name."""
    plural_titles: Words = _NONE
    """Several persons follow these, each by name, with commas between."""
    name_suffixes: Words = _NONE
    """After a name these say what somebody is: they do not begin another name of a list."""
    post_nominals: Words = _NONE
    firm_endings: Words = _NONE
    """Last words of a firm's name, which is short without them: "Ford Motor Company"."""
    added_endings: Words = _NONE
    """"Chicago Police" is short for "Chicago Police Department"."""
    body_endings: Words = _NONE
    """Last words of a body's name, whatever the words before them look like."""
    human_verbs: Words = _NONE
    """Only living beings do these: who does them under one capitalised word bears a surname."""
    label_links: Words = _NONE
    """These join the speakers of one label."""
    female_titles: Words = _NONE
    male_titles: Words = _NONE
    gendered_titles: Words = _NONE
    """Of these, the ones that give nothing but a gender."""
    kin: Words = _NONE
    """They tell of whom somebody is a relation: "her husband, Jan Volk"."""
    role_of: Mapping[str, Words] = {}
    """Nouns that stand for a person by what he or she does; each with the roles it can point back
    to."""
    role_without: Mapping[str, Words] = {}
    """For such a noun, words by which a role is another's: no prosecutor is a *defence* attorney."""
    title_roles: Mapping[str, Words] = {}
    """The nouns for which a title stands: "Dr Lind" is "Rosa Lind, a doctor"."""
    offices: Words = _NONE
    """Offices that one person holds at a time: a headline may name them without "the"."""
    body_of: Mapping[str, Words] = {}
    """Nouns that stand for a body named before, and the words its name or role must hold."""
    firms: Words = _NONE
    """Of these, the ones that names need not hold: "the company" may be any firm."""
    pronouns: Mapping[str, str] = {}
    """Pronouns of one person, with the gender that they show: "m" or "f"."""
    body_pronouns: Words = _NONE
    plural_pronouns: Words = _NONE
    relatives: Words = _NONE
    """Relative pronouns: "who", "which"."""
    addressed: Words = _NONE
    """Pronouns of whom somebody speaks to: "you"."""
    definite: Words = _NONE
    """Determiners of what was named before: "the", "this"."""
    joining: Words = _NONE
    """They join two names or roles: "and", "&"."""
    attaching: Words = _NONE
    """What follows these in a role says of what or where it is: "mayor of"."""
    role_links: Words = _NONE
    """They join the words of a role: "of", "for", "and"."""
    office_links: Words = _NONE
    """After a title these lead to what it is held over: "President of"."""
    of: Words = _NONE
    article: Words = _NONE
    indefinite: Words = _NONE
    left_out: Words = _NONE
    """Words of a body's name that may as well be left out."""
    agents: Words = _NONE
    """Prepositions of who does something."""
    issued_by: Words = _NONE
    """After a document they say whose it is: "a statement *from* the court"."""
    based: Words = _NONE
    """"Vale-*based*"."""
    who: Words = _NONE
    of_whom: Words = _NONE
    """Relative pronouns of persons, and those that may follow a comma too."""
    thing_relatives: Words = _NONE
    telling: Words = _NONE
    """Verbs whose object is told something."""
    standing: Words = _NONE
    """They go with a role: "acting", "retired"."""
    no: Words = _NONE
    """What they open is no role: "no minister"."""
    kin_before: str = NOTHING
    kin_after: str = NOTHING
    """Regular expressions: "her husband, X", "X herself", "X and his wife"; groups "kin", "reflexive", "possessive"."""
    title_of: Mapping[str, str] = {}
    """For what the last two hold, the title that gives the same gender."""
    given_first: Words = _NONE
    """Given names that a name of two or three words may begin with."""
    within: Words = _NONE
    """"Said *in* a report"."""
    lesser: Words = _NONE
    """Before a role they make it another one: "vice", "deputy"."""
    past: Words = _NONE
    """Before a role they say that it is held no longer: "former"."""
    company_forms: Words = _NONE
    small_words: Words = _NONE
    """Words that initials leave out."""
    age_links: Words = _NONE
    """They stand between a name and an age: "Jan Orrin, *aged* 36"."""
    old: Words = _NONE
    """The last word of an age that stands for a person: "the 36-year-old"."""
    not_names: Words = _NONE
    """Words that the parser takes for names now and then."""
    platforms: Words = _NONE
    """Named by the parser as persons now and then."""
    place_aliases: Mapping[str, str] = {}
    """One place under several names; the first is kept for comparison."""
    demonym_endings: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Endings of adjectives made from places, with what the place's own name ends in."""
    demonyms: Mapping[str, str] = {}
    """Demonyms and the country (or body) they stand for, where spelling does not give it away."""
    place_prepositions: Words = _NONE
    """What follows these lies somewhere; "at" and "from" say too little."""
    motion: Words = _NONE
    """"Travel to X", "fled from X": under these verbs "to", "from", "at", "into" lead to
    places."""
    moving: Words = _NONE
    not_where: Words = _NONE
    """"A stake in X", "an article in X": these say nothing of where X lies."""
    place_nouns: Words = _NONE
    """Nouns that say of a name beside them that it is a place."""
    place_owners: Words = _NONE
    """"The mayor of X": who and what belongs to a place."""
    place_followers: Words = _NONE
    """"X residents", "the X riverside": these follow places."""
    body_nouns: Words = _NONE
    """Nouns that say of a name beside them that it is a body."""
    body_followers: Words = _NONE
    """"X shareholders", "X goalkeeper": these follow bodies."""
    thing_nouns: Words = _NONE
    """A name behind these is neither a person's nor a body's nor a place's."""
    of_persons: Words = _NONE
    """"The X campaign": of these a person's name may well stand before them, though "the" does
    too."""
    place_starts: Words = _NONE
    """The first word of a place's name."""
    road_lasts: Words = _NONE
    """The last word of the name of a road or a place."""
    place_lasts: Words = _NONE
    paper_lasts: Words = _NONE
    """The last word of a newspaper's name, where a person's name would be odd."""
    home: Words = _NONE
    """Links from somebody to where he or she is at home."""
    event_lasts: Words = _NONE
    """The last word of what a meeting, a contest or a law is called."""
    spoken: Words = _NONE
    """Only bodies and people do these: a country or a capital that does them is its
    government."""
    plain_nouns: Words = _NONE
    """Written with capitals at the head of a line or a sentence, these are no names."""
    portfolios: Words = _NONE
    """The last word of what a minister is minister of."""
    people_nouns: Words = _NONE
    """Words of persons that are not in the tables of roles."""
    club_starts: Words = _NONE
    """The first word of a sports club's name."""
