"""The contract: what every ledger and every engine must do, whichever stands behind the seam."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pytest

from tests.backends import stages
from tests.backends.servers import Server
from tests.backends.stages import stage
from variorum.engines.local import LocalEngine
from variorum.errors import LedgerError, ModelError, StageError, UsageError
from variorum.ledgers.memory import MemoryLedger
from variorum.ledgers.postgresql import PostgresqlLedger
from variorum.ledgers.record_kinds import written
from variorum.ledgers.sqlite import SqliteLedger
from variorum.records import Account, Assertion, Decision, Problem, Region, Span
from variorum.seams import Engine, Ledger, Outcome

# --- ledgers -------------------------------------------------------------------------------------


def told(name: str, text: str = "The dam held.") -> Account:
    return Account(id=f"a-{name}", source=f"{name}.txt", text=text)


def said(name: str) -> Assertion:
    return Assertion(id=f"s-{name}", place=Span("a-1", 0, 3, "The"))


DECISION = Decision(id="d-1", target="v-1", view="confirm", who="Ada", when="2031-05-01T10:00:00Z")


def test_a_record_comes_back_as_it_went_in(ledger: Ledger) -> None:
    account = Account(
        id="a-1",
        source="wire.txt",
        text="“Dam held” \u00a0— \x00 €5 mln\r\n",
        regions=(Region(kind="body", start=0, end=5),),
    )
    ledger.add([account])
    assert list(ledger.read(Account)) == [account]


def test_adding_twice_changes_nothing(ledger: Ledger) -> None:
    assert ledger.add([told("1"), told("2")]) == 2
    assert ledger.add([told("2"), told("3")]) == 1
    assert [account.id for account in ledger.read(Account)] == ["a-1", "a-2", "a-3"]


def test_a_record_that_is_there_stays_as_it_was(ledger: Ledger) -> None:
    ledger.add([told("1", "first")])
    assert ledger.add([told("1", "second")]) == 0
    assert ledger.get(Account, "a-1").text == "first"


def test_records_are_read_in_the_order_of_ids(ledger: Ledger) -> None:
    ledger.add([told("b"), told("a"), told("C")])
    assert [account.id for account in ledger.read(Account)] == ["a-C", "a-a", "a-b"]


def test_a_kind_never_added_is_empty(ledger: Ledger) -> None:
    assert list(ledger.read(Problem)) == []


def test_a_problem_is_kept_under_the_id_of_its_words(ledger: Ledger) -> None:
    problem = Problem(where="menu.html", step="read", reason="no text")
    ledger.add([problem, problem])
    assert ledger.get(Problem, problem.id) == problem


def test_a_record_that_is_not_there_is_a_ledger_error(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="no account a-9"):
        ledger.get(Account, "a-9")


def test_a_part_takes_the_place_of_one_of_its_name_and_another_stays(ledger: Ledger) -> None:
    ledger.renew({"one": [told("1"), said("1")], "other": [said("2")], "gone": [told("9")]})
    assert ledger.parts() == {"one", "other", "gone"}
    assert ledger.renew({"one": [said("3")], "other": None})
    assert ledger.parts() == {"one", "other"}
    assert [record.id for record in ledger.read(Assertion)] == ["s-2", "s-3"]
    assert list(ledger.read(Account)) == []


def test_a_renewal_drops_what_was_added_but_no_decision(ledger: Ledger) -> None:
    ledger.add([told("1"), DECISION])
    ledger.renew({"one": [told("2")]})
    assert [record.id for record in ledger.read(Account)] == ["a-2"]
    assert list(ledger.read(Decision)) == [DECISION]


def test_a_part_that_should_stay_and_is_gone_stops_the_renewal(ledger: Ledger) -> None:
    ledger.renew({"one": [told("1")]})
    before = ledger.revision()
    assert not ledger.renew({"one": [told("2")], "other": None})
    assert ledger.revision() == before
    assert [record.id for record in ledger.read(Account)] == ["a-1"]


def test_a_part_may_be_empty(ledger: Ledger) -> None:
    ledger.renew({"one": [], "other": [told("1")]})
    assert ledger.renew({"one": None, "other": None})
    assert ledger.parts() == {"one", "other"}


def test_a_renewal_that_fails_leaves_everything(ledger: Ledger) -> None:
    ledger.renew({"one": [said("1")]})
    with pytest.raises(LedgerError, match="surrogate"):
        ledger.renew({"one": [said("2")], "other": [told("1", "half \ud800 a pair")]})
    assert [record.id for record in ledger.read(Assertion)] == ["s-1"]
    assert ledger.parts() == {"one"}


def test_decisions_are_no_part_of_a_renewal(ledger: Ledger) -> None:
    ledger.add([DECISION])
    with pytest.raises(UsageError, match="never replaced"):
        ledger.renew({"one": [DECISION]})
    assert list(ledger.read(Decision)) == [DECISION]


def test_many_records_alike_come_back_as_they_were(opening: Callable[[], Ledger]) -> None:
    alike = [told(f"{number:04}", f"The river rose by {number} cm. ü") for number in range(800)]
    with opening() as ledger:
        ledger.renew({"one": alike[:500]})
        ledger.renew({"one": None, "other": alike[500:]})
    with opening() as ledger:
        assert list(ledger.read(Account)) == alike
        assert ledger.get(Account, "a-0700") == alike[700]


def test_a_record_without_an_id_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="Region"):
        ledger.add([Region(kind="body", start=0, end=1)])


def test_finished_work_is_kept_by_step_and_key(ledger: Ledger) -> None:
    ledger.keep_work("parse", {"b": b"\x00two", "a": b""})
    ledger.keep_work("parse", {"c": b"three" * 1000})
    ledger.keep_work("encode", {"a": b"other"})
    assert list(ledger.work("parse").items()) == [
        ("a", b""),
        ("b", b"\x00two"),
        ("c", b"three" * 1000),
    ]


def test_work_done_again_takes_the_place_of_the_old(ledger: Ledger) -> None:
    ledger.keep_work("parse", {"a": b"old"})
    ledger.keep_work("parse", {"a": b"new"})
    assert ledger.work("parse") == {"a": b"new"}


def test_work_is_forgotten_by_key(ledger: Ledger) -> None:
    ledger.keep_work("parse", {"a": b"one", "b": b"two"})
    ledger.drop_work("parse", ["a", "never there"])
    assert ledger.work("parse") == {"b": b"two"}


def test_work_of_a_step_never_run_is_empty(ledger: Ledger) -> None:
    assert ledger.work("parse") == {}


def test_every_ledger_holds_the_same_after_the_same_calls(
    tmp_path: Path, postgresql: Server
) -> None:
    digests = set()
    sqlite = SqliteLedger(tmp_path / "story.variorum")
    for ledger in (MemoryLedger(), sqlite, PostgresqlLedger(postgresql.url())):
        with ledger:
            ledger.add([told("2", "Wasser ü"), told("1"), DECISION])
            ledger.renew({"one": [told("3"), told("ü"), told("𐀀"), told("Z"), told("1")]})
            kept = [*ledger.read(Account), *ledger.read(Decision)]
        assert [getattr(record, "id", None) for record in kept] == [
            "a-1",
            "a-3",
            "a-Z",
            "a-ü",
            "a-𐀀",
            "d-1",
        ]
        digests.add(hashlib.sha256("\n".join(map(written, kept)).encode()).hexdigest())
    assert len(digests) == 1


def test_more_records_than_travel_at_once_come_back_in_order(ledger: Ledger) -> None:
    told_often = [told(f"{number:04}", "The river rose. " * 100) for number in range(1500)]
    assert ledger.add(told_often[::-1]) == 1500
    assert list(ledger.read(Account)) == told_often


def test_a_record_given_twice_at_once_is_kept_as_it_first_was(ledger: Ledger) -> None:
    ledger.renew({"one": [told("1", "first"), told("1", "second")]})
    assert [account.text for account in ledger.read(Account)] == ["first"]


def test_marks_of_any_language_of_queries_are_just_text(ledger: Ledger) -> None:
    account = told("'; DROP TABLE record; --", 'NULL {"a"} \\x41 $1 :kind %s \\')
    ledger.add([account])
    assert ledger.get(Account, account.id) == account


def test_what_is_being_read_may_be_changed_meanwhile(ledger: Ledger) -> None:
    ledger.add([told(f"{number:04}") for number in range(600)])
    reading = ledger.read(Account)
    first = next(reading)
    ledger.add([DECISION])
    assert [first, *reading] == [told(f"{number:04}") for number in range(600)]


def test_a_reading_given_up_halfway_leaves_nothing_behind(ledger: Ledger) -> None:
    ledger.add([told(f"{number:04}") for number in range(600)])
    for account in ledger.read(Account):
        if account.id == "a-0300":
            break
    ledger.renew({"one": [told("1")]})
    assert list(ledger.read(Account)) == [told("1")]


# --- engines -------------------------------------------------------------------------------------


@pytest.fixture(params=("in process", "workers", "spark"), scope="module")
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if request.param == "spark":
        yield request.getfixturevalue("spark")
        return
    with LocalEngine(1 if request.param == "in process" else 2, few=0) as made:
        yield made


def numbers(count: int) -> pa.Table:
    return pa.table(
        {
            "id": [f"{row:03}" for row in range(count)],
            "number": list(range(count)),
            "colour": [("blue", "red", "green")[row % 3] for row in range(count)],
        }
    )


def rows_of(outcomes: Iterator[Outcome]) -> tuple[list[dict[str, object]], list[tuple[str, str]]]:
    collected = list(outcomes)
    table = pa.concat_tables([outcome.table for outcome in collected])
    return table.to_pylist(), [lost for outcome in collected for lost in outcome.quarantine]


def test_results_come_in_the_order_of_the_input(engine: Engine) -> None:
    rows, lost = rows_of(engine.map(stage(stages.doubled), numbers(40)))
    assert rows == [{"id": f"{row:03}", "number": row * 2} for row in range(40)]
    assert lost == []


def test_an_engine_that_was_released_runs_on(engine: Engine) -> None:
    before, _ = rows_of(engine.map(stage(stages.doubled), numbers(40)))
    engine.release()
    after, _ = rows_of(engine.map(stage(stages.doubled), numbers(40)))
    assert after == before


def test_outcomes_name_every_row_that_went_in(engine: Engine) -> None:
    outcomes = list(engine.map(stage(stages.doubled), numbers(40)))
    assert [name for outcome in outcomes for name in outcome.inputs] == [
        f"{row:03}" for row in range(40)
    ]
    assert len(outcomes) > 1


def test_no_rows_give_an_empty_table_with_the_right_columns(engine: Engine) -> None:
    (outcome,) = engine.map(stage(stages.doubled), numbers(0))
    assert outcome.inputs == ()
    assert outcome.table.column_names == ["id", "number"]


def test_a_row_that_raises_is_set_aside_with_its_reason_and_the_rest_goes_on(
    engine: Engine,
) -> None:
    rows, lost = rows_of(engine.map(stage(stages.refuses_seven), numbers(40)))
    assert [row["id"] for row in rows] == [f"{row:03}" for row in range(40) if row != 7]
    assert lost == [("007", "ValueError: seven is not welcome")]


def test_a_lost_row_is_an_error_that_names_it(engine: Engine) -> None:
    with pytest.raises(StageError, match="'007' was lost"):
        list(engine.map(stage(stages.loses_seven, "parse"), numbers(40)))


def test_missing_weights_end_the_run_and_quarantine_nothing(engine: Engine) -> None:
    with pytest.raises(ModelError, match="no weights"):
        list(engine.map(stage(stages.has_no_weights), numbers(40)))


def test_rows_of_another_shape_are_an_error_of_the_stage(engine: Engine) -> None:
    with pytest.raises(StageError, match="another shape"):
        list(engine.map(stage(stages.makes_other_columns), numbers(40)))


def test_two_rows_with_one_id_are_refused(engine: Engine) -> None:
    twice = pa.concat_tables([numbers(2), numbers(1)])
    with pytest.raises(UsageError, match="one id"):
        list(engine.map(stage(stages.doubled), twice))


def test_groups_come_in_the_order_of_their_keys_and_one_that_raises_is_set_aside(
    engine: Engine,
) -> None:
    rows, lost = rows_of(engine.group(stage(stages.summed), numbers(9), "colour"))
    assert rows == [{"id": "blue", "number": 0 + 3 + 6}, {"id": "green", "number": 2 + 5 + 8}]
    assert lost == [("red", "KeyError: 'red has no sum'")]


def test_a_group_is_never_cut(engine: Engine) -> None:
    table = pa.table(
        {"id": ["x"] * 90, "number": [1] * 90, "colour": ["blue"] * 50 + ["green"] * 40}
    )
    rows, _ = rows_of(engine.group(stage(stages.summed), table, "colour"))
    assert rows == [{"id": "blue", "number": 50}, {"id": "green", "number": 40}]


def test_sql_joins_tables_by_name(engine: Engine) -> None:
    query = "SELECT a.id, b.number FROM a JOIN b ON a.id = b.id WHERE b.number > 1 ORDER BY a.id"
    found = engine.sql(query, {"a": numbers(4), "b": numbers(4)})
    assert found.to_pylist() == [{"id": "002", "number": 2}, {"id": "003", "number": 3}]


def test_a_query_that_cannot_run_is_a_stage_error(engine: Engine) -> None:
    with pytest.raises(StageError, match="The query failed"):
        engine.sql("SELECT nothing FROM nowhere", {})


def test_a_query_reads_no_file(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n")
    with pytest.raises(StageError):
        engine.sql(f"SELECT * FROM '{tmp_path / 'secret.csv'}'", {})  # noqa: S608


def test_every_engine_gives_the_same_digest() -> None:
    digests = set()
    for workers, few in ((1, 0), (2, 0), (3, 0), (2, 1000)):
        with LocalEngine(workers, few=few) as engine:
            rows, lost = rows_of(engine.map(stage(stages.refuses_seven), numbers(50)))
        digests.add(hashlib.sha256(repr((rows, lost)).encode()).hexdigest())
    assert len(digests) == 1
