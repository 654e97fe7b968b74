"""English nouns, adjectives and prepositions that attribute words or thoughts.

Enters: nothing. Leaves: tables read by `extract.quotations.cues`; a noun or adjective has the
prepositions that lead to content. And the phrases by which a narrator explains inside somebody
else's quotation marks, as one alternation for a regular expression.
"""

from variorum.languages.en.cldr import calendar as cldr
from variorum.languages.tables import phrase_set, word_set

# A clause or phrase they open after a comma is likely the narrator's.
CONTRASTS = word_set("while although though despite whereas")

# A phrase they open right after an object belongs to it more often than to the verb.
OBJECT_LINKS = word_set("to with against from for of in on by")

# After such a preposition these tell when something was said, not what.
TIMES = word_set("""
    jan. feb. aug. sept. oct. nov. dec.
    year month week day hour decade night morning afternoon evening weekend past
""").union(cldr.MONTHS, cldr.WEEKDAYS)

# They join a second report to the first: "said that … and asked".
JOINTS = word_set("and but")

# Before a comma these join a sentence to the one before: the narrator's, whoever says the sentence.
CONNECTIVES = phrase_set("""however|still|meanwhile|moreover|furthermore|nevertheless|nonetheless|instead|in fact|
    in addition|in contrast|by contrast|in particular|even so|at the same time|on the other hand|for example|
    for instance|as a result""")

# Before a source these are the narrator's: "even the mayor", "meanwhile the union".
FOCUS = word_set("even just then thus meanwhile")

# "According to" these, things are arranged, not reported; "per capita" is a rate.
NOT_A_SOURCE = word_set("""
    interest need size taste age ability merit rank schedule preference wish requirement
    rule regulation procedure instruction formula criterion tradition custom capita annum diem
""")

# What is done "according to" something follows a rule and is nobody's report.
ARRANGED = word_set("""
    use arrange distribute allocate classify rank adjust vary divide sort charge pay grade apply
    price tailor share assign order organise organize group spend award calculate
""")

# Before the colon of a headline, these name who says what follows.
HEADLINE_LABELS = word_set("""
    mayor minister president governor senator judge court police report study poll survey official
    officials expert experts source sources spokesman spokeswoman ceo chief coach lawyer attorney
    prosecutor prosecutors analyst analysts scientist scientists researcher researchers witness
    witnesses union government ministry un eu nato who fbi cia fema researchers lawmaker lawmakers
    sheriff paper adviser ambassador envoy pm data documents camp campaign aide
""")

# In capitals before a colon these open a note of the page, nobody's words.
PAGE_LABELS = word_set("""
    correction clarification update updated email phone tel fax note photo photos image video audio
    watch read more related source sources breaking exclusive opinion analysis review story live
    topics tags date time place address contact caption credit text full abstract warning tickets
""")

# They open a phrase that names whose words a sentence is; so does a single preposition.
ACCORDING = word_set("according")
VIA = word_set("per")

# "In an interview with the paper".
INTERVIEWS = word_set("interview")

# "Made clear that", "made the point that".
MAKING = word_set("make")
MADE = word_set("clear point")

# "Called on them to stop"; "called for all sides to stop".
CALLING = word_set("call")
ADDRESSING = word_set("on")
WISHES = word_set("for")

# Who is asked for a thing ("asked a question") is nobody who is told.
ASKING_THINGS = word_set("ask")

# A clause that these open is what a noun before it says: "the claim that", "the plan to".
COMPLEMENTISERS = word_set("that")
OPENING_CLAIMS = word_set("that to")

# "Quoted as saying", "as he said", "described as a farce".
LIKENING = word_set("as")

# Prepositions: of who does it, of whose claim it is, of what one is accused, of what it is about.
AGENTS = word_set("by")
OWNERS = word_set("by from of among")
CHARGES = word_set("of")
TOPICS = word_set("of for about over")
TOLD_TOPICS = word_set("about")
AMOUNTS = word_set("at")

# Subjects that mean nothing: "it is said", "there is hope".
EXPLETIVES = word_set("it there")
EXISTENTIAL = word_set("there")
IMPERSONAL = word_set("it")

RELATIVE_PERSONS = word_set("who")


LIGHT = word_set("""
    make raise express issue give voice release publish send offer have hold take deliver file
    lodge draw put reject dismiss repeat air level post share launch present submit write
""")

_FEELINGS = sorted(
    word_set("""
        confidence interest regret outrage frustration disappointment gratitude sympathy skepticism
        scepticism optimism alarm worry anger dismay disagreement agreement praise preference
        displeasure admiration willingness reluctance intention determination disgust amusement
    """)
)

NOUNS = {
    noun: frozenset(links.split())
    for noun, links in {
        "claim": "of about",
        "statement": "about of on",
        "question": "about",
        "concern": "about over",
        "criticism": "of",
        "support": "for",
        "call": "for",
        "accusation": "of",
        "allegation": "of",
        "denial": "of",
        "promise": "of",
        "warning": "of about against",
        "comment": "about on",
        "remark": "about on",
        "view": "of on about",
        "opinion": "of on about",
        "belief": "in",
        "report": "of on about",
        "argument": "about for against",
        "demand": "for",
        "plan": "",
        "hope": "of for",
        "fear": "of about",
        "doubt": "about",
        "proposal": "",
        "vow": "",
        "decision": "",
        "pledge": "",
        "assertion": "of",
        "announcement": "of",
        "suggestion": "of",
        "complaint": "about of",
        "speech": "about on",
        "opposition": "to",
        "commitment": "to",
        "threat": "of",
        "refusal": "",
        "desire": "for",
        "disdain": "for",
        "case": "for against",
        "theory": "of",
        "insistence": "on",
        "reservation": "about",
        "misgiving": "about",
        "ruling": "",
        "appeal": "for",
        "request": "for",
        "conclusion": "",
        "finding": "",
        "admission": "of",
        **dict.fromkeys(_FEELINGS, "in for about over at with"),
    }.items()
}

# These attribute with a light verb ("expressed support for"), not alone ("support for the plan").
NOT_ALONE = word_set("plan comment support opposition commitment statement").union(_FEELINGS)

ADJECTIVES = {
    adjective: frozenset(links.split())
    for adjective, links in {
        "sure": "of about",
        "certain": "of about",
        "confident": "of in about",
        "aware": "of",
        "worried": "about",
        "concerned": "about with",
        "afraid": "of",
        "hopeful": "about",
        "optimistic": "about",
        "happy": "about with",
        "glad": "about",
        "proud": "of",
        "surprised": "by at",
        "shocked": "by at",
        "skeptical": "of about",
        "sceptical": "of about",
        "critical": "of",
        "supportive": "of",
        "convinced": "of",
        "eager": "for",
        "willing": "",
        "unwilling": "",
        "reluctant": "",
        "adamant": "about",
        "clear": "about on",
        "angry": "about at",
        "unsure": "of about",
        "doubtful": "about of",
        "determined": "",
        "keen": "on",
        "opposed": "to",
        "sorry": "for about",
        "grateful": "for",
        "frustrated": "with by",
        "wary": "of",
        "obvious": "",
        "unclear": "",
    }.items()
}

GLOSS = "|".join(
    (
        "in (?:an? )?(?:apparent |clear )?(?:reference|allusion) to",
        "an? (?:apparent |clear )?(?:reference|allusion) to",
        "(?:apparently )?(?:referring|alluding) to",
    )
)
