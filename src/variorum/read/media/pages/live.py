"""Live blogs: pages that say of themselves that they are a row of posts, each with its time.

Enters: a page's tree. Leaves: the times of the posts, each a paragraph of its own in the tree now.

trafilatura drops `time` elements, which on other pages belong to the frame. In a live blog a post
without its time cannot be placed, and posts stand newest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_LIVE = re.compile(r'"@type"\s{0,9}:\s{0,9}(?:\[[^\[\]]{0,200})?"LiveBlogPosting"')
_WITHIN = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "blockquote"})
LONGEST_TIME = 60
"""A time is printed in so many characters at most."""


def post_times(tree: _Element) -> frozenset[str]:
    """Return the times of a live blog's posts as printed; none if the page is no live blog."""
    return frozenset(_set_apart(tree)) if _is_live(tree) else frozenset()


def _is_live(tree: _Element) -> bool:
    scripts = (script for script in tree.iter("script") if "ld+json" in (script.get("type") or ""))
    return any(_LIVE.search(script.text or "") for script in scripts) or any(
        (element.get("itemtype") or "").endswith("/LiveBlogPosting") for element in tree.iter("*")
    )


def _set_apart(tree: _Element) -> Iterator[str]:
    for time in list(tree.iter("time")):
        text = " ".join("".join(time.itertext()).split())
        inside = any(outer.tag in _WITHIN for outer in time.iterancestors())
        if text and len(text) <= LONGEST_TIME and not inside:
            time.tag = "p"
            yield text
