"""English words that change what a sentence claims, that are common, or that give an order.

Enters: nothing. Leaves: tables from lemma to class, of which the logic knows the classes only;
tables of compare-forms (lower case, contractions opened); a table from ordinal to its number.
"""

from variorum.languages.en import forms
from variorum.languages.tables import word_set

NEGATIONS = word_set("not n't never no neither nor none nobody nothing nowhere without cannot cant")
"""Words that deny what they stand beside; the last ones are what odd apostrophes leave of "didn't"."""

DENYING = word_set(
    "unable refuse refuses refused deny denies denied false untrue hardly scarcely barely"
)
"""Words that turn a claim round without a negation."""

TURNING = NEGATIONS | DENYING
"""All words that turn a claim round: two of them, or none, leave it as it is."""

NO_DENIALS = word_set("only just question doubt wonder least less more")
"""Words after which a negation denies nothing: "not only", "no doubt"."""

REPORTED_DENIALS = word_set(
    "deny denial reject dismiss refute dispute rebut disprove disavow doubt false untrue wrong lie"
)
"""Words that turn a claim told after them: "denied that", "dismissed claims that"."""

LEFT_OUT = word_set("the a an this that these those be have do 's to")
"""Words without which a passage still says the same, unless they are verbs of their own."""

SUPPOSING = word_set("if unless except only provided")
"""Words that open a clause of what is only supposed."""

CONDITION = SUPPOSING | word_set("until")
"""Words that bind a claim to something else or limit it."""

IMPLIED = word_set(
    "until unless otherwise without lack lacks lacked fail fails failed avoid prevent"
)
"""Words that another wording may put with a "not" of its own."""

MODALS = {
    "should": "obligation",
    "must": "obligation",
    "ought": "obligation",
    "shall": "obligation",
    "need": "obligation",
    "have to": "obligation",
    "may": "possibility",
    "might": "possibility",
    "could": "possibility",
    "can": "possibility",
    "will": "future",
    "would": "future",
    "'ll": "future",
    "'d": "future",
}
"""Modal lemma to class; reported speech shifts "can" to "could" and "will" to "would"."""

LIGHT_VERBS = frozenset({"be", "have", "do", "get", "make", "take", "go", "come", "say", "tell"})
"""Verbs that say little by themselves: sharing one is no sign of one claim."""

HEDGES = frozenset(
    {
        "reportedly",
        "allegedly",
        "apparently",
        "possibly",
        "probably",
        "perhaps",
        "maybe",
        "likely",
        "presumably",
        "seemingly",
        "supposedly",
    }
)

MODALITY = frozenset(MODALS) | HEDGES | {"needs", "unlikely"}
"""Words that say how far a claim is held to be true, possible or due."""

CLAIMS = word_set("should must may might could ought perhaps maybe possibly allegedly reportedly")
"""Modals that no rendering adds by itself, as it may "will" and "can"."""

WHOLLY = word_set("completely totally entirely fully wholly utterly")
"""Words that add nothing to what befell in full: "completely destroyed" is destroyed."""

DEGREES = WHOLLY | word_set(
    "virtually practically almost nearly partly partially largely mostly slightly severely badly "
    "seriously critically potentially possibly probably apparently presumably seemingly perhaps"
)
"""Words that say how far, or how surely, something befell; who says so is another matter."""

HELD = word_set("believe think understand presume fear")
"""Verbs by which something is only held to have befallen: "is believed to have been"."""

QUANTIFIERS = {
    "all": "all",
    "every": "all",
    "each": "all",
    "entire": "all",
    "whole": "all",
    "most": "most",
    "majority": "most",
    "many": "many",
    "numerous": "many",
    "some": "some",
    "several": "some",
    "few": "few",
    "none": "none",
    "no": "none",
    "half": "half",
    "minority": "few",
}

_UP = word_set("rise increase grow climb jump gain surge soar expand raise rally")
_DOWN = word_set(
    "fall decrease decline drop shrink slip plunge slump tumble contract dip reduce cut lower "
    "plummet sink"
)
_OPPOSED = (
    "gain/lose gain/loss profit/loss up/down higher/lower above/below more/fewer more/less "
    "accept/reject accept/refuse approve/reject approve/oppose support/oppose favour/against "
    "favor/against for/against allow/ban allow/forbid allow/prohibit permit/forbid "
    "confirm/deny admit/deny convict/acquit guilty/innocent arrest/release open/close "
    "open/closed begin/end start/stop start/end win/lose victory/defeat succeed/fail "
    "success/failure improve/worsen strengthen/weaken enter/leave arrive/depart before/after "
    "buy/sell hire/dismiss survive/die alive/dead safe/unsafe safe/dangerous legal/illegal "
    "lawful/unlawful possible/impossible likely/unlikely stable/unstable "
    "optimistic/pessimistic positive/negative maximum/minimum early/late north/south "
    "northern/southern east/west eastern/western left/right male/female "
    "public/private temporary/permanent voluntary/mandatory voluntary/compulsory "
    "intentional/accidental deliberate/accidental include/exclude earnings/loss "
    "thrive/struggle acquit/charge acquit/arrest release/detain last/next previous/next "
    "ahead/behind forward/backward forwards/backwards strong/weak stronger/weaker "
    "strength/weakness significant/negligible crucial/irrelevant easy/difficult easy/hard "
    "cheap/expensive big/small large/small long/short high/low good/bad better/worse "
    "best/worst direct/indirect explicit/implicit correct/wrong right/wrong true/false "
    "real/fake natural/artificial domestic/foreign inside/outside internal/external "
    "indoor/outdoor urban/rural rich/poor wealthy/poor old/new old/young ancient/modern "
    "hot/cold warm/cool wet/dry light/dark light/heavy fast/slow quick/slow quickly/slowly "
    "rapid/slow rapidly/slowly full/empty active/passive love/hate friend/enemy ally/enemy "
    "attack/defend war/peace create/destroy build/demolish add/remove remember/forget "
    "present/absent attend/miss praise/criticize praise/criticise praise/condemn "
    "encourage/discourage push/pull appear/vanish adopt/reject pass/fail "
    "pass/reject hire/fire employ/dismiss advance/retreat unite/divide import/export "
    "majority/minority always/never often/rarely frequently/rarely everything/nothing "
    "everyone/nobody both/neither first/last beginning/end upper/lower top/bottom least/most "
    "upturn/downturn growth/decline guilty/acquitted healthy/ill careful/careless "
    "hopeful/hopeless useful/useless calm/violent peaceful/violent simple/complex "
    "simple/complicated wide/narrow deep/shallow thick/thin tight/loose clean/dirty "
    "sharp/blunt rough/smooth noisy/quiet loud/quiet optimism/pessimism surplus/deficit "
    ""
    ""
    "ascend/descend attach/detach combine/separate merge/split "
    "accelerate/slow delay/hasten extend/shorten lengthen/shorten broaden/narrow "
    "tighten/loosen tighten/ease deteriorate/improve recover/worsen stabilise/destabilise "
    "stabilize/destabilize lift/impose repeal/enact ban/legalise ban/legalize welcome/condemn "
    "welcome/reject confirmed/suspected known/unknown knowingly/unknowingly sunrise/sunset "
    "defense/prosecution defence/prosecution offense/defense "
    "peacetime/wartime departure/arrival entrance/exit income/expense revenue/expense "
    "asset/liability bullish/bearish outperform/underperform "
    "overestimate/underestimate overvalue/undervalue exceed/miss beat/miss succeed/precede"
)

ANTONYMS = frozenset(
    [(up, down) for up in _UP for down in _DOWN]
    + [(one, other) for one, _, other in (pair.partition("/") for pair in _OPPOSED.split())]
)
"""Lemmas of opposite meaning, either way round, for what may be said of one thing."""

OPPOSING_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")
"""Beginnings that turn an adjective or adverb into its opposite: "stable", "unstable"."""

FIRST_PERSON = frozenset(
    {"i", "me", "my", "mine", "we", "us", "our", "ours", "myself", "ourselves"}
)
"""Words in which a speaker speaks of himself: a narrator's passage that has one is a quotation whose
marks were not understood."""

COMMON = word_set(
    "a an the and or of to in on at by for from with as is are was were be been being it its this "
    "that these those he she they we i you his her their our my your him them us me who which what "
    "there here has have had do does did so than then into out up down about after before said says "
    "'s am will would can could not no one nobody none someone somebody anyone anybody everyone "
    "everybody"
)
"""Words so common that sharing them shows nothing."""

SENTENCE_END = frozenset(".!?")
"""Marks that close a sentence."""

SPEECH_ENDS = frozenset({"mr", "mrs", "ms", "dr", "sen", "gov", "st", "u", "s", "no", "vs"})
"""Words whose full stop closes no sentence."""

ISSUED = (
    "press release",
    "news release",
    "media release",
    "press notice",
    "press office",
    "for immediate release",
    "notes to editors",
    "media contact",
    "recall notice",
    "safety notice",
    "public notice",
    "official statement",
    "official site",
)
"""Phrases at the head or foot of an account that a body issued about itself."""

FILLERS = word_set("uh um er erm ah eh")
"""Sounds of a speaker who looks for words."""

OPENERS = word_set("and but so")
"""Words that tie a sentence to the one before, which a quotation has not."""

FULL_FORMS = frozenset({("'s", "is"), ("'s", "has"), ("'s", "us"), ("'d", "had"), ("'d", "would")})
"""Clitics with the words they may stand for; those with one full form are opened already."""

SAYS = word_set("say says said saying tell tells told telling add adds added adding according")
"""Forms of the words that report what somebody says, and neither deny, ask nor order it."""

RELATING = word_set(
    "of to in on at by for from with as into out up down about before after than and or i we you he "
    "she they him them us me who"
)
"""Small words that say what stands to what, and who: one put for another can turn a sentence."""

WRITTEN = word_set("wrote written writes writing tweeted tweets posted posts blogged")
"""Cues of words that were written, and so were spoken on no occasion."""

ORDINALS = {word: f"{number}th" for number, word in enumerate(forms.ORDINALS[:12], start=1)} | {
    "1st": "1th",
    "2nd": "2th",
    "3rd": "3th",
}
"""Ordinal to one form of it, so that "third" and "3rd" meet."""

OBLIGING = word_set("need have ought")
INFINITIVE = word_set("to")
PRONOUNS = word_set("one")
