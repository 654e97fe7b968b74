"""Every error that Variorum raises on purpose.

    VariorumError
    ├── SourceError        a source cannot be read (becomes a `Problem` in a journey)
    ├── LedgerError        a ledger cannot be opened, or is not a ledger
    ├── ModelError         weights are missing or are not the ones that were pinned
    ├── StageError         an engine lost rows, or a stage failed as a whole
    └── UsageError         what the user asked for makes no sense

Enters: nothing. Leaves: the classes. A message says what was found, where, and what to do next.
"""

TRACEBACK = "VARIORUM_TRACEBACK"
"""The variable of the environment with which the command line also prints where an error arose."""


class VariorumError(Exception):
    """The root: catch it to catch everything that Variorum raises on purpose."""


class SourceError(VariorumError):
    """A source cannot be read."""


class LedgerError(VariorumError):
    """A ledger cannot be opened, is not a ledger, or was made by an incompatible version."""


class ModelError(VariorumError):
    """A model's weights are missing, or their hash is not the pinned one."""


class StageError(VariorumError):
    """A stage lost rows or failed as a whole."""


class UsageError(VariorumError):
    """The request itself makes no sense, such as a folder with no accounts in it."""
