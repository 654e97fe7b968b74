"""Link: the same person, body or place under many spellings, and the events inside a story.

Enters: the `Dossier`s of a story. Leaves: `Entity`s, `Event`s and dated `Moment`s.
"""

from variorum.link.entities import entities
from variorum.link.events import events
from variorum.link.story import Story, link
from variorum.link.timeline import Dates, date_open, timeline

__all__ = [
    "Dates",
    "Story",
    "date_open",
    "entities",
    "events",
    "link",
    "timeline",
]
