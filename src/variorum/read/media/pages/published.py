"""When a page says of itself that it was published, in the fields made for that.

Enters: a page's tree, and the date that was found. Leaves: the date as printed, or ``None``.

trafilatura and htmldate take a page's day of change for its day of publication where both are told in
other fields; "yesterday" then is the wrong day. schema.org's `datePublished` of the article itself and
the Open Graph field `article:published_time` leave no doubt.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from lxml.etree import _Element

_FIELDS = {
    "article:published_time": "published",
    "article:modified_time": "changed",
    "og:updated_time": "changed",
}
_PROPERTIES = {"datePublished": "published", "dateModified": "changed"}
_ARTICLE = ("Article", "Posting", "Report", "Review")
_DEEPEST = 4


def published(tree: _Element, found: str | None) -> str | None:
    """Return the day of publication: as `found`, unless that is told to be the day of a change."""
    told = [*_structured(tree), *_fields(tree)]
    days = [day for kind, day in told if kind == "published" and day[:4].isdigit()]
    changed = {day[:10] for kind, day in told if kind == "changed"} - {day[:10] for day in days}
    return days[0] if days and found is not None and found[:10] in changed else found


def _fields(tree: _Element) -> Iterator[tuple[str, str]]:
    for meta in tree.iter("meta"):
        kind = _FIELDS.get((meta.get("property") or meta.get("name") or "").lower())
        if kind is not None:
            yield kind, (meta.get("content") or "").strip()


def _structured(tree: _Element) -> Iterator[tuple[str, str]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            value = msgspec.json.decode((script.text or "").strip())
        except (msgspec.MsgspecError, RecursionError, UnicodeEncodeError):
            continue
        yield from _dates(value, _DEEPEST)


def _dates(value: object, deep: int) -> Iterator[tuple[str, str]]:
    if deep and isinstance(value, list):
        for one in value:
            yield from _dates(one, deep - 1)
    if deep and isinstance(value, dict):
        kinds = value.get("@type")
        named = kinds if isinstance(kinds, list) else [kinds]
        if any(str(kind).endswith(_ARTICLE) for kind in named):
            for name, kind in _PROPERTIES.items():
                if isinstance(day := value.get(name), str):
                    yield kind, day.strip()
        for name in ("@graph", "mainEntity"):
            yield from _dates(value.get(name), deep - 1)
