"""Counts: what numbers count, of whom, where, and what became of them.

Enters: nothing. Leaves: `Counts`, which a language fills; what it leaves empty, no rule finds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from variorum.languages.tables import NOTHING, Words, word_set

_NONE: Words = frozenset()


TOLLS: Final = word_set("killed injured missing displaced arrested rescued infected returned gone recalled")  # fmt: skip
"""Counts that grow while an event goes on."""
SHIFTING: Final = frozenset({"missing", "trapped"})
"""Counts that grow and shrink while an event goes on."""
BEFELL: Final = frozenset(
    [
        "killed",
        "injured",
        "missing",
        "trapped",
        "displaced",
        "arrested",
        "rescued",
        "infected",
        "recalled",
        "sold",
    ]
)
"""Fates whose names stand after what is counted: "people killed"."""
OF_PEOPLE: Final = frozenset(
    {"killed", "injured", "missing", "trapped", "displaced", "arrested", "rescued", "hospitalised"}
)
"""Fates that befall people alone: "15 are missing" counts them, though no noun does."""
CROWD: Final = "people"
"""What is counted where only what befell them is said: "31 dead"."""
NESTING: Final = frozenset({"killed", "injured", "missing", "rescued"})
"""What befalls people at one event: two names of its place may lie one inside the other."""
SUBGROUPS: Final = word_set("children women men civilians fighters officers journalists")  # fmt: skip
"""Groups that are a part of any crowd: their count is never the count of all."""


class Counts(Struct, frozen=True, kw_only=True, eq=False):
    """Nouns and verbs around counts, as lemmas, and the small words between them."""

    partitive: Words = _NONE
    """Between a number and what it counts: "dozens of people"."""
    taken_off: Words = _NONE
    shared_by: Words = _NONE
    """"A tax of 20% for owners", "10% among women"."""
    spent_on: Words = _NONE
    """"$3 million in grants"."""
    worth: Words = _NONE
    """"Jewels worth $3", "$3 worth of jewels"."""
    paid_for: Words = _NONE
    """"$40 for a ticket"."""
    holding: Words = _NONE
    """Between who has something and a count of it: "a bus with 40 pupils", "a crew of 18 men"."""
    changed: Words = _NONE
    """"A rise of 3% in prices"."""
    levels_at: Words = _NONE
    """"Stands at 12", "rose to 12"."""
    known_as: Words = _NONE
    origin: Words = _NONE
    """"From across the valley"."""
    brought_to: Words = _NONE
    """"Brings to 12 the number"."""
    among: Words = _NONE

    groups: Mapping[str, str] = {}
    """Lemma of a counted head → the group of people it names."""
    fates: Mapping[str, str] = {}
    """Lemma of a verb, head or qualifier → what became of those who are counted."""
    qualifiers: Mapping[str, str] = {}
    """Words in the counted phrase that narrow it: present in one and not in the other, it is
    another population."""
    levels: Words = _NONE
    """Verbs between "the death toll" and its number: the subject tells the fate."""
    open_since: Words = _NONE
    """Before a day, words that make it the beginning of a count and not its time."""
    settings: Words = _NONE
    """Prepositions that say where, when or among whom."""
    pending: Words = _NONE
    """Before "to" and a verb, or in the passive, words by which it has not happened yet."""
    shifts: Words = _NONE
    """After a length of time, words by which it leads to another day: "two years after"."""
    relative: Words = _NONE
    """Words of what is counted beside somebody told of before: "two others"."""
    strong: Words = _NONE
    """Joined to a number, what makes it that of those in a crowd: "a 24,000-strong crowd"."""
    outside: Words = _NONE
    inside: Words = _NONE
    """Who came home inside a country came over no border, unlike who came from or to a place."""
    areas: Words = _NONE
    """Words of a place that is several areas together: "in the four districts"."""
    directions: Words = _NONE
    """Ties that tell a way and not a place: never ground for "another place"."""
    common_holders: Words = _NONE
    """Subjects that may be anybody: their difference proves nothing."""
    wholes: str = NOTHING
    """After "two of", words that show the two to be a part of something known."""
    entire: Words = _NONE
    """Before "two of the", words that make it all of them and no part."""
    known: str = NOTHING
    """Right before a number, words that make those counted known ones."""
    pronouns: Words = _NONE
    """Lemmas of what is counted where the whole has no noun: "two of them were treated"."""
    alike: Mapping[str, str] = {}
    """Nouns for one thing."""
    kin: str = NOTHING
    """Before "of" and a number, words that make it the number of somebody's children."""
    offspring: Words = _NONE
    small_words: Words = _NONE
    aged: str = NOTHING
    """After what is counted, words that narrow it to some ages."""
    harm: Mapping[str, str] = {}
    """Lemma of a verb → what was done to things."""
    self_counted: str = NOTHING
    """Words that tell whether those counted include who did it."""
    in_all: str = NOTHING
    """After a number, words that make it the count of a longer time or of several occasions."""
    in_all_before: str = NOTHING
    """The same, right before a number."""
    in_all_opening: str = NOTHING
    """The same, anywhere before it in its clause: "in five sorties so far, they have seized"."""
    counted_in: str = NOTHING
    """Between a noun and a number, words that make the number that of places: "homes in five
    villages"."""
    place_prepositions: Mapping[str, int] = {}
    """Words that tie a place to what is counted; the lower number is the more telling tie."""
    paths: Words = _NONE
    """Who "fell 60 feet down a shaft" moved, and no level sank."""
    lasting: Words = _NONE
    duration: Words = _NONE
    """"The blackout lasted for two hours"."""
    place_adverbs: Words = _NONE
    place_nouns: Words = _NONE
    populations: Words = _NONE
    """Participles after a noun that narrow down who is counted ("refugees registered with …")."""
    age_words: Words = _NONE
    """What may stand beside the numbers after "aged"."""
    control: Words = _NONE
    """Verbs whose object does what the next verb says ("forced 5,000 to leave")."""
    idioms: Mapping[tuple[str, ...], str] = {}
    """Verb and object that say together what another verb says."""
    speakers: Words = _NONE
    """Subjects that are nobody named in the text."""
    personal: Words = _NONE
    neuter: Words = _NONE
    institutions: Words = _NONE
    """Subjects that "he" or "she" cannot take up: "the court heard that he stole $5"."""
    aside: Words = _NONE
    """Prepositions that tie a figure to another noun than the subject ("attacks at two
    markets")."""
    gerunds: Mapping[str, str] = {}
    """Words right before a figure that are verbs of their own, whatever the parser took them
    for."""
    leave: Words = _NONE
    """Verbs after which a state further on tells what became of those counted."""
    inhabited: Words = _NONE
    """Nouns that make those they are "of" inhabitants ("a town of 4,000 people")."""
    live: str = NOTHING
    having: Words = _NONE
    possessed: Words = _NONE
    """"It had a magnitude of 6", "a quake with a magnitude of 6", "dead at the age of 75"."""
    light: Words = _NONE
    """Verbs that tell little of their own; a predicate adjective or participle tells more."""
    not_counted: Words = _NONE
    """Nouns that stand for the number itself: what is counted is what they are "of"."""
    numbers: Words = _NONE
    """Those of them that are of nothing but what they count."""
    hosting: Words = _NONE
    """Verbs and nouns that make their subject the place of what is counted."""
    attached: Words = _NONE
    """Prepositions that tie more to a measured thing ("sales in France", "spending on roads")."""
    adjuncts_of_time: Words = _NONE
    """Before a length of time these make it a circumstance, not something measured."""
    parts_of_units: Words = _NONE
    """Words of units that are left over at the head of a noun chunk ("51 per cent stake")."""
    deadly: Words = _NONE
    """What makes any deed a killing: "shot to death", "beaten dead"."""
    event_nouns: Words = _NONE
    """Nouns that say of what follows them what a verb would ("the death of 500 citizens")."""
    level_verbs: Words = _NONE
    """Verbs between a quantity's name and its number ("the toll stands at 45")."""
    states: Words = _NONE
    """States that stand for those who are in them ("12 dead and 30 wounded")."""
    nobody: Words = _NONE
    """Pronouns for none of them: "nobody was hurt", "none of the 40"."""
    no: Words = _NONE
    """Determiners that say there is none: "no deaths"."""
    single: str = NOTHING
    """"No one", "not one of them"."""
    singles: Words = _NONE
    """After "not a", what makes it none: "not a single soldier"."""
    without: Words = _NONE
    """Prepositions that say the same: "without injuries"."""
    casualties: Words = _NONE
    """Nouns that say themselves what befell somebody: "no deaths"."""
    losses: frozenset[tuple[str, str]] = frozenset()
    """Nouns with what they are of, which say so together: "loss of life"."""
    occurring: Words = _NONE
    """Verbs that say of deaths and injuries that there were some."""
    unsure: Words = _NONE
    """Words by which "no deaths" is not known, or none but of some."""
    rising: str = NOTHING
    """A count that its account says to be rising."""
