"""Datelines: "PARIS, 3 March (AFP) —" at the start of a report's first paragraph.

Enters: the folded start of a line. Leaves: a `Dateline` (place, agency, date words, length), or
``None``. A dateline needs a place in capitals, an agency in its marks, both a date and a dash, or a
place with a full date and a full stop: a plain capitalised word before a dash is no evidence.
"""

from __future__ import annotations

import re

from msgspec import Struct

from variorum.languages.en.calendar import MONTH
from variorum.languages.en.page import NOT_SPEAKERS
from variorum.read.page.agencies import is_agency

LONGEST_DATELINE = 120
"""Characters in which a dateline must end."""

_UPPER = r"[A-Z][A-Z'.-]{1,20}(?:[ /](?:[A-Z][A-Z'.-]{0,20}|of|de|la|al|el|del|di)){0,4}"
_MIXED = r"[A-Z][\w'.-]{1,20}(?: (?:[A-Z][\w'.-]{1,20}|of|de|la|al|el)){0,3}"
_REGION = r"(?:, (?:[A-Z][\w.'-]{1,15})(?: [A-Z][\w.'-]{1,15}){0,2})?"
_WEEKDAY = r"(?:(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\.?,? "
_WHEN = (
    rf"(?P<when>(?:{_WEEKDAY})?(?:(?i:{MONTH}) \d{{1,2}}|\d{{1,2}} (?i:{MONTH}))(?:,? \d{{4}})?"
    rf"|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
)
_AGENCY = r"(?:\((?P<round>[A-Z][\w.&' /-]{1,40})\)|/(?P<slash>[A-Z][\w.&' -]{1,30})/)"
_DASH = r"(?: ?(?:--|–|- | -|— ?|:(?= ))|(?<=[/)])[.:]?|(?<=\))\.?) ?"
_TAIL = rf"(?:[.,]? ?\(?{_WHEN}\)?)?(?:[.,]{{0,2}} ?{_AGENCY})?[.,]?"
_PATTERN = re.compile(
    rf"(?:× )?(?:(?P<upper>{_UPPER}){_REGION}|(?P<mixed>{_MIXED}){_REGION})?{_TAIL}(?P<dash>{_DASH})"
)
_FLAT = re.compile(
    r"(?P<place>[A-Z][A-Z' -]{2,30}|[A-Z][a-z]{2,20}), (?P<agency>[A-Z]{2,6}) ?(?:--|–|-) "
)
_STOPPED = re.compile(
    rf"(?P<place>{_MIXED}){_REGION}, (?P<when>(?:{_WEEKDAY})?"
    rf"(?:(?i:{MONTH}) \d{{1,2}}|\d{{1,2}} (?i:{MONTH})),? \d{{4}})\. (?=[A-Z\"'])"
)
"""The style of press offices: "Lund, 4 May 2021. The Minister today opened …"."""


class Dateline(Struct, frozen=True):
    """Where and when a report was filed, by whom; `length` in characters of the line.

    `marked` tells that the agency stands between slashes, as only agencies set their names.
    """

    length: int
    place: str | None = None
    agency: str | None = None
    when: str | None = None
    marked: bool = False


def dateline(folded: str) -> Dateline | None:
    """Return the dateline at the start of a folded line, if there is one.

    >>> dateline("LISBON, May 2 (Lusa) - Two trams collided.")
    Dateline(length=23, place='LISBON', agency='Lusa', when='May 2', marked=False)
    """
    shown = folded[:LONGEST_DATELINE]
    flat = _FLAT.match(shown)
    if flat:
        return Dateline(flat.end(), flat["place"], flat["agency"])
    stopped = _STOPPED.match(shown)
    if stopped:
        return Dateline(stopped.end(), stopped["place"], None, stopped["when"])
    match = _PATTERN.match(shown)
    if match is None or not match.end() or not _warranted(match, folded):
        return None
    place = match["upper"] or match["mixed"]
    agency = match["round"] or match["slash"]
    if place is None and agency is not None and agency.isupper() and len(agency) > 6:
        return Dateline(match.end(), agency, None, match["when"])
    return Dateline(match.end(), place, agency, match["when"], match["slash"] is not None)


def _warranted(match: re.Match[str], folded: str) -> bool:
    if match["upper"] is None and match["mixed"] is None and match["round"] is None:
        return match["slash"] is not None
    follows = folded[match.end() : match.end() + 1]
    if follows and not (follows.isupper() or follows.isdigit() or follows in "\"'($€£["):
        return False
    dashed = match["dash"].strip(" .") != ""
    if not dashed and match["slash"] is None and not is_agency(match["round"]):
        return False
    if match["upper"] is not None:
        return len(match["upper"]) > 2 and not NOT_SPEAKERS.fullmatch(match["upper"].lower())
    agency = match["round"] or match["slash"]
    return agency is not None or (match["when"] is not None and dashed)
