"""English words that carry the sense of a claim: leave one out and another thing is said.

Enters: nothing. Leaves: tables of compare-forms (lower case, contractions opened).
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEGATION = _words(
    "not no never neither nor none nobody nothing nowhere without cannot cant hardly scarcely "
    "barely n't unable refuse refuses refused deny denies denied false untrue"
)
"""Words that turn a claim round."""

MODALITY = _words(
    "can could may might must shall should will would ought need needs 'd perhaps maybe possibly "
    "probably likely unlikely allegedly reportedly apparently supposedly"
)
"""Words that say how far a claim is held to be true, possible or due."""

CLAIMS = _words("should must may might could ought perhaps maybe possibly allegedly reportedly")
"""Modals that no translation adds by itself, as it may "will" and "can"."""

IMPLIED = _words("until unless otherwise without lack lacks lacked fail fails failed avoid prevent")
"""Words that another language may put with a "not" of its own."""

CONDITION = _words("if unless until except only provided")
"""Words that bind a claim to something else or limit it."""

COMMON = _words(
    "a an the and or of to in on at by for from with as is are was were be been being it its this "
    "that these those he she they we i you his her their our my your him them us me who which what "
    "there here has have had do does did so than then into out up down about after before said says "
    "'s am will would can could not"
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
