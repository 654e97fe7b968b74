"""English words around names: titles, roles, demonyms, company forms, pronouns.

Enters: nothing. Leaves: tables read by `names` and `coreference`, all in lower case.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that stand before a person's name and are no part of it.
TITLES = _words("""
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
PERSONAL_TITLES = _words("""
    mr mrs ms miss mx dr prof professor sir dame cllr coun councillor councilor councilman
    councilwoman ald alderman alderwoman sen senator rep congressman congresswoman gov mayor sgt
    sergeant lt lieutenant capt captain cpl corporal maj col colonel brigadier adm admiral det insp
    inspector detective supt superintendent constable pc rev reverend fr sheikh sheik shaikh imam
    rabbi judge magistrate justice coroner mme mlle madame monsieur herr frau signor signora señor
    señora señorita baroness lord lady archbishop bishop
""")

# Several persons follow these, each by name, with commas between.
PLURAL_TITLES = _words("""
    councillors councilors cllrs councilmen councilmembers aldermen senators sens reps
    representatives judges justices magistrates messrs drs professors ministers officers sergeants
    constables commissioners deputies trustees directors
""")

# After a name these say what somebody is: they do not begin another name of a list.
NAME_SUFFIXES = _words("jr sr ii iii iv qc kc mp msp mep phd md esq obe cbe mbe")

POST_NOMINALS = NAME_SUFFIXES - _words("jr sr ii iii iv")

# Last words of a firm's name, which is short without them: "Ford Motor Company".
FIRM_ENDINGS = _words("""
    estates holdings properties homes partners industries systems airlines airways group services
    solutions appliances motors motor pharmaceuticals laboratories computer computers electronics
    technologies software media records entertainment insurance foods energy steel bakery brewery
""")

# "Chicago Police" is short for "Chicago Police Department".
ADDED_ENDINGS = _words("department force service")

# Last words of a body's name, whatever the words before them look like.
BODY_ENDINGS = FIRM_ENDINGS | _words("""
    foundation trust council board department commission committee association institute university
    college hospital school bank agency ministry office centre center club court union society
    police inn hotel motel network news army force forces authority corps team league church mosque
    centers parliament senate congress assembly
""")

# Only living beings do these: who does them under one capitalised word bears a surname.
HUMAN_VERBS = _words("""
    weep cry sob smile grin laugh nod shrug sigh frown blush kneel sleep wave hug kiss sit wear
    whisper shout yawn limp
""")

# These join the speakers of one label.
LABEL_LINKS = _words("and & / ;")

FEMALE_TITLES = _words(
    "mrs ms miss lady dame queen princess congresswoman spokeswoman chairwoman "
    "councilwoman actress mother wife daughter sister baroness countess duchess mme mlle madame "
    "madam frau signora señora señorita alderwoman"
)
MALE_TITLES = _words(
    "mr sir lord king prince congressman spokesman chairman councilman actor "
    "father husband son brother monsieur herr signor señor baron earl duke alderman"
)

# Of these, the ones that give nothing but a gender.
GENDERED_TITLES = _words("mr mrs ms miss mme mlle madame madam monsieur herr frau signor signora")

# They tell of whom somebody is a relation: "her husband, Jan Volk".
KIN = _words("mother wife daughter sister father husband son brother")

# Nouns that stand for a person by what he or she does; each with the roles it can point back to.
ROLE_OF = {
    "leader": _words("president premier minister chancellor king queen leader head chief chairman"),
    "president": _words("president"),
    "premier": _words("premier minister"),
    "minister": _words("minister"),
    "chancellor": _words("chancellor"),
    "king": _words("king"),
    "queen": _words("queen"),
    "mayor": _words("mayor"),
    "governor": _words("governor gov"),
    "senator": _words("senator sen"),
    "congressman": _words("congressman representative rep"),
    "congresswoman": _words("congresswoman representative rep"),
    "lawmaker": _words("senator sen congressman congresswoman representative rep lawmaker mp"),
    "secretary": _words("secretary"),
    "ambassador": _words("ambassador"),
    "envoy": _words("envoy"),
    "spokesman": _words("spokesman spokesperson"),
    "spokeswoman": _words("spokeswoman spokesperson"),
    "spokesperson": _words("spokesman spokeswoman spokesperson"),
    "chairman": _words("chairman chair"),
    "chairwoman": _words("chairwoman chair"),
    "chief": _words("chief"),
    "executive": _words("executive ceo chief"),
    "director": _words("director"),
    "coordinator": _words("coordinator"),
    "commissioner": _words("commissioner"),
    "general": _words("general gen"),
    "judge": _words("judge justice magistrate"),
    "justice": _words("justice judge"),
    "prosecutor": _words("prosecutor attorney"),
    "lawyer": _words("lawyer attorney"),
    "attorney": _words("attorney lawyer"),
    "sheriff": _words("sheriff"),
    "officer": _words("officer constable sergeant sgt inspector insp superintendent supt pc"),
    "councillor": _words("councillor councilor cllr coun"),
    "councilor": _words("councilor councillor"),
    "alderman": _words("alderman ald"),
    "inspector": _words("inspector insp"),
    "superintendent": _words("superintendent supt"),
    "sergeant": _words("sergeant sgt"),
    "detective": _words("detective det"),
    "lieutenant": _words("lieutenant lt"),
    "coroner": _words("coroner"),
    "magistrate": _words("magistrate judge"),
    "sheikh": _words("sheikh sheik shaikh"),
    "barrister": _words("barrister kc qc lawyer"),
    "coach": _words("coach manager"),
    "manager": _words("manager coach"),
    "captain": _words("captain capt"),
    "nominee": _words("nominee candidate"),
    "candidate": _words("candidate nominee"),
    "activist": _words("activist"),
    "analyst": _words("analyst"),
    "economist": _words("economist"),
    "professor": _words("professor prof"),
    "doctor": _words("doctor dr physician"),
    "author": _words("author"),
    "boss": _words("boss manager coach"),
    "pope": _words("pope"),
    "pontiff": _words("pope"),
    "bishop": _words("bishop archbishop"),
    "clerk": _words("clerk"),
}

# The nouns for which a title stands: "Dr Lind" is "Rosa Lind, a doctor".
TITLE_ROLES = {
    title: frozenset(noun for noun, titles in ROLE_OF.items() if title in titles)
    for titles in ROLE_OF.values()
    for title in titles
}

# Offices that one person holds at a time: a headline may name them without "the".
OFFICES = _words("president premier minister chancellor king queen mayor governor pope pontiff")

# Nouns that stand for a body named before, and the words its name or role must hold.
BODY_OF = {
    "company": _words("company inc corp corporation co ltd plc llc group holdings ag gmbh"),
    "firm": _words("firm company inc corp ltd plc llc group partners"),
    "bank": _words("bank"),
    "ministry": _words("ministry"),
    "court": _words("court"),
    "committee": _words("committee"),
    "council": _words("council"),
    "commission": _words("commission"),
    "agency": _words("agency"),
    "department": _words("department"),
    "university": _words("university"),
    "club": _words("club fc united city"),
    "airline": _words("airline airlines airways"),
    "newspaper": _words("newspaper times post daily tribune gazette independent guardian"),
    "union": _words("union"),
    "party": _words("party"),
    "authority": _words("authority"),
    "association": _words("association"),
}

# Of these, the ones that names need not hold: "the company" may be any firm.
FIRMS = _words("company firm")

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
BODY_PRONOUNS = _words("it its itself")
PLURAL_PRONOUNS = _words("they them their")

COMPANY_FORMS = _words(
    "inc corp corporation co company ltd limited plc llc ag gmbh sa nv group holdings"
)

# Words that initials leave out.
SMALL_WORDS = _words("of the and for on in a an to")

# Words that the parser takes for names now and then.
NOT_NAMES = _words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december today tomorrow yesterday i god allah covid
    mr mrs ms dr
""")

# Named by the parser as persons now and then.
PLATFORMS = _words("twitter facebook instagram youtube tiktok telegram whatsapp snapchat reddit x")

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
