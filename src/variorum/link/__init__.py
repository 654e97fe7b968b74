"""Link: the same person, body or place under many spellings, and the events inside a story.

Enters: the `Dossier`s of a story. Leaves: `Entity`s and `Event`s.
"""

from variorum.link.entities import entities

__all__ = ["entities"]
