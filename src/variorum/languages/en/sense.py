"""English words that change what a sentence claims, that are common, or that give an order.

Enters: nothing. Leaves: sets of lemmas, and of compare-forms (lower case, contractions opened); a
table from ordinal to its number.
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

MODALS = word_set("should must ought shall need may might could can will would 'll 'd")
"""Lemmas of auxiliaries that say what will, may or should be."""

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

MODALITY = MODALS | HEDGES | {"needs", "unlikely"}
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

QUANTIFIERS = word_set(
    "all every each entire whole most majority many numerous some several few none no half minority"
)
"""Words that say of how many of them a claim holds."""

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
