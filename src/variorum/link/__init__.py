"""Link: the same person, body or place under many spellings, and the events inside a story.

Enters: the `Dossier`s of a story. Leaves: `Entity`s, `Event`s and dated `Moment`s.
"""

from variorum.link.entities import entities
from variorum.link.events import events
from variorum.link.story import Story, link
from variorum.link.timeline import anchor_moments, inferred_publication, timeline

__all__ = [
    "Story",
    "anchor_moments",
    "entities",
    "events",
    "inferred_publication",
    "link",
    "timeline",
]
