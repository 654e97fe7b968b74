"""JSON Schema: contract v1 as schemas that any validator reads (draft 2020-12).

Enters: the record classes that are exported. Leaves: one schema for a line of each JSON Lines file.

The schemas are made from the classes, so that they cannot say anything else. Every field is
required, since unknown is null and no field is ever absent; additional fields are allowed, since
v1 may grow (JSON Schema Core 2020-12, 10.3.2.3).
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from variorum.records import Record
from variorum.report.files.contract import FILES
from variorum.report.standards.filing import filed
from variorum.seams import Ledger

DIALECT = "https://json-schema.org/draft/2020-12/schema"
RANGES: dict[str, dict[str, int]] = {
    "start": {"minimum": 0},
    "end": {"minimum": 0},
    "label_end": {"minimum": 0},
    "origins": {"minimum": 0},
    "share": {"minimum": 0, "maximum": 1},
    "confidence": {"minimum": 0, "maximum": 1},
}
"""What the records' docstrings say of the ranges of numbers, by field."""
_PYTHON = ((re.compile(r"``None``"), "null"), (re.compile(r"\b(\w+)_`"), r"\1`"))


def write(_: Ledger, folder: Path) -> list[Path]:
    """Write the schemas, one for each file of the contract; they do not depend on the ledger."""
    return [path for name, body in schemas() for path in filed(folder / name, [body])]


def schemas() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each schema, in the order of the contract."""
    for name, kind in FILES:
        body = json.dumps(line_schema(name, kind), indent=2, ensure_ascii=False)
        yield f"{name}.schema.json", body + "\n"


def line_schema(name: str, kind: type[Record]) -> dict[str, Any]:
    """Return the schema of one line of ``NAME.jsonl``."""
    _, parts = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    whole = _contract_schema(parts.pop(kind.__name__))
    return {
        "$schema": DIALECT,
        "$id": f"urn:variorum:contract:v1:{name}",
        **whole,
        "$defs": {part: _contract_schema(body) for part, body in sorted(parts.items())},
    }


def _contract_schema(part: dict[str, Any]) -> dict[str, Any]:
    """Return a class's schema as the contract has it: all fields required, ranges told."""
    fields = {name: _field(name, body) for name, body in part["properties"].items()}
    return {
        "title": part["title"],
        "description": _description(part["description"]),
        "type": "object",
        "properties": fields,
        "required": list(fields),
    }


def _field(name: str, body: dict[str, Any]) -> dict[str, Any]:
    ranged = RANGES.get(name, {})
    kept = {key: value for key, value in body.items() if key != "default"}
    if "anyOf" in kept and ranged:
        kept["anyOf"] = [
            one if one == {"type": "null"} else {**one, **ranged} for one in kept["anyOf"]
        ]
        return kept
    return {**kept, **ranged}


def _description(docstring: str) -> str:
    """Return a docstring as running text, in the words of JSON."""
    text = " ".join(inspect.cleandoc(docstring).split())
    for pattern, word in _PYTHON:
        text = pattern.sub(word, text)
    return text
