"""The screen's ledger: read when it has changed, written a decision at a time, nothing lost."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest

from tests.backends.servers import Server
from tests.serve.web.screens import Person, clock, decisions, ledger_at, served, story
from variorum.errors import LedgerError
from variorum.ledgers.opening import open_ledger
from variorum.ledgers.sqlite import SqliteLedger
from variorum.records import Decision, Verdict
from variorum.review import Signed, decide
from variorum.serve.web.screen import Screen, Since


def rerun(location: str, *, without: str = "") -> None:
    """Replace the verdicts, as a run of collate does."""
    kept = [r for r in story() if not (isinstance(r, Verdict) and r.id == without)]
    with SqliteLedger(Path(location), writable=True) as ledger:
        ledger.renew({"": kept})


def test_an_unchanged_ledger_is_not_read_again(location: str) -> None:
    screen = Screen(location, clock())
    assert screen.see() is screen.see()


def test_a_decision_reads_nothing_again_but_decisions(location: str) -> None:
    screen = Screen(location, clock())
    before = screen.see()
    after = screen.keep(decide(before.record("v-0"), "confirm", Signed("Ada", "2031-05-04")))
    assert after.found is before.found
    assert after.progress().settled == 1


def test_what_another_process_changed_is_seen_with_the_next_look(location: str) -> None:
    screen = Screen(location, clock())
    before = screen.see()
    rerun(location, without="v-1")
    after = screen.keep(decide(before.record("v-0"), "confirm", Signed("Ada", "2031-05-04")))
    assert "v-1" not in after.found.records
    assert after.progress().settled == 1


def test_a_ledger_that_was_replaced_by_another_is_neither_shown_nor_written_to(
    location: str, tmp_path: Path
) -> None:
    ada = Person(served(location), "Ada")
    Path(location).unlink()
    ledger_at(Path(location), story())
    answer = ada.send("/decide", id="v-0", view="confirm", said="figure differs")
    assert answer.status_code == 409
    assert "is no longer the ledger that this screen was started with" in answer.text
    assert "is no longer the ledger that this screen was started with" in ada.client.get("/").text
    with SqliteLedger(Path(location), writable=False) as ledger:
        assert list(ledger.read(Decision)) == []


def test_a_ledger_that_is_gone_is_not_made_anew_by_a_decision(location: str) -> None:
    screen = Screen(location, clock())
    decision = decide(screen.see().record("v-0"), "confirm", Signed("Ada", "2031-05-04"))
    Path(location).unlink()
    with pytest.raises(LedgerError, match="no ledger at"):
        screen.keep(decision)
    assert not Path(location).exists()


def test_the_ledger_may_be_a_database_of_a_team(postgresql: Server) -> None:
    location = postgresql.url()
    with open_ledger(location, writable=True) as ledger:
        ledger.add(story())
    ada = Person(served(location), "Ada")
    assert "1 of 6 items" in ada.decide("v-0", "confirm").text
    with open_ledger(location, writable=False) as ledger:
        assert [decision.target for decision in ledger.read(Decision)] == ["v-0"]


def test_a_run_underneath_is_told_of(location: str) -> None:
    screen = Screen(location, clock())
    screen.see()
    first = screen.run
    rerun(location, without="v-1")
    screen.see()
    assert screen.since(first) == Since(came=0, went=1)
    assert screen.since(screen.run) == Since(came=0, went=0)


def test_a_quiet_line_tells_once_that_the_ledger_changed(location: str) -> None:
    ada = Person(served(location), "Ada")
    ada.see("/")
    rerun(location, without="v-1")
    assert "The ledger changed: 0 new, 1 gone" in ada.see("/")
    assert "The ledger changed" not in ada.see("/")


def test_five_people_and_a_run_underneath_lose_no_decision(location: str) -> None:
    app = served(location)
    names = ["Ada", "Ben", "Cem", "Dua", "Eva"]
    seen = [Person(app, name) for name in names]
    statuses: list[int] = []

    def work(person: Person) -> None:
        for turn in range(12):
            view = ("confirm", "reject")[turn % 2]
            form = {"id": f"v-{turn % 3}", "view": view, "note": str(turn)}
            said = ("figure differs", "sense differs", "scope differs")[turn % 3]
            answer = person.client.post(
                "/decide",
                data={**form, "said": said, "form_token": person.form_token},
                follow_redirects=False,
            )
            statuses.append(answer.status_code)

    threads = [Thread(target=work, args=(person,)) for person in seen]
    threads.append(Thread(target=lambda: [rerun(location) for _ in range(25)]))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [303] * 60
    kept = [(decision.who, decision.note) for decision in decisions(location)]
    assert sorted(kept) == sorted((name, str(turn)) for name in names for turn in range(12))
