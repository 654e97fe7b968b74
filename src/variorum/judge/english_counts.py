"""English for comparing figures: groups of people, what befalls them, how places are tied.

Enters: nothing. Leaves: tables from lemma to class; the logic knows the classes only.
"""

from typing import Final

from variorum.extract.english_figures import SMALL, TENS


def _classes(text: str) -> dict[str, str]:
    rows = (line.partition(":") for line in text.strip().splitlines())
    return {word: name.strip() for name, _, words in rows for word in words.split()}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


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
SUBGROUPS: Final = _words("children women men civilians fighters officers journalists")  # fmt: skip
"""Groups that are a part of any crowd: their count is never the count of all."""

FATES: Final = _classes("""
killed: kill die dead death murder fatality perish martyr massacre deceased slay toll drown
killed: execute assassinate life claim body corpse
injured: injure wound hurt injury hospitalise hospitalize maim injured wounded
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

LEVELS: Final = _words("be stand reach rise climb fall hit total pass top exceed")
"""Verbs between "the death toll" and its number: the subject tells the fate."""
OPEN_SINCE: Final = frozenset({"since"})
"""Before a day, words that make it the beginning of a count and not its time."""
SETTINGS: Final = _words(
    "in at on near among across over along inside outside within around during off throughout"
)
"""Prepositions that say where, when or among whom."""
PENDING: Final = _words("set due expect schedule plan likely intend hope aim prepare agree about")
"""Before "to" and a verb, or in the passive, words by which it has not happened yet."""
SHIFTS: Final = frozenset({"after", "before", "ago", "earlier", "later"})
"""After a length of time, words by which it leads to another day: "two years after"."""
RELATIVE: Final = frozenset({"other", "others", "another", "more", "further", "additional"})
"""Words of what is counted beside somebody told of before: "two others"."""
OUTSIDE: Final = frozenset({"outside", "abroad", "overseas", "beyond", "off"})
INSIDE: Final = frozenset({"inside", "within"})
"""Who came home inside a country came over no border, unlike who came from or to a place."""
AREAS: Final = _words("districts provinces regions counties worldwide nationwide countrywide")
"""Words of a place that is several areas together: "in the four districts"."""
DIRECTIONS: Final = frozenset({"from", "to", "into"})
"""Ties that tell a way and not a place: never ground for "another place"."""
COMMON_HOLDERS: Final = _words(
    "company firm authority government official number total figure report agency it he she "
    "they police court ministry group team"
)
"""Subjects that may be anybody: their difference proves nothing."""
TOLLS: Final = _words("killed injured missing displaced arrested rescued infected returned gone recalled")  # fmt: skip
"""Counts that grow while an event goes on."""
SHIFTING: Final = frozenset({"missing", "trapped"})
"""Counts that grow and shrink while an event goes on."""
WHOLES: Final = "the|them|those|these|whom|which|his|her|their|our|your|my|its|[^\\W\\d_]+'s"
"""After "two of", words that show the two to be a part of something known."""
KNOWN: Final = "the|these|those|all|both|his|her|their|our|its"
"""Right before a number, words that make those counted known ones."""
PRONOUNS: Final = _words("they them those these whom which who")
"""Lemmas of what is counted where the whole has no noun: "two of them were treated"."""
NESTING: Final = frozenset({"killed", "injured", "missing", "rescued"})
"""What befalls people at one event: two names of its place may lie one inside the other."""
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
SMALL_WORDS: Final = _words(
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
