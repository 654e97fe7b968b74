"""When one act was: a question with all its answers, each account's words under its own."""

from __future__ import annotations

from tests.factory import account as make_account
from variorum.find.kinds.act_times import differing_times
from variorum.find.matter.material import material
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Alignment, Finding, Moment, Published, Reading, Verdict


def written(name: str, text: str, day: str = "2031-05-04") -> Account:
    published = Published(earliest=day, latest=day, basis="page")
    return make_account(text, id=name, source=f"{name}.txt", published=published)


def moment(account: Account, words: str, value: str, day: str | None = None) -> Moment:
    start = account.text.index(words)
    return Moment(
        id=f"m-{account.id}",
        place=account.span(start, start + len(words)),
        kind="time",
        earliest=day,
        latest=day,
        anchor=f"publication date {account.published.earliest}" if day else None,
        value=value,
    )


def told(asked: str, *found: tuple[Account, Moment]) -> list[Finding]:
    """Return what is told where the first of some accounts differs from each of the others."""
    ledger = MemoryLedger()
    (_, first), *rest = found
    verdicts = [
        Verdict(
            id=f"v-{number}",
            alignment="l-1",
            left=first.place,
            right=other.place,
            kind="time differs",
            rule="other_time",
            because="The accounts give different times for one act.",
            marks=(first.place, other.place),
        )
        for number, (_, other) in enumerate(rest)
    ]
    readings = tuple(Reading(account=a.id, statements=(m.id,), places=(m.place,)) for a, m in found)
    alignment = Alignment(
        id="l-1", event="e-1", about=asked, readings=readings, verdict="time differs"
    )
    ledger.add([*(a for a, _ in found), *(m for _, m in found), alignment, *verdicts])
    return list(differing_times(material(ledger)))


def test_times_of_the_day_are_asked_in_order_each_with_its_accounts() -> None:
    one = written("a-1", "The fire broke out about 8.40pm.")
    two = written("a-2", "It broke out around 9pm, forcing a number of people out.")
    three = written("a-3", "The fire broke out in the roof at 8.49pm.")
    (found,) = told(
        "When did the fire break out",
        (one, moment(one, "about 8.40pm", "T20:40")),
        (two, moment(two, "around 9pm", "T21:00")),
        (three, moment(three, "8.49pm", "T20:49")),
    )
    assert found.kind == "time differs"
    asked = "When did the fire break out: about 8.40pm or 8.49pm?"
    assert found.text == f"{asked} About 8.40pm: a-1. 8.49pm: a-3."
    assert [place.account for place in found.places] == ["a-1", "a-3"]  # "around 9" may be 8.49


def test_a_day_that_rests_on_yesterday_says_so() -> None:
    one = written("a-1", "Aldous died on Friday.")
    two = written("a-2", "Yesterday Aldous died.")
    (found,) = told(
        "When did Aldous die",
        (one, moment(one, "Friday", "2031-05-02", "2031-05-02")),
        (two, moment(two, "Yesterday", "2031-05-03", "2031-05-03")),
    )
    assert found.text.startswith(
        "When did Aldous die: Friday or Saturday? Friday: a-1. Saturday: a-2. A day such as “yesterday”"
    )
