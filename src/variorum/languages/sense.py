"""Sense: the words that turn, limit or weaken what a sentence says.

Enters: nothing. Leaves: `Sense`, which a language fills; what it leaves empty, no rule finds.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from variorum.languages.tables import Words

_NONE: Words = frozenset()


class Sense(Struct, frozen=True, kw_only=True, eq=False):
    """Words in lower case, or lemmas where a verb or noun is meant."""

    negations: Words = _NONE
    """Words that deny what they stand beside; the last ones are what odd apostrophes leave of
    "didn't"."""
    turning: Words = _NONE
    """All words that turn a claim round: two of them, or none, leave it as it is."""
    no_denials: Words = _NONE
    """Words after which a negation denies nothing: "not only", "no doubt"."""
    reported_denials: Words = _NONE
    """Words that turn a claim told after them: "denied that", "dismissed claims that"."""
    left_out: Words = _NONE
    """Words without which a passage still says the same, unless they are verbs of their own."""
    condition: Words = _NONE
    """Words that bind a claim to something else or limit it."""
    supposing: Words = _NONE
    """Of these, the ones that open a clause of what is only supposed."""
    implied: Words = _NONE
    """Words that another wording may put with a "not" of its own."""
    modals: Words = _NONE
    """Lemmas of auxiliaries that say what will, may or should be."""
    obliging: Words = _NONE
    """Verbs that oblige before an infinitive: "have to", "need to"."""
    infinitive: Words = _NONE
    light_verbs: Words = _NONE
    """Verbs that say little by themselves: sharing one is no sign of one claim."""
    modality: Words = _NONE
    """Words that say how far a claim is held to be true, possible or due."""
    claims: Words = _NONE
    """Modals that no rendering adds by itself, as it may "will" and "can"."""
    wholly: Words = _NONE
    """Words that add nothing to what befell in full: "completely destroyed" is destroyed."""
    degrees: Words = _NONE
    """Words that say how far, or how surely, something befell; who says so is another matter."""
    held: Words = _NONE
    """Verbs by which something is only held to have befallen: "is believed to have been"."""
    quantifiers: Words = _NONE
    """Words that say of how many of them a claim holds."""
    first_person: Words = _NONE
    """Words in which a speaker speaks of himself: a narrator's passage that has one is a
    quotation whose marks were not understood."""
    common: Words = _NONE
    """Words so common that sharing them shows nothing."""
    sentence_end: Words = _NONE
    """Marks that close a sentence."""
    speech_ends: Words = _NONE
    """Words whose full stop closes no sentence."""
    issued: tuple[str, ...] = ()
    """Phrases at the head or foot of an account that a body issued about itself."""
    fillers: Words = _NONE
    """Sounds of a speaker who looks for words."""
    openers: Words = _NONE
    """Words that tie a sentence to the one before, which a quotation has not."""
    full_forms: frozenset[tuple[str, str]] = frozenset()
    """Clitics with the words they may stand for; those with one full form are opened already."""
    says: Words = _NONE
    """Forms of the words that report what somebody says, and neither deny, ask nor order it."""
    relating: Words = _NONE
    """Small words that say what stands to what, and who: one put for another can turn a
    sentence."""
    written: Words = _NONE
    """Cues of words that were written, and so were spoken on no occasion."""
    pronouns: Words = _NONE
    """Number words that stand for a thing: "one"."""
    ordinals: Mapping[str, str] = {}
    """Ordinal to one form of it, so that "third" and "3rd" meet."""
