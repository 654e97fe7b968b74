"""English as one record.

Enters: its tables. Leaves: `ENGLISH`.
"""

from __future__ import annotations

from typing import Final

from variorum.languages.en import cues, kinds, names, reliability, reporting
from variorum.languages.language import Language
from variorum.languages.names import Names
from variorum.languages.reporting import Reporting
from variorum.languages.tables import filled

ENGLISH: Final = Language(
    code="en",
    name="English",
    parser="variorum.models.parser:SpacyParser",
    names=filled(Names, names, kinds),
    reporting=filled(Reporting, reporting, cues, reliability),
)
