"""Terms: what a passage has that tells which question it answers.

Enters: dossiers. Leaves: `PassageTerms`, in the order of accounts and of the page.

A passage is often a fragment whose question stands around it, so its words and names are kept at
three widths: its own, its sentence's, and those of its sentence with the one before and after it.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from variorum.align.cutting import content_tokens
from variorum.annotations import Token
from variorum.records import Dossier, Passage, Span

Widths = tuple[frozenset[str], frozenset[str], frozenset[str]]
"""Of a passage, its sentence, and its sentence with its neighbours."""


class PassageTerms(Struct, frozen=True):
    """What one passage has; `place` is where it begins, as a share of its account's characters.

    `sentence` and `near` are indexes of its sentence and of that with its neighbours. `counted` are heads and units
    of its figures, `moments` the days of its moments, `predicate` the lemma that its clause hangs on.
    `speaker` is an entity, a name, "" for one that is not known, ``None`` for the narrator.
    """

    account: str
    text: str
    sentence: int
    near: tuple[int, ...]
    words: Widths
    names: Widths
    numbers: frozenset[str]
    counted: frozenset[str]
    moments: frozenset[str]
    timed: bool
    predicate: str
    speaker: str | None
    negated: bool
    modal: bool
    place: float


def passage_terms(dossiers: Sequence[Dossier]) -> list[PassageTerms]:
    """Return what each passage has, ordered by account and place as candidates are."""
    ordered = sorted(dossiers, key=lambda dossier: dossier.account.id)
    return [
        _terms(dossier, lemmas, passage)
        for dossier in ordered
        for lemmas in [_lemmas(dossier.annotation.tokens)]
        for passage in dossier.passages
    ]


def _lemmas(tokens: Sequence[Token]) -> tuple[list[str], list[str]]:
    """Return the lemma of each token that carries meaning, and of each that is a name; "" of the rest."""
    carrying = {token.start for token in content_tokens(tokens)}
    lemmas = [token.lemma.lower() if token.start in carrying else "" for token in tokens]
    proper = [token.word_class == "proper noun" for token in tokens]
    return lemmas, [lemma if named else "" for lemma, named in zip(lemmas, proper, strict=True)]


def _terms(
    dossier: Dossier, lemmas: tuple[Sequence[str], Sequence[str]], passage: Passage
) -> PassageTerms:
    tokens, sentences = dossier.annotation.tokens, dossier.annotation.sentences
    near, own = _beside(dossier, passage), sentences[passage.sentence]
    inside = tokens[passage.first : passage.last]
    around = slice(sentences[near[0]].first, sentences[near[-1]].last)
    widths = (slice(passage.first, passage.last), slice(own.first, own.last), around)
    words, names = (_widths(some, widths) for some in lemmas)
    said, text = dossier.statements, dossier.account.text
    figures = [one for one in said.figures if one.place.overlaps(passage.place)]
    moments = [one for one in said.moments if one.place.overlaps(passage.place)]
    heads = {head for one in figures if (head := one.counted_head or one.unit)}
    return PassageTerms(
        account=dossier.account.id,
        text=passage.place.text,
        sentence=passage.sentence,
        near=near,
        words=words,
        names=names,
        numbers=frozenset(one.value for one in figures if one.value),
        counted=frozenset(heads),
        moments=frozenset(f"{m.earliest} {m.latest}" for m in moments if m.earliest),
        timed=bool(moments),
        predicate=_predicate(tokens, passage),
        speaker=_speaker(dossier, passage.place),
        negated=any(token.relation == "negation" for token in inside),
        modal=any(token.form == "modal" for token in inside),
        place=passage.place.start / max(1, len(text)),
    )


def _beside(dossier: Dossier, passage: Passage) -> tuple[int, ...]:
    """Return the indexes of a passage's sentence and its neighbours in the same region of the page."""
    sentences, here = dossier.annotation.sentences, passage.sentence
    indexes = range(max(0, here - 1), min(here + 2, len(sentences)))
    return tuple(i for i in indexes if sentences[i].region == sentences[here].region)


def _widths(lemmas: Sequence[str], widths: Sequence[slice]) -> Widths:
    one, two, three = (frozenset(lemmas[width]) - {""} for width in widths)
    return one, two, three


def _predicate(tokens: Sequence[Token], passage: Passage) -> str:
    """Return the lemma that a passage hangs on: a verb where one of its tops is one."""
    inside = range(passage.first, passage.last)
    tops = [i for i in inside if tokens[i].head == i or tokens[i].head not in inside]
    verbs = [i for i in tops if tokens[i].word_class in {"verb", "auxiliary"}]
    return next((tokens[i].lemma.lower() for i in (*verbs, *tops)), "")


def _speaker(dossier: Dossier, place: Span) -> str | None:
    """Return who says any word of a passage, whether it was cut along the quotation or across."""
    for quotation in dossier.statements.quotations:
        if any(content.overlaps(place) for content in quotation.contents):
            return quotation.speaker.entity or quotation.speaker.name or ""
    return None
