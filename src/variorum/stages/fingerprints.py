"""Fingerprints: what the kept work of a step depends on beside the accounts.

Enters: `Settings`. Leaves: what is different wherever a step could give something else: its own
modules and libraries (`closure`), and the models and languages that settings name.
"""

from __future__ import annotations

from hashlib import blake2b

import msgspec
from msgspec.structs import replace

from variorum.languages.registry import SHIPPED
from variorum.records import Account
from variorum.settings import Settings
from variorum.stages import opening
from variorum.stages.closure import digest_of


def read_fingerprint(settings: Settings) -> str:
    """Return what the accounts of a source depend on: limits among it, but not where it is read."""
    told = replace(settings, larger=None, workers=0, master=None)
    limits = blake2b(msgspec.json.encode(told), digest_size=8).hexdigest()
    return _joined("variorum.stages.reading", settings, [limits], [settings.identifier])


def study_fingerprint(settings: Settings) -> str:
    """Return what a dossier depends on."""
    parsers = [parser.fingerprint for parser in opening.parsers(settings)]
    names = [settings.parser or "", "variorum.models.parser"]
    return _joined("variorum.stages.studying", settings, parsers, names)


def study_name(account: Account, fingerprint: str) -> str:
    """Return what a dossier is kept under: all of its account but the name of the source, what it depends on."""
    body = msgspec.json.encode(replace(account, source=""))
    return f"{account.id}-{blake2b(body, digest_size=8).hexdigest()} {fingerprint}"


def compare_fingerprint(settings: Settings) -> str:
    """Return what an event's comparison depends on, dossiers apart."""
    models = [opening.encoder(settings).fingerprint, opening.judge(settings).fingerprint]
    if settings.larger:
        models += [answers_step(settings), settings.larger.model, str(settings.larger.everything)]
    names = [settings.encoder, settings.judge]
    return _joined("variorum.stages.comparing", settings, models, names)


def journey_fingerprint(settings: Settings) -> str:
    """Return what all that a run finds depends on, its accounts apart."""
    steps = [study_fingerprint(settings), compare_fingerprint(settings)]
    return _joined("variorum.journey", settings, steps, [settings.identifier])


def judging_step(settings: Settings) -> str:
    """Return the step under which the judgements of a costly judge are kept."""
    return f"judge-{opening.judge(settings).fingerprint}"


def answers_step(settings: Settings) -> str:
    """Return the step under which the answers of a larger judge are kept; empty where there is none."""
    reader = opening.reader(settings)
    return f"answers-{reader.fingerprint}" if reader else ""


def _joined(step: str, settings: Settings, models: list[str], names: list[str]) -> str:
    languages = [f"{one.code}{one.version}" for one in opening.languages(settings)]
    spoken = (*SHIPPED.values(), *settings.languages)
    modules = {name.partition(":")[0] for name in (*names, *spoken) if name}
    return "-".join([*models, *languages, digest_of(step, *sorted(modules))])
