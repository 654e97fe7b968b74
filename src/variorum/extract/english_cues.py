"""English words that attribute: verbs by frame, nouns with their prepositions, adjectives.

Enters: nothing. Leaves: tables read by `cues`. Keys of `VERBS` are the frames' names.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SPEECH = _words("""
    say tell add ask reply answer respond note state declare announce claim insist argue explain
    warn write tweet post continue conclude recall remark observe comment joke quip shout yell cry
    whisper mutter exclaim report reveal confirm deny admit acknowledge concede suggest urge
    caution stress emphasize emphasise point predict vow promise pledge testify rule read
    complain lament counter retort agree boast brag assert affirm allege maintain contend charge
    advise inform quote cite call describe plead demand propose recount relate marvel muse
    summarize summarise elaborate clarify repeat reiterate stipulate sing chant scream declare
    accuse recommend scold snap interject volunteer begin open finish go think believe wonder
    speak talk offer email text message thunder fume gush crow deadpan bellow chime laugh smile
    sigh plead beg pray rejoin opine pronounce proclaim protest object praise hail blast tout
""")

VIA = _words("per")

NOT_A_CUE = _words("make let help have get ensure mean happen be cause do keep watch bring")

LIGHT_VERBS = _words("""
    make raise express issue give voice release publish send offer have hold take deliver file
    lodge draw put reject dismiss repeat air level post share launch present submit write
""")

NOUNS = {
    noun: frozenset(links.split())
    for noun, links in {
        "claim": "of about", "statement": "about of on", "question": "about", "concern": "about over",
        "criticism": "of", "support": "for", "call": "for", "accusation": "of", "allegation": "of",
        "denial": "of", "promise": "of", "warning": "of about against", "comment": "about on",
        "remark": "about on", "view": "of on about", "opinion": "of on about", "belief": "in",
        "report": "of on about", "argument": "about for against", "demand": "for", "plan": "",
        "hope": "of for", "fear": "of about", "doubt": "about", "proposal": "", "vow": "",
        "decision": "", "pledge": "", "assertion": "of", "announcement": "of", "idea": "",
        "suggestion": "of", "complaint": "about of", "speech": "about on", "opposition": "to",
        "commitment": "to", "threat": "of", "refusal": "", "desire": "for", "disdain": "for",
        "case": "for against", "theory": "of", "insistence": "on", "reservation": "about",
        "misgiving": "about", "order": "", "ruling": "", "appeal": "for", "request": "for",
        "conclusion": "", "finding": "", "sign": "", "evidence": "", "admission": "of",
    }.items()
}

ADJECTIVES = {
    adjective: frozenset(links.split())
    for adjective, links in {
        "sure": "of about", "certain": "of about", "confident": "of in about", "aware": "of",
        "worried": "about", "concerned": "about with", "afraid": "of", "hopeful": "about",
        "optimistic": "about", "happy": "about with", "glad": "about", "proud": "of",
        "surprised": "by at", "shocked": "by at", "skeptical": "of about", "sceptical": "of about",
        "critical": "of", "supportive": "of", "convinced": "of", "eager": "for", "willing": "",
        "unwilling": "", "reluctant": "", "adamant": "about", "clear": "about on", "angry": "about at",
        "unsure": "of about", "doubtful": "about of", "determined": "", "keen": "on", "opposed": "to",
        "sorry": "for about", "grateful": "for", "frustrated": "with by", "wary": "of",
        "obvious": "", "unclear": "", "likely": "",
    }.items()
}

VERBS = {
    "infinitive": _words("want hope plan vow promise pledge refuse decline threaten intend agree wish offer decide expect ask seek claim prefer"),
    "object": _words("support criticize deny reject endorse praise condemn announce oppose blame describe discuss"),
    "object+as": _words("describe call see view regard label brand dub name denounce portray"),
    "object+infinitive": _words("urge ask call tell order encourage want expect advise warn invite"),
    "object+of": _words("accuse"), "object+for": _words("blame criticize praise thank condemn"),
    "to": _words("refer object"), "for": _words("call"), "about": _words("talk speak worry complain think ask know"),
    "on": _words("insist comment"), "of": _words("speak complain warn think"),
    "passive+clause": _words("quote tell"), "passive+infinitive": _words("expect"),
    "passive+as": _words("call know describe"),
}
