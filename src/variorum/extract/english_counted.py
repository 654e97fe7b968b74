"""English for what figures count: place words, populations, verbs that share their object.

Enters: nothing. Leaves: tables of folded lower-case words and lemmas.
"""

from typing import Final

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
PLACE_ADVERBS: Final = frozenset(
    "abroad overseas worldwide nationwide statewide globally internationally locally domestically "
    "elsewhere outside inside".split()
)
PLACE_NOUNS: Final = frozenset(
    "country city town village region province state district county area world continent nation "
    "border capital camp hospital school prison shelter territory valley coast island suburb "
    "neighbourhood neighborhood municipality hometown abroad homeland home governorate "
    "countryside mosque church market airport base stadium street".split()
)
PLACE_LABELS: Final = frozenset({"GPE", "LOC", "FAC"})

POPULATIONS: Final = frozenset(
    "register displace age document verify confirm infect vaccinate insure employ enrol enroll "
    "estimate detain uproot".split()
)
"""Participles after a noun that narrow down who is counted ("refugees registered with …")."""
CONTROL: Final = frozenset("force allow lead enable let make drive prompt compel cause".split())
"""Verbs whose object does what the next verb says ("forced 5,000 to leave")."""
LIGHT: Final = frozenset("include comprise involve contain be have leave see".split())
"""Verbs that tell little of their own; a predicate adjective or participle tells more."""
SAYING: Final = frozenset(
    "say tell report state claim announce confirm note add estimate believe think expect".split()
)
NOT_COUNTED: Final = frozenset("number total tally toll count figure sum".split())
"""Nouns that stand for the number itself: what is counted is what they are "of"."""
STOP_DETERMINERS: Final = frozenset({"DT", "PRP$", "PDT", "WDT", "WP$"})
HOSTING: Final = frozenset("host home shelter accommodate house harbour harbor".split())
"""Verbs and nouns that make their subject the place of what is counted."""
