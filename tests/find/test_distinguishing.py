"""Questions of one name are told apart by a place or a time that all who answer one of them name."""

from __future__ import annotations

from tests.factory import account as make_account
from variorum.find.matter.distinguishing import distinguishing
from variorum.find.matter.material import material
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Entity, Event, Moment, Span

KILLED = "People killed"
BAM = ("In December 2003 some 26,000 died in Bam.", "Bam lost 31,000 people in 2003.")
NOW = ("Three people died in Iran on Sunday.", "In Iran 10 people were killed.")


def told(*questions: tuple[str, ...], heading: str = "") -> list[tuple[str, ...]]:
    """Return the words for questions, each of sentences of accounts of its own, in an event called `heading`."""
    papers = [
        [make_account(text, id=f"a-{q}{n}", source=f"{q}{n}.txt") for n, text in enumerate(texts)]
        for q, texts in enumerate(questions)
    ]
    flat = [paper for some in papers for paper in some]
    ledger = MemoryLedger()
    ledger.add(flat)
    ledger.add([Event(id="ev", label=heading, accounts=tuple(p.id for p in flat))])
    for word, value in (("December 2003", "2003-12"), ("2003", "2003"), ("September", "XXXX-09")):
        places = [p.span(at, at + len(word)) for p in flat if (at := p.text.find(word)) >= 0]
        days = ("2003-12-01", "2003-12-31") if value == "2003-12" else ("2003-01-01", "2003-12-31")
        ledger.add([_moment(place, value, days) for place in places if _stands_alone(place, flat)])
    for town in ("Bam", "Iran"):
        places = [p.span(at, at + len(town)) for p in flat if (at := p.text.find(town)) >= 0]
        if places:
            ledger.add([Entity(id=f"e-{town}", name=town, kind="place", mentions=tuple(places))])
    asked = [(KILLED, [p.span(0, len(p.text)) for p in some]) for some in papers]
    return distinguishing(material(ledger), asked)


def _moment(place: Span, value: str, days: tuple[str, str]) -> Moment:
    known = value[0] != "X"
    return Moment(
        id=f"m-{place.account}-{place.start}",
        place=place,
        kind="date",
        earliest=days[0] if known else None,
        latest=days[1] if known else None,
        value=value,
    )


def _stands_alone(place: Span, papers: list) -> bool:
    text = next(p.text for p in papers if p.id == place.account)
    return place.text != "2003" or "December 2003" not in text


def test_a_place_and_a_year_that_all_name_tell_a_question_from_another() -> None:
    assert told(BAM, NOW) == [("Bam", "2003"), ("Iran",)]


def test_the_finest_time_is_shown() -> None:
    assert told((BAM[0], "The quake of December 2003 killed 31,000."), NOW)[0] == ("December 2003",)


def test_a_month_of_an_unknown_year_tells_too() -> None:
    september = ("In September six died.", "A quake in September killed seven.")
    assert told(september, NOW)[0] == ("September",)


def test_what_one_account_does_not_name_or_another_question_does_is_not_shown() -> None:
    assert told((BAM[0], "It killed 31,000 then."), NOW)[0] == ()
    assert told(BAM, ("In 2003 nine died in Bam.", "Ten died."))[0] == ()


def test_a_question_that_has_its_name_alone_needs_nothing() -> None:
    assert told(BAM) == [()]


def test_a_place_by_which_the_event_goes_is_not_shown() -> None:
    assert told(BAM, NOW, heading="Iran: quake") == [("Bam", "2003"), ()]
