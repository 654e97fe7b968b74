"""English as one record.

Enters: its tables. Leaves: `ENGLISH`.
"""

from __future__ import annotations

from typing import Final

from variorum.languages.calendar import Calendar
from variorum.languages.counts import Counts
from variorum.languages.en import (
    calendar,
    counts,
    cues,
    forms,
    given,
    kinds,
    money,
    names,
    numbers,
    page,
    rates,
    reliability,
    reporting,
    sense,
    sources,
    turns,
    units,
)
from variorum.languages.forms import Forms
from variorum.languages.language import Language
from variorum.languages.name_parts import NameParts
from variorum.languages.names import Names
from variorum.languages.numbers import Numbers
from variorum.languages.pages import Pages
from variorum.languages.press import Press
from variorum.languages.reporting import Reporting
from variorum.languages.sense import Sense
from variorum.languages.stems import Stems
from variorum.languages.tables import filled
from variorum.languages.turns import Turns
from variorum.languages.units import Units

ENGLISH: Final = Language(
    code="en",
    name="English",
    parser="variorum.models.parser:SpacyParser",
    calendar=filled(Calendar, calendar),
    counts=filled(Counts, counts),
    name_parts=filled(NameParts, given),
    names=filled(Names, names, kinds),
    numbers=filled(Numbers, numbers, calendar),
    pages=filled(Pages, page),
    press=filled(Press, sources),
    reporting=filled(Reporting, reporting, cues, reliability),
    sense=filled(Sense, sense),
    stems=filled(Stems, rates),
    forms=filled(Forms, forms),
    turns=filled(Turns, turns),
    units=filled(Units, units, money),
)
