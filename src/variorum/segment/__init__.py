"""Segment: blocks, sentences and the language pipeline's annotation, on unchanged text.

Enters: an `Account` and a `Parser`. Leaves: an `Annotation` whose offsets are the account's.
"""

from variorum.folding import fold
from variorum.segment.annotation import annotate
from variorum.segment.paragraphs import Block, blocks

__all__ = ["Block", "annotate", "blocks", "fold"]
