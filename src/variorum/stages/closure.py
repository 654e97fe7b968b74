"""Closure: what a step's finished work depends on beside what it was given.

Enters: names of modules. Leaves: a short hash of their sources, of all that they import of ours, and
of the versions of the libraries that these import. Work that was kept under one digest is used
again under the same one only: a change to the progress bar costs nobody a new run, and a change to a
rule is never overlooked.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from msgspec import Struct

OURS = "variorum"
ROOT = Path(__file__).parents[1]
_IMPORT = re.compile(
    rb"^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n#]*)|import[ \t]+([\w.]+))",
    re.MULTILINE,
)


class Closure(Struct, frozen=True):
    """The files of some modules and of all that they import, and the libraries that these import."""

    files: tuple[Path, ...]
    libraries: tuple[str, ...]


@cache
def digest_of(*modules: str, root: Path = ROOT) -> str:
    """Return 16 hexadecimal digits that change with anything that `modules` rest on."""
    found = closure(modules, root)
    digest = blake2b(digest_size=8)
    for path in found.files:
        digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
        digest.update(path.read_bytes())
    for library in found.libraries:
        digest.update(f"{library} {_version(library)}\n".encode())
    return digest.hexdigest()


def closure(modules: Iterable[str], root: Path = ROOT) -> Closure:
    """Return what some modules of the package rest on, each part in the order of its names.

    Imports are read from the sources, those inside functions too. The front door of the package
    itself is left out: it leads to everything, and no step enters through it.
    """
    waiting, files, libraries = list(modules), set[Path](), set[str]()
    seen = {OURS}
    while waiting:
        module = waiting.pop()
        if module.split(".")[0] != OURS:
            libraries.add(module.split(".")[0])
            continue
        path = None if module in seen else _file(module, root)
        seen.add(module)
        if path:
            files.add(path)
            waiting += [*_imports(path), module.rpartition(".")[0]]
    outside = libraries - sys.stdlib_module_names
    return Closure(tuple(sorted(files)), tuple(sorted(outside)))


def _imports(path: Path) -> Iterator[str]:
    """Yield the modules that a file imports; of `from a import b`, both `a` and `a.b`."""
    for origin, names, plain in _IMPORT.findall(path.read_bytes()):
        module = (origin or plain).decode()
        yield module
        if module.split(".")[0] == OURS:
            yield from (f"{module}.{name.decode()}" for name in re.findall(rb"\w+", names))


def _file(module: str, root: Path) -> Path | None:
    """Return the file of a module of the package, ``None`` if the name is not a module's."""
    place = root.joinpath(*module.split(".")[1:])
    for path in (place.with_suffix(".py"), place / "__init__.py"):
        if path.is_file():
            return path
    return None


def _version(library: str) -> str:
    """Return a library's version; one that is installed under another name has none here."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
