"""English (and common foreign) words in and around names, as tables.

Enters: nothing. Leaves: the tables that `name_forms` and `same_name` read. All entries are in the
plain form of `transliteration.romanise`. The tables hold general words only, never a story's names.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES = _words(
    "al el ul ur ad an ar as at ash bin ibn ben bint de da do dos das del della di du la le les lo "
    "van von der den ter ten of y e zu zum zur af av"
)
"""Small words that a name keeps in one account and drops in the next."""

SON_OF = _words("bin ibn ben bint")
"""Between a name and the father's name: the two may not change places."""

TITLES = _words(
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

LEGAL_FORMS = _words(
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

BODY_FILLERS = _words("the of for and in on to at a an & und et y e von de la des du der die das")
"""Words between the words of a body's or a place's name."""

GENERIC_BODY = _words(
    "group holding holdings international global systems services service solutions industries "
    "industry enterprises enterprise partners capital fund trust bank national united american "
    "first new general association organization council committee commission department ministry "
    "agency office authority institute university college school hospital center foundation party "
    "union federation league club police court appliances motors motor "
    "estates properties technologies electronics airlines airways"
)
"""Words that many bodies share: alone they make no two bodies one."""

VAGUE_BODY = GENERIC_BODY | _words(
    "chamber board authority tribunal panel service force army news team office regional supreme "
    "high district central federal state local city county town public security home foreign "
    "interior health education police church hospital"
)
"""Words that could be any body's: a name of nothing else is short for no particular one."""

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
