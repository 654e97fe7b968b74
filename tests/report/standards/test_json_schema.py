"""The published schemas are the records', and a validator of another house accepts every line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from jsonschema import Draft202012Validator, ValidationError

from tests.report.ledgers import hostile, many
from tests.report.standards.stories import ferry
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Decision, Record
from variorum.report.files.contract import FILES, json_lines
from variorum.report.standards import json_schema

DOCS = Path(__file__).parents[3] / "docs"
STALE = (
    "Records and published schemas differ: run "
    "`variorum export LEDGER --format schema --out docs/contract`"
)


def decided() -> MemoryLedger:
    ledger = ferry()
    ledger.add(
        [Decision(id="d-1", target="v-toll", view="note", who="M", when="2031-05-06T10:00:00Z")]
    )
    return ledger


@pytest.mark.parametrize(("name", "body"), list(json_schema.schemas()))
def test_a_published_schema_is_the_one_the_records_make(name: str, body: str) -> None:
    assert (DOCS / "contract" / name).read_text(encoding="utf-8") == body, STALE


def test_no_schema_is_published_of_a_file_that_is_gone() -> None:
    published = sorted(path.name for path in (DOCS / "contract").glob("*.json"))
    assert published == sorted(f"{name}.schema.json" for name, _ in FILES)


@pytest.mark.parametrize(("name", "body"), list(json_schema.schemas()))
def test_a_schema_keeps_to_its_dialect(name: str, body: str) -> None:
    Draft202012Validator.check_schema(json.loads(body))


@pytest.mark.parametrize("ledger", [hostile, decided, lambda: many(3)])
def test_every_exported_line_keeps_to_its_schema(
    ledger: Callable[[], MemoryLedger], tmp_path: Path
) -> None:
    made = dict(json_schema.schemas())
    for path in json_lines(ledger(), tmp_path):
        validator = Draft202012Validator(json.loads(made[f"{path.stem}.schema.json"]))
        for line in path.read_text(encoding="utf-8").splitlines():
            validator.validate(json.loads(line))


@pytest.mark.parametrize(
    "change",
    [
        {"because": None},
        {"share": 2},
        {"kind": "steals"},
        {"evidence": [{"account": "a", "start": -1, "end": 2, "text": ""}]},
    ],
)
def test_a_line_that_breaks_the_contract_is_refused(change: dict[str, object]) -> None:
    body = dict(json_schema.schemas())["borrowings.schema.json"]
    line: dict[str, object] = {
        "id": "b",
        "from": "x",
        "to": "y",
        "kind": "cites",
        "because": "",
        "share": None,
        "evidence": [],
    }
    Draft202012Validator(json.loads(body)).validate(line)
    with pytest.raises(ValidationError):
        Draft202012Validator(json.loads(body)).validate(line | change)


def test_a_line_may_have_fields_that_come_later_but_none_may_be_absent() -> None:
    body = json.loads(dict(json_schema.schemas())["assertions.schema.json"])
    place = {"account": "a", "start": 0, "end": 2, "text": "So"}
    Draft202012Validator(body).validate({"id": "s", "place": place, "later": 1})
    with pytest.raises(ValidationError):
        Draft202012Validator(body).validate({"id": "s"})


def test_a_description_is_the_docstring_in_the_words_of_json() -> None:
    body = json.loads(dict(json_schema.schemas())["figures.schema.json"])
    assert body["description"].startswith(
        "A quantity as a range: `low` to `high` in `unit`, decimal strings, null for open."
    )


@pytest.mark.parametrize(("name", "kind"), FILES)
def test_the_page_of_the_contract_names_every_field(name: str, kind: type[Record]) -> None:
    page = (DOCS / "contract.md").read_text(encoding="utf-8")
    row = re.search(rf"^\| `{name}\.jsonl` \|.*$", page, re.MULTILINE)
    fields = [field.encode_name for field in msgspec.structs.fields(kind)]
    assert row and [field for field in fields if f"`{field}`" not in row[0]] == []


def test_the_writer_gives_the_files_that_it_made(tmp_path: Path) -> None:
    paths = json_schema.write(MemoryLedger(), tmp_path)
    assert [path.name for path in paths] == [name for name, _ in json_schema.schemas()]
