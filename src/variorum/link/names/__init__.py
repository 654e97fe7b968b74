"""Names: which of several accounts mean one person, body or place.

Enters: the `Name`s of a story's accounts. Leaves: `Entity`s (`entities`).
"""
