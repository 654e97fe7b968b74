"""Watching: accounts are added as they come, and what they change is announced.

Enters: folders and files, a ledger. Leaves: the ledger with all that arrived, and `Announcement`s.
"""

from variorum.watching.announcing import Announcement
from variorum.watching.watcher import Batch, Pace, rounds

__all__ = ["Announcement", "Batch", "Pace", "rounds"]
