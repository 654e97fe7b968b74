"""Weights: model files from pinned packages and from our own data, verified before use.

Enters: file paths. Leaves: fingerprints; `ModelError` where a file is missing or not the pinned one.
"""

import hashlib
from importlib.util import find_spec
from pathlib import Path

from variorum.errors import ModelError


def package_folder(package: str) -> Path:
    """Return the folder of an installed package; ModelError says how to install it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(
            f"The model package '{package}' is not installed. Run 'make demo', or reinstall variorum."
        )
    return Path(spec.submodule_search_locations[0])


def verified(path: Path, sha256: str) -> Path:
    """Return `path` if the file there has the pinned hash; ModelError if not."""
    if not path.is_file():
        raise ModelError(f"The model file {path} is missing. Reinstall variorum.")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != sha256:
        raise ModelError(
            f"The model file {path} has hash {found[:12]}…, not the pinned {sha256[:12]}…. "
            "Reinstall the pinned version; results with other weights would not be comparable."
        )
    return path
