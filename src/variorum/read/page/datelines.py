"""Datelines: "PARIS, 3 March (AFP) —" at the start of a report's first paragraph.

Enters: the folded start of a line, and its language. Leaves: a `Dateline` (place, agency, date words, length), or
``None``. A dateline needs a place in capitals, an agency in its marks, both a date and a dash, or a
place with a full date and a full stop: a plain capitalised word before a dash is no evidence.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from variorum.languages.calendar import Calendar
from variorum.languages.language import Language
from variorum.languages.pages import Pages
from variorum.languages.tables import Pattern
from variorum.read.page.agencies import is_agency
from variorum.read.page.publication import printed

LONGEST_DATELINE = 120
"""Characters in which a dateline must end."""

_REGION = r"(?:, (?:[A-Z][\w.'-]{1,15})(?: [A-Z][\w.'-]{1,15}){0,2})?"
_AGENCY = r"(?:\((?P<round>[A-Z][\w.&' /-]{1,40})\)|/(?P<slash>[A-Z][\w.&' -]{1,30})/)"
_DASH = r"(?: ?(?:--|–|- | -|— ?|:(?= ))|(?<=[/)])[.:]?|(?<=\))\.?) ?"
_FLAT = re.compile(
    r"(?P<place>[A-Z][A-Z' -]{2,30}|[A-Z][a-z]{2,20}), (?P<agency>[A-Z]{2,6}) ?(?:--|–|-) "
)


class _Patterns(Struct, frozen=True):
    """`stopped` is the style of press offices: "Lund, 4 May 2021. The Minister today opened …"."""

    usual: Pattern
    stopped: Pattern


@cache
def _patterns(calendar: Calendar, pages: Pages) -> _Patterns:
    how = printed(calendar)
    links = "".join(f"|{word}" for word in sorted(pages.place_links))
    upper = rf"[A-Z][A-Z'.-]{{1,20}}(?:[ /](?:[A-Z][A-Z'.-]{{0,20}}{links})){{0,4}}"
    mixed = rf"[A-Z][\w'.-]{{1,20}}(?: (?:[A-Z][\w'.-]{{1,20}}{links})){{0,3}}"
    weekday = rf"(?:(?i:{how.weekday})\.?,? )?"
    day = rf"{weekday}(?:(?i:{how.month}) \d{{1,2}}|\d{{1,2}} (?i:{how.month}))"
    when = rf"(?P<when>{day}(?:,? \d{{4}})?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
    tail = rf"(?:[.,]? ?\(?{when}\)?)?(?:[.,]{{0,2}} ?{_AGENCY})?[.,]?"
    return _Patterns(
        re.compile(
            rf"(?:× )?(?:(?P<upper>{upper}){_REGION}|(?P<mixed>{mixed}){_REGION})?{tail}"
            rf"(?P<dash>{_DASH})"
        ),
        re.compile(
            rf"(?P<place>{mixed}){_REGION}, (?P<when>{day},? \d{{4}})\. (?=[A-Z\"'])",
        ),
    )


class Dateline(Struct, frozen=True):
    """Where and when a report was filed, by whom; `length` in characters of the line.

    `marked` tells that the agency stands between slashes, as only agencies set their names.
    """

    length: int
    place: str | None = None
    agency: str | None = None
    when: str | None = None
    marked: bool = False


def dateline(folded: str, language: Language) -> Dateline | None:
    """Return the dateline at the start of a folded line, if there is one.

    >>> from variorum.languages.registry import language_of
    >>> dateline("LISBON, May 2 (Lusa) - Two trams collided.", language_of("en"))
    Dateline(length=23, place='LISBON', agency='Lusa', when='May 2', marked=False)
    """
    shown = folded[:LONGEST_DATELINE]
    patterns = _patterns(language.calendar, language.pages)
    flat = _FLAT.match(shown)
    if flat:
        return Dateline(flat.end(), flat["place"], flat["agency"])
    stopped = patterns.stopped.match(shown)
    if stopped:
        return Dateline(stopped.end(), stopped["place"], None, stopped["when"])
    match = patterns.usual.match(shown)
    if match is None or not match.end() or not _warranted(match, folded, language):
        return None
    place = match["upper"] or match["mixed"]
    agency = match["round"] or match["slash"]
    if place is None and agency is not None and agency.isupper() and len(agency) > 6:
        return Dateline(match.end(), agency, None, match["when"])
    return Dateline(match.end(), place, agency, match["when"], match["slash"] is not None)


def _warranted(match: re.Match[str], folded: str, language: Language) -> bool:
    if match["upper"] is None and match["mixed"] is None and match["round"] is None:
        return match["slash"] is not None
    follows = folded[match.end() : match.end() + 1]
    if follows and not (follows.isupper() or follows.isdigit() or follows in "\"'($€£["):
        return False
    dashed = match["dash"].strip(" .") != ""
    if not dashed and match["slash"] is None and not is_agency(match["round"], language):
        return False
    if match["upper"] is not None:
        nobody = language.turns.not_speakers.fullmatch(match["upper"].lower())
        return len(match["upper"]) > 2 and nobody is None
    agency = match["round"] or match["slash"]
    return agency is not None or (match["when"] is not None and dashed)
