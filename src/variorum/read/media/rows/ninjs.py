"""Ninjs: articles as agencies send them in JSON.

Enters: the value of a JSON file (IPTC ninjs 1 and 2). Leaves: `Draft`s, and problems as (where, reason).
"""

from __future__ import annotations

from collections.abc import Mapping

from variorum.errors import SourceError
from variorum.read.media.drafts import Complaint, Draft, Found
from variorum.read.media.formats import NO_ARTICLE, WITHDRAWN
from variorum.read.media.rows.json_feeds import draft_of_row
from variorum.settings import Settings

_DATED = ("versioncreated", "contentcreated", "firstcreated")
_BODIES = ("body_xhtml", "body_html", "body_text")
_ENDED = ("canceled", "cancelled", "withheld")


def is_ninjs(value: object) -> bool:
    """Tell an item, or a list of items, by its address and the time of its version."""
    first = value[0] if isinstance(value, list) and value else value
    return isinstance(first, dict) and "uri" in first and any(name in first for name in _DATED)


def read_ninjs(value: object, source: str, settings: Settings) -> Found:
    """Return items as drafts; one that was withdrawn is a complaint."""
    items = value if isinstance(value, list) else [value]
    drafts: list[Draft] = []
    complaints: list[Complaint] = []
    for number, item in enumerate(items, start=1):
        name = f"{source}#{number}" if len(items) > 1 else source
        where = f"{source}, item {number}" if len(items) > 1 else source
        try:
            drafts.append(_draft(item if isinstance(item, dict) else {}, name, where, settings))
        except SourceError as error:
            complaints.append((where, str(error)))
    return drafts, complaints


def _draft(item: Mapping[str, object], source: str, where: str, settings: Settings) -> Draft:
    if item.get("pubstatus") in _ENDED:
        raise SourceError(WITHDRAWN)
    fields = {
        "text": next((told for name in _BODIES if (told := item.get(name))), None)
        or _valued(item.get("bodies")),
        "title": item.get("headline") or _valued(item.get("headlines")) or item.get("title"),
        "date": next((told for name in reversed(_DATED) if (told := item.get(name))), None),
        "language": item.get("language"),
        "outlet": _named(item.get("infosources")) or item.get("provider") or item.get("source"),
    }
    draft = draft_of_row(fields, source, where, settings)
    if draft is None:
        raise SourceError(NO_ARTICLE)
    return draft


def _valued(told: object) -> object:
    """Return the value of the first of several bodies or headlines."""
    return next((one.get("value") for one in _dicts(told) if one.get("value")), None)


def _named(told: object) -> object:
    return next((one.get("name") for one in _dicts(told) if one.get("name")), None)


def _dicts(told: object) -> list[dict[str, object]]:
    return [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []
