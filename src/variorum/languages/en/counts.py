"""English for what figures count: groups of people, what befalls them, where, and the verbs.

Enters: nothing. Leaves: tables from lemma to class for comparing; tables of folded lower-case
words and lemmas for reading; the words in which questions of how many are asked.
"""

from typing import Final

from variorum.languages.en.numbers import SMALL, TENS
from variorum.languages.tables import word_set


def _classes(text: str) -> dict[str, str]:
    rows = (line.partition(":") for line in text.strip().splitlines())
    return {word: name.strip() for name, _, words in rows for word in words.split()}


GROUPS: Final = _classes("""
people: people person individual human soul citizen resident inhabitant local victim life body
people: national villager man-and-woman guest visitor population
children: child children kid minor infant baby boy girl toddler youngster teenager schoolchild juvenile
women: woman women female
men: man men male
civilians: civilian noncombatant non-combatant bystander
fighters: fighter soldier militant rebel troop gunman terrorist combatant jihadist insurgent
fighters: serviceman militiaman mercenary extremist personnel
officers: officer police policeman firefighter guard medic rescuer paramedic
refugees: refugee asylum-seeker migrant immigrant expatriate
displaced: idp displaced evacuee
journalists: journalist reporter
students: student pupil
workers: worker employee staff staffer miner labourer laborer
passengers: passenger tourist traveller traveler commuter
prisoners: prisoner hostage detainee inmate captive
""")
"""Lemma of a counted head → the group of people it names."""

FATES: Final = _classes("""
killed: kill die dead death murder fatality perish martyr massacre deceased slay toll drown
killed: execute assassinate life claim body corpse
injured: injure wound hurt injury maim injured wounded
hospitalised: hospitalise hospitalize hospitalised hospitalized
missing: miss missing unaccounted disappear
trapped: trap trapped
living: live inhabit
displaced: displace uproot displacement displaced homeless evacuate evacuation
gone: flee leave emigrate depart exile
returned: return repatriate repatriation come-back
remaining: remain stay
arrested: arrest detain detention arrestee jail imprison
rescued: rescue save free release
infected: infect infection case test
recalled: recall
sold: sell sale
""")
"""Lemma of a verb, head or qualifier → what became of those who are counted."""
QUALIFIERS: Final = _classes("""
registered: register registered documented official-count
unregistered: unregistered undocumented
confirmed: confirm confirmed verified verify
suspected: suspect suspected presumed alleged possible
young: young younger
armed: armed
""")
"""Words in the counted phrase that narrow it: present in one and not in the other, it is another
population."""

LEVELS: Final = word_set("be stand reach rise climb fall hit total pass top exceed")
"""Verbs between "the death toll" and its number: the subject tells the fate."""
OPEN_SINCE: Final = frozenset({"since"})
"""Before a day, words that make it the beginning of a count and not its time."""
SETTINGS: Final = word_set(
    "in at on near among across over along inside outside within around during off throughout"
)
"""Prepositions that say where, when or among whom."""
PENDING: Final = word_set("set due expect schedule plan likely intend hope aim prepare agree about")
"""Before "to" and a verb, or in the passive, words by which it has not happened yet."""
SHIFTS: Final = frozenset({"after", "before", "ago", "earlier", "later"})
"""After a length of time, words by which it leads to another day: "two years after"."""
RELATIVE: Final = frozenset({"other", "others", "another", "more", "further", "additional"})
"""Words of what is counted beside somebody told of before: "two others"."""
OUTSIDE: Final = frozenset({"outside", "abroad", "overseas", "beyond", "off"})
STRONG: Final = word_set("strong")
"""Joined to a number, what makes it that of those in a crowd: "a 24,000-strong crowd"."""
INSIDE: Final = frozenset({"inside", "within"})
"""Who came home inside a country came over no border, unlike who came from or to a place."""
AREAS: Final = word_set("districts provinces regions counties worldwide nationwide countrywide")
"""Words of a place that is several areas together: "in the four districts"."""
DIRECTIONS: Final = frozenset({"from", "to", "into"})
"""Ties that tell a way and not a place: never ground for "another place"."""
COMMON_HOLDERS: Final = word_set(
    "company firm authority government official number total figure report agency it he she "
    "they police court ministry group team"
)
"""Subjects that may be anybody: their difference proves nothing."""
WHOLES: Final = "the|them|those|these|whom|which|his|her|their|our|your|my|its|[^\\W\\d_]+'s"
"""After "two of", words that show the two to be a part of something known."""
ENTIRE: Final = word_set("all")
"""Before "two of the", words that make it all of them and no part."""
KNOWN: Final = "the|these|those|all|both|his|her|their|our|its"
"""Right before a number, words that make those counted known ones."""
PRONOUNS: Final = word_set("they them those these whom which who")
"""Lemmas of what is counted where the whole has no noun: "two of them were treated"."""
ALIKE: Final = _classes("""
vehicle: car vehicle automobile
home: home house dwelling
job: job position post
company: company firm business
building: building structure
shop: shop store outlet
complaint: complaint report
country: country nation state
fire: fire blaze inferno
quake: quake earthquake tremor temblor
explosion: explosion blast
crash: crash collision
""")
"""Nouns for one thing."""
KIN: Final = "mother|father|parent|parents|mom|mum|dad|widow|widower|grandmother|grandfather"
"""Before "of" and a number, words that make it the number of somebody's children."""
OFFSPRING: Final = frozenset({"child", "kid", "son", "daughter"})
SMALL_WORDS: Final = word_set(
    "the a an of in on at for and or to by with from as its his her their our my your this "
    "that these those some any all other more than s"
)
_YEARS = "|".join(["\\d+", *SMALL, *TENS])
AGED: Final = (
    rf"(?:under|over|below|above|aged|younger than|older than) (?:the age of )?(?:{_YEARS})\b"
    r"(?![.,]?\d| (?:%|percent|per cent|hours|days|weeks|months|miles|km))"
)
"""After what is counted, words that narrow it to some ages."""
HARM: Final = _classes("""
destroyed: destroy level raze flatten demolish collapse
damaged: damage hit
""")
"""Lemma of a verb → what was done to things."""
_DOERS = "gunman|gunmen|shooter|attacker|attackers|suspect|bomber|bombers|killer|assailant|driver|pilot|hijackers"
SELF_COUNTED: Final = (
    r"\b(?:including|besides|excluding|not counting|as well as|in addition to|apart from|plus)"
    rf" (?:the |a |an |his |her )?(?:\w+ ){{0,2}}(?:{_DOERS})\b"
)
"""Words that tell whether those counted include who did it."""
IN_ALL: Final = "so far|in all|in total|altogether|since|to date|over the (?:past|last) \\w+"
"""After a number, words that make it the count of a longer time or of several occasions."""
IN_ALL_BEFORE: Final = "a total of(?:[^.;:]*(?: and|,))?|in all,?|altogether,?"
"""The same, right before a number."""
IN_ALL_OPENING: Final = (
    "\\bso far\\b|\\bto date\\b|(?:^|, )since\\b|\\b(?:in|over|during) the (?:past|last) \\w+"
)
"""The same, anywhere before it in its clause: "in five sorties so far, they have seized"."""
COUNTED_IN: Final = "in|across|at|among|throughout"
"""Between a noun and a number, words that make the number that of places: "homes in five villages"."""

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
PLACE_ADVERBS: Final = word_set(
    "abroad overseas worldwide nationwide statewide globally internationally locally "
    "domestically elsewhere outside inside"
)
PLACE_NOUNS: Final = word_set(
    "country city town village region province state district county area world continent "
    "nation border capital camp hospital school prison shelter territory valley coast island "
    "suburb neighbourhood neighborhood municipality hometown abroad homeland home governorate "
    "countryside mosque church market airport base stadium street"
)

POPULATIONS: Final = word_set(
    "register displace age document verify confirm infect vaccinate insure employ enrol "
    "enroll estimate detain uproot"
)
"""Participles after a noun that narrow down who is counted ("refugees registered with …")."""
AGE_WORDS: Final = word_set("between and to - – under over")
"""What may stand beside the numbers after "aged"."""
CONTROL: Final = word_set("force allow lead enable let make drive prompt compel cause")
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
SPEAKERS: Final = word_set("i we you one")
"""Subjects that are nobody named in the text."""
PERSONAL: Final = word_set("he she him her")
NEUTER: Final = word_set("it")
INSTITUTIONS: Final = word_set(
    "court jury inquest tribunal trial company firm report study survey police government "
    "ministry agency bank department statement newspaper paper website radio television"
)
"""Subjects that "he" or "she" cannot take up: "the court heard that he stole $5"."""
ASIDE: Final = word_set(
    "at with near between against on after before during alongside despite without around"
)
"""Prepositions that tie a figure to another noun than the subject ("attacks at two markets")."""
GERUNDS: Final = {"killing": "kill", "wounding": "wound", "injuring": "injure"}
"""Words right before a figure that are verbs of their own, whatever the parser took them for."""
LEAVE: Final = frozenset({"leave"})
"""Verbs after which a state further on tells what became of those counted."""
INHABITED: Final = word_set(
    "town city village hamlet region province country community settlement suburb municipality "
    "island nation population"
)
"""Nouns that make those they are "of" inhabitants ("a town of 4,000 people")."""
LIVE: Final = "live"
LIGHT: Final = word_set("include comprise involve contain be have leave see")
"""Verbs that tell little of their own; a predicate adjective or participle tells more."""
NOT_COUNTED: Final = word_set("number total tally toll count figure sum")
"""Nouns that stand for the number itself: what is counted is what they are "of"."""
NUMBERS: Final = word_set("number total")
"""Those of them that are of nothing but what they count."""
HOSTING: Final = word_set("host home shelter accommodate house harbour harbor")
"""Verbs and nouns that make their subject the place of what is counted."""
ATTACHED: Final = word_set("of in for at on from by among across to")
"""Prepositions that tie more to a measured thing ("sales in France", "spending on roads")."""
ADJUNCTS_OF_TIME: Final = word_set("in for within after over during at before by")
"""Before a length of time these make it a circumstance, not something measured."""
PARTS_OF_UNITS: Final = frozenset(["per", "cent", "basis", "square", "cubic", "old"])
"""Words of units that are left over at the head of a noun chunk ("51 per cent stake")."""
DEADLY: Final = word_set("death dead")
"""What makes any deed a killing: "shot to death", "beaten dead"."""
EVENT_NOUNS: Final = word_set(
    "death killing murder injury return displacement arrest loss evacuation destruction sale "
    "recall deportation release arrival departure rescue detention flight abduction execution "
    "registration resettlement repatriation dismissal life"
)
"""Nouns that say of what follows them what a verb would ("the death of 500 citizens")."""
LEVEL_VERBS: Final = word_set(
    "be stand reach total hit number remain close open trade average amount come become pass "
    "top exceed cost weigh measure span stretch earn end finish settle double triple quadruple "
    "halve"
)
"""Verbs between a quantity's name and its number ("the toll stands at 45")."""
STATES: Final = word_set(
    "dead wounded injured missing hurt homeless hospitalised hospitalized unaccounted "
    "displaced infected killed"
)
"""States that stand for those who are in them ("12 dead and 30 wounded")."""

# --- counts of none ----------------------------------------------------------------------------------

NOBODY: Final = word_set("nobody noone none neither")
NO: Final = word_set("no neither")
SINGLE: Final = "one"
SINGLES: Final = word_set("single one")
WITHOUT: Final = word_set("without")
CASUALTIES: Final = word_set("casualty fatality death injury victim arrest")
"""Nouns that say themselves what befell somebody: "no deaths"."""
LOSSES: Final = frozenset({("loss", "life")})
OCCURRING: Final = word_set(
    "be report record register list cause result suffer sustain leave have see occur follow involve"
)
"""Verbs that say of deaths and injuries that there were some."""
UNSURE: Final = word_set(
    "immediate immediately initial initially known confirmed apparent apparently yet early official "
    "officially likely possible else new ever"
)
"""Words by which "no deaths" is not known, or none but of some."""

RISING: Final = (
    r"\b(?:rises?|rose|risen|rising|climbs?|climbed|mounts?|mounted) (?:to|above|past|further)\b"
    r"|\b(?:updated|new|revised|latest) (?:death |casualty )?(?:toll|count|tally)\b"
)
"""A count that its account says to be rising."""

# --- small words between a number and what it counts ------------------------------------------------

PARTITIVE: Final = word_set("of")
TAKEN_OFF: Final = word_set("off")
SHARED_BY: Final = word_set("for among")
SPENT_ON: Final = word_set("in")
WORTH: Final = word_set("worth")
PAID_FOR: Final = word_set("for")
HOLDING: Final = word_set("with of")
CHANGED: Final = word_set("in")
LEVELS_AT: Final = word_set("to at")
KNOWN_AS: Final = word_set("as")
ORIGIN: Final = word_set("from")
BROUGHT_TO: Final = word_set("to")
AMONG: Final = word_set("among")
PATHS: Final = word_set("down into off onto through over from")
LASTING: Final = word_set("last")
DURATION: Final = word_set("for")
HAVING: Final = word_set("have")
POSSESSED: Final = word_set("with of at")
