"""Stories: invented accounts that ship with Variorum, to try it on and to test it by.

Enters: a story's name. Leaves: the folder of its accounts, ready to be collated.
"""

from pathlib import Path

from variorum.errors import UsageError

_HERE = Path(__file__).parent


def names() -> tuple[str, ...]:
    """Return the names of the stories that ship, in order."""
    found = (path.name for path in _HERE.iterdir() if path.is_dir())
    return tuple(sorted(name for name in found if not name.startswith(("_", "."))))


def folder(name: str) -> Path:
    """Return the folder of the story `name`; UsageError names the stories there are."""
    if name not in names():
        raise UsageError(f"there is no story {name!r}; there are {', '.join(names())}")
    return _HERE / name
