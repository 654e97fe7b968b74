"""Peers: other systems that are measured on the same rows, where they are installed.

Enters: a table of loaders. Leaves: what they load, by name; `make quality` installs them all
(decision 0014), and what is missing is left out with a message.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import TypeVar

Reader = TypeVar("Reader")


def installed(loaders: Mapping[str, tuple[str, Callable[[], Reader]]]) -> dict[str, Reader]:
    """Load the peers whose package is there; `loaders` maps a name to its package and loader."""
    found: dict[str, Reader] = {}
    for name, (package, load) in loaders.items():
        if find_spec(package) is None:
            print(f"  {name} is not installed: not measured", file=sys.stderr)
        else:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found[name] = load()
    return found
