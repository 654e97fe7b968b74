"""A language as one record: its words by subject, and its parser by name.

Enters: nothing. Leaves: `Language`.

What a language leaves empty, no rule finds: a new one begins with a few words and grows. The rules of a
room look words up in the `Language` that its readings carry; none imports a language.
"""

from __future__ import annotations

from msgspec import Struct

from variorum.languages.calendar import Calendar
from variorum.languages.counts import Counts
from variorum.languages.forms import Forms
from variorum.languages.name_parts import NameParts
from variorum.languages.names import Names
from variorum.languages.numbers import Numbers
from variorum.languages.pages import Pages
from variorum.languages.press import Press
from variorum.languages.reporting import Reporting
from variorum.languages.sense import Sense
from variorum.languages.stems import Stems
from variorum.languages.turns import Turns
from variorum.languages.units import Units


class Language(Struct, frozen=True, kw_only=True, eq=False):
    """Words of one language, by the subject that rules look them up for.

    `code` is its ISO 639-1 code; `parser` names its `seams.Parser` as settings do
    ("package.module:attribute"). `version` changes whenever the words of a language that does not
    ship do: kept work depends on it.
    """

    code: str
    name: str
    parser: str = ""
    version: str = ""
    calendar: Calendar = Calendar()
    counts: Counts = Counts()
    name_parts: NameParts = NameParts()
    names: Names = Names()
    numbers: Numbers = Numbers()
    pages: Pages = Pages()
    press: Press = Press()
    reporting: Reporting = Reporting()
    sense: Sense = Sense()
    forms: Forms = Forms()
    stems: Stems = Stems()
    turns: Turns = Turns()
    units: Units = Units()
