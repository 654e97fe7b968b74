"""Link: the same person, body or place under many spellings, and the events inside a story.

Enters: the `Dossier`s of a story. Leaves: `Entity`s, `Event`s and dated `Moment`s.
"""

from variorum.link.dating import Dates, date_open, timeline
from variorum.link.names.entities import entities
from variorum.link.story import Story, link

__all__ = [
    "Dates",
    "Story",
    "date_open",
    "entities",
    "link",
    "timeline",
]
