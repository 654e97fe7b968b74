"""Entities for OpenAleph, read back by followthemoney, every value held against its type."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from followthemoney import model
from followthemoney.proxy import EntityProxy
from followthemoney.types import registry

from tests.report.ledgers import hostile, many
from tests.report.standards.stories import ferry
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Entity
from variorum.report.standards import follow_the_money
from variorum.report.standards.ftm_languages import ISO_639_3


def read(ledger: MemoryLedger, folder: Path) -> dict[str, EntityProxy]:
    (path,) = follow_the_money.write(ledger, folder)
    lines = path.read_text(encoding="utf-8").splitlines()
    proxies = [model.get_proxy(json.loads(line), cleaned=False) for line in lines]
    return {str(proxy.id): proxy for proxy in proxies}


def lossy(ledger: MemoryLedger, folder: Path) -> list[tuple[str, str]]:
    """Return the properties that followthemoney refuses, or changes, when it cleans them."""
    (path,) = follow_the_money.write(ledger, folder)
    broken = []
    for line in path.read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        schema = model.get(given["schema"])
        assert schema is not None
        schema.validate(given)
        broken += [
            (given["schema"], name)
            for name, values in given["properties"].items()
            for value in values
            if name not in schema.properties or not schema.properties[name].type.validate(value)
        ]
    return broken


def long() -> MemoryLedger:
    ledger = MemoryLedger()
    text = "\x00" + "long " * 30_000
    ledger.add([Account(id="a-1", source="x" * 3000, text=text, title=text, outlet=text)])
    entity = Entity(id="e-1", name=text, kind="person", mentions=(), roles=(text,), because=text)
    ledger.add([entity])
    return ledger


@pytest.mark.parametrize("ledger", [ferry, hostile, long, lambda: many(4)])
def test_every_value_is_valid_for_its_property(
    ledger: Callable[[], MemoryLedger], tmp_path: Path
) -> None:
    assert lossy(ledger(), tmp_path) == []


def test_each_record_becomes_an_entity_of_the_fitting_schema(tmp_path: Path) -> None:
    counts = Counter(proxy.schema.name for proxy in read(ferry(), tmp_path).values())
    assert counts == {
        "Article": 3,
        "Person": 1,
        "Organization": 1,
        "Address": 1,
        "Mention": 3,
        "Documentation": 1,
        "Event": 1,
        "UnknownLink": 2,
    }


def test_an_account_keeps_title_outlet_day_language_and_text(tmp_path: Path) -> None:
    wire = read(ferry(), tmp_path)["variorum-a-wire"]
    assert wire.first("title") == "Ferry sinks off Tarn"
    assert wire.first("publisher") == "Northern Wire"
    assert (wire.first("publishedAt"), wire.first("language")) == ("2031-05-04", "eng")
    assert wire.first("sourceUrl") == "https://wire.example/ferry?id=1&lang=en"
    assert "Nine people drowned." in (wire.first("bodyText") or "")


def test_a_person_has_all_forms_of_the_name_and_the_accounts_as_proof(tmp_path: Path) -> None:
    brun = read(ferry(), tmp_path)["variorum-e-brun"]
    assert (brun.get("name"), brun.get("alias")) == (["Ada Brun"], ["Brun"])
    assert brun.get("position") == ["mayor"]
    assert sorted(brun.get("proof")) == ["variorum-a-herald", "variorum-a-wire"]


def test_everything_pointed_at_is_in_the_file(tmp_path: Path) -> None:
    proxies = read(ferry(), tmp_path)
    ends = [
        value
        for proxy in proxies.values()
        for prop, value in proxy.itervalues()
        if prop.type == registry.entity
    ]
    assert ends
    assert [end for end in ends if end not in proxies] == []


def test_a_link_leads_from_the_source_to_what_depends_on_it(tmp_path: Path) -> None:
    link = read(ferry(), tmp_path)["variorum-b-copies"]
    assert link.get("subject") == ["variorum-a-wire"]
    assert link.get("object") == ["variorum-a-herald"]
    assert link.get("role") == ["copies"]


def test_an_event_has_its_days(tmp_path: Path) -> None:
    event = read(ferry(), tmp_path)["variorum-v-ferry"]
    assert (event.first("startDate"), event.first("endDate")) == ("2031-05-03", "2031-05-04")


def test_a_day_that_is_none_and_an_address_of_another_kind_stay_out(tmp_path: Path) -> None:
    proxies = read(hostile(), tmp_path)
    assert proxies["variorum-ev-1"].get("startDate") == []
    assert proxies["variorum-a-1"].get("sourceUrl") == []


def test_a_long_text_is_cut_into_values_and_loses_nothing(tmp_path: Path) -> None:
    body = json.loads(
        follow_the_money.write(long(), tmp_path)[0].read_text(encoding="utf-8").splitlines()[0]
    )["properties"]["bodyText"]
    assert "".join(body) == "\ufffd" + "long " * 30_000


@pytest.mark.parametrize(("short", "long_code"), sorted(ISO_639_3.items()))
def test_a_language_is_named_as_followthemoney_names_it(short: str, long_code: str) -> None:
    assert registry.language.clean(short) == long_code


def test_the_same_ledger_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = (follow_the_money.write(ferry(), tmp_path / name)[0] for name in "ab")
    assert one.read_bytes() == two.read_bytes()
