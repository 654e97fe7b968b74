"""Shape: what a page may be made of, looked at before anything costly is done with it.

Enters: a page's markup, then its tree, and `Settings`. Leaves: a SourceError, or nothing.

What takes a page apart looks for attributes that stand twice and walks among siblings again and
again, in time that grows with the square of their number. Measured: 50,000 attributes of one tag
took 13 s, 10,000 links in one paragraph 30 s.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from lxml.etree import iterwalk

from variorum.errors import SourceError
from variorum.settings import Settings

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST_MARKUP = 250
"""However high `max_depth` is set: a little deeper the parser drops the rest of a page unasked."""

_ATTRIBUTE = r"[\s/]++[^\s=>\"'/<]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'>]++))?+"
_TAG = re.compile(rf"<[A-Za-z][^\s/>]*+(?:{_ATTRIBUTE})*+")
_EACH = re.compile(_ATTRIBUTE)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
    ]
)
"""HTML's phrasing elements that hold text; line breaks cost no more than paragraphs."""
_ADVICE = "save only the article, or its text as plain text, or raise {setting}"


def check_tags(html: str, settings: Settings) -> None:
    """Refuse a page with a tag of too many attributes; in time proportional to its length."""
    most = settings.max_attributes
    for tag in _TAG.finditer(html):
        if tag.end() - tag.start() <= 2 * most:
            continue
        if sum(1 for _ in islice(_EACH.finditer(tag.group()), most + 1)) > most:
            raise _refused("a tag", most, "attributes", "max_attributes")


def check_tree(tree: _Element, settings: Settings) -> None:
    """Refuse a page with too many elements, too many in one, or too many inside one another."""
    elements = depth = 0
    for event, element in iterwalk(tree, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        elements += 1
        depth += 1
        if depth > min(settings.max_depth, DEEPEST_MARKUP):
            raise _refused("the page", depth - 1, "nested elements", "max_depth")
        if len(element) > settings.max_inline:
            _check_children(element, settings)
        if elements > settings.max_elements:
            raise _refused("the page", settings.max_elements, "elements", "max_elements")


def _check_children(element: _Element, settings: Settings) -> None:
    if len(element) > settings.max_children:
        raise _refused("an element", settings.max_children, "elements in it", "max_children")
    if sum(child.tag in _INLINE for child in element) > settings.max_inline:
        raise _refused("a paragraph", settings.max_inline, "links and spans", "max_inline")


def _refused(what: str, most: int, of_what: str, setting: str) -> SourceError:
    advice = _ADVICE.format(setting=setting)
    return SourceError(f"{what} has more than {most} {of_what}; {advice}")
