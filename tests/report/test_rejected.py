"""What a person rejects is rejected in every output at once."""

from __future__ import annotations

import csv
import io
import zipfile
from contextlib import redirect_stdout
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest
from lxml import etree

import variorum
from tests.factory import account
from variorum.ledgers.memory import MemoryLedger
from variorum.opened import OpenLedger
from variorum.records import Alignment, Borrowing, Event, Finding, Reading, Record, Span, Verdict
from variorum.report import brief
from variorum.report.dossier.markdown import markdown_dossier
from variorum.report.exporting import export
from variorum.report.page.building import page
from variorum.report.reasons import why
from variorum.report.standing import accepted, set_aside, told
from variorum.review import Signed, decide, undo
from variorum.seams import Ledger
from variorum.serve.commands.show import print_findings

ONE = account(
    "Nine houses burned on Mill Street. The mayor spoke at noon in the square.",
    id="a-1",
    source="one.txt",
    outlet="Wire",
)
OTHER = account(
    "Twelve houses burned on Mill Street. The mayor spoke at nine in the square.",
    id="a-2",
    source="other.txt",
    outlet="Post",
)
HOUSES = (ONE.span(0, 33), OTHER.span(0, 35))
MAYOR = (ONE.span(35, 73), OTHER.span(37, 75))
SIGNED = Signed("Ada", "2031-05-01T10:00:00Z")


def place(number: int, spans: tuple[Span, ...]) -> list[Record]:
    left, right = spans
    alignment, verdict = f"al-{number}", f"v-{number}"
    readings = tuple(Reading(account=s.account, statements=(s.text,), places=(s,)) for s in spans)
    because = f"Ground {number}."
    return [
        Alignment(
            id=alignment,
            event="ev-1",
            about=f"place {number}",
            readings=readings,
            verdict="sense differs",
            origins=2,
        ),
        Verdict(
            id=verdict,
            alignment=alignment,
            left=left,
            right=right,
            kind="sense differs",
            rule="degree",
            because=because,
        ),
        Finding(
            id=f"f-{number}",
            kind="check differs",
            text=f"{because} They differ.",
            because=because,
            weight=90.0 - number,
            places=spans,
            about=(alignment, verdict),
        ),
    ]


@pytest.fixture
def ledger() -> Ledger:
    """Two findings, of which Ada rejected the verdict of the first, and a rejected borrowing."""
    made = MemoryLedger()
    borrowing = Borrowing(
        id="b-1", from_="a-1", to="a-2", kind="copies", because="Same words.", evidence=HOUSES
    )
    event = Event(id="ev-1", label="The fire", accounts=("a-1", "a-2"))
    made.add([ONE, OTHER, event, borrowing, *place(1, HOUSES), *place(2, MAYOR)])
    made.add([decide(made.get(Verdict, "v-1"), "reject", SIGNED)])
    made.add([decide(borrowing, "reject", SIGNED)])
    return made


def after(text: str, heading: str) -> str:
    head, found, tail = text.partition(heading)
    assert found, f"{heading} is not there"
    assert "Ground 1" not in head
    assert "Ground 2" in head
    return tail


def test_findings_leave_it_out(ledger: Ledger) -> None:
    assert [finding.id for finding in variorum.findings(ledger)] == ["f-2"]


def test_a_decision_that_was_taken_back_rejects_nothing(ledger: Ledger) -> None:
    decision = decide(ledger.get(Verdict, "v-1"), "reject", SIGNED)
    ledger.add([undo(decision, Signed("Ada", "2031-05-02T10:00:00Z"))])
    assert [finding.id for finding in variorum.findings(ledger)] == ["f-1", "f-2"]


def test_people_who_differ_leave_it_told_and_disputed(ledger: Ledger) -> None:
    ledger.add([decide(ledger.get(Verdict, "v-1"), "confirm", Signed("Ben", SIGNED.when))])
    first = told(ledger)[0]
    assert (first.id, first.decided) == ("f-1", "disputed (Ada, Ben)")


@pytest.mark.parametrize("kind", [Finding, Alignment])
def test_the_finding_itself_and_its_place_can_be_rejected(kind: type[Finding]) -> None:
    made = MemoryLedger()
    made.add([ONE, OTHER, *place(1, HOUSES), *place(2, MAYOR)])
    made.add([decide(next(iter(made.read(kind))), "reject", SIGNED)])
    assert [finding.id for finding in variorum.findings(made)] == ["f-2"]


def test_one_of_two_verdicts_is_not_enough() -> None:
    made = MemoryLedger()
    alignment, verdict, finding = place(1, HOUSES)
    second = msgspec.structs.replace(verdict, id="v-9", left=MAYOR[0], right=MAYOR[1])
    finding = msgspec.structs.replace(finding, about=("al-1", "v-1", "v-9"))
    made.add([ONE, OTHER, alignment, verdict, second, finding])
    made.add([decide(verdict, "reject", SIGNED)])
    assert [finding.decided for finding in variorum.findings(made)] == ["in part: reject (Ada)"]
    made.add([decide(second, "reject", SIGNED)])
    assert variorum.findings(made) == []


def test_the_brief_leaves_it_out(ledger: Ledger) -> None:
    assert "Ground 2" in brief(ledger)
    assert "Ground 1" not in brief(ledger)


def test_show_prints_it_apart(ledger: Ledger) -> None:
    printed = io.StringIO()
    with redirect_stdout(printed):
        print_findings(ledger)
    rest = after(printed.getvalue(), "What people rejected (1):")
    assert "Ground 1" in rest
    assert "[reject (Ada)]" in rest


def test_show_as_json_says_what_people_decided(ledger: Ledger) -> None:
    printed = io.StringIO()
    with redirect_stdout(printed):
        print_findings(ledger, as_json=True)
    lines = [msgspec.json.decode(line) for line in printed.getvalue().splitlines()]
    assert [(line["id"], line["decided"]) for line in lines] == [
        ("f-2", None),
        ("f-1", "reject (Ada)"),
    ]


def test_numbers_mean_the_same_finding_everywhere(ledger: Ledger) -> None:
    assert why(ledger, "1").id == "f-2"
    assert why(ledger, "2").id == "f-1"


def test_the_page_leaves_it_out(ledger: Ledger) -> None:
    made = page(ledger)
    assert 'id="f-2"' in made
    assert 'id="f-1"' not in made


def test_the_page_of_the_review_screen_tells_it_last(ledger: Ledger) -> None:
    made = page(ledger, decide=lambda _: None)
    assert made.index('id="f-2"') < made.index('id="f-1"')


def test_a_notebook_leaves_it_out(ledger: Ledger) -> None:
    shown = repr(OpenLedger(ledger).show())
    assert "Ground 2" in shown
    assert "Ground 1" not in shown


def test_tables_in_memory_leave_it_out(ledger: Ledger) -> None:
    assert OpenLedger(ledger).findings["id"].to_pylist() == ["f-2"]


# --- files ------------------------------------------------------------------------------------------


def written(ledger: Ledger, folder: Path, form: str, name: str) -> Path:
    export(ledger, folder, form)
    return folder / name


def test_json_lines_leave_it_out(ledger: Ledger, tmp_path: Path) -> None:
    text = written(ledger, tmp_path, "jsonl", "findings.jsonl").read_text(encoding="utf-8")
    lines = [msgspec.json.decode(line) for line in text.splitlines()]
    assert [line["id"] for line in lines] == ["f-2"]


def test_csv_leaves_it_out(ledger: Ledger, tmp_path: Path) -> None:
    path = written(ledger, tmp_path, "csv", "findings.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row["decided"] for row in csv.DictReader(file)}
    assert rows == {"f-2": ""}


def test_parquet_leaves_it_out(ledger: Ledger, tmp_path: Path) -> None:
    rows = pq.read_table(written(ledger, tmp_path, "parquet", "findings.parquet")).to_pylist()
    assert [row["id"] for row in rows] == ["f-2"]


def test_the_workbook_leaves_it_out(ledger: Ledger, tmp_path: Path) -> None:
    with zipfile.ZipFile(written(ledger, tmp_path, "xlsx", "ledger.xlsx")) as book:
        sheet = book.read("xl/worksheets/sheet2.xml").decode("utf-8")
    assert "Ground 2" in sheet
    assert "Ground 1" not in sheet


def test_dossiers_leave_it_out(ledger: Ledger, tmp_path: Path) -> None:
    (path,) = markdown_dossier(ledger, tmp_path)
    told_in_it = path.read_text(encoding="utf-8").partition("## Findings")[2]
    assert "Ground 2" in told_in_it
    assert "Ground 1" not in told_in_it


def test_annotations_and_provenance_leave_it_out(ledger: Ledger, tmp_path: Path) -> None:
    for form, name in (("annotations", "annotations.jsonld"), ("prov", "provenance.ttl")):
        text = written(ledger, tmp_path, form, name).read_text(encoding="utf-8")
        assert '"reject (Ada)"' not in text


def test_the_apparatus_has_no_rejected_verdict(ledger: Ledger, tmp_path: Path) -> None:
    export(ledger, tmp_path, "tei")
    (path,) = tmp_path.iterdir()
    described = [node.text for node in etree.parse(path).iter("{*}desc")]
    assert "Ground 2." in described
    assert "Ground 1." not in described


@pytest.mark.parametrize("form", ["graphml", "ftm", "prov"])
def test_what_is_drawn_as_dependence_has_no_rejected_borrowing(
    form: str, ledger: Ledger, tmp_path: Path
) -> None:
    export(ledger, tmp_path, form)
    (path,) = tmp_path.iterdir()
    assert "Same words." not in path.read_text(encoding="utf-8")


def test_lists_are_made_of_what_nobody_rejected(ledger: Ledger) -> None:
    known = accepted(ledger)
    assert list(known.verdicts) == ["v-2"]
    assert list(known.borrowings) == []
    assert [v.id for group in known.verdicts_of.values() for v in group] == ["v-2"]


def test_what_is_set_aside_is_known_by_its_decision(ledger: Ledger) -> None:
    assert [set_aside(finding) for finding in told(ledger)] == [False, True]
