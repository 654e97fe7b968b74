"""Fingerprints: what kept work depends on beside the accounts.

Enters: `Settings`. Leaves: the step under which its work is kept.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

from variorum.settings import Settings
from variorum.stages import opening


def fingerprint(settings: Settings) -> str:
    """Return what a kept dossier depends on: parsers, languages that do not ship, and our own code."""
    parsers = [parser.fingerprint for parser in opening.parsers(settings)]
    languages = [f"{one.code}{one.version}" for one in opening.languages(settings)]
    return "-".join(["study", *parsers, *languages, _code()])


def judging_step(settings: Settings) -> str:
    """Return the step under which the judgements of a costly judge are kept."""
    return f"judge-{opening.judge(settings).fingerprint}"


@cache
def _code() -> str:
    digest = blake2b(digest_size=8)
    for path in sorted(Path(__file__).parents[1].rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
