"""Link: the same person, body or place under many spellings, and the events inside a story.

Enters: the `Dossier`s of a story. Leaves: `Entity`s, `Event`s and dated `Moment`s.
"""
