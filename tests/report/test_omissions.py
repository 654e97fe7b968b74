"""What an account leaves out: told where others have it, never of a short post."""

from __future__ import annotations

from factory import account as make_account
from variorum.backends.ledger_memory import MemoryLedger
from variorum.records import Alignment, Entity, Event, Quotation, Reading, Record, Speaker
from variorum.report.material import material
from variorum.report.omissions import Speech, _basis, left_out

WORDS = "We waited. We called. Nobody came. So we walked."


def told(
    *texts: str,
    quoting: tuple[int, ...] = (),
    having: tuple[int, ...] = (),
    unknown: int | None = None,
) -> list[str]:
    """Return what is left out where some accounts quote Ada Berg twice, some have a matter."""
    accounts = [make_account(text, id=f"a-{n}", source=f"{n}.txt") for n, text in enumerate(texts)]
    records: list[Record] = [
        *accounts,
        Event(id="ev-1", label="A walk", accounts=tuple(a.id for a in accounts)),
        Entity(id="e-1", name="Ada Berg", kind="person", mentions=()),
    ]
    for n in quoting:
        for start, end in ((0, 10), (11, 21)):
            place = accounts[n].span(start, end)
            records.append(
                Quotation(
                    id=f"q-{n}-{start}",
                    place=place,
                    manner="direct",
                    contents=(place,),
                    speaker=Speaker(name="Berg", entity="e-1"),
                )
            )
    if unknown is not None:
        start = accounts[unknown].text.index("“")
        place = accounts[unknown].span(start + 1, len(accounts[unknown].text) - 1)
        records.append(Quotation(id="q-u", place=place, manner="direct", contents=(place,)))
    readings = tuple(
        Reading(account=a.id, places=(a.span(0, 5),) if n in having else (), statements=("s",))
        for n, a in enumerate(accounts)
    )
    records.append(Alignment(id="al-1", event="ev-1", about="the wait", readings=readings))
    ledger = MemoryLedger()
    ledger.add(records)
    return [finding.because for finding in left_out(material(ledger))]


def test_a_speaker_whom_two_others_quote() -> None:
    assert told(WORDS, WORDS, WORDS, quoting=(0, 1)) == [
        "2 has no words of Ada Berg, whom 2 other accounts quote."
    ]


def test_a_speaker_whom_one_other_quotes_is_not_missed() -> None:
    assert told(WORDS, WORDS, WORDS, quoting=(0,)) == []


def test_a_matter_that_two_others_have() -> None:
    assert told(WORDS, WORDS, WORDS, having=(0, 2)) == ["1 has nothing on “the wait”."]


def test_the_silence_of_a_short_post_means_nothing() -> None:
    assert told(WORDS, WORDS, "We walked.", quoting=(0, 1), having=(0, 1)) == []


def test_a_matter_that_few_of_many_have_is_not_missed() -> None:
    assert told(*[WORDS] * 7, having=(0, 2)) == []


def test_a_speaker_who_stands_beside_words_of_nobody_known_is_not_called_missing() -> None:
    texts = (WORDS, WORDS, WORDS + " Ada Berg: “Nobody came.”")
    assert told(*texts, quoting=(0, 1), unknown=2) == []


def test_a_speaker_left_out_weighs_more_than_many_matters() -> None:
    speaker = Speech("e-1", frozenset({"a-0", "a-1"}), 120, ())
    matters = [Alignment(id=f"al-{n}", event="ev-1", about="a", readings=()) for n in range(40)]
    assert _basis([speaker], [], 1.0).strength > _basis([], matters, 1.0).strength
