"""English verbs that attribute words or thoughts, by the construction they stand in.

Enters: nothing. Leaves: `VERBS` (frame name to lemmas), `SPEECH` and smaller tables.

The lists join verbs of saying, judging, wanting and knowing from general descriptions of English
with the verbs that annotators marked more often than not in the training part of PolNeAR;
`quality/train_cues.py` prints those counts.
"""

from variorum.languages.tables import word_set

# Words are uttered or written: these may stand beside quotation marks.
SPEECH = word_set("""
    say tell add ask reply answer respond note state declare announce claim insist argue explain
    warn write tweet post continue conclude recall remark observe comment joke quip shout yell cry
    whisper mutter murmur exclaim report reveal confirm deny admit acknowledge concede suggest urge
    caution stress emphasize emphasise point predict vow promise pledge testify rule read
    complain lament counter retort agree boast brag assert affirm allege maintain contend charge
    advise inform quote cite call describe plead demand propose recount relate marvel muse
    summarize summarise elaborate clarify repeat reiterate stipulate sing chant scream
    accuse recommend scold snap interject volunteer begin open finish go think believe wonder
    speak talk offer email text message thunder fume gush crow deadpan bellow chime laugh smile
    sigh beg pray rejoin opine pronounce proclaim protest object praise hail blast tout
    disclose divulge specify tease scoff sneer growl bark stammer stutter venture assure reassure
    remind confide confess grumble groan sum express voice echo mock hint intone recite sniff
    shrug grin nod gasp sob weep type retweet blog pen underline underscore highlight signal
    instruct order direct command counsel implore decry denounce condemn criticize criticise
    dub label brand term deem
""")

# A clause they govern is held in mind, found out, shown or implied.
_MIND = """
    accept acquiesce anticipate appreciate assess assume bet calculate care certify check
    conclude conjecture consider contemplate convince decide deduce deem demonstrate deplore
    determine disbelieve discern discover doubt dread dream envisage envision establish
    estimate evidence exaggerate exemplify expect fancy fathom fear feel figure find forecast
    foresee foretell forget gather guess hear hop hope hypothesise hypothesize
    ignore illustrate imagine imply indicate infer intend intimate investigate judge know learn
    mention mistrust muse notice observe perceive persuade pick ponder posit prefer
    presume pretend prophesy prove question rate realise realize reason reckon recognise recognize
    recollect regret rejoice remember resent resolve rue see sense show speculate spot study
    suppose surmise suspect swear think trust understand uncover verify want wish witness wonder
    worry react debate dispute rebut refute contradict query reaffirm trumpet showcase detail
    leak publish mouth
"""

# A clause with "that" makes a cue of any other verb; these cause, permit or turn out.
NOT_A_CUE = word_set("""
    make let help have get allow mean ensure happen be become cause do keep watch bring win turn
    take leave remain seem appear look sound tend include go send reflect need force require see
    prevent lead follow occur stand come so guarantee
""")

# What follows is a person who is told, not what is said.
RECIPIENT = word_set("tell inform assure reassure remind notify advise ask warn")

# After a noun and with no one who does it, these give a name: "a group called Open Doors".
NAMING = word_set("call name know title entitle dub label brand")

# "Put the number at seven": a figure is given.
RATING = word_set("put place estimate peg")

# "As the mayor put it": the object says nothing, and stands for the words beside it.
PHRASING = word_set("put phrase express")
EMPTY_OBJECTS = word_set("it this so")

# Verbs of asking, and the conjunctions that open what is asked.
ASKING = word_set("ask wonder see know inquire")
CONDITIONS = word_set("if whether")

# They open a reported clause or question: "added that", "asked how".
COMPLEMENTERS = word_set("that if whether how why what who when where")

# "Said so", "did not say when": one word stands for what was said.
ANSWERS = word_set("so when why how where otherwise")

# A speaker who says "I" or "you" tells of the talk itself.
FIRST_PERSON = word_set("i we you us me my our your myself ourselves yourself")

# Verbs by which somebody's words are reported.
SAYING = word_set("""
    say tell add state declare announce claim insist argue explain warn write tweet report reveal
    confirm deny admit acknowledge concede stress emphasize emphasise note point accuse allege
    maintain contend assert affirm testify promise vow pledge blame criticize criticise denounce
    condemn urge demand call
""")

# Sources that hand on the words of others.
REPORTED = word_set("""
    report reports newspaper paper agency outlet magazine broadcaster network website site channel
    station television radio program programme post article story account media statement press
    times herald guardian independent tribune journal gazette telegraph mail mirror globe chronicle
    reuters ap afp tass bbc cnn nbc abc cbs npr bloomberg xinhua interfax jazeera axios politico
""")

# What they say is said by whoever issues them.
DOCUMENTS = word_set("statement report post letter memo proclamation tweet email communique")
ISSUING = word_set("issue release publish post circulate send")

# What somebody is accused of saying, and what is "allegedly" said, is no statement of his.
ALLEGING = word_set("accuse charge indict suspect convict acquit allege blame arrest sue")
ALLEGED = word_set("allegedly")

# Of a body, these hand on what somebody else said.
HANDING_ON = word_set("report quote cite carry")

# Somebody besides those told of before, of whom no more is known.
OTHERS = word_set("another")

# Who is cited speaks by way of who cites: "the paper said, citing police".
CITING = word_set("quote cite")
CONVERSING = word_set("speak talk")

_WANT = """
    want hope hop plan vow promise pledge refuse decline threaten intend agree wish offer decide seek
    claim prefer aim like love hate swear opt determine long aspire resolve commit volunteer strive
    consent elect undertake propose profess purport vote demand plead yearn hesitate
"""

_JUDGE = """
    support endorse back defend oppose attack criticize criticise praise reject denounce question
    dismiss deny favor favour embrace compare tout mock blast blame condemn accuse slam applaud
    decry lament hail welcome prefer disavow rebuke repudiate assail bash ridicule deride insult
    credit thank congratulate commend laud salute rip hammer chide scold castigate lambast
    lambaste excoriate berate reprimand admonish censure fault disparage belittle demean malign
    vilify trash savage pan dispute rebut refute contradict counter downplay minimize
    exaggerate overstate understate like dislike love hate admire despise resent regret appreciate
    cherish distrust mistrust fear doubt value respect worship champion advocate promote urge
    encourage recommend disagree approve disapprove boo heckle cheer taunt boycott protest shun
    scorn spurn renounce retract recant disown
"""

_TELL = """
    say tell call announce discuss describe cite express note mention tweet write post ask report claim
    recall share release issue reveal explain repeat underscore acknowledge declare publish expose
    confirm highlight list emphasize emphasise remind reiterate point invoke identify email
    suggest disclose reference demand voice signal detail quote stress urge outline predict recount
    project recite concede admit state articulate attribute explore argue broadcast chant
    liken warn assert affirm bemoan utter clarify preach document chronicle estimate allege
    indicate illustrate proclaim pronounce profess herald trumpet portray characterize characterise
    depict summarize summarise paraphrase spell specify relay convey communicate air divulge leak
    allege insinuate echo parrot address answer propose float request pledge promise vow threaten
    offer show lay narrate relate broach advertise publicize publicise circulate text
    testify swear elaborate interpret forecast foretell
"""

_RULE = """
    approve order appoint ban prohibit veto ratify mandate authorize authorise sentence sue charge
    indict revoke rescind uphold file withdraw decree outlaw pardon convict acquit name designate
"""

_KNOW = """
    see know believe feel understand consider view recognize recognise expect remember want
    foresee envision imagine picture contemplate mull ponder perceive notice judge doubt
    deem regard realize realise intend wish anticipate underestimate overlook care
    conceive favor misunderstand assume presume
"""

_NAME = """
    call describe see cast cite portray dismiss present view paint name identify defend quote list
    attack characterize characterise slam criticize criticise frame praise pitch tout deem regard
    dub hail rank label brand denounce condemn single reference consider depict ridicule mock
    deride reject welcome celebrate recognize recognise declare term style decry interpret
    perceive brush mark know count acknowledge remember pronounce rate diagnose classify
    designate categorize treat recall envision
"""

# These objects make a deed of a verb: "the storm claimed nine lives".
DEED_OBJECTS = {"claim": word_set("life victim")}

# With words or with force: of others than a person by name or role, force is meant.
BLOWS = word_set("attack slam blast hammer rip savage challenge threaten")

# With an object these tell a deed more often than a view: "tweet a picture", "ban the book".
_DEEDS = word_set("""
    tweet address embrace ban feel raise lay expose overlook champion invoke encourage release file
    recall see
""")

VERBS = {
    "clause": (SPEECH | SAYING | ASKING | word_set(_MIND + _WANT + _TELL + _KNOW))
    - word_set("go begin open finish continue"),
    "inverted": SAYING,
    "opened": SAYING,
    "aside": (SPEECH - word_set("go speak talk open begin finish continue"))
    | word_set(
        "put know believe feel fear hope expect see show speculate forecast find understand"
    ),
    "infinitive": word_set(_WANT + "call expect hope look say ask respond argue tweet write"),
    "gerund": word_set("""
        report propose say support consider suggest mention describe oppose endorse recall
        advocate recommend remember lament acknowledge note mull contemplate regret imagine
        resist rule deny admit favor discuss enjoy like love hate dislike fear
    """),
    "object": (
        word_set(_JUDGE + _TELL + _RULE + _KNOW) | word_set("seek accept ignore challenge relish")
    )
    - _DEEDS,
    "object+as": word_set(_NAME) - word_set("recall"),
    "object+infinitive": word_set("""
        urge ask encourage tell persuade push order request pressure press challenge warn advise
        instruct implore beg beseech exhort dare command direct caution want expect
        authorize lobby counsel call petition entreat
    """),
    "object+of": word_set("accuse remind assure inform warn convict suspect notify advise"),
    "object+for": word_set(_JUDGE + "hit call voice take cast apologize"),
    "object+about": word_set("ask say tell warn inform remind question lecture post teach mock"),
    "object+at": RATING,
    "object+over": word_set("attack criticize criticise blast sue slam condemn mock"),
    "passive": word_set(
        _JUDGE
        + _RULE
        + """
        ask report announce expect confirm consider mention say share disclose claim
        state reveal tell describe view know cite quote allege predict
    """
    ),
    "passive+infinitive": word_set("""
        expect ask intend say know believe think allege require order tell urge advise project
        forecast rumor report call predict estimate presume invite
    """),
    "passive+clause": word_set("""
        say ask tell report quote reveal find expect announce believe think allege convince
        estimate warn inform note claim argue assume hope fear agree decide rumor know
    """),
    "passive+as": word_set(_NAME),
    "passive+about": word_set("ask question inform warn tell"),
    "to": word_set("""
        refer point respond allude apologize object reply nod admit confess liken
        testify attest hint
    """),
    "for": word_set("""
        call ask push advocate hope hop apologize vouch plead argue beg lobby yearn
        wish pray cheer petition root
    """),
    "about": word_set("""
        talk speak worry complain think say write boast brag joke feel muse speculate
        gush wonder rant lie warn fret inquire comment testify reminisce learn hear rave
    """),
    "on": word_set("""
        comment agree insist elaborate weigh double write speculate expand disagree tweet touch
        dwell report opine remark
    """),
    "of": word_set("""
        speak warn think say talk boast complain accuse write learn approve disapprove dream
        conceive despair brag know hear
    """),
    "with": word_set("agree disagree side concur sympathize sympathise identify empathize"),
    "at": word_set("hint lash balk scoff marvel rail bristle sneer laugh"),
    "in": word_set("believe confide"),
    "against": word_set("""
        rail warn caution argue vote speak inveigh fulminate protest rule testify
    """),
    "by": word_set("stand conclude"),
    "from": frozenset(),
}
