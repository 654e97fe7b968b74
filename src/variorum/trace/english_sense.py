"""English words by which tracing knows what is common, where sentences end, and who issues.

Enters: nothing. Leaves: tables of compare-forms (lower case, contractions opened).
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COMMON = _words(
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

PRINTS = _words("news agency newswire wire service newspaper paper magazine website")
"""Words beside a source's name that say that it prints news."""

FILLERS = _words("uh um er erm ah eh")
"""Sounds of a speaker who looks for words."""

OPENERS = _words("and but so")
"""Words that tie a sentence to the one before, which a quotation has not."""

FULL_FORMS = frozenset({("'s", "is"), ("'s", "has"), ("'s", "us"), ("'d", "had"), ("'d", "would")})
"""Clitics with the words they may stand for; those with one full form are opened already."""

MEDIA = _words("television tv radio media")
"""What a broadcaster is: with a word that any body may bear it is no name ("state television")."""

SAYS = _words("say says said saying tell tells told telling add adds added adding according")
"""Forms of the words that report what somebody says, and neither deny, ask nor order it."""

RELATING = _words(
    "of to in on at by for from with as into out up down about before after than and or i we you he "
    "she they him them us me who"
)
"""Small words that say what stands to what, and who: one put for another can turn a sentence."""

WRITTEN = _words("wrote written writes writing tweeted tweets posted posts blogged")
"""Cues of words that were written, and so were spoken on no occasion."""
