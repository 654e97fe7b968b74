"""SARIF: what must be looked at in drafts, for the tools that show findings in continuous integration.

Enters: `AssessedDraft`s. Leaves: a SARIF 2.1.0 log (OASIS standard): a result for each statement that is flagged.

Columns count characters of the text as it was read, a line break as one; a draft in HTML or DOCX has its own text
there, not its file's bytes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from itertools import accumulate

import msgspec

from variorum.find.matter.material import without_folders
from variorum.trace.drafts.assessments import SENTENCES, AssessedDraft, Assessment

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"differs": "error", "not found": "error", "in another source": "warning"}

_BRACES = re.compile(r"“?\{\w+\}”?")

Node = dict[str, object]


def sarif(found: Sequence[AssessedDraft]) -> str:
    """Return the log of all drafts as JSON text."""
    rules: list[Node] = [
        {"id": rule, "shortDescription": {"text": _BRACES.sub("…", sentence)}}
        for rule, (verdict, sentence) in SENTENCES.items()
        if verdict in LEVELS
    ]
    driver: Node = {"name": "Variorum", "version": version("variorum"), "rules": rules}
    results = [result for one in found for result in _results(one)]
    log = {
        "$schema": SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _flagged(found: AssessedDraft) -> list[Assessment]:
    """Return the flagged parts of a draft, and the sentences that are flagged for themselves."""
    told = [one for one in found.assessments if one.is_flagged]
    return [one for one in told if not one.rule.startswith("a_part_")]


def _results(found: AssessedDraft) -> Iterator[Node]:
    lines = found.draft.text.splitlines(keepends=True)
    starts = [0, *accumulate(len(line) for line in lines)]
    for one in _flagged(found):
        yield _result(found, one, starts)


def _result(found: AssessedDraft, one: Assessment, starts: Sequence[int]) -> Node:
    where: Node = {
        "artifactLocation": {"uri": without_folders(found.draft.source)},
        "region": _region(starts, one),
    }
    return {
        "ruleId": one.rule,
        "level": LEVELS[one.verdict],
        "message": {"text": f"“{one.place.text}” {one.because}"},
        "locations": [{"physicalLocation": where}],
    }


def _region(starts: Sequence[int], one: Assessment) -> Node:
    first, last = (
        bisect_right(starts, at) - 1
        for at in (one.place.start, max(one.place.start, one.place.end - 1))
    )
    return {
        "startLine": first + 1,
        "startColumn": one.place.start - starts[first] + 1,
        "endLine": last + 1,
        "endColumn": one.place.end - starts[last] + 1,
    }
