"""The critical apparatus: valid by TEI's own schema, and its readings read back."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
import schemas
from lxml import etree

from tests.report.ledgers import EVIL, hostile, many
from tests.report.standards.stories import ELEVEN, NINE, ferry
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Alignment, Entity, Event, Reading, Span
from variorum.report.standards import tei

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@cache
def schema() -> etree.RelaxNG:
    folder = Path(next(iter(schemas.__path__)))
    return etree.RelaxNG(etree.parse(str(folder / "tei_all.rng")))


def read(ledger: MemoryLedger, folder: Path) -> etree._Element:
    (path,) = tei.write(ledger, folder)
    return etree.parse(str(path)).getroot()


def span(segment: etree._Element) -> Span:
    name, characters = segment.get("source", "").split("#char=")
    start, end = characters.split(",")
    account = unquote(name.removeprefix("urn:variorum:"))
    return Span(account, int(start), int(end), segment.text or "")


def readings(entry: etree._Element) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for reading in entry.iter(f"{TEI}rdg"):
        for witness in reading.get("wit", "").split():
            found[witness.removeprefix("#")] = [span(one) for one in reading.iter(f"{TEI}seg")]
    return found


def odd() -> MemoryLedger:
    """Return a ledger with ids, words and dates that XML does not take."""
    text = "\x00\x0b\ufffe\x1b[31m \ud7ff]]><!-- & \u202e"
    account = Account(id="1 <é>", source="", text=text, title=text, language="en")
    place = account.span(0, len(text))
    ledger = MemoryLedger()
    ledger.add([account, Account(id="", source="x", text="")])
    ledger.add([Entity(id="\x01", name=text, kind="place", mentions=(place,), roles=(text,))])
    ledger.add([Event(id="#", label=text, accounts=("1 <é>",), earliest="2031-02-30")])
    reading = Reading(account="1 <é>", places=(place, place))
    ledger.add(
        [Alignment(id="-", event="gone", about=text, readings=(reading, Reading(account="")))]
    )
    return ledger


@pytest.mark.parametrize("ledger", [ferry, hostile, odd, lambda: many(30), MemoryLedger])
def test_the_document_is_valid_by_teis_own_schema(
    ledger: Callable[[], MemoryLedger], tmp_path: Path
) -> None:
    root = read(ledger(), tmp_path)
    assert schema().validate(root), schema().error_log.last_error


def test_every_account_is_a_witness_with_its_description(tmp_path: Path) -> None:
    wire, *_ = (
        one for one in read(ferry(), tmp_path).iter(f"{TEI}witness") if "wire" in one.get(XML_ID)
    )
    assert wire.findtext(f".//{TEI}title") == "Ferry sinks off Tarn"
    assert wire.find(f".//{TEI}date").get("when") == "2031-05-04"
    assert wire.find(f".//{TEI}ptr").get("target") == "https://wire.example/ferry?id=1&lang=en"


def test_a_day_that_is_not_certain_has_two_bounds(tmp_path: Path) -> None:
    dates = {one.get("notAfter") for one in read(ferry(), tmp_path).iter(f"{TEI}date")}
    assert "2031-05-05" in dates


@pytest.mark.parametrize("ledger", [ferry, hostile, lambda: many(5)])
def test_the_readings_of_every_alignment_come_back(
    ledger: Callable[[], MemoryLedger], tmp_path: Path
) -> None:
    kept = ledger()
    entries = {one.get(XML_ID): readings(one) for one in read(kept, tmp_path).iter(f"{TEI}app")}
    for alignment in kept.read(Alignment):
        assert entries[alignment.id] == {
            reading.account: list(reading.places) for reading in alignment.readings
        }


def test_silence_is_an_empty_reading_of_its_own_type(tmp_path: Path) -> None:
    (silent,) = (
        one for one in read(ferry(), tmp_path).iter(f"{TEI}rdg") if one.get("type") == "silence"
    )
    assert (silent.get("wit"), silent.text, len(silent)) == ("#a-radio", None, 0)


def test_a_verdict_is_a_note_on_its_two_readings(tmp_path: Path) -> None:
    root = read(ferry(), tmp_path)
    (note,) = (one for one in root.iter(f"{TEI}note") if one.get("type") == "verdict")
    assert note.findtext(f"{TEI}label") == "figure differs"
    assert note.findtext(f"{TEI}desc") == "“Nine” and “Eleven” cannot be the same number."
    named = {f"#{one.get(XML_ID)}": one for one in root.iter(f"{TEI}rdg")}
    pointed = [span(named[target][0]) for target in note.get("target").split()]
    assert pointed == [ELEVEN, NINE]


def test_names_stand_in_lists_by_kind_with_their_forms(tmp_path: Path) -> None:
    root = read(ferry(), tmp_path)
    person = root.find(f".//{TEI}listPerson/{TEI}person")
    assert [one.text for one in person.iter(f"{TEI}persName")] == ["Ada Brun", "Ada Brun", "Brun"]
    assert root.findtext(f".//{TEI}listOrg/{TEI}org/{TEI}orgName") == "Divers"
    assert root.findtext(f".//{TEI}listPlace/{TEI}place/{TEI}placeName") == "Tarn"


def test_an_event_has_its_bounds_and_its_witnesses(tmp_path: Path) -> None:
    event = read(ferry(), tmp_path).find(f".//{TEI}listEvent/{TEI}event")
    assert (event.get("notBefore"), event.get("notAfter")) == ("2031-05-03", "2031-05-04")
    assert event.get("source") == "#a-herald #a-radio #a-wire"


def test_every_pointer_inside_the_document_leads_somewhere(tmp_path: Path) -> None:
    root = read(ferry(), tmp_path)
    ids = {one.get(XML_ID) for one in root.iter()}
    pointers = [
        pointer[1:]
        for one in root.iter()
        for name in ("wit", "target", "source", "corresp")
        for pointer in (one.get(name) or "").split()
        if pointer.startswith("#")
    ]
    assert pointers
    assert [pointer for pointer in pointers if pointer not in ids] == []


def test_hostile_text_is_text(tmp_path: Path) -> None:
    root = read(hostile(), tmp_path)
    assert root.findtext(f".//{TEI}listEvent/{TEI}event/{TEI}label") == EVIL
    assert [one.tag for one in root.iter() if "script" in str(one.tag)] == []
    assert list(root.iter(f"{TEI}ptr")) == []


def test_characters_that_xml_cannot_hold_are_shown_as_replaced(tmp_path: Path) -> None:
    title = read(odd(), tmp_path).findtext(f".//{TEI}witness[2]//{TEI}title")
    assert title == "\ufffd\ufffd\ufffd\ufffd[31m \ud7ff]]><!-- & \u202e"


def test_the_same_ledger_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = (tei.write(ferry(), tmp_path / name)[0] for name in "ab")
    assert one.read_bytes() == two.read_bytes()
