"""Larger: which larger judge a person asks for on the command line, if any.

Enters: the name of a judge, and options as typed. Leaves: the setting; UsageError where they do not fit.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from msgspec.structs import replace

from variorum.errors import UsageError
from variorum.settings import LargerJudge

RULES_ALONE: Final = "rules"
OPENAI: Final = "openai"
RECORDED: Final = "recorded"
RECORDED_READER: Final = "variorum.models.larger.recorded:RecordedReader"


def larger_judge(judge: str, typed: LargerJudge) -> LargerJudge | None:
    """Return the larger judge; ``None`` for the rules alone."""
    if judge == RULES_ALONE:
        if typed != LargerJudge(model=""):
            raise UsageError(
                "These options belong to a larger judge. Add --judge openai or --judge recorded."
            )
        return None
    if judge == OPENAI:
        if not (typed.model and typed.base_url) or typed.answers:
            raise UsageError(
                "--judge openai needs --model NAME and --base-url URL, and no --answers."
            )
        return typed
    if judge == RECORDED:
        if not typed.answers or typed.base_url:
            raise UsageError("--judge recorded needs --answers FILE, and no --base-url.")
        name = typed.model or Path(typed.answers).stem
        return replace(typed, reader=RECORDED_READER, model=name)
    raise UsageError(f"There is no judge “{judge}”: it is rules, openai or recorded.")
