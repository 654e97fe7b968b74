"""English (and common foreign) given names, their short forms, and words in and around names.

Enters: nothing. Leaves: the tables of `NameParts`, in the plain form of
`link.names.transliteration.romanise`. They hold general words only, never a story's names.
"""

from __future__ import annotations

from variorum.languages.en import names, sense
from variorum.languages.tables import word_set

PARTICLES = word_set(
    "al el ul ur ad an ar as at ash bin ibn ben bint de da do dos das del della di du la le les lo "
    "van von der den ter ten of y e zu zum zur af av"
)
"""Small words that a name keeps in one account and drops in the next."""

SERVANTS = word_set("abd abdul abdel abdal abdol abdoul abdool")
SON_OF = word_set("bin ibn ben bint")
"""Between a name and the father's name: the two may not change places."""

TITLES = word_set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baron count king queen prince princess "
    "president premier chancellor minister secretary senator sen rep representative congressman "
    "congresswoman governor gov mayor councillor councilor judge justice chief officer sgt sergeant "
    "lt lieutenant capt captain maj major col colonel gen general adm admiral cmdr commander "
    "detective det inspector sheriff deputy spokesman spokeswoman spokesperson rev reverend father "
    "pope cardinal archbishop bishop rabbi imam sheikh shaikh sheik shaykh ayatollah mullah mufti "
    "qari haji hajji sayyid sayyed seyed sayed emir amir coach st saint director chairman chairwoman "
    "attorney jr sr phd md esq the hon honourable honorable former acting envoy ambassador cllr "
    "coun ald alderman supt insp mme herr frau señor señora magistrate kc qc"
)
"""Words before or after a person's name that are no part of it."""

LEGAL_FORMS = word_set(
    "inc incorporated corp corporation co company companies ltd limited llc llp lp plc pty pte gmbh "
    "ag kg kgaa se sa sas sarl srl spa sl bv nv bvba ab as oy oyj asa aps a/s ao oao ooo zao pao "
    "ojsc jsc pjsc cjsc llo kk bhd sdn doo dd sro zoo spzoo"
)
"""What a company is in law: dropped before its name is compared."""

LEGAL_PHRASES = (
    ("gesellschaft mit beschrankter haftung", ""),
    ("aktiengesellschaft", ""),
    ("aktsionernoe obshchestvo", ""),
    ("societatea cu raspundere limitata", ""),
    ("public limited company", ""),
    ("limited liability company", ""),
    ("limited liability partnership", ""),
    ("public joint stock company", ""),
    ("open joint stock company", ""),
    ("joint stock company", ""),
    ("joint stock compan", ""),
    ("sp z o o", ""),
)

ARTICLES = word_set("the")
JOINTS = word_set("and")
"""They stand before an outlet's name; they join two."""

BODY_FILLERS = word_set("the of for and in on to at a an & und et y e von de la des du der die das")
"""Words between the words of a body's or a place's name."""

GENERIC_BODY = word_set(
    "group holding holdings international global systems services service solutions industries "
    "industry enterprises enterprise partners capital fund trust bank national united american "
    "first new general association organization council committee commission department ministry "
    "agency office authority institute university college school hospital center foundation party "
    "union federation league club police court appliances motors motor "
    "estates properties technologies electronics airlines airways"
)
"""Words that many bodies share: alone they make no two bodies one."""

VAGUE_BODY = GENERIC_BODY | word_set(
    "chamber board authority tribunal panel service force army news team office regional supreme "
    "high district central federal state local city county town public security home foreign "
    "interior health education police church hospital"
)
"""Words that could be any body's: a name of nothing else is short for no particular one."""

FIRM_ENDINGS = names.FIRM_ENDINGS
COMMON = sense.COMMON

PRINTS = word_set("news agency newswire wire service newspaper paper magazine website")
"""Words beside a source's name that say that it prints news."""

MEDIA = word_set("television tv radio media")
"""What a broadcaster is: with a word that any body may bear it is no name ("state television")."""

SPELLINGS = {
    "organisation": "organization", "organisations": "organizations", "labour": "labor",
    "defence": "defense", "centre": "center", "programme": "program", "theatre": "theater",
    "harbour": "harbor", "colour": "color", "intl": "international", "dept": "department",
    "assn": "association", "natl": "national", "govt": "government", "univ": "university",
    "bros": "brothers", "mfg": "manufacturing", "st": "saint", "mt": "mount", "ft": "fort",
}  # fmt: skip

EXPANDED = {
    "un": "united nations", "us": "united states", "usa": "united states",
    "uk": "united kingdom", "eu": "european union", "uae": "united arab emirates",
}  # fmt: skip
"""Short forms inside the name of a body ("UN Security Council")."""

NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "forty": "40", "fourty": "40", "twenty": "20",
    "thirty": "30", "fifty": "50", "first": "1", "second": "2", "third": "3", "fourth": "4",
    "fifth": "5", "1st": "1", "2nd": "2", "3rd": "3", "4th": "4", "5th": "5",
    "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11",
    "xii": "12", "xiii": "13", "xiv": "14", "xv": "15", "xx": "20",
}  # fmt: skip

_ALIASES = """
united states|us|usa|america|united states america; united kingdom|uk|britain|great britain;
united nations|un|uno; european union|eu; united arab emirates|uae|emirates;
russia|russian federation; syria|syrian arab republic; iran|islamic republic iran;
china|people republic china|peoples republic china|prc; south korea|republic korea|rok;
north korea|democratic people republic korea|democratic peoples republic korea|dprk;
czechia|czech republic; netherlands|holland; myanmar|burma; turkey|turkiye; ivory coast|cote divoire;
eswatini|swaziland; kiev|kyiv|kyyiv; kharkov|kharkiv; odessa|odesa; lvov|lviv; bombay|mumbai;
calcutta|kolkata; madras|chennai; peking|beijing; saigon|ho chi minh city; rangoon|yangon;
new york city|nyc; washington dc|washington district columbia; los angeles|la; drcongo|drc|
democratic republic congo; world health organization|who; north atlantic treaty organization|nato;
international criminal court|icc; international monetary fund|imf; european central bank|ecb;
federal bureau investigation|fbi; central intelligence agency|cia; islamic state|isis|isil|daesh|
islamic state iraq syria|islamic state iraq levant; british broadcasting corporation|bbc
"""
ALIASES = {
    form.strip(): group.split("|")[0].strip()
    for group in _ALIASES.replace("\n", " ").replace("| ", "|").split(";")
    for form in group.split("|")
}
"""Well-known bodies and places under other names, each with the form they are compared by."""

_NICKNAMES = """
alexander alex sandy sasha aleksandr alejandro; alexandra alex sandra sasha; andrew andy drew;
anthony tony antonio; barbara barb; barack barry; benjamin ben benny bibi; catherine kate cathy katie kathy;
charles charlie chuck; christopher chris; christine chris chrissy; daniel dan danny; david dave davey;
deborah deb debbie; donald don donnie; dorothy dot; edward ed eddie ted ned; elizabeth liz beth betty lizzie;
eugene gene; frances fran; francis frank; frederick fred freddy; gerald gerry jerry; gregory greg;
henry harry hank; jacob jake; james jim jimmy jamie; jeffrey jeff; jennifer jen jenny; jessica jess;
john jack johnny; jonathan jon; joseph joe joey; joshua josh; kenneth ken kenny; kimberly kim;
lawrence larry; leonard len lenny; margaret maggie peggy meg; matthew matt; michael mike mick mickey;
mikhail misha; nathaniel nate nathan; nicholas nick nicky; nikolai kolya; patricia pat patty trish; patrick pat paddy;
peter pete; philip phil; raymond ray; rebecca becky; richard rick rich dick ricky; robert bob rob bobby robbie;
ronald ron ronnie; samuel sam sammy; samantha sam; stephen steve stevie; steven steve; susan sue susie;
theodore ted teddy theo; thomas tom tommy; timothy tim; victoria vicky; vincent vince; vladimir volodya;
walter walt; william bill will billy willy liam; zachary zach zack
"""
NICKNAMES = frozenset(
    (short, line.split()[0]) for line in _NICKNAMES.split(";") for short in line.split()[1:]
)
"""Short forms, each with a full given name it may stand for."""

_MORE = """
aaron abdul abdullah abigail adam adrian agnes ahmad ahmed aisha alan albert alejandro alfred ali
alice alina amanda amir ana andrea andrei andrej angela anita ann anna anne annie antonio ariel
arthur ashley astrid aziz beatrice bernard bettie beverly boris brandon brenda brian bruce bruno
camille carl carla carlos carmen carol caroline cecilia chen chloe claire clara claude craig
cristina curtis cynthia dana darren dean deepak denis denise dennis derek diana diego dieter dimitri
dmitri dmitry dominic dominik douglas duncan dylan eduardo elena elias ellen emil emily emma emmanuel
enrique eric erik erika esther ethan eva evelyn fatima felix fernando fiona francesca francisco
francois françois fritz gabriel gary gavin george gina giovanni giulia gloria gordon grace graham
greta guillermo gustavo hamza hannah hans harold hassan heather hector heidi helen helena henri
hugo hussein ian ibrahim igor ilan ilya imran ingrid irena irene irina isaac isabel ivan jamal jan
jana jane janet jason javier jean jens jerome jessie joan joanna joel johan johann jorge jose josé
josef josiah juan juanita judith julia julian julie juliet karen karim karl katarina katherine kathleen
keith kelly kevin khalid klaus kristen kyle lars laura lena leo leon leonardo lewis liam lily linda
lindsay lisa lorenzo louis louise lucas lucia luis luisa luke lydia magnus mahmoud malik marc marcel
marco marcus marek maria mariam marie marina mario marion marta martha martin martina mary maurice
megan mei melissa michelle miguel mila milos miriam mohamed mohammad mohammed monica morgan muhammad
mustafa nadia nancy naomi natalia natalie natasha neil nikos nina noah noel nora norman olaf oleg olga
oliver olivia omar oscar otto owen pablo paolo pamela patrice paul paula pavel pedro petra philippa
philippe pierre priya rachel rafael rahul ralph ramon rania raul ravi rebekah regina rene renee ricardo
roberto rodrigo roger roland rosa rosalind rosemary roy ruben rubén ruth ryan sabine sabrina salim
salma sandeep sanjay sara sarah scott sean sebastian sergei sergey sergio shane shannon sharon sheila
simon simone sofia sonia sophia sophie stefan stella stuart suleiman sven svetlana sylvia tamara tanya
tara teresa thea theresa tina tobias todd tomas tomasz toni tracy tyler umar ursula valentina valerie
vanessa vera veronica viktor viola wanda wayne wendy werner wolfgang yasmin yolanda youssef yuri yusuf
yvonne zainab
"""
GIVEN = frozenset(word for line in _NICKNAMES.split(";") for word in line.split()) - word_set(
    "dick rick rich pat max"
)
"""Given names that nicknames stand for, and those: alone they are nobody's surname."""

GIVEN_FIRST = GIVEN | word_set(_MORE)
"""Common given names of several languages: before a capitalised word they make a person."""
