"""English words around names: titles, roles, demonyms, company forms, pronouns.

Enters: nothing. Leaves: tables read by `names` and `coreference`, all in lower case.
"""

from variorum.languages.en.cldr import calendar as cldr
from variorum.languages.tables import word_set

# Words that stand before a person's name and are no part of it.
TITLES = word_set("""
    mr mrs ms miss mx dr prof professor sir dame lord lady president vice prime minister premier
    chancellor king queen prince princess sheikh emir sultan pope archbishop bishop cardinal
    father rabbi imam ayatollah rev reverend pastor sen senator rep representative congressman
    congresswoman gov governor mayor councillor councilman councilwoman councilmember alderman
    secretary ambassador envoy consul commissioner commander captain capt major maj colonel col
    general gen lieutenant lt sergeant sgt corporal admiral adm marshal brigadier inspector
    superintendent detective officer constable sheriff chief judge justice magistrate attorney
    prosecutor lawyer chairman chairwoman chairperson chair ceo cfo director manager coach captain
    goalkeeper striker midfielder defender spokesman spokeswoman spokesperson deputy acting former
    foreign interior defense defence finance health labor labour education justice trade opposition
    leader candidate nominee presidential vice-president republican democrat democratic
    conservative labour speaker majority minority analyst economist activist author actor actress
    singer journalist reporter editor correspondent physician surgeon nurse scientist researcher
    engineer driver pilot farmer resident witness the then co-founder founder owner
    councilor assemblyman assemblywoman lawmaker comrade supreme federal state district
    councillors cllr cllrs coun ald insp det supt ch chf cpl pte pvt sqn wing cdr cmdr lt-col
    lieutenant-general brig hon honourable honorable right fr sr msgr mgr canon vicar deacon
    sheik shaikh mullah mufti baron baroness count countess viscount earl duke duchess madam
    madame mme mlle monsieur m. messrs herr frau fräulein signor signora sig señor señora señorita
    sra dona don doña judges recorder sheriff-principal coroner barrister solicitor advocate
    campaigner protester engineer architect paramedic firefighter teacher headteacher trustee
    treasurer umpire referee skipper forward fullback
""")

# Of these, the ones that stand only before persons: what follows in capitals is a person's name.
PERSONAL_TITLES = word_set("""
    mr mrs ms miss mx dr prof professor sir dame cllr coun councillor councilor councilman
    councilwoman ald alderman alderwoman sen senator rep congressman congresswoman gov mayor sgt
    sergeant lt lieutenant capt captain cpl corporal maj col colonel brigadier adm admiral det insp
    inspector detective supt superintendent constable pc rev reverend fr sheikh sheik shaikh imam
    rabbi judge magistrate justice coroner mme mlle madame monsieur herr frau signor signora señor
    señora señorita baroness lord lady archbishop bishop
""")

# Several persons follow these, each by name, with commas between.
PLURAL_TITLES = word_set("""
    councillors councilors cllrs councilmen councilmembers aldermen senators sens reps
    representatives judges justices magistrates messrs drs professors ministers officers sergeants
    constables commissioners deputies trustees directors
""")

# After a name these say what somebody is: they do not begin another name of a list.
NAME_SUFFIXES = word_set("jr sr ii iii iv qc kc mp msp mep phd md esq obe cbe mbe")

POST_NOMINALS = NAME_SUFFIXES - word_set("jr sr ii iii iv")

# Last words of a firm's name, which is short without them: "Ford Motor Company".
FIRM_ENDINGS = word_set("""
    estates holdings properties homes partners industries systems airlines airways group services
    solutions appliances motors motor pharmaceuticals laboratories computer computers electronics
    technologies software media records entertainment insurance foods energy steel bakery brewery
""")

# "Chicago Police" is short for "Chicago Police Department".
ADDED_ENDINGS = word_set("department force service")

# Last words of a body's name, whatever the words before them look like.
BODY_ENDINGS = FIRM_ENDINGS | word_set("""
    foundation trust council board department commission committee association institute university
    college hospital school bank agency ministry office centre center club court union society
    police inn hotel motel network news army force forces authority corps team league church mosque
    centers parliament senate congress assembly
""")

# Only living beings do these: who does them under one capitalised word bears a surname.
HUMAN_VERBS = word_set("""
    weep cry sob smile grin laugh nod shrug sigh frown blush kneel sleep wave hug kiss sit wear
    whisper shout yawn limp
""")

# These join the speakers of one label.
LABEL_LINKS = word_set("and & / ;")

FEMALE_TITLES = word_set(
    "mrs ms miss lady dame queen princess congresswoman spokeswoman chairwoman "
    "councilwoman actress mother wife daughter sister baroness countess duchess mme mlle madame "
    "madam frau signora señora señorita alderwoman"
)
MALE_TITLES = word_set(
    "mr sir lord king prince congressman spokesman chairman councilman actor "
    "father husband son brother monsieur herr signor señor baron earl duke alderman"
)

# Of these, the ones that give nothing but a gender.
GENDERED_TITLES = word_set("mr mrs ms miss mme mlle madame madam monsieur herr frau signor signora")

# They tell of whom somebody is a relation: "her husband, Jan Volk".
KIN = word_set("mother wife daughter sister father husband son brother")

# Nouns that stand for a person by what he or she does; each with the roles it can point back to.
ROLE_OF = {
    "leader": word_set(
        "president premier minister chancellor king queen leader head chief chairman"
    ),
    "president": word_set("president"),
    "premier": word_set("premier minister"),
    "minister": word_set("minister"),
    "chancellor": word_set("chancellor"),
    "king": word_set("king"),
    "queen": word_set("queen"),
    "mayor": word_set("mayor"),
    "governor": word_set("governor gov"),
    "senator": word_set("senator sen"),
    "congressman": word_set("congressman representative rep"),
    "congresswoman": word_set("congresswoman representative rep"),
    "lawmaker": word_set("senator sen congressman congresswoman representative rep lawmaker mp"),
    "secretary": word_set("secretary"),
    "ambassador": word_set("ambassador"),
    "envoy": word_set("envoy"),
    "spokesman": word_set("spokesman spokesperson"),
    "spokeswoman": word_set("spokeswoman spokesperson"),
    "spokesperson": word_set("spokesman spokeswoman spokesperson"),
    "chairman": word_set("chairman chair"),
    "chairwoman": word_set("chairwoman chair"),
    "chief": word_set("chief"),
    "executive": word_set("executive ceo chief"),
    "director": word_set("director"),
    "coordinator": word_set("coordinator"),
    "commissioner": word_set("commissioner"),
    "general": word_set("general gen"),
    "judge": word_set("judge justice magistrate"),
    "justice": word_set("justice judge"),
    "prosecutor": word_set("prosecutor attorney"),
    "lawyer": word_set("lawyer attorney"),
    "attorney": word_set("attorney lawyer"),
    "sheriff": word_set("sheriff"),
    "officer": word_set("officer constable sergeant sgt inspector insp superintendent supt pc"),
    "councillor": word_set("councillor councilor cllr coun"),
    "councilor": word_set("councilor councillor"),
    "alderman": word_set("alderman ald"),
    "inspector": word_set("inspector insp"),
    "superintendent": word_set("superintendent supt"),
    "sergeant": word_set("sergeant sgt"),
    "detective": word_set("detective det"),
    "lieutenant": word_set("lieutenant lt"),
    "coroner": word_set("coroner"),
    "magistrate": word_set("magistrate judge"),
    "sheikh": word_set("sheikh sheik shaikh"),
    "barrister": word_set("barrister kc qc lawyer"),
    "coach": word_set("coach manager"),
    "manager": word_set("manager coach"),
    "captain": word_set("captain capt"),
    "nominee": word_set("nominee candidate"),
    "candidate": word_set("candidate nominee"),
    "activist": word_set("activist"),
    "analyst": word_set("analyst"),
    "economist": word_set("economist"),
    "professor": word_set("professor prof"),
    "doctor": word_set("doctor dr physician"),
    "author": word_set("author"),
    "boss": word_set("boss manager coach"),
    "pope": word_set("pope"),
    "pontiff": word_set("pope"),
    "bishop": word_set("bishop archbishop"),
    "clerk": word_set("clerk"),
}

# Words by which a role is none that the noun stands for.
ROLE_WITHOUT = {"prosecutor": word_set("defense defence")}

# The nouns for which a title stands: "Dr Lind" is "Rosa Lind, a doctor".
TITLE_ROLES = {
    title: frozenset(noun for noun, titles in ROLE_OF.items() if title in titles)
    for titles in ROLE_OF.values()
    for title in titles
}

# Offices that one person holds at a time: a headline may name them without "the".
OFFICES = word_set("president premier minister chancellor king queen mayor governor pope pontiff")

# Nouns that stand for a body named before, and the words its name or role must hold.
BODY_OF = {
    "company": word_set("company inc corp corporation co ltd plc llc group holdings ag gmbh"),
    "firm": word_set("firm company inc corp ltd plc llc group partners"),
    "bank": word_set("bank"),
    "ministry": word_set("ministry"),
    "court": word_set("court"),
    "committee": word_set("committee"),
    "council": word_set("council"),
    "commission": word_set("commission"),
    "agency": word_set("agency"),
    "department": word_set("department"),
    "university": word_set("university"),
    "club": word_set("club fc united city"),
    "airline": word_set("airline airlines airways"),
    "newspaper": word_set("newspaper times post daily tribune gazette independent guardian"),
    "union": word_set("union"),
    "party": word_set("party"),
    "authority": word_set("authority"),
    "association": word_set("association"),
}

# Of these, the ones that names need not hold: "the company" may be any firm.
FIRMS = word_set("company firm")

PRONOUNS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
BODY_PRONOUNS = word_set("it its itself")
PLURAL_PRONOUNS = word_set("they them their")
RELATIVES = word_set("who which that whom whose")
ADDRESSED = word_set("you your yours")
DEFINITE = word_set("the this that")

# They join names and roles; what follows the others in a role says of what or where it is.
JOINING = word_set("and &")
ATTACHING = word_set("of for at in to from with")
WITHIN = word_set("in")
ROLE_LINKS = word_set("of for and &")
OFFICE_LINKS = word_set("of for")
OF = word_set("of")
ARTICLE = word_set("the")
OLD = word_set("old")
AGE_LINKS = word_set("aged")
INDEFINITE = word_set("a an")
LEFT_OUT = word_set("the &")
AGENTS = word_set("by")
ISSUED_BY = word_set("by from")
BASED = word_set("based")
WHO = word_set("who")
OF_WHOM = word_set("who whose")
THING_RELATIVES = word_set("which")
TELLING = word_set("tell")
STANDING = word_set("acting outgoing retired")
NO = word_set("no")
PAST = word_set("former ex onetime")
LESSER = word_set("vice deputy assistant")

COMPANY_FORMS = word_set(
    "inc corp corporation co company ltd limited plc llc ag gmbh sa nv group holdings"
)

# Words that initials leave out.
SMALL_WORDS = word_set("of the and for on in a an to")

# Words that the parser takes for names now and then.
NOT_NAMES = word_set("today tomorrow yesterday i god allah covid mr mrs ms dr").union(
    cldr.MONTHS, cldr.WEEKDAYS
)

# Named by the parser as persons now and then.
PLATFORMS = word_set(
    "twitter facebook instagram youtube tiktok telegram whatsapp snapchat reddit x"
)

# One place under several names; the first is kept for comparison.
PLACE_ALIASES = {
    alias: names[0]
    for names in (
        ("united states", "us", "usa", "america", "united states of america"),
        ("united kingdom", "uk", "britain", "great britain"),
        ("united arab emirates", "uae"),
        ("european union", "eu"),
        ("united nations", "un"),
        ("russia", "russian federation"),
        ("syria", "syrian arab republic"),
    )
    for alias in names
}

# Endings of adjectives made from places, with what the place's own name ends in.
DEMONYM_ENDINGS = (
    ("n", ("", "a")),
    ("an", ("", "a", "e")),
    ("ian", ("", "ia", "y")),
    ("ese", ("", "a", "o")),
    ("ish", ("", "land")),
    ("i", ("", "a")),
)

# Demonyms and the country (or body) they stand for, where spelling does not give it away.
DEMONYMS = {
    "american": "united states",
    "british": "united kingdom",
    "english": "england",
    "french": "france",
    "german": "germany",
    "dutch": "netherlands",
    "spanish": "spain",
    "russian": "russia",
    "syrian": "syria",
    "turkish": "turkey",
    "iranian": "iran",
    "iraqi": "iraq",
    "israeli": "israel",
    "palestinian": "palestine",
    "lebanese": "lebanon",
    "jordanian": "jordan",
    "egyptian": "egypt",
    "saudi": "saudi arabia",
    "chinese": "china",
    "japanese": "japan",
    "indian": "india",
    "pakistani": "pakistan",
    "afghan": "afghanistan",
    "ukrainian": "ukraine",
    "polish": "poland",
    "italian": "italy",
    "greek": "greece",
    "swedish": "sweden",
    "norwegian": "norway",
    "danish": "denmark",
    "finnish": "finland",
    "irish": "ireland",
    "scottish": "scotland",
    "welsh": "wales",
    "swiss": "switzerland",
    "austrian": "austria",
    "belgian": "belgium",
    "portuguese": "portugal",
    "czech": "czechia",
    "hungarian": "hungary",
    "romanian": "romania",
    "bulgarian": "bulgaria",
    "serbian": "serbia",
    "croatian": "croatia",
    "canadian": "canada",
    "mexican": "mexico",
    "brazilian": "brazil",
    "argentine": "argentina",
    "chilean": "chile",
    "colombian": "colombia",
    "venezuelan": "venezuela",
    "cuban": "cuba",
    "australian": "australia",
    "south korean": "south korea",
    "north korean": "north korea",
    "korean": "korea",
    "vietnamese": "vietnam",
    "thai": "thailand",
    "filipino": "philippines",
    "philippine": "philippines",
    "indonesian": "indonesia",
    "malaysian": "malaysia",
    "nigerian": "nigeria",
    "kenyan": "kenya",
    "ethiopian": "ethiopia",
    "somali": "somalia",
    "sudanese": "sudan",
    "libyan": "libya",
    "tunisian": "tunisia",
    "algerian": "algeria",
    "moroccan": "morocco",
    "yemeni": "yemen",
    "qatari": "qatar",
    "emirati": "united arab emirates",
    "kuwaiti": "kuwait",
    "armenian": "armenia",
    "georgian": "georgia",
    "azerbaijani": "azerbaijan",
    "kazakh": "kazakhstan",
    "belarusian": "belarus",
    "u.s.": "united states",
    "us": "united states",
    "uk": "united kingdom",
    "un": "united nations",
    "u.n.": "united nations",
}

_KIN = "|".join(sorted(KIN))
KIN_AFTER = (
    rf"\s+(?P<reflexive>himself|herself)\b|,? and (?P<possessive>his|her) (?:\w+ )?(?:{_KIN})\b"
)
KIN_BEFORE = rf"\b(?:his|her|their) (?:\w+ )?(?P<kin>{_KIN}),? $"
TITLE_OF = {"himself": "mr", "his": "mr", "herself": "mrs", "her": "mrs"}
