"""English words by which a text shows whether a name is a person's, a body's or a place's.

Enters: nothing. Leaves: tables read by `extract.names.kinds`, all in lower case; nouns are lemmas.
"""

from variorum.languages.en import given
from variorum.languages.tables import word_set

# What follows these lies somewhere; "at" and "from" say too little.
PLACE_PREPOSITIONS = word_set("in near outside around across throughout toward towards")

# "Travel to X", "fled from X": under these verbs "to", "from", "at", "into" lead to places.
MOTION = word_set("""
    travel go come drive fly move return flee head arrive transport sail march walk land commute
    evacuate deport extradite relocate migrate ship
""")
MOVING = word_set("to from at into for")

# "A stake in X", "an article in X": these say nothing of where X lies.
NOT_WHERE = word_set("""
    belief faith confidence trust interest believe trusting confide stake share investment invest
    stock holding role majority minority shareholder shareholding loss job partner article
    interview report publish write appear print increase drop rise fall decline job specialise
    specialize drown dress clothe
""")

# Nouns that say of a name beside them that it is a place.
PLACE_NOUNS = word_set("""
    town village city river province port district region suburb capital hamlet lake mountain
    valley island county municipality neighbourhood neighborhood borough peninsula bay canton
    governorate oblast prefecture township settlement state country nation republic kingdom coast
    coastline beach harbour harbor airport parish commune quarter reservoir gulf strait resort
    enclave territory
""")

# "The mayor of X": who and what belongs to a place.
PLACE_OWNERS = word_set("""
    mayor governor bishop archbishop prosecutor resident inhabitant people outskirts suburb emir
    sultan sheriff north south east west northeast northwest southeast southwest
""")

# "X residents", "the X riverside": these follow places.
PLACE_FOLLOWERS = word_set("""
    resident suburb area region province river valley neighborhood neighbourhood county airport
    riverside villager islander native coast hinterland outskirts countryside dam basin gorge delta
    reservoir bridge ridge plateau waterfront police mayor firefighter
""")

# Nouns that say of a name beside them that it is a body.
BODY_NOUNS = word_set("""
    company firm maker manufacturer club newspaper paper daily weekly tabloid magazine broadcaster
    agency charity bank retailer subsidiary startup start-up carmaker automaker airline supplier
    contractor publisher party union group organisation organization website station channel
    network regulator watchdog band label chain supermarket brewery insurer lender builder giant
    rival militia
""")

# "X shareholders", "X goalkeeper": these follow bodies.
BODY_FOLLOWERS = word_set("""
    shareholder share stock executive employee headquarters customer board fan supporter
    goalkeeper striker midfielder defender player coach staff subsidiary
    plant factory dealer dealership product spokesman spokeswoman spokesperson director
    management squad
""")

# A name behind these is neither a person's nor a body's nor a place's.
THING_NOUNS = word_set("""
    tanker ship trawler freighter ferry yacht boat liner frigate destroyer submarine barge tug
    carrier cruiser warship gunboat schooner vessel storm hurricane typhoon cyclone asteroid comet satellite rocket
    launch horse dog cat software app game film movie novel song album model kettle car phone
    operation virus variant vaccine drug sequel trilogy book play opera series version edition
    browser console laptop notebook gadget
""")

# "The X campaign": of these a person's name may well stand before them, though "the" does too.
OF_PERSONS = word_set("""
    campaign administration family aide supporter team estate trial case era murder killing
    government presidency camp regime army troop loyalist ally opponent rally speech
    rule cabinet law doctrine brother sister twin household foundation inquiry affair letter
""")

# The first word of a place's name.
PLACE_STARTS = word_set("""
    lower upper north south east west northern southern eastern western new old greater inner outer
    great little port porto puerto fort mount mt lake cape saint santa são rio monte isle isla
    el los las san ras wadi tel tell beit deir
""")

# The last word of the name of a road or a place.
ROAD_LASTS = word_set("""
    road rd street st lane ln avenue ave av boulevard blvd highway hwy parkway pkwy way terrace
    drive dr quay alley motorway expressway freeway turnpike
""")
PLACE_LASTS = word_set("""
    province county river valley island islands bay hills mountains peninsula district village town
    beach harbour harbor airport park bridge square plaza forest heights falls creek springs
    lake mountain canyon coast strait sea ocean gulf desert region cemetery stadium township parish
    governorate oblast
""")

# "A man from X": where somebody is at home.
HOME = word_set("from")

# The last word of what a meeting, a contest or a law is called.
EVENT_LASTS = word_set("""
    conference summit convention expo festival cup olympics games championship championships
    tournament marathon act treaty accord accords
""")

# The last word of a newspaper's name, where a person's name would be odd.
PAPER_LASTS = word_set("""
    times post tribune herald chronicle gazette courier mercury mirror journal daily news observer
    telegraph guardian independent bulletin echo argus examiner inquirer dispatch sentinel bugle
    advertiser
""")

# Only bodies and people do these: a country or a capital that does them is its government.
SPOKEN = word_set("""
    say accuse deny warn insist announce urge condemn claim reject demand vow agree argue declare
    protest complain threaten promise pledge propose respond reply retort admit acknowledge
    criticise criticize denounce
""")

# Written with capitals at the head of a line or a sentence, these are no names.
PLAIN_NOUNS = word_set("""
    easter christmas ramadan eid passover hanukkah diwali thanksgiving state mom mum dad mother
    father grandma grandpa story photo video update tips tip breaking exclusive question moderator
    answer speaker chair chairman chairwoman president
""")

# The last word of what a minister is minister of.
PORTFOLIOS = word_set("""
    affairs defence defense interior finance health education justice labour labor trade
    environment transport energy agriculture culture tourism economy industry fisheries housing
    sea development planning works security communications water
""")

# Words of persons that are not in the tables of roles.
PEOPLE_NOUNS = word_set("""
    head man woman boy girl teenager teen victim suspect defendant resident survivor fisherman
    grandmother grandfather mother father wife husband son daughter brother sister pensioner
    student pupil veteran widow worker owner founder colleague neighbour neighbor agent fan
""")

# The first word of a sports club's name.
CLUB_STARTS = word_set("""
    fc sc sv ac afc cf cd ud sd ca rc fk sk nk bk vfb vfl tsv tsg rb racing sporting real atletico
    atlético dynamo dinamo lokomotiv spartak inter bayern borussia olympique athletic
""")

# Given names that show a person before a word or two.
GIVEN_FIRST = given.GIVEN_FIRST
