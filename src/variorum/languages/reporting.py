"""Reporting: the words by which a language gives words and thoughts to somebody.

Enters: nothing. Leaves: `Reporting`, which a language fills; what it leaves empty, no rule finds.

Words are lower-case; verbs, nouns and adjectives are lemmas as the language's parser gives them.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from variorum.languages.tables import NOTHING, Words

_NONE: Words = frozenset()


class Reporting(Struct, frozen=True, kw_only=True, eq=False):
    """Verbs, nouns and adjectives that attribute, and the small words around them."""

    # --- verbs -----------------------------------------------------------------------------------
    verbs: Mapping[str, Words] = {}
    """Verbs by the frame in which they attribute: "clause", "inverted", "opened", "aside",
    "infinitive", "gerund", "object", "passive" …, a preposition, or both joined ("object+about").
    """
    speech: Words = _NONE
    """Words are uttered or written: these may stand beside quotation marks."""
    saying: Words = _NONE
    """Verbs by which somebody's words are reported, whatever else is in the sentence."""
    not_a_cue: Words = _NONE
    """With a clause that a complementiser opens every verb attributes, but these."""
    recipient: Words = _NONE
    """What follows is a person who is told, not what is said."""
    asking: Words = _NONE
    asking_things: Words = _NONE
    """Those with which a thing may stand where others have who is told: "ask a question"."""
    calling: Words = _NONE
    """With a preposition of `addressing` they have somebody do something: "called on them to stop"."""
    naming: Words = _NONE
    """After a noun and with no one who does it, these give a name: "a group called Open Doors"."""
    rating: Words = _NONE
    """"Put the number at seven": a figure is given."""
    phrasing: Words = _NONE
    """"As the mayor put it": the object says nothing, and stands for the words beside it."""
    making: Words = _NONE
    made: Words = _NONE
    """"Made clear that", "made the point that": the two are one cue."""
    light: Words = _NONE
    """Verbs that attribute together with a noun: "raised questions about"."""
    alleging: Words = _NONE
    """What somebody is accused of saying is no statement of his."""
    alleged: Words = _NONE
    """Adverbs that say so: "allegedly"."""
    handing_on: Words = _NONE
    """Of a body, these hand on what somebody else said."""
    citing: Words = _NONE
    """Who is cited speaks, by way of who cites: "the paper said, citing police"."""
    conversing: Words = _NONE
    """"Speaking to the paper, she said": the words reached the account through it."""
    issuing: Words = _NONE
    """What bodies do with a document of their own."""
    deed_objects: Mapping[str, Words] = {}
    """Nouns that make a verb with them as its object no report: "claimed nine lives"."""
    blows: Words = _NONE
    """Verbs of words or of force: "the mayor attacked the plan", "gunmen attacked the bus"."""
    arranged: Words = _NONE
    """What is done "according to" something follows a rule and is nobody's report."""

    # --- nouns and adjectives, each with the prepositions that lead to content ---------------------
    nouns: Mapping[str, Words] = {}
    adjectives: Mapping[str, Words] = {}
    not_alone: Words = _NONE
    """Nouns that attribute with a light verb only."""
    reported: Words = _NONE
    """Sources that hand on the words of others."""
    documents: Words = _NONE
    """What they say is said by whoever issues them."""
    interviews: Words = _NONE
    """"In an interview with the paper": the words reached the account through it."""
    not_a_source: Words = _NONE
    """"According to" these, things are arranged, not reported; "per capita" is a rate."""

    # --- small words -------------------------------------------------------------------------------
    according: Words = _NONE
    """They open a phrase that names whose words a sentence is: "according" (to)."""
    via: Words = _NONE
    """So does a single preposition: "per the report"."""
    complementisers: Words = _NONE
    """They open a clause of speech: "that"."""
    opening_claims: Words = _NONE
    """They open what a noun before them says: "the claim that", "the plan to"."""
    complementers: Words = _NONE
    """They open a reported clause or question: "added that", "asked how"."""
    conditions: Words = _NONE
    """They open what is asked: "asked if"."""
    answers: Words = _NONE
    """One word stands for what was said: "said so", "did not say when"."""
    likening: Words = _NONE
    """"Quoted *as* saying", "*as* he said", "described *as* a farce"."""
    agents: Words = _NONE
    """Prepositions of who does it, in the passive."""
    owners: Words = _NONE
    """Prepositions of whose claim, call or view a noun is."""
    charges: Words = _NONE
    """Prepositions of what somebody is accused of."""
    topics: Words = _NONE
    """Prepositions that lead to what is said of an object: "asked her about"."""
    told_topics: Words = _NONE
    """Those after which a person who is told hears of something, not what is said."""
    wishes: Words = _NONE
    """Conjunctions of what is called for: "called for all sides to stop"."""
    amounts: Words = _NONE
    """"Put the number *at* seven"."""
    addressing: Words = _NONE
    """"Called *on* them to stop"."""
    object_links: Words = _NONE
    """A phrase they open right after an object belongs to it more often than to the verb."""
    times: Words = _NONE
    """After such a preposition these tell when something was said, not what."""
    expletives: Words = _NONE
    """Subjects that mean nothing: "it", "there"."""
    existential: Words = _NONE
    """Those of them that say that something is."""
    impersonal: Words = _NONE
    """Those of them that stand for a clause."""
    empty_objects: Words = _NONE
    """Objects that stand for the words beside them: "put it"."""
    relative_persons: Words = _NONE
    """Relative pronouns of persons: "who"."""
    contrasts: Words = _NONE
    """A clause or phrase they open after a comma is likely the narrator's."""
    joints: Words = _NONE
    """They join a second report to the first: "said that … and asked"."""
    connectives: Words = _NONE
    """Words and phrases before a comma by which a narrator joins a sentence to the one before."""
    focus: Words = _NONE
    """Before a source these are the narrator's: "even the mayor"."""
    others: Words = _NONE
    """Somebody besides those told of before: "another said"."""
    first_person: Words = _NONE
    """A speaker who uses these tells of the talk itself."""

    # --- headings ----------------------------------------------------------------------------------
    headline_labels: Words = _NONE
    """Before the colon of a headline, these name who says what follows."""
    page_labels: Words = _NONE
    """In capitals before a colon these open a note of the page, nobody's words."""
    gloss: str = NOTHING
    """A regular expression: phrases by which a narrator explains inside somebody's marks."""

    reliability: Mapping[tuple[str, ...], float | None] = {}
    """How often quotations of one construction are right, 0 to 1, as measured for the language."""
