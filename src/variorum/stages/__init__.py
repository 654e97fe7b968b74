"""Stages: the steps in table form, so that an engine can run them anywhere.

Enters: rows (mappings) of an Arrow table. Leaves: rows. Each stage unpacks records, calls pure
steps, and packs what they return. Models are opened once in each worker, by the names in settings.
"""

from variorum.stages.comparing import (
    COMPARE,
    JUDGEMENT,
    UNSURE,
    compare,
    judging_row,
    linkable,
    rows_of,
)
from variorum.stages.fingerprints import (
    compare_fingerprint,
    journey_fingerprint,
    judging_step,
    study_fingerprint,
)
from variorum.stages.opening import encoder, require_models
from variorum.stages.reading import READ, content_key, source_row
from variorum.stages.rows import Row
from variorum.stages.studying import (
    STUDY,
    study,
    study_key,
    study_row,
    unread,
    unstudied,
    unstudied_because,
)

__all__ = [
    "COMPARE",
    "JUDGEMENT",
    "READ",
    "STUDY",
    "UNSURE",
    "Row",
    "compare",
    "compare_fingerprint",
    "content_key",
    "encoder",
    "journey_fingerprint",
    "judging_row",
    "judging_step",
    "linkable",
    "require_models",
    "rows_of",
    "source_row",
    "study",
    "study_fingerprint",
    "study_key",
    "study_row",
    "unread",
    "unstudied",
    "unstudied_because",
]
