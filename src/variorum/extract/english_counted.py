"""English for what figures count: place words, populations, verbs that share their object.

Enters: nothing. Leaves: tables of folded lower-case words and lemmas.
"""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PLACE_PREPOSITIONS: Final = {
    "outside": 0,
    "inside": 0,
    "within": 0,
    "across": 1,
    "throughout": 1,
    "in": 1,
    "at": 2,
    "near": 2,
    "around": 3,
    "from": 3,
    "on": 4,
    "off": 3,
    "between": 4,
    "to": 4,
    "into": 4,
    "of": 5,
}
"""Words that tie a place to what is counted; the lower number is the more telling tie."""
PLACE_ADVERBS: Final = _words(
    "abroad overseas worldwide nationwide statewide globally internationally locally "
    "domestically elsewhere outside inside"
)
PLACE_NOUNS: Final = _words(
    "country city town village region province state district county area world continent "
    "nation border capital camp hospital school prison shelter territory valley coast island "
    "suburb neighbourhood neighborhood municipality hometown abroad homeland home governorate "
    "countryside mosque church market airport base stadium street"
)
PLACE_LABELS: Final = frozenset({"GPE", "LOC", "FAC"})

POPULATIONS: Final = _words(
    "register displace age document verify confirm infect vaccinate insure employ enrol "
    "enroll estimate detain uproot"
)
"""Participles after a noun that narrow down who is counted ("refugees registered with …")."""
AGE_WORDS: Final = _words("between and to - – under over")
"""What may stand beside the numbers after "aged"."""
CONTROL: Final = _words("force allow lead enable let make drive prompt compel cause")
"""Verbs whose object does what the next verb says ("forced 5,000 to leave")."""
IDIOMS: Final = {
    ("lose", "life"): "die",
    ("claim", "life"): "kill",
    ("fall", "victim"): "die",
    ("lose", "home"): "displace",
    ("suffer", "injury"): "injure",
    ("sustain", "injury"): "injure",
    ("suffer", "wound"): "injure",
    ("sustain", "wound"): "injure",
}
"""Verb and object that say together what another verb says."""
SPEAKERS: Final = _words("i we you one")
"""Subjects that are nobody named in the text."""
PERSONAL: Final = _words("he she him her")
INSTITUTIONS: Final = _words(
    "court jury inquest tribunal trial company firm report study survey police government "
    "ministry agency bank department statement newspaper paper website radio television"
)
"""Subjects that "he" or "she" cannot take up: "the court heard that he stole $5"."""
ASIDE: Final = _words(
    "at with near between against on after before during alongside despite without around"
)
"""Prepositions that tie a figure to another noun than the subject ("attacks at two markets")."""
GERUNDS: Final = {"killing": "kill", "wounding": "wound", "injuring": "injure"}
"""Words right before a figure that are verbs of their own, whatever the parser took them for."""
LEAVE: Final = frozenset({"leave"})
"""Verbs after which a state further on tells what became of those counted."""
INHABITED: Final = _words(
    "town city village hamlet region province country community settlement suburb municipality "
    "island nation population"
)
"""Nouns that make those they are "of" inhabitants ("a town of 4,000 people")."""
LIVE: Final = "live"
LIGHT: Final = _words("include comprise involve contain be have leave see")
"""Verbs that tell little of their own; a predicate adjective or participle tells more."""
NOT_COUNTED: Final = _words("number total tally toll count figure sum")
"""Nouns that stand for the number itself: what is counted is what they are "of"."""
NUMBERS: Final = _words("number total")
"""Those of them that are of nothing but what they count."""
STOP_DETERMINERS: Final = frozenset({"DT", "PRP$", "PDT", "WDT", "WP$"})
HOSTING: Final = _words("host home shelter accommodate house harbour harbor")
"""Verbs and nouns that make their subject the place of what is counted."""
ATTACHED: Final = _words("of in for at on from by among across to")
"""Prepositions that tie more to a measured thing ("sales in France", "spending on roads")."""
ADJUNCTS_OF_TIME: Final = _words("in for within after over during at before by")
"""Before a length of time these make it a circumstance, not something measured."""
PARTS_OF_UNITS: Final = frozenset(["per", "cent", "basis", "square", "cubic", "old"])
"""Words of units that are left over at the head of a noun chunk ("51 per cent stake")."""
DEADLY: Final = _words("death dead")
"""What makes any deed a killing: "shot to death", "beaten dead"."""
EVENT_NOUNS: Final = _words(
    "death killing murder injury return displacement arrest loss evacuation destruction sale "
    "recall deportation release arrival departure rescue detention flight abduction execution "
    "registration resettlement repatriation dismissal life"
)
"""Nouns that say of what follows them what a verb would ("the death of 500 citizens")."""
LEVEL_VERBS: Final = _words(
    "be stand reach total hit number remain close open trade average amount come become pass "
    "top exceed cost weigh measure span stretch earn end finish settle double triple quadruple "
    "halve"
)
"""Verbs between a quantity's name and its number ("the toll stands at 45")."""
STATES: Final = _words(
    "dead wounded injured missing hurt homeless hospitalised hospitalized unaccounted "
    "displaced infected killed"
)
"""States that stand for those who are in them ("12 dead and 30 wounded")."""
